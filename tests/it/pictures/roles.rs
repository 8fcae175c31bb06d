//! The role catalogue: the list with details beside it, roles side by side, and what changed.

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
        sample("roles", SMALL, about),
        sample("roles", LARGE, about),
        sample("roles-list", SMALL, roles),
        sample("roles-found", SMALL, |window| {
            roles(window);
            write(window, "wachtwoord");
        }),
        sample("roles-empty", SMALL, |window| {
            roles(window);
            write(window, "zzz");
        }),
        sample("roles-actions", SMALL, |window| {
            open(window, ["User Administrator", "Gebruikersbeheerder"]);
            tab(window, ["Actions", "Acties"]);
            fill(window, ["Find actions", "Acties zoeken"], "password");
        }),
        sample("roles-people", SMALL, |window| {
            open(window, ["Helpdesk Administrator", "Helpdeskbeheerder"]);
            tab(window, ["People", "Personen"]);
        }),
        sample("roles-assign", SMALL, |window| {
            open(window, ["User Administrator", "Gebruikersbeheerder"]);
            press(window, Role::Button, ["Assign…", "Toewijzen…"]);
            write(window, "de");
            let mut rows = window.query_all_by_role(Role::Row);
            let dennis = |row: &egui_kittest::Node<'_>| {
                let label = row.accesskit_node().label().unwrap_or_default();
                label.starts_with("Dennis")
            };
            rows.find(dennis).expect("Dennis is found").click();
            drop(rows);
            settle(window);
        }),
        sample("roles-compare", SMALL, compared),
        sample("roles-compare", LARGE, compared),
        sample("roles-compare-empty", SMALL, |window| {
            roles(window);
            tab(window, ["Compare", "Vergelijken"]);
        }),
        sample("roles-changes", SMALL, changes),
        sample("roles-changes", LARGE, changes),
    ]
}

/// Sanne goes to the roles, and stands in the search box.
fn roles(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num4);
    let field = window.query_all_by_role(Role::TextInput).next();
    field.expect("the list has a search field").focus();
    settle(window);
}

/// Finds a role by its name and opens it.
fn open(window: &mut Window, names: [&str; 2]) {
    roles(window);
    let english = window.query_by_label("Roles 139").is_some();
    let name = if english { names[0] } else { names[1] };
    write(window, name);
    let mut rows = window.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.starts_with(name)
    };
    rows.find(begins).expect(name).click();
    drop(rows);
    settle(window);
}

fn about(window: &mut Window) {
    open(window, ["User Administrator", "Gebruikersbeheerder"]);
    // All roles again, the open one among them.
    let clear = window.query_all_by_label_contains("(Esc)").next();
    clear.expect("the search can be cleared").click();
    settle(window);
}

/// Something with either name: pictures are made in both languages.
fn press(window: &mut Window, role: Role, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(role, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.click();
    settle(window);
}

fn tab(window: &mut Window, names: [&str; 2]) {
    let mut tabs = window.query_all_by_role(Role::Tab);
    let begins = |tab: &egui_kittest::Node<'_>| {
        let label = tab.accesskit_node().label().unwrap_or_default();
        names.iter().any(|name| label.starts_with(name))
    };
    tabs.find(begins).expect(names[0]).click();
    drop(tabs);
    settle(window);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Types into the field with either name.
fn fill(window: &mut Window, names: [&str; 2], text: &str) {
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.focus();
    settle(window);
    write(window, text);
}

fn compared(window: &mut Window) {
    roles(window);
    tab(window, ["Compare", "Vergelijken"]);
    for id in [
        "729827e3-9c14-49f7-bb1b-9608f156bbb8",
        "966707d0-3269-4727-9be2-8c3a10f19b9d",
        "fe930be7-5e62-47db-91af-98c3a49a38b1",
    ] {
        press(window, Role::Button, ["Add a role…", "Rol toevoegen…"]);
        write(window, id);
        window.key_press(Key::Enter);
        settle(window);
    }
}

fn changes(window: &mut Window) {
    roles(window);
    tab(
        window,
        ["Changes to the catalogue", "Wijzigingen in de catalogus"],
    );
}
