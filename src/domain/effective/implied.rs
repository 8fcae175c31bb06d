//! What actions imply: `users/allProperties/allTasks` is also `users/create`.
//!
//! Roles are compared by all that they allow, since Microsoft prints the wide action of one role
//! where it prints each narrow action of another.

use std::collections::HashMap;

use super::allows_more_unknown;
use crate::domain::catalogue::{ActionEntry, Edition, RoleCatalogue};
use crate::domain::resource_action::{ActionId, ActionSet, ResourceAction};
use crate::domain::role::RoleTemplateId;

/// For each action of the current edition, the actions of it that come along.
#[derive(Debug)]
pub(super) struct Implied<'a> {
    catalogue: &'a RoleCatalogue,
    /// By the number of the action, itself among them.
    by_action: Vec<ActionSet>,
    privileged: ActionSet,
}

impl<'a> Implied<'a> {
    /// Works it out, which takes about a millisecond.
    pub(super) fn new(catalogue: &'a RoleCatalogue) -> Self {
        let entries = catalogue.edition(Edition::Current).actions();
        let mut privileged = ActionSet::default();
        let mut neighbours: HashMap<String, Vec<ActionId>> = HashMap::new();
        for (id, entry) in numbered(entries) {
            if entry.privileged == Some(true) {
                privileged.insert(id);
            }
            for place in places(&entry.action) {
                neighbours.entry(place).or_default().push(id);
            }
        }
        let implied_by = |entry: &ActionEntry| {
            let mut set = ActionSet::default();
            let action = &entry.action;
            // What an action covers is of the same kind of thing, or anywhere in its namespace.
            let place = match places(action) {
                [namespace, _] if action.entity().eq_ignore_ascii_case("allEntities") => namespace,
                [_, kind] => kind,
            };
            for id in neighbours.get(&place).into_iter().flatten() {
                let other = entries.get(usize::from(id.0));
                if other.is_some_and(|other| action.covers(&other.action)) {
                    set.insert(*id);
                }
            }
            set
        };
        Self {
            catalogue,
            by_action: entries.iter().map(implied_by).collect(),
            privileged,
        }
    }

    /// `actions` and all that they imply.
    pub(super) fn all(&self, actions: &ActionSet) -> ActionSet {
        let mut all = ActionSet::default();
        for action in actions.iter() {
            if let Some(implied) = self.by_action.get(usize::from(action.0)) {
                all.union_with(implied);
            }
        }
        all
    }

    /// All that a role allows, as far as it is known.
    pub(super) fn of_role(&self, role: RoleTemplateId) -> ActionSet {
        let known = self.catalogue.actions(role);
        known.map(|set| self.all(set)).unwrap_or_default()
    }

    /// All that a role allows; none where it may be more than is known.
    pub(super) fn of_known_role(&self, role: RoleTemplateId) -> Option<ActionSet> {
        (!allows_more_unknown(self.catalogue, role)).then(|| self.of_role(role))
    }

    /// The actions that Microsoft labels privileged.
    pub(super) const fn privileged(&self) -> &ActionSet {
        &self.privileged
    }
}

/// The actions of an edition with their numbers.
pub(super) fn numbered(entries: &[ActionEntry]) -> impl Iterator<Item = (ActionId, &ActionEntry)> {
    (0u16..).map(ActionId).zip(entries)
}

/// The namespace an action is in, and the kind of thing it is about there.
fn places(action: &ResourceAction) -> [String; 2] {
    let namespace = action.namespace().to_ascii_lowercase();
    let entity = action.entity();
    let kind = entity.split('.').next().unwrap_or_default();
    let kind = format!("{namespace}/{}", kind.to_ascii_lowercase());
    [namespace, kind]
}
