//! People: who came and went, and what changed about those who stayed.

use std::sync::Arc;

use super::{Difference, Presence, is_guest, is_synchronised};
use crate::domain::audit::{AuditItem, UserField};
use crate::domain::contact::{AlternateEmail, MobilePhone};
use crate::domain::tenant::Tenant;
use crate::domain::user::{DeletedUser, ProductMail, SignIn, User, UserId};
use crate::domain::user_table::{Chunk, Row, UserTable};

pub(super) fn compare(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    // In the order of the file after; who is not in it any more, in the order before.
    for (user, row) in unshared(&after.users, &before.users) {
        match before.users.get(row).filter(|old| old.id == user.id) {
            Some(old) => changes(old, user, out),
            None => match before.user(user.id) {
                Some(old) => changes(old, user, out),
                None => came(before, user, out),
            },
        }
    }
    for (user, _) in unshared(&before.users, &after.users) {
        if after.user(user.id).is_none() {
            went(user, after, out);
        }
    }
    if Arc::ptr_eq(&before.deleted, &after.deleted) {
        return;
    }
    for (id, record) in after.deleted.iter() {
        match before.deleted.get(id) {
            Some(old) if old == record => {}
            Some(old) => record_changes(old, record, out),
            None if before.user(*id).is_none() => {
                moved(*id, Presence::Absent, Presence::Deleted, out);
            }
            // They were active: told above.
            None => {}
        }
    }
    for id in before.deleted.keys() {
        if !after.deleted.contains_key(id) && after.user(*id).is_none() {
            moved(*id, Presence::Deleted, Presence::Absent, out);
        }
    }
}

/// The people of `table` with their rows, but for the chunks that both share in the same place.
fn unshared<'t>(
    table: &'t UserTable,
    other: &'t UserTable,
) -> impl Iterator<Item = (&'t User, Row)> {
    let shared = |index: usize, chunk: &Arc<Chunk>| {
        let twin = other.chunks().get(index);
        twin.is_some_and(|twin| Arc::ptr_eq(twin, chunk))
    };
    let chunks = table.chunks().iter().enumerate();
    let rows = chunks.scan(0_u32, |first, (index, chunk)| {
        let begins = *first;
        *first = begins.saturating_add(u32::try_from(chunk.len()).unwrap_or(u32::MAX));
        Some((index, begins, chunk))
    });
    let own = rows.filter(move |(index, _, chunk)| !shared(*index, chunk));
    own.flat_map(|(_, begins, chunk)| {
        let rows = chunk.iter().zip(begins..);
        rows.filter_map(|(user, row)| Some((user.as_ref()?, Row(row))))
    })
}

fn moved(user: UserId, from: Presence, to: Presence, out: &mut Vec<Difference>) {
    out.push(Difference::Presence { user, from, to });
}

fn came(before: &Tenant, user: &User, out: &mut Vec<Difference>) {
    if let Some(record) = before.deleted.get(&user.id) {
        moved(user.id, Presence::Deleted, Presence::Active, out);
        changes(&record.user, user, out);
    } else {
        moved(user.id, Presence::Absent, Presence::Active, out);
    }
}

fn went(user: &User, after: &Tenant, out: &mut Vec<Difference>) {
    if let Some(record) = after.deleted.get(&user.id) {
        moved(user.id, Presence::Active, Presence::Deleted, out);
        changes(user, &record.user, out);
    } else {
        moved(user.id, Presence::Active, Presence::Absent, out);
    }
}

fn record_changes(before: &DeletedUser, after: &DeletedUser, out: &mut Vec<Difference>) {
    let user = after.user.id;
    changes(&before.user, &after.user, out);
    if before.at != after.at {
        out.push(Difference::DeletedAt {
            user,
            from: before.at,
            to: after.at,
        });
    }
    let kept = |held: &_, kept| Difference::KeptRole { held: *held, kept };
    let gone = before.assignments.difference(&after.assignments);
    out.extend(gone.map(|held| kept(held, false)));
    let new = after.assignments.difference(&before.assignments);
    out.extend(new.map(|held| kept(held, true)));
    let kept = |set: &_, kept| Difference::KeptMember {
        set: *set,
        user,
        kept,
    };
    let gone = before.memberships.difference(&after.memberships);
    out.extend(gone.map(|set| kept(set, false)));
    let new = after.memberships.difference(&before.memberships);
    out.extend(new.map(|set| kept(set, true)));
}

/// What changed about a person.
fn changes(before: &User, after: &User, out: &mut Vec<Difference>) {
    let user = after.id;
    for ((field, from), (_, to)) in texts(before).into_iter().zip(texts(after)) {
        if from != to {
            out.push(Difference::Item(AuditItem::FieldChanged {
                user,
                field,
                from: from.map(Into::into),
                to: to.map(Into::into),
            }));
        }
    }
    if before.kind != after.kind {
        let guest = is_guest(after.kind);
        out.push(Difference::Kind { user, guest });
    }
    if before.source != after.source {
        let synchronised = is_synchronised(after.source);
        out.push(Difference::Source { user, synchronised });
    }
    let mut item = |item| out.push(Difference::Item(item));
    if before.sign_in != after.sign_in {
        item(match after.sign_in {
            SignIn::Blocked => AuditItem::SignInBlocked(user),
            SignIn::Allowed => AuditItem::SignInAllowed(user),
        });
    }
    match (before.must_change_password, after.must_change_password) {
        (false, true) => item(AuditItem::PasswordReset(user)),
        (true, false) => item(AuditItem::PasswordResetWithdrawn(user)),
        (false, false) | (true, true) => {}
    }
    if before.licences != after.licences {
        let gone = before
            .licences
            .iter()
            .filter(|one| !after.licences.contains(one));
        gone.for_each(|one| item(AuditItem::LicenceRemoved(user, *one)));
        let new = after
            .licences
            .iter()
            .filter(|one| !before.licences.contains(one));
        new.for_each(|one| item(AuditItem::LicenceAssigned(user, *one)));
    }
    if before.delegated_administration != after.delegated_administration {
        item(AuditItem::DelegationChanged {
            user,
            from: before.delegated_administration,
            to: after.delegated_administration,
        });
    }
    if before.product_mail != after.product_mail {
        item(match after.product_mail {
            ProductMail::Declined => AuditItem::ProductMailDeclined(user),
            ProductMail::Accepted => AuditItem::ProductMailAccepted(user),
        });
    }
    if before.last_sign_in != after.last_sign_in {
        out.push(Difference::LastSignIn {
            user,
            from: before.last_sign_in,
            to: after.last_sign_in,
        });
    }
}

/// Every text about a person.
fn texts(user: &User) -> [(UserField, Option<&str>); 10] {
    let User {
        upn,
        profile,
        contact,
        ..
    } = user;
    let email = contact.alternate_email.as_ref();
    let phone = contact.mobile_phone.as_ref();
    [
        (UserField::UserPrincipalName, Some(upn.as_str())),
        (UserField::DisplayName, Some(&profile.display_name)),
        (UserField::GivenName, profile.given_name.as_deref()),
        (UserField::Surname, profile.surname.as_deref()),
        (UserField::JobTitle, profile.job_title.as_deref()),
        (UserField::Department, profile.department.as_deref()),
        (UserField::Office, profile.office.as_deref()),
        (UserField::UsageLocation, profile.usage_location.as_deref()),
        (UserField::AlternateEmail, email.map(AlternateEmail::as_str)),
        (UserField::MobilePhone, phone.map(MobilePhone::as_str)),
    ]
}
