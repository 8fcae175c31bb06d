//! The list itself: only the rows that are visible exist, whatever the size of the tenant.

use egui::{
    Color32, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::cells::{self, Pen};
use super::columns::{self, Cell, Placed};
use super::header::{self, Clicked};
use super::rows::{PersonRow, rows};
use super::scroll::{BAR_WIDTH, Scroll};
use super::selection::Selection;
use crate::domain::user::UserId;
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::theme;
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::Sort;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::check_box::check_box_at;

const ROW: f32 = theme::ROW_HEIGHT;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;

/// What the list is drawn from and what it may change of the view.
pub struct List<'a> {
    /// Whom to show, in order.
    pub shown: &'a [u32],
    /// The order.
    pub sort: Sort,
    /// How many of those shown are checked.
    pub checked: usize,
    /// Who is checked, and where the keyboard stands.
    pub selection: &'a mut Selection,
    /// How far it is scrolled.
    pub scroll: &'a mut Scroll,
    /// The place of the row with the keyboard among those shown.
    pub cursor: &'a mut Option<usize>,
}

/// The id of what holds the keyboard for all rows.
pub fn list_id(ui: &Ui) -> Id {
    ui.scope_id().with("people")
}

/// Draws the list in the space that is left, and returns the order it is to have from now on.
pub fn list(ui: &mut Ui, cx: &mut ViewContext<'_>, id: Id, mut list: List<'_>) -> Sort {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let width = card.width() - 2.0 * INSET - BAR_WIDTH;
    let columns = columns::place(width, |cell| header::least_width(ui, cx.texts, cell));
    let (head, body) = card
        .shrink2(vec2(INSET, 1.0))
        .split_top_bottom_at_y(card.top() + theme::HEADER_HEIGHT);
    let sort = list.header(ui, cx, head, &columns);
    ui.painter()
        .hline(card.x_range(), head.bottom(), Stroke::new(1.0, p.line));

    let body = Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom() - 1.0));
    let focus = ui.interact(body, id, Sense::focusable_noninteractive());
    focus.widget_info(|| {
        WidgetInfo::labeled(Role::Grid, ui.is_enabled(), t!(cx.texts, "user-list"))
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_row_count(list.shown.len()));
    if focus.has_focus() {
        let key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        list.selection.by_keyboard = ui.input(|input| {
            let pointer = input.pointer.any_pressed();
            (list.selection.by_keyboard || input.events.iter().any(key)) && !pointer
        });
        list.keys(ui, cx, &focus, body.height());
    }
    list.scroll.interact(ui, body, list.shown.len(), ROW);
    let mut inside = ui.new_child(
        UiBuilder::new()
            .id_salt("rows")
            .max_rect(body)
            .accessibility_parent(id),
    );
    inside.shrink_clip_rect(body);
    let area = Rect::from_min_size(body.min, vec2(width, body.height()));
    list.rows(&mut inside, cx, &focus, area, &columns);
    sort
}

