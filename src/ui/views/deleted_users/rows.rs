//! Who was deleted, found by words and gathered for the rows that are drawn.

use std::sync::Arc;

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::fold::{fold, fold_into};
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::{DeletedUser, UserId};

/// Everybody who was deleted, the latest first, with the text they are found by.
#[derive(Debug, Default)]
pub struct Listing {
    people: Vec<(UserId, String)>,
}

impl Listing {
    /// Gathers them. Costs a look at each.
    pub fn of(tenant: &Tenant) -> Self {
        let mut people: Vec<_> = tenant.deleted_users().iter().collect();
        people.sort_by(|(_, one), (_, other)| {
            let name = |record: &DeletedUser| record.user.profile.display_name.clone();
            let later = other.at.cmp(&one.at);
            later.then_with(|| name(one).cmp(&name(other)))
        });
        let text = |record: &DeletedUser| {
            let mut text = fold(&record.user.profile.display_name);
            text.push('\n');
            fold_into(&mut text, record.user.upn.as_str());
            text
        };
        Self {
            people: people
                .into_iter()
                .map(|(id, record)| (*id, text(record)))
                .collect(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Those in whose name or user name every word occurs.
    pub fn find(&self, words: &str) -> Arc<[UserId]> {
        let folded = fold(words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        self.people
            .iter()
            .filter(|(_, text)| words.iter().all(|word| text.contains(word)))
            .map(|(id, _)| *id)
            .collect()
    }
}

/// A deleted person as the list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: &'a str,
    /// What they signed in with.
    pub upn: &'a str,
    /// When they were deleted.
    pub at: Timestamp,
    /// From when on they can't be restored any more.
    pub until: Timestamp,
    /// Whether they can't be restored any more.
    pub expired: bool,
    /// The roles that come back with them, by weight and name.
    pub roles: Vec<KeptRole<'a>>,
}

/// A role that comes back with a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRole<'a> {
    /// Which.
    pub id: RoleTemplateId,
    /// Its name; nothing when the catalogue does not know it.
    pub name: Option<&'a str>,
    /// Whether it is privileged.
    pub privileged: bool,
}

impl KeptRole<'_> {
    /// Its name, or its id when nobody knows its name.
    pub fn label(&self) -> String {
        self.name.map_or_else(|| self.id.to_string(), str::to_owned)
    }
}

/// Gathers the rows of these people.
pub fn rows<'a>(
    tenant: &'a Tenant,
    catalogue: &'a RoleCatalogue,
    language: Language,
    now: Timestamp,
    people: &[UserId],
) -> Vec<Row<'a>> {
    let days = tenant.organization().deleted_user_days;
    let records = people
        .iter()
        .filter_map(|id| tenant.deleted_users().get(id));
    records
        .map(|record| {
            let until = record.kept_until(days);
            Row {
                id: record.user.id,
                name: &record.user.profile.display_name,
                upn: record.user.upn.as_str(),
                at: record.at,
                until,
                expired: until <= now,
                roles: roles(catalogue, language, now, record),
            }
        })
        .collect()
}

fn roles<'a>(
    catalogue: &'a RoleCatalogue,
    language: Language,
    now: Timestamp,
    record: &DeletedUser,
) -> Vec<KeptRole<'a>> {
    let held = record.assignments.iter();
    let mut ids: Vec<_> = held
        .filter(|held| !held.is_expired(now))
        .map(|held| held.role)
        .collect();
    ids.dedup();
    let mut roles: Vec<_> = ids
        .into_iter()
        .map(|id| {
            let definition = catalogue.role(id);
            KeptRole {
                id,
                name: definition.map(|role| role.name.get(language)),
                privileged: definition.is_some_and(|role| role.privileged),
            }
        })
        .collect();
    roles.sort_by_key(|role| {
        let global = role.id == RoleTemplateId::GLOBAL_ADMINISTRATOR;
        (!global, !role.privileged, role.name, role.id)
    });
    roles.dedup();
    roles
}
