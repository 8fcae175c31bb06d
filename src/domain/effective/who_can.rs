//! Who can do something, by the way they can.

use super::need::{Need, Serving};
use crate::domain::delegation::Context;
use crate::domain::role::RoleAssignment;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;

/// Everyone who can do something, by the role that lets them.
#[derive(Clone, Debug, Default)]
pub struct WhoCan<'a> {
    /// The roles that serve the need and that someone holds, wholly serving ones first.
    pub held: Vec<Way<'a>>,
    /// The roles that would serve it and that nobody holds.
    pub unheld: Vec<Serving>,
}

/// A role that lets people do something, and who holds it.
#[derive(Clone, Debug)]
pub struct Way<'a> {
    /// The role, and how much of the need it serves.
    pub serving: Serving,
    /// The assignments of it that are not over, of people and of groups.
    pub assignments: Vec<&'a RoleAssignment>,
}

impl<'a> WhoCan<'a> {
    /// Asks who can do `need`, now or with an eligible role.
    pub fn ask(_context: &Context<'_>, _tenant: &'a Tenant, _need: &Need) -> Self {
        Self::default()
    }

    /// The people who can now, each once, in the order of their ids: members of groups counted,
    /// blocked accounts left out.
    pub fn people(&self, _context: &Context<'_>, _tenant: &Tenant) -> Vec<UserId> {
        Vec::new()
    }
}
