//! Where a role holds: over one administrative unit, and through a group.

use mandate::domain::command::Command;

use super::{allowed, assign, block, check, email, refused, rename, reset, row};
use crate::support::{
    GLOBAL, HELPDESK, Less, REPORTS_READER, USERS, fixture, given, given_to_group,
};

#[test]
fn a_scope_ends_at_its_unit() {
    let noord = fixture()
        .user("mia")
        .unit("noord", &["mia"])
        .unit("zuid", &["piet"])
        .user("users")
        .holds(USERS)
        .within("noord")
        .user("desk")
        .holds(HELPDESK)
        .within("noord")
        .user("global")
        .holds(GLOBAL)
        .within("noord");
    check([
        row(
            "edits inside",
            &noord,
            "users",
            email("mia", "m@x.example"),
            allowed(),
        ),
        row(
            "edits outside",
            &noord,
            "users",
            email("piet", "p@x.example"),
            refused(&[0]),
        ),
        row(
            "blocks outside",
            &noord,
            "users",
            block("piet"),
            refused(&[0]),
        ),
        row("resets inside", &noord, "desk", reset("mia"), allowed()),
        row(
            "resets outside",
            &noord,
            "desk",
            reset("piet"),
            refused(&[0]),
        ),
        row(
            "its own unit is not itself",
            &noord,
            "desk",
            reset("desk"),
            refused(&[0]),
        ),
        row(
            "Global over a unit edits inside",
            &noord,
            "global",
            rename("mia", "M"),
            allowed(),
        ),
        row(
            "and not outside",
            &noord,
            "global",
            rename("piet", "P"),
            refused(&[0]),
        ),
        row(
            "and gives no role, not even inside",
            &noord,
            "global",
            assign("mia", REPORTS_READER),
            refused(&[1]),
        ),
        row(
            "a tenant-wide Global gives a role over a unit",
            &noord,
            "anna",
            Command::AssignRole(given("mia", REPORTS_READER).within("noord")),
            allowed(),
        ),
    ]);
}

#[test]
fn a_group_gives_its_roles_to_members() {
    let through = fixture()
        .user("member")
        .user("owner")
        .group("admins", &["member"])
        .owned_by(&["owner"])
        .holds(GLOBAL);
    let eligible = fixture()
        .user("member")
        .group("admins", &["member"])
        .holds(GLOBAL)
        .eligible();
    let desk = fixture()
        .user("member")
        .group("desk", &["member"])
        .holds(HELPDESK);
    check([
        row(
            "a member gives roles",
            &through,
            "member",
            assign("piet", REPORTS_READER),
            allowed(),
        ),
        row(
            "an owner does not",
            &through,
            "owner",
            assign("piet", REPORTS_READER),
            refused(&[1]),
        ),
        row(
            "an owner edits nobody",
            &through,
            "owner",
            rename("piet", "P"),
            refused(&[0]),
        ),
        row(
            "eligible through a group gives nothing",
            &eligible,
            "member",
            assign("piet", REPORTS_READER),
            refused(&[1]),
        ),
        row(
            "Password through a group resets",
            &desk,
            "member",
            reset("piet"),
            allowed(),
        ),
        row(
            "roles of a group are given by a Global",
            &through,
            "anna",
            Command::AssignRole(given_to_group("admins", REPORTS_READER)),
            allowed(),
        ),
        row(
            "and by nobody else",
            &through,
            "owner",
            Command::AssignRole(given_to_group("admins", REPORTS_READER)),
            refused(&[1]),
        ),
    ]);
}
