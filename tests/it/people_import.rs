//! People from CSV: tables, templates and records, without a window.

mod formats;
mod records;
mod tables;

use std::fs;
use std::path::Path;

use mandate::domain::command::Command;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{User, UserId};
use mandate::exchange::people::row::people;
use mandate::exchange::people::{Mapping, People, PeopleTable, TableError};
use uuid::Uuid;

use crate::support::{fixture, roles};

pub fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    fs::read(folder.join(name)).expect("a sample")
}

pub fn table(name: &str) -> PeopleTable {
    PeopleTable::read(file(name)).expect("a table")
}

pub fn read(text: impl AsRef<[u8]>) -> Result<PeopleTable, TableError> {
    PeopleTable::read(text.as_ref().to_vec())
}

pub fn people_of(
    table: &PeopleTable,
    mapping: &Mapping,
    code: Option<&str>,
    tenant: &Tenant,
) -> People {
    let mut next = 0_u128;
    let mut new_id = || {
        next += 1;
        UserId(Uuid::from_u128(next << 64))
    };
    people(
        table,
        mapping,
        code,
        tenant,
        roles(),
        &mut new_id,
        &mut |_| true,
    )
    .expect("not stopped")
}

pub fn usual(table: &PeopleTable) -> People {
    people_of(table, table.mapping(), None, &fixture().build())
}

/// The person and the roles of a row that can be read.
pub fn added(people: &People, row: usize) -> (User, Vec<RoleTemplateId>) {
    let row = &people.rows[row];
    let number = row.outcome.as_ref().expect("it can be read");
    let Command::Batch(parts) = &people.commands[*number as usize] else {
        panic!("a batch");
    };
    let Command::AddUser(user) = &parts[0] else {
        panic!("someone is added");
    };
    (User::clone(user), row.roles.to_vec())
}

pub fn sorted(mut roles: Vec<RoleTemplateId>) -> Vec<RoleTemplateId> {
    roles.sort_unstable();
    roles
}

pub fn text(field: Option<&str>) -> &str {
    field.unwrap_or_default()
}
