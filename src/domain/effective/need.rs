//! What someone needs to be able to do, and which roles serve it.

use crate::domain::catalogue::{RoleCatalogue, TaskId};
use crate::domain::office365::Office365Permission;
use crate::domain::resource_action::{ActionSet, ResourceAction};
use crate::domain::role::RoleTemplateId;

/// Something to be able to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// One of the fifteen permissions.
    Permission(Office365Permission),
    /// A resource action, wild cards and subtypes understood.
    Action(ResourceAction),
    /// One of Microsoft's tasks.
    Task(TaskId),
}

/// How much of a need something serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Coverage {
    /// Some of it: a subtype of the entity, one of the properties, within a limit.
    Part,
    /// All of it.
    Whole,
}

/// A role that serves a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serving {
    /// The role.
    pub role: RoleTemplateId,
    /// How much of it.
    pub coverage: Coverage,
    /// Which other way of the task it belongs to: roles of one way that must be held together
    /// share a number. Zero for everything but such tasks.
    pub together: u8,
    /// Whether Microsoft names it as least privileged for the task.
    pub published: bool,
}

impl Need {
    /// The roles that serve it, the catalogue's and the tenant's own, in the catalogue's order.
    pub fn served_by(&self, _catalogue: &RoleCatalogue) -> Vec<Serving> {
        Vec::new()
    }

    /// The actions that no role serving it goes without: what is not excess.
    pub fn actions(&self, _catalogue: &RoleCatalogue) -> ActionSet {
        ActionSet::default()
    }
}
