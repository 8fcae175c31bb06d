//! The two permission matrices as tables.
//!
//! Cells are keys: `yes`, `no`, `limited:view_only` and the like in the classic matrix; `yes`,
//! `no` and `unknown` in the one of actions, where unknown is a role whose actions no source
//! tells.

use super::{Cell, Table};
use crate::domain::catalogue::{Edition, Office365PermissionEntry, RoleCatalogue};
use crate::domain::office365::Office365Role;
use crate::domain::resource_action::ActionId;
use crate::domain::role::RoleActions;

/// Fifteen permissions by eight roles: the column `permission`, then one for each role's key.
pub fn office365(catalogue: &RoleCatalogue) -> Table {
    let roles = Office365Role::ALL.iter().map(|role| role.key().to_owned());
    let row = |entry: &Office365PermissionEntry| {
        let cells = entry.grants.iter().map(|grant| Cell::text(grant.key()));
        [Cell::text(entry.permission.key())]
            .into_iter()
            .chain(cells)
            .collect()
    };
    Table {
        header: ["permission".to_owned()].into_iter().chain(roles).collect(),
        rows: (catalogue.office365_permissions().iter().map(row)).collect(),
    }
}

/// Every action by every role of an edition: the column `action`, then one for each role, by its
/// English name, in the order of Microsoft's list.
pub fn entra(catalogue: &RoleCatalogue, edition: Edition) -> Table {
    let edition = catalogue.edition(edition);
    let names = edition.roles().iter().map(|role| role.name.en.to_string());
    let row = |(id, action): (ActionId, &str)| {
        let cells = (edition.roles().iter()).map(|role| Cell::text(cell(&role.actions, id)));
        [Cell::text(action)].into_iter().chain(cells).collect()
    };
    let actions = edition.actions().iter().map(|entry| entry.action.as_str());
    Table {
        header: ["action".to_owned()].into_iter().chain(names).collect(),
        rows: (0..).map(ActionId).zip(actions).map(row).collect(),
    }
}

/// Whether a role has an action: `yes`, `no`, or `unknown` where its actions are.
pub fn cell(actions: &RoleActions, action: ActionId) -> &'static str {
    match actions.set() {
        None => "unknown",
        Some(set) if set.contains(action) => "yes",
        Some(_) => "no",
    }
}
