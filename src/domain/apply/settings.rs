//! The tenant's own roles, and what its review goes by.
//!
//! Asks nobody whether it may; what can't be is refused all the same.

use std::sync::Arc;

use super::notes::check_name;
use super::{Done, Impossible};
use crate::domain::audit::{AuditItem, Thing, differences};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::Command;
use crate::domain::custom_role::CustomRole;
use crate::domain::review::{Acceptance, FindingKey, ReviewSettings, Thresholds};
use crate::domain::role::{Principal, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::user::UserId;

pub(super) fn set_custom_role(
    tenant: &mut Tenant,
    id: RoleTemplateId,
    role: Option<&CustomRole>,
    done: &mut Done,
) -> Result<(), Impossible> {
    if role.is_some_and(|role| role.id != id) {
        return Err(InvariantError::DuplicateId(id.0).into());
    }
    let before = tenant.custom_roles.get(&id).cloned();
    if before.as_ref() == role {
        return Ok(());
    }
    if role.is_none()
        && let Some(before) = &before
        && is_used(tenant, id)
    {
        return Err(Impossible::RoleInUse(before.name.clone()));
    }
    let roles = Arc::make_mut(&mut tenant.custom_roles);
    match role {
        Some(role) => roles.insert(id, role.clone()),
        None => roles.remove(&id),
    };
    done.items
        .extend(differences::of_role(before.as_ref(), role));
    done.touched.extend(holders(tenant, id));
    done.inverses.push(Command::SetCustomRole {
        id,
        role: before.map(Box::new),
    });
    Ok(())
}

/// Checks what only holds for a role that is new or changed.
pub(super) fn check_role(
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    id: RoleTemplateId,
    role: Option<&CustomRole>,
) -> Result<(), Impossible> {
    let Some(role) = role else {
        return match tenant.custom_roles.get(&id) {
            Some(_) => Ok(()),
            None => Err(Impossible::NoSuchRole(id)),
        };
    };
    check_name(&role.name)?;
    if role.description.chars().count() > DESCRIPTION_MAX {
        return Err(Impossible::TextTooLong(role.description.clone()));
    }
    if role.actions.is_empty() {
        return Err(Impossible::NoActions);
    }
    let wanted = role.name.to_lowercase();
    let same = |other: &&CustomRole| other.id != id && other.name.to_lowercase() == wanted;
    if let Some(other) = tenant.custom_roles.values().find(same) {
        return Err(Impossible::NameTaken(other.name.clone()));
    }
    // By the name of a built-in role people would give another than they mean.
    let before = tenant.custom_roles.get(&id);
    let renamed = before.is_none_or(|before| before.name.to_lowercase() != wanted);
    if renamed && let Some(name) = catalogue.built_in_name(&wanted) {
        return Err(Impossible::NameTaken(name.into()));
    }
    Ok(())
}

/// The longest description of a role, in characters: the directory's limit.
pub const DESCRIPTION_MAX: usize = 1024;

/// Whether someone or some group holds the role, a deleted person had it, or a role set names it.
fn is_used(tenant: &Tenant, id: RoleTemplateId) -> bool {
    let held = tenant.assignments().of_role(id).next().is_some();
    let had = || {
        let mut gone = tenant.deleted_users().values();
        gone.any(|deleted| deleted.assignments.iter().any(|held| held.role == id))
    };
    let in_set = || tenant.role_sets().values().any(|set| set.contains(&id));
    held || had() || in_set()
}

fn holders(tenant: &Tenant, id: RoleTemplateId) -> Vec<UserId> {
    let held = tenant.assignments().of_role(id);
    held.flat_map(|held| match held.principal {
        Principal::User(user) => vec![user],
        Principal::Group(group) => (tenant.groups().get(&group))
            .map(|group| group.members.iter().copied().collect())
            .unwrap_or_default(),
    })
    .collect()
}

pub(super) fn set_thresholds(
    tenant: &mut Tenant,
    after: Thresholds,
    done: &mut Done,
) -> Result<(), Impossible> {
    if !after.is_valid() {
        return Err(Impossible::Thresholds);
    }
    let before = tenant.review.thresholds;
    if before == after {
        return Ok(());
    }
    review(tenant).thresholds = after;
    done.items.extend(differences::of_thresholds(before, after));
    done.inverses.push(Command::SetThresholds(before));
    Ok(())
}

pub(super) fn set_break_glass(
    tenant: &mut Tenant,
    user: UserId,
    registered: bool,
    done: &mut Done,
) {
    if tenant.review.break_glass.contains(&user) == registered {
        return;
    }
    let name: Box<str> = match tenant.user(user) {
        Some(user) => user.upn.as_str().into(),
        None => user.0.to_string().into(),
    };
    let thing = Thing::BreakGlass(user);
    let accounts = &mut review(tenant).break_glass;
    done.items.push(if registered {
        accounts.insert(user);
        AuditItem::Added { thing, name }
    } else {
        accounts.remove(&user);
        AuditItem::Removed { thing, name }
    });
    done.touched.push(user);
    done.inverses.push(Command::SetBreakGlass {
        user,
        registered: !registered,
    });
}

/// Checks what only holds for an account that is registered now: who is gone can be taken off the
/// list, and put on it again only by undoing that.
pub(super) fn check_break_glass(
    tenant: &Tenant,
    user: UserId,
    registered: bool,
) -> Result<(), Impossible> {
    let new = registered && !tenant.review.break_glass.contains(&user);
    match tenant.user(user) {
        None if new => Err(InvariantError::UnknownUser(user.0).into()),
        _ => Ok(()),
    }
}

/// Checks an acceptance that is given now.
pub(super) fn check_acceptance(
    acceptance: Option<&Acceptance>,
    now: crate::domain::time::Timestamp,
) -> Result<(), Impossible> {
    let Some(acceptance) = acceptance else {
        return Ok(());
    };
    check_name(&acceptance.reason)?;
    if acceptance.until <= now || !acceptance.until.is_in_calendar() {
        return Err(Impossible::AlreadyOver);
    }
    Ok(())
}

pub(super) fn set_acceptance(
    tenant: &mut Tenant,
    finding: FindingKey,
    after: Option<&Acceptance>,
    done: &mut Done,
) {
    let before = tenant.review.accepted.get(&finding).cloned();
    if before.as_ref() == after {
        return;
    }
    let accepted = &mut review(tenant).accepted;
    match after {
        Some(after) => accepted.insert(finding, after.clone()),
        None => accepted.remove(&finding),
    };
    done.items
        .extend(differences::of_acceptance(finding, before.as_ref(), after));
    done.inverses.push(Command::SetAcceptance {
        finding,
        acceptance: before,
    });
}

fn review(tenant: &mut Tenant) -> &mut ReviewSettings {
    Arc::make_mut(&mut tenant.review)
}
