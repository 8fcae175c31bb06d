//! A role of the tenant's own as it is being put together. Pure.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::domain::catalogue::{ActionEntry, Edition, RoleCatalogue};
use crate::domain::custom_role::CustomRole;
use crate::domain::language::Language;
use crate::domain::resource_action::{ActionSet, ResourceAction};
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;

/// What is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    id: RoleTemplateId,
    /// The name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What it allows.
    pub actions: BTreeSet<ResourceAction>,
}

/// What a draft amounts to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Its actions that a list has.
    pub actions: ActionSet,
    /// How many others it names.
    pub unlisted: usize,
    /// Those that make it privileged, as the directory writes them.
    pub privileged: Vec<String>,
}

impl Draft {
    /// Nothing is filled in.
    pub fn new() -> Self {
        Self {
            id: RoleTemplateId(Uuid::new_v4()),
            name: String::new(),
            description: String::new(),
            actions: BTreeSet::new(),
        }
    }

    /// A role as it is.
    pub fn of(role: &CustomRole) -> Self {
        Self {
            id: role.id,
            name: role.name.to_string(),
            description: role.description.to_string(),
            actions: role.actions.clone(),
        }
    }

    /// A new role that allows what `role` does, called by `named` after it; none where nobody
    /// knows what it allows.
    pub fn clone_of(
        catalogue: &RoleCatalogue,
        tenant: &Tenant,
        role: RoleTemplateId,
        language: Language,
        named: &dyn Fn(&str) -> String,
    ) -> Option<Self> {
        let definition = catalogue.role(role)?;
        // A role of the tenant's own may name actions that no list has.
        let actions = if let Some(own) = tenant.custom_roles().get(&role) {
            own.actions.clone()
        } else {
            let edition = catalogue.edition(Edition::Current);
            let listed = catalogue.actions(role)?.iter();
            listed
                .filter_map(|id| Some(edition.entry(id)?.action.clone()))
                .collect()
        };
        let taken = |name: &str| {
            let mut own = tenant.custom_roles().values();
            own.any(|other| other.name.to_lowercase() == name.to_lowercase())
        };
        let mut name = named(definition.name.get(language));
        let first = name.clone();
        let mut number = 2;
        while taken(&name) {
            name = format!("{first} {number}");
            number += 1;
        }
        Some(Self {
            id: RoleTemplateId(Uuid::new_v4()),
            name,
            description: definition.description.get(language).to_owned(),
            actions,
        })
    }

    /// The id of the definition.
    pub const fn id(&self) -> RoleTemplateId {
        self.id
    }

    /// Whether anything is filled in.
    pub fn is_begun(&self) -> bool {
        !self.name.trim().is_empty() || !self.actions.is_empty()
    }

    /// The role that it makes.
    pub fn role(&self) -> CustomRole {
        CustomRole {
            id: self.id,
            name: self.name.trim().into(),
            description: self.description.trim().into(),
            actions: self.actions.clone(),
        }
    }

    /// What it amounts to.
    pub fn sum(&self, catalogue: &RoleCatalogue) -> Sum {
        let edition = catalogue.edition(Edition::Current);
        let mut sum = Sum::default();
        for action in &self.actions {
            match edition.action(action.as_str()) {
                Some(id) => {
                    sum.actions.insert(id);
                    let entry = edition.entry(id);
                    if entry.is_some_and(ActionEntry::makes_privileged) {
                        sum.privileged.push(action.as_str().to_owned());
                    }
                }
                None => sum.unlisted += 1,
            }
        }
        sum
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::new()
    }
}
