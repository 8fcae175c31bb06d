//! Whole ways through the window: asked, opened, come back to, changed and taken back.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::ui::View;

use super::told;
use crate::app_support::{Window, click, fill, open_tenant, settle, tells};

fn shortcut(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

fn tab(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Tab, name).click();
    settle(window);
}

fn row(window: &mut Window, start: &str) {
    let mut rows = window.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.starts_with(start)
    };
    rows.find(begins)
        .unwrap_or_else(|| panic!("no row begins with `{start}`"))
        .click();
    drop(rows);
    settle(window);
}

#[test]
fn ask_open_a_person_and_come_back() {
    let (mut window, _folder) = open_tenant(&told().build(), "anna");
    shortcut(&mut window, Key::Num6);
    assert_eq!(window.state().view(), View::Access);
    row(&mut window, "kees");
    row(&mut window, "User passwords (reset), Limited");
    // Who else can: the other question, with its answer.
    click(&mut window, "Who can: User passwords (reset)");
    assert_eq!(window.state().view(), View::Access);
    assert!(tells(&window, "5 people can do this now"));
    row(&mut window, "nora, Through the group Desk");
    assert_eq!(window.state().view(), View::ActiveUsers);
    assert!(tells(&window, "nora@contoso.nl"));
    shortcut(&mut window, Key::Num6);
    assert!(tells(&window, "5 people can do this now"), "as it was left");
    row(&mut window, "Desk, 2 members");
    assert_eq!(window.state().view(), View::Groups);
    shortcut(&mut window, Key::Num6);
    tab(&mut window, "What can a person do");
    assert!(
        tells(&window, "Through the group Desk"),
        "Kees is still shown"
    );
}

#[test]
fn answers_follow_the_tenant_and_its_history() {
    let (mut window, _folder) = open_tenant(&told().build(), "anna");
    shortcut(&mut window, Key::Num6);
    tab(&mut window, "Gaps");
    click(&mut window, "Roles that add nothing");
    assert!(tells(&window, "Roles that add nothing: 1"));
    click(
        &mut window,
        "Revoke Service Support Administrator from sven",
    );
    assert!(tells(&window, "Every role adds something"));
    shortcut(&mut window, Key::Z);
    assert!(tells(&window, "Roles that add nothing: 1"));
    shortcut(&mut window, Key::Num6);

    // Another answer, while a role comes and goes elsewhere.
    tab(&mut window, "Who can …");
    fill(
        &mut window,
        "Find a permission, task or action",
        "inviteGuest",
    );
    row(&mut window, "Invite guest users");
    let counted = |window: &Window| {
        let mut told = window.query_all_by_label_contains("can do this now");
        told.next().and_then(|node| {
            node.accesskit_node()
                .value()
                .or_else(|| node.accesskit_node().label())
        })
    };
    let before = counted(&window).expect("an answer");
    tab(&mut window, "Gaps");
    click(
        &mut window,
        "Revoke Service Support Administrator from sven",
    );
    tab(&mut window, "Who can …");
    assert_eq!(counted(&window), Some(before), "that role invites nobody");
}

#[test]
fn may_they_follows_what_is_assigned() {
    let (mut window, _folder) = open_tenant(&told().build(), "anna");
    shortcut(&mut window, Key::Num6);
    tab(&mut window, "May they …");
    fill(&mut window, "Find an operation", "revoke");
    row(&mut window, "Revoke a role");
    row(&mut window, "sven");
    fill(&mut window, "Find roles", "service support");
    row(&mut window, "Service Support Administrator");
    assert!(window.query_by_label("Yes").is_some());
    tab(&mut window, "Gaps");
    click(&mut window, "Roles that add nothing");
    click(
        &mut window,
        "Revoke Service Support Administrator from sven",
    );
    tab(&mut window, "May they …");
    assert!(tells(&window, "Nothing would change"));
    shortcut(&mut window, Key::Z);
    assert!(window.query_by_label("Yes").is_some(), "he holds it again");
}
