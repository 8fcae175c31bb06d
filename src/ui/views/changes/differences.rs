//! The rows of a comparison: what differs, under the heading of its section, without pixels.

use std::sync::Arc;

use super::haystack::{Haystack, terms};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::{Diff, Difference, Section};
use crate::domain::language::Language;
use crate::i18n::Texts;
use crate::i18n::change_words::{difference_parts, history_parts};

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a section, and how many of it are shown.
    Heading(Section, usize),
    /// The difference of this number; the one after the last is the history's.
    Difference(usize),
}

/// A comparison, prepared for filtering.
#[derive(Debug)]
pub struct Prepared {
    /// What differs.
    pub diff: Arc<Diff>,
    texts: Haystack,
    /// How many differ in each section, in their order.
    pub counts: [usize; 5],
}

/// What is asked of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Only this section.
    pub section: Option<Section>,
    /// With all of these words.
    pub text: String,
}

impl Prepared {
    /// Prepares a comparison.
    pub fn of(diff: Arc<Diff>, catalogue: &RoleCatalogue, language: Language) -> Self {
        let words = Texts::new(language);
        let mut texts = Haystack::default();
        let mut counts = [0; 5];
        let mut count = |section: Section| {
            if let Some(count) = counts.get_mut(section as usize) {
                *count += 1;
            }
        };
        for difference in &diff.differences {
            let parts = difference_parts(&words, catalogue, &diff.names, difference);
            texts.add(&parts.line(&words));
            texts.end();
            count(difference.section());
        }
        if let Some((_, parts)) = history_parts(&words, &diff) {
            texts.add(&parts.line(&words));
            texts.end();
            count(Section::History);
        }
        Self {
            diff,
            texts,
            counts,
        }
    }

    /// How many of a section differ.
    pub fn count(&self, section: Section) -> usize {
        self.counts.get(section as usize).copied().unwrap_or(0)
    }

    /// How much there is to search, in bytes.
    pub fn size(&self) -> usize {
        self.texts.len()
    }

    /// The rows that a query asks for.
    pub fn rows(&self, query: &Query) -> Vec<Row> {
        let terms = terms(&query.text);
        let differences = &self.diff.differences;
        let section = |at: usize| {
            let of = differences.get(at);
            of.map_or(Section::History, Difference::section)
        };
        let wanted = |at: &usize| {
            query.section.is_none_or(|wanted| section(*at) == wanted) && self.texts.has(*at, &terms)
        };
        let mut rows = Vec::new();
        let mut heading: Option<(Section, usize)> = None;
        for at in (0..self.diff.count()).filter(wanted) {
            let of = section(at);
            if heading.is_none_or(|(above, _)| above != of) {
                heading = Some((of, rows.len()));
                rows.push(Row::Heading(of, 0));
            }
            rows.push(Row::Difference(at));
            if let Some((_, place)) = heading
                && let Some(Row::Heading(_, count)) = rows.get_mut(place)
            {
                *count += 1;
            }
        }
        rows
    }
}
