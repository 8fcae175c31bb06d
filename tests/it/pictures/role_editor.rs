//! The role editor of a partner's people: roles held in every way, copied, through a group.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use mandate::domain::language::Language;
use mandate::ui::{Launch, View};

use super::{LARGE, Picture, SMALL, compare_each, find_person};
use crate::app_support::{Window, settle, until};
use crate::support::partner::partner_file;

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let partner = |name, size, prepare| Picture {
        name,
        launch: Launch::File(partner_file()),
        size,
        prepare,
    };
    vec![
        partner("editor-more-options", SMALL, more_options),
        partner("editor-more-options", LARGE, more_options),
        partner("editor-change-way", SMALL, change_way),
        partner("editor-through-group", SMALL, through_group),
        partner("editor-delegation", SMALL, delegation),
        partner("editor-copied", SMALL, copied),
        partner("editor-copy-search", SMALL, |window| {
            open_person(window, "tim", "Tim de Graaf");
            click(window, ["Copy roles from…", "Rollen kopiëren van…"]);
        }),
        partner("editor-role-sets", SMALL, |window| {
            open_person(window, "lotte", "Lotte Willemsen");
            click(window, ["Role sets", "Rollensets"]);
        }),
    ]
}

/// Mira looks at someone.
fn open_person(window: &mut Window, typed: &str, name: &str) {
    until(window, |app| app.view() == View::SignIn);
    window
        .get_by_label("Mira Hoekstra, mira@contoso.nl")
        .click();
    settle(window);
    find_person(window, typed, name);
}

/// Clicks the button with either name: pictures are made in both languages.
fn click(window: &mut Window, names: [&str; 2]) {
    button(window, names).click();
    settle(window);
}

fn button<'a>(window: &'a Window, names: [&'a str; 2]) -> egui_kittest::Node<'a> {
    let find = |name| window.query_by_role_and_label(Role::Button, name);
    names.into_iter().find_map(find).expect(names[0])
}

fn show(window: &mut Window, names: [&str; 2]) {
    let find = |name| window.query_all_by_label(name).last();
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.scroll_to_me();
    settle(window);
}

fn more_options(window: &mut Window) {
    open_person(window, "kees", "Kees van den Berg");
    // From below, so that it stands at the top.
    show(window, ["Mobile phone", "Mobiele telefoon"]);
    show(window, ["More options", "Meer opties"]);
}

fn change_way(window: &mut Window) {
    more_options(window);
    let change = [
        "Change how Reports Reader is held",
        "Toewijzing van Rapportlezer wijzigen",
    ];
    show(window, change);
    click(window, change);
    show(window, ["Scope: Whole tenant", "Bereik: Hele tenant"]);
}

fn through_group(window: &mut Window) {
    open_person(window, "tim", "Tim de Graaf");
    show(window, ["Show groups", "Groepen weergeven"]);
}

fn delegation(window: &mut Window) {
    open_person(window, "amal", "Amal Benali");
    show(window, ["Full administration", "Volledig beheer"]);
    let full = ["Full administration", "Volledig beheer"];
    let find = |name| window.query_by_role_and_label(Role::RadioButton, name);
    let full = full.into_iter().find_map(find);
    full.expect("a partner's people have levels").click();
    settle(window);
    let rule = [
        "Delegated administration: Limited administration → Full administration",
        "Gedelegeerd beheer: Beperkt beheer → Volledig beheer",
    ];
    show(window, rule);
}

fn copied(window: &mut Window) {
    open_person(window, "tim", "Tim de Graaf");
    click(window, ["Copy roles from…", "Rollen kopiëren van…"]);
    click(
        window,
        [
            "Copy the roles of Lotte Willemsen, lotte@contoso.nl",
            "De rollen van Lotte Willemsen kopiëren, lotte@contoso.nl",
        ],
    );
}
