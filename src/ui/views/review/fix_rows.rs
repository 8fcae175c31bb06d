//! What stands in the list of changes that mend a finding: each in words, and what the rules say.

use std::sync::Arc;

use super::fix::Fix;
use crate::domain::apply::{Refusal, Verdict};
use crate::domain::audit::AuditItem;
use crate::domain::command::Command;
use crate::domain::decision::{Decision, Reason};
use crate::domain::role::Principal;
use crate::domain::tenant::Tenant;
use crate::domain::user::{SignIn, UserId};
use crate::i18n::Texts;
use crate::t;
use crate::ui::item_words::{capital, item_parts};
use crate::ui::refusal;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::view_context::ViewContext;

/// What would become of some of the Commands.
#[derive(Clone, Debug)]
pub struct Rehearsed {
    /// Their places, in ascending order.
    pub places: Arc<[usize]>,
    /// One for each.
    pub verdicts: Arc<[Verdict]>,
    /// What would change.
    pub items: Arc<[AuditItem]>,
    /// What must be confirmed with a reason, each once.
    pub asked: Vec<Reason>,
    /// How many would be carried out.
    pub changed: usize,
    /// How many are refused.
    pub refused: usize,
}

impl Rehearsed {
    fn at(&self, place: usize) -> Option<&Verdict> {
        let at = self.places.binary_search(&place).ok()?;
        self.verdicts.get(at)
    }
}

/// What becomes of a change, at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The rules are being asked.
    Unknown,
    /// It would be carried out.
    Will,
    /// The same, and a rule calls it unwise.
    Warned,
    /// It was carried out.
    Done,
    /// It changes nothing.
    Unchanged,
    /// It is refused.
    Refused,
    /// It is not chosen.
    Left,
}

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place among the Commands.
    pub place: usize,
    /// Whom or what it is about.
    pub about: String,
    /// What changes.
    pub what: String,
    /// What becomes of it.
    pub mark: Mark,
    /// Why it is refused, or what is unwise about it.
    pub remark: String,
}

/// How many lines there are.
pub fn count(fix: &Fix) -> usize {
    let done = fix.outcome.as_ref().map(|it| it.places.len());
    done.unwrap_or(fix.commands.len())
}

/// The line at this place of the list.
pub fn line(cx: &ViewContext<'_>, fix: &Fix, at: usize) -> Option<Line> {
    if let Some(outcome) = &fix.outcome {
        let place = *outcome.places.get(at)?;
        let verdict = outcome.verdicts.get(at)?;
        let tenant = cx.session.tenant();
        let entry = outcome.entry.and_then(|number| tenant.audit_entry(number));
        let items = entry.map_or(&[][..], |entry| &entry.items);
        return Some(told(cx, fix, place, verdict, items, Mark::Done));
    }
    let place = at;
    let judged = fix.judged(cx);
    if let Some(known) = judged
        && let Some(verdict) = known.at(place)
    {
        return Some(told(cx, fix, place, verdict, &known.items, Mark::Will));
    }
    let mark = if fix.chosen.contains(&place) {
        Mark::Unknown
    } else {
        Mark::Left
    };
    let Some(whole) = &fix.whole else {
        let (about, what) = planned_words(cx, fix.commands.get(place)?);
        let remark = String::new();
        return Some(Line {
            place,
            about,
            what,
            mark,
            remark,
        });
    };
    let verdict = whole.at(place)?;
    let line = told(cx, fix, place, verdict, &whole.items, Mark::Will);
    Some(Line {
        mark,
        remark: String::new(),
        ..line
    })
}

fn told(
    cx: &ViewContext<'_>,
    fix: &Fix,
    place: usize,
    verdict: &Verdict,
    items: &[AuditItem],
    good: Mark,
) -> Line {
    let (texts, catalogue) = (cx.texts, cx.session.catalogue());
    let own = items.get(verdict.items()).unwrap_or_default();
    let planned = || {
        let command = fix.commands.get(place);
        command.map_or_else(Default::default, |command| planned_words(cx, command))
    };
    let sentences = |reasons: &[Reason]| {
        let rules = rule_texts(texts.language(), catalogue, reasons);
        let lines: Vec<_> = rules.iter().map(RuleText::line).collect();
        lines.join(" ")
    };
    let ((about, what), mark, remark) = match verdict {
        Verdict::Changed { remarks, .. } => {
            let unwise = remarks.as_deref().map(Decision::warnings);
            let unwise = sentences(unwise.unwrap_or_default());
            let mark = if unwise.is_empty() || good == Mark::Done {
                good
            } else {
                Mark::Warned
            };
            (words(cx, own), mark, unwise)
        }
        Verdict::Unchanged => {
            let so = t!(texts, "bulk-already-so");
            (planned(), Mark::Unchanged, so)
        }
        Verdict::Refused(why) => {
            let why = match &**why {
                Refusal::Impossible(why) => refusal::impossible(texts, why),
                Refusal::Policy(decision) => sentences(decision.refusals()),
                Refusal::NeedsReason(decision) => sentences(decision.confirmations()),
            };
            (planned(), Mark::Refused, why)
        }
    };
    Line {
        place,
        about,
        what,
        mark,
        remark,
    }
}

