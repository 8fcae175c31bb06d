//! From the domain's values to the records of version 1, borrowing every text.

use std::collections::BTreeSet;

use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, UserField};
use crate::domain::group::{AdministrativeUnit, Group};
use crate::domain::organization::{Domain, Organization, PurchaseChannel, Service, Subscription};
use crate::domain::role::{AssignmentKind, DirectoryScope, Principal, RoleAssignment};
use crate::domain::time::Timestamp;
use crate::domain::user::{SignIn, User, UserId, UserKind, UserSource};

use super::history::{AuditItemsV1, AuditV1, FieldV1, ItemV1};
use super::read::UNIT_SCOPE;
use super::value::{Id, Moment, Text};
use super::{
    AssignmentV1, ChannelV1, DomainV1, GroupMembersV1, GroupV1, KindV1, OrganizationV1,
    PrincipalV1, RecordV1, ServiceV1, SubscriptionV1, UnitMembersV1, UnitV1, UserV1,
};

/// How many members stand on one line; the others follow on lines of their own.
pub const MEMBERS_A_LINE: usize = 10_000;
/// How many changes stand on one line.
pub const ITEMS_A_LINE: usize = 2_000;

/// The record of an organisation.
pub fn organization(organization: &Organization) -> RecordV1<'_> {
    RecordV1::Organization(OrganizationV1 {
        name: Text::from(&*organization.name),
        purchased_from: match &organization.purchased_from {
            PurchaseChannel::Microsoft => ChannelV1::Microsoft,
            PurchaseChannel::Partner { name } => ChannelV1::Partner {
                name: Text::from(&**name),
            },
        },
        directory_sync: organization.directory_sync,
    })
}

/// The record of a domain.
pub fn domain(domain: &Domain) -> RecordV1<'_> {
    RecordV1::Domain(DomainV1 {
        name: Text::from(domain.name.as_str()),
        verified: domain.verified,
        default: domain.default,
    })
}

/// The record of a subscription.
pub fn subscription(subscription: &Subscription) -> RecordV1<'_> {
    RecordV1::Subscription(SubscriptionV1 {
        id: Id::Known(subscription.id.0),
        name: Text::from(&*subscription.name),
        seats: subscription.seats,
        services: subscription
            .services
            .iter()
            .map(|&service| service.into())
            .collect(),
    })
}

/// The record of a person.
pub fn user(user: &User) -> RecordV1<'_> {
    let profile = &user.profile;
    RecordV1::User(UserV1 {
        id: Id::Known(user.id.0),
        upn: Text::from(user.upn.as_str()),
        name: Text::from(&*profile.display_name),
        given_name: text(profile.given_name.as_deref()),
        surname: text(profile.surname.as_deref()),
        job_title: text(profile.job_title.as_deref()),
        department: text(profile.department.as_deref()),
        office: text(profile.office.as_deref()),
        usage_location: text(profile.usage_location.as_deref()),
        alternate_email: user
            .contact
            .alternate_email
            .as_ref()
            .map(|email| Text::from(email.as_str())),
        mobile_phone: user
            .contact
            .mobile_phone
            .as_ref()
            .map(|phone| Text::from(phone.as_str())),
        guest: user.kind == UserKind::Guest,
        directory_synchronised: user.source == UserSource::DirectorySynchronised,
        blocked: user.sign_in == SignIn::Blocked,
        must_change_password: user.must_change_password,
        last_sign_in: user.last_sign_in.map(Moment::Known),
        licences: user.licences.iter().map(|id| Id::Known(id.0)).collect(),
    })
}

/// The records of a group: one, and more where its members don't fit on one line.
pub fn group(group: &Group) -> impl Iterator<Item = RecordV1<'_>> {
    let mut rest = members(&group.members);
    let first = RecordV1::Group(GroupV1 {
        id: Id::Known(group.id.0),
        name: Text::from(&*group.name),
        role_assignable: group.role_assignable,
        owners: group.owners.iter().map(|id| Id::Known(id.0)).collect(),
        members: rest.next().unwrap_or_default(),
    });
    std::iter::once(first).chain(rest.map(|members| {
        RecordV1::GroupMembers(GroupMembersV1 {
            group: Id::Known(group.id.0),
            members,
        })
    }))
}

/// The records of an administrative unit, as those of a group.
pub fn unit(unit: &AdministrativeUnit) -> impl Iterator<Item = RecordV1<'_>> {
    let mut rest = members(&unit.members);
    let first = RecordV1::AdministrativeUnit(UnitV1 {
        id: Id::Known(unit.id.0),
        name: Text::from(&*unit.name),
        restricted: unit.restricted,
        members: rest.next().unwrap_or_default(),
    });
    std::iter::once(first).chain(rest.map(|members| {
        RecordV1::UnitMembers(UnitMembersV1 {
            unit: Id::Known(unit.id.0),
            members,
        })
    }))
}

