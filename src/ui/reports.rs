//! What the app does with what came of a job. Another tenant may be open by then than the job was
//! about; it never hears of what was meant for the former one.

use std::path::{Path, PathBuf};

use crate::storage::{OpenError, Problem, SaveError, Saved};
use crate::t;

use super::app::App;
use super::dialogs::Dialog;
use super::document::{Loaded, Standing, drop_elsewhere};
use super::file_dialog::{DialogService, Purpose};
use super::jobs::{Finished, Report, Task, Work};
use super::many::NotRun;
use super::notices::Tone;
use super::ui_command::UiCommand;

impl App {
    /// Takes in what a job reports.
    pub(super) fn take_report(&mut self, ctx: &egui::Context, Finished { of, report }: Finished) {
        let same = self.is_about_what_is_open(of);
        match report {
            Report::Opened(path, Ok(loaded)) => self.opened(ctx, of, path, loaded),
            Report::Opened(path, Err(error)) => self.not_opened(ctx, &path, &error),
            Report::Made(loaded) => {
                if self.would_lose(of) {
                    drop_elsewhere(loaded);
                    self.carry_out(ctx, UiCommand::OpenSample);
                } else {
                    let document = self.document_of(*loaded);
                    self.show_document(document);
                }
            }
            Report::Saved(path, revision, outcome) if same => {
                self.saved(ctx, path, revision, outcome);
            }
            Report::Saved(path, _, outcome) => {
                self.written(ctx, &path, outcome.map(|_| ()));
                self.go_on_after_work(ctx);
            }
            Report::Chosen(purpose, path) => self.chose(ctx, of, purpose, path),
            Report::NoDialogs(purpose, name, folder) => {
                self.dialog_service = Some(DialogService::Missing);
                self.ask_for_path(purpose, &name, folder.as_deref());
            }
            Report::Read(path, outcome) if same => self.screens.import.on_read(&path, outcome),
            Report::Compared(path, outcome) if same => {
                self.screens.changes.on_compared(&path, outcome);
            }
            Report::Read(..) => {}
            Report::Compared(_, outcome) => drop_elsewhere(outcome),
            Report::Rehearsed(origin, number, outcome) => {
                let outcome = match outcome {
                    Ok(Some(rehearsal)) => Ok(rehearsal),
                    Ok(None) => Err(NotRun::Cancelled),
                    Err(error) => Err(NotRun::Refused(error)),
                };
                self.rehearsed(origin, number, outcome);
            }
            Report::Worked(worked, done) => self.take_worked(ctx, *worked, done),
            Report::Exported(path, outcome) => {
                if outcome.is_err() {
                    self.after_work = None;
                }
                self.written(ctx, &path, outcome);
                self.go_on_after_work(ctx);
            }
            Report::Reviewed(found) if same => self.reviewed(*found),
            Report::Reviewed(found) => drop_elsewhere(found),
            Report::Failed(task) => self.failed(ctx, task),
        }
    }

    fn is_about_what_is_open(&self, of: Option<Standing>) -> bool {
        let session = |standing: Standing| standing.session;
        of.map(session) == self.standing().map(session)
    }

    fn opened(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        path: PathBuf,
        loaded: Box<Loaded>,
    ) {
        if self.would_lose(of) {
            // Something was done meanwhile that nobody was asked about.
            drop_elsewhere(loaded);
            self.carry_out(ctx, UiCommand::OpenFile(path));
            return;
        }
        let file = path.display().to_string();
        if loaded.changed_outside {
            let text = t!(self.texts, "notice-changed-outside", file = file.as_str());
            self.notices.tell(ctx, Tone::Warning, text);
        }
        if let Some(at) = loaded.broken {
            let number = at.number;
            let text = t!(
                self.texts,
                "notice-history-broken",
                file = file,
                number = number
            );
            self.notices.tell(ctx, Tone::Warning, text);
        }
        self.remember(ctx, &path);
        let document = self.document_of(*loaded);
        self.show_document(document);
    }

