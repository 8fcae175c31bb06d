//! The command bar: what can be done to the people who are checked, or to the one whose details
//! are open. What a rule forbids is disabled and says which rule.

use egui::Ui;

use super::selection::Selection;
use crate::domain::apply::Refusal;
use crate::domain::command::{Command, RoleChoice};
use crate::domain::language::Language;
use crate::domain::rule::Rule;
use crate::domain::user::{SignIn, User, UserId};
use crate::domain::user_table::Row;
use crate::session::ExecuteError;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::Kind;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

/// How many people the rules are asked about before anything is clicked.
const ASKED_MAX: usize = 50;
/// How many people a command is given at a time.
const PEOPLE_MAX: usize = 10_000;

/// What the rules say, kept until something changes that they may look at.
pub struct Verdicts {
    question: Question,
    edit: Result<(), String>,
    reset: Result<(), String>,
    sign_in: Result<(), String>,
    /// Whether the sign-in command blocks; it unblocks when all are blocked.
    blocks: bool,
}

/// What verdicts depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    stamp: u64,
    revision: u64,
    selection: u64,
    actor: Option<UserId>,
    open: Option<UserId>,
    language: Language,
    minute: i64,
}

/// What was clicked that the view itself does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Export what is shown.
    Export,
}

/// Draws the bar.
pub fn bar(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    selection: &mut Selection,
    verdicts: &mut Option<Verdicts>,
    exporting: bool,
) -> Option<Asked> {
    let question = Question::of(cx, selection);
    if verdicts
        .as_ref()
        .is_none_or(|kept| kept.question != question)
    {
        *verdicts = Some(Verdicts::of(question, cx, selection));
    }
    let verdicts = verdicts.as_ref()?;
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
    let buttons = [
        (
            icon::ROLES,
            t!(texts, "user-edit-roles"),
            verdicts.edit.clone(),
        ),
        (
            icon::KEY_RESET,
            t!(texts, "user-reset-password"),
            verdicts.reset.clone(),
        ),
        (sign_in_icon, sign_in, verdicts.sign_in.clone()),
        (icon::EXPORT, t!(texts, "user-export"), export),
    ];
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let chosen = chosen_in_words(cx, selection);
        let for_chosen = chosen
            .as_ref()
            .map_or(0.0, |text| button::command_width(ui, text) + theme::SPACE_4);
        let room = ui.available_width() - for_chosen;
        let spelt_out = spelt_out(ui, room, buttons.iter().map(|(_, text, _)| text.as_str()));
        for (place, (glyph, text, verdict)) in buttons.into_iter().enumerate() {
            let draw = if place < spelt_out {
                button::command_button
            } else {
                button::command_icon
            };
            if draw(ui, glyph, &text, verdict).clicked() {
                clicked = Some(place);
            }
        }
        if let Some(text) = chosen {
            ui.add_space(theme::SPACE_2);
            ui.separator();
            let clear = t!(texts, "user-deselect");
            let response = button::command_button(ui, icon::DISMISS, &text, Ok(()));
            if response.on_hover_text(&clear).clicked() {
                selection.clear();
            }
        }
    });
    match clicked {
        Some(0) => {
            if let Some(user) = people(cx, selection, 1).first() {
                cx.outbox.ui(UiCommand::ShowUser(user.id));
            }
        }
        Some(1) => run(cx, reset_all(&people(cx, selection, PEOPLE_MAX))),
        Some(2) => {
            let blocks = verdicts.blocks;
            run(cx, sign_in_all(&people(cx, selection, PEOPLE_MAX), blocks));
        }
        Some(_) => return Some(Asked::Export),
        None => {}
    }
    None
}

impl Question {
    fn of(cx: &ViewContext<'_>, selection: &Selection) -> Self {
        Self {
            stamp: cx.index.stamp(),
            revision: cx.session.tenant().revision(),
            selection: selection.revision(),
            actor: cx.session.actor().map(|actor| actor.id),
            open: cx.selected,
            language: cx.texts.language(),
            // Roles begin and end; nobody waits for a button longer than this.
            minute: cx.session.now().0.div_euclid(60),
        }
    }
}

impl Verdicts {
    fn of(question: Question, cx: &ViewContext<'_>, selection: &Selection) -> Self {
        let count = match selection.count() {
            0 => usize::from(cx.selected.is_some()),
            checked => checked,
        };
        let people = people(cx, selection, ASKED_MAX + 1);
        let blocks = if selection.count() > 0 {
            selection.rows().any(|row| !cx.index.is(row, Kind::Blocked))
        } else {
            people.iter().all(|user| user.sign_in == SignIn::Allowed)
        };
        let number = match count {
            0 => Err(t!(cx.texts, "user-choose-first")),
            1..=PEOPLE_MAX => Ok(()),
            _ => Err(t!(cx.texts, "user-choose-fewer", count = PEOPLE_MAX)),
        };
        let judged = |command: &dyn Fn(&[&User]) -> Command| {
            number.clone()?;
            if count > ASKED_MAX {
                return Ok(());
            }
            judge(cx, &command(&people))
        };
        Self {
            question,
            edit: number.clone().and_then(|()| match people.as_slice() {
                [user] => may_delegate(cx, user),
                _ => Err(t!(cx.texts, "user-choose-one")),
            }),
            reset: judged(&reset_all),
            sign_in: judged(&|people| sign_in_all(people, blocks)),
            blocks,
        }
    }
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

fn judge(cx: &ViewContext<'_>, command: &Command) -> Result<(), String> {
    let error = match cx.session.decide(command) {
        Some(decision) if decision.is_allowed() => return Ok(()),
        Some(decision) => ExecuteError::Refused(Refusal::Policy(decision)),
        None => ExecuteError::NotSignedIn,
    };
    Err(refusal::explain(cx.texts, cx.session.catalogue(), &error))
}

/// Whether the actor gives and takes roles at all (R1). What else may stand in the way of one
/// role depends on the role, and is told where it is chosen.
fn may_delegate(cx: &ViewContext<'_>, user: &User) -> Result<(), String> {
    for choice in [RoleChoice::GlobalAdministrator, RoleChoice::NoAdminAccess] {
        let command = Command::SetRoleChoice {
            user: user.id,
            choice,
        };
        let decision = cx.session.decide(&command);
        if decision.is_none_or(|no| no.refused_by(Rule::OnlyGlobalAdministratorsDelegate)) {
            return judge(cx, &command);
        }
    }
    Ok(())
}

fn chosen_in_words(cx: &ViewContext<'_>, selection: &Selection) -> Option<String> {
    let count = selection.count();
    (count > 0).then(|| t!(cx.texts, "count-selected", count = count))
}

/// How many of the buttons have room for their text, when the others show only their icon.
fn spelt_out<'a>(ui: &Ui, room: f32, names: impl Iterator<Item = &'a str>) -> usize {
    let gap = ui.spacing().item_spacing.x;
    let widths: Vec<f32> = names
        .map(|name| button::command_width(ui, name) + gap)
        .collect();
    let icon = theme::CONTROL_HEIGHT + gap;
    (0..=widths.len())
        .rev()
        .find(|count| {
            let (words, icons) = widths.split_at(*count);
            words.iter().sum::<f32>() + icons.iter().map(|_| icon).sum::<f32>() <= room
        })
        .unwrap_or(0)
}
