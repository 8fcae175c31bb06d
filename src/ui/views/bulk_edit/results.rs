//! The last step: the dry run with its verdicts, what Submit needs to know, and what became of it.

use egui::{
    Align, Label, Layout, ProgressBar, Rect, ScrollArea, Stroke, StrokeKind, TextEdit, Ui,
    pos2, vec2,
};

use super::flow::{self, Awaited, Outcome};
use super::list::{self, list};
use super::report::{Report, Shown, Why};
use super::rows::rows;
use super::{State, export, within};
use crate::domain::audit::AuditOrigin;
use crate::domain::rule::Rule;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::many::NotRun;
use crate::ui::panes::{self, Pane};
use crate::ui::refusal;
use crate::ui::rule_text::rule_texts;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::focus::{follow, silent};
use crate::ui::widgets::search_box::search_box;

/// The longest reason and ticket, in characters: each stands on one line of the file.
const SAID_MAX: usize = 1000;
/// The least height of the list before what is under it gives way.
const LEAST_LIST: f32 = 170.0;
/// The height of the whole text of a row.
const WHOLE: f32 = 72.0;

/// Draws the step.
pub fn results(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let exporting = export::under_way(cx, state);
    if let Some(awaited) = &state.awaited {
        let applying = matches!(awaited, Awaited::Submission(_));
        working(ui, cx, applying);
        return;
    }
    // Out of the state while it is drawn, which may change everything else of it.
    let outcome = std::mem::take(&mut state.outcome);
    match &outcome {
        Outcome::Unknown => {}
        Outcome::Failed { why, question } => {
            if failed(ui, cx, why) {
                flow::ask(cx, state, question.clone());
            }
        }
        Outcome::Rehearsed { report, .. } => verdicts(ui, cx, state, report, false, exporting),
        Outcome::Submitted(report) => verdicts(ui, cx, state, report, true, exporting),
    }
    state.outcome = outcome;
}

/// While a worker is at it.
fn working(ui: &mut Ui, cx: &mut ViewContext<'_>, applying: bool) {
    let texts = cx.texts;
    let (title, about) = if applying {
        (t!(texts, "status-applying"), t!(texts, "bulk-applying"))
    } else {
        (t!(texts, "status-rehearsing"), t!(texts, "bulk-checking"))
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.25);
        ui.label(theme::subtitle(&*title));
        ui.label(theme::secondary(ui, about));
        ui.add_space(theme::SPACE_2);
        let fraction = cx.work.map_or(0.0, |(_, fraction)| fraction);
        let bar = ProgressBar::new(fraction)
            .desired_width(320.0)
            .desired_height(6.0);
        ui.add(bar).accessible_name(&*title);
        ui.add_space(theme::SPACE_2);
        let cancel = button::standard(ui, t!(texts, "command-cancel-work-tip"));
        panes::mark(ui, Pane::View, ui.clip_rect(), cancel.id);
        if cancel.clicked() {
            cx.outbox.ui(UiCommand::CancelWork);
        }
    });
}

/// When there was no answer; returns whether to ask again.
fn failed(ui: &mut Ui, cx: &ViewContext<'_>, why: &NotRun) -> bool {
    let texts = cx.texts;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        let glyph = theme::icon_text(icon::WARNING).size(theme::ICON_SIZE_EMPTY);
        silent(ui.label(glyph.line_height(None).color(p.text_secondary)));
        let (title, hint) = match why {
            NotRun::Cancelled => (
                t!(texts, "bulk-check-failed"),
                t!(texts, "bulk-check-failed-hint"),
            ),
            other => (in_words(cx, other), String::new()),
        };
        ui.add_space(theme::SPACE_2);
        ui.add(Label::new(theme::subtitle(title)).wrap());
        ui.label(theme::secondary(ui, hint));
        ui.add_space(theme::SPACE_3);
        let again = button::standard(ui, t!(texts, "bulk-check-again"));
        panes::mark(ui, Pane::View, ui.clip_rect(), again.id);
        again.clicked()
    })
    .inner
}

fn in_words(cx: &ViewContext<'_>, why: &NotRun) -> String {
    match why {
        NotRun::Cancelled => t!(cx.texts, "notice-cancelled"),
        NotRun::Outrun => t!(cx.texts, "notice-outrun"),
        NotRun::Refused(error) => refusal::explain(cx.texts, cx.session.catalogue(), error),
    }
}

