//! What stands in the list of findings: each in words, counted, filtered, found by typing.
//!
//! Pure. Built when something was found anew or the language changes; a filter is worked out when
//! it changes.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::fold::fold;
use crate::domain::review::{Finding, FindingKey, Severity};
use crate::domain::role::{GroupId, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::i18n::Texts;
use crate::t;
use crate::ui::item_words::capital;
use crate::ui::user_index::{Query as PeopleQuery, RowSet, UserIndex};

/// Which findings are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Those that wait for someone.
    #[default]
    Open,
    /// Those that someone accepted for a while.
    Accepted,
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which of both lists.
    pub tab: Tab,
    /// How much they matter; any when absent.
    pub severity: Option<Severity>,
    /// The rule they are about, or those about none; any when absent.
    pub rule: Option<Option<Rule>>,
    /// Words that occur in the finding, its roles and groups, or that find someone concerned.
    pub text: String,
}

impl Query {
    /// Whether something is left out.
    pub fn filters(&self) -> bool {
        self.severity.is_some() || self.rule.is_some() || !self.text.trim().is_empty()
    }

    /// The same list with nothing left out.
    pub fn clear(&mut self) {
        *self = Self {
            tab: self.tab,
            ..Self::default()
        };
    }

    fn holds(&self, row: &Row) -> bool {
        (row.accepted.is_some() == (self.tab == Tab::Accepted))
            && self.severity.is_none_or(|wanted| row.severity == wanted)
            && self.rule.is_none_or(|wanted| row.rule == wanted)
    }
}

/// A role of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleName {
    /// Which.
    pub id: RoleTemplateId,
    /// Its name.
    pub name: String,
    /// Whether it is privileged.
    pub privileged: bool,
}

/// That it is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Why.
    pub reason: String,
    /// Until when.
    pub until: Timestamp,
    /// How many days are left, this one not counted.
    pub days: i32,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place among all findings.
    pub place: usize,
    /// Which it is.
    pub key: FindingKey,
    /// How much it matters.
    pub severity: Severity,
    /// The rule it is about.
    pub rule: Option<Rule>,
    /// What was found.
    pub message: String,
    /// How many people it concerns.
    pub people: usize,
    /// The roles it concerns.
    pub roles: Vec<RoleName>,
    /// The names of the groups it concerns.
    pub groups: Vec<(GroupId, String)>,
    /// Why and until when it is left as it is.
    pub accepted: Option<Accepted>,
    haystack: String,
}

impl Row {
    /// The number of the rule, such as `R5`.
    pub fn rule_label(&self) -> Option<String> {
        self.rule.filter(|rule| rule.number() > 0).map(Rule::label)
    }
}

/// Every finding in words, in their order.
pub fn rows(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    now: Timestamp,
    findings: &[Finding],
) -> Vec<Row> {
    let row = |(place, finding)| row(texts, catalogue, tenant, now, place, finding);
    findings.iter().enumerate().map(row).collect()
}

fn row(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    now: Timestamp,
    place: usize,
    finding: &Finding,
) -> Row {
    let language = texts.language();
    let message = finding.message(catalogue);
    let roles: Vec<_> = finding
        .roles
        .iter()
        .map(|id| RoleName {
            id: *id,
            name: match catalogue.names(*id) {
                Some(names) => names.get(language).to_owned(),
                None => id.to_string(),
            },
            privileged: catalogue.role(*id).is_some_and(|role| role.privileged),
        })
        .collect();
    let groups: Vec<_> = finding
        .groups
        .iter()
        .map(|id| {
            let group = tenant.groups().get(id);
            let name = group.map_or_else(|| t!(texts, "unknown"), |it| it.name.to_string());
            (*id, name)
        })
        .collect();
    let accepted = finding.accepted.as_ref().map(|acceptance| Accepted {
        reason: acceptance.reason.to_string(),
        until: acceptance.until,
        days: days_left(texts, now, acceptance.until),
    });
    let rule = finding.rule();
    let message = capital(message.get(language));
    let label = rule.map(Rule::label).unwrap_or_default();
    let names = roles.iter().map(|role| role.name.as_str());
    let names = names.chain(groups.iter().map(|(_, name)| name.as_str()));
    let reason = accepted.iter().map(|it| it.reason.as_str());
    let parts: Vec<&str> = [message.as_str(), &label, finding.kind.code().key()]
        .into_iter()
        .chain(names)
        .chain(reason)
        .collect();
    Row {
        place,
        key: finding.key(),
        severity: finding.severity(),
        rule,
        haystack: fold(&parts.join("\n")),
        message,
        people: finding.people.len(),
        roles,
        groups,
        accepted,
    }
}

