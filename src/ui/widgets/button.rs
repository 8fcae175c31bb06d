//! The buttons: primary, dangerous, standard, an icon alone, and the buttons of a command bar.

use egui::{Button, Response, TextStyle, TextWrapMode, Ui, WidgetText, vec2};

use super::focus::follow;
use crate::ui::theme;

/// The one button of a place that does what the place is for.
pub fn primary(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.scope(|ui| {
        // Faded, white on the accent can't be read: what can't be used has the plain face.
        if ui.is_enabled() {
            theme::make_primary(ui);
        }
        let response = ui.add(Button::new(theme::semibold(text)));
        follow(&response);
        response
    })
    .inner
}

/// The primary button of a place that destroys something.
pub fn danger(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.scope(|ui| {
        if ui.is_enabled() {
            theme::make_danger(ui);
        }
        let response = ui.add(Button::new(theme::semibold(text)));
        follow(&response);
        response
    })
    .inner
}

/// Any other button.
pub fn standard(ui: &mut Ui, text: impl Into<String>) -> Response {
    let response = ui.add(Button::new(theme::medium(text)));
    follow(&response);
    response
}

/// A subtle button that shows only an icon; `name` is its tooltip and its accessible name.
pub fn icon_button(ui: &mut Ui, glyph: &str, name: &str) -> Response {
    ui.scope(|ui| {
        theme::make_subtle(ui);
        ui.spacing_mut().button_padding = vec2(theme::SPACE_1, theme::SPACE_1);
        let size = vec2(theme::CONTROL_HEIGHT, theme::CONTROL_HEIGHT);
        let icon = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        let response = ui.add(Button::new(icon).min_size(size));
        follow(&response);
        response
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
    let icon = theme::icon_text(glyph).color(theme::palette(ui).accent_text);
    command(ui, Button::new((icon, text)), text, enabled)
}

/// The same where there is no room for its text, which becomes its tooltip.
pub fn command_icon(ui: &mut Ui, glyph: &str, text: &str, enabled: Result<(), String>) -> Response {
    let icon = theme::icon_text(glyph).color(theme::palette(ui).accent_text);
    let enabled = enabled.map_err(|reason| format!("{text}\n{reason}"));
    command(ui, Button::new(icon), text, enabled).on_hover_text(text)
}

/// A line of a menu, as wide as the menu. Refused, it is disabled and says why.
pub fn menu_button(ui: &mut Ui, glyph: &str, text: &str, enabled: Result<(), String>) -> Response {
    let icon = theme::icon_text(glyph).color(theme::palette(ui).accent_text);
    let face = Button::new((icon, text))
        .truncate()
        .right_text("")
        .min_size(vec2(ui.available_width(), theme::CONTROL_HEIGHT));
    command(ui, face, text, enabled)
}

/// How wide a [`command_button`] with this text is.
pub fn command_width(ui: &Ui, text: &str) -> f32 {
    let words = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        TextStyle::Button,
    );
    words.size().x + theme::ICON_SIZE + ui.spacing().icon_spacing + 2.0 * theme::SPACE_2 + 2.0
}

fn command(ui: &mut Ui, face: Button<'_>, name: &str, enabled: Result<(), String>) -> Response {
    let response = ui
        .scope(|ui| {
            theme::make_subtle(ui);
            ui.spacing_mut().button_padding.x = theme::SPACE_2;
            ui.add_enabled(enabled.is_ok(), face)
        })
        .inner
        .accessible_name(name);
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
