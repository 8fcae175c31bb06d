//! Active users: what is shown, found, filtered, sorted, checked, and what a rule disables.

mod commands;

use std::sync::Arc;

use egui::accesskit::{Role, SortDirection};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::user::UserId;
use mandate::i18n::Texts;
use mandate::sample;
use mandate::session::Session;
use mandate::ui::outbox::{Outbox, Request};
use mandate::ui::theme;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::active_users::rows::{Standing, rows};
use mandate::ui::views::active_users::{self, State};

use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, TOMORROW, empty, fixture, id,
    roles,
};

struct World {
    session: Session,
    index: UserIndex,
    texts: Texts,
    selected: Option<UserId>,
    outbox: Outbox,
    state: State,
}

impl World {
    fn new(tenant: Tenant, actor: Option<UserId>) -> Self {
        let index = UserIndex::build(&tenant, roles(), NOW);
        let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
        if let Some(actor) = actor {
            session.sign_in(actor).expect("an actor who may sign in");
        }
        Self {
            session,
            index,
            texts: Texts::new(Language::English).in_utc(),
            selected: None,
            outbox: Outbox::default(),
            state: State::default(),
        }
    }
}

fn shown(world: World) -> Harness<'static, World> {
    let mut harness = Harness::builder()
        .with_size([1_700.0, 800.0])
        .with_max_steps(30)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, world: &mut World| {
                let mut cx = ViewContext {
                    file: None,
                    settings: crate::support::settings(),
                    work: None,
                    texts: &world.texts,
                    session: &world.session,
                    index: &world.index,
                    findings: crate::support::findings(),
                    selected: world.selected,
                    outbox: &mut world.outbox,
                };
                active_users::ui(ui, &mut cx, &mut world.state);
            },
            world,
        );
    harness.run();
    harness
}

fn people() -> Fixture {
    let person = |fixture: Fixture, name: &str, shown: &str| {
        fixture
            .user(name)
            .but(|user| user.profile.display_name = shown.into())
    };
    let tenant = person(empty(), "anna", "Anna de Vries").holds(GLOBAL);
    let tenant = person(tenant, "piet", "Piet Jansen").holds(HELPDESK);
    let tenant = person(tenant, "zoe", "Zoë Öztürk").guest();
    let tenant = person(tenant, "bram", "Bram Bakker").blocked();
    person(tenant, "chloe", "Chloé Visser")
        .unreachable()
        .but(|user| user.last_sign_in = Some(Timestamp(NOW.0 - 120)))
}

/// The names in the rows that are drawn, from top to bottom.
fn names(harness: &Harness<'_, World>) -> Vec<String> {
    harness
        .query_all_by_role(Role::Row)
        .filter_map(|row| row.accesskit_node().label())
        .filter_map(|label| label.split(", ").next().map(str::to_owned))
        .collect()
}

fn click(harness: &mut Harness<'_, World>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<Request> {
    harness.state_mut().outbox.drain()
}

fn type_in_search(harness: &mut Harness<'_, World>, text: &str) {
    harness.state_mut().state.focus_search();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text(text);
    harness.run();
}

#[test]
fn rows_say_who_someone_is() {
    let harness = shown(World::new(people().build(), Some(id("anna"))));
    for label in [
        "Anna de Vries, anna@contoso.nl, Global Administrator",
        "Piet Jansen, piet@contoso.nl, Helpdesk Administrator",
        "Bram Bakker, bram@contoso.nl, User, Sign-in blocked",
    ] {
        let _ = harness.get_by_label(label);
    }
    let _ = harness.get_by_label("5 users");
    let _ = harness.get_by_role_and_label(Role::Grid, "People");
    assert_eq!(
        names(&harness),
        [
            "Anna de Vries",
            "Bram Bakker",
            "Chloé Visser",
            "Piet Jansen",
            "Zoë Öztürk"
        ]
    );
}

#[test]
fn typing_narrows_and_escape_widens() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    type_in_search(&mut harness, "ozt");
    assert_eq!(names(&harness), ["Zoë Öztürk"]);
    let _ = harness.get_by_label("1 of 5 users");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(names(&harness).len(), 5);
}

#[test]
fn nobody_found_offers_the_way_back() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    type_in_search(&mut harness, "nobody");
    let _ = harness.get_by_label("No one matches");
    click(&mut harness, "Clear filters");
    assert_eq!(names(&harness).len(), 5);
}

#[test]
fn an_empty_tenant_says_what_would_be_here() {
    let harness = shown(World::new(empty().build(), None));
    let _ = harness.get_by_label("No users yet");
    assert!(harness.query_by_label("Clear filters").is_none());
}

#[test]
fn filter_chips_carry_counts_and_filter() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    click(&mut harness, "Guests 1");
    assert_eq!(names(&harness), ["Zoë Öztürk"]);
    click(&mut harness, "Guests 1");
    click(&mut harness, "Administrators 2");
    assert_eq!(names(&harness), ["Anna de Vries", "Piet Jansen"]);
    click(&mut harness, "All 5");
    assert_eq!(names(&harness).len(), 5);
    click(&mut harness, "Role");
    click(&mut harness, "Helpdesk Administrator (1)");
    assert_eq!(names(&harness), ["Piet Jansen"]);
}

