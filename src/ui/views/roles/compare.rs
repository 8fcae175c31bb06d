//! Roles side by side: what they share, where they differ, and which contains which.
//!
//! Pure, and made when the roles or the filter change. A role whose actions are unknown is unknown
//! in every row of actions: what the others have may be shared with it or not.

mod table;
pub mod view;

use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::RoleTemplateId;
use crate::exchange::{Cell, Table};
use crate::ui::views::permissions::rows::Mark;

/// As many as there is room for.
pub const MOST: usize = 6;
/// Fewer are no comparison.
pub const LEAST: usize = 2;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// The fifteen permissions, and every action that one of them has.
    #[default]
    All,
    /// Those that all of them have alike.
    Shared,
    /// Those that not all have alike.
    Differing,
    /// Those that exactly one has.
    OnlyOne,
}

impl Show {
    /// All four, in the order of the filter.
    pub const ALL: [Self; 4] = [Self::All, Self::Shared, Self::Differing, Self::OnlyOne];
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// One of the fifteen permissions.
    Permission(Office365Permission),
    /// An action of the current edition.
    Action(ActionId),
}

/// A role as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub role: RoleTemplateId,
    /// Its name.
    pub name: String,
    /// Whether it is privileged.
    pub privileged: bool,
    /// How many actions it has; none where that is unknown.
    pub actions: Option<usize>,
}

/// A permission or an action, with a mark for each role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub key: Key,
    /// In words.
    pub words: String,
    /// The key of the permission, or the action as written.
    pub text: String,
    /// Whether it is a privileged action.
    pub privileged: bool,
    /// The marks, in the order of the columns.
    pub marks: Vec<Mark>,
}

impl Item {
    /// Whether the row is shown under `show`.
    ///
    /// An unknown cell is neither a yes nor a no: with one, nothing is shared for sure, and what
    /// one role has differs from it or not.
    pub fn passes(&self, show: Show) -> bool {
        let known: Vec<_> = self
            .marks
            .iter()
            .filter(|mark| **mark != Mark::Unknown)
            .collect();
        let has = known.iter().filter(|mark| ***mark != Mark::No).count();
        let alike = known.array_windows::<2>().all(|[one, other]| one == other);
        let complete = known.len() == self.marks.len();
        match show {
            Show::All => true,
            Show::Shared => complete && alike && has > 0,
            Show::Differing => !alike,
            Show::OnlyOne => complete && has == 1,
        }
    }
}

/// How two roles relate, by their actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They have the same actions.
    Same,
    /// The second has all the first has, and so many more.
    ContainedIn(usize),
    /// The first has all the second has, and so many more.
    Contains(usize),
    /// So many actions are in both; each has others.
    Overlap(usize),
    /// No action is in both.
    Nothing,
    /// The actions of one of them are unknown.
    Unknown,
}

/// A pair of columns and how they relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The place of the first.
    pub one: usize,
    /// The place of the second.
    pub other: usize,
    /// How the first relates to the second.
    pub relation: Relation,
}

/// Roles side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The roles.
    pub columns: Vec<Column>,
    /// The rows: the permissions first, then every action that one of them has, by its text.
    pub items: Vec<Item>,
    /// How every two of them relate.
    pub pairs: Vec<Pair>,
    /// How many rows each filter shows, in the order of [`Show::ALL`].
    pub counts: [usize; 4],
}

/// Puts `roles` side by side.
pub fn compare(
    catalogue: &RoleCatalogue,
    language: Language,
    roles: &[RoleTemplateId],
) -> Comparison {
    let columns: Vec<_> = roles
        .iter()
        .map(|id| {
            let role = catalogue.role(*id);
            Column {
                role: *id,
                name: role
                    .map_or_else(|| id.to_string(), |role| role.name.get(language).to_owned()),
                privileged: role.is_some_and(|role| role.privileged),
                actions: catalogue.actions(*id).map(ActionSet::len),
            }
        })
        .collect();
    let mut items = permissions(catalogue, language, roles);
    items.extend(actions(catalogue, language, roles));
    let counts = Show::ALL.map(|show| items.iter().filter(|item| item.passes(show)).count());
    let mut pairs = Vec::new();
    for (one, first) in roles.iter().enumerate() {
        for (other, second) in roles.iter().enumerate().skip(one + 1) {
            let relation = relation(catalogue.actions(*first), catalogue.actions(*second));
            pairs.push(Pair {
                one,
                other,
                relation,
            });
        }
    }
    Comparison {
        columns,
        items,
        pairs,
        counts,
    }
}

