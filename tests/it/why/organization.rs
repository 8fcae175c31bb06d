//! The same of the organisation: its forms keep a reason each, as they keep what was typed.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{LINE, command, entries, last, latest, press, say};
use crate::app_support::{Window, click, fill, open_tenant, settle, tenant_of};
use crate::support::fixture;

/// Anna looks at a part of the organisation.
fn organisation(part: &str) -> (Window, tempfile::TempDir) {
    let tenant = fixture().partner("Fabrikam", true);
    let (mut window, folder) = open_tenant(&tenant.build(), "anna");
    command(&mut window, Key::Num8);
    begins_with(&window, Role::Tab, part).click();
    settle(&mut window);
    (window, folder)
}

fn begins_with<'a>(window: &'a Window, role: Role, name: &'a str) -> egui_kittest::Node<'a> {
    let mut all = window.query_all_by_role(role);
    let begins = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with(name)
    };
    all.find(begins).expect(name)
}

/// What the closed line tells of what was typed.
fn gist(window: &Window) -> Option<String> {
    let line = last(window, Role::Button, LINE);
    let told = line.accesskit_node().data().description();
    told.map(str::to_owned)
}

#[test]
fn why_the_organisation_changes_stands_in_the_history_and_is_emptied() {
    let (mut window, _folder) = organisation("Profile");
    let before = entries(&window);
    fill(&mut window, "Organisation", "Northwind");
    say(&mut window, "Merger", "CHG-1");
    click(&mut window, "Save");
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Merger"), Some("CHG-1")));
    assert_eq!(gist(&window), None);
    fill(&mut window, "Organisation", "Contoso");
    click(&mut window, "Save");
    assert_eq!(entries(&window), before + 2);
    assert_eq!(latest(&window), (None, None));
    fill(&mut window, "Organisation", "Northwind");
    say(&mut window, "Merger", "CHG-1");
    click(&mut window, "Discard");
    assert_eq!(gist(&window), None);
}

#[test]
fn why_a_domain_is_added_stands_in_the_history_by_enter() {
    let (mut window, _folder) = organisation("Domains");
    let before = entries(&window);
    click(&mut window, "Add domain");
    fill(&mut window, "Domain name", "northwind.example");
    say(&mut window, "Merger", "CHG-2");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(entries(&window), before + 1);
    assert_eq!(latest(&window), (Some("Merger"), Some("CHG-2")));
}

#[test]
fn why_a_subscription_changes_stands_in_the_history_and_is_emptied() {
    let (mut window, _folder) = organisation("Subscriptions");
    let before = entries(&window);
    begins_with(&window, Role::Row, "Everything").click();
    settle(&mut window);
    for (seats, typed, said) in [
        ("70", true, (Some("Growth"), Some("CHG-3"))),
        ("80", false, (None, None)),
    ] {
        fill(&mut window, "Seats", seats);
        if typed {
            say(&mut window, "Growth", "CHG-3");
        }
        click(&mut window, "Save");
        assert_eq!(
            tenant_of(&window).subscriptions()[0].seats.to_string(),
            seats
        );
        assert_eq!(latest(&window), said);
        assert_eq!(gist(&window), None);
    }
    assert_eq!(entries(&window), before + 2);
}

#[test]
fn each_partner_keeps_its_own_reason_until_it_is_saved() {
    let (mut window, _folder) = organisation("Partners");
    let name = "Name of the partner";
    click(&mut window, "Add partner");
    fill(&mut window, name, "Litware");
    say(&mut window, "New reseller", "CHG-4");
    begins_with(&window, Role::Row, "Fabrikam").click();
    settle(&mut window);
    assert_eq!(gist(&window), None, "that was about another");
    fill(&mut window, name, "Fabrikam Cloud");
    say(&mut window, "Renamed itself", "CHG-5");

    click(&mut window, "Add partner");
    assert_eq!(gist(&window).as_deref(), Some("New reseller · CHG-4"));
    command(&mut window, Key::Enter);
    assert_eq!(latest(&window), (Some("New reseller"), Some("CHG-4")));
    assert_eq!(
        gist(&window),
        None,
        "it is there, and nothing is to be saved"
    );

    begins_with(&window, Role::Row, "Fabrikam").click();
    settle(&mut window);
    assert_eq!(gist(&window).as_deref(), Some("Renamed itself · CHG-5"));
    click(&mut window, "Save");
    assert_eq!(latest(&window), (Some("Renamed itself"), Some("CHG-5")));
    assert_eq!(gist(&window), None);
    click(&mut window, "Add partner");
    assert_eq!(gist(&window), None);
}
