//! Import: the wizard that brings people with their roles in from a CSV file, in four steps.
//!
//! Owns the file as it was read, the mapping of its columns, and the verdicts. Reading happens on
//! threads of its own; what the gate says comes from a rehearsal. Nothing is applied before Submit:
//! it asks the outbox, and is told by [`State::on_rehearsed`] and [`State::on_submitted`]. One
//! answer is awaited at a time, so that none is taken for another.

pub mod export;
pub mod report;
pub mod rows;

mod check_step;
mod columns_step;
mod file_step;
mod flow;
mod footer;
mod list;
mod power;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use egui::{Margin, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder};

use crate::domain::apply::{Many, Rehearsal};
use crate::exchange::people::mapping::Mapping;
use crate::exchange::people::table::{PeopleTable, TableError};
use crate::exchange::people::values;
use crate::i18n::Texts;
use crate::storage::OpenError;
use crate::t;
use crate::ui::many::NotRun;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::steps::steps;

use self::flow::{Awaited, Outcome};
use self::list::ListState;
use self::power::Power;
use self::report::Report;

/// The steps, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Which file.
    #[default]
    File,
    /// Which column is what.
    Columns,
    /// What would become of each.
    Check,
    /// What became of each.
    Results,
}

impl Step {
    /// Each.
    pub const ALL: [Self; 4] = [Self::File, Self::Columns, Self::Check, Self::Results];
}

/// The wizard as it stands.
#[derive(Default)]
pub struct State {
    step: Step,
    /// The file that is being read, and the name of it.
    reading: Option<(String, Receiver<Result<PeopleTable, TableError>>)>,
    /// Why the latest file could not be read.
    trouble: Option<Trouble>,
    file_name: String,
    table: Option<Arc<PeopleTable>>,
    mapping: Mapping,
    country_code: String,
    awaited: Option<Awaited>,
    outcome: Outcome,
    /// Why the latest submission came to nothing.
    not_run: Option<NotRun>,
    list: ListState,
    reason: String,
    ticket: String,
    export: Option<export::Under>,
    power: Option<Power>,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq)]
enum Trouble {
    /// It can't be opened.
    File(String, OpenError),
    /// It is no table.
    Table(String, TableError),
}

impl State {
    /// Begins anew, unless it was left in the middle: then it goes on there.
    pub fn open(&mut self) {
        let finished = matches!(self.outcome, Outcome::Submitted(..));
        if self.table.is_none() || finished {
            self.begin();
        }
    }

    /// Forgets everything but what is awaited, which may still be told and is of something else.
    fn begin(&mut self) {
        let awaited = self.awaited.take();
        let old = std::mem::take(self);
        // Many rows take a while to be dropped.
        std::thread::spawn(move || drop(old));
        self.awaited = awaited;
    }

    /// Which step is shown.
    pub fn step(&self) -> Step {
        self.step
    }

    /// The file as it was read.
    pub fn table(&self) -> Option<&PeopleTable> {
        self.table.as_deref()
    }

    /// Which column is what.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// The verdicts: of the latest rehearsal, or of what was submitted.
    pub fn report(&self) -> Option<&Report> {
        match &self.outcome {
            Outcome::Unknown | Outcome::Failed { .. } => None,
            Outcome::Rehearsed { report, .. } | Outcome::Submitted(report, _) => Some(report),
        }
    }

    /// Takes in the file that was chosen. It may hold passwords, so it is read at once.
    pub fn on_read(&mut self, path: &Path, outcome: Result<Vec<u8>, OpenError>) {
        if self.is_submitting() {
            return;
        }
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        match outcome {
            Ok(bytes) => {
                self.trouble = None;
                self.reading = Some((name, flow::read(bytes)));
            }
            Err(error) => {
                self.trouble = Some(Trouble::File(name, error));
                self.step = Step::File;
            }
        }
    }