fn verdicts(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    report: &Report,
    submitted: bool,
    exporting: bool,
) {
    if let Some(why) = &state.trouble {
        let why = in_words(cx, why);
        notice::boxed(ui, Tone::Warning, |ui| {
            ui.add(Label::new(why).wrap());
        });
    }
    if submitted {
        done(ui, cx, report);
    }
    tools(ui, cx, state, report, submitted, exporting);
    whys(ui, cx.texts, state, report);

    let whole = ui.available_rect_before_wrap();
    let shown = state.list.shown(cx, report);
    let chosen = state.list.cursor.and_then(|at| shown.get(at)).copied();
    let below = if submitted { 0.0 } else { below(cx, report) };
    let text = chosen.map_or(0.0, |_| WHOLE + theme::SPACE_2);
    let height = (whole.height() - below - text).max(LEAST_LIST.min(whole.height()));
    let bottom = whole.top() + height;
    let card = Rect::from_min_max(whole.min, pos2(whole.right(), bottom));
    if shown.is_empty() {
        within(ui, card, |ui| nobody(ui, cx.texts, state));
    } else {
        panes::mark(ui, Pane::View, card, list::list_id(ui));
        if std::mem::take(&mut state.wants_focus) {
            let id = list::list_id(ui);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        list(ui, cx, card, report, submitted, &mut state.list);
    }
    let mut rest = Rect::from_min_max(pos2(whole.left(), bottom + theme::SPACE_2), whole.max);
    if let Some(place) = chosen {
        let (area, under) = rest.split_top_bottom_at_y(rest.top() + WHOLE);
        within(ui, area, |ui| person(ui, cx, report, place));
        rest = under.with_min_y(under.top() + theme::SPACE_2);
    }
    if !submitted {
        within(ui, rest, |ui| assent(ui, cx, state, report));
    }
}

/// How many were changed and refused, and whether that was undone since.
fn done(ui: &mut Ui, cx: &ViewContext<'_>, report: &Report) {
    let texts = cx.texts;
    let tally = &report.tally;
    let p = theme::palette(ui);
    let (glyph, ink) = if tally.refused == 0 {
        (icon::CHECK_CIRCLE_FILLED, p.good)
    } else {
        (icon::WARNING_FILLED, p.warning)
    };
    ui.horizontal_wrapped(|ui| {
        silent(ui.label(theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE).color(ink)));
        let changed = match tally.changed {
            0 => t!(texts, "bulk-done-none"),
            count => t!(texts, "bulk-done", count = count),
        };
        ui.label(theme::semibold(changed));
        if tally.refused > 0 {
            let refused = t!(texts, "bulk-done-refused", count = tally.refused);
            ui.label(theme::semibold(refused));
        }
        if was_undone(cx, report) {
            ui.label(theme::secondary(ui, t!(texts, "bulk-undone")));
        }
    });
}

/// Whether the entry of what was submitted was taken back, and not done again after that.
fn was_undone(cx: &ViewContext<'_>, report: &Report) -> bool {
    let super::Items::Entry(Some(entry)) = report.items else {
        return false;
    };
    let later = cx.session.tenant().audit().iter().rev();
    let latest = later
        .take_while(|later| later.number > entry)
        .find_map(|later| match later.origin {
            AuditOrigin::Undo(of) if of == entry => Some(true),
            AuditOrigin::Redo(of) if of == entry => Some(false),
            _ => None,
        });
    latest == Some(true)
}

/// The chips with the counts, the search box, and the export.
fn tools(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    report: &Report,
    submitted: bool,
    exporting: bool,
) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        for shown in Shown::ALL {
            let count = report.tally.count(shown);
            if shown == Shown::Warned && count == 0 {
                continue;
            }
            let name = match shown {
                Shown::All => t!(texts, "all"),
                Shown::Changed if submitted => t!(texts, "bulk-changed"),
                Shown::Changed => t!(texts, "bulk-will-change"),
                Shown::Unchanged => t!(texts, "bulk-unchanged"),
                Shown::Refused => t!(texts, "bulk-refused"),
                Shown::Warned => t!(texts, "bulk-warned"),
            };
            let filter = &mut state.list.filter;
            let selected = filter.shown == shown;
            let chip = filter_chip_counted(ui, &name, &number(texts, count), selected);
            if chip.clicked() {
                filter.shown = shown;
                filter.why = None;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let enabled = if exporting {
                Err(t!(texts, "user-exporting"))
            } else {
                Ok(())
            };
            let name = t!(texts, "bulk-export");
            if button::command_button(ui, icon::EXPORT, &name, enabled).clicked() {
                let places = state.list.shown(cx, report);
                let begun = export::begin(ui.ctx(), cx, report, submitted, places);
                state.export = Some(begun);
            }
            ui.spacing_mut().text_edit_width = 260.0;
            let hint = t!(texts, "bulk-search");
            search_box(ui, &mut state.list.filter.text, &hint, "search results");
        });
    });
}

/// What refuses, with how often: each shows only those.
fn whys(ui: &mut Ui, texts: &Texts, state: &mut State, report: &Report) {
    if report.tally.whys.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::caption(ui, t!(texts, "bulk-refused-by")));
        for (why, count) in &report.tally.whys {
            let (name, tip) = match why {
                Why::Rule(Rule::DenyByDefault) => {
                    let sentence = Rule::DenyByDefault.sentence(texts.language());
                    (t!(texts, "bulk-no-permission"), sentence.to_owned())
                }
                Why::Rule(rule) => {
                    let sentence = rule.sentence(texts.language());
                    (rule.label(), sentence.to_owned())
                }
                Why::Impossible => (t!(texts, "bulk-impossible"), String::new()),
            };
            let filter = &mut state.list.filter;
            let selected = filter.why == Some(*why);
            let chip = filter_chip_counted(ui, &name, &number(texts, *count), selected);
            ui.ctx()
                .accesskit_node_builder(chip.id, |node| node.set_description(tip.as_str()));
            if chip.clicked() {
                filter.why = (!selected).then_some(*why);
                filter.shown = if selected { Shown::All } else { Shown::Refused };
            }
            if !tip.is_empty() {
                chip.on_hover_text(tip);
            }
        }
    });
}

