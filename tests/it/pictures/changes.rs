//! Changes: the history with an entry open, and the open tenant compared with its backup.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use mandate::domain::language::Language;
use mandate::ui::{Launch, View};

use super::{LARGE, Picture, SMALL, compare_each};
use crate::app_support::{Window, settle, until};
use crate::view_changes::story::changed_file;

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let changed = |name, size, prepare| Picture {
        name,
        launch: Launch::File(changed_file().to_path_buf()),
        size,
        prepare,
    };
    vec![
        changed("changes-history", SMALL, history),
        changed("changes-history", LARGE, history),
        changed("changes-compare", SMALL, differences),
        changed("changes-compare", LARGE, differences),
        changed("changes-same", SMALL, |window| {
            compare(window, ["Saved file", "Opgeslagen bestand"]);
        }),
    ]
}

/// Sanne goes to Changes.
fn changes(window: &mut Window) {
    until(window, |app| app.view() == View::SignIn);
    window
        .get_by_label("Sanne de Vries, sanne.devries@rijnzicht.example")
        .click();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num9);
    settle(window);
}

/// The largest entry is open.
fn history(window: &mut Window) {
    changes(window);
    let mut rows = window.query_all_by_role(Role::Row);
    rows.nth(2).expect("a row").click();
    drop(rows);
    settle(window);
}

fn differences(window: &mut Window) {
    compare(window, ["Backup", "Reservekopie"]);
}

fn compare(window: &mut Window, with: [&str; 2]) {
    changes(window);
    choose(window, Role::Tab, ["Compare", "Vergelijken"]);
    choose(window, Role::Button, with);
    let done = |window: &Window| {
        let words = ["difference", "verschil"];
        let mut shown = words.iter();
        shown.any(|word| window.query_all_by_label_contains(word).next().is_some())
    };
    for _ in 0..2_000 {
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.step();
        if done(window) {
            break;
        }
    }
    assert!(done(window), "the comparison arrives");
    settle(window);
}

/// Clicks what has either name: pictures are made in both languages.
fn choose(window: &mut Window, role: Role, names: [&str; 2]) {
    let mut found = names.iter();
    let found = found.find_map(|name| window.query_by_role_and_label(role, name));
    found.expect("one of the names").click();
    settle(window);
}
