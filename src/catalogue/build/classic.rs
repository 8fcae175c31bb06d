//! The Office 365 files -> the eight roles, the fifteen permissions, and what satisfies them.
//!
//! Reads cells as they stand; the domain checks that the axes are complete.

use super::{local, resource_action};
use crate::catalogue::CatalogueError;
use crate::catalogue::file::{Office365, Office365Text, PermissionActions, PermissionRow};
use crate::catalogue::sources::{self, Source};
use crate::domain::catalogue::{Office365PermissionEntry, Office365RoleEntry};
use crate::domain::language::LocalText;
use crate::domain::office365::{Grant, Office365Permission, Office365Role};
use crate::domain::resource_action::ResourceAction;

/// The classic view: roles with their service roles, permissions with their cells.
pub fn view(
    texts: Vec<Office365Text>,
) -> Result<(Vec<Office365RoleEntry>, Vec<Office365PermissionEntry>), CatalogueError> {
    let file: Office365 = sources::OFFICE365.parse()?;
    let mut columns = Vec::with_capacity(file.columns.len());
    for key in file.columns {
        columns.push(role(sources::OFFICE365, key)?);
    }
    let mut service_roles = Vec::with_capacity(file.service_roles.len());
    for row in file.service_roles {
        let name = LocalText::new(row.en, row.nl);
        let role = role(sources::OFFICE365, row.role)?;
        service_roles.push((role, Box::<str>::from(row.service), name));
    }
    let mut roles = Vec::with_capacity(texts.len());
    for text in texts {
        let role = role(sources::OFFICE365_TEXTS, text.role)?;
        roles.push(Office365RoleEntry {
            role,
            name: local(text.name),
            description: local(text.description),
            service_roles: service_roles
                .iter()
                .filter(|(of, _, _)| *of == role)
                .map(|(_, service, name)| (service.clone(), name.clone()))
                .collect(),
        });
    }
    let permissions = file
        .permissions
        .into_iter()
        .map(|row| permission_entry(row, &columns))
        .collect::<Result<_, _>>()?;
    Ok((roles, permissions))
}

/// What satisfies which permission for roles outside the eight.
#[expect(
    clippy::type_complexity,
    reason = "the domain's own shape of the table, spelt out once"
)]
pub fn permission_actions()
-> Result<Vec<(Office365Permission, Vec<Vec<ResourceAction>>)>, CatalogueError> {
    let source = sources::PERMISSION_ACTIONS;
    let mut table = Vec::new();
    for row in source.parse::<Vec<PermissionActions>>()? {
        let mut alternatives = Vec::with_capacity(row.any_of.len());
        for all_of in row.any_of {
            let actions = all_of.into_iter().map(|text| resource_action(source, text));
            alternatives.push(actions.collect::<Result<_, _>>()?);
        }
        table.push((permission(source, row.permission)?, alternatives));
    }
    Ok(table)
}

fn permission_entry(
    row: PermissionRow,
    columns: &[Office365Role],
) -> Result<Office365PermissionEntry, CatalogueError> {
    let mut grants = [Grant::No; 8];
    for (key, column) in row.cells.into_iter().zip(columns) {
        let grant = Grant::from_key(key)
            .ok_or_else(|| sources::OFFICE365.bad_value(key, "how far a role goes"))?;
        if let Some(cell) = grants.get_mut(*column as usize) {
            *cell = grant;
        }
    }
    Ok(Office365PermissionEntry {
        permission: permission(sources::OFFICE365, row.key)?,
        name: LocalText::new(row.en, row.nl),
        grants,
    })
}

fn role(source: Source, key: &str) -> Result<Office365Role, CatalogueError> {
    Office365Role::ALL
        .into_iter()
        .find(|role| role.key() == key)
        .ok_or_else(|| source.bad_value(key, "an Office 365 role"))
}

fn permission(source: Source, key: &str) -> Result<Office365Permission, CatalogueError> {
    Office365Permission::from_key(key).ok_or_else(|| source.bad_value(key, "a permission"))
}