/// The word of a mark.
pub fn mark_word(texts: &Texts, mark: Mark) -> String {
    match mark {
        Mark::Unknown => t!(texts, "review-fix-rehearsing"),
        Mark::Will | Mark::Warned => t!(texts, "review-fix-will"),
        Mark::Done => t!(texts, "review-fix-done"),
        Mark::Unchanged => t!(texts, "bulk-unchanged"),
        Mark::Refused => t!(texts, "bulk-refused"),
        Mark::Left => t!(texts, "review-fix-left"),
    }
}

/// Whom changes are about, and what they are.
fn words(cx: &ViewContext<'_>, items: &[AuditItem]) -> (String, String) {
    let (texts, tenant) = (cx.texts, cx.session.tenant());
    let catalogue = cx.session.catalogue();
    let parts = items.iter();
    let parts: Vec<_> = parts
        .map(|item| item_parts(texts, catalogue, tenant, item))
        .collect();
    let about = match parts.first() {
        Some(first) => first.about.clone(),
        None => String::new(),
    };
    // Who is meant by all of it need not be named again.
    let what = parts.into_iter().map(|part| {
        if part.about == about {
            part.what
        } else {
            part.line(texts)
        }
    });
    let what: Vec<_> = what.collect();
    (about, capital(&what.join("; ")))
}

/// What a Command would change, in words, where nobody carried it out.
fn planned_words(cx: &ViewContext<'_>, command: &Command) -> (String, String) {
    let items = planned(command);
    if items.is_empty() {
        let about = about(command, cx.session.tenant());
        let about = about.unwrap_or_else(|| t!(cx.texts, "unknown"));
        return (about, String::new());
    }
    words(cx, &items)
}

/// What a Command would leave in the history; nothing where that takes carrying it out.
fn planned(command: &Command) -> Vec<AuditItem> {
    match command {
        Command::AssignRole(held) => vec![AuditItem::RoleAssigned(*held)],
        Command::RevokeRole(held) => vec![AuditItem::RoleRevoked(*held)],
        Command::SetSignIn { user, sign_in } => vec![match sign_in {
            SignIn::Allowed => AuditItem::SignInAllowed(*user),
            SignIn::Blocked => AuditItem::SignInBlocked(*user),
        }],
        Command::ResetPassword(user) => vec![AuditItem::PasswordReset(*user)],
        Command::SetMembership {
            set,
            user,
            included,
        } => vec![if *included {
            AuditItem::MemberAdded(*set, *user)
        } else {
            AuditItem::MemberRemoved(*set, *user)
        }],
        Command::Batch(commands) => commands.iter().flat_map(planned).collect(),
        _ => Vec::new(),
    }
}

/// Whom a Command is about, by name.
fn about(command: &Command, tenant: &Tenant) -> Option<String> {
    let person = |id: UserId| Some(tenant.user(id)?.profile.display_name.to_string());
    match command {
        Command::SetAssignments { principal, .. } => match principal {
            Principal::User(id) => person(*id),
            Principal::Group(id) => Some(tenant.groups().get(id)?.name.to_string()),
        },
        Command::EditContact { user, .. }
        | Command::EditProfile { user, .. }
        | Command::SetRoleChoice { user, .. }
        | Command::RenameUser { user, .. }
        | Command::SetLicences { user, .. }
        | Command::SetDelegatedAdministration { user, .. }
        | Command::SetBreakGlass { user, .. } => person(*user),
        Command::RenameGroup { group, .. } => Some(tenant.groups().get(group)?.name.to_string()),
        Command::Batch(commands) => commands.iter().find_map(|it| about(it, tenant)),
        _ => None,
    }
}
