//! What was refused, as a table that can be corrected and brought in again: the columns as they
//! were, without passwords, and behind them the line and why.

use super::ours;
use super::table::PeopleTable;

/// The headings of the columns that are added.
const ADDED: [&str; 2] = ["refused_line", "refused_because"];

/// Whether a heading is one that is added here.
pub(super) fn is_added(heading: &str) -> bool {
    ADDED.contains(&heading)
}

/// The records of these numbers, each with why it is refused.
pub fn table<'a>(
    table: &PeopleTable,
    refused: impl Iterator<Item = (usize, String)> + 'a,
) -> String {
    // A table that went through here before has these columns already.
    let headings = table.headings().iter();
    let own: Vec<usize> = (0..)
        .zip(headings)
        .filter(|(_, heading)| !is_added(heading))
        .map(|(column, _)| column)
        .collect();
    let version = table.version().map(|version| {
        let rest = own.iter().skip(1).map(|_| String::new());
        let added = ADDED.iter().map(|_| String::new());
        [version.to_owned()]
            .into_iter()
            .chain(rest)
            .chain(added)
            .collect()
    });
    let heading = |column: &usize| table.headings().get(*column).map(ToString::to_string);
    let headings: Vec<String> = (own.iter().filter_map(heading))
        .chain(ADDED.map(str::to_owned))
        .collect();
    let records = refused.map(|(record, why)| {
        let cells = own
            .iter()
            .map(|column| table.cell(record, *column).to_owned());
        let line = table.line(record).to_string();
        cells.chain([line, why]).collect::<Vec<_>>()
    });
    let records = version.into_iter().chain([headings]).chain(records);
    ours::write(table.separator(), records)
}
