//! A reason and a ticket that nobody asked for: typed with a change, they stand in its entry of
//! the history, and they stand ready where a rule does ask.

mod organization;

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;

use crate::app_support::{
    Setup, Window, click, fill, open, open_sample, open_tenant, settle, sign_in, tells, tenant_of,
    until,
};
use crate::support::fixture;
use mandate::ui::{Launch, View};

const LINE: &str = "Reason and ticket (optional)";
const ASKED: &str = "Confirm and say why";
const SANNE: (&str, &str) = ("sanne", "Sanne de Vries, sanne.devries@rijnzicht.example");

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn command(window: &mut Window, key: Key) {
    press(window, Modifiers::COMMAND, key);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Opens someone through the palette.
fn open_person(window: &mut Window, typed: &str) {
    command(window, Key::K);
    write(window, typed);
    press(window, Modifiers::NONE, Key::Enter);
}

/// Sanne looks at Dennis.
fn sanne_and_dennis() -> Window {
    let mut window = open_sample();
    sign_in(&mut window, SANNE.0, SANNE.1);
    open_person(&mut window, "dennis");
    window
}

/// The last of its kind: what stands in a dialog comes after what lies under it.
fn last<'a>(window: &'a Window, role: Role, label: &'a str) -> egui_kittest::Node<'a> {
    let all = window.get_all_by_role_and_label(role, label);
    all.last().expect("there is one")
}

fn click_last(window: &mut Window, label: &str) {
    last(window, Role::Button, label).click();
    settle(window);
}

/// What stands in the last field of this name.
fn value(window: &Window, label: &str) -> String {
    let field = last(window, Role::TextInput, label);
    field.accesskit_node().value().unwrap_or_default()
}

/// Types into the last field of this name, in place of what stands there.
fn type_into(window: &mut Window, label: &str, text: &str) {
    last(window, Role::TextInput, label).focus();
    settle(window);
    command(window, Key::A);
    write(window, text);
}

/// Opens the last line, and says why.
fn say(window: &mut Window, reason: &str, ticket: &str) {
    click_last(window, LINE);
    type_into(window, "Reason", reason);
    type_into(window, "Ticket", ticket);
}

fn entries(window: &Window) -> usize {
    tenant_of(window).audit().len()
}

/// The reason and the ticket of the latest entry.
fn latest(window: &Window) -> (Option<&str>, Option<&str>) {
    let entry = tenant_of(window).audit().last().expect("an entry");
    (entry.reason.as_deref(), entry.ticket.as_deref())
}

fn make_global(window: &mut Window) {
    let kind = "Global administrator";
    window
        .get_by_role_and_label(Role::RadioButton, kind)
        .click();
    settle(window);
}

fn is_global(window: &Window) -> bool {
    let kind = "Global administrator";
    let card = window.get_by_role_and_label(Role::RadioButton, kind);
    card.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn why_a_profile_changes_stands_in_the_history() {
    let mut window = sanne_and_dennis();
    click(&mut window, "Edit profile…");
    let before = entries(&window);
    type_into(&mut window, "Department", "Laboratorium");
    say(&mut window, " Moves to the lab ", "CHG-1042");
    click_last(&mut window, "Save");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(
        latest(&window),
        (Some("Moves to the lab"), Some("CHG-1042"))
    );

    // The next one begins without.
    click(&mut window, "Edit profile…");
    type_into(&mut window, "Department", "Inkoop");
    click_last(&mut window, "Save");
    assert_eq!(entries(&window), before + 2);
    assert_eq!(latest(&window), (None, None));
}

#[test]
fn enter_in_the_ticket_saves_a_profile_as_in_any_field_of_it() {
    let mut window = sanne_and_dennis();
    click(&mut window, "Edit profile…");
    let before = entries(&window);
    type_into(&mut window, "Department", "Laboratorium");
    say(&mut window, "Moves to the lab", "CHG-1042");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(entries(&window), before + 1);
    assert_eq!(
        latest(&window),
        (Some("Moves to the lab"), Some("CHG-1042"))
    );
}

#[test]
fn why_seats_are_given_stands_in_the_history() {
    let mut window = sanne_and_dennis();
    click_last(&mut window, "Licences…");
    let before = entries(&window);
    last(&window, Role::CheckBox, "Power Apps Premium").click();
    settle(&mut window);
    say(&mut window, "Builds the intake form", "CHG-7");
    click_last(&mut window, "Save");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(
        latest(&window),
        (Some("Builds the intake form"), Some("CHG-7"))
    );
}

#[test]
fn why_someone_is_edited_stands_in_the_history_and_is_emptied() {
    let mut window = sanne_and_dennis();
    let before = entries(&window);
    type_into(&mut window, "Mobile phone", "+31612345678");
    say(&mut window, "Has a new number", "CHG-8");
    click(&mut window, "Save");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Has a new number"), Some("CHG-8")));
    assert!(!tells(&window, LINE), "there is nothing to save");

    type_into(&mut window, "Mobile phone", "+31687654321");
    click(&mut window, LINE);
    assert_eq!(value(&window, "Reason"), "");
    assert_eq!(value(&window, "Ticket"), "");
    click(&mut window, "Save");
    assert_eq!(entries(&window), before + 2);
    assert_eq!(latest(&window), (None, None));
}

#[test]
fn what_cannot_be_saved_keeps_its_reason() {
    let mut window = sanne_and_dennis();
    let before = entries(&window);
    type_into(&mut window, "Mobile phone", "+31");
    say(&mut window, "Has a new number", "CHG-8");
    command(&mut window, Key::Enter);
    assert_eq!(entries(&window), before, "that is no number");
    assert_eq!(value(&window, "Reason"), "Has a new number");
    assert_eq!(value(&window, "Ticket"), "CHG-8");
}

#[test]
fn a_closed_line_tells_what_was_typed() {
    let mut window = sanne_and_dennis();
    let told = |window: &Window| {
        let line = window.get_by_role_and_label(Role::Button, LINE);
        let node = line.accesskit_node();
        let open = node.data().is_expanded();
        (
            open,
            node.data().description().unwrap_or_default().to_owned(),
        )
    };
    assert_eq!(told(&window), (Some(false), String::new()));
    say(&mut window, "Has a new number", "CHG-8");
    let said = "Has a new number · CHG-8".to_owned();
    assert_eq!(told(&window), (Some(true), said.clone()));
    click(&mut window, LINE);
    assert_eq!(told(&window), (Some(false), said));
    assert!(
        window
            .query_by_role_and_label(Role::TextInput, "Ticket")
            .is_none()
    );
}

#[test]
fn what_was_typed_about_one_is_not_said_of_another() {
    let mut window = sanne_and_dennis();
    say(&mut window, "Has a new number", "CHG-8");
    open_person(&mut window, "priya");
    let line = window.get_by_role_and_label(Role::Button, LINE);
    assert_eq!(line.accesskit_node().data().description(), None);
}

#[test]
fn a_rule_that_asks_finds_what_was_typed_and_still_asks() {
    let mut window = sanne_and_dennis();
    let before = entries(&window);
    make_global(&mut window);
    say(&mut window, "Covers for Vera", "CHG-9");
    click(&mut window, "Save…");
    assert!(tells(&window, ASKED), "a confirmation is a confirmation");
    assert_eq!(entries(&window), before);
    assert_eq!(value(&window, "Reason"), "Covers for Vera");
    assert_eq!(value(&window, "Ticket (optional)"), "CHG-9");

    // Thought better of: nothing is done, and nothing typed is lost.
    click_last(&mut window, "Cancel");
    assert!(!tells(&window, ASKED));
    assert_eq!(entries(&window), before);
    assert_eq!(value(&window, "Reason"), "Covers for Vera");
    assert_eq!(value(&window, "Ticket"), "CHG-9");
    assert!(is_global(&window));

    command(&mut window, Key::Enter);
    assert!(tells(&window, ASKED));
    type_into(&mut window, "Ticket (optional)", "CHG-10");
    click_last(&mut window, "Confirm");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Covers for Vera"), Some("CHG-10")));
    assert!(tells(&window, "Saved"));
}

#[test]
fn a_ticket_alone_stands_ready_and_the_reason_is_asked_for() {
    let mut window = sanne_and_dennis();
    let before = entries(&window);
    make_global(&mut window);
    click(&mut window, LINE);
    type_into(&mut window, "Ticket", "CHG-9");
    click(&mut window, "Save…");
    assert!(tells(&window, ASKED));
    assert_eq!(value(&window, "Reason"), "");
    assert_eq!(value(&window, "Ticket (optional)"), "CHG-9");
    let confirm = last(&window, Role::Button, "Confirm");
    assert!(confirm.accesskit_node().is_disabled());
    type_into(&mut window, "Reason", "Covers for Vera");
    click_last(&mut window, "Confirm");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Covers for Vera"), Some("CHG-9")));
}

#[test]
fn blanks_are_no_reason() {
    let mut window = sanne_and_dennis();
    let before = entries(&window);
    type_into(&mut window, "Mobile phone", "+31612345678");
    say(&mut window, "  ", " ");
    click(&mut window, "Save");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (None, None));
}

#[test]
fn a_reason_is_no_longer_than_the_file_takes() {
    let mut window = sanne_and_dennis();
    say(&mut window, &"r".repeat(1001), &"t".repeat(101));
    assert_eq!(value(&window, "Reason").len(), 1000);
    assert_eq!(value(&window, "Ticket").len(), 100);
}

#[test]
fn by_keyboard_alone() {
    let mut window = sanne_and_dennis();
    let before = entries(&window);
    type_into(&mut window, "Mobile phone", "+31612345678");
    for _ in 0..120 {
        let line = window.get_by_role_and_label(Role::Button, LINE);
        if line.is_focused() {
            break;
        }
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    // The field that opened has the keyboard.
    write(&mut window, "Has a new number");
    press(&mut window, Modifiers::NONE, Key::Tab);
    write(&mut window, "CHG-8");
    command(&mut window, Key::Enter);
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Has a new number"), Some("CHG-8")));
}

#[test]
fn why_someone_is_added_stands_in_the_history() {
    let tenant = fixture().build();
    let (mut window, _folder) = open_tenant(&tenant, "anna");
    click(&mut window, "Add a user");
    let before = entries(&window);
    for (label, text) in [
        ("First name", "Fleur"),
        ("Last name", "Heuvel"),
        ("User name", "fleur"),
    ] {
        fill(&mut window, label, text);
    }
    say(&mut window, "Starts on Monday", "HR-3");
    click(&mut window, "Add and start another");
    assert!(tells(&window, "Fleur Heuvel was added."));
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Starts on Monday"), Some("HR-3")));

    for (label, text) in [
        ("First name", "Mees"),
        ("Last name", "Heuvel"),
        ("User name", "mees"),
    ] {
        fill(&mut window, label, text);
    }
    click(&mut window, "Add");
    assert_eq!(entries(&window), before + 2);
    assert_eq!(latest(&window), (None, None));
}

#[test]
fn adding_someone_privileged_asks_with_what_was_typed() {
    let tenant = fixture().build();
    let (mut window, _folder) = open_tenant(&tenant, "anna");
    click(&mut window, "Add a user");
    let before = entries(&window);
    for (label, text) in [
        ("First name", "Fleur"),
        ("Last name", "Heuvel"),
        ("User name", "fleur"),
    ] {
        fill(&mut window, label, text);
    }
    make_global(&mut window);
    say(&mut window, "Second administrator", "HR-3");
    let there = |window: &Window| {
        (
            tenant_of(window).revision(),
            tenant_of(window).users().len(),
        )
    };
    let as_it_was = there(&window);
    click(&mut window, "Add");
    assert!(tells(&window, ASKED));
    assert_eq!(there(&window), as_it_was, "nobody is there while it asks");
    assert_eq!(entries(&window), before);
    assert_eq!(value(&window, "Reason"), "Second administrator");
    assert_eq!(value(&window, "Ticket (optional)"), "HR-3");
    command(&mut window, Key::Enter);
    assert_eq!(entries(&window), before + 1);
    assert_eq!(
        latest(&window),
        (Some("Second administrator"), Some("HR-3"))
    );
}

#[test]
fn in_dutch() {
    let mut window = open(Setup {
        launch: Launch::Sample,
        language: Language::Dutch,
        ..Setup::default()
    });
    until(&mut window, |app| app.view() == View::SignIn);
    click(&mut window, SANNE.1);
    open_person(&mut window, "dennis");
    click(&mut window, "Reden en ticket (optioneel)");
    type_into(&mut window, "Reden", "Heeft een nieuw nummer");
    type_into(&mut window, "Ticket", "CHG-8");
    type_into(&mut window, "Mobiele telefoon", "+31612345678");
    click(&mut window, "Opslaan");
    assert_eq!(
        latest(&window),
        (Some("Heeft een nieuw nummer"), Some("CHG-8"))
    );
}
