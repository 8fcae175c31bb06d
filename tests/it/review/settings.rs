//! Changing what the review goes by: who may, what it leaves behind, and what can't be.

use std::sync::Arc;

use mandate::domain::apply::{Applied, Assent, Impossible, Refusal, apply};
use mandate::domain::audit::{AuditItem, AuditOrigin, Thing, ThingField};
use mandate::domain::command::Command;
use mandate::domain::office365::Office365Role;
use mandate::domain::review::{
    Acceptance, FindingAbout, FindingCode, FindingKey, ReviewSettings, Thresholds,
};
use mandate::domain::rule::Rule;
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::InvariantError;
use mandate::session::Session;

use super::{acceptance, key};
use crate::support::{
    EXCHANGE, GLOBAL, Less as _, NOW, TOMORROW, YESTERDAY, context, fixture, group_id, id, roles,
};

fn run(tenant: &mut Tenant, actor: &str, command: &Command) -> Result<Applied, Refusal> {
    apply(&context(), tenant, id(actor), command, &Assent::default())
}

fn thresholds(fewest: u16, most: u16, limit: u16, privileged: u16) -> Command {
    Command::SetThresholds(Thresholds {
        fewest_global_administrators: fewest,
        most_global_administrators: most,
        limit_global_administrators: limit,
        most_privileged_assignments: privileged,
    })
}

fn break_glass(name: &str, registered: bool) -> Command {
    Command::SetBreakGlass {
        user: id(name),
        registered,
    }
}

fn accepting(acceptance: Option<Acceptance>) -> Command {
    Command::SetAcceptance {
        finding: key(FindingCode::GuestsHoldRoles),
        acceptance,
    }
}

fn every() -> [Command; 3] {
    [
        thresholds(3, 5, 9, 12),
        break_glass("piet", true),
        accepting(Some(acceptance("piet", TOMORROW))),
    ]
}

#[test]
fn of_the_eight_a_global_administrator_may_alone() {
    for role in Office365Role::ALL {
        let start = fixture().user("actor").holds(role.template_id());
        for command in every() {
            let outcome = run(&mut start.build(), "actor", &command);
            if role == Office365Role::Global {
                assert!(outcome.is_ok(), "{command:?}: {outcome:?}");
                continue;
            }
            let Err(Refusal::Policy(decision)) = outcome else {
                panic!("{role:?} {command:?}: {outcome:?}");
            };
            let rules: Vec<_> = decision.refusals().iter().map(|it| it.rule).collect();
            assert_eq!(rules, [Rule::DenyByDefault], "{role:?}");
        }
    }
    // Nor one of a unit alone, one to be, or somebody else.
    let lesser = fixture()
        .unit("u", &[])
        .user("scoped")
        .holds(GLOBAL)
        .within("u")
        .user("later")
        .holds(GLOBAL)
        .eligible();
    for actor in ["scoped", "later", "piet", "stranger"] {
        for command in every() {
            let outcome = run(&mut lesser.build(), actor, &command);
            assert!(matches!(outcome, Err(Refusal::Policy(_))), "{actor}");
        }
    }
}

#[test]
fn each_is_one_entry_and_undone_is_as_it_was() {
    let changed = |thing: &Thing, field, from: Option<&str>, to: Option<&str>| AuditItem::Changed {
        thing: thing.clone(),
        field,
        from: from.map(Into::into),
        to: to.map(Into::into),
    };
    let accepted = Thing::Acceptance("guests-hold-roles".into());
    let until = TOMORROW.0.to_string();
    let piet = id("piet").0.to_string();
    let expected: [Vec<AuditItem>; 3] = [
        vec![
            changed(
                &Thing::Review,
                ThingField::FewestGlobalAdministrators,
                Some("2"),
                Some("3"),
            ),
            changed(
                &Thing::Review,
                ThingField::MostGlobalAdministrators,
                Some("4"),
                Some("5"),
            ),
            changed(
                &Thing::Review,
                ThingField::LimitGlobalAdministrators,
                Some("8"),
                Some("9"),
            ),
            changed(
                &Thing::Review,
                ThingField::MostPrivilegedAssignments,
                Some("10"),
                Some("12"),
            ),
        ],
        vec![AuditItem::Added {
            thing: Thing::BreakGlass(id("piet")),
            name: "piet@contoso.nl".into(),
        }],
        vec![
            AuditItem::Added {
                thing: accepted.clone(),
                name: "guests-hold-roles".into(),
            },
            changed(&accepted, ThingField::Reason, None, Some("bekend")),
            changed(&accepted, ThingField::Until, None, Some(&until)),
            changed(&accepted, ThingField::People, None, Some(&piet)),
        ],
    ];
    for (command, items) in every().iter().zip(expected) {
        let mut tenant = fixture().build();
        let before = tenant.clone();
        let applied = run(&mut tenant, "anna", command).expect("allowed");
        assert_eq!(applied.entry, Some(1));
        assert_eq!(tenant.audit()[0].items, items);
        assert!(!tenant.same_state(&before));
        let after = tenant.clone();

        // The same once more changes nothing.
        let again = run(&mut tenant, "anna", command).expect("allowed");
        assert_eq!(again.entry, None);

        let undo = |origin| Assent {
            origin,
            ..Assent::default()
        };
        let origin = undo(AuditOrigin::Undo(1));
        let undone = apply(
            &context(),
            &mut tenant,
            id("anna"),
            &applied.inverse,
            &origin,
        );
        let undone = undone.expect("undone");
        assert!(tenant.same_state(&before));
        let origin = undo(AuditOrigin::Redo(1));
        apply(
            &context(),
            &mut tenant,
            id("anna"),
            &undone.inverse,
            &origin,
        )
        .expect("redone");
        assert!(tenant.same_state(&after));
    }
}

