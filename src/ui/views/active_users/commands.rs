//! The command bar: adding people, and what can be done to those who are checked, or to the one
//! whose details are open. What a rule forbids is disabled and says which rule; what has no room
//! stands in a menu.

mod verdicts;

use std::sync::Arc;

use egui::{Popup, PopupCloseBehavior, Ui};

use super::selection::Selection;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::domain::fold::fold;
use crate::domain::user::{SignIn, User, UserId};
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::dialogs::Question;
use crate::ui::many::Plan;
use crate::ui::outbox::{Origin, Request};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

use verdicts::Verdict;
pub use verdicts::Verdicts;

/// How many people the rules are asked about before anything is clicked.
const ASKED_MAX: usize = 50;
/// How many people a command that is all or nothing is given at a time.
const PEOPLE_MAX: usize = 10_000;
/// How many people are sorted by name before some of them are named.
const SORTED_MAX: usize = 1_000;
/// The width of the menu.
const MENU_WIDTH: f32 = 230.0;

/// What was clicked that the view itself does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Export what is shown.
    Export,
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    Add,
    Edit,
    Roles,
    Reset,
    Delete,
    Licences,
    SignIn,
    Import,
    Export,
}

/// A command: what it does, its icon, its words, and whether it is allowed.
type Face = (Does, &'static str, String, Verdict);

/// Draws the bar.
pub fn bar(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    selection: &mut Selection,
    verdicts: &mut Option<Verdicts>,
    exporting: bool,
) -> Option<Asked> {
    let question = verdicts::Question::of(cx, selection);
    if verdicts.as_ref().is_none_or(|it| !it.answer(&question)) {
        *verdicts = Some(Verdicts::of(question, cx, selection));
    }
    let verdicts = verdicts.as_ref()?;
    let faces = faces(cx, verdicts, exporting);
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let chosen = chosen_in_words(cx, selection);
        let for_chosen = chosen
            .as_ref()
            .map_or(0.0, |text| button::command_width(ui, text) + theme::SPACE_4);
        let room = ui.available_width() - for_chosen;
        let more = t!(cx.texts, "user-more");
        let fitting = fitting(ui, room, &more, faces.iter().map(|(_, _, text, _)| text));
        let (shown, rest) = faces.split_at(fitting);
        for (does, glyph, text, verdict) in shown {
            if button::command_button(ui, glyph, text, verdict.clone()).clicked() {
                clicked = Some(*does);
            }
        }
        if !rest.is_empty() {
            clicked = menu(ui, &more, rest).or(clicked);
        }
        if let Some(text) = chosen {
            ui.add_space(theme::SPACE_2);
            ui.separator();
            let clear = t!(cx.texts, "user-deselect");
            let response = button::command_button(ui, icon::DISMISS, &text, Ok(()));
            if response.on_hover_text(&clear).clicked() {
                selection.clear();
            }
        }
    });
    carry_out(cx, selection, verdicts.blocks, clicked?)
}

/// The commands in their order, the most used first.
fn faces(cx: &ViewContext<'_>, verdicts: &Verdicts, exporting: bool) -> [Face; 9] {
    let texts = cx.texts;
    let export = if exporting {
        Err(t!(texts, "user-exporting"))
    } else {
        Ok(())
    };
    let (sign_in, sign_in_icon) = if verdicts.blocks {
        (t!(texts, "user-block"), icon::PERSON_BLOCKED)
    } else {
        (t!(texts, "user-unblock"), icon::SIGN_IN)
    };
    let add = UiCommand::AddUser;
    let allowed = |verdict: &Verdict| verdict.clone();
    [
        (
            Does::Add,
            add.icon(),
            t!(texts, "user-add"),
            allowed(&verdicts.add),
        ),
        (
            Does::Edit,
            icon::EDIT,
            t!(texts, "edit"),
            allowed(&verdicts.edit),
        ),
        (
            Does::Roles,
            icon::ROLES,
            t!(texts, "user-edit-roles"),
            allowed(&verdicts.roles),
        ),
        (
            Does::Reset,
            icon::KEY_RESET,
            t!(texts, "user-reset-password"),
            allowed(&verdicts.reset),
        ),
        (
            Does::Delete,
            icon::PERSON_DELETE,
            t!(texts, "user-delete"),
            allowed(&verdicts.delete),
        ),
        (
            Does::Licences,
            icon::LICENCE,
            t!(texts, "command-edit-licences"),
            allowed(&verdicts.licences),
        ),
        (
            Does::SignIn,
            sign_in_icon,
            sign_in,
            allowed(&verdicts.sign_in),
        ),
        (
            Does::Import,
            icon::IMPORT,
            t!(texts, "command-import"),
            Ok(()),
        ),
        (Does::Export, icon::EXPORT, t!(texts, "user-export"), export),
    ]
}

/// The commands that have no room.
fn menu(ui: &mut Ui, more: &str, rest: &[Face]) -> Option<Does> {
    let response = button::command_button(ui, icon::MORE, more, Ok(()));
    let mut clicked = None;
    Popup::menu(&response)
        .gap(theme::SPACE_1)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.set_width(MENU_WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            for (does, glyph, text, verdict) in rest {
                let line = button::menu_button(ui, glyph, text, verdict.clone());
                if line.clicked() {
                    clicked = Some(*does);
                }
            }
        });
    clicked
}

