//! Any text, any person, any small tenant.

mod item;
mod own;

use std::collections::BTreeSet;

use mandate::domain::audit::chain::AuditHash;
use mandate::domain::audit::{AuditEntry, AuditOrigin};
use mandate::domain::contact::{AlternateEmail, MobilePhone};
use mandate::domain::group::{AdministrativeUnit, Group};
use mandate::domain::organization::{Customer, Organization, Partner, PurchaseChannel};
use mandate::domain::role::{DirectoryScope, Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::{RoleSets, Tenant};
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{DeletedUser, ProductMail, SignIn, User, UserId, UserKind, UserSource};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use self::item::{held, item, level, member_set};
use self::own::{custom_roles, review};
use super::made::{begin_as, group_id, person, subscription_id, unit_id, user_id};

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
    let marks = any::<[bool; 5]>();
    let email = proptest::option::of("[a-z]{1,8}@[a-z]{1,8}\\.example");
    let rest = (
        email,
        maybe(),
        proptest::option::of(moment()),
        subsequence(vec![0u128, 1], 0..=2),
        level(),
    );
    (profile, local, marks, rest).prop_map(
        |(profile, local, marks, (email, phone, last_sign_in, licences, level))| {
            let mut user = person(0, &format!("{local}@Contoso.nl"), &profile.0);
            user.profile.given_name = profile.1;
            user.profile.surname = profile.2;
            user.profile.job_title = profile.3;
            user.profile.department = profile.4;
            user.profile.office = profile.5;
            user.profile.usage_location = profile.6;
            user.kind = if marks[0] {
                UserKind::Guest
            } else {
                UserKind::Member
            };
            user.source = if marks[1] {
                UserSource::DirectorySynchronised
            } else {
                UserSource::Cloud
            };
            user.sign_in = if marks[2] {
                SignIn::Blocked
            } else {
                SignIn::Allowed
            };
            user.must_change_password = marks[3];
            user.contact.alternate_email = email.map(|text| AlternateEmail::parse(&text).unwrap());
            user.contact.mobile_phone = phone.map(|text| MobilePhone::imported(&text));
            user.last_sign_in = last_sign_in;
            user.licences = licences.into_iter().map(subscription_id).collect();
            user.delegated_administration = level;
            user.product_mail = if marks[4] {
                ProductMail::Declined
            } else {
                ProductMail::Accepted
            };
            user
        },
    )
}

/// Any organisation, with its partners and customers.
fn organization() -> impl Strategy<Value = Organization> {
    let partners = btree_map(text(), any::<bool>(), 0..3);
    let customers = btree_map(text(), "[a-z]{1,8}\\.example", 0..3);
    let days = prop_oneof![Just(30), any::<u16>()];
    let marks = any::<(bool, bool)>();
    (name(), maybe(), partners, customers, days, marks).prop_map(
        |(name, seller, partners, customers, deleted_user_days, marks)| Organization {
            purchased_from: seller.map_or(PurchaseChannel::Microsoft, |name| {
                PurchaseChannel::Partner { name }
            }),
            directory_sync: marks.0,
            certified_partner: marks.1,
            deleted_user_days,
            // From the last to the first: their order is the organisation's own.
            partners: (partners.into_iter().rev())
                .map(|(name, administers)| Partner {
                    name: name.into(),
                    administers,
                })
                .collect(),
            customers: (customers.into_iter().rev())
                .map(|(name, domain)| Customer {
                    name: name.into(),
                    domain: DomainName::parse(&domain).unwrap(),
                })
                .collect(),
            ..Organization::new(name)
        },
    )
}

/// Any deleted person, with an id that no other has.
fn deleted(index: u128) -> impl Strategy<Value = DeletedUser> {
    let id = user_id(2_000_000 + index);
    let roles = vec(held(Just(Principal::User(id))), 0..4);
    let sets = btree_set(member_set(), 0..5);
    (user(), moment(), roles, sets).prop_map(move |(mut user, at, roles, memberships)| {
        user.id = id;
        // A role is held once in each scope and kind.
        let mut assignments = BTreeSet::<RoleAssignment>::new();
        for held in roles {
            if !assignments.iter().any(|other| other.same_slot(&held)) {
                assignments.insert(held);
            }
        }
        DeletedUser {
            user,
            at,
            assignments,
            memberships,
        }
    })
}

