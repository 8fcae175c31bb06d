//! What stands in the list: groups and units with their numbers and roles.
//!
//! Pure. [`Overview`] is made when the tenant changed, an answer when the question did, and
//! [`rows`] gathers what the visible rows show.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::ui::views::active_users::rows::{RoleMark, Way, standing};

/// Which of both lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The groups.
    #[default]
    Groups,
    /// The administrative units.
    Units,
}

/// A group or a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A group.
    Group(GroupId),
    /// An administrative unit.
    Unit(AdministrativeUnitId),
}

impl Subject {
    /// The list it stands in.
    pub const fn tab(self) -> Tab {
        match self {
            Self::Group(_) => Tab::Groups,
            Self::Unit(_) => Tab::Units,
        }
    }

    /// Its name, if it is there.
    pub fn name(self, tenant: &Tenant) -> Option<&str> {
        match self {
            Self::Group(id) => tenant.groups().get(&id).map(|group| &*group.name),
            Self::Unit(id) => tenant
                .administrative_units()
                .get(&id)
                .map(|unit| &*unit.name),
        }
    }

    /// The roles that are given to it, or held over it.
    pub fn roles<'a>(self, tenant: &'a Tenant, overview: &'a Overview) -> &'a [RoleAssignment] {
        match self {
            Self::Group(id) => tenant.assignments().of(Principal::Group(id)),
            Self::Unit(id) => overview.over(id),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur in the name.
    pub text: String,
    /// The order.
    pub sort: Sort,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The least first.
    pub ascending: bool,
}

/// What rows can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The name.
    Name,
    /// How many members.
    Members,
    /// How many owners.
    Owners,
    /// How many role assignments.
    Roles,
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
                column == Column::Name
            },
        }
    }
}

/// Every group and unit by name, and the roles over each unit, of one state of a tenant.
#[derive(Debug, Default)]
pub struct Overview {
    groups: Vec<Known>,
    units: Vec<Known>,
    over: BTreeMap<AdministrativeUnitId, Vec<RoleAssignment>>,
}

#[derive(Debug)]
struct Known {
    subject: Subject,
    folded: String,
    members: usize,
    owners: usize,
    roles: usize,
}

impl Overview {
    /// Looks through a tenant.
    pub fn of(tenant: &Tenant) -> Self {
        let mut over: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for held in tenant.assignments().iter() {
            if let DirectoryScope::AdministrativeUnit(unit) = held.scope {
                over.entry(unit).or_default().push(*held);
            }
        }
        let mut groups: Vec<_> = tenant
            .groups()
            .values()
            .map(|group| Known {
                subject: Subject::Group(group.id),
                folded: fold(&group.name),
                members: group.members.len(),
                owners: group.owners.len(),
                roles: tenant.assignments().of(Principal::Group(group.id)).len(),
            })
            .collect();
        let mut units: Vec<_> = tenant
            .administrative_units()
            .values()
            .map(|unit| Known {
                subject: Subject::Unit(unit.id),
                folded: fold(&unit.name),
                members: unit.members.len(),
                owners: 0,
                roles: over.get(&unit.id).map_or(0, Vec::len),
            })
            .collect();
        for known in [&mut groups, &mut units] {
            known.sort_by(|one, other| one.folded.cmp(&other.folded));
        }
        Self {
            groups,
            units,
            over,
        }
    }

    /// How many there are.
    pub fn len(&self, tab: Tab) -> usize {
        self.known(tab).len()
    }

