//! What nobody can do, and what is held for nothing: tasks without anyone, roles that add
//! nothing, people who can do more than a list of needs asks for.

use std::sync::Arc;

use egui::Ui;

use super::kept::{Kept, Moment, Same, Slow};
use super::line::{Fold, Folds, Line, Tone, What};
use super::list::{self, Done};
use super::look::{excess, need_words};
use super::may::head_row;
use super::{columns, export, least, nothing, within};
use crate::domain::catalogue::{Edition, TaskId};
use crate::domain::delegation::Context;
use crate::domain::effective::{
    Exceeding, Need, Redundant, exceeding, redundant_roles, uncovered_tasks,
};
use crate::domain::language::Language;
use crate::domain::resource_action::ActionId;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip;

/// From how many assignments on a worker looks.
const MUCH: usize = 500;

/// Which gap is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// Tasks that nobody can do.
    #[default]
    Uncovered,
    /// Roles that add nothing.
    Redundant,
    /// People who can do more than is needed.
    Exceeding,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Tasks that nobody can do.
    Uncovered(Vec<TaskId>),
    /// Roles that add nothing.
    Redundant(Vec<Redundant>),
    /// People who can do more than is needed, and what is needed.
    Exceeding(Vec<Exceeding>, Vec<Need>),
}

type Question = (Moment, Gap, Vec<Need>);
type Wording = (Same<Found>, Moment, Language, Folds);

/// What is shown.
#[derive(Default)]
pub struct State {
    gap: Gap,
    folds: Folds,
    answer: Slow<Question, Found>,
    lines: Kept<Wording, Vec<Line>>,
    rows: ListState,
}

impl State {
    fn show(&mut self, gap: Gap) {
        if self.gap != gap {
            self.gap = gap;
            self.folds = Folds::default();
            self.rows.restart();
        }
    }
}

/// What was found, in lines.
pub fn lines(words: Words<'_>, found: &Found, folds: &Folds) -> Vec<Line> {
    match found {
        Found::Uncovered(tasks) => uncovered(words, tasks, folds),
        Found::Redundant(roles) => redundant(words, roles, folds),
        Found::Exceeding(people, needs) => exceed(words, people, needs, folds),
    }
}

fn uncovered(words: Words<'_>, tasks: &[TaskId], folds: &Folds) -> Vec<Line> {
    let catalogue = words.catalogue();
    let area = |id: &TaskId| catalogue.task(*id).map(|task| &task.area);
    let mut lines = Vec::new();
    for tasks in tasks.chunk_by(|one, other| area(one) == area(other)) {
        let Some(task) = tasks.first().and_then(|id| catalogue.task(*id)) else {
            continue;
        };
        let fold = Fold::Area(task.area.clone());
        let open = folds.is_open(&fold, true);
        let name = task.area_name.get(words.language()).to_owned();
        let what = What::Heading(name, Some(tasks.len()));
        lines.push(Line::new(0, what).folding(fold, open));
        if open {
            lines.extend(tasks.iter().map(|id| Line::new(1, What::Task(*id))));
        }
    }
    lines
}

fn redundant(words: Words<'_>, roles: &[Redundant], folds: &Folds) -> Vec<Line> {
    let mut lines = Vec::new();
    for roles in roles.chunk_by(|one, other| one.user == other.user) {
        let Some(first) = roles.first() else { continue };
        let upn = super::look::person_upn(words, first.user);
        let fold = Fold::Person(first.user);
        let open = folds.is_open(&fold, true);
        lines.push(Line::new(0, What::Person(first.user, upn)).folding(fold, open));
        if open {
            lines.extend(roles.iter().map(|it| Line::new(1, What::Redundant(*it))));
        }
    }
    lines
}

fn exceed(words: Words<'_>, people: &[Exceeding], needs: &[Need], folds: &Folds) -> Vec<Line> {
    let texts = words.texts;
    let edition = words.catalogue().edition(Edition::Current);
    let mut lines = Vec::new();
    for person in people {
        let count = person.serves.len();
        let serves = t!(texts, "access-serves-of", count = count, all = needs.len());
        let beyond = excess(words, person.excess_privileged, person.excess.len(), false);
        let fold = Fold::Person(person.user);
        let open = folds.is_open(&fold, false);
        let about = format!("{beyond} · {serves}");
        lines.push(Line::new(0, What::Person(person.user, about)).folding(fold, open));
        if !open {
            continue;
        }
        for role in &person.idle {
            let about = t!(texts, "access-idle");
            lines.push(Line::new(1, What::Role(*role, about, None)));
        }
        for place in &person.serves {
            if let Some(need) = needs.get(*place) {
                let (name, about) = need_words(words, need);
                lines.push(Line::new(1, What::Note(Tone::Good, name, about)));
            }
        }
        let heading = t!(texts, "access-beyond");
        let what = What::Heading(heading, Some(person.excess.len()));
        lines.push(Line::new(1, what));
        let is = |id: &ActionId| {
            edition
                .entry(*id)
                .is_some_and(|it| it.privileged == Some(true))
        };
        let (first, rest): (Vec<_>, Vec<_>) = person.excess.iter().partition(is);
        let actions = first.into_iter().chain(rest);
        lines.extend(actions.map(|id| Line::new(2, What::Action(id))));
    }
    lines
}

