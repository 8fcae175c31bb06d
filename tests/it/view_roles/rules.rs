//! What a rule forbids can't be used and says which rule.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::organization::Service;
use mandate::domain::role::RoleTemplateId;

use super::{asked, click, open, refused, tells};
use crate::support::{
    BILLING, DYNAMICS, EXCHANGE, GLOBAL, HELPDESK, PARTNER_TIER1, SERVICE, USERS, empty, fixture,
};

fn why(tenant: mandate::domain::tenant::Tenant, role: RoleTemplateId) -> Option<String> {
    refused(&open(tenant, "anna", role), "Assign…")
}

#[test]
fn who_is_no_global_administrator_sees_all_and_gives_nothing() {
    let tenant = fixture()
        .user("eva")
        .holds(USERS)
        .user("sam")
        .holds(HELPDESK)
        .build();
    let mut view = open(tenant, "eva", HELPDESK);
    let rule = "R1: Only a Global Administrator of the whole tenant assigns or revokes";
    let why = refused(&view, "Assign…").expect("it is disabled");
    assert!(why.contains(rule), "{why}");
    click(&mut view, Role::Tab, "People 1");
    assert!(tells(&view, rule), "it is said above the list");
    assert!(view.query_by_label("Revoke from sam").is_none());
    view.get_by_role_and_label(Role::Grid, "People who hold this role")
        .focus();
    view.run();
    view.key_press(Key::ArrowDown);
    view.run();
    view.key_press(Key::Delete);
    view.run();
    assert_eq!(asked(&mut view), []);
}

#[test]
fn a_role_that_cannot_be_assigned_says_why() {
    let told = fixture().build();
    assert_eq!(why(told, EXCHANGE), None);
    let out_of_use = why(fixture().build(), PARTNER_TIER1).expect("R20");
    assert!(out_of_use.starts_with("R20: "), "{out_of_use}");
    let nothing_sold = empty().sold(&[]).user("anna").holds(GLOBAL).build();
    let no_service = why(nothing_sold, EXCHANGE).expect("R9");
    assert!(no_service.starts_with("R9: "), "{no_service}");
    let without = fixture().sold(&[Service::ExchangeOnline]).build();
    assert!(why(without, DYNAMICS).is_some_and(|why| why.starts_with("R9: ")));
    let partner = fixture().bought_from("Fabrikam").build();
    let billing = why(partner, BILLING).expect("R10");
    assert!(billing.starts_with("R10: "), "{billing}");
}

#[test]
fn what_depends_on_the_person_is_said_of_the_person() {
    // Who holds no service's role can't be Service administrator; who does can.
    let tenant = fixture().user("eva").holds(EXCHANGE).build();
    let mut view = open(tenant, "anna", SERVICE);
    assert_eq!(refused(&view, "Assign…"), None);
    click(&mut view, Role::Button, "Assign…");
    let _ = view.get_by_role_and_label(Role::Row, "eva, eva@contoso.nl");
    let refused_row = "piet, piet@contoso.nl, Not allowed";
    click(&mut view, Role::Row, refused_row);
    assert!(tells(&view, "0 selected"), "they can't be chosen");
    click(&mut view, Role::Row, "eva, eva@contoso.nl");
    assert!(tells(&view, "1 selected"));
}

#[test]
fn the_last_global_administrator_keeps_the_role() {
    let mut view = open(fixture().build(), "anna", GLOBAL);
    click(&mut view, Role::Tab, "People 1");
    assert!(view.query_by_label("Revoke from anna").is_none(), "R3");
}
