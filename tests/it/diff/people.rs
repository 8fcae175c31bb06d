//! People: what is compared about them, and how they come and go.

use mandate::domain::audit::{AuditItem, UserField};
use mandate::domain::command::Command;
use mandate::domain::diff::{Diff, Difference, HistoryDiff, Names as _, Presence};
use mandate::domain::group::MemberSet;
use mandate::domain::user::{DelegatedAdministration, ProductMail};

use super::{by_anna, check, check_built, item, presence, text};
use crate::policy::rename;
use crate::support::{Fixture, YESTERDAY, everything, fixture, id, unit_id};

/// What is changed about Piet, and what is told of it.
type Row = (fn(Fixture) -> Fixture, Vec<Difference>);

#[test]
fn everything_about_a_person_is_compared() {
    let before = fixture();
    let expected_kind = |guest| Difference::Kind {
        user: id("piet"),
        guest,
    };
    let synchronised = |synchronised| Difference::Source {
        user: id("piet"),
        synchronised,
    };
    let rows: Vec<Row> = vec![
        (
            |it| it.but(|user| user.profile.display_name = "Pieter".into()),
            vec![text(
                "piet",
                UserField::DisplayName,
                Some("piet"),
                Some("Pieter"),
            )],
        ),
        (
            |it| {
                it.but(|user| {
                    user.profile.given_name = Some("a".into());
                    user.profile.surname = Some("b".into());
                    user.profile.job_title = Some("c".into());
                    user.profile.department = Some("d".into());
                    user.profile.office = Some("e".into());
                    user.profile.usage_location = Some("NL".into());
                })
            },
            vec![
                text("piet", UserField::GivenName, None, Some("a")),
                text("piet", UserField::Surname, None, Some("b")),
                text("piet", UserField::JobTitle, None, Some("c")),
                text("piet", UserField::Department, None, Some("d")),
                text("piet", UserField::Office, None, Some("e")),
                text("piet", UserField::UsageLocation, None, Some("NL")),
            ],
        ),
        (
            Fixture::unreachable,
            vec![
                text(
                    "piet",
                    UserField::AlternateEmail,
                    Some("piet@example.org"),
                    None,
                ),
                text("piet", UserField::MobilePhone, Some("+31612345678"), None),
            ],
        ),
        (Fixture::guest, vec![expected_kind(true)]),
        (Fixture::synced, vec![synchronised(true)]),
        (
            Fixture::blocked,
            vec![item(AuditItem::SignInBlocked(id("piet")))],
        ),
        (
            |it| it.but(|user| user.must_change_password = true),
            vec![item(AuditItem::PasswordReset(id("piet")))],
        ),
        (
            |it| it.but(|user| user.licences = vec![everything()]),
            vec![item(AuditItem::LicenceAssigned(id("piet"), everything()))],
        ),
        (
            |it| it.but(|user| user.delegated_administration = DelegatedAdministration::Full),
            vec![item(AuditItem::DelegationChanged {
                user: id("piet"),
                from: DelegatedAdministration::None,
                to: DelegatedAdministration::Full,
            })],
        ),
        (
            |it| it.but(|user| user.product_mail = ProductMail::Declined),
            vec![item(AuditItem::ProductMailDeclined(id("piet")))],
        ),
        (
            |it| it.but(|user| user.last_sign_in = Some(YESTERDAY)),
            vec![Difference::LastSignIn {
                user: id("piet"),
                from: None,
                to: Some(YESTERDAY),
            }],
        ),
    ];
    for (change, expected) in rows {
        check_built(&before, &change(before.clone()), &expected);
    }
    check_built(&before.clone().guest(), &before, &[expected_kind(false)]);
    check_built(&before.clone().synced(), &before, &[synchronised(false)]);
    check_built(
        &before.clone().blocked(),
        &before,
        &[item(AuditItem::SignInAllowed(id("piet")))],
    );
}

#[test]
fn people_come_and_go() {
    let kim = fixture().user("kim");
    check_built(
        &fixture(),
        &kim,
        &[presence("kim", Presence::Absent, Presence::Active)],
    );
    check_built(
        &kim,
        &fixture(),
        &[presence("kim", Presence::Active, Presence::Absent)],
    );
    let there = kim.clone().unit("noord", &["kim"]).build();
    let deleted = by_anna(&there, &[Command::DeleteUser(id("kim"))]);
    let out = [
        presence("kim", Presence::Active, Presence::Deleted),
        Difference::MemberCount {
            set: MemberSet::Unit(unit_id("noord")),
            from: 1,
            to: 0,
        },
        item(AuditItem::MemberRemoved(
            MemberSet::Unit(unit_id("noord")),
            id("kim"),
        )),
    ];
    check(&there, &deleted, &out);
    let diff = Diff::between(&there, &deleted);
    assert_eq!(diff.history, HistoryDiff::Longer(1));
    assert_eq!(diff.names.user(id("kim")), Some("kim"));
    assert_eq!(diff.names.unit(unit_id("noord")), Some("noord"));

    let restored = by_anna(&deleted, &[Command::RestoreUser(id("kim"))]);
    check(
        &deleted,
        &restored,
        &[
            presence("kim", Presence::Deleted, Presence::Active),
            Difference::MemberCount {
                set: MemberSet::Unit(unit_id("noord")),
                from: 0,
                to: 1,
            },
            item(AuditItem::MemberAdded(
                MemberSet::Unit(unit_id("noord")),
                id("kim"),
            )),
        ],
    );
    check(&there, &restored, &[]);
    let purged = by_anna(&deleted, &[Command::PurgeUser(id("kim"))]);
    check(
        &deleted,
        &purged,
        &[presence("kim", Presence::Deleted, Presence::Absent)],
    );
    check(
        &purged,
        &deleted,
        &[presence("kim", Presence::Absent, Presence::Deleted)],
    );
    // Who was edited before being deleted is told both.
    let other = by_anna(
        &there,
        &[rename("kim", "Kim"), Command::DeleteUser(id("kim"))],
    );
    let diff = Diff::between(&there, &other);
    assert_eq!(
        diff.differences[..2],
        [
            presence("kim", Presence::Active, Presence::Deleted),
            text("kim", UserField::DisplayName, Some("kim"), Some("Kim")),
        ]
    );
    check(
        &deleted,
        &other,
        &[text(
            "kim",
            UserField::DisplayName,
            Some("kim"),
            Some("Kim"),
        )],
    );
}
