//! Check boxes: on, off, or mixed.
//!
//! A check box shows what it is given and reports a click (or Space, when it has the keyboard);
//! the caller decides what that changes.

use egui::{
    FontSelection, Id, NumExt as _, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind,
    TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};

use super::focus::follow;
use crate::ui::theme;

/// The side of the box.
pub const SIZE: f32 = 18.0;

/// The height of a box with one line of text.
const LINE: f32 = SIZE + theme::SPACE_1;

/// A box alone; `None` is mixed. `name` is what a screen reader calls it.
pub fn check_box(ui: &mut Ui, checked: Option<bool>, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIZE), Sense::click());
    finish(ui, rect, response, checked, name)
}

/// A box in `rect`, painted in its middle, for lists that place their cells themselves. `sense`
/// says whether it can have the keyboard.
pub fn check_box_at(
    ui: &Ui,
    rect: Rect,
    id: Id,
    sense: Sense,
    checked: Option<bool>,
    name: &str,
) -> Response {
    let response = ui.interact(rect, id, sense);
    finish(ui, square(rect), response, checked, name)
}

/// A box with its text beside it; clicking either counts.
pub fn check_box_labelled(
    ui: &mut Ui,
    checked: bool,
    text: impl Into<String>,
    enabled: bool,
) -> Response {
    let text = text.into();
    let draw = |ui: &mut Ui| {
        let indent = SIZE + theme::SPACE_2;
        let galley = WidgetText::from(text.as_str()).into_galley(
            ui,
            Some(TextWrapMode::Wrap),
            (ui.available_width() - indent).at_least(SIZE),
            FontSelection::Default,
        );
        let size = vec2(
            indent + galley.size().x,
            (galley.size().y + theme::SPACE_1).at_least(LINE),
        );
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let first_line = pos2(
            rect.left() + SIZE / 2.0,
            rect.top() + f32::midpoint(SIZE, theme::SPACE_1),
        );
        let at = pos2(
            rect.left() + indent,
            rect.center().y - galley.size().y / 2.0,
        );
        let ink = theme::palette(ui).text;
        if ui.is_rect_visible(rect) {
            ui.painter().galley(at, galley, ink);
        }
        let square = Rect::from_center_size(first_line, Vec2::splat(SIZE));
        finish(ui, square, response, Some(checked), &text)
    };
    ui.add_enabled_ui(enabled, draw).inner
}

fn finish(
    ui: &Ui,
    square: Rect,
    response: Response,
    checked: Option<bool>,
    name: &str,
) -> Response {
    response.widget_info(|| match checked {
        Some(on) => WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name),
        None => WidgetInfo::labeled(Role::CheckBox, ui.is_enabled(), name),
    });
    follow(&response);
    if ui.is_rect_visible(square) {
        paint(ui, square, &response, checked);
    }
    response
}

fn paint(ui: &Ui, square: Rect, response: &Response, checked: Option<bool>) {
    let p = theme::palette(ui);
    let painter = ui.painter();
    let hovered = response.hovered();
    if checked == Some(false) {
        let fill = if hovered { p.hover } else { p.surface };
        let line = if hovered {
            p.text_secondary
        } else {
            p.control_line
        };
        painter.rect(
            square,
            theme::RADIUS,
            fill,
            Stroke::new(1.0, line),
            StrokeKind::Inside,
        );
    } else {
        let fill = match (response.is_pointer_button_down_on(), hovered) {
            (true, _) => p.accent_pressed,
            (false, true) => p.accent_hover,
            (false, false) => p.accent,
        };
        painter.rect_filled(square, theme::RADIUS, fill);
        painter.add(mark(
            square,
            checked.is_none(),
            Stroke::new(1.75, p.on_accent),
        ));
    }
    if response.has_focus() {
        theme::focus_ring(ui, square.expand(2.0), theme::RADIUS + 2);
    }
}

/// The hook of a checked box, or the dash of a mixed one.
fn mark(square: Rect, mixed: bool, stroke: Stroke) -> Shape {
    let at = |x: f32, y: f32| square.min + vec2(x, y) * square.width();
    if mixed {
        Shape::line_segment([at(0.27, 0.5), at(0.73, 0.5)], stroke)
    } else {
        Shape::line(vec![at(0.24, 0.52), at(0.42, 0.70), at(0.77, 0.31)], stroke)
    }
}

fn square(rect: Rect) -> Rect {
    Rect::from_center_size(rect.center(), Vec2::splat(SIZE))
}
