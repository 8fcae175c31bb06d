//! An empty state.

use egui::Ui;

use crate::ui::theme;
use crate::ui::widgets::focus::silent;

/// An empty state: what would be here, and the next step.
pub fn empty(ui: &mut Ui, glyph: &str, title: &str, hint: &str, next: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        let mark = theme::icon_text(glyph)
            .size(theme::ICON_SIZE_EMPTY)
            .line_height(None)
            .color(p.text_secondary);
        silent(ui.label(mark));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, hint));
        });
        ui.add_space(theme::SPACE_3);
        next(ui);
    });
}
