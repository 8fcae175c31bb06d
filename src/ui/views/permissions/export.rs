//! The matrix as text: for a spreadsheet by way of the clipboard, and as a CSV file.
//!
//! Names and words in the language of the screen, cells by their keys, so that a program can
//! read them too. What was filtered out is left out; what is folded is not.

use super::rows::{RowKey, Rows};

/// What was filtered, as CSV.
pub fn csv(rows: &Rows) -> String {
    delimited(rows, b',')
}

/// What was filtered, with tabs between the cells.
pub fn tab_separated(rows: &Rows) -> String {
    delimited(rows, b'\t')
}

fn delimited(rows: &Rows, delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    let written = records(rows)
        .iter()
        .try_for_each(|record| writer.write_record(record));
    // Writing to memory fails for records of unequal length only, and these are made equal.
    match (written, writer.into_inner()) {
        (Ok(()), Ok(bytes)) => String::from_utf8(bytes).unwrap_or_default(),
        _ => String::new(),
    }
}

fn records(rows: &Rows) -> Vec<Vec<&str>> {
    let actions = matches!(
        rows.items.first().map(|item| item.key),
        Some(RowKey::Action(_))
    );
    let mut head = vec![if actions { "action" } else { "permission" }, "description"];
    if actions {
        head.push("privileged");
    }
    head.extend(rows.columns.iter().map(|column| &*column.name));
    let mut records = vec![head];
    for item in &rows.items {
        let mut record: Vec<&str> = vec![&item.text, &item.words];
        if actions {
            record.push(match item.privileged {
                Some(true) => "yes",
                Some(false) => "no",
                None => "unknown",
            });
        }
        record.extend(item.marks.iter().map(|mark| mark.key()));
        records.push(record);
    }
    records
}
