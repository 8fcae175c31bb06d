//! The app's dealings with files: opening, saving, and what stands in between.
//!
//! Nothing here blocks: work goes to [`super::jobs`] and comes back as a report, which
//! [`super::reports`] takes in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::apply::{Founding, found};
use crate::sample;
use crate::storage::OnConflict;
use crate::t;

use super::View;
use super::app::App;
use super::dialogs::{Answer, Change, Dialog, NewTenant, Next, PathQuestion};
use super::document::{Document, Loaded, Standing};
use super::file_dialog::{self, DialogService, EXTENSION, Purpose};
use super::jobs::{Report, Task, Work};
use super::notices::Tone;
use super::outbox::Origin;
use super::ui_command::UiCommand;

impl App {
    /// Goes on to `next`, after asking about unsaved changes.
    pub(super) fn guard(&mut self, ctx: &egui::Context, next: Next) {
        if self.is_busy() {
            // What is being saved, or changed by a worker, stays open until it is.
            self.after_work = Some(next);
            let text = t!(self.texts, "notice-waiting");
            self.notices.tell(ctx, Tone::Warning, text);
            return;
        }
        if self
            .document
            .as_ref()
            .is_some_and(Document::would_be_missed)
        {
            self.dialog = Some(Dialog::Unsaved(next));
        } else {
            self.go_on(ctx, next);
        }
    }

    /// Whether what is open is being saved, or changed by a worker.
    pub(super) fn is_busy(&self) -> bool {
        self.jobs.is_running(Work::Saving) || self.jobs.is_running(Work::Applying)
    }

    /// Goes on to what waited for work to end, as if it were asked for only now.
    pub(super) fn go_on_after_work(&mut self, ctx: &egui::Context) {
        let command = match self.after_work.take() {
            None => return,
            Some(Next::New) => UiCommand::NewTenant,
            Some(Next::Open) => UiCommand::Open,
            Some(Next::OpenFile(path)) => UiCommand::OpenFile(path),
            Some(Next::Sample) => UiCommand::OpenSample,
            Some(Next::Close) => UiCommand::CloseTenant,
            Some(Next::Quit) => UiCommand::Quit,
        };
        self.carry_out(ctx, command);
    }

    /// Whether something would be lost that was done after `of`, when it was asked about last.
    pub(super) fn would_lose(&self, of: Option<Standing>) -> bool {
        let edited = self.edits_lost_by(&UiCommand::OpenSample).is_some();
        let open = self.document.as_ref();
        let missed = |open: &Document| of != Some(open.standing()) && open.would_be_missed();
        edited || open.is_some_and(missed)
    }

    /// Where what is open stands.
    pub(super) fn standing(&self) -> Option<Standing> {
        self.document.as_ref().map(Document::standing)
    }

    fn go_on(&mut self, ctx: &egui::Context, next: Next) {
        match next {
            Next::New => self.dialog = Some(Dialog::NewTenant(NewTenant::default())),
            Next::Open => self.choose(ctx, Purpose::Open, String::new()),
            Next::OpenFile(path) => self.open(ctx, path),
            Next::Sample => {
                let now = (self.clock)();
                let catalogue = Arc::clone(&self.catalogue);
                let of = self.standing();
                let make = move || sample::dutch_organisation(now);
                self.jobs.make(ctx, of, catalogue, now, make);
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
            let of = self.standing();
            self.jobs.open(ctx, of, path, catalogue, (self.clock)());
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
        let of = Some(open.standing());
        self.jobs
            .save(ctx, of, snapshot, path, expected, on_conflict);
    }

    /// Reads a file with people to bring in.
    pub(super) fn read(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.jobs.read(ctx, self.standing(), path);
    }

    /// Compares a tenant file with what is open.
    pub(super) fn compare_with(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(open) = &self.document else { return };
        if !self.jobs.is_running(Work::Comparing) {
            let (now, catalogue) = (open.session.tenant().clone(), Arc::clone(&self.catalogue));
            let of = Some(open.standing());
            self.view = View::Changes;
            self.screens.changes.on_comparing();
            self.jobs.compare(ctx, of, path, now, catalogue);
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
        let task = Task::new(Work::Choosing, self.standing());
        self.jobs.start(ctx, task, move |_| {
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

    pub(super) fn ask_for_path(&mut self, purpose: Purpose, name: &str, folder: Option<&Path>) {
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
            Answer::Cancel => self.after_work = None,
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
                self.after_work = Some(next);
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

    pub(super) fn document_of(&self, loaded: Loaded) -> Document {
        Document::new(loaded, Arc::clone(&self.catalogue), self.clock)
    }

    /// Goes on with a file that was chosen. Who typed the path was not asked yet whether an
    /// existing file may go; the system's own dialog asks that itself.
    pub(super) fn chosen(
        &mut self,
        ctx: &egui::Context,
        purpose: Purpose,
        path: PathBuf,
        asked: bool,
    ) {
        match purpose {
            Purpose::Open => self.open(ctx, path),
            Purpose::Import => self.read(ctx, path),
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
            Purpose::Export { text } => self.jobs.export(ctx, self.standing(), path, text),
        }
    }
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