    /// The roles held over a unit, by who holds them.
    pub fn over(&self, unit: AdministrativeUnitId) -> &[RoleAssignment] {
        self.over.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Those that are asked for, in order.
    pub fn find(&self, tab: Tab, query: &Query) -> Arc<[Subject]> {
        let folded = fold(&query.text);
        let words: Vec<_> = folded.split_whitespace().collect();
        let matches = |known: &&Known| words.iter().all(|word| known.folded.contains(word));
        let mut found: Vec<_> = self.known(tab).iter().filter(matches).collect();
        let number = |known: &&Known| match query.sort.column {
            Column::Name => 0,
            Column::Members => known.members,
            Column::Owners => known.owners,
            Column::Roles => known.roles,
        };
        // Equal numbers stay in the order of their names.
        match (query.sort.column, query.sort.ascending) {
            (Column::Name, true) => {}
            (Column::Name, false) => found.reverse(),
            (_, true) => found.sort_by_key(number),
            (_, false) => found.sort_by_key(|known| std::cmp::Reverse(number(known))),
        }
        found.into_iter().map(|known| known.subject).collect()
    }

    fn known(&self, tab: Tab) -> &[Known] {
        match tab {
            Tab::Groups => &self.groups,
            Tab::Units => &self.units,
        }
    }
}

/// A group or unit as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Which.
    pub subject: Subject,
    /// Its name.
    pub name: &'a str,
    /// Whether it is role-assignable, or a restricted management unit.
    pub marked: bool,
    /// How many members.
    pub members: usize,
    /// How many owners; a unit has none.
    pub owners: Option<usize>,
    /// The roles it holds, or that are held over it, each once: in force first, then by weight
    /// and name.
    pub roles: Vec<RoleMark<'a>>,
}

/// Gathers what the rows of `subjects` show.
pub fn rows<'a>(
    tenant: &'a Tenant,
    overview: &Overview,
    catalogue: &'a RoleCatalogue,
    language: Language,
    now: Timestamp,
    subjects: &[Subject],
) -> Vec<Row<'a>> {
    let marks = |subject: Subject| {
        marks(
            tenant,
            catalogue,
            language,
            now,
            subject.roles(tenant, overview),
        )
    };
    let row = |subject: &Subject| match *subject {
        Subject::Group(id) => {
            let group = tenant.groups().get(&id)?;
            Some(Row {
                subject: *subject,
                name: &group.name,
                marked: group.role_assignable,
                members: group.members.len(),
                owners: Some(group.owners.len()),
                roles: marks(*subject),
            })
        }
        Subject::Unit(id) => {
            let unit = tenant.administrative_units().get(&id)?;
            Some(Row {
                subject: *subject,
                name: &unit.name,
                marked: unit.restricted,
                members: unit.members.len(),
                owners: None,
                roles: marks(*subject),
            })
        }
    };
    subjects.iter().filter_map(row).collect()
}

/// Assignments as marks, each role once.
fn marks<'a>(
    tenant: &'a Tenant,
    catalogue: &'a RoleCatalogue,
    language: Language,
    now: Timestamp,
    held: &[RoleAssignment],
) -> Vec<RoleMark<'a>> {
    let mut marks: Vec<RoleMark<'a>> = Vec::new();
    for held in held {
        let way = Way {
            standing: standing(held, now),
            group: None,
            unit: match held.scope {
                DirectoryScope::Tenant => None,
                DirectoryScope::AdministrativeUnit(id) => Subject::Unit(id).name(tenant),
            },
            start: held.start,
            end: held.end,
        };
        if let Some(mark) = marks.iter_mut().find(|mark| mark.role == held.role) {
            mark.standing = mark.standing.min(way.standing);
            if !mark.ways.contains(&way) {
                mark.ways.push(way);
            }
            continue;
        }
        let definition = catalogue.role(held.role);
        marks.push(RoleMark {
            role: held.role,
            name: definition.map(|role| role.name.get(language)),
            privileged: definition.is_some_and(|role| role.privileged),
            standing: way.standing,
            ways: vec![way],
        });
    }
    marks.sort_by_key(|mark| {
        let global = mark.role == RoleTemplateId::GLOBAL_ADMINISTRATOR;
        (
            mark.standing,
            !global,
            !mark.privileged,
            mark.name,
            mark.role,
        )
    });
    marks
}
