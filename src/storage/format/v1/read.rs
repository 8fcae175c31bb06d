//! From the records of version 1 to the domain's values, one at a time.
//!
//! Checks what can be seen in one record: that an id is an id and a name a name. What takes the
//! whole tenant to see is `assemble`'s and the tenant builder's.

use uuid::Uuid;

use crate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::organization::{
    Customer, DELETED_USER_DAYS, Domain, Organization, Partner, PurchaseChannel, Service,
    Subscription, SubscriptionId,
};
use crate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use crate::domain::tenant_builder::InvariantError;
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UpnError, UserPrincipalName};
use crate::domain::user::{
    DelegatedAdministration, DeletedUser, ProductMail, Profile, SignIn, User, UserId, UserKind,
    UserSource,
};

use super::people::{DelegatedV1, DeletedUserV1, UserV1};
use super::value::{Id, Moment, Text};
use super::{
    AssignmentV1, ChannelV1, CustomerV1, DomainV1, GroupV1, KindV1, OrganizationV1, PartnerV1,
    PrincipalV1, ServiceV1, SubscriptionV1, UnitV1,
};
use crate::storage::error::Problem;

/// What a scope within a tenant begins with, as Microsoft Graph writes it.
pub const UNIT_SCOPE: &str = "/administrativeUnits/";

/// A value in a record that can't be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// A value, or what is wrong with it.
pub(super) type Read<T> = Result<T, FieldError>;

impl TryFrom<OrganizationV1<'_>> for Organization {
    type Error = FieldError;

    /// Its partners and customers have records of their own.
    fn try_from(record: OrganizationV1<'_>) -> Read<Self> {
        let days = record.deleted_user_days;
        Ok(Self {
            purchased_from: match record.purchased_from {
                ChannelV1::Microsoft => PurchaseChannel::Microsoft,
                ChannelV1::Partner { name } => PurchaseChannel::Partner { name: boxed(name) },
            },
            directory_sync: record.directory_sync,
            certified_partner: record.certified_partner,
            deleted_user_days: days.map_or(Ok(DELETED_USER_DAYS), |days| {
                u16::try_from(days).map_err(|_| at("deleted_user_days", Problem::Days(days)))
            })?,
            ..Self::new(boxed(record.name))
        })
    }
}

impl TryFrom<DomainV1<'_>> for Domain {
    type Error = FieldError;

    fn try_from(record: DomainV1<'_>) -> Read<Self> {
        Ok(Self {
            name: domain(&record.name, "name")?,
            verified: record.verified,
            default: record.default,
        })
    }
}

impl TryFrom<SubscriptionV1<'_>> for Subscription {
    type Error = FieldError;

    fn try_from(record: SubscriptionV1<'_>) -> Read<Self> {
        let mut services: Vec<_> = record.services.into_iter().map(Service::from).collect();
        services.sort_unstable();
        services.dedup();
        Ok(Self {
            id: SubscriptionId(id(record.id, "id")?),
            name: boxed(record.name),
            seats: record.seats,
            services,
        })
    }
}

impl From<PartnerV1<'_>> for Partner {
    fn from(record: PartnerV1<'_>) -> Self {
        Self {
            name: boxed(record.name),
            administers: record.administers,
        }
    }
}

impl TryFrom<CustomerV1<'_>> for Customer {
    type Error = FieldError;

    fn try_from(record: CustomerV1<'_>) -> Read<Self> {
        Ok(Self {
            domain: domain(&record.domain, "domain")?,
            name: boxed(record.name),
        })
    }
}

