//! JSON: a table as a list of objects, one a row, their keys in the order of the columns.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Cell, Table};

/// Writes `table`, indented, with a line feed at the end.
pub fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, table)?;
    out.write_all(b"\n")
}

/// The same as a text.
pub fn to_string(table: &Table) -> String {
    let mut bytes = Vec::new();
    // Memory takes whatever is written to it.
    let _ = write(table, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows.iter().map(|cells| Row {
            header: &self.header,
            cells,
        }))
    }
}

struct Row<'a> {
    header: &'a [String],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.header.len()))?;
        for (name, cell) in self.header.iter().zip(self.cells) {
            map.serialize_entry(name, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number as u64),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Absent => serializer.serialize_none(),
        }
    }
}
