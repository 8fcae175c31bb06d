//! Rows, filters and files, without pixels.

use std::sync::Arc;

use mandate::domain::language::Language;
use mandate::domain::review::{
    Acceptance, Finding, FindingAbout, FindingCode, FindingKey, Severity,
};
use mandate::domain::rule::Rule;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::findings::{Findings, Status};
use mandate::ui::user_index::UserIndex;
use mandate::ui::views::review::export;
use mandate::ui::views::review::rows::{Counts, Query, Row, Tab, days_left, rows, shown};
use mandate::ui::views::review::thresholds::{problems, read};

use super::with_bob;
use crate::support::{NOW, PARTNER_TIER1, REPORTS_READER, id, roles};

const DAY: i64 = 86_400;

/// Bob is blocked, Gerda is a guest whose role someone accepted, and Kees holds what is no role
/// to assign.
fn tenant() -> Tenant {
    let key = FindingKey {
        code: FindingCode::GuestsHoldRoles,
        about: FindingAbout::Tenant,
    };
    let acceptance = Acceptance {
        reason: "=HYPERLINK(\"https://example.org\")".into(),
        until: Timestamp(NOW.0 + 10 * DAY),
        people: [id("gerda")].into(),
    };
    with_bob()
        .user("gerda")
        .holds(REPORTS_READER)
        .guest()
        .user("kees")
        .holds(PARTNER_TIER1)
        .review(|settings| {
            settings.accepted.insert(key, acceptance);
        })
        .build()
}

fn texts() -> Texts {
    Texts::new(Language::English).in_utc()
}

fn gathered(tenant: &Tenant) -> Arc<[Finding]> {
    let session = Session::opened(tenant.clone(), Arc::clone(roles()), || NOW);
    let findings = Findings::gathered(&session);
    assert_eq!(findings.status(), Status::Ready);
    Arc::clone(findings.all().expect("they are known"))
}

fn told(tenant: &Tenant, all: &[Finding]) -> Vec<Row> {
    rows(&texts(), roles(), tenant, NOW, all)
}

/// The messages that a query finds.
fn check(query: &Query, expected: &[&str]) {
    let tenant = tenant();
    let all = gathered(&tenant);
    let rows = told(&tenant, &all);
    let index = UserIndex::build(&tenant, roles(), NOW);
    let places = shown(&rows, query, &all, &tenant, &index);
    let messages: Vec<_> = places.iter().map(|at| rows[*at].message.as_str()).collect();
    assert_eq!(messages, expected, "{query:?}");
}

const BLOCKED: &str = "1 blocked account still holds a role";
const GUEST: &str = "1 guest holds a role";
const TIER1: &str = "Partner Tier1 Support is assigned, although it is not a role to assign";

#[test]
fn filters_leave_out_what_they_say() {
    let open = Query::default();
    let privileged = "1 person holds a privileged role actively and without an end date";
    check(&open, &[privileged, TIER1, BLOCKED]);
    let info = Query {
        severity: Some(Severity::Info),
        ..open.clone()
    };
    check(&info, &[]);
    let rule = Query {
        rule: Some(Some(Rule::RoleNotAssignable)),
        ..open.clone()
    };
    check(&rule, &[TIER1]);
    for (text, expected) in [
        ("blocked", &[BLOCKED][..]),
        ("R27", &[BLOCKED]),
        ("reports reader", &[BLOCKED]),
        ("kees", &[privileged, TIER1]),
        ("nobody at all", &[]),
    ] {
        let text = Query {
            text: text.to_owned(),
            ..open.clone()
        };
        check(&text, expected);
    }
    let accepted = Query {
        tab: Tab::Accepted,
        ..open
    };
    check(&accepted, &[GUEST]);
}

#[test]
fn counts_are_those_of_the_list() {
    let tenant = tenant();
    let rows = told(&tenant, &gathered(&tenant));
    let counts = Counts::of(&rows, Tab::Open);
    assert_eq!((counts.open, counts.accepted), (3, 1));
    assert_eq!(counts.severity(Severity::Error), 0);
    assert_eq!(counts.severity(Severity::Warning), 3);
    let rules = [
        (Some(Rule::RoleNotAssignable), 1),
        (Some(Rule::PrivilegedNeedsReason), 1),
        (Some(Rule::GuestsAndBlockedHoldRoles), 1),
    ];
    assert_eq!(counts.rules, rules);
    let counts = Counts::of(&rows, Tab::Accepted);
    assert_eq!(counts.severity(Severity::Info), 1);
}

#[test]
fn days_are_those_of_the_calendar() {
    let texts = texts();
    for (seconds, expected) in [
        (1, 0),
        (12 * 3_600 - 1, 0),
        (12 * 3_600, 1),
        (90 * DAY, 90),
        (400 * DAY, 400),
        (-DAY, 0),
    ] {
        let until = Timestamp(NOW.0 + seconds);
        assert_eq!(days_left(&texts, NOW, until), expected, "{seconds}");
    }
}

#[test]
fn a_file_names_everything_and_no_spreadsheet_runs_it() {
    let tenant = tenant();
    let all = gathered(&tenant);
    let find = |code: FindingCode| {
        let mut places = all.iter();
        places.position(|finding| finding.kind.code() == code)
    };
    let guest = find(FindingCode::GuestsHoldRoles).expect("a guest");
    let blocked = find(FindingCode::BlockedHoldRoles).expect("a blocked account");
    let text = export::findings(&texts(), roles(), &tenant, NOW, &all, &[blocked, guest]);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("Severity,Rule,Key,Finding,Why it matters,"));
    assert!(
        lines[1]
            .starts_with("Warning,R27,blocked-hold-roles,1 blocked account still holds a role,")
    );
    assert!(lines[1].ends_with(",1,bob@contoso.nl,Reports Reader,,,"));
    assert!(lines[2].contains("\"'=HYPERLINK("), "{}", lines[2]);
    assert!(lines[2].ends_with(",2 Dec 2026"), "{}", lines[2]);
    let people = export::people(&texts(), &tenant, &all[blocked]);
    assert_eq!(people, "Name,User name\nbob,bob@contoso.nl\n");
}

#[test]
fn numbers_are_read_and_compared() {
    let texts = texts();
    let typed = |numbers: [&str; 4]| numbers.map(str::to_owned);
    let least = "This must be at least 9, the number before it.";
    let number = "Give a whole number from 1 to 65535.";
    for (numbers, expected) in [
        (["2", "4", "8", "10"], [None; 4]),
        (["9", "9", "9", "1"], [None; 4]),
        (["9", "4", "8", "10"], [None, Some(least), None, None]),
        (["2", "9", "8", "10"], [None, None, Some(least), None]),
        (
            ["0", "4", "8", "65536"],
            [Some(number), None, None, Some(number)],
        ),
        (
            ["2", "", "x", "-1"],
            [None, Some(number), Some(number), Some(number)],
        ),
    ] {
        let found = problems(&texts, &typed(numbers));
        let found = found.each_ref().map(Option::as_deref);
        assert_eq!(found, expected, "{numbers:?}");
    }
    assert_eq!(read(&typed(["2", "4", "", "10"])), None);
}
