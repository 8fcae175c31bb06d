//! Tasks and the roles Microsoft names as least privileged for them.
//!
//! Data only; the search for a least role or role set is elsewhere in the domain.

use crate::domain::language::LocalText;
use crate::domain::role::RoleTemplateId;

/// The place of a task in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(pub u16);

/// A task and the roles that do it with least power.
#[derive(Clone, Debug)]
pub struct LeastPrivilegedTask {
    /// Where it belongs: the English name, which with the English task makes the key.
    pub area: Box<str>,
    /// The name of the area in both languages.
    pub area_name: LocalText,
    /// What is done.
    pub task: LocalText,
    /// The least privileged ways.
    pub least: Vec<TaskHolder>,
    /// Other ways.
    pub additional: Vec<TaskHolder>,
    /// How several least ways relate.
    pub several: SeveralRoles,
    /// A condition or warning that goes with the task.
    pub remark: Option<LocalText>,
}

/// How several least-privileged roles of one task relate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SeveralRoles {
    /// One of them, or there is only one.
    #[default]
    Any,
    /// All together.
    All,
    /// The source does not say.
    NotStated,
}

/// Who can do a task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TaskHolder {
    /// A directory role.
    Role(RoleTemplateId),
    /// Something outside the directory's roles, as its kind and name: `azure` and the Azure
    /// role, `owner` and the object, `group` and the group, or a kind alone.
    Outside(Box<str>, Option<Box<str>>),
}
