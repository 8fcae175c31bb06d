//! Changes for many at once: what is planned for each, rehearsed and carried out on a worker.
//!
//! The worker changes a copy of the session; the window takes it over once it is done, so that
//! nothing is half applied and the window stays alive meanwhile.

use std::sync::Arc;

use crate::domain::apply::{Assent, Many, Rehearsal};
use crate::domain::bulk::BulkEdit;
use crate::domain::command::Command;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;
use crate::session::{ExecuteError, Outrun, Session};
use crate::storage::Progress;
use crate::t;

use super::app::App;
use super::document::Document;
use super::jobs::{Report, Task, Work};
use super::notices::Tone;
use super::outbox::Origin;
use super::refusal;
use super::user_index::UserIndex;

/// From how many changes on the window has a worker do them.
const LARGE: usize = 1_000;

/// What is planned for each of many.
#[derive(Clone, Debug, PartialEq)]
pub enum Plan {
    /// The same for everybody chosen.
    Edit {
        /// What.
        edit: Arc<BulkEdit>,
        /// For whom.
        people: Arc<[UserId]>,
    },
    /// A Command for each.
    Commands(Arc<[Command]>),
}

impl Plan {
    /// For how many.
    pub fn len(&self) -> usize {
        match self {
            Self::Edit { people, .. } => people.len(),
            Self::Commands(commands) => commands.len(),
        }
    }

    /// Whether for nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is planned for the one of this number, as the tenant is now.
    pub fn command(&self, tenant: &Tenant, number: usize) -> Command {
        let nothing = || Command::Batch(Vec::new());
        match self {
            Self::Edit { edit, people } => match people.get(number) {
                Some(user) => edit.command(tenant, *user),
                None => nothing(),
            },
            Self::Commands(commands) => commands.get(number).cloned().unwrap_or_else(nothing),
        }
    }
}

/// What a worker made of a copy of the session.
pub struct Worked {
    session: Session,
    /// Everybody prepared anew, where bringing the index up to date would take longer.
    index: Option<UserIndex>,
}

/// What was done by a worker.
pub enum Done {
    /// A plan for many; nothing when it was cancelled.
    Each(Origin, Result<Option<Many>, ExecuteError>),
    /// Going back, or forth, in the history.
    History {
        /// Whether forth.
        redo: bool,
        /// What came of it.
        outcome: Result<(), ExecuteError>,
    },
}

/// Which rehearsal each wizard waits for: an earlier one that comes in late speaks of another plan.
#[derive(Debug, Default)]
pub struct Rehearsals {
    bulk: u64,
    import: u64,
    review: u64,
}

impl Rehearsals {
    /// The number of the next one of `origin`; what is under way no longer counts.
    pub fn begin(&mut self, origin: Origin) -> u64 {
        let latest = match origin {
            Origin::Import => &mut self.import,
            Origin::Review => &mut self.review,
            Origin::BulkEdit | Origin::RoleEditor | Origin::ActiveUsers | Origin::View => {
                &mut self.bulk
            }
        };
        *latest += 1;
        *latest
    }

    fn is_latest(&self, origin: Origin, number: u64) -> bool {
        number
            == match origin {
                Origin::Import => self.import,
                Origin::Review => self.review,
                Origin::BulkEdit | Origin::RoleEditor | Origin::ActiveUsers | Origin::View => {
                    self.bulk
                }
            }
    }
}

/// Why a plan was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRun {
    /// It was cancelled; nothing was changed.
    Cancelled,
    /// Something else was changed meanwhile; nothing was changed by this.
    Outrun,
    /// The session refused it as a whole.
    Refused(ExecuteError),
    /// The worker broke down; nothing was changed.
    Failed,
}

impl App {
    /// Has a worker tell what a plan would do.
    pub(super) fn rehearse(&mut self, ctx: &egui::Context, origin: Origin, plan: Plan) {
        let Some(open) = &self.document else { return };
        let copy = open.session.fork();
        let number = self.rehearsals.begin(origin);
        let task = Task {
            asked: Some((origin, number)),
            ..Task::new(Work::Rehearsing, Some(open.standing()))
        };
        self.jobs.start(ctx, task, move |progress| {
            let mut go_on = going(progress, plan.len());
            let command = |tenant: &Tenant, number: usize| plan.command(tenant, number);
            let outcome = copy.rehearse_each(plan.len(), &command, &mut go_on);
            Report::Rehearsed(origin, number, outcome)
        });
    }

