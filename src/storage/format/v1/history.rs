//! The history in version 1 of the tenant file.

use serde::{Deserialize, Serialize};

use super::AssignmentV1;
use super::value::{Id, Moment, Text};

/// An entry of the history.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AuditV1<'a> {
    /// Its place in the history.
    pub number: u32,
    /// When.
    #[serde(borrow)]
    pub at: Moment<'a>,
    /// Who.
    #[serde(borrow)]
    pub actor: Id<'a>,
    /// Why.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text<'a>>,
    /// The entry it undid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo_of: Option<u32>,
    /// The entry it did again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo_of: Option<u32>,
    /// What changed, as far as it fits on one line.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemV1<'a>>,
}

/// More changes of an entry above.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AuditItemsV1<'a> {
    /// The entry's number.
    pub number: u32,
    /// What else changed.
    #[serde(borrow)]
    pub items: Vec<ItemV1<'a>>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub enum ItemV1<'a> {
    /// The tenant was made, with this buyer.
    #[serde(borrow)]
    TenantFounded(Id<'a>),
    /// A role was assigned.
    #[serde(borrow)]
    RoleAssigned(AssignmentV1<'a>),
    /// A role was revoked.
    #[serde(borrow)]
    RoleRevoked(AssignmentV1<'a>),
    /// A text about a person changed.
    FieldChanged {
        /// Whose.
        #[serde(borrow)]
        user: Id<'a>,
        /// Which.
        field: FieldV1,
        /// The text before.
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        from: Option<Text<'a>>,
        /// The text after.
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        to: Option<Text<'a>>,
    },
    /// Sign-in was blocked.
    #[serde(borrow)]
    SignInBlocked(Id<'a>),
    /// Sign-in was allowed again.
    #[serde(borrow)]
    SignInAllowed(Id<'a>),
    /// A password was reset.
    #[serde(borrow)]
    PasswordReset(Id<'a>),
    /// A password reset was taken back.
    #[serde(borrow)]
    PasswordResetWithdrawn(Id<'a>),
}

/// A text about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[expect(missing_docs, reason = "the fields' own names")]
pub enum FieldV1 {
    DisplayName,
    GivenName,
    Surname,
    JobTitle,
    Department,
    Office,
    UsageLocation,
    AlternateEmail,
    MobilePhone,
}
