//! What the policy says about a draft, and about the controls that make it.
//!
//! Worked out when something changed and looked up while drawing: [`Key`] tells when. Every
//! answer comes from the session's `decide`; nothing is decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::{Asked, Baseline};
use super::draft::{Draft, Kind};
use super::picker::{classic, offered};
use super::summary::{Summary, summary};
use crate::domain::command::Command;
use crate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use crate::domain::decision::{Decision, Reason};
use crate::domain::office365::Office365Role;
use crate::domain::role::{RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::{DelegatedAdministration, ProductMail, UserId};
use crate::session::Session;

/// What a judgement depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    revision: u64,
    actor: Option<UserId>,
    /// Time-limited roles begin and end: looked at once a minute.
    minute: i64,
    baseline: Baseline,
    draft: Draft,
}

impl Key {
    /// The key of this moment.
    pub fn of(session: &Session, baseline: &Baseline, draft: &Draft) -> Self {
        Self {
            revision: session.tenant().revision(),
            actor: session.actor().map(|actor| actor.id),
            minute: session.now().0.div_euclid(60),
            baseline: baseline.clone(),
            draft: draft.clone(),
        }
    }
}

/// What the policy says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What the fields ask for.
    pub asked: Asked,
    /// What the policy says about that.
    pub decision: Decision,
    /// What it would change.
    pub summary: Summary,
    /// Why this actor changes no role of this person, whichever.
    pub roles_locked: Vec<Reason>,
    /// Why this actor does not change the address.
    pub email_locked: Vec<Reason>,
    /// Why this actor does not change the phone.
    pub phone_locked: Vec<Reason>,
    /// Why this actor does not choose for the person whether mail about products comes.
    pub mail_locked: Vec<Reason>,
    /// Why a card can't be chosen, in the order of [`Kind::ALL`].
    pub cards: [Vec<Reason>; 3],
    /// Why a level of delegated administration can't be chosen, in the order of
    /// [`DelegatedAdministration::ALL`].
    pub levels: [Vec<Reason>; 3],
    /// Why roles that are not chosen can't be.
    pub verdicts: BTreeMap<RoleTemplateId, Vec<Reason>>,
    /// Whether *Customized administrator* is chosen without any role.
    pub lacks_role: bool,
    /// The contact details that change: the key of the field's name, the text before and after.
    pub contact_changes: Vec<(&'static str, Option<String>, Option<String>)>,
}

/// The part of the editor that a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The cards and the picker.
    Roles,
    /// Delegated administration.
    Delegation,
    /// The alternate e-mail address.
    Email,
    /// The mobile phone.
    Phone,
    /// Both fields.
    Contact,
}

/// Where a refusal by `rule` belongs.
pub const fn place(rule: Rule) -> Place {
    match rule {
        Rule::AlternateEmailOutsideTenant => Place::Email,
        Rule::PhoneWithCountryCode | Rule::MasteredOnPremises => Place::Phone,
        Rule::DelegatedAdministrationIsForPartners => Place::Delegation,
        Rule::DenyByDefault
        | Rule::PasswordAdministratorLimit
        | Rule::UserManagementLimit
        | Rule::SharePointAndSkypeViewOnly
        | Rule::AdministratorsAreProtected
        | Rule::RoleAssignableGroupsAreProtected => Place::Contact,
        _ => Place::Roles,
    }
}

/// Asks the policy everything the editor shows.
pub fn judge(session: &Session, baseline: &Baseline, draft: &Draft) -> Judgement {
    let asked = baseline.asked(draft);
    let ask = |command: &Command| session.decide(command).unwrap_or_default();
    let decision = asked.command.as_ref().map(ask).unwrap_or_default();
    let user = baseline.user;
    let contact = |contact| ask(&Command::EditContact { user, contact });
    let without = |decision: Decision, rule: Rule| {
        let mut reasons = decision.refusals().to_vec();
        reasons.retain(|reason| reason.rule != rule);
        reasons
    };
    let roles_locked = roles_locked(session, baseline);
    let choosing = draft.kind == Kind::Customized && roles_locked.is_empty();
    let product_mail = match baseline.product_mail {
        ProductMail::Accepted => ProductMail::Declined,
        ProductMail::Declined => ProductMail::Accepted,
    };
    let level = |level| ask(&Command::SetDelegatedAdministration { user, level });
    Judgement {
        decision,
        summary: summary(session, baseline, draft),
        email_locked: without(
            contact(other_email(&baseline.contact)),
            Rule::AlternateEmailOutsideTenant,
        ),
        phone_locked: without(
            contact(other_phone(&baseline.contact)),
            Rule::PhoneWithCountryCode,
        ),
        mail_locked: ask(&Command::SetProductMail { user, product_mail })
            .refusals()
            .to_vec(),
        cards: Kind::ALL.map(|kind| card(session, baseline, draft, kind)),
        levels: DelegatedAdministration::ALL.map(|it| level(it).refusals().to_vec()),
        verdicts: if choosing {
            verdicts(session, baseline, draft)
        } else {
            BTreeMap::new()
        },
        roles_locked,
        lacks_role: lacks_role(session, baseline, draft),
        contact_changes: contact_changes(baseline, &asked),
        asked,
    }
}

