//! What would become, or became, of each: counted, filtered, and found for the rows in sight.
//!
//! Pure. Built once when the answer arrives; a filter is worked out when it or the tenant changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::apply::{Refusal, Verdict};
use crate::domain::audit::AuditItem;
use crate::domain::bulk::BulkEdit;
use crate::domain::decision::Reason;
use crate::domain::rule::Rule;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;
use crate::ui::user_index::{Query, RowSet, Sort, UserIndex};

/// The verdicts on an edit of these people.
#[derive(Clone, Debug)]
pub struct Report {
    /// Who.
    pub people: Arc<[UserId]>,
    /// What was asked for.
    pub edit: Arc<BulkEdit>,
    /// One for each, in their order.
    pub verdicts: Arc<[Verdict]>,
    /// Where what changes stands.
    pub items: Items,
    /// The counts.
    pub tally: Tally,
}

/// Where the items that verdicts speak of stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Items {
    /// Here: nothing was changed yet.
    Rehearsed(Arc<[AuditItem]>),
    /// In this entry of the history; nowhere when nothing was changed.
    Entry(Option<u32>),
}

/// How many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Everybody.
    pub all: usize,
    /// It is, or would be, carried out.
    pub changed: usize,
    /// It changes nothing.
    pub unchanged: usize,
    /// It is refused.
    pub refused: usize,
    /// It is carried out and yet unwise.
    pub warned: usize,
    /// By what it is refused.
    pub whys: BTreeMap<Why, usize>,
    /// What must be confirmed with a reason, each once.
    pub confirmations: Vec<Reason>,
}

/// What refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A rule.
    Rule(Rule),
    /// Something that is not there or can't be, such as a seat.
    Impossible,
}

/// Which verdicts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    All,
    /// Those that change something.
    Changed,
    /// Those that change nothing.
    Unchanged,
    /// Those that are refused.
    Refused,
    /// Those that are carried out and yet unwise.
    Warned,
}

impl Shown {
    /// Each, in the order of the chips.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Changed,
        Self::Unchanged,
        Self::Refused,
        Self::Warned,
    ];

    fn holds(self, verdict: &Verdict) -> bool {
        match self {
            Self::All => true,
            Self::Changed => matches!(verdict, Verdict::Changed { .. }),
            Self::Unchanged => matches!(verdict, Verdict::Unchanged),
            Self::Refused => verdict.is_refused(),
            Self::Warned => !warnings(verdict).is_empty(),
        }
    }
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Which verdicts.
    pub shown: Shown,
    /// Refused by what; by anything when absent.
    pub why: Option<Why>,
    /// Words that occur in the name, the user name or the department.
    pub text: String,
}

impl Filter {
    /// Whether it shows everybody.
    pub fn is_empty(&self) -> bool {
        self.shown == Shown::All && self.why.is_none() && self.text.trim().is_empty()
    }
}

impl Tally {
    /// Counts.
    pub fn of(verdicts: &[Verdict]) -> Self {
        let mut tally = Self {
            all: verdicts.len(),
            ..Self::default()
        };
        for verdict in verdicts {
            match verdict {
                Verdict::Changed { remarks, .. } => {
                    tally.changed += 1;
                    tally.warned += usize::from(!warnings(verdict).is_empty());
                    for asked in remarks.iter().flat_map(|it| it.confirmations()) {
                        if !tally.confirmations.contains(asked) {
                            tally.confirmations.push(asked.clone());
                        }
                    }
                }
                Verdict::Unchanged => tally.unchanged += 1,
                Verdict::Refused(refusal) => {
                    tally.refused += 1;
                    for why in whys(refusal) {
                        *tally.whys.entry(why).or_default() += 1;
                    }
                }
            }
        }
        tally
    }

    /// How many a chip stands for.
    pub fn count(&self, shown: Shown) -> usize {
        match shown {
            Shown::All => self.all,
            Shown::Changed => self.changed,
            Shown::Unchanged => self.unchanged,
            Shown::Refused => self.refused,
            Shown::Warned => self.warned,
        }
    }
}

impl Report {
    /// The verdicts, counted.
    pub fn new(
        people: Arc<[UserId]>,
        edit: Arc<BulkEdit>,
        verdicts: Vec<Verdict>,
        items: Items,
    ) -> Self {
        Self {
            tally: Tally::of(&verdicts),
            people,
            edit,
            verdicts: verdicts.into(),
            items,
        }
    }

    /// Those who were refused, in their order.
    pub fn refused(&self) -> Arc<[UserId]> {
        self.people
            .iter()
            .zip(self.verdicts.iter())
            .filter(|(_, verdict)| verdict.is_refused())
            .map(|(user, _)| *user)
            .collect()
    }

    /// The person and the verdict of this number.
    pub fn at(&self, place: usize) -> Option<(UserId, &Verdict)> {
        Some((*self.people.get(place)?, self.verdicts.get(place)?))
    }

    /// What changes for the one of this verdict.
    pub fn items<'a>(&'a self, tenant: &'a Tenant, verdict: &Verdict) -> &'a [AuditItem] {
        let all = match &self.items {
            Items::Rehearsed(items) => items,
            Items::Entry(number) => number
                .and_then(|number| tenant.audit_entry(number))
                .map_or(&[][..], |entry| &entry.items),
        };
        all.get(verdict.items()).unwrap_or_default()
    }

    /// The places that pass the filter, in order.
    pub fn places(&self, filter: &Filter, tenant: &Tenant, index: &UserIndex) -> Vec<u32> {
        let text = filter.text.trim();
        let found = (!text.is_empty()).then(|| {
            let mut found = RowSet::none(tenant.users().rows());
            let query = Query {
                text: text.to_owned(),
                sort: Sort::default(),
                ..Query::default()
            };
            for row in index.query(&query).iter() {
                found.set(*row, true);
            }
            found
        });
        let named = |user: UserId| match &found {
            None => true,
            Some(found) => {
                let row = tenant.users().row(user);
                row.is_some_and(|row| found.contains(row.0))
            }
        };
        (0u32..)
            .zip(self.people.iter().zip(self.verdicts.iter()))
            .filter(|(_, (_, verdict))| filter.shown.holds(verdict))
            .filter(|(_, (_, verdict))| match (filter.why, verdict) {
                (None, _) => true,
                (Some(why), Verdict::Refused(refusal)) => whys(refusal).contains(&why),
                (Some(_), _) => false,
            })
            .filter(|(_, (user, _))| named(**user))
            .map(|(place, _)| place)
            .collect()
    }
}

/// What is carried out and yet unwise about a verdict.
pub fn warnings(verdict: &Verdict) -> &[Reason] {
    match verdict {
        Verdict::Changed {
            remarks: Some(remarks),
            ..
        } => remarks.warnings(),
        _ => &[],
    }
}

/// What refuses, each once.
pub fn whys(refusal: &Refusal) -> Vec<Why> {
    let mut whys: Vec<Why> = match refusal {
        Refusal::Policy(decision) => decision
            .refusals()
            .iter()
            .map(|reason| Why::Rule(reason.rule))
            .collect(),
        Refusal::NeedsReason(decision) => decision
            .confirmations()
            .iter()
            .map(|reason| Why::Rule(reason.rule))
            .collect(),
        Refusal::Impossible(_) => vec![Why::Impossible],
    };
    whys.sort_unstable();
    whys.dedup();
    whys
}