/// What stands in place of a list without rows.
fn nobody(ui: &mut Ui, texts: &Texts, state: &mut State) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.15);
        let p = theme::palette(ui);
        let glyph = theme::icon_text(icon::PERSON_SEARCH).size(theme::ICON_SIZE_EMPTY);
        silent(ui.label(glyph.line_height(None).color(p.text_secondary)));
        ui.label(theme::subtitle(t!(texts, "bulk-none-match")));
        ui.label(theme::secondary(ui, t!(texts, "bulk-none-match-hint")));
        ui.add_space(theme::SPACE_2);
        if button::standard(ui, t!(texts, "clear-filters")).clicked() {
            state.list.filter = super::report::Filter::default();
        }
    });
}

/// The whole text of the row with the keyboard, and the way to the person.
fn person(ui: &mut Ui, cx: &mut ViewContext<'_>, report: &Report, place: u32) {
    let session = cx.session;
    let (catalogue, tenant) = (session.catalogue(), session.tenant());
    let rows = rows(cx.texts, catalogue, tenant, report, &[place]);
    let Some(row) = rows.first() else { return };
    let p = theme::palette(ui);
    let rect = ui.max_rect();
    let outline = Stroke::new(1.0, p.line);
    let kind = StrokeKind::Inside;
    ui.painter()
        .rect(rect, theme::RADIUS, p.card, outline, kind);
    let inside = rect.shrink2(vec2(theme::SPACE_3, theme::SPACE_2));
    let (words, way) =
        inside.split_left_right_at_x(inside.right() - theme::CONTROL_HEIGHT - theme::SPACE_2);
    within(ui, words, |ui| {
        let scroll = ScrollArea::vertical().id_salt("whole");
        scroll.auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            silent(ui.label(theme::semibold(&*row.name)));
            silent(ui.add(Label::new(row.what.as_str()).wrap()));
            let remark = theme::caption(ui, row.remark.as_str());
            silent(ui.add(Label::new(remark).wrap()));
        });
    });
    within(ui, way, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = t!(cx.texts, "bulk-open-person", name = row.name.clone());
            let known = tenant.user(row.user).is_some();
            let open = |ui: &mut Ui| button::icon_button(ui, icon::OPEN, &name);
            if ui.add_enabled_ui(known, open).inner.clicked() {
                cx.outbox.ui(UiCommand::ShowUser(row.user));
            }
        });
    });
}

/// The height of what Submit needs to know.
fn below(cx: &ViewContext<'_>, report: &Report) -> f32 {
    let asked = rule_texts(
        cx.texts.language(),
        cx.session.catalogue(),
        &report.tally.confirmations,
    );
    let rules: f32 = asked.iter().map(|_| theme::SPACE_6).sum();
    let boxed = if asked.is_empty() {
        0.0
    } else {
        theme::SPACE_6
    };
    theme::CONTROL_HEIGHT + theme::SPACE_8 + rules + boxed
}

/// The reason, which some rules ask for, and the ticket.
fn assent(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, report: &Report) {
    let texts = cx.texts;
    let asked = &report.tally.confirmations;
    let required = !asked.is_empty();
    if required {
        let rules = rule_texts(texts.language(), cx.session.catalogue(), asked);
        notice::boxed(ui, Tone::Warning, |ui| {
            for rule in rules {
                let label = rule.label.unwrap_or_default();
                let line = format!("{label}  {}", rule.sentence);
                ui.add(Label::new(&*line).truncate()).on_hover_text(line);
            }
        });
    }
    let room = ui.available_width() - theme::SPACE_4;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_4;
        let reason = if required {
            t!(texts, "dialog-reason")
        } else {
            t!(texts, "bulk-reason-optional")
        };
        let hint = if required {
            t!(texts, "dialog-reason-needed")
        } else {
            t!(texts, "dialog-reason-hint")
        };
        said(ui, &reason, &hint, &mut state.reason, room * 0.7);
        let ticket = t!(texts, "bulk-ticket");
        said(ui, &ticket, "", &mut state.ticket, room * 0.3);
    });
}

fn said(ui: &mut Ui, name: &str, hint: &str, text: &mut String, width: f32) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let label = ui.label(theme::medium(name));
        let field = TextEdit::singleline(text)
            .char_limit(SAID_MAX)
            .hint_text(theme::secondary(ui, hint))
            .desired_width(width);
        follow(&ui.add(field).labelled_by(label.id));
    });
}
