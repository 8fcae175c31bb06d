//! What the index remembers of one person besides the text.

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::role::{AssignmentKind, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::{SignIn, User, UserKind, UserSource};

/// A yes or no that people are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Holds an admin role that is in force.
    Administrator,
    /// Is a Global Administrator of the whole tenant, now.
    GlobalAdministrator,
    /// Holds a privileged role that is in force.
    Privileged,
    /// Was invited from elsewhere.
    Guest,
    /// Is synchronised from a directory on-premises.
    Synchronised,
    /// May not sign in.
    Blocked,
    /// Has no mobile phone or no alternate e-mail address.
    MissingContact,
    /// Holds a seat of a subscription.
    Licensed,
    /// Must choose a new password at the next sign-in.
    MustChangePassword,
}

impl Kind {
    /// Every kind, in the order of the filters.
    pub const ALL: [Self; 9] = [
        Self::Administrator,
        Self::GlobalAdministrator,
        Self::Privileged,
        Self::Guest,
        Self::Synchronised,
        Self::Blocked,
        Self::MissingContact,
        Self::Licensed,
        Self::MustChangePassword,
    ];

    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kinds(u16);

impl Kinds {
    /// Whether none is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a kind is in it.
    pub const fn has(self, kind: Kind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Puts a kind in, or takes it out.
    pub const fn set(&mut self, kind: Kind, present: bool) {
        if present {
            self.0 |= kind.bit();
        } else {
            self.0 &= !kind.bit();
        }
    }

    /// Whether `flags` have all of them.
    pub(super) const fn all_in(self, flags: u16) -> bool {
        flags & self.0 == self.0
    }
}

const NO_EMAIL: u16 = 1 << 14;
const NO_PHONE: u16 = 1 << 15;

/// How much is missing to reach someone, from the flags: nothing, one way, or both.
pub(super) fn missing_ways(flags: u16) -> usize {
    (flags & (NO_EMAIL | NO_PHONE)).count_ones() as usize
}

/// One person, apart from the text.
#[derive(Debug)]
pub(super) struct Facts {
    /// [`Kind::bit`]s and more.
    pub flags: u16,
    /// The roles that stand in the person's row and are not over, ascending.
    pub roles: Vec<RoleTemplateId>,
    /// Seconds, as in a timestamp; the least number when they never signed in.
    pub last_sign_in: i64,
}

impl Facts {
    /// What is true of a row that nobody is in.
    pub const fn of_nobody() -> Self {
        Self {
            flags: 0,
            roles: Vec::new(),
            last_sign_in: i64::MIN,
        }
    }

    pub fn of(tenant: &Tenant, catalogue: &RoleCatalogue, now: Timestamp, user: &User) -> Self {
        let mut flags = 0;
        let mut is = |kind: Kind, yes: bool| flags |= if yes { kind.bit() } else { 0 };
        let mut roles = Vec::new();
        for (_, held) in tenant.reaching(user.id) {
            if held.is_expired(now) {
                continue;
            }
            roles.push(held.role);
            if held.kind == AssignmentKind::Active && held.is_in_force(now) {
                is(Kind::Administrator, true);
                let definition = catalogue.role(held.role);
                is(
                    Kind::Privileged,
                    definition.is_some_and(|role| role.privileged),
                );
            }
        }
        roles.sort_unstable();
        roles.dedup();
        is(
            Kind::GlobalAdministrator,
            !roles.is_empty() && tenant.is_global_administrator(user.id, now),
        );
        is(Kind::Guest, user.kind == UserKind::Guest);
        is(
            Kind::Synchronised,
            user.source == UserSource::DirectorySynchronised,
        );
        is(Kind::Blocked, user.sign_in == SignIn::Blocked);
        is(Kind::Licensed, !user.licences.is_empty());
        is(Kind::MustChangePassword, user.must_change_password);
        if user.contact.alternate_email.is_none() {
            flags |= NO_EMAIL | Kind::MissingContact.bit();
        }
        if user.contact.mobile_phone.is_none() {
            flags |= NO_PHONE | Kind::MissingContact.bit();
        }
        Self {
            flags,
            roles,
            last_sign_in: user.last_sign_in.map_or(i64::MIN, |time| time.0),
        }
    }
}
