//! The questions the window asks over everything else, one at a time.
//!
//! A dialog only collects an answer; the app acts on it.

mod licences;
mod new_tenant;
mod profile;
mod question;

use std::path::PathBuf;

use egui::epaint::MarginF32;
use egui::{Id, Key, Label, Modal, ScrollArea, TextEdit, Ui};

use crate::domain::apply::{Assent, Founding};
use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::i18n::Texts;
use crate::session::Session;
use crate::t;

use super::file_dialog::Purpose;
use super::outbox::{Origin, Request};
use super::rule_text::rule_texts;
use super::theme::{self, icon};
use super::ui_command::UiCommand;
use super::widgets::field::Field;
use super::widgets::focus::silent;
use super::widgets::why::{REASON_MAX, TICKET_MAX};
use super::widgets::{self, button};

pub use self::licences::EditLicences;
pub use self::new_tenant::NewTenant;
pub use self::profile::{EditProfile, is_country};
pub use self::question::Question;

/// The room of a scroll bar beside what it scrolls.
const BAR: f32 = theme::SPACE_3;

/// A question that is open.
pub enum Dialog {
    /// A change asks for a confirmation with a reason.
    Reason {
        /// What is to be done.
        change: Change,
        /// What it confirms.
        decision: Decision,
        /// The reason typed so far; to begin with, the one that was typed with the change.
        reason: String,
        /// The ticket typed so far, likewise.
        ticket: String,
    },
    /// There are unsaved changes, and something would close them.
    Unsaved(Next),
    /// What was edited about a person is not saved, and something would close the editor.
    DiscardEdits {
        /// Whose details they are.
        name: String,
        /// What was asked for.
        then: UiCommand,
    },
    /// The file changed on disk since it was opened.
    ChangedOnDisk(PathBuf),
    /// A file of that name exists.
    Exists(PathBuf),
    /// No dialog service: a path is typed.
    Path(PathQuestion),
    /// A new tenant.
    NewTenant(NewTenant),
    /// A person's name and place in the organisation.
    Profile(Box<EditProfile>),
    /// The seats a person holds.
    Licences(Box<EditLicences>),
    /// Something that is hard to take back is asked for.
    Question(Box<Question>),
    /// Something could not be done.
    Error {
        /// What.
        title: String,
        /// Why.
        text: String,
    },
}

/// What is done once there is a reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Run this Command for who asked it.
    Run(Origin, Command),
    /// Take back the latest change.
    Undo,
    /// Do it again.
    Redo,
}

/// A path that is typed.
pub struct PathQuestion {
    /// What for.
    pub purpose: Purpose,
    /// What is typed so far.
    pub path: String,
}

/// What happens once unsaved changes are dealt with.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Ask for a new tenant.
    New,
    /// Choose a file to open.
    Open,
    /// Open this file.
    OpenFile(PathBuf),
    /// Open the sample.
    Sample,
    /// Close the tenant.
    Close,
    /// Close the window.
    Quit,
}

/// What a person answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Nothing: close the dialog.
    Cancel,
    /// Do it, for this reason and ticket.
    Confirmed(Change, Assent),
    /// Save, then go on.
    SaveThen(Next),
    /// Go on without saving.
    Discard(Next),
    /// Forget what was edited about a person, then do this.
    DiscardEdits(UiCommand),
    /// Write over what is there.
    Overwrite(PathBuf),
    /// Save under another name.
    SaveAs,
    /// Read the file again and lose the changes.
    Reload(PathBuf),
    /// This path.
    Chosen(Purpose, PathBuf),
    /// Make this tenant.
    Found(Box<Founding>),
    /// Run this Command, for what was typed as its reason and ticket.
    Run(Command, Assent),
    /// Do what was asked about.
    Go(Box<Request>),
}

/// Shows `dialog` and returns the answer, once there is one.
pub fn show(
    ctx: &egui::Context,
    texts: &Texts,
    session: Option<&Session>,
    dialog: &mut Dialog,
) -> Option<Answer> {
    let width = (ctx.content_rect().width() - 64.0).min(480.0);
    let margin = MarginF32 {
        right: theme::SPACE_6 - BAR,
        ..MarginF32::same(theme::SPACE_6)
    };
    let modal = Modal::new(Id::unique("dialog"))
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(margin))
        .backdrop_color(theme::palette(ctx).backdrop)
        .show(ctx, |ui| {
            // In a small window, or with large text, a dialog is higher than there is room.
            let most = ctx.content_rect().height() - 2.0 * (theme::SPACE_6 + theme::SPACE_2);
            ui.set_width(width + BAR);
            ScrollArea::vertical()
                .auto_shrink([false, true])
                .max_height(most)
                .min_scrolled_height(most)
                .show(ui, |ui| {
                    ui.set_width(width);
                    content(ui, texts, session, dialog)
                })
                .inner
        });
    let closed = modal.should_close().then_some(Answer::Cancel);
    modal.inner.or(closed)
}

