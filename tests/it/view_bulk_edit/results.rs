//! The dry run and what becomes of it: verdicts, reasons, asking again, submitting, retrying.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::role::Principal;
use mandate::domain::user::SignIn;
use mandate::ui::many::NotRun;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::bulk_edit::Step;

use super::{
    check, choose, click, department, enabled, is_shown, people, spoken, to_results, type_into,
    wizard,
};
use crate::support::{GLOBAL, HELPDESK, id};

fn role_step(harness: &mut egui_kittest::Harness<'_, super::Host>, role: &str) {
    click(harness, "Next");
    choose(harness, "Yes, assign");
    check(harness, role);
    click(harness, "Next");
    click(harness, "Next");
}

#[test]
fn the_dry_run_says_for_each_what_changes_or_which_rule_refuses() {
    let fixture = people().user("rik").blocked();
    let mut harness = wizard(&fixture, &["piet", "syb", "zoe", "rik"]);
    let before = harness.state().session.tenant().clone();
    check(&mut harness, "Change whether they may sign in");
    to_results(&mut harness);
    let rows = spoken(&harness);
    assert_eq!(rows[0], "piet, Will change, Sign-in blocked");
    assert!(
        rows[1].starts_with("syb, Refused, R25: Name, user principal name"),
        "{}",
        rows[1]
    );
    assert_eq!(rows[2], "zoe, Will change, Sign-in blocked");
    assert_eq!(rows[3], "rik, No change, Is so already");
    for chip in [
        "All 4",
        "Will change 2",
        "No change 1",
        "Refused 1",
        "R25 1",
    ] {
        assert!(is_shown(&harness, chip), "{chip}");
    }
    assert!(!is_shown(&harness, "With warnings 0"));
    assert!(is_shown(
        &harness,
        "2 people will be changed, as one step to undo."
    ));
    assert!(harness.state().session.tenant().same_state(&before));

    click(&mut harness, "Refused 1");
    assert_eq!(spoken(&harness).len(), 1);
    click(&mut harness, "All 4");
    type_into(&mut harness, "Find in the results", "zoe");
    assert_eq!(spoken(&harness), ["zoe, Will change, Sign-in blocked"]);
    click(&mut harness, "Refused 1");
    assert!(is_shown(&harness, "No one matches"));
    click(&mut harness, "Clear filters");
    assert_eq!(spoken(&harness).len(), 4);
}

#[test]
fn the_refused_are_named_while_the_others_are_done_and_can_be_retried() {
    let mut harness = wizard(&people(), &["piet", "syb", "zoe"]);
    check(&mut harness, "Change whether they may sign in");
    to_results(&mut harness);
    click(&mut harness, "Submit");
    assert!(is_shown(
        &harness,
        "2 people were changed, as one step to undo."
    ));
    assert!(is_shown(&harness, "1 person was refused."));
    let rows = spoken(&harness);
    assert_eq!(rows[0], "piet, Changed, Sign-in blocked");
    assert!(rows[1].starts_with("syb, Refused, R25: "), "{}", rows[1]);
    let blocked = |harness: &egui_kittest::Harness<'_, super::Host>| {
        ["piet", "syb", "zoe"].map(|name| harness.state().user(name).sign_in == SignIn::Blocked)
    };
    assert_eq!(blocked(&harness), [true, false, true]);
    let audit = harness.state().session.tenant().audit();
    assert_eq!(audit.len(), 1);
    assert_eq!(audit[0].items.len(), 2);

    click(&mut harness, "Retry the refused one");
    assert!(is_shown(&harness, "1 user"));
    assert_eq!(spoken(&harness).len(), 1);
    let why = "No one would change, so there is nothing to submit.";
    assert_eq!(enabled(&harness, "Submit"), Err(why.to_owned()));
    // The fix: Syb moves instead of being blocked.
    for _ in 0..3 {
        click(&mut harness, "Back");
    }
    assert_eq!(harness.state().state.step(), Step::Details);
    check(&mut harness, "Change whether they may sign in");
    department(&mut harness, "Sales");
    to_results(&mut harness);
    assert_eq!(
        spoken(&harness),
        ["syb, Will change, Department set to “Sales”"]
    );
    click(&mut harness, "Submit");
    assert_eq!(
        harness.state().user("syb").profile.department.as_deref(),
        Some("Sales")
    );
    assert_eq!(
        harness.state().user("piet").profile.department.as_deref(),
        Some("ICT")
    );
    assert_eq!(harness.state().session.tenant().audit().len(), 2);
    assert!(!is_shown(&harness, "Retry the refused one"));
    click(&mut harness, "Close");
    assert_eq!(harness.state().asked, [UiCommand::ShowActiveUsers]);
    assert!(harness.state().state.people().is_empty());
}

