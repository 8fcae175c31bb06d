//! The app's dealings with files: opening, saving, and what stands in between.
//!
//! Nothing here blocks: work goes to [`super::jobs`] and comes back as a report.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::apply::{Founding, found};
use crate::sample;
use crate::storage::{OnConflict, Problem, SaveError, Saved};
use crate::t;

use super::View;
use super::app::App;
use super::dialogs::{Answer, Change, Dialog, NewTenant, Next, PathQuestion};
use super::document::{Document, Loaded};
use super::file_dialog::{self, DialogService, EXTENSION, Purpose};
use super::jobs::{Report, Work};
use super::notices::Tone;
use super::outbox::Origin;

impl App {
    /// Goes on to `next`, after asking about unsaved changes.
    pub(super) fn guard(&mut self, ctx: &egui::Context, next: Next) {
        if self.jobs.is_running(Work::Saving) {
            // What is being saved stays open until it is.
            self.after_save = Some(next);
            return;
        }
        let dirty = self
            .document
            .as_ref()
            .is_some_and(|open| open.session.is_dirty());
        // A sample nobody touched is not worth a question.
        let worth = self.document.as_ref().is_some_and(|open| {
            open.path.is_some() || open.session.can_undo() || open.session.can_redo() || open.is_new
        });
        if dirty && worth {
            self.dialog = Some(Dialog::Unsaved(next));
        } else {
            self.go_on(ctx, next);
        }
    }

