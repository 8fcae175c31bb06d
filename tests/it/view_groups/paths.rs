//! Whole ways through the window: made, given roles, filled, emptied, deleted, and all undone.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::command::Command;
use mandate::domain::decision::Decision;
use mandate::domain::delegation::decide;
use mandate::domain::group::Group;
use mandate::domain::rule::Rule;
use mandate::domain::tenant::{HeldThrough, Tenant};
use mandate::domain::user::UserId;
use mandate::ui::{Launch, View};

use crate::app_support::{Setup, Window, open, open_sample, settle, sign_in, until};
use crate::support::{HELPDESK, context};

const SANNE: (&str, &str) = ("sanne", "Sanne de Vries, sanne.devries@rijnzicht.example");
const FATIMA: (&str, &str) = (
    "fatima",
    "Fatima El Amrani, fatima.elamrani@rijnzicht.example",
);
const DESK: &str = "Rol Servicedesk, Role-assignable, 3 members, 1 owner, Helpdesk Administrator";

fn groups(actor: (&str, &str)) -> Window {
    let mut window = open_sample();
    sign_in(&mut window, actor.0, actor.1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    assert_eq!(window.state().view(), View::Groups);
    window
}

fn click(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

fn button(window: &mut Window, label: &str) {
    click(window, Role::Button, label);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Gives the reason that is asked for.
fn because(window: &mut Window, reason: &str) {
    assert!(shows(window, "Confirm and say why"));
    write(window, reason);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(window);
    assert!(!shows(window, "Confirm and say why"));
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(window);
}

fn tenant(window: &Window) -> &Tenant {
    let open = window.state().document().expect("a tenant is open");
    open.session.tenant()
}

fn person(window: &Window, name: &str) -> UserId {
    let upn = format!("{name}@rijnzicht.example");
    tenant(window).users().by_upn(&upn).expect(name).id
}

fn group<'a>(window: &'a Window, name: &str) -> Option<&'a Group> {
    let mut groups = tenant(window).groups().values();
    groups.find(|group| &*group.name == name)
}

/// What the rules say of Priya, a Helpdesk Administrator, resetting the password of Dennis.
fn priya_resets_dennis(window: &Window) -> Decision {
    let priya = person(window, "priya.ramdin");
    let reset = Command::ResetPassword(person(window, "dennis.groen"));
    decide(&context(), tenant(window), priya, &reset)
}

fn is_disabled(window: &Window, label: &str) -> bool {
    let button = window.get_by_role_and_label(Role::Button, label);
    button.accesskit_node().is_disabled()
}

#[test]
fn a_role_assignable_group_from_its_making_to_its_end() {
    let mut window = groups(SANNE);
    let before = tenant(&window).clone();
    button(&mut window, "Add a group…");
    assert!(is_disabled(&window, "Create"), "it has no name");
    write(&mut window, "Rol Netwerk");
    click(
        &mut window,
        Role::CheckBox,
        "Admin roles can be assigned to this group",
    );
    assert!(shows(&window, "This can't be changed later."));
    button(&mut window, "Create");
    let made = group(&window, "Rol Netwerk").expect("it is made");
    assert!(made.role_assignable && made.members.is_empty());
    let made = made.id;

    // It opened; a role is given, with a reason.
    click(&mut window, Role::Tab, "Roles 0");
    button(&mut window, "Choose roles…");
    click(&mut window, Role::CheckBox, "Password administrator");
    assert!(shows(&window, "Asks for a reason"));
    button(&mut window, "Save…");
    // Not confirmed, nothing that was chosen is lost.
    assert!(shows(&window, "Confirm and say why"));
    window.key_press(Key::Escape);
    settle(&mut window);
    button(&mut window, "Save…");
    because(&mut window, "Network team resets passwords");
    assert!(
        !shows(&window, "Roles of Rol Netwerk"),
        "the question is closed"
    );
    let _ = window.get_by_role_and_label(Role::Tab, "Roles 1");

    // Whoever is added holds it through the group, which asks for a reason as well.
    assert!(priya_resets_dennis(&window).is_allowed());
    click(&mut window, Role::Tab, "Members 0");
    button(&mut window, "Add people…");
    write(&mut window, "dennis");
    click(
        &mut window,
        Role::Row,
        "Dennis Groen, dennis.groen@rijnzicht.example",
    );
    button(&mut window, "Add…");
    because(&mut window, "Joined the network team");
    let dennis = person(&window, "dennis.groen");
    let reaching: Vec<_> = tenant(&window)
        .reaching(dennis)
        .map(|(through, held)| (through, held.role))
        .collect();
    assert_eq!(reaching, [(HeldThrough::Group(made), HELPDESK)]);
    let decision = priya_resets_dennis(&window);
    assert!(decision.refused_by(Rule::RoleAssignableGroupsAreProtected));

    // While it holds a role it is not deleted, and says which.
    button(&mut window, "Delete…");
    assert!(shows(&window, "Roles are assigned to or over Rol Netwerk."));
    assert!(shows(&window, "Helpdesk Administrator"));
    assert!(is_disabled(&window, "Delete"));
    button(&mut window, "Cancel");
    click(&mut window, Role::Tab, "Roles 1");
    button(&mut window, "Revoke Helpdesk Administrator");
    assert!(tenant(&window).reaching(dennis).next().is_none());
    button(&mut window, "Delete…");
    assert!(shows(&window, "Its one member stays."));
    button(&mut window, "Delete");
    assert!(group(&window, "Rol Netwerk").is_none());
    assert!(!shows(&window, "Close details"));

    undo(&mut window);
    undo(&mut window);
    assert_eq!(
        tenant(&window).reaching(dennis).count(),
        1,
        "revoked no more"
    );
    for _ in 0..3 {
        undo(&mut window);
    }
    assert!(tenant(&window).same_state(&before));
}

#[test]
fn a_unit_is_made_filled_scoped_and_emptied() {
    let mut window = groups(SANNE);
    let before = tenant(&window).clone();
    click(&mut window, Role::Tab, "Administrative units 2");
    button(&mut window, "Add an administrative unit…");
    write(&mut window, "Vestiging Tiel");
    click(&mut window, Role::CheckBox, "Restricted management");
    button(&mut window, "Create and add people…");
    // The people are asked for at once.
    assert!(shows(&window, "Add people to Vestiging Tiel"));
    write(&mut window, "dennis");
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    window.key_press(Key::Space);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut window);
    let dennis = person(&window, "dennis.groen");
    let units = tenant(&window).administrative_units();
    let mut units = units.values();
    let unit = units.find(|unit| &*unit.name == "Vestiging Tiel");
    let unit = unit.expect("it is made");
    assert!(unit.restricted && unit.members == [dennis].into());

    // A group gets a role over it.
    click(&mut window, Role::Tab, "Groups 3");
    click(&mut window, Role::Row, DESK);
    click(&mut window, Role::Tab, "Roles 1");
    button(&mut window, "Choose roles…");
    button(&mut window, "Whole tenant");
    button(&mut window, "Within Vestiging Tiel only");
    button(&mut window, "Eligible");
    click(&mut window, Role::CheckBox, "User management administrator");
    button(&mut window, "Save…");
    because(&mut window, "Looks after Tiel");
    let _ = window.get_by_role_and_label(Role::Tab, "Roles 2");

    // The unit shows it, is not deleted for it, and can be rid of it.
    click(&mut window, Role::Tab, "Administrative units 3");
    click(
        &mut window,
        Role::Row,
        "Vestiging Tiel, Restricted management, 1 member, User Administrator · eligible",
    );
    button(&mut window, "Delete…");
    assert!(shows(
        &window,
        "Roles are assigned to or over Vestiging Tiel."
    ));
    assert!(is_disabled(&window, "Delete"));
    button(&mut window, "Cancel");
    click(&mut window, Role::Tab, "Roles over it 1");
    let role = "User Administrator";
    button(&mut window, &format!("Revoke {role} from Rol Servicedesk"));
    assert!(shows(&window, "No roles over it"));
    button(&mut window, "Rename…");
    let field = window.get_by_role_and_label(Role::TextInput, "Name");
    assert!(field.is_focused());
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    write(&mut window, "Tiel");
    window.key_press(Key::Enter);
    settle(&mut window);
    assert!(!shows(&window, "Rename Vestiging Tiel"));
    button(&mut window, "Delete…");
    assert!(shows(&window, "The one person in it stays."));
    button(&mut window, "Delete");
    for _ in 0..6 {
        undo(&mut window);
    }
    assert!(tenant(&window).same_state(&before));
}

