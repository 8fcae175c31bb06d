//! What one person can do, and by which of their roles.

use super::Powers;
use super::need::{Coverage, Need};
use crate::domain::delegation::Context;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::RoleAssignment;
use crate::domain::rule::Rule;
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::user::UserId;

/// Where an assignment stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// It counts now.
    InForce,
    /// It counts once taken up.
    Eligible,
    /// It begins later.
    Later,
    /// It is over.
    Expired,
}

/// An assignment that reaches a person, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Given to them, or to a group they are in.
    pub through: HeldThrough,
    /// The assignment: its role, its scope, from when and until when.
    pub assignment: RoleAssignment,
    /// Whether it counts now.
    pub standing: Standing,
}

/// What one person can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Everything that reaches them, what counts now first, then in the order of the tenant.
    pub holdings: Vec<Holding>,
    /// What the roles in force add up to.
    pub now: Powers,
    /// What it would be with every eligible role taken up.
    pub with_eligible: Powers,
    /// Rules that say what is *not* implied or only derived, though it looks so (R16, R22).
    pub exceptions: Vec<Rule>,
}

impl Access {
    /// Works out what `user` can do.
    pub fn of(_context: &Context<'_>, _tenant: &Tenant, _user: UserId) -> Self {
        Self {
            holdings: Vec::new(),
            now: Powers::default(),
            with_eligible: Powers::default(),
            exceptions: Vec::new(),
        }
    }

    /// The holdings that give a permission, and how far each goes. Those in force and eligible.
    pub fn ways_to_permission(
        &self,
        _context: &Context<'_>,
        _permission: Office365Permission,
    ) -> Vec<(Holding, Grant)> {
        Vec::new()
    }

    /// The holdings whose role has an action of the current edition. Those in force and eligible.
    pub fn ways_to_action(&self, _context: &Context<'_>, _action: ActionId) -> Vec<Holding> {
        Vec::new()
    }

    /// The holdings that serve a need.
    pub fn ways_to(&self, _context: &Context<'_>, _need: &Need) -> Vec<(Holding, Coverage)> {
        Vec::new()
    }
}

/// The actions that a person's roles in force add up to, in any scope.
pub fn actions_in_force(_context: &Context<'_>, _tenant: &Tenant, _user: UserId) -> ActionSet {
    ActionSet::default()
}
