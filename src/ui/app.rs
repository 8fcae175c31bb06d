//! The app: what is open, which view is shown, and one frame from input to outbox.
//!
//! Files are [`super::files`]' part of it. No view is drawn with a mutable tenant.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Ui};

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::Language;
use crate::i18n::Texts;
use crate::session::Clock;
use crate::storage::settings::{LoadedSettings, Settings, TEXT_SCALE, ThemeChoice};
use crate::t;

use super::command_palette;
use super::details;
use super::dialogs::{self, Dialog, Next};
use super::document::Document;
use super::file_dialog::{DialogService, Purpose};
use super::jobs::{Jobs, Work};
use super::many::Rehearsals;
use super::notices::{Notices, Tone};
use super::outbox::{Origin, Outbox, Request};
use super::panes;
use super::screens::Screens;
use super::shell::Shell;
use super::theme;
use super::ui_command::{self, UiCommand};
use super::view_context::ViewContext;
use super::views::{groups, import, role_editor, sign_in, start};
use super::widgets::focus;
use super::{Launch, View};

/// Steps between the text sizes.
const TEXT_STEP: f32 = 0.1;

/// What an app is made with.
pub struct Options {
    /// What to begin with.
    pub launch: Launch,
    /// The roles.
    pub catalogue: Arc<RoleCatalogue>,
    /// Tells the time.
    pub clock: Clock,
    /// Where the settings stand; nowhere when absent.
    pub settings: Option<PathBuf>,
    /// The language when the settings name none.
    pub language: Language,
    /// Whether file dialogs can be shown; looked for when first needed, if not said.
    pub dialogs: Option<DialogService>,
}

/// The whole window.
pub struct App {
    pub(super) texts: Texts,
    pub(super) settings: Settings,
    pub(super) settings_path: Option<PathBuf>,
    pub(super) catalogue: Arc<RoleCatalogue>,
    pub(super) clock: Clock,
    pub(super) dialog_service: Option<DialogService>,
    pub(super) document: Option<Document>,
    pub(super) view: View,
    pub(super) dialog: Option<Dialog>,
    pub(super) jobs: Jobs,
    pub(super) notices: Notices,
    /// What waits until what is open is saved, or changed by a worker.
    pub(super) after_work: Option<Next>,
    pub(super) may_quit: bool,
    pub(super) outbox: Outbox,
    pub(super) palette: Option<command_palette::State>,
    pub(super) screens: Screens,
    pub(super) rehearsals: Rehearsals,
    pub(super) editor: Option<role_editor::State>,
    /// Whether a text field had the keyboard at the end of the latest frame.
    pub(super) typing: bool,
}

impl App {
    /// Makes the app and begins what it was launched for.
    pub fn new(ctx: &egui::Context, options: Options) -> Self {
        theme::install(ctx);
        ctx.options_mut(|egui| egui.zoom_with_keyboard = false);
        let LoadedSettings {
            settings,
            put_aside,
        } = options
            .settings
            .as_deref()
            .map(Settings::load_from)
            .unwrap_or_default();
        let language = settings.language.unwrap_or(options.language);
        let mut app = Self {
            texts: Texts::new(language),
            settings,
            settings_path: options.settings,
            catalogue: options.catalogue,
            clock: options.clock,
            dialog_service: options.dialogs,
            document: None,
            view: View::Start,
            dialog: None,
            jobs: Jobs::default(),
            notices: Notices::default(),
            after_work: None,
            may_quit: false,
            outbox: Outbox::default(),
            palette: None,
            screens: Screens::default(),
            rehearsals: Rehearsals::default(),
            editor: None,
            typing: false,
        };
        app.apply_settings(ctx);
        if let Some(path) = put_aside {
            let file = path.display().to_string();
            let text = t!(app.texts, "notice-settings-bad", file = file);
            app.notices.tell(ctx, Tone::Warning, text);
        }
        match options.launch {
            Launch::Start => {}
            Launch::Sample => app.outbox.ui(UiCommand::OpenSample),
            Launch::File(path) => app.outbox.ui(UiCommand::OpenFile(path)),
        }
        app
    }

