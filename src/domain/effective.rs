//! What a set of roles amounts to: permissions, actions, and the roles that come along.
//!
//! Reads only. Nothing here decides about a change.

mod access;
mod gaps;
mod implied;
mod least;
mod may;
mod need;
mod who_can;

pub use self::access::{Access, Holding, Standing, actions_in_force};
pub use self::gaps::{Exceeding, Redundant, exceeding, redundant_roles, uncovered_tasks};
pub use self::least::{Least, LeastSet, least_roles};
pub use self::may::{Allowing, least_changes};
pub use self::need::{Coverage, Need, Serving};
pub use self::who_can::{Way, WhoCan};
use super::catalogue::RoleCatalogue;
use super::language::LocalText;
use super::office365::{Grant, Office365Permission, Office365Role};
use super::resource_action::ActionSet;
use super::role::{ActionSource, RoleActions, RoleTemplateId};
use super::rule::Rule;

/// The best grant that any of `roles` gives for `permission`.
pub fn best_grant(
    catalogue: &RoleCatalogue,
    roles: &[RoleTemplateId],
    permission: Office365Permission,
) -> Grant {
    roles
        .iter()
        .map(|role| catalogue.grant(*role, permission))
        .max()
        .unwrap_or_default()
}

/// What roles add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Powers {
    /// The best grant for each permission, in the order of [`Office365Permission::ALL`].
    pub grants: [Grant; 15],
    /// Every known resource action of the current edition.
    pub actions: ActionSet,
    /// Whether a role is among them that may allow more than is known.
    pub more_unknown: bool,
}

/// Adds up `roles`.
pub fn powers(catalogue: &RoleCatalogue, roles: &[RoleTemplateId]) -> Powers {
    let mut powers = Powers::default();
    for (grant, permission) in powers.grants.iter_mut().zip(Office365Permission::ALL) {
        *grant = best_grant(catalogue, roles, permission);
    }
    for role in roles {
        if let Some(set) = catalogue.actions(*role) {
            powers.actions.union_with(set);
        }
        powers.more_unknown |= allows_more_unknown(catalogue, *role);
    }
    powers
}

/// Whether a role may allow more than is known of it: no table of it could be read, or it is the
/// tenant's own and names actions that no list has.
pub fn allows_more_unknown(catalogue: &RoleCatalogue, role: RoleTemplateId) -> bool {
    if catalogue.actions(role).is_none() {
        return true;
    }
    match catalogue.role(role).map(|definition| &definition.actions) {
        Some(RoleActions::Known { source, .. }) => {
            matches!(source, ActionSource::Custom { unlisted } if *unlisted > 0)
        }
        Some(RoleActions::Unknown) | None => true,
    }
}

/// What changes when one set of roles takes the place of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Permissions that go further: which, from, to.
    pub gained: Vec<(Office365Permission, Grant, Grant)>,
    /// Permissions that go less far: which, from, to.
    pub lost: Vec<(Office365Permission, Grant, Grant)>,
    /// Resource actions that are new.
    pub actions_gained: ActionSet,
    /// Resource actions that go.
    pub actions_lost: ActionSet,
}

impl Difference {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.gained.is_empty()
            && self.lost.is_empty()
            && self.actions_gained.is_empty()
            && self.actions_lost.is_empty()
    }
}

/// What is gained and lost by holding `after` in place of `before`.
pub fn difference(
    catalogue: &RoleCatalogue,
    before: &[RoleTemplateId],
    after: &[RoleTemplateId],
) -> Difference {
    let (before, after) = (powers(catalogue, before), powers(catalogue, after));
    let mut difference = Difference {
        actions_gained: after.actions.minus(&before.actions),
        actions_lost: before.actions.minus(&after.actions),
        ..Difference::default()
    };
    for ((permission, from), to) in Office365Permission::ALL
        .into_iter()
        .zip(before.grants)
        .zip(after.grants)
    {
        if to > from {
            difference.gained.push((permission, from, to));
        } else if to < from {
            difference.lost.push((permission, from, to));
        }
    }
    difference
}

/// A role in a service that comes with an admin role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivedRole {
    /// The admin role it comes with.
    pub from: Office365Role,
    /// The service it is in.
    pub service: Box<str>,
    /// Its name there.
    pub name: LocalText,
    /// The rule that says so.
    pub rule: Rule,
}

/// The service roles that follow from `roles` (R17), and the CRM role of R16.
pub fn derived_roles(catalogue: &RoleCatalogue, roles: &[RoleTemplateId]) -> Vec<DerivedRole> {
    let mut derived = Vec::new();
    for role in Office365Role::ALL {
        if !roles.contains(&role.template_id()) {
            continue;
        }
        let entry = catalogue.office365_role(role);
        for (service, name) in entry.iter().flat_map(|entry| &entry.service_roles) {
            derived.push(DerivedRole {
                from: role,
                service: service.clone(),
                name: name.clone(),
                rule: Rule::ServiceRolesFollow,
            });
        }
        if role == Office365Role::Global {
            derived.push(DerivedRole {
                from: role,
                service: "Dynamics CRM Online".into(),
                name: LocalText::new("System Administrator", "Systeembeheerder"),
                rule: Rule::CrmSystemAdministrator,
            });
        }
    }
    derived
}
