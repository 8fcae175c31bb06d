//! What would become, or became, of each record: counted, filtered, and told for the rows in
//! sight.
//!
//! Pure. Built once when an answer arrives; a filter is worked out when it changes.

use std::borrow::Cow;
use std::sync::Arc;

use crate::domain::apply::Verdict;
use crate::domain::command::Command;
use crate::domain::decision::Reason;
use crate::domain::fold::fold;
use crate::exchange::people::mapping::Mapping;
use crate::exchange::people::row::{People, PersonRow, RowError};
use crate::exchange::people::table::PeopleTable;

/// The verdicts on a file.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file.
    pub table: Arc<PeopleTable>,
    /// Which column is what.
    pub mapping: Mapping,
    /// Its people.
    pub people: Arc<People>,
    /// One for each Command, in their order.
    verdicts: Arc<[Verdict]>,
    /// The counts.
    pub tally: Tally,
}

/// How many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Every record.
    pub all: usize,
    /// They will be, or were, added.
    pub added: usize,
    /// They are added, and a rule calls it unwise.
    pub warned: usize,
    /// They are refused.
    pub refused: usize,
    /// What must be confirmed with a reason, each once.
    pub confirmations: Vec<Reason>,
}

/// Which records are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    All,
    /// Those that are added.
    Added,
    /// Those that are added, and a rule calls it unwise.
    Warned,
    /// Those that are refused.
    Refused,
}

impl Shown {
    /// Each, in the order of the chips.
    pub const ALL: [Self; 4] = [Self::All, Self::Added, Self::Warned, Self::Refused];
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Which verdicts.
    pub shown: Shown,
    /// Words that occur in the name or the user name.
    pub text: String,
}

impl Tally {
    /// How many a chip stands for.
    pub fn count(&self, shown: Shown) -> usize {
        match shown {
            Shown::All => self.all,
            Shown::Added => self.added,
            Shown::Warned => self.warned,
            Shown::Refused => self.refused,
        }
    }
}

impl Report {
    /// The verdicts, counted.
    pub fn new(
        table: Arc<PeopleTable>,
        mapping: Mapping,
        people: Arc<People>,
        verdicts: Vec<Verdict>,
    ) -> Self {
        let mut report = Self {
            table,
            mapping,
            people,
            verdicts: verdicts.into(),
            tally: Tally::default(),
        };
        report.tally = report.count();
        report
    }

    fn count(&self) -> Tally {
        let mut tally = Tally {
            all: self.people.rows.len(),
            ..Tally::default()
        };
        for row in &self.people.rows {
            let Some(verdict) = self.accepted(row) else {
                tally.refused += 1;
                continue;
            };
            tally.added += 1;
            tally.warned += usize::from(!warnings(verdict).is_empty());
            if let Verdict::Changed {
                remarks: Some(remarks),
                ..
            } = verdict
            {
                for asked in remarks.confirmations() {
                    if !tally.confirmations.contains(asked) {
                        tally.confirmations.push(asked.clone());
                    }
                }
            }
        }
        tally
    }

    /// The verdict on a row that is not refused.
    fn accepted(&self, row: &PersonRow) -> Option<&Verdict> {
        let number = row.outcome.as_ref().ok()?;
        let verdict = self.verdicts.get(*number as usize)?;
        (!verdict.is_refused()).then_some(verdict)
    }

    /// What adds those who are not refused.
    pub fn commands(&self) -> Arc<[Command]> {
        let accepted = self.people.commands.iter().zip(self.verdicts.iter());
        accepted
            .filter(|(_, verdict)| !verdict.is_refused())
            .map(|(command, _)| command.clone())
            .collect()
    }

    /// The same with what became of those who were submitted, in their order.
    #[must_use]
    pub fn submitted(&self, outcome: Vec<Verdict>) -> Self {
        let mut outcome = outcome.into_iter();
        let verdicts = self.verdicts.iter().map(|before| {
            if before.is_refused() {
                before.clone()
            } else {
                outcome.next().unwrap_or_else(|| before.clone())
            }
        });
        let verdicts = verdicts.collect();
        let (table, people) = (Arc::clone(&self.table), Arc::clone(&self.people));
        Self::new(table, self.mapping.clone(), people, verdicts)
    }

    /// The row of a record.
    pub fn row(&self, record: usize) -> Option<&PersonRow> {
        self.people.rows.get(record)
    }

    /// What is wrong with a row; nothing when it is not refused.
    pub fn errors<'a>(&self, row: &'a PersonRow) -> Cow<'a, [RowError]> {
        match &row.outcome {
            Err(errors) => Cow::Borrowed(errors),
            Ok(number) => match self.verdicts.get(*number as usize) {
                Some(Verdict::Refused(refusal)) => {
                    Cow::Owned(row.refused(refusal, &self.table, &self.mapping))
                }
                _ => Cow::Borrowed(&[]),
            },
        }
    }

    /// What is unwise about a row that is added.
    pub fn warnings(&self, row: &PersonRow) -> &[Reason] {
        self.accepted(row).map_or(&[], warnings)
    }

    /// Whether a row is refused.
    pub fn is_refused(&self, row: &PersonRow) -> bool {
        self.accepted(row).is_none()
    }

    /// The records that pass the filter, in order.
    pub fn places(&self, filter: &Filter) -> Vec<u32> {
        let words = fold(filter.text.trim());
        let named = |row: &PersonRow| {
            words.is_empty()
                || fold(&row.name).contains(&words)
                || fold(&row.user_name).contains(&words)
        };
        let shown = |row: &PersonRow| match filter.shown {
            Shown::All => true,
            Shown::Added => !self.is_refused(row),
            Shown::Warned => !self.warnings(row).is_empty(),
            Shown::Refused => self.is_refused(row),
        };
        (0u32..)
            .zip(&self.people.rows)
            .filter(|(_, row)| shown(row) && named(row))
            .map(|(record, _)| record)
            .collect()
    }
}

fn warnings(verdict: &Verdict) -> &[Reason] {
    match verdict {
        Verdict::Changed {
            remarks: Some(remarks),
            ..
        } => remarks.warnings(),
        _ => &[],
    }
}
