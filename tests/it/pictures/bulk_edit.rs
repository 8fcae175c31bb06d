//! The bulk edit wizard: its steps filled in, a dry run with every verdict, and what became of it.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use mandate::domain::language::Language;

use super::{LARGE, Picture, SMALL, compare_each, sample, shortcut, signed_in};
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
        sample("bulk-edit-details", SMALL, details),
        sample("bulk-edit-settings", SMALL, settings),
        sample("bulk-edit-licences", SMALL, licences),
        sample("bulk-edit-results", SMALL, results),
        sample("bulk-edit-results", LARGE, results),
        sample("bulk-edit-asks", SMALL, asks),
        sample("bulk-edit-done", SMALL, done),
    ]
}

/// Who is edited: some mastered on-premises, some without a phone, one with a long name.
const PEOPLE: [&str; 6] = [
    "Dennis Groen",
    "Şeyma Kaya",
    "Thủy Nguyễn",
    "Esther van Dam",
    "Maria-Antoinette Alexandrina van Oldenborgh-Schimmelpenninck",
    "Daan Bakker",
];

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
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

fn next(window: &mut Window) {
    press(window, Role::Button, ["Next", "Volgende"]);
}

/// Draws until one of these is shown, waiting for the worker.
fn until_any(window: &mut Window, names: &[&str]) {
    let shows = |window: &Window| {
        let find = |name: &&str| window.query_all_by_label(name).next().is_some();
        names.iter().any(find)
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
    for name in PEOPLE {
        shortcut(window, Key::F);
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.event(Event::Text(name.to_owned()));
        settle(window);
        let names = [format!("Select {name}"), format!("{name} selecteren")];
        press(window, Role::CheckBox, [&*names[0], &*names[1]]);
    }
    press(window, Role::Button, ["Edit", "Bewerken"]);
}

fn details(window: &mut Window) {
    opened(window);
    let department = ["Change the department", "De afdeling wijzigen"];
    press(window, Role::CheckBox, department);
    write(window, ["Department", "Afdeling"], "Klantenservice");
    let sign_in = [
        "Change whether they may sign in",
        "Wijzigen of zij zich mogen aanmelden",
    ];
    press(window, Role::CheckBox, sign_in);
}

fn settings(window: &mut Window) {
    details(window);
    next(window);
    press(window, Role::RadioButton, ["Yes, assign", "Ja, toewijzen"]);
    let role = ["Password administrator", "Wachtwoordbeheerder"];
    press(window, Role::CheckBox, role);
}

fn licences(window: &mut Window) {
    settings(window);
    next(window);
    let add = ["Add licences", "Licenties toevoegen"];
    press(window, Role::RadioButton, add);
    press(window, Role::CheckBox, ["Power Apps Premium"; 2]);
}

fn results(window: &mut Window) {
    licences(window);
    next(window);
    until_any(window, &["Will change 4", "Wordt gewijzigd 4"]);
    let row = window.query_all_by_role(Role::Row).nth(3);
    row.expect("a row with a warning").click();
    settle(window);
}

fn asks(window: &mut Window) {
    details(window);
    next(window);
    press(window, Role::RadioButton, ["Yes, assign", "Ja, toewijzen"]);
    let global = ["Global administrator", "Globale beheerder"];
    press(window, Role::CheckBox, global);
    next(window);
    next(window);
    until_any(window, &["Refused by", "Geweigerd door"]);
    write(window, ["Reason", "Reden"], "Overdracht");
    press(window, Role::Button, ["Submit", "Indienen"]);
}

fn done(window: &mut Window) {
    results(window);
    write(window, ["Reason", "Reden"], "Verhuizing");
    press(window, Role::Button, ["Submit", "Indienen"]);
    let retry = ["Retry the 2 refused", "De 2 geweigerde opnieuw proberen"];
    until_any(window, &retry);
}
