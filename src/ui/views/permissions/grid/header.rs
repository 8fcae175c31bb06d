//! The header: the names of the roles, upright where columns are narrow, and the corner.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, Galley, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Cell, GridPainter, Lattice};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::views::permissions::rows::{Column, Line, Rows, Tab};

/// The longest line of an upright name; two such lines hold the longest role.
const UPRIGHT_TEXT: f32 = 184.0;
/// The longest word that fits on an upright line, in letters.
const UPRIGHT_WORD: usize = 28;
/// The least height of a header with upright names.
pub const UPRIGHT_LEAST: f32 = 112.0;
/// What stands below an upright name: the shield and the gaps around it.
const FOOT: f32 = 30.0;
/// The bar below the name of a role that the selected person holds.
const BAR: f32 = 3.0;

/// The ends that a long word may be parted before: names are put together of many words in
/// Dutch, and a line that ends anywhere else can't be read.
const PARTS: [&str; 3] = ["beheerder", "beheerders", "accounts"];

/// The room that names need, measured when the columns change.
#[derive(Clone, Copy, Debug, Default)]
pub struct NamesRoom {
    /// The height of the header in which they stand upright.
    pub upright: f32,
    /// The least width of a column in which they are written level.
    pub level: f32,
}

impl NamesRoom {
    /// Measures the names of these columns.
    pub fn measure(ui: &Ui, rows: &Rows) -> Self {
        let names = || rows.columns.iter().map(|column| &*column.name);
        let longest = names()
            .map(|name| upright(ui, name, UPRIGHT_TEXT).size().x)
            .fold(0.0, f32::max);
        let parted: Vec<_> = names().map(|name| part_words(name, |_| true)).collect();
        let widest = (parted.iter())
            .flat_map(|name| name.split_inclusive([' ', '-']))
            .map(|part| width(ui, part.trim_end()))
            .fold(0.0, f32::max);
        Self {
            upright: (longest + FOOT + theme::SPACE_2).ceil().max(UPRIGHT_LEAST),
            level: widest.ceil() + theme::SPACE_2,
        }
    }
}

