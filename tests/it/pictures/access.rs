//! Access: each question with an answer, and what stands there before one is asked.

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
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
        sample("access-empty", SMALL, access),
        sample("access-person", SMALL, person),
        sample("access-person", LARGE, person),
        sample("access-who-can", SMALL, who_can),
        sample("access-who-can", LARGE, who_can),
        sample("access-may", SMALL, may),
        sample("access-least", SMALL, least),
        sample("access-gaps", SMALL, |window| {
            tab(window, ["Gaps", "Gaten"]);
        }),
        sample("access-gaps-redundant", SMALL, redundant),
        sample("access-gaps-exceeding", SMALL, exceeding),
    ]
}

/// Sanne goes to the view.
fn access(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num6);
}

fn tab(window: &mut Window, names: [&str; 2]) {
    access(window);
    let find = |name| window.query_by_role_and_label(Role::Tab, name);
    names.into_iter().find_map(find).expect(names[0]).click();
    settle(window);
}

/// Clicks the first row that begins with one of the names: pictures are made in both languages.
fn row(window: &mut Window, names: [&str; 2]) {
    let mut rows = window.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        names.iter().any(|name| label.starts_with(name))
    };
    rows.find(begins).expect(names[0]).click();
    drop(rows);
    settle(window);
}

fn search(window: &mut Window, text: &str) {
    let names = [
        "Find a permission, task or action",
        "Machtiging, taak of actie zoeken",
        "Find a person",
        "Persoon zoeken",
    ];
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    names.into_iter().find_map(find).expect("a field").focus();
    settle(window);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

fn button(window: &mut Window, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(Role::Button, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.click();
    settle(window);
}

fn person(window: &mut Window) {
    access(window);
    row(window, ["Kevin", "Kevin"]);
    let password = ["User passwords (reset)", "Gebruikerswachtwoorden"];
    row(window, password);
}

fn who_can(window: &mut Window) {
    tab(window, ["Who can …", "Wie kan …"]);
    search(window, "wachtwoord opnieuw");
    row(window, ["User passwords (reset)", "Gebruikerswachtwoorden"]);
}

fn may(window: &mut Window) {
    tab(window, ["May they …", "Mag dat …"]);
    row(window, ["Reset the password", "Wachtwoord opnieuw"]);
    search(window, "kevin");
    row(window, ["Kevin", "Kevin"]);
    let who = ["Who: Sanne de Vries", "Wie: Sanne de Vries"];
    let find = |name| window.query_by_role_and_label(Role::Tab, name);
    who.into_iter().find_map(find).expect("who does it").click();
    settle(window);
    search(window, "esther");
    row(window, ["Esther", "Esther"]);
}

fn least(window: &mut Window) {
    tab(window, ["Least role", "Minste rol"]);
    search(window, "guest");
    row(window, ["Invite", "Gast"]);
}

fn redundant(window: &mut Window) {
    tab(window, ["Gaps", "Gaten"]);
    button(
        window,
        ["Roles that add nothing", "Rollen die niets toevoegen"],
    );
}

fn exceeding(window: &mut Window) {
    tab(window, ["Gaps", "Gaten"]);
    button(window, ["More than needed", "Meer dan nodig"]);
    search(window, "password");
    row(window, ["User passwords (reset)", "Gebruikerswachtwoorden"]);
}
