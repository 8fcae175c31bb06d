//! Bulk edit: the classic wizard that edits many people alike, in four steps.
//!
//! Owns what the steps hold, the verdicts of the latest dry run, and what became of it. It changes
//! nothing itself: it asks the outbox to rehearse and to carry out, and is told by
//! [`State::on_rehearsed`] and [`State::on_submitted`]. One answer is awaited at a time, so that
//! none is taken for another.

pub mod draft;
pub mod export;
pub mod report;
pub mod rows;

mod ask;
mod assent;
mod details;
mod filters;
mod flow;
mod footer;
mod licences;
mod list;
mod results;
mod roles;
mod settings;
mod summary;

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use egui::{Rect, ScrollArea, Ui, UiBuilder};

use crate::domain::apply::{Many, Rehearsal};
use crate::domain::user::UserId;
use crate::t;
use crate::ui::many::NotRun;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::picker_view::PickerState;
use crate::ui::views::role_editor::role_sets::RoleSetsState;
use crate::ui::widgets::steps::steps;

use self::ask::Ask;
use self::draft::Draft;
use self::flow::{Awaited, Outcome};
use self::list::ListState;
use self::report::{Items, Report};
use self::roles::Roles;

/// The steps, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Department, office, usage location, sign-in.
    #[default]
    Details,
    /// Roles, and delegated administration.
    Settings,
    /// Licences.
    Licences,
    /// The dry run, and what became of it.
    Results,
}

impl Step {
    /// Each.
    pub const ALL: [Self; 4] = [Self::Details, Self::Settings, Self::Licences, Self::Results];

    fn next(self) -> Self {
        match self {
            Self::Details => Self::Settings,
            Self::Settings => Self::Licences,
            Self::Licences | Self::Results => Self::Results,
        }
    }

    fn previous(self) -> Self {
        match self {
            Self::Details | Self::Settings => Self::Details,
            Self::Licences => Self::Settings,
            Self::Results => Self::Licences,
        }
    }
}

/// The wizard as it stands.
#[derive(Default)]
pub struct State {
    /// Whom it was opened for.
    chosen: Arc<[UserId]>,
    /// Whom it is about: those, or the ones who were refused.
    people: Arc<[UserId]>,
    step: Step,
    draft: Draft,
    roles: Roles,
    picker: PickerState,
    role_sets: RoleSetsState,
    awaited: Option<Awaited>,
    /// The step was left, so that a dry run that was cancelled is no news.
    left: bool,
    outcome: Outcome,
    /// Why the latest submission came to nothing.
    trouble: Option<NotRun>,
    list: ListState,
    reason: String,
    ticket: String,
    ask: Option<Ask>,
    export: Option<Receiver<String>>,
    /// The first control of the step is to have the keyboard.
    wants_focus: bool,
}

impl State {
    /// Begins the wizard for these people.
    pub fn begin(people: Arc<[UserId]>) -> Self {
        Self {
            chosen: Arc::clone(&people),
            people,
            wants_focus: true,
            ..Self::default()
        }
    }

    /// Begins it, unless it was left in the middle for the same people: then it goes on there.
    pub fn open(&mut self, people: Arc<[UserId]>) {
        self.wants_focus = true;
        let finished = match &self.outcome {
            Outcome::Submitted(report) => report.tally.refused == 0,
            _ => self.draft.is_empty(),
        };
        if self.is_submitting() || (!finished && self.chosen == people) {
            return;
        }
        self.replace(Self::begin(people));
    }

    /// Whom it is about.
    pub fn people(&self) -> &Arc<[UserId]> {
        &self.people
    }

    /// Which step is shown.
    pub fn step(&self) -> Step {
        self.step
    }

    /// What the steps hold.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The verdicts of the latest dry run, or of what was submitted.
    pub fn report(&self) -> Option<&Report> {
        match &self.outcome {
            Outcome::Unknown | Outcome::Failed { .. } => None,
            Outcome::Rehearsed { report, .. } | Outcome::Submitted(report) => Some(report),
        }
    }

    /// Whether it was submitted.
    pub fn is_submitted(&self) -> bool {
        matches!(self.outcome, Outcome::Submitted(_))
    }

    /// Takes in what the plan would do.
    pub fn on_rehearsed(&mut self, outcome: Result<Rehearsal, NotRun>) {
        let Some(Awaited::Rehearsal(question)) = self.awaited.take() else {
            return;
        };
        self.list.forget();
        self.outcome = match outcome {
            Ok(rehearsal) if rehearsal.verdicts.len() == question.people.len() => {
                let items = Items::Rehearsed(rehearsal.items.into());
                let (people, edit) = (Arc::clone(&question.people), Arc::clone(&question.edit));
                Outcome::Rehearsed {
                    report: Report::new(people, edit, rehearsal.verdicts, items),
                    question,
                }
            }
            Ok(_) => Outcome::Unknown,
            Err(_) if self.left => Outcome::Unknown,
            Err(why) => Outcome::Failed { why, question },
        };
    }

