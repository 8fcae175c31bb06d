//! Making a role of the tenant's own in the Roles view: what is filled in, and whole ways
//! through the window.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::{Assent, apply};
use mandate::domain::custom_role::CustomRole;
use mandate::domain::language::Language;
use mandate::domain::resource_action::ResourceAction;
use mandate::ui::View;
use mandate::ui::views::roles::custom::draft::Draft;

use crate::app_support::{
    Window, click, disabled, fill, give_reason, open_tenant, settle, tells, tenant_of,
};
use crate::custom_roles::{CREATE, PASSWORDS, TICKETS, make};
use crate::support::{
    Fixture, GLOBAL, HELPDESK, USERS, context, custom_role, fixture, id, role_id, roles,
};

/// The words for [`TICKETS`] and [`CREATE`], written by hand in `roles/action-words.ron`.
const TICKETS_WORDS: &str = "Fully manage Microsoft 365 support tickets";
const CREATE_WORDS: &str = "Create users, Privileged";

fn named(name: &str) -> String {
    format!("Copy of {name}")
}

#[test]
fn a_clone_allows_what_the_role_does_under_a_free_name() {
    let mut tenant = fixture().build();
    let taken = CustomRole {
        name: "copy of helpdesk administrator".into(),
        ..custom_role("Eerder", &[TICKETS])
    };
    let because = Assent::because("it is needed");
    apply(&context(), &mut tenant, id("anna"), &make(taken), &because).expect("it is made");
    let clone = Draft::clone_of(roles(), &tenant, HELPDESK, Language::English, &named);
    let clone = clone.expect("its actions are known");
    assert_eq!(clone.name, "Copy of Helpdesk Administrator 2");
    assert_ne!(clone.id(), HELPDESK);
    // The facts give Helpdesk Administrator 9 actions, passwords among them.
    assert_eq!(clone.actions.len(), 9);
    let passwords = ResourceAction::parse(PASSWORDS).expect("an action");
    assert!(clone.actions.contains(&passwords));
}

#[test]
fn a_clone_of_the_tenants_own_keeps_what_no_list_has() {
    let gone = "microsoft.gone/things/do";
    let tenant = fixture().custom_role("Oud", &[gone, TICKETS]).build();
    let catalogue = roles().for_tenant(&tenant);
    let clone = Draft::clone_of(
        &catalogue,
        &tenant,
        role_id("Oud"),
        Language::English,
        &named,
    );
    let clone = clone.expect("it is the tenant's own");
    assert_eq!(clone.actions, custom_role("Oud", &[gone, TICKETS]).actions);
    let sum = clone.sum(&catalogue);
    assert_eq!((sum.actions.len(), sum.unlisted), (1, 1));
}

#[test]
fn a_draft_knows_what_makes_it_privileged() {
    let mut draft = Draft::of(&custom_role("Nieuw", &[TICKETS]));
    assert_eq!(draft.sum(roles()).privileged, Vec::<String>::new());
    draft
        .actions
        .insert(ResourceAction::parse(CREATE).expect("an action"));
    assert_eq!(draft.sum(roles()).privileged, [CREATE]);
}

#[test]
fn what_is_typed_is_trimmed() {
    let mut draft = Draft::of(&custom_role("Nieuw", &[TICKETS]));
    draft.name = "  Balie ".to_owned();
    draft.description = " \n".to_owned();
    let role = draft.role();
    assert_eq!((&*role.name, &*role.description), ("Balie", ""));
}

fn roles_view(tenant: &Fixture, actor: &str) -> (Window, tempfile::TempDir) {
    let (mut window, folder) = open_tenant(&tenant.build(), actor);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    settle(&mut window);
    assert_eq!(window.state().view(), View::Roles);
    (window, folder)
}

fn tick(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::CheckBox, label).click();
    settle(window);
}

fn is_ticked(window: &Window, label: &str) -> bool {
    let found = window.get_by_role_and_label(Role::CheckBox, label);
    found.accesskit_node().toggled() == Some(Toggled::True)
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(window);
}

fn own_names(window: &Window) -> Vec<String> {
    let own = tenant_of(window).custom_roles().values();
    own.map(|role| role.name.to_string()).collect()
}

