//! Work that takes longer than a frame: opening, saving, choosing a file. Each runs on a thread
//! of its own and reports once; the window asks after it while drawing.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use crate::domain::apply::Rehearsal;
use crate::domain::audit::chain;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::Diff;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::{Tenant, TenantSnapshot};
use crate::domain::time::Timestamp;
use crate::session::ExecuteError;
use crate::storage::{
    self, Fingerprint, OnConflict, OpenError, Progress, SaveError, Saved, atomic,
};

use super::document::{Loaded, Standing, drop_elsewhere};
use super::file_dialog::Purpose;
use super::findings::Found;
use super::many::{Done, Worked};
use super::outbox::Origin;
use super::user_index::UserIndex;

/// What a job found.
pub enum Report {
    /// A file was read, or was not.
    Opened(PathBuf, Result<Box<Loaded>, OpenError>),
    /// A tenant that no file holds was made.
    Made(Box<Loaded>),
    /// A tenant was written, or was not.
    Saved(PathBuf, u64, Result<Saved, SaveError>),
    /// A file was chosen, or the choosing was cancelled.
    Chosen(Purpose, Option<PathBuf>),
    /// There is no dialog to choose a file in; the name and folder to begin with.
    NoDialogs(Purpose, String, Option<PathBuf>),
    /// A text was written to a file, or was not.
    Exported(PathBuf, Result<(), SaveError>),
    /// A file with people was read, or was not.
    Read(PathBuf, Result<Vec<u8>, OpenError>),
    /// A tenant file was compared with what is open, or was not.
    Compared(PathBuf, Result<Box<Diff>, OpenError>),
    /// What a plan for many would do, and which rehearsal it is.
    Rehearsed(Origin, u64, Result<Option<Rehearsal>, ExecuteError>),
    /// What a worker did to a copy of the session.
    Worked(Box<Worked>, Done),
    /// What is remarkable about the open tenant.
    Reviewed(Box<Found>),
    /// The worker broke down and has nothing to report.
    Failed(Task),
}

/// A report, and what it is about.
pub struct Finished {
    /// What was open when the work began. Another tenant may be by now.
    pub of: Option<Standing>,
    /// What came of it.
    pub report: Report,
}

/// What kind of work is under way, for the status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Reading a tenant, to be shown in place of the one that is open.
    Opening,
    /// Reading a file with people to bring in.
    Reading,
    /// Writing a tenant.
    Saving,
    /// Waiting for a person to choose a file.
    Choosing,
    /// Finding out what a plan for many would do.
    Rehearsing,
    /// Changing many.
    Applying,
    /// Comparing two tenants.
    Comparing,
    /// Looking for what is remarkable: nobody waits for it.
    Reviewing,
}

/// What a job is begun with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// What kind of work it is.
    pub work: Work,
    /// What is open.
    pub of: Option<Standing>,
    /// Which view waits for an answer, and the number of its question.
    pub asked: Option<(Origin, u64)>,
}

impl Task {
    /// Work that no view waits for.
    pub const fn new(work: Work, of: Option<Standing>) -> Self {
        let asked = None;
        Self { work, of, asked }
    }
}

struct Job {
    task: Task,
    progress: Progress,
    report: Receiver<Report>,
}

/// The jobs under way.
#[derive(Default)]
pub struct Jobs {
    running: Vec<Job>,
}

impl Jobs {
    /// What is under way, with how far it is; choosing a file is not work, and the review is
    /// nothing to wait for.
    pub fn status(&self) -> Option<(Work, f32)> {
        self.running
            .iter()
            .find(|job| !matches!(job.task.work, Work::Choosing | Work::Reviewing))
            .map(|job| (job.task.work, job.progress.fraction()))
    }

    /// Whether work of this kind is under way.
    pub fn is_running(&self, work: Work) -> bool {
        self.running.iter().any(|job| job.task.work == work)
    }

    /// Asks everything that can stop to stop.
    pub fn cancel(&self) {
        for job in &self.running {
            job.progress.cancel();
        }
    }

    /// Asks work of this kind to stop.
    pub fn cancel_work(&self, work: Work) {
        for job in self.running.iter().filter(|job| job.task.work == work) {
            job.progress.cancel();
        }
    }

