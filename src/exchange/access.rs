//! What people can do, as tables: who can do something, what someone can do, which roles do.
//!
//! A line a way: a role and how someone comes to have it. Keys and English role names, the same
//! in every language.

use super::changes::moment;
use super::{Cell, Table};
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::delegation::Context;
use crate::domain::effective::{
    Access, Coverage, Holding, Least, LeastSet, Need, Serving, Standing, WhoCan,
};
use crate::domain::language::Language;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::{
    AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::time::Timestamp;
use crate::domain::user::{SignIn, UserId};

/// Who can do `need`, a line for each person and way; a group that holds a role and has nobody in
/// it has a line without a person.
pub fn who_can(context: &Context<'_>, tenant: &Tenant, need: &Need, found: &WhoCan<'_>) -> Table {
    let teller = Teller { context, tenant };
    let mut rows = Vec::new();
    for way in &found.held {
        for held in &way.assignments {
            let begin = teller.serving(&way.serving, need);
            let row = |person: Option<UserId>, through| {
                let mut row = begin.clone();
                row.extend(teller.person(person));
                row.extend(teller.how(held, through));
                row
            };
            match held.principal {
                Principal::User(user) => rows.push(row(Some(user), HeldThrough::Directly)),
                Principal::Group(id) => {
                    let through = HeldThrough::Group(id);
                    let group = tenant.groups().get(&id);
                    let members = group.iter().flat_map(|group| &group.members);
                    let before = rows.len();
                    rows.extend(members.map(|user| row(Some(*user), through)));
                    if rows.len() == before {
                        rows.push(row(None, through));
                    }
                }
            }
        }
    }
    Table {
        header: header(&[&SERVING, &PERSON, &HOW]),
        rows,
    }
}

/// The roles that would do and that nobody holds.
pub fn unheld(context: &Context<'_>, tenant: &Tenant, need: &Need, found: &WhoCan<'_>) -> Table {
    let teller = Teller { context, tenant };
    let rows = found.unheld.iter();
    Table {
        header: header(&[&SERVING]),
        rows: rows.map(|serving| teller.serving(serving, need)).collect(),
    }
}

/// Everything of [`holdings`], [`permissions`], [`actions`] and [`exceptions`] in one table.
pub fn effective(context: &Context<'_>, tenant: &Tenant, access: &Access) -> Table {
    let teller = Teller { context, tenant };
    let way =
        |section: &str, key: Cell, grant: Cell, privileged: bool, holding: Option<&Holding>| {
            let mut row = vec![Cell::text(section), key, grant, Cell::Truth(privileged)];
            row.extend(teller.holding(holding));
            row
        };
    let mut rows = Vec::new();
    for held in &access.holdings {
        let privileged = teller.is_privileged(held.assignment.role);
        rows.push(way(
            "role",
            Cell::Absent,
            Cell::Absent,
            privileged,
            Some(held),
        ));
    }
    for permission in Office365Permission::ALL {
        for (held, grant) in access.ways_to_permission(context, permission) {
            let (key, grant) = (Cell::text(permission.key()), Cell::text(grant.key()));
            rows.push(way("permission", key, grant, false, Some(&held)));
        }
    }
    for (id, name, privileged) in reachable(context.catalogue, access) {
        for held in access.ways_to_action(context, id) {
            rows.push(way(
                "action",
                Cell::text(name),
                Cell::Absent,
                privileged,
                Some(&held),
            ));
        }
    }
    for rule in &access.exceptions {
        rows.push(way(
            "exception",
            Cell::Text(rule.label()),
            Cell::Absent,
            false,
            None,
        ));
    }
    Table {
        header: header(&[&["section", "key", "grant", "privileged"], &ROLE, &HOW]),
        rows,
    }
}

/// The roles that reach a person.
pub fn holdings(context: &Context<'_>, tenant: &Tenant, access: &Access) -> Table {
    let teller = Teller { context, tenant };
    let rows = access.holdings.iter().map(|held| {
        let mut row = teller.holding(Some(held));
        row.push(Cell::Truth(teller.is_privileged(held.assignment.role)));
        row
    });
    Table {
        header: header(&[&ROLE, &HOW, &["privileged"]]),
        rows: rows.collect(),
    }
}

/// The fifteen permissions: how far they go now and with every eligible role.
pub fn permissions(access: &Access) -> Table {
    let grants = access.now.grants.iter().zip(access.with_eligible.grants);
    let rows = Office365Permission::ALL.into_iter().zip(grants);
    Table {
        header: header(&[&["permission", "grant", "with_eligible"]]),
        rows: rows
            .map(|(permission, (now, then))| {
                vec![
                    Cell::text(permission.key()),
                    Cell::text(now.key()),
                    Cell::text(then.key()),
                ]
            })
            .collect(),
    }
}

/// The actions that a person has now or would have with every eligible role.
pub fn actions(context: &Context<'_>, access: &Access) -> Table {
    let rows = reachable(context.catalogue, access).map(|(id, name, privileged)| {
        let ways = access.ways_to_action(context, id);
        let mut roles: Vec<_> = ways.iter().map(|held| held.assignment.role).collect();
        roles.dedup();
        let roles = roles.iter().map(ToString::to_string);
        vec![
            Cell::text(name),
            Cell::Truth(privileged),
            Cell::Truth(access.now.actions.contains(id)),
            Cell::Text(roles.collect::<Vec<_>>().join(" ")),
        ]
    });
    Table {
        header: header(&[&["action", "privileged", "now", "template_ids"]]),
        rows: rows.collect(),
    }
}

/// The rules that say what is not implied though it looks so.
pub fn exceptions(access: &Access) -> Table {
    let rows = access.exceptions.iter();
    Table {
        header: header(&[&["rule", "sentence"]]),
        rows: rows
            .map(|rule| {
                let sentence = rule.sentence(Language::English);
                vec![Cell::Text(rule.label()), Cell::text(sentence)]
            })
            .collect(),
    }
}

/// Sets of roles that serve needs, a line for each role of each set, the least excess first.
pub fn least(catalogue: &RoleCatalogue, found: &Least) -> Table {
    let mut rows = Vec::new();
    for (number, set) in (1..).zip(&found.sets) {
        for role in &set.roles {
            rows.push(in_set(catalogue, number, set, *role));
        }
    }
    let set = ["set", "role", "template_id", "role_privileged"];
    let excess = ["excess", "excess_privileged", "more_unknown"];
    Table {
        header: header(&[&set, &excess]),
        rows,
    }
}

/// Roles by name and template id.
pub fn roles(catalogue: &RoleCatalogue, ids: &[RoleTemplateId]) -> Table {
    let rows = ids.iter().map(|id| {
        let role = catalogue.role(*id);
        let privileged = role.map_or(Cell::Absent, |role| Cell::Truth(role.privileged));
        let [name, id] = named(catalogue, *id);
        vec![name, id, privileged]
    });
    Table {
        header: header(&[&ROLE, &["privileged"]]),
        rows: rows.collect(),
    }
}

/// What a need is called in files and arguments: its kind and its key.
pub fn need_key(catalogue: &RoleCatalogue, need: &Need) -> (&'static str, String) {
    match need {
        Need::Permission(permission) => ("permission", permission.key().to_owned()),
        Need::Action(action) => ("action", action.as_str().to_owned()),
        Need::Task(id) => {
            let task = catalogue.task(*id);
            let key = task.map(|task| format!("{}/{}", task.area, task.task.en));
            ("task", key.unwrap_or_default())
        }
    }
}

/// Where an assignment stands in time.
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

/// The key of a coverage.
pub const fn coverage_key(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Part => "part",
        Coverage::Whole => "whole",
    }
}

