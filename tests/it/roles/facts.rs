//! The facts folder beside the project: where it is and how its tables are read.
//!
//! Only tests use it; without the folder the tests that compare with it say so and pass.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A row of a table: column name to cell.
pub type Row = BTreeMap<String, String>;

/// The folder with the facts, when it is there.
pub fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/facts");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the facts folder is not beside the project");
    None
}

/// The rows of one table.
pub fn table(folder: &Path, name: &str) -> Vec<Row> {
    csv::Reader::from_path(folder.join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("{name}: {error}")))
        .collect()
}
