//! What stands in the rows of the results: each person, the verdict, and what changes or why not.

use super::report::{Report, warnings};
use crate::domain::apply::{Refusal, Verdict};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::decision::Reason;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::t;
use crate::ui::item_words::item_what;
use crate::ui::refusal;
use crate::ui::rule_text::{RuleText, rule_texts};

/// What a verdict is, at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is, or would be, carried out.
    Changed,
    /// The same, and a rule calls it unwise.
    Warned,
    /// It changes nothing.
    Unchanged,
    /// It is refused.
    Refused,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the report.
    pub place: u32,
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The name they sign in with.
    pub upn: String,
    /// The verdict at a glance.
    pub mark: Mark,
    /// What changes, or the sentence of what refuses.
    pub what: String,
    /// What is unwise about it, or what is allowed instead.
    pub remark: String,
    /// The rules that refuse or warn, such as `R25`.
    pub rules: Vec<String>,
}

impl Row {
    /// What changes or why not, and what is remarked on it.
    pub fn whole(&self) -> String {
        if self.remark.is_empty() {
            self.what.clone()
        } else {
            format!("{}\n{}", self.what, self.remark)
        }
    }
}

/// The rows of these places.
pub fn rows(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    report: &Report,
    places: &[u32],
) -> Vec<Row> {
    places
        .iter()
        .filter_map(|place| row(texts, catalogue, tenant, report, *place))
        .collect()
}

fn row(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    report: &Report,
    place: u32,
) -> Option<Row> {
    let (id, verdict) = report.at(place as usize)?;
    let user = tenant.user(id);
    let rules = rule_texts(texts.language(), catalogue, reasons(verdict));
    let sentences = |rules: &[RuleText]| joined(rules.iter().map(sentence));
    let (mark, what, remark) = match verdict {
        Verdict::Changed { .. } => {
            let items = report.items(tenant, verdict).iter();
            let items = items.map(|item| item_what(texts, catalogue, tenant, item));
            let mark = if rules.is_empty() {
                Mark::Changed
            } else {
                Mark::Warned
            };
            (mark, joined(items), sentences(&rules))
        }
        Verdict::Unchanged => (Mark::Unchanged, t!(texts, "bulk-already-so"), String::new()),
        Verdict::Refused(refusal) => {
            let (what, instead) = match &**refusal {
                Refusal::Impossible(why) => (refusal::impossible(texts, why), String::new()),
                Refusal::Policy(_) | Refusal::NeedsReason(_) => {
                    let instead = rules.iter().map(|rule| rule.instead.to_owned());
                    (sentences(&rules), joined(instead))
                }
            };
            (Mark::Refused, what, instead)
        }
    };
    Some(Row {
        place,
        user: id,
        name: user.map_or_else(
            || t!(texts, "unknown"),
            |it| it.profile.display_name.to_string(),
        ),
        upn: user.map_or_else(|| t!(texts, "editor-gone"), |it| it.upn.to_string()),
        mark,
        what,
        remark,
        rules: rules.into_iter().filter_map(|rule| rule.label).collect(),
    })
}

/// The word of a verdict: what would be, or what became.
pub fn mark_word(texts: &Texts, mark: Mark, submitted: bool) -> String {
    match (mark, submitted) {
        (Mark::Changed | Mark::Warned, false) => t!(texts, "bulk-will-change"),
        (Mark::Changed | Mark::Warned, true) => t!(texts, "bulk-changed"),
        (Mark::Unchanged, _) => t!(texts, "bulk-unchanged"),
        (Mark::Refused, _) => t!(texts, "bulk-refused"),
    }
}

/// The reasons that a verdict names.
fn reasons(verdict: &Verdict) -> &[Reason] {
    match verdict {
        Verdict::Changed { .. } => warnings(verdict),
        Verdict::Unchanged => &[],
        Verdict::Refused(refusal) => match &**refusal {
            Refusal::Policy(decision) => decision.refusals(),
            Refusal::NeedsReason(decision) => decision.confirmations(),
            Refusal::Impossible(_) => &[],
        },
    }
}

fn sentence(rule: &RuleText) -> String {
    match &rule.label {
        Some(label) => format!("{label}: {}", rule.sentence),
        None => rule.sentence.clone(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}
