//! Changes: the history is shown, filtered and undone from, and a file is compared with what is
//! open.

mod compare;
mod history;
pub mod story;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app_support::{Window, open_sample, settle, sign_in};

const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";

/// Sanne looks at the changes of the sample tenant.
fn looking() -> Window {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    show(&mut window);
    window
}

/// Goes to Changes.
fn show(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::Num9);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// What a screen reader says of the rows, from top to bottom.
fn spoken(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::Row);
    rows.filter_map(|row| row.accesskit_node().label())
        .collect()
}

fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Types into the field with this label.
fn fill(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    settle(window);
    press(window, Modifiers::COMMAND, Key::A);
    window
        .get_by_role_and_label(Role::TextInput, label)
        .type_text(text);
    settle(window);
}

/// Clicks what is called this, a tab or a row.
fn choose(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

/// Gives someone a phone in their details, found by a part of their name.
fn give_phone(window: &mut Window, typed: &str) {
    press(window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(typed.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
    fill(window, "Mobile phone", "+31612345678");
    press(window, Modifiers::COMMAND, Key::Enter);
}