    /// Takes in what the plan would do.
    pub fn on_rehearsed(&mut self, outcome: Result<Rehearsal, NotRun>) {
        let Some(Awaited::Rehearsal(question, people)) = self.awaited.take() else {
            return;
        };
        self.list.forget();
        self.outcome = match outcome {
            Ok(rehearsal) if rehearsal.verdicts.len() == people.commands.len() => {
                let mapping = question.mapping.clone();
                let table = Arc::clone(&question.table);
                let report = Report::new(table, mapping, people, rehearsal.verdicts);
                Outcome::Rehearsed { report, question }
            }
            Ok(_) => Outcome::Unknown,
            Err(why) => Outcome::Failed { why, question },
        };
    }

    /// Takes in what became of the plan.
    pub fn on_submitted(&mut self, outcome: Result<Many, NotRun>) {
        let Some(Awaited::Submission(report)) = self.awaited.take() else {
            return;
        };
        match outcome {
            Ok(many) => {
                let entry = many.applied.entry;
                self.outcome = Outcome::Submitted(report.submitted(many.verdicts), entry);
                self.list = ListState::default();
                self.step = Step::Results;
            }
            // Nothing was changed: the verdicts hold, or are asked for anew.
            Err(why) => self.not_run = Some(why),
        }
    }

    fn is_submitting(&self) -> bool {
        matches!(self.awaited, Some(Awaited::Submission(_)))
    }

    /// Whether a step can be gone to from where it stands.
    fn reaches(&self, step: Step) -> bool {
        if self.is_submitting() || self.step == Step::Results {
            return step == self.step;
        }
        let columns = self.table.is_some();
        match step {
            Step::File => true,
            Step::Columns => columns,
            Step::Check => {
                columns && self.mapping.missing().next().is_none() && self.code_is_fine()
            }
            Step::Results => false,
        }
    }

    /// Whether the country code is none or one.
    fn code_is_fine(&self) -> bool {
        self.country_code.trim().is_empty() || self.code().is_some()
    }

    fn code(&self) -> Option<Box<str>> {
        values::country_code(&self.country_code)
    }
}

/// Whether a file looks like a table by its name.
pub fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| {
        ["csv", "tsv", "txt"]
            .iter()
            .any(|own| it.eq_ignore_ascii_case(own))
    })
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    flow::follow(ui.ctx(), cx, state);
    title(ui, cx.texts, state);
    let names = Step::ALL.map(|step| step_name(cx.texts, step));
    let at = |number: usize| Step::ALL.get(number).copied().unwrap_or_default();
    let clicked = steps(ui, &names, state.step as usize, |it| state.reaches(at(it)));
    ui.add_space(theme::SPACE_1);

    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let (content, foot) = whole.split_top_bottom_at_y(whole.bottom() - footer::HEIGHT);
    within(ui, content, |ui| match state.step {
        Step::File => card(ui, |ui| file_step::file(ui, cx, state)),
        Step::Columns => card(ui, |ui| columns_step::columns(ui, cx, state)),
        Step::Check | Step::Results => check_step::check(ui, cx, state),
    });
    within(ui, foot, |ui| footer::footer(ui, cx, state));
    if let Some(step) = clicked {
        flow::go_to(cx, state, at(step));
    }
}

/// The title, and which file it is about.
fn title(ui: &mut Ui, texts: &Texts, state: &State) {
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-import")));
        let Some(table) = &state.table else { return };
        ui.add_space(theme::SPACE_1);
        let count = t!(texts, "import-people", count = table.len());
        ui.label(theme::semibold(count));
        let name = egui::Label::new(theme::secondary(ui, &*state.file_name)).truncate();
        ui.add(name).on_hover_text(&*state.file_name);
    });
}

/// The card of a step.
fn card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    let rect = ui.max_rect();
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        rect,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    within(ui, rect.shrink(1.0), |ui| {
        ScrollArea::vertical()
            .id_salt("import step")
            .auto_shrink(false)
            .content_margin(Margin::symmetric(20, 16))
            .show(ui, content);
    });
}

fn within<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content)
        .inner
}

fn step_name(texts: &Texts, step: Step) -> String {
    match step {
        Step::File => t!(texts, "import-step-file"),
        Step::Columns => t!(texts, "import-step-columns"),
        Step::Check => t!(texts, "import-step-check"),
        Step::Results => t!(texts, "import-step-results"),
    }
}
