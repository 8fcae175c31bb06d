//! Small pieces that the lists of this view are painted with.

use std::sync::Arc;

use egui::{
    Align2, Color32, FontSelection, Galley, Id, Pos2, Rect, Response, RichText, Role, Sense,
    TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText, pos2, vec2,
};

use crate::domain::user::User;
use crate::ui::theme;
use crate::ui::widgets::avatar::avatar;

/// The space at the left of a cell.
pub const PAD: f32 = 8.0;
/// The side of the square that a button in a row takes.
pub const ROW_BUTTON: f32 = 28.0;

/// Draws one line of text, cut off where there is no room and then whole on hover. Returns where
/// it ends.
pub fn line(ui: &Ui, id: Id, left_centre: Pos2, width: f32, text: RichText, full: &str) -> f32 {
    let galley = galley(ui, text, TextWrapMode::Truncate, width.max(0.0));
    let at = left_centre - vec2(0.0, galley.size().y / 2.0);
    let place = Rect::from_min_size(at, galley.size());
    if galley.elided && !full.is_empty() {
        ui.interact(place, id, Sense::hover()).on_hover_text(full);
    }
    ui.painter().galley(at, galley, theme::palette(ui).text);
    place.right()
}

/// How wide a text is in one line.
pub fn width(ui: &Ui, text: RichText) -> f32 {
    galley(ui, text, TextWrapMode::Extend, f32::INFINITY)
        .size()
        .x
}

fn galley(ui: &Ui, text: RichText, wrap: TextWrapMode, width: f32) -> Arc<Galley> {
    WidgetText::from(text).into_galley(ui, Some(wrap), width, FontSelection::Default)
}

/// Draws an icon.
pub fn glyph(ui: &Ui, left_centre: Pos2, picture: &str, size: f32, ink: Color32) {
    let font = theme::font(size);
    ui.painter()
        .text(left_centre, Align2::LEFT_CENTER, picture, font, ink);
}

/// Draws someone: avatar, name and user principal name.
pub fn person(ui: &mut Ui, id: Id, area: Rect, user: &User) {
    let p = theme::palette(ui);
    let side = theme::AVATAR_SIZE;
    let centre = pos2(area.left() + side / 2.0, area.center().y);
    let circle = Rect::from_center_size(centre, vec2(side, side));
    let mut place = ui.new_child(UiBuilder::new().max_rect(circle).id_salt((id, "avatar")));
    avatar(&mut place, &user.profile.display_name, side);
    let left = area.left() + side + 10.0;
    let width = area.right() - left;
    let name = &*user.profile.display_name;
    let text = theme::medium(name).color(p.text);
    let above = pos2(left, area.center().y - 8.0);
    line(ui, id.with("name"), above, width, text, name);
    let upn = user.upn.as_str();
    let text = RichText::new(upn)
        .size(theme::SIZE_SMALL)
        .color(p.text_secondary);
    let below = pos2(left, area.center().y + 9.0);
    line(ui, id.with("upn"), below, width, text, upn);
}

/// A button in a row, for the pointer: the keyboard has a key for it while it stands in the list,
/// and need not pass through the button of every row.
pub fn row_button(ui: &Ui, id: Id, row: Rect, picture: &str, name: &str) -> Response {
    let p = theme::palette(ui);
    let left = row.right() - PAD / 2.0 - ROW_BUTTON / 2.0;
    let place = Rect::from_center_size(pos2(left, row.center().y), vec2(ROW_BUTTON, ROW_BUTTON));
    let response = ui.interact(place, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() {
        ui.painter().rect_filled(place, theme::RADIUS, p.pressed);
    }
    ui.painter().text(
        place.center(),
        Align2::CENTER_CENTER,
        picture,
        theme::font(theme::ICON_SIZE),
        p.text_secondary,
    );
    response.on_hover_text(name)
}

/// One of several views of the same thing; the chosen one has a line under it.
pub fn tab(ui: &mut Ui, name: &str, chosen: bool) -> Response {
    let p = theme::palette(ui);
    let (text, ink) = if chosen {
        (theme::semibold(name), p.text)
    } else {
        (theme::medium(name), p.text_secondary)
    };
    let words = galley(ui, text.color(ink), TextWrapMode::Extend, f32::INFINITY);
    // As wide as it is when chosen, so that nothing moves.
    let wide = width(ui, theme::semibold(name));
    let (rect, response) =
        ui.allocate_exact_size(vec2(wide, theme::CONTROL_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, name));
    // The words begin where those above and below do; what is around them lies outside.
    let around = rect.expand2(vec2(theme::SPACE_2, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(around, theme::RADIUS, p.hover);
    }
    let at = rect.center() - words.size() / 2.0;
    ui.painter().galley(at, words, ink);
    if chosen {
        let line = rect.with_min_y(rect.bottom() - 3.0);
        ui.painter().rect_filled(line, 1.5, p.accent);
    }
    if response.has_focus() {
        theme::focus_ring(ui, around.shrink(1.0), theme::RADIUS);
    }
    response
}