#[test]
fn a_header_sorts_one_way_and_the_other() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    let header = |harness: &Harness<'_, World>, name: &str| {
        let header = harness.get_by_role_and_label(Role::ColumnHeader, name);
        header.accesskit_node().data().sort_direction()
    };
    assert_eq!(header(&harness, "Name"), Some(SortDirection::Ascending));
    click(&mut harness, "Name");
    assert_eq!(names(&harness)[0], "Zoë Öztürk");
    assert_eq!(header(&harness, "Name"), Some(SortDirection::Descending));
    click(&mut harness, "Sign-in");
    assert_eq!(names(&harness)[0], "Bram Bakker");
    assert_eq!(header(&harness, "Name"), None);
    click(&mut harness, "Last sign-in");
    assert_eq!(names(&harness)[0], "Chloé Visser");
    click(&mut harness, "Contact");
    assert_eq!(names(&harness)[0], "Chloé Visser");
    click(&mut harness, "Roles");
    assert_eq!(names(&harness)[..2], ["Anna de Vries", "Piet Jansen"]);
    click(&mut harness, "User name");
    assert_eq!(names(&harness)[0], "Anna de Vries");
}

#[test]
fn a_row_opens_by_click_and_by_key() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    click(
        &mut harness,
        "Piet Jansen, piet@contoso.nl, Helpdesk Administrator",
    );
    let open = |name| vec![Request::Ui(UiCommand::ShowUser(id(name)))];
    assert_eq!(asked(&mut harness), open("piet"));
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(asked(&mut harness), open("zoe"));
    harness.key_press(Key::Home);
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::Space);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(asked(&mut harness), open("bram"));
    assert_eq!(harness.state().state.checked(), 1);
}

#[test]
fn the_keyboard_goes_from_the_search_box_into_the_list() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    type_in_search(&mut harness, "visser");
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let expected = [Request::Ui(UiCommand::ShowUser(id("chloe")))];
    assert_eq!(asked(&mut harness), expected);
}

#[test]
fn the_keyboard_reaches_every_row_of_a_long_list() {
    let tenant = sample::generate(3_000, 5).expect("a sample");
    let mut harness = shown(World::new(tenant, None));
    let first = names(&harness);
    assert!(first.len() < 30, "only what is visible is drawn");
    harness.state_mut().state.focus_search();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    let last = names(&harness);
    assert_ne!(first, last);
    harness.key_press(Key::PageUp);
    harness.run();
    assert_eq!(
        names(&harness),
        last,
        "the top of the page was visible already"
    );
    harness.key_press(Key::PageUp);
    harness.run();
    assert_ne!(names(&harness), last);
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(names(&harness), first);
}

#[test]
fn checking_one_a_range_and_everyone() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    click(&mut harness, "Select Anna de Vries");
    harness
        .get_by_label("Select Chloé Visser")
        .click_modifiers(Modifiers::SHIFT);
    harness.run();
    let _ = harness.get_by_label("3 selected");
    click(&mut harness, "Select everyone shown");
    let _ = harness.get_by_label("5 selected");
    click(&mut harness, "5 selected");
    assert_eq!(harness.state().state.checked(), 0);
}

#[test]
fn a_role_says_how_it_is_held() {
    let tenant = fixture()
        .user("eva")
        .holds(EXCHANGE)
        .eligible()
        .holds(BILLING)
        .until(NOW)
        .group("Helpdesk team", &["eva"])
        .holds(HELPDESK)
        .until(TOMORROW)
        .build();
    let people = rows(&tenant, roles(), Language::English, NOW, &[2]);
    let marks: Vec<_> = people[0]
        .roles
        .iter()
        .map(|mark| (mark.label(), mark.standing, mark.by_group()))
        .collect();
    let mark = |name: &str, standing, by_group| (name.to_owned(), standing, by_group);
    assert_eq!(
        marks,
        [
            mark("Helpdesk Administrator", Standing::InForce, true),
            mark("Exchange Administrator", Standing::Eligible, false),
            mark("Billing Administrator", Standing::Expired, false),
        ]
    );
    let harness = shown(World::new(tenant, None));
    let _ = harness.get_by_label(
        "eva, eva@contoso.nl, Helpdesk Administrator · by group, \
         Exchange Administrator · eligible, Billing Administrator · expired",
    );
    let again = harness.query_by_label("Helpdesk Administrator · by group");
    assert!(again.is_none(), "the row tells it, and its chip not again");
}

#[test]
fn a_long_name_leaves_room_for_the_rest() {
    let long = "Maximiliaan ".repeat(5);
    let tenant = fixture()
        .user("long")
        .but(|user| user.profile.display_name = long.as_str().into())
        .build();
    let harness = shown(World::new(tenant, None));
    assert!(names(&harness).contains(&long));
}