fn permissions(
    catalogue: &RoleCatalogue,
    language: Language,
    roles: &[RoleTemplateId],
) -> Vec<Item> {
    let item = |entry: &crate::domain::catalogue::Office365PermissionEntry| {
        let permission = entry.permission;
        let mark = |id: &RoleTemplateId| match catalogue.grant(*id, permission) {
            Grant::Yes => Mark::Yes,
            Grant::Limited(limit) => Mark::Limited(limit),
            // The eight have a row of their own, so that their actions do not matter.
            Grant::No if is_unknown(catalogue, *id) => Mark::Unknown,
            Grant::No => Mark::No,
        };
        Item {
            key: Key::Permission(permission),
            words: entry.name.get(language).to_owned(),
            text: permission.key().to_owned(),
            privileged: false,
            marks: roles.iter().map(mark).collect(),
        }
    };
    let entries = catalogue.office365_permissions().iter();
    entries.map(item).collect()
}

fn is_unknown(catalogue: &RoleCatalogue, id: RoleTemplateId) -> bool {
    catalogue.actions(id).is_none()
}

fn actions(catalogue: &RoleCatalogue, language: Language, roles: &[RoleTemplateId]) -> Vec<Item> {
    let sets: Vec<_> = roles.iter().map(|id| catalogue.actions(*id)).collect();
    let mut all = ActionSet::default();
    for set in sets.iter().flatten() {
        all.union_with(set);
    }
    let edition = catalogue.edition(Edition::Current);
    let item = |action: ActionId| {
        let entry = edition.entry(action)?;
        let mark = |set: Option<&ActionSet>| match set {
            None => Mark::Unknown,
            Some(set) if set.contains(action) => Mark::Yes,
            Some(_) => Mark::No,
        };
        Some(Item {
            key: Key::Action(action),
            words: entry.description.get(language).to_owned(),
            text: entry.action.as_str().to_owned(),
            privileged: entry.privileged == Some(true),
            marks: sets.iter().copied().map(mark).collect(),
        })
    };
    all.iter().filter_map(item).collect()
}

/// How one set of actions relates to another.
pub fn relation(one: Option<&ActionSet>, other: Option<&ActionSet>) -> Relation {
    let (Some(one), Some(other)) = (one, other) else {
        return Relation::Unknown;
    };
    let (first, second) = (one.minus(other), other.minus(one));
    let common = one.len() - first.len();
    match (first.is_empty(), second.is_empty(), common) {
        (true, true, _) => Relation::Same,
        (_, _, 0) => Relation::Nothing,
        (true, false, _) => Relation::ContainedIn(second.len()),
        (false, true, _) => Relation::Contains(first.len()),
        (false, false, common) => Relation::Overlap(common),
    }
}

/// The places of the rows that are shown.
pub fn shown(comparison: &Comparison, show: Show, text: &str) -> Vec<usize> {
    let asked = fold(text);
    let words: Vec<_> = asked.split_whitespace().collect();
    let found = |item: &Item| {
        let line = fold(&format!("{} {}", item.words, item.text));
        words.iter().all(|word| line.contains(word))
    };
    let items = comparison.items.iter().enumerate();
    items
        .filter(|(_, item)| item.passes(show) && found(item))
        .map(|(place, _)| place)
        .collect()
}

/// The rows at `places`, for a file: names in the language of the screen, cells by their keys.
pub fn table(comparison: &Comparison, places: &[usize]) -> Table {
    let names = comparison.columns.iter().map(|column| column.name.clone());
    let fixed = ["item", "description", "privileged"].map(str::to_owned);
    let row = |item: &Item| {
        let privileged = match item.key {
            Key::Permission(_) => Cell::Absent,
            Key::Action(_) => Cell::Truth(item.privileged),
        };
        let fixed = [
            Cell::text(item.text.as_str()),
            Cell::text(item.words.as_str()),
            privileged,
        ];
        let marks = item.marks.iter().map(|mark| Cell::text(mark.key()));
        fixed.into_iter().chain(marks).collect()
    };
    Table {
        header: fixed.into_iter().chain(names).collect(),
        rows: places
            .iter()
            .filter_map(|place| comparison.items.get(*place))
            .map(row)
            .collect(),
    }
}
