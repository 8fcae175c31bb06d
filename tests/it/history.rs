//! Going through the history: it does exactly what an entry did, back or again, and is no way
//! around a confirmation.

use std::sync::Arc;

use mandate::domain::apply::{Applied, Assent, Impossible, Refusal, apply};
use mandate::domain::audit::AuditOrigin;
use mandate::domain::command::Command;
use mandate::domain::tenant::Tenant;
use mandate::session::{ExecuteError, Session};

use crate::policy::{assign, block, email, rename, reset, revoke, set};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, Less, NOW, SHAREPOINT, TOMORROW, USERS, context, fixture,
    given, id, roles,
};

fn by_anna(
    tenant: &mut Tenant,
    command: &Command,
    origin: AuditOrigin,
    reason: Option<&str>,
) -> Result<Applied, Refusal> {
    let assent = Assent {
        reason: reason.map(Into::into),
        origin,
        ..Assent::default()
    };
    apply(&context(), tenant, id("anna"), command, &assent)
}

fn people() -> Fixture {
    fixture().user("kim").holds(HELPDESK)
}

/// Whoever says "undo" without undoing gets neither out of the confirmation nor anything done.
#[test]
fn what_is_no_step_of_the_history_is_not_done_as_one() {
    let mut tenant = people().build();
    let because = Some("helps out");
    by_anna(
        &mut tenant,
        &assign("piet", USERS),
        AuditOrigin::Direct,
        because,
    )
    .expect("confirmed");
    by_anna(
        &mut tenant,
        &revoke("kim", HELPDESK),
        AuditOrigin::Direct,
        None,
    )
    .expect("may");
    let before = tenant.clone();
    for (what, command) in [
        ("another role", assign("piet", HELPDESK)),
        ("another person", assign("kim", GLOBAL)),
        (
            "for longer",
            set("kim", &[given("kim", HELPDESK).until(TOMORROW)]),
        ),
        (
            "more than that",
            Command::Batch(vec![assign("kim", HELPDESK), assign("kim", GLOBAL)]),
        ),
        ("something else", reset("piet")),
        ("no name at all", rename("piet", "")),
        ("nothing", Command::Batch(vec![])),
    ] {
        for number in [0, 1, 2, 3, u32::MAX] {
            for origin in [AuditOrigin::Undo(number), AuditOrigin::Redo(number)] {
                let outcome = by_anna(&mut tenant, &command, origin, None);
                assert_eq!(
                    outcome,
                    Err(Refusal::Impossible(Impossible::OtherChange(number))),
                    "{what}"
                );
                assert!(tenant.same_state(&before), "{what}");
                assert_eq!(tenant.audit(), before.audit(), "{what}");
            }
        }
    }
    let back = assign("kim", HELPDESK);
    by_anna(&mut tenant, &back, AuditOrigin::Undo(2), None).expect("it was there before");
}

/// A batch, whatever it is made of, is undone as one entry and done again as one.
#[test]
fn a_batch_goes_back_and_again() {
    let first = people().build();
    let mut tenant = first.clone();
    let batch = Command::Batch(vec![
        email("piet", "piet@elsewhere.example"),
        set(
            "kim",
            &[
                given("kim", HELPDESK).until(TOMORROW),
                given("kim", EXCHANGE),
            ],
        ),
        rename("piet", "Piet"),
        rename("piet", "Pieter"),
        Command::Batch(vec![assign("piet", EXCHANGE), revoke("piet", EXCHANGE)]),
        reset("piet"),
        block("piet"),
    ]);
    let because = Some("he leaves");
    let done = by_anna(&mut tenant, &batch, AuditOrigin::Direct, because).expect("may");
    let last = tenant.clone();
    let back = by_anna(&mut tenant, &done.inverse, AuditOrigin::Undo(1), None).expect("undone");
    assert!(tenant.same_state(&first));
    by_anna(&mut tenant, &back.inverse, AuditOrigin::Redo(1), None).expect("done again");
    assert!(tenant.same_state(&last));
}

/// The session alone says what is a step through the history.
#[test]
fn a_session_runs_a_command_for_itself() {
    let mut session = Session::opened(people().build(), Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("may");
    session
        .execute(&revoke("kim", HELPDESK), &Assent::default())
        .expect("may");
    let as_undo = Assent {
        origin: AuditOrigin::Undo(1),
        ..Assent::default()
    };
    let outcome = session.execute(&assign("kim", HELPDESK), &as_undo);
    assert!(
        matches!(outcome, Err(ExecuteError::Refused(Refusal::NeedsReason(_)))),
        "{outcome:?}"
    );
    session
        .execute(&rename("piet", "Piet"), &as_undo)
        .expect("may");
    let entry = session.tenant().audit_entry(2).expect("noted");
    assert_eq!(entry.origin, AuditOrigin::Direct);
    assert!(session.tenant().audit_entry(0).is_none());
    assert!(session.tenant().audit_entry(3).is_none());
}

/// A reason that says nothing is none, in the history as at the gate.
#[test]
fn a_blank_reason_is_not_noted() {
    let mut tenant = people().build();
    for (reason, noted) in [
        (None, None),
        (Some(" \t\n"), None),
        (Some(" moved "), Some(" moved ")),
    ] {
        let name = format!("Piet {}", tenant.audit().len());
        by_anna(
            &mut tenant,
            &rename("piet", &name),
            AuditOrigin::Direct,
            reason,
        )
        .expect("may");
        let last = tenant.audit().last().expect("an entry");
        assert_eq!(last.reason.as_deref(), noted);
    }
}

#[test]
fn what_could_not_be_new_can_be_gone_back_to() {
    // Sara keeps her role when its service is given up; it is revoked after that, and undone.
    let cast = fixture().user("sara").holds(SHAREPOINT);
    let mut session = Session::opened(cast.build(), Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("anna may");
    let because = Assent::because("it is needed");
    let first = session.tenant().clone();
    let none = Command::SetSubscriptions(Vec::new());
    session
        .execute(&none, &because)
        .expect("a warning, no refusal");
    session
        .execute(&revoke("sara", SHAREPOINT), &because)
        .expect("allowed");
    let anew = session.execute(&assign("sara", SHAREPOINT), &because);
    assert!(anew.is_err(), "R9 refuses it as something new");
    session.undo().expect("it was there before");
    session.undo().expect("and so were the seats");
    assert!(session.tenant().same_state(&first));
}
