//! The session: who acts, what can be undone and by whom, and what is saved.

use std::sync::Arc;

use mandate::domain::apply::{Assent, Refusal};
use mandate::domain::audit::AuditOrigin;
use mandate::domain::rule::Rule;
use mandate::session::{ExecuteError, Session, SignInError};

use crate::policy::{assign, block, rename, reset, revoke};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, NOW, REPORTS_READER, USERS, fixture, id, roles,
};

fn session(fixture: &Fixture) -> Session {
    Session::opened(fixture.build(), Arc::clone(roles()), || NOW)
}

fn acting(fixture: &Fixture, name: &str) -> Session {
    let mut session = session(fixture);
    session.sign_in(id(name)).expect("may sign in");
    session
}

#[test]
fn who_can_sign_in() {
    let mut session = session(&fixture().user("bea").blocked());
    assert_eq!(session.sign_in(id("bea")), Err(SignInError::Blocked));
    assert_eq!(session.sign_in(id("stranger")), Err(SignInError::Unknown));
    assert!(session.actor().is_none() && session.actor_roles().is_empty());
    assert!(session.decide(&reset("piet")).is_none());
    let refused = session.execute(&reset("piet"), &Assent::default());
    assert_eq!(refused, Err(ExecuteError::NotSignedIn));
    session.sign_in(id("anna")).expect("may");
    assert_eq!(session.sign_in(id("bea")), Err(SignInError::Blocked));
    assert_eq!(session.actor().map(|user| user.id), Some(id("anna")));
    assert_eq!(session.actor_roles(), [GLOBAL]);
    session.sign_out();
    assert!(session.actor().is_none());
}

#[test]
fn roles_of_the_actor_are_each_told_once() {
    let twice = fixture()
        .user("kim")
        .holds(USERS)
        .group("g", &["kim"])
        .holds(USERS);
    assert_eq!(acting(&twice, "kim").actor_roles(), [USERS]);
}

#[test]
fn undo_and_redo_go_through_the_history() {
    let mut session = acting(&fixture(), "anna");
    assert_eq!(session.undo(), Err(ExecuteError::NothingToDo));
    assert_eq!(session.redo(), Err(ExecuteError::NothingToDo));
    let because = Assent::because("helps out");
    session
        .execute(&assign("piet", HELPDESK), &because)
        .expect("may");
    session
        .execute(&rename("piet", "Piet"), &Assent::default())
        .expect("may");
    session.undo().expect("may");
    session.undo().expect("may");
    assert!(session.tenant().same_state(&fixture().build()));
    assert!(!session.can_undo() && session.can_redo());
    session.redo().expect("the reason comes along");
    let origins: Vec<_> = session
        .tenant()
        .audit()
        .iter()
        .map(|entry| entry.origin)
        .collect();
    let expected = [
        AuditOrigin::Direct,
        AuditOrigin::Direct,
        AuditOrigin::Undo(2),
        AuditOrigin::Undo(1),
        AuditOrigin::Redo(1),
    ];
    assert_eq!(origins, expected);
    assert_eq!(
        session.tenant().audit()[4].reason.as_deref(),
        Some("helps out")
    );
    session
        .execute(&reset("piet"), &Assent::default())
        .expect("may");
    assert!(
        !session.can_redo(),
        "a new change leaves nothing to do again"
    );
}

#[test]
fn a_refusal_and_a_no_op_leave_the_history_alone() {
    let mut session = acting(&fixture(), "anna");
    session
        .execute(&rename("piet", "Piet"), &Assent::default())
        .expect("may");
    session.undo().expect("may");
    session
        .execute(&revoke("anna", GLOBAL), &Assent::default())
        .expect_err("R3");
    session
        .execute(&rename("piet", "piet"), &Assent::default())
        .expect("nothing to do");
    assert!(session.can_redo() && !session.can_undo());
}