/// Looks for a gap.
pub fn look_for(
    context: &Context<'_>,
    tenant: &crate::domain::tenant::Tenant,
    gap: Gap,
    needs: &[Need],
) -> Found {
    match gap {
        Gap::Uncovered => Found::Uncovered(uncovered_tasks(context, tenant)),
        Gap::Redundant => Found::Redundant(redundant_roles(context, tenant)),
        Gap::Exceeding => {
            let people = exceeding(context, tenant, needs);
            Found::Exceeding(people, needs.to_vec())
        }
    }
}

/// Draws the tab. The list of needs is the one of the tab before.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, needs: &mut least::State) {
    choose(ui, cx, state);
    let gap = state.gap;
    let area = ui.available_rect_before_wrap();
    let mut place = if gap == Gap::Exceeding {
        let (left, right) = columns(ui);
        let mut list_ui = within(ui, "needs", left);
        needs.choose(&mut list_ui, cx);
        within(ui, "answer", right)
    } else {
        ui.advance_cursor_after_rect(area);
        within(ui, "whole", area)
    };
    let ui = &mut place;
    let texts = cx.texts;
    if gap == Gap::Exceeding {
        if needs.needs().is_empty() {
            let (title, hint) = (
                t!(texts, "access-exceeding-none"),
                t!(texts, "access-exceeding-none-hint"),
            );
            nothing(ui, icon::LIGHTBULB, &title, &hint);
            return;
        }
        needs.chips(ui, cx);
    }
    answer(ui, cx, state, needs.needs());
}

fn choose(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        for (gap, name) in [
            (Gap::Uncovered, t!(texts, "access-gap-uncovered")),
            (Gap::Redundant, t!(texts, "access-gap-redundant")),
            (Gap::Exceeding, t!(texts, "access-gap-exceeding")),
        ] {
            if filter_chip(ui, &name, None, state.gap == gap).clicked() {
                state.show(gap);
            }
        }
    });
}

fn answer(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, needs: &[Need]) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let gap = state.gap;
    let asked = match gap {
        Gap::Exceeding => needs.to_vec(),
        Gap::Uncovered | Gap::Redundant => Vec::new(),
    };
    let key = (Moment::of(cx), gap, asked);
    let much = cx.session.tenant().assignments().len() > MUCH;
    let session = cx.session;
    let found = state.answer.get(ui.ctx(), &key, much, || {
        let (tenant, now, needs) = (session.tenant().clone(), session.now(), key.2.clone());
        let catalogue = Arc::clone(session.catalogue());
        move || {
            let catalogue = &*catalogue;
            look_for(&Context { catalogue, now }, &tenant, gap, &needs)
        }
    });
    let of_gap = |found: &Found| {
        matches!(
            (found, gap),
            (Found::Uncovered(_), Gap::Uncovered)
                | (Found::Redundant(_), Gap::Redundant)
                | (Found::Exceeding(..), Gap::Exceeding)
        )
    };
    let Some((found, current)) = found.filter(|(found, _)| of_gap(found)) else {
        ui.label(theme::secondary(ui, t!(texts, "access-working")));
        return;
    };
    head(ui, cx, &found, current);
    let same = Same(Arc::clone(&found));
    let wording = (same, key.0, words.language(), state.folds.clone());
    let lines = (state.lines).get(wording, || lines(words, &found, &state.folds));
    if lines.is_empty() {
        let (title, hint) = match gap {
            Gap::Uncovered => (t!(texts, "access-no-gap"), t!(texts, "access-no-gap-hint")),
            Gap::Redundant => (
                t!(texts, "access-no-redundant"),
                t!(texts, "access-no-redundant-hint"),
            ),
            Gap::Exceeding => (
                t!(texts, "access-no-exceeding"),
                t!(texts, "access-no-exceeding-hint"),
            ),
        };
        nothing(ui, icon::CHECK_CIRCLE, &title, &hint);
        return;
    }
    let name = t!(texts, "access-tab-gaps");
    match list::list(ui, words, &name, &lines, &mut state.rows) {
        Some(Done::Fold(fold)) => state.folds.toggle(fold),
        Some(Done::Go(target)) => list::go(cx.outbox, target),
        None => {}
    }
}

fn head(ui: &mut Ui, cx: &mut ViewContext<'_>, found: &Found, current: bool) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let (title, about, count) = match found {
        Found::Uncovered(tasks) => (
            t!(texts, "access-uncovered"),
            t!(texts, "access-uncovered-about"),
            tasks.len(),
        ),
        Found::Redundant(roles) => (
            t!(texts, "access-redundant"),
            t!(texts, "access-redundant-about"),
            roles.len(),
        ),
        Found::Exceeding(people, _) => (
            t!(texts, "access-exceeding"),
            t!(texts, "access-exceeding-about"),
            people.len(),
        ),
    };
    let about = if current {
        about
    } else {
        t!(texts, "access-working")
    };
    let title = format!("{title} {}", number(texts, count));
    head_row(ui, &title, &about, |ui| {
        let text = t!(texts, "command-export");
        let ready = if count == 0 || !current {
            Err(t!(texts, "access-nothing-to-export"))
        } else {
            Ok(())
        };
        if button::command_button(ui, icon::EXPORT, &text, ready).clicked() {
            let table = export::gaps(words, found);
            export::save(cx.outbox, texts, "gaps", &table);
        }
    });
}
