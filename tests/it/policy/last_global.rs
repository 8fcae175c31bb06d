//! R3 and R4: one lasting Global Administrator stays, and giving up one's own role is final.

use mandate::domain::apply::{Assent, apply};
use mandate::domain::command::{Command, RoleChoice};

use super::{
    Row, allowed, assign, block, check, choose, confirm, customized, nothing_to_do, refused,
    revoke, row, set, unblock,
};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, Less, REPORTS_READER, TOMORROW, YESTERDAY, context, empty, fixture,
    given, given_to_group, id,
};

/// Every way to take the lasting role from `anna`.
fn ways() -> Vec<(&'static str, Command)> {
    let global = || given("anna", GLOBAL);
    vec![
        ("revoked", revoke("anna", GLOBAL)),
        ("blocked", block("anna")),
        ("scoped", set("anna", &[global().within("noord")])),
        ("made eligible", set("anna", &[global().eligible()])),
        ("limited in time", set("anna", &[global().until(TOMORROW)])),
        ("given a start", set("anna", &[global().since(YESTERDAY)])),
        ("put off", set("anna", &[global().since(TOMORROW)])),
        (
            "replaced by another role",
            set("anna", &[given("anna", EXCHANGE)]),
        ),
        (
            "made a user without access",
            choose("anna", RoleChoice::NoAdminAccess),
        ),
        ("customized", customized("anna", &[EXCHANGE])),
        ("customized to nothing", customized("anna", &[])),
        (
            "a batch that ends so",
            Command::Batch(vec![assign("piet", EXCHANGE), revoke("anna", GLOBAL)]),
        ),
        (
            "replaced by a group",
            Command::Batch(vec![
                Command::AssignRole(given_to_group("admins", GLOBAL)),
                revoke("anna", GLOBAL),
            ]),
        ),
    ]
}

/// Anna is the only lasting one; Gea acts, a Global Administrator until tomorrow.
fn anna_alone() -> Fixture {
    fixture()
        .unit("noord", &["piet"])
        .group("admins", &["piet"])
        .user("gea")
        .holds(GLOBAL)
        .until(TOMORROW)
}

fn each(fixture: &Fixture, case: &str, verdict: &super::Verdict) -> Vec<Row> {
    ways()
        .into_iter()
        .map(|(way, command)| {
            row(
                format!("{case}: {way}"),
                fixture,
                "gea",
                command,
                verdict.clone(),
            )
        })
        .collect()
}

#[test]
fn the_last_one_stays_in_every_way() {
    check(each(&anna_alone(), "alone", &refused(&[3])));
}

/// Makes the person just added a Global Administrator of some sort.
type Other = fn(Fixture) -> Fixture;

#[test]
fn others_that_do_not_last_do_not_count() {
    let others: [(&str, Other); 8] = [
        ("beside one until tomorrow", |it| {
            it.holds(GLOBAL).until(TOMORROW)
        }),
        ("beside one from tomorrow", |it| {
            it.holds(GLOBAL).since(TOMORROW)
        }),
        ("beside one since yesterday", |it| {
            it.holds(GLOBAL).since(YESTERDAY)
        }),
        ("beside an expired one", |it| {
            it.holds(GLOBAL).until(YESTERDAY)
        }),
        ("beside an eligible one", |it| it.holds(GLOBAL).eligible()),
        ("beside one over a unit", |it| {
            it.holds(GLOBAL).within("noord")
        }),
        ("beside a blocked one", |it| it.holds(GLOBAL).blocked()),
        ("beside a group", |it| {
            it.group("globals", &["kim"]).holds(GLOBAL)
        }),
    ];
    for (case, other) in others {
        check(each(&other(anna_alone().user("kim")), case, &refused(&[3])));
    }
}

#[test]
fn with_another_lasting_one_each_way_is_open() {
    let two = anna_alone().user("kim").holds(GLOBAL);
    let guest = anna_alone().user("kim").holds(GLOBAL).guest();
    for tenant in [two, guest] {
        check(ways().into_iter().map(|(way, command)| {
            // Making a privileged role eligible, scoped or limited is giving it anew.
            let gives = matches!(
                way,
                "scoped"
                    | "made eligible"
                    | "limited in time"
                    | "given a start"
                    | "put off"
                    | "replaced by a group"
            );
            let verdict = if gives { confirm(&[21]) } else { allowed() };
            row(way, &tenant, "gea", command, verdict)
        }));
    }
}