#[test]
fn a_role_is_made_shown_and_undone() {
    let (mut window, _folder) = roles_view(&fixture(), "anna");
    click(&mut window, "New custom role");
    assert!(disabled(&window, "Save").is_some(), "nothing is filled in");
    fill(&mut window, "Name", "Balie");
    fill(&mut window, "Description", "Wat binnenkomt");
    fill(
        &mut window,
        "Search by words or action",
        "supporttickets/allent",
    );
    tick(&mut window, TICKETS_WORDS);
    assert!(tells(&window, "1 action chosen"));
    assert!(tells(&window, "Support tickets (manage)"));
    click(&mut window, "Save");
    let own = tenant_of(&window).custom_roles();
    let [role] = &own.values().collect::<Vec<_>>()[..] else {
        panic!("one role");
    };
    assert_eq!(
        (&*role.name, &*role.description),
        ("Balie", "Wat binnenkomt")
    );
    assert_eq!(role.actions, custom_role("", &[TICKETS]).actions);
    assert!(
        disabled(&window, "Change").is_none(),
        "its details are open"
    );
    undo(&mut window);
    assert!(tenant_of(&window).custom_roles().is_empty());
}

#[test]
fn a_privileged_one_asks_for_a_reason() {
    let (mut window, _folder) = roles_view(&fixture(), "anna");
    click(&mut window, "New custom role");
    fill(&mut window, "Name", "Instroom");
    fill(&mut window, "Search by words or action", "users/create");
    tick(&mut window, CREATE_WORDS);
    assert!(tells(&window, "Privileged, because it allows"));
    click(&mut window, "Save");
    give_reason(&mut window, "Onboarding");
    assert_eq!(own_names(&window), ["Instroom"]);
    let entry = &tenant_of(&window).audit()[0];
    assert_eq!(entry.reason.as_deref(), Some("Onboarding"));
}

#[test]
fn one_of_the_tenants_own_is_changed_and_deleted() {
    let tenant = fixture().custom_role("Balie", &[TICKETS]);
    let (mut window, _folder) = roles_view(&tenant, "anna");
    open_role(&mut window, "balie");
    click(&mut window, "Change");
    assert!(is_ticked(&window, TICKETS_WORDS), "what is chosen is shown");
    assert!(disabled(&window, "Save").is_some(), "nothing changed yet");
    fill(&mut window, "Name", "Meldingen");
    click(&mut window, "Save");
    assert_eq!(own_names(&window), ["Meldingen"]);
    undo(&mut window);
    assert_eq!(own_names(&window), ["Balie"]);
    click(&mut window, "Delete");
    assert!(tells(&window, "Delete the custom role Balie?"));
    dialog_button(&mut window, "Delete");
    assert!(tenant_of(&window).custom_roles().is_empty());
    undo(&mut window);
    assert_eq!(own_names(&window), ["Balie"]);
}

#[test]
fn a_built_in_one_is_cloned_and_not_changed() {
    let (mut window, _folder) = roles_view(&fixture(), "anna");
    open_role(&mut window, "helpdesk administrator");
    assert!(
        window
            .query_by_role_and_label(Role::Button, "Change")
            .is_none()
    );
    click(&mut window, "Clone");
    assert!(tells(&window, "9 actions chosen"));
    click(&mut window, "Save");
    give_reason(&mut window, "Servicedesk");
    assert_eq!(own_names(&window), ["Copy of Helpdesk Administrator"]);
}

#[test]
fn only_a_global_administrator_is_let() {
    let tenant = fixture()
        .user("ursula")
        .holds(USERS)
        .custom_role("Balie", &[TICKETS]);
    let (mut window, _folder) = roles_view(&tenant, "ursula");
    let why = disabled(&window, "New custom role").expect("it is refused");
    assert!(why.contains("R1"), "{why}");
    open_role(&mut window, "balie");
    for button in ["Clone", "Change", "Delete"] {
        let why = disabled(&window, button).unwrap_or_else(|| panic!("{button} is refused"));
        assert!(why.contains("R1"), "{why}");
    }
}