#[test]
fn what_is_set_is_what_the_review_goes_by() {
    let mut tenant = fixture().build();
    for command in every() {
        run(&mut tenant, "anna", &command).expect("allowed");
    }
    let expected = ReviewSettings {
        thresholds: Thresholds {
            fewest_global_administrators: 3,
            most_global_administrators: 5,
            limit_global_administrators: 9,
            most_privileged_assignments: 12,
        },
        break_glass: [id("piet")].into(),
        accepted: [(
            key(FindingCode::GuestsHoldRoles),
            acceptance("piet", TOMORROW),
        )]
        .into(),
    };
    assert_eq!(*tenant.review_settings(), expected);
    for command in [break_glass("piet", false), accepting(None)] {
        run(&mut tenant, "anna", &command).expect("allowed");
    }
    assert!(tenant.review_settings().break_glass.is_empty());
    assert!(tenant.review_settings().accepted.is_empty());
}

#[test]
fn what_can_not_be_is_refused_and_changes_nothing() {
    let blank = Acceptance {
        reason: " \t".into(),
        ..acceptance("piet", TOMORROW)
    };
    let unknown = InvariantError::UnknownUser(id("stranger").0);
    for (command, why) in [
        (thresholds(0, 4, 8, 10), Impossible::Thresholds),
        (thresholds(5, 4, 8, 10), Impossible::Thresholds),
        (thresholds(2, 9, 8, 10), Impossible::Thresholds),
        (break_glass("stranger", true), unknown.into()),
        (accepting(Some(blank)), Impossible::NoName),
        (
            accepting(Some(acceptance("piet", NOW))),
            Impossible::AlreadyOver,
        ),
        (
            accepting(Some(acceptance("piet", YESTERDAY))),
            Impossible::AlreadyOver,
        ),
    ] {
        let mut tenant = fixture().build();
        let before = tenant.clone();
        let outcome = run(&mut tenant, "anna", &command);
        assert_eq!(outcome, Err(Refusal::Impossible(why)), "{command:?}");
        assert!(tenant.same_state(&before) && tenant.audit().is_empty());
    }
    // The narrowest that can be.
    for command in [thresholds(1, 1, 1, 0), thresholds(4, 4, 4, 10)] {
        assert!(run(&mut fixture().build(), "anna", &command).is_ok());
    }
}

#[test]
fn who_is_gone_can_be_taken_off_the_list() {
    let mut tenant = fixture()
        .review(|settings| settings.break_glass = [id("gone")].into())
        .build();
    run(&mut tenant, "anna", &break_glass("gone", false)).expect("allowed");
    assert!(tenant.review_settings().break_glass.is_empty());
    let item = AuditItem::Removed {
        thing: Thing::BreakGlass(id("gone")),
        name: id("gone").0.to_string().into(),
    };
    assert_eq!(tenant.audit()[0].items, [item]);
}

#[test]
fn keys_are_read_as_they_are_written() {
    let about = |code, about| FindingKey { code, about };
    let role = FindingAbout::Role(EXCHANGE);
    let group = FindingAbout::Group(group_id("g"));
    let mut keys: Vec<_> = FindingCode::ALL.into_iter().map(key).collect();
    keys.push(about(FindingCode::RoleNotAssignable, role));
    keys.push(about(FindingCode::UnprotectedGroupOwners, group));
    for key in keys {
        assert_eq!(FindingKey::parse(&key.to_text()), Some(key));
    }
    assert_eq!(
        about(FindingCode::RoleNotAssignable, role).to_text(),
        "role-not-assignable/role/29232cdf-9323-42fd-ade2-1d097af3e4de"
    );
    let texts = [
        "",
        "guests",
        "guests-hold-roles/",
        "guests-hold-roles/role",
        "guests-hold-roles/role/x",
    ];
    for text in texts {
        assert_eq!(FindingKey::parse(text), None, "{text}");
    }
    let more = "guests-hold-roles/role/29232cdf-9323-42fd-ade2-1d097af3e4de/more";
    assert_eq!(FindingKey::parse(more), None);
}

#[test]
fn who_is_gone_and_was_taken_off_the_list_is_put_back_by_undoing() {
    let before = fixture()
        .review(|settings| settings.break_glass = [id("gone")].into())
        .build();
    let mut session = Session::opened(before.clone(), Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("anna");
    let off = break_glass("gone", false);
    session.execute(&off, &Assent::default()).expect("allowed");
    session.undo().expect("undone");
    assert!(session.tenant().same_state(&before));

    // And a batch that fails after it leaves nothing changed.
    let mut tenant = before.clone();
    let batch = Command::Batch(vec![off, thresholds(0, 4, 8, 10)]);
    let outcome = run(&mut tenant, "anna", &batch);
    let why = Refusal::Impossible(Impossible::Thresholds);
    assert_eq!(outcome, Err(why));
    assert!(tenant.same_state(&before));
}
