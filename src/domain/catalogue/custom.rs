//! The custom roles of one tenant, made ready to be looked up beside the catalogue's.

use std::collections::HashMap;
use std::sync::Arc;

use super::search::{self, RoleSearchText};
use super::{ActionEntry, Grants, Shared, grants_of};
use crate::domain::custom_role::{CustomRole, CustomRoles};
use crate::domain::language::LocalText;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{
    ActionSource, RoleActions, RoleCategory, RoleDefinition, RoleStatus, RoleTemplateId,
};

/// The custom roles a catalogue was made for.
#[derive(Clone, Debug, Default)]
pub(super) struct Custom {
    /// What they were made from, to see whether they still are what the tenant has.
    pub(super) source: Arc<CustomRoles>,
    /// Ready, in the order of their names.
    roles: Arc<[Entry]>,
    /// Where in that order each stands: a file can bring any number.
    places: Arc<HashMap<RoleTemplateId, usize>>,
}

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) definition: RoleDefinition,
    pub(super) grants: Grants,
    pub(super) search: RoleSearchText,
}

impl Custom {
    pub(super) fn new(source: &Arc<CustomRoles>, shared: &Shared) -> Self {
        let lines = if source.is_empty() {
            Vec::new()
        } else {
            search::action_lines(&shared.parts.current)
        };
        let mut roles: Vec<_> = (source.values())
            .map(|role| entry(role, shared, &lines))
            .collect();
        roles.sort_by(|one, other| one.definition.name.en.cmp(&other.definition.name.en));
        let places = roles.iter().enumerate();
        let places = places.map(|(place, role)| (role.definition.id, place));
        Self {
            source: Arc::clone(source),
            places: Arc::new(places.collect()),
            roles: roles.into(),
        }
    }

    pub(super) fn get(&self, id: RoleTemplateId) -> Option<&Entry> {
        self.roles.get(*self.places.get(&id)?)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &RoleDefinition> {
        self.roles.iter().map(|entry| &entry.definition)
    }
}

fn entry(role: &CustomRole, shared: &Shared, lines: &[String]) -> Entry {
    let current = &shared.parts.current;
    let mut set = ActionSet::default();
    let mut unlisted = 0;
    for action in &role.actions {
        match current.action(action.as_str()) {
            Some(id) => set.insert(id),
            // A file can name any number.
            None => unlisted = u16::saturating_add(unlisted, 1),
        }
    }
    let privileged = set
        .iter()
        .any(|id| current.entry(id).is_some_and(ActionEntry::makes_privileged));
    let definition = RoleDefinition {
        id: role.id,
        name: LocalText::new(&*role.name, &*role.name),
        description: LocalText::new(&*role.description, &*role.description),
        aliases: Vec::new(),
        category: RoleCategory::Custom,
        privileged,
        status: RoleStatus::Active,
        hidden_in_portal: false,
        actions: RoleActions::Known {
            set,
            source: ActionSource::Custom { unlisted },
        },
        notes: Vec::new(),
    };
    Entry {
        grants: grants_of(&shared.wanted, &set),
        search: search::of_role(&definition, lines),
        definition,
    }
}
