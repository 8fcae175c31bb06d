//! The history of a tenant: who changed what, when and why.
//!
//! Entries are appended by [`super::apply`] and by nothing else, and never changed after.
//! What happened is kept as data, so that it reads in either language.

use super::role::RoleAssignment;
use super::time::Timestamp;
use super::user::UserId;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place in the history, from 1.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: UserId,
    /// Why, where a reason was given.
    pub reason: Option<Box<str>>,
    /// Whether it was done, undone or done again.
    pub origin: AuditOrigin,
    /// What changed, in the order it did.
    pub items: Vec<AuditItem>,
}

/// Whether a change was done for itself or by going back and forth in the history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuditOrigin {
    /// Asked for.
    #[default]
    Direct,
    /// Undid the entry of this number.
    Undo(u32),
    /// Did the entry of this number again.
    Redo(u32),
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuditItem {
    /// The tenant was made, with this buyer as its first Global Administrator (R2).
    TenantFounded(UserId),
    /// A role was assigned.
    RoleAssigned(RoleAssignment),
    /// A role was revoked.
    RoleRevoked(RoleAssignment),
    /// A text about a person changed.
    FieldChanged {
        /// Whose.
        user: UserId,
        /// Which.
        field: UserField,
        /// The text before.
        from: Option<Box<str>>,
        /// The text after.
        to: Option<Box<str>>,
    },
    /// Sign-in was blocked.
    SignInBlocked(UserId),
    /// Sign-in was allowed again.
    SignInAllowed(UserId),
    /// A password was reset.
    PasswordReset(UserId),
    /// A password reset was taken back before it was used.
    PasswordResetWithdrawn(UserId),
}

impl AuditItem {
    /// What taking this back is; nothing takes back the making of a tenant.
    pub(super) fn undone(&self) -> Option<Self> {
        Some(match self {
            Self::TenantFounded(_) => return None,
            Self::RoleAssigned(assignment) => Self::RoleRevoked(*assignment),
            Self::RoleRevoked(assignment) => Self::RoleAssigned(*assignment),
            Self::FieldChanged {
                user,
                field,
                from,
                to,
            } => Self::FieldChanged {
                user: *user,
                field: *field,
                from: to.clone(),
                to: from.clone(),
            },
            Self::SignInBlocked(user) => Self::SignInAllowed(*user),
            Self::SignInAllowed(user) => Self::SignInBlocked(*user),
            Self::PasswordReset(user) => Self::PasswordResetWithdrawn(*user),
            Self::PasswordResetWithdrawn(user) => Self::PasswordReset(*user),
        })
    }
}

/// A text about a person that a change can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UserField {
    /// The name shown.
    DisplayName,
    /// First name.
    GivenName,
    /// Last name.
    Surname,
    /// Job title.
    JobTitle,
    /// Department.
    Department,
    /// Office.
    Office,
    /// Usage location.
    UsageLocation,
    /// Alternate e-mail address.
    AlternateEmail,
    /// Mobile phone.
    MobilePhone,
}
