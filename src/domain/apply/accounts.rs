//! Adding, renaming, deleting and restoring people, and the seats they hold.
//!
//! Asks nobody whether it may; what can't be is refused all the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::{edit, held_by};
use super::{Done, Impossible, profile};
use crate::domain::audit::{AccountEvent, AuditItem, UserField};
use crate::domain::command::Command;
use crate::domain::contact::ContactDetails;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::Principal;
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::{InvariantError, assignable};
use crate::domain::upn::UserPrincipalName;
use crate::domain::user::{
    DelegatedAdministration, DeletedUser, ProductMail, SignIn, User, UserId,
};
use crate::domain::user_table::Duplicate;

pub(super) fn add(tenant: &mut Tenant, user: &User, done: &mut Done) -> Result<(), Impossible> {
    if user.profile.display_name.trim().is_empty() {
        return Err(InvariantError::NoDisplayName(user.upn.as_str().into()).into());
    }
    for licence in &user.licences {
        if tenant.subscription(*licence).is_none() {
            return Err(InvariantError::UnknownSubscription(licence.0).into());
        }
    }
    if tenant.deleted_users().contains_key(&user.id) {
        return Err(InvariantError::DuplicateId(user.id.0).into());
    }
    if let Some(time) = user.last_sign_in.filter(|time| !time.is_in_calendar()) {
        return Err(InvariantError::OutsideCalendar(time).into());
    }
    let mut user = user.clone();
    user.licences.sort_unstable();
    user.licences.dedup();
    enter(tenant, user.clone())?;
    note(done, AccountEvent::Added, &user);
    note_all(&user, false, done);
    done.touched.push(user.id);
    done.inverses.push(Command::WithdrawUser(user.id));
    Ok(())
}

pub(super) fn withdraw(tenant: &mut Tenant, id: UserId, done: &mut Done) -> Result<(), Impossible> {
    if !tenant.assignments().of(Principal::User(id)).is_empty()
        || tenant.memberships(id).next().is_some()
    {
        return Err(Impossible::OnlyInHistory);
    }
    let user = leave(tenant, id)?;
    note(done, AccountEvent::Withdrawn, &user);
    note_all(&user, true, done);
    done.touched.push(id);
    done.inverses.push(Command::AddUser(Box::new(user)));
    Ok(())
}

pub(super) fn rename(
    tenant: &mut Tenant,
    id: UserId,
    upn: &UserPrincipalName,
    done: &mut Done,
) -> Result<(), Impossible> {
    let user = tenant.user(id).ok_or(InvariantError::UnknownUser(id.0))?;
    if user.upn.as_str() == upn.as_str() {
        return Ok(());
    }
    check_domain(tenant, upn)?;
    let holder = tenant.users().by_upn(upn.as_str());
    if holder.is_some_and(|holder| holder.id != id) {
        return Err(InvariantError::DuplicateUpn(upn.as_str().into()).into());
    }
    let before = (tenant.users.rename(id, upn.clone())).ok_or(InvariantError::UnknownUser(id.0))?;
    done.items.push(AuditItem::FieldChanged {
        user: id,
        field: UserField::UserPrincipalName,
        from: Some(before.as_str().into()),
        to: Some(upn.as_str().into()),
    });
    done.touched.push(id);
    done.inverses.push(Command::RenameUser {
        user: id,
        upn: before,
    });
    Ok(())
}

pub(super) fn delete(tenant: &mut Tenant, id: UserId, done: &mut Done) -> Result<(), Impossible> {
    let at = done.now;
    to_deleted(tenant, id, done, |user, tenant| DeletedUser {
        at,
        assignments: held_by(tenant, Principal::User(id)),
        memberships: tenant.memberships(id).collect(),
        user,
    })?;
    done.inverses.push(Command::RestoreUser(id));
    Ok(())
}

pub(super) fn restore(tenant: &mut Tenant, id: UserId, done: &mut Done) -> Result<(), Impossible> {
    let record = tenant.deleted_users().get(&id).cloned();
    let record = record.ok_or(Impossible::NotDeleted(id))?;
    let mut user = record.user.clone();
    // What was removed from the tenant since can't come back with the person.
    user.licences
        .retain(|licence| tenant.subscription(*licence).is_some());
    enter(tenant, user.clone())?;
    Arc::make_mut(&mut tenant.deleted).remove(&id);
    note(done, AccountEvent::Restored, &user);
    for licence in &user.licences {
        done.items.push(AuditItem::LicenceAssigned(id, *licence));
    }
    for set in &record.memberships {
        if tenant.set_member(*set, id, true) == Some(true) {
            done.items.push(AuditItem::MemberAdded(*set, id));
        }
    }
    for held in &record.assignments {
        if assignable(tenant, held).is_ok() && tenant.assignments_mut().insert(*held) {
            done.items.push(AuditItem::RoleAssigned(*held));
        }
    }
    done.touched.push(id);
    done.inverses
        .push(Command::ReturnToDeleted(Box::new(record)));
    Ok(())
}

