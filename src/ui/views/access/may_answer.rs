//! The answer to *may A do X to B*: yes or no, the rules that spoke, the cells of the tables,
//! and what would have to change.

use egui::{Label, Ui};

use super::export;
use super::line::{Line, What};
use super::list::{self, Done, ink};
use super::look::person_name;
use super::may::{Asked, head_row, name, part_words};
use super::verdict::{Answer, Cell, Decided, Guard, guard};
use crate::domain::catalogue::{ResetTarget, TargetCell};
use crate::domain::effective::Allowing;
use crate::domain::operation::Part;
use crate::t;
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::{button, chip};

/// The question in words: the operation, and who does it to whom.
pub fn question(words: Words<'_>, asked: &Asked) -> (String, String) {
    let mut about = vec![person_name(words, asked.actor)];
    for part in asked.operation.parts() {
        about.push(part_words(words, *part, &asked.about).1);
    }
    (name(words, asked.operation), about.join(" → "))
}

/// The answer in a sentence.
pub fn answer(words: Words<'_>, answer: Answer) -> String {
    let texts = words.texts;
    match answer {
        Answer::Yes => t!(texts, "access-may-yes"),
        Answer::WithReason => t!(texts, "access-may-with-reason"),
        Answer::Impossible => t!(texts, "access-may-impossible"),
        Answer::No => t!(texts, "access-may-no"),
    }
}

/// What protects someone, as the tables name it.
pub fn target(words: Words<'_>, target: ResetTarget) -> String {
    let texts = words.texts;
    match target {
        ResetTarget::Role(role) => words.role(role),
        ResetTarget::NoAdminRole => t!(texts, "access-target-none"),
        ResetTarget::RoleAssignableGroup => t!(texts, "access-target-group"),
        ResetTarget::RestrictedManagementUnit => t!(texts, "access-target-unit"),
        ResetTarget::AllOtherRoles => t!(texts, "access-target-other"),
    }
}

/// What a cell says, in words.
pub fn cell(words: Words<'_>, cell: TargetCell) -> String {
    let texts = words.texts;
    match cell {
        TargetCell::Yes => t!(texts, "access-cell-yes"),
        TargetCell::No => t!(texts, "access-cell-no"),
        TargetCell::Conditional => t!(texts, "access-cell-conditional"),
    }
}

/// A change that would allow it, in words.
pub fn change(words: Words<'_>, change: &Allowing) -> String {
    let texts = words.texts;
    match change {
        Allowing::TakeUp(held) => {
            t!(texts, "access-take-up", scope = words.scope(held.scope))
        }
        Allowing::Assign { scope, .. } => {
            t!(texts, "access-be-given", scope = words.scope(*scope))
        }
    }
}

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, asked: &Asked, decided: &Decided) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    let (title, about) = question(words, asked);
    let parts = asked.operation.parts();
    let about_a = |part| parts.contains(&part);
    head_row(ui, &title, &about, |ui| {
        let export = t!(texts, "command-export");
        if button::command_button(ui, icon::EXPORT, &export, Ok(())).clicked() {
            let table = export::may(words, asked, decided);
            export::save(cx.outbox, texts, "may", &table);
        }
    });
    banner(ui, words, decided.answer());
    let decision = &decided.decision;
    for (tone, title, reasons) in [
        (
            Tone::Refused,
            t!(texts, "access-may-rules"),
            decision.refusals(),
        ),
        (
            Tone::Info,
            t!(texts, "editor-asks-reason"),
            decision.confirmations(),
        ),
        (Tone::Warning, t!(texts, "editor-mind"), decision.warnings()),
    ] {
        let rules = words.reasons(reasons);
        if !rules.is_empty() {
            notice::rules(ui, tone, Some(&title), &rules);
        }
    }
    if let Some(why) = &decided.impossible {
        notice::boxed(ui, Tone::Refused, |ui| {
            ui.label(refusal::impossible(texts, why));
        });
    }
    let mut done = None;
    if decided.answer() == Answer::No {
        done = changes(ui, words, decided);
    }
    if !decided.cells.is_empty() {
        done = cells(ui, words, asked, &decided.cells).or(done);
    }
    heading(ui, t!(texts, "access-named"));
    let mut named = vec![Line::new(0, person(words, asked.actor))];
    if let Some(user) = asked.about.person
        && (about_a(Part::Person) || about_a(Part::Principal))
        && user != asked.actor
    {
        named.push(Line::new(0, person(words, user)));
    }
    if let Some(role) = asked.about.role {
        named.push(Line::new(0, What::Role(role, String::new(), None)));
    }
    ui.push_id("named", |ui| {
        done = list::short(ui, words, &named).or(done.take());
    });
    if let Some(group) = asked.about.group {
        let (_, name) = part_words(words, Part::Group, &asked.about);
        let text = t!(texts, "access-show-group", name = name);
        if button::command_button(ui, icon::GROUP, &text, Ok(())).clicked() {
            cx.outbox.ui(UiCommand::ShowGroup(group));
        }
    }
    if let Some(Done::Go(target)) = done {
        list::go(cx.outbox, target);
    }
}

