//! What would have to change for a refused Command to be allowed.
//!
//! Nothing of the policy stands here: every change is tried on a copy of the tenant, and
//! [`decide`] is asked.

use std::collections::HashMap;

use super::allows_more_unknown;
use super::implied::Implied;
use super::who_can::may_sign_in;
use crate::domain::command::Command;
use crate::domain::delegation::{Context, decide};
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;

/// A change after which a Command would be allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowing {
    /// The actor takes up a role they are eligible for.
    TakeUp(RoleAssignment),
    /// The actor is given a role.
    Assign {
        /// Which.
        role: RoleTemplateId,
        /// Over what: the smallest scope that does.
        scope: DirectoryScope,
    },
}

/// The least changes after which `actor` may run `command`, the least power first; empty when the
/// Command is allowed already, or when no role of the actor's would help.
///
/// What the actor can take up comes before what they would have to be given; within each, fewer
/// privileged actions come first, then fewer actions, then the catalogue's order. A role is left
/// out that allows all that another one found allows and more, over the same scope; so is one that
/// no Global Administrator of the tenant may give.
pub fn least_changes(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    command: &Command,
    most: usize,
) -> Vec<Allowing> {
    if most == 0
        || !may_sign_in(tenant, actor)
        || decide(context, tenant, actor, command).is_allowed()
    {
        return Vec::new();
    }
    let mut trial = Trial {
        context,
        copy: tenant.clone(),
        actor,
        command,
    };
    // Whatever a tenant-wide Global Administrator is refused, no role lifts.
    if !trial.allows(RoleTemplateId::GLOBAL_ADMINISTRATOR, DirectoryScope::Tenant) {
        return Vec::new();
    }
    let mut found: Vec<_> = take_ups(context, tenant, actor)
        .into_iter()
        .filter(|held| trial.allows(held.role, held.scope))
        .map(Allowing::TakeUp)
        .collect();
    let giver = tenant.lasting_global_administrators().next();
    let scopes = scopes(tenant, command);
    for role in context.catalogue.roles() {
        if !role.status.is_assignable() {
            continue;
        }
        let smallest = scopes.iter().find(|scope| trial.allows(role.id, **scope));
        let Some(&scope) = smallest else { continue };
        let wanted = RoleAssignment {
            scope,
            ..RoleAssignment::permanent(Principal::User(actor), role.id)
        };
        let may_be_given = giver.is_none_or(|giver| {
            decide(context, tenant, giver, &Command::AssignRole(wanted)).is_allowed()
        });
        if may_be_given {
            found.push(Allowing::Assign {
                role: role.id,
                scope,
            });
        }
    }
    least(context, found, most)
}

/// What the actor is eligible for and may take up now.
fn take_ups(context: &Context<'_>, tenant: &Tenant, actor: UserId) -> Vec<RoleAssignment> {
    tenant
        .reaching(actor)
        .map(|(_, held)| *held)
        .filter(|held| held.kind == AssignmentKind::Eligible && !held.is_expired(context.now))
        .filter(|held| held.start.is_none_or(|start| start <= context.now))
        .collect()
}

/// Where a role would have to hold, the smallest first: the units of the person concerned, if it
/// is about one, and the tenant.
fn scopes(tenant: &Tenant, command: &Command) -> Vec<DirectoryScope> {
    let units = tenant.administrative_units().values();
    let mut units: Vec<_> = about(command)
        .into_iter()
        .flat_map(|user| {
            units
                .clone()
                .filter(move |unit| unit.members.contains(&user))
        })
        .collect();
    units.sort_by_key(|unit| unit.members.len());
    let units = units.into_iter().map(|unit| unit.id);
    units
        .map(DirectoryScope::AdministrativeUnit)
        .chain([DirectoryScope::Tenant])
        .collect()
}

/// The person a Command is about, if it is about one.
fn about(command: &Command) -> Option<UserId> {
    match command {
        Command::EditContact { user, .. }
        | Command::EditProfile { user, .. }
        | Command::SetSignIn { user, .. }
        | Command::ResetPassword(user)
        | Command::WithdrawPasswordReset(user)
        | Command::RenameUser { user, .. }
        | Command::DeleteUser(user)
        | Command::SetLicences { user, .. }
        | Command::SetProductMail { user, .. }
        | Command::SetDelegatedAdministration { user, .. } => Some(*user),
        Command::Batch(parts) => {
            let first = parts.first().and_then(about)?;
            let same = parts.iter().all(|part| about(part) == Some(first));
            same.then_some(first)
        }
        // A role held in a unit helps with nothing else.
        _ => None,
    }
}

/// Tries roles out on a copy.
struct Trial<'a> {
    context: &'a Context<'a>,
    copy: Tenant,
    actor: UserId,
    command: &'a Command,
}

impl Trial<'_> {
    /// Whether the Command is allowed with this role in force for the actor. It is held for a
    /// moment, so that it does not count as a lasting Global Administrator's (R3).
    fn allows(&mut self, role: RoleTemplateId, scope: DirectoryScope) -> bool {
        let now = self.context.now;
        let held = RoleAssignment {
            scope,
            end: Some(Timestamp(now.0.saturating_add(1))),
            ..RoleAssignment::permanent(Principal::User(self.actor), role)
        };
        let in_the_way = self.copy.assignments().find(&held).copied();
        if in_the_way.is_some_and(|other| other.is_in_force(now)) {
            return false;
        }
        let assignments = self.copy.assignments_mut();
        assignments.remove(&held);
        assignments.insert(held);
        let allowed = decide(self.context, &self.copy, self.actor, self.command).is_allowed();
        let assignments = self.copy.assignments_mut();
        assignments.remove(&held);
        if let Some(other) = in_the_way {
            assignments.insert(other);
        }
        allowed
    }
}

/// The `most` with the least power, without those that another makes needless.
fn least(context: &Context<'_>, found: Vec<Allowing>, most: usize) -> Vec<Allowing> {
    let implied = Implied::new(context.catalogue);
    let places: HashMap<_, _> = context
        .catalogue
        .roles()
        .enumerate()
        .map(|(place, role)| (role.id, place))
        .collect();
    let mut ranked: Vec<_> = found
        .into_iter()
        .map(|change| {
            let (role, scope, given) = match &change {
                Allowing::TakeUp(held) => (held.role, held.scope, false),
                Allowing::Assign { role, scope } => (*role, *scope, true),
            };
            let set = implied.of_role(role);
            let rank = (
                given,
                allows_more_unknown(context.catalogue, role),
                set.shared(implied.privileged()),
                set.len(),
                places.get(&role).copied(),
            );
            (rank, scope, set, change)
        })
        .collect();
    ranked.sort_by_key(|(rank, ..)| *rank);
    let mut kept: Vec<(bool, DirectoryScope, ActionSet, Allowing)> = Vec::new();
    for ((given, ..), scope, set, change) in ranked {
        let more_than = |(other_given, other_scope, other, _): &(bool, _, ActionSet, _)| {
            *other_given == given && *other_scope == scope && *other != set && other.is_within(&set)
        };
        if !kept.iter().any(more_than) {
            kept.push((given, scope, set, change));
        }
    }
    kept.truncate(most);
    kept.into_iter().map(|(.., change)| change).collect()
}
