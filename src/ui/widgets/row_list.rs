//! What the lists of the wizards have in common: the ground of a row, and the keys that go from
//! row to row.

use egui::{EventFilter, Key, Modifiers, Rect, Response, Stroke, Ui, vec2};

use crate::ui::theme;

/// Draws what lies under the cells of a row that is `chosen`; `ring` marks it for the keyboard.
pub fn ground(ui: &Ui, rect: Rect, response: &Response, chosen: bool, ring: bool) {
    let p = theme::palette(ui);
    let ground = rect.shrink2(vec2(0.0, 1.0));
    let painter = ui.painter();
    if chosen {
        painter.rect_filled(ground, theme::RADIUS, p.selection);
    } else if response.hovered() {
        painter.rect_filled(ground, theme::RADIUS, p.hover);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
    if ring {
        theme::focus_ring(ui, ground.shrink(2.0), theme::RADIUS);
    }
}

/// Where the keyboard stands after the keys of this frame, while `focus` has it: by `cursor`
/// before, in a list of `count` rows of which `visible` fit the screen.
pub fn moved(
    ui: &Ui,
    focus: &Response,
    cursor: Option<usize>,
    count: usize,
    visible: usize,
) -> Option<usize> {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, filter));
    let Some(last) = count.checked_sub(1) else {
        return cursor;
    };
    let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
    let page = visible.saturating_sub(1).max(1);
    let cursor = cursor.or_else(|| {
        // The first key comes to the first row, or to the last.
        let first = pressed(Key::ArrowDown) + pressed(Key::PageDown) + pressed(Key::Home) > 0;
        let end = pressed(Key::ArrowUp) + pressed(Key::PageUp) + pressed(Key::End) > 0;
        if end { Some(last) } else { first.then_some(0) }
    });
    let mut place = cursor?;
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
    Some(place)
}

/// How many whole rows of `row` a height holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of rows on a screen"
)]
pub fn rows_in(height: f32, row: f32) -> usize {
    (height / row).max(0.0) as usize
}
