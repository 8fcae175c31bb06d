//! The slow, obvious version: everybody, every assignment, every action, as texts.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use mandate::domain::catalogue::{Edition, RoleCatalogue, SeveralRoles, TargetCell, TaskHolder};
use mandate::domain::effective::{Coverage, Need};
use mandate::domain::office365::{Grant, Office365Permission};
use mandate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{SignIn, UserId};

use crate::support::{GLOBAL, NOW, USERS, roles};

/// A set of actions as texts.
pub type Texts = BTreeSet<String>;

/// Whether `held` covers `asked`, by parts in small letters.
pub fn covers(held: &str, asked: &str) -> bool {
    let parts =
        |text: &str| -> Vec<String> { text.to_lowercase().split('/').map(str::to_owned).collect() };
    let (mut held, mut asked) = (parts(held), parts(asked));
    let (verb, asked_verb) = (held.pop().unwrap(), asked.pop().unwrap());
    let kind = |wide: &str, narrow: &str| wide == narrow || narrow.starts_with(&format!("{wide}."));
    if held.remove(0) != asked.remove(0) || !(verb == "alltasks" || kind(&verb, &asked_verb)) {
        return false;
    }
    let mut below = verb == "alltasks";
    if held.len() > 1 && held.last().unwrap() == "allproperties" {
        held.pop();
        below = true;
    }
    if held == ["allentities"] {
        below = true;
    }
    if held[0] == "allentities" {
        held[0] = asked[0].clone();
    }
    if asked.len() < held.len() || (asked.len() > held.len() && !below) {
        return false;
    }
    let rest = asked.split_off(held.len());
    let secret = |part: &String| part.split('.').any(|it| it == "customsecurityattributes");
    held.iter()
        .zip(&asked)
        .all(|(mine, theirs)| kind(mine, theirs))
        && !rest.iter().any(secret)
}

/// Every action of today.
pub fn all_actions() -> Texts {
    let edition = roles().edition(Edition::Current);
    let entries = edition.actions().iter();
    entries.map(|entry| entry.action.to_string()).collect()
}

/// The actions a role lists; none when nobody knows.
pub fn listed(role: RoleTemplateId) -> Option<Texts> {
    let set = roles().actions(role)?;
    Some(super::texts(set).into_iter().collect())
}

/// `actions` and whatever they cover.
pub fn implied(actions: &Texts) -> Texts {
    static BY_ACTION: OnceLock<HashMap<String, Texts>> = OnceLock::new();
    let by_action = BY_ACTION.get_or_init(|| {
        let all = all_actions();
        all.iter()
            .map(|held| {
                let covered = all.iter().filter(|asked| covers(held, asked));
                (held.clone(), covered.cloned().collect())
            })
            .collect()
    });
    actions
        .iter()
        .flat_map(|action| by_action[action].iter().cloned())
        .collect()
}

/// Whether an assignment counts now.
pub fn counts(held: &RoleAssignment) -> bool {
    held.kind == AssignmentKind::Active
        && held.start.is_none_or(|start| start.0 <= NOW.0)
        && held.end.is_none_or(|end| end.0 > NOW.0)
}

/// Every assignment of the tenant that reaches a person.
pub fn reaching(tenant: &Tenant, user: UserId) -> Vec<RoleAssignment> {
    let reaches = |held: &&RoleAssignment| match held.principal {
        Principal::User(id) => id == user,
        Principal::Group(id) => {
            let group = &tenant.groups()[&id];
            group.role_assignable && group.members.contains(&user)
        }
    };
    tenant
        .assignments()
        .iter()
        .filter(reaches)
        .copied()
        .collect()
}

/// The roles in force for a person.
pub fn roles_now(tenant: &Tenant, user: UserId) -> BTreeSet<RoleTemplateId> {
    let held = reaching(tenant, user);
    held.iter()
        .filter(|one| counts(one))
        .map(|one| one.role)
        .collect()
}

/// How much of a need someone serves who holds `held`, any of the roles or all together.
pub fn can(
    catalogue: &RoleCatalogue,
    held: &BTreeSet<RoleTemplateId>,
    need: &Need,
) -> Option<Coverage> {
    match need {
        Need::Permission(permission) => held
            .iter()
            .map(|role| catalogue.grant(*role, *permission))
            .filter_map(|grant| match grant {
                Grant::Yes => Some(Coverage::Whole),
                Grant::Limited(_) => Some(Coverage::Part),
                Grant::No => None,
            })
            .max(),
        Need::Action(asked) => {
            let actions = held.iter().filter_map(|role| listed(*role)).flatten();
            let how = |action: String| {
                if covers(&action, asked.as_str()) {
                    Some(Coverage::Whole)
                } else {
                    covers(asked.as_str(), &action).then_some(Coverage::Part)
                }
            };
            actions.filter_map(how).max()
        }
        Need::Task(id) => {
            let task = catalogue.task(*id).unwrap();
            let role = |holder: &TaskHolder| match holder {
                TaskHolder::Role(id) => Some(*id),
                TaskHolder::Outside(..) => None,
            };
            let least: BTreeSet<_> = task.least.iter().filter_map(role).collect();
            let others: BTreeSet<_> = task.additional.iter().filter_map(role).collect();
            if least.is_empty() && others.is_empty() {
                return None;
            }
            let enough = !held.is_disjoint(&others)
                || held.contains(&GLOBAL)
                || match task.several {
                    SeveralRoles::Any => !held.is_disjoint(&least),
                    SeveralRoles::All | SeveralRoles::NotStated => {
                        !least.is_empty() && least.is_subset(held)
                    }
                };
            enough.then_some(Coverage::Whole)
        }
    }
}

/// Everybody who can now.
pub fn people(tenant: &Tenant, need: &Need) -> Vec<UserId> {
    let mut people: Vec<_> = tenant
        .users()
        .iter()
        .filter(|user| user.sign_in == SignIn::Allowed)
        .map(|user| user.id)
        .filter(|id| can(roles(), &roles_now(tenant, *id), need).is_some())
        .collect();
    people.sort_unstable();
    people
}

/// Whether one of `others` lets at everybody in each of the two tables whom `one` lets at, and as
/// far. Over a unit a Global Administrator is read in the column of the User Administrator.
pub fn reached_by_one(one: &RoleAssignment, others: &[&RoleAssignment]) -> bool {
    let tables = [
        (
            roles().password_reset(),
            Office365Permission::ResetUserPasswords,
        ),
        (
            roles().sensitive_properties(),
            Office365Permission::ManageUsersAndGroups,
        ),
    ];
    tables.into_iter().all(|(table, permission)| {
        let reach = |held: &RoleAssignment| -> BTreeSet<usize> {
            let column = match held.scope {
                DirectoryScope::AdministrativeUnit(_) if held.role == GLOBAL => USERS,
                _ => held.role,
            };
            let rows = table.rows.iter().enumerate();
            rows.filter(|(_, (target, _))| table.cell(column, *target) != TargetCell::No)
                .map(|(row, _)| row)
                .collect()
        };
        let far = |held: &RoleAssignment| roles().grant(held.role, permission);
        let mine = reach(one);
        let mut others = others.iter();
        mine.is_empty()
            || others.any(|other| far(other) >= far(one) && mine.is_subset(&reach(other)))
    })
}
