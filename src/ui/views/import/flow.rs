//! What is asked of the workers, and when: the file is read once, its people whenever the columns,
//! the tenant or the actor changed, and then rehearsed.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use uuid::Uuid;

use super::report::Report;
use super::{State, Step, Trouble};
use crate::domain::apply::Assent;
use crate::domain::user::UserId;
use crate::exchange::people::mapping::Mapping;
use crate::exchange::people::row::{People, people};
use crate::exchange::people::table::{PeopleTable, TableError};
use crate::storage::Progress;
use crate::ui::many::{NotRun, Plan};
use crate::ui::outbox::Origin;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;

/// How long to wait before looking whether a worker is done.
const SOON: Duration = Duration::from_millis(50);

/// What verdicts are of. Those of something else are stale.
#[derive(Clone, Debug)]
pub struct Question {
    /// The file.
    pub table: Arc<PeopleTable>,
    /// Which column is what.
    pub mapping: Mapping,
    /// The country code for numbers without one.
    pub country_code: Option<Box<str>>,
    /// The state of the tenant.
    pub revision: u64,
    /// Who asks.
    pub actor: Option<UserId>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.table, &other.table)
            && self.mapping == other.mapping
            && self.country_code == other.country_code
            && self.revision == other.revision
            && self.actor == other.actor
    }
}

/// The answer that is awaited.
pub enum Awaited {
    /// The people of the file.
    People(Box<Question>, Receiver<Option<People>>, Progress),
    /// What would become of them.
    Rehearsal(Box<Question>, Arc<People>),
    /// What became of them.
    Submission(Box<Report>),
}

/// What is known.
#[derive(Default)]
pub enum Outcome {
    /// Nothing.
    #[default]
    Unknown,
    /// What would become of each.
    Rehearsed {
        /// The verdicts.
        report: Report,
        /// On what.
        question: Box<Question>,
    },
    /// There was no answer.
    Failed {
        /// Why.
        why: NotRun,
        /// To what.
        question: Box<Question>,
    },
    /// What became of each, and the entry of the history.
    Submitted(Report, Option<u32>),
}

/// Has a worker read a file.
pub fn read(bytes: Vec<u8>) -> Receiver<Result<PeopleTable, TableError>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        // Nobody listens any more when the wizard was closed meanwhile.
        let _ = sender.send(PeopleTable::read(bytes));
    });
    receiver
}

/// Takes in what workers are done with, and asks for what is needed next.
pub fn follow(ctx: &egui::Context, cx: &mut ViewContext<'_>, state: &mut State) {
    take_file(ctx, state);
    take_people(ctx, cx, state);
    if state.awaited.is_some() || state.step != Step::Check {
        return;
    }
    let Some(now) = question(cx, state) else {
        return;
    };
    let known = match &state.outcome {
        Outcome::Submitted(..) => true,
        Outcome::Rehearsed { question, .. } | Outcome::Failed { question, .. } => *question == now,
        Outcome::Unknown => false,
    };
    if !known {
        ask(ctx, cx, state, now);
    }
}

fn take_file(ctx: &egui::Context, state: &mut State) {
    let Some((name, reading)) = &state.reading else {
        return;
    };
    let outcome = match reading.try_recv() {
        Err(TryRecvError::Empty) => {
            ctx.request_repaint_after(SOON);
            return;
        }
        // A worker that reports nothing found something that can't be read.
        Err(TryRecvError::Disconnected) => None,
        Ok(outcome) => Some(outcome),
    };
    let name = name.clone();
    state.reading = None;
    match outcome {
        None => {}
        Some(Ok(table)) => {
            let country_code = std::mem::take(&mut state.country_code);
            if let Some(Awaited::People(_, _, progress)) = &state.awaited {
                progress.cancel();
            }
            state.begin();
            state.mapping = table.mapping().clone();
            state.table = Some(Arc::new(table));
            state.country_code = country_code;
            state.file_name = name;
            state.step = Step::Columns;
        }
        Some(Err(error)) => {
            state.trouble = Some(Trouble::Table(name, error));
            state.step = Step::File;
        }
    }
    ctx.request_repaint();
}