    /// What is open, for tests that look behind the screen.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// Which view is shown.
    pub fn view(&self) -> View {
        self.view
    }

    /// Shows times in UTC, so that pictures are the same everywhere.
    pub fn show_times_in_utc(&mut self) {
        let language = self.texts.language();
        self.texts = Texts::new(language).in_utc();
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        focus::give_back(&ctx);
        for finished in self.jobs.collect(&ctx, self.dialog.is_some()) {
            self.take_report(&ctx, finished);
        }
        if let Some(open) = &mut self.document {
            open.refresh();
        }
        self.keep_findings(&ctx);
        self.read_input(&ctx);
        self.draw(ui);
        self.show_over(&ctx);
        self.typing = ctx.text_edit_focused();
        for request in self.outbox.drain() {
            // What is on the screen was drawn before this.
            ctx.request_repaint();
            match request {
                Request::Run {
                    origin,
                    command,
                    assent,
                } => self.run(&ctx, origin, &command, &assent),
                Request::Rehearse { origin, plan } => self.rehearse(&ctx, origin, plan),
                Request::RunEach {
                    origin,
                    plan,
                    assent,
                } => self.run_each(&ctx, origin, plan, assent),
                Request::Ui(command) => self.carry_out(&ctx, command),
            }
        }
    }

    fn read_input(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| {
            let file = input.raw.dropped_files.first()?;
            Some(file.path().to_path_buf())
        });
        if let Some(path) = dropped {
            let acts = (self.document.as_ref()).is_some_and(|it| it.session.actor().is_some());
            let command = if acts && import::is_table(&path) {
                UiCommand::ImportFrom(path)
            } else {
                UiCommand::OpenFile(path)
            };
            self.outbox.ui(command);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_quit {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.outbox.ui(UiCommand::Quit);
        }
        if self.details_closed_by_key(ctx) {
            self.outbox.ui(UiCommand::CloseDetails);
        }
        // A question that a view asks keeps the keyboard to itself as a dialog does.
        let asked = ctx.memory(|memory| memory.top_modal_layer().is_some());
        if self.dialog.is_none()
            && (!asked || self.palette.is_some())
            && let Some(command) = ui_command::pressed(ctx)
        {
            self.outbox.ui(command);
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let mut shell = Shell {
            texts: &self.texts,
            document: self.document.as_ref(),
            view: self.view,
            notices: &self.notices,
            work: self.jobs.status(),
            outbox: &mut self.outbox,
        };
        shell.top_bar(ui);
        let cancelled = shell.status_line(ui);
        if !matches!(self.view, View::Start | View::SignIn) {
            shell.navigation(ui);
        }
        if cancelled {
            self.jobs.cancel();
        }
        let page = theme::palette(ui).page;
        let frame = Frame::new()
            .fill(page)
            .inner_margin(Margin::symmetric(20, 12));
        let Some(open) = &self.document else {
            CentralPanel::default().frame(frame).show(ui, |ui| {
                start::ui(ui, &self.texts, &self.settings.recent, &mut self.outbox);
            });
            return;
        };
        let mut cx = ViewContext {
            texts: &self.texts,
            session: &open.session,
            index: &open.index,
            findings: &open.findings,
            selected: self.editor.as_ref().map(role_editor::State::user),
            file: open.path.as_deref(),
            settings: &self.settings,
            work: self.jobs.status(),
            outbox: &mut self.outbox,
        };
        if self.view == View::ActiveUsers
            && let Some(editor) = &mut self.editor
            && details::panel(ui, &mut cx, editor)
        {
            return;
        }
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| self.screens.ui(ui, &mut cx, self.view));
    }

