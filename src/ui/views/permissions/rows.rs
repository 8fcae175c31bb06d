//! What the matrix shows: rows, columns and marks, worked out from the catalogue.
//!
//! Pure, and built when the question changes, never while drawing. Rows are held with a mark for
//! each shown column; folding only leaves lines out, so that what is exported is what was
//! filtered. How a mark looks is [`super::marks`]' affair.

mod query;

use std::collections::BTreeMap;

use crate::domain::catalogue::{ActionEntry, Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::office365::{Grant, Limit, Office365Permission, Office365Role};
use crate::domain::resource_action::ActionId;
use crate::domain::role::{RoleDefinition, RoleTemplateId};

use self::query::Words;
pub use self::query::{Filters, Query, Tab};

/// The namespace that stands first: the directory itself, which most roles are about.
const HOME: &str = "microsoft.directory";

/// What a role may do of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Fully.
    Yes,
    /// As far as the limit.
    Limited(Limit),
    /// Not.
    No,
    /// No source tells what this role may do. Not the same as no.
    Unknown,
}

/// A role as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The role.
    pub role: RoleTemplateId,
    /// The classic role that it is shown as, in the Office 365 matrix.
    pub office365: Option<Office365Role>,
    /// Its name.
    pub name: Box<str>,
    /// Whether it is privileged.
    pub privileged: bool,
    /// Whether its actions are unknown.
    pub unknown: bool,
    /// Whether the selected person holds it.
    pub held: bool,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// A permission of the classic view.
    Permission(Office365Permission),
    /// An action of the edition that is shown.
    Action(ActionId),
}

/// A row: a permission or an action, with a mark for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub key: RowKey,
    /// The key in files: the permission's, or the action as written.
    pub text: Box<str>,
    /// The same in words.
    pub words: Box<str>,
    /// Whether it is labelled privileged, where a source says.
    pub privileged: Option<bool>,
    /// The marks, in the order of the columns.
    pub marks: Box<[Mark]>,
}

/// The actions of a namespace that are left after filtering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The namespace.
    pub name: Box<str>,
    /// How many actions are left.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
    /// Whether its rows are left out.
    pub folded: bool,
    /// How many of the rows each column may do, in the order of the columns.
    pub yes: Box<[u16]>,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of [`Rows::groups`] at this place.
    Group(usize),
    /// The row of [`Rows::items`] at this place.
    Item(usize),
}

/// How many cells carry which mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Fully.
    pub yes: usize,
    /// With a limit.
    pub limited: usize,
    /// Not.
    pub no: usize,
    /// Unknown.
    pub unknown: usize,
}

/// A matrix, filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The columns: the selected person's roles first, then by name.
    pub columns: Vec<Column>,
    /// The rows that are left, also the folded ones.
    pub items: Vec<Item>,
    /// The namespaces of these rows.
    pub groups: Vec<Group>,
    /// What the table shows, from top to bottom.
    pub lines: Vec<Line>,
    /// The cells of `items`, counted.
    pub tally: Tally,
    /// How many rows and columns there are without any filter.
    pub all: (usize, usize),
    /// The verbs of all actions with their number, most frequent first.
    pub verbs: Vec<(Box<str>, usize)>,
    /// How many actions and roles of the whole matrix are privileged.
    pub privileged: (usize, usize),
}

