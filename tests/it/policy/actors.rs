//! Who an actor is: roles that give power and roles that do not, scopes, groups, blocked and
//! unknown accounts, and acting on oneself.

use mandate::domain::command::Command;

use super::{
    allowed, assign, block, check, confirm, email, nothing_to_do, refused, rename, reset, revoke,
    row, set, warn,
};
use crate::support::{
    DIRECTORY_WRITERS, EXCHANGE, GLOBAL, HELPDESK, Less, NOW, PRIVILEGED_ROLE, REPORTS_READER,
    TOMORROW, USERS, YESTERDAY, empty, fixture, given,
};

#[test]
fn only_a_role_in_force_gives_power() {
    let with = |less: fn(crate::support::Fixture) -> crate::support::Fixture| {
        less(
            fixture()
                .unit("noord", &["piet"])
                .user("actor")
                .holds(GLOBAL),
        )
    };
    let give = || assign("piet", REPORTS_READER);
    check([
        row("active", &with(|it| it), "actor", give(), allowed()),
        row(
            "eligible",
            &with(Less::eligible),
            "actor",
            give(),
            refused(&[1]),
        ),
        row(
            "expired",
            &with(|it| it.until(YESTERDAY)),
            "actor",
            give(),
            refused(&[1]),
        ),
        row(
            "ends this second",
            &with(|it| it.until(NOW)),
            "actor",
            give(),
            refused(&[1]),
        ),
        row(
            "ends tomorrow",
            &with(|it| it.until(TOMORROW)),
            "actor",
            give(),
            allowed(),
        ),
        row(
            "begins tomorrow",
            &with(|it| it.since(TOMORROW)),
            "actor",
            give(),
            refused(&[1]),
        ),
        row(
            "begins this second",
            &with(|it| it.since(NOW)),
            "actor",
            give(),
            allowed(),
        ),
        row(
            "over one unit",
            &with(|it| it.within("noord")),
            "actor",
            give(),
            refused(&[1]),
        ),
    ]);
}

#[test]
fn the_same_holds_for_lesser_roles() {
    let with = |less: fn(crate::support::Fixture) -> crate::support::Fixture| {
        less(fixture().user("actor").holds(USERS))
    };
    let ask = || rename("piet", "Piet Jansen");
    check([
        row("active", &with(|it| it), "actor", ask(), allowed()),
        row(
            "eligible",
            &with(Less::eligible),
            "actor",
            ask(),
            refused(&[0]),
        ),
        row(
            "expired",
            &with(|it| it.until(YESTERDAY)),
            "actor",
            ask(),
            refused(&[0]),
        ),
        row(
            "begins tomorrow",
            &with(|it| it.since(TOMORROW)),
            "actor",
            ask(),
            refused(&[0]),
        ),
    ]);
}

#[test]
fn blocked_and_unknown_accounts_do_nothing() {
    let tenant = fixture().user("bea").holds(GLOBAL).blocked();
    let everything = || {
        [
            assign("piet", REPORTS_READER),
            revoke("anna", GLOBAL),
            set("piet", &[given("piet", REPORTS_READER)]),
            email("piet", "p@x.example"),
            rename("piet", "P"),
            block("piet"),
            reset("piet"),
            Command::Batch(vec![rename("piet", "P")]),
        ]
    };
    for actor in ["bea", "stranger"] {
        check(everything().map(|command| {
            row(
                format!("{actor}: {command:?}"),
                &tenant,
                actor,
                command,
                refused(&[0]),
            )
        }));
    }
}

#[test]
fn acting_on_oneself() {
    let people = fixture()
        .user("users")
        .holds(USERS)
        .user("desk")
        .holds(HELPDESK)
        .user("bare")
        .unreachable();
    check([
        row(
            "User management edits itself",
            &people,
            "users",
            rename("users", "U"),
            allowed(),
        ),
        row(
            "and its phone: its own row says yes",
            &people,
            "users",
            super::phone("users", "+31687654321"),
            allowed(),
        ),
        row(
            "and blocks itself, which is no Global's affair",
            &people,
            "users",
            block("users"),
            allowed(),
        ),
        row(
            "but resets no administrator's password",
            &people,
            "users",
            reset("users"),
            refused(&[13]),
        ),
        row(
            "Password does not reset itself",
            &people,
            "desk",
            reset("desk"),
            refused(&[11]),
        ),
        row(
            "User management gives itself no role",
            &people,
            "users",
            assign("users", GLOBAL),
            refused(&[1]),
        ),
        row(
            "nor takes its own",
            &people,
            "users",
            revoke("users", USERS),
            refused(&[1]),
        ),
        row(
            "nobody edits themselves without a role",
            &people,
            "piet",
            rename("piet", "P"),
            refused(&[0]),
        ),
        row(
            "Global gives itself a role",
            &people,
            "anna",
            assign("anna", EXCHANGE),
            allowed(),
        ),
        row(
            "Global resets its own password",
            &people,
            "anna",
            reset("anna"),
            allowed(),
        ),
    ]);
}

/// R1 is stricter than Entra, and no other role comes near it.
#[test]
fn other_entra_roles_do_not_delegate() {
    let people = fixture()
        .user("priv")
        .holds(PRIVILEGED_ROLE)
        .user("writer")
        .holds(DIRECTORY_WRITERS);
    check([
        row(
            "Privileged Role Administrator",
            &people,
            "priv",
            assign("piet", REPORTS_READER),
            refused(&[1]),
        ),
        row(
            "even to revoke",
            &people,
            "priv",
            revoke("writer", DIRECTORY_WRITERS),
            refused(&[1]),
        ),
        row(
            "Directory Writers",
            &people,
            "writer",
            assign("piet", REPORTS_READER),
            refused(&[1]),
        ),
        row(
            "who writes a part of it does not manage people",
            &people,
            "writer",
            rename("piet", "P"),
            refused(&[0]),
        ),
    ]);
}

/// What is so already may be asked by anyone and changes nothing.
#[test]
fn nothing_to_do_is_not_refused() {
    let tenant = fixture();
    check([
        row(
            "the same name",
            &tenant,
            "piet",
            rename("anna", "anna"),
            nothing_to_do(),
        ),
        row(
            "not blocked",
            &tenant,
            "piet",
            super::unblock("anna"),
            nothing_to_do(),
        ),
        row(
            "the same roles",
            &tenant,
            "piet",
            set("anna", &[given("anna", GLOBAL)]),
            nothing_to_do(),
        ),
        row(
            "no part of a batch",
            &tenant,
            "piet",
            Command::Batch(vec![]),
            nothing_to_do(),
        ),
    ]);
}

/// The rules about contact details speak to the Global Administrator being made.
#[test]
fn warnings_do_not_refuse() {
    let tenant = empty().user("anna").holds(GLOBAL).user("kim").unreachable();
    check([
        row(
            "a role warns",
            &tenant,
            "anna",
            assign("kim", REPORTS_READER),
            warn(&[8]),
        ),
        row(
            "Global warns twice and is confirmed",
            &tenant,
            "anna",
            assign("kim", GLOBAL),
            confirm(&[21]).and_warns(&[6, 8]),
        ),
    ]);
}