/// Has those who could be read rehearsed.
fn take_people(ctx: &egui::Context, cx: &mut ViewContext<'_>, state: &mut State) {
    let Some(Awaited::People(_, answer, _)) = &state.awaited else {
        return;
    };
    let found = match answer.try_recv() {
        Err(TryRecvError::Empty) => {
            ctx.request_repaint_after(SOON);
            return;
        }
        Err(TryRecvError::Disconnected) => None,
        Ok(found) => found,
    };
    let Some(Awaited::People(question, ..)) = state.awaited.take() else {
        return;
    };
    if self::question(cx, state).as_ref() != Some(&question) {
        // It is of another file or of other columns: what is needed now is asked anew.
        return;
    }
    match found {
        None => {
            let why = NotRun::Cancelled;
            state.outcome = Outcome::Failed { why, question };
        }
        Some(people) => {
            let people = Arc::new(people);
            let plan = Plan::Commands(Arc::clone(&people.commands));
            cx.outbox.rehearse(Origin::Import, plan);
            state.awaited = Some(Awaited::Rehearsal(question, people));
        }
    }
    ctx.request_repaint();
}

/// What verdicts would be of now.
fn question(cx: &ViewContext<'_>, state: &State) -> Option<Box<Question>> {
    Some(Box::new(Question {
        table: Arc::clone(state.table.as_ref()?),
        mapping: state.mapping.clone(),
        country_code: state.code(),
        revision: cx.session.tenant().revision(),
        actor: cx.session.actor().map(|actor| actor.id),
    }))
}

/// Has a worker read the people; their rehearsal follows.
fn ask(ctx: &egui::Context, cx: &ViewContext<'_>, state: &mut State, question: Box<Question>) {
    let (sender, receiver) = channel();
    let progress = Progress::new();
    let tenant = cx.session.tenant().clone();
    let catalogue = Arc::clone(cx.session.catalogue());
    let (ctx, asked, told) = (ctx.clone(), question.clone(), progress.clone());
    std::thread::spawn(move || {
        let count = asked.table.len();
        let mut go_on = |number: usize| {
            if number.is_multiple_of(256) {
                told.set(fraction(number, count));
            }
            !told.is_cancelled()
        };
        let found = people(
            &asked.table,
            &asked.mapping,
            asked.country_code.as_deref(),
            &tenant,
            &catalogue,
            &mut || UserId(Uuid::new_v4()),
            &mut go_on,
        );
        // Nobody listens any more when the wizard was closed meanwhile.
        let _ = sender.send(found);
        ctx.request_repaint();
    });
    state.awaited = Some(Awaited::People(question, receiver, progress));
}

/// Goes to a step; what is under way for another one stops.
pub fn go_to(cx: &mut ViewContext<'_>, state: &mut State, step: Step) {
    if step != state.step {
        stop(cx, state);
        state.step = step;
        state.not_run = None;
    }
}

/// Stops what is under way.
pub fn stop(cx: &mut ViewContext<'_>, state: &State) {
    match &state.awaited {
        Some(Awaited::People(_, _, progress)) => progress.cancel(),
        Some(Awaited::Rehearsal(..) | Awaited::Submission(_)) => {
            cx.outbox.ui(UiCommand::CancelWork);
        }
        None => {}
    }
}

/// Asks for those who may be added to be added.
pub fn submit(cx: &mut ViewContext<'_>, state: &mut State) {
    let Outcome::Rehearsed { report, .. } = &state.outcome else {
        return;
    };
    if state.awaited.is_some() {
        return;
    }
    let said = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| text.into())
    };
    let assent = Assent {
        reason: said(&state.reason),
        ticket: said(&state.ticket),
        ..Assent::default()
    };
    let plan = Plan::Commands(report.commands());
    cx.outbox.run_each(Origin::Import, plan, assent);
    state.not_run = None;
    state.awaited = Some(Awaited::Submission(Box::new(report.clone())));
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a progress bar has no more pixels"
)]
fn fraction(done: usize, all: usize) -> f32 {
    done as f32 / all.max(1) as f32
}
