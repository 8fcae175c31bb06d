//! The matrix as a table: frozen header and first column, everything else painted by hand.
//!
//! Two columns for `egui_table`: the labels, and one as wide as all roles together, so that a
//! frame costs what is in sight and no more. Reads [`Rows`] and tells what was asked for;
//! changes nothing itself. [`header`] paints the names, [`cells`] the marks, [`labels`] the rows.

mod cells;
mod header;
mod keys;
mod labels;

use std::ops::Range;

use egui::{Galley, Id, Pos2, Rect, Ui, UiBuilder, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, PrefetchInfo, Table, TableState};

pub use self::header::NamesRoom;
use super::marks::{self, Stamps};
use super::rows::{Line, Rows, Tab};
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme;

/// A line and a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The place in [`Rows::lines`].
    pub line: usize,
    /// The place in [`Rows::columns`].
    pub column: usize,
}

/// What the table is to show.
pub struct Grid<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// The rows.
    pub rows: &'a Rows,
    /// Which matrix.
    pub tab: Tab,
    /// Whether actions are shown in words.
    pub in_words: bool,
    /// The cell that the keyboard is at.
    pub cursor: Option<Cell>,
    /// The cell that is explained beside the table.
    pub explained: Option<Cell>,
    /// The cell to bring into sight.
    pub scroll_to: Option<Cell>,
    /// The width that the columns are spread over, whatever part of it is in sight.
    pub spread: f32,
    /// The room that the names of its columns need.
    pub names: NamesRoom,
}

/// What a person asked of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Fold or unfold the group at this place.
    Fold(usize),
    /// Tell why.
    Explain(Cell),
    /// Go to this cell with the keyboard.
    Move(Cell),
    /// Close what is explained.
    Close,
}

/// The narrowest column whose name is still written level.
const LEVEL_COLUMN: f32 = 84.0;
/// The widest column that is spread over free room.
const WIDEST_COLUMN: f32 = 160.0;
/// A column whose name stands upright in two lines.
const UPRIGHT_COLUMN: f32 = 34.0;
/// The room of the horizontal scroll bar, which would lie on the last row.
const SCROLL_BAR: f32 = 12.0;
/// The height of a line.
const LINE: f32 = 28.0;
/// The height of a header whose names are written level.
const LEVEL_HEADER: f32 = 84.0;

impl Grid<'_> {
    /// Draws the table and tells what was asked.
    pub fn show(self, ui: &mut Ui) -> Vec<Asked> {
        let table = Table::new()
            .id_salt(("permissions", self.tab))
            .num_sticky_cols(1)
            .num_rows(self.rows.lines.len() as u64);
        let mut ui = ui.new_child(UiBuilder::new().id_salt("matrix"));
        let ui = &mut ui;
        let id = table.get_id(ui);
        let measures = Measures::new(ui, &self, id);
        // The card ends with the last row where there are few.
        let bar = if measures.upright { SCROLL_BAR } else { 0.0 };
        let height = measures.header + count_f32(self.rows.lines.len()) * measures.line + bar;
        ui.set_max_height(height.min(ui.available_height()));
        super::card(ui, ui.max_rect().expand(1.0));
        let labels = Column::new(measures.label)
            .id(label_id(id))
            .range(measures.label_min..=600.0);
        let cells = count_f32(self.rows.columns.len()) * measures.column;
        let cells = Column::new(cells).resizable(false).range(cells..=cells);
        let mut painter = GridPainter {
            table_rect: ui.available_rect_before_wrap(),
            stamps: Stamps::new(ui),
            id,
            measures,
            grid: self,
            visible: 0..0,
            right_is_next: false,
            hover: (None, None),
            asked: Vec::new(),
        };
        table
            .columns(vec![labels, cells])
            .headers([HeaderRow::new(measures.header)])
            .show(ui, &mut painter);
        painter.asked
    }

    /// A cell in one sentence, for who does not see it.
    fn sentence(&self, cell: Cell) -> String {
        let role = (self.rows.columns.get(cell.column)).map_or("", |column| &*column.name);
        match self.rows.lines.get(cell.line) {
            Some(Line::Group(index)) => self.group_sentence(*index),
            Some(Line::Item(_)) => self.rows.item(cell.line).map_or_else(String::new, |item| {
                let answer = item.marks.get(cell.column).copied();
                let answer = answer.map_or_else(String::new, |mark| marks::word(self.texts, mark));
                format!("{role}, {}: {}", item.words, answer.to_lowercase())
            }),
            None => String::new(),
        }
    }

    fn group_sentence(&self, index: usize) -> String {
        self.rows
            .groups
            .get(index)
            .map_or_else(String::new, |group| {
                let count = t!(self.texts, "matrix-actions", count = group.shown);
                format!("{}, {count}", group.name)
            })
    }
}

fn label_id(table: Id) -> Id {
    table.with("labels")
}