#[test]
fn one_undo_takes_all_of_it_back_and_the_results_say_so() {
    let mut harness = wizard(&people(), &["piet", "syb", "zoe"]);
    let before = harness.state().session.tenant().clone();
    department(&mut harness, "Sales");
    to_results(&mut harness);
    click(&mut harness, "Submit");
    assert!(!is_shown(&harness, "This bulk edit was undone since."));
    let session = &mut harness.state_mut().session;
    let undone = session.undo();
    undone.expect("Anna may take it back");
    assert!(session.tenant().same_state(&before));
    harness.run();
    assert!(is_shown(&harness, "This bulk edit was undone since."));
    assert_eq!(spoken(&harness).len(), 3, "what was done stays to be read");
    harness
        .state_mut()
        .session
        .redo()
        .expect("Anna may do it again");
    harness.run();
    assert!(!is_shown(&harness, "This bulk edit was undone since."));
}

/// R21.
#[test]
fn a_privileged_role_asks_for_a_reason_before_submit() {
    let mut harness = wizard(&people(), &["piet", "zoe"]);
    role_step(&mut harness, "Password administrator");
    let why = "A reason is needed: it goes into the history.";
    assert_eq!(enabled(&harness, "Submit"), Err(why.to_owned()));
    assert!(
        harness
            .query_all_by_label_contains("R21  A privileged role")
            .next()
            .is_some()
    );
    type_into(&mut harness, "Reason", "   ");
    assert_eq!(enabled(&harness, "Submit"), Err(why.to_owned()));
    type_into(&mut harness, "Reason", "Covers the desk");
    type_into(&mut harness, "Ticket (optional)", "CHG-7");
    click(&mut harness, "Submit");
    let tenant = harness.state().session.tenant();
    let entry = tenant.audit().last().expect("an entry");
    assert_eq!(entry.reason.as_deref(), Some("Covers the desk"));
    assert_eq!(entry.ticket.as_deref(), Some("CHG-7"));
    for name in ["piet", "zoe"] {
        let held = tenant.assignments().of(Principal::User(id(name)));
        assert_eq!(held.len(), 1);
        assert_eq!(held[0].role, HELPDESK);
    }
}

#[test]
fn what_is_unwise_is_told_and_done_all_the_same() {
    let fixture = people().user("mute").unreachable();
    let mut harness = wizard(&fixture, &["piet", "mute"]);
    role_step(&mut harness, "Password administrator");
    assert!(is_shown(&harness, "With warnings 1"));
    click(&mut harness, "With warnings 1");
    let rows = spoken(&harness);
    assert_eq!(rows.len(), 1);
    assert!(
        rows[0].starts_with("mute, Will change, Helpdesk Administrator assigned, R8: "),
        "{}",
        rows[0]
    );
}