    /// Has a worker carry a plan out.
    pub(super) fn run_each(
        &mut self,
        ctx: &egui::Context,
        origin: Origin,
        plan: Plan,
        assent: Assent,
    ) {
        let Some(open) = &self.document else { return };
        let mut copy = open.session.fork();
        let task = Task {
            asked: Some((origin, 0)),
            ..Task::new(Work::Applying, Some(open.standing()))
        };
        self.jobs.start(ctx, task, move |progress| {
            let mut go_on = going(progress, plan.len());
            let command = |tenant: &Tenant, number: usize| plan.command(tenant, number);
            let outcome = copy.execute_each(plan.len(), &command, &assent, &mut go_on);
            let large = plan.len() > LARGE;
            Report::Worked(Box::new(worked(copy, large)), Done::Each(origin, outcome))
        });
    }

    /// Whether going back, or forth, is so much that a worker is to do it.
    pub(super) fn is_large_step(&self, redo: bool) -> bool {
        let Some(open) = &self.document else {
            return false;
        };
        let entry = if redo {
            open.session.next_redo()
        } else {
            open.session.next_undo()
        };
        let entry = entry.and_then(|number| open.session.tenant().audit_entry(number));
        entry.is_some_and(|entry| entry.items.len() > LARGE)
    }

    /// Has a worker go back, or forth, in the history.
    pub(super) fn step_on_worker(&mut self, ctx: &egui::Context, redo: bool, reason: Option<&str>) {
        if self.jobs.is_running(Work::Applying) {
            return;
        }
        let Some(open) = &self.document else { return };
        let mut copy = open.session.fork();
        let reason: Option<String> = reason.map(str::to_owned);
        let task = Task::new(Work::Applying, Some(open.standing()));
        self.jobs.start(ctx, task, move |_| {
            let outcome = if redo {
                copy.redo_because(reason.as_deref())
            } else {
                copy.undo_because(reason.as_deref())
            };
            let outcome = outcome.map(|_| ());
            Report::Worked(
                Box::new(worked(copy, true)),
                Done::History { redo, outcome },
            )
        });
    }

    /// Takes over what a worker did, and tells who asked.
    pub(super) fn take_worked(&mut self, ctx: &egui::Context, worked: Worked, done: Done) {
        let of_this = |open: &Document| worked.session.is_copy_of(&open.session);
        if !self.document.as_ref().is_some_and(of_this) {
            // It was closed meanwhile.
            self.go_on_after_work(ctx);
            return;
        }
        let adopted = self.adopt(worked, &done);
        let went = adopted.is_ok()
            && match &done {
                Done::History { outcome, .. } => outcome.is_ok(),
                Done::Each(_, outcome) => matches!(outcome, Ok(Some(_))),
            };
        match done {
            Done::History { redo, outcome } => {
                if adopted.is_ok() {
                    self.stepped(ctx, redo, outcome);
                } else {
                    let text = t!(self.texts, "notice-outrun");
                    self.notices.tell(ctx, Tone::Danger, text);
                }
            }
            Done::Each(origin, outcome) => {
                let outcome = match (adopted, outcome) {
                    (Err(Outrun), _) => Err(NotRun::Outrun),
                    (Ok(()), Err(error)) => Err(NotRun::Refused(error)),
                    (Ok(()), Ok(None)) => Err(NotRun::Cancelled),
                    (Ok(()), Ok(Some(many))) => Ok(many),
                };
                self.ran_each(ctx, origin, outcome);
            }
        }
        if let (Some(editor), Some(open)) = (&mut self.editor, &self.document) {
            editor.tenant_changed(&open.session);
        }
        self.leave_when_blocked();
        if went {
            self.go_on_after_work(ctx);
        } else {
            // Nobody leaves before having read that it was not done.
            self.after_work = None;
        }
    }

