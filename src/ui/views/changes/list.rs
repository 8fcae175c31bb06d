//! A list of any length: only the rows that are visible exist, and one of them has the keyboard.

use egui::{
    Color32, Event, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::ui::theme;
use crate::ui::views::active_users::scroll::{BAR_WIDTH, Scroll};

/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;

/// How far a list is scrolled, and which row has the keyboard.
#[derive(Default)]
pub struct Listing {
    scroll: Scroll,
    cursor: Option<usize>,
    by_keyboard: bool,
}

impl Listing {
    /// Goes to the top.
    pub fn restart(&mut self) {
        self.scroll.restart();
        self.cursor = None;
    }
}

/// What is listed.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// What holds the keyboard for all rows.
    pub id: Id,
    /// What a screen reader calls the list.
    pub name: &'a str,
    /// How many rows there are.
    pub count: usize,
    /// How high a row is.
    pub row: f32,
    /// The row whose details are shown.
    pub chosen: Option<usize>,
    /// Whether a row can be chosen.
    pub choosable: bool,
}

/// Draws a list in the space that is left. `draw` paints the row of a number in a rectangle and
/// tells what a screen reader says of it. The row that was chosen just now comes back.
pub fn list(
    ui: &mut Ui,
    listing: &mut Listing,
    look: Look<'_>,
    mut draw: impl FnMut(&mut Ui, usize, Rect) -> String,
) -> Option<usize> {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    let painter = ui.painter();
    painter.rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let body = card.shrink2(vec2(INSET, 1.0));
    let focus = ui.interact(body, look.id, Sense::focusable_noninteractive());
    focus.widget_info(|| WidgetInfo::labeled(Role::Grid, ui.is_enabled(), look.name));
    ui.ctx()
        .accesskit_node_builder(look.id, |node| node.set_row_count(look.count));
    let mut chosen = None;
    if focus.has_focus() {
        listing.watch_keyboard(ui);
        chosen = listing.keys(ui, look, body.height());
    }
    listing.cursor = listing.cursor.filter(|place| *place < look.count);
    let bar = Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom()));
    listing.scroll.interact(ui, bar, look.count, look.row);

    let mut inside = ui.new_child(
        UiBuilder::new()
            .id_salt("rows")
            .max_rect(body)
            .accessibility_parent(look.id),
    );
    inside.shrink_clip_rect(body);
    let (first, above) = listing.scroll.first(look.row);
    let width = body.width() - BAR_WIDTH;
    let mut top = body.top() - above;
    let last = look.count.min(first + rows_in(body.height(), look.row) + 2);
    for place in first..last {
        let rect = Rect::from_min_size(pos2(body.left(), top), vec2(width, look.row));
        top += look.row;
        let sense = if look.choosable {
            Sense::CLICK
        } else {
            Sense::hover()
        };
        let response = inside.interact(rect, look.id.with(("row", place)), sense);
        let is_chosen = look.chosen == Some(place);
        let fill = if is_chosen {
            p.selection
        } else if look.choosable && inside.rect_contains_pointer(rect) {
            p.hover
        } else {
            Color32::TRANSPARENT
        };
        let ground = rect.shrink2(vec2(0.0, 1.0));
        inside.painter().rect_filled(ground, theme::RADIUS, fill);
        inside
            .painter()
            .hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
        if is_chosen {
            let at = pos2(rect.left(), rect.center().y - 9.0);
            let bar = Rect::from_min_size(at, vec2(3.0, 18.0));
            inside.painter().rect_filled(bar, 1.5, p.accent);
        }
        let spoken = draw(&mut inside, place, rect);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, spoken.as_str()));
        inside.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(place);
            node.set_selected(is_chosen);
        });
        if listing.cursor == Some(place) && focus.has_focus() {
            let node = response.id.accesskit_id();
            inside
                .ctx()
                .accesskit_node_builder(focus.id, |list| list.set_active_descendant(node));
            if listing.by_keyboard {
                theme::focus_ring(&inside, ground.shrink(2.0), theme::RADIUS);
            }
        }
        if response.clicked() {
            listing.cursor = Some(place);
            chosen = Some(place);
            ui.memory_mut(|memory| memory.request_focus(look.id));
        }
    }
    chosen
}

impl Listing {
    fn watch_keyboard(&mut self, ui: &Ui) {
        let key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        self.by_keyboard = ui.input(|input| {
            let pointer = input.pointer.any_pressed();
            (self.by_keyboard || input.events.iter().any(key)) && !pointer
        });
    }

    /// What the keyboard asks for while it stands in the list. With details shown, they follow.
    fn keys(&mut self, ui: &Ui, look: Look<'_>, height: f32) -> Option<usize> {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(look.id, filter));
        let last = look.count.checked_sub(1)?;
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        let page = rows_in(height, look.row).saturating_sub(1).max(1);
        let was = self.cursor;
        let mut place = was.or(look.chosen).unwrap_or(0);
        let down = [
            (Key::ArrowDown, 1),
            (Key::PageDown, page),
            (Key::End, last.max(1)),
        ];
        for (key, step) in down {
            place = (place + step * pressed(key)).min(last);
        }
        let up = [
            (Key::ArrowUp, 1),
            (Key::PageUp, page),
            (Key::Home, last.max(1)),
        ];
        for (key, step) in up {
            place = place.saturating_sub(step * pressed(key));
        }
        self.cursor = Some(place);
        let moved = was != Some(place);
        if moved {
            self.scroll.reveal(place, height, look.row);
        }
        let entered = pressed(Key::Enter) + pressed(Key::Space) > 0;
        let follows = moved && was.is_some() && look.chosen.is_some();
        (look.choosable && (entered || follows)).then_some(place)
    }
}

/// How many whole rows a height holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of rows on a screen"
)]
fn rows_in(height: f32, row: f32) -> usize {
    (height / row).max(0.0) as usize
}
