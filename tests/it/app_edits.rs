//! What was typed and not saved is not lost unasked, and the keyboard closes what is nearest.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use mandate::ui::View;

use crate::app_support::{Setup, Window, click, open, open_sample, settle, sign_in};

const PHONE: &str = "Mobile phone";
const ASKED: &str = "Discard the edits to Dennis Groen?";
const CLOSE: &str = "Close details";

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn command(window: &mut Window, key: Key) {
    press(window, Modifiers::COMMAND, key);
}

fn escape(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Escape);
}

/// Opens someone through the palette.
fn open_person(window: &mut Window, typed: &str) {
    command(window, Key::K);
    window.event(Event::Text(typed.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

fn field<'a>(window: &'a Window, label: &'a str) -> egui_kittest::Node<'a> {
    window.get_by_role_and_label(Role::TextInput, label)
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    field(window, label).focus();
    settle(window);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

fn value(window: &Window, label: &str) -> String {
    let field = field(window, label);
    field.accesskit_node().value().unwrap_or_default()
}

fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

fn close_button(window: &Window) -> egui_kittest::Node<'_> {
    let mut buttons = window.get_all_by_role_and_label(Role::Button, CLOSE);
    buttons.next().expect("the panel can be closed")
}

/// Sanne looks at Dennis and types the beginning of a phone number.
fn editing() -> Window {
    let mut window = open_sample();
    sign_in(
        &mut window,
        "sanne",
        "Sanne de Vries, sanne.devries@rijnzicht.example",
    );
    open_person(&mut window, "dennis");
    type_into(&mut window, PHONE, "+316");
    assert_eq!(value(&window, PHONE), "+316");
    window
}

#[test]
fn another_person_is_opened_only_after_a_question() {
    let mut window = editing();
    open_person(&mut window, "priya");
    assert!(shows(&window, ASKED));
    click(&mut window, "Keep editing");
    assert_eq!(value(&window, PHONE), "+316");
    assert!(!shows(&window, ASKED));

    open_person(&mut window, "priya");
    click(&mut window, "Discard");
    assert_ne!(value(&window, PHONE), "+316");
    assert!(!shows(&window, ASKED));
    open_person(&mut window, "dennis");
    assert_eq!(value(&window, PHONE), "", "nothing was kept");
}

#[test]
fn whatever_would_close_the_editor_asks() {
    let mut window = editing();
    for leave in [
        |window: &mut Window| {
            // The field that is typed in was scrolled to, and the button out of sight.
            close_button(window).scroll_to_me();
            settle(window);
            close_button(window).click();
            settle(window);
        },
        |window: &mut Window| command(window, Key::N),
        |window: &mut Window| command(window, Key::O),
        |window: &mut Window| command(window, Key::W),
        |window: &mut Window| command(window, Key::Q),
        |window: &mut Window| {
            window
                .get_by_label_contains("Signed in as Sanne de Vries")
                .click();
            settle(window);
            click(window, "Switch account…");
        },
    ] {
        leave(&mut window);
        assert!(shows(&window, ASKED));
        escape(&mut window);
        assert!(!shows(&window, ASKED));
        assert_eq!(value(&window, PHONE), "+316");
    }
    assert_eq!(window.state().view(), View::ActiveUsers);
    command(&mut window, Key::W);
    click(&mut window, "Discard");
    assert_eq!(window.state().view(), View::Start);
}

#[test]
fn another_view_keeps_what_is_being_edited() {
    let mut window = editing();
    command(&mut window, Key::Num5);
    assert_eq!(window.state().view(), View::Permissions);
    command(&mut window, Key::Num2);
    assert_eq!(value(&window, PHONE), "+316");
}

#[test]
fn cancel_in_the_editor_is_not_asked_about() {
    let mut window = editing();
    click(&mut window, "Cancel");
    assert!(!shows(&window, ASKED));
    assert!(!shows(&window, PHONE));
}

#[test]
fn escape_closes_what_is_nearest() {
    let mut window = editing();
    // The field first, then the details, which ask.
    escape(&mut window);
    assert!(!field(&window, PHONE).is_focused());
    assert!(!shows(&window, ASKED));
    escape(&mut window);
    assert!(shows(&window, ASKED));
    escape(&mut window);
    assert!(!shows(&window, ASKED));
    click(&mut window, "Cancel");

    open_person(&mut window, "priya");
    command(&mut window, Key::K);
    assert!(shows(&window, "Type a command or a name"));
    escape(&mut window);
    assert!(!shows(&window, "Type a command or a name"));
    assert!(shows(&window, PHONE));

    window.get_by_label("Notices").click();
    settle(&mut window);
    assert!(shows(&window, "Nothing to report"));
    escape(&mut window);
    assert!(!shows(&window, "Nothing to report"));
    assert!(shows(&window, PHONE));

    escape(&mut window);
    assert!(!shows(&window, PHONE));
    // The list has the keyboard again: a reader hears of its row.
    let mut rows = window.query_all_by_role(Role::Row);
    assert!(rows.any(|row| row.is_focused()));
}

#[test]
fn an_open_question_keeps_the_keyboard_to_itself() {
    let mut window = open(Setup::default());
    click(&mut window, "New tenant…");
    command(&mut window, Key::K);
    assert!(
        window
            .query_by_role_and_label(Role::TextInput, "Type a command or a name")
            .is_none()
    );
    escape(&mut window);
    assert!(window.query_by_label("Create").is_none());
}

#[test]
fn undo_in_a_field_undoes_what_was_typed() {
    let mut window = editing();
    window.event(Event::Text("12345678".to_owned()));
    settle(&mut window);
    command(&mut window, Key::Enter);
    let phone = |window: &Window| {
        let open = window.state().document().expect("a tenant is open");
        let users = open.session.tenant().users();
        let dennis = users.by_upn("dennis.groen@rijnzicht.example");
        dennis
            .and_then(|dennis| dennis.contact.mobile_phone.as_ref())
            .map(|phone| phone.as_str().to_owned())
    };
    assert_eq!(phone(&window).as_deref(), Some("+31612345678"));
    type_into(
        &mut window,
        "Alternate e-mail address",
        "dennis@example.com",
    );
    command(&mut window, Key::Z);
    assert_eq!(phone(&window).as_deref(), Some("+31612345678"));
    assert_ne!(
        value(&window, "Alternate e-mail address"),
        "dennis@example.com"
    );
    escape(&mut window);
    command(&mut window, Key::Z);
    assert_eq!(phone(&window), None);
}

#[test]
fn a_rule_that_asks_for_a_reason_is_told_once_with_all_it_speaks_of() {
    let mut window = editing();
    click(&mut window, "Cancel");
    open_person(&mut window, "dennis");
    let kind = "Customized administrator";
    window
        .get_by_role_and_label(Role::RadioButton, kind)
        .click();
    settle(&mut window);
    for role in ["Password administrator", "User management administrator"] {
        let check_box = window.get_by_role_and_label(Role::CheckBox, role);
        check_box.scroll_to_me();
        settle(&mut window);
        window.get_by_role_and_label(Role::CheckBox, role).click();
        settle(&mut window);
    }
    // The panel lists them, too.
    let told = |window: &Window| {
        let with_both = "(Helpdesk Administrator, User Administrator)";
        window.query_all_by_label_contains(with_both).count()
    };
    let before = told(&window);
    command(&mut window, Key::Enter);
    assert!(shows(&window, "Confirm and say why"));
    assert_eq!(told(&window), before + 1);
    window.event(Event::Text("Covers for Vera".to_owned()));
    settle(&mut window);
    command(&mut window, Key::Enter);
    assert!(!shows(&window, "Confirm and say why"));
    assert!(shows(&window, "Saved"));
}

#[test]
fn details_leave_the_list_where_it_is() {
    let mut window = open_sample();
    sign_in(
        &mut window,
        "sanne",
        "Sanne de Vries, sanne.devries@rijnzicht.example",
    );
    let top = |window: &Window, name: &str| {
        let mut rows = window.query_all_by_role(Role::Row);
        let row = rows.find(|row| {
            let label = row.accesskit_node().label().unwrap_or_default();
            label.starts_with(name)
        });
        row.map(|row| row.rect().top())
    };
    let list = window.get_by_label("People");
    list.focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::PageDown);
    press(&mut window, Modifiers::NONE, Key::PageDown);
    let row = window
        .query_all_by_role(Role::Row)
        .nth(4)
        .expect("a row in the middle");
    let label = row.accesskit_node().label().unwrap_or_default();
    let before = row.rect().top();
    row.click();
    settle(&mut window);
    assert!(shows(&window, PHONE));
    assert_eq!(top(&window, &label), Some(before));
    escape(&mut window);
    assert_eq!(top(&window, &label), Some(before));
}

#[test]
fn a_form_that_is_filled_in_is_not_lost_with_its_tenant_unasked() {
    let mut window = open_sample();
    sign_in(
        &mut window,
        "sanne",
        "Sanne de Vries, sanne.devries@rijnzicht.example",
    );
    open_person(&mut window, "add a user");
    assert_eq!(window.state().view(), View::AddUser);
    type_into(&mut window, "First name", "Fleur");
    command(&mut window, Key::W);
    assert!(shows(&window, "Discard the edits to Add a user?"));
    click(&mut window, "Keep editing");
    assert_eq!(value(&window, "First name"), "Fleur");

    // Nothing is asked about another view: the form is kept there.
    command(&mut window, Key::Num8);
    assert_eq!(window.state().view(), View::Organization);
    type_into(&mut window, "Organisation", "Nieuw ");
    command(&mut window, Key::Num3);
    command(&mut window, Key::W);
    click(&mut window, "Discard");
    assert!(shows(&window, "Discard the edits to Organisation?"));
    click(&mut window, "Discard");
    assert_eq!(window.state().view(), View::Start);
}
