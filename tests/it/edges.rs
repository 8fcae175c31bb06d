//! The edges of the policy: batches over several people, contact details that go away, and roles
//! that stand alone because time passed.

use mandate::domain::command::Command;
use mandate::domain::delegation::decide;

use crate::policy::{allowed, assign, check, reach, refused, row, set, warn};
use crate::support::{
    EXCHANGE, GLOBAL, Less, PHONE, REPORTS_READER, SERVICE, TOMORROW, YESTERDAY, context, fixture,
    given, id,
};

/// Who is made reachable earlier in a batch is not warned about later in it, whoever comes
/// between and however the batch is folded.
#[test]
fn contact_details_earlier_in_a_batch_count() {
    let tenant = fixture()
        .user("kim")
        .unreachable()
        .user("lot")
        .unreachable()
        .build();
    let reachable = |name: &str| reach(name, Some(&format!("{name}@example.org")), Some(PHONE));
    let give = |name| assign(name, REPORTS_READER);
    let warned = |commands: Vec<Command>| {
        let decision = decide(&context(), &tenant, id("anna"), &Command::Batch(commands));
        assert!(decision.is_allowed());
        decision.warnings().len()
    };
    let (kim, lot) = (reachable("kim"), reachable("lot"));
    assert_eq!(warned(vec![give("kim"), give("lot")]), 2);
    assert_eq!(warned(vec![kim.clone(), give("kim"), give("lot")]), 1);
    assert_eq!(
        warned(vec![kim.clone(), lot.clone(), give("kim"), give("lot")]),
        0
    );
    let folded = Command::Batch(vec![kim.clone(), lot]);
    assert_eq!(warned(vec![folded, give("kim"), give("lot")]), 0);
    let gone_again = reach("kim", None, None);
    assert_eq!(warned(vec![kim, gone_again, give("kim")]), 1);
}

/// R6 and R8 speak when an administrator stops being reachable, not only when one is made.
#[test]
fn an_administrator_who_loses_contact_details_is_warned_about() {
    let tenant = fixture()
        .user("kim")
        .holds(REPORTS_READER)
        .user("was")
        .holds(REPORTS_READER)
        .until(YESTERDAY)
        .group("globals", &["piet"])
        .holds(GLOBAL);
    let without_phone = |name: &str| reach(name, Some(&format!("{name}@example.org")), None);
    let without_email = |name: &str| reach(name, None, Some(PHONE));
    check([
        row("a phone", &tenant, "anna", without_phone("kim"), warn(&[8])),
        row(
            "an address",
            &tenant,
            "anna",
            without_email("kim"),
            allowed(),
        ),
        row(
            "Global's phone",
            &tenant,
            "anna",
            without_phone("anna"),
            warn(&[6, 8]),
        ),
        row(
            "Global's address",
            &tenant,
            "anna",
            without_email("anna"),
            warn(&[6]),
        ),
        row(
            "through a group",
            &tenant,
            "anna",
            without_email("piet"),
            warn(&[6]),
        ),
        row(
            "no role any more",
            &tenant,
            "anna",
            without_phone("was"),
            allowed(),
        ),
    ]);
    let nobody_syncs = tenant.initial_domain_only();
    check([row(
        "where the phone is not needed",
        &nobody_syncs,
        "anna",
        without_phone("kim"),
        allowed(),
    )]);
}

/// Standing alone already, imported or overtaken by time, is no way to more of it (R12).
#[test]
fn a_service_administrator_alone_gets_no_more_of_it() {
    let eligible = fixture().user("kim").holds(SERVICE).eligible();
    let overtaken = fixture()
        .user("lot")
        .holds(EXCHANGE)
        .until(YESTERDAY)
        .holds(SERVICE)
        .until(TOMORROW);
    let for_good = given("lot", SERVICE);
    check([
        row(
            "eligible, then active",
            &eligible,
            "anna",
            assign("kim", SERVICE),
            refused(&[12]),
        ),
        row(
            "until tomorrow, then for good",
            &overtaken,
            "anna",
            set("lot", &[for_good]),
            refused(&[12]),
        ),
        row(
            "beside a service it is put right",
            &overtaken,
            "anna",
            set("lot", &[for_good, given("lot", EXCHANGE)]),
            allowed(),
        ),
        row(
            "other roles come and go",
            &eligible,
            "anna",
            assign("kim", REPORTS_READER),
            allowed(),
        ),
    ]);
}
