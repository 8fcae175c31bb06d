//! The policy as a table: who may do what to whom, one row a case.
//!
//! Every expected value is written by hand from the rules, or read from the published tables;
//! none is worked out by the code under test. [`check`] runs each row through `decide` and
//! through the gate and reports every row that differs, in words.

mod accounts;
mod actors;
mod confirming;
mod delegated;
mod eight_roles;
mod last_global;
mod passwords;
mod people;
mod published;
mod roles;
mod scoped_accounts;
mod scopes;
mod sensitive;
mod service;
mod texts;
mod things;
mod unassignable;

use std::collections::BTreeSet;
use std::fmt;

use mandate::domain::apply::{Assent, Refusal, apply};
use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::decision::Reason;
use mandate::domain::delegation::decide;
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::user::SignIn;

use crate::support::{Fixture, PHONE, contact, context, given, id, named};

/// A case: in this tenant, this person asks this.
pub struct Row {
    what: String,
    fixture: Fixture,
    actor: &'static str,
    command: Command,
    verdict: Verdict,
}

/// The answer, by the numbers of the rules that speak.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    refused: BTreeSet<u8>,
    confirm: BTreeSet<u8>,
    warn: BTreeSet<u8>,
    idle: bool,
}

/// It is done.
pub fn allowed() -> Verdict {
    Verdict::default()
}

/// It may be asked, and changes nothing.
pub fn nothing_to_do() -> Verdict {
    Verdict {
        idle: true,
        ..allowed()
    }
}

/// It is done once confirmed with a reason.
pub fn confirm(rules: &[u8]) -> Verdict {
    Verdict {
        confirm: rules.iter().copied().collect(),
        ..allowed()
    }
}

/// It is done, with a warning.
pub fn warn(rules: &[u8]) -> Verdict {
    allowed().and_warns(rules)
}

/// It is not done.
pub fn refused(rules: &[u8]) -> Verdict {
    Verdict {
        refused: rules.iter().copied().collect(),
        ..allowed()
    }
}

impl Verdict {
    pub fn and_warns(mut self, rules: &[u8]) -> Self {
        self.warn = rules.iter().copied().collect();
        self
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.refused.is_empty() {
            return write!(f, "refused by {:?}", self.refused);
        }
        write!(f, "allowed")?;
        if !self.confirm.is_empty() {
            write!(f, ", to confirm {:?}", self.confirm)?;
        }
        if !self.warn.is_empty() {
            write!(f, ", warned by {:?}", self.warn)?;
        }
        Ok(())
    }
}

/// A row of a table.
pub fn row(
    what: impl Into<String>,
    fixture: &Fixture,
    actor: &'static str,
    command: Command,
    verdict: Verdict,
) -> Row {
    Row {
        what: what.into(),
        fixture: fixture.clone(),
        actor,
        command,
        verdict,
    }
}

/// Runs every row and reports all that differ.
#[track_caller]
pub fn check(rows: impl IntoIterator<Item = Row>) {
    let wrong: Vec<String> = rows.into_iter().filter_map(|row| run(&row).err()).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn run(row: &Row) -> Result<(), String> {
    let tenant = row.fixture.build();
    let decision = decide(&context(), &tenant, id(row.actor), &row.command);
    let found = Verdict {
        refused: numbers(decision.refusals()),
        confirm: numbers(decision.confirmations()),
        warn: numbers(decision.warnings()),
        idle: row.verdict.idle,
    };
    let expected = &row.verdict;
    let differs = if expected.refused.is_empty() {
        found != *expected
    } else {
        found.refused != expected.refused
    };
    if differs {
        return Err(format!("{}: expected {expected}, found {found}", row.what));
    }
    let gate = |assent: &Assent| {
        let mut after = tenant.clone();
        let outcome = apply(&context(), &mut after, id(row.actor), &row.command, assent);
        if outcome.is_err() && !(after.same_state(&tenant) && after.revision() == tenant.revision())
        {
            return Err(format!("{}: refused, and yet something changed", row.what));
        }
        Ok(outcome)
    };
    let because = gate(&Assent::because("it is needed"))?;
    if !expected.refused.is_empty() {
        return match because {
            Err(Refusal::Policy(stated)) if stated == decision => Ok(()),
            // A batch stops at the first part that is refused.
            Err(Refusal::Policy(stated))
                if matches!(row.command, Command::Batch(_))
                    && numbers(stated.refusals()).is_subset(&expected.refused) =>
            {
                Ok(())
            }
            other => Err(format!("{}: the gate says {other:?}", row.what)),
        };
    }
    match because {
        Ok(applied) if applied.entry.is_none() == expected.idle => {}
        other => return Err(format!("{}: with a reason, {other:?}", row.what)),
    }
    let must_confirm = !expected.confirm.is_empty();
    for (said, assent) in [
        ("no", Assent::default()),
        ("an empty", Assent::because("")),
        ("a blank", Assent::because(" \t\n\u{a0}")),
    ] {
        let outcome = gate(&assent)?;
        let asked = matches!(outcome, Err(Refusal::NeedsReason(_)));
        if asked != must_confirm || (!must_confirm && outcome.is_err()) {
            return Err(format!("{}: with {said} reason, {outcome:?}", row.what));
        }
    }
    Ok(())
}

fn numbers(reasons: &[Reason]) -> BTreeSet<u8> {
    reasons.iter().map(|reason| reason.rule.number()).collect()
}

// The Commands, in the words of the tables.

pub fn assign(name: &str, role: RoleTemplateId) -> Command {
    Command::AssignRole(given(name, role))
}

pub fn revoke(name: &str, role: RoleTemplateId) -> Command {
    Command::RevokeRole(given(name, role))
}

pub fn set(name: &str, assignments: &[RoleAssignment]) -> Command {
    Command::SetAssignments {
        principal: Principal::User(id(name)),
        assignments: assignments.iter().copied().collect(),
    }
}

pub fn choose(name: &str, choice: RoleChoice) -> Command {
    Command::SetRoleChoice {
        user: id(name),
        choice,
    }
}

pub fn customized(name: &str, roles: &[RoleTemplateId]) -> Command {
    choose(
        name,
        RoleChoice::Customized(roles.iter().copied().collect()),
    )
}

pub fn reach(name: &str, email: Option<&str>, phone: Option<&str>) -> Command {
    Command::EditContact {
        user: id(name),
        contact: contact(email, phone),
    }
}

/// Changes the alternate address and leaves the phone.
pub fn email(name: &str, address: &str) -> Command {
    reach(name, Some(address), Some(PHONE))
}

/// Changes the phone and leaves the address.
pub fn phone(name: &str, number: &str) -> Command {
    reach(name, Some(&format!("{name}@example.org")), Some(number))
}

pub fn rename(name: &str, display_name: &str) -> Command {
    Command::EditProfile {
        user: id(name),
        profile: named(display_name),
    }
}

pub fn block(name: &str) -> Command {
    Command::SetSignIn {
        user: id(name),
        sign_in: SignIn::Blocked,
    }
}

pub fn unblock(name: &str) -> Command {
    Command::SetSignIn {
        user: id(name),
        sign_in: SignIn::Allowed,
    }
}

pub fn reset(name: &str) -> Command {
    Command::ResetPassword(id(name))
}

/// A cell of a table written as text: `yes`, or the numbers of the rules that refuse.
pub fn cell(text: &str) -> Verdict {
    if text == "yes" {
        return allowed();
    }
    let rules = text
        .split('+')
        .map(|number| number.parse().expect("a rule"));
    refused(&rules.collect::<Vec<u8>>())
}
