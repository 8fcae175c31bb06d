//! A radio button as a card: a circle, a title and a sentence about the choice.
//!
//! Shows what it is given and reports a click, or Space when it has the keyboard; the caller
//! decides what that changes. Which cards belong together is the caller's affair, too.

use std::sync::Arc;

use egui::{
    FontSelection, Galley, Pos2, Response, RichText, Role, Sense, Stroke, StrokeKind, TextWrapMode,
    Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::focus::follow;
use crate::ui::theme::{self, Palette};

/// The radius of the outer circle.
const CIRCLE: f32 = 9.0;
/// The radius of the dot of a selected card.
const DOT: f32 = 5.0;

/// Draws a card as wide as there is room.
pub fn radio_card(
    ui: &mut Ui,
    selected: bool,
    title: &str,
    description: &str,
    enabled: bool,
) -> Response {
    ui.add_enabled_ui(enabled, |ui| card(ui, selected, title, description))
        .inner
}

fn card(ui: &mut Ui, selected: bool, title: &str, description: &str) -> Response {
    let p = theme::palette(ui);
    let padding = theme::SPACE_3;
    let indent = padding + 2.0 * CIRCLE + theme::SPACE_2;
    let width = ui.available_width();
    let lines = |ui: &Ui, text: RichText| lines(ui, text, width - indent - padding);
    let title_galley = lines(ui, theme::medium(title).color(p.text));
    let about = lines(ui, theme::caption(ui, description));
    let gap = theme::SPACE_1 / 2.0;
    let height = 2.0 * padding + title_galley.size().y + gap + about.size().y;

    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), selected, title));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(description));
    follow(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }

    let (fill, line) = match (selected, response.hovered()) {
        (true, _) => (p.selection, p.accent),
        (false, true) => (p.hover, p.control_line),
        (false, false) => (p.surface, p.line),
    };
    let outline = Stroke::new(1.0, line);
    ui.painter()
        .rect(rect, theme::RADIUS, fill, outline, StrokeKind::Inside);
    let first_line = rect.top() + padding + title_galley.size().y / 2.0;
    let centre = pos2(rect.left() + padding + CIRCLE, first_line);
    circle(ui, p, centre, selected, response.hovered());
    let at = rect.min + vec2(indent, padding);
    let below = at + vec2(0.0, title_galley.size().y + gap);
    ui.painter().galley(at, title_galley, p.text);
    ui.painter().galley(below, about, p.text_secondary);
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    response
}

fn circle(ui: &Ui, p: &Palette, centre: Pos2, selected: bool, hovered: bool) {
    let line = match (selected, hovered) {
        (true, _) => p.accent,
        (false, true) => p.text,
        (false, false) => p.control_line,
    };
    let painter = ui.painter();
    painter.circle(centre, CIRCLE - 0.5, p.surface, Stroke::new(1.0, line));
    if selected {
        painter.circle_filled(centre, DOT, p.accent);
    }
}

fn lines(ui: &Ui, text: RichText, width: f32) -> Arc<Galley> {
    WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Wrap),
        width.max(0.0),
        FontSelection::Default,
    )
}
