//! Texts to search, folded and in one piece of memory.

use memchr::memmem::Finder;

use crate::domain::fold::{fold, fold_into};

/// One text for each of many.
#[derive(Debug, Default)]
pub struct Haystack {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Haystack {
    /// Adds to the text that is being put together.
    pub fn add(&mut self, piece: &str) {
        fold_into(&mut self.text, piece);
        // No term holds a line break, so no hit spans two pieces.
        self.text.push('\n');
    }

    /// Ends the text that is being put together; what is added next belongs to the next.
    pub fn end(&mut self) {
        self.ends.push(self.text.len());
    }

    /// How much there is to search, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether the text of this number has every term.
    pub fn has(&self, number: usize, terms: &[Finder<'_>]) -> bool {
        let start = match number.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or_default(),
            None => 0,
        };
        let end = self.ends.get(number).copied().unwrap_or(start);
        let text = self.text.as_bytes().get(start..end).unwrap_or_default();
        terms.iter().all(|term| term.find(text).is_some())
    }
}

/// The words of a question, each to be found.
pub fn terms(question: &str) -> Vec<Finder<'static>> {
    let folded = fold(question);
    let words = folded.split_whitespace();
    words.map(|word| Finder::new(word).into_owned()).collect()
}