    /// The reports that came in, in the order the jobs began.
    ///
    /// A tenant that is ready to take the place of the open one waits while that one is written,
    /// changed by a worker, or `asked` about; a file that was chosen waits for an answer as well.
    pub fn collect(&mut self, ctx: &egui::Context, asked: bool) -> Vec<Finished> {
        let occupied = [Work::Saving, Work::Applying, Work::Choosing]
            .iter()
            .any(|work| self.is_running(*work));
        let waits = |work: Work| match work {
            Work::Opening => asked || occupied,
            Work::Choosing => asked,
            _ => false,
        };
        let mut finished = Vec::new();
        self.running.retain(|job| {
            let task = job.task;
            let waits = waits(task.work);
            let called_off = task.work == Work::Opening && job.progress.is_cancelled();
            if waits && !called_off {
                return true;
            }
            let report = match job.report.try_recv() {
                // It was cancelled while it waited.
                Ok(report) if waits => {
                    drop_elsewhere(report);
                    return false;
                }
                Ok(report) => report,
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => Report::Failed(task),
            };
            let of = task.of;
            finished.push(Finished { of, report });
            false
        });
        if self.status().is_some() {
            ctx.request_repaint_after(Duration::from_millis(50));
        }
        finished
    }

    /// Reads a tenant.
    pub fn open(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        path: PathBuf,
        catalogue: Arc<RoleCatalogue>,
        now: Timestamp,
    ) {
        self.start(ctx, Task::new(Work::Opening, of), move |progress| {
            let known = |role: RoleTemplateId| catalogue.role(role).is_some();
            let opened = storage::open(&path, &known, progress).map(|opened| {
                Box::new(Loaded {
                    index: UserIndex::build(&opened.tenant, &catalogue, now),
                    broken: chain::verify(opened.tenant.audit()).err(),
                    tenant: opened.tenant,
                    file: Some((path.clone(), opened.fingerprint)),
                    changed_outside: opened.changed_outside,
                })
            });
            Report::Opened(path, opened)
        });
    }

    /// Makes a tenant that no file holds.
    pub fn make(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        catalogue: Arc<RoleCatalogue>,
        now: Timestamp,
        tenant: impl FnOnce() -> Tenant + Send + 'static,
    ) {
        self.start(ctx, Task::new(Work::Opening, of), move |_| {
            let tenant = tenant();
            Report::Made(Box::new(Loaded {
                index: UserIndex::build(&tenant, &catalogue, now),
                tenant,
                file: None,
                changed_outside: false,
                broken: None,
            }))
        });
    }

    /// Writes a tenant.
    pub fn save(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        snapshot: TenantSnapshot,
        path: PathBuf,
        expected: Option<Fingerprint>,
        on_conflict: OnConflict,
    ) {
        self.start(ctx, Task::new(Work::Saving, of), move |progress| {
            let saved = storage::save(&snapshot, &path, expected.as_ref(), on_conflict, progress);
            Report::Saved(path, snapshot.revision, saved)
        });
    }

    /// Writes a text.
    pub fn export(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        path: PathBuf,
        text: String,
    ) {
        self.start(ctx, Task::new(Work::Saving, of), move |progress| {
            let written = atomic::target(&path)
                .and_then(|target| atomic::replace(&target, &[text.as_bytes()], false, progress))
                .map(|_| ());
            Report::Exported(path, written)
        });
    }

    /// Reads a file with people to bring in.
    pub fn read(&mut self, ctx: &egui::Context, of: Option<Standing>, path: PathBuf) {
        self.start(ctx, Task::new(Work::Reading, of), move |progress| {
            let bytes = storage::read_table(&path, progress);
            Report::Read(path, bytes)
        });
    }

    /// Compares a tenant file, as what was before, with `now`.
    pub fn compare(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        path: PathBuf,
        now: Tenant,
        catalogue: Arc<RoleCatalogue>,
    ) {
        self.start(ctx, Task::new(Work::Comparing, of), move |progress| {
            let known = |role: RoleTemplateId| catalogue.role(role).is_some();
            let compared = storage::open(&path, &known, progress)
                .map(|opened| Box::new(Diff::between(&opened.tenant, &now)));
            Report::Compared(path, compared)
        });
    }

    /// Does `task` on a thread of its own.
    pub fn start(
        &mut self,
        ctx: &egui::Context,
        task: Task,
        run: impl FnOnce(&Progress) -> Report + Send + 'static,
    ) {
        let (sender, report) = channel();
        let progress = Progress::new();
        let (of_thread, ctx) = (progress.clone(), ctx.clone());
        std::thread::spawn(move || {
            // The last to go, so that the window hears of a worker that broke down as well.
            let _wakes = Wake(ctx);
            let sender = sender;
            // Nobody listens any more only when the window is closed.
            let _ = sender.send(run(&of_thread));
        });
        self.running.push(Job {
            task,
            progress,
            report,
        });
    }
}

/// Draws the window anew when it goes.
struct Wake(egui::Context);

impl Drop for Wake {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}