/// The sizes of one frame.
#[derive(Clone, Copy)]
struct Measures {
    label: f32,
    label_min: f32,
    column: f32,
    line: f32,
    header: f32,
    upright: bool,
}

impl Measures {
    fn new(ui: &Ui, grid: &Grid<'_>, id: Id) -> Self {
        let (share, least, most) = match grid.tab {
            Tab::Office365 => (0.305, 200.0, 380.0),
            Tab::Entra(_) => (0.31, 240.0, 480.0),
        };
        let wished = (grid.spread * share).clamp(least, most).round();
        let label = TableState::load(ui.ctx(), id)
            .and_then(|state| state.col_widths.get(&label_id(id)).copied())
            .unwrap_or(wished);
        let free = grid.spread - label - 2.0;
        // Quarters keep the sum of many columns exact.
        let even = free / count_f32(grid.rows.columns.len().max(1));
        let even = (even * 4.0).floor() / 4.0;
        let upright = even < grid.names.level.max(LEVEL_COLUMN);
        let header = if upright {
            // In a low window the rows have their half.
            let half = (ui.available_height() / 2.0).max(header::UPRIGHT_LEAST);
            grid.names.upright.min(half)
        } else {
            LEVEL_HEADER
        };
        Self {
            label,
            label_min: least,
            column: if upright {
                UPRIGHT_COLUMN
            } else {
                even.min(WIDEST_COLUMN)
            },
            line: match grid.tab {
                // So few that the room there is can be theirs.
                Tab::Office365 => ((ui.available_height() - header)
                    / count_f32(grid.rows.lines.len().max(1)))
                .floor()
                .clamp(theme::CONTROL_HEIGHT, theme::ROW_HEIGHT),
                Tab::Entra(_) if grid.in_words => theme::ROW_HEIGHT_COMPACT,
                Tab::Entra(_) => LINE,
            },
            header,
            upright,
        }
    }
}

/// Draws one frame of the table.
struct GridPainter<'a> {
    grid: Grid<'a>,
    id: Id,
    measures: Measures,
    stamps: Stamps,
    table_rect: Rect,
    visible: Range<usize>,
    /// Whether the next row that `egui_table` asks for begins the part with the marks.
    right_is_next: bool,
    /// The line and the column under the pointer.
    hover: (Option<usize>, Option<usize>),
    asked: Vec<Asked>,
}

impl egui_table::TableDelegate for GridPainter<'_> {
    fn prepare(&mut self, info: &PrefetchInfo) {
        let place = |row: u64| usize::try_from(row).unwrap_or(usize::MAX);
        self.visible = place(info.visible_rows.start)..place(info.visible_rows.end);
        self.right_is_next = true;
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        if cell.col_range.start == 0 {
            self.corner_ui(ui);
        } else if !ui.is_sizing_pass() {
            self.names_ui(ui);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        // The marks of all visible rows are painted at once: their backgrounds lie below all.
        if std::mem::take(&mut self.right_is_next) && !ui.is_sizing_pass() {
            let line = usize::try_from(row_nr).unwrap_or_default();
            self.cells_ui(ui, line);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        if cell.col_nr != 0 {
            return;
        }
        if ui.is_sizing_pass() {
            // What is measured now is the width that the column begins with.
            ui.allocate_space(vec2(self.measures.label, 1.0));
            return;
        }
        self.label_ui(ui, usize::try_from(cell.row_nr).unwrap_or_default());
    }

    fn default_row_height(&self) -> f32 {
        self.measures.line
    }
}

impl GridPainter<'_> {
    /// Whether a line has the darker ground of every other row.
    fn is_band(&self, line: usize) -> bool {
        matches!(self.grid.rows.lines.get(line), Some(Line::Item(index)) if index % 2 == 1)
    }
}

/// Where the cells lie on the screen.
#[derive(Clone, Copy)]
struct Lattice {
    origin: Pos2,
    step: egui::Vec2,
}

impl Lattice {
    fn rect(self, cell: Cell) -> Rect {
        let at = vec2(
            count_f32(cell.column) * self.step.x,
            count_f32(cell.line) * self.step.y,
        );
        Rect::from_min_size(self.origin + at, self.step)
    }

    /// The columns that lie between two places, of so many.
    fn columns(self, from: f32, to: f32, count: usize) -> Range<usize> {
        let first = place(from - self.origin.x, self.step.x);
        let last = place(to - self.origin.x, self.step.x);
        first.min(count)..last.saturating_add(1).min(count)
    }
}

/// The number of whole steps before an offset.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not below zero, and a table is far smaller than what f32 counts exactly"
)]
fn place(offset: f32, step: f32) -> usize {
    (offset / step).floor().max(0.0) as usize
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a table is far smaller than what f32 counts exactly"
)]
const fn count_f32(count: usize) -> f32 {
    count as f32
}

/// The place to paint a galley at so that it lies in the middle of a height.
fn middle(x: f32, rect: Rect, galley: &Galley) -> Pos2 {
    pos2(x, rect.center().y - galley.size().y / 2.0)
}
