//! What the parts of the overview are drawn with: links that are cards or rows, and the frame of
//! a part with its heading.

use egui::{
    Align, Align2, Color32, CursorIcon, FontSelection, Layout, Pos2, Rect, Response, RichText,
    Role, Sense, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText, pos2,
    vec2,
};

use crate::ui::theme;
use crate::ui::widgets::focus::follow;

/// The height of the heading of a part.
pub const HEAD: f32 = 32.0;
/// The height of the line that leads on.
pub const FOOT: f32 = 26.0;
/// What lies under a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A card of its own.
    Card,
    /// A row of a part.
    Row,
}

/// A link that fills `rect`, painted by hand.
pub fn link(
    ui: &mut Ui,
    rect: Rect,
    name: &str,
    about: &str,
    ground: Ground,
    paint: impl FnOnce(&Ui, Rect) -> bool,
) -> Response {
    let response = ui.allocate_rect(rect, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    if !about.is_empty() {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(about));
    }
    follow(&response);
    let mut cut = false;
    if ui.is_rect_visible(rect) {
        let p = theme::palette(ui);
        let fill = if response.is_pointer_button_down_on() {
            p.pressed
        } else if response.hovered() {
            p.hover
        } else if ground == Ground::Card {
            p.surface
        } else {
            Color32::TRANSPARENT
        };
        let (radius, line) = match ground {
            Ground::Card => (theme::RADIUS_CARD, Stroke::new(1.0, p.line)),
            Ground::Row => (theme::RADIUS, Stroke::NONE),
        };
        let painter = ui.painter();
        painter.rect(rect, radius, fill, line, StrokeKind::Inside);
        if response.has_focus() {
            theme::focus_ring(ui, rect.shrink(2.0), radius);
        }
        cut = paint(ui, rect);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if cut && ground == Ground::Row {
        response.on_hover_text(name)
    } else {
        response
    }
}

/// A link as high as a row, below what was drawn before.
pub fn row(
    ui: &mut Ui,
    height: f32,
    name: &str,
    about: &str,
    paint: impl FnOnce(&Ui, Rect) -> bool,
) -> Response {
    let at = ui.next_widget_position();
    let rect = Rect::from_min_size(at, vec2(ui.available_width(), height));
    link(ui, rect, name, about, Ground::Row, paint)
}

/// The line at the bottom of a part that leads on.
pub fn foot(ui: &mut Ui, text: &str) -> Response {
    let name = text.to_owned();
    row(ui, FOOT, &name, "", |ui, rect| {
        let p = theme::palette(ui);
        let inside = rect.shrink2(vec2(theme::SPACE_2, 0.0));
        let words = theme::medium(text).color(p.accent_text);
        let at = inside.left_center();
        let room = inside.width() - theme::ICON_SIZE - theme::SPACE_1;
        let line = line(ui, at, room, words);
        let arrow = pos2(line.end + theme::SPACE_1, at.y);
        glyph(ui, arrow, theme::icon::CHEVRON_RIGHT, p.accent_text);
        line.cut
    })
}

/// A painted line of text.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Where it ends.
    pub end: f32,
    /// Whether it had no room.
    pub cut: bool,
}

/// Paints one line of text from `left_centre`, no wider than `width`.
pub fn line(ui: &Ui, left_centre: Pos2, width: f32, text: RichText) -> Line {
    let galley = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width.max(0.0),
        FontSelection::Default,
    );
    let at = left_centre - vec2(0.0, galley.size().y / 2.0);
    let line = Line {
        end: at.x + galley.size().x,
        cut: galley.elided,
    };
    let ink = theme::palette(ui).text;
    ui.painter().galley(at, galley, ink);
    line
}

/// How wide a line of text is.
pub fn width(ui: &Ui, text: RichText) -> f32 {
    let galley = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        FontSelection::Default,
    );
    galley.size().x
}

/// How wide a tab of this name is, chosen or not.
pub fn tab_width(ui: &Ui, name: &str) -> f32 {
    width(ui, theme::semibold(name)) + 2.0 * theme::SPACE_3
}

/// Paints an icon.
pub fn glyph(ui: &Ui, left_centre: Pos2, glyph: &str, ink: Color32) {
    let font = theme::font(theme::ICON_SIZE);
    ui.painter()
        .text(left_centre, Align2::LEFT_CENTER, glyph, font, ink);
}

/// The frame of a part of the overview: a heading with what stands beside it, and the body.
pub fn part(
    ui: &mut Ui,
    rect: Rect,
    title: &str,
    beside: impl FnOnce(&mut Ui),
    body: impl FnOnce(&mut Ui),
) {
    let p = theme::palette(ui);
    let line = Stroke::new(1.0, p.line);
    ui.painter().rect(
        rect,
        theme::RADIUS_CARD,
        p.surface,
        line,
        StrokeKind::Inside,
    );
    let inside = rect.shrink2(vec2(theme::SPACE_2, theme::SPACE_2));
    let head = Rect::from_min_size(inside.min, vec2(inside.width(), HEAD));
    let head = head.shrink2(vec2(theme::SPACE_2, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(head).layout(layout), |ui| {
        beside(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = theme::subtitle(title);
            ui.add(egui::Label::new(title).truncate());
        });
    });
    let below = Rect::from_min_max(pos2(inside.left(), head.bottom()), inside.max);
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(below)
            .layout(Layout::top_down(Align::Min)),
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            body(ui);
        },
    );
}

/// What a part says that has nothing to show.
pub fn nothing(ui: &mut Ui, icon: &str, text: &str) {
    let p = theme::palette(ui);
    ui.add_space(theme::SPACE_2);
    ui.horizontal(|ui| {
        ui.add_space(theme::SPACE_2);
        let mark = theme::icon_text(icon).size(theme::ICON_SIZE_LARGE);
        crate::ui::widgets::focus::silent(ui.label(mark.color(p.text_secondary)));
        ui.add(egui::Label::new(theme::secondary(ui, text)).wrap());
    });
}

/// How many rows of a height have room.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few rows on a screen"
)]
pub fn rows_in(height: f32, row: f32) -> usize {
    (height / row).max(0.0) as usize
}
