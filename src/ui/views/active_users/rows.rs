//! What stands in the rows: people with their roles, gathered for the rows that are drawn.

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::Language;
use crate::domain::role::{AssignmentKind, DirectoryScope, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::domain::user_table::Row;

/// A person as the list shows them.
#[derive(Clone, Debug)]
pub struct PersonRow<'a> {
    /// Where they stand in the tenant's table.
    pub row: u32,
    /// The person.
    pub user: &'a User,
    /// Every role that reaches them, each once: in force first, then by weight and name.
    pub roles: Vec<RoleMark<'a>>,
    /// The products they hold a seat of.
    pub licences: Vec<&'a str>,
}

/// A role in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleMark<'a> {
    /// Which role.
    pub role: RoleTemplateId,
    /// Its name; nothing when the catalogue does not know it.
    pub name: Option<&'a str>,
    /// Whether it is privileged.
    pub privileged: bool,
    /// The best standing of its ways.
    pub standing: Standing,
    /// Each way it reaches the person.
    pub ways: Vec<Way<'a>>,
}

/// How a role stands at this moment, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Held.
    InForce,
    /// May be taken up.
    Eligible,
    /// Has not begun.
    Later,
    /// Is over.
    Expired,
}

/// One way a role reaches a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way<'a> {
    /// How it stands.
    pub standing: Standing,
    /// The group it comes through.
    pub group: Option<&'a str>,
    /// The administrative unit it is limited to.
    pub unit: Option<&'a str>,
    /// From when.
    pub start: Option<Timestamp>,
    /// Until when.
    pub end: Option<Timestamp>,
}

impl RoleMark<'_> {
    /// Whether it comes through groups only.
    pub fn by_group(&self) -> bool {
        self.ways.iter().all(|way| way.group.is_some())
    }

    /// Its name, or its id when nobody knows its name.
    pub fn label(&self) -> String {
        self.name
            .map_or_else(|| self.role.to_string(), str::to_owned)
    }
}

/// Gathers the people of `rows`.
pub fn rows<'a>(
    tenant: &'a Tenant,
    catalogue: &'a RoleCatalogue,
    language: Language,
    now: Timestamp,
    rows: &[u32],
) -> Vec<PersonRow<'a>> {
    rows.iter()
        .filter_map(|row| {
            let user = tenant.users().get(Row(*row))?;
            let licences = user.licences.iter();
            Some(PersonRow {
                row: *row,
                user,
                roles: roles(tenant, catalogue, language, now, user),
                licences: licences
                    .filter_map(|id| tenant.subscription(*id))
                    .map(|sold| &*sold.name)
                    .collect(),
            })
        })
        .collect()
}

/// The roles that reach `user`.
pub fn roles<'a>(
    tenant: &'a Tenant,
    catalogue: &'a RoleCatalogue,
    language: Language,
    now: Timestamp,
    user: &User,
) -> Vec<RoleMark<'a>> {
    let mut marks: Vec<RoleMark<'a>> = Vec::new();
    for (through, held) in tenant.reaching(user.id) {
        let way = way(tenant, through, held, now);
        if let Some(mark) = marks.iter_mut().find(|mark| mark.role == held.role) {
            mark.standing = mark.standing.min(way.standing);
            mark.ways.push(way);
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

fn way<'a>(
    tenant: &'a Tenant,
    through: HeldThrough,
    held: &RoleAssignment,
    now: Timestamp,
) -> Way<'a> {
    Way {
        standing: standing(held, now),
        group: match through {
            HeldThrough::Directly => None,
            HeldThrough::Group(id) => tenant.groups().get(&id).map(|group| &*group.name),
        },
        unit: match held.scope {
            DirectoryScope::Tenant => None,
            DirectoryScope::AdministrativeUnit(id) => tenant
                .administrative_units()
                .get(&id)
                .map(|unit| &*unit.name),
        },
        start: held.start,
        end: held.end,
    }
}

/// How an assignment stands at `now`.
pub fn standing(held: &RoleAssignment, now: Timestamp) -> Standing {
    if held.is_expired(now) {
        Standing::Expired
    } else if held.start.is_some_and(|start| start > now) {
        Standing::Later
    } else if held.kind == AssignmentKind::Eligible {
        Standing::Eligible
    } else {
        Standing::InForce
    }
}
