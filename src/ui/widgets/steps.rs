//! The steps of a wizard, as the classic admin center shows them: where one is, what is done, what
//! comes.

use egui::{Align2, FontSelection, Role, Sense, Stroke, TextWrapMode, Ui, WidgetInfo, WidgetText};
use egui::{pos2, vec2};

use super::focus::follow;
use crate::ui::theme::{self, icon};

const HEIGHT: f32 = 36.0;
const CIRCLE: f32 = 12.0;
/// The line between two steps.
const LINE: f32 = 40.0;
/// Where there is less room the lines are short.
const NARROW: f32 = 660.0;

/// Draws the steps of these names; returns the number, from 0, of one that was clicked and is not
/// the current one. `reach` tells which can be gone to.
pub fn steps(
    ui: &mut Ui,
    names: &[String],
    current: usize,
    reach: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut clicked = None;
    let line = if ui.available_width() < NARROW {
        theme::SPACE_3
    } else {
        LINE
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        for (step, name) in names.iter().enumerate() {
            if step > 0 {
                let (rect, _) = ui.allocate_exact_size(vec2(line, HEIGHT), Sense::hover());
                let p = theme::palette(ui);
                let ink = if step <= current { p.accent } else { p.line };
                ui.painter()
                    .hline(rect.x_range(), rect.center().y, Stroke::new(1.0, ink));
            }
            if one(ui, name, step, current, reach(step)) {
                clicked = Some(step);
            }
        }
    });
    clicked.filter(|step| *step != current)
}

fn one(ui: &mut Ui, name: &str, step: usize, current: usize, enabled: bool) -> bool {
    let p = theme::palette(ui);
    let here = step == current;
    let words = if here {
        theme::semibold(name).color(p.text)
    } else if enabled {
        theme::medium(name).color(p.text)
    } else {
        theme::medium(name).color(p.text_secondary)
    };
    let galley = WidgetText::from(words).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        FontSelection::Default,
    );
    let width = 2.0 * CIRCLE + theme::SPACE_2 + galley.size().x + theme::SPACE_2;
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let number = step + 1;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), sense);
    response
        .widget_info(|| WidgetInfo::selected(Role::Tab, enabled, here, format!("{number} {name}")));
    follow(&response);
    let painter = ui.painter();
    if enabled && !here && response.hovered() {
        painter.rect_filled(rect, theme::RADIUS, p.hover);
    }
    let centre = pos2(rect.left() + CIRCLE, rect.center().y);
    let (fill, line, ink) = if here {
        (p.accent, p.accent, p.on_accent)
    } else if step < current {
        (p.accent_soft, p.accent, p.accent_text)
    } else {
        (p.surface, p.control_line, p.text_secondary)
    };
    painter.circle(centre, CIRCLE - 0.5, fill, Stroke::new(1.0, line));
    let (mark, size) = if step < current {
        (icon::CHECK_FILLED.to_owned(), 14.0)
    } else {
        (number.to_string(), theme::SIZE_SMALL)
    };
    painter.text(centre, Align2::CENTER_CENTER, mark, theme::font(size), ink);
    let at = pos2(
        rect.left() + 2.0 * CIRCLE + theme::SPACE_2,
        rect.center().y - galley.size().y / 2.0,
    );
    painter.galley(at, galley, p.text);
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    response.clicked()
}