impl TryFrom<UserV1<'_>> for User {
    type Error = FieldError;

    fn try_from(record: UserV1<'_>) -> Read<Self> {
        let mut licences = Vec::with_capacity(record.licences.len());
        for licence in record.licences {
            licences.push(SubscriptionId(id(licence, "licences")?));
        }
        licences.sort_unstable();
        licences.dedup();
        let alternate_email = match record.alternate_email {
            Some(text) => Some(
                AlternateEmail::parse(text.as_str())
                    .map_err(|_| at("alternate_email", Problem::Email(text.as_str().into())))?,
            ),
            None => None,
        };
        Ok(Self {
            id: UserId(id(record.id, "id")?),
            upn: upn(record.upn.as_str())?,
            profile: Profile {
                display_name: boxed(record.name),
                given_name: record.given_name.map(boxed),
                surname: record.surname.map(boxed),
                job_title: record.job_title.map(boxed),
                department: record.department.map(boxed),
                office: record.office.map(boxed),
                usage_location: record.usage_location.map(boxed),
            },
            contact: ContactDetails {
                alternate_email,
                mobile_phone: record
                    .mobile_phone
                    .map(|text| MobilePhone::imported(text.as_str())),
            },
            kind: if record.guest {
                UserKind::Guest
            } else {
                UserKind::Member
            },
            source: if record.directory_synchronised {
                UserSource::DirectorySynchronised
            } else {
                UserSource::Cloud
            },
            sign_in: if record.blocked {
                SignIn::Blocked
            } else {
                SignIn::Allowed
            },
            must_change_password: record.must_change_password,
            last_sign_in: moment(record.last_sign_in, "last_sign_in")?,
            licences,
            delegated_administration: level(record.delegated_administration),
            product_mail: if record.no_product_mail {
                ProductMail::Declined
            } else {
                ProductMail::Accepted
            },
        })
    }
}

impl TryFrom<DeletedUserV1<'_>> for DeletedUser {
    type Error = FieldError;

    fn try_from(record: DeletedUserV1<'_>) -> Read<Self> {
        let groups = |records, field| ids(records, field, GroupId);
        let member_of = groups(record.member_of, "member_of")?.into_iter();
        let owner_of = groups(record.owner_of, "owner_of")?.into_iter();
        let units = ids(record.units, "units", AdministrativeUnitId)?.into_iter();
        let mut assignments = Vec::with_capacity(record.assignments.len());
        for held in record.assignments {
            let held = RoleAssignment::try_from(held).map_err(within("assignments"))?;
            assignments.push(held);
        }
        // Sorted, those in the same slot stand beside each other.
        assignments.sort_unstable();
        let same = |pair: &[RoleAssignment]| matches!(pair, [one, other] if one.same_slot(other));
        if assignments.windows(2).any(same) {
            let problem = Problem::Invariant(InvariantError::DuplicateAssignment);
            return Err(at("assignments", problem));
        }
        Ok(Self {
            user: User::try_from(record.user).map_err(within("user"))?,
            at: known(record.at, "at")?,
            assignments: assignments.into_iter().collect(),
            memberships: (member_of.map(MemberSet::Members))
                .chain(owner_of.map(MemberSet::Owners))
                .chain(units.map(MemberSet::Unit))
                .collect(),
        })
    }
}

impl TryFrom<GroupV1<'_>> for Group {
    type Error = FieldError;

    fn try_from(record: GroupV1<'_>) -> Read<Self> {
        Ok(Self {
            id: GroupId(id(record.id, "id")?),
            name: boxed(record.name),
            role_assignable: record.role_assignable,
            owners: ids(record.owners, "owners", UserId)?.into_iter().collect(),
            members: ids(record.members, "members", UserId)?
                .into_iter()
                .collect(),
        })
    }
}

impl TryFrom<UnitV1<'_>> for AdministrativeUnit {
    type Error = FieldError;

    fn try_from(record: UnitV1<'_>) -> Read<Self> {
        Ok(Self {
            id: AdministrativeUnitId(id(record.id, "id")?),
            name: boxed(record.name),
            restricted: record.restricted,
            members: ids(record.members, "members", UserId)?
                .into_iter()
                .collect(),
        })
    }
}

impl TryFrom<AssignmentV1<'_>> for RoleAssignment {
    type Error = FieldError;

    fn try_from(record: AssignmentV1<'_>) -> Read<Self> {
        Ok(Self {
            principal: match record.principal {
                PrincipalV1::User(user) => Principal::User(UserId(id(user, "principal")?)),
                PrincipalV1::Group(group) => Principal::Group(GroupId(id(group, "principal")?)),
            },
            role: RoleTemplateId(id(record.role, "role")?),
            scope: scope(record.scope)?,
            kind: match record.kind {
                KindV1::Active => AssignmentKind::Active,
                KindV1::Eligible => AssignmentKind::Eligible,
            },
            start: moment(record.start, "start")?,
            end: moment(record.end, "end")?,
        })
    }
}

