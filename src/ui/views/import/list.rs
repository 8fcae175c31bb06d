//! The list of the records: only the rows in sight exist, whatever their number.

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
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::focus::silent;
use crate::ui::widgets::row_list::{ground, moved, rows_in};

const ROW: f32 = theme::ROW_HEIGHT;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;
/// The room of the line's number.
const LINE: f32 = 64.0;
/// The room of the verdict's mark and word.
const OUTCOME: f32 = 164.0;
/// The room of how many more roles there are.
const MORE: f32 = 28.0;

/// What is asked of the list, what answers it, and where the keyboard stands.
#[derive(Default)]
pub struct ListState {
    /// What is asked.
    pub filter: Filter,
    shown: Option<(Filter, Arc<[u32]>)>,
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

    /// The records that are shown; worked out anew when the question changed.
    pub fn shown(&mut self, report: &Report) -> Arc<[u32]> {
        if let Some((filter, records)) = &self.shown
            && *filter == self.filter
        {
            return Arc::clone(records);
        }
        let records: Arc<[u32]> = report.places(&self.filter).into();
        self.shown = Some((self.filter.clone(), Arc::clone(&records)));
        self.scroll.restart();
        self.cursor = None;
        records
    }
}

/// The list's place for F6.
pub fn list_id(ui: &Ui) -> Id {
    ui.scope_id().with("import rows")
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
    let shown = state.shown(report);
    let columns = Columns::of(card.width() - 2.0 * INSET - BAR_WIDTH);
    let inner = card.shrink2(vec2(INSET, 1.0));
    let (head, body) = inner.split_top_bottom_at_y(card.top() + theme::HEADER_HEIGHT);
    header(ui, cx, head, &columns);
    ui.painter()
        .hline(card.x_range(), head.bottom(), Stroke::new(1.0, p.line));
    let body = Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom() - 1.0));
    let id = list_id(ui);
    let focus = ui.interact(body, id, Sense::focusable_noninteractive());
    focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, t!(cx.texts, "import-list")));
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
    let rows = rows(cx.texts, session.catalogue(), report, &visible);
    let mut top = body.top() - above;
    for (place, row) in (first..).zip(&rows) {
        let size = vec2(inner.width() - BAR_WIDTH, ROW);
        let rect = Rect::from_min_size(pos2(body.left(), top), size);
        top += ROW;
        let word = mark_word(cx.texts, row.mark, submitted);
        let response = inside.interact(rect, id.with(row.record), Sense::CLICK);
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
        // Names are cut off where there is no room; here they stand whole.
        let mut whole = format!("{}\n{}", row.name, row.user_name);
        for why in row.whole().lines() {
            whole.push('\n');
            whole.push_str(why);
        }
        response.on_hover_text(whole);
    }
}

struct Columns {
    name: f32,
    roles: f32,
    why: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let rest = (width - LINE - OUTCOME).max(0.0);
        let name = (rest * 0.3).clamp(150.0, 320.0);
        let roles = (rest * 0.26).clamp(120.0, 320.0);
        Self {
            name,
            roles,
            why: (rest - name - roles).max(0.0),
        }
    }

    /// The five cells of a row.
    fn cells(&self, row: Rect) -> [Rect; 5] {
        let mut left = row.left();
        [LINE, self.name, self.roles, OUTCOME, self.why].map(|width| {
            let corner = pos2(left, row.top());
            left += width;
            Rect::from_min_size(corner, vec2(width, row.height()))
                .shrink2(vec2(theme::SPACE_2, 0.0))
        })
    }
}

fn header(ui: &mut Ui, cx: &ViewContext<'_>, area: Rect, columns: &Columns) {
    let texts = cx.texts;
    let names = [
        t!(texts, "import-line"),
        t!(texts, "user-name"),
        t!(texts, "user-roles"),
        t!(texts, "import-verdict"),
        t!(texts, "import-why"),
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
    let [line, name, held, outcome, why] = columns.cells(rect);
    let mut ui_line = cell(ui, line);
    let number = theme::secondary(&ui_line, row.line.to_string());
    silent(ui_line.add(Label::new(number).truncate().sense(Sense::empty())));

    let mut ui_name = cell(ui, name);
    ui_name.spacing_mut().item_spacing.x = theme::SPACE_2;
    silent(avatar(&mut ui_name, &row.name, theme::AVATAR_SIZE));
    two_lines(&mut ui_name, &row.name, &row.user_name);

    let mut ui_roles = cell(ui, held);
    roles(&mut ui_roles, row);

    let (glyph, ink) = match row.mark {
        Mark::Added => (icon::CHECK_CIRCLE_FILLED, p.good),
        Mark::Warned => (icon::WARNING_FILLED, p.warning),
        Mark::Refused => (icon::DISMISS_CIRCLE_FILLED, p.danger),
    };
    let mut ui_outcome = cell(ui, outcome);
    ui_outcome.spacing_mut().item_spacing.x = theme::SPACE_1;
    silent(ui_outcome.label(theme::icon_text(glyph).color(ink)));
    silent(ui_outcome.add(Label::new(theme::medium(word).color(ink)).truncate()));

    let mut ui_why = cell(ui, why);
    if let Some((place, words)) = row.why.first() {
        if place.is_empty() {
            two_lines(&mut ui_why, words, "");
        } else {
            two_lines(&mut ui_why, place, words);
        }
    }
}

/// The first role, with the mark of the privileged, and how many more there are.
fn roles(ui: &mut Ui, row: &Row) {
    let Some(first) = row.roles.first() else {
        return;
    };
    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
    let more = row.roles.len() - 1;
    let beside = if more == 0 { 0.0 } else { MORE };
    let (tone, glyph) = if first.privileged {
        (Tone::Privileged, Some(icon::PRIVILEGED))
    } else {
        (Tone::Accent, None)
    };
    let room = (ui.available_width() - beside).max(0.0);
    ui.scope(|ui| {
        ui.set_max_width(room);
        silent(chip(ui, &first.name, tone, glyph));
    });
    if more > 0 {
        let more = theme::caption(ui, format!("+{more}"));
        silent(ui.add(Label::new(more).sense(Sense::empty())));
    }
}

/// A line and, if there is one, a second of lesser weight under it.
fn two_lines(ui: &mut Ui, first: &str, second: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let line = theme::SIZE_BODY * 1.25;
        let lines = if second.is_empty() { 1.0 } else { 1.85 };
        ui.add_space(((ROW - lines * line) / 2.0).max(0.0));
        let first = egui::RichText::new(first).color(theme::palette(ui).text);
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
        let mut spoken = format!("{}, {}, {}", row.line, row.name, row.user_name);
        let roles = row.roles.iter().map(|role| role.name.clone());
        let why = row
            .why
            .iter()
            .map(|(place, words)| format!("{place}: {words}"));
        for part in roles.chain([word.to_owned()]).chain(why) {
            spoken.push_str(", ");
            spoken.push_str(&part);
        }
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
