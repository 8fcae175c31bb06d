//! Opening the largest tenant in a process of its own, and the memory that takes.

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
/// How many processes open it, one after another.
const TIMES: usize = 3;

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, size: usize) -> Outcome {
    let path = tenants.file(size)?;
    let length = path.metadata()?.len() >> 20;
    let size = people(size);
    table.heading(&format!(
        "A file of {size} people, {length} MB, opened afresh"
    ));
    let mut figures: Vec<(String, Vec<f64>)> = Vec::new();
    for _ in 0..TIMES {
        for (place, (name, figure)) in opened(&path)?.into_iter().enumerate() {
            match figures.get_mut(place) {
                Some((_, before)) => before.push(figure),
                None => figures.push((name, vec![figure])),
            }
        }
    }
    for (name, mut figures) in figures {
        figures.sort_unstable_by(f64::total_cmp);
        table.line(&Line {
            name: &name,
            figure: figures.get(figures.len() / 2).copied().unwrap_or_default(),
            unit: if name.contains("memory") { "MB" } else { "ms" },
            ..Line::default()
        });
    }
    Ok(())
}

/// What a process that opens the file says it took.
fn opened(path: &Path) -> Outcome<Vec<(String, f64)>> {
    let told = Command::new(std::env::current_exe()?)
        .arg(OPEN)
        .arg(path)
        .output()?;
    if !told.status.success() {
        let said = String::from_utf8_lossy(&told.stderr);
        return Err(format!("the file did not open: {said}").into());
    }
    let mut figures = Vec::new();
    for line in String::from_utf8(told.stdout)?.lines() {
        let (name, figure) = line.split_once('\t').ok_or("a line without a figure")?;
        figures.push((name.to_owned(), figure.parse()?));
    }
    Ok(figures)
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
