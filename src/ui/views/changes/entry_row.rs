//! A row of the history, painted.

use egui::{Rect, RichText, Ui, pos2, vec2};

use super::paint::{glyph, line};
use super::rows::EntryRow;
use crate::ui::item_words::capital;
use crate::ui::theme::{self, icon};

/// A row: number, when, who; what with the reason under it; the mark at the right.
pub fn paint(ui: &mut Ui, id: egui::Id, rect: Rect, row: &EntryRow, when: &str, exact: &str) {
    let p = theme::palette(ui);
    let y = rect.center().y;
    let wide = rect.width() > 640.0;
    let quiet = |text: &str| theme::secondary(ui, text);
    let mut x = rect.left() + theme::SPACE_3;
    let number = row.number.to_string();
    line(
        ui,
        id.with("number"),
        pos2(x, y),
        42.0,
        quiet(&number),
        None,
    );
    x += 44.0;
    let mut right = rect.right() - theme::SPACE_2;
    if let Some(mark) = &row.mark {
        let text = theme::caption(ui, mark.as_str());
        let galley = egui::WidgetText::from(text).into_galley(
            ui,
            Some(egui::TextWrapMode::Extend),
            f32::INFINITY,
            egui::TextStyle::Small,
        );
        let size = galley.size() + vec2(2.0 * theme::SPACE_2, 6.0);
        let chip = Rect::from_min_size(pos2(right - size.x, y - size.y / 2.0), size);
        ui.painter().rect_filled(chip, size.y / 2.0, p.neutral_soft);
        ui.painter()
            .galley(chip.min + vec2(theme::SPACE_2, 3.0), galley, p.text);
        right = chip.left() - theme::SPACE_2;
    }
    if row.privileged {
        right -= theme::ICON_SIZE;
        glyph(ui, pos2(right, y), icon::PRIVILEGED, p.privileged);
        right -= theme::SPACE_2;
    }
    let side = if wide { 140.0 } else { 124.0 };
    let (above, below) = (y - 8.0, y + 9.0);
    line(
        ui,
        id.with("who"),
        pos2(x, above),
        side - theme::SPACE_2,
        theme::medium(row.actor.as_str()).color(p.text),
        None,
    );
    let small = |text: &str| {
        RichText::new(text)
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary)
    };
    let at = pos2(x, below);
    line(
        ui,
        id.with("when"),
        at,
        side - theme::SPACE_2,
        small(when),
        Some(exact),
    );
    x += side;
    let what = RichText::new(row.what.as_str()).color(p.text);
    let middle = if row.why.is_empty() { y } else { above };
    line(ui, id.with("what"), pos2(x, middle), right - x, what, None);
    if !row.why.is_empty() {
        let why = capital(&row.why);
        line(
            ui,
            id.with("why"),
            pos2(x, below),
            right - x,
            small(&why),
            None,
        );
    }
}
