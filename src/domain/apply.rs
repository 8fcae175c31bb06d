//! The one gate: decides, then changes the tenant and notes it in the history.
//!
//! A Command is carried out whole or not at all. What comes back is its inverse, which is a
//! Command like any other and goes through the same gate when someone undoes.

mod accounts;
mod change;
mod found;
mod groups;
mod impossible;
mod many;
mod notes;
mod organization;
mod profile;
mod settings;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::change::{
    edit_contact, edit_profile, held_by, require_new_password, set_assignments, set_sign_in,
};
pub use self::found::{Founding, found};
pub use self::impossible::Impossible;
pub use self::many::{Many, Rehearsal, Verdict, apply_each, rehearse};
pub use self::settings::DESCRIPTION_MAX;
use super::audit::{AuditEntry, AuditItem, AuditOrigin};
use super::command::Command;
use super::decision::{About, Decision, Reason};
use super::delegation::{Context, decide};
use super::role::Principal;
use super::rule::Rule;
use super::tenant::Tenant;
use super::time::Timestamp;
use super::user::UserId;

/// What the actor says along with a Command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assent {
    /// Why; a Command that asks for a confirmation is refused without it.
    pub reason: Option<Box<str>>,
    /// The ticket it is done for, if one is named.
    pub ticket: Option<Box<str>>,
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
        said(self.reason.as_deref())
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
    /// The Command that takes it back. Shared, since it can be as large as the change.
    pub inverse: Arc<Command>,
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

/// Runs `command` as `actor`: all of it, or nothing and a [`Refusal`].
pub fn apply(
    context: &Context<'_>,
    tenant: &mut Tenant,
    actor: UserId,
    command: &Command,
    assent: &Assent,
) -> Result<Applied, Refusal> {
    let mut done = Done::at(context.now);
    let outcome = run(context, tenant, actor, command, assent, &mut done)
        .and_then(|()| keeps_to_history(tenant, assent.origin, &done.items));
    if let Err(refusal) = outcome {
        roll_back(tenant, &done);
        return Err(refusal);
    }
    Ok(conclude(tenant, actor, assent, done))
}

/// Notes in the history what was done, and makes the Command that takes it back.
fn conclude(tenant: &mut Tenant, actor: UserId, assent: &Assent, mut done: Done) -> Applied {
    done.inverses.reverse();
    // Both are kept as long as the tenant is open.
    done.inverses.shrink_to_fit();
    done.items.shrink_to_fit();
    let inverse = match done.inverses.len() {
        1 => done.inverses.remove(0),
        _ => Command::Batch(done.inverses),
    };
    done.touched.sort_unstable();
    done.touched.dedup();
    let entry = (!done.items.is_empty()).then(|| {
        let number = u32::try_from(tenant.audit().len() + 1).unwrap_or(u32::MAX);
        tenant.revision += 1;
        tenant.chain_audit(AuditEntry {
            number,
            at: done.now,
            actor,
            reason: assent.said().map(Into::into),
            ticket: said(assent.ticket.as_deref()).map(Into::into),
            origin: assent.origin,
            items: done.items,
            hash: None,
        });
        number
    });
    Applied {
        inverse: Arc::new(inverse),
        entry,
        touched: done.touched,
    }
}

