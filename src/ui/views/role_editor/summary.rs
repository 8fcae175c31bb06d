//! What a draft would change: roles, permissions, actions, service roles.
//!
//! Pure, and about the effect only; whether it may be is the policy's to say.

use std::collections::BTreeSet;

use super::baseline::Baseline;
use super::draft::Draft;
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::effective::{DerivedRole, Difference, derived_roles, difference};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::{DirectoryScope, Principal, RoleActions, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::{DelegatedAdministration, ProductMail};
use crate::session::Session;

/// What would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Roles given, each in the way it is to be held.
    pub given: Vec<RoleAssignment>,
    /// Roles taken away.
    pub taken: Vec<RoleAssignment>,
    /// Permissions and actions, over everything in force in the whole tenant.
    pub difference: Difference,
    /// The new actions, those that are labelled privileged first.
    pub actions_gained: Vec<ActionId>,
    /// The actions that go, in the same order.
    pub actions_lost: Vec<ActionId>,
    /// Roles among those newly in force whose actions are unknown.
    pub unknown: Vec<RoleTemplateId>,
    /// Service roles that come along (R16, R17).
    pub services_gained: Vec<DerivedRole>,
    /// Service roles that go.
    pub services_lost: Vec<DerivedRole>,
    /// The service roles there will be.
    pub derived: Vec<DerivedRole>,
    /// How far the person administers customers: before and after, if that changes.
    pub delegation: Option<(DelegatedAdministration, DelegatedAdministration)>,
    /// Whether mail about products comes, if that changes.
    pub product_mail: Option<ProductMail>,
    /// Rules worth reading with this change, though they neither refuse nor warn.
    pub notes: Vec<Rule>,
    /// Rules worth reading with what is held or chosen, whether it changes or not.
    pub held_notes: Vec<Rule>,
}

impl Summary {
    /// Whether any role is given or taken.
    pub fn changes_roles(&self) -> bool {
        !(self.given.is_empty() && self.taken.is_empty())
    }
}

/// Works out what `draft` changes for the person of `baseline`.
pub fn summary(session: &Session, baseline: &Baseline, draft: &Draft) -> Summary {
    let catalogue = session.catalogue();
    let held: BTreeSet<RoleAssignment> = baseline.held.iter().copied().collect();
    let after = baseline.after(draft);
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
    let given: Vec<_> = after.difference(&held).copied().collect();
    let newly_in_force = after_roles
        .iter()
        .filter(|role| !before_roles.contains(role));
    let is_unknown = |id: &&RoleTemplateId| {
        catalogue
            .role(**id)
            .is_none_or(|role| role.actions == RoleActions::Unknown)
    };
    let unknown = newly_in_force.filter(is_unknown).copied().collect();
    let becomes_global = given.contains(&RoleAssignment::permanent(
        baseline.principal(),
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
    ));
    // Also of a role that is eligible, or held for a part: it will be asked about then.
    let now = session.now();
    let site_collections = session
        .tenant()
        .reaching(baseline.user)
        .map(|(_, held)| held)
        .chain(&after)
        .any(|held| held.role == RoleTemplateId::SHAREPOINT_ADMINISTRATOR && !held.is_expired(now));
    let delegation = (baseline.delegation, draft.delegation);
    Summary {
        taken: held.difference(&after).copied().collect(),
        actions_gained: privileged_first(catalogue, &difference.actions_gained),
        actions_lost: privileged_first(catalogue, &difference.actions_lost),
        difference,
        unknown,
        services_gained: only(&services_after, &services_before),
        services_lost: only(&services_before, &services_after),
        derived: services_after,
        delegation: (delegation.0 != delegation.1).then_some(delegation),
        product_mail: (baseline.product_mail != draft.product_mail).then_some(draft.product_mail),
        notes: becomes_global
            .then_some(Rule::AttributeRolesNotImplied)
            .into_iter()
            .collect(),
        held_notes: site_collections
            .then_some(Rule::SiteAndTermStoreElsewhere)
            .into_iter()
            .collect(),
        given,
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