impl Rows {
    /// The row on a line, unless it is the head of a group.
    pub fn item(&self, line: usize) -> Option<&Item> {
        match self.lines.get(line)? {
            Line::Item(index) => self.items.get(*index),
            Line::Group(_) => None,
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() || self.columns.is_empty()
    }
}

/// The matrix that `query` asks for.
pub fn rows(catalogue: &RoleCatalogue, query: &Query) -> Rows {
    match query.tab {
        Tab::Office365 => office365(catalogue, query),
        Tab::Entra(edition) => entra(catalogue, edition, query),
    }
}

fn office365(catalogue: &RoleCatalogue, query: &Query) -> Rows {
    let filters = &query.filters;
    let wanted = Words::new(&filters.roles);
    let mut columns = Vec::new();
    for entry in catalogue.office365_roles() {
        let id = entry.role.template_id();
        let entra = catalogue.role(id);
        let found = wanted.are_in(&[&entry.name.en, &entry.name.nl])
            || entra.is_some_and(|role| wanted.name_role(role));
        if found && query.shows_role(id) {
            columns.push(Column {
                role: id,
                office365: Some(entry.role),
                name: entry.name.get(query.language).into(),
                privileged: entra.is_some_and(|role| role.privileged),
                unknown: false,
                held: query.holds(id),
            });
        }
    }

    let wanted = Words::new(&filters.actions);
    let permissions = catalogue.office365_permissions().iter();
    let items = permissions
        .filter(|entry| wanted.are_in(&[&entry.name.en, &entry.name.nl]))
        .map(|entry| Item {
            key: RowKey::Permission(entry.permission),
            text: entry.permission.key().into(),
            words: entry.name.get(query.language).into(),
            privileged: None,
            marks: columns
                .iter()
                .filter_map(|column| column.office365)
                .map(|role| Mark::of(catalogue.office365_grant(role, entry.permission)))
                .collect(),
        })
        .filter(|item| filters.let_pass(item))
        .collect();
    let mut rows = Rows {
        all: (
            catalogue.office365_permissions().len(),
            catalogue.office365_roles().len(),
        ),
        columns,
        items,
        ..Rows::default()
    };
    rows.lines = (0..rows.items.len()).map(Line::Item).collect();
    rows.tally = tally(&rows.items);
    rows
}

fn entra(catalogue: &RoleCatalogue, edition: Edition, query: &Query) -> Rows {
    let filters = &query.filters;
    let edition = catalogue.edition(edition);
    let wanted = Words::new(&filters.roles);
    let mut roles: Vec<_> = edition
        .roles()
        .iter()
        .filter(|role| !filters.privileged_roles || role.privileged)
        .filter(|role| query.shows_role(role.id) && wanted.name_role(role))
        .collect();
    roles.sort_by_cached_key(|role| (!query.holds(role.id), fold(role.name.get(query.language))));

    let wanted = Words::new(&filters.actions);
    let mut kept: Vec<(&str, Item)> = Vec::new();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut verbs: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, entry) in (0u16..).zip(edition.actions()) {
        let (namespace, verb) = (entry.action.namespace(), entry.action.verb());
        *sizes.entry(namespace).or_default() += 1;
        *verbs.entry(verb).or_default() += 1;
        let asked = filters.verb.as_deref().is_none_or(|asked| asked == verb)
            && (!filters.privileged_actions || entry.privileged == Some(true))
            && wanted.are_in(&[
                entry.action.as_str(),
                &entry.description.en,
                &entry.description.nl,
            ]);
        if asked {
            let item = entra_item(ActionId(number), entry, &roles, query.language);
            if filters.let_pass(&item) {
                kept.push((namespace, item));
            }
        }
    }
    // Stable: within a namespace the actions stay in the order of their text.
    kept.sort_by_key(|(namespace, _)| (*namespace != HOME, *namespace));

    let mut rows = Rows {
        all: (edition.actions().len(), edition.roles().len()),
        privileged: (
            edition
                .actions()
                .iter()
                .filter(|entry| entry.privileged == Some(true))
                .count(),
            edition
                .roles()
                .iter()
                .filter(|role| role.privileged)
                .count(),
        ),
        columns: roles.iter().map(|role| entra_column(role, query)).collect(),
        verbs: verbs
            .into_iter()
            .map(|(verb, count)| (verb.into(), count))
            .collect(),
        ..Rows::default()
    };
    rows.verbs
        .sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for chunk in kept.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((namespace, _)) = chunk.first() else {
            continue;
        };
        let folded = filters.folded.contains(*namespace);
        rows.lines.push(Line::Group(rows.groups.len()));
        let mut yes = vec![0u16; roles.len()];
        for (_, item) in chunk {
            if !folded {
                rows.lines.push(Line::Item(rows.items.len()));
            }
            for (count, mark) in yes.iter_mut().zip(&item.marks) {
                *count += u16::from(*mark == Mark::Yes);
            }
            rows.items.push(item.clone());
        }
        rows.groups.push(Group {
            name: (*namespace).into(),
            shown: chunk.len(),
            all: sizes.get(namespace).copied().unwrap_or_default(),
            folded,
            yes: yes.into(),
        });
    }
    rows.tally = tally(&rows.items);
    rows
}

fn entra_column(role: &RoleDefinition, query: &Query) -> Column {
    Column {
        role: role.id,
        office365: None,
        name: role.name.get(query.language).into(),
        privileged: role.privileged,
        unknown: role.actions.set().is_none(),
        held: query.holds(role.id),
    }
}

fn entra_item(
    number: ActionId,
    entry: &ActionEntry,
    roles: &[&RoleDefinition],
    language: Language,
) -> Item {
    let mark = |role: &&RoleDefinition| match role.actions.set() {
        None => Mark::Unknown,
        Some(set) if set.contains(number) => Mark::Yes,
        Some(_) => Mark::No,
    };
    Item {
        key: RowKey::Action(number),
        text: entry.action.as_str().into(),
        words: entry.description.get(language).into(),
        privileged: entry.privileged,
        marks: roles.iter().map(mark).collect(),
    }
}

fn tally(items: &[Item]) -> Tally {
    let mut tally = Tally::default();
    for mark in items.iter().flat_map(|item| &item.marks) {
        match mark {
            Mark::Yes => tally.yes += 1,
            Mark::Limited(_) => tally.limited += 1,
            Mark::No => tally.no += 1,
            Mark::Unknown => tally.unknown += 1,
        }
    }
    tally
}

impl Mark {
    fn of(grant: Grant) -> Self {
        match grant {
            Grant::Yes => Self::Yes,
            Grant::Limited(limit) => Self::Limited(limit),
            Grant::No => Self::No,
        }
    }

    /// The value in files, as [`Grant::key`] has it; `unknown` where nothing is known.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => Grant::Yes.key(),
            Self::Limited(limit) => Grant::Limited(limit).key(),
            Self::No => Grant::No.key(),
            Self::Unknown => "unknown",
        }
    }
}