#[test]
fn leaving_the_group_that_makes_one_global_administrator_asks() {
    let mut window = groups(SANNE);
    click(&mut window, Role::Row, DESK);
    click(&mut window, Role::Tab, "Roles 1");
    button(&mut window, "Choose roles…");
    click(&mut window, Role::CheckBox, "Global administrator");
    button(&mut window, "Save…");
    because(&mut window, "Incident");
    // Fatima is in it, and Global Administrator by that alone.
    window
        .get_by_label_contains("Signed in as Sanne de Vries")
        .click();
    settle(&mut window);
    button(&mut window, "Switch account…");
    sign_in(&mut window, FATIMA.0, FATIMA.1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    click(&mut window, Role::Tab, "Members 3");
    button(&mut window, "Remove Kevin Smits");
    assert!(!shows(&window, "Confirm and say why"), "it is not hers");
    button(&mut window, "Remove Fatima El Amrani");
    assert!(shows(
        &window,
        "You give up your own Global Administrator role"
    ));
    because(&mut window, "The incident is over");
    let fatima = person(&window, "fatima.elamrani");
    assert!(tenant(&window).reaching(fatima).next().is_none());
    // From here on she changes nothing any more.
    assert!(is_disabled(&window, "Add people…"));
}

#[test]
fn an_open_question_keeps_the_shortcuts_to_itself() {
    let mut window = groups(SANNE);
    button(&mut window, "Add a group…");
    for key in [Key::Num2, Key::K, Key::N] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        settle(&mut window);
        assert_eq!(window.state().view(), View::Groups);
        assert!(shows(&window, "New group"));
        assert!(!shows(&window, "Type a command or a name"));
    }
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!shows(&window, "New group"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    assert_eq!(window.state().view(), View::ActiveUsers);
}

#[test]
fn f6_goes_from_the_list_to_the_details_and_escape_back() {
    let mut window = groups(SANNE);
    window.get_by_role_and_label(Role::Grid, "Groups").focus();
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    window.key_press(Key::F6);
    settle(&mut window);
    assert!(window.get_by_label("Close details").is_focused());
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!shows(&window, "Close details"));
    let mut rows = window.query_all_by_role(Role::Row);
    assert!(
        rows.any(|row| row.is_focused()),
        "the list has the keyboard again"
    );
}

#[test]
fn in_a_narrow_window_the_details_stand_in_place_of_the_list() {
    let mut window = open(Setup {
        launch: Launch::Sample,
        size: [820.0, 560.0],
        ..Setup::default()
    });
    until(&mut window, |app| app.view() == View::SignIn);
    sign_in(&mut window, SANNE.0, SANNE.1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    click(&mut window, Role::Row, DESK);
    assert!(shows(&window, "Close details"));
    assert!(
        window
            .query_by_role_and_label(Role::Grid, "Groups")
            .is_none()
    );
    button(&mut window, "Close details");
    let _ = window.get_by_role_and_label(Role::Grid, "Groups");
    let _ = window.get_by_label(DESK);
}