fn content(
    ui: &mut Ui,
    texts: &Texts,
    session: Option<&Session>,
    dialog: &mut Dialog,
) -> Option<Answer> {
    match dialog {
        Dialog::Reason {
            change,
            decision,
            reason,
            ticket,
        } => {
            reason_dialog(ui, texts, session, change, decision, [reason, ticket]).map(|confirmed| {
                if confirmed {
                    let ticket = Some(ticket.trim()).filter(|ticket| !ticket.is_empty());
                    let assent = Assent {
                        ticket: ticket.map(Into::into),
                        ..Assent::because(reason.as_str())
                    };
                    Answer::Confirmed(change.clone(), assent)
                } else {
                    Answer::Cancel
                }
            })
        }
        Dialog::Unsaved(next) => unsaved(ui, texts, next),
        Dialog::DiscardEdits { name, then } => discard_edits(ui, texts, name, then),
        Dialog::ChangedOnDisk(path) => {
            let file = path.display().to_string();
            let words = [
                t!(texts, "dialog-conflict-title"),
                t!(texts, "dialog-conflict-text", file = file),
            ];
            overwriting(ui, texts, words, path, true)
        }
        Dialog::Exists(path) => {
            let file = path.display().to_string();
            let words = [
                t!(texts, "dialog-exists-title"),
                t!(texts, "dialog-exists-text", file = file),
            ];
            overwriting(ui, texts, words, path, false)
        }
        Dialog::Path(question) => path_question(ui, texts, question),
        Dialog::NewTenant(new) => {
            let now = session.map_or_else(crate::session::system_clock, Session::now);
            new_tenant::new_tenant(ui, texts, new, now)
        }
        Dialog::Profile(edit) => profile::edit_profile(ui, texts, session, edit),
        Dialog::Licences(edit) => licences::edit_licences(ui, texts, session, edit),
        Dialog::Question(question) => question::question(ui, texts, question),
        Dialog::Error { title, text } => {
            heading(ui, icon::ERROR_FILLED, title);
            ui.label(text.as_str());
            buttons(ui, |ui| {
                button::primary(ui, t!(texts, "close"))
                    .clicked()
                    .then_some(Answer::Cancel)
            })
        }
    }
}

fn heading(ui: &mut Ui, glyph: &str, text: &str) {
    ui.horizontal_top(|ui| {
        let p = theme::palette(ui);
        let colour = match glyph {
            icon::ERROR_FILLED => p.danger,
            icon::WARNING_FILLED => p.warning,
            icon::PRIVILEGED => p.privileged,
            _ => p.accent_text,
        };
        let mark = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        silent(ui.label(mark.color(colour)));
        ui.add(Label::new(theme::subtitle(text)).wrap());
    });
    ui.add_space(theme::SPACE_2);
}

fn buttons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(theme::SPACE_4);
    ui.horizontal_wrapped(add).inner
}

