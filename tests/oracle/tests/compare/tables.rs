//! The tables themselves, cell by cell: the matrix for every set of the eight roles, and R23's.

use mandate::catalogue;
use mandate::domain::catalogue::{ResetTarget, TargetMatrix};
use mandate::domain::effective::best_grant;
use mandate::domain::office365::Office365Permission;
use mandate::domain::role::RoleTemplateId;
use oracle::facts::{Facts, Table};
use oracle::policies::Policies;
use oracle::world::{Acting, CELLS, Person, World, uid};

use super::cast::{EIGHT, OF_TABLES, PARTLY};
use super::tenant::Roles;

/// The questions of the matrix, the furthest first, with the cell that each asks for.
const FURTHEST: [(&str, usize); 4] = [
    ("goFully", 4),
    ("goNoDeleteGlobalAdminNoCreateAdmins", 3),
    ("goNonAdminsOnly", 2),
    ("goViewOnly", 1),
];

/// Sets of the eight roles, by name.
pub fn sets(all: impl Iterator<Item = usize>) -> Vec<(String, Vec<String>)> {
    all.map(|set| {
        let roles = EIGHT.into_iter().enumerate();
        let held = roles.filter(|(place, _)| set & (1 << place) != 0);
        let held = held.map(|(_, role)| role.to_owned()).collect();
        (format!("{set:08b}"), held)
    })
    .collect()
}

/// How far each set goes with each permission, by Mandate.
pub fn matrix_of_mandate(roles: &Roles, sets: &[(String, Vec<String>)]) -> Vec<&'static str> {
    let catalogue = catalogue::shared().expect("the embedded catalogue loads");
    let mut grants = Vec::new();
    for (_, held) in sets {
        let held: Vec<RoleTemplateId> = held.iter().map(|role| roles.id(role)).collect();
        for permission in Office365Permission::ALL {
            grants.push(best_grant(catalogue, &held, permission).key());
        }
    }
    grants
}

/// The same by Cedar.
pub fn matrix_of_cedar(
    facts: &Facts,
    policies: &Policies,
    sets: &[(String, Vec<String>)],
) -> Vec<&'static str> {
    let world = World::new(facts, policies.schema(), &[], &[], sets).expect("a world");
    let mut grants = Vec::new();
    for (name, _) in sets {
        let account = uid("Account", name).expect("an account");
        for permission in Office365Permission::ALL {
            let permission = uid("Permission", permission.key()).expect("a permission");
            let goes = |(action, _): &&(&str, usize)| {
                let action = uid("Action", action).expect("an action");
                let question = policies.question(&account, &action, &permission);
                let question = question.expect("a question of the schema");
                policies.allows(&world, &question).expect("an answer")
            };
            let furthest = FURTHEST.iter().find(goes);
            grants.push(CELLS[furthest.map_or(0, |(_, cell)| *cell)]);
        }
    }
    grants
}

/// A table of R23: its name, an action that it governs, what Mandate holds and what Cedar does.
pub struct Governed<'a> {
    pub action: &'static str,
    pub mandate: &'a TargetMatrix,
    pub cedar: &'a Table,
}

/// Both.
pub fn governed(facts: &Facts) -> [Governed<'_>; 2] {
    let catalogue = catalogue::shared().expect("the embedded catalogue loads");
    [
        Governed {
            action: "resetPassword",
            mandate: catalogue.password_reset(),
            cedar: &facts.password_reset,
        },
        Governed {
            action: "editOtherEmails",
            mandate: catalogue.sensitive_properties(),
            cedar: &facts.sensitive,
        },
    ]
}

/// The roles that are asked about: those of the tables, and others that are in neither.
pub fn acting() -> Vec<&'static str> {
    let of_tables = OF_TABLES.into_iter();
    let others = EIGHT.into_iter().filter(|role| !OF_TABLES.contains(role));
    of_tables.chain(others).chain(PARTLY).collect()
}

/// Where the two differ on what `role` may do to someone of each row.
pub fn differences(
    roles: &Roles,
    facts: &Facts,
    policies: &Policies,
    asked: &[&str],
) -> (usize, Vec<String>) {
    let actors = asked.iter().map(|role| Acting {
        name: (*role).to_owned(),
        role: Some((*role).to_owned()),
        enabled: true,
        in_force: true,
        whole_tenant: true,
        account: String::new(),
    });
    let rows = facts.password_reset.rows.iter();
    let people: Vec<Person> = rows
        .map(|(row, _)| Person {
            name: row.clone(),
            only_row: Some(row.clone()),
            ..Person::default()
        })
        .collect();
    let actors: Vec<_> = actors.collect();
    let world = World::new(facts, policies.schema(), &actors, &people, &[]).expect("a world");
    let (mut cells, mut wrong) = (0, Vec::new());
    for table in governed(facts) {
        let action = uid("Action", table.action).expect("an action");
        for role in asked {
            let acting = uid("Acting", role).expect("someone");
            for (row, _) in &table.cedar.rows {
                let person = uid("Person", row).expect("a person");
                let question = policies.question(&acting, &action, &person);
                let question = question.expect("a question of the schema");
                let cedar = policies.tables_allow(&world, &question).expect("an answer");
                let cell = table.mandate.cell(roles.id(role), target(roles, row));
                cells += 1;
                if cedar != cell.is_allowed() {
                    wrong.push(format!("{}, {role} on {row}: {cell:?}", table.action));
                }
            }
        }
    }
    (cells, wrong)
}

fn target(roles: &Roles, row: &str) -> ResetTarget {
    match row {
        "user_no_admin_role" => ResetTarget::NoAdminRole,
        "user_role_assignable_group_member_or_owner" => ResetTarget::RoleAssignableGroup,
        "user_with_role_scoped_to_restricted_management_unit" => {
            ResetTarget::RestrictedManagementUnit
        }
        "all_other_roles" => ResetTarget::AllOtherRoles,
        role => ResetTarget::Role(roles.id(role)),
    }
}

/// 256 sets of roles, 15 permissions.
#[test]
fn matrix() {
    let (facts, policies) = super::oracle();
    let sets = sets(0..256);
    let mandate = matrix_of_mandate(&super::roles(&facts), &sets);
    let cedar = matrix_of_cedar(&facts, &policies, &sets);
    let mut wrong = Vec::new();
    for (place, (mandate, cedar)) in mandate.iter().zip(&cedar).enumerate() {
        if mandate != cedar {
            let permission = Office365Permission::ALL[place % 15].key();
            let set = &sets[place / 15].1;
            wrong.push(format!("{set:?}, {permission}: {mandate}, {cedar}"));
        }
    }
    super::agree("the matrix", mandate.len(), 256 * 15, &wrong);
}

/// 11 roles of the tables and 5 + 3 others, 18 rows, 2 tables.
#[test]
fn tables() {
    let (facts, policies) = super::oracle();
    let roles = super::roles(&facts);
    let (cells, wrong) = differences(&roles, &facts, &policies, &acting());
    super::agree("the two tables", cells, (11 + 5 + 3) * 18 * 2, &wrong);
}
