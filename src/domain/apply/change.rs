//! The changes themselves: each puts something in its place and notes how to take it back.
//!
//! Asks nobody whether it may; what can't be is refused all the same.

use std::collections::BTreeSet;

use super::accounts::contact_texts;
use super::{Done, Impossible, profile};
use crate::domain::audit::{AuditItem, UserField};
use crate::domain::command::Command;
use crate::domain::contact::ContactDetails;
use crate::domain::role::{Principal, RoleAssignment};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::{InvariantError, assignable};
use crate::domain::user::{Profile, SignIn, User, UserId};

pub(super) fn set_assignments(
    tenant: &mut Tenant,
    principal: Principal,
    after: &BTreeSet<RoleAssignment>,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = held_by(tenant, principal);
    for (index, assignment) in after.iter().enumerate() {
        if assignment.principal != principal {
            return Err(Impossible::OtherPrincipal);
        }
        if after
            .iter()
            .skip(index + 1)
            .any(|other| other.same_slot(assignment))
        {
            return Err(Impossible::AlreadyAssigned);
        }
        if !before.contains(assignment) {
            assignable(tenant, assignment)?;
        }
    }
    if before == *after {
        return Ok(());
    }
    let assignments = tenant.assignments_mut();
    for gone in before.difference(after) {
        assignments.remove(gone);
        done.items.push(AuditItem::RoleRevoked(*gone));
    }
    for new in after.difference(&before) {
        assignments.insert(*new);
        done.items.push(AuditItem::RoleAssigned(*new));
    }
    match principal {
        Principal::User(user) => done.touched.push(user),
        Principal::Group(id) => {
            if let Some(group) = tenant.groups().get(&id) {
                done.touched.extend(&group.members);
            }
        }
    }
    done.inverses.push(Command::SetAssignments {
        principal,
        assignments: before,
    });
    Ok(())
}

pub(super) fn edit_contact(
    tenant: &mut Tenant,
    id: UserId,
    contact: &ContactDetails,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.contact, contact.clone())
    })?;
    if note_fields(id, contact_texts(&before), contact_texts(contact), done) {
        done.inverses.push(Command::EditContact {
            user: id,
            contact: before,
        });
    }
    Ok(())
}

pub(super) fn edit_profile(
    tenant: &mut Tenant,
    id: UserId,
    profile: &Profile,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.profile, profile.clone())
    })?;
    if note_fields(id, profile::texts(&before), profile::texts(profile), done) {
        done.inverses.push(Command::EditProfile {
            user: id,
            profile: before,
        });
    }
    Ok(())
}

pub(super) fn set_sign_in(
    tenant: &mut Tenant,
    id: UserId,
    sign_in: SignIn,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.sign_in, sign_in)
    })?;
    if before != sign_in {
        done.touched.push(id);
        done.items.push(match sign_in {
            SignIn::Blocked => AuditItem::SignInBlocked(id),
            SignIn::Allowed => AuditItem::SignInAllowed(id),
        });
        done.inverses.push(Command::SetSignIn {
            user: id,
            sign_in: before,
        });
    }
    Ok(())
}

pub(super) fn require_new_password(
    tenant: &mut Tenant,
    id: UserId,
    required: bool,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.must_change_password, required)
    })?;
    if before != required {
        done.touched.push(id);
        let (item, inverse) = if required {
            (
                AuditItem::PasswordReset(id),
                Command::WithdrawPasswordReset(id),
            )
        } else {
            (
                AuditItem::PasswordResetWithdrawn(id),
                Command::ResetPassword(id),
            )
        };
        done.items.push(item);
        done.inverses.push(inverse);
    }
    Ok(())
}

pub(super) fn edit<R>(
    tenant: &mut Tenant,
    id: UserId,
    change: impl FnOnce(&mut User) -> R,
) -> Result<R, Impossible> {
    tenant
        .users
        .edit(id, change)
        .ok_or(Impossible::Invariant(InvariantError::UnknownUser(id.0)))
}

/// Notes the fields that differ; `false` when none does.
fn note_fields<const N: usize>(
    user: UserId,
    before: [(UserField, Option<Box<str>>); N],
    after: [(UserField, Option<Box<str>>); N],
    done: &mut Done,
) -> bool {
    let noted = done.items.len();
    for ((field, from), (_, to)) in before.into_iter().zip(after) {
        if from != to {
            done.items.push(AuditItem::FieldChanged {
                user,
                field,
                from,
                to,
            });
        }
    }
    let changed = done.items.len() > noted;
    if changed {
        done.touched.push(user);
    }
    changed
}

/// What `principal` holds directly.
pub(super) fn held_by(tenant: &Tenant, principal: Principal) -> BTreeSet<RoleAssignment> {
    tenant.assignments().of(principal).iter().copied().collect()
}
