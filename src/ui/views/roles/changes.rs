//! What changed between the list of the source article and the one of today: roles and actions
//! that came, went, or became privileged.
//!
//! Pure, and worked out once. The two editions number their actions differently, so that they are
//! compared by their text.

pub mod view;

use std::collections::BTreeMap;

use crate::domain::catalogue::{Edition, EntraRoles, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::{Language, LocalText};
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{RoleDefinition, RoleTemplateId};
use crate::exchange::{Cell, Table};

/// What sort of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A role is marked privileged that was not.
    RoleNewlyPrivileged,
    /// A role is not marked privileged any more.
    RoleNoLongerPrivileged,
    /// A role came.
    RoleAdded,
    /// A role went.
    RoleRemoved,
    /// A role has another name.
    RoleRenamed,
    /// A role has an action that is labelled privileged and was not.
    ActionNewlyPrivileged,
    /// A role has an action it had not.
    ActionAdded,
    /// A role lost an action.
    ActionRemoved,
}

impl Kind {
    /// All of them, in the order of the filter and of the list.
    pub const ALL: [Self; 8] = [
        Self::RoleNewlyPrivileged,
        Self::RoleNoLongerPrivileged,
        Self::RoleAdded,
        Self::RoleRemoved,
        Self::RoleRenamed,
        Self::ActionNewlyPrivileged,
        Self::ActionAdded,
        Self::ActionRemoved,
    ];

    /// The key in files, and the end of the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RoleNewlyPrivileged => "role-newly-privileged",
            Self::RoleNoLongerPrivileged => "role-no-longer-privileged",
            Self::RoleAdded => "role-added",
            Self::RoleRemoved => "role-removed",
            Self::RoleRenamed => "role-renamed",
            Self::ActionNewlyPrivileged => "action-newly-privileged",
            Self::ActionAdded => "action-added",
            Self::ActionRemoved => "action-removed",
        }
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of which sort.
    pub kind: Kind,
    /// The role it is about.
    pub role: RoleTemplateId,
    /// What the role is called now; what it was called, where it went.
    pub name: LocalText,
    /// What the role is for.
    pub about: LocalText,
    /// Whether the role is privileged now.
    pub privileged: bool,
    /// The action, with what it does; for a renamed role the name it had.
    pub what: Option<(Box<str>, LocalText)>,
    /// Whether the action is labelled privileged.
    pub privileged_action: bool,
}

/// Everything that changed, by kind and then by role.
pub fn changes(catalogue: &RoleCatalogue) -> Vec<Change> {
    between(
        catalogue.edition(Edition::Seed),
        catalogue.edition(Edition::Current),
    )
}

/// Everything that differs between two editions, by kind and then by role.
pub fn between(before: &EntraRoles, after: &EntraRoles) -> Vec<Change> {
    let mut changes = Vec::new();
    for role in after.roles() {
        match before.get(role.id) {
            None => changes.push(change(Kind::RoleAdded, role)),
            Some(was) => of_role((before, was), (after, role), &mut changes),
        }
    }
    let gone = before
        .roles()
        .iter()
        .filter(|role| after.get(role.id).is_none());
    changes.extend(gone.map(|role| change(Kind::RoleRemoved, role)));
    let action = |change: &Change| {
        let what = change.what.as_ref();
        what.map(|(text, _)| text.clone())
    };
    changes.sort_by_cached_key(|change| (change.kind, fold(&change.name.en), action(change)));
    changes
}

fn change(kind: Kind, role: &RoleDefinition) -> Change {
    Change {
        kind,
        role: role.id,
        name: role.name.clone(),
        about: role.description.clone(),
        privileged: role.privileged,
        what: None,
        privileged_action: false,
    }
}

fn of_role(
    (before, was): (&EntraRoles, &RoleDefinition),
    (after, is): (&EntraRoles, &RoleDefinition),
    changes: &mut Vec<Change>,
) {
    if was.name != is.name {
        changes.push(Change {
            what: Some((was.name.en.clone(), was.name.clone())),
            ..change(Kind::RoleRenamed, is)
        });
    }
    match (was.privileged, is.privileged) {
        (false, true) => changes.push(change(Kind::RoleNewlyPrivileged, is)),
        (true, false) => changes.push(change(Kind::RoleNoLongerPrivileged, is)),
        _ => {}
    }
    // A table that was lost is not a table without actions.
    let (Some(had), Some(has)) = (was.actions.set(), is.actions.set()) else {
        return;
    };
    let (had, has) = (by_text(before, had), by_text(after, has));
    for (text, entry) in &has {
        let kind = match had.get(text) {
            None => Kind::ActionAdded,
            Some(known) if known.privileged != Some(true) && entry.privileged == Some(true) => {
                Kind::ActionNewlyPrivileged
            }
            Some(_) => continue,
        };
        changes.push(of_action(kind, is, entry));
    }
    let lost = had.iter().filter(|(text, _)| !has.contains_key(*text));
    changes.extend(lost.map(|(_, entry)| of_action(Kind::ActionRemoved, is, entry)));
}

fn of_action(
    kind: Kind,
    role: &RoleDefinition,
    entry: &crate::domain::catalogue::ActionEntry,
) -> Change {
    Change {
        what: Some((entry.action.as_str().into(), entry.description.clone())),
        privileged_action: entry.privileged == Some(true),
        ..change(kind, role)
    }
}

fn by_text<'a>(
    edition: &'a EntraRoles,
    set: &ActionSet,
) -> BTreeMap<&'a str, &'a crate::domain::catalogue::ActionEntry> {
    let entries = set.iter().filter_map(|action| edition.entry(action));
    entries
        .map(|entry| (entry.action.as_str(), entry))
        .collect()
}

/// How many there are of each kind, in the order of [`Kind::ALL`].
pub fn counts(changes: &[Change]) -> [usize; 8] {
    Kind::ALL.map(|kind| changes.iter().filter(|change| change.kind == kind).count())
}

/// The places of the changes of `kind`, or of any, that have all of the words: by kind, and then
/// by the name of the role in `language`.
pub fn shown(changes: &[Change], language: Language, kind: Option<Kind>, text: &str) -> Vec<usize> {
    let asked = fold(text);
    let words: Vec<_> = asked.split_whitespace().collect();
    let found = |change: &Change| {
        let mut line = fold(&format!("{} {}", change.name.en, change.name.nl));
        if let Some((text, what)) = &change.what {
            line.push(' ');
            line.push_str(&fold(&format!("{text} {} {}", what.en, what.nl)));
        }
        words.iter().all(|word| line.contains(word))
    };
    let mut kept: Vec<_> = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| kind.is_none_or(|kind| kind == change.kind) && found(change))
        .collect();
    kept.sort_by_cached_key(|(_, change)| (change.kind, fold(change.name.get(language))));
    kept.into_iter().map(|(place, _)| place).collect()
}

/// The changes at `places`, for a file.
pub fn table(changes: &[Change], language: Language, places: &[usize]) -> Table {
    let header = ["change", "template_id", "role", "what", "description"];
    let row = |change: &Change| {
        let what = change.what.as_ref();
        let text = |text: Option<&str>| text.map_or(Cell::Absent, Cell::text);
        vec![
            Cell::text(change.kind.key()),
            Cell::text(change.role.to_string()),
            Cell::text(change.name.get(language)),
            text(what.map(|(text, _)| &**text)),
            text(what.map(|(_, words)| words.get(language))),
        ]
    };
    Table {
        header: header.map(str::to_owned).to_vec(),
        rows: places
            .iter()
            .filter_map(|place| changes.get(*place))
            .map(row)
            .collect(),
    }
}
