//! The review: what it finds, what is accepted, what mends it, and what it goes by.

mod accepting;
mod counting;
mod fixing;
mod names;
mod settings;
mod sorts;

use std::collections::BTreeSet;

use mandate::domain::review::{
    Acceptance, Finding, FindingAbout, FindingCode, FindingKey, ReviewSettings, review,
};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::user::UserId;

use crate::support::{Fixture, GLOBAL, context, empty, id};

/// Two accounts kept for emergencies, which are all it takes for nothing to be found.
fn calm() -> Fixture {
    let two = empty().user("nood1").holds(GLOBAL);
    two.user("nood2")
        .holds(GLOBAL)
        .review(|settings| settings.break_glass = people("nood1 nood2"))
}

/// The people with these names.
fn people(names: &str) -> BTreeSet<UserId> {
    names.split_whitespace().map(id).collect()
}

fn findings(tenant: &Tenant) -> Vec<Finding> {
    review(&context(), tenant)
}

/// The findings of one sort.
fn of(tenant: &Tenant, code: FindingCode) -> Vec<Finding> {
    let mut found = findings(tenant);
    found.retain(|finding| finding.kind.code() == code);
    found
}

/// The only finding of a sort.
fn one(tenant: &Tenant, code: FindingCode) -> Finding {
    let mut found = of(tenant, code);
    assert_eq!(found.len(), 1, "{code:?}: {found:?}");
    found.remove(0)
}

/// Expects one finding of a sort, with these people in this order and these roles.
fn check(code: FindingCode, fixture: &Fixture, names: &str, roles: &[RoleTemplateId]) {
    let found = one(&fixture.build(), code);
    let expected: Vec<_> = names.split_whitespace().map(id).collect();
    assert_eq!(found.people, expected, "{code:?}");
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    assert_eq!(found.roles, roles, "{code:?}");
}

/// Expects no finding of a sort.
fn check_none(code: FindingCode, fixture: &Fixture) {
    let found = of(&fixture.build(), code);
    assert_eq!(found, [], "{code:?}");
}

fn key(code: FindingCode) -> FindingKey {
    let about = FindingAbout::Tenant;
    FindingKey { code, about }
}

fn acceptance(names: &str, until: Timestamp) -> Acceptance {
    Acceptance {
        reason: "bekend".into(),
        until,
        people: people(names),
    }
}

/// Accepts a finding about the tenant for these people.
fn accept(
    code: FindingCode,
    names: &str,
    until: Timestamp,
) -> impl FnOnce(&mut ReviewSettings) + use<> {
    let acceptance = acceptance(names, until);
    move |settings| {
        settings.accepted.insert(key(code), acceptance);
    }
}