fn reason_dialog(
    ui: &mut Ui,
    texts: &Texts,
    session: Option<&Session>,
    change: &Change,
    decision: &Decision,
    [reason, ticket]: [&mut String; 2],
) -> Option<bool> {
    heading(ui, icon::PRIVILEGED, &t!(texts, "dialog-reason-title"));
    let rules = session.map(|session| {
        let asked = decision.confirmations();
        rule_texts(texts.language(), session.catalogue(), asked)
    });
    for rule in rules.unwrap_or_default() {
        ui.label(rule.sentence);
        if let Some(number) = rule.label {
            ui.label(theme::caption(ui, t!(texts, "rule", number = number)));
        }
    }
    ui.add_space(theme::SPACE_2);
    let label = ui.label(theme::medium(t!(texts, "dialog-reason")));
    let field = ui
        .add(
            TextEdit::multiline(reason)
                .char_limit(REASON_MAX)
                .desired_rows(3)
                .desired_width(f32::INFINITY)
                .hint_text(t!(texts, "dialog-reason-hint")),
        )
        .labelled_by(label.id);
    focus_once(ui, &field);
    // Who goes through the history keeps the ticket of the change.
    if matches!(change, Change::Run(..)) {
        let label = t!(texts, "dialog-ticket");
        let hint = t!(texts, "dialog-ticket-hint");
        let look = Field {
            label: &label,
            hint: &hint,
            limit: TICKET_MAX,
            ..Field::default()
        };
        widgets::field::field(ui, "ticket", ticket, look);
    }
    let ready = !reason.trim().is_empty();
    let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
    buttons(ui, |ui| {
        let go = ui
            .add_enabled_ui(ready, |ui| button::primary(ui, t!(texts, "confirm")))
            .inner
            .on_disabled_hover_text(t!(texts, "dialog-reason-needed"));
        if go.clicked() || (ready && by_key) {
            return Some(true);
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(false)
    })
}

fn unsaved(ui: &mut Ui, texts: &Texts, next: &Next) -> Option<Answer> {
    heading(ui, icon::SAVE, &t!(texts, "dialog-unsaved-title"));
    ui.label(t!(texts, "dialog-unsaved-explained"));
    buttons(ui, |ui| {
        if button::primary(ui, t!(texts, "save")).clicked() {
            return Some(Answer::SaveThen(next.clone()));
        }
        if button::standard(ui, t!(texts, "dialog-discard")).clicked() {
            return Some(Answer::Discard(next.clone()));
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}

fn discard_edits(ui: &mut Ui, texts: &Texts, name: &str, then: &UiCommand) -> Option<Answer> {
    heading(
        ui,
        icon::EDIT,
        &t!(texts, "dialog-edits-title", name = name),
    );
    ui.label(t!(texts, "dialog-edits-text"));
    buttons(ui, |ui| {
        let keep = button::primary(ui, t!(texts, "dialog-edits-keep"));
        focus_once(ui, &keep);
        if keep.clicked() {
            return Some(Answer::Cancel);
        }
        button::standard(ui, t!(texts, "dialog-edits-discard"))
            .clicked()
            .then(|| Answer::DiscardEdits(then.clone()))
    })
}

/// Before a file is written over that holds something else: what is so, and the ways out.
fn overwriting(
    ui: &mut Ui,
    texts: &Texts,
    [title, text]: [String; 2],
    path: &std::path::Path,
    was_open: bool,
) -> Option<Answer> {
    heading(ui, icon::WARNING_FILLED, &title);
    ui.label(text);
    buttons(ui, |ui| {
        if button::primary(ui, t!(texts, "command-save-as")).clicked() {
            return Some(Answer::SaveAs);
        }
        if button::standard(ui, t!(texts, "dialog-overwrite")).clicked() {
            return Some(Answer::Overwrite(path.to_path_buf()));
        }
        if was_open && button::standard(ui, t!(texts, "dialog-reload")).clicked() {
            return Some(Answer::Reload(path.to_path_buf()));
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}

fn path_question(ui: &mut Ui, texts: &Texts, question: &mut PathQuestion) -> Option<Answer> {
    let opening = matches!(
        question.purpose,
        Purpose::Open | Purpose::Import | Purpose::Compare
    );
    let title = if opening {
        t!(texts, "dialog-path-open")
    } else {
        t!(texts, "dialog-path-save")
    };
    heading(ui, icon::FOLDER_OPEN, &title);
    ui.label(theme::secondary(ui, t!(texts, "dialog-path-why")));
    let label = ui.label(theme::medium(t!(texts, "dialog-path")));
    let field = ui
        .add(TextEdit::singleline(&mut question.path).desired_width(f32::INFINITY))
        .labelled_by(label.id);
    focus_once(ui, &field);
    let ready = !question.path.trim().is_empty();
    let by_key = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    buttons(ui, |ui| {
        let text = if opening {
            t!(texts, "dialog-open")
        } else {
            t!(texts, "save")
        };
        let go = ui
            .add_enabled_ui(ready, |ui| button::primary(ui, &text))
            .inner;
        if go.clicked() || (ready && by_key) {
            let path = PathBuf::from(question.path.trim());
            return Some(Answer::Chosen(question.purpose.clone(), path));
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}

/// Gives a field the focus when its dialog appears, and leaves it alone after that.
fn focus_once(ui: &Ui, field: &egui::Response) {
    let given = field.id.with("focus given");
    let frame = ui.ctx().cumulative_frame_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(given));
    ui.data_mut(|data| data.insert_temp(given, frame));
    if last.is_none_or(|last| last + 1 < frame) {
        field.request_focus();
    }
}
