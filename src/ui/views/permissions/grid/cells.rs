//! The part with the marks: grounds, marks, the pointer and the cell of the keyboard.
//!
//! Painted in one go for all visible cells; one interaction takes every click.

use egui::{
    Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    style::ScrollAnimation, vec2,
};
use std::collections::HashMap;
use std::sync::Arc;

use super::{Asked, Cell, GridPainter, Lattice, count_f32, place};
use crate::ui::theme;
use crate::ui::views::permissions::marks;
use crate::ui::views::permissions::rows::{Line, Mark, Tab};

/// From this width on a limit is written beside its mark.
const ROOM_FOR_WORDS: f32 = 96.0;

impl GridPainter<'_> {
    /// Draws every visible cell; `line` is the first of them and `ui` its row.
    pub(super) fn cells_ui(&mut self, ui: &mut Ui, line: usize) {
        let clip = ui.clip_rect();
        let first = ui.max_rect();
        let lattice = Lattice {
            origin: pos2(
                first.left() + self.measures.label,
                first.top() - count_f32(line) * self.measures.line,
            ),
            step: vec2(self.measures.column, self.measures.line),
        };
        self.scroll(ui, lattice);
        self.hover = self.under_pointer(ui, lattice, clip);

        let columns = lattice.columns(clip.left(), clip.right(), self.grid.rows.columns.len());
        let columns: Vec<usize> = columns.collect();
        self.grounds(ui, lattice, &columns);
        self.paint_marks(ui, lattice, &columns);
        if self.grid.tab == Tab::Office365 {
            self.every_cell(ui, lattice, &columns);
        } else {
            self.pointer(ui, clip);
            self.cursor(ui, lattice, clip);
        }
        if let Some(cell) = self.grid.explained {
            let rect = lattice.rect(cell).shrink(1.0);
            let stroke = Stroke::new(2.0, theme::palette(ui).accent);
            ui.painter()
                .rect_stroke(rect, theme::RADIUS, stroke, StrokeKind::Inside);
        }
    }

    fn scroll(&self, ui: &Ui, lattice: Lattice) {
        let Some(cell) = self.grid.scroll_to else {
            return;
        };
        // The scroll area reaches below the frozen parts, so they belong to what must be seen.
        let mut rect = lattice.rect(cell);
        rect.min -= vec2(self.measures.label, self.measures.header);
        ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
    }

    /// The line and the column under the pointer, also where it rests on a name or a label.
    fn under_pointer(
        &self,
        ui: &Ui,
        lattice: Lattice,
        clip: Rect,
    ) -> (Option<usize>, Option<usize>) {
        let at = ui.input(|input| input.pointer.hover_pos());
        let Some(at) = at.filter(|at| {
            self.table_rect.contains(*at) && ui.ctx().layer_id_at(*at) == Some(ui.layer_id())
        }) else {
            return (None, None);
        };
        let line = place(at.y - lattice.origin.y, lattice.step.y);
        let column = place(at.x - lattice.origin.x, lattice.step.x);
        (
            (at.y >= clip.top() && line < self.grid.rows.lines.len()).then_some(line),
            (at.x >= clip.left() && column < self.grid.rows.columns.len()).then_some(column),
        )
    }

    fn grounds(&self, ui: &Ui, lattice: Lattice, columns: &[usize]) {
        let p = theme::palette(ui);
        let (painter, clip) = (ui.painter(), ui.clip_rect());
        let (hover_line, hover_column) = self.hover;
        let across = |line| {
            let cell = Cell { line, column: 0 };
            Rect::from_x_y_ranges(clip.x_range(), lattice.rect(cell).y_range())
        };
        let down = |column| {
            let cell = Cell { line: 0, column };
            Rect::from_x_y_ranges(lattice.rect(cell).x_range(), clip.y_range())
        };
        for line in self.visible.clone().filter(|line| self.is_band(*line)) {
            painter.rect_filled(across(line), 0, p.band);
        }
        for &column in columns {
            let Some(role) = self.grid.rows.columns.get(column) else {
                continue;
            };
            if role.held {
                painter.rect_filled(down(column), 0, p.selection);
            } else if role.unknown {
                painter.rect_filled(down(column), 0, p.neutral_soft);
            }
            if hover_column == Some(column) {
                painter.rect_filled(down(column), 0, p.hover);
            }
        }
        for line in self.visible.clone() {
            if matches!(self.grid.rows.lines.get(line), Some(Line::Group(_))) {
                painter.rect_filled(across(line), 0, p.page);
            }
            if hover_line == Some(line) {
                painter.rect_filled(across(line), 0, p.hover);
            }
        }
        let inner =
            |column: &&usize| down(**column).right() + theme::SPACE_1 < self.table_rect.right();
        for &column in columns.iter().filter(inner) {
            painter.vline(
                down(column).right() - 0.5,
                clip.y_range(),
                Stroke::new(1.0, p.line),
            );
        }
    }

    fn paint_marks(&self, ui: &Ui, lattice: Lattice, columns: &[usize]) {
        let p = theme::palette(ui);
        let painter = ui.painter();
        let mut numbers = HashMap::new();
        for line in self.visible.clone() {
            match self.grid.rows.lines.get(line) {
                Some(Line::Item(_)) => {
                    let Some(item) = self.grid.rows.item(line) else {
                        continue;
                    };
                    for &column in columns {
                        let Some(mark) = item.marks.get(column).copied() else {
                            continue;
                        };
                        self.paint_mark(ui, lattice.rect(Cell { line, column }), mark);
                    }
                }
                Some(Line::Group(index)) => {
                    let Some(group) = self.grid.rows.groups.get(*index) else {
                        continue;
                    };
                    for &column in columns {
                        let center = lattice.rect(Cell { line, column }).center();
                        let role = self.grid.rows.columns.get(column);
                        if role.is_some_and(|role| role.unknown) {
                            self.stamps.paint(painter, center, Mark::Unknown);
                            continue;
                        }
                        let count = group.yes.get(column).copied().unwrap_or_default();
                        if count == 0 {
                            continue;
                        }
                        let galley = numbers.entry(count).or_insert_with(|| {
                            let font = theme::font(theme::SIZE_SMALL);
                            painter.layout_no_wrap(count.to_string(), font, p.text_secondary)
                        });
                        let at = center - galley.size() / 2.0;
                        painter.galley(at, Arc::clone(galley), p.text_secondary);
                    }
                }
                None => {}
            }
        }
    }

    fn paint_mark(&self, ui: &Ui, rect: Rect, mark: Mark) {
        match mark {
            Mark::Limited(limit) if self.measures.column >= ROOM_FOR_WORDS => {
                let p = theme::palette(ui);
                let words = marks::limit_short(self.grid.texts, limit);
                let font = theme::font(theme::SIZE_SMALL);
                let galley = ui.painter().layout_no_wrap(words, font, p.warning);
                let beside = theme::ICON_SIZE + theme::SPACE_1;
                let left = rect.center().x - f32::midpoint(beside, galley.size().x);
                let icon = pos2(left + theme::ICON_SIZE / 2.0, rect.center().y);
                self.stamps.paint(ui.painter(), icon, mark);
                let at = super::middle(left + beside, rect, &galley);
                ui.painter().galley(at, galley, p.warning);
            }
            _ => self.stamps.paint(ui.painter(), rect.center(), mark),
        }
    }

    /// In a small matrix each cell can be reached and has its own name.
    fn every_cell(&mut self, ui: &Ui, lattice: Lattice, columns: &[usize]) {
        for line in self.visible.clone() {
            let Some(item) = self.grid.rows.item(line) else {
                continue;
            };
            for &column in columns {
                let cell = Cell { line, column };
                let rect = lattice.rect(cell);
                let response = ui.interact(rect, self.cell_id(cell), Sense::click());
                self.name(&response, cell);
                if response.gained_focus() {
                    self.asked.push(Asked::Move(cell));
                }
                if response.has_focus() {
                    self.escape_closes(ui, response.id);
                    theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
                }
                if response.clicked() {
                    self.asked.push(Asked::Explain(cell));
                }
                if let Some(Mark::Limited(limit)) = item.marks.get(column).copied() {
                    response.on_hover_text(marks::limit_sentence(self.grid.texts, limit));
                }
            }
        }
    }

    fn cell_id(&self, cell: Cell) -> Id {
        self.id.with(("cell", cell))
    }

    /// In a large one a single interaction takes the clicks.
    fn pointer(&mut self, ui: &Ui, clip: Rect) {
        // Not reachable by Tab: that is what the cell of the keyboard is for.
        let region = ui.interact(clip, self.id.with("cells"), Sense::CLICK);
        let (Some(line), Some(column)) = self.hover else {
            return;
        };
        let cell = Cell { line, column };
        if region.clicked() {
            let asked = match self.grid.rows.lines.get(line) {
                Some(Line::Group(index)) => Asked::Fold(*index),
                _ => Asked::Explain(cell),
            };
            self.asked.extend([Asked::Move(cell), asked]);
            ui.memory_mut(|memory| memory.request_focus(self.id.with("cursor")));
        }
        if self.grid.rows.item(line).is_some() {
            region.on_hover_ui_at_pointer(|ui| {
                ui.label(self.grid.sentence(cell));
            });
        }
    }

    /// The cell that the keyboard is at: the one that is named, and that can be moved.
    fn cursor(&mut self, ui: &Ui, lattice: Lattice, clip: Rect) {
        let lines = &self.grid.rows.lines;
        let first = lines.iter().position(|line| matches!(line, Line::Item(_)));
        let cell = self.grid.cursor.unwrap_or(Cell {
            line: first.unwrap_or_default(),
            column: 0,
        });
        let rect = lattice.rect(cell);
        // Out of sight it stays reachable, else the keyboard would be lost by scrolling.
        let reach = if clip.intersects(rect) {
            rect
        } else {
            Rect::from_min_size(clip.min, vec2(1.0, 1.0))
        };
        let response = ui.interact(reach, self.id.with("cursor"), Sense::click());
        self.name(&response, cell);
        if response.clicked() {
            self.asked.push(match lines.get(cell.line) {
                Some(Line::Group(index)) => Asked::Fold(*index),
                _ => Asked::Explain(cell),
            });
        }
        if response.has_focus() {
            self.keys(ui, response.id, cell);
            theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
        }
    }

    fn name(&self, response: &Response, cell: Cell) {
        let selected = self.grid.explained == Some(cell);
        response.widget_info(|| {
            WidgetInfo::selected(Role::Cell, true, selected, self.grid.sentence(cell))
        });
    }
}
