//! Opening the largest tenant once, in a process of its own, and the memory that takes.

use std::path::Path;
use std::process::Command;

use mandate::catalogue;
use mandate::sample::REFERENCE;
use mandate::storage::{self, Progress};
use mandate::ui::user_index::UserIndex;

use super::Outcome;
use super::table::{Line, Table, people};
use super::tenants::Tenants;
use super::timing::ms;

/// The argument that makes this program open a file, tell what it took, and end.
pub const OPEN: &str = "--open";

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, size: usize) -> Outcome {
    let path = tenants.file(size)?;
    let length = path.metadata()?.len() >> 20;
    let size = people(size);
    table.heading(&format!(
        "A file of {size} people, {length} MB, opened once"
    ));
    let told = Command::new(std::env::current_exe()?)
        .arg(OPEN)
        .arg(&path)
        .output()?;
    if !told.status.success() {
        let said = String::from_utf8_lossy(&told.stderr);
        return Err(format!("the file did not open: {said}").into());
    }
    for line in String::from_utf8(told.stdout)?.lines() {
        let mut parts = line.split('\t');
        let (name, figure) = (parts.next(), parts.next());
        let figure = figure.ok_or("a figure without a number")?.parse()?;
        let name = name.unwrap_or_default();
        table.line(&Line {
            name,
            figure,
            unit: if name.contains("memory") { "MB" } else { "ms" },
            ..Line::default()
        });
    }
    Ok(())
}

/// Opens a file as the window does, and prints what that took.
pub fn open(path: &Path) -> Outcome {
    let catalogue = catalogue::load()?;
    let before = std::time::Instant::now();
    let knows = |role| catalogue.role(role).is_some();
    let opened = storage::open(path, &knows, &Progress::new())?;
    println!("from disk to tenant\t{}", ms(before.elapsed()));
    println!("memory, at its peak\t{}", megabytes("VmHWM:"));
    println!("memory, afterwards\t{}", megabytes("VmRSS:"));
    let before = std::time::Instant::now();
    let index = UserIndex::build(&opened.tenant, &catalogue, REFERENCE);
    println!(
        "index of {} people\t{}",
        people(index.len()),
        ms(before.elapsed())
    );
    println!("memory, with the index\t{}", megabytes("VmRSS:"));
    Ok(())
}

/// What Linux notes about this process; 0 elsewhere.
fn megabytes(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    let number = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    number.unwrap_or_default() >> 10
}