pub(super) fn purge(tenant: &mut Tenant, id: UserId, done: &mut Done) -> Result<(), Impossible> {
    let record = Arc::make_mut(&mut tenant.deleted).remove(&id);
    let record = record.ok_or(Impossible::NotDeleted(id))?;
    note(done, AccountEvent::Purged, &record.user);
    done.inverses
        .push(Command::ReturnToDeleted(Box::new(record)));
    done.touched.push(id);
    Ok(())
}

/// Takes back a restoring or a deleting for good.
pub(super) fn return_to_deleted(
    tenant: &mut Tenant,
    record: &DeletedUser,
    done: &mut Done,
) -> Result<(), Impossible> {
    let id = record.user.id;
    if tenant.user(id).is_some() {
        to_deleted(tenant, id, done, |_, _| record.clone())?;
        done.inverses.push(Command::RestoreUser(id));
    } else {
        if tenant.deleted_users().contains_key(&id) {
            return Err(InvariantError::DuplicateId(id.0).into());
        }
        Arc::make_mut(&mut tenant.deleted).insert(id, record.clone());
        note(done, AccountEvent::Kept, &record.user);
        done.inverses.push(Command::PurgeUser(id));
        done.touched.push(id);
    }
    Ok(())
}

/// Takes a person out of everything and keeps what `record` makes of it.
fn to_deleted(
    tenant: &mut Tenant,
    id: UserId,
    done: &mut Done,
    record: impl FnOnce(User, &Tenant) -> DeletedUser,
) -> Result<(), Impossible> {
    let user = tenant.user(id).ok_or(InvariantError::UnknownUser(id.0))?;
    let record = record(user.clone(), tenant);
    let assignments = held_by(tenant, Principal::User(id));
    let memberships: BTreeSet<_> = tenant.memberships(id).collect();
    for held in &assignments {
        tenant.assignments_mut().remove(held);
    }
    for set in &memberships {
        tenant.set_member(*set, id, false);
    }
    let user = leave(tenant, id)?;
    note(done, AccountEvent::Deleted, &user);
    let licences = user.licences.iter().copied();
    done.items
        .extend(licences.map(|licence| AuditItem::LicenceRemoved(id, licence)));
    let sets = memberships.into_iter();
    done.items
        .extend(sets.map(|set| AuditItem::MemberRemoved(set, id)));
    done.items
        .extend(assignments.into_iter().map(AuditItem::RoleRevoked));
    done.touched.push(id);
    Arc::make_mut(&mut tenant.deleted).insert(id, record);
    Ok(())
}

pub(super) fn set_licences(
    tenant: &mut Tenant,
    id: UserId,
    licences: &BTreeSet<SubscriptionId>,
    done: &mut Done,
) -> Result<(), Impossible> {
    if let Some(unknown) = licences
        .iter()
        .find(|id| tenant.subscription(**id).is_none())
    {
        return Err(InvariantError::UnknownSubscription(unknown.0).into());
    }
    let after: Vec<_> = licences.iter().copied().collect();
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.licences, after.clone())
    })?;
    if before == after {
        return Ok(());
    }
    tenant.count_seats(&before, &after);
    let given = after.iter().filter(|licence| !before.contains(licence));
    done.items
        .extend(given.map(|licence| AuditItem::LicenceAssigned(id, *licence)));
    let taken = before.iter().filter(|licence| !after.contains(licence));
    done.items
        .extend(taken.map(|licence| AuditItem::LicenceRemoved(id, *licence)));
    done.touched.push(id);
    done.inverses.push(Command::SetLicences {
        user: id,
        licences: before.into_iter().collect(),
    });
    Ok(())
}

pub(super) fn set_product_mail(
    tenant: &mut Tenant,
    id: UserId,
    product_mail: ProductMail,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.product_mail, product_mail)
    })?;
    if before != product_mail {
        done.touched.push(id);
        done.items.push(match product_mail {
            ProductMail::Declined => AuditItem::ProductMailDeclined(id),
            ProductMail::Accepted => AuditItem::ProductMailAccepted(id),
        });
        done.inverses.push(Command::SetProductMail {
            user: id,
            product_mail: before,
        });
    }
    Ok(())
}