    /// What stands over the views: palette, dialog, notices.
    fn show_over(&mut self, ctx: &egui::Context) {
        if let Some(palette) = &mut self.palette {
            let (closes, command) =
                command_palette::show(ctx, &self.texts, self.document.as_ref(), palette);
            if closes {
                self.palette = None;
            }
            if let Some(command) = command {
                self.outbox.ui(command);
            }
        }
        if let Some(dialog) = &mut self.dialog {
            let session = self.document.as_ref().map(|open| &open.session);
            let answer = dialogs::show(ctx, &self.texts, session, dialog);
            if let Some(answer) = answer {
                self.dialog = None;
                self.answered(ctx, answer);
            }
        }
        self.notices.show(ctx, &self.texts);
    }

    #[expect(clippy::too_many_lines, reason = "a table, an arm a command")]
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, command: UiCommand) {
        let signed_in = self
            .document
            .as_ref()
            .is_some_and(|open| open.session.actor().is_some());
        if command.needs_tenant() && !signed_in && command != UiCommand::CloseTenant {
            return;
        }
        if self.asks_about_edits(&command) {
            return;
        }
        match command {
            UiCommand::NewTenant => self.guard(ctx, Next::New),
            UiCommand::Open => self.guard(ctx, Next::Open),
            UiCommand::OpenSample => self.guard(ctx, Next::Sample),
            UiCommand::OpenFile(path) => self.guard(ctx, Next::OpenFile(path)),
            UiCommand::CloseTenant => self.guard(ctx, Next::Close),
            UiCommand::Quit => self.guard(ctx, Next::Quit),
            UiCommand::Save => self.save(ctx),
            UiCommand::SaveAs => self.save_as(ctx),
            UiCommand::Export { name, text } => self.export(ctx, &name, text),
            UiCommand::Undo => self.undo_or_redo(ctx, false, None),
            UiCommand::Redo => self.undo_or_redo(ctx, true, None),
            UiCommand::CommandPalette => {
                self.palette = match self.palette {
                    Some(_) => None,
                    None => Some(command_palette::State::default()),
                };
            }
            UiCommand::FindPeople => {
                self.view = View::ActiveUsers;
                self.screens.users.focus_search();
            }
            UiCommand::ShowOverview => self.view = View::Overview,
            UiCommand::ShowActiveUsers => self.view = View::ActiveUsers,
            UiCommand::ShowRoles => self.view = View::Roles,
            UiCommand::ShowRolesLike(query) => {
                self.screens.roles.ask(*query);
                self.view = View::Roles;
            }
            UiCommand::ShowRole(role) => {
                self.screens.roles.show(role);
                self.view = View::Roles;
            }
            UiCommand::ShowAccess => self.view = View::Access,
            UiCommand::AskAccess(question) => {
                self.screens.access.ask(*question);
                self.view = View::Access;
            }
            UiCommand::ShowReview => self.view = View::Review,
            UiCommand::ShowFinding(finding) => {
                self.screens.review.show(finding);
                self.view = View::Review;
            }
            UiCommand::ShowGroup(group) => {
                self.screens
                    .groups
                    .show(groups::rows::Subject::Group(group));
                self.view = View::Groups;
            }
            UiCommand::ShowPermissions => self.view = View::Permissions,
            UiCommand::ShowDeletedUsers => self.view = View::DeletedUsers,
            UiCommand::ShowGroups => self.view = View::Groups,
            UiCommand::ShowOrganization => self.view = View::Organization,
            UiCommand::ShowOrganizationTab(tab) => {
                self.screens.organization.show(tab);
                self.view = View::Organization;
            }
            UiCommand::ShowChanges => self.view = View::Changes,
            UiCommand::AddUser => self.view = View::AddUser,
            UiCommand::BulkEdit(people) => {
                self.screens.bulk.open(people);
                self.view = View::BulkEdit;
            }
            UiCommand::ImportPeople => {
                self.screens.import.open();
                self.view = View::Import;
            }
            UiCommand::ImportFrom(path) => {
                self.screens.import.open();
                self.view = View::Import;
                self.read(ctx, path);
            }
            UiCommand::ChooseImport => self.choose(ctx, Purpose::Import, String::new()),
            UiCommand::ChooseCompare => self.choose(ctx, Purpose::Compare, String::new()),
            UiCommand::CompareWith(path) => self.compare_with(ctx, path),
            UiCommand::CancelWork => self.cancel_changes(),
            UiCommand::ShowUser(user) => {
                self.view = View::ActiveUsers;
                self.open_details(user);
            }
            UiCommand::ShowPeople(query) => {
                self.view = View::ActiveUsers;
                self.screens.users.set_query(*query);
            }
            UiCommand::CloseDetails => self.close_details(),
            UiCommand::EditProfile(user) => self.edit_profile(user),
            UiCommand::EditLicences(user) => self.edit_licences(user),
            UiCommand::Ask(question) => self.dialog = Some(Dialog::Question(question)),
            UiCommand::NextPane => panes::next(ctx),
            UiCommand::SwitchAccount => {
                self.editor = None;
                self.screens.sign_in = sign_in::State::default();
                self.view = View::SignIn;
            }
            UiCommand::SignInAs(user) => self.sign_in_as(user),
            UiCommand::Theme(theme) => {
                self.settings.theme = theme;
                self.settings_changed(ctx);
            }
            UiCommand::Speak(language) => {
                self.texts.set_language(language);
                self.settings.language = Some(language);
                self.settings_changed(ctx);
            }
            UiCommand::TextLarger => self.scale_text(ctx, self.settings.text_scale + TEXT_STEP),
            UiCommand::TextSmaller => self.scale_text(ctx, self.settings.text_scale - TEXT_STEP),
            UiCommand::TextReset => self.scale_text(ctx, 1.0),
        }
    }

    fn sign_in_as(&mut self, user: crate::domain::user::UserId) {
        let Some(open) = &mut self.document else {
            return;
        };
        if open.session.sign_in(user).is_ok() {
            self.editor = None;
            self.view = View::Overview;
        }
    }

    /// Shows what was just opened.
    pub(super) fn show_document(&mut self, document: Document) {
        if let Some(old) = self.document.replace(document) {
            old.drop_elsewhere();
        }
        self.editor = None;
        self.screens = Screens::default();
        self.forget_work();
        self.view = View::SignIn;
    }

    /// Shows the start view.
    pub(super) fn close_document(&mut self) {
        if let Some(old) = self.document.take() {
            old.drop_elsewhere();
        }
        self.editor = None;
        self.screens = Screens::default();
        self.forget_work();
        self.view = View::Start;
    }

    /// Stops what views asked workers for; what is read or written goes on.
    fn cancel_changes(&mut self) {
        for work in [Work::Rehearsing, Work::Applying, Work::Comparing] {
            self.jobs.cancel_work(work);
        }
    }

    /// Forgets the work and the questions about a tenant which is no longer open.
    fn forget_work(&mut self) {
        self.cancel_changes();
        self.dialog = None;
        self.palette = None;
        self.after_work = None;
        self.rehearsals.begin(Origin::BulkEdit);
        self.rehearsals.begin(Origin::Import);
        self.rehearsals.begin(Origin::Review);
    }

    fn scale_text(&mut self, ctx: &egui::Context, scale: f32) {
        self.settings.text_scale = scale.clamp(*TEXT_SCALE.start(), *TEXT_SCALE.end());
        self.settings_changed(ctx);
    }

    fn apply_settings(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(self.settings.text_scale);
    }

    /// Puts changed settings into force and keeps them.
    fn settings_changed(&mut self, ctx: &egui::Context) {
        self.apply_settings(ctx);
        self.keep_settings(ctx);
    }

    /// Writes the settings down.
    pub(super) fn keep_settings(&mut self, ctx: &egui::Context) {
        if let Some(path) = &self.settings_path
            && let Err(error) = self.settings.save_to(path)
        {
            let text = t!(self.texts, "notice-settings", error = error.to_string());
            self.notices.tell(ctx, Tone::Warning, text);
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }
}
