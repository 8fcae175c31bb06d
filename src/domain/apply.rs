//! The one gate: decides, then changes the tenant and notes it in the history.
//!
//! A Command is carried out whole or not at all. What comes back is its inverse, which is a
//! Command like any other and goes through the same gate when someone undoes.

mod change;
mod found;
mod profile;

use std::collections::BTreeSet;

use self::change::{
    edit_contact, edit_profile, held_by, require_new_password, set_assignments, set_sign_in,
};
pub use self::found::{Founding, found};
use super::audit::{AuditEntry, AuditItem, AuditOrigin};
use super::command::Command;
use super::decision::{Decision, Reason};
use super::delegation::{Context, decide};
use super::role::Principal;
use super::rule::Rule;
use super::tenant::Tenant;
use super::tenant_builder::InvariantError;
use super::user::UserId;

/// What the actor says along with a Command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assent {
    /// Why; a Command that asks for a confirmation is refused without it.
    pub reason: Option<Box<str>>,
    /// Whether this is done for itself, or by going through the history. What goes through the
    /// history changes exactly what the entry did, back or again, or is not done.
    pub origin: AuditOrigin,
    /// Whether the reason of a step through the history was given for that step, and not
    /// carried along from the change it goes back to.
    pub renewed: bool,
}

impl Assent {
    /// Confirms, with a reason.
    pub fn because(reason: impl Into<Box<str>>) -> Self {
        Self {
            reason: Some(reason.into()),
            ..Self::default()
        }
    }

    /// The reason, unless it says nothing.
    fn said(&self) -> Option<&str> {
        (self.reason.as_deref()).filter(|reason| !reason.trim().is_empty())
    }

    fn confirms(&self, decision: &Decision) -> bool {
        if self.origin == AuditOrigin::Direct || self.renewed {
            return self.said().is_some();
        }
        // Going back to a state that was confirmed once carries its confirmation along, but not
        // to give up one's own role: that was not confirmed by the one who gives it up now.
        let gives_up = |asked: &Reason| asked.rule == Rule::OwnGlobalAdministratorRole;
        !decision.confirmations().iter().any(gives_up)
    }
}

/// What a Command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The Command that takes it back.
    pub inverse: Command,
    /// The number of the history's entry; none when nothing changed.
    pub entry: Option<u32>,
    /// The people whose rows changed.
    pub touched: Vec<UserId>,
}

/// Why a Command was not carried out. The tenant is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A rule says no.
    Policy(Decision),
    /// It must be confirmed with a reason first.
    NeedsReason(Decision),
    /// It speaks of something that is not there or can't be.
    Impossible(Impossible),
}

/// What can't be done, whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Impossible {
    /// The principal holds that role already, in that scope and kind.
    #[error("the role is already assigned")]
    AlreadyAssigned,
    /// The principal does not hold that role.
    #[error("the role is not assigned")]
    NotAssigned,
    /// It is said to undo or redo an entry of the history, and would change something else.
    #[error("this is not what entry {0} of the history changed")]
    OtherChange(u32),
    /// The assignments are of someone else than they are set for.
    #[error("the role assignments are of another principal")]
    OtherPrincipal,
    /// A text is longer than the directory takes.
    #[error("`{0}` is too long: at most 256 characters")]
    TextTooLong(Box<str>),
    /// A usage location that is not a country.
    #[error("`{0}` is not a usage location: expected a country as two capitals, such as NL")]
    UsageLocation(Box<str>),
    /// It would break the tenant.
    #[error(transparent)]
    Invariant(#[from] InvariantError),
}

/// Runs `command` as `actor`: all of it, or nothing and a [`Refusal`].
pub fn apply(
    context: &Context<'_>,
    tenant: &mut Tenant,
    actor: UserId,
    command: &Command,
    assent: &Assent,
) -> Result<Applied, Refusal> {
    let mut done = Done::default();
    let outcome = run(context, tenant, actor, command, assent, &mut done)
        .and_then(|()| keeps_to_history(tenant, assent.origin, &done.items));
    if let Err(refusal) = outcome {
        roll_back(tenant, &done);
        return Err(refusal);
    }
    done.inverses.reverse();
    let inverse = match done.inverses.len() {
        1 => done.inverses.remove(0),
        _ => Command::Batch(done.inverses),
    };
    done.touched.sort_unstable();
    done.touched.dedup();
    let entry = (!done.items.is_empty()).then(|| {
        let number = u32::try_from(tenant.audit().len() + 1).unwrap_or(u32::MAX);
        tenant.revision += 1;
        tenant.append_audit(AuditEntry {
            number,
            at: context.now,
            actor,
            reason: assent.said().map(Into::into),
            origin: assent.origin,
            items: done.items,
        });
        number
    });
    Ok(Applied {
        inverse,
        entry,
        touched: done.touched,
    })
}

