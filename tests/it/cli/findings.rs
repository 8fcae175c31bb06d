//! What a review finds: a clean tenant, and for each finding what brings it about.

use mandate::cli::Exit;
use mandate::domain::apply::{Assent, apply};
use mandate::domain::command::Command;
use mandate::domain::contact::MobilePhone;
use mandate::domain::language::Language;
use mandate::domain::organization::Service;
use mandate::domain::review::FindingKind::{
    AdministratorsWithoutPhone, AlternateEmailInside, BillingThroughPartner, BlockedHoldRoles,
    GlobalAdministratorsUnreachable, GuestsHoldRoles, NoLastingGlobalAdministrator,
    PhoneWithoutCountryCode, RoleNotAssignable, RoleWithoutService, ServiceAdministratorAlone,
    TooFewGlobalAdministrators, TooManyGlobalAdministrators,
};
use mandate::domain::review::{Finding, FindingCode, FindingKind, Severity, review};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::rule::{Rule, RuleKind};
use mandate::domain::tenant::Tenant;
use mandate::sample::generate;
use uuid::Uuid;

use super::{done, in_a_file};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, PARTNER_TIER1, PHONE, SERVICE,
    SHAREPOINT, TOMORROW, YESTERDAY, contact, context, empty, fixture, group_id, id, roles,
};

/// The sorts this began with; the others have tests of their own in `review`.
fn findings(tenant: &Tenant) -> Vec<Finding> {
    let mut found = review(&context(), tenant);
    found.retain(|finding| {
        !matches!(
            finding.kind.code(),
            FindingCode::GlobalAdministratorsOutnumber
                | FindingCode::PermanentPrivilegedAssignments
                | FindingCode::ExpiredAssignments
                | FindingCode::RedundantRoles
        )
    });
    found
}

fn few(count: usize) -> FindingKind {
    TooFewGlobalAdministrators { count, fewest: 2 }
}

/// Two Global Administrators; what is added is about someone else.
fn clean() -> Fixture {
    empty().user("a").holds(GLOBAL).user("b").holds(GLOBAL)
}

/// Expects exactly these findings: kind, people, roles.
fn check(fixture: &Fixture, expected: &[(FindingKind, &str, &[RoleTemplateId])]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, people, roles)| Finding {
            kind: kind.clone(),
            people: people.split_whitespace().map(id).collect(),
            roles: roles.to_vec(),
            groups: Vec::new(),
            accepted: None,
        })
        .collect();
    assert_eq!(findings(&fixture.build()), expected);
}

#[test]
fn a_clean_tenant_has_no_findings() {
    check(&clean(), &[]);
    let dressed = clean().user("c").holds(EXCHANGE).holds(SERVICE);
    check(&dressed.user("d").holds(BILLING).user("e"), &[]);
}

#[test]
fn global_administrators_are_neither_few_nor_many() {
    let globals = |names: &[&str]| {
        let names = names.iter();
        names.fold(empty(), |it, name| it.user(name).holds(GLOBAL))
    };
    check(&globals(&["a"]), &[(few(1), "a", &[GLOBAL])]);
    check(&globals(&["a", "b", "c", "d"]), &[]);
    let five = TooManyGlobalAdministrators {
        count: 5,
        most: 4,
        limit: 8,
    };
    check(
        &globals(&["a", "b", "c", "d", "e"]),
        &[(five.clone(), "a b c d e", &[GLOBAL])],
    );
    let through_a_group = clean().user("e").user("c").user("d");
    check(
        &through_a_group.group("g", &["c", "d", "e"]).holds(GLOBAL),
        &[(five, "a b e c d", &[GLOBAL])],
    );
    // Neither of these two can sign in as one now.
    let others = globals(&["a"]).user("b").holds(GLOBAL).eligible();
    check(
        &others.user("c").holds(GLOBAL).blocked(),
        &[(few(1), "a", &[GLOBAL]), (BlockedHoldRoles, "c", &[GLOBAL])],
    );
}

#[test]
fn one_global_administrator_lasts() {
    let until = |end| {
        let first = empty().user("a").holds(GLOBAL).until(end);
        first.user("b").holds(GLOBAL).until(end)
    };
    check(
        &until(TOMORROW),
        &[(NoLastingGlobalAdministrator, "a b", &[GLOBAL])],
    );
    check(
        &until(YESTERDAY),
        &[
            (NoLastingGlobalAdministrator, "", &[GLOBAL]),
            (few(0), "", &[GLOBAL]),
        ],
    );
}

#[test]
fn administrators_can_be_reached() {
    let no_email = empty().user("a").holds(GLOBAL);
    let no_email = no_email.but(|user| user.contact = contact(None, Some(PHONE)));
    let no_phone = no_email.user("b").holds(GLOBAL);
    let no_phone = no_phone.but(|user| user.contact.mobile_phone = None);
    check(
        &no_phone.user("c").unreachable(),
        &[(GlobalAdministratorsUnreachable, "a b", &[GLOBAL])],
    );

    let exchange = clean().user("c").holds(EXCHANGE).unreachable();
    check(&exchange, &[(AdministratorsWithoutPhone, "c", &[])]);
    // Without a domain of its own nobody resets their password by phone.
    check(&exchange.initial_domain_only(), &[]);
}

