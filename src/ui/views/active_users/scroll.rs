//! Scrolling a list by row, exact for any number of rows.
//!
//! egui scrolls in 32-bit floats, which are whole points at best beyond 16.7 million: 400,000
//! rows. Here the offset is a 64-bit float and only what is visible is turned into points.

use egui::{Color32, Rect, Sense, Ui, pos2, vec2};

use crate::ui::theme;

/// How far a list is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scroll {
    offset: f64,
    /// Where on the handle it is held while it is dragged.
    grip: Option<f32>,
}

/// The width that the bar takes from the rows.
pub const BAR_WIDTH: f32 = 12.0;

impl Scroll {
    /// Goes to the top.
    pub fn restart(&mut self) {
        self.offset = 0.0;
    }

    /// Scrolls just enough to show `place` of a list that is `height` high, and to whole rows, so
    /// that none is cut off at the top.
    pub fn reveal(&mut self, place: usize, height: f32, row_height: f32) {
        let row = f64::from(row_height);
        let top = precise(place) * row;
        let bottom = top + row - f64::from(height);
        if self.offset > top {
            self.offset = top;
        } else if self.offset < bottom {
            self.offset = ((bottom / row).ceil() * row).min(top);
        }
    }

    /// Whether `place` is wholly visible in a list that is `height` high.
    pub fn shows(&self, place: usize, height: f32, row_height: f32) -> bool {
        let row = f64::from(row_height);
        let top = precise(place) * row;
        self.offset <= top && top + row - f64::from(height) <= self.offset
    }

    /// Brings `place` to the middle, unless it is visible: whoever comes from elsewhere sees what
    /// stands around it.
    pub fn centre(&mut self, place: usize, height: f32, row_height: f32) {
        if self.shows(place, height, row_height) {
            return;
        }
        let before = ((f64::from(height) / f64::from(row_height) - 1.0) / 2.0).floor();
        let first = (precise(place) - before.max(0.0)).max(0.0);
        self.offset = first * f64::from(row_height);
    }

    /// Keeps within `count` rows, follows the wheel, and draws the bar at the right of `list`.
    pub fn interact(&mut self, ui: &Ui, list: Rect, count: usize, row_height: f32) {
        let height = precise(count) * f64::from(row_height);
        let most = (height - f64::from(list.height())).max(0.0);
        if ui.rect_contains_pointer(list) {
            let delta = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            self.offset -= f64::from(delta);
        }
        if most > 0.0 {
            self.bar(ui, list, height, most);
        }
        self.offset = self.offset.clamp(0.0, most);
    }

    /// The first place that is visible, and how far its top lies above the list's.
    pub fn first(&self, row_height: f32) -> (usize, f32) {
        let place = (self.offset / f64::from(row_height)).floor();
        let above = self.offset - place * f64::from(row_height);
        (whole(place), coarse(above))
    }

    fn bar(&mut self, ui: &Ui, list: Rect, height: f64, most: f64) {
        let track = Rect::from_min_max(pos2(list.right() - BAR_WIDTH, list.top()), list.max);
        let share = f64::from(list.height()) / height;
        let length = coarse(f64::from(track.height()) * share).max(28.0);
        let travel = (track.height() - length).max(1.0);
        let id = ui.scope_id().with("bar");
        let response = ui.interact(track, id, Sense::CLICK | Sense::DRAG);
        if let Some(pointer) = response.interact_pointer_pos() {
            let top = track.top() + coarse(self.offset.clamp(0.0, most) / most) * travel;
            // Beside the handle, its middle comes to the pointer.
            let inside = (top..=top + length).contains(&pointer.y);
            let held = if inside {
                pointer.y - top
            } else {
                length / 2.0
            };
            let grip = *self.grip.get_or_insert(held);
            let part = (pointer.y - grip - track.top()) / travel;
            self.offset = f64::from(part.clamp(0.0, 1.0)) * most;
        } else {
            self.grip = None;
        }
        let top = track.top() + coarse(self.offset.clamp(0.0, most) / most) * travel;
        let wide = response.hovered() || self.grip.is_some();
        let width = if wide { 8.0 } else { 4.0 };
        let handle = Rect::from_min_size(
            pos2(track.right() - 3.0 - width, top + 2.0),
            vec2(width, length - 4.0),
        );
        let ink: Color32 = theme::palette(ui).control_line;
        ui.painter().rect_filled(handle, width / 2.0, ink);
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "exact for every number of rows there can be"
)]
fn precise(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
fn coarse(points: f64) -> f32 {
    points as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the place of a row: not negative, and fewer than 2^32"
)]
fn whole(place: f64) -> usize {
    place as usize
}

#[cfg(test)]
mod tests {
    use super::Scroll;

    #[test]
    fn a_million_rows_are_told_apart() {
        let mut scroll = Scroll::default();
        for place in [0, 1, 399_999, 999_998, 999_999] {
            scroll.reveal(place, 42.0, 42.0);
            assert_eq!(scroll.first(42.0), (place, 0.0));
        }
        scroll.reveal(999_990, 420.0, 42.0);
        scroll.reveal(999_999, 420.0, 42.0);
        assert_eq!(scroll.first(42.0), (999_990, 0.0));
        scroll.reveal(999_995, 420.0, 42.0);
        assert_eq!(scroll.first(42.0), (999_990, 0.0));
    }

    #[test]
    fn no_row_is_cut_off_at_the_top() {
        let mut scroll = Scroll::default();
        scroll.reveal(12, 430.0, 42.0);
        assert_eq!(scroll.first(42.0), (3, 0.0));
        assert!(scroll.shows(12, 430.0, 42.0));
        scroll.reveal(5, 430.0, 42.0);
        assert_eq!(
            scroll.first(42.0),
            (3, 0.0),
            "what is visible stays where it is"
        );
        scroll.centre(5, 430.0, 42.0);
        assert_eq!(scroll.first(42.0), (3, 0.0));
        scroll.centre(100, 430.0, 42.0);
        assert_eq!(scroll.first(42.0), (96, 0.0));
        scroll.reveal(0, 430.0, 42.0);
        assert_eq!(scroll.first(42.0), (0, 0.0));
    }
}
