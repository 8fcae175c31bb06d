//! Any text, any person, any small tenant.

use mandate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, UserField};
use mandate::domain::contact::{AlternateEmail, MobilePhone};
use mandate::domain::group::{AdministrativeUnit, Group};
use mandate::domain::organization::PurchaseChannel;
use mandate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{SignIn, User, UserKind, UserSource};
use proptest::collection::vec;
use proptest::prelude::*;

use super::made::{JANUARY, begin, group_id, person, subscription_id, unit_id, user_id};

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
                let principal = if to_group == 0 && !texts.is_empty() {
                    Principal::Group(group_id(0))
                } else {
                    Principal::User(someone(pick.into()))
                };
                let scope = if scoped && !texts.is_empty() {
                    DirectoryScope::AdministrativeUnit(unit_id(0))
                } else {
                    DirectoryScope::Tenant
                };
                let held = held_by(principal, scope, eligible, (start, end));
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

/// A role given, from when and until when if `times` says so: neither, a start, or both.
fn held_by(
    principal: Principal,
    scope: DirectoryScope,
    eligible: bool,
    (start, times): (Timestamp, u8),
) -> RoleAssignment {
    RoleAssignment {
        principal,
        role: if start.0 % 2 == 0 {
            RoleTemplateId::GLOBAL_ADMINISTRATOR
        } else {
            RoleTemplateId::USER_ADMINISTRATOR
        },
        scope,
        kind: if eligible {
            AssignmentKind::Eligible
        } else {
            AssignmentKind::Active
        },
        start: (times > 0).then_some(start),
        end: (times > 1).then_some(Timestamp(start.0 + 1)),
    }
}
