//! Whole paths through the window with roles that are less than permanent, copied, or kept as a
//! set: from the click to the tenant and back by undo.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::user::{DelegatedAdministration, UserId};
use mandate::ui::View;

use crate::app_support::{Window, click, open_file, settle, until};
use crate::support::partner::{NEW_YEAR, partner_file};
use crate::support::{AUTHENTICATION, EXCHANGE, Less as _, SHAREPOINT, USERS, given, id};

/// Mira, a partner's Global Administrator, looks at someone.
fn mira_looks_at(name: &str) -> Window {
    let mut window = open_file(&partner_file());
    until(&mut window, |app| app.view() == View::SignIn);
    click(&mut window, "Mira Hoekstra, mira@contoso.nl");
    open_person(&mut window, name);
    window
}

fn open_person(window: &mut Window, name: &str) {
    press(window, Key::K);
    window.event(Event::Text(name.to_owned()));
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
}

fn press(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

/// Clicks what may stand below the edge of the panel.
fn far(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).scroll_to_me();
    settle(window);
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    let field = |window: &Window| {
        let field = window.get_by_role_and_label(Role::TextInput, label);
        field.focus();
    };
    field(window);
    settle(window);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Saves, for a reason where one is asked for.
fn save(window: &mut Window, reason: Option<&str>) {
    press(window, Key::Enter);
    if let Some(reason) = reason {
        assert!(window.query_by_label("Confirm and say why").is_some());
        window.event(Event::Text(reason.to_owned()));
        settle(window);
        press(window, Key::Enter);
    }
    assert!(window.query_by_label("Confirm and say why").is_none());
}

fn held(window: &Window, name: &str) -> Vec<RoleAssignment> {
    let open = window.state().document().expect("a tenant is open");
    let principal = Principal::User(id(name));
    open.session.tenant().assignments().of(principal).to_vec()
}

fn level(window: &Window, user: UserId) -> DelegatedAdministration {
    let open = window.state().document().expect("a tenant is open");
    let user = open.session.tenant().user(user);
    user.expect("a person").delegated_administration
}

#[test]
fn a_role_for_a_time_and_back() {
    let mut window = mira_looks_at("kees");
    let before = held(&window, "kees");
    far(
        &mut window,
        Role::Button,
        "Change how Authentication Administrator is held",
    );
    far(&mut window, Role::RadioButton, "For a time");
    type_into(&mut window, "Until", "2026-12-31");
    save(&mut window, Some("until the new colleague begins"));
    let limited = given("kees", AUTHENTICATION)
        .within("nijmegen")
        .until(NEW_YEAR);
    assert!(held(&window, "kees").contains(&limited));
    assert_eq!(held(&window, "kees").len(), before.len());

    window.key_press(Key::Escape);
    settle(&mut window);
    open_person(&mut window, "kees");
    press(&mut window, Key::Z);
    assert_eq!(held(&window, "kees"), before);
}

#[test]
fn what_is_over_is_cleared_away_and_back() {
    let mut window = mira_looks_at("kees");
    let before = held(&window, "kees");
    far(&mut window, Role::Button, "Remove Exchange administrator");
    save(&mut window, None);
    assert_eq!(held(&window, "kees").len(), before.len() - 1);
    assert!(
        held(&window, "kees")
            .iter()
            .all(|held| held.role != EXCHANGE)
    );
    press(&mut window, Key::Z);
    assert_eq!(held(&window, "kees"), before);
}

#[test]
fn copied_roles_and_back() {
    let mut window = mira_looks_at("amal");
    click(&mut window, "Copy roles from…");
    type_into(&mut window, "Search whose roles to copy", "lotte");
    click(
        &mut window,
        "Copy the roles of Lotte Willemsen, lotte@contoso.nl",
    );
    assert_eq!(held(&window, "amal"), []);
    // What changes is in sight.
    let title = window.get_by_label("What changes").rect();
    assert!(title.top() > 0.0 && title.bottom() < 700.0, "{title}");
    save(&mut window, None);
    let roles: [RoleTemplateId; 2] = [EXCHANGE, SHAREPOINT];
    assert_eq!(held(&window, "amal"), roles.map(|role| given("amal", role)));
    press(&mut window, Key::Z);
    assert_eq!(held(&window, "amal"), []);
}

#[test]
fn a_set_is_kept_used_and_taken_back() {
    let mut window = mira_looks_at("lotte");
    click(&mut window, "Role sets");
    type_into(&mut window, "Save the chosen roles as a set", "Intranet");
    click(&mut window, "Save the set");
    let sets = |window: &Window| {
        let open = window.state().document().expect("a tenant is open");
        let sets = open.session.tenant().role_sets();
        sets.keys().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(sets(&window), ["Intranet", "Samenwerking", "Servicedesk"]);
    window.key_press(Key::Escape);
    settle(&mut window);

    open_person(&mut window, "amal");
    click(&mut window, "Role sets");
    click(&mut window, "Use the set Intranet, 2 roles");
    save(&mut window, None);
    assert_eq!(held(&window, "amal").len(), 2);
    press(&mut window, Key::Z);
    assert_eq!(held(&window, "amal"), []);
    press(&mut window, Key::Z);
    assert_eq!(sets(&window), ["Samenwerking", "Servicedesk"]);
}

#[test]
fn delegated_administration_is_shown_in_the_list() {
    let mut window = mira_looks_at("tim");
    let row = |window: &Window| {
        let mut rows = window.query_all_by_role(Role::Row);
        let label = rows.find_map(|row| {
            let label = row.accesskit_node().label()?;
            label.starts_with("Tim de Graaf").then_some(label)
        });
        label.expect("Tim is listed")
    };
    assert!(!row(&window).contains("Delegated"));
    far(&mut window, Role::RadioButton, "Full administration");
    save(&mut window, Some("works for the customers"));
    assert_eq!(level(&window, id("tim")), DelegatedAdministration::Full);
    assert!(row(&window).contains("Delegated: Full"), "{}", row(&window));
    press(&mut window, Key::Z);
    assert_eq!(level(&window, id("tim")), DelegatedAdministration::None);
    assert!(!row(&window).contains("Delegated"));
}

#[test]
fn through_a_group_to_the_groups() {
    let mut window = mira_looks_at("kees");
    far(&mut window, Role::Button, "Show groups");
    assert_eq!(window.state().view(), View::Groups);
    assert_eq!(
        held(&window, "kees")
            .iter()
            .filter(|it| it.role == USERS)
            .count(),
        1
    );
}
