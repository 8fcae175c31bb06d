//! Opening and saving, beside the `ron` crate on the same bytes.
//!
//! Like for like in memory: bytes to tenant beside bytes to records, tenant to bytes beside
//! records to text. That Mandate also checks and hashes what it reads, and uses every core, is
//! part of what is compared. The disk comes after that, beside writing the same bytes plainly.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use mandate::storage::format::v1::{self, RecordV1};
use mandate::storage::{self, OnConflict, Progress};

use super::table::{Against, Line, Table, people};
use super::tenants::Tenants;
use super::timing::{by_turns, ms};
use super::{FILE_SIZE, Outcome};

const RUNS: usize = 7;

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants) -> Outcome {
    let path = tenants.file(FILE_SIZE)?;
    let snapshot = tenants.of(FILE_SIZE)?.snapshot();
    let bytes = fs::read(&path)?;
    let text = std::str::from_utf8(&bytes)?;
    let size = people(FILE_SIZE);
    table.heading(&format!("Files of {size} people, {} MB", bytes.len() >> 20));

    // Once with a look at what comes back, so that an error is not measured as a success.
    let knows = |role| tenants.knows(role);
    let (tenant, changed) = storage::read(&bytes, &knows, &Progress::new())?;
    if changed || tenant.users().len() != FILE_SIZE {
        return Err("the file does not hold what was saved".into());
    }
    drop(tenant);
    let records: Vec<RecordV1<'_>> = v1::options().from_str(text)?;
    let written = v1::options().to_string(&records)?;

    let (ours, theirs) = by_turns(
        RUNS,
        || storage::read(&bytes, &knows, &Progress::new()),
        || v1::options().from_str::<Vec<RecordV1<'_>>>(text),
    );
    compare(
        table,
        "open, in memory",
        ms(ours),
        "ron::from_str",
        ms(theirs),
    );
    let (ours, theirs) = by_turns(
        RUNS,
        || storage::write(&snapshot, &Progress::new()),
        || v1::options().to_string(&records),
    );
    compare(
        table,
        "save, in memory",
        ms(ours),
        "ron::to_string",
        ms(theirs),
    );
    drop((records, written));

    let (ours, theirs) = by_turns(
        RUNS,
        || storage::open(&path, &knows, &Progress::new()),
        || fs::read(&path),
    );
    beside(
        table,
        "open, from disk",
        ms(ours),
        "reading the bytes",
        ms(theirs),
    );
    let saved = path.with_file_name("saved.tenant.ron");
    let plain = path.with_file_name("plain");
    let overwrite = OnConflict::Overwrite;
    storage::save(&snapshot, &saved, None, overwrite, &Progress::new())?;
    let (ours, theirs) = by_turns(
        RUNS,
        || storage::save(&snapshot, &saved, None, overwrite, &Progress::new()),
        || write_plainly(&plain, &bytes),
    );
    beside(
        table,
        "save, synced, with backup",
        ms(ours),
        "writing, synced",
        ms(theirs),
    );
    Ok(())
}

fn write_plainly(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A line with a target: no slower than the other.
fn compare(table: &mut Table, name: &str, figure: f64, other: &str, others: f64) {
    print(table, name, figure, other, others, Some(1.0));
}

fn beside(table: &mut Table, name: &str, figure: f64, other: &str, others: f64) {
    print(table, name, figure, other, others, None);
}

fn print(table: &mut Table, name: &str, figure: f64, other: &str, others: f64, limit: Option<f64>) {
    table.line(&Line {
        name,
        figure,
        unit: "ms",
        limit: None,
        against: Some(Against {
            name: other,
            figure: others,
            limit,
        }),
    });
}
