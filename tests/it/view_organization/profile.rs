//! The organisation's own data: R10, R18, synchronisation, who may change it.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::organization::{Organization, PurchaseChannel};
use mandate::domain::user::DelegatedAdministration::{Full, Limited};

use super::{CUSTOMERS, far, go, press, shown, tab, undo, value};
use crate::app_support::{Window, click, disabled, fill, settle, tells, tenant_of};
use crate::support::{BILLING, fixture};

fn organization(window: &Window) -> &Organization {
    tenant_of(window).organization()
}

/// Opens someone's roles through the palette and chooses to give them some.
fn customize(window: &mut Window, name: &str) {
    press(window, Key::K);
    window.event(egui::Event::Text(name.to_owned()));
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
    far(window, Role::RadioButton, "Customized administrator");
}

#[test]
fn bought_from_a_partner_nobody_becomes_billing_administrator() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    assert!(disabled(&window, "Save").is_some(), "nothing has changed");
    far(&mut window, Role::RadioButton, "From a partner");
    let why = disabled(&window, "Save").expect("the seller is not named");
    assert_eq!(why, "Name the partner it was bought from.");
    fill(&mut window, "Seller", "Fabrikam");
    assert!(!tells(&window, "R10  "), "nobody holds the role");
    click(&mut window, "Save");
    let from = PurchaseChannel::Partner {
        name: "Fabrikam".into(),
    };
    assert_eq!(organization(&window).purchased_from, from);

    customize(&mut window, "piet");
    let billing = window.get_by_role_and_label(Role::CheckBox, "Billing administrator");
    let node = billing.accesskit_node();
    assert!(node.is_disabled());
    let why = node.description().unwrap_or_default();
    assert!(why.contains("R10") && why.contains("(Fabrikam)"), "{why}");
    click(&mut window, "Cancel");

    undo(&mut window);
    assert_eq!(
        organization(&window).purchased_from,
        PurchaseChannel::Microsoft
    );
    press(&mut window, Key::Num8);
    let shown = window.get_by_role_and_label(Role::RadioButton, "From Microsoft");
    assert_eq!(
        shown.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True),
        "the form follows"
    );
    customize(&mut window, "piet");
    let billing = window.get_by_role_and_label(Role::CheckBox, "Billing administrator");
    assert!(!billing.accesskit_node().is_disabled());
}

#[test]
fn who_bills_already_is_warned_about_with_the_seller() {
    let (mut window, _folder) = shown(&fixture().holds(BILLING), "anna");
    far(&mut window, Role::RadioButton, "From a partner");
    fill(&mut window, "Seller", "Fabrikam");
    assert!(tells(&window, "(Fabrikam)"));
    assert!(tells(
        &window,
        "R10  Billing administrator can't be assigned"
    ));
    click(&mut window, "Save");
    assert_ne!(
        organization(&window).purchased_from,
        PurchaseChannel::Microsoft
    );
}

#[test]
fn all_of_it_is_one_change_and_goes_back() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    let before = organization(&window).clone();
    fill(&mut window, "Organisation", "Northwind");
    fill(&mut window, "Days a deleted user can be restored", "0");
    let why = disabled(&window, "Save").expect("no day is too few");
    assert_eq!(why, "Give a number of days, from 1 to 65,535.");
    fill(&mut window, "Days a deleted user can be restored", "14");
    far(&mut window, Role::CheckBox, "Directory synchronisation");
    far(&mut window, Role::CheckBox, "Certified partner");
    assert!(tells(&window, "Not saved"));
    assert_eq!(*organization(&window), before, "not before it is saved");
    assert_eq!(tab(&window, CUSTOMERS), None);
    click(&mut window, "Save");
    let after = Organization {
        name: "Northwind".into(),
        deleted_user_days: 14,
        directory_sync: true,
        certified_partner: true,
        ..before.clone()
    };
    assert_eq!(*organization(&window), after);
    assert!(!tells(&window, "Not saved"));
    assert_eq!(tab(&window, CUSTOMERS).as_deref(), Some("Customers 0"));
    undo(&mut window);
    assert_eq!(*organization(&window), before);
    assert_eq!(value(&window, "Organisation"), "Contoso");
    assert_eq!(tab(&window, CUSTOMERS), None);
}

#[test]
fn a_partner_with_delegates_or_customers_stays_one() {
    let partner = fixture().certified_partner();
    let delegates = partner
        .clone()
        .delegated(Full)
        .user("zoe")
        .delegated(Limited);
    let serves = partner.clone().customer("Fabrikam", "fabrikam.com");
    for (tenant, told) in [
        (
            delegates,
            "2 users have delegated administration. 0 customers are listed.",
        ),
        (
            serves,
            "0 users have delegated administration. 1 customer is listed.",
        ),
    ] {
        let (mut window, _folder) = shown(&tenant, "anna");
        far(&mut window, Role::CheckBox, "Certified partner");
        assert!(tells(
            &window,
            "R18  Only the tenant of a certified partner"
        ));
        assert!(tells(&window, told));
        let why = disabled(&window, "Save").expect("it is refused");
        assert!(why.starts_with("R18"), "{why}");
        // To who has it, and back: what was chosen is still there.
        far(
            &mut window,
            Role::Link,
            "Show customers and who administers them",
        );
        assert!(tells(&window, "Who may administer these customers"));
        go(&mut window, "Profile");
        assert!(disabled(&window, "Save").is_some_and(|why| why.starts_with("R18")));
        far(&mut window, Role::Button, "Discard");
        assert!(organization(&window).certified_partner);
        assert!(!tells(&window, "R18  "));
    }
    let (mut window, _folder) = shown(&partner, "anna");
    far(&mut window, Role::CheckBox, "Certified partner");
    click(&mut window, "Save");
    assert!(
        !organization(&window).certified_partner,
        "nobody is concerned"
    );
    undo(&mut window);
    assert!(organization(&window).certified_partner);
}

#[test]
fn who_may_not_sees_it_and_why() {
    let (window, _folder) = shown(&fixture(), "piet");
    assert!(tells(&window, "You can look at this, not change it"));
    assert!(tells(&window, "What no role of yours grants is refused."));
    for (role, label) in [
        (Role::TextInput, "Organisation"),
        (Role::TextInput, "Days a deleted user can be restored"),
        (Role::CheckBox, "Directory synchronisation"),
        (Role::CheckBox, "Certified partner"),
        (Role::RadioButton, "From a partner"),
        (Role::Button, "Save"),
    ] {
        let node = window.get_by_role_and_label(role, label);
        assert!(node.accesskit_node().is_disabled(), "{label}");
    }
}