/// Who gave away a right can't take it back by undoing; who has it still can.
#[test]
fn undo_passes_the_gate() {
    let two = fixture().user("kim").holds(GLOBAL);
    let mut session = acting(&two, "anna");
    session
        .execute(&revoke("anna", GLOBAL), &Assent::because("I leave"))
        .expect("confirmed");
    let Err(ExecuteError::Refused(Refusal::Policy(decision))) = session.undo() else {
        panic!("Anna is no Global Administrator any more")
    };
    assert!(decision.refused_by(Rule::OnlyGlobalAdministratorsDelegate));
    assert!(
        session.can_undo(),
        "it stays to be undone by someone who may"
    );
    session.sign_in(id("kim")).expect("may");
    session.undo().expect("Kim may");
    assert!(session.tenant().same_state(&two.build()));
}

#[test]
fn who_blocked_themselves_undoes_nothing() {
    let mut session = acting(&fixture().user("kim").holds(GLOBAL), "anna");
    session
        .execute(&block("anna"), &Assent::because("lost laptop"))
        .expect("confirmed");
    assert!(session.undo().is_err());
    let asked = session.decide(&rename("piet", "Piet")).expect("signed in");
    assert!(asked.refused_by(Rule::DenyByDefault));
}

/// Undoing can give up one's own role too, and that is asked first (R4).
#[test]
fn undo_does_not_give_up_ones_own_global_role_unasked() {
    let mut session = acting(&fixture(), "anna");
    session
        .execute(&assign("piet", GLOBAL), &Assent::because("helps out"))
        .expect("may");
    session.sign_in(id("piet")).expect("may");
    let outcome = session.undo();
    assert!(
        matches!(outcome, Err(ExecuteError::Refused(Refusal::NeedsReason(_)))),
        "{outcome:?}"
    );
    assert_eq!(session.actor_roles(), [GLOBAL]);
    assert!(
        session.undo_because(Some("  ")).is_err(),
        "a blank reason is none"
    );
    session
        .undo_because(Some("not needed any more"))
        .expect("confirmed");
    assert!(session.actor_roles().is_empty());
    assert!(session.redo().is_err(), "Piet gave it away");
    session.sign_in(id("anna")).expect("may");
    session.redo().expect("Anna may, and confirmed it once");
    let reasons: Vec<_> = session
        .tenant()
        .audit()
        .iter()
        .map(|it| it.reason.as_deref())
        .collect();
    assert_eq!(
        reasons,
        [
            Some("helps out"),
            Some("not needed any more"),
            Some("helps out")
        ]
    );
}

#[test]
fn unsaved_changes_are_known() {
    let mut session = acting(&fixture(), "anna");
    assert!(!session.is_dirty());
    session
        .execute(&rename("piet", "piet"), &Assent::default())
        .expect("nothing to do");
    assert!(!session.is_dirty());
    session
        .execute(&rename("piet", "Piet"), &Assent::default())
        .expect("may");
    assert!(session.is_dirty());
    let saved = session.tenant().snapshot().revision;
    session
        .execute(&assign("piet", EXCHANGE), &Assent::default())
        .expect("may");
    session.mark_saved(saved);
    assert!(session.is_dirty(), "a change was made while saving");
    session.mark_saved(session.tenant().revision());
    assert!(!session.is_dirty());
    session.undo().expect("may");
    assert!(session.is_dirty(), "the history grew");
    assert!(Session::unsaved(fixture().build(), Arc::clone(roles()), || NOW).is_dirty());
}

#[test]
fn touched_people_are_told_once() {
    let people = fixture().user("kim").group("g", &["kim", "piet"]);
    let mut session = acting(&people, "anna");
    let to_group = crate::support::given_to_group("g", REPORTS_READER);
    let command = mandate::domain::command::Command::AssignRole(to_group);
    session.execute(&command, &Assent::default()).expect("may");
    let mut touched = session.take_touched();
    touched.sort_unstable();
    let mut members = vec![id("kim"), id("piet")];
    members.sort_unstable();
    assert_eq!(touched, members);
    assert!(session.take_touched().is_empty());
    session.undo().expect("may");
    assert_eq!(session.take_touched().len(), 2);
}
