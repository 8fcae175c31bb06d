//! One way a role is to be held: the row of *More options*.
//!
//! Holds what was chosen and typed, readable or not, and remembers what it was in the tenant.

use super::moment::{MomentError, When};
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::time::Timestamp;

/// A way to hold a role, as it is being chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from the others while it changes; the same for as long as it is edited.
    pub number: u32,
    /// Which role.
    pub role: RoleTemplateId,
    /// Active, or eligible.
    pub kind: AssignmentKind,
    /// Where.
    pub scope: DirectoryScope,
    /// Whether it begins or ends. The moments count only then.
    pub limited: bool,
    /// From when.
    pub start: When,
    /// Until when.
    pub end: When,
    /// What the tenant has of it.
    pub origin: Option<RoleAssignment>,
}

/// What keeps an entry from being an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The start can't be read.
    From(MomentError),
    /// The end can't be read.
    Until(MomentError),
    /// It is to be limited in time, and neither start nor end is given.
    NoTime,
    /// It ends before it starts, or as it does.
    EndsBeforeStart,
    /// The role is held in the same scope and kind by another entry.
    Twice,
}

impl Problem {
    /// Whether it is about the field of the start.
    pub const fn is_of_start(self) -> bool {
        matches!(self, Self::From(_) | Self::NoTime)
    }

    /// Whether it is about the field of the end.
    pub const fn is_of_end(self) -> bool {
        matches!(self, Self::Until(_) | Self::EndsBeforeStart)
    }
}

impl Entry {
    /// An assignment of the tenant.
    pub fn of(number: u32, held: RoleAssignment) -> Self {
        Self {
            number,
            role: held.role,
            kind: held.kind,
            scope: held.scope,
            limited: held.start.is_some() || held.end.is_some(),
            start: When::at(held.start),
            end: When::at(held.end),
            origin: Some(held),
        }
    }

    /// A role held for good over the whole tenant.
    pub fn permanent(number: u32, role: RoleTemplateId) -> Self {
        Self {
            number,
            role,
            kind: AssignmentKind::Active,
            scope: DirectoryScope::Tenant,
            limited: false,
            start: When::default(),
            end: When::default(),
            origin: None,
        }
    }

    /// The assignment it makes for `principal`, or what is wrong with it.
    pub fn assignment(&self, principal: Principal) -> Result<RoleAssignment, Problem> {
        let (start, end) = if self.limited {
            let start = self.start.value().map_err(Problem::From)?;
            let end = self.end.value().map_err(Problem::Until)?;
            match (start, end) {
                (None, None) => return Err(Problem::NoTime),
                (Some(start), Some(end)) if end <= start => return Err(Problem::EndsBeforeStart),
                times => times,
            }
        } else {
            (None, None)
        };
        Ok(RoleAssignment {
            principal,
            role: self.role,
            scope: self.scope,
            kind: self.kind,
            start,
            end,
        })
    }

    /// Whether it is active over the whole tenant, without start or end.
    pub fn is_permanent_tenant_wide(&self) -> bool {
        self.kind == AssignmentKind::Active && self.scope == DirectoryScope::Tenant && !self.limited
    }

    /// Whether it is over at `now`, and counts as none.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        let end = self.end.value().ok().flatten();
        self.limited && end.is_some_and(|end| end <= now)
    }

    /// Whether both are the same role in the same scope and kind.
    pub fn same_slot(&self, other: &Self) -> bool {
        (self.role, self.scope, self.kind) == (other.role, other.scope, other.kind)
    }
}
