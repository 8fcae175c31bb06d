//! The last step: the dry run with its verdicts, what Submit needs to know, and what became of it.

use egui::accesskit::Live;
use egui::{
    Align, Label, Layout, ProgressBar, Rect, ScrollArea, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::flow::{self, Awaited, Outcome};
use super::list::{self, list};
use super::report::Report;
use super::rows::rows;
use super::{State, assent, export, filters, within};
use crate::domain::audit::AuditOrigin;
use crate::i18n::Texts;
use crate::t;
use crate::ui::jobs::Work;
use crate::ui::many::NotRun;
use crate::ui::panes::{self, Pane};
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

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
        // Something else may be under way as well, such as saving.
        let ours = |work| matches!(work, Work::Rehearsing | Work::Applying);
        let work = cx.work.filter(|(work, _)| ours(*work));
        let fraction = work.map_or(0.0, |(_, fraction)| fraction);
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
        NotRun::Failed => t!(cx.texts, "notice-failed-changing"),
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
    filters::tools(ui, cx, state, report, submitted, exporting);
    filters::whys(ui, cx.texts, state, report);

    let whole = ui.available_rect_before_wrap();
    let shown = state.list.shown(cx, report);
    let chosen = state.list.cursor.and_then(|at| shown.get(at)).copied();
    let below = if submitted {
        0.0
    } else {
        assent::below(cx, report)
    };
    let text = chosen.map_or(0.0, |_| WHOLE + theme::SPACE_2);
    // In a low window the step scrolls, and the list in it.
    let height = (whole.height() - below - text).max(LEAST_LIST);
    let whole = whole.with_max_y(whole.top() + height + below + text);
    ui.advance_cursor_after_rect(whole);
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
        within(ui, rest, |ui| assent::assent(ui, cx, state, report));
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
        silent(
            ui.label(
                theme::icon_text(glyph)
                    .size(theme::ICON_SIZE_LARGE)
                    .color(ink),
            ),
        );
        let changed = match tally.changed {
            0 => t!(texts, "bulk-done-none"),
            count => t!(texts, "bulk-done", count = count),
        };
        let told = ui.label(theme::semibold(changed));
        ui.ctx()
            .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
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