/// How many days there are until the day of a moment, as the screen tells days.
pub fn days_left(texts: &Texts, now: Timestamp, until: Timestamp) -> i32 {
    let (Some(today), Some(last)) = (day(texts, now), day(texts, until)) else {
        return 0;
    };
    let left = last.since(today).map(|span| span.get_days());
    left.unwrap_or_default().max(0)
}

fn day(texts: &Texts, moment: Timestamp) -> Option<Date> {
    let moment = jiff::Timestamp::from_second(moment.0).ok()?;
    Some(moment.to_zoned(texts.time_zone().clone()).date())
}

/// The numbers beside the filters, of one of both lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that wait for someone.
    pub open: usize,
    /// Those that someone accepted.
    pub accepted: usize,
    /// By how much they matter.
    pub severities: BTreeMap<Severity, usize>,
    /// By the number of their rule; those about none are last.
    pub rules: Vec<(Option<Rule>, usize)>,
}

impl Counts {
    /// Counts the rows; severities and rules are those of `tab`.
    pub fn of(rows: &[Row], tab: Tab) -> Self {
        let accepted = rows.iter().filter(|row| row.accepted.is_some()).count();
        let mut counts = Self {
            open: rows.len() - accepted,
            accepted,
            ..Self::default()
        };
        let query = Query {
            tab,
            ..Query::default()
        };
        let mut rules: BTreeMap<(bool, u8), (Option<Rule>, usize)> = BTreeMap::new();
        for row in rows.iter().filter(|row| query.holds(row)) {
            *counts.severities.entry(row.severity).or_default() += 1;
            let number = row.rule.map_or(0, Rule::number);
            let place = rules
                .entry((row.rule.is_none(), number))
                .or_insert((row.rule, 0));
            place.1 += 1;
        }
        counts.rules = rules.into_values().collect();
        counts
    }

    /// How many of this severity.
    pub fn severity(&self, severity: Severity) -> usize {
        self.severities.get(&severity).copied().unwrap_or_default()
    }

    /// How many the list holds.
    pub const fn all(&self, tab: Tab) -> usize {
        match tab {
            Tab::Open => self.open,
            Tab::Accepted => self.accepted,
        }
    }
}

/// The places among `rows` that answer `query`, in order.
pub fn shown(
    rows: &[Row],
    query: &Query,
    findings: &[Finding],
    tenant: &Tenant,
    index: &UserIndex,
) -> Vec<usize> {
    let text = query.text.trim();
    let words: Vec<String> = text.split_whitespace().map(fold).collect();
    let people = (!text.is_empty()).then(|| found(index, tenant, text));
    let says = |row: &Row| {
        words
            .iter()
            .all(|word| row.haystack.contains(word.as_str()))
            || {
                let concerned = findings.get(row.place).map(|it| it.people.as_slice());
                let mut concerned = concerned.unwrap_or_default().iter();
                people.as_ref().is_none_or(|people| {
                    concerned.any(|id| {
                        let place = tenant.users().row(*id);
                        place.is_some_and(|place| people.contains(place.0))
                    })
                })
            }
    };
    rows.iter()
        .enumerate()
        .filter(|(_, row)| query.holds(row) && says(row))
        .map(|(place, _)| place)
        .collect()
}

fn found(index: &UserIndex, tenant: &Tenant, text: &str) -> RowSet {
    let mut found = RowSet::none(tenant.users().rows());
    let query = PeopleQuery {
        text: text.to_owned(),
        ..PeopleQuery::default()
    };
    for row in index.query(&query).iter() {
        found.set(*row, true);
    }
    found
}

/// How much a finding matters, in a word.
pub fn severity_word(texts: &Texts, severity: Severity) -> String {
    match severity {
        Severity::Error => t!(texts, "review-error"),
        Severity::Warning => t!(texts, "review-warning"),
        Severity::Info => t!(texts, "review-info"),
    }
}
