//! The rows of *More options*: each role that is held or chosen, and each way it is held.
//!
//! Pure. What is over is listed as what it is and counts as none.

use std::collections::BTreeMap;

use super::baseline::Baseline;
use super::draft::Draft;
use super::entry::{Entry, Problem};
use super::words::{Standing, Words, capitalised};
use crate::domain::fold::fold;
use crate::domain::role::{RoleAssignment, RoleTemplateId};
use crate::domain::tenant::HeldThrough;

/// A role with each way it is to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleWays {
    /// Which.
    pub role: RoleTemplateId,
    /// Its name.
    pub name: String,
    /// Whether it is privileged.
    pub privileged: bool,
    /// Each way, as they were added.
    pub ways: Vec<Way>,
}

/// One way a role is to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What was chosen and typed.
    pub entry: Entry,
    /// The assignment it makes, or what is wrong.
    pub held: Result<(RoleAssignment, Standing), Problem>,
}

/// The rows of what is shown with the card that is chosen, by the names of the roles.
pub fn rows(words: Words<'_>, baseline: &Baseline, draft: &Draft) -> Vec<RoleWays> {
    let problems: BTreeMap<_, _> = draft.problems().into_iter().collect();
    let mut roles: Vec<RoleWays> = Vec::new();
    for entry in baseline.shown(draft) {
        let role = entry.role;
        let held = match problems.get(&entry.number) {
            Some(problem) => Err(*problem),
            None => entry.assignment(baseline.principal()),
        };
        let held = held.map(|held| (held, words.standing(&held)));
        let way = Way { entry, held };
        match roles.iter_mut().find(|other| other.role == role) {
            Some(other) => other.ways.push(way),
            None => roles.push(RoleWays {
                role,
                name: words.picked_role(role),
                privileged: words.is_privileged(role),
                ways: vec![way],
            }),
        }
    }
    roles.sort_by_cached_key(|role| fold(&role.name));
    roles
}

/// Whether anything shown is more than a role held for good over the whole tenant.
pub fn is_special(baseline: &Baseline, draft: &Draft) -> bool {
    let shown = baseline.shown(draft);
    shown.iter().any(|entry| !entry.is_permanent_tenant_wide())
}

/// What the picker says of a role that is chosen otherwise than for good over the whole tenant.
pub fn ways_of(
    words: Words<'_>,
    baseline: &Baseline,
    draft: &Draft,
    role: RoleTemplateId,
) -> Vec<String> {
    let ways = draft.entries.iter().filter(|entry| entry.role == role);
    let special = ways.filter(|entry| !entry.is_permanent_tenant_wide());
    special
        .filter_map(|entry| entry.assignment(baseline.principal()).ok())
        .map(|held| capitalised(&words.qualities(HeldThrough::Directly, &held)))
        .collect()
}