#[test]
fn a_role_that_is_held_stays_and_says_why() {
    let tenant = fixture()
        .custom_role("Balie", &[TICKETS])
        .user("kees")
        .holds(role_id("Balie"));
    let (mut window, _folder) = roles_view(&tenant, "anna");
    open_role(&mut window, "balie");
    click(&mut window, "Delete");
    dialog_button(&mut window, "Delete");
    assert_eq!(own_names(&window), ["Balie"]);
    assert!(tells(&window, "is still assigned"));
    assert!(tenant_of(&window).user(id("kees")).is_some());
    let held = tenant_of(&window).assignments().of_role(GLOBAL).count();
    assert_eq!(held, 1);
}

/// Finds a role and opens its details.
fn open_role(window: &mut Window, typed: &str) {
    fill(window, "Search roles and what they can do", typed);
    window.key_press(Key::Enter);
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
    assert!(
        window
            .query_by_role_and_label(Role::Button, "Clone")
            .is_some(),
        "its details are open"
    );
}

/// Presses a button of the question that stands over the view.
fn dialog_button(window: &mut Window, label: &str) {
    let found = window.query_all_by_role_and_label(Role::Button, label);
    found.last().expect("the question's button").click();
    settle(window);
}

/// Presses a key and lets what it does happen.
fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn write(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

/// What has the keyboard, as a screen reader calls it.
fn focused(window: &Window) -> String {
    let mut found = window.query_all_by(|node| node.is_focused() && node.label().is_some());
    let found = found.next();
    found
        .and_then(|node| node.accesskit_node().label())
        .unwrap_or_default()
}

#[test]
fn the_keyboard_alone_makes_one() {
    let (mut window, _folder) = roles_view(&fixture(), "anna");
    let mut steps = 0;
    while focused(&window) != "New custom role" {
        press(&mut window, Modifiers::NONE, Key::Tab);
        steps += 1;
        assert!(steps < 60, "Tab never comes to it");
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&window), "Name");
    write(&mut window, "Balie");
    press(&mut window, Modifiers::NONE, Key::Tab);
    write(&mut window, "Wat binnenkomt");
    press(&mut window, Modifiers::NONE, Key::Tab);
    write(&mut window, "office365.supporttickets/allent");
    // The arrow goes into the list, Space chooses, and Escape would leave what is chosen.
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).starts_with(TICKETS_WORDS));
    press(&mut window, Modifiers::NONE, Key::Space);
    assert!(is_ticked(&window, TICKETS_WORDS));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(tells(&window, "Nothing is saved yet"));
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(own_names(&window), ["Balie"]);
    let own = tenant_of(&window).custom_roles();
    let role = own.values().next().expect("it is made");
    assert_eq!(&*role.description, "Wat binnenkomt");
    assert_eq!(role.actions, custom_role("", &[TICKETS]).actions);
}

#[test]
fn escape_leaves_it_once_nothing_or_when_told() {
    let (mut window, _folder) = roles_view(&fixture(), "anna");
    let button = window.get_by_role_and_label(Role::Button, "New custom role");
    button.focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&window), "Name");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(
        focused(&window),
        "New custom role",
        "it has the keyboard again"
    );
    assert!(
        !tells(&window, "Search by words or action"),
        "nothing to lose"
    );
    click(&mut window, "New custom role");
    write(&mut window, "Balie");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(
        tells(&window, "Search by words or action"),
        "it would be lost"
    );
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!tells(&window, "Search by words or action"));
    assert_eq!(own_names(&window), Vec::<String>::new());
}

#[test]
fn what_saves_is_in_sight() {
    let (mut window, _folder) = roles_view(&fixture(), "anna");
    open_role(&mut window, "global administrator");
    // The most there can be told: all that is privileged, and all fifteen permissions.
    click(&mut window, "Clone");
    for name in ["Save", "Cancel"] {
        let button = window.get_by_role_and_label(Role::Button, name);
        let bottom = button.rect().bottom();
        assert!(bottom < 780.0, "{name} ends at {bottom} of 800");
    }
}

#[test]
fn all_that_can_be_done_with_one_is_in_sight() {
    let tenant = fixture().custom_role("Balie", &[TICKETS]);
    let (mut window, _folder) = roles_view(&tenant, "anna");
    open_role(&mut window, "balie");
    for name in ["Assign…", "Compare", "Clone", "Change", "Delete"] {
        let button = window.get_by_role_and_label(Role::Button, name);
        let right = button.rect().right();
        assert!(right < 1260.0, "{name} ends at {right} of 1280");
    }
}
