//! The texts that people are searched by, folded and in one piece of memory.
//!
//! A row is `name \n user principal name \n department \n`. No term holds a line break, so no hit
//! spans two texts. A text that grew past its place moves to the side and its place is blanked.

use std::collections::BTreeMap;

use memchr::memchr;
use memchr::memmem::Finder;

use super::row_set::RowSet;
use crate::domain::fold::fold_into;
use crate::domain::user::User;

const BREAK: u8 = b'\n';

/// How many moved texts are borne before everything is laid out anew.
const MOVED_MAX: usize = 4096;

/// One text for each row.
#[derive(Debug, Default)]
pub(super) struct TextArena {
    bytes: Vec<u8>,
    /// Where each row ends.
    ends: Vec<u32>,
    moved: BTreeMap<u32, Box<[u8]>>,
}

impl TextArena {
    pub fn with_capacity(rows: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(rows.saturating_mul(72)),
            ends: Vec::with_capacity(rows),
            moved: BTreeMap::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Adds a row.
    pub fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
        self.ends.push(offset(self.bytes.len()));
    }

    /// Replaces the text of a row; `false` when it stays the same.
    pub fn set(&mut self, row: u32, text: &str) -> bool {
        if trimmed(self.get(row)) == trimmed(text.as_bytes()) {
            return false;
        }
        let (start, end) = self.place(row);
        let Some(place) = self.bytes.get_mut(start..end) else {
            return false;
        };
        place.fill(BREAK);
        if let Some(fitting) = place.get_mut(..text.len()) {
            fitting.copy_from_slice(text.as_bytes());
            self.moved.remove(&row);
        } else {
            self.moved.insert(row, text.as_bytes().into());
            if self.moved.len() > MOVED_MAX {
                self.lay_out();
            }
        }
        true
    }

    /// The text of a row; blanks may follow it.
    pub fn get(&self, row: u32) -> &[u8] {
        if let Some(text) = self.moved.get(&row) {
            return text;
        }
        let (start, end) = self.place(row);
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The text of a row from the user principal name on.
    pub fn upn_onwards(&self, row: u32) -> &[u8] {
        let text = self.get(row);
        let after = memchr(BREAK, text).map_or(0, |at| at + 1);
        text.get(after..).unwrap_or_default()
    }

    /// The rows that hold every term. `within`, if given, holds all of them.
    pub fn search(&self, terms: &[&str], within: Option<&RowSet>) -> RowSet {
        let finders: Vec<_> = terms.iter().map(|term| Finder::new(*term)).collect();
        let holds = |finders: &[Finder<'_>], row| {
            let text = self.get(row);
            finders.iter().all(|finder| finder.find(text).is_some())
        };
        let mut hits = RowSet::none(self.len());
        if let Some(within) = within.filter(|within| within.count() < self.len() / 8) {
            for row in within.iter().filter(|row| holds(&finders, *row)) {
                hits.set(row, true);
            }
            return hits;
        }
        // The longest term is the rarest: look for it everywhere, for the others where it is.
        let longest = finders
            .iter()
            .enumerate()
            .max_by_key(|(_, finder)| finder.needle().len());
        let Some((place, first)) = longest else {
            return RowSet::all(self.len());
        };
        let others: Vec<_> = finders
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place)
            .map(|(_, finder)| finder.clone())
            .collect();
        self.scan(first, |row| {
            if others.is_empty() || holds(&others, row) {
                hits.set(row, true);
            }
        });
        for row in self.moved.keys().copied() {
            hits.set(row, holds(&finders, row));
        }
        hits
    }

    /// Calls `hit` for each row in place that holds the term.
    fn scan(&self, finder: &Finder<'_>, mut hit: impl FnMut(u32)) {
        let (mut row, mut at) = (0, 0);
        while let Some(found) = self.bytes.get(at..).and_then(|rest| finder.find(rest)) {
            let place = offset(at + found);
            row += ended_before(self.ends.get(row..).unwrap_or_default(), place);
            let Some(end) = self.ends.get(row) else {
                return;
            };
            hit(offset(row));
            at = *end as usize;
            row += 1;
        }
    }

    fn place(&self, row: u32) -> (usize, usize) {
        let row = row as usize;
        let before = row.checked_sub(1).and_then(|row| self.ends.get(row));
        let end = self.ends.get(row).copied().unwrap_or(0);
        (before.copied().unwrap_or(0) as usize, end as usize)
    }

    fn lay_out(&mut self) {
        let mut anew = Self::with_capacity(self.len());
        for row in 0..offset(self.len()) {
            anew.bytes.extend_from_slice(trimmed(self.get(row)));
            anew.bytes.push(BREAK);
            anew.ends.push(offset(anew.bytes.len()));
        }
        *self = anew;
    }
}

/// The folded text of a person's row.
pub(super) fn row_text(user: &User, to: &mut String) {
    to.clear();
    let department = user.profile.department.as_deref().unwrap_or_default();
    for text in [&*user.profile.display_name, user.upn.as_str(), department] {
        fold_into(to, text);
        to.push('\n');
    }
}

/// How many of the ascending `ends` lie at or before `place`: nearby ones are found at once.
fn ended_before(ends: &[u32], place: u32) -> usize {
    let mut reach = 1;
    while ends.get(reach).is_some_and(|end| *end <= place) {
        reach *= 4;
    }
    let near = ends.get(..=reach).unwrap_or(ends);
    near.partition_point(|end| *end <= place)
}

fn trimmed(text: &[u8]) -> &[u8] {
    let len = text
        .iter()
        .rposition(|byte| *byte != BREAK)
        .map_or(0, |at| at + 1);
    text.get(..len).unwrap_or_default()
}

/// Rows and places are kept in 32 bits: a tenant has fewer people, and 4 GB of names would be
/// more than all of them have.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