    fn not_opened(&mut self, ctx: &egui::Context, path: &Path, error: &OpenError) {
        if error.problem == Problem::NotFound {
            self.settings.forget(path);
            self.keep_settings(ctx);
        }
        if error.problem != Problem::Cancelled {
            let file = path.display().to_string();
            self.dialog = Some(Dialog::Error {
                title: t!(self.texts, "error-open", file = file),
                text: sentence(&error.explain(self.texts.language())),
            });
        }
    }

    fn chose(
        &mut self,
        ctx: &egui::Context,
        of: Option<Standing>,
        purpose: Purpose,
        path: Option<PathBuf>,
    ) {
        self.dialog_service = Some(DialogService::Available);
        match (purpose, path) {
            (_, None) => self.after_work = None,
            // The window stayed alive while the file was chosen.
            (Purpose::Open, Some(path)) if self.would_lose(of) => {
                self.carry_out(ctx, UiCommand::OpenFile(path));
            }
            (purpose @ (Purpose::Open | Purpose::Export { .. }), Some(path)) => {
                self.chosen(ctx, purpose, path, true);
            }
            (purpose, Some(path)) => {
                if self.is_about_what_is_open(of) {
                    self.chosen(ctx, purpose, path, true);
                }
            }
        }
    }

    fn saved(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        revision: u64,
        outcome: Result<Saved, SaveError>,
    ) {
        match outcome {
            Ok(saved) => {
                if let Some(open) = &mut self.document {
                    open.session.mark_saved(revision);
                    open.findings.file_written();
                    open.path = Some(path.clone());
                    open.fingerprint = Some(saved.fingerprint);
                }
                self.written(ctx, &path, Ok(()));
                self.remember(ctx, &path);
                self.go_on_after_work(ctx);
            }
            Err(SaveError::ChangedOnDisk) => {
                self.dialog = Some(Dialog::ChangedOnDisk(path));
            }
            Err(SaveError::Exists) => self.dialog = Some(Dialog::Exists(path)),
            Err(error) => {
                self.after_work = None;
                if error != SaveError::Cancelled {
                    let file = path.display().to_string();
                    self.dialog = Some(Dialog::Error {
                        title: t!(self.texts, "error-save", file = file),
                        text: sentence(&error.explain(self.texts.language())),
                    });
                }
            }
        }
    }

    /// Tells what came of writing a file.
    fn written(&mut self, ctx: &egui::Context, path: &Path, outcome: Result<(), SaveError>) {
        let file = path.display().to_string();
        let (tone, text) = match outcome {
            Ok(()) => (Tone::Good, t!(self.texts, "notice-saved", file = file)),
            Err(error) => (
                Tone::Danger,
                format!(
                    "{}: {}",
                    t!(self.texts, "error-save", file = file),
                    error.explain(self.texts.language())
                ),
            ),
        };
        self.notices.tell(ctx, tone, text);
    }

    /// Tells that a worker broke down, also to the view that waits for it.
    fn failed(&mut self, ctx: &egui::Context, task: Task) {
        let text = match task.work {
            Work::Saving => t!(self.texts, "notice-failed-saving"),
            Work::Opening | Work::Reading => t!(self.texts, "notice-failed-reading"),
            Work::Rehearsing | Work::Applying => t!(self.texts, "notice-failed-changing"),
            Work::Choosing | Work::Comparing => t!(self.texts, "notice-failed-other"),
            Work::Reviewing => t!(self.texts, "notice-failed-review"),
        };
        self.notices.tell(ctx, Tone::Danger, text);
        if matches!(task.work, Work::Saving | Work::Applying | Work::Choosing) {
            self.after_work = None;
        }
        match (task.work, task.asked) {
            (Work::Rehearsing, Some((origin, number))) => {
                self.rehearsed(origin, number, Err(NotRun::Failed));
            }
            (Work::Applying, Some((origin, _))) if self.is_about_what_is_open(task.of) => {
                self.ran_each(ctx, origin, Err(NotRun::Failed));
            }
            (Work::Reviewing, _) => self.not_reviewed(task.of),
            _ => {}
        }
    }

    fn remember(&mut self, ctx: &egui::Context, path: &Path) {
        self.settings.remember(path);
        self.keep_settings(ctx);
    }
}

/// A message as it stands by itself: with a capital.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
