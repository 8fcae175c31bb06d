//! People: who they are, where they come from, and whether they can sign in.
//!
//! No secret is ever held here: a password reset leaves only the mark that a new one must be
//! chosen.

use uuid::Uuid;

use super::contact::ContactDetails;
use super::organization::SubscriptionId;
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
