//! What the rules say about assigning and revoking the open role, kept until something changes
//! that they may look at.

use std::collections::BTreeMap;

use super::custom;
use crate::domain::apply::Refusal;
use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::domain::language::Language;
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::UserId;
use crate::session::ExecuteError;
use crate::ui::refusal;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::verdicts::{NOBODYS, Verdict, judge};

/// What is known about one role.
pub struct Verdicts {
    key: Key,
    /// Assigning it to somebody.
    pub assign: Verdict,
    /// Making and changing roles of the tenant's own.
    pub define: Verdict,
    revoke: BTreeMap<RoleAssignment, Verdict>,
}

/// What the answers depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    actor: Option<UserId>,
    role: RoleTemplateId,
    language: Language,
    minute: i64,
}

impl Verdicts {
    /// Those of now: what is kept, as long as it holds.
    pub fn now(cx: &ViewContext<'_>, role: RoleTemplateId, kept: Option<Self>) -> Self {
        let key = Key {
            revision: cx.session.tenant().revision(),
            actor: cx.session.actor().map(|actor| actor.id),
            role,
            language: cx.texts.language(),
            // Roles begin and end; nobody waits for a button longer than this.
            minute: cx.session.now().0.div_euclid(60),
        };
        match kept {
            Some(known) if known.key == key => known,
            _ => Self {
                key,
                assign: assign(cx, role),
                define: custom::may_change(cx),
                revoke: BTreeMap::new(),
            },
        }
    }

    /// Revoking this assignment.
    pub fn revoke(&mut self, cx: &ViewContext<'_>, held: &RoleAssignment) -> Verdict {
        let known = self.revoke.entry(*held);
        known
            .or_insert_with(|| judge(cx, &Command::RevokeRole(*held)))
            .clone()
    }
}

/// Whether somebody could be given `role`. What depends on who it is, is told about each.
fn assign(cx: &ViewContext<'_>, role: RoleTemplateId) -> Verdict {
    let principal = Principal::Group(NOBODYS);
    let command = Command::SetAssignments {
        principal,
        assignments: [RoleAssignment::permanent(principal, role)].into(),
    };
    let Some(decision) = cx.session.decide(&command) else {
        let error = ExecuteError::NotSignedIn;
        return Err(refusal::explain(cx.texts, cx.session.catalogue(), &error));
    };
    let of_the_person = |rule| rule == Rule::ServiceAdministratorComesAfter;
    let refusals = decision.refusals().iter();
    let refusals: Vec<_> = refusals
        .filter(|reason| !of_the_person(reason.rule))
        .collect();
    if refusals.is_empty() {
        return Ok(());
    }
    let texts = rule_texts(cx.texts.language(), cx.session.catalogue(), refusals);
    let lines: Vec<_> = texts.iter().map(RuleText::line).collect();
    Err(lines.join("\n"))
}

/// A decision in words: why not, or that it may be.
pub fn verdict(cx: &ViewContext<'_>, decision: Option<Decision>) -> Verdict {
    let error = match decision {
        Some(decision) if decision.is_allowed() => return Ok(()),
        Some(decision) => ExecuteError::Refused(Refusal::Policy(decision)),
        None => ExecuteError::NotSignedIn,
    };
    Err(refusal::explain(cx.texts, cx.session.catalogue(), &error))
}