#[test]
fn contact_details_are_as_the_rules_want_them() {
    let with_email = |it: Fixture, name, email| {
        it.user(name)
            .but(|user| user.contact = contact(Some(email), None))
    };
    let inside = with_email(clean(), "c", "me@CONTOSO.nl");
    let inside = with_email(inside, "d", "me@contoso-nieuw.nl");
    let inside = with_email(inside, "e", "me@other.onmicrosoft.com");
    check(
        &with_email(inside, "f", "me@example.net"),
        &[(AlternateEmailInside, "c d e", &[])],
    );

    let phone = |user: &mut mandate::domain::user::User| {
        user.contact.mobile_phone = Some(MobilePhone::imported("06-12345678"));
    };
    check(
        &clean().user("c").but(phone),
        &[(PhoneWithoutCountryCode, "c", &[])],
    );
}

#[test]
fn roles_in_use_could_be_assigned_here() {
    let sharepoint = clean().user("c").holds(SHAREPOINT);
    check(&sharepoint, &[]);
    check(
        &sharepoint.sold(&[Service::ExchangeOnline]),
        &[(
            RoleWithoutService(Service::SharePointOnline),
            "c",
            &[SHAREPOINT],
        )],
    );

    let reseller = clean().bought_from("Reseller");
    check(&reseller, &[]);
    check(
        &reseller.user("c").holds(BILLING),
        &[(BillingThroughPartner("Reseller".into()), "c", &[BILLING])],
    );

    check(
        &clean().user("c").holds(SERVICE),
        &[(ServiceAdministratorAlone, "c", &[SERVICE])],
    );
    let eligible = clean().user("c").holds(SERVICE).holds(EXCHANGE).eligible();
    check(&eligible, &[(ServiceAdministratorAlone, "c", &[SERVICE])]);

    let unlisted = RoleTemplateId(Uuid::from_u128(3));
    for role in [PARTNER_TIER1, unlisted] {
        check(
            &clean().user("c").holds(role),
            &[(RoleNotAssignable, "c", &[role])],
        );
    }
    check(&clean().user("c").holds(PARTNER_TIER1).until(NOW), &[]);
}

#[test]
fn guests_and_blocked_accounts_with_roles_are_noted() {
    let blocked = clean().user("c").holds(EXCHANGE).blocked();
    check(
        &blocked.user("d").blocked(),
        &[(BlockedHoldRoles, "c", &[EXCHANGE])],
    );
    let guests = clean().user("c").guest().holds(HELPDESK).eligible();
    let guests = guests.user("d").guest().holds(HELPDESK).until(NOW);
    check(
        &guests.user("e").guest(),
        &[(GuestsHoldRoles, "c", &[HELPDESK])],
    );
    let group = clean().user("c").guest().group("g", &["c"]).holds(HELPDESK);
    check(&group, &[(GuestsHoldRoles, "c", &[HELPDESK])]);
}

#[test]
fn the_worst_comes_first_and_every_message_reads_well() {
    let tenant = empty()
        .sold(&[Service::ExchangeOnline])
        .user("a")
        .holds(GLOBAL)
        .unreachable()
        .user("b")
        .holds(GLOBAL)
        .user("c")
        .holds(EXCHANGE)
        .blocked()
        .user("d")
        .holds(EXCHANGE)
        .guest()
        .user("e")
        .holds(SHAREPOINT)
        .user("f")
        .holds(PARTNER_TIER1)
        .user("g")
        .holds(SERVICE);
    let mut found = findings(&tenant.build());
    let numbers: Vec<_> = (found.iter())
        .map(|finding| finding.rule().map(Rule::number))
        .collect();
    assert_eq!(numbers, [9, 12, 6, 20, 27, 27].map(Some));
    assert!(found.is_sorted_by_key(Finding::severity));

    found.push(Finding::changed_outside());
    for finding in found {
        let message = finding.message(roles());
        let [en, nl] = Language::ALL.map(|language| message.get(language));
        assert_ne!(en, nl);
        for text in [en, nl] {
            assert!(!text.ends_with('.') && !text.contains(['{', '}']), "{text}");
        }
    }
}

#[test]
fn review_rules_refuse_nothing() {
    for rule in [
        Rule::FewGlobalAdministrators,
        Rule::GuestsAndBlockedHoldRoles,
    ] {
        assert_eq!(rule.kind(), RuleKind::Review);
        assert!(Rule::ALL.contains(&rule));
    }
    let keys = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::key);
    assert_eq!(keys, ["error", "warning", "info"]);
}

#[test]
fn generated_tenants_break_no_rule_that_refuses() {
    for (users, seed) in [(20_000, 2), (600, 3), (2, 4)] {
        let found = findings(&generate(users, seed).expect("a tenant"));
        assert!(
            found
                .iter()
                .all(|finding| finding.severity() > Severity::Error)
        );
    }
}

#[test]
fn what_a_file_calls_things_can_not_steer_the_terminal() {
    let tenant = fixture()
        .user("kim")
        .guest()
        .group("desk", &[])
        .owned_by(&["kim"]);
    let mut tenant = tenant.holds(GLOBAL).build();
    let renaming = Command::RenameGroup {
        group: group_id("desk"),
        name: "de\u{1b}[2Jsk\nno findings".into(),
    };
    let because = Assent::because("it is needed");
    apply(&context(), &mut tenant, id("anna"), &renaming, &because).expect("renamed");
    let (_folder, file) = in_a_file(&tenant);
    let report = done(&["check", &file], Exit::Findings);
    assert!(
        report.contains("the group de\u{fffd}[2Jsk\u{fffd}no findings"),
        "{report}"
    );
    assert!(
        !report.contains('\u{1b}') && !report.contains("\nno findings"),
        "{report}"
    );
}
