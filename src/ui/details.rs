//! The details panel: where it stands, whose it is, and what keeps its edits from being lost.

use egui::{CentralPanel, Frame, Key, Panel, Popup, Ui, UiBuilder};

use crate::domain::user::UserId;
use crate::t;

use super::View;
use super::app::App;
use super::dialogs::{Dialog, EditLicences, EditProfile};
use super::theme;
use super::ui_command::UiCommand;
use super::view_context::ViewContext;
use super::views::role_editor;

/// The least width that is left for a view beside the panel; with less, the panel stands in its
/// place.
const LEAST_BESIDE: f32 = 440.0;

/// Draws the panel at the right of what is left of `ui`; whether it took all of that.
pub fn panel(ui: &mut Ui, cx: &mut ViewContext<'_>, editor: &mut role_editor::State) -> bool {
    let frame = Frame::new().fill(theme::palette(ui).surface);
    let whole = ui.available_width() < theme::DETAILS_WIDTH + LEAST_BESIDE;
    let mut content = |ui: &mut Ui| role_editor::ui(ui, cx, editor);
    if whole {
        CentralPanel::default().frame(frame).show(ui, content);
        return true;
    }
    Panel::right("details")
        .exact_size(theme::DETAILS_WIDTH)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            // A child of its own: a panel moves aside when its content is too wide.
            let rect = ui.max_rect();
            let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
            inside.shrink_clip_rect(rect);
            content(&mut inside);
        });
    false
}

impl App {
    /// Opens the dialog with someone's name and place in the organisation.
    pub(super) fn edit_profile(&mut self, user: UserId) {
        let tenant = self.document.as_ref().map(|open| open.session.tenant());
        if let Some(user) = tenant.and_then(|tenant| tenant.user(user)) {
            self.dialog = Some(Dialog::Profile(Box::new(EditProfile::new(user))));
        }
    }

    /// Opens the dialog with the seats someone holds.
    pub(super) fn edit_licences(&mut self, user: UserId) {
        let tenant = self.document.as_ref().map(|open| open.session.tenant());
        if let Some(user) = tenant.and_then(|tenant| tenant.user(user)) {
            self.dialog = Some(Dialog::Licences(Box::new(EditLicences::new(user))));
        }
    }

    /// Closes the details of someone who is not in the tenant any more.
    pub(super) fn close_details_of_the_gone(&mut self) {
        let (Some(editor), Some(open)) = (&self.editor, &self.document) else {
            return;
        };
        if open.session.tenant().user(editor.user()).is_none() {
            self.close_details();
        }
    }

    /// Asks before `command` would lose what was edited about a person, or what a form holds;
    /// whether it asks.
    pub(super) fn asks_about_edits(&mut self, command: &UiCommand) -> bool {
        if command.leaves_tenant() && self.is_busy() {
            // It waits for that work, and is asked about afterwards.
            return false;
        }
        let Some(name) = self.edits_lost_by(command) else {
            return false;
        };
        self.dialog = Some(Dialog::DiscardEdits {
            name,
            then: command.clone(),
        });
        true
    }

    /// Whose edits `command` would lose, or which form.
    pub(super) fn edits_lost_by(&self, command: &UiCommand) -> Option<String> {
        self.edited_person(command)
            .or_else(|| self.filled_in(command))
    }

    /// Whose edits `command` would lose.
    fn edited_person(&self, command: &UiCommand) -> Option<String> {
        let editor = self.editor.as_ref().filter(|it| it.is_changed())?;
        let leaves = command.leaves_details(editor.user());
        let tenant = self.document.as_ref().map(|open| open.session.tenant());
        let user = tenant.and_then(|tenant| tenant.user(editor.user()))?;
        leaves.then(|| user.profile.display_name.to_string())
    }

    /// Which form `command` would lose.
    fn filled_in(&self, command: &UiCommand) -> Option<String> {
        let open = self.document.as_ref().filter(|_| command.leaves_tenant())?;
        Some(match self.screens.unsaved(open.session.tenant())? {
            View::AddUser => t!(self.texts, "view-add-user"),
            View::BulkEdit => t!(self.texts, "view-bulk-edit"),
            _ => t!(self.texts, "view-organisation"),
        })
    }

    /// Forgets what was edited about a person; when nothing was, what a form holds.
    pub(super) fn discard_edits(&mut self) {
        let Some(open) = &self.document else { return };
        match self.editor.as_mut().filter(|it| it.is_changed()) {
            Some(editor) => editor.discard(&open.session),
            None => self.screens.forget_unsaved(open.session.tenant()),
        }
    }

    /// Shows someone's details, and leaves them as they are when they are shown already.
    pub(super) fn open_details(&mut self, user: UserId) {
        let Some(open) = &self.document else { return };
        if self.editor.as_ref().is_none_or(|it| it.user() != user) {
            self.editor = Some(role_editor::State::open(user, &open.session));
        }
    }

    /// Closes the details and gives the keyboard back to the list.
    pub(super) fn close_details(&mut self) {
        if self.editor.take().is_some() {
            self.screens.users.focus_list();
        }
    }

    /// Escape closes the details, once it has nothing nearer to close: the palette, a dialog, a
    /// menu, or the field that is typed in.
    pub(super) fn details_closed_by_key(&self, ctx: &egui::Context) -> bool {
        self.view == View::ActiveUsers
            && self.editor.is_some()
            && self.dialog.is_none()
            && self.palette.is_none()
            && !self.typing
            && !Popup::is_any_open(ctx)
            && ctx.input(|input| input.key_pressed(Key::Escape))
    }
}
