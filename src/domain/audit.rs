//! The history of a tenant: who changed what, when and why.
//!
//! Entries are appended by [`super::apply`] and by nothing else, and never changed after: each
//! carries a hash over itself and the one before it (see [`chain`]). What happened is kept as
//! data, so that it reads in either language.

pub mod chain;
pub mod differences;

use super::group::MemberSet;
use super::organization::SubscriptionId;
use super::role::{AdministrativeUnitId, GroupId, RoleAssignment, RoleTemplateId};
use super::time::Timestamp;
use super::user::{DelegatedAdministration, UserId};

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
    /// The ticket it was done for, where one was named.
    pub ticket: Option<Box<str>>,
    /// Whether it was done, undone or done again.
    pub origin: AuditOrigin,
    /// What changed, in the order it did.
    pub items: Vec<AuditItem>,
    /// The link to the entry before it. One written by hand, or by an early Mandate, has none.
    pub hash: Option<chain::AuditHash>,
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
    /// What happened to an account as a whole.
    Account {
        /// What.
        event: AccountEvent,
        /// Whose.
        user: UserId,
        /// The name they signed in with, since the account may be gone by now.
        upn: Box<str>,
    },
    /// A seat of a subscription was given.
    LicenceAssigned(UserId, SubscriptionId),
    /// A seat of a subscription was taken.
    LicenceRemoved(UserId, SubscriptionId),
    /// A person's delegated administration changed (R18).
    DelegationChanged {
        /// Whose.
        user: UserId,
        /// The level before.
        from: DelegatedAdministration,
        /// The level after.
        to: DelegatedAdministration,
    },
    /// A person asked for no mail about products.
    ProductMailDeclined(UserId),
    /// A person allowed mail about products again.
    ProductMailAccepted(UserId),
    /// A person was put into a set of people.
    MemberAdded(MemberSet, UserId),
    /// A person was taken out of a set of people.
    MemberRemoved(MemberSet, UserId),
    /// Something that is not a person was added.
    Added {
        /// What.
        thing: Thing,
        /// Its name.
        name: Box<str>,
    },
    /// Something that is not a person was removed.
    Removed {
        /// What.
        thing: Thing,
        /// Its name.
        name: Box<str>,
    },
    /// Something that is not a person changed.
    Changed {
        /// What.
        thing: Thing,
        /// Which of its properties.
        field: ThingField,
        /// The value before, in the words of the file.
        from: Option<Box<str>>,
        /// The value after.
        to: Option<Box<str>>,
    },
}

/// What can happen to an account as a whole. In pairs, each of which takes back the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountEvent {
    /// It was added.
    Added,
    /// Its adding was taken back.
    Withdrawn,
    /// It was deleted and can be restored.
    Deleted,
    /// It was restored.
    Restored,
    /// It was deleted for good.
    Purged,
    /// Its deleting for good was taken back.
    Kept,
}

impl AccountEvent {
    const fn undone(self) -> Self {
        match self {
            Self::Added => Self::Withdrawn,
            Self::Withdrawn => Self::Added,
            Self::Deleted => Self::Restored,
            Self::Restored => Self::Deleted,
            Self::Purged => Self::Kept,
            Self::Kept => Self::Purged,
        }
    }
}

/// What besides people can change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// The organisation.
    Organization,
    /// The domain of this name.
    Domain(Box<str>),
    /// A subscription.
    Subscription(SubscriptionId),
    /// A group.
    Group(GroupId),
    /// An administrative unit.
    Unit(AdministrativeUnitId),
    /// The role set of this name.
    RoleSet(Box<str>),
    /// The partner of this name.
    Partner(Box<str>),
    /// The customer of this name.
    Customer(Box<str>),
    /// A role of the tenant's own.
    CustomRole(RoleTemplateId),
    /// What the review takes for too few and too many.
    Review,
    /// An account that is kept for emergencies.
    BreakGlass(UserId),
    /// That the finding with this key is accepted.
    Acceptance(Box<str>),
}

