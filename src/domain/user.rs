//! People: who they are, where they come from, and whether they can sign in.
//!
//! No secret is ever held here: a password reset leaves only the mark that a new one must be
//! chosen.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::contact::ContactDetails;
use super::group::MemberSet;
use super::office365::Office365Role;
use super::organization::SubscriptionId;
use super::role::RoleAssignment;
use super::time::Timestamp;
use super::upn::UserPrincipalName;

/// The id of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(pub Uuid);

/// A person in the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The id.
    pub id: UserId,
    /// The name to sign in with.
    pub upn: UserPrincipalName,
    /// Name and place in the organisation.
    pub profile: Profile,
    /// How to reach them outside the tenant.
    pub contact: ContactDetails,
    /// Member or guest.
    pub kind: UserKind,
    /// Where the account is mastered.
    pub source: UserSource,
    /// Whether they may sign in.
    pub sign_in: SignIn,
    /// Whether a new password must be chosen at the next sign-in.
    pub must_change_password: bool,
    /// When they last signed in; never, when absent.
    pub last_sign_in: Option<Timestamp>,
    /// The subscriptions they hold a seat of, in ascending order.
    pub licences: Vec<SubscriptionId>,
    /// How far they administer the customers of a certified partner (R18).
    pub delegated_administration: DelegatedAdministration,
    /// Whether mail about products may go to the alternate address. Theirs to choose.
    pub product_mail: ProductMail,
}

impl User {
    /// A person mastered in the cloud who may sign in, with nothing but a name.
    pub fn new(id: UserId, upn: UserPrincipalName, display_name: impl Into<Box<str>>) -> Self {
        Self {
            id,
            upn,
            profile: Profile {
                display_name: display_name.into(),
                ..Profile::default()
            },
            contact: ContactDetails::default(),
            kind: UserKind::default(),
            source: UserSource::default(),
            sign_in: SignIn::default(),
            must_change_password: false,
            last_sign_in: None,
            licences: Vec::new(),
            delegated_administration: DelegatedAdministration::default(),
            product_mail: ProductMail::default(),
        }
    }
}

/// A person who was deleted and can still be restored, with all they had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedUser {
    /// The person, as they were.
    pub user: User,
    /// When they were deleted.
    pub at: Timestamp,
    /// What they held directly.
    pub assignments: BTreeSet<RoleAssignment>,
    /// What they were in.
    pub memberships: BTreeSet<MemberSet>,
}

impl DeletedUser {
    /// From when on they can't be restored any more, if the tenant keeps people so many days.
    pub fn kept_until(&self, days: u16) -> Timestamp {
        Timestamp(self.at.0.saturating_add(i64::from(days) * 86_400))
    }
}

/// Name and place in the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name shown everywhere. Never empty in a tenant.
    pub display_name: Box<str>,
    /// First name.
    pub given_name: Option<Box<str>>,
    /// Last name.
    pub surname: Option<Box<str>>,
    /// Job title.
    pub job_title: Option<Box<str>>,
    /// Department.
    pub department: Option<Box<str>>,
    /// Office.
    pub office: Option<Box<str>>,
    /// Where services are used: a country as two capitals.
    pub usage_location: Option<Box<str>>,
}

/// The longest display name and the longest of any other profile text, in characters.
pub const PROFILE_TEXT_MAX: usize = 256;

/// Member or guest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UserKind {
    /// Belongs to the organisation.
    #[default]
    Member,
    /// Invited from elsewhere.
    Guest,
}

/// Where an account is mastered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UserSource {
    /// In the cloud.
    #[default]
    Cloud,
    /// In the directory on-premises; some properties can't be edited here (R25).
    DirectorySynchronised,
}

/// Whether an account may sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SignIn {
    /// May.
    #[default]
    Allowed,
    /// May not.
    Blocked,
}

/// How far a person of a certified partner administers its customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DelegatedAdministration {
    /// Not at all.
    #[default]
    None,
    /// Comparable to a Password administrator in each customer's tenant.
    Limited,
    /// Comparable to a Global administrator in each customer's tenant.
    Full,
}

impl DelegatedAdministration {
    /// Every level, the least first.
    pub const ALL: [Self; 3] = [Self::None, Self::Limited, Self::Full];

    /// The Office 365 role it is comparable to.
    pub const fn comparable_to(self) -> Option<Office365Role> {
        match self {
            Self::None => None,
            Self::Limited => Some(Office365Role::Password),
            Self::Full => Some(Office365Role::Global),
        }
    }

    /// The key in files and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Limited => "limited",
            Self::Full => "full",
        }
    }
}

/// Whether mail about products may go to a person's alternate address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProductMail {
    /// It may.
    #[default]
    Accepted,
    /// They asked for none.
    Declined,
}
