//! The role editor, driven by hand: a small host runs what it asks for and tells it what came
//! of that, as the app does.

mod conduct;
mod drafts;
mod moments;
mod picker;
mod sources;
mod ways;
mod width;

use std::sync::Arc;

use egui::{Frame, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::{Assent, Refusal};
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::UserId;
use mandate::i18n::Texts;
use mandate::session::{ExecuteError, Session};
use mandate::ui::outbox::{Origin, Outbox, Request};
use mandate::ui::theme;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::role_editor::{self, State};

use crate::support::{self, NOW};

/// A stand-in for the app: one panel, one session.
pub struct Host {
    pub session: Session,
    pub state: State,
    pub texts: Texts,
    index: UserIndex,
    outbox: Outbox,
    /// What is answered when a reason is asked for.
    pub reason: Option<&'static str>,
    /// How often something was run.
    pub runs: usize,
    /// What was run for the editor.
    pub commands: Vec<Command>,
    /// What of the screen was asked for.
    pub asked: Vec<UiCommand>,
    /// How much wider than its panel the editor was drawn at most.
    pub excess: f32,
}

impl Host {
    /// `actor` looks at `person` of `tenant`.
    pub fn new(tenant: Tenant, actor: UserId, person: UserId) -> Self {
        let mut session = Session::opened(tenant, Arc::clone(support::roles()), || NOW);
        session.sign_in(actor).expect("an account that may sign in");
        Self {
            state: State::open(person, &session),
            index: UserIndex::build(session.tenant(), session.catalogue(), NOW),
            session,
            texts: Texts::new(Language::English).in_utc(),
            outbox: Outbox::default(),
            reason: None,
            runs: 0,
            commands: Vec::new(),
            asked: Vec::new(),
            excess: 0.0,
        }
    }

    /// The same in Dutch.
    pub fn in_dutch(mut self) -> Self {
        self.texts.set_language(Language::Dutch);
        self
    }

    /// The permanent roles of a person.
    pub fn roles_of(&self, name: &str) -> Vec<RoleTemplateId> {
        let held = self.session.tenant().assignments();
        let principal = mandate::domain::role::Principal::User(support::id(name));
        held.of(principal).iter().map(|held| held.role).collect()
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let fill = theme::palette(ui).surface;
        let panel = egui::CentralPanel::default().frame(Frame::new().fill(fill));
        panel.show(ui, |ui| {
            let mut cx = ViewContext {
                file: None,
                settings: crate::support::settings(),
                work: None,
                texts: &self.texts,
                session: &self.session,
                index: &self.index,
                findings: crate::support::findings(),
                selected: Some(self.state.user()),
                outbox: &mut self.outbox,
            };
            let right = ui.max_rect().right();
            role_editor::ui(ui, &mut cx, &mut self.state);
            self.excess = self.excess.max(ui.min_rect().right() - right);
        });
        for request in self.outbox.drain() {
            match request {
                Request::Ui(command) => self.asked.push(command),
                Request::Run {
                    origin: Origin::View,
                    command,
                    assent,
                } => {
                    let outcome = self.session.execute(&command, &assent);
                    outcome.expect("what is asked for may be");
                    self.state.tenant_changed(&self.session);
                }
                Request::Run {
                    origin,
                    command,
                    assent,
                } => {
                    assert_eq!(origin, Origin::RoleEditor);
                    self.commands.push(command.clone());
                    self.run(&command, &assent);
                }
                Request::Rehearse { .. } | Request::RunEach { .. } => {
                    panic!("the editor is about one person");
                }
            }
        }
    }

    fn run(&mut self, command: &Command, assent: &Assent) {
        self.runs += 1;
        let mut outcome = self.session.execute(command, assent);
        let asks = matches!(outcome, Err(ExecuteError::Refused(Refusal::NeedsReason(_))));
        if let (true, Some(reason)) = (asks, self.reason) {
            outcome = self.session.execute(command, &Assent::because(reason));
        }
        self.state.on_outcome(&self.session, &outcome);
        self.state.tenant_changed(&self.session);
    }
}

/// A panel of the usual width, high enough to show everything.
pub fn open(host: Host) -> Harness<'static, Host> {
    sized(host, 3000.0, Theme::Light)
}

/// The same of any height, in either theme.
pub fn sized(host: Host, height: f32, theme: Theme) -> Harness<'static, Host> {
    Harness::builder()
        .with_size(vec2(theme::DETAILS_WIDTH + 16.0, height))
        .with_theme(theme)
        .with_max_steps(30)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, host: &mut Host| host.frame(ui), host)
}

/// Clicks what has this name, and lets the screen settle.
pub fn click(harness: &mut Harness<'_, Host>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// Clicks the check box with this name, and lets the screen settle.
pub fn check(harness: &mut Harness<'_, Host>, label: &str) {
    let role = egui::accesskit::Role::CheckBox;
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

/// Types into the field with this name, after what is there.
pub fn type_into(harness: &mut Harness<'_, Host>, label: &str, text: &str) {
    let field = harness.get_by_role_and_label(egui::accesskit::Role::TextInput, label);
    field.focus();
    harness.run();
    harness
        .get_by_role_and_label(egui::accesskit::Role::TextInput, label)
        .type_text(text);
    harness.run();
}

/// Whether what has this name can't be used.
pub fn is_disabled(harness: &Harness<'_, Host>, label: &str) -> bool {
    harness.get_by_label(label).accesskit_node().is_disabled()
}
