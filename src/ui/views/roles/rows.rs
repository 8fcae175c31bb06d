//! What stands in the list of roles: which are found, how, and in what order.
//!
//! Pure. Answers are made when the question, the catalogue or the holders change, never while
//! drawing.

use std::collections::{BTreeMap, BTreeSet};

use super::holders::{Counts, Holders};
use super::namespaces;
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::office365::Office365Role;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{RoleCategory, RoleDefinition, RoleNoteKind, RoleStatus, RoleTemplateId};
use crate::ui::views::role_editor::matching::{self, Match};

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur in a name, an id, or one line of what the role can do.
    pub text: String,
    /// What the rows must be.
    pub filters: Filters,
    /// The order.
    pub sort: Sort,
}

/// What the rows must be; what is none asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Privileged.
    pub privileged: bool,
    /// Held by anybody, or by nobody.
    pub assigned: Option<bool>,
    /// Of this category.
    pub category: Option<RoleCategory>,
    /// Of this status.
    pub status: Option<RoleStatus>,
    /// About this service: a namespace of its actions, or a service that a note names.
    pub service: Option<Box<str>>,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The least first.
    pub ascending: bool,
}

/// What the list shows of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The name.
    Name,
    /// The category.
    Category,
    /// What is to be known at a glance.
    Marks,
    /// How many people hold it.
    Holders,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Name,
            ascending: true,
        }
    }
}

impl Sort {
    /// The order after a click on a column: the other way round, or what one looks for first.
    #[must_use]
    pub fn clicked(self, column: Column) -> Self {
        Self {
            column,
            ascending: if self.column == column {
                !self.ascending
            } else {
                column != Column::Holders
            },
        }
    }
}

/// A role as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub role: RoleTemplateId,
    /// Its name; its template id where no list has it.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// Whether it is privileged.
    pub privileged: bool,
    /// Where it is listed in the picker; none where no list has it.
    pub category: Option<RoleCategory>,
    /// Whether it is meant to be used; none where no list has it.
    pub status: Option<RoleStatus>,
    /// Whether the portal leaves it out.
    pub hidden: bool,
    /// Whether its actions are unknown.
    pub unknown: bool,
    /// Who holds it.
    pub counts: Counts,
    /// The remark or action by which it was found, and what kind of remark; none when it was found
    /// by name, or nothing was looked for.
    pub found_by: Option<(Option<RoleNoteKind>, String)>,
}

/// How many roles each filter would show by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterCounts {
    /// All there are.
    pub all: usize,
    /// Privileged ones.
    pub privileged: usize,
    /// Ones that somebody holds or may take up.
    pub assigned: usize,
    /// Ones of each category, in the order of the picker.
    pub categories: Vec<(RoleCategory, usize)>,
    /// Ones of each status.
    pub statuses: Vec<(RoleStatus, usize)>,
    /// Ones about each service: what it is asked by, its name, and how many.
    pub services: Vec<(Box<str>, String, usize)>,
}

/// Every role there is to show: those that can be held today, and others that someone holds.
pub fn listed(catalogue: &RoleCatalogue, holders: &Holders) -> Vec<RoleTemplateId> {
    let mut listed: Vec<_> = catalogue.roles().map(|role| role.id).collect();
    let known: BTreeSet<_> = listed.iter().copied().collect();
    listed.extend(holders.roles().filter(|role| !known.contains(role)));
    listed
}

/// The roles that `query` asks for, in order.
pub fn rows(
    catalogue: &RoleCatalogue,
    holders: &Holders,
    language: Language,
    query: &Query,
) -> Vec<Row> {
    let asked = matching::Query::new(&query.text);
    let mut rows: Vec<_> = listed(catalogue, holders)
        .into_iter()
        .filter_map(|id| {
            let counts = holders.counts(id);
            let role = catalogue.role(id);
            if !query.filters.pass(catalogue, role, counts) {
                return None;
            }
            match role {
                Some(role) => {
                    let found = asked.find(catalogue, role)?;
                    Some(row(role, language, counts, &found))
                }
                None => unlisted(id, counts, &query.text),
            }
        })
        .collect();
    rows.sort_by_cached_key(|row| fold(&row.name));
    let Sort { column, ascending } = query.sort;
    let place = |row: &Row| match column {
        Column::Name => 0,
        Column::Category => row.category.map_or(RoleCategory::ALL.len(), category_place),
        Column::Marks => marks_place(row),
        Column::Holders => row.counts.now * 1_000_000 + row.counts.eligible,
    };
    if column == Column::Name && !ascending {
        rows.reverse();
    }
    if ascending {
        rows.sort_by_key(place);
    } else {
        rows.sort_by_key(|row| std::cmp::Reverse(place(row)));
    }
    // Whoever is called so comes before whoever can do so, in any order.
    rows.sort_by_key(|row| row.found_by.is_some());
    rows
}

fn category_place(category: RoleCategory) -> usize {
    let place = RoleCategory::ALL.iter().position(|it| *it == category);
    place.unwrap_or(RoleCategory::ALL.len())
}

