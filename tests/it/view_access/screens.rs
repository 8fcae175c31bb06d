//! The tabs on the screen: chosen by typing and clicking, answered, opened.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::effective::Need;
use mandate::domain::office365::Office365Permission;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::UserId;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::{Origin, Outbox, Request};
use mandate::ui::theme;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::access::{self, Question, State, Tab};

use super::{english, session, told};
use crate::support::{GLOBAL, HELPDESK, NOW, SERVICE, given, group_id, id, roles};

struct World {
    session: Session,
    index: UserIndex,
    texts: Texts,
    outbox: Outbox,
    state: State,
}

type View = Harness<'static, World>;

const RESET: Need = Need::Permission(Office365Permission::ResetUserPasswords);

fn shown(tenant: Tenant) -> View {
    let world = World {
        index: UserIndex::build(&tenant, roles(), NOW),
        session: session(tenant, "anna"),
        texts: english(),
        outbox: Outbox::default(),
        state: State::default(),
    };
    let mut view = Harness::builder()
        .with_size([1_100.0, 900.0])
        .with_max_steps(30)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, world: &mut World| {
                let mut cx = ViewContext {
                    file: None,
                    settings: crate::support::settings(),
                    findings: crate::support::findings(),
                    work: None,
                    texts: &world.texts,
                    session: &world.session,
                    index: &world.index,
                    selected: None,
                    outbox: &mut world.outbox,
                };
                access::ui(ui, &mut cx, &mut world.state);
            },
            world,
        );
    view.run();
    view
}

fn asked(question: Question) -> View {
    let mut view = shown(told().build());
    view.state_mut().state.ask(question);
    view.run();
    view
}

fn click(view: &mut View, role: Role, label: &str) {
    view.get_by_role_and_label(role, label).click();
    view.run();
}

/// Clicks the first of the rows that begin with `start`, the lists on the left being first.
fn row(view: &mut View, start: &str) {
    let mut rows = view.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.starts_with(start)
    };
    rows.find(begins)
        .unwrap_or_else(|| panic!("no row begins with `{start}`"))
        .click();
    drop(rows);
    view.run();
}

fn rows(view: &View) -> Vec<String> {
    view.query_all_by_role(Role::Row)
        .filter_map(|row| row.accesskit_node().label())
        .collect()
}

fn tells(view: &View, text: &str) -> bool {
    view.query_all_by_label_contains(text).next().is_some()
}

fn write(view: &mut View, field: &str, text: &str) {
    view.get_by_role_and_label(Role::TextInput, field).focus();
    view.run();
    view.event(Event::Text(text.to_owned()));
    view.run();
}

fn requests(view: &mut View) -> Vec<Request> {
    view.state_mut().outbox.drain()
}

fn ui(command: UiCommand) -> Vec<Request> {
    vec![Request::Ui(command)]
}

fn person(user: UserId) -> Question {
    Question::Person(user)
}

#[test]
fn before_anything_is_asked() {
    let mut view = shown(told().build());
    for (tab, text) in [
        ("What can a person do", "Choose a person"),
        ("Who can …", "Choose what it is about"),
        ("May they …", "Choose what is to be done"),
        ("Least role", "Choose what someone is to be able to do"),
        ("Gaps", "Every task has someone"),
    ] {
        click(&mut view, Role::Tab, tab);
        assert!(tells(&view, text), "{tab}");
    }
    assert_eq!(requests(&mut view), []);
}

#[test]
fn a_person_is_found_by_typing_and_all_that_is_named_opens() {
    let mut view = shown(told().build());
    // The administrators come first; who types finds everybody.
    assert!(!rows(&view).iter().any(|row| row.starts_with("piet")));
    write(&mut view, "Find a person", "piet");
    assert_eq!(rows(&view), ["piet, piet@contoso.nl"]);
    row(&mut view, "piet");
    assert!(tells(&view, "No admin role reaches this person"));
    view.state_mut().state.ask(person(id("kees")));
    view.run();
    row(&mut view, "Helpdesk Administrator, Privileged");
    assert_eq!(requests(&mut view), ui(UiCommand::ShowRole(HELPDESK)));
    click(&mut view, Role::Button, "Open the group Desk");
    let shows = UiCommand::ShowGroup(group_id("Desk"));
    assert_eq!(requests(&mut view), ui(shows));
    click(&mut view, Role::Button, "Open person");
    assert_eq!(requests(&mut view), ui(UiCommand::ShowUser(id("kees"))));
    // A permission opens to the ways it is held, and asks who else can.
    assert_eq!(
        rows(&view)
            .iter()
            .filter(|row| row.starts_with("Helpdesk"))
            .count(),
        1
    );
    row(&mut view, "User passwords (reset), Limited");
    assert_eq!(
        rows(&view)
            .iter()
            .filter(|row| row.starts_with("Helpdesk"))
            .count(),
        2
    );
    click(&mut view, Role::Button, "Who can: User passwords (reset)");
    let asks = UiCommand::AskAccess(Box::new(Question::WhoCan(RESET)));
    assert_eq!(requests(&mut view), ui(asks));
}

