//! The overview in the whole window: where signing in leads, and figures that follow.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::ui::View;

use crate::app_support::{Window, click, give_reason, open_sample, settle, tells};

const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// Sanne signs in to the sample tenant.
fn signed_in() -> Window {
    let mut window = open_sample();
    window.get_by_label(SANNE).click();
    settle(&mut window);
    assert_eq!(window.state().view(), View::Overview);
    window
}

fn overview(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.state().view(), View::Overview);
}

fn figure(window: &Window, label: &str) -> String {
    let links = window.query_all_by_role(Role::Link);
    let mut labels = links.filter_map(|link| link.accesskit_node().label());
    let number = labels.find_map(|name| {
        let number = name.strip_prefix(label)?.strip_prefix(": ")?;
        Some(number.to_owned())
    });
    number.expect(label)
}

#[test]
fn signing_in_leads_to_the_overview_with_the_keyboard_at_its_title() {
    let mut window = signed_in();
    let focused = |window: &Window, label: &str| {
        let mut named = window.query_all_by_label(label);
        named.any(|node| node.is_focused())
    };
    assert!(focused(&window, "Overview"));
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(focused(&window, "People: 62"));
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view(), View::ActiveUsers);
    assert!(tells(&window, "26 of 62 users"));

    overview(&mut window);
    assert!(!focused(&window, "Overview"), "nobody signed in anew");
    press(&mut window, Modifiers::NONE, Key::F6);
    press(&mut window, Modifiers::NONE, Key::F6);
    assert!(focused(&window, "People: 62"));
}

#[test]
fn every_figure_opens_its_view() {
    let mut window = signed_in();
    for (label, view, told) in [
        ("People: 62", View::ActiveUsers, "62 users"),
        ("Administrators: 26", View::ActiveUsers, "26 of 62 users"),
        (
            "Global administrators: 3",
            View::ActiveUsers,
            "3 of 62 users",
        ),
        ("Privileged: 14", View::ActiveUsers, "14 of 62 users"),
        ("Guests with roles: 1", View::ActiveUsers, "1 of 62 users"),
        ("Blocked with roles: 1", View::ActiveUsers, "1 of 62 users"),
        ("People: 62", View::ActiveUsers, "62 users"),
        ("Role assignments: 34", View::Roles, "Roles"),
        ("Eligible: 1", View::Roles, "Roles"),
        ("Ending soon: 0", View::Roles, "Roles"),
        ("Custom roles: 0", View::Roles, "Roles"),
        ("Deleted users: 1", View::DeletedUsers, "Marit Hofstra"),
        ("Licences in use: 66", View::Organization, "Organisation"),
    ] {
        window.get_by_role_and_label(Role::Link, label).click();
        settle(&mut window);
        assert_eq!(window.state().view(), view, "{label}");
        assert!(tells(&window, told), "{label}: {told}");
        overview(&mut window);
    }
    window
        .get_by_role_and_label(Role::Link, "Daan Bakker")
        .click();
    settle(&mut window);
    assert_eq!(window.state().view(), View::ActiveUsers);
    assert!(tells(&window, "Close details"));
}

#[test]
fn figures_follow_an_assignment_and_its_undoing() {
    let mut window = signed_in();
    let figures = |window: &Window| {
        [
            "Administrators",
            "Global administrators",
            "Privileged",
            "Role assignments",
        ]
        .map(|label| figure(window, label))
    };
    assert_eq!(figures(&window), ["26", "3", "14", "34"]);

    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text("dennis".to_owned()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window
        .get_by_role_and_label(Role::RadioButton, "Global administrator")
        .click();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    give_reason(&mut window, "Covers for Daan");
    overview(&mut window);
    assert_eq!(figures(&window), ["27", "4", "15", "35"]);
    let newest = "Dennis Groen: Global Administrator assigned";
    assert!(window.query_by_role_and_label(Role::Link, newest).is_some());

    press(&mut window, Modifiers::COMMAND, Key::Z);
    if tells(&window, "Confirm and say why") {
        click(&mut window, "Confirm");
    }
    assert_eq!(figures(&window), ["26", "3", "14", "34"]);
}

#[test]
fn switching_accounts_greets_again() {
    let mut window = signed_in();
    press(&mut window, Modifiers::NONE, Key::Tab);
    window
        .get_by_label_contains("Signed in as Sanne de Vries")
        .click();
    settle(&mut window);
    click(&mut window, "Switch account…");
    assert_eq!(window.state().view(), View::SignIn);
    window
        .get_by_label("Daan Bakker, daan.bakker@rijnzicht.example")
        .click();
    settle(&mut window);
    assert_eq!(window.state().view(), View::Overview);
    let mut titles = window.query_all_by_label("Overview");
    assert!(titles.any(|node| node.is_focused()));
}
