//! Questions to the index: which people, in which order.

use std::sync::{Arc, PoisonError};

use super::facts::{Kind, Kinds, missing_ways};
use super::order::{by_small_key, reversed_by_key};
use super::row_set::RowSet;
use super::{Found, UserIndex};
use crate::domain::fold::fold;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::RoleTemplateId;
use crate::domain::user_table::Row;

/// Who is asked for, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur in the name, the user principal name or the department.
    pub text: String,
    /// What must hold besides.
    pub filters: Filters,
    /// The order.
    pub sort: Sort,
}

/// What must hold of everyone who is shown. All of it must.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Kinds that all hold.
    pub kinds: Kinds,
    /// Holds this role, or could take it up.
    pub role: Option<RoleTemplateId>,
    /// Holds a seat of this subscription.
    pub licence: Option<SubscriptionId>,
    /// Has a name on this domain.
    pub domain: Option<Box<str>>,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The least first.
    pub ascending: bool,
}

/// What rows can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The name, then the user principal name.
    Name,
    /// The user principal name.
    Upn,
    /// How many roles.
    Roles,
    /// The names of the products; nobody's none first.
    Licences,
    /// Allowed before blocked.
    SignIn,
    /// How much is missing.
    Contact,
    /// Never, then the longest ago.
    LastSignIn,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Name,
            ascending: true,
        }
    }
}

impl Filters {
    /// Whether everyone passes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl UserIndex {
    /// The rows of the people asked for, in order.
    pub fn query(&self, query: &Query) -> Arc<[u32]> {
        let hits = self.text_hits(&query.text);
        let filters = &query.filters;
        if hits.is_none() && filters.is_empty() {
            return self.sorted(None, query.sort);
        }
        let mut matching = match hits {
            Some(hits) => (*hits).clone(),
            // Rows of nobody pass no filter.
            None => RowSet::all(self.rows()),
        };
        if !filters.kinds.is_empty() {
            matching.retain_by(&self.flags, |flags| filters.kinds.all_in(*flags));
        }
        if let Some(role) = filters.role {
            matching.intersect(&self.holders_of(role));
        }
        if let Some(licence) = filters.licence {
            let sets = self.licences.with(licence);
            matching.retain_by(&self.licence_sets, |set| {
                sets.get(*set as usize).is_some_and(|with| *with)
            });
        }
        if let Some(domain) = &filters.domain {
            let number = self.domain_numbers.get(domain).copied();
            matching.retain_by(&self.domains, |domain| Some(*domain) == number);
        }
        self.sorted(Some(&matching), query.sort)
    }

    /// The first `limit` people, by name, in whom every word of `text` occurs.
    pub fn find(&self, text: &str, limit: usize) -> Vec<Row> {
        let hits = self.text_hits(text);
        let found = |row: &u32| hits.as_ref().is_none_or(|hits| hits.contains(*row));
        let by_name = self.by_name.iter().copied().filter(found);
        by_name.take(limit).map(Row).collect()
    }

    /// The rows in whose text every word occurs; `None` when there is no word.
    ///
    /// The latest answer is kept: another letter typed only narrows it.
    fn text_hits(&self, text: &str) -> Option<Arc<RowSet>> {
        let folded = fold(text);
        let terms: Vec<&str> = folded.split_whitespace().collect();
        if terms.is_empty() {
            return None;
        }
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let before = latest.as_ref().filter(|found| found.stamp == self.stamp);
        if let Some(found) = before.filter(|found| found.text == folded) {
            return Some(Arc::clone(&found.hits));
        }
        let wider = before
            .filter(|found| folded.starts_with(&found.text))
            .map(|found| &*found.hits);
        let hits = Arc::new(self.texts.search(&terms, wider));
        *latest = Some(Found {
            stamp: self.stamp,
            text: folded.clone(),
            hits: Arc::clone(&hits),
        });
        Some(hits)
    }

    fn holders_of(&self, role: RoleTemplateId) -> RowSet {
        let mut holders = RowSet::none(self.rows());
        for row in self.by_role.get(&role).into_iter().flatten() {
            holders.set(*row, true);
        }
        holders
    }

    fn sorted(&self, matching: Option<&RowSet>, sort: Sort) -> Arc<[u32]> {
        let base = match sort.column {
            Column::Upn => &self.by_upn,
            Column::LastSignIn => &self.by_last_sign_in,
            _ => &self.by_name,
        };
        let pick = || -> Arc<[u32]> {
            let Some(matching) = matching else {
                return Arc::clone(base);
            };
            let mut rows = Vec::with_capacity(matching.count());
            rows.extend(base.iter().copied().filter(|row| matching.contains(*row)));
            rows.into()
        };
        let flags = |row: u32| self.flags.get(row as usize).copied().unwrap_or(0);
        let up = sort.ascending;
        match sort.column {
            Column::Name | Column::Upn | Column::LastSignIn if up => pick(),
            Column::Name | Column::Upn => pick().iter().rev().copied().collect(),
            Column::LastSignIn => reversed_by_key(&pick(), |row| self.last_sign_in(row)).into(),
            Column::Roles => by_small_key(&pick(), ROLES_MAX + 1, up, |row| {
                self.role_counts
                    .get(row as usize)
                    .copied()
                    .unwrap_or(0)
                    .into()
            })
            .into(),
            Column::Licences => by_small_key(&pick(), self.licences.len(), up, |row| {
                let set = self.licence_sets.get(row as usize).copied();
                self.licences.rank_of(set.unwrap_or(0))
            })
            .into(),
            Column::SignIn => {
                let blocked = |row| usize::from(flags(row) & Kind::Blocked.bit() != 0);
                by_small_key(&pick(), 2, up, blocked).into()
            }
            Column::Contact => by_small_key(&pick(), 3, up, |row| missing_ways(flags(row))).into(),
        }
    }
}

/// More roles than this count as this many when sorting.
pub(super) const ROLES_MAX: usize = u8::MAX as usize;
