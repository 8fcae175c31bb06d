//! The two published tables as targets, and the facts compared with what the policy does.

use std::path::Path;

use mandate::domain::command::Command;
use mandate::domain::delegation::decide;
use mandate::domain::role::RoleTemplateId;

use super::{block, email, phone, reset};
use crate::support::{
    AUTHENTICATION, DIRECTORY_READERS, EXCHANGE, EXPERIENCE_MANAGER, Fixture, GLOBAL, GROUPS,
    GUEST_INVITER, HELPDESK, Less, MESSAGE_CENTER, PASSWORD, PRIVILEGED_AUTHENTICATION,
    PRIVILEGED_ROLE, REPORTS_READER, USAGE_READER, USERS, context, fixture, id,
};

/// The rows of both tables, by the names the facts give them.
pub const TARGETS: [&str; 18] = [
    "authentication_administrator",
    "directory_readers",
    "global_administrator",
    "groups_administrator",
    "guest_inviter",
    "helpdesk_administrator",
    "message_center_reader",
    "password_administrator",
    "privileged_authentication_administrator",
    "privileged_role_administrator",
    "reports_reader",
    "user_no_admin_role",
    "user_role_assignable_group_member_or_owner",
    "user_with_role_scoped_to_restricted_management_unit",
    "user_administrator",
    "user_experience_success_manager",
    "usage_summary_reports_reader",
    "all_other_roles",
];

/// A tenant with someone called `target` as a row describes them.
pub fn target(row: &str) -> Fixture {
    let bare = || fixture().user("target");
    match row {
        "authentication_administrator" => bare().holds(AUTHENTICATION),
        "directory_readers" => bare().holds(DIRECTORY_READERS),
        "global_administrator" => bare().holds(GLOBAL),
        "groups_administrator" => bare().holds(GROUPS),
        "guest_inviter" => bare().holds(GUEST_INVITER),
        "helpdesk_administrator" => bare().holds(HELPDESK),
        "message_center_reader" => bare().holds(MESSAGE_CENTER),
        "password_administrator" => bare().holds(PASSWORD),
        "privileged_authentication_administrator" => bare().holds(PRIVILEGED_AUTHENTICATION),
        "privileged_role_administrator" => bare().holds(PRIVILEGED_ROLE),
        "reports_reader" => bare().holds(REPORTS_READER),
        "user_no_admin_role" => bare(),
        "user_role_assignable_group_member_or_owner" => bare().group("admins", &["target"]),
        // A role that is open to all, so that only the unit can close the cell.
        "user_with_role_scoped_to_restricted_management_unit" => bare()
            .unit("vault", &["piet"])
            .restricted()
            .holds(DIRECTORY_READERS)
            .within("vault"),
        "user_administrator" => bare().holds(USERS),
        "user_experience_success_manager" => bare().holds(EXPERIENCE_MANAGER),
        "usage_summary_reports_reader" => bare().holds(USAGE_READER),
        "all_other_roles" => bare().holds(EXCHANGE),
        other => unreachable!("no row `{other}`"),
    }
}

fn actor(column: &str) -> RoleTemplateId {
    match column {
        "password_administrator" => PASSWORD,
        "helpdesk_administrator" => HELPDESK,
        "authentication_administrator" => AUTHENTICATION,
        "user_administrator" => USERS,
        "privileged_authentication_administrator" => PRIVILEGED_AUTHENTICATION,
        "global_administrator" => GLOBAL,
        other => unreachable!("no column `{other}`"),
    }
}

/// Compares each cell of a table of the facts with the policy, where `governs` says so.
fn compare(
    file: &str,
    commands: &[Command],
    governs: impl Fn(&str, &str) -> bool,
    expected_cells: usize,
) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/facts")
        .join(file);
    let Ok(text) = std::fs::read_to_string(path) else {
        return;
    };
    let mut lines = text.lines();
    let columns: Vec<_> = lines.next().expect("a header").split(',').skip(2).collect();
    let (mut cells, mut wrong) = (0, Vec::new());
    for line in lines {
        let words: Vec<_> = line.split(',').collect();
        for (column, cell) in columns.iter().zip(&words[2..]) {
            if !governs(column, words[0]) {
                continue;
            }
            let tenant = target(words[0]).user("actor").holds(actor(column)).build();
            for command in commands {
                let found = decide(&context(), &tenant, id("actor"), command).is_allowed();
                if found == (*cell == "no") {
                    wrong.push(format!("{file}: {column} on {}: {cell}", words[0]));
                }
            }
            cells += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(cells, expected_cells, "{file}");
}

/// R11 and R13 govern two columns beyond people without a role; the table governs the rest.
#[test]
fn password_resets_follow_the_facts() {
    let stricter = ["helpdesk_administrator", "user_administrator"];
    compare(
        "password-reset-matrix.csv",
        &[reset("target")],
        |column, row| !stricter.contains(&column) || row.starts_with("user_no"),
        4 * 18 + 2,
    );
}

/// The stricter rules never allow what the table forbids.
#[test]
fn stricter_rules_only_take_away() {
    for row in TARGETS {
        for column in [HELPDESK, USERS] {
            let tenant = target(row).user("actor").holds(column).build();
            let decision = decide(&context(), &tenant, id("actor"), &reset("target"));
            assert_eq!(decision.is_allowed(), row == "user_no_admin_role", "{row}");
        }
    }
}

#[test]
fn sensitive_changes_follow_the_facts() {
    compare(
        "sensitive-actions-matrix.csv",
        &[
            phone("target", "+31687654321"),
            email("target", "t@elsewhere.example"),
            block("target"),
        ],
        |column, _| matches!(column, "user_administrator" | "global_administrator"),
        2 * 18,
    );
}