impl GridPainter<'_> {
    /// The frozen corner: what the rows are, and where in them one is.
    pub(super) fn corner_ui(&self, ui: &Ui) {
        let p = theme::palette(ui);
        let rect = ui.max_rect();
        let painter = ui.painter();
        painter.rect_filled(rect, 0, p.surface);
        painter.hline(
            rect.x_range(),
            rect.bottom() - 0.5,
            Stroke::new(1.0, p.line),
        );
        let left = rect.left() + theme::SPACE_3;
        let room = rect.width() - 2.0 * theme::SPACE_3;
        let mut bottom = rect.bottom() - theme::SPACE_2;
        if let Some(group) = self.current_group() {
            // Below the header of a long group, its name would be out of sight.
            let galley = lay_out(ui, group, theme::SIZE_SMALL, room, 1, Align::Min);
            bottom -= galley.size().y;
            painter.galley(pos2(left, bottom), galley, p.text_secondary);
            bottom -= theme::SPACE_1;
        }
        let title = match self.grid.tab {
            Tab::Office365 => t!(self.grid.texts, "matrix-permission"),
            Tab::Entra(_) => t!(self.grid.texts, "matrix-action"),
        };
        let galley = lay_out(ui, &title, theme::SIZE_BODY, room, 1, Align::Min);
        painter.galley(pos2(left, bottom - galley.size().y), galley, p.text);
    }

    fn current_group(&self) -> Option<&str> {
        let lines = self.grid.rows.lines.get(..=self.visible.start)?;
        let index = lines.iter().rev().find_map(|line| match line {
            Line::Group(index) => Some(*index),
            Line::Item(_) => None,
        })?;
        self.grid.rows.groups.get(index).map(|group| &*group.name)
    }

    /// The names of the visible roles; `ui` is as wide as all of them together.
    pub(super) fn names_ui(&self, ui: &Ui) {
        let p = theme::palette(ui);
        let (rect, clip) = (ui.max_rect(), ui.clip_rect());
        ui.painter().rect_filled(clip, 0, p.surface);
        let lattice = Lattice {
            origin: rect.min,
            step: vec2(self.measures.column, rect.height()),
        };
        let columns = &self.grid.rows.columns;
        for place in lattice.columns(clip.left(), clip.right(), columns.len()) {
            let Some(column) = columns.get(place) else {
                continue;
            };
            let cell = Cell {
                line: 0,
                column: place,
            };
            self.name_ui(ui, lattice.rect(cell), place, column);
        }
        let bottom = rect.bottom() - 0.5;
        ui.painter()
            .hline(clip.x_range(), bottom, Stroke::new(1.0, p.line));
    }

    fn name_ui(&self, ui: &Ui, rect: Rect, place: usize, column: &Column) {
        let p = theme::palette(ui);
        let painter = ui.painter();
        if self.hover.1 == Some(place) {
            painter.rect_filled(rect, 0, p.hover);
        } else if column.held {
            painter.rect_filled(rect, 0, p.selection);
        }
        // The last line would double the side of the card.
        if rect.right() + theme::SPACE_1 < self.table_rect.right() {
            painter.vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, p.line));
        }
        let ink = if column.held { p.accent_text } else { p.text };
        let bottom = rect.bottom() - theme::SPACE_2;
        let shield = if self.measures.upright {
            let room = UPRIGHT_TEXT.min(rect.height() - FOOT - theme::SPACE_1);
            let galley = upright(ui, &column.name, room);
            let left = rect.center().x - galley.size().y / 2.0;
            let at = pos2(left.round(), rect.bottom() - FOOT);
            let angle = -std::f32::consts::FRAC_PI_2;
            painter.add(TextShape::new(at, galley, ink).with_angle(angle));
            bottom
        } else {
            let room = rect.width() - theme::SPACE_2;
            let name = part_words(&column.name, |word| width(ui, word) > room);
            let galley = lay_out(ui, &name, theme::SIZE_SMALL, room, 3, Align::Center);
            let top = bottom - galley.size().y;
            painter.galley(pos2(rect.center().x, top), galley, ink);
            top - theme::SPACE_1
        };
        if column.privileged {
            let at = pos2(rect.center().x, shield);
            let font = theme::font(theme::SIZE_BODY);
            painter.text(
                at,
                Align2::CENTER_BOTTOM,
                icon::PRIVILEGED,
                font,
                p.privileged,
            );
        }
        if column.held {
            let bar = rect.with_min_y(rect.bottom() - BAR);
            painter.rect_filled(bar.shrink2(vec2(1.0, 0.0)), 0, p.accent);
        }
        self.name_node(ui, rect, column);
    }

    fn name_node(&self, ui: &Ui, rect: Rect, column: &Column) {
        let id = self.id.with(("role", column.role));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &*column.name));
        let remarks = || {
            let texts = self.grid.texts;
            [
                column.privileged.then(|| t!(texts, "privileged")),
                column.unknown.then(|| t!(texts, "matrix-column-unknown")),
                column.held.then(|| t!(texts, "matrix-column-held")),
            ]
        };
        ui.ctx().accesskit_node_builder(id, |node| {
            let remarks: Vec<_> = remarks().into_iter().flatten().collect();
            if !remarks.is_empty() {
                node.set_description(remarks.join(", "));
            }
        });
        response.on_hover_ui(|ui| {
            ui.label(theme::semibold(&*column.name));
            let [privileged, unknown, held] = remarks();
            if let Some(text) = privileged {
                let p = theme::palette(ui);
                ui.label(theme::medium(format!("{} {text}", icon::PRIVILEGED)).color(p.privileged));
            }
            for text in [unknown, held].into_iter().flatten() {
                ui.label(theme::caption(ui, text));
            }
        });
    }
}

fn upright(ui: &Ui, name: &str, room: f32) -> Arc<Galley> {
    let is_low = room < UPRIGHT_TEXT;
    let name = part_words(name, |word| {
        word.len() > UPRIGHT_WORD || (is_low && width(ui, word) > room)
    });
    lay_out(ui, &name, theme::SIZE_SMALL, room, 2, Align::Min)
}

fn width(ui: &Ui, text: &str) -> f32 {
    lay_out(ui, text, theme::SIZE_SMALL, f32::INFINITY, 1, Align::Min)
        .size()
        .x
}

/// The name with a hyphen in words that are too long, where one can be read.
fn part_words(name: &str, is_too_long: impl Fn(&str) -> bool) -> String {
    let part = |word: &str| {
        let ends = PARTS
            .iter()
            .filter_map(|end| Some((word.strip_suffix(end)?, end)));
        let cut = ends
            .into_iter()
            .find(|(start, _)| !start.is_empty() && !start.ends_with('-'));
        match cut {
            Some((start, end)) if is_too_long(word) => format!("{start}-{end}"),
            _ => word.to_owned(),
        }
    };
    name.split(' ').map(part).collect::<Vec<_>>().join(" ")
}

/// Text of at most so many lines, its colour left to who paints it.
pub fn lay_out(
    ui: &Ui,
    text: &str,
    size: f32,
    room: f32,
    lines: usize,
    align: Align,
) -> Arc<Galley> {
    let format = TextFormat::simple(theme::font(size), Color32::PLACEHOLDER);
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.halign = align;
    job.wrap = TextWrapping {
        max_width: room,
        max_rows: lines,
        // A single line loses letters and not words: more of it is left.
        break_anywhere: lines == 1,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}