impl List<'_> {
    fn header(&mut self, ui: &Ui, cx: &ViewContext<'_>, area: Rect, columns: &[Placed]) -> Sort {
        let all = match self.checked {
            0 => Some(false),
            some if some == self.shown.len() => Some(true),
            _ => None,
        };
        match header::header(ui, cx.texts, area, columns, self.sort, all) {
            Some(Clicked::All) => {
                self.selection.set_all(self.shown, all != Some(true));
                self.sort
            }
            Some(Clicked::Column(column)) => header::next_sort(self.sort, column),
            None => self.sort,
        }
    }

    /// What the keyboard asks for while it stands in the list.
    fn keys(&mut self, ui: &Ui, cx: &mut ViewContext<'_>, focus: &Response, height: f32) {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, filter));
        let Some(last) = self.shown.len().checked_sub(1) else {
            return;
        };
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
            self.selection.set_all(self.shown, true);
        }
        let page = rows_in(height).saturating_sub(1).max(1);
        let was = *self.cursor;
        let mut place = was.unwrap_or(0);
        let steps = [
            (Key::ArrowDown, 1),
            (Key::PageDown, page),
            (Key::End, last.max(1)),
        ];
        for (key, step) in steps {
            place = (place + step * pressed(key)).min(last);
        }
        let steps = [
            (Key::ArrowUp, 1),
            (Key::PageUp, page),
            (Key::Home, last.max(1)),
        ];
        for (key, step) in steps {
            place = place.saturating_sub(step * pressed(key));
        }
        let moved = was != Some(place);
        *self.cursor = Some(place);
        self.selection.cursor = self.shown.get(place).copied();
        if moved {
            self.scroll.reveal(place, height, ROW);
        }
        if pressed(Key::Space) > 0 {
            self.selection.toggle(self.shown, place, false);
        }
        if pressed(Key::Enter) > 0 {
            self.open(cx, place);
        }
    }

    fn rows(
        &mut self,
        ui: &mut Ui,
        cx: &mut ViewContext<'_>,
        focus: &Response,
        area: Rect,
        columns: &[Placed],
    ) {
        let (first, above) = self.scroll.first(ROW);
        let visible = self
            .shown
            .iter()
            .skip(first)
            .take(rows_in(area.height()) + 2);
        let visible: Vec<u32> = visible.copied().collect();
        let session = cx.session;
        let (texts, now) = (cx.texts, session.now());
        let people = rows(
            session.tenant(),
            session.catalogue(),
            texts.language(),
            now,
            &visible,
        );
        let has_sign_in = columns.iter().any(|column| column.cell == Cell::SignIn);
        let mut top = area.top() - above;
        for (place, person) in (first..).zip(&people) {
            let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW));
            top += ROW;
            let id = focus.id.with(person.row);
            let pen = Pen {
                texts,
                now,
                person,
                id,
                has_sign_in,
            };
            let response = ui.interact(rect, id, Sense::CLICK);
            self.speak(ui, &pen, &response, focus, place, cx.selected);
            self.ground(ui, rect, person, cx.selected, focus, place);
            for column in columns {
                let corner = pos2(rect.left() + column.x, rect.top());
                let cell = Rect::from_min_size(corner, vec2(column.width, rect.height()));
                if column.cell == Cell::Check {
                    self.check_box(ui, &pen, cell, place);
                } else {
                    cells::cell(ui, &pen, column.cell, cell);
                }
            }
            if response.clicked() {
                self.click(ui, cx, focus, place);
            }
        }
    }

    fn click(&mut self, ui: &Ui, cx: &mut ViewContext<'_>, focus: &Response, place: usize) {
        focus.request_focus();
        self.selection.by_keyboard = false;
        *self.cursor = Some(place);
        self.selection.cursor = self.shown.get(place).copied();
        let held = ui.input(|input| input.modifiers);
        if held.command || held.shift {
            self.selection.toggle(self.shown, place, held.shift);
        } else {
            self.open(cx, place);
        }
    }

    fn open(&self, cx: &mut ViewContext<'_>, place: usize) {
        let row = self.shown.get(place).map(|row| Row(*row));
        let user = row.and_then(|row| cx.session.tenant().users().get(row));
        if let Some(user) = user {
            cx.outbox.ui(UiCommand::ShowUser(user.id));
        }
    }

    fn check_box(&mut self, ui: &Ui, pen: &Pen<'_>, cell: Rect, place: usize) {
        let checked = self.selection.is_checked(pen.person.row);
        let name = &*pen.person.user.profile.display_name;
        let name = t!(pen.texts, "user-select", name = name);
        let id = pen.id.with("check");
        if check_box_at(ui, cell, id, Sense::CLICK, Some(checked), &name).clicked() {
            let range = ui.input(|input| input.modifiers.shift);
            self.selection.toggle(self.shown, place, range);
        }
    }

    /// Tells a screen reader of the row, and that it has the keyboard when it has.
    fn speak(
        &self,
        ui: &Ui,
        pen: &Pen<'_>,
        response: &Response,
        focus: &Response,
        place: usize,
        open: Option<UserId>,
    ) {
        response
            .widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), cells::spoken(pen)));
        let is_open = open == Some(pen.person.user.id);
        let selected = is_open || self.selection.is_checked(pen.person.row);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(place);
            node.set_selected(selected);
        });
        if *self.cursor == Some(place) {
            let node = response.id.accesskit_id();
            ui.ctx()
                .accesskit_node_builder(focus.id, |list| list.set_active_descendant(node));
        }
    }

    /// What lies under the cells.
    fn ground(
        &self,
        ui: &Ui,
        rect: Rect,
        person: &PersonRow<'_>,
        open: Option<UserId>,
        focus: &Response,
        place: usize,
    ) {
        let p = theme::palette(ui);
        let painter = ui.painter();
        let is_open = open == Some(person.user.id);
        let fill = if is_open || self.selection.is_checked(person.row) {
            p.selection
        } else if ui.rect_contains_pointer(rect) {
            p.hover
        } else {
            Color32::TRANSPARENT
        };
        let ground = rect.shrink2(vec2(0.0, 1.0));
        painter.rect_filled(ground, theme::RADIUS, fill);
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
        if is_open {
            let bar =
                Rect::from_min_size(pos2(rect.left(), rect.center().y - 9.0), vec2(3.0, 18.0));
            painter.rect_filled(bar, 1.5, p.accent);
        }
        if self.selection.by_keyboard && focus.has_focus() && *self.cursor == Some(place) {
            theme::focus_ring(ui, ground.shrink(2.0), theme::RADIUS);
        }
    }
}

/// How many whole rows a height holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of rows on a screen"
)]
fn rows_in(height: f32) -> usize {
    (height / ROW).max(0.0) as usize
}
