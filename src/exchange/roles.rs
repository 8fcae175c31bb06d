//! Role lists as tables.

use super::{Cell, Table};
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::language::LocalText;
use crate::domain::role::{RoleDefinition, RoleStatus};

/// The roles of an edition, in the order of Microsoft's list.
pub fn entra(catalogue: &RoleCatalogue, edition: Edition) -> Table {
    let roles = catalogue.edition(edition).roles().iter();
    table(roles.map(|role| row(role, &role.name)))
}

/// The eight Office 365 roles by their classic names; the rest is that of the Entra role behind
/// each.
pub fn office365(catalogue: &RoleCatalogue) -> Table {
    let current = catalogue.edition(Edition::Current);
    let roles = catalogue.office365_roles().iter();
    table(roles.filter_map(|entry| {
        let definition = current.get(entry.role.template_id())?;
        Some(row(definition, &entry.name))
    }))
}

/// The key of a status in files and exports.
pub const fn status_key(status: RoleStatus) -> &'static str {
    match status {
        RoleStatus::Active => "active",
        RoleStatus::Deprecated => "deprecated",
        RoleStatus::NotForUse => "not_for_use",
        RoleStatus::ServiceAssigned => "service_assigned",
    }
}

fn table(rows: impl Iterator<Item = Vec<Cell>>) -> Table {
    const HEADER: [&str; 6] = [
        "template_id",
        "name_en",
        "name_nl",
        "privileged",
        "status",
        "actions",
    ];
    Table {
        header: HEADER.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

fn row(role: &RoleDefinition, name: &LocalText) -> Vec<Cell> {
    vec![
        Cell::text(role.id.to_string()),
        Cell::text(&*name.en),
        Cell::text(&*name.nl),
        Cell::Truth(role.privileged),
        Cell::text(status_key(role.status)),
        (role.actions.set()).map_or(Cell::Absent, |set| Cell::Number(set.len())),
    ]
}