/// In a batch the order counts: each part is judged when its turn comes.
#[test]
fn a_batch_can_pass_the_role_on_and_not_lose_it() {
    let run = |commands: Vec<Command>| {
        let mut tenant = anna_alone().build();
        let because = Assent::because("she leaves");
        let batch = Command::Batch(commands);
        let outcome = apply(&context(), &mut tenant, id("gea"), &batch, &because);
        let left: Vec<_> = tenant.lasting_global_administrators().collect();
        (outcome.is_ok(), left)
    };
    let give = || assign("piet", GLOBAL);
    let take = || revoke("anna", GLOBAL);
    assert_eq!(run(vec![give(), take()]), (true, vec![id("piet")]));
    assert_eq!(run(vec![take(), give()]), (false, vec![id("anna")]));
    let both = vec![give(), take(), revoke("piet", GLOBAL)];
    assert_eq!(run(both), (false, vec![id("anna")]));
    assert_eq!(
        run(vec![give(), block("piet"), take()]),
        (false, vec![id("anna")])
    );
}

#[test]
fn what_does_not_touch_the_lasting_role_is_open() {
    let alone = anna_alone();
    check([
        row(
            "another role beside it",
            &alone,
            "gea",
            assign("anna", EXCHANGE),
            allowed(),
        ),
        row(
            "Global chosen again",
            &alone,
            "gea",
            choose("anna", RoleChoice::GlobalAdministrator),
            nothing_to_do(),
        ),
        row(
            "customized with Global in it",
            &alone,
            "gea",
            customized("anna", &[GLOBAL, EXCHANGE]),
            allowed(),
        ),
        row(
            "an eligible one beside it",
            &alone,
            "gea",
            Command::AssignRole(given("anna", GLOBAL).eligible()),
            confirm(&[21]),
        ),
        row(
            "the temporary one goes",
            &alone,
            "anna",
            Command::RevokeRole(given("gea", GLOBAL)),
            allowed(),
        ),
    ]);
}

/// A tenant read from a file may have no lasting one; then there is none to keep.
#[test]
fn without_a_lasting_one_nothing_is_kept() {
    let none = empty()
        .user("gea")
        .holds(GLOBAL)
        .until(TOMORROW)
        .user("kim")
        .holds(GLOBAL)
        .blocked();
    check([
        row(
            "a blocked one is revoked",
            &none,
            "gea",
            revoke("kim", GLOBAL),
            allowed(),
        ),
        row("and unblocked", &none, "gea", unblock("kim"), allowed()),
    ]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
fn own_global_role_is_given_up_after_a_confirmation() {
    let two = fixture().user("kim").holds(GLOBAL).unit("noord", &["piet"]);
    let through = two.clone().group("admins", &["anna"]).holds(GLOBAL);
    let own = |assignment| set("anna", &[assignment]);
    let global = || given("anna", GLOBAL);
    check([
        row(
            "one's own",
            &two,
            "anna",
            revoke("anna", GLOBAL),
            confirm(&[4]),
        ),
        row(
            "by choice",
            &two,
            "anna",
            choose("anna", RoleChoice::NoAdminAccess),
            confirm(&[4]),
        ),
        row(
            "by customizing",
            &two,
            "anna",
            customized("anna", &[EXCHANGE]),
            confirm(&[4]),
        ),
        row(
            "eligible only",
            &two,
            "anna",
            own(global().eligible()),
            confirm(&[4, 21]),
        ),
        row(
            "over a unit only",
            &two,
            "anna",
            own(global().within("noord")),
            confirm(&[4, 21]),
        ),
        row(
            "from tomorrow",
            &two,
            "anna",
            own(global().since(TOMORROW)),
            confirm(&[4, 21]),
        ),
        row(
            "until tomorrow: still held",
            &two,
            "anna",
            own(global().until(TOMORROW)),
            confirm(&[21]),
        ),
        row(
            "blocking oneself",
            &two,
            "anna",
            block("anna"),
            confirm(&[4]),
        ),
        row(
            "somebody else's",
            &two,
            "anna",
            revoke("kim", GLOBAL),
            allowed(),
        ),
        row(
            "blocking somebody else",
            &two,
            "anna",
            block("kim"),
            allowed(),
        ),
        row(
            "another role of one's own",
            &two.clone().with(given("anna", REPORTS_READER)),
            "anna",
            revoke("anna", REPORTS_READER),
            allowed(),
        ),
        row(
            "held through a group as well",
            &through,
            "anna",
            revoke("anna", GLOBAL),
            allowed(),
        ),
        row(
            "the group's, held directly as well",
            &through,
            "anna",
            Command::RevokeRole(given_to_group("admins", GLOBAL)),
            allowed(),
        ),
    ]);
    let only_group = fixture()
        .user("kim")
        .group("admins", &["kim"])
        .holds(GLOBAL);
    check([
        row(
            "the group one holds it through",
            &only_group,
            "kim",
            Command::RevokeRole(given_to_group("admins", GLOBAL)),
            confirm(&[4]),
        ),
        row(
            "the group someone else holds it through",
            &only_group,
            "anna",
            Command::RevokeRole(given_to_group("admins", GLOBAL)),
            allowed(),
        ),
    ]);
}
