//! Subscriptions: seats, services and the roles that need them (R9).

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::organization::{Service, Subscription};

use super::{SUBSCRIPTIONS, far, go, open, press, row, shown, tab, undo};
use crate::app_support::{Window, click, disabled, fill, settle, tells, tenant_of};
use crate::support::{BILLING, EXCHANGE, everything, fixture};

const REMOVE: &str = "Remove subscription…";

fn sold(window: &Window) -> &[Subscription] {
    tenant_of(window).subscriptions()
}

/// Whether a role can't be given to Piet, and why.
fn refused(window: &mut Window, role: &str) -> Option<String> {
    press(window, Key::K);
    window.event(egui::Event::Text("piet".to_owned()));
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
    far(window, Role::RadioButton, "Customized administrator");
    let node = window.get_by_role_and_label(Role::CheckBox, role);
    let node = node.accesskit_node();
    let why = node.description().unwrap_or_default();
    let refused = node.is_disabled().then_some(why);
    click(window, "Cancel");
    refused
}

#[test]
fn without_the_service_its_role_is_not_given() {
    let tenant = fixture().user("zoe").holds(EXCHANGE);
    let (mut window, _folder) = shown(&tenant, "anna");
    go(&mut window, SUBSCRIPTIONS);
    open(&mut window, "Everything");
    assert!(!tells(&window, "R9: "));
    far(&mut window, Role::CheckBox, "Exchange Online");
    assert!(tells(
        &window,
        "R9: A role for one service needs a subscription"
    ));
    assert!(tells(&window, "(Exchange Online)"));
    assert!(tells(&window, "Exchange Administrator (1×)"));
    far(&mut window, Role::CheckBox, "Viva Engage");
    assert!(
        !tells(&window, "Viva Engage)"),
        "nobody holds a role for it"
    );
    click(&mut window, "Save");
    assert_eq!(sold(&window)[0].services.len(), 7);
    let why = refused(&mut window, "Exchange administrator").expect("refused now");
    assert!(
        why.contains("R9") && why.contains("(Exchange Online)"),
        "{why}"
    );
    undo(&mut window);
    assert_eq!(sold(&window)[0].services, Service::ALL);
    assert_eq!(refused(&mut window, "Exchange administrator"), None);
}

#[test]
fn removing_the_only_one_warns_and_goes_back() {
    let tenant = fixture().holds(EXCHANGE);
    let (mut window, _folder) = shown(&tenant, "anna");
    go(&mut window, SUBSCRIPTIONS);
    open(&mut window, "Everything");
    far(&mut window, Role::Button, REMOVE);
    assert!(tells(&window, "Remove Everything?"));
    assert!(tells(&window, "R9: A role for one service needs"));
    assert!(tells(&window, "Exchange Administrator (1×)."));
    click(&mut window, "Cancel");
    assert_eq!(sold(&window).len(), 1);
    far(&mut window, Role::Button, REMOVE);
    click(&mut window, "Remove");
    assert_eq!(sold(&window), []);
    assert!(tells(&window, "No subscriptions"));
    let why = refused(&mut window, "SharePoint administrator").expect("refused now");
    assert!(why.contains("R9"), "{why}");
    undo(&mut window);
    assert_eq!(sold(&window)[0].id, everything());
}

