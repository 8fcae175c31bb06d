//! The session: who acts, what can be undone and by whom, and what is saved.

use std::sync::Arc;

use mandate::domain::apply::{Assent, Impossible, Refusal};
use mandate::domain::audit::AuditOrigin;
use mandate::domain::command::Command;
use mandate::domain::rule::Rule;
use mandate::domain::tenant::Tenant;
use mandate::session::{ExecuteError, Session, SignInError};

use crate::policy::{assign, block, rename, reset, revoke};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, NOW, REPORTS_READER, USERS, fixture, id, person, roles,
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

#[test]
fn a_copy_is_changed_and_taken_over() {
    let mut session = acting(&fixture(), "anna");
    let mut copy = session.fork();
    let people = [id("piet"), id("anna")];
    let each = |_: &Tenant, number: usize| Command::ResetPassword(people[number]);
    let many = copy
        .execute_each(2, &each, &Assent::default(), &mut |_| true)
        .expect("signed in")
        .expect("nobody stops it");
    assert_eq!(many.applied.entry, Some(1));
    assert!(!session.is_dirty() && !session.can_undo());
    assert!(session.take_touched().is_empty());
    let old = session.adopt(copy).expect("nothing else was changed");
    assert!(old.tenant().audit().is_empty());
    assert!(session.is_dirty() && session.can_undo());
    assert_eq!(session.next_undo(), Some(1));
    let mut touched = session.take_touched();
    touched.sort_unstable();
    let mut expected = people;
    expected.sort_unstable();
    assert_eq!(touched, expected);
    session.undo().expect("one step");
    assert!(session.tenant().same_state(old.tenant()));
    assert_eq!((session.next_undo(), session.next_redo()), (None, Some(1)));
}

#[test]
fn a_copy_that_was_outrun_is_not_taken_over() {
    let mut session = acting(&fixture(), "anna");
    let mut copy = session.fork();
    let reset = Command::ResetPassword(id("piet"));
    copy.execute(&reset, &Assent::default()).expect("allowed");
    let other = Command::ResetPassword(id("anna"));
    session
        .execute(&other, &Assent::default())
        .expect("allowed");
    let before = session.tenant().clone();
    assert!(session.adopt(copy).is_err());
    assert!(session.tenant().same_state(&before));
    // A copy of another tenant, even of one that looks the same, is none of this one.
    let (mut one, other) = (acting(&fixture(), "anna"), acting(&fixture(), "anna"));
    assert!(one.adopt(other.fork()).is_err());
    // What never was a copy is none.
    assert!(session.adopt(acting(&fixture(), "anna")).is_err());
}

#[test]
fn what_was_saved_meanwhile_stays_saved() {
    let mut session = acting(&fixture(), "anna");
    let reset = Command::ResetPassword(id("piet"));
    session
        .execute(&reset, &Assent::default())
        .expect("allowed");
    let revision = session.tenant().revision();
    let mut copy = session.fork();
    session.mark_saved(revision);
    let other = Command::ResetPassword(id("anna"));
    copy.execute(&other, &Assent::default()).expect("allowed");
    session.adopt(copy).expect("nothing else was changed");
    assert!(session.is_dirty());
    session.undo().expect("allowed");
    // Two entries more than what was saved.
    assert!(session.is_dirty());
}

#[test]
fn nobody_signed_in_changes_nobody() {
    let mut session = session(&fixture());
    let each = |_: &Tenant, _: usize| Command::ResetPassword(id("piet"));
    let outcome = session.execute_each(1, &each, &Assent::default(), &mut |_| true);
    assert_eq!(outcome, Err(ExecuteError::NotSignedIn));
    let outcome = session.rehearse_each(1, &each, &mut |_| true);
    assert_eq!(outcome, Err(ExecuteError::NotSignedIn));
}

#[test]
fn a_copy_does_not_change_who_acts() {
    let both = fixture().user("gina").holds(GLOBAL);
    let mut session = acting(&both, "anna");
    let mut copy = session.fork();
    let reset = Command::ResetPassword(id("piet"));
    copy.execute(&reset, &Assent::default()).expect("allowed");
    session.sign_in(id("gina")).expect("gina may");
    session.adopt(copy).expect("nothing else was changed");
    assert_eq!(session.actor().map(|actor| actor.id), Some(id("gina")));
    let entry = session.tenant().audit().last().expect("an entry");
    assert_eq!(entry.actor, id("anna"));
}

#[test]
fn nobody_deletes_their_own_account_by_going_back_and_forth() {
    let both = fixture().user("gina").holds(GLOBAL);
    let mut session = acting(&both, "anna");
    let delete = Command::DeleteUser(id("gina"));
    session
        .execute(&delete, &Assent::default())
        .expect("allowed");
    session.undo().expect("gina comes back");
    session.sign_in(id("gina")).expect("gina may");
    let own = ExecuteError::Refused(Refusal::Impossible(Impossible::OwnAccount));
    assert_eq!(session.redo(), Err(own));
    assert!(session.tenant().user(id("gina")).is_some());
}

#[test]
fn taking_back_asks_whoever_takes_back() {
    // Anna does it, Ursula would take it back.
    let cast = fixture()
        .user("ursula")
        .holds(USERS)
        .deleted("chef", NOW, &[GLOBAL])
        .deleted("lezer", NOW, &[REPORTS_READER]);
    let because = Assent::because("it is needed");
    let refused = |command: &Command, rule: Rule| {
        let mut session = acting(&cast, "anna");
        session.execute(command, &because).expect("allowed");
        session.sign_in(id("ursula")).expect("ursula may");
        match session.undo() {
            Err(ExecuteError::Refused(Refusal::Policy(decision))) => {
                assert!(decision.refused_by(rule), "{command:?}: {decision:?}");
            }
            other => panic!("{command:?}: {other:?}"),
        }
        session.sign_in(id("anna")).expect("anna may");
        session.undo().expect("anna may");
    };
    refused(&Command::RestoreUser(id("chef")), Rule::UserManagementLimit);
    refused(&Command::PurgeUser(id("chef")), Rule::UserManagementLimit);
    refused(
        &Command::PurgeUser(id("lezer")),
        Rule::OnlyGlobalAdministratorsDelegate,
    );
    // And who may not add people may not take back that somebody did.
    let desk = fixture().user("hugo").holds(HELPDESK);
    let mut session = acting(&desk, "anna");
    let add = Command::AddUser(Box::new(person("nora")));
    session.execute(&add, &Assent::default()).expect("allowed");
    session.sign_in(id("hugo")).expect("hugo may");
    assert!(matches!(
        session.undo(),
        Err(ExecuteError::Refused(Refusal::Policy(decision))) if decision.refused_by(Rule::DenyByDefault)
    ));
}
