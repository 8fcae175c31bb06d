//! The history, prepared for filtering: who and what every entry is about, and whether the chain
//! holds. Made anew when the history grows, on a worker when it is long.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::haystack::{Haystack, terms};
use crate::domain::audit::chain::{self, ChainBreak};
use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::{KnownNames, Names as _, TenantNames};
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::i18n::change_words::item_words;

/// What is asked of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What changed about this person.
    pub person: Option<UserId>,
    /// What changed about who holds this role.
    pub role: Option<RoleTemplateId>,
    /// What this person did.
    pub actor: Option<UserId>,
    /// From this moment on.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// With all of these words.
    pub text: String,
}

impl Query {
    /// Whether everything is asked for.
    pub fn is_empty(&self) -> bool {
        Self {
            text: self.text.trim().to_owned(),
            ..self.clone()
        } == Self::default()
    }
}

/// Someone or something to filter by: its name, what it is, and in how many entries.
pub type Choice<T> = (String, T, usize);

/// A history, prepared.
#[derive(Debug)]
pub struct Facts {
    texts: Haystack,
    by_person: HashMap<UserId, Vec<u32>>,
    by_role: BTreeMap<RoleTemplateId, Vec<u32>>,
    by_actor: HashMap<UserId, Vec<u32>>,
    /// The people that entries are about, by name.
    pub people: Vec<Choice<UserId>>,
    /// The roles that entries are about, by name.
    pub roles: Vec<Choice<RoleTemplateId>>,
    /// The people who changed something, by name.
    pub actors: Vec<Choice<UserId>>,
    /// What is gone by now is called.
    pub gone: KnownNames,
    /// Where the history does not hold together, if anywhere.
    pub broken: Option<ChainBreak>,
    /// How many entries at its beginning were written before there was a chain.
    pub unchained: usize,
}

impl Facts {
    /// Prepares the history of a tenant.
    pub fn of(tenant: &Tenant, catalogue: &RoleCatalogue, language: Language) -> Self {
        let texts = Texts::new(language);
        let gone = KnownNames::of_gone(tenant);
        let names = TenantNames {
            tenant,
            gone: &gone,
        };
        let entries = tenant.audit();
        let mut haystack = Haystack::default();
        let mut by_person: HashMap<UserId, Vec<u32>> = HashMap::new();
        let mut by_role: BTreeMap<RoleTemplateId, Vec<u32>> = BTreeMap::new();
        let mut by_actor: HashMap<UserId, Vec<u32>> = HashMap::new();
        for (place, entry) in (0..).zip(entries) {
            haystack.add(&entry.number.to_string());
            haystack.add(names.user(entry.actor).unwrap_or_default());
            haystack.add(entry.reason.as_deref().unwrap_or_default());
            haystack.add(entry.ticket.as_deref().unwrap_or_default());
            by_actor.entry(entry.actor).or_default().push(place);
            let mut people = BTreeSet::new();
            let mut roles = BTreeSet::new();
            for item in &entry.items {
                haystack.add(&item_words(&texts, catalogue, &names, item));
                people.extend(item.user());
                roles.extend(role_of(item));
            }
            haystack.end();
            for user in people {
                by_person.entry(user).or_default().push(place);
            }
            for role in roles {
                by_role.entry(role).or_default().push(place);
            }
        }
        let called = |user: UserId| match names.user(user) {
            Some(name) => name.to_owned(),
            None => user.0.to_string(),
        };
        let role_name = |id: RoleTemplateId| match catalogue.role(id) {
            Some(role) => role.name.get(language).to_owned(),
            None => id.to_string(),
        };
        let chained = entries.iter().position(|entry| entry.hash.is_some());
        Self {
            people: choices(by_person.iter(), called),
            roles: choices(by_role.iter(), role_name),
            actors: choices(by_actor.iter(), called),
            broken: chain::verify(entries).err(),
            unchained: chained.unwrap_or(entries.len()),
            texts: haystack,
            by_person,
            by_role,
            by_actor,
            gone,
        }
    }

    /// How much there is to search, in bytes.
    pub fn size(&self) -> usize {
        self.texts.len()
    }

    /// The places of the entries that a query asks for, the newest first. Those that are newer
    /// than these facts are not among them.
    pub fn matching(&self, entries: &[AuditEntry], query: &Query) -> Vec<u32> {
        let terms = terms(&query.text);
        let sets = [
            query.person.map(|id| list(self.by_person.get(&id))),
            query.role.map(|id| list(self.by_role.get(&id))),
            query.actor.map(|id| list(self.by_actor.get(&id))),
        ];
        let wanted = |place: u32| {
            let index = place as usize;
            let in_sets = sets.iter().flatten();
            let in_time = entries.get(index).is_some_and(|entry| {
                query.from.is_none_or(|from| from <= entry.at)
                    && query.until.is_none_or(|until| entry.at < until)
            });
            in_time
                && in_sets.clone().all(|set| set.binary_search(&place).is_ok())
                && self.texts.has(index, &terms)
        };
        let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        (0..count).rev().filter(|place| wanted(*place)).collect()
    }
}

/// All places of a history, the newest first.
pub fn everything(entries: &[AuditEntry]) -> Vec<u32> {
    let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    (0..count).rev().collect()
}

/// The entries that were undone, each with the one that did it.
pub fn undone(entries: &[AuditEntry]) -> BTreeMap<u32, u32> {
    let mut undone = BTreeMap::new();
    for entry in entries {
        match entry.origin {
            AuditOrigin::Direct => {}
            AuditOrigin::Undo(of) => {
                undone.insert(of, entry.number);
            }
            AuditOrigin::Redo(of) => {
                undone.remove(&of);
            }
        }
    }
    undone
}

fn list(places: Option<&Vec<u32>>) -> &[u32] {
    places.map_or(&[], Vec::as_slice)
}

fn role_of(item: &AuditItem) -> Option<RoleTemplateId> {
    match item {
        AuditItem::RoleAssigned(held) | AuditItem::RoleRevoked(held) => Some(held.role),
        _ => None,
    }
}

fn choices<'a, T: Copy + Ord + 'a>(
    found: impl Iterator<Item = (&'a T, &'a Vec<u32>)>,
    name: impl Fn(T) -> String,
) -> Vec<Choice<T>> {
    let mut choices: Vec<_> = found
        .map(|(id, places)| (name(*id), *id, places.len()))
        .collect();
    choices.sort();
    choices
}
