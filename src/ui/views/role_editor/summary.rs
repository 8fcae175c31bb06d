//! What a draft would change: roles, permissions, actions, service roles, contact details.
//!
//! Pure, and about the effect only; whether it may be is the policy's to say.

use std::collections::BTreeSet;

use super::draft::{Baseline, Draft};
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::effective::{DerivedRole, Difference, derived_roles, difference};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::{DirectoryScope, Principal, RoleActions, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::session::Session;

/// What would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Roles given for good over the whole tenant.
    pub assigned: Vec<RoleTemplateId>,
    /// Such roles taken away.
    pub revoked: Vec<RoleTemplateId>,
    /// Scoped, eligible or time-limited assignments that go with the choice.
    pub taken: Vec<RoleAssignment>,
    /// Permissions and actions, over everything in force in the whole tenant.
    pub difference: Difference,
    /// The new actions, those that are labelled privileged first.
    pub actions_gained: Vec<ActionId>,
    /// The actions that go, in the same order.
    pub actions_lost: Vec<ActionId>,
    /// Roles among the new ones whose actions are unknown.
    pub unknown: Vec<RoleTemplateId>,
    /// Service roles that come along (R16, R17).
    pub services_gained: Vec<DerivedRole>,
    /// Service roles that go.
    pub services_lost: Vec<DerivedRole>,
    /// Rules worth reading with this change, though they neither refuse nor warn.
    pub notes: Vec<Rule>,
}

/// Works out what `draft` changes for the person of `baseline`.
pub fn summary(session: &Session, baseline: &Baseline, draft: &Draft) -> Summary {
    let catalogue = session.catalogue();
    let held: BTreeSet<RoleAssignment> = baseline.held.iter().copied().collect();
    let after = baseline.after(draft);
    let permanent = |set: &BTreeSet<RoleAssignment>, other: &BTreeSet<RoleAssignment>| {
        set.difference(other)
            .filter(|held| held.is_permanent_tenant_wide())
            .map(|held| held.role)
            .collect::<Vec<_>>()
    };
    let before_roles = in_force(session, baseline, held.iter());
    let after_roles = in_force(session, baseline, after.iter());
    let difference = difference(catalogue, &before_roles, &after_roles);
    let (services_before, services_after) = (
        derived_roles(catalogue, &before_roles),
        derived_roles(catalogue, &after_roles),
    );
    let only = |these: &[DerivedRole], those: &[DerivedRole]| {
        let new = these.iter().filter(|role| !those.contains(role));
        new.cloned().collect::<Vec<_>>()
    };
    let assigned = permanent(&after, &held);
    let unknown = |id: &RoleTemplateId| {
        catalogue
            .role(*id)
            .is_none_or(|role| role.actions == RoleActions::Unknown)
    };
    let becomes_global = assigned.contains(&RoleTemplateId::GLOBAL_ADMINISTRATOR);
    Summary {
        revoked: permanent(&held, &after),
        taken: held
            .difference(&after)
            .filter(|held| !held.is_permanent_tenant_wide())
            .copied()
            .collect(),
        actions_gained: privileged_first(catalogue, &difference.actions_gained),
        actions_lost: privileged_first(catalogue, &difference.actions_lost),
        difference,
        unknown: assigned.iter().copied().filter(unknown).collect(),
        services_gained: only(&services_after, &services_before),
        services_lost: only(&services_before, &services_after),
        notes: becomes_global
            .then_some(Rule::AttributeRolesNotImplied)
            .into_iter()
            .collect(),
        assigned,
    }
}

/// The roles in force over the whole tenant: those of `direct`, and those that groups give.
fn in_force<'a>(
    session: &'a Session,
    baseline: &Baseline,
    direct: impl Iterator<Item = &'a RoleAssignment>,
) -> Vec<RoleTemplateId> {
    let now = session.now();
    let through_groups = session
        .tenant()
        .reaching(baseline.user)
        .map(|(_, held)| held)
        .filter(|held| matches!(held.principal, Principal::Group(_)));
    let mut roles: Vec<_> = direct
        .chain(through_groups)
        .filter(|held| held.scope == DirectoryScope::Tenant && held.is_in_force(now))
        .map(|held| held.role)
        .collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

fn privileged_first(catalogue: &RoleCatalogue, actions: &ActionSet) -> Vec<ActionId> {
    let edition = catalogue.edition(Edition::Current);
    let privileged = |id: &ActionId| edition.entry(*id).and_then(|entry| entry.privileged);
    let mut ids: Vec<_> = actions.iter().collect();
    ids.sort_by_key(|id| privileged(id) != Some(true));
    ids
}
