//! The bulk edit wizard, driven by hand: a small host rehearses and carries out what it asks for,
//! at once, and tells it what came of that.

mod keyboard;
mod pure;
mod results;
mod steps;
mod whole;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CentralPanel, Event, Frame};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{User, UserId};
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::storage::settings::Settings;
use mandate::ui::many::NotRun;
use mandate::ui::outbox::{Origin, Outbox, Request};
use mandate::ui::theme;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::bulk_edit::{self, State};

use crate::support::{Fixture, GLOBAL, NOW, empty, id, roles};

/// A stand-in for the app: one panel, one session, and a worker that takes no time.
pub struct Host {
    pub session: Session,
    pub state: State,
    pub settings: Settings,
    texts: Texts,
    index: UserIndex,
    outbox: Outbox,
    /// What of the screen was asked for.
    pub asked: Vec<UiCommand>,
    /// How often a dry run was asked for.
    pub rehearsals: usize,
    /// What becomes of the next request, other than being done.
    pub fails: Option<NotRun>,
    /// Whether the worker takes its time, and what it was asked meanwhile.
    pub slow: bool,
    pub held: Vec<Request>,
}

impl Host {
    fn new(tenant: Tenant, actor: UserId, people: Arc<[UserId]>) -> Self {
        let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
        session.sign_in(actor).expect("an account that may sign in");
        Self {
            state: State::begin(people),
            settings: Settings::default(),
            index: UserIndex::build(session.tenant(), session.catalogue(), NOW),
            session,
            texts: Texts::new(Language::English).in_utc(),
            outbox: Outbox::default(),
            asked: Vec::new(),
            rehearsals: 0,
            fails: None,
            slow: false,
            held: Vec::new(),
        }
    }

    pub fn user(&self, name: &str) -> &User {
        self.session.tenant().user(id(name)).expect("someone")
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let fill = theme::palette(ui).page;
        let panel = CentralPanel::default().frame(Frame::new().fill(fill).inner_margin(12.0));
        panel.show(ui, |ui| {
            let mut cx = ViewContext {
                texts: &self.texts,
                session: &self.session,
                index: &self.index,
                findings: crate::support::findings(),
                selected: None,
                file: None,
                settings: &self.settings,
                work: None,
                outbox: &mut self.outbox,
            };
            bulk_edit::ui(ui, &mut cx, &mut self.state);
        });
        for request in self.outbox.drain() {
            ui.ctx().request_repaint();
            if self.slow && !matches!(request, Request::Ui(_)) {
                self.held.push(request);
            } else {
                self.answer(request);
            }
        }
    }

    /// Lets the worker finish what it was asked.
    pub fn finish(&mut self) {
        for request in std::mem::take(&mut self.held) {
            self.answer(request);
        }
    }

    fn answer(&mut self, request: Request) {
        match request {
            Request::Ui(command) => self.asked.push(command),
            Request::Run { .. } => panic!("the wizard is about many"),
            Request::Rehearse { origin, plan } => {
                assert_eq!(origin, Origin::BulkEdit);
                self.rehearsals += 1;
                let command = |tenant: &Tenant, number: usize| plan.command(tenant, number);
                let told = self
                    .session
                    .rehearse_each(plan.len(), &command, &mut |_| true);
                let told = told.expect("someone is signed in").expect("it goes on");
                let answer = self.fails.take().map_or(Ok(told), Err);
                self.state.on_rehearsed(answer);
            }
            Request::RunEach {
                origin,
                plan,
                assent,
            } => {
                assert_eq!(origin, Origin::BulkEdit);
                if let Some(why) = self.fails.take() {
                    self.state.on_submitted(Err(why));
                    return;
                }
                let command = |tenant: &Tenant, number: usize| plan.command(tenant, number);
                let many = self
                    .session
                    .execute_each(plan.len(), &command, &assent, &mut |_| true);
                let many = many.expect("someone is signed in").expect("it goes on");
                self.state.on_submitted(Ok(many));
            }
        }
    }
}

/// The wizard, opened for these people by Anna, a Global Administrator.
pub fn wizard(fixture: &Fixture, people: &[&str]) -> Harness<'static, Host> {
    shown(Host::new(
        fixture.build(),
        id("anna"),
        people.iter().map(|name| id(name)).collect(),
    ))
}

pub fn shown(host: Host) -> Harness<'static, Host> {
    let mut harness = Harness::builder()
        .with_size([1_100.0, 760.0])
        .with_max_steps(30)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, host: &mut Host| host.frame(ui), host);
    harness.run();
    harness
}

/// Anna; Piet, who is mastered in the cloud; Syb, who is not; and Zoe, a guest.
pub fn people() -> Fixture {
    empty()
        .user("anna")
        .holds(GLOBAL)
        .user("piet")
        .but(|user| user.profile.department = Some("ICT".into()))
        .user("syb")
        .synced()
        .user("zoe")
        .guest()
}

pub fn press(harness: &mut Harness<'_, Host>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

pub fn click(harness: &mut Harness<'_, Host>, label: &str) {
    press(harness, Role::Button, label);
}

pub fn choose(harness: &mut Harness<'_, Host>, label: &str) {
    press(harness, Role::RadioButton, label);
}

pub fn check(harness: &mut Harness<'_, Host>, label: &str) {
    harness
        .get_by_role_and_label(Role::CheckBox, label)
        .scroll_to_me();
    harness.run();
    press(harness, Role::CheckBox, label);
}

pub fn type_into(harness: &mut Harness<'_, Host>, label: &str, text: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, label)
        .focus();
    harness.run();
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

pub fn is_shown(harness: &Harness<'_, Host>, label: &str) -> bool {
    harness.query_all_by_label(label).next().is_some()
}

fn button<'a>(harness: &'a Harness<'_, Host>, label: &'a str) -> Node<'a> {
    harness.get_by_role_and_label(Role::Button, label)
}

/// Whether a button can be clicked, and what it says when it can't.
pub fn enabled(harness: &Harness<'_, Host>, label: &str) -> Result<(), String> {
    let node = button(harness, label);
    if node.accesskit_node().is_disabled() {
        Err(node.accesskit_node().description().unwrap_or_default())
    } else {
        Ok(())
    }
}

/// What the rows of the results say.
pub fn spoken(harness: &Harness<'_, Host>) -> Vec<String> {
    harness
        .query_all_by_role(Role::Row)
        .filter_map(|row| row.accesskit_node().label())
        .collect()
}

/// Switches the department on and types another.
pub fn department(harness: &mut Harness<'_, Host>, text: &str) {
    check(harness, "Change the department");
    type_into(harness, "Department", text);
}

/// From the details to the results.
pub fn to_results(harness: &mut Harness<'_, Host>) {
    for _ in 0..3 {
        click(harness, "Next");
    }
}