/// A property of a [`Thing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ThingField {
    /// Its name.
    Name,
    /// Where the subscriptions were bought: absent for Microsoft, else the partner's name.
    PurchasedFrom,
    /// `true` while people are synchronised from a directory on-premises.
    DirectorySync,
    /// `true` for a certified partner.
    CertifiedPartner,
    /// How many days a deleted person can be restored.
    DeletedUserDays,
    /// `true` once the domain is verified.
    Verified,
    /// `true` for the default domain.
    Default,
    /// How many seats.
    Seats,
    /// The services, comma between.
    Services,
    /// `true` for a group that may hold roles.
    RoleAssignable,
    /// `true` for a restricted management unit.
    Restricted,
    /// The roles' template ids, comma between.
    Roles,
    /// `true` while a partner administers this tenant.
    Administers,
    /// A customer's domain.
    Domain,
    /// What a role is for.
    Description,
    /// One action of a role: absent before it was added, absent after it was removed.
    Action,
    /// The fewest Global Administrators.
    FewestGlobalAdministrators,
    /// The most Global Administrators that Microsoft advises.
    MostGlobalAdministrators,
    /// The most Global Administrators at all.
    LimitGlobalAdministrators,
    /// The most assignments of privileged roles.
    MostPrivilegedAssignments,
    /// Why a finding is accepted.
    Reason,
    /// Until when, in seconds since 1970.
    Until,
    /// The ids of the people it is accepted for, comma between.
    People,
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
            Self::Account { event, user, upn } => Self::Account {
                event: event.undone(),
                user: *user,
                upn: upn.clone(),
            },
            Self::LicenceAssigned(user, subscription) => Self::LicenceRemoved(*user, *subscription),
            Self::LicenceRemoved(user, subscription) => Self::LicenceAssigned(*user, *subscription),
            Self::DelegationChanged { user, from, to } => Self::DelegationChanged {
                user: *user,
                from: *to,
                to: *from,
            },
            Self::ProductMailDeclined(user) => Self::ProductMailAccepted(*user),
            Self::ProductMailAccepted(user) => Self::ProductMailDeclined(*user),
            Self::MemberAdded(set, user) => Self::MemberRemoved(*set, *user),
            Self::MemberRemoved(set, user) => Self::MemberAdded(*set, *user),
            Self::Added { thing, name } => Self::Removed {
                thing: thing.clone(),
                name: name.clone(),
            },
            Self::Removed { thing, name } => Self::Added {
                thing: thing.clone(),
                name: name.clone(),
            },
            Self::Changed {
                thing,
                field,
                from,
                to,
            } => Self::Changed {
                thing: thing.clone(),
                field: *field,
                from: to.clone(),
                to: from.clone(),
            },
        })
    }

    /// The person it is about, if it is about one.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::TenantFounded(user)
            | Self::FieldChanged { user, .. }
            | Self::SignInBlocked(user)
            | Self::SignInAllowed(user)
            | Self::PasswordReset(user)
            | Self::PasswordResetWithdrawn(user)
            | Self::Account { user, .. }
            | Self::LicenceAssigned(user, _)
            | Self::LicenceRemoved(user, _)
            | Self::DelegationChanged { user, .. }
            | Self::ProductMailDeclined(user)
            | Self::ProductMailAccepted(user)
            | Self::MemberAdded(_, user)
            | Self::MemberRemoved(_, user) => Some(*user),
            Self::RoleAssigned(held) | Self::RoleRevoked(held) => match held.principal {
                super::role::Principal::User(user) => Some(user),
                super::role::Principal::Group(_) => None,
            },
            Self::Added { thing, .. } | Self::Removed { thing, .. } => match thing {
                Thing::BreakGlass(user) => Some(*user),
                _ => None,
            },
            Self::Changed { .. } => None,
        }
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
    /// The name to sign in with.
    UserPrincipalName,
}