/// Ids of one kind, such as those of people.
pub fn ids<T>(records: Vec<Id<'_>>, field: &'static str, kind: fn(Uuid) -> T) -> Read<Vec<T>> {
    records
        .into_iter()
        .map(|record| id(record, field).map(kind))
        .collect()
}

/// An id.
pub fn id(record: Id<'_>, field: &'static str) -> Read<Uuid> {
    match record {
        Id::Known(id) => Ok(id),
        Id::Other(text) => Err(at(field, Problem::Id(boxed(text)))),
    }
}

/// What is wrong in a value within `field`, said of `field`: the one a person can find.
pub(super) fn within(field: &'static str) -> impl Fn(FieldError) -> FieldError {
    move |error| at(field, error.problem)
}

fn domain(record: &Text<'_>, field: &'static str) -> Read<DomainName> {
    DomainName::parse(record.as_str()).map_err(|error| at(field, Problem::Upn(error)))
}

fn upn(text: &str) -> Read<UserPrincipalName> {
    UserPrincipalName::parse(text).map_err(|error| {
        let error = match error {
            // Of `jan@@contoso.nl` the whole is wrong, not the domain `@contoso.nl`.
            UpnError::Domain(domain) if domain.contains('@') => UpnError::Shape(text.into()),
            error => error,
        };
        at("upn", Problem::Upn(error))
    })
}

fn scope(text: Text<'_>) -> Read<DirectoryScope> {
    if text.as_str() == "/" {
        return Ok(DirectoryScope::Tenant);
    }
    match text
        .as_str()
        .strip_prefix(UNIT_SCOPE)
        .map(|unit| Id::from(Text::from(unit)))
    {
        Some(Id::Known(unit)) => Ok(DirectoryScope::AdministrativeUnit(AdministrativeUnitId(
            unit,
        ))),
        Some(Id::Other(_)) | None => Err(at("scope", Problem::Scope(boxed(text)))),
    }
}

fn moment(record: Option<Moment<'_>>, field: &'static str) -> Read<Option<Timestamp>> {
    record.map(|moment| known(moment, field)).transpose()
}

/// A moment.
pub(super) fn known(record: Moment<'_>, field: &'static str) -> Read<Timestamp> {
    match record {
        Moment::Known(moment) => Ok(moment),
        Moment::Other(text) => Err(at(field, Problem::Time(boxed(text)))),
    }
}

/// A level of delegated administration; none where none is told.
pub(super) const fn level(record: Option<DelegatedV1>) -> DelegatedAdministration {
    match record {
        None => DelegatedAdministration::None,
        Some(DelegatedV1::Limited) => DelegatedAdministration::Limited,
        Some(DelegatedV1::Full) => DelegatedAdministration::Full,
    }
}

/// A text as the domain keeps it.
pub(super) fn boxed(text: Text<'_>) -> Box<str> {
    text.0.into()
}

/// Something wrong with a field.
pub(super) const fn at(field: &'static str, problem: Problem) -> FieldError {
    FieldError { field, problem }
}

impl From<ServiceV1> for Service {
    fn from(record: ServiceV1) -> Self {
        match record {
            ServiceV1::ExchangeOnline => Self::ExchangeOnline,
            ServiceV1::SharePointOnline => Self::SharePointOnline,
            ServiceV1::SkypeForBusiness => Self::SkypeForBusiness,
            ServiceV1::Teams => Self::Teams,
            ServiceV1::Intune => Self::Intune,
            ServiceV1::Dynamics365 => Self::Dynamics365,
            ServiceV1::PowerPlatform => Self::PowerPlatform,
            ServiceV1::Windows365 => Self::Windows365,
            ServiceV1::VivaEngage => Self::VivaEngage,
        }
    }
}
