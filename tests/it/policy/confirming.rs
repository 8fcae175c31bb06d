//! R21, R6 and R8: what is confirmed with a reason, and what is warned about, when a role is given.

use mandate::domain::command::{Command, RoleChoice};

use super::{allowed, assign, check, choose, confirm, customized, reach, revoke, row, set, warn};
use crate::support::{
    EXCHANGE, GLOBAL, HELPDESK, Less, PHONE, REPORTS_READER, TOMORROW, USERS, empty, fixture,
    given, given_to_group,
};

#[test]
fn a_privileged_role_asks_for_a_reason() {
    let tenant = fixture()
        .unit("noord", &["piet"])
        .group("desk", &["piet"])
        .user("kim")
        .holds(HELPDESK);
    check([
        row(
            "privileged",
            &tenant,
            "anna",
            assign("piet", HELPDESK),
            confirm(&[21]),
        ),
        row(
            "not privileged",
            &tenant,
            "anna",
            assign("piet", EXCHANGE),
            allowed(),
        ),
        row(
            "eligible",
            &tenant,
            "anna",
            Command::AssignRole(given("piet", HELPDESK).eligible()),
            confirm(&[21]),
        ),
        row(
            "over a unit",
            &tenant,
            "anna",
            Command::AssignRole(given("piet", HELPDESK).within("noord")),
            confirm(&[21]),
        ),
        row(
            "for a day",
            &tenant,
            "anna",
            Command::AssignRole(given("piet", HELPDESK).until(TOMORROW)),
            confirm(&[21]),
        ),
        row(
            "to a group",
            &tenant,
            "anna",
            Command::AssignRole(given_to_group("desk", HELPDESK)),
            confirm(&[21]),
        ),
        row(
            "by choice",
            &tenant,
            "anna",
            customized("piet", &[EXCHANGE, USERS]),
            confirm(&[21]),
        ),
        row(
            "Global by choice",
            &tenant,
            "anna",
            choose("piet", RoleChoice::GlobalAdministrator),
            confirm(&[21]),
        ),
        row(
            "one of several",
            &tenant,
            "anna",
            set("piet", &[given("piet", EXCHANGE), given("piet", HELPDESK)]),
            confirm(&[21]),
        ),
        row(
            "in a batch",
            &tenant,
            "anna",
            Command::Batch(vec![assign("piet", EXCHANGE), assign("piet", HELPDESK)]),
            confirm(&[21]),
        ),
        row(
            "held already, beside a new one",
            &tenant,
            "anna",
            customized("kim", &[HELPDESK, EXCHANGE]),
            allowed(),
        ),
        row(
            "taking one",
            &tenant,
            "anna",
            revoke("kim", HELPDESK),
            allowed(),
        ),
        row(
            "limiting one that is held",
            &tenant,
            "anna",
            set("kim", &[given("kim", HELPDESK).until(TOMORROW)]),
            confirm(&[21]),
        ),
    ]);
}

#[test]
fn a_global_administrator_is_reachable() {
    let kim = |email: Option<&str>, phone: Option<&str>| {
        let contact = crate::support::contact(email, phone);
        // No custom domain, so that the absence of a phone is R6's alone.
        fixture()
            .user("kim")
            .but(|kim| kim.contact = contact)
            .initial_domain_only()
    };
    let give = || assign("kim", GLOBAL);
    let (mail, neither) = (Some("kim@example.org"), None::<&str>);
    check([
        row(
            "both",
            &kim(mail, Some(PHONE)),
            "anna",
            give(),
            confirm(&[21]),
        ),
        row(
            "no phone",
            &kim(mail, None),
            "anna",
            give(),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "no address",
            &kim(None, Some(PHONE)),
            "anna",
            give(),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "neither",
            &kim(neither, neither),
            "anna",
            give(),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "neither, by choice",
            &kim(neither, neither),
            "anna",
            choose("kim", RoleChoice::GlobalAdministrator),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "neither, another role",
            &kim(neither, neither),
            "anna",
            assign("kim", EXCHANGE),
            allowed(),
        ),
        row(
            "neither, eligible",
            &kim(neither, neither),
            "anna",
            Command::AssignRole(given("kim", GLOBAL).eligible()),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "both come first in the same Save",
            &kim(neither, neither),
            "anna",
            Command::Batch(vec![reach("kim", mail, Some(PHONE)), give()]),
            confirm(&[21]),
        ),
        row(
            "both come too late in it",
            &kim(neither, neither),
            "anna",
            Command::Batch(vec![give(), reach("kim", mail, Some(PHONE))]),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "both go first in the same Save",
            &kim(mail, Some(PHONE)),
            "anna",
            Command::Batch(vec![reach("kim", None, None), give()]),
            confirm(&[21]).and_warns(&[6]),
        ),
        row(
            "somebody else's come first",
            &kim(neither, neither),
            "anna",
            Command::Batch(vec![reach("piet", mail, Some("+31687654321")), give()]),
            confirm(&[21]).and_warns(&[6]),
        ),
    ]);
}

/// Whoever becomes a Global Administrator through a group is one like any other.
#[test]
fn members_of_a_group_are_reachable_too() {
    let tenant = fixture()
        .user("kim")
        .unreachable()
        .group("unreached", &["piet", "kim"])
        .group("reached", &["piet"]);
    let give = |group| Command::AssignRole(given_to_group(group, GLOBAL));
    check([
        row(
            "one can't be reached",
            &tenant,
            "anna",
            give("unreached"),
            confirm(&[21]).and_warns(&[6, 8]),
        ),
        row("all can", &tenant, "anna", give("reached"), confirm(&[21])),
    ]);
}

#[test]
fn a_phone_is_missed_where_self_service_reset_needs_it() {
    let kim = || empty().user("anna").holds(GLOBAL).user("kim").unreachable();
    let give = || assign("kim", REPORTS_READER);
    let initial = || kim().initial_domain_only();
    let phone_only = || kim().but(|kim| kim.contact = crate::support::contact(None, Some(PHONE)));
    check([
        row("own domain", &kim(), "anna", give(), warn(&[8])),
        row("initial domain only", &initial(), "anna", give(), allowed()),
        row(
            "initial domain and synchronisation",
            &initial().directory_sync(),
            "anna",
            give(),
            warn(&[8]),
        ),
        row("both", &kim().directory_sync(), "anna", give(), warn(&[8])),
        row("a phone", &phone_only(), "anna", give(), allowed()),
        row(
            "no role is given",
            &kim(),
            "anna",
            super::rename("kim", "Kim"),
            allowed(),
        ),
    ]);
}
