//! A tenant with an account for every acting role, and a person for every row of the tables.

use std::collections::BTreeSet;

use mandate::domain::group::{AdministrativeUnit, Group};
use mandate::domain::organization::{Domain, Organization};
use mandate::domain::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{User, UserId};
use oracle::facts::Facts;
use oracle::world::Person;
use uuid::Uuid;

use super::Outcome;

const GROUP: GroupId = GroupId(Uuid::from_u64_pair(2, 1));
const UNIT: AdministrativeUnitId = AdministrativeUnitId(Uuid::from_u64_pair(3, 1));

/// The id of the account that holds the role of this number.
pub const fn account(role: usize) -> UserId {
    UserId(Uuid::from_u64_pair(1, role as u64))
}

/// The id of the person whom the row of this number is about.
pub const fn person(row: usize) -> UserId {
    UserId(Uuid::from_u64_pair(4, row as u64))
}

/// The person whom a row is about, as Cedar knows them: with the roles they hold.
pub fn as_row(row: &str) -> Person {
    let mut person = Person {
        name: row.to_owned(),
        ..Person::default()
    };
    match row {
        "user_no_admin_role" => {}
        "user_role_assignable_group_member_or_owner" => person.in_role_assignable_group = true,
        "user_with_role_scoped_to_restricted_management_unit" => {
            person.roles = vec!["directory_readers".to_owned()];
            person.restricted = true;
        }
        "all_other_roles" => person.roles = vec!["exchange_administrator".to_owned()],
        role => person.roles = vec![role.to_owned()],
    }
    person
}

/// The id of a role.
pub fn role(facts: &Facts, name: &str) -> Outcome<RoleTemplateId> {
    let found = facts.roles.iter().find(|role| role.name == name);
    let found = found.ok_or_else(|| format!("no role `{name}`"))?;
    Ok(RoleTemplateId(found.template_id.parse()?))
}

/// The tenant: accounts for `acting`, in their order, and people for `rows`, in theirs.
pub fn tenant(facts: &Facts, acting: &[&str], rows: &[Person]) -> Outcome<Tenant> {
    let mut builder = TenantBuilder::new(Organization::new("Contoso"))?;
    builder.domain(Domain {
        name: DomainName::parse("contoso.onmicrosoft.com")?,
        verified: true,
        default: true,
    })?;
    let mut held = Vec::new();
    let mut members = BTreeSet::new();
    for (place, name) in acting.iter().enumerate() {
        let id = account(place);
        builder.user(user(id, &format!("account{place}"))?)?;
        let principal = Principal::User(id);
        held.push(RoleAssignment::permanent(principal, role(facts, name)?));
    }
    for (place, row) in rows.iter().enumerate() {
        let id = person(place);
        builder.user(user(id, &format!("person{place}"))?)?;
        if row.in_role_assignable_group {
            members.insert(id);
        }
        for name in &row.roles {
            let principal = Principal::User(id);
            let mut assignment = RoleAssignment::permanent(principal, role(facts, name)?);
            if row.restricted {
                assignment.scope = DirectoryScope::AdministrativeUnit(UNIT);
            }
            held.push(assignment);
        }
    }
    builder.group(Group {
        id: GROUP,
        name: "Admins".into(),
        role_assignable: true,
        members,
        owners: BTreeSet::new(),
    })?;
    builder.administrative_unit(AdministrativeUnit {
        id: UNIT,
        name: "Vault".into(),
        restricted: true,
        members: BTreeSet::new(),
    })?;
    for assignment in held {
        builder.assignment(assignment)?;
    }
    Ok(builder.build()?)
}

fn user(id: UserId, name: &str) -> Outcome<User> {
    let upn = UserPrincipalName::parse(&format!("{name}@contoso.onmicrosoft.com"))?;
    Ok(User::new(id, upn, name))
}
