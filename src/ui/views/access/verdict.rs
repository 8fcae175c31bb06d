//! May A do X to B: the decision with its rules, the cells of the tables that spoke, and the
//! least change that would allow it.

use crate::domain::apply::{Impossible, Refusal, Verdict as Rehearsed, rehearse};
use crate::domain::catalogue::{ResetTarget, TargetCell, TargetMatrix};
use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::domain::delegation::{Context, decide};
use crate::domain::effective::{Allowing, least_changes};
use crate::domain::office365::{Grant, Limit, Office365Permission};
use crate::domain::operation::{Operation, Question as About, Unaskable};
use crate::domain::role::{DirectoryScope, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;

/// How many changes that would allow it are named.
const CHANGES: usize = 5;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// There is nothing to decide.
    None(Unaskable),
    /// The rules have spoken.
    Decided(Box<Decided>),
}

/// What the rules say.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// Refusals, confirmations, warnings.
    pub decision: Decision,
    /// Why it can't be done although nobody refuses it.
    pub impossible: Option<Impossible>,
    /// The cells of the table that guards it.
    pub cells: Vec<Cell>,
    /// The least changes that would allow it.
    pub changes: Vec<Allowing>,
}

/// How an answer begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// Yes, and a reason is asked for.
    WithReason,
    /// Nobody can, whatever their roles.
    Impossible,
    /// No.
    No,
}

/// A cell of one of the two tables about administrators (R23).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The role of whoever acts.
    pub acting: RoleTemplateId,
    /// What protects the other.
    pub target: ResetTarget,
    /// What the table says.
    pub cell: TargetCell,
}

impl Decided {
    /// How the answer begins.
    pub fn answer(&self) -> Answer {
        if !self.decision.is_allowed() {
            Answer::No
        } else if self.impossible.is_some() {
            Answer::Impossible
        } else if self.decision.confirmations().is_empty() {
            Answer::Yes
        } else {
            Answer::WithReason
        }
    }
}

/// Asks whether `actor` may.
pub fn ask(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    operation: Operation,
    about: &About,
) -> Verdict {
    let command = match operation.command(tenant, about) {
        Ok(command) => command,
        Err(why) => return Verdict::None(why),
    };
    let decision = decide(context, tenant, actor, &command);
    let allowed = decision.is_allowed();
    let cells = match (guard(operation), about.person) {
        (Some(Guard::Password), Some(person)) => {
            let matrix = context.catalogue.password_reset();
            let permission = Office365Permission::ResetUserPasswords;
            cells(context, tenant, matrix, permission, actor, person)
        }
        (Some(Guard::Sensitive), Some(person)) => {
            let matrix = context.catalogue.sensitive_properties();
            let permission = Office365Permission::ManageUsersAndGroups;
            cells(context, tenant, matrix, permission, actor, person)
        }
        _ => Vec::new(),
    };
    let changes = if allowed {
        Vec::new()
    } else {
        least_changes(context, tenant, actor, &command, CHANGES)
    };
    Verdict::Decided(Box::new(Decided {
        impossible: allowed
            .then(|| impossible(context, tenant, actor, &command))
            .flatten(),
        decision,
        cells,
        changes,
    }))
}

/// Which of the two tables guards an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Who may reset passwords.
    Password,
    /// Who may change sensitive properties.
    Sensitive,
}

/// Which of the two tables guards `operation`.
pub const fn guard(operation: Operation) -> Option<Guard> {
    match operation {
        Operation::ResetPassword => Some(Guard::Password),
        Operation::EditPhone
        | Operation::EditAlternateEmail
        | Operation::BlockSignIn
        | Operation::AllowSignIn
        | Operation::RenameUser
        | Operation::DeleteUser => Some(Guard::Sensitive),
        _ => None,
    }
}

/// What stands in the way of what is allowed, by doing it to a copy.
fn impossible(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    command: &Command,
) -> Option<Impossible> {
    let once = |_: &Tenant, _: usize| command.clone();
    let rehearsal = rehearse(context, tenant, actor, 1, &once, &mut |_| true)?;
    match rehearsal.verdicts.into_iter().next()? {
        Rehearsed::Refused(refusal) => match *refusal {
            Refusal::Impossible(why) => Some(why),
            Refusal::Policy(_) | Refusal::NeedsReason(_) => None,
        },
        Rehearsed::Changed { .. } | Rehearsed::Unchanged => None,
    }
}

/// The cells where a role of the actor that could do it meets what protects the person.
pub fn cells(
    context: &Context<'_>,
    tenant: &Tenant,
    matrix: &TargetMatrix,
    permission: Office365Permission,
    actor: UserId,
    person: UserId,
) -> Vec<Cell> {
    let targets = targets(context, tenant, person);
    let mut cells: Vec<Cell> = Vec::new();
    for (role, scope) in tenant.roles_in_force(actor, context.now) {
        let grant = context.catalogue.grant(role, permission);
        let does = !matches!(grant, Grant::No | Grant::Limited(Limit::ViewOnly));
        if !does || !tenant.in_scope(person, scope) {
            continue;
        }
        // As the policy reads the tables: over one unit it is no more than this.
        let of_unit = scope != DirectoryScope::Tenant;
        let acting = if of_unit && role == RoleTemplateId::GLOBAL_ADMINISTRATOR {
            RoleTemplateId::USER_ADMINISTRATOR
        } else {
            role
        };
        for target in &targets {
            let cell = Cell {
                acting,
                target: *target,
                cell: matrix.cell(acting, *target),
            };
            if !cells.contains(&cell) {
                cells.push(cell);
            }
        }
    }
    cells
}

/// What protects a person, as the rows of the tables name it.
fn targets(context: &Context<'_>, tenant: &Tenant, person: UserId) -> Vec<ResetTarget> {
    let mut targets = Vec::new();
    let held = tenant.reaching(person).map(|(_, held)| held);
    for held in held.filter(|held| !held.is_expired(context.now)) {
        targets.push(ResetTarget::Role(held.role));
        if let DirectoryScope::AdministrativeUnit(unit) = held.scope
            && (tenant.administrative_units().get(&unit)).is_some_and(|unit| unit.restricted)
        {
            targets.push(ResetTarget::RestrictedManagementUnit);
        }
    }
    if targets.is_empty() {
        targets.push(ResetTarget::NoAdminRole);
    }
    if !tenant.protecting_groups(person).is_empty() {
        targets.push(ResetTarget::RoleAssignableGroup);
    }
    let mut once: Vec<ResetTarget> = Vec::new();
    for target in targets {
        if !once.contains(&target) {
            once.push(target);
        }
    }
    once
}
