//! From the records of version 1 to the domain's values, one at a time.
//!
//! Checks what can be seen in one record: that an id is an id and a name a name. What takes the
//! whole tenant to see is `assemble`'s and the tenant builder's.

use uuid::Uuid;

use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, UserField};
use crate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use crate::domain::group::{AdministrativeUnit, Group};
use crate::domain::organization::{
    Domain, Organization, PurchaseChannel, Service, Subscription, SubscriptionId,
};
use crate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UpnError, UserPrincipalName};
use crate::domain::user::{Profile, SignIn, User, UserId, UserKind, UserSource};

use super::history::{AuditV1, FieldV1, ItemV1};
use super::value::{Id, Moment, Text};
use super::{
    AssignmentV1, ChannelV1, DomainV1, GroupV1, KindV1, OrganizationV1, PrincipalV1, ServiceV1,
    SubscriptionV1, UnitV1, UserV1,
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

type Read<T> = Result<T, FieldError>;

impl From<OrganizationV1<'_>> for Organization {
    fn from(record: OrganizationV1<'_>) -> Self {
        Self {
            name: boxed(record.name),
            purchased_from: match record.purchased_from {
                ChannelV1::Microsoft => PurchaseChannel::Microsoft,
                ChannelV1::Partner { name } => PurchaseChannel::Partner { name: boxed(name) },
            },
            directory_sync: record.directory_sync,
        }
    }
}

impl TryFrom<DomainV1<'_>> for Domain {
    type Error = FieldError;

    fn try_from(record: DomainV1<'_>) -> Read<Self> {
        Ok(Self {
            name: DomainName::parse(record.name.as_str())
                .map_err(|error| at("name", Problem::Upn(error)))?,
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
            owners: users(record.owners, "owners")?.into_iter().collect(),
            members: users(record.members, "members")?.into_iter().collect(),
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
            members: users(record.members, "members")?.into_iter().collect(),
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

impl TryFrom<AuditV1<'_>> for AuditEntry {
    type Error = FieldError;

    fn try_from(record: AuditV1<'_>) -> Read<Self> {
        Ok(Self {
            number: record.number,
            at: known(record.at, "at")?,
            actor: UserId(id(record.actor, "actor")?),
            reason: record.reason.map(boxed),
            origin: match (record.undo_of, record.redo_of) {
                (None, None) => AuditOrigin::Direct,
                (Some(number), None) => AuditOrigin::Undo(number),
                (None, Some(number)) => AuditOrigin::Redo(number),
                (Some(_), Some(_)) => return Err(at("redo_of", Problem::UndoAndRedo)),
            },
            items: items(record.items)?,
        })
    }
}

/// The changes of an entry of the history.
pub fn items(records: Vec<ItemV1<'_>>) -> Read<Vec<AuditItem>> {
    records.into_iter().map(item).collect()
}

/// People by id.
pub fn users(records: Vec<Id<'_>>, field: &'static str) -> Read<Vec<UserId>> {
    records
        .into_iter()
        .map(|record| id(record, field).map(UserId))
        .collect()
}

/// An id.
pub fn id(record: Id<'_>, field: &'static str) -> Read<Uuid> {
    match record {
        Id::Known(id) => Ok(id),
        Id::Other(text) => Err(at(field, Problem::Id(boxed(text)))),
    }
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

fn item(record: ItemV1<'_>) -> Read<AuditItem> {
    // Within an item the record's own field is the one a person can find.
    let in_items = |error: FieldError| at("items", error.problem);
    let user = |record| id(record, "items").map(UserId);
    Ok(match record {
        ItemV1::TenantFounded(buyer) => AuditItem::TenantFounded(user(buyer)?),
        ItemV1::RoleAssigned(held) => AuditItem::RoleAssigned(held.try_into().map_err(in_items)?),
        ItemV1::RoleRevoked(held) => AuditItem::RoleRevoked(held.try_into().map_err(in_items)?),
        ItemV1::FieldChanged {
            user: whose,
            field,
            from,
            to,
        } => AuditItem::FieldChanged {
            user: user(whose)?,
            field: field.into(),
            from: from.map(boxed),
            to: to.map(boxed),
        },
        ItemV1::SignInBlocked(whose) => AuditItem::SignInBlocked(user(whose)?),
        ItemV1::SignInAllowed(whose) => AuditItem::SignInAllowed(user(whose)?),
        ItemV1::PasswordReset(whose) => AuditItem::PasswordReset(user(whose)?),
        ItemV1::PasswordResetWithdrawn(whose) => AuditItem::PasswordResetWithdrawn(user(whose)?),
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

fn known(record: Moment<'_>, field: &'static str) -> Read<Timestamp> {
    match record {
        Moment::Known(moment) => Ok(moment),
        Moment::Other(text) => Err(at(field, Problem::Time(boxed(text)))),
    }
}

fn boxed(text: Text<'_>) -> Box<str> {
    text.0.into()
}

const fn at(field: &'static str, problem: Problem) -> FieldError {
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

impl From<FieldV1> for UserField {
    fn from(record: FieldV1) -> Self {
        match record {
            FieldV1::DisplayName => Self::DisplayName,
            FieldV1::GivenName => Self::GivenName,
            FieldV1::Surname => Self::Surname,
            FieldV1::JobTitle => Self::JobTitle,
            FieldV1::Department => Self::Department,
            FieldV1::Office => Self::Office,
            FieldV1::UsageLocation => Self::UsageLocation,
            FieldV1::AlternateEmail => Self::AlternateEmail,
            FieldV1::MobilePhone => Self::MobilePhone,
        }
    }
}