fn role_sets() -> impl Strategy<Value = RoleSets> {
    let roles = vec![
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
        RoleTemplateId::USER_ADMINISTRATOR,
    ];
    let roles = subsequence(roles, 0..=3).prop_map(|roles| roles.into_iter().collect());
    btree_map(text().prop_map(Into::into), roles, 0..3)
}

/// An entry of the history, but for its number and actor.
fn entry() -> impl Strategy<Value = AuditEntry> {
    let origins = vec![
        AuditOrigin::Direct,
        AuditOrigin::Undo(1),
        AuditOrigin::Redo(1),
    ];
    let hash = proptest::option::of(any::<[u8; 32]>());
    let items = vec(item(), 0..6);
    (moment(), maybe(), maybe(), select(origins), items, hash).prop_map(
        |(at, reason, ticket, origin, items, hash)| AuditEntry {
            number: 0,
            at,
            actor: user_id(0),
            reason,
            ticket,
            origin,
            items,
            hash: hash.map(AuditHash),
        },
    )
}

/// Any tenant of a few people.
pub fn tenant() -> impl Strategy<Value = Tenant> {
    let held = (any::<u8>(), held(Just(Principal::User(user_id(0)))), 0..3u8);
    let gone = (0..3u128).prop_flat_map(|count| (0..count).map(deleted).collect::<Vec<_>>());
    (
        organization(),
        vec(user(), 1..8),
        vec(held, 0..12),
        vec(name(), 0..4),
        gone,
        role_sets(),
        vec(entry(), 0..4),
        (custom_roles(), review()),
    )
        .prop_map(
            |(organization, people, held, names, gone, role_sets, entries, own)| {
                let mut builder = begin_as(organization);
                let count = people.len() as u128;
                for (index, mut user) in (0..).zip(people) {
                    user.id = user_id(index * 0x9e37_79b9 % 1_000_003);
                    let upn = format!("{index}{}", user.upn.as_str());
                    user.upn = UserPrincipalName::parse(&upn).unwrap();
                    builder.user(user).unwrap();
                }
                for deleted in gone {
                    builder.deleted_user(deleted).unwrap();
                }
                let someone = |pick: u128| user_id(pick % count * 0x9e37_79b9 % 1_000_003);
                for (index, name) in (0..).zip(&names) {
                    sets(&mut builder, index, name, someone);
                }
                for (name, roles) in role_sets {
                    builder.role_set(name, roles).unwrap();
                }
                for role in own.0 {
                    builder.custom_role(role).unwrap();
                }
                builder.review_settings(own.1).unwrap();
                for (pick, mut held, to_group) in held {
                    held.principal = match to_group {
                        0 if !names.is_empty() => Principal::Group(group_id(0)),
                        _ => Principal::User(someone(pick.into())),
                    };
                    if held.scope != DirectoryScope::Tenant {
                        held.scope = if names.is_empty() {
                            DirectoryScope::Tenant
                        } else {
                            DirectoryScope::AdministrativeUnit(unit_id(0))
                        };
                    }
                    // What occurs twice is refused; the rest is as good a tenant without it.
                    let _ = builder.assignment(held);
                }
                for (number, entry) in (1..).zip(entries) {
                    let actor = someone(1);
                    builder
                        .audit_entry(AuditEntry {
                            number,
                            actor,
                            ..entry
                        })
                        .unwrap();
                }
                builder.build().unwrap()
            },
        )
}

/// Adds a group and an administrative unit.
fn sets(
    builder: &mut TenantBuilder,
    index: u128,
    name: &str,
    someone: impl Fn(u128) -> UserId + Copy,
) {
    builder
        .group(Group {
            id: group_id(index),
            name: name.into(),
            role_assignable: index == 0,
            members: (0..index).map(someone).collect(),
            owners: (index..3).map(someone).collect(),
        })
        .unwrap();
    builder
        .administrative_unit(AdministrativeUnit {
            id: unit_id(index),
            name: name.into(),
            restricted: index == 1,
            members: (0..index).map(someone).collect(),
        })
        .unwrap();
}
