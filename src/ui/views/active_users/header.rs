//! The header of the list: what the columns are called, and by which the list is sorted.

use egui::{
    FontSelection, Id, Rect, Role, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, accesskit,
    pos2, vec2,
};

use super::cells::{self, PAD};
use super::columns::{Cell, Placed};
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::user_index::{Column, Sort};
use crate::ui::widgets::check_box::check_box_at;

const ICON: f32 = 14.0;
const GAP: f32 = 4.0;
const BETWEEN: f32 = 12.0;

/// What was clicked in the header.
pub enum Clicked {
    /// The check box of everyone shown.
    All,
    /// A column, to sort by.
    Column(Column),
}

/// How wide the words of a column are: its header, and those of its cells that never truncate.
pub fn least_width(ui: &Ui, texts: &Texts, cell: Cell) -> f32 {
    let names = names(texts, cell);
    if names.is_empty() {
        return 0.0;
    }
    let cells = match cell {
        Cell::SignIn => cells::sign_in_width(ui, texts),
        _ => 0.0,
    };
    // Only one of the names of a column can carry the mark of the order.
    let words: f32 = names
        .iter()
        .map(|(name, _)| galley(ui, name).size().x + BETWEEN)
        .sum();
    (words + ICON + GAP + PAD).max(cells)
}

/// Draws the header in `rect`, over the columns. `all` is whether everyone shown is checked.
pub fn header(
    ui: &Ui,
    texts: &Texts,
    rect: Rect,
    columns: &[Placed],
    sort: Sort,
    all: Option<bool>,
) -> Option<Clicked> {
    let mut clicked = None;
    for column in columns {
        let left = rect.left() + column.x;
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(column.width, rect.height()));
        if column.cell == Cell::Check {
            let id = ui.scope_id().with("all");
            let name = t!(texts, "user-select-all");
            let name = name.as_str();
            if check_box_at(ui, area, id, Sense::click(), all, name)
                .on_hover_text(name)
                .clicked()
            {
                clicked = Some(Clicked::All);
            }
            continue;
        }
        let mut x = left + PAD;
        for (name, by) in names(texts, column.cell) {
            let place = pos2(x, rect.center().y);
            let (width, hit) = sort_label(ui, texts, place, rect.height(), &name, by, sort);
            x += width + BETWEEN;
            if hit {
                clicked = Some(Clicked::Column(by));
            }
        }
    }
    clicked
}

/// The order after a click on a column: the other way round, or what one looks for first.
pub fn next_sort(sort: Sort, column: Column) -> Sort {
    let first = matches!(column, Column::Name | Column::Upn | Column::Licences);
    Sort {
        column,
        ascending: if sort.column == column {
            !sort.ascending
        } else {
            first
        },
    }
}

fn names(texts: &Texts, cell: Cell) -> Vec<(String, Column)> {
    match cell {
        Cell::Check => Vec::new(),
        Cell::Name => vec![
            (t!(texts, "user-name"), Column::Name),
            (t!(texts, "user-upn"), Column::Upn),
        ],
        Cell::Roles => vec![(t!(texts, "user-roles"), Column::Roles)],
        Cell::Licences => vec![(t!(texts, "user-licences"), Column::Licences)],
        Cell::SignIn => vec![(t!(texts, "user-status"), Column::SignIn)],
        Cell::Contact => vec![(t!(texts, "user-contact"), Column::Contact)],
        Cell::LastSignIn => vec![(t!(texts, "user-last-sign-in"), Column::LastSignIn)],
    }
}

fn sort_label(
    ui: &Ui,
    texts: &Texts,
    left_centre: egui::Pos2,
    height: f32,
    name: &str,
    by: Column,
    sort: Sort,
) -> (f32, bool) {
    let p = theme::palette(ui);
    let sorted = sort.column == by;
    let words = galley(ui, name);
    let mark = if sorted { ICON + GAP } else { 0.0 };
    let width = words.size().x + mark;
    let area = Rect::from_min_size(left_centre - vec2(0.0, height / 2.0), vec2(width, height));
    let response = ui.interact(area.expand2(vec2(4.0, 0.0)), id_of(ui, by), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name));
    let direction = if sort.ascending {
        accesskit::SortDirection::Ascending
    } else {
        accesskit::SortDirection::Descending
    };
    if sorted {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_sort_direction(direction);
        });
    }
    let ink = if sorted || response.hovered() {
        p.text
    } else {
        p.text_secondary
    };
    let at = left_centre - vec2(0.0, words.size().y / 2.0);
    let end = left_centre + vec2(words.size().x + GAP, 0.0);
    ui.painter().galley_with_override_text_color(at, words, ink);
    if sorted {
        let glyph = if sort.ascending {
            icon::ARROW_UP
        } else {
            icon::ARROW_DOWN
        };
        let font = theme::font(ICON);
        let anchor = egui::Align2::LEFT_CENTER;
        ui.painter().text(end, anchor, glyph, font, p.accent_text);
    }
    if response.has_focus() {
        theme::focus_ring(ui, area.shrink2(vec2(-4.0, 6.0)), theme::RADIUS);
    }
    let clicked = response.clicked();
    if sorted {
        response.on_hover_text(if sort.ascending {
            t!(texts, "user-sort-ascending")
        } else {
            t!(texts, "user-sort-descending")
        });
    }
    (width, clicked)
}

fn id_of(ui: &Ui, by: Column) -> Id {
    ui.scope_id().with(("sort", by))
}

fn galley(ui: &Ui, name: &str) -> std::sync::Arc<egui::Galley> {
    WidgetText::from(theme::semibold(name).size(theme::SIZE_SMALL)).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        FontSelection::Default,
    )
}
