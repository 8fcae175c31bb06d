//! What the actor lacks to bring people in, told before it is tried. The gate is asked about
//! someone who does not exist; its answer is kept until the tenant or the actor changes.

use std::collections::BTreeSet;

use egui::Ui;
use uuid::Uuid;

use crate::domain::command::{Command, RoleChoice};
use crate::domain::decision::{Decision, Reason};
use crate::domain::role::RoleTemplateId;
use crate::domain::rule::Rule;
use crate::domain::upn::UserPrincipalName;
use crate::domain::user::{User, UserId};
use crate::t;
use crate::ui::rule_text::rule_texts;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};

/// What the actor lacks.
#[derive(Debug)]
pub struct Power {
    revision: u64,
    actor: Option<UserId>,
    /// Why nobody can be added at all.
    people: Vec<Reason>,
    /// Why nobody can be given a role.
    roles: Vec<Reason>,
}

/// Tells what is lacking, if anything is.
pub fn tell(ui: &mut Ui, cx: &ViewContext<'_>, power: &mut Option<Power>) {
    let revision = cx.session.tenant().revision();
    let actor = cx.session.actor().map(|actor| actor.id);
    let known = power
        .as_ref()
        .filter(|it| it.revision == revision && it.actor == actor);
    if known.is_none() {
        *power = Some(ask(cx, revision, actor));
    }
    let Some(power) = power else { return };
    let (title, reasons) = if !power.people.is_empty() {
        (t!(cx.texts, "import-may-not-add"), &power.people)
    } else if !power.roles.is_empty() {
        (t!(cx.texts, "import-may-not-assign"), &power.roles)
    } else {
        return;
    };
    let rules = rule_texts(cx.texts.language(), cx.session.catalogue(), reasons);
    notice::rules(ui, Tone::Locked, Some(&title), &rules);
}

fn ask(cx: &ViewContext<'_>, revision: u64, actor: Option<UserId>) -> Power {
    let mut power = Power {
        revision,
        actor,
        people: Vec::new(),
        roles: Vec::new(),
    };
    let domains = cx.session.tenant().domains().iter();
    let domain = domains.filter(|domain| domain.verified).map(|it| &it.name);
    // Nobody has a name as long as this.
    let local = "x".repeat(crate::domain::upn::LOCAL_MAX);
    let upn = domain
        .map(|domain| UserPrincipalName::parse(&format!("{local}@{domain}")))
        .find_map(Result::ok);
    let Some(upn) = upn else { return power };
    let user = User::new(UserId(Uuid::new_v4()), upn, "x");
    let choice = Command::SetRoleChoice {
        user: user.id,
        choice: RoleChoice::Customized(BTreeSet::from([RoleTemplateId::HELPDESK_ADMINISTRATOR])),
    };
    let add = Command::AddUser(Box::new(user));
    let refusals = |command: &Command| {
        let decision = cx.session.decide(command);
        decision.map_or_else(Vec::new, |it: Decision| it.refusals().to_vec())
    };
    power.people = refusals(&add);
    power.roles = refusals(&Command::Batch(vec![add, choice]));
    power.roles.retain(|reason| {
        matches!(
            reason.rule,
            Rule::OnlyGlobalAdministratorsDelegate | Rule::UserManagementLimit
        )
    });
    power
}
