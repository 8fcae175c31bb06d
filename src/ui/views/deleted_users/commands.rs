//! Restoring people and deleting them for good, and what the rules say of it.

use egui::Ui;

use super::State;
use crate::domain::apply::{Assent, Impossible, Refusal};
use crate::domain::command::Command;
use crate::domain::language::Language;
use crate::domain::tenant::Tenant;
use crate::domain::user::{DeletedUser, UserId};
use crate::session::ExecuteError;
use crate::t;
use crate::ui::dialogs::Question;
use crate::ui::many::Plan;
use crate::ui::outbox::{Origin, Request};
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

/// How many people the rules are asked about before anything is clicked.
const ASKED_MAX: usize = 50;
/// How many people are restored at a time: all of them or none.
const PEOPLE_MAX: usize = 10_000;

/// Allowed, or why not.
type Verdict = Result<(), String>;

/// What the rules say of those who are checked, kept until something changes.
#[derive(Debug)]
pub struct Verdicts {
    question: Key,
    restore: Verdict,
    purge: Verdict,
}

/// What verdicts depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    checked: u64,
    actor: Option<UserId>,
    language: Language,
    minute: i64,
}

impl Verdicts {
    /// Why those who are checked can't be restored, in so many words.
    pub fn why_not(&self) -> Option<&str> {
        self.restore.as_ref().err().map(String::as_str)
    }
}

/// Draws the bar.
pub fn bar(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let question = Key {
        revision: cx.session.tenant().revision(),
        checked: state.changed,
        actor: cx.session.actor().map(|actor| actor.id),
        language: cx.texts.language(),
        minute: cx.session.now().0.div_euclid(60),
    };
    if state
        .verdicts
        .as_ref()
        .is_none_or(|it| it.question != question)
    {
        state.verdicts = Some(judge(cx, state, question));
    }
    let Some(verdicts) = &state.verdicts else {
        return;
    };
    let texts = cx.texts;
    let (mut restores, mut purges, mut clears) = (false, false, false);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let restore = t!(texts, "deleted-restore");
        restores =
            button::command_button(ui, icon::UNDO, &restore, verdicts.restore.clone()).clicked();
        let purge = t!(texts, "deleted-purge");
        purges = button::command_button(ui, icon::DELETE, &purge, verdicts.purge.clone()).clicked();
        if !state.checked.is_empty() {
            ui.add_space(theme::SPACE_2);
            ui.separator();
            let count = t!(texts, "count-selected", count = state.checked.len());
            let response = button::command_button(ui, icon::DISMISS, &count, Ok(()));
            clears = response.on_hover_text(t!(texts, "user-deselect")).clicked();
        }
    });
    if restores {
        let mut commands: Vec<_> = state
            .checked
            .iter()
            .copied()
            .map(Command::RestoreUser)
            .collect();
        let command = match commands.len() {
            1 => commands.remove(0),
            _ => Command::Batch(commands),
        };
        cx.outbox.run(Origin::View, command);
    }
    if purges {
        let question = purging(cx, state);
        cx.outbox.ui(UiCommand::Ask(Box::new(question)));
    }
    if clears {
        state.clear();
    }
}

fn judge(cx: &ViewContext<'_>, state: &State, question: Key) -> Verdicts {
    let tenant = cx.session.tenant();
    let texts = cx.texts;
    let count = state.checked.len();
    let number = |most: usize| match count {
        0 => Err(t!(texts, "user-choose-first")),
        count if count > most => Err(t!(texts, "user-choose-fewer", count = most)),
        _ => Ok(()),
    };
    let records: Vec<_> = state
        .checked
        .iter()
        .filter_map(|id| tenant.deleted_users().get(id))
        .take(ASKED_MAX + 1)
        .collect();
    let asked = |command: &dyn Fn(UserId) -> Command| {
        if count > ASKED_MAX {
            return Ok(());
        }
        let commands = records.iter().map(|record| command(record.user.id));
        may(cx, &Command::Batch(commands.collect()))
    };
    let restore = number(PEOPLE_MAX).and_then(|()| {
        for record in &records {
            possible(cx, record)?;
        }
        asked(&Command::RestoreUser)
    });
    let purge = number(usize::MAX).and_then(|()| asked(&Command::PurgeUser));
    Verdicts {
        question,
        restore,
        purge,
    }
}

fn may(cx: &ViewContext<'_>, command: &Command) -> Verdict {
    let error = match cx.session.decide(command) {
        Some(decision) if decision.is_allowed() => return Ok(()),
        Some(decision) => ExecuteError::Refused(Refusal::Policy(decision)),
        None => ExecuteError::NotSignedIn,
    };
    Err(refusal::explain(cx.texts, cx.session.catalogue(), &error))
}

/// What stands in the way of restoring someone, whoever asks: time, or seats.
fn possible(cx: &ViewContext<'_>, record: &DeletedUser) -> Verdict {
    let tenant = cx.session.tenant();
    let days = tenant.organization().deleted_user_days;
    if record.kept_until(days) <= cx.session.now() {
        let why = Impossible::KeptNoLonger(days);
        return Err(refusal::impossible(cx.texts, &why));
    }
    match without_seat(tenant, record) {
        Some(why) => Err(refusal::impossible(cx.texts, &why)),
        None => Ok(()),
    }
}

fn without_seat(tenant: &Tenant, record: &DeletedUser) -> Option<Impossible> {
    let mut sold = record
        .user
        .licences
        .iter()
        .filter_map(|id| tenant.subscription(*id));
    let full = sold.find(|sold| tenant.seats_used(sold.id) >= sold.seats)?;
    Some(Impossible::NoSeats {
        subscription: full.name.clone(),
        seats: full.seats,
    })
}

/// What is asked before people are deleted for good.
fn purging(cx: &ViewContext<'_>, state: &State) -> Question {
    let texts = cx.texts;
    let deleted = cx.session.tenant().deleted_users();
    let records: Vec<_> = state
        .checked
        .iter()
        .filter_map(|id| deleted.get(id))
        .collect();
    let names = records
        .iter()
        .map(|record| &*record.user.profile.display_name);
    let (go, origin) = (t!(texts, "deleted-purge"), Origin::View);
    if let [record] = records.as_slice() {
        let name = &*record.user.profile.display_name;
        return Question {
            title: t!(texts, "purge-one-title", name = name),
            names: vec![record.user.upn.to_string()],
            count: 1,
            text: t!(texts, "purge-text"),
            go,
            request: Request::Run {
                origin,
                command: Command::PurgeUser(record.user.id),
                assent: Assent::default(),
            },
        };
    }
    let commands = records
        .iter()
        .map(|record| Command::PurgeUser(record.user.id));
    Question {
        title: t!(texts, "purge-many-title", count = records.len()),
        names: Question::names(names),
        count: records.len(),
        text: t!(texts, "purge-text"),
        go,
        request: Request::RunEach {
            origin,
            plan: Plan::Commands(commands.collect()),
            assent: Assent::default(),
        },
    }
}
