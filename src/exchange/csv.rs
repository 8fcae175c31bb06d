//! CSV: a table as spreadsheets and scripts read it.
//!
//! Owns the way a cell is kept from being taken for a formula. Lines end with a line feed, the
//! text is UTF-8 without a mark at the start, and quotes stand only where they are needed.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Cell, Table};

/// Writes `table` with its header.
pub fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
    let header = table.header.iter().map(|name| inert(name));
    writer
        .write_record(header.map(Cow::into_owned))
        .map_err(io_error)?;
    for row in &table.rows {
        writer
            .write_record(row.iter().map(cell))
            .map_err(io_error)?;
    }
    writer.flush()
}

/// The same as a text, such as for the clipboard.
pub fn to_string(table: &Table) -> String {
    let mut bytes = Vec::new();
    // Memory takes whatever is written to it.
    let _ = write(table, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A text that no spreadsheet takes for a formula: `'` is put before one that begins like a
/// formula. [`restore`] gives the text back.
pub fn inert(text: &str) -> Cow<'_, str> {
    if begins_like_a_formula(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What a text was before [`inert`], so that our own exports come back as they went.
pub fn restore(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_like_a_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn begins_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0'])
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => inert(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Truth(truth) => truth.to_string(),
        Cell::Absent => String::new(),
    }
}

/// The error underneath, so that a closed pipe is known for what it is.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