fn carry_out(
    cx: &mut ViewContext<'_>,
    selection: &Selection,
    blocks: bool,
    does: Does,
) -> Option<Asked> {
    match does {
        Does::Add => cx.outbox.ui(UiCommand::AddUser),
        Does::Import => cx.outbox.ui(UiCommand::ImportPeople),
        Does::Export => return Some(Asked::Export),
        Does::Edit | Does::Roles | Does::Licences => {
            let chosen: Arc<[UserId]> = ids(cx, selection);
            let command = match (does, &*chosen) {
                (Does::Licences, [user]) => UiCommand::EditLicences(*user),
                (_, [user]) => UiCommand::ShowUser(*user),
                _ => UiCommand::BulkEdit(chosen),
            };
            cx.outbox.ui(command);
        }
        Does::Reset => run(cx, reset_all(&people(cx, selection, PEOPLE_MAX))),
        Does::SignIn => run(cx, sign_in_all(&people(cx, selection, PEOPLE_MAX), blocks)),
        Does::Delete => {
            let question = deleting(cx, selection);
            cx.outbox.ui(UiCommand::Ask(Box::new(question)));
        }
    }
    None
}

/// The people concerned: those who are checked, or else the one whose details are open.
fn people<'a>(cx: &ViewContext<'a>, selection: &Selection, most: usize) -> Vec<&'a User> {
    let tenant = cx.session.tenant();
    if selection.count() == 0 {
        return cx
            .selected
            .and_then(|id| tenant.user(id))
            .into_iter()
            .collect();
    }
    let rows = selection.rows().take(most);
    rows.filter_map(|row| tenant.users().get(Row(row)))
        .collect()
}

fn ids(cx: &ViewContext<'_>, selection: &Selection) -> Arc<[UserId]> {
    let people = people(cx, selection, usize::MAX);
    people.iter().map(|user| user.id).collect()
}

/// What is asked before people are deleted.
fn deleting(cx: &ViewContext<'_>, selection: &Selection) -> Question {
    let texts = cx.texts;
    let people = people(cx, selection, usize::MAX);
    let mut sorted: Vec<&User> = people.iter().take(SORTED_MAX).copied().collect();
    sorted.sort_by_cached_key(|user| fold(&user.profile.display_name));
    let days = cx.session.tenant().organization().deleted_user_days;
    let names = sorted.iter().map(|user| &*user.profile.display_name);
    let text = t!(texts, "delete-text", count = days);
    let go = t!(texts, "delete");
    let origin = Origin::ActiveUsers;
    if let [user] = people.as_slice() {
        let name = &*user.profile.display_name;
        return Question {
            title: t!(texts, "delete-one-title", name = name),
            names: vec![user.upn.to_string()],
            count: 1,
            text,
            go,
            request: Request::Run {
                origin,
                command: Command::DeleteUser(user.id),
                assent: Assent::default(),
            },
        };
    }
    let commands = people.iter().map(|user| Command::DeleteUser(user.id));
    Question {
        title: t!(texts, "delete-many-title", count = people.len()),
        names: Question::names(names),
        count: people.len(),
        text: format!("{text} {}", t!(texts, "delete-many-text")),
        go,
        request: Request::RunEach {
            origin,
            plan: Plan::Commands(commands.collect()),
            assent: Assent::default(),
        },
    }
}

fn reset_all(people: &[&User]) -> Command {
    together(people.iter().map(|user| Command::ResetPassword(user.id)))
}

fn sign_in_all(people: &[&User], block: bool) -> Command {
    let sign_in = if block {
        SignIn::Blocked
    } else {
        SignIn::Allowed
    };
    let others = people.iter().filter(|user| user.sign_in != sign_in);
    together(others.map(|user| Command::SetSignIn {
        user: user.id,
        sign_in,
    }))
}

fn together(commands: impl Iterator<Item = Command>) -> Command {
    let mut commands: Vec<_> = commands.collect();
    if commands.len() == 1 {
        commands.remove(0)
    } else {
        Command::Batch(commands)
    }
}

fn run(cx: &mut ViewContext<'_>, command: Command) {
    cx.outbox.run(Origin::ActiveUsers, command);
}

fn chosen_in_words(cx: &ViewContext<'_>, selection: &Selection) -> Option<String> {
    let count = selection.count();
    (count > 0).then(|| t!(cx.texts, "count-selected", count = count))
}

/// How many of the buttons have room, leaving some for the menu of the others when not all do.
fn fitting<'a>(ui: &Ui, room: f32, more: &str, names: impl Iterator<Item = &'a String>) -> usize {
    let gap = ui.spacing().item_spacing.x;
    let width = |name: &str| button::command_width(ui, name) + gap;
    let widths: Vec<f32> = names.map(|name| width(name)).collect();
    if widths.iter().sum::<f32>() <= room {
        return widths.len();
    }
    let mut left = room - width(more);
    widths
        .iter()
        .take_while(|width| {
            left -= **width;
            left >= 0.0
        })
        .count()
}
