//! A list of this view: columns, the rows that are seen, and what stands in place of none.

use egui::{
    Align, FontSelection, Id, Layout, Rect, Role, Sense, Stroke, TextWrapMode, Ui, UiBuilder,
    WidgetInfo, WidgetText, pos2, vec2,
};

use super::judge::Verdict;
use super::parts::card;
use crate::i18n::Texts;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::views::active_users::scroll::BAR_WIDTH;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;

/// A column of a list.
pub struct Column {
    /// Its name.
    pub name: String,
    /// How wide it is at least.
    pub least: f32,
    /// How much of the rest it takes.
    pub share: f32,
}

/// A cell of a row to draw.
pub struct Cell {
    /// Where.
    pub area: Rect,
    /// What its parts are told apart by.
    pub id: Id,
    /// Which column.
    pub column: usize,
}

/// A list of rows that are all there; only those that are visible are drawn.
pub struct List<'a> {
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// How many rows there are.
    pub count: usize,
    /// The row that is open.
    pub open: Option<usize>,
}

/// Draws a list in the whole of `ui`: `spoken` tells of a row, `cell` draws one of its cells.
/// Returns the row that is to be opened.
pub fn list(
    ui: &mut Ui,
    state: &mut ListState,
    list: &List<'_>,
    spoken: impl Fn(usize) -> String,
    mut cell: impl FnMut(&mut Ui, usize, &Cell),
) -> Option<usize> {
    let p = theme::palette(ui);
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    card(ui, area);
    let places = spread(list.columns, area.width() - 2.0 * INSET - BAR_WIDTH);
    let (head, body) = area
        .shrink2(vec2(INSET, 1.0))
        .split_top_bottom_at_y(area.top() + theme::HEADER_HEIGHT);
    for (column, (x, width)) in list.columns.iter().zip(&places) {
        let left = pos2(head.left() + x + PAD, head.center().y);
        header(ui, &column.name, left, width - 2.0 * PAD);
    }
    let line = Stroke::new(1.0, p.line);
    ui.painter().hline(area.x_range(), head.bottom(), line);
    let id = ui.scope_id().with(list.name);
    let spec = Spec {
        id,
        name: list.name,
        area: body.with_max_x(area.right() - 1.0),
        count: list.count,
        row_height: theme::ROW_HEIGHT,
    };
    panes::mark(ui, Pane::View, area, id);
    let mut visible = state.begin(ui, &spec);
    for place in visible.range.clone() {
        let open = list.open == Some(place);
        let face = Face {
            selected: open,
            open,
            spoken: spoken(place),
        };
        let (rect, id) = state.row(&mut visible, place, place, &face);
        for (column, (x, width)) in places.iter().enumerate() {
            let corner = pos2(rect.left() + x + PAD, rect.top());
            let size = vec2(width - 2.0 * PAD, rect.height());
            let drawn = Cell {
                area: Rect::from_min_size(corner, size),
                id: id.with(column),
                column,
            };
            cell(&mut visible.ui, place, &drawn);
        }
    }
    match visible.used {
        Some(Used::Open(place)) => Some(place),
        _ => None,
    }
}

/// Where each column begins and how wide it is. The last ones go where there is no room.
fn spread(columns: &[Column], width: f32) -> Vec<(f32, f32)> {
    let mut kept = columns;
    while let Some((_, fewer)) = kept.split_last() {
        if fewer.is_empty() || kept.iter().map(|column| column.least).sum::<f32>() <= width {
            break;
        }
        kept = fewer;
    }
    let least: f32 = kept.iter().map(|column| column.least).sum();
    let shares: f32 = kept.iter().map(|column| column.share).sum();
    let mut x = 0.0;
    let place = |column: &Column| {
        let more = (width - least) * column.share / shares.max(1.0);
        let place = (x, (column.least + more).floor().max(0.0));
        x += place.1;
        place
    };
    kept.iter().map(place).collect()
}

fn header(ui: &Ui, name: &str, left: egui::Pos2, width: f32) {
    let text = theme::semibold(name).size(theme::SIZE_SMALL);
    let ink = theme::palette(ui).text_secondary;
    let mode = Some(TextWrapMode::Truncate);
    let galley =
        WidgetText::from(text).into_galley(ui, mode, width.max(0.0), FontSelection::Default);
    let at = left - vec2(0.0, galley.size().y / 2.0);
    let place = Rect::from_min_size(at, galley.size());
    let id = ui.scope_id().with(("column", name));
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name));
    ui.painter()
        .galley_with_override_text_color(at, galley, ink);
}

/// Words with an icon before them, on one line of a cell.
pub fn marked(ui: &Ui, cell: &Cell, glyph: &str, ink: egui::Color32, text: &str) {
    let side = theme::ICON_SIZE;
    let centre = cell.area.left_center();
    paint::glyph(ui, centre, glyph, side, ink);
    let at = centre + vec2(side + 6.0, 0.0);
    let words = egui::RichText::new(text).color(theme::palette(ui).text);
    let width = cell.area.width() - side - 6.0;
    paint::line(ui, cell.id, at, width, words, text);
}

/// A layout in a cell, from its left.
pub fn in_cell(ui: &mut Ui, cell: &Cell, content: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center);
    let place = UiBuilder::new()
        .max_rect(cell.area)
        .id_salt((cell.id, "cell"))
        .layout(layout);
    let mut inside = ui.new_child(place);
    inside.spacing_mut().item_spacing.x = theme::SPACE_1;
    content(&mut inside);
}

/// A cell with an icon, a name, and a mark where something typed about it is not saved.
pub fn named(ui: &mut Ui, texts: &Texts, cell: &Cell, glyph: &str, name: &str, unsaved: bool) {
    let p = theme::palette(ui);
    let side = theme::ICON_SIZE_LARGE;
    let centre = cell.area.left_center();
    paint::glyph(ui, centre, glyph, side, p.text_secondary);
    let left = centre + vec2(side + 10.0, 0.0);
    let width = cell.area.right() - left.x;
    let up = if unsaved { 8.0 } else { 0.0 };
    let words = theme::medium(name).color(p.text);
    paint::line(ui, cell.id, left - vec2(0.0, up), width, words, name);
    if unsaved {
        let below = left + vec2(0.0, 9.0);
        paint::glyph(ui, below, icon::CIRCLE_FILLED, 8.0, p.warning);
        let text = t!(texts, "org-unsaved");
        let words = egui::RichText::new(text.as_str())
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary);
        let at = below + vec2(12.0, 0.0);
        paint::line(ui, cell.id.with("unsaved"), at, width - 12.0, words, &text);
    }
}

/// What stands in place of an empty list.
pub struct Nothing<'a> {
    /// Its picture.
    pub glyph: &'a str,
    /// That there is nothing.
    pub title: &'a str,
    /// What would be here.
    pub hint: &'a str,
    /// What the button says that adds the first.
    pub add: &'a str,
}

/// Draws it; whether the first is to be added.
pub fn nothing(ui: &mut Ui, nothing: &Nothing<'_>, enabled: Verdict) -> bool {
    let p = theme::palette(ui);
    let mut adds = false;
    let area = ui.max_rect();
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let picture = theme::icon_text(nothing.glyph)
            .size(theme::ICON_SIZE_EMPTY)
            .line_height(None)
            .color(p.text_secondary);
        silent(ui.label(picture));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(nothing.title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, nothing.hint));
        });
        ui.add_space(theme::SPACE_3);
        let add = button::command_button(ui, icon::ADD, nothing.add, enabled);
        panes::mark(ui, Pane::View, area, add.id);
        adds = add.clicked();
    });
    adds
}
