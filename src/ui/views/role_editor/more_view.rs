//! Draws *More options*: for each role active or eligible, for good or for a time, where.

use std::collections::BTreeSet;

use egui::{CollapsingHeader, Frame, Label, Layout, Margin, Stroke, Ui, vec2};

use super::LINE_BUTTON;
use super::baseline::Baseline;
use super::draft::Draft;
use super::entry::{Entry, Problem};
use super::field::{Field, error, field, remark};
use super::header::small_icon;
use super::moment::{Edge, When};
use super::more::{RoleWays, Way, is_special, rows};
use super::scope_view::scope;
use super::summary_view::chevron;
use super::words::{Standing, Words};
use crate::domain::role::{AssignmentKind, RoleTemplateId};
use crate::i18n::exact_time;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::focus::follow;

/// Which ways are being changed.
#[derive(Clone, Debug, Default)]
pub struct MoreState {
    editing: BTreeSet<u32>,
    /// What is looked for among the administrative units.
    units: String,
}

/// What a person asked for.
enum Asked {
    Put(Box<Entry>),
    Remove(u32),
    Add(RoleTemplateId),
}

/// Draws it, closed at first where there is nothing special; nothing where nothing is chosen.
pub fn more_options(
    ui: &mut Ui,
    words: Words<'_>,
    baseline: &Baseline,
    draft: &mut Draft,
    state: &mut MoreState,
    locked: bool,
) {
    if baseline.shown(draft).is_empty() {
        return;
    }
    let mut asked = None;
    ui.scope(|ui| {
        theme::make_subtle(ui);
        let title = theme::semibold(t!(words.texts, "editor-more-options"));
        let header = CollapsingHeader::new(title)
            .id_salt(("more options", baseline.user))
            .default_open(is_special(baseline, draft))
            .icon(chevron);
        let header = header.show_unindented(ui, |ui| {
            ui.reset_style();
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            let intro = t!(words.texts, "editor-more-options-intro");
            ui.label(theme::caption(ui, intro));
            for role in rows(words, baseline, draft) {
                ui.push_id(role.role, |ui| {
                    asked = role_ways(ui, words, &role, state, locked).or(asked.take());
                });
            }
        });
        follow(&header.header_response);
    });
    match asked {
        Some(Asked::Put(entry)) => draft.put(*entry),
        Some(Asked::Remove(number)) => draft.remove(number),
        Some(Asked::Add(role)) => {
            state.editing.insert(draft.add(role));
        }
        None => {}
    }
}

fn role_ways(
    ui: &mut Ui,
    words: Words<'_>,
    role: &RoleWays,
    state: &mut MoreState,
    locked: bool,
) -> Option<Asked> {
    let texts = words.texts;
    let mut asked = None;
    ui.add_space(theme::SPACE_1);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.spacing_mut().interact_size.y = LINE_BUTTON;
        if role.privileged {
            let p = theme::palette(ui);
            let mark = theme::icon_text(icon::PRIVILEGED).color(p.privileged);
            let name = t!(texts, "privileged");
            ui.add(Label::new(mark))
                .accessible_name(&name)
                .on_hover_text(name);
        }
        let room = ui.available_width() - LINE_BUTTON - theme::SPACE_1;
        let below = Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(room, LINE_BUTTON), below, |ui| {
            ui.set_width(room);
            ui.add_space(2.0);
            ui.add(Label::new(theme::medium(&role.name)).wrap());
        });
        if !locked {
            let name = t!(texts, "editor-add-way", role = role.name.clone());
            if small_icon(ui, icon::ADD, &name).clicked() {
                asked = Some(Asked::Add(role.role));
            }
        }
    });
    for way in &role.ways {
        ui.push_id(way.entry.number, |ui| {
            asked = card(ui, words, role, way, state, locked).or(asked.take());
        });
    }
    asked
}

fn card(
    ui: &mut Ui,
    words: Words<'_>,
    role: &RoleWays,
    way: &Way,
    state: &mut MoreState,
    locked: bool,
) -> Option<Asked> {
    let p = theme::palette(ui);
    let number = way.entry.number;
    // What is wrong is shown, wherever it came from.
    let editing = !locked && (state.editing.contains(&number) || way.held.is_err());
    let mut asked = None;
    Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            asked = first_line(ui, words, role, way, state, (locked, editing));
            if let Ok((held, _)) = &way.held
                && let Some(less) = words.gives_less(held)
            {
                remark(ui, icon::INFO, &less);
            }
            if editing {
                let mut entry = way.entry.clone();
                controls(ui, words, way, &mut entry, state);
                if entry != way.entry {
                    asked = Some(Asked::Put(Box::new(entry)));
                }
            }
        });
    asked
}

