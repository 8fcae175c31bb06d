//! Groups and units: what the lists and the details show, and what a rule disables.

mod details;
mod large;
mod lists;
mod paths;
mod rules;
pub mod screens;

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::{Origin, Outbox, Request};
use mandate::ui::theme;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::groups;
use mandate::ui::views::groups::State;
use mandate::ui::views::groups::rows::Subject;

use crate::support::{
    EXCHANGE, Fixture, HELPDESK, Less as _, NOW, SHAREPOINT, USERS, YESTERDAY, fixture, given,
    given_to_group, group_id, id, roles, unit_id,
};

struct World {
    session: Session,
    index: UserIndex,
    texts: Texts,
    outbox: Outbox,
    state: State,
}

impl World {
    fn new(tenant: Tenant, actor: &str) -> Self {
        let index = UserIndex::build(&tenant, roles(), NOW);
        let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
        session
            .sign_in(id(actor))
            .expect("an actor who may sign in");
        Self {
            session,
            index,
            texts: Texts::new(Language::English).in_utc(),
            outbox: Outbox::default(),
            state: State::default(),
        }
    }
}

type View = Harness<'static, World>;

fn shown(tenant: Tenant, actor: &str) -> View {
    let mut harness = Harness::builder()
        .with_size([1_100.0, 760.0])
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
                    selected: None,
                    outbox: &mut world.outbox,
                };
                groups::ui(ui, &mut cx, &mut world.state);
            },
            World::new(tenant, actor),
        );
    harness.run();
    harness
}

/// The same, with the details of `subject` open.
fn open(tenant: Tenant, actor: &str, subject: Subject) -> View {
    let mut view = shown(tenant, actor);
    view.state_mut().state.show(subject);
    view.run();
    view
}

fn group(name: &str) -> Subject {
    Subject::Group(group_id(name))
}

fn unit(name: &str) -> Subject {
    Subject::Unit(unit_id(name))
}

/// A role-assignable group, an ordinary one, two units, and someone for each role.
fn told() -> Fixture {
    fixture()
        .user("eva")
        .holds(USERS)
        .user("sam")
        .holds(SHAREPOINT)
        .group("Desk", &["piet", "eva"])
        .owned_by(&["anna"])
        .holds(HELPDESK)
        .holds(EXCHANGE)
        .until(YESTERDAY)
        .group("Choir", &["sam"])
        .ordinary()
        .unit("North", &["piet"])
        .unit("Board", &["anna", "eva", "sam"])
        .restricted()
        .with(given("eva", USERS).within("North"))
        .with(given_to_group("Desk", HELPDESK).eligible().within("North"))
}

fn labels(view: &View, role: Role) -> Vec<String> {
    view.query_all_by_role(role)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn click(view: &mut View, role: Role, label: &str) {
    view.get_by_role_and_label(role, label).click();
    view.run();
}

fn asked(view: &mut View) -> Vec<Request> {
    view.state_mut().outbox.drain()
}

fn run(command: Command) -> Vec<Request> {
    vec![Request::Run {
        origin: Origin::View,
        command,
        assent: Assent::default(),
    }]
}

/// Why a button can't be used, or nothing when it can.
fn refused(view: &View, label: &str) -> Option<String> {
    let button = view.get_by_role_and_label(Role::Button, label);
    let node = button.accesskit_node();
    node.is_disabled()
        .then(|| node.data().description().unwrap_or_default().to_owned())
}