/// The key of a standing.
pub const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::InForce => "in_force",
        Standing::Eligible => "eligible",
        Standing::Later => "later",
        Standing::Expired => "expired",
    }
}

/// The texts of a set of actions of the current edition.
pub fn action_names<'c>(
    catalogue: &'c RoleCatalogue,
    set: &'c ActionSet,
) -> impl Iterator<Item = &'c str> {
    let edition = catalogue.edition(Edition::Current);
    let entries = set.iter().filter_map(|id| edition.entry(id));
    entries.map(|entry| entry.action.as_str())
}

const SERVING: [&str; 6] = [
    "role",
    "template_id",
    "coverage",
    "grant",
    "together",
    "published",
];
const PERSON: [&str; 3] = ["user_name", "name", "may_sign_in"];
const ROLE: [&str; 2] = ["role", "template_id"];
const HOW: [&str; 6] = ["through", "scope", "kind", "standing", "start", "end"];

fn header(parts: &[&[&str]]) -> Vec<String> {
    let names = parts.iter().flat_map(|names| names.iter());
    names.map(|name| (*name).to_owned()).collect()
}

fn named(catalogue: &RoleCatalogue, id: RoleTemplateId) -> [Cell; 2] {
    let name = catalogue.names(id);
    let name = name.map(|names| Cell::text(names.get(Language::English)));
    [name.unwrap_or(Cell::Absent), Cell::Text(id.to_string())]
}