/// A text, unless it says nothing.
fn said(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// What was carried out so far.
struct Done {
    now: Timestamp,
    inverses: Vec<Command>,
    items: Vec<AuditItem>,
    touched: Vec<UserId>,
    /// What the policy remarked, for a caller that wants to hear it.
    remarks: Option<Decision>,
}

impl Done {
    const fn at(now: Timestamp) -> Self {
        Self {
            now,
            inverses: Vec::new(),
            items: Vec::new(),
            touched: Vec::new(),
            remarks: None,
        }
    }
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
    if !decision.is_allowed() && !was_there_before(assent.origin, command, &decision) {
        return Err(Refusal::Policy(decision));
    }
    if !decision.confirmations().is_empty() && !assent.confirms(&decision) {
        return Err(Refusal::NeedsReason(decision));
    }
    takes_own_account(tenant, actor, command).map_err(Refusal::Impossible)?;
    // What was there may be odd, and can be gone back to all the same.
    if assent.origin == AuditOrigin::Direct {
        check_new(context, tenant, command).map_err(Refusal::Impossible)?;
    }
    if let Some(remarks) = &mut done.remarks {
        remarks.absorb(decision);
    }
    carry_out(tenant, command, done).map_err(Refusal::Impossible)
}

/// Whether going through the history leads back to something that only could not be new: a role
/// whose service was given up meanwhile, one that an import brought, or an action of a custom role
/// that no list has. Who may not do it at all may not undo it either.
fn was_there_before(origin: AuditOrigin, command: &Command, decision: &Decision) -> bool {
    let role = match command {
        Command::SetCustomRole { role, .. } => role.as_deref(),
        _ => None,
    };
    let is_action = |about: &About| match (about, role) {
        (About::Text(text), Some(role)) => {
            (role.actions.iter()).any(|action| action.as_str() == &**text)
        }
        _ => false,
    };
    let of_what_is_new = |reason: &Reason| {
        reason.rule.is_about_what_is_new()
            || (reason.rule == Rule::DenyByDefault && is_action(&reason.about))
    };
    origin != AuditOrigin::Direct && decision.refusals().iter().all(of_what_is_new)
}

/// Nobody takes away the account they act as, by going through the history neither.
fn takes_own_account(tenant: &Tenant, actor: UserId, command: &Command) -> Result<(), Impossible> {
    let taken = match command {
        Command::DeleteUser(user) | Command::WithdrawUser(user) => Some(*user),
        Command::ReturnToDeleted(record) => Some(record.user.id),
        _ => None,
    };
    match taken {
        Some(user) if user == actor && tenant.user(user).is_some() => Err(Impossible::OwnAccount),
        _ => Ok(()),
    }
}

/// Checks what only holds for something new: it may be in a tenant, and can't be put there now.
fn check_new(context: &Context<'_>, tenant: &Tenant, command: &Command) -> Result<(), Impossible> {
    let Context { catalogue, now } = *context;
    match command {
        Command::EditProfile { user, profile } => profile::check(tenant, *user, profile),
        Command::AddUser(user) => {
            profile::check_new(&user.profile)?;
            accounts::check_seats(tenant, &[], user.licences.iter().copied())
        }
        Command::SetLicences { user, licences } => {
            let before = tenant.user(*user).map_or(&[][..], |user| &user.licences);
            accounts::check_seats(tenant, before, licences.iter().copied())
        }
        Command::RestoreUser(user) => {
            let Some(deleted) = tenant.deleted_users().get(user) else {
                return Err(Impossible::NotDeleted(*user));
            };
            let days = tenant.organization().deleted_user_days;
            if deleted.kept_until(days) <= now {
                return Err(Impossible::KeptNoLonger(days));
            }
            accounts::check_seats(tenant, &[], deleted.user.licences.iter().copied())
        }
        Command::WithdrawUser(_) | Command::ReturnToDeleted(_) => Err(Impossible::OnlyInHistory),
        Command::AddGroup(group) => notes::check_name(&group.name),
        Command::AddUnit(unit) => notes::check_name(&unit.name),
        Command::RenameGroup { name, .. } | Command::RenameUnit { name, .. } => {
            notes::check_name(name)
        }
        Command::SetRoleSet { name, roles } => match roles {
            Some(_) => notes::check_name(name),
            None => Ok(()),
        },
        Command::SetCustomRole { id, role } => {
            settings::check_role(catalogue, tenant, *id, role.as_deref())
        }
        Command::SetBreakGlass { user, registered } => {
            settings::check_break_glass(tenant, *user, *registered)
        }
        Command::SetAcceptance { acceptance, .. } => {
            settings::check_acceptance(acceptance.as_ref(), now)
        }
        Command::EditOrganization(after) => organization::check_names(tenant, after),
        Command::SetSubscriptions(after) => organization::check_subscriptions(tenant, after),
        Command::AssignRole(_)
        | Command::RevokeRole(_)
        | Command::SetAssignments { .. }
        | Command::SetRoleChoice { .. }
        | Command::EditContact { .. }
        | Command::SetSignIn { .. }
        | Command::ResetPassword(_)
        | Command::WithdrawPasswordReset(_)
        | Command::RenameUser { .. }
        | Command::DeleteUser(_)
        | Command::PurgeUser(_)
        | Command::SetProductMail { .. }
        | Command::SetDelegatedAdministration { .. }
        | Command::DeleteGroup(_)
        | Command::DeleteUnit(_)
        | Command::SetMembership { .. }
        | Command::SetDomains(_)
        | Command::SetThresholds(_)
        | Command::Batch(_) => Ok(()),
    }
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
    take_back(tenant, &done.inverses, done.now);
}

fn take_back(tenant: &mut Tenant, inverses: &[Command], now: Timestamp) {
    for inverse in inverses.iter().rev() {
        let undone = carry_out(tenant, inverse, &mut Done::at(now));
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
        Command::AddUser(user) => accounts::add(tenant, user, done),
        Command::WithdrawUser(user) => accounts::withdraw(tenant, *user, done),
        Command::RenameUser { user, upn } => accounts::rename(tenant, *user, upn, done),
        Command::DeleteUser(user) => accounts::delete(tenant, *user, done),
        Command::RestoreUser(user) => accounts::restore(tenant, *user, done),
        Command::PurgeUser(user) => accounts::purge(tenant, *user, done),
        Command::ReturnToDeleted(record) => accounts::return_to_deleted(tenant, record, done),
        Command::SetLicences { user, licences } => {
            accounts::set_licences(tenant, *user, licences, done)
        }
        Command::SetProductMail { user, product_mail } => {
            accounts::set_product_mail(tenant, *user, *product_mail, done)
        }
        Command::SetDelegatedAdministration { user, level } => {
            accounts::set_delegation(tenant, *user, *level, done)
        }
        Command::AddGroup(group) => groups::add_group(tenant, group, done),
        Command::RenameGroup { group, name } => groups::rename_group(tenant, *group, name, done),
        Command::DeleteGroup(group) => groups::delete_group(tenant, *group, done),
        Command::AddUnit(unit) => groups::add_unit(tenant, unit, done),
        Command::RenameUnit { unit, name } => groups::rename_unit(tenant, *unit, name, done),
        Command::DeleteUnit(unit) => groups::delete_unit(tenant, *unit, done),
        Command::SetMembership {
            set,
            user,
            included,
        } => groups::set_membership(tenant, *set, *user, *included, done),
        Command::EditOrganization(after) => organization::edit_organization(tenant, after, done),
        Command::SetDomains(after) => organization::set_domains(tenant, after, done),
        Command::SetSubscriptions(after) => organization::set_subscriptions(tenant, after, done),
        Command::SetRoleSet { name, roles } => {
            organization::set_role_set(tenant, name, roles.as_ref(), done);
            Ok(())
        }
        Command::SetCustomRole { id, role } => {
            settings::set_custom_role(tenant, *id, role.as_deref(), done)
        }
        Command::SetThresholds(after) => settings::set_thresholds(tenant, *after, done),
        Command::SetBreakGlass { user, registered } => {
            settings::set_break_glass(tenant, *user, *registered, done);
            Ok(())
        }
        Command::SetAcceptance {
            finding,
            acceptance,
        } => {
            settings::set_acceptance(tenant, *finding, acceptance.as_ref(), done);
            Ok(())
        }
        Command::Batch(commands) => commands
            .iter()
            .try_for_each(|command| carry_out(tenant, command, done)),
    }
}
