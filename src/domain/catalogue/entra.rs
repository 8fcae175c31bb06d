//! One edition of the Entra role list: its roles, and the actions they speak of.
//!
//! Owns the numbering of actions within an edition. Which edition to ask, and what the roles
//! mean for the admin center's permissions, is the catalogue's affair.

use std::collections::HashMap;

use crate::domain::language::LocalText;
use crate::domain::resource_action::{ActionId, ActionSet, ResourceAction};
use crate::domain::role::{RoleDefinition, RoleTemplateId};

/// Which state of the Entra role list is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edition {
    /// The 104 roles of the seed article.
    Seed,
    /// The 139 roles of today. The policy decides by these.
    #[default]
    Current,
}

/// A resource action with what is known about it.
#[derive(Clone, Debug)]
pub struct ActionEntry {
    /// The action.
    pub action: ResourceAction,
    /// What it lets one do, in words.
    pub description: LocalText,
    /// Whether Microsoft labels it privileged, in the table of at least one role; `None` where
    /// no source says. A few actions carry the label in one role's table and not in another's.
    pub privileged: Option<bool>,
}

impl ActionEntry {
    /// Whether a role with this action is privileged: Microsoft labels the action so, or it leads
    /// to every role there is. Microsoft labels what gives roles on the roles that have it, not
    /// on the action.
    pub fn makes_privileged(&self) -> bool {
        self.privileged == Some(true) || gives_roles(&self.action)
    }
}

/// Whether who has this action can come to hold any role: by giving it, by changing what one
/// allows, or by putting people into a group that holds it.
fn gives_roles(action: &ResourceAction) -> bool {
    let reads = action.verb() == "read";
    action.namespace() == "microsoft.directory"
        && match action.entity() {
            "roleAssignments"
            | "roleDefinitions"
            | "directoryRoles"
            | "privilegedIdentityManagement" => !reads,
            "groupsAssignableToRoles" => matches!(action.verb(), "update" | "create"),
            _ => false,
        }
}

/// One edition: its roles and the actions they speak of.
#[derive(Debug, Default)]
pub struct EntraRoles {
    roles: Vec<RoleDefinition>,
    by_id: HashMap<RoleTemplateId, usize>,
    actions: Vec<ActionEntry>,
    by_action: HashMap<Box<str>, ActionId>,
}

/// Why an edition cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditionDefect {
    /// Two roles carry one id.
    #[error("the role `{0}` stands in the list twice")]
    RoleTwice(RoleTemplateId),
    /// The actions are not sorted, or one stands there twice.
    #[error("the action `{0}` is out of order or stands there twice")]
    ActionOrder(ResourceAction),
    /// More actions than an [`ActionSet`] can hold.
    #[error("{0} actions are more than a set holds")]
    TooManyActions(usize),
}

impl EntraRoles {
    /// Builds an edition from its roles, in their order, and its actions, sorted by their text;
    /// the sets of the roles number the actions by their place in `actions`.
    pub fn new(
        actions: Vec<ActionEntry>,
        roles: Vec<RoleDefinition>,
    ) -> Result<Self, EditionDefect> {
        if actions.len() > ActionSet::CAPACITY {
            return Err(EditionDefect::TooManyActions(actions.len()));
        }
        if let Some(wrong) = actions
            .array_windows::<2>()
            .find_map(|[left, right]| (left.action >= right.action).then_some(right))
        {
            return Err(EditionDefect::ActionOrder(wrong.action.clone()));
        }
        let mut by_id = HashMap::with_capacity(roles.len());
        for (position, role) in roles.iter().enumerate() {
            if by_id.insert(role.id, position).is_some() {
                return Err(EditionDefect::RoleTwice(role.id));
            }
        }
        let by_action = (0u16..)
            .zip(&actions)
            .map(|(number, entry)| (entry.action.as_str().into(), ActionId(number)))
            .collect();
        Ok(Self {
            roles,
            by_id,
            actions,
            by_action,
        })
    }

    /// The roles, in the order of Microsoft's list.
    pub fn roles(&self) -> &[RoleDefinition] {
        &self.roles
    }

    /// The role with this id, if the edition has it.
    pub fn get(&self, id: RoleTemplateId) -> Option<&RoleDefinition> {
        self.roles.get(self.position(id)?)
    }

    /// The place of a role in [`Self::roles`].
    pub fn position(&self, id: RoleTemplateId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    /// Every action some role of the edition has, sorted by its text; an [`ActionId`] is the
    /// place in this slice.
    pub fn actions(&self) -> &[ActionEntry] {
        &self.actions
    }

    /// The number of the action written `text`, capitals as Microsoft writes them.
    pub fn action(&self, text: &str) -> Option<ActionId> {
        self.by_action.get(text).copied()
    }

    /// The action with this number.
    pub fn entry(&self, id: ActionId) -> Option<&ActionEntry> {
        self.actions.get(usize::from(id.0))
    }
}
