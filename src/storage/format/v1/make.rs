//! From the domain's values to the records of version 1, borrowing every text.

use std::collections::BTreeSet;

use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::organization::{
    Customer, DELETED_USER_DAYS, Domain, Organization, Partner, PurchaseChannel, Service,
    Subscription,
};
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::time::Timestamp;
use crate::domain::user::{
    DelegatedAdministration, DeletedUser, ProductMail, SignIn, User, UserId, UserKind, UserSource,
};

use super::people::{DelegatedV1, DeletedUserV1, UserV1};
use super::read::UNIT_SCOPE;
use super::value::{Id, Moment, Text};
use super::{
    AssignmentV1, ChannelV1, CustomerV1, DomainV1, GroupMembersV1, GroupV1, KindV1, OrganizationV1,
    PartnerV1, PrincipalV1, RecordV1, RoleSetV1, ServiceV1, SubscriptionV1, UnitMembersV1, UnitV1,
};

/// How many members stand on one line; the others follow on lines of their own.
pub const MEMBERS_A_LINE: usize = 10_000;

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
        certified_partner: organization.certified_partner,
        deleted_user_days: Some(organization.deleted_user_days)
            .filter(|days| *days != DELETED_USER_DAYS)
            .map(u32::from),
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

/// The record of a partner.
pub fn partner(partner: &Partner) -> RecordV1<'_> {
    RecordV1::Partner(PartnerV1 {
        name: Text::from(&*partner.name),
        administers: partner.administers,
    })
}

/// The record of a customer.
pub fn customer(customer: &Customer) -> RecordV1<'_> {
    RecordV1::Customer(CustomerV1 {
        name: Text::from(&*customer.name),
        domain: Text::from(customer.domain.as_str()),
    })
}

/// The record of a person.
pub fn user(user: &User) -> RecordV1<'_> {
    RecordV1::User(user_as(user))
}

/// The record of a person who was deleted.
pub fn deleted_user(deleted: &DeletedUser) -> RecordV1<'_> {
    let sets = deleted.memberships.iter();
    let groups = |of: fn(&MemberSet) -> Option<Id<'static>>| sets.clone().filter_map(of).collect();
    RecordV1::DeletedUser(Box::new(DeletedUserV1 {
        user: user_as(&deleted.user),
        at: Moment::Known(deleted.at),
        assignments: deleted.assignments.iter().map(held_as).collect(),
        member_of: groups(|set| match set {
            MemberSet::Members(id) => Some(Id::Known(id.0)),
            MemberSet::Owners(_) | MemberSet::Unit(_) => None,
        }),
        owner_of: groups(|set| match set {
            MemberSet::Owners(id) => Some(Id::Known(id.0)),
            MemberSet::Members(_) | MemberSet::Unit(_) => None,
        }),
        units: groups(|set| match set {
            MemberSet::Unit(id) => Some(Id::Known(id.0)),
            MemberSet::Members(_) | MemberSet::Owners(_) => None,
        }),
    }))
}

fn user_as(user: &User) -> UserV1<'_> {
    let profile = &user.profile;
    UserV1 {
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
        delegated_administration: level(user.delegated_administration),
        no_product_mail: user.product_mail == ProductMail::Declined,
    }
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

/// The record of a role set.
pub fn role_set<'a>(name: &'a str, roles: &BTreeSet<RoleTemplateId>) -> RecordV1<'a> {
    RecordV1::RoleSet(RoleSetV1 {
        name: Text::from(name),
        roles: roles.iter().map(|id| Id::Known(id.0)).collect(),
    })
}

/// The record of a role assignment.
pub fn assignment(held: &RoleAssignment) -> RecordV1<'static> {
    RecordV1::RoleAssignment(held_as(held))
}

/// A text where there is one.
pub(super) fn text(text: Option<&str>) -> Option<Text<'_>> {
    text.map(Text::from)
}

/// A level of delegated administration where there is one.
pub(super) const fn level(level: DelegatedAdministration) -> Option<DelegatedV1> {
    match level {
        DelegatedAdministration::None => None,
        DelegatedAdministration::Limited => Some(DelegatedV1::Limited),
        DelegatedAdministration::Full => Some(DelegatedV1::Full),
    }
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

pub(super) fn held_as(held: &RoleAssignment) -> AssignmentV1<'static> {
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
