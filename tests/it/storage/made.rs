//! Tenants to write and read: a fixed one with a bit of everything that the first files could
//! hold, and what others are made of. What came later is in `made_later`.

use mandate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, UserField};
use mandate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use mandate::domain::group::{AdministrativeUnit, Group};
use mandate::domain::organization::{
    Domain, Organization, PurchaseChannel, Service, Subscription, SubscriptionId,
};
use mandate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{Profile, SignIn, User, UserId, UserKind, UserSource};
use uuid::Uuid;

/// A moment: 2026-01-01T00:00:00Z.
pub const JANUARY: Timestamp = Timestamp(1_767_225_600);

pub fn user_id(index: u128) -> UserId {
    UserId(Uuid::from_u128(
        0x1111_1111_0000_4000_8000_0000_0000_0000 + index,
    ))
}

pub fn group_id(index: u128) -> GroupId {
    GroupId(Uuid::from_u128(
        0x2222_2222_0000_4000_8000_0000_0000_0000 + index,
    ))
}

pub fn unit_id(index: u128) -> AdministrativeUnitId {
    AdministrativeUnitId(Uuid::from_u128(
        0x3333_3333_0000_4000_8000_0000_0000_0000 + index,
    ))
}

pub fn subscription_id(index: u128) -> SubscriptionId {
    SubscriptionId(Uuid::from_u128(
        0x4444_4444_0000_4000_8000_0000_0000_0000 + index,
    ))
}

pub fn person(index: u128, upn: &str, name: &str) -> User {
    User::new(user_id(index), UserPrincipalName::parse(upn).unwrap(), name)
}

/// An organisation with three domains and two subscriptions.
pub fn begin(name: &str, purchased_from: PurchaseChannel) -> TenantBuilder {
    begin_as(Organization {
        purchased_from,
        directory_sync: true,
        ..Organization::new(name)
    })
}

/// The same, for any organisation.
pub fn begin_as(organization: Organization) -> TenantBuilder {
    let mut builder = TenantBuilder::new(organization).unwrap();
    for (name, verified, default) in [
        ("contoso.onmicrosoft.com", true, false),
        ("contoso.nl", true, true),
        ("contoso.example", false, false),
    ] {
        builder
            .domain(Domain {
                name: DomainName::parse(name).unwrap(),
                verified,
                default,
            })
            .unwrap();
    }
    for (index, services) in [(0, Service::ALL.to_vec()), (1, Vec::new())] {
        builder
            .subscription(Subscription {
                id: subscription_id(index),
                name: "Microsoft 365 E3".into(),
                seats: 25,
                services,
            })
            .unwrap();
    }
    builder
}

/// Every kind of record, field and change in the history that the first files could hold.
pub fn everything() -> Tenant {
    let partner = PurchaseChannel::Partner {
        name: "Northwind \"Cloud\" B.V.".into(),
    };
    let mut builder = begin("Contoso", partner);
    let mut full = person(0, "Anna.Bakker@contoso.nl", "Anna Bakker");
    full.profile = Profile {
        display_name: "Anna Bakker".into(),
        given_name: Some("Anna".into()),
        surname: Some("Bakker".into()),
        job_title: Some("IT manager".into()),
        department: Some("IT".into()),
        office: Some("Utrecht".into()),
        usage_location: Some("NL".into()),
    };
    full.contact = ContactDetails {
        alternate_email: Some(AlternateEmail::parse("anna@example.org").unwrap()),
        mobile_phone: Some(MobilePhone::imported("+31612345678")),
    };
    full.last_sign_in = Some(JANUARY);
    full.licences = vec![subscription_id(0), subscription_id(1)];
    let mut odd = person(
        1,
        "o'brien@contoso.onmicrosoft.com",
        "Zoë in 't Veld \\ \"Zo\"\n\tO’Brien",
    );
    odd.kind = UserKind::Guest;
    odd.source = UserSource::DirectorySynchronised;
    odd.sign_in = SignIn::Blocked;
    odd.must_change_password = true;
    odd.contact.mobile_phone = Some(MobilePhone::imported("06 - 1234"));
    builder.user(full).unwrap();
    builder.user(odd).unwrap();
    builder
        .user(person(2, "bram@contoso.nl", "Bram de Wit"))
        .unwrap();
    builder
        .group(Group {
            id: group_id(0),
            name: "Helpdesk".into(),
            role_assignable: true,
            members: [user_id(1), user_id(2)].into(),
            owners: [user_id(0)].into(),
        })
        .unwrap();
    builder
        .group(Group {
            id: group_id(1),
            name: "Nobody".into(),
            role_assignable: false,
            members: [].into(),
            owners: [].into(),
        })
        .unwrap();
    builder
        .administrative_unit(AdministrativeUnit {
            id: unit_id(0),
            name: "Utrecht".into(),
            restricted: true,
            members: [user_id(2)].into(),
        })
        .unwrap();
    let permanent = RoleAssignment::permanent(
        Principal::User(user_id(0)),
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
    );
    let limited = RoleAssignment {
        principal: Principal::Group(group_id(0)),
        role: RoleTemplateId::HELPDESK_ADMINISTRATOR,
        scope: DirectoryScope::AdministrativeUnit(unit_id(0)),
        kind: AssignmentKind::Eligible,
        start: Some(JANUARY),
        end: Some(Timestamp(JANUARY.0 + 86_400)),
    };
    builder.assignment(permanent).unwrap();
    builder.assignment(limited).unwrap();
    for entry in history(permanent, limited) {
        builder.audit_entry(entry).unwrap();
    }
    builder.build().unwrap()
}

fn history(permanent: RoleAssignment, limited: RoleAssignment) -> Vec<AuditEntry> {
    let entry = |number, reason: Option<&str>, origin, items| AuditEntry {
        number,
        at: Timestamp(JANUARY.0 + i64::from(number)),
        actor: user_id(0),
        reason: reason.map(Into::into),
        ticket: None,
        origin,
        items,
        hash: None,
    };
    vec![
        entry(
            1,
            None,
            AuditOrigin::Direct,
            vec![
                AuditItem::TenantFounded(user_id(0)),
                AuditItem::RoleAssigned(permanent),
            ],
        ),
        entry(
            2,
            Some("ticket 4711"),
            AuditOrigin::Direct,
            vec![
                AuditItem::RoleRevoked(limited),
                AuditItem::FieldChanged {
                    user: user_id(1),
                    field: UserField::MobilePhone,
                    from: None,
                    to: Some("+31612345678".into()),
                },
                AuditItem::SignInBlocked(user_id(1)),
                AuditItem::PasswordReset(user_id(1)),
            ],
        ),
        entry(
            3,
            None,
            AuditOrigin::Undo(2),
            vec![
                AuditItem::PasswordResetWithdrawn(user_id(1)),
                AuditItem::SignInAllowed(user_id(1)),
            ],
        ),
        entry(4, None, AuditOrigin::Redo(2), Vec::new()),
    ]
}