#[test]
fn seats_in_use_are_kept() {
    let tenant = fixture().licensed().user("zoe").licensed().seats(5);
    let (mut window, _folder) = shown(&tenant, "anna");
    go(&mut window, SUBSCRIPTIONS);
    let line = row(&window, "Everything").expect("it is listed");
    assert!(
        line.starts_with("Everything, 2 of 5 used · 3 left, Exchange Online, "),
        "{line}"
    );
    open(&mut window, "Everything");
    let why = disabled(&window, REMOVE).expect("people hold seats");
    assert_eq!(
        why,
        "2 users hold a licence of Everything. Take those away first."
    );
    fill(&mut window, "Seats", "1");
    let why = disabled(&window, "Save").expect("two are in use");
    assert_eq!(why, "Everything has 2 seats in use.");
    assert!(
        tells(&window, "Everything has 2 seats in use."),
        "it is told, too"
    );
    for typed in ["two", " ", "-3", "9999999999"] {
        fill(&mut window, "Seats", typed);
        if typed == "9999999999" {
            // No more than seven digits can be typed.
            assert_eq!(super::value(&window, "Seats"), "9999999");
            continue;
        }
        let why = disabled(&window, "Save").expect("not a number");
        assert_eq!(why, "Give the number of seats in digits.", "{typed}");
    }
    fill(&mut window, "Seats", "2");
    click(&mut window, "Save");
    assert_eq!(sold(&window)[0].seats, 2);
    let line = row(&window, "Everything").expect("it is listed");
    assert!(line.contains("2 of 2 used · 0 left"), "{line}");
    undo(&mut window);
    assert_eq!(sold(&window)[0].seats, 5);
    assert_eq!(super::value(&window, "Seats"), "5", "the form follows");

    window
        .get_by_role_and_label(Role::Link, "Show who holds a seat")
        .click();
    settle(&mut window);
    assert!(row(&window, "piet").is_some() && row(&window, "zoe").is_some());
    assert!(row(&window, "anna").is_none(), "the list is filtered");
}

#[test]
fn more_people_than_seats_is_told() {
    let tenant = fixture().licensed().user("zoe").licensed().seats(1);
    let (mut window, _folder) = shown(&tenant, "anna");
    go(&mut window, SUBSCRIPTIONS);
    let line = row(&window, "Everything").expect("it is listed");
    assert!(line.contains("2 of 1 used · 1 too many"), "{line}");
    // A step in the right direction is allowed by the gate.
    open(&mut window, "Everything");
    fill(&mut window, "Seats", "2");
    click(&mut window, "Save");
    assert_eq!(sold(&window)[0].seats, 2);
}

#[test]
fn billing_administrators_change_seats() {
    let tenant = fixture().user("bob").holds(BILLING);
    let (mut window, _folder) = shown(&tenant, "bob");
    go(&mut window, SUBSCRIPTIONS);
    open(&mut window, "Everything");
    assert!(!tells(&window, "You can look at this, not change it"));
    fill(&mut window, "Seats", "120");
    click(&mut window, "Save");
    assert_eq!(sold(&window)[0].seats, 120);
    undo(&mut window);
    assert_eq!(sold(&window)[0].seats, 100);
}

#[test]
fn who_may_not_buy_looks() {
    let (mut window, _folder) = shown(&fixture(), "piet");
    go(&mut window, SUBSCRIPTIONS);
    assert!(disabled(&window, "Add subscription").is_some());
    open(&mut window, "Everything");
    assert!(tells(&window, "You can look at this, not change it"));
    assert!(tells(&window, "(Billing and purchasing operations)"));
    for label in ["Save", REMOVE] {
        assert!(disabled(&window, label).is_some(), "{label}");
    }
}

#[test]
fn a_subscription_is_added_and_goes_again() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    go(&mut window, SUBSCRIPTIONS);
    click(&mut window, "Add subscription");
    let product = window.get_by_role_and_label(Role::TextInput, "Product");
    assert!(product.is_focused(), "one can type at once");
    fill(&mut window, "Product", "Microsoft 365 E5");
    fill(&mut window, "Seats", "25");
    far(&mut window, Role::CheckBox, "Microsoft Teams");
    far(&mut window, Role::CheckBox, "Exchange Online");
    press(&mut window, Key::Enter);
    let added = &sold(&window)[1];
    assert_eq!(&*added.name, "Microsoft 365 E5");
    assert_eq!(added.seats, 25);
    assert_eq!(added.services, [Service::ExchangeOnline, Service::Teams]);
    assert_eq!(
        tab(&window, SUBSCRIPTIONS).as_deref(),
        Some("Subscriptions 2")
    );
    assert_eq!(
        row(&window, "Microsoft 365 E5").as_deref(),
        Some("Microsoft 365 E5, 0 of 25 used · 25 left, Exchange Online, Microsoft Teams")
    );
    undo(&mut window);
    assert_eq!(sold(&window).len(), 1);
    assert!(!tells(&window, "Close form"));
}
