//! Roles: what the list, the details, the comparison and the changes show; roles given and taken.

mod catalogue_changes;
mod compared;
mod details;
mod held;
mod list;
mod paths;
mod rules;

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::{Outbox, Request};
use mandate::ui::theme;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::roles;
use mandate::ui::views::roles::State;

use crate::support::{NOW, id};

struct World {
    session: Session,
    index: UserIndex,
    texts: Texts,
    outbox: Outbox,
    state: State,
}

type View = Harness<'static, World>;

/// The view as `actor` sees it, in a language.
fn shown_in(language: Language, tenant: Tenant, actor: &str) -> View {
    let catalogue = crate::support::roles();
    let index = UserIndex::build(&tenant, catalogue, NOW);
    let mut session = Session::opened(tenant, Arc::clone(catalogue), || NOW);
    session
        .sign_in(id(actor))
        .expect("an actor who may sign in");
    let world = World {
        session,
        index,
        texts: Texts::new(language).in_utc(),
        outbox: Outbox::default(),
        state: State::default(),
    };
    let mut harness = Harness::builder()
        .with_size([1_400.0, 900.0])
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
                roles::ui(ui, &mut cx, &mut world.state);
            },
            world,
        );
    harness.run();
    harness
}

fn shown(tenant: Tenant, actor: &str) -> View {
    shown_in(Language::English, tenant, actor)
}

/// The same, with the details of `role` open.
fn open(tenant: Tenant, actor: &str, role: RoleTemplateId) -> View {
    let mut view = shown(tenant, actor);
    view.state_mut().state.show(role);
    view.run();
    view
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

fn fill(view: &mut View, label: &str, text: &str) {
    let field = view.get_by_role_and_label(Role::TextInput, label);
    field.focus();
    view.run();
    view.event(egui::Event::Text(text.to_owned()));
    view.run();
}

fn tells(view: &View, text: &str) -> bool {
    view.query_all_by_label_contains(text).next().is_some()
}

fn asked(view: &mut View) -> Vec<Request> {
    view.state_mut().outbox.drain()
}

/// Why a button can't be used, or nothing when it can.
fn refused(view: &View, label: &str) -> Option<String> {
    let button = view.get_by_role_and_label(Role::Button, label);
    let node = button.accesskit_node();
    node.is_disabled()
        .then(|| node.data().description().unwrap_or_default().to_owned())
}
