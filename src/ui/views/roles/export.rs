//! The shown list as a table for a file.

use super::rows::Row;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::resource_action::ActionSet;
use crate::exchange::roles::status_key;
use crate::exchange::{Cell, Table};
use crate::ui::views::role_editor::words::Words;

use super::words;

/// The rows, a line each.
pub fn table(catalogue: &RoleCatalogue, words: Words<'_>, rows: &[Row]) -> Table {
    let header = [
        "template_id",
        "name",
        "category",
        "privileged",
        "status",
        "hidden_in_portal",
        "actions",
        "people",
        "eligible_people",
        "assignments",
    ];
    let line = |row: &Row| {
        let status = row.status.map(status_key);
        let actions = catalogue.actions(row.role).map(ActionSet::len);
        vec![
            Cell::text(row.role.to_string()),
            Cell::text(row.name.as_str()),
            Cell::text(words::category(words, row.category)),
            Cell::Truth(row.privileged),
            status.map_or(Cell::Absent, Cell::text),
            Cell::Truth(row.hidden),
            actions.map_or(Cell::Absent, Cell::Number),
            Cell::Number(row.counts.now),
            Cell::Number(row.counts.eligible),
            Cell::Number(row.counts.assignments),
        ]
    };
    Table {
        header: header.map(str::to_owned).to_vec(),
        rows: rows.iter().map(line).collect(),
    }
}
