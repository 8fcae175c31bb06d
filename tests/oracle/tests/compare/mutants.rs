//! A wrong oracle is noticed: each cell flipped, each rule dropped or altered, one at a time.
//!
//! What Mandate answers is worked out once. A mutant is looked for where it can show: in the
//! matrix, in the two tables, and in the changes that people of a single role ask for.

use std::collections::BTreeMap;
use std::time::Instant;

use oracle::facts::Facts;
use oracle::policies::{Policies, Sources};
use oracle::world::CELLS;

use super::KNOWN;
use super::cast::{EIGHT, How, Someone};
use super::suite::{Cedar, Suite, Verdict};
use super::tables::{self, acting, differences, matrix_of_cedar, matrix_of_mandate};
use super::tenant::Roles;

/// What the mutants are held against.
struct Ground {
    facts: Facts,
    policies: Policies,
    roles: Roles,
    suites: Vec<(Suite, Vec<Verdict>)>,
    /// The sets of one role, in the order of the eight.
    sets: Vec<(String, Vec<String>)>,
    matrix: Vec<&'static str>,
}

/// A prime that divides no number of cells.
const STRIDE: usize = 7_919;

/// Where a mutant shows.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    in_tables: bool,
    in_changes: bool,
}

/// A kind of mutant: its name, how many there are, and how they are looked for.
type Kind = (&'static str, usize, fn(&Ground) -> Seens);

/// The mutants of one kind, by name.
type Seens = BTreeMap<String, Seen>;

impl Ground {
    fn new() -> Self {
        let (facts, policies) = super::oracle();
        let roles = super::roles(&facts);
        // The smaller first: whatever shows there needs no look at the other.
        let suites = [Suite::last(&roles), Suite::main(&roles, true)];
        let suites = suites.map(|suite| {
            let mandate = suite.mandate();
            (suite, mandate)
        });
        let prime = |(suite, _): &(Suite, Vec<Verdict>)| suite.cells.len() % STRIDE != 0;
        assert!(suites.iter().all(prime));
        let sets = tables::sets((0..8).map(|place| 1 << place));
        let matrix = matrix_of_mandate(&roles, &sets);
        Self {
            suites: suites.into(),
            facts,
            policies,
            roles,
            sets,
            matrix,
        }
    }

    /// Whether a change is answered otherwise that someone asks for who holds `role` directly, or
    /// anything in any way.
    fn changes(&self, facts: &Facts, policies: &Policies, role: Option<&str>) -> bool {
        let asks = |someone: &Someone| {
            let held = [(role.unwrap_or_default().to_owned(), How::Directly)];
            role.is_none() || someone.held == held && !someone.blocked
        };
        self.suites.iter().any(|(suite, mandate)| {
            let mut cedar = Cedar::new(policies, facts, suite, asks);
            let asking: Vec<bool> = suite.actors.iter().map(asks).collect();
            // Here and there, so that what many cells show is found soon.
            let count = suite.cells.len();
            let mut places = (0..count).map(|place| place * STRIDE % count);
            places.any(|place| {
                let (cell, mandate) = (suite.cells[place], mandate[place]);
                asking[cell.actor] && {
                    let cedar = cedar.answer(cell);
                    let found = suite.difference(cell, mandate, cedar);
                    found.is_some_and(|line| !KNOWN.contains(&line.as_str()))
                }
            })
        })
    }

    /// Whether the matrix reads otherwise for `role`, or for any.
    fn matrix(&self, facts: &Facts, policies: &Policies, role: Option<&str>) -> bool {
        let wanted = |place: usize| role.is_none_or(|role| EIGHT[place] == role);
        let places = (0..8).filter(|place| wanted(*place));
        places.into_iter().any(|place| {
            let set = &self.sets[place..=place];
            let cedar = matrix_of_cedar(facts, policies, set);
            cedar != self.matrix[place * 15..][..15]
        })
    }

    /// Whether one of the two tables reads otherwise for `roles`.
    fn tables(&self, facts: &Facts, policies: &Policies, asked: &[&str]) -> bool {
        let (_, wrong) = differences(&self.roles, facts, policies, asked);
        !wrong.is_empty()
    }
}

/// 8 roles, 15 permissions, 4 other values: 480. A change is asked for where the cell becomes yes
/// or no, and where a policy about changes speaks of the permission at all.
fn cells_of_the_matrix(ground: &Ground) -> Seens {
    let mut seens = Seens::new();
    let sources = Sources::read();
    for (permission, column, cell) in ground.facts.office365.cells() {
        let needle = format!("\"{permission}: ");
        let mut texts = sources.files.iter();
        let spoken_of = texts.any(|(_, text)| text.contains(&needle));
        let role = ground.facts.office365_role(column).expect("a role");
        for value in CELLS.into_iter().filter(|value| *value != cell) {
            let mut facts = ground.facts.clone();
            let place = facts.office365.cell_mut(permission, column);
            value.clone_into(place.expect("a cell"));
            let seen = Seen {
                in_tables: ground.matrix(&facts, &ground.policies, Some(role)),
                in_changes: spoken_of
                    && ["yes", "no"].contains(&value)
                    && ground.changes(&facts, &ground.policies, Some(role)),
            };
            seens.insert(format!("{permission}, {column}: {value}"), seen);
        }
    }
    seens
}

/// 18 rows, 6 + 4 columns: 180.
fn cells_of_the_two_tables(ground: &Ground) -> Seens {
    let mut seens = Seens::new();
    for (name, sensitive) in [("password reset", false), ("sensitive properties", true)] {
        let table = if sensitive {
            &ground.facts.sensitive
        } else {
            &ground.facts.password_reset
        };
        for (row, column, cell) in table.cells() {
            let mut facts = ground.facts.clone();
            let table = if sensitive {
                &mut facts.sensitive
            } else {
                &mut facts.password_reset
            };
            let place = table.cell_mut(row, column).expect("a cell");
            *place = if cell == "no" { "yes" } else { "no" }.to_owned();
            let seen = Seen {
                in_tables: ground.tables(&facts, &ground.policies, &[column]),
                in_changes: ground.changes(&facts, &ground.policies, Some(column)),
            };
            seens.insert(format!("{name}, {column} on {row}"), seen);
        }
    }
    seens
}

/// 5 roles, each with the other reach and with none: 10.
fn reaches(ground: &Ground) -> Seens {
    let mut seens = Seens::new();
    for (role, reach) in &ground.facts.reach {
        let other = match reach.as_str() {
            "everyone" => "user_no_admin_role",
            _ => "everyone",
        };
        for reach in [Some(other), None] {
            let mut facts = ground.facts.clone();
            match reach {
                Some(reach) => facts.reach.insert(role.clone(), reach.to_owned()),
                None => facts.reach.remove(role),
            };
            let seen = Seen {
                in_tables: ground.tables(&facts, &ground.policies, &[role]),
                in_changes: ground.changes(&facts, &ground.policies, Some(role)),
            };
            seens.insert(
                format!("{role} reaches {}", reach.unwrap_or("nobody")),
                seen,
            );
        }
    }
    seens
}

/// Each action that a role outside the eight has, taken from it.
fn actions(ground: &Ground) -> Seens {
    let mut seens = Seens::new();
    for (role, action) in &ground.facts.actions {
        let mut facts = ground.facts.clone();
        facts.actions.remove(&(role.clone(), action.clone()));
        let seen = Seen {
            in_tables: false,
            in_changes: ground.changes(&facts, &ground.policies, Some(role)),
        };
        seens.insert(format!("{role} without {action}"), seen);
    }
    seens
}

/// Each policy and template, left out. Changes are asked for where the tables show nothing.
fn policies_left_out(ground: &Ground) -> Seens {
    let mut seens = Seens::new();
    for name in ground.policies.names() {
        let policies = Policies::read(&Sources::read(), &ground.facts, &[&name]);
        let policies = policies.expect("policies without one");
        let facts = &ground.facts;
        let of_matrix = name.starts_with("matrix: ");
        let in_tables = if of_matrix {
            ground.matrix(facts, &policies, None)
        } else {
            ground.tables(facts, &policies, &acting())
        };
        let in_changes = !in_tables && ground.changes(facts, &policies, None);
        let seen = Seen {
            in_tables,
            in_changes,
        };
        seens.insert(format!("without {name}"), seen);
    }
    seens
}

/// A policy, a piece of its text, and what stands there instead.
type Alteration = (&'static str, &'static str, &'static str);

const LIMITED: &str = ": limited:non_admins_only\"";
const NO_ROLE: &str = "resource in Row::\"user_no_admin_role\"";
const NOT_IN_GROUP: &str = "!(resource in Row::\"user_role_assignable_group_member_or_owner\")";
const DELETED: &str = "R1 for people who were deleted";
const RESETS: &str = "R13: resets no administrators";
const DELETES: &str = "R13: deletes no global administrators";
const CREATES: &str = "R13: creates no administrators";
const BRINGS: &str = "R13: brings back no administrators";

/// The rules about changes, each made to say a little less or more.
const ALTERED: [Alteration; 41] = [
    ("R1", "\"global_administrator\"", "\"user_administrator\""),
    ("R1", "principal.inForce", "true"),
    ("R1", "principal.wholeTenant", "true"),
    (
        DELETED,
        "\"global_administrator\"",
        "\"user_administrator\"",
    ),
    (DELETED, "principal.inForce", "true"),
    (DELETED, "principal.wholeTenant", "true"),
    (DELETED, "Action::\"restoreUser\", ", ""),
    (DELETED, ", Action::\"purgeUser\"", ""),
    (DELETED, NO_ROLE, "true"),
    (DELETED, NOT_IN_GROUP, "true"),
    ("R3", "Action::\"block\",", ""),
    ("R3", "Action::\"deleteUser\",", ""),
    ("R3", "Action::\"revokeGlobalAdministrator\",", ""),
    ("R3", ",\n    Action::\"lessenGlobalAdministrator\"", ""),
    ("R3", "resource.lastGlobalAdministrator", "true"),
    (
        "R11",
        "\"helpdesk_administrator\"",
        "\"user_administrator\"",
    ),
    ("R11", LIMITED, ": yes\""),
    ("R11", NO_ROLE, "false"),
    ("R11", NO_ROLE, "resource in Row::\"guest_inviter\""),
    (
        RESETS,
        "\"user_administrator\"",
        "\"helpdesk_administrator\"",
    ),
    (RESETS, LIMITED, ": yes\""),
    (RESETS, NO_ROLE, "false"),
    (RESETS, NO_ROLE, "resource in Row::\"guest_inviter\""),
    (
        DELETES,
        ": limited:no_delete_global_admin_no_create_admins\"",
        ": yes\"",
    ),
    (DELETES, "Action::\"deleteUser\", ", ""),
    (DELETES, ", Action::\"purgeUser\"", ""),
    (
        DELETES,
        "\"global_administrator\"",
        "\"groups_administrator\"",
    ),
    (
        CREATES,
        ": limited:no_delete_global_admin_no_create_admins\"",
        ": yes\"",
    ),
    (CREATES, "principal.inForce", "true"),
    (CREATES, "principal.wholeTenant", "true"),
    (
        BRINGS,
        ": limited:no_delete_global_admin_no_create_admins\"",
        ": yes\"",
    ),
    (BRINGS, "principal.inForce", "true"),
    (BRINGS, "principal.wholeTenant", "true"),
    (BRINGS, NO_ROLE, "true"),
    (BRINGS, NOT_IN_GROUP, "true"),
    ("R14", ": limited:view_only\"", ": yes\""),
    ("R14", "principal.inForce", "true"),
    ("R14", "principal.wholeTenant", "true"),
    ("R25", "resource.synchronised", "true"),
    ("R25", "resource.synchronised", "false"),
    ("own product mail", "principal.account == resource", "true"),
];

fn policies_altered(ground: &Ground) -> Seens {
    let mut seens = Seens::new();
    for (name, from, to) in ALTERED {
        let mut sources = Sources::read();
        let mut changed = 0;
        for (_, text) in &mut sources.files {
            let head = format!("@id(\"{name}\")");
            if let Some(begin) = text.find(&head) {
                let end = text[begin..].find(";\n").expect("its end") + begin;
                let policy = &text[begin..end];
                assert_eq!(policy.matches(from).count(), 1, "{name}: {from}");
                let policy = policy.replace(from, to);
                text.replace_range(begin..end, &policy);
                changed += 1;
            }
        }
        assert_eq!(changed, 1, "{name}");
        let policies = Policies::read(&sources, &ground.facts, &[]).expect("policies");
        let seen = Seen {
            in_tables: false,
            in_changes: ground.changes(&ground.facts, &policies, None),
        };
        seens.insert(format!("{name}: {from} is {to}"), seen);
    }
    seens
}

/// Mutants that nothing shows: each takes an action from a role that lacks another one beside
/// which alone it would count.
const SHADOWED: [&str; 7] = [
    "authentication_administrator without microsoft.directory/users/basic/update",
    "authentication_administrator without microsoft.directory/users/delete",
    "directory_writers without microsoft.directory/groups/create",
    "directory_writers without microsoft.directory/users/basic/update",
    "directory_writers without microsoft.directory/users/create",
    "privileged_authentication_administrator without microsoft.directory/users/basic/update",
    "privileged_authentication_administrator without microsoft.directory/users/delete",
];

#[test]
fn every_mutant_is_caught() {
    let ground = Ground::new();
    let kinds: [Kind; 6] = [
        ("cells of the matrix", 8 * 15 * 4, cells_of_the_matrix),
        (
            "cells of the two tables",
            18 * (6 + 4),
            cells_of_the_two_tables,
        ),
        ("reaches of the extra roles", 5 * 2, reaches),
        ("actions of other roles", 31, actions),
        ("policies left out", 34, policies_left_out),
        ("policies altered", ALTERED.len(), policies_altered),
    ];
    let mut unseen = Vec::new();
    for (kind, expected, mutants) in kinds {
        let began = Instant::now();
        let seens = mutants(&ground);
        let missed = |seen: &Seen| !seen.in_tables && !seen.in_changes;
        let caught = seens.values().filter(|seen| !missed(seen)).count();
        let by_changes = seens.values().filter(|seen| seen.in_changes).count();
        println!(
            "{kind}, {:.1?}: {} mutants, {caught} caught, {by_changes} of them by a change",
            began.elapsed(),
            seens.len()
        );
        let here = seens.iter().filter(|(_, seen)| missed(seen));
        unseen.extend(here.map(|(name, _)| name.clone()));
        assert_eq!(seens.len(), expected, "{kind}");
    }
    unseen.sort();
    assert_eq!(unseen, SHADOWED, "mutants that nothing shows");
}
