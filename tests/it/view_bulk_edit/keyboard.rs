//! The whole wizard by keyboard alone: no pointer, no click.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mandate::ui::View;

use crate::app_support::{Window, open_sample, settle, until_shown};

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

fn is_at(window: &Window, role: Role, label: &str) -> bool {
    let found = window.query_by_role_and_label(role, label);
    found.is_some_and(|node| node.is_focused())
}

/// Presses Tab until this has the keyboard, and sees that it is in sight.
fn tab_to(window: &mut Window, role: Role, label: &str) {
    for _ in 0..120 {
        if is_at(window, role, label) {
            let rect = window.get_by_role_and_label(role, label).rect();
            assert!(
                rect.top() >= 0.0 && rect.bottom() <= 772.0,
                "{label}: {rect}"
            );
            return;
        }
        key(window, Key::Tab);
    }
    panic!("Tab never comes to `{label}`");
}

#[test]
fn three_people_are_edited_without_a_pointer() {
    let mut window = open_sample();
    write(&mut window, "sanne");
    key(&mut window, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::F);
    write(&mut window, "servicedesk");
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "@rijnzicht klantenservice n");
    key(&mut window, Key::Enter);
    for _ in 0..3 {
        key(&mut window, Key::Space);
        key(&mut window, Key::ArrowDown);
    }
    assert_eq!(window.query_all_by_label("3 selected").count(), 1);
    tab_to(&mut window, Role::Button, "Edit");
    key(&mut window, Key::Enter);
    assert_eq!(window.state().view(), View::BulkEdit);

    // The first control has the keyboard at each step.
    assert!(is_at(&window, Role::CheckBox, "Change the department"));
    key(&mut window, Key::Space);
    key(&mut window, Key::Tab);
    assert!(is_at(&window, Role::TextInput, "Department"));
    write(&mut window, "Servicepunt");
    tab_to(&mut window, Role::Button, "Next");
    key(&mut window, Key::Enter);

    assert!(is_at(&window, Role::RadioButton, "Leave as they are"));
    tab_to(&mut window, Role::RadioButton, "Yes, assign");
    key(&mut window, Key::Space);
    tab_to(&mut window, Role::CheckBox, "Password administrator");
    key(&mut window, Key::Space);
    tab_to(&mut window, Role::Button, "Next");
    key(&mut window, Key::Enter);

    assert!(is_at(
        &window,
        Role::RadioButton,
        "Leave licences as they are"
    ));
    tab_to(&mut window, Role::Button, "Next");
    key(&mut window, Key::Enter);

    until_shown(&mut window, "Will change 3");
    key(&mut window, Key::ArrowDown);
    let mut rows = window.query_all_by_role(Role::Row);
    assert!(rows.any(|row| row.is_focused()), "the list reads its row");
    drop(rows);
    tab_to(&mut window, Role::TextInput, "Reason");
    write(&mut window, "One desk for all");
    tab_to(&mut window, Role::Button, "Submit");
    key(&mut window, Key::Enter);
    until_shown(&mut window, "3 people were changed");
    tab_to(&mut window, Role::Button, "Close");
    key(&mut window, Key::Enter);
    assert_eq!(window.state().view(), View::ActiveUsers);

    let open = window.state().document().expect("a tenant is open");
    let tenant = open.session.tenant();
    let entry = tenant.audit().last().expect("a history");
    assert_eq!(entry.reason.as_deref(), Some("One desk for all"));
    // A department and a role each.
    assert_eq!(entry.items.len(), 6);
    let moved = |department: &str| {
        let users = tenant.users().iter();
        users
            .filter(|user| user.profile.department.as_deref() == Some(department))
            .count()
    };
    assert_eq!(moved("Servicepunt"), 3);
}
