//! The one gate: decides, then changes the tenant and notes it in the history.
//!
//! A Command is carried out whole or not at all. What comes back is its inverse, which is a
//! Command like any other and goes through the same gate when someone undoes.

mod profile;

use std::collections::BTreeSet;

use super::audit::{AuditEntry, AuditItem, AuditOrigin, UserField};
use super::command::Command;
use super::contact::ContactDetails;
use super::decision::{Decision, Reason};
use super::delegation::{Context, decide};
use super::organization::{Domain, Organization, PurchaseChannel};
use super::role::{Principal, RoleAssignment, RoleTemplateId};
use super::rule::Rule;
use super::tenant::Tenant;
use super::tenant_builder::{InvariantError, TenantBuilder, assignable};
use super::time::Timestamp;
use super::upn::{DomainName, UserPrincipalName};
use super::user::{Profile, SignIn, User, UserId, UserKind, UserSource};

/// What the actor says along with a Command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assent {
    /// Why; a Command that asks for a confirmation is refused without it.
    pub reason: Option<Box<str>>,
    /// Whether this is done for itself, or by going through the history.
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

    fn confirms(&self, decision: &Decision) -> bool {
        if self.origin == AuditOrigin::Direct || self.renewed {
            return self
                .reason
                .as_ref()
                .is_some_and(|reason| !reason.trim().is_empty());
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
    if let Err(refusal) = run(context, tenant, actor, command, assent, &mut done) {
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
            reason: assent.reason.clone(),
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

/// What a new tenant starts from.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The organisation's name.
    pub organization: Box<str>,
    /// The domain Microsoft hands out.
    pub initial_domain: DomainName,
    /// Where it was bought.
    pub purchased_from: PurchaseChannel,
    /// The buyer's id.
    pub buyer: UserId,
    /// The name the buyer signs in with.
    pub buyer_upn: UserPrincipalName,
    /// The buyer's name.
    pub buyer_name: Box<str>,
    /// The moment.
    pub now: Timestamp,
}

/// Makes a tenant. Its buyer is its first Global Administrator (R2).
pub fn found(founding: Founding) -> Result<Tenant, InvariantError> {
    let mut builder = TenantBuilder::new(Organization {
        name: founding.organization,
        purchased_from: founding.purchased_from,
        directory_sync: false,
    })?;
    builder.domain(Domain {
        name: founding.initial_domain,
        verified: true,
        default: true,
    })?;
    builder.user(User {
        id: founding.buyer,
        upn: founding.buyer_upn,
        profile: Profile {
            display_name: founding.buyer_name,
            ..Profile::default()
        },
        contact: ContactDetails::default(),
        kind: UserKind::Member,
        source: UserSource::Cloud,
        sign_in: SignIn::Allowed,
        must_change_password: false,
        last_sign_in: None,
        licences: Vec::new(),
    })?;
    let first = RoleAssignment::permanent(
        Principal::User(founding.buyer),
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
    );
    builder.assignment(first)?;
    builder.audit_entry(AuditEntry {
        number: 1,
        at: founding.now,
        actor: founding.buyer,
        reason: None,
        origin: AuditOrigin::Direct,
        items: vec![
            AuditItem::TenantFounded(founding.buyer),
            AuditItem::RoleAssigned(first),
        ],
    })?;
    builder.build()
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

fn set_assignments(
    tenant: &mut Tenant,
    principal: Principal,
    after: &BTreeSet<RoleAssignment>,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = held_by(tenant, principal);
    for (index, assignment) in after.iter().enumerate() {
        if assignment.principal != principal {
            return Err(Impossible::OtherPrincipal);
        }
        if after
            .iter()
            .skip(index + 1)
            .any(|other| other.same_slot(assignment))
        {
            return Err(Impossible::AlreadyAssigned);
        }
        if !before.contains(assignment) {
            assignable(tenant, assignment)?;
        }
    }
    if before == *after {
        return Ok(());
    }
    let assignments = tenant.assignments_mut();
    for gone in before.difference(after) {
        assignments.remove(gone);
        done.items.push(AuditItem::RoleRevoked(*gone));
    }
    for new in after.difference(&before) {
        assignments.insert(*new);
        done.items.push(AuditItem::RoleAssigned(*new));
    }
    match principal {
        Principal::User(user) => done.touched.push(user),
        Principal::Group(id) => {
            if let Some(group) = tenant.groups().get(&id) {
                done.touched.extend(&group.members);
            }
        }
    }
    done.inverses.push(Command::SetAssignments {
        principal,
        assignments: before,
    });
    Ok(())
}

fn edit_contact(
    tenant: &mut Tenant,
    id: UserId,
    contact: &ContactDetails,
    done: &mut Done,
) -> Result<(), Impossible> {
    let texts = |contact: &ContactDetails| {
        let email = contact.alternate_email.as_ref();
        let phone = contact.mobile_phone.as_ref();
        [
            (
                UserField::AlternateEmail,
                email.map(|it| it.as_str().into()),
            ),
            (UserField::MobilePhone, phone.map(|it| it.as_str().into())),
        ]
    };
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.contact, contact.clone())
    })?;
    if note_fields(id, texts(&before), texts(contact), done) {
        done.inverses.push(Command::EditContact {
            user: id,
            contact: before,
        });
    }
    Ok(())
}

