//! R23 and R24: whose sensitive properties who may change, cell by cell.
//!
//! Alternate address, phone and block state are sensitive; a name is not. The table has four
//! acting roles. Authentication administrators of either kind do not manage people in the admin
//! center, so that their columns stay unused: refused before the table is asked (R0).

use mandate::domain::role::RoleTemplateId;

use super::published::{TARGETS, target};
use super::{Row, allowed, block, cell, check, email, phone, reach, refused, rename, row, unblock};
use crate::support::{
    AUTHENTICATION, DIRECTORY_READERS, GLOBAL, HELPDESK, Less, PARTNER_TIER1, PARTNER_TIER2,
    PRIVILEGED_AUTHENTICATION, USERS, fixture,
};

const ACTORS: [(&str, RoleTemplateId); 6] = [
    ("Authentication", AUTHENTICATION),
    ("User management", USERS),
    ("Privileged Authentication", PRIVILEGED_AUTHENTICATION),
    ("Global", GLOBAL),
    ("Partner Tier1", PARTNER_TIER1),
    ("Partner Tier2", PARTNER_TIER2),
];

const TABLE: &str = "
    target                   Authentic. UserMgmt PrivAuth Global Tier1 Tier2
    authentication           0          23       0        yes    23    yes
    directory_readers        0          yes      0        yes    23    yes
    global                   0          23       0        yes    23    yes
    groups                   0          yes      0        yes    23    yes
    guest_inviter            0          yes      0        yes    23    yes
    helpdesk                 0          yes      0        yes    23    yes
    message_center_reader    0          yes      0        yes    23    yes
    password                 0          yes      0        yes    23    yes
    privileged_authentic.    0          23       0        yes    23    yes
    privileged_role          0          23       0        yes    23    yes
    reports_reader           0          yes      0        yes    23    yes
    no_admin_role            0          yes      0        yes    yes   yes
    group_member             0          24       0        yes    24    yes
    restricted_unit          0          23       0        yes    23    yes
    user_administrator       0          yes      0        yes    23    yes
    experience_manager       0          yes      0        yes    23    yes
    usage_summary_reader     0          yes      0        yes    23    yes
    all_other_roles          0          23       0        yes    23    yes
";

#[test]
fn every_cell_for_every_sensitive_property() {
    let mut rows: Vec<Row> = Vec::new();
    let lines = TABLE.lines().skip(2).filter(|line| !line.trim().is_empty());
    for (target_name, line) in TARGETS.into_iter().zip(lines) {
        let mut words = line.split_whitespace();
        let label = words.next().expect("a target");
        let cells: Vec<_> = words.collect();
        assert_eq!(cells.len(), ACTORS.len(), "{label}");
        for ((actor, role), text) in ACTORS.into_iter().zip(cells) {
            let tenant = target(target_name).user("actor").holds(role);
            for (property, command) in [
                ("phone", phone("target", "+31687654321")),
                ("address", email("target", "t@elsewhere.example")),
                ("block", block("target")),
            ] {
                let what = format!("{actor} / {label} / {property}");
                rows.push(row(what, &tenant, "actor", command, cell(text)));
            }
        }
    }
    assert_eq!(rows.len(), 18 * 6 * 3);
    check(rows);
}

#[test]
fn a_name_is_not_sensitive() {
    for protected in [
        "global_administrator",
        "all_other_roles",
        TARGETS[12],
        TARGETS[13],
    ] {
        let tenant = target(protected).user("actor").holds(USERS);
        check([row(
            protected,
            &tenant,
            "actor",
            rename("target", "Another Name"),
            allowed(),
        )]);
    }
}

#[test]
fn removing_and_unblocking_are_sensitive_too() {
    let tenant = target("global_administrator")
        .blocked()
        .user("actor")
        .holds(USERS);
    check([
        row(
            "unblock",
            &tenant,
            "actor",
            unblock("target"),
            refused(&[23]),
        ),
        row(
            "no address",
            &tenant,
            "actor",
            reach("target", None, Some("+31612345678")),
            refused(&[23]),
        ),
        row(
            "no phone",
            &tenant,
            "actor",
            reach("target", Some("target@example.org"), None),
            refused(&[23]),
        ),
    ]);
}

#[test]
fn what_protects_is_what_protects_passwords() {
    let kim = || fixture().user("actor").holds(USERS).user("kim");
    check([
        row(
            "eligible for Global",
            &kim().holds(GLOBAL).eligible(),
            "actor",
            block("kim"),
            refused(&[23]),
        ),
        row(
            "owner of a group",
            &kim().group("g", &[]).owned_by(&["kim"]),
            "actor",
            block("kim"),
            refused(&[24]),
        ),
        row(
            "Global through a group",
            &kim().group("g", &["kim"]).holds(GLOBAL),
            "actor",
            block("kim"),
            refused(&[23, 24]),
        ),
        row(
            "two roles, one closed",
            &kim().holds(DIRECTORY_READERS).holds(AUTHENTICATION),
            "actor",
            block("kim"),
            refused(&[23]),
        ),
        row(
            "two roles, both open",
            &kim().holds(DIRECTORY_READERS).holds(HELPDESK),
            "actor",
            block("kim"),
            allowed(),
        ),
    ]);
}