fn person(words: Words<'_>, user: crate::domain::user::UserId) -> What {
    What::Person(user, super::look::person_upn(words, user))
}

fn heading(ui: &mut Ui, text: String) {
    ui.add_space(theme::SPACE_2);
    ui.label(theme::semibold(text));
}

fn banner(ui: &mut Ui, words: Words<'_>, of: Answer) {
    let (glyph, tone) = match of {
        Answer::Yes => (icon::CHECK_CIRCLE_FILLED, chip::Tone::Good),
        Answer::WithReason => (icon::SHIELD_CHECK_FILLED, chip::Tone::Good),
        Answer::Impossible => (icon::WARNING_FILLED, chip::Tone::Warning),
        Answer::No => (icon::DISMISS_CIRCLE_FILLED, chip::Tone::Danger),
    };
    let ink = ink(theme::palette(ui), tone);
    ui.horizontal(|ui| {
        let mark = theme::icon_text(glyph).size(theme::SPACE_6).color(ink);
        crate::ui::widgets::focus::silent(ui.label(mark));
        ui.add(Label::new(theme::title(answer(words, of))).wrap());
    });
}

fn changes(ui: &mut Ui, words: Words<'_>, decided: &Decided) -> Option<Done> {
    let texts = words.texts;
    heading(ui, t!(texts, "access-may-least"));
    if decided.changes.is_empty() {
        notice::boxed(ui, Tone::Locked, |ui| {
            let rules = words.reasons(decided.decision.refusals());
            let labels: Vec<_> = rules.iter().filter_map(|rule| rule.label.clone()).collect();
            let text = if labels.is_empty() {
                t!(texts, "access-no-role-would")
            } else {
                t!(texts, "access-no-role-because", rules = labels.join(", "))
            };
            ui.label(text);
        });
        return None;
    }
    let lines: Vec<_> = decided
        .changes
        .iter()
        .map(|it| change_line(words, it))
        .collect();
    ui.push_id("changes", |ui| list::short(ui, words, &lines))
        .inner
}

fn change_line(words: Words<'_>, of: &Allowing) -> Line {
    let role = match of {
        Allowing::TakeUp(held) => held.role,
        Allowing::Assign { role, .. } => *role,
    };
    Line::new(0, What::Role(role, change(words, of), None))
}

fn cells(ui: &mut Ui, words: Words<'_>, asked: &Asked, cells: &[Cell]) -> Option<Done> {
    let texts = words.texts;
    let title = match guard(asked.operation) {
        Some(Guard::Password) => t!(texts, "access-table-password"),
        Some(Guard::Sensitive) | None => t!(texts, "access-table-sensitive"),
    };
    heading(ui, title);
    let lines: Vec<_> = cells
        .iter()
        .map(|of| {
            let target = target(words, of.target);
            let text = format!("{}: {target}", cell(words, of.cell));
            Line::new(0, What::Role(of.acting, text, None))
        })
        .collect();
    ui.push_id("cells", |ui| list::short(ui, words, &lines))
        .inner
}
