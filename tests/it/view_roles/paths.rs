//! Whole ways through the window: a role given to several, taken from one, and all undone.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mandate::domain::role::Principal;
use mandate::domain::tenant::Tenant;
use mandate::ui::View;

use crate::app_support::{Window, click, fill, give_reason, open_tenant, settle, tells, tenant_of};
use crate::support::{HELPDESK, Less as _, REPORTS_READER, YESTERDAY, fixture, given, id};

/// Goes to a role by typing a part of its name.
fn open_role(window: &mut Window, typed: &str, row: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    settle(window);
    assert_eq!(window.state().view(), View::Roles);
    fill(window, "Search roles and what they can do", typed);
    on(window, Role::Row, row);
}

fn on(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

fn holds(tenant: &Tenant, name: &str, role: mandate::domain::role::RoleTemplateId) -> bool {
    let held = tenant.assignments().of(Principal::User(id(name)));
    held.contains(&given(name, role))
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(window);
}

#[test]
fn given_to_two_taken_from_one_and_undone() {
    let before = fixture().user("eva").build();
    let (mut window, _folder) = open_tenant(&before, "anna");
    open_role(
        &mut window,
        "helpdesk",
        "Helpdesk Administrator, Privileged, Identity, Held by nobody",
    );
    click(&mut window, "Assign…");
    for name in ["eva", "piet"] {
        on(
            &mut window,
            Role::Row,
            &format!("{name}, {name}@contoso.nl"),
        );
    }
    assert!(tells(&window, "2 selected"));
    assert!(tells(&window, "Asks for a reason"), "it is privileged");
    // Two buttons are called so: that of the details and that of the question.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut window);
    give_reason(&mut window, "They join the desk");
    assert!(!tells(&window, "2 selected"), "the question is closed");
    for name in ["eva", "piet"] {
        assert!(holds(tenant_of(&window), name, HELPDESK), "{name}");
    }
    on(&mut window, Role::Tab, "People 2");

    click(&mut window, "Revoke from piet");
    assert!(tells(&window, "Revoke Helpdesk Administrator from piet?"));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(holds(tenant_of(&window), "piet", HELPDESK), "not confirmed");
    click(&mut window, "Revoke from piet");
    click(&mut window, "Revoke");
    assert!(!holds(tenant_of(&window), "piet", HELPDESK));
    let _ = window.get_by_role_and_label(Role::Tab, "People 1");

    undo(&mut window);
    if tells(&window, "Confirm and say why") {
        give_reason(&mut window, "Taken by mistake");
    }
    assert!(holds(tenant_of(&window), "piet", HELPDESK));
    undo(&mut window);
    assert!(tenant_of(&window).same_state(&before), "as it was");
}

#[test]
fn one_that_is_over_gives_way() {
    let over = given("piet", REPORTS_READER).until(YESTERDAY);
    let before = fixture().with(over).build();
    let (mut window, _folder) = open_tenant(&before, "anna");
    open_role(
        &mut window,
        "reports reader",
        "Reports Reader, Billing and support, Held by nobody",
    );
    on(&mut window, Role::Tab, "People 0");
    assert!(tells(&window, "Expired 1"));
    click(&mut window, "Assign…");
    on(&mut window, Role::Row, "piet, piet@contoso.nl");
    click(&mut window, "Assign");
    assert!(holds(tenant_of(&window), "piet", REPORTS_READER));
    assert!(!tells(&window, "Expired 1"));
    // Whoever has it can't be chosen again.
    click(&mut window, "Assign…");
    let _ = window.get_by_role_and_label(Role::Row, "piet, piet@contoso.nl, Already assigned");
    window.key_press(Key::Escape);
    settle(&mut window);
    undo(&mut window);
    assert!(tenant_of(&window).same_state(&before), "as it was");
}

#[test]
fn a_cancelled_reason_loses_nobody() {
    let (mut window, _folder) = open_tenant(&fixture().build(), "anna");
    open_role(
        &mut window,
        "helpdesk",
        "Helpdesk Administrator, Privileged, Identity, Held by nobody",
    );
    click(&mut window, "Assign…");
    window.event(Event::Text("piet".to_owned()));
    settle(&mut window);
    on(&mut window, Role::Row, "piet, piet@contoso.nl");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut window);
    assert!(tells(&window, "Confirm and say why"));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(tells(&window, "1 selected · piet"));
    assert!(!holds(tenant_of(&window), "piet", HELPDESK));
}

#[test]
fn f6_goes_from_the_list_to_the_details() {
    let (mut window, _folder) = open_tenant(&fixture().build(), "anna");
    open_role(
        &mut window,
        "helpdesk",
        "Helpdesk Administrator, Privileged, Identity, Held by nobody",
    );
    let next = |window: &mut Window| {
        window.key_press(Key::F6);
        settle(window);
    };
    next(&mut window);
    let close = window.get_by_role_and_label(Role::Button, "Close details");
    assert!(close.is_focused());
    next(&mut window);
    next(&mut window);
    let mut rows = window.query_all_by_role(Role::Row);
    assert!(rows.any(|row| row.is_focused()));
}