    fn go_on(&mut self, ctx: &egui::Context, next: Next) {
        match next {
            Next::New => self.dialog = Some(Dialog::NewTenant(NewTenant::default())),
            Next::Open => self.choose(ctx, Purpose::Open, String::new()),
            Next::OpenFile(path) => self.open(ctx, path),
            Next::Sample => {
                let now = (self.clock)();
                let catalogue = Arc::clone(&self.catalogue);
                self.jobs
                    .make(ctx, catalogue, now, move || sample::dutch_organisation(now));
            }
            Next::Close => self.close_document(),
            Next::Quit => {
                self.may_quit = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    fn open(&mut self, ctx: &egui::Context, path: PathBuf) {
        if !self.jobs.is_running(Work::Opening) {
            let catalogue = Arc::clone(&self.catalogue);
            self.jobs.open(ctx, path, catalogue, (self.clock)());
        }
    }

    /// Saves to the file that is open, or asks for one.
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        match self.document.as_ref().and_then(|open| open.path.clone()) {
            Some(path) => self.save_to(ctx, path, OnConflict::Refuse),
            None => self.save_as(ctx),
        }
    }

    /// Saves to a file of the person's choice.
    pub(super) fn save_as(&mut self, ctx: &egui::Context) {
        let Some(open) = &self.document else { return };
        let name = if let Some(name) = open.file_name() {
            name
        } else {
            let organisation = &open.session.tenant().organization().name;
            format!("{}.{EXTENSION}", file_stem(organisation))
        };
        self.choose(ctx, Purpose::SaveAs, name);
    }

    /// Offers a text for saving.
    pub(super) fn export(&mut self, ctx: &egui::Context, name: &str, text: String) {
        self.choose(ctx, Purpose::Export { text }, name.to_owned());
    }

    fn save_to(&mut self, ctx: &egui::Context, path: PathBuf, on_conflict: OnConflict) {
        let Some(open) = &self.document else { return };
        if self.jobs.is_running(Work::Saving) {
            return;
        }
        let same_file = open.path.as_ref() == Some(&path);
        let expected = open.fingerprint.clone().filter(|_| same_file);
        let snapshot = open.session.tenant().snapshot();
        self.jobs.save(ctx, snapshot, path, expected, on_conflict);
    }

    /// Compares a tenant file with what is open.
    pub(super) fn compare_with(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(open) = &self.document else { return };
        if !self.jobs.is_running(Work::Comparing) {
            let (now, catalogue) = (open.session.tenant().clone(), Arc::clone(&self.catalogue));
            self.view = View::Changes;
            self.screens.changes.on_comparing();
            self.jobs.compare(ctx, path, now, catalogue);
        }
    }

    /// Lets the person choose a file: in the system's dialog, or by typing its path.
    pub(super) fn choose(&mut self, ctx: &egui::Context, purpose: Purpose, name: String) {
        if self.jobs.is_running(Work::Choosing) {
            return;
        }
        let folder = self
            .document
            .as_ref()
            .and_then(|open| open.path.as_deref())
            .and_then(Path::parent)
            .map(Path::to_path_buf);
        if self.dialog_service == Some(DialogService::Missing) {
            self.ask_for_path(purpose, &name, folder.as_deref());
            return;
        }
        let known = self.dialog_service;
        self.jobs.start(ctx, Work::Choosing, move |_| {
            let service = known.unwrap_or_else(DialogService::detect);
            match service {
                DialogService::Available => {
                    let chosen = file_dialog::ask(&purpose, &name, folder.as_ref());
                    Report::Chosen(purpose, chosen)
                }
                DialogService::Missing => Report::NoDialogs(purpose, name, folder),
            }
        });
    }

    fn ask_for_path(&mut self, purpose: Purpose, name: &str, folder: Option<&Path>) {
        let folder = folder
            .map(Path::to_path_buf)
            .or_else(home)
            .unwrap_or_default();
        self.dialog = Some(Dialog::Path(PathQuestion {
            purpose,
            path: folder.join(name).display().to_string(),
        }));
    }

    /// Acts on what a person answered.
    pub(super) fn answered(&mut self, ctx: &egui::Context, answer: Answer) {
        match answer {
            Answer::Cancel => self.after_save = None,
            Answer::Confirmed(Change::Run(origin, command), assent) => {
                self.run_confirmed(ctx, origin, &command, &assent);
            }
            Answer::Confirmed(Change::Undo, assent) => {
                self.undo_or_redo(ctx, false, assent.reason.as_deref());
            }
            Answer::Confirmed(Change::Redo, assent) => {
                self.undo_or_redo(ctx, true, assent.reason.as_deref());
            }
            Answer::SaveThen(next) => {
                self.after_save = Some(next);
                self.save(ctx);
            }
            Answer::Discard(next) => self.go_on(ctx, next),
            Answer::DiscardEdits(then) => {
                self.discard_edits();
                self.carry_out(ctx, then);
            }
            Answer::Overwrite(path) => self.save_to(ctx, path, OnConflict::Overwrite),
            Answer::SaveAs => self.save_as(ctx),
            Answer::Reload(path) => self.open(ctx, path),
            Answer::Chosen(purpose, path) => self.chosen(ctx, purpose, path, false),
            Answer::Found(founding) => self.found(*founding),
            Answer::Run(command, assent) => {
                self.run(ctx, Origin::ActiveUsers, &command, &assent);
            }
            Answer::Go(request) => self.outbox.ask(*request),
        }
    }

    fn found(&mut self, founding: Founding) {
        let now = founding.now;
        match found(founding) {
            Ok(tenant) => {
                let index = super::user_index::UserIndex::build(&tenant, &self.catalogue, now);
                let loaded = Loaded {
                    tenant,
                    index,
                    file: None,
                    changed_outside: false,
                    broken: None,
                };
                let mut document = self.document_of(loaded);
                document.is_new = true;
                self.show_document(document);
            }
            Err(error) => {
                self.dialog = Some(Dialog::Error {
                    title: t!(self.texts, "dialog-new-title"),
                    text: error.to_string(),
                });
            }
        }
    }

    fn document_of(&self, loaded: Loaded) -> Document {
        Document::new(loaded, Arc::clone(&self.catalogue), self.clock)
    }

    /// Goes on with a file that was chosen. Who typed the path was not asked yet whether an
    /// existing file may go; the system's own dialog asks that itself.
    fn chosen(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf, asked: bool) {
        match purpose {
            Purpose::Open => self.open(ctx, path),
            Purpose::Import => self.jobs.read(ctx, path),
            Purpose::Compare => self.compare_with(ctx, path),
            Purpose::SaveAs => {
                let path = with_extension(path);
                let on_conflict = if asked {
                    OnConflict::Overwrite
                } else {
                    OnConflict::Refuse
                };
                self.save_to(ctx, path, on_conflict);
            }
            Purpose::Export { text } => self.jobs.export(ctx, path, text),
        }
    }

    /// Takes in what a job reports.
    pub(super) fn take_report(&mut self, ctx: &egui::Context, report: Report) {
        match report {
            Report::Opened(path, Ok(loaded)) => {
                if loaded.changed_outside {
                    let file = path.display().to_string();
                    let text = t!(self.texts, "notice-changed-outside", file = file);
                    self.notices.tell(ctx, Tone::Warning, text);
                }
                if let Some(at) = loaded.broken {
                    let (file, number) = (path.display().to_string(), at.number);
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
            Report::Opened(path, Err(error)) => {
                if error.problem == Problem::NotFound {
                    self.settings.forget(&path);
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
            Report::Made(loaded) => {
                let document = self.document_of(*loaded);
                self.show_document(document);
            }
            Report::Saved(path, revision, outcome) => self.saved(ctx, path, revision, outcome),
            Report::Chosen(purpose, Some(path)) => {
                self.dialog_service = Some(DialogService::Available);
                self.chosen(ctx, purpose, path, true);
            }
            Report::Chosen(_, None) => {
                self.dialog_service = Some(DialogService::Available);
                self.after_save = None;
            }
            Report::NoDialogs(purpose, name, folder) => {
                self.dialog_service = Some(DialogService::Missing);
                self.ask_for_path(purpose, &name, folder.as_deref());
            }
            Report::Read(path, outcome) => self.screens.import.on_read(&path, outcome),
            Report::Compared(path, outcome) => self.screens.changes.on_compared(&path, outcome),
            Report::Rehearsed(origin, number, outcome) => {
                self.rehearsed(origin, number, outcome);
            },
            Report::Worked(worked, done) => self.take_worked(ctx, *worked, done),
            Report::Exported(path, outcome) => {
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
                    open.path = Some(path.clone());
                    open.fingerprint = Some(saved.fingerprint);
                }
                let file = path.display().to_string();
                let text = t!(self.texts, "notice-saved", file = file);
                self.notices.tell(ctx, Tone::Good, text);
                self.remember(ctx, &path);
                if let Some(next) = self.after_save.take() {
                    self.guard(ctx, next);
                }
            }
            Err(SaveError::ChangedOnDisk) => {
                self.dialog = Some(Dialog::ChangedOnDisk(path));
            }
            Err(SaveError::Exists) => self.dialog = Some(Dialog::Exists(path)),
            Err(error) => {
                self.after_save = None;
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

/// A name as the beginning of a file's name: plain letters, digits and hyphens.
fn file_stem(name: &str) -> String {
    let stem: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    let stem = stem
        .split('-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    if stem.is_empty() {
        "tenant".to_owned()
    } else {
        stem
    }
}

/// The path with the ending of tenant files, unless it has one of its own.
fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(EXTENSION);
    PathBuf::from(name)
}

fn home() -> Option<PathBuf> {
    directories::UserDirs::new().map(|dirs| dirs.home_dir().to_path_buf())
}