#[test]
fn the_keyboard_goes_from_the_search_to_the_answer() {
    let mut view = shown(told().build());
    write(&mut view, "Find a person", "kees");
    view.key_press(Key::Enter);
    view.run();
    assert!(tells(&view, "Through the group Desk"));
    let name = "What can a person do";
    view.get_by_role_and_label(Role::Grid, name).focus();
    view.run();
    view.key_press(Key::ArrowDown);
    view.run();
    // Roles, then the role: Enter opens it, Space the group it comes through.
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(requests(&mut view), ui(UiCommand::ShowRole(HELPDESK)));
    view.key_press(Key::Space);
    view.run();
    let shows = UiCommand::ShowGroup(group_id("Desk"));
    assert_eq!(requests(&mut view), ui(shows));
    view.key_press(Key::Home);
    view.run();
    view.key_press(Key::Space);
    view.run();
    assert!(
        !rows(&view).iter().any(|row| row.starts_with("Helpdesk")),
        "folded"
    );
}

#[test]
fn who_can_is_chosen_by_words_and_exported() {
    let mut view = shown(told().build());
    click(&mut view, Role::Tab, "Who can …");
    write(
        &mut view,
        "Find a permission, task or action",
        "wachtwoord opnieuw instellen",
    );
    row(&mut view, "User passwords (reset)");
    assert!(tells(&view, "5 people can do this now"));
    row(&mut view, "kees, Through the group Desk");
    assert_eq!(requests(&mut view), ui(UiCommand::ShowUser(id("kees"))));
    row(&mut view, "Global Administrator, Privileged, Wholly");
    assert_eq!(requests(&mut view), ui(UiCommand::ShowRole(GLOBAL)));
    row(&mut view, "Desk, 2 members");
    let shows = UiCommand::ShowGroup(group_id("Desk"));
    assert_eq!(requests(&mut view), ui(shows));
    // The chevron hides who is in it.
    click(&mut view, Role::Button, "Hide what is under Desk");
    assert!(!tells(&view, "Through the group Desk"));
    click(&mut view, Role::Button, "Find the least role");
    let asks = UiCommand::AskAccess(Box::new(Question::Least(vec![RESET])));
    assert_eq!(requests(&mut view), ui(asks));
    click(&mut view, Role::Button, "Export…");
    let asked = requests(&mut view);
    let [Request::Ui(UiCommand::Export { name, text })] = asked.as_slice() else {
        panic!("a file is offered: {asked:?}");
    };
    assert_eq!(name, "who-can.csv");
    assert!(text.starts_with("What,Role,Template id,"));
    assert!(text.contains(",kees,kees@contoso.nl,Desk,Whole tenant,Active,,\n"));
}

#[test]
fn an_action_may_be_typed_in_full() {
    let mut view = shown(told().build());
    click(&mut view, Role::Tab, "Who can …");
    let action = "MICROSOFT.directory/users/allProperties/ALLTASKS";
    write(&mut view, "Find a permission, task or action", action);
    view.key_press(Key::Enter);
    view.run();
    assert!(tells(&view, "can do this now"), "{:?}", rows(&view));
    assert!(tells(&view, "anna, Directly"));
}