/// How it stands, in a word and in a line, and the buttons that change it.
fn first_line(
    ui: &mut Ui,
    words: Words<'_>,
    role: &RoleWays,
    way: &Way,
    state: &mut MoreState,
    (locked, editing): (bool, bool),
) -> Option<Asked> {
    let texts = words.texts;
    let number = way.entry.number;
    let mut asked = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let (word, tone, glyph) = match &way.held {
            Ok((_, standing)) => (
                words.standing_word(*standing),
                tone(*standing),
                glyph(*standing),
            ),
            Err(_) => (
                t!(texts, "editor-way-wrong"),
                Tone::Danger,
                icon::ERROR_FILLED,
            ),
        };
        let buttons = if locked { 0.0 } else { 2.0 };
        let room = ui.available_width() - buttons * (LINE_BUTTON + theme::SPACE_1);
        let below = Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(room, LINE_BUTTON), below, |ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 2.0;
            chip(ui, &word, tone, Some(glyph));
            if let Ok((held, _)) = &way.held {
                ui.add(Label::new(words.way(held)).wrap());
            }
        });
        if locked {
            return;
        }
        let name = t!(texts, "editor-change-way", role = role.name.clone());
        let pencil = small_icon(ui, icon::EDIT, &name);
        ui.ctx()
            .accesskit_node_builder(pencil.id, |node| node.set_expanded(editing));
        if pencil.clicked() && !state.editing.remove(&number) {
            state.editing.insert(number);
        }
        let name = t!(texts, "editor-remove-way", role = role.name.clone());
        if small_icon(ui, icon::DELETE, &name).clicked() {
            asked = Some(Asked::Remove(number));
        }
    });
    asked
}

fn controls(ui: &mut Ui, words: Words<'_>, way: &Way, entry: &mut Entry, state: &mut MoreState) {
    let texts = words.texts;
    ui.add_space(theme::SPACE_1);
    ui.label(theme::caption(ui, t!(texts, "editor-way-kind")));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_4;
        for (kind, text) in [
            (AssignmentKind::Active, t!(texts, "editor-kind-active")),
            (AssignmentKind::Eligible, t!(texts, "editor-kind-eligible")),
        ] {
            let radio = ui.radio(entry.kind == kind, text);
            follow(&radio);
            if radio.clicked() {
                entry.kind = kind;
            }
        }
    });
    ui.label(theme::caption(ui, t!(texts, "editor-way-period")));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_4;
        for (limited, text) in [
            (false, t!(texts, "editor-permanent-choice")),
            (true, t!(texts, "editor-for-a-time")),
        ] {
            let radio = ui.radio(entry.limited == limited, text);
            follow(&radio);
            if radio.clicked() {
                entry.limited = limited;
            }
        }
    });
    let problem = way.held.as_ref().err().copied();
    if entry.limited {
        times(ui, words, entry, problem);
    }
    ui.label(theme::caption(ui, t!(texts, "editor-way-scope")));
    scope(ui, words, &mut entry.scope, &mut state.units);
    if problem == Some(Problem::Twice) {
        error(ui, &words.problem(Problem::Twice));
    }
}

fn times(ui: &mut Ui, words: Words<'_>, entry: &mut Entry, problem: Option<Problem>) {
    let texts = words.texts;
    ui.columns_const(|[left, right]| {
        let wrong = problem.filter(|problem| problem.is_of_start());
        let label = t!(texts, "editor-time-from");
        moment(left, words, (label, Edge::From), &mut entry.start, wrong);
        let wrong = problem.filter(|problem| problem.is_of_end());
        let label = t!(texts, "editor-time-until");
        moment(right, words, (label, Edge::Until), &mut entry.end, wrong);
    });
}

/// One of the two fields; below it what it was understood as.
fn moment(
    ui: &mut Ui,
    words: Words<'_>,
    (label, edge): (String, Edge),
    when: &mut When,
    problem: Option<Problem>,
) {
    let texts = words.texts;
    let zone = texts.time_zone();
    let before = when.text(edge, zone);
    let mut text = before.clone();
    let understood = when.value().ok().flatten();
    let hint = match edge {
        Edge::From => t!(texts, "editor-time-hint"),
        Edge::Until => t!(texts, "editor-time-hint-until"),
    };
    let asked = Field {
        label,
        hint,
        text: &mut text,
        locked: false,
        errors: problem.map(|it| words.problem(it)).into_iter().collect(),
        remark: understood.map(|moment| exact_time(texts, moment)),
    };
    field(ui, edge == Edge::From, asked);
    if text != before {
        *when = When::typed(&text, edge, zone);
    }
}

const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Active => Tone::Good,
        Standing::Eligible => Tone::Accent,
        Standing::Later | Standing::Expired => Tone::Neutral,
    }
}

const fn glyph(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => icon::CHECK,
        Standing::Eligible => icon::KEY,
        Standing::Later => icon::CLOCK,
        Standing::Expired => icon::DISMISS_CIRCLE,
    }
}
