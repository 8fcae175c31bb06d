//! The two lists: what stands in their rows, found, sorted and opened.

use egui::Key;
use egui::accesskit::{Role, SortDirection};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::ui::views::active_users::rows::Standing;
use mandate::ui::views::groups::rows::{Column, Overview, Query, Sort, Subject, Tab, rows};

use super::{click, group, labels, refused, shown, told};
use crate::support::{NOW, SHAREPOINT, fixture, roles};

#[test]
fn rows_count_and_mark() {
    let tenant = told().build();
    let overview = Overview::of(&tenant);
    let found = |tab| overview.find(tab, &Query::default());
    let gathered = |tab| {
        let found = found(tab);
        rows(&tenant, &overview, roles(), Language::English, NOW, &found)
            .into_iter()
            .map(|row| {
                let roles = row.roles.iter();
                let roles: Vec<_> = roles.map(|it| (it.label(), it.standing)).collect();
                (
                    row.name.to_owned(),
                    row.marked,
                    row.members,
                    row.owners,
                    roles,
                )
            })
            .collect::<Vec<_>>()
    };
    let role = |name: &str, standing| (name.to_owned(), standing);
    assert_eq!(
        gathered(Tab::Groups),
        [
            ("Choir".to_owned(), false, 1, Some(0), vec![]),
            (
                "Desk".to_owned(),
                true,
                2,
                Some(1),
                vec![
                    role("Helpdesk Administrator", Standing::InForce),
                    role("Exchange Administrator", Standing::Expired),
                ]
            ),
        ]
    );
    assert_eq!(
        gathered(Tab::Units),
        [
            ("Board".to_owned(), true, 3, None, vec![]),
            (
                "North".to_owned(),
                false,
                1,
                None,
                vec![
                    role("User Administrator", Standing::InForce),
                    role("Helpdesk Administrator", Standing::Eligible),
                ]
            ),
        ]
    );
}

#[test]
fn lists_are_searched_and_sorted() {
    let tenant = told()
        .group("Ålesund", &["anna", "piet", "sam"])
        .group("Desk two", &[])
        .build();
    let overview = Overview::of(&tenant);
    let names = |text: &str, column, ascending| -> Vec<_> {
        let query = Query {
            text: text.to_owned(),
            sort: Sort { column, ascending },
        };
        let found = overview.find(Tab::Groups, &query);
        let name = |it: &Subject| it.name(&tenant).unwrap_or_default().to_owned();
        found.iter().map(name).collect()
    };
    let by_name = ["Ålesund", "Choir", "Desk", "Desk two"];
    assert_eq!(names("", Column::Name, true), by_name);
    assert_eq!(names("desk", Column::Name, false), ["Desk two", "Desk"]);
    assert_eq!(names("ales", Column::Name, true), ["Ålesund"]);
    assert_eq!(names("two desk", Column::Name, true), ["Desk two"]);
    assert_eq!(
        names("", Column::Members, false),
        ["Ålesund", "Desk", "Choir", "Desk two"]
    );
    assert_eq!(
        names("", Column::Owners, true),
        ["Ålesund", "Choir", "Desk two", "Desk"]
    );
    assert_eq!(names("", Column::Roles, false)[0], "Desk");
}

#[test]
fn both_lists_are_drawn_and_sorted() {
    let mut view = shown(told().build(), "anna");
    assert_eq!(
        labels(&view, Role::Row),
        [
            "Choir, 1 member, 0 owners",
            "Desk, Role-assignable, 2 members, 1 owner, Helpdesk Administrator, \
             Exchange Administrator · expired",
        ]
    );
    click(&mut view, Role::ColumnHeader, "Members");
    let header = view.get_by_role_and_label(Role::ColumnHeader, "Members");
    let direction = header.accesskit_node().data().sort_direction();
    assert_eq!(direction, Some(SortDirection::Descending));
    assert!(labels(&view, Role::Row)[0].starts_with("Desk"));
    click(&mut view, Role::Tab, "Administrative units 2");
    assert_eq!(
        labels(&view, Role::Row),
        [
            "Board, Restricted management, 3 members",
            "North, 1 member, User Administrator, Helpdesk Administrator · eligible",
        ]
    );
    let _ = view.get_by_role_and_label(Role::Grid, "Administrative units");
    assert!(
        view.query_by_role_and_label(Role::ColumnHeader, "Owners")
            .is_none(),
        "units have none"
    );
}

#[test]
fn typing_narrows_and_what_is_not_found_offers_the_way_back() {
    let mut view = shown(told().build(), "anna");
    view.get_by_role(Role::TextInput).focus();
    view.run();
    view.get_by_role(Role::TextInput).type_text("desk");
    view.run();
    assert_eq!(labels(&view, Role::Row).len(), 1);
    view.get_by_role(Role::TextInput).type_text("zzz");
    view.run();
    let _ = view.get_by_label("Nothing by that name");
    click(&mut view, Role::Button, "Clear search");
    assert_eq!(labels(&view, Role::Row).len(), 2);
}

#[test]
fn empty_lists_say_what_would_be_here() {
    let mut view = shown(fixture().build(), "anna");
    let _ = view.get_by_label("No groups yet");
    let _ = view.get_by_role_and_label(Role::Button, "Add a group…");
    click(&mut view, Role::Tab, "Administrative units 0");
    let _ = view.get_by_label("No administrative units yet");
    click(&mut view, Role::Button, "Add an administrative unit…");
    let _ = view.get_by_label("New administrative unit");

    // Who may not add one is told why.
    let view = shown(fixture().user("sam").holds(SHAREPOINT).build(), "sam");
    let why = refused(&view, "Add a group…").expect("it is disabled");
    assert!(why.contains("R14"));
}

#[test]
fn the_keyboard_opens_closes_and_goes_on() {
    let mut view = shown(told().build(), "anna");
    view.get_by_role_and_label(Role::Grid, "Groups").focus();
    view.run();
    view.key_press(Key::ArrowDown);
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(view.state().state.open(), Some(group("Desk")));
    view.key_press(Key::Escape);
    view.run();
    assert_eq!(view.state().state.open(), None);
    view.key_press(Key::Home);
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(view.state().state.open(), Some(group("Choir")));
}