#[test]
fn over_the_threshold_the_number_is_typed() {
    let mut harness = wizard(&people(), &["piet", "syb", "zoe"]);
    harness.state_mut().settings.bulk_threshold = 2;
    department(&mut harness, "Sales");
    to_results(&mut harness);
    click(&mut harness, "Submit");
    assert!(is_shown(&harness, "Change 3 people?"));
    assert!(is_shown(&harness, "That is more than 2 people at once."));
    assert!(!is_shown(
        &harness,
        "Someone gains or loses Global administrator."
    ));
    assert!(harness.state().session.tenant().audit().is_empty());
    let submits = |harness: &egui_kittest::Harness<'_, super::Host>| {
        let all = harness.query_all_by_role_and_label(Role::Button, "Submit");
        let last = all.last().expect("the question has a button");
        !last.accesskit_node().is_disabled()
    };
    assert!(!submits(&harness));
    let field = "Type 3 to go on";
    type_into(&mut harness, field, "2");
    assert!(!submits(&harness));
    harness.key_press(egui::Key::Backspace);
    harness.run();
    type_into(&mut harness, field, "3");
    assert!(submits(&harness));
    let all = harness.query_all_by_role_and_label(Role::Button, "Submit");
    all.last().expect("the question has a button").click();
    harness.run();
    assert_eq!(harness.state().session.tenant().audit().len(), 1);
    assert!(harness.state().state.is_submitted());
}

#[test]
fn at_the_threshold_nothing_is_asked_and_the_refused_do_not_count() {
    let mut harness = wizard(&people(), &["piet", "syb", "zoe"]);
    harness.state_mut().settings.bulk_threshold = 2;
    check(&mut harness, "Change whether they may sign in");
    to_results(&mut harness);
    click(&mut harness, "Submit");
    assert!(harness.state().state.is_submitted());
}

#[test]
fn global_administrator_is_asked_about_however_few_they_are() {
    let mut harness = wizard(&people(), &["piet"]);
    role_step(&mut harness, "Global administrator");
    type_into(&mut harness, "Reason", "A second one");
    click(&mut harness, "Submit");
    assert!(is_shown(&harness, "Change 1 person?"));
    assert!(is_shown(
        &harness,
        "Someone gains or loses Global administrator."
    ));
    type_into(&mut harness, "Type 1 to go on", "1");
    harness.key_press(egui::Key::Enter);
    harness.run();
    let held = harness.state().session.tenant().assignments();
    assert!(
        held.of(Principal::User(id("piet")))
            .iter()
            .any(|held| held.role == GLOBAL)
    );
}

#[test]
fn a_dry_run_of_what_changed_meanwhile_is_repeated() {
    let mut harness = wizard(&people(), &["piet"]);
    department(&mut harness, "Sales");
    to_results(&mut harness);
    assert_eq!(
        spoken(&harness),
        ["piet, Will change, Department changed from “ICT” to “Sales”"]
    );
    assert_eq!(harness.state().rehearsals, 1);
    let mut profile = harness.state().user("piet").profile.clone();
    profile.department = Some("Finance".into());
    let command = Command::EditProfile {
        user: id("piet"),
        profile,
    };
    let outcome = harness
        .state_mut()
        .session
        .execute(&command, &Assent::default());
    outcome.expect("Anna edits Piet");
    harness.run();
    assert_eq!(
        spoken(&harness),
        ["piet, Will change, Department changed from “Finance” to “Sales”"]
    );
    assert_eq!(harness.state().rehearsals, 2);
    harness.run();
    assert_eq!(harness.state().rehearsals, 2, "and only once");
}

#[test]
fn what_was_cancelled_is_checked_again_when_asked_for() {
    let mut harness = wizard(&people(), &["piet"]);
    department(&mut harness, "Sales");
    harness.state_mut().fails = Some(NotRun::Cancelled);
    to_results(&mut harness);
    assert!(is_shown(&harness, "The check was cancelled"));
    assert!(enabled(&harness, "Submit").is_err());
    assert_eq!(harness.state().rehearsals, 1);
    click(&mut harness, "Check again");
    assert_eq!(spoken(&harness).len(), 1);

    harness.state_mut().fails = Some(NotRun::Outrun);
    click(&mut harness, "Submit");
    let outrun = "Something else was changed meanwhile, so nothing was done. Try again.";
    assert!(is_shown(&harness, outrun));
    click(&mut harness, "Submit");
    assert!(!is_shown(&harness, outrun));
    assert!(harness.state().state.is_submitted());
}

