//! Writes a whole tenant as lines of version 1, over every core, in a stable order.

use std::collections::BTreeMap;

use crate::domain::audit::AuditEntry;
use crate::domain::role::RoleAssignment;
use crate::domain::tenant::TenantSnapshot;
use crate::domain::user::{DeletedUser, User};

use super::{RecordV1, history, make, settings, write};
use crate::storage::error::SaveError;
use crate::storage::format::{RECORD_MAX, blocks};
use crate::storage::progress::Progress;

/// The part of the whole work that this is.
const SPAN: (f32, f32) = (0.0, 0.7);
/// How many short records make a piece of work.
const PIECE: usize = 1024;
/// About how long a person's line is, so that a piece need not grow on the way.
const USER_LINE: usize = 400;

/// A piece of the file.
enum Piece<'a> {
    /// The organisation and all that belongs to it.
    Front,
    /// Rows of people; an empty one is not written.
    Users(&'a [Option<User>]),
    DeletedUsers(&'a [&'a DeletedUser]),
    /// The groups, the administrative units and the role sets.
    Sets,
    Assignments(&'a [&'a RoleAssignment]),
    Audit(&'a [AuditEntry]),
    /// The closing bracket.
    End,
}

/// Everything after the header, in pieces.
pub(in crate::storage) fn pieces(
    snapshot: &TenantSnapshot,
    progress: &Progress,
) -> Result<Vec<String>, SaveError> {
    let assignments: Vec<_> = snapshot.assignments.iter().collect();
    let deleted: Vec<_> = snapshot.deleted.values().collect();
    let mut pieces = vec![Piece::Front];
    pieces.extend(snapshot.users.iter().map(|chunk| Piece::Users(chunk)));
    pieces.extend(deleted.chunks(PIECE).map(Piece::DeletedUsers));
    pieces.push(Piece::Sets);
    pieces.extend(assignments.chunks(PIECE).map(Piece::Assignments));
    pieces.extend(snapshot.audit.chunks(PIECE).map(Piece::Audit));
    pieces.push(Piece::End);
    blocks::each(pieces.len(), (progress, SPAN.0, SPAN.1), |index| {
        let mut out = String::new();
        match pieces.get(index) {
            None => {}
            Some(Piece::Front) => front(&mut out, snapshot)?,
            Some(Piece::Users(users)) => {
                out.reserve(users.len() * USER_LINE);
                for user in users.iter().flatten() {
                    line(&mut out, &make::user(user))?;
                }
            }
            Some(Piece::DeletedUsers(deleted)) => {
                for deleted in *deleted {
                    line(&mut out, &make::deleted_user(deleted))?;
                }
            }
            Some(Piece::Sets) => sets(&mut out, snapshot)?,
            Some(Piece::Assignments(held)) => {
                for held in *held {
                    line(&mut out, &make::assignment(held))?;
                }
            }
            Some(Piece::Audit(entries)) => {
                for record in entries.iter().flat_map(history::make::audit) {
                    line(&mut out, &record)?;
                }
            }
            Some(Piece::End) => out.push_str("]\n"),
        }
        Ok(out)
    })
}

fn front(out: &mut String, snapshot: &TenantSnapshot) -> Result<(), SaveError> {
    line(out, &make::organization(&snapshot.organization))?;
    for domain in &snapshot.domains {
        line(out, &make::domain(domain))?;
    }
    for subscription in &snapshot.subscriptions {
        line(out, &make::subscription(subscription))?;
    }
    for partner in &snapshot.organization.partners {
        line(out, &make::partner(partner))?;
    }
    for customer in &snapshot.organization.customers {
        line(out, &make::customer(customer))?;
    }
    Ok(())
}

fn sets(out: &mut String, snapshot: &TenantSnapshot) -> Result<(), SaveError> {
    for record in snapshot.groups.values().flat_map(make::group) {
        line(out, &record)?;
    }
    for record in snapshot.administrative_units.values().flat_map(make::unit) {
        line(out, &record)?;
    }
    for role in snapshot.custom_roles.values() {
        line(out, &settings::role_definition(role))?;
    }
    for (name, roles) in &*snapshot.role_sets {
        line(out, &make::role_set(name, roles))?;
    }
    let review = &snapshot.review;
    if let Some(record) = settings::thresholds(review.thresholds) {
        line(out, &record)?;
    }
    for user in &review.break_glass {
        line(out, &settings::break_glass(*user))?;
    }
    // By their keys, since the order of the sorts may change in the source.
    let by_key: BTreeMap<_, _> = (review.accepted.iter())
        .map(|accepted| (accepted.0.to_text(), accepted))
        .collect();
    for (finding, acceptance) in by_key.into_values() {
        line(out, &settings::acceptance(*finding, acceptance))?;
    }
    Ok(())
}

/// One record on its line. What could not be read again is not written.
fn line(out: &mut String, record: &RecordV1<'_>) -> Result<(), SaveError> {
    let begin = out.len();
    write::record(out, record)?;
    out.push_str(",\n");
    if out.len() - begin > RECORD_MAX {
        return Err(SaveError::RecordTooLong);
    }
    Ok(())
}
