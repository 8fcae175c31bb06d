//! People in version 1 of the tenant file, those who were deleted among them.

use serde::{Deserialize, Serialize};

use super::value::{Id, Moment, Text};
use super::{AssignmentV1, is_false};

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "in the file a mark is there or left out"
)]
pub struct UserV1<'a> {
    /// The id.
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The user principal name.
    #[serde(borrow)]
    pub upn: Text<'a>,
    /// The display name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// First name.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub given_name: Option<Text<'a>>,
    /// Last name.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub surname: Option<Text<'a>>,
    /// Job title.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<Text<'a>>,
    /// Department.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Text<'a>>,
    /// Office.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Text<'a>>,
    /// Usage location.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub usage_location: Option<Text<'a>>,
    /// Alternate e-mail address.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub alternate_email: Option<Text<'a>>,
    /// Mobile phone.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub mobile_phone: Option<Text<'a>>,
    /// Invited from elsewhere.
    #[serde(default, skip_serializing_if = "is_false")]
    pub guest: bool,
    /// Mastered on-premises.
    #[serde(default, skip_serializing_if = "is_false")]
    pub directory_synchronised: bool,
    /// May not sign in.
    #[serde(default, skip_serializing_if = "is_false")]
    pub blocked: bool,
    /// Must choose a new password.
    #[serde(default, skip_serializing_if = "is_false")]
    pub must_change_password: bool,
    /// When they last signed in.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub last_sign_in: Option<Moment<'a>>,
    /// The subscriptions they hold a seat of.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub licences: Vec<Id<'a>>,
    /// How far they administer the customers of a certified partner, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegated_administration: Option<DelegatedV1>,
    /// Wants no mail about products.
    #[serde(default, skip_serializing_if = "is_false")]
    pub no_product_mail: bool,
}

/// How far a person administers the customers of a certified partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum DelegatedV1 {
    /// Like a Password administrator.
    Limited,
    /// Like a Global administrator.
    Full,
}

/// A person who was deleted, with all they had.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DeletedUserV1<'a> {
    /// The person, as they were.
    #[serde(borrow)]
    pub user: UserV1<'a>,
    /// When they were deleted.
    #[serde(borrow)]
    pub at: Moment<'a>,
    /// What they held directly.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<AssignmentV1<'a>>,
    /// The groups they were a member of.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub member_of: Vec<Id<'a>>,
    /// The groups they were an owner of.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub owner_of: Vec<Id<'a>>,
    /// The administrative units they were in.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Id<'a>>,
}
