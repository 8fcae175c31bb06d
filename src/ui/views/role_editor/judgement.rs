//! What the policy says about a draft, and about the controls that make it.
//!
//! Worked out when something changed and looked up while drawing: [`Key`] tells when. Every
//! answer comes from the session's `decide`; nothing is decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Asked, Baseline, Draft, Kind};
use super::kept::{Kept, kept};
use super::picker::{classic, offered};
use super::summary::{Summary, summary};
use crate::domain::command::{Command, RoleChoice};
use crate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use crate::domain::decision::{Decision, Reason};
use crate::domain::office365::Office365Role;
use crate::domain::role::RoleTemplateId;
use crate::domain::rule::Rule;
use crate::domain::user::UserId;
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
    /// Why a card can't be chosen, in the order of [`Kind::ALL`].
    pub cards: [Vec<Reason>; 3],
    /// Why roles that are not chosen can't be.
    pub verdicts: BTreeMap<RoleTemplateId, Vec<Reason>>,
    /// Whether *Customized administrator* is chosen without any role.
    pub lacks_role: bool,
    /// What is held and not edited here, and what becomes of it.
    pub kept: Vec<Kept>,
    /// The contact details that change: the key of the field's name, the text before and after.
    pub contact_changes: Vec<(&'static str, Option<String>, Option<String>)>,
}

/// The part of the editor that a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The cards and the picker.
    Roles,
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
        cards: Kind::ALL.map(|kind| card(session, baseline, draft, kind)),
        verdicts: if choosing {
            verdicts(session, baseline, draft)
        } else {
            BTreeMap::new()
        },
        roles_locked,
        lacks_role: draft.kind == Kind::Customized
            && baseline.after(draft).is_empty()
            && draft.roles.is_empty(),
        kept: kept(session, baseline, &baseline.after(draft)),
        contact_changes: contact_changes(baseline, &asked),
        asked,
    }
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

fn refusals(session: &Session, user: UserId, choice: RoleChoice) -> Vec<Reason> {
    session
        .decide(&Command::SetRoleChoice { user, choice })
        .map(|decision| decision.refusals().to_vec())
        .unwrap_or_default()
}

/// Asks about a choice that is surely another one, and keeps what speaks of the actor.
fn roles_locked(session: &Session, baseline: &Baseline) -> Vec<Reason> {
    let mut roles = baseline.permanent_roles();
    if !roles.remove(&RoleTemplateId::HELPDESK_ADMINISTRATOR) {
        roles.insert(RoleTemplateId::HELPDESK_ADMINISTRATOR);
    }
    let mut reasons = refusals(session, baseline.user, RoleChoice::Customized(roles));
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
    let choice = Draft {
        kind,
        ..draft.clone()
    }
    .choice();
    let mut reasons = refusals(session, baseline.user, choice);
    reasons.retain(|reason| reason.rule == Rule::LastGlobalAdministratorStays);
    reasons
}

/// For each role that is not chosen: what would be refused if it were, beyond what is already.
fn verdicts(
    session: &Session,
    baseline: &Baseline,
    draft: &Draft,
) -> BTreeMap<RoleTemplateId, Vec<Reason>> {
    let refused = |roles: BTreeSet<RoleTemplateId>| {
        refusals(session, baseline.user, RoleChoice::Customized(roles))
    };
    let already = refused(draft.roles.clone());
    let held = baseline.permanent_roles();
    let entra = offered(session.catalogue(), &held);
    classic()
        .map(Office365Role::template_id)
        .chain(entra.into_iter().map(|role| role.id))
        .filter(|id| !draft.roles.contains(id))
        .filter_map(|id| {
            let mut roles = draft.roles.clone();
            roles.insert(id);
            let mut reasons = refused(roles);
            reasons.retain(|reason| !already.contains(reason));
            (!reasons.is_empty()).then_some((id, reasons))
        })
        .collect()
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