/// The record of a role assignment.
pub fn assignment(held: &RoleAssignment) -> RecordV1<'static> {
    RecordV1::RoleAssignment(held_as(held))
}

/// The records of an entry of the history: one, and more where its changes don't fit on one line.
pub fn audit(entry: &AuditEntry) -> impl Iterator<Item = RecordV1<'_>> {
    let mut rest = entry
        .items
        .chunks(ITEMS_A_LINE)
        .map(|items| items.iter().map(item).collect::<Vec<_>>());
    let (undo_of, redo_of) = match entry.origin {
        AuditOrigin::Direct => (None, None),
        AuditOrigin::Undo(number) => (Some(number), None),
        AuditOrigin::Redo(number) => (None, Some(number)),
    };
    let first = RecordV1::Audit(AuditV1 {
        number: entry.number,
        at: Moment::Known(entry.at),
        actor: Id::Known(entry.actor.0),
        reason: entry.reason.as_deref().map(Text::from),
        undo_of,
        redo_of,
        items: rest.next().unwrap_or_default(),
    });
    std::iter::once(first).chain(rest.map(|items| {
        RecordV1::AuditItems(AuditItemsV1 {
            number: entry.number,
            items,
        })
    }))
}

fn text(text: Option<&str>) -> Option<Text<'_>> {
    text.map(Text::from)
}

fn members(all: &BTreeSet<UserId>) -> impl Iterator<Item = Vec<Id<'static>>> {
    let mut rest = all.iter();
    std::iter::from_fn(move || {
        let line: Vec<_> = rest
            .by_ref()
            .take(MEMBERS_A_LINE)
            .map(|id| Id::Known(id.0))
            .collect();
        (!line.is_empty()).then_some(line)
    })
}

fn held_as(held: &RoleAssignment) -> AssignmentV1<'static> {
    let moment = |moment: Option<Timestamp>| moment.map(Moment::Known);
    AssignmentV1 {
        principal: match held.principal {
            Principal::User(id) => PrincipalV1::User(Id::Known(id.0)),
            Principal::Group(id) => PrincipalV1::Group(Id::Known(id.0)),
        },
        role: Id::Known(held.role.0),
        scope: match held.scope {
            DirectoryScope::Tenant => Text::from("/"),
            DirectoryScope::AdministrativeUnit(id) => Text(format!("{UNIT_SCOPE}{}", id.0).into()),
        },
        kind: match held.kind {
            AssignmentKind::Active => KindV1::Active,
            AssignmentKind::Eligible => KindV1::Eligible,
        },
        start: moment(held.start),
        end: moment(held.end),
    }
}

fn item(item: &AuditItem) -> ItemV1<'_> {
    match item {
        AuditItem::TenantFounded(buyer) => ItemV1::TenantFounded(Id::Known(buyer.0)),
        AuditItem::RoleAssigned(held) => ItemV1::RoleAssigned(held_as(held)),
        AuditItem::RoleRevoked(held) => ItemV1::RoleRevoked(held_as(held)),
        AuditItem::FieldChanged {
            user,
            field,
            from,
            to,
        } => ItemV1::FieldChanged {
            user: Id::Known(user.0),
            field: (*field).into(),
            from: from.as_deref().map(Text::from),
            to: to.as_deref().map(Text::from),
        },
        AuditItem::SignInBlocked(user) => ItemV1::SignInBlocked(Id::Known(user.0)),
        AuditItem::SignInAllowed(user) => ItemV1::SignInAllowed(Id::Known(user.0)),
        AuditItem::PasswordReset(user) => ItemV1::PasswordReset(Id::Known(user.0)),
        AuditItem::PasswordResetWithdrawn(user) => {
            ItemV1::PasswordResetWithdrawn(Id::Known(user.0))
        }
    }
}

impl From<Service> for ServiceV1 {
    fn from(service: Service) -> Self {
        match service {
            Service::ExchangeOnline => Self::ExchangeOnline,
            Service::SharePointOnline => Self::SharePointOnline,
            Service::SkypeForBusiness => Self::SkypeForBusiness,
            Service::Teams => Self::Teams,
            Service::Intune => Self::Intune,
            Service::Dynamics365 => Self::Dynamics365,
            Service::PowerPlatform => Self::PowerPlatform,
            Service::Windows365 => Self::Windows365,
            Service::VivaEngage => Self::VivaEngage,
        }
    }
}

impl From<UserField> for FieldV1 {
    fn from(field: UserField) -> Self {
        match field {
            UserField::DisplayName => Self::DisplayName,
            UserField::GivenName => Self::GivenName,
            UserField::Surname => Self::Surname,
            UserField::JobTitle => Self::JobTitle,
            UserField::Department => Self::Department,
            UserField::Office => Self::Office,
            UserField::UsageLocation => Self::UsageLocation,
            UserField::AlternateEmail => Self::AlternateEmail,
            UserField::MobilePhone => Self::MobilePhone,
        }
    }
}