pub(super) fn set_delegation(
    tenant: &mut Tenant,
    id: UserId,
    level: DelegatedAdministration,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.delegated_administration, level)
    })?;
    if before != level {
        done.touched.push(id);
        done.items.push(AuditItem::DelegationChanged {
            user: id,
            from: before,
            to: level,
        });
        done.inverses.push(Command::SetDelegatedAdministration {
            user: id,
            level: before,
        });
    }
    Ok(())
}

/// Checks that there are seats for whoever is given one. What the history brings back had its
/// seat before, and an import may have brought more people than seats.
pub(super) fn check_seats(
    tenant: &Tenant,
    before: &[SubscriptionId],
    after: impl IntoIterator<Item = SubscriptionId>,
) -> Result<(), Impossible> {
    for id in after {
        if !before.contains(&id)
            && let Some(sold) = tenant.subscription(id)
            && tenant.seats_used(id) >= sold.seats
        {
            return Err(Impossible::NoSeats {
                subscription: sold.name.clone(),
                seats: sold.seats,
            });
        }
    }
    Ok(())
}

fn enter(tenant: &mut Tenant, user: User) -> Result<(), Impossible> {
    check_domain(tenant, &user.upn)?;
    let (id, upn) = (user.id, Box::from(user.upn.as_str()));
    tenant.insert_user(user).map_err(|taken| {
        Impossible::Invariant(match taken {
            Duplicate::Id => InvariantError::DuplicateId(id.0),
            Duplicate::Upn => InvariantError::DuplicateUpn(upn),
        })
    })
}

fn leave(tenant: &mut Tenant, id: UserId) -> Result<User, Impossible> {
    let user = tenant.remove_user(id);
    user.ok_or(Impossible::Invariant(InvariantError::UnknownUser(id.0)))
}

fn check_domain(tenant: &Tenant, upn: &UserPrincipalName) -> Result<(), InvariantError> {
    if tenant.has_domain(upn.domain(), true) {
        return Ok(());
    }
    Err(InvariantError::UnknownUpnDomain {
        upn: upn.as_str().into(),
        domain: upn.domain().into(),
    })
}

fn note(done: &mut Done, event: AccountEvent, user: &User) {
    done.items.push(AuditItem::Account {
        event,
        user: user.id,
        upn: user.upn.as_str().into(),
    });
}

/// Notes everything a new account has; `taken` when it goes again.
fn note_all(user: &User, taken: bool, done: &mut Done) {
    let id = user.id;
    let texts = profile::texts(&user.profile)
        .into_iter()
        .chain(contact_texts(&user.contact))
        .filter(|(_, text)| text.is_some());
    done.items.extend(texts.map(|(field, text)| {
        let (from, to) = if taken { (text, None) } else { (None, text) };
        AuditItem::FieldChanged {
            user: id,
            field,
            from,
            to,
        }
    }));
    let licences = user.licences.iter().copied();
    done.items.extend(licences.map(|licence| {
        if taken {
            AuditItem::LicenceRemoved(id, licence)
        } else {
            AuditItem::LicenceAssigned(id, licence)
        }
    }));
    if user.sign_in == SignIn::Blocked {
        done.items.push(if taken {
            AuditItem::SignInAllowed(id)
        } else {
            AuditItem::SignInBlocked(id)
        });
    }
    if user.product_mail == ProductMail::Declined {
        done.items.push(if taken {
            AuditItem::ProductMailAccepted(id)
        } else {
            AuditItem::ProductMailDeclined(id)
        });
    }
    if user.delegated_administration != DelegatedAdministration::None {
        let none = DelegatedAdministration::None;
        let (from, to) = if taken {
            (user.delegated_administration, none)
        } else {
            (none, user.delegated_administration)
        };
        done.items
            .push(AuditItem::DelegationChanged { user: id, from, to });
    }
}

/// The texts of contact details, each with its name in the history.
pub(super) fn contact_texts(contact: &ContactDetails) -> [(UserField, Option<Box<str>>); 2] {
    let email = contact.alternate_email.as_ref();
    let phone = contact.mobile_phone.as_ref();
    [
        (
            UserField::AlternateEmail,
            email.map(|it| it.as_str().into()),
        ),
        (UserField::MobilePhone, phone.map(|it| it.as_str().into())),
    ]
}