/// What was carried out so far.
#[derive(Default)]
struct Done {
    inverses: Vec<Command>,
    items: Vec<AuditItem>,
    touched: Vec<UserId>,
}

fn run(
    context: &Context<'_>,
    tenant: &mut Tenant,
    actor: UserId,
    command: &Command,
    assent: &Assent,
    done: &mut Done,
) -> Result<(), Refusal> {
    if let Command::Batch(commands) = command {
        return commands
            .iter()
            .try_for_each(|command| run(context, tenant, actor, command, assent, done));
    }
    let decision = decide(context, tenant, actor, command);
    if !decision.is_allowed() {
        return Err(Refusal::Policy(decision));
    }
    if !decision.confirmations().is_empty() && !assent.confirms(&decision) {
        return Err(Refusal::NeedsReason(decision));
    }
    // What was there may be odd, and can be gone back to all the same.
    if let Command::EditProfile { user, profile } = command
        && assent.origin == AuditOrigin::Direct
    {
        profile::check(tenant, *user, profile).map_err(Refusal::Impossible)?;
    }
    carry_out(tenant, command, done).map_err(Refusal::Impossible)
}

/// Going through the history asks for no new reason and leaves odd texts alone, because all of
/// it was there before: so it must be that, and nothing else under its name.
fn keeps_to_history(
    tenant: &Tenant,
    origin: AuditOrigin,
    items: &[AuditItem],
) -> Result<(), Refusal> {
    let number = match origin {
        AuditOrigin::Direct => return Ok(()),
        AuditOrigin::Undo(number) | AuditOrigin::Redo(number) => number,
    };
    let expected = tenant.audit_entry(number).and_then(|entry| match origin {
        AuditOrigin::Undo(_) => entry.items.iter().map(AuditItem::undone).collect(),
        AuditOrigin::Direct | AuditOrigin::Redo(_) => Some(entry.items.clone()),
    });
    let sorted = |mut items: Vec<AuditItem>| {
        items.sort_unstable();
        items
    };
    if expected.map(sorted) == Some(sorted(items.to_vec())) {
        Ok(())
    } else {
        Err(Refusal::Impossible(Impossible::OtherChange(number)))
    }
}

/// Puts everything back. The inverses restore what was there, so none of them can fail.
fn roll_back(tenant: &mut Tenant, done: &Done) {
    for inverse in done.inverses.iter().rev() {
        let undone = carry_out(tenant, inverse, &mut Done::default());
        debug_assert!(undone.is_ok(), "an inverse restores what was there");
    }
}

/// Changes the tenant without asking whether it may.
fn carry_out(tenant: &mut Tenant, command: &Command, done: &mut Done) -> Result<(), Impossible> {
    match command {
        Command::AssignRole(assignment) => {
            let principal = assignment.principal;
            if tenant.assignments().find(assignment).is_some() {
                return Err(Impossible::AlreadyAssigned);
            }
            let mut after: BTreeSet<_> = held_by(tenant, principal);
            after.insert(*assignment);
            set_assignments(tenant, principal, &after, done)
        }
        Command::RevokeRole(assignment) => {
            let principal = assignment.principal;
            if tenant.assignments().find(assignment).is_none() {
                return Err(Impossible::NotAssigned);
            }
            let mut after = held_by(tenant, principal);
            after.retain(|held| !held.same_slot(assignment));
            set_assignments(tenant, principal, &after, done)
        }
        Command::SetAssignments {
            principal,
            assignments,
        } => set_assignments(tenant, *principal, assignments, done),
        Command::SetRoleChoice { user, choice } => {
            let principal = Principal::User(*user);
            let after = choice.assignments(principal, tenant.assignments().of(principal));
            set_assignments(tenant, principal, &after, done)
        }
        Command::EditContact { user, contact } => edit_contact(tenant, *user, contact, done),
        Command::EditProfile { user, profile } => edit_profile(tenant, *user, profile, done),
        Command::SetSignIn { user, sign_in } => set_sign_in(tenant, *user, *sign_in, done),
        Command::ResetPassword(user) => require_new_password(tenant, *user, true, done),
        Command::WithdrawPasswordReset(user) => require_new_password(tenant, *user, false, done),
        Command::Batch(commands) => commands
            .iter()
            .try_for_each(|command| carry_out(tenant, command, done)),
    }
}