    fn adopt(&mut self, worked: Worked, done: &Done) -> Result<(), Outrun> {
        let changed = match done {
            Done::Each(_, outcome) => {
                let many = outcome.as_ref().ok().and_then(Option::as_ref);
                many.is_some_and(|many| many.applied.entry.is_some())
            }
            Done::History { outcome, .. } => outcome.is_ok(),
        };
        let Some(open) = self.document.as_mut().filter(|_| changed) else {
            return Ok(());
        };
        let old = open.session.adopt(worked.session)?;
        std::thread::spawn(move || drop(old));
        if let Some(index) = worked.index {
            let old = std::mem::replace(&mut open.index, index);
            std::thread::spawn(move || drop(old));
            open.session.take_touched();
        }
        open.refresh();
        Ok(())
    }

    /// Tells who asked what became of a plan.
    pub(super) fn ran_each(
        &mut self,
        ctx: &egui::Context,
        origin: Origin,
        outcome: Result<Many, NotRun>,
    ) {
        match origin {
            Origin::BulkEdit => self.screens.bulk.on_submitted(outcome),
            Origin::Import => self.screens.import.on_submitted(outcome),
            Origin::Review => self.screens.review.on_submitted(outcome),
            Origin::RoleEditor | Origin::ActiveUsers | Origin::View => {
                let (tone, text) = match outcome {
                    Ok(many) => self.summary(&many),
                    Err(NotRun::Cancelled) => (Tone::Warning, t!(self.texts, "notice-cancelled")),
                    Err(NotRun::Outrun) => (Tone::Danger, t!(self.texts, "notice-outrun")),
                    // It was told of already.
                    Err(NotRun::Failed) => return,
                    Err(NotRun::Refused(error)) => {
                        let text = refusal::explain(&self.texts, &self.catalogue, &error);
                        (Tone::Danger, text)
                    }
                };
                self.notices.tell(ctx, tone, text);
            }
        }
    }

    /// How many were changed and refused, and the first reason to refuse.
    fn summary(&self, many: &Many) -> (Tone, String) {
        let mut refused = many.verdicts.iter().filter_map(|verdict| match verdict {
            crate::domain::apply::Verdict::Refused(why) => Some(why),
            _ => None,
        });
        let first = refused.next();
        let failed = usize::from(first.is_some()) + refused.count();
        let done = many.verdicts.len() - failed;
        match first {
            None => (Tone::Good, t!(self.texts, "notice-each-done", count = done)),
            Some(why) => {
                let error = ExecuteError::Refused((**why).clone());
                let why = refusal::explain(&self.texts, &self.catalogue, &error);
                let text = t!(
                    self.texts,
                    "notice-each-refused",
                    count = done,
                    refused = failed,
                    why = why
                );
                (Tone::Warning, text)
            }
        }
    }

    /// Hands a rehearsal to who asked for it.
    pub(super) fn rehearsed(
        &mut self,
        origin: Origin,
        number: u64,
        outcome: Result<Rehearsal, NotRun>,
    ) {
        if !self.rehearsals.is_latest(origin, number) {
            return;
        }
        match origin {
            Origin::BulkEdit => self.screens.bulk.on_rehearsed(outcome),
            Origin::Import => self.screens.import.on_rehearsed(outcome),
            Origin::Review => self.screens.review.on_rehearsed(outcome),
            Origin::RoleEditor | Origin::ActiveUsers | Origin::View => {}
        }
    }
}

fn worked(mut session: Session, large: bool) -> Worked {
    let index = large.then(|| {
        session.take_touched();
        let catalogue = Arc::clone(session.catalogue());
        UserIndex::build(session.tenant(), &catalogue, session.now())
    });
    Worked { session, index }
}

/// Asked with the number of each whether to go on; tells how far it is now and then.
fn going(progress: &Progress, count: usize) -> impl FnMut(usize) -> bool {
    move |number| {
        if number % 256 == 0 {
            progress.set(fraction(number, count));
        }
        !progress.is_cancelled()
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a progress bar has no more pixels"
)]
fn fraction(done: usize, all: usize) -> f32 {
    done as f32 / all.max(1) as f32
}