fn in_set(
    catalogue: &RoleCatalogue,
    number: usize,
    set: &LeastSet,
    id: RoleTemplateId,
) -> Vec<Cell> {
    let role = catalogue.role(id);
    let [name, id] = named(catalogue, id);
    vec![
        Cell::Number(number),
        name,
        id,
        role.map_or(Cell::Absent, |role| Cell::Truth(role.privileged)),
        Cell::Number(set.excess.len()),
        Cell::Number(set.excess_privileged),
        Cell::Truth(set.more_unknown),
    ]
}

/// The actions held now or with eligible roles: number, text, and whether it is privileged.
fn reachable<'c>(
    catalogue: &'c RoleCatalogue,
    access: &Access,
) -> impl Iterator<Item = (ActionId, &'c str, bool)> {
    let edition = catalogue.edition(Edition::Current);
    let mut all = access.now.actions;
    all.union_with(&access.with_eligible.actions);
    let ids: Vec<_> = all.iter().collect();
    ids.into_iter().filter_map(|id| {
        let entry = edition.entry(id)?;
        Some((id, entry.action.as_str(), entry.privileged == Some(true)))
    })
}

struct Teller<'a> {
    context: &'a Context<'a>,
    tenant: &'a Tenant,
}

impl Teller<'_> {
    fn is_privileged(&self, role: RoleTemplateId) -> bool {
        let role = self.context.catalogue.role(role);
        role.is_some_and(|role| role.privileged)
    }

    fn serving(&self, serving: &Serving, need: &Need) -> Vec<Cell> {
        let grant = match need {
            Need::Permission(permission) => {
                let grant: Grant = self.context.catalogue.grant(serving.role, *permission);
                Cell::text(grant.key())
            }
            Need::Action(_) | Need::Task(_) => Cell::Absent,
        };
        let mut row = named(self.context.catalogue, serving.role).to_vec();
        row.extend([
            Cell::text(coverage_key(serving.coverage)),
            grant,
            Cell::Number(serving.together.into()),
            Cell::Truth(serving.published),
        ]);
        row
    }

    fn person(&self, id: Option<UserId>) -> [Cell; 3] {
        match id.and_then(|id| self.tenant.user(id)) {
            Some(user) => [
                Cell::text(user.upn.as_str()),
                Cell::text(&*user.profile.display_name),
                Cell::Truth(user.sign_in == SignIn::Allowed),
            ],
            None => [Cell::Absent, Cell::Absent, Cell::Absent],
        }
    }

    fn holding(&self, holding: Option<&Holding>) -> Vec<Cell> {
        let Some(held) = holding else {
            return vec![Cell::Absent; ROLE.len() + HOW.len()];
        };
        let mut row = named(self.context.catalogue, held.assignment.role).to_vec();
        row.extend(self.how(&held.assignment, held.through));
        row
    }

    fn how(&self, held: &RoleAssignment, through: HeldThrough) -> [Cell; 6] {
        let time = |time: Option<_>| time.map_or(Cell::Absent, |time| Cell::Text(moment(time)));
        let scope = match held.scope {
            DirectoryScope::Tenant => "/".to_owned(),
            DirectoryScope::AdministrativeUnit(id) => {
                let unit = self.tenant.administrative_units().get(&id);
                unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string())
            }
        };
        [
            match through {
                HeldThrough::Directly => Cell::Absent,
                HeldThrough::Group(id) => Cell::Text(self.group(id)),
            },
            Cell::Text(scope),
            Cell::text(match held.kind {
                AssignmentKind::Active => "active",
                AssignmentKind::Eligible => "eligible",
            }),
            Cell::text(standing_key(standing(held, self.context.now))),
            time(held.start),
            time(held.end),
        ]
    }

    fn group(&self, id: GroupId) -> String {
        let group = self.tenant.groups().get(&id);
        group.map_or_else(|| id.0.to_string(), |group| group.name.to_string())
    }
}
