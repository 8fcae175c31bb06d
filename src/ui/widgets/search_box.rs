//! A search box: an icon, the text, and a button that clears it. Escape clears it too.

use egui::{
    Align2, AsIdSalt, Key, Margin, Modifiers, NumExt as _, Rect, Response, Role, Sense, TextEdit,
    Ui, WidgetInfo, vec2,
};

use super::focus::follow;
use crate::ui::theme::{self, icon};

/// Draws a search box as wide as `spacing.text_edit_width`, or as there is room.
///
/// The response is the text field's; it has changed when the text was cleared, too.
pub fn search_box(
    ui: &mut Ui,
    text: &mut String,
    hint: &str,
    id_source: impl AsIdSalt,
) -> Response {
    let width = ui.spacing().text_edit_width.at_most(ui.available_width());
    let side = theme::CONTROL_HEIGHT;
    let p = theme::palette(ui);
    let field = TextEdit::singleline(text)
        .id_salt(id_source)
        .hint_text(theme::secondary(ui, hint))
        .desired_width(width)
        .margin(Margin {
            left: 34,
            right: 30,
            top: 7,
            bottom: 7,
        })
        .min_size(vec2(width, side));
    let mut response = ui.add(field).accessible_name(hint);

    follow(&response);
    let rect = response.rect;
    let glass = rect.left_center() + vec2(theme::SPACE_3 - 1.0, 0.0);
    let ink = if response.has_focus() {
        p.accent_text
    } else {
        p.text_secondary
    };
    let font = theme::font(theme::ICON_SIZE);
    ui.painter()
        .text(glass, Align2::LEFT_CENTER, icon::SEARCH, font.clone(), ink);
    if text.is_empty() {
        return response;
    }

    let place = Rect::from_center_size(
        rect.right_center() - vec2(side / 2.0, 0.0),
        vec2(side - theme::SPACE_2, side - theme::SPACE_2),
    );
    // Not a stop for Tab: the keyboard has Escape, which is also the name that every language
    // reads the same.
    let clear = ui.interact(place, response.id.with("clear"), Sense::CLICK);
    clear.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{hint} (Esc)"))
    });
    if clear.hovered() {
        ui.painter().rect_filled(place, theme::RADIUS, p.hover);
    }
    ui.painter().text(
        place.center(),
        Align2::CENTER_CENTER,
        icon::DISMISS,
        font,
        p.text_secondary,
    );
    let escaped = response.lost_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if clear.on_hover_text("Esc").clicked() || escaped {
        text.clear();
        response.mark_changed();
        response.request_focus();
    }
    response
}
