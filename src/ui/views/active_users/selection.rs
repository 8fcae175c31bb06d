//! Who is checked, and where the keyboard stands.

use crate::ui::user_index::{RowSet, UserIndex};

/// Who is checked, and where the keyboard stands.
#[derive(Debug, Default)]
pub struct Selection {
    built: u64,
    /// The state of the index it was last looked at with.
    stamp: u64,
    checked: RowSet,
    count: usize,
    revision: u64,
    /// The row with the keyboard.
    pub cursor: Option<u32>,
    /// Whether it got there by the keyboard, which then shows it.
    pub by_keyboard: bool,
    /// The place from which a range is checked.
    anchor: Option<usize>,
}

impl Selection {
    /// Makes sure that it speaks of the rows of `index`, and of people who are still there.
    pub fn follow(&mut self, index: &UserIndex) {
        if self.stamp == index.stamp() {
            return;
        }
        if self.built != index.built() || self.checked.len() > index.rows() {
            *self = Self {
                built: index.built(),
                checked: RowSet::none(index.rows()),
                revision: self.revision + 1,
                ..Self::default()
            };
        }
        self.stamp = index.stamp();
        // Rows may have come, and checked people may have gone.
        let mut followed = RowSet::none(index.rows());
        for row in self.checked.iter().filter(|row| index.is_there(*row)) {
            followed.set(row, true);
        }
        self.checked = followed;
        let count = self.checked.count();
        if self.count != count {
            self.count = count;
            self.revision += 1;
        }
    }

    /// Another number for every state.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many people are checked.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether a row is checked.
    pub fn is_checked(&self, row: u32) -> bool {
        self.checked.contains(row)
    }

    /// The rows that are checked.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.checked.iter()
    }

    /// Checks the person in `place` of `shown`, or no longer, as a click does: with `range` all
    /// from the previous click on.
    pub fn toggle(&mut self, shown: &[u32], place: usize, range: bool) {
        let Some(row) = shown.get(place) else {
            return;
        };
        let checked = !self.is_checked(*row);
        let from = self.anchor.filter(|_| range).unwrap_or(place);
        let places = from.min(place)..=from.max(place);
        self.set_all(shown.get(places).unwrap_or_default(), checked);
        self.anchor = Some(place);
    }

    /// Checks these rows, or no longer.
    pub fn set_all(&mut self, rows: &[u32], checked: bool) {
        for row in rows {
            self.checked.set(*row, checked);
        }
        self.count = self.checked.count();
        self.revision += 1;
    }

    /// Checks nobody.
    pub fn clear(&mut self) {
        self.checked = RowSet::none(self.checked.len());
        self.count = 0;
        self.anchor = None;
        self.revision += 1;
    }

    /// Forgets where ranges begin: the places mean other people now.
    pub fn forget_places(&mut self) {
        self.anchor = None;
    }
}
