//! The history in version 1 of the tenant file: its records, and how they are read and written.

pub mod make;
pub(super) mod read;
pub(super) mod write;

use serde::{Deserialize, Serialize};

use super::AssignmentV1;
use super::people::DelegatedV1;
use super::value::{Id, Moment, Sha256, Text};

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
    /// The ticket it was done for.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Text<'a>>,
    /// The entry it undid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo_of: Option<u32>,
    /// The entry it did again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo_of: Option<u32>,
    /// What changed, as far as it fits on one line.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemV1<'a>>,
    /// The link to the entry before it.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<Sha256<'a>>,
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
    /// Something happened to an account as a whole.
    Account {
        /// What.
        event: EventV1,
        /// Whose.
        #[serde(borrow)]
        user: Id<'a>,
        /// The name they signed in with.
        #[serde(borrow)]
        upn: Text<'a>,
    },
    /// A seat of a subscription was given.
    LicenceAssigned {
        /// To whom.
        #[serde(borrow)]
        user: Id<'a>,
        /// Of which.
        #[serde(borrow)]
        subscription: Id<'a>,
    },
    /// A seat of a subscription was taken.
    LicenceRemoved {
        /// From whom.
        #[serde(borrow)]
        user: Id<'a>,
        /// Of which.
        #[serde(borrow)]
        subscription: Id<'a>,
    },
    /// A person's delegated administration changed.
    DelegationChanged {
        /// Whose.
        #[serde(borrow)]
        user: Id<'a>,
        /// The level before, if there was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<DelegatedV1>,
        /// The level after, if there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<DelegatedV1>,
    },
    /// A person asked for no mail about products.
    #[serde(borrow)]
    ProductMailDeclined(Id<'a>),
    /// A person allowed mail about products again.
    #[serde(borrow)]
    ProductMailAccepted(Id<'a>),
    /// A person was put into a set of people.
    MemberAdded {
        /// Which set.
        #[serde(borrow)]
        set: SetV1<'a>,
        /// Who.
        #[serde(borrow)]
        user: Id<'a>,
    },
    /// A person was taken out of a set of people.
    MemberRemoved {
        /// Which set.
        #[serde(borrow)]
        set: SetV1<'a>,
        /// Who.
        #[serde(borrow)]
        user: Id<'a>,
    },
    /// Something that is not a person was added.
    Added {
        /// What.
        #[serde(borrow)]
        thing: ThingV1<'a>,
        /// Its name.
        #[serde(borrow)]
        name: Text<'a>,
    },
    /// Something that is not a person was removed.
    Removed {
        /// What.
        #[serde(borrow)]
        thing: ThingV1<'a>,
        /// Its name.
        #[serde(borrow)]
        name: Text<'a>,
    },
    /// Something that is not a person changed.
    Changed {
        /// What.
        #[serde(borrow)]
        thing: ThingV1<'a>,
        /// Which of its properties.
        field: ThingFieldV1,
        /// The value before.
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        from: Option<Text<'a>>,
        /// The value after.
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        to: Option<Text<'a>>,
    },
}

/// What happened to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum EventV1 {
    /// It was added.
    Added,
    /// Its adding was taken back.
    Withdrawn,
    /// It was deleted.
    Deleted,
    /// It was restored.
    Restored,
    /// It was deleted for good.
    Purged,
    /// Its deleting for good was taken back.
    Kept,
}

/// A set of people.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum SetV1<'a> {
    /// The members of a group.
    #[serde(borrow)]
    Members(Id<'a>),
    /// The owners of a group.
    #[serde(borrow)]
    Owners(Id<'a>),
    /// The people of an administrative unit.
    #[serde(borrow)]
    Unit(Id<'a>),
}

/// What is not a person, called as its record is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum ThingV1<'a> {
    /// The organisation.
    Organization,
    /// The domain of this name.
    #[serde(borrow)]
    Domain(Text<'a>),
    /// A subscription.
    #[serde(borrow)]
    Subscription(Id<'a>),
    /// A group.
    #[serde(borrow)]
    Group(Id<'a>),
    /// An administrative unit.
    #[serde(borrow)]
    AdministrativeUnit(Id<'a>),
    /// The role set of this name.
    #[serde(borrow)]
    RoleSet(Text<'a>),
    /// The partner of this name.
    #[serde(borrow)]
    Partner(Text<'a>),
    /// The customer of this name.
    #[serde(borrow)]
    Customer(Text<'a>),
    /// A role of the tenant's own.
    #[serde(borrow)]
    RoleDefinition(Id<'a>),
    /// What the review goes by.
    Review,
    /// An account kept for emergencies.
    #[serde(borrow)]
    BreakGlass(Id<'a>),
    /// That the finding of this key is accepted.
    #[serde(borrow)]
    Acceptance(Text<'a>),
}

/// A property of what is not a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[expect(missing_docs, reason = "the properties' own names")]
pub enum ThingFieldV1 {
    Name,
    PurchasedFrom,
    DirectorySync,
    CertifiedPartner,
    DeletedUserDays,
    Verified,
    Default,
    Seats,
    Services,
    RoleAssignable,
    Restricted,
    Roles,
    Administers,
    Domain,
    Description,
    Action,
    FewestGlobalAdministrators,
    MostGlobalAdministrators,
    LimitGlobalAdministrators,
    MostPrivilegedAssignments,
    Reason,
    Until,
    People,
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
    UserPrincipalName,
}
