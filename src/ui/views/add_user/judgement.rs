//! What the policy says about someone new, and where in the form it belongs.
//!
//! Worked out when something changed and looked up while drawing: [`Key`] tells when. Every
//! answer comes from the session's `decide`; nothing is decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Access, Asked, Draft};
use crate::domain::command::{Command, RoleChoice};
use crate::domain::decision::{About, Decision, Reason};
use crate::domain::effective::{DerivedRole, Difference, derived_roles, difference};
use crate::domain::office365::{Office365Permission, Office365Role};
use crate::domain::role::{RoleActions, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::UserId;
use crate::session::Session;
use crate::ui::seats::{self, Seat};
use crate::ui::views::role_editor::picker::{classic, offered};

/// What a judgement depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    revision: u64,
    actor: Option<UserId>,
    /// The actor's roles begin and end: looked at once a minute.
    minute: i64,
    draft: Draft,
    id: UserId,
}

impl Key {
    /// The key of this moment.
    pub fn of(session: &Session, draft: &Draft, id: UserId) -> Self {
        Self {
            revision: session.tenant().revision(),
            actor: session.actor().map(|actor| actor.id),
            minute: session.now().0.div_euclid(60),
            draft: draft.clone(),
            id,
        }
    }
}

/// What the policy says.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// What the fields ask for.
    pub asked: Asked,
    /// What the policy says about that.
    pub decision: Decision,
    /// The subscriptions, with the seats that are left.
    pub seats: Vec<Seat>,
    /// Why roles that are not chosen can't be.
    pub verdicts: BTreeMap<RoleTemplateId, Vec<Reason>>,
    /// What the role choice gives.
    pub given: Given,
}

/// What a role choice gives to someone who had nothing.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The roles.
    pub roles: Vec<RoleTemplateId>,
    /// Permissions and actions.
    pub difference: Difference,
    /// Roles in services that come along.
    pub services: Vec<DerivedRole>,
    /// Roles among them whose actions are unknown.
    pub unknown: Vec<RoleTemplateId>,
}

/// The part of the form that a refusal speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// All of it: this actor adds nobody.
    Form,
    /// The user name.
    UserName,
    /// The alternate e-mail address.
    Email,
    /// The mobile phone.
    Phone,
    /// The licences.
    Licences,
    /// The cards and the picker.
    Roles,
    /// Delegated administration.
    Delegation,
}

impl Place {
    /// Where a refusal belongs.
    pub fn of(reason: &Reason) -> Self {
        match reason.rule {
            Rule::UserPrincipalNameRules => Self::UserName,
            Rule::AlternateEmailOutsideTenant => Self::Email,
            Rule::PhoneWithCountryCode => Self::Phone,
            Rule::DelegatedAdministrationIsForPartners => Self::Delegation,
            Rule::DenyByDefault => match reason.about {
                About::Permission(Office365Permission::ManageUserLicenses) => Self::Licences,
                _ => Self::Form,
            },
            Rule::SharePointAndSkypeViewOnly | Rule::MasteredOnPremises => Self::Form,
            _ => Self::Roles,
        }
    }
}

impl Judgement {
    /// What is refused at `place`.
    pub fn refusals(&self, place: Place) -> impl Iterator<Item = &Reason> {
        let refusals = self.decision.refusals().iter();
        refusals.filter(move |reason| Place::of(reason) == place)
    }

    /// Whether a seat is asked for of which there is none.
    pub fn lacks_seat(&self, draft: &Draft) -> bool {
        let mut seats = self.seats.iter();
        seats.any(|seat| draft.licences.contains(&seat.id) && !seat.is_free())
    }
}

/// Asks the policy everything the form shows.
pub fn judge(session: &Session, draft: &Draft, id: UserId) -> Judgement {
    let tenant = session.tenant();
    let asked = draft.asked(tenant, id);
    let ask = |command: &Command| session.decide(command).unwrap_or_default();
    let decision = asked.so_far.as_ref().map(ask).unwrap_or_default();
    Judgement {
        decision,
        seats: seats::rows(tenant, &BTreeSet::new()),
        verdicts: match draft.access {
            Access::Customized => verdicts(session, draft, id),
            Access::User | Access::Global => BTreeMap::new(),
        },
        given: given(session, draft.given()),
        asked,
    }
}

/// For each role that is not chosen: what would be refused if it were, beyond what is already.
fn verdicts(
    session: &Session,
    draft: &Draft,
    user: UserId,
) -> BTreeMap<RoleTemplateId, Vec<Reason>> {
    let refused = |roles: BTreeSet<RoleTemplateId>| {
        let choice = RoleChoice::Customized(roles);
        let decision = session.decide(&Command::SetRoleChoice { user, choice });
        decision.map_or_else(Vec::new, |decision| decision.refusals().to_vec())
    };
    let already = refused(draft.roles.clone());
    let entra = offered(session.catalogue(), &BTreeSet::new());
    classic()
        .map(Office365Role::template_id)
        .chain(entra.into_iter().map(|role| role.id))
        .filter(|role| !draft.roles.contains(role))
        .filter_map(|role| {
            let mut roles = draft.roles.clone();
            roles.insert(role);
            let mut reasons = refused(roles);
            reasons.retain(|reason| {
                let of_the_actor = reason.rule == Rule::OnlyGlobalAdministratorsDelegate;
                !of_the_actor && !already.contains(reason)
            });
            (!reasons.is_empty()).then_some((role, reasons))
        })
        .collect()
}

fn given(session: &Session, roles: Vec<RoleTemplateId>) -> Given {
    let catalogue = session.catalogue();
    let unknown = |role: &RoleTemplateId| {
        let definition = catalogue.role(*role);
        definition.is_none_or(|role| role.actions == RoleActions::Unknown)
    };
    Given {
        difference: difference(catalogue, &[], &roles),
        services: derived_roles(catalogue, &roles),
        unknown: roles.iter().copied().filter(unknown).collect(),
        roles,
    }
}
