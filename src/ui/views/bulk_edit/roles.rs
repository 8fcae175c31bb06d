//! The roles that the picker offers for many, and which of them the tenant rules out for anybody.
//!
//! The policy is asked about one of the people, and only what would hold for everybody is kept;
//! what holds for some is what the dry run tells.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::Command;
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::office365::Office365Role;
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::UserId;
use crate::session::Session;
use crate::ui::views::role_editor::picker::{self, Group, GroupKey, Input, classic, offered};

/// What was worked out about the roles, kept until something changes.
#[derive(Debug, Default)]
pub struct Roles {
    judged: Option<(Key, Arc<Judged>)>,
    listed: Option<(ListKey, Arc<Vec<Group>>)>,
}

/// What the policy says whoever of the people it is about.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Why this actor gives and takes no role.
    pub locked: Vec<Reason>,
    /// Why a role can't be assigned to anybody.
    pub verdicts: BTreeMap<RoleTemplateId, Vec<Reason>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    actor: Option<UserId>,
    /// Roles begin and end: looked at once a minute.
    minute: i64,
    asked_about: Option<UserId>,
}

#[derive(Debug)]
struct ListKey {
    judged: Arc<Judged>,
    language: Language,
    query: String,
    chosen: BTreeSet<RoleTemplateId>,
}

/// The role that the details panel has a card of its own for, and the wizard has not.
const GLOBAL: RoleTemplateId = RoleTemplateId::GLOBAL_ADMINISTRATOR;

impl Roles {
    /// What the policy says; asked anew only when something changed.
    pub fn judged(&mut self, session: &Session, people: &[UserId]) -> Arc<Judged> {
        let tenant = session.tenant();
        let key = Key {
            revision: tenant.revision(),
            actor: session.actor().map(|actor| actor.id),
            minute: session.now().0.div_euclid(60),
            asked_about: people.iter().copied().find(|id| tenant.user(*id).is_some()),
        };
        if let Some((known, judged)) = &self.judged
            && *known == key
        {
            return Arc::clone(judged);
        }
        let judged = key.asked_about.map(|user| judge(session, user));
        let judged = Arc::new(judged.unwrap_or_default());
        self.judged = Some((key, Arc::clone(&judged)));
        judged
    }

    /// The rows of the picker; built anew only when something changed.
    pub fn groups(
        &mut self,
        catalogue: &RoleCatalogue,
        language: Language,
        query: &str,
        chosen: &BTreeSet<RoleTemplateId>,
        judged: &Arc<Judged>,
    ) -> Arc<Vec<Group>> {
        if let Some((known, groups)) = &self.listed
            && Arc::ptr_eq(&known.judged, judged)
            && known.language == language
            && known.query == query
            && known.chosen == *chosen
        {
            return Arc::clone(groups);
        }
        let groups = Arc::new(groups(catalogue, language, query, chosen, judged));
        let key = ListKey {
            judged: Arc::clone(judged),
            language,
            query: query.to_owned(),
            chosen: chosen.clone(),
        };
        self.listed = Some((key, Arc::clone(&groups)));
        groups
    }
}

/// The groups of the role editor, with Global administrator at the head of *Office 365 roles*.
pub fn groups(
    catalogue: &RoleCatalogue,
    language: Language,
    query: &str,
    chosen: &BTreeSet<RoleTemplateId>,
    judged: &Judged,
) -> Vec<Group> {
    let input = Input {
        language,
        query,
        chosen,
        held: &[GLOBAL].into(),
        verdicts: &judged.verdicts,
    };
    let mut groups = picker::rows(catalogue, &input);
    let place = |group: &Group| group.rows.iter().position(|row| row.id == GLOBAL);
    let first_is_classic = groups
        .first()
        .is_some_and(|group| group.key == GroupKey::Office365);
    if !first_is_classic {
        return groups;
    }
    let found = groups.iter_mut().find_map(|group| {
        let row = group.rows.remove(place(group)?);
        group.chosen -= usize::from(row.checked);
        Some(row)
    });
    if let (Some(mut row), Some(group)) = (found, groups.first_mut()) {
        if let Some(entry) = catalogue.office365_role(Office365Role::Global) {
            entry.name.get(language).clone_into(&mut row.name);
            row.description = Some(entry.description.get(language).to_owned());
        }
        group.chosen += usize::from(row.checked);
        group.rows.insert(0, row);
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn judge(session: &Session, user: UserId) -> Judged {
    let refusals = |role| {
        let assignment = RoleAssignment::permanent(Principal::User(user), role);
        let decision = session.decide(&Command::AssignRole(assignment));
        let decision = decision.unwrap_or_default();
        decision.refusals().to_vec()
    };
    let kept = |rules: &[Rule], mut reasons: Vec<Reason>| {
        reasons.retain(|reason| rules.contains(&reason.rule));
        reasons
    };
    let of_the_tenant = [
        Rule::WorkloadRoleNeedsService,
        Rule::BillingNeedsMicrosoftPurchase,
        Rule::RoleNotAssignable,
    ];
    let of_the_actor = [Rule::OnlyGlobalAdministratorsDelegate, Rule::DenyByDefault];
    // Of the two one is surely not held yet, so that it would be a change.
    let locked = [GLOBAL, RoleTemplateId::HELPDESK_ADMINISTRATOR]
        .into_iter()
        .map(|role| kept(&of_the_actor, refusals(role)))
        .find(|reasons| !reasons.is_empty())
        .unwrap_or_default();
    let entra = offered(session.catalogue(), &BTreeSet::new());
    let verdicts = classic()
        .map(Office365Role::template_id)
        .chain(entra.into_iter().map(|role| role.id))
        .filter_map(|role| {
            let reasons = kept(&of_the_tenant, refusals(role));
            (!reasons.is_empty()).then_some((role, reasons))
        })
        .collect();
    Judged { locked, verdicts }
}