    /// Takes in what became of the plan.
    pub fn on_submitted(&mut self, outcome: Result<Many, NotRun>) {
        let Some(Awaited::Submission(question)) = self.awaited.take() else {
            return;
        };
        match outcome {
            Ok(many) => {
                let items = Items::Entry(many.applied.entry);
                let report = Report::new(question.people, question.edit, many.verdicts, items);
                self.outcome = Outcome::Submitted(report);
                self.list = ListState::default();
                self.wants_focus = true;
            }
            // Nothing was changed: the dry run holds, or is repeated when the tenant changed.
            Err(why) => self.trouble = Some(why),
        }
    }

    fn is_submitting(&self) -> bool {
        matches!(self.awaited, Some(Awaited::Submission(_)))
    }

    fn go_to(&mut self, step: Step) {
        if self.step != step {
            self.left |= self.step == Step::Results;
            self.step = step;
            self.wants_focus = true;
        }
    }

    /// Begins anew with `other`. An answer that is still awaited is of something else; until it
    /// is there nothing new is asked.
    fn replace(&mut self, other: Self) {
        let awaited = self.awaited.take();
        std::mem::replace(self, other).drop_elsewhere();
        self.awaited = awaited;
        self.left = true;
    }

    /// Gives the verdicts to a thread of their own to be dropped: many take a while.
    fn drop_elsewhere(self) {
        std::thread::spawn(move || drop(self.outcome));
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    summary::summary(ui, cx, state);
    if state.people.is_empty() {
        summary::nobody(ui, cx);
        return;
    }
    let partner = cx.session.tenant().organization().certified_partner;
    let step = state.step;
    let locked = state.is_submitting() || state.is_submitted();
    let reach = |to: Step| to == step || !locked && state.draft.obstacle(to, partner).is_none();
    let names = Step::ALL.map(|step| step_name(cx.texts, step));
    let number = Step::ALL.iter().position(|other| *other == step);
    let clicked = steps(ui, &names, number.unwrap_or_default(), |number| {
        Step::ALL.get(number).is_some_and(|to| reach(*to))
    });
    let clicked = clicked.and_then(|number| Step::ALL.get(number).copied());
    ui.add_space(theme::SPACE_1);

    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let (content, foot) = whole.split_top_bottom_at_y(whole.bottom() - footer::HEIGHT);
    within(ui, content, |ui| match step {
        Step::Details => form(ui, step, |ui| details::details(ui, cx, state)),
        Step::Settings => form(ui, step, |ui| settings::settings(ui, cx, state)),
        Step::Licences => form(ui, step, |ui| licences::licences(ui, cx, state)),
        Step::Results => {
            flow::follow(cx, state);
            ScrollArea::vertical()
                .id_salt("bulk edit results")
                .auto_shrink(false)
                .show(ui, |ui| results::results(ui, cx, state));
        }
    });
    within(ui, foot, |ui| footer::footer(ui, cx, state));
    if let Some(step) = clicked {
        state.go_to(step);
    }
    ask::show(ui.ctx(), cx, state);
}

/// The card of a step that is filled in.
fn form(ui: &mut Ui, step: Step, content: impl FnOnce(&mut Ui)) {
    const WIDTH: f32 = 680.0;
    let p = theme::palette(ui);
    let rect = ui.max_rect();
    let outline = egui::Stroke::new(1.0, p.line);
    let kind = egui::StrokeKind::Inside;
    ui.painter()
        .rect(rect, theme::RADIUS_CARD, p.surface, outline, kind);
    let inside = rect.shrink(1.0);
    within(ui, inside, |ui| {
        ScrollArea::vertical()
            .id_salt(("bulk edit", step as u8))
            .auto_shrink(false)
            .content_margin(egui::Margin::symmetric(20, 16))
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(WIDTH));
                content(ui);
            });
    });
}

fn within<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content)
        .inner
}

/// The title of a step and a sentence about it.
fn heading(ui: &mut Ui, title: String, about: String) {
    ui.label(theme::subtitle(title));
    ui.add(egui::Label::new(theme::secondary(ui, about)).wrap());
    ui.add_space(theme::SPACE_1);
}

/// The name of a step.
fn step_name(texts: &crate::i18n::Texts, step: Step) -> String {
    match step {
        Step::Details => t!(texts, "bulk-step-details"),
        Step::Settings => t!(texts, "bulk-step-settings"),
        Step::Licences => t!(texts, "bulk-step-licences"),
        Step::Results => t!(texts, "bulk-step-results"),
    }
}
