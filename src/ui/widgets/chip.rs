//! Chips: a short fact with a tone, and the pills that filters are chosen with.

use std::sync::Arc;

use egui::{
    Align2, Color32, FontSelection, Galley, Response, RichText, Role, Sense, Stroke, StrokeKind,
    TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::focus::follow;
use crate::ui::theme::{self, icon};

/// What a chip says by its colour, beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Neutral,
    /// An ordinary role.
    Accent,
    /// A privileged role.
    Privileged,
    /// It is well.
    Good,
    /// Look at this.
    Warning,
    /// It is wrong.
    Danger,
}

const ICON: f32 = 14.0;
const GAP: f32 = 3.0;

/// A small pill with a text and, before it, an icon. Truncates when there is no room.
pub fn chip(ui: &mut Ui, text: &str, tone: Tone, icon: Option<&str>) -> Response {
    let (ink, ground) = colours(ui, tone);
    let beside = icon.map_or(0.0, |_| ICON + GAP);
    let galley = words(ui, text, room(ui) - beside - 2.0 * theme::SPACE_2);
    let size = vec2(
        galley.size().x + beside + 2.0 * theme::SPACE_2,
        theme::CHIP_HEIGHT,
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        painter.rect_filled(rect, theme::CHIP_HEIGHT / 2.0, ground);
        let mut x = rect.left() + theme::SPACE_2;
        if let Some(glyph) = icon {
            let at = pos2(x, rect.center().y);
            painter.text(at, Align2::LEFT_CENTER, glyph, theme::font(ICON), ink);
            x += beside;
        }
        let y = rect.center().y - galley.size().y / 2.0;
        painter.galley(pos2(x, y), galley, ink);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    response
}

/// How wide [`chip`] would like to be.
pub fn chip_width(ui: &Ui, text: &str, icon: Option<&str>) -> f32 {
    let beside = icon.map_or(0.0, |_| ICON + GAP);
    words(ui, text, f32::INFINITY).size().x + beside + 2.0 * theme::SPACE_2
}

/// A filter to switch on or off, with the number of things it would show.
pub fn filter_chip(ui: &mut Ui, text: &str, count: Option<usize>, selected: bool) -> Response {
    let count = count.map(|count| count.to_string());
    pill(ui, text, count.as_deref(), selected, None)
}

/// How wide [`filter_chip_counted`] is.
pub fn filter_chip_width(ui: &Ui, text: &str, count: &str) -> f32 {
    let words = |text| words(ui, text, f32::INFINITY).size().x;
    2.0 * theme::SPACE_3 + words(text) + PILL_GAP + words(count)
}

/// How wide [`filter_chip_menu`] is.
pub fn filter_chip_menu_width(ui: &Ui, text: &str) -> f32 {
    2.0 * theme::SPACE_3 + words(ui, text, f32::INFINITY).size().x + PILL_GAP + ICON
}

/// The same with the number written by the caller, separators and all.
pub fn filter_chip_counted(ui: &mut Ui, text: &str, count: &str, selected: bool) -> Response {
    pill(ui, text, Some(count), selected, None)
}

/// A filter that opens a list to choose from.
pub fn filter_chip_menu(ui: &mut Ui, text: &str, selected: bool) -> Response {
    pill(ui, text, None, selected, Some(icon::CHEVRON_DOWN))
}

const PILL_HEIGHT: f32 = 28.0;
const PILL_GAP: f32 = 6.0;

fn pill(
    ui: &mut Ui,
    text: &str,
    count: Option<&str>,
    selected: bool,
    after: Option<&str>,
) -> Response {
    let p = theme::palette(ui);
    let (ink, quiet) = if selected {
        (p.accent_text, p.accent_text)
    } else {
        (p.text, p.text_secondary)
    };
    let count_galley = count.map(|count| words(ui, count, f32::INFINITY));
    let label = words(ui, text, room(ui) - 2.0 * theme::SPACE_3 - PILL_GAP - ICON);
    let mut width = 2.0 * theme::SPACE_3 + label.size().x;
    width += count_galley
        .as_ref()
        .map_or(0.0, |galley| PILL_GAP + galley.size().x);
    width += after.map_or(0.0, |_| PILL_GAP + ICON);
    let (rect, response) = ui.allocate_exact_size(vec2(width, PILL_HEIGHT), Sense::click());
    response.widget_info(|| {
        let name = match count {
            Some(count) => format!("{text} {count}"),
            None => text.to_owned(),
        };
        WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, name)
    });
    follow(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let (fill, line) = match (selected, response.hovered()) {
        (true, _) => (p.accent_soft, p.accent),
        (false, true) => (p.hover, p.control_line),
        (false, false) => (p.surface, p.line),
    };
    let painter = ui.painter();
    let radius = PILL_HEIGHT / 2.0;
    painter.rect(
        rect,
        radius,
        fill,
        Stroke::new(1.0, line),
        StrokeKind::Inside,
    );
    let mut x = rect.left() + theme::SPACE_3;
    let mut place = |galley: Arc<Galley>, ink: Color32| {
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        x += galley.size().x + PILL_GAP;
        painter.galley(at, galley, ink);
    };
    place(label, ink);
    if let Some(galley) = count_galley {
        place(galley, quiet);
    }
    if let Some(glyph) = after {
        let at = pos2(x, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, glyph, theme::font(ICON), quiet);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.expand(1.0), 15);
    }
    response
}

fn colours(ui: &Ui, tone: Tone) -> (Color32, Color32) {
    let p = theme::palette(ui);
    match tone {
        Tone::Neutral => (p.text_secondary, p.neutral_soft),
        Tone::Accent => (p.accent_text, p.accent_soft),
        Tone::Privileged => (p.privileged, p.privileged_soft),
        Tone::Good => (p.good, p.good_soft),
        Tone::Warning => (p.warning, p.warning_soft),
        Tone::Danger => (p.danger, p.danger_soft),
    }
}

fn words(ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
    let text: RichText = theme::medium(text).size(theme::SIZE_SMALL);
    WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width.max(0.0),
        FontSelection::Default,
    )
}

/// The widest a chip can be here: a wrapping layout gives it a line of its own.
fn room(ui: &Ui) -> f32 {
    if ui.layout().main_wrap {
        ui.max_rect().width()
    } else {
        ui.available_width()
    }
}
