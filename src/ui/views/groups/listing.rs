//! A list of which only the visible rows exist, with the keyboard in it.
//!
//! Knows places, not what stands in them: [`ListState::begin`] tells which places are visible,
//! whoever draws gathers those rows and no others, and [`ListState::row`] draws the ground of
//! each. Used for groups and units, for their people, and for their roles.

use std::ops::Range;

use egui::{
    AsIdSalt, Color32, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::ui::theme;
use crate::ui::views::active_users::scroll::{BAR_WIDTH, Scroll};

/// How far a list is scrolled, and where the keyboard stands in it.
#[derive(Debug, Default)]
pub struct ListState {
    scroll: Scroll,
    cursor: Option<usize>,
    by_keyboard: bool,
    wanted: bool,
}

/// A list to draw.
pub struct Spec<'a> {
    /// What holds the keyboard for all rows.
    pub id: Id,
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Where it stands.
    pub area: Rect,
    /// How many rows there are.
    pub count: usize,
    /// How high each is.
    pub row_height: f32,
}

/// What was done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// It was clicked, or Enter was pressed on it.
    Open(usize),
    /// Space was pressed on it.
    Toggle(usize),
    /// Delete was pressed on it.
    Remove(usize),
}

/// The part of a list that is visible.
pub struct Visible {
    /// What rows are drawn with; clipped to the list.
    pub ui: Ui,
    /// The places that are visible.
    pub range: Range<usize>,
    /// What was done, by key or by click.
    pub used: Option<Used>,
    focus: Response,
    rows: Rect,
    above: f32,
    row_height: f32,
}

/// What a row is, beside its cells.
pub struct Face {
    /// Whether it is the open or a chosen one.
    pub selected: bool,
    /// Whether it is the open one, which has a bar.
    pub open: bool,
    /// What a screen reader says of it.
    pub spoken: String,
}

impl ListState {
    /// Gives the list the keyboard at the next frame.
    pub fn want_keyboard(&mut self) {
        self.wanted = true;
    }

    /// Goes to the top: other rows are shown now.
    pub fn restart(&mut self) {
        self.scroll.restart();
        self.cursor = None;
    }

    /// Puts the keyboard's place at `place`, and brings it into sight.
    pub fn go_to(&mut self, place: usize, height: f32, row_height: f32) {
        self.cursor = Some(place);
        self.scroll.centre(place, height, row_height);
    }

    /// Takes keys and wheel, and tells which rows are visible.
    pub fn begin(&mut self, ui: &mut Ui, spec: &Spec<'_>) -> Visible {
        let Spec {
            id,
            name,
            area,
            count,
            row_height,
        } = *spec;
        let focus = ui.interact(area, id, Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, ui.is_enabled(), name));
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_row_count(count));
        if std::mem::take(&mut self.wanted) {
            focus.request_focus();
        }
        self.cursor = self.cursor.filter(|place| *place < count);
        let used = self.keys(ui, &focus, spec);
        self.scroll.interact(ui, area, count, row_height);
        let mut inside = ui.new_child(
            UiBuilder::new()
                .id_salt((id, "rows"))
                .max_rect(area)
                .accessibility_parent(id),
        );
        inside.shrink_clip_rect(area);
        let (first, above) = self.scroll.first(row_height);
        let last = count.min(first + rows_in(area.height(), row_height) + 2);
        Visible {
            ui: inside,
            range: first.min(last)..last,
            used,
            focus,
            rows: area.with_max_x(area.right() - BAR_WIDTH),
            above,
            row_height,
        }
    }

    fn keys(&mut self, ui: &Ui, focus: &Response, spec: &Spec<'_>) -> Option<Used> {
        if !focus.has_focus() {
            return None;
        }
        let key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        self.by_keyboard = ui.input(|input| {
            let pointer = input.pointer.any_pressed();
            (self.by_keyboard || input.events.iter().any(key)) && !pointer
        });
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, filter));
        let last = spec.count.checked_sub(1)?;
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        let height = spec.area.height();
        let page = rows_in(height, spec.row_height).saturating_sub(1).max(1);
        let was = self.cursor;
        let mut place = was.unwrap_or(0);
        for (key, step) in [
            (Key::ArrowDown, 1),
            (Key::PageDown, page),
            (Key::End, last.max(1)),
        ] {
            place = (place + step * pressed(key)).min(last);
        }
        for (key, step) in [
            (Key::ArrowUp, 1),
            (Key::PageUp, page),
            (Key::Home, last.max(1)),
        ] {
            place = place.saturating_sub(step * pressed(key));
        }
        if was != Some(place) {
            self.cursor = Some(place);
            self.scroll.reveal(place, height, spec.row_height);
        }
        if pressed(Key::Enter) > 0 {
            Some(Used::Open(place))
        } else if pressed(Key::Space) > 0 {
            Some(Used::Toggle(place))
        } else if pressed(Key::Delete) > 0 {
            Some(Used::Remove(place))
        } else {
            None
        }
    }

    /// Draws the ground of a visible row and notes a click on it. Returns where it stands and the
    /// id that those of its cells begin with.
    pub fn row(
        &mut self,
        visible: &mut Visible,
        place: usize,
        key: impl AsIdSalt,
        face: &Face,
    ) -> (Rect, Id) {
        let offset = place.saturating_sub(visible.range.start);
        let top = visible.rows.top() - visible.above + points(offset) * visible.row_height;
        let size = vec2(visible.rows.width(), visible.row_height);
        let rect = Rect::from_min_size(pos2(visible.rows.left(), top), size);
        let (ui, focus) = (&visible.ui, &visible.focus);
        let id = focus.id.with(key);
        let response = ui.interact(rect, id, Sense::CLICK);
        response
            .widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), face.spoken.as_str()));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_index(place);
            node.set_selected(face.selected);
        });
        let here = self.cursor == Some(place);
        if here {
            let node = id.accesskit_id();
            ui.ctx()
                .accesskit_node_builder(focus.id, |list| list.set_active_descendant(node));
        }
        self.ground(ui, rect, face, here && focus.has_focus());
        if response.clicked() {
            focus.request_focus();
            self.by_keyboard = false;
            self.cursor = Some(place);
            visible.used = Some(Used::Open(place));
        }
        (rect, id)
    }

    fn ground(&self, ui: &Ui, rect: Rect, face: &Face, has_keyboard: bool) {
        let p = theme::palette(ui);
        let painter = ui.painter();
        let fill = if face.selected {
            p.selection
        } else if ui.rect_contains_pointer(rect) {
            p.hover
        } else {
            Color32::TRANSPARENT
        };
        let ground = rect.shrink2(vec2(0.0, 1.0));
        painter.rect_filled(ground, theme::RADIUS, fill);
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
        if face.open {
            let bar =
                Rect::from_min_size(pos2(rect.left(), rect.center().y - 9.0), vec2(3.0, 18.0));
            painter.rect_filled(bar, 1.5, p.accent);
        }
        if self.by_keyboard && has_keyboard {
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
fn rows_in(height: f32, row_height: f32) -> usize {
    (height / row_height).max(0.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "a number of rows on a screen")]
fn points(rows: usize) -> f32 {
    rows as f32
}