/// The weightiest first.
fn marks_place(row: &Row) -> usize {
    let plain = usize::from(!row.privileged) * 8;
    let in_use = match row.status {
        Some(RoleStatus::Active) => 4,
        Some(RoleStatus::ServiceAssigned) => 3,
        Some(RoleStatus::NotForUse) => 2,
        Some(RoleStatus::Deprecated) => 1,
        None => 0,
    };
    plain + in_use
}

fn row(role: &RoleDefinition, language: Language, counts: Counts, found: &Match<'_>) -> Row {
    Row {
        role: role.id,
        name: role.name.get(language).to_owned(),
        about: role.description.get(language).to_owned(),
        privileged: role.privileged,
        category: Some(role.category),
        status: Some(role.status),
        hidden: role.hidden_in_portal,
        unknown: role.actions.set().is_none(),
        counts,
        found_by: match found {
            Match::Name => None,
            Match::Ability(ability) => Some((ability.kind, ability.text.get(language).to_owned())),
        },
    }
}

/// A role that someone holds and no list has: found by its id.
fn unlisted(role: RoleTemplateId, counts: Counts, text: &str) -> Option<Row> {
    let name = role.to_string();
    let asked = fold(text);
    let found = asked.split_whitespace().all(|word| name.contains(word));
    found.then_some(Row {
        role,
        name,
        about: String::new(),
        privileged: false,
        category: None,
        status: None,
        hidden: false,
        unknown: true,
        counts,
        found_by: None,
    })
}

impl Row {
    /// A role by itself; none where no list has it and nobody holds it.
    pub fn of(
        catalogue: &RoleCatalogue,
        holders: &Holders,
        language: Language,
        id: RoleTemplateId,
    ) -> Option<Self> {
        let counts = holders.counts(id);
        match catalogue.role(id) {
            Some(role) => Some(row(role, language, counts, &Match::Name)),
            None if counts == Counts::default() => None,
            None => unlisted(id, counts, ""),
        }
    }
}

impl Filters {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn pass(
        &self,
        catalogue: &RoleCatalogue,
        role: Option<&RoleDefinition>,
        counts: Counts,
    ) -> bool {
        let is = |wanted: &dyn Fn(&RoleDefinition) -> bool| role.is_some_and(wanted);
        (!self.privileged || is(&|role| role.privileged))
            && self
                .assigned
                .is_none_or(|assigned| assigned == (counts.assignments > 0))
            && self
                .category
                .is_none_or(|category| is(&|role| role.category == category))
            && self
                .status
                .is_none_or(|status| is(&|role| role.status == status))
            && self.service.as_deref().is_none_or(|service| {
                is(&|role| {
                    services(catalogue, role)
                        .iter()
                        .any(|known| **known == *service)
                })
            })
    }
}

/// What a role is about: the namespaces of its actions, and the services that notes name.
pub fn services<'a>(catalogue: &'a RoleCatalogue, role: &'a RoleDefinition) -> BTreeSet<&'a str> {
    let edition = catalogue.edition(Edition::Current);
    let actions = catalogue.actions(role.id).into_iter();
    let namespaces = actions
        .flat_map(ActionSet::iter)
        .filter_map(|action| edition.entry(action))
        .map(|entry| entry.action.namespace());
    let notes = role.notes.iter().filter(|note| note.related.is_none());
    namespaces
        .chain(notes.filter_map(|note| note.service.as_deref()))
        .collect()
}

/// How many roles each filter would show by itself.
pub fn filter_counts(
    catalogue: &RoleCatalogue,
    holders: &Holders,
    language: Language,
) -> FilterCounts {
    let listed = listed(catalogue, holders);
    let mut counts = FilterCounts {
        all: listed.len(),
        ..FilterCounts::default()
    };
    let mut by_service: BTreeMap<&str, usize> = BTreeMap::new();
    let statuses = [
        RoleStatus::Active,
        RoleStatus::Deprecated,
        RoleStatus::NotForUse,
        RoleStatus::ServiceAssigned,
    ];
    counts.categories = RoleCategory::ALL.map(|category| (category, 0)).to_vec();
    counts.statuses = statuses.map(|status| (status, 0)).to_vec();
    for id in listed {
        counts.assigned += usize::from(holders.counts(id).assignments > 0);
        let Some(role) = catalogue.role(id) else {
            continue;
        };
        counts.privileged += usize::from(role.privileged);
        for (category, count) in &mut counts.categories {
            *count += usize::from(*category == role.category);
        }
        for (status, count) in &mut counts.statuses {
            *count += usize::from(*status == role.status);
        }
        for service in services(catalogue, role) {
            *by_service.entry(service).or_default() += 1;
        }
    }
    counts.categories.retain(|(_, count)| *count > 0);
    counts.statuses.retain(|(_, count)| *count > 0);
    counts.services = by_service
        .into_iter()
        .map(|(key, count)| (key.into(), namespaces::name(key, language), count))
        .collect();
    counts
        .services
        .sort_by_cached_key(|(_, name, _)| fold(name));
    counts
}

/// The classic role that an Entra role is, by its name in `language`.
pub fn classic(
    catalogue: &RoleCatalogue,
    role: RoleTemplateId,
    language: Language,
) -> Option<&str> {
    let classic = Office365Role::from_template_id(role)?;
    let entry = catalogue.office365_role(classic)?;
    Some(entry.name.get(language))
}
