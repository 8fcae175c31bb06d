//! The whole way by keyboard alone: no pointer, no click.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use mandate::domain::role::{Principal, RoleTemplateId};
use mandate::ui::View;

use crate::app_support::{Setup, Window, open, settle, until};

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn key(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Presses Tab until this has the keyboard, and sees that it is in sight.
fn tab_to(window: &mut Window, role: Role, label: &str) {
    for _ in 0..120 {
        let found = window.query_by_role_and_label(role, label);
        if let Some(node) = found.filter(egui_kittest::Node::is_focused) {
            let (rect, bottom) = (node.rect(), 800.0 - 28.0);
            assert!(
                rect.top() >= 0.0 && rect.bottom() <= bottom,
                "{label}: {rect}"
            );
            return;
        }
        key(window, Key::Tab);
    }
    panic!("Tab never comes to `{label}`");
}

/// Whether the list has the keyboard; a reader hears of its row.
fn in_the_list(window: &Window) -> bool {
    let mut parts = window
        .query_all_by_role(Role::Row)
        .chain(window.query_all_by_role(Role::Grid));
    parts.any(|part| part.is_focused())
}

#[test]
fn from_the_start_view_to_a_saved_role() {
    let mut window = open(Setup::default());
    tab_to(&mut window, Role::Button, "Open the sample tenant");
    key(&mut window, Key::Enter);
    until(&mut window, |app| app.view() == View::SignIn);

    write(&mut window, "sanne");
    key(&mut window, Key::Enter);
    assert_eq!(window.state().view(), View::Overview);

    press(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(window.state().view(), View::ActiveUsers);
    write(&mut window, "dennis");
    key(&mut window, Key::Enter);
    key(&mut window, Key::Enter);
    key(&mut window, Key::F6);
    assert!(window.get_by_label("Close details").is_focused());

    tab_to(&mut window, Role::RadioButton, "Customized administrator");
    key(&mut window, Key::Space);
    for role in ["Password administrator", "SharePoint administrator"] {
        tab_to(&mut window, Role::CheckBox, role);
        key(&mut window, Key::Space);
    }
    tab_to(&mut window, Role::Button, "Save…");
    key(&mut window, Key::Enter);

    write(&mut window, "Covers the service desk");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    tab_to(&mut window, Role::Button, "Close");
    key(&mut window, Key::Enter);
    assert!(window.query_by_label("Close details").is_none());
    assert!(in_the_list(&window));

    let open = window.state().document().expect("a tenant is open");
    let tenant = open.session.tenant();
    let users = tenant.users();
    let dennis = users.by_upn("dennis.groen@rijnzicht.example");
    let dennis = Principal::User(dennis.expect("dennis").id);
    let held = tenant.assignments().of(dennis);
    let mut held: Vec<_> = held.iter().map(|held| held.role).collect();
    let mut expected = vec![
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
        RoleTemplateId::SHAREPOINT_ADMINISTRATOR,
    ];
    held.sort_unstable();
    expected.sort_unstable();
    assert_eq!(held, expected);
    let entry = tenant.audit().last().expect("a history");
    assert_eq!(entry.reason.as_deref(), Some("Covers the service desk"));
}

#[test]
fn f6_goes_round_the_parts_of_the_window() {
    let mut window = open(Setup::default());
    tab_to(&mut window, Role::Button, "Open the sample tenant");
    key(&mut window, Key::Enter);
    until(&mut window, |app| app.view() == View::SignIn);
    write(&mut window, "sanne");
    key(&mut window, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::K);
    write(&mut window, "priya");
    key(&mut window, Key::Enter);

    let at = |window: &Window, part: &str| {
        let mut named = window.query_all_by_label(part);
        named.any(|node| node.is_focused())
    };
    for _ in 0..2 {
        key(&mut window, Key::F6);
        assert!(at(&window, "Active users"));
        key(&mut window, Key::F6);
        assert!(in_the_list(&window));
        key(&mut window, Key::F6);
        assert!(at(&window, "Close details"));
    }
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    key(&mut window, Key::F6);
    key(&mut window, Key::F6);
    let tabs = window.query_all_by_label("Office 365");
    assert_eq!(tabs.filter(egui_kittest::Node::is_focused).count(), 1);
}