/// What is over counts as none, unless it is what was there and nothing changed.
fn lacks_role(session: &Session, baseline: &Baseline, draft: &Draft) -> bool {
    draft.kind == Kind::Customized
        && draft.roles(session.now()).is_empty()
        && (baseline.kind != Kind::Customized || baseline.roles_change(draft))
}

fn contact_changes(
    baseline: &Baseline,
    asked: &Asked,
) -> Vec<(&'static str, Option<String>, Option<String>)> {
    let email = |email: &AlternateEmail| email.as_str().to_owned();
    let phone = |phone: &MobilePhone| phone.as_str().to_owned();
    let mut changes = Vec::new();
    if let Ok(after) = &asked.email {
        let before = baseline.contact.alternate_email.as_ref().map(email);
        changes.push(("alternate-email", before, after.as_ref().map(email)));
    }
    if let Ok(after) = &asked.phone {
        let before = baseline.contact.mobile_phone.as_ref().map(phone);
        changes.push(("mobile-phone", before, after.as_ref().map(phone)));
    }
    changes.retain(|(_, before, after)| before != after);
    changes
}

/// What is refused when the person is to hold these directly.
fn refusals(
    session: &Session,
    baseline: &Baseline,
    assignments: BTreeSet<RoleAssignment>,
) -> Vec<Reason> {
    let command = Command::SetAssignments {
        principal: baseline.principal(),
        assignments,
    };
    let decision = session.decide(&command);
    decision.map_or_else(Vec::new, |decision| decision.refusals().to_vec())
}

/// Asks about a choice that is surely another one, and keeps what speaks of the actor.
fn roles_locked(session: &Session, baseline: &Baseline) -> Vec<Reason> {
    let mut other: BTreeSet<_> = baseline.held.iter().copied().collect();
    let role = RoleTemplateId::HELPDESK_ADMINISTRATOR;
    let held = RoleAssignment::permanent(baseline.principal(), role);
    if !other.remove(&held) {
        other.insert(held);
    }
    let mut reasons = refusals(session, baseline, other);
    reasons.retain(|reason| {
        matches!(
            reason.rule,
            Rule::OnlyGlobalAdministratorsDelegate | Rule::DenyByDefault
        )
    });
    reasons
}

/// What no check box can mend once this card is chosen: taking the last global administrator.
fn card(session: &Session, baseline: &Baseline, draft: &Draft, kind: Kind) -> Vec<Reason> {
    let mut draft = draft.clone();
    draft.kind = kind;
    let mut reasons = refusals(session, baseline, baseline.after(&draft));
    reasons.retain(|reason| reason.rule == Rule::LastGlobalAdministratorStays);
    reasons
}

/// For each role that is not chosen: what would be refused if it were, beyond what is already.
fn verdicts(
    session: &Session,
    baseline: &Baseline,
    draft: &Draft,
) -> BTreeMap<RoleTemplateId, Vec<Reason>> {
    let chosen = draft.roles(session.now());
    let after = baseline.after(draft);
    let already = refusals(session, baseline, after.clone());
    let entra = offered(session.catalogue(), &listed(baseline, draft));
    classic()
        .map(Office365Role::template_id)
        .chain(entra.into_iter().map(|role| role.id))
        .filter(|id| !chosen.contains(id))
        .filter_map(|id| {
            let given = RoleAssignment::permanent(baseline.principal(), id);
            let mut assignments = after.clone();
            assignments.retain(|held| !held.same_slot(&given));
            assignments.insert(given);
            let mut reasons = refusals(session, baseline, assignments);
            reasons.retain(|reason| !already.contains(reason));
            (!reasons.is_empty()).then_some((id, reasons))
        })
        .collect()
}

/// The roles that the picker lists whether they may be given or not.
pub fn listed(baseline: &Baseline, draft: &Draft) -> BTreeSet<RoleTemplateId> {
    let held = baseline.held.iter().map(|held| held.role);
    let chosen = draft.entries.iter().map(|entry| entry.role);
    held.chain(chosen).collect()
}

fn other_email(contact: &ContactDetails) -> ContactDetails {
    let other = ["one@example.com", "two@example.com"]
        .into_iter()
        .filter_map(|text| AlternateEmail::parse(text).ok())
        .find(|email| contact.alternate_email.as_ref() != Some(email));
    ContactDetails {
        alternate_email: other,
        ..contact.clone()
    }
}

fn other_phone(contact: &ContactDetails) -> ContactDetails {
    let other = ["+31612345678", "+31687654321"]
        .into_iter()
        .map(MobilePhone::imported)
        .find(|phone| contact.mobile_phone.as_ref() != Some(phone));
    ContactDetails {
        mobile_phone: other,
        ..contact.clone()
    }
}
