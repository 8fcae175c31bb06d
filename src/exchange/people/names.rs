//! Roles and licences by the names that people write: never one of several that a name may mean.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::{RoleDefinition, RoleTemplateId};
use crate::domain::tenant::Tenant;

/// What goes by each name.
#[derive(Clone, Debug)]
pub struct Names<T> {
    by_name: BTreeMap<String, BTreeSet<T>>,
}

/// A name that does not mean one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear<T> {
    /// Nothing goes by it.
    Unknown(Box<str>),
    /// Several things go by it.
    Ambiguous(Box<str>, Vec<T>),
}

impl<T: Copy + Ord> Names<T> {
    const fn new() -> Self {
        Self {
            by_name: BTreeMap::new(),
        }
    }

    fn add(&mut self, name: &str, thing: T) {
        self.by_name.entry(key(name)).or_default().insert(thing);
    }

    /// What a name means.
    pub fn get(&self, name: &str) -> Result<T, Unclear<T>> {
        let found = self.by_name.get(&key(name));
        let mut found = found.into_iter().flatten().copied();
        match (found.next(), found.next()) {
            (None, _) => Err(Unclear::Unknown(name.into())),
            (Some(thing), None) => Ok(thing),
            (Some(one), Some(other)) => {
                let all = [one, other].into_iter().chain(found).collect();
                Err(Unclear::Ambiguous(name.into(), all))
            }
        }
    }

    /// What a cell means: one name, or several with `;` or a line break between.
    pub fn list(&self, cell: &str) -> Result<BTreeSet<T>, Unclear<T>> {
        if let Ok(thing) = self.get(cell) {
            return Ok([thing].into());
        }
        let parts = cell.split([';', '\n', '\r']).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(|part| self.get(part)).collect()
    }
}

/// The roles by their names in both languages, their aliases, the names of the classic view, and
/// their template ids.
pub fn roles(catalogue: &RoleCatalogue) -> Names<RoleTemplateId> {
    let mut names = Names::new();
    let mut add = |role: &RoleDefinition| {
        names.add(&role.name.en, role.id);
        names.add(&role.name.nl, role.id);
        for alias in &role.aliases {
            names.add(alias, role.id);
        }
        names.add(&role.id.to_string(), role.id);
    };
    let current = catalogue.edition(Edition::Current).roles().iter();
    let seed = catalogue.edition(Edition::Seed).roles().iter();
    current.chain(seed).for_each(&mut add);
    catalogue.retired().iter().for_each(&mut add);
    for entry in catalogue.office365_roles() {
        let role = entry.role.template_id();
        names.add(&entry.name.en, role);
        names.add(&entry.name.nl, role);
    }
    names
}

/// The subscriptions by their names and ids.
pub fn licences(tenant: &Tenant) -> Names<SubscriptionId> {
    let mut names = Names::new();
    for subscription in tenant.subscriptions() {
        names.add(&subscription.name, subscription.id);
        names.add(&subscription.id.0.to_string(), subscription.id);
    }
    names
}

/// A name as it is looked up: folded, single spaces, an id as ids are written.
fn key(name: &str) -> String {
    let name = name.trim();
    if let Ok(id) = Uuid::try_parse(name) {
        return id.to_string();
    }
    let folded = fold(name);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