#[test]
fn the_results_are_exported_as_they_are_filtered() {
    let mut harness = wizard(&people(), &["piet", "syb", "zoe"]);
    check(&mut harness, "Change whether they may sign in");
    to_results(&mut harness);
    click(&mut harness, "Refused 1");
    click(&mut harness, "Export results");
    for _ in 0..200 {
        if !harness.state().asked.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
    }
    let Some(UiCommand::Export { name, text }) = harness.state().asked.first() else {
        panic!("an export is offered");
    };
    assert_eq!(name, "bulk-edit.csv");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1].starts_with("syb,syb@contoso.nl,Refused,R25,"),
        "{}",
        lines[1]
    );
}

#[test]
fn the_keyboard_reads_a_row_in_full_and_goes_to_the_person() {
    let mut harness = wizard(&people(), &["piet", "syb"]);
    check(&mut harness, "Change whether they may sign in");
    to_results(&mut harness);
    harness.key_press(egui::Key::ArrowDown);
    harness.run();
    harness.key_press(egui::Key::ArrowDown);
    harness.run();
    click(&mut harness, "Show syb");
    assert_eq!(harness.state().asked, [UiCommand::ShowUser(id("syb"))]);
}

#[test]
fn while_it_is_checked_the_work_can_be_cancelled_and_nothing_submitted() {
    let mut harness = wizard(&people(), &["piet"]);
    harness.state_mut().slow = true;
    department(&mut harness, "Sales");
    to_results(&mut harness);
    assert!(is_shown(&harness, "Checking…"));
    assert_eq!(enabled(&harness, "Submit"), Err("Checking…".to_owned()));
    click(&mut harness, "Stop the work under way");
    assert_eq!(harness.state().asked, [UiCommand::CancelWork]);
    assert_eq!(harness.state().held.len(), 1, "one answer at a time");
    harness.state_mut().finish();
    harness.run();

    click(&mut harness, "Submit");
    assert!(is_shown(&harness, "Applying…"));
    assert!(enabled(&harness, "Back").is_err());
    // Another selection has to wait for what is being applied.
    let state = &mut harness.state_mut().state;
    state.open([id("zoe")].into());
    assert_eq!(**state.people(), [id("piet")]);
    harness.state_mut().finish();
    harness.run();
    assert!(is_shown(
        &harness,
        "1 person was changed, as one step to undo."
    ));
}

#[test]
fn going_back_stops_the_check_and_coming_again_repeats_it() {
    let mut harness = wizard(&people(), &["piet"]);
    harness.state_mut().slow = true;
    department(&mut harness, "Sales");
    to_results(&mut harness);
    click(&mut harness, "Back");
    assert_eq!(harness.state().asked, [UiCommand::CancelWork]);
    harness.state_mut().fails = Some(NotRun::Cancelled);
    harness.state_mut().finish();
    harness.state_mut().slow = false;
    click(&mut harness, "Next");
    assert!(!is_shown(&harness, "The check was cancelled"));
    assert_eq!(
        spoken(&harness),
        ["piet, Will change, Department changed from “ICT” to “Sales”"]
    );
}

#[test]
fn an_answer_about_others_is_not_taken_for_one_about_these() {
    let mut harness = wizard(&people(), &["piet"]);
    harness.state_mut().slow = true;
    department(&mut harness, "Sales");
    to_results(&mut harness);
    let state = &mut harness.state_mut().state;
    state.open([id("zoe")].into());
    harness.run();
    department(&mut harness, "Sales");
    to_results(&mut harness);
    assert_eq!(harness.state().held.len(), 1, "the first is not done yet");
    harness.state_mut().finish();
    harness.state_mut().slow = false;
    harness.state_mut().finish();
    harness.run();
    harness.state_mut().finish();
    harness.run();
    assert_eq!(
        spoken(&harness),
        ["zoe, Will change, Department set to “Sales”"]
    );
}