fn edit_profile(
    tenant: &mut Tenant,
    id: UserId,
    profile: &Profile,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.profile, profile.clone())
    })?;
    if note_fields(id, profile::texts(&before), profile::texts(profile), done) {
        done.inverses.push(Command::EditProfile {
            user: id,
            profile: before,
        });
    }
    Ok(())
}

fn set_sign_in(
    tenant: &mut Tenant,
    id: UserId,
    sign_in: SignIn,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.sign_in, sign_in)
    })?;
    if before != sign_in {
        done.touched.push(id);
        done.items.push(match sign_in {
            SignIn::Blocked => AuditItem::SignInBlocked(id),
            SignIn::Allowed => AuditItem::SignInAllowed(id),
        });
        done.inverses.push(Command::SetSignIn {
            user: id,
            sign_in: before,
        });
    }
    Ok(())
}

fn require_new_password(
    tenant: &mut Tenant,
    id: UserId,
    required: bool,
    done: &mut Done,
) -> Result<(), Impossible> {
    let before = edit(tenant, id, |user| {
        std::mem::replace(&mut user.must_change_password, required)
    })?;
    if before != required {
        done.touched.push(id);
        let (item, inverse) = if required {
            (
                AuditItem::PasswordReset(id),
                Command::WithdrawPasswordReset(id),
            )
        } else {
            (
                AuditItem::PasswordResetWithdrawn(id),
                Command::ResetPassword(id),
            )
        };
        done.items.push(item);
        done.inverses.push(inverse);
    }
    Ok(())
}

fn edit<R>(
    tenant: &mut Tenant,
    id: UserId,
    change: impl FnOnce(&mut User) -> R,
) -> Result<R, Impossible> {
    tenant
        .users
        .edit(id, change)
        .ok_or(Impossible::Invariant(InvariantError::UnknownUser(id.0)))
}

/// Notes the fields that differ; `false` when none does.
fn note_fields<const N: usize>(
    user: UserId,
    before: [(UserField, Option<Box<str>>); N],
    after: [(UserField, Option<Box<str>>); N],
    done: &mut Done,
) -> bool {
    let noted = done.items.len();
    for ((field, from), (_, to)) in before.into_iter().zip(after) {
        if from != to {
            done.items.push(AuditItem::FieldChanged {
                user,
                field,
                from,
                to,
            });
        }
    }
    let changed = done.items.len() > noted;
    if changed {
        done.touched.push(user);
    }
    changed
}

fn held_by(tenant: &Tenant, principal: Principal) -> BTreeSet<RoleAssignment> {
    tenant.assignments().of(principal).iter().copied().collect()
}
