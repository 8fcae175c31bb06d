//! R12: Service administrator comes after an administrator role of a service.

use mandate::domain::apply::{Assent, apply};
use mandate::domain::command::Command;

use super::{allowed, assign, check, customized, refused, revoke, row, set};
use crate::support::{
    EXCHANGE, GLOBAL, Less, REPORTS_READER, SERVICE, SHAREPOINT, SKYPE, TEAMS, TOMORROW, YESTERDAY,
    context, fixture, given, id,
};

#[test]
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
fn service_administrator_comes_after_a_service() {
    let kim = || fixture().user("kim");
    let beside = |role| kim().holds(role);
    let mut rows = vec![
        row(
            "alone",
            &kim(),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "alone, by choice",
            &kim(),
            "anna",
            customized("kim", &[SERVICE]),
            refused(&[12]),
        ),
        row(
            "beside another role",
            &kim(),
            "anna",
            customized("kim", &[SERVICE, REPORTS_READER]),
            refused(&[12]),
        ),
        row(
            "beside Teams, which is none of the three",
            &beside(TEAMS),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "beside Global, which is none either",
            &beside(GLOBAL),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "beside an eligible one",
            &kim().holds(EXCHANGE).eligible(),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "beside an expired one",
            &kim().holds(EXCHANGE).until(YESTERDAY),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "beside one that begins tomorrow",
            &kim().holds(EXCHANGE).since(TOMORROW),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "beside one through a group: the role editor gives both itself",
            &kim().group("mail", &["kim"]).holds(EXCHANGE),
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "eligible beside an eligible one",
            &kim().holds(EXCHANGE).eligible(),
            "anna",
            Command::AssignRole(given("kim", SERVICE).eligible()),
            allowed(),
        ),
        row(
            "alone and eligible",
            &kim(),
            "anna",
            Command::AssignRole(given("kim", SERVICE).eligible()),
            refused(&[12]),
        ),
        row(
            "alone from tomorrow",
            &kim(),
            "anna",
            Command::AssignRole(given("kim", SERVICE).since(TOMORROW)),
            refused(&[12]),
        ),
        row(
            "one Save with both",
            &kim(),
            "anna",
            set("kim", &[given("kim", SERVICE), given("kim", EXCHANGE)]),
            allowed(),
        ),
        row(
            "the service goes from under it",
            &beside(EXCHANGE).holds(SERVICE),
            "anna",
            revoke("kim", EXCHANGE),
            refused(&[12]),
        ),
        row(
            "one of two services goes",
            &beside(EXCHANGE).holds(SKYPE).holds(SERVICE),
            "anna",
            revoke("kim", EXCHANGE),
            allowed(),
        ),
        row(
            "both go at once",
            &beside(EXCHANGE).holds(SERVICE),
            "anna",
            set("kim", &[]),
            allowed(),
        ),
        row(
            "found alone, and given another role",
            &beside(SERVICE),
            "anna",
            assign("kim", REPORTS_READER),
            allowed(),
        ),
        row(
            "found alone, and put right",
            &beside(SERVICE),
            "anna",
            assign("kim", EXCHANGE),
            allowed(),
        ),
    ];
    for (name, role) in [
        ("Exchange", EXCHANGE),
        ("SharePoint", SHAREPOINT),
        ("Skype", SKYPE),
    ] {
        let text = |what| format!("{name}: {what}");
        rows.push(row(
            text("held"),
            &beside(role),
            "anna",
            assign("kim", SERVICE),
            allowed(),
        ));
        rows.push(row(
            text("in one Save"),
            &kim(),
            "anna",
            customized("kim", &[SERVICE, role]),
            allowed(),
        ));
    }
    check(rows);
}

/// Two single Commands are told apart by their order; a Save is one set and has none.
#[test]
fn in_a_batch_the_order_counts() {
    let run = |first, second| {
        let mut tenant = fixture().user("kim").build();
        let batch = Command::Batch(vec![assign("kim", first), assign("kim", second)]);
        apply(
            &context(),
            &mut tenant,
            id("anna"),
            &batch,
            &Assent::default(),
        )
        .is_ok()
    };
    assert!(run(EXCHANGE, SERVICE));
    assert!(!run(SERVICE, EXCHANGE));
}
