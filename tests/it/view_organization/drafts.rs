//! What was typed and not saved stays, and the keyboard goes everywhere.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::organization::Service;

use super::{
    DOMAINS, PARTNERS, SUBSCRIPTIONS, another, begins_with, far, go, open, press, row, shown, tab,
    undo, value,
};
use crate::app_support::{Window, click, disabled, fill, open_tenant, settle, tells, tenant_of};
use crate::support::{fixture, id, roles};

/// Two subscriptions, the first of which was changed last.
fn two() -> (Window, tempfile::TempDir) {
    let tenant = fixture().build();
    let now = || crate::support::NOW;
    let mut session =
        mandate::session::Session::unsaved(tenant, std::sync::Arc::clone(roles()), now);
    session.sign_in(id("anna")).expect("Anna may");
    let mut sold = session.tenant().subscriptions().to_vec();
    sold.push(another(7, "Teams Rooms", &[Service::Teams]));
    let command = Command::SetSubscriptions(sold);
    session
        .execute(&command, &Assent::default())
        .expect("Anna may");
    let (mut window, folder) = open_tenant(session.tenant(), "anna");
    press(&mut window, Key::Num8);
    (window, folder)
}

#[test]
fn what_was_typed_stays_while_others_are_looked_at() {
    let (mut window, _folder) = two();
    go(&mut window, SUBSCRIPTIONS);
    open(&mut window, "Everything");
    fill(&mut window, "Product", "All there is");
    open(&mut window, "Teams Rooms");
    assert_eq!(value(&window, "Product"), "Teams Rooms");
    fill(&mut window, "Seats", "11");
    let line = row(&window, "Everything").expect("it is listed");
    assert!(line.ends_with("Not saved"), "{line}");
    click(&mut window, "Close form");

    go(&mut window, PARTNERS);
    let told = tab(&window, SUBSCRIPTIONS).expect("a tab");
    assert_eq!(told, "Subscriptions 2, Not saved");
    press(&mut window, Key::Num2);
    press(&mut window, Key::Num8);
    go(&mut window, SUBSCRIPTIONS);
    open(&mut window, "Everything");
    assert_eq!(value(&window, "Product"), "All there is");
    assert_eq!(&*tenant_of(&window).subscriptions()[0].name, "Everything");

    click(&mut window, "Save");
    assert_eq!(&*tenant_of(&window).subscriptions()[0].name, "All there is");
    assert_eq!(
        tenant_of(&window).subscriptions()[1].seats,
        10,
        "only this one is saved"
    );
    open(&mut window, "Teams Rooms");
    assert_eq!(value(&window, "Seats"), "11");
    click(&mut window, "Discard");
    assert_eq!(value(&window, "Seats"), "10");
    assert_eq!(
        tab(&window, SUBSCRIPTIONS).as_deref(),
        Some("Subscriptions 2")
    );
}

#[test]
fn what_changes_elsewhere_comes_in_beside_what_is_typed() {
    let (mut window, _folder) = two();
    go(&mut window, SUBSCRIPTIONS);
    open(&mut window, "Teams Rooms");
    fill(&mut window, "Seats", "20");
    click(&mut window, "Save");
    fill(&mut window, "Product", "Meeting rooms");
    undo(&mut window);
    assert_eq!(
        value(&window, "Product"),
        "Meeting rooms",
        "it is being typed"
    );
    assert_eq!(value(&window, "Seats"), "10", "it was not");
    click(&mut window, "Save");
    let rooms = &tenant_of(&window).subscriptions()[1];
    assert_eq!((&*rooms.name, rooms.seats), ("Meeting rooms", 10));
}

#[test]
fn the_profile_keeps_what_was_typed_as_well() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    fill(&mut window, "Organisation", "Northwind");
    go(&mut window, DOMAINS);
    assert_eq!(
        tab(&window, "Profile").as_deref(),
        Some("Profile, Not saved")
    );
    press(&mut window, Key::Num5);
    press(&mut window, Key::Num8);
    go(&mut window, "Profile");
    assert_eq!(value(&window, "Organisation"), "Northwind");
    click(&mut window, "Discard");
    assert_eq!(value(&window, "Organisation"), "Contoso");
    assert!(disabled(&window, "Save").is_some());
}

#[test]
fn a_new_one_begun_and_left_is_still_there() {
    let (mut window, _folder) = shown(&fixture().partner("Fabrikam", true), "anna");
    go(&mut window, PARTNERS);
    click(&mut window, "Add partner");
    fill(&mut window, "Name of the partner", "Litware");
    open(&mut window, "Fabrikam");
    assert_eq!(value(&window, "Name of the partner"), "Fabrikam");
    assert_eq!(
        tab(&window, PARTNERS).as_deref(),
        Some("Partners 1, Not saved")
    );
    click(&mut window, "Add partner");
    assert_eq!(value(&window, "Name of the partner"), "Litware");
    click(&mut window, "Cancel");
    assert!(!tells(&window, "Close form"));
    assert_eq!(tab(&window, PARTNERS).as_deref(), Some("Partners 1"));
}

#[test]
fn the_list_is_walked_opened_and_left_by_keyboard() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    go(&mut window, DOMAINS);
    window.get_by_role_and_label(Role::Grid, DOMAINS).focus();
    settle(&mut window);
    for key in [Key::Home, Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        window.key_press(key);
        settle(&mut window);
    }
    assert!(tells(&window, "Mark as verified"), "the third is open");
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!tells(&window, "Mark as verified"));
    let third = begins_with(&window, Role::Row, "contoso-nieuw.nl").expect("a row");
    assert!(
        third.is_focused(),
        "the list has the keyboard again, where it was"
    );
}

#[test]
fn many_are_drawn_by_the_rows_that_are_seen() {
    let tenant = fixture().build();
    let now = || crate::support::NOW;
    let mut session =
        mandate::session::Session::unsaved(tenant, std::sync::Arc::clone(roles()), now);
    session.sign_in(id("anna")).expect("Anna may");
    let mut sold = session.tenant().subscriptions().to_vec();
    sold.extend((1..=500).map(|number| another(number, &format!("Product {number}"), &[])));
    let command = Command::SetSubscriptions(sold);
    session
        .execute(&command, &Assent::default())
        .expect("Anna may");
    let (mut window, _folder) = open_tenant(session.tenant(), "anna");
    press(&mut window, Key::Num8);
    go(&mut window, SUBSCRIPTIONS);
    let list = window.get_by_role_and_label(Role::Grid, SUBSCRIPTIONS);
    assert_eq!(list.accesskit_node().data().row_count(), Some(501));
    let drawn = window.query_all_by_role(Role::Row).count();
    assert!((5..40).contains(&drawn), "{drawn} rows are drawn");
    list.focus();
    settle(&mut window);
    window.key_press(Key::End);
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(value(&window, "Product"), "Product 500");
    far(&mut window, Role::CheckBox, "Windows 365");
    click(&mut window, "Save");
    assert_eq!(
        tenant_of(&window).subscriptions()[500].services,
        [Service::Windows365]
    );
}
