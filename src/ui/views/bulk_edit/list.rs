//! The list of the results: only the rows in sight exist, whatever their number.

use std::sync::Arc;

use egui::{
    Event, Id, Label, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::report::{Filter, Report};
use super::rows::{Mark, Row, mark_word, rows};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::scroll::{BAR_WIDTH, Scroll};
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::focus::silent;
use crate::ui::widgets::row_list::{ground, moved, rows_in};

const ROW: f32 = theme::ROW_HEIGHT;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;
/// The room of the verdict's mark and word.
const OUTCOME: f32 = 164.0;

/// What is asked of the list, what answers it, and where the keyboard stands.
#[derive(Default)]
pub struct ListState {
    /// What is asked.
    pub filter: Filter,
    shown: Option<(Filter, u64, Arc<[u32]>)>,
    scroll: Scroll,
    /// The place of the row with the keyboard, among those shown.
    pub cursor: Option<usize>,
    by_keyboard: bool,
    /// What has the keyboard is to be in sight.
    reveal: bool,
}

impl ListState {
    /// Forgets the answer: it is of other verdicts.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// The places that are shown; worked out anew when the question or the tenant changed.
    pub fn shown(&mut self, cx: &ViewContext<'_>, report: &Report) -> Arc<[u32]> {
        let stamp = cx.index.stamp();
        // Only names follow the tenant; without one asked for, the verdicts alone decide.
        let stamp = if self.filter.text.trim().is_empty() {
            0
        } else {
            stamp
        };
        if let Some((filter, known, places)) = &self.shown
            && *filter == self.filter
            && *known == stamp
        {
            return Arc::clone(places);
        }
        let places = report.places(&self.filter, cx.session.tenant(), cx.index);
        let places: Arc<[u32]> = places.into();
        self.shown = Some((self.filter.clone(), stamp, Arc::clone(&places)));
        self.scroll.restart();
        self.cursor = None;
        places
    }
}

/// The list's place for F6.
pub fn list_id(ui: &Ui) -> Id {
    ui.scope_id().with("bulk edit results")
}

/// Draws the list in `card`.
pub fn list(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    card: Rect,
    report: &Report,
    submitted: bool,
    state: &mut ListState,
) {
    let p = theme::palette(ui);
    let outline = Stroke::new(1.0, p.line);
    let kind = StrokeKind::Inside;
    ui.painter()
        .rect(card, theme::RADIUS_CARD, p.surface, outline, kind);
    let shown = state.shown(cx, report);
    let columns = Columns::of(card.width() - 2.0 * INSET - BAR_WIDTH);
    let inner = card.shrink2(vec2(INSET, 1.0));
    let (head, body) = inner.split_top_bottom_at_y(card.top() + theme::HEADER_HEIGHT);
    header(ui, cx, head, &columns);
    ui.painter()
        .hline(card.x_range(), head.bottom(), Stroke::new(1.0, p.line));
    let body = Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom() - 1.0));
    let id = list_id(ui);
    let focus = ui.interact(body, id, Sense::focusable_noninteractive());
    focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, t!(cx.texts, "bulk-list")));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_row_count(shown.len()));
    if focus.has_focus() {
        let key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        state.by_keyboard = ui.input(|input| {
            let pointer = input.pointer.any_pressed();
            (state.by_keyboard || input.events.iter().any(key)) && !pointer
        });
        let visible = rows_in(body.height(), ROW);
        let to = moved(ui, &focus, state.cursor, shown.len(), visible);
        state.reveal |= to != state.cursor;
        state.cursor = to;
    }
    if std::mem::take(&mut state.reveal)
        && let Some(place) = state.cursor
    {
        state.scroll.reveal(place, body.height(), ROW);
    }
    state.scroll.interact(ui, body, shown.len(), ROW);
    let mut inside = ui.new_child(
        UiBuilder::new()
            .id_salt("rows")
            .max_rect(body)
            .accessibility_parent(id),
    );
    inside.shrink_clip_rect(body);
    let (first, above) = state.scroll.first(ROW);
    let count = rows_in(body.height(), ROW) + 2;
    let visible: Vec<u32> = shown.iter().skip(first).take(count).copied().collect();
    let session = cx.session;
    let rows = rows(
        cx.texts,
        session.catalogue(),
        session.tenant(),
        report,
        &visible,
    );
    let mut top = body.top() - above;
    for (place, row) in (first..).zip(&rows) {
        let size = vec2(inner.width() - BAR_WIDTH, ROW);
        let rect = Rect::from_min_size(pos2(body.left(), top), size);
        top += ROW;
        let word = mark_word(cx.texts, row.mark, submitted);
        let response = inside.interact(rect, id.with(row.place), Sense::CLICK);
        speak(&inside, row, &word, &response, &focus, state, place);
        let chosen = state.cursor == Some(place);
        let ring = chosen && state.by_keyboard && focus.has_focus();
        ground(&inside, rect, &response, chosen, ring);
        cells(&mut inside, rect, &columns, row, &word);
        if response.clicked() {
            focus.request_focus();
            state.by_keyboard = false;
            state.cursor = Some(place);
            // Its text takes some of the room from the next frame on.
            state.reveal = true;
        }
        response.on_hover_text(row.whole());
    }
}

