//! A tab: one of a few parts of a view, with a line under the one that is shown.

use egui::{Response, Role, Sense, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2};

use super::focus::follow;
use crate::ui::theme;

/// The line below the chosen tab.
const LINE: f32 = 3.0;

/// Draws a tab; whoever draws it acts on the click.
pub fn tab(ui: &mut Ui, name: &str, chosen: bool) -> Response {
    let p = theme::palette(ui);
    let text = if chosen {
        theme::semibold(name)
    } else {
        theme::medium(name)
    };
    let ink = if chosen { p.text } else { p.text_secondary };
    let galley = WidgetText::from(text.color(ink)).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        TextStyle::Body,
    );
    let size = vec2(
        galley.size().x + 2.0 * theme::SPACE_3,
        theme::CONTROL_HEIGHT,
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, name));
    follow(&response);
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink);
    if chosen {
        let line = rect.with_min_y(rect.bottom() - LINE);
        ui.painter()
            .rect_filled(line.shrink2(vec2(theme::SPACE_3, 0.0)), 2, p.accent);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
    }
    response
}
