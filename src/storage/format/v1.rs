//! Version 1 of the tenant file: its records as they stand in the file.
//!
//! These structs are the format. They never change once released: a change is a new version
//! beside this one. They hold text and know nothing of what makes a tenant; `read` turns them
//! into the domain, `make` makes them from it, `write` writes one, `compose` all, `assemble` puts them together.
//! People stand in `people`, roles of the tenant's own and the review in `settings`, the history with all that belongs to it in `history`.

pub(super) mod assemble;
pub(super) mod compose;
pub mod fast;
pub mod history;
pub mod make;
pub mod people;
pub mod read;
pub mod settings;
pub mod value;
pub mod write;

use ron::Options;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

use history::{AuditItemsV1, AuditV1};
use people::{DeletedUserV1, UserV1};
use settings::{AcceptanceV1, BreakGlassV1, ReviewV1, RoleDefinitionV1};
use value::{Id, Moment, Text};

/// How RON is read: `department: "Sales"` for an optional field, `User(id: …)` for a record.
pub fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// One record: one line of a file that Mandate wrote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum RecordV1<'a> {
    /// The header, first in the file.
    #[serde(borrow)]
    Mandate(HeaderV1<'a>),
    /// The organisation.
    #[serde(borrow)]
    Organization(OrganizationV1<'a>),
    /// A domain.
    #[serde(borrow)]
    Domain(DomainV1<'a>),
    /// A subscription.
    #[serde(borrow)]
    Subscription(SubscriptionV1<'a>),
    /// A partner of the organisation.
    #[serde(borrow)]
    Partner(PartnerV1<'a>),
    /// A customer of a certified partner.
    #[serde(borrow)]
    Customer(CustomerV1<'a>),
    /// A person.
    #[serde(borrow)]
    User(UserV1<'a>),
    /// A person who was deleted. In a box: few among many people, and larger than they are.
    #[serde(borrow)]
    DeletedUser(Box<DeletedUserV1<'a>>),
    /// A group.
    #[serde(borrow)]
    Group(GroupV1<'a>),
    /// More members of a group above.
    #[serde(borrow)]
    GroupMembers(GroupMembersV1<'a>),
    /// An administrative unit.
    #[serde(borrow)]
    AdministrativeUnit(UnitV1<'a>),
    /// More members of an administrative unit above.
    #[serde(borrow)]
    UnitMembers(UnitMembersV1<'a>),
    /// Roles to be given together.
    #[serde(borrow)]
    RoleSet(RoleSetV1<'a>),
    /// A role of the tenant's own.
    #[serde(borrow)]
    RoleDefinition(RoleDefinitionV1<'a>),
    /// What the review takes for too few and too many, unless it is the usual.
    Review(ReviewV1),
    /// An account kept for emergencies.
    #[serde(borrow)]
    BreakGlass(BreakGlassV1<'a>),
    /// That a finding is accepted.
    #[serde(borrow)]
    Acceptance(AcceptanceV1<'a>),
    /// A role assignment.
    #[serde(borrow)]
    RoleAssignment(AssignmentV1<'a>),
    /// An entry of the history.
    #[serde(borrow)]
    Audit(AuditV1<'a>),
    /// More changes of an entry above.
    #[serde(borrow)]
    AuditItems(AuditItemsV1<'a>),
}

/// The header.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderV1<'a> {
    /// The format version.
    pub format: u32,
    /// The SHA-256 of everything after the header's line. A file written by hand has none.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Text<'a>>,
}

/// The organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationV1<'a> {
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Where the subscriptions were bought.
    #[serde(borrow)]
    pub purchased_from: ChannelV1<'a>,
    /// Whether people are synchronised from a directory on-premises.
    #[serde(default, skip_serializing_if = "is_false")]
    pub directory_sync: bool,
    /// Whether it is a certified partner.
    #[serde(default, skip_serializing_if = "is_false")]
    pub certified_partner: bool,
    /// How many days a deleted person can be restored, unless it is the usual number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_user_days: Option<u32>,
}

/// Where a subscription was bought.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub enum ChannelV1<'a> {
    /// From Microsoft.
    Microsoft,
    /// From a partner.
    Partner {
        /// The partner's name.
        #[serde(borrow)]
        name: Text<'a>,
    },
}

/// A domain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DomainV1<'a> {
    /// The name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Whether ownership was proven.
    #[serde(default, skip_serializing_if = "is_false")]
    pub verified: bool,
    /// Whether new people get it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub default: bool,
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SubscriptionV1<'a> {
    /// The id.
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The product's name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// How many people can hold it.
    pub seats: u32,
    /// What it includes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceV1>,
}

/// A partner of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerV1<'a> {
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Whether its people administer this tenant.
    #[serde(default, skip_serializing_if = "is_false")]
    pub administers: bool,
}

/// A customer of a certified partner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerV1<'a> {
    /// Its name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Its domain.
    #[serde(borrow)]
    pub domain: Text<'a>,
}

/// A service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[expect(missing_docs, reason = "the products' own names")]
pub enum ServiceV1 {
    ExchangeOnline,
    SharePointOnline,
    SkypeForBusiness,
    Teams,
    Intune,
    Dynamics365,
    PowerPlatform,
    Windows365,
    VivaEngage,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GroupV1<'a> {
    /// The id.
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Whether it may hold roles.
    #[serde(default, skip_serializing_if = "is_false")]
    pub role_assignable: bool,
    /// Who decides who is in it.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Id<'a>>,
    /// Who is in it, as far as they fit on one line.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Id<'a>>,
}

/// More members of a group above.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GroupMembersV1<'a> {
    /// The group.
    #[serde(borrow)]
    pub group: Id<'a>,
    /// Who else is in it.
    #[serde(borrow)]
    pub members: Vec<Id<'a>>,
}

/// An administrative unit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct UnitV1<'a> {
    /// The id.
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Whether it is a restricted management unit: a role over it protects whoever holds it (R23).
    #[serde(default, skip_serializing_if = "is_false")]
    pub restricted: bool,
    /// Who is in it, as far as they fit on one line.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Id<'a>>,
}

/// More members of an administrative unit above.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct UnitMembersV1<'a> {
    /// The administrative unit.
    #[serde(borrow)]
    pub unit: Id<'a>,
    /// Who else is in it.
    #[serde(borrow)]
    pub members: Vec<Id<'a>>,
}

/// Roles to be given together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RoleSetV1<'a> {
    /// The name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// The roles' template ids.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Id<'a>>,
}

/// Who holds a role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum PrincipalV1<'a> {
    /// A person.
    #[serde(borrow)]
    User(Id<'a>),
    /// A group.
    #[serde(borrow)]
    Group(Id<'a>),
}

/// Whether a role is held or can be taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum KindV1 {
    /// Held.
    Active,
    /// Can be taken up.
    Eligible,
}

/// A role assignment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentV1<'a> {
    /// Who holds it.
    #[serde(borrow)]
    pub principal: PrincipalV1<'a>,
    /// The role's template id.
    #[serde(borrow)]
    pub role: Id<'a>,
    /// `/` or `/administrativeUnits/` and an id.
    #[serde(borrow)]
    pub scope: Text<'a>,
    /// Held, or merely eligible.
    pub kind: KindV1,
    /// From when.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Moment<'a>>,
    /// Until when.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Moment<'a>>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}
