//! Opening and saving, beside the `ron` crate on the same bytes.
//!
//! Like for like: bytes to tenant beside bytes to records, tenant to bytes beside records to
//! text. That Mandate also checks and hashes what it reads, and uses every core, is part of what
//! is compared; with the disk, so are its backup and that a file is replaced whole or not at all.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use mandate::storage::format::v1::{self, RecordV1};
use mandate::storage::{self, OnConflict, Progress};

use super::table::{Against, Line, Table, people};
use super::tenants::Tenants;
use super::timing::{by_turns, ms};
use super::{FILE_SIZE, Outcome};

const RUNS: u8 = 9;

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
    v1::options().to_string(&records)?;

    let read = || storage::read(&bytes, &knows, &Progress::new());
    let read_ron = || v1::options().from_str::<Vec<RecordV1<'_>>>(text);
    let times = by_turns(RUNS, read, read_ron);
    no_slower(table, "open, in memory", times, "ron::from_str");
    let write = || storage::write(&snapshot, &Progress::new());
    let write_ron = || v1::options().to_string(&records);
    let times = by_turns(RUNS, write, write_ron);
    no_slower(table, "save, in memory", times, "ron::to_string");

    let open = || storage::open(&path, &knows, &Progress::new());
    let times = by_turns(RUNS, open, || open_ron(&path));
    no_slower(table, "open, from disk", times, "read, ron::from_str");
    let saved = path.with_file_name("saved.tenant.ron");
    let plain = path.with_file_name("plain.ron");
    let overwrite = OnConflict::Overwrite;
    let save = || storage::save(&snapshot, &saved, None, overwrite, &Progress::new());
    save()?;
    let times = by_turns(RUNS, save, || save_ron(&plain, &records));
    no_slower(
        table,
        "save, synced, with backup",
        times,
        "ron::to_string, synced",
    );

    // What all cores did together, which a clock on the wall does not show.
    if let (Some(ours), Some(theirs)) = (work_of(read), work_of(read_ron)) {
        let name = "open, in memory, every core's time";
        line(table, name, (ours, theirs), "ron::from_str", None);
    }
    if let (Some(ours), Some(theirs)) = (work_of(write), work_of(write_ron)) {
        let name = "save, in memory, every core's time";
        line(table, name, (ours, theirs), "ron::to_string", None);
    }
    Ok(())
}

fn open_ron(path: &Path) -> Outcome<usize> {
    let text = fs::read_to_string(path)?;
    let records: Vec<RecordV1<'_>> = v1::options().from_str(&text)?;
    Ok(records.len())
}

fn save_ron(path: &Path, records: &[RecordV1<'_>]) -> Outcome {
    let mut file = File::create(path)?;
    file.write_all(v1::options().to_string(records)?.as_bytes())?;
    Ok(file.sync_all()?)
}

/// How long the processor works for one of several runs, in milliseconds; Linux tells it.
fn work_of<T>(mut work: impl FnMut() -> T) -> Option<f64> {
    let before = processor_time()?;
    for _ in 0..RUNS {
        drop(black_box(work()));
    }
    let hundredths = processor_time()? - before;
    Some(hundredths * 10.0 / f64::from(RUNS))
}

/// How long the processor worked for this process, in hundredths of a second: proc(5).
fn processor_time() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let mut numbers = stat.rsplit_once(") ")?.1.split(' ').skip(11);
    let mut next = || numbers.next()?.parse::<f64>().ok();
    Some(next()? + next()?)
}

fn no_slower(table: &mut Table, name: &str, times: (Duration, Duration), other: &str) {
    line(table, name, (ms(times.0), ms(times.1)), other, Some(1.0));
}

fn line(table: &mut Table, name: &str, figures: (f64, f64), other: &str, limit: Option<f64>) {
    let (figure, others) = figures;
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
