//! Tenants to write and read: a fixed one with a bit of everything, and any number of others.

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
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

/// A moment: 2026-01-01T00:00:00Z.
const JANUARY: Timestamp = Timestamp(1_767_225_600);

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
    User {
        id: user_id(index),
        upn: UserPrincipalName::parse(upn).unwrap(),
        profile: Profile {
            display_name: name.into(),
            ..Profile::default()
        },
        contact: ContactDetails::default(),
        kind: UserKind::Member,
        source: UserSource::Cloud,
        sign_in: SignIn::Allowed,
        must_change_password: false,
        last_sign_in: None,
        licences: Vec::new(),
    }
}

/// An organisation with two domains and two subscriptions.
pub fn begin(name: &str, purchased_from: PurchaseChannel) -> TenantBuilder {
    let mut builder = TenantBuilder::new(Organization {
        name: name.into(),
        purchased_from,
        directory_sync: true,
    })
    .unwrap();
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

/// Every kind of record, every field and every kind of change in the history.
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
        origin,
        items,
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

/// Any text, with what RON cares about and what people's names have in them.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,20}",
        "\\PC{0,12}",
        ".{0,8}",
        Just("in 't Veld".to_owned()),
        Just("\"), ]\nUser(id: r#\"x\"# // /* \\ \r\t\u{1}\u{7f}\u{202e}".to_owned()),
        Just("e\u{301}\u{feff}\u{2028}\u{10ffff}".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    text().prop_filter("a name is not blank", |text| !text.trim().is_empty())
}

fn maybe() -> impl Strategy<Value = Option<Box<str>>> {
    proptest::option::of(text().prop_map(Into::into))
}

fn moment() -> impl Strategy<Value = Timestamp> {
    // The years 0 to 9999, which RFC 3339 can write.
    (-62_167_219_200..253_402_207_200i64).prop_map(Timestamp)
}

/// Any person, but for the id and the user principal name.
pub fn user() -> impl Strategy<Value = User> {
    let profile = (name(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe());
    let local = "[A-Za-z0-9'._!#^~-]{1,12}";
    let marks = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let email = proptest::option::of("[a-z]{1,8}@[a-z]{1,8}\\.example");
    let rest = (
        email,
        maybe(),
        proptest::option::of(moment()),
        proptest::sample::subsequence(vec![0u128, 1], 0..=2),
    );
    (profile, local, marks, rest).prop_map(
        |(profile, local, marks, (email, phone, last_sign_in, licences))| {
            let mut user = person(0, &format!("{local}@Contoso.nl"), &profile.0);
            user.profile.given_name = profile.1;
            user.profile.surname = profile.2;
            user.profile.job_title = profile.3;
            user.profile.department = profile.4;
            user.profile.office = profile.5;
            user.profile.usage_location = profile.6;
            user.kind = if marks.0 {
                UserKind::Guest
            } else {
                UserKind::Member
            };
            user.source = if marks.1 {
                UserSource::DirectorySynchronised
            } else {
                UserSource::Cloud
            };
            user.sign_in = if marks.2 {
                SignIn::Blocked
            } else {
                SignIn::Allowed
            };
            user.must_change_password = marks.3;
            user.contact.alternate_email = email.map(|text| AlternateEmail::parse(&text).unwrap());
            user.contact.mobile_phone = phone.map(|text| MobilePhone::imported(&text));
            user.last_sign_in = last_sign_in;
            user.licences = licences.into_iter().map(subscription_id).collect();
            user
        },
    )
}

/// Any tenant of a few people.
pub fn tenant() -> impl Strategy<Value = Tenant> {
    let held = (
        any::<u8>(),
        any::<bool>(),
        0..3u8,
        any::<bool>(),
        moment(),
        0..3u8,
    );
    (
        name(),
        maybe(),
        vec(user(), 1..8),
        vec(held, 0..12),
        vec((name(), maybe()), 0..4),
    )
        .prop_map(|(organisation, seller, people, held, texts)| {
            let seller = seller.map_or(PurchaseChannel::Microsoft, |name| {
                PurchaseChannel::Partner { name }
            });
            let mut builder = begin(&organisation, seller);
            let count = people.len() as u128;
            for (index, mut user) in (0..).zip(people) {
                user.id = user_id(index * 0x9e37_79b9 % 1_000_003);
                let domain = user.upn.domain().to_owned();
                user.upn = UserPrincipalName::parse(&format!(
                    "{index}{}@{domain}",
                    user.upn.as_str().split_once('@').unwrap().0
                ))
                .unwrap();
                builder.user(user).unwrap();
            }
            let someone = |pick: u128| user_id(pick % count * 0x9e37_79b9 % 1_000_003);
            for (index, (name, _)) in (0..).zip(&texts) {
                builder
                    .group(Group {
                        id: group_id(index),
                        name: name.as_str().into(),
                        role_assignable: index == 0,
                        members: (0..index).map(someone).collect(),
                        owners: (index..3).map(someone).collect(),
                    })
                    .unwrap();
                builder
                    .administrative_unit(AdministrativeUnit {
                        id: unit_id(index),
                        name: name.as_str().into(),
                        restricted: index == 1,
                        members: (0..index).map(someone).collect(),
                    })
                    .unwrap();
            }
            let mut items = Vec::new();
            for (pick, scoped, to_group, eligible, start, end) in held {
                let held = RoleAssignment {
                    principal: if to_group == 0 && !texts.is_empty() {
                        Principal::Group(group_id(0))
                    } else {
                        Principal::User(someone(pick.into()))
                    },
                    role: [
                        RoleTemplateId::GLOBAL_ADMINISTRATOR,
                        RoleTemplateId::USER_ADMINISTRATOR,
                    ][usize::from(pick % 2)],
                    scope: if scoped && !texts.is_empty() {
                        DirectoryScope::AdministrativeUnit(unit_id(0))
                    } else {
                        DirectoryScope::Tenant
                    },
                    kind: if eligible {
                        AssignmentKind::Eligible
                    } else {
                        AssignmentKind::Active
                    },
                    start: (end > 0).then_some(start),
                    end: (end > 1).then_some(Timestamp(start.0 + 1)),
                };
                // What occurs twice is refused; the rest is as good a tenant without it.
                let _ = builder.assignment(held);
                items.push(AuditItem::RoleAssigned(held));
            }
            for (number, (_, reason)) in (1..).zip(texts) {
                items.push(AuditItem::FieldChanged {
                    user: someone(0),
                    field: UserField::Office,
                    from: reason.clone(),
                    to: None,
                });
                builder
                    .audit_entry(AuditEntry {
                        number,
                        at: JANUARY,
                        actor: someone(1),
                        reason,
                        origin: [
                            AuditOrigin::Direct,
                            AuditOrigin::Undo(1),
                            AuditOrigin::Redo(1),
                        ][number as usize % 3],
                        items: items.clone(),
                    })
                    .unwrap();
            }
            builder.build().unwrap()
        })
}
