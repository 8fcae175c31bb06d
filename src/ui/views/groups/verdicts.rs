//! What the rules say about the buttons of this view, kept until something changes that they
//! may look at.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::rows::Subject;
use crate::domain::apply::Refusal;
use crate::domain::command::Command;
use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::language::Language;
use crate::domain::role::{
    AdministrativeUnitId, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::user::UserId;
use crate::session::ExecuteError;
use crate::ui::refusal;
use crate::ui::view_context::ViewContext;

/// Nobody's group. What refuses a role does not depend on who is in the group, and asking about
/// each of a hundred thousand people for every role would take seconds.
pub const NOBODYS: GroupId = GroupId(Uuid::nil());

/// A button: it may be used, or why it may not.
pub type Verdict = Result<(), String>;

/// All of them.
#[derive(Clone, Debug)]
pub struct Verdicts {
    question: Question,
    /// Adding an ordinary group.
    pub add_group: Verdict,
    /// Adding a role-assignable one.
    pub add_role_assignable: Verdict,
    /// Adding a unit.
    pub add_unit: Verdict,
    /// Renaming what is open.
    pub rename: Verdict,
    /// Deleting what is open.
    pub delete: Verdict,
    /// Adding and removing members.
    pub members: Verdict,
    /// Adding and removing owners.
    pub owners: Verdict,
    /// Giving and revoking roles.
    pub roles: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    revision: u64,
    actor: Option<UserId>,
    open: Option<Subject>,
    language: Language,
    minute: i64,
}

impl Verdicts {
    /// Those of now: `kept`, as long as it holds.
    pub fn now(cx: &ViewContext<'_>, open: Option<Subject>, kept: &mut Option<Self>) -> Self {
        let question = Question {
            revision: cx.session.tenant().revision(),
            actor: cx.session.actor().map(|actor| actor.id),
            open,
            language: cx.texts.language(),
            // Roles begin and end; nobody waits for a button longer than this.
            minute: cx.session.now().0.div_euclid(60),
        };
        match kept {
            Some(known) if known.question == question => known.clone(),
            _ => {
                let verdicts = Self::of(cx, question);
                *kept = Some(verdicts.clone());
                verdicts
            }
        }
    }

    fn of(cx: &ViewContext<'_>, question: Question) -> Self {
        let open = question.open;
        let add = |role_assignable| {
            let group = new_group(NOBODYS, "?", role_assignable);
            judge(cx, &Command::AddGroup(Box::new(group)))
        };
        let unit = new_unit(AdministrativeUnitId(Uuid::nil()), "?", false);
        let about = |command: &dyn Fn(Subject) -> Command| match open {
            Some(subject) => judge(cx, &command(subject)),
            None => Ok(()),
        };
        Self {
            add_group: add(false),
            add_role_assignable: add(true),
            add_unit: judge(cx, &Command::AddUnit(Box::new(unit))),
            rename: about(&|subject| rename(subject, "?")),
            delete: about(&delete),
            members: membership(
                cx,
                open.map(|subject| match subject {
                    Subject::Group(id) => MemberSet::Members(id),
                    Subject::Unit(id) => MemberSet::Unit(id),
                }),
            ),
            owners: membership(
                cx,
                open.and_then(|subject| match subject {
                    Subject::Group(id) => Some(MemberSet::Owners(id)),
                    Subject::Unit(_) => None,
                }),
            ),
            roles: judge(cx, &some_role()),
            question,
        }
    }
}

/// A group without anybody in it.
pub fn new_group(id: GroupId, name: &str, role_assignable: bool) -> Group {
    Group {
        id,
        name: name.into(),
        role_assignable,
        members: BTreeSet::new(),
        owners: BTreeSet::new(),
    }
}

/// A unit without anybody in it.
pub fn new_unit(id: AdministrativeUnitId, name: &str, restricted: bool) -> AdministrativeUnit {
    AdministrativeUnit {
        id,
        name: name.into(),
        restricted,
        members: BTreeSet::new(),
    }
}

/// The Command that gives `subject` another name.
pub fn rename(subject: Subject, name: &str) -> Command {
    let name = name.into();
    match subject {
        Subject::Group(group) => Command::RenameGroup { group, name },
        Subject::Unit(unit) => Command::RenameUnit { unit, name },
    }
}

/// The Command that deletes `subject`.
pub fn delete(subject: Subject) -> Command {
    match subject {
        Subject::Group(id) => Command::DeleteGroup(id),
        Subject::Unit(id) => Command::DeleteUnit(id),
    }
}

/// Whether a Command may be run, or in words why not.
pub fn judge(cx: &ViewContext<'_>, command: &Command) -> Verdict {
    let error = match cx.session.decide(command) {
        Some(decision) if decision.is_allowed() => return Ok(()),
        Some(decision) => ExecuteError::Refused(Refusal::Policy(decision)),
        None => ExecuteError::NotSignedIn,
    };
    Err(refusal::explain(cx.texts, cx.session.catalogue(), &error))
}

/// Asks about the actor, who is somebody: who may be put in or taken out is the same for all.
fn membership(cx: &ViewContext<'_>, set: Option<MemberSet>) -> Verdict {
    let (Some(set), Some(actor)) = (set, cx.session.actor()) else {
        return Ok(());
    };
    let people = cx.session.tenant().member_set(set);
    let included = people.is_some_and(|people| !people.contains(&actor.id));
    let command = Command::SetMembership {
        set,
        user: actor.id,
        included,
    };
    judge(cx, &command)
}

/// Giving a role that no rule of its own stands in the way of.
fn some_role() -> Command {
    let principal = Principal::Group(NOBODYS);
    let role = RoleTemplateId::HELPDESK_ADMINISTRATOR;
    Command::SetAssignments {
        principal,
        assignments: [RoleAssignment::permanent(principal, role)].into(),
    }
}
