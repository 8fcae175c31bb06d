//! The buttons: primary, standard, an icon alone, and the buttons of a command bar.

use egui::{Button, Response, Ui, vec2};

use crate::ui::theme;

/// The one button of a place that does what the place is for.
pub fn primary(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.scope(|ui| {
        theme::make_primary(ui);
        ui.add(Button::new(theme::semibold(text)))
    })
    .inner
}

/// Any other button.
pub fn standard(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.add(Button::new(theme::medium(text)))
}

/// A subtle button that shows only an icon; `name` is its tooltip and its accessible name.
pub fn icon_button(ui: &mut Ui, glyph: &str, name: &str) -> Response {
    ui.scope(|ui| {
        theme::make_subtle(ui);
        ui.spacing_mut().button_padding = vec2(theme::SPACE_1, theme::SPACE_1);
        let size = vec2(theme::CONTROL_HEIGHT, theme::CONTROL_HEIGHT);
        let icon = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        ui.add(Button::new(icon).min_size(size))
    })
    .inner
    .accessible_name(name)
    .on_hover_text(name)
    .on_disabled_hover_text(name)
}

/// A button of a command bar: subtle, icon and text. Refused, it is disabled and says why.
pub fn command_button(
    ui: &mut Ui,
    glyph: &str,
    text: &str,
    enabled: Result<(), String>,
) -> Response {
    let response = ui
        .scope(|ui| {
            theme::make_subtle(ui);
            ui.spacing_mut().button_padding.x = theme::SPACE_2;
            let icon = theme::icon_text(glyph).color(theme::palette(ui).accent_text);
            ui.add_enabled(enabled.is_ok(), Button::new((icon, text)))
        })
        .inner
        .accessible_name(text);
    match enabled {
        Ok(()) => response,
        Err(reason) => {
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(reason.as_str());
            });
            response.on_disabled_hover_text(reason)
        }
    }
}
