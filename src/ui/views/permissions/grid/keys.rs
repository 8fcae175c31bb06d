//! The keyboard in the matrix: arrows move the cell, Escape closes what is explained.
//!
//! Enter needs no line here: egui counts it as a click on what has the keyboard.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use super::{Asked, Cell, GridPainter};

/// How many lines Page up and Page down move by.
const PAGE: isize = 12;

/// A key, and the lines and columns it moves by.
const MOVES: [(Key, isize, isize); 8] = [
    (Key::ArrowUp, -1, 0),
    (Key::ArrowDown, 1, 0),
    (Key::ArrowLeft, 0, -1),
    (Key::ArrowRight, 0, 1),
    (Key::PageUp, -PAGE, 0),
    (Key::PageDown, PAGE, 0),
    (Key::Home, 0, isize::MIN),
    (Key::End, 0, isize::MAX),
];

impl GridPainter<'_> {
    /// Moves the cell that has the keyboard.
    pub(super) fn keys(&mut self, ui: &Ui, id: Id, cell: Cell) {
        ui.memory_mut(|memory| {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: self.grid.explained.is_some(),
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(id, filter);
        });
        let mut to = cell;
        ui.input_mut(|input| {
            for (key, lines, columns) in MOVES {
                let times = input.count_and_consume_key(Modifiers::NONE, key);
                for _ in 0..times {
                    to.line = step(to.line, lines, self.grid.rows.lines.len());
                    to.column = step(to.column, columns, self.grid.rows.columns.len());
                }
            }
        });
        if to != cell {
            self.asked.push(Asked::Move(to));
        }
        self.close_on_escape(ui);
    }

    /// Lets Escape close what is explained, where arrows are left to egui.
    pub(super) fn escape_closes(&mut self, ui: &Ui, id: Id) {
        ui.memory_mut(|memory| {
            let filter = EventFilter {
                escape: self.grid.explained.is_some(),
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(id, filter);
        });
        self.close_on_escape(ui);
    }

    fn close_on_escape(&mut self, ui: &Ui) {
        let explained = self.grid.explained.is_some();
        if explained && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.asked.push(Asked::Close);
        }
    }
}

fn step(from: usize, by: isize, count: usize) -> usize {
    from.saturating_add_signed(by).min(count.saturating_sub(1))
}
