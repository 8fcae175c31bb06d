//! People with their roles from a table of a foreign format: from bytes to Commands, in steps
//! that a person can look at in between.
//!
//! [`table`] reads the bytes, [`mapping`] says which column is what, [`row`] makes a Command or
//! errors of each record. One file for each format that is known by its headings: [`ours`],
//! [`m365`], [`entra`]. Initial passwords are dropped while reading and never kept, shown or
//! told. Nothing here opens a file or changes a tenant.

mod cells;
pub mod decode;
pub mod entra;
pub mod m365;
pub mod mapping;
pub mod names;
pub mod ours;
pub mod refused;
pub mod row;
mod scan;
pub mod table;
pub mod values;
mod verdict;
mod words;

pub use mapping::{Field, Format, Mapping};
pub use row::{People, PersonRow, RowError, RowProblem};
pub use table::{PeopleTable, Separator, TableError, TableProblem};
