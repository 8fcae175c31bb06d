//! What the rules say of the commands for the people who are chosen, kept until something changes
//! that they may look at.

use std::collections::BTreeSet;

use super::{ASKED_MAX, PEOPLE_MAX, people, reset_all, sign_in_all};
use crate::domain::apply::{Impossible, Refusal};
use crate::domain::command::{Command, RoleChoice};
use crate::domain::language::Language;
use crate::domain::rule::Rule;
use crate::domain::upn::UserPrincipalName;
use crate::domain::user::{SignIn, User, UserId};
use crate::session::ExecuteError;
use crate::t;
use crate::ui::refusal;
use crate::ui::user_index::Kind;
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::selection::Selection;

/// Allowed, or why not.
pub type Verdict = Result<(), String>;

/// What the rules say.
pub struct Verdicts {
    question: Question,
    pub add: Verdict,
    pub edit: Verdict,
    pub roles: Verdict,
    pub reset: Verdict,
    pub licences: Verdict,
    pub sign_in: Verdict,
    pub delete: Verdict,
    /// Whether the sign-in command blocks; it unblocks when all are blocked.
    pub blocks: bool,
}

/// What verdicts depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    stamp: u64,
    revision: u64,
    selection: u64,
    actor: Option<UserId>,
    open: Option<UserId>,
    language: Language,
    minute: i64,
}

impl Question {
    /// The question of this moment.
    pub fn of(cx: &ViewContext<'_>, selection: &Selection) -> Self {
        Self {
            stamp: cx.index.stamp(),
            revision: cx.session.tenant().revision(),
            selection: selection.revision(),
            actor: cx.session.actor().map(|actor| actor.id),
            open: cx.selected,
            language: cx.texts.language(),
            // Roles begin and end; nobody waits for a button longer than this.
            minute: cx.session.now().0.div_euclid(60),
        }
    }
}

impl Verdicts {
    /// Whether they answer this question.
    pub fn answer(&self, question: &Question) -> bool {
        self.question == *question
    }

    /// Asks the rules.
    pub fn of(question: Question, cx: &ViewContext<'_>, selection: &Selection) -> Self {
        let count = match selection.count() {
            0 => usize::from(cx.selected.is_some()),
            checked => checked,
        };
        let people = people(cx, selection, ASKED_MAX + 1);
        let blocks = if selection.count() > 0 {
            selection.rows().any(|row| !cx.index.is(row, Kind::Blocked))
        } else {
            people.iter().all(|user| user.sign_in == SignIn::Allowed)
        };
        let someone = match count {
            0 => Err(t!(cx.texts, "user-choose-first")),
            _ => Ok(()),
        };
        let number = match count {
            0..=PEOPLE_MAX => someone.clone(),
            _ => Err(t!(cx.texts, "user-choose-fewer", count = PEOPLE_MAX)),
        };
        let judged = |command: &dyn Fn(&[&User]) -> Command| {
            number.clone()?;
            if count > ASKED_MAX {
                return Ok(());
            }
            judge(cx, &command(&people))
        };
        let one = |judge: &dyn Fn(&User) -> Verdict| {
            someone.clone()?;
            match people.as_slice() {
                [user] => judge(user),
                _ => Err(t!(cx.texts, "user-choose-one")),
            }
        };
        Self {
            question,
            add: may_add(cx),
            roles: one(&|user| may_delegate(cx, user)),
            licences: one(&|user| may_license(cx, user)),
            reset: judged(&reset_all),
            sign_in: judged(&|people| sign_in_all(people, blocks)),
            delete: someone.clone().and_then(|()| {
                if count > ASKED_MAX {
                    return Ok(());
                }
                // Of many, each is deleted who may be.
                let mut verdicts = people.iter().map(|user| may_delete(cx, user));
                let first = verdicts.next().unwrap_or(Ok(()));
                if verdicts.any(|verdict| verdict.is_ok()) {
                    return Ok(());
                }
                first
            }),
            edit: someone,
            blocks,
        }
    }
}

fn judge(cx: &ViewContext<'_>, command: &Command) -> Verdict {
    let error = match cx.session.decide(command) {
        Some(decision) if decision.is_allowed() => return Ok(()),
        Some(decision) => ExecuteError::Refused(Refusal::Policy(decision)),
        None => ExecuteError::NotSignedIn,
    };
    Err(refusal::explain(cx.texts, cx.session.catalogue(), &error))
}

/// Whether the actor gives and takes roles at all (R1). What else may stand in the way of one
/// role depends on the role, and is told where it is chosen.
fn may_delegate(cx: &ViewContext<'_>, user: &User) -> Verdict {
    for choice in [RoleChoice::GlobalAdministrator, RoleChoice::NoAdminAccess] {
        let command = Command::SetRoleChoice {
            user: user.id,
            choice,
        };
        let decision = cx.session.decide(&command);
        if decision.is_none_or(|no| no.refused_by(Rule::OnlyGlobalAdministratorsDelegate)) {
            return judge(cx, &command);
        }
    }
    Ok(())
}

/// Whether the actor adds people at all, asked with someone nobody typed.
fn may_add(cx: &ViewContext<'_>) -> Verdict {
    let id = UserId(uuid::Uuid::nil());
    let verified = cx.session.tenant().domains().iter();
    let domain = verified.filter(|it| it.verified).map(|it| &it.name).next();
    let upn = domain.and_then(|name| UserPrincipalName::parse(&format!("_@{name}")).ok());
    let Some(upn) = upn else { return Ok(()) };
    let command = Command::AddUser(Box::new(User::new(id, upn, "?")));
    match cx.session.decide(&command) {
        // The form tells what is wrong with a name.
        Some(no)
            if no
                .refusals()
                .iter()
                .all(|no| no.rule == Rule::UserPrincipalNameRules) =>
        {
            Ok(())
        }
        _ => judge(cx, &command),
    }
}

/// Whether the actor gives and takes seats, asked with seats nobody chose.
fn may_license(cx: &ViewContext<'_>, user: &User) -> Verdict {
    let mut licences: BTreeSet<_> = user.licences.iter().copied().collect();
    if let Some(sold) = cx.session.tenant().subscriptions().first()
        && !licences.remove(&sold.id)
    {
        licences.insert(sold.id);
    }
    let user = user.id;
    judge(cx, &Command::SetLicences { user, licences })
}

fn may_delete(cx: &ViewContext<'_>, user: &User) -> Verdict {
    if cx.session.actor().is_some_and(|actor| actor.id == user.id) {
        return Err(refusal::impossible(cx.texts, &Impossible::OwnAccount));
    }
    judge(cx, &Command::DeleteUser(user.id))
}
