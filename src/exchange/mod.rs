//! Tables that leave Mandate and tables that come in: matrices and role lists as CSV, JSON or
//! plain text; people from CSV.
//!
//! A [`Table`] is put together by [`matrix`], [`roles`] or whoever shows one, and written by
//! [`csv`] or [`json`]. CSV and JSON carry keys and English role names, the same in every
//! language; [`text`] is for reading and speaks either. [`people`] is the way in. Nothing here opens a file.

pub mod access;
pub mod changes;
pub mod csv;
pub mod json;
pub mod matrix;
pub mod people;
pub mod roles;
pub mod text;

/// Rows under a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(usize),
    /// Yes or no.
    Truth(bool),
    /// Not known: nothing in CSV, `null` in JSON.
    Absent,
}

impl Cell {
    /// A cell of text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}
