//! Roles of the tenant's own: what they allow, who may make them, and what keeps them whole.

mod catalogue;
mod changes;

use mandate::domain::command::Command;
use mandate::domain::custom_role::CustomRole;

use crate::policy::{allowed, check, confirm, nothing_to_do, refused, row};
use crate::support::{
    Fixture, GLOBAL, HELPDESK, Less, PRIVILEGED_ROLE, USERS, custom_role, fixture, id, role_id,
};

/// Not privileged.
pub const TICKETS: &str = "microsoft.office365.supportTickets/allEntities/allTasks";
/// Privileged.
pub const CREATE: &str = "microsoft.directory/users/create";
/// Privileged.
pub const PASSWORDS: &str = "microsoft.directory/users/password/update";

/// Makes a role, or changes it.
pub fn make(role: CustomRole) -> Command {
    Command::SetCustomRole {
        id: role.id,
        role: Some(Box::new(role)),
    }
}

/// Deletes a role.
pub fn delete(name: &str) -> Command {
    Command::SetCustomRole {
        id: role_id(name),
        role: None,
    }
}

fn office() -> Fixture {
    fixture()
        .user("ursula")
        .holds(USERS)
        .user("pim")
        .holds(PRIVILEGED_ROLE)
        .user("eva")
        .holds(GLOBAL)
        .eligible()
        .custom_role("Tickets", &[TICKETS])
        .custom_role("Aannemen", &[CREATE])
        .custom_role("Oud", &["microsoft.gone/things/do"])
}

#[test]
fn only_a_global_administrator_makes_changes_and_deletes_them() {
    let tenant = office();
    let commands = [
        ("make", make(custom_role("Nieuw", &[TICKETS]))),
        ("change", make(custom_role("Aannemen", &[TICKETS]))),
        ("delete", delete("Tickets")),
    ];
    for (what, command) in &commands {
        check(["ursula", "pim", "eva", "piet"].map(|actor| {
            row(
                format!("{actor}: {what}"),
                &tenant,
                actor,
                command.clone(),
                refused(&[1]),
            )
        }));
        check([row(*what, &tenant, "anna", command.clone(), allowed())]);
    }
}

#[test]
fn what_a_role_comes_to_allow_decides_whether_a_reason_is_asked() {
    let tenant = office();
    let anna = |what: &str, role, verdict| row(what, &tenant, "anna", make(role), verdict);
    let renamed = CustomRole {
        name: "Instroom".into(),
        ..custom_role("Aannemen", &[CREATE])
    };
    check([
        anna(
            "a privileged one",
            custom_role("Nieuw", &[TICKETS, CREATE]),
            confirm(&[21]),
        ),
        anna(
            "one that becomes privileged",
            custom_role("Tickets", &[TICKETS, CREATE]),
            confirm(&[21]),
        ),
        anna(
            "more of what is privileged",
            custom_role("Aannemen", &[CREATE, PASSWORDS]),
            confirm(&[21]),
        ),
        anna(
            "what gives roles, whatever its label",
            custom_role(
                "Nieuw",
                &["microsoft.directory/roleAssignments/allProperties/allTasks"],
            ),
            confirm(&[21]),
        ),
        anna("another name", renamed, allowed()),
        anna(
            "nothing new",
            custom_role("Tickets", &[TICKETS]),
            nothing_to_do(),
        ),
    ]);
}

#[test]
fn an_action_that_no_list_has_is_refused_when_new_and_kept_when_it_was_there() {
    let tenant = office();
    let anna = |what: &str, role, verdict| row(what, &tenant, "anna", make(role), verdict);
    check([
        anna(
            "new",
            custom_role("Nieuw", &["microsoft.gone/things/do"]),
            refused(&[0]),
        ),
        anna(
            "in other capitals",
            custom_role("Nieuw", &["microsoft.directory/Users/create"]),
            refused(&[0]),
        ),
        anna(
            "it was there",
            custom_role("Oud", &["microsoft.gone/things/do", TICKETS]),
            allowed(),
        ),
    ]);
}

#[test]
fn a_built_in_role_is_nobodys_to_change() {
    let role = CustomRole {
        id: HELPDESK,
        ..custom_role("Servicedesk", &[TICKETS])
    };
    let tenant = office();
    check([row("change", &tenant, "anna", make(role), refused(&[20]))]);
}

#[test]
fn it_is_given_like_any_other_role() {
    let assign = |name: &str| {
        Command::AssignRole(mandate::domain::role::RoleAssignment::permanent(
            mandate::domain::role::Principal::User(id("piet")),
            role_id(name),
        ))
    };
    let tenant = office();
    check([
        row("ordinary", &tenant, "anna", assign("Tickets"), allowed()),
        row(
            "privileged",
            &tenant,
            "anna",
            assign("Aannemen"),
            confirm(&[21]),
        ),
        row("unknown", &tenant, "anna", assign("Niets"), refused(&[20])),
        row(
            "ursula",
            &tenant,
            "ursula",
            assign("Tickets"),
            refused(&[1]),
        ),
    ]);
}
