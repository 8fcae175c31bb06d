//! The import wizard: choosing a file, the columns, verdicts with refusals, and what became of it.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use mandate::domain::language::Language;

use super::{LARGE, Picture, SMALL, compare_each, sample, signed_in};
use crate::app_support::{Window, settle};

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    vec![
        sample("import-file", SMALL, opened),
        sample("import-error", SMALL, no_table),
        sample("import-columns", SMALL, columns),
        sample("import-columns-unknown", SMALL, unknown),
        sample("import-check", SMALL, refused),
        sample("import-check", LARGE, refused),
        sample("import-results", SMALL, results),
    ]
}

/// Something with either name: pictures are made in both languages.
fn press(window: &mut Window, role: Role, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(role, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.click();
    settle(window);
}

fn write(window: &mut Window, names: [&str; 2], text: &str) {
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.focus();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

fn next(window: &mut Window) {
    press(window, Role::Button, ["Next", "Volgende"]);
}

/// Draws until one of these is shown, waiting for the worker.
fn until_any(window: &mut Window, names: [&str; 2]) {
    let shows = |window: &Window| {
        let find = |name: &str| window.query_all_by_label(name).next().is_some();
        names.into_iter().any(find)
    };
    for _ in 0..2_000 {
        if shows(window) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.step();
    }
    assert!(shows(window), "{names:?} is not shown");
    settle(window);
}

fn opened(window: &mut Window) {
    signed_in(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(window);
    let palette = window.get_all_by_role(Role::TextInput).last();
    palette
        .expect("the palette has a field")
        .type_text("import");
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
}

fn read(window: &mut Window, file: &str) {
    opened(window);
    let choose = ["Choose a file…", "Een bestand kiezen…"];
    press(window, Role::Button, choose);
    let path = format!("{}/tests/data/import/{file}", env!("CARGO_MANIFEST_DIR"));
    write(window, ["Path", "Pad"], &path);
    press(window, Role::Button, ["Open", "Openen"]);
}

fn no_table(window: &mut Window) {
    read(window, "hostile.csv");
    until_any(window, ["Which column is what", "Welke kolom wat is"]);
    press(window, Role::Button, ["Back", "Terug"]);
    let other = ["Choose another file…", "Een ander bestand kiezen…"];
    press(window, Role::Button, other);
    let path = format!(
        "{}/tests/data/import/unclosed.csv",
        env!("CARGO_MANIFEST_DIR")
    );
    write(window, ["Path", "Pad"], &path);
    press(window, Role::Button, ["Open", "Openen"]);
    until_any(
        window,
        ["Can't open unclosed.csv", "Kan unclosed.csv niet openen"],
    );
}

fn columns(window: &mut Window) {
    read(window, "rijnzicht.csv");
    until_any(window, ["Which column is what", "Welke kolom wat is"]);
    let code = [
        "Country code for numbers without one",
        "Landnummer voor nummers zonder",
    ];
    write(window, code, "+31");
}

fn unknown(window: &mut Window) {
    read(window, "m365-dutch.csv");
    until_any(window, ["Which column is what", "Welke kolom wat is"]);
}

fn refused(window: &mut Window) {
    columns(window);
    next(window);
    until_any(window, ["Refused 5", "Geweigerd 5"]);
    let row = window.query_all_by_role(Role::Row).nth(7);
    row.expect("a row that is refused").click();
    settle(window);
}

fn results(window: &mut Window) {
    refused(window);
    write(
        window,
        ["Reason", "Reden"],
        "Nieuwe collega's per 1 december",
    );
    press(window, Role::Button, ["Submit", "Indienen"]);
    until_any(window, ["Added 6", "Toegevoegd 6"]);
}