#[test]
fn may_they_step_by_step() {
    let mut view = shown(told().build());
    click(&mut view, Role::Tab, "May they …");
    let _ = view.get_by_role_and_label(Role::Tab, "Who: anna");
    row(&mut view, "Assign a role");
    assert!(tells(&view, "Choose to whom it is done"));
    row(&mut view, "piet");
    assert!(tells(&view, "Choose which role"));
    write(&mut view, "Find roles", "teams adm");
    row(&mut view, "Teams Administrator");
    assert!(tells(&view, "Assign a role"));
    assert!(tells(&view, "anna → piet → Teams Administrator"));
    assert!(view.query_by_label("Yes").is_some());
    row(&mut view, "Teams Administrator");
    let _ = requests(&mut view);
    // Another actor, who may not.
    click(&mut view, Role::Tab, "Who: anna");
    row(&mut view, "eva");
    assert!(view.query_by_label("No").is_some());
    assert!(tells(
        &view,
        "R1  Only a Global Administrator of the whole tenant"
    ));
    assert!(tells(&view, "The least change that would allow it"));
    row(
        &mut view,
        "Global Administrator, Privileged, Be given this role over: Whole tenant",
    );
    assert_eq!(requests(&mut view), ui(UiCommand::ShowRole(GLOBAL)));
}

#[test]
fn may_they_where_no_role_helps() {
    let mut view = shown(told().user("sync").synced().build());
    click(&mut view, Role::Tab, "May they …");
    row(&mut view, "Edit the display name");
    row(&mut view, "sync");
    assert!(view.query_by_label("No").is_some());
    assert!(tells(&view, "No role would allow this: R25."));
    click(&mut view, Role::Tab, "What: Edit the display name");
    row(&mut view, "Allow sign-in");
    assert!(tells(&view, "Nothing would change"));
}

#[test]
fn least_roles_for_several_needs() {
    let mut view = shown(told().build());
    click(&mut view, Role::Tab, "Least role");
    write(
        &mut view,
        "Find a permission, task or action",
        "inviteGuest",
    );
    view.key_press(Key::Enter);
    view.run();
    assert!(
        rows(&view)
            .iter()
            .any(|row| row.starts_with("1. Guest Inviter"))
    );
    view.get_by_role_and_label(Role::TextInput, "Find a permission, task or action")
        .focus();
    view.run();
    view.key_press_modifiers(Modifiers::COMMAND, Key::A);
    view.event(Event::Text("domains (manage)".to_owned()));
    view.run();
    view.key_press(Key::Enter);
    view.run();
    assert!(
        !rows(&view)
            .iter()
            .any(|row| row.starts_with("1. Guest Inviter"))
    );
    click(&mut view, Role::Button, "Take out Domains (manage)");
    assert!(
        rows(&view)
            .iter()
            .any(|row| row.starts_with("1. Guest Inviter"))
    );
    click(&mut view, Role::Button, "Take out Invite guest users");
    assert!(tells(&view, "Choose what someone is to be able to do"));
}

#[test]
fn a_redundant_role_is_revoked_by_button_and_by_key() {
    let mut view = shown(told().build());
    click(&mut view, Role::Tab, "Gaps");
    click(&mut view, Role::Button, "Roles that add nothing");
    let name = "Revoke Service Support Administrator from sven";
    click(&mut view, Role::Button, name);
    let revoke = vec![Request::Run {
        origin: Origin::View,
        command: Command::RevokeRole(given("sven", SERVICE)),
        assent: Assent::default(),
    }];
    assert_eq!(requests(&mut view), revoke);
    view.get_by_role_and_label(Role::Grid, "Gaps").focus();
    view.run();
    view.key_press(Key::ArrowDown);
    view.run();
    view.key_press(Key::Delete);
    view.run();
    assert_eq!(requests(&mut view), revoke);
}

#[test]
fn the_needs_of_the_least_role_are_those_people_exceed() {
    let mut view = asked(Question::Least(vec![RESET]));
    assert_eq!(view.state().state.tab(), Tab::Least);
    click(&mut view, Role::Tab, "Gaps");
    click(&mut view, Role::Button, "More than needed");
    assert!(
        tells(&view, "People who can do more than is needed: 6"),
        "{:?}",
        rows(&view)
    );
    row(&mut view, "sven");
    assert_eq!(requests(&mut view), ui(UiCommand::ShowUser(id("sven"))));
    click(&mut view, Role::Button, "Show what is under sven");
    assert!(tells(&view, "Serves none of what is needed"));
}