struct Columns {
    name: f32,
    what: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let name = (width * 0.28).clamp(160.0, 320.0);
        Self {
            name,
            what: (width - name - OUTCOME).max(0.0),
        }
    }

    /// The three cells of a row.
    fn cells(&self, row: Rect) -> [Rect; 3] {
        let cell = |left: f32, width: f32| {
            let corner = pos2(row.left() + left, row.top());
            Rect::from_min_size(corner, vec2(width, row.height()))
                .shrink2(vec2(theme::SPACE_2, 0.0))
        };
        [
            cell(0.0, self.name),
            cell(self.name, OUTCOME),
            cell(self.name + OUTCOME, self.what),
        ]
    }
}

fn header(ui: &mut Ui, cx: &ViewContext<'_>, area: Rect, columns: &Columns) {
    let texts = cx.texts;
    let names = [
        t!(texts, "user-name"),
        t!(texts, "bulk-column-outcome"),
        t!(texts, "bulk-column-what"),
    ];
    for (rect, name) in columns.cells(area).into_iter().zip(names) {
        let mut cell = cell(ui, rect);
        let name = theme::caption(&cell, name);
        cell.add(Label::new(name).truncate());
    }
}

fn cell(ui: &mut Ui, rect: Rect) -> Ui {
    let middle = Layout::left_to_right(egui::Align::Center);
    let mut cell = ui.new_child(UiBuilder::new().max_rect(rect).layout(middle));
    cell.shrink_clip_rect(rect);
    cell
}

fn cells(ui: &mut Ui, rect: Rect, columns: &Columns, row: &Row, word: &str) {
    let p = theme::palette(ui);
    let [name, outcome, what] = columns.cells(rect);
    let mut ui_name = cell(ui, name);
    ui_name.spacing_mut().item_spacing.x = theme::SPACE_2;
    silent(avatar(&mut ui_name, &row.name, theme::AVATAR_SIZE));
    two_lines(&mut ui_name, None, &row.name, &row.upn);

    let (glyph, ink) = match row.mark {
        Mark::Changed => (icon::CHECK_CIRCLE_FILLED, p.good),
        Mark::Warned => (icon::WARNING_FILLED, p.warning),
        Mark::Unchanged => (icon::SUBTRACT_CIRCLE, p.text_secondary),
        Mark::Refused => (icon::DISMISS_CIRCLE_FILLED, p.danger),
    };
    let mut ui_outcome = cell(ui, outcome);
    ui_outcome.spacing_mut().item_spacing.x = theme::SPACE_1;
    silent(ui_outcome.label(theme::icon_text(glyph).color(ink)));
    silent(ui_outcome.add(Label::new(theme::medium(word).color(ink)).truncate()));

    let mut ui_what = cell(ui, what);
    let quiet = row.mark == Mark::Unchanged;
    two_lines(
        &mut ui_what,
        quiet.then_some(p.text_secondary),
        &row.what,
        &row.remark,
    );
}

/// A line and, if there is one, a second of lesser weight under it.
fn two_lines(ui: &mut Ui, ink: Option<egui::Color32>, first: &str, second: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let line = theme::SIZE_BODY * 1.25;
        let lines = if second.is_empty() { 1.0 } else { 1.85 };
        ui.add_space(((ROW - lines * line) / 2.0).max(0.0));
        let ink = ink.unwrap_or(theme::palette(ui).text);
        let first = egui::RichText::new(first).color(ink);
        silent(ui.add(Label::new(first).truncate().sense(Sense::empty())));
        if !second.is_empty() {
            let second = theme::caption(ui, second);
            silent(ui.add(Label::new(second).truncate().sense(Sense::empty())));
        }
    });
}

/// Tells a screen reader of the row, and that it has the keyboard when it has.
fn speak(
    ui: &Ui,
    row: &Row,
    word: &str,
    response: &Response,
    focus: &Response,
    state: &ListState,
    place: usize,
) {
    response.widget_info(|| {
        let spoken = format!("{}, {word}, {}", row.name, row.whole().replace('\n', ", "));
        WidgetInfo::labeled(Role::Row, true, spoken)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(place);
        node.set_selected(state.cursor == Some(place));
    });
    if state.cursor == Some(place) {
        let node = response.id.accesskit_id();
        ui.ctx()
            .accesskit_node_builder(focus.id, |list| list.set_active_descendant(node));
    }
}
