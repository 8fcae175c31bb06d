//! R2, R15 to R17, R19, R22 and R26, and how a reason reads.

use mandate::domain::apply::{Founding, found};
use mandate::domain::audit::AuditItem;
use mandate::domain::bulk::{BulkEdit, BulkRoles};
use mandate::domain::catalogue::Edition;
use mandate::domain::command::Command;
use mandate::domain::decision::Reason;
use mandate::domain::delegation::decide;
use mandate::domain::effective::{derived_roles, powers};
use mandate::domain::language::Language;
use mandate::domain::organization::PurchaseChannel;
use mandate::domain::role::{Principal, RoleActions, RoleAssignment, RoleTemplateId};
use mandate::domain::rule::{Rule, RuleKind};
use mandate::domain::tenant_builder::InvariantError;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use uuid::uuid;

use super::{assign, reset};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, NOW, SERVICE, SHAREPOINT, SKYPE, TEAMS, USERS,
    context, empty, fixture, given, id, roles,
};

fn founding(upn: &str) -> Founding {
    Founding {
        organization: "Contoso".into(),
        initial_domain: DomainName::parse("contoso.onmicrosoft.com").expect("a domain"),
        purchased_from: PurchaseChannel::Microsoft,
        buyer: id("anna"),
        buyer_upn: UserPrincipalName::parse(upn).expect("a name"),
        buyer_name: "Anna".into(),
        now: NOW,
    }
}

#[test]
fn the_buyer_is_the_first_global_administrator() {
    let tenant = found(founding("anna@contoso.onmicrosoft.com")).expect("a tenant");
    assert_eq!(tenant.users().len(), 1);
    let held: Vec<_> = tenant.assignments().iter().copied().collect();
    assert_eq!(held, [given("anna", GLOBAL)]);
    assert!(tenant.lasting_global_administrators().eq([id("anna")]));
    assert!(tenant.is_global_administrator(id("anna"), NOW));
    let [entry] = tenant.audit() else {
        panic!("one entry tells of the founding")
    };
    assert_eq!((entry.number, entry.actor, entry.at), (1, id("anna"), NOW));
    assert_eq!(entry.items[0], AuditItem::TenantFounded(id("anna")));
    let elsewhere = found(founding("anna@fabrikam.onmicrosoft.com"));
    assert!(matches!(
        elsewhere,
        Err(InvariantError::UnknownUpnDomain { .. })
    ));
}

/// The service map, by hand: role, service, the role there in both languages.
#[test]
fn service_roles_follow_from_admin_roles() {
    let table: [(RoleTemplateId, &str, &str); 11] = [
        (
            GLOBAL,
            "Exchange Online administrator",
            "Exchange Online-beheerder",
        ),
        (GLOBAL, "Company administrator", "Bedrijfsbeheerder"),
        (
            GLOBAL,
            "SharePoint Online administrator",
            "SharePoint Online-beheerder",
        ),
        (
            GLOBAL,
            "Skype for Business administrator",
            "Skype voor Bedrijven-beheerder",
        ),
        (GLOBAL, "System Administrator", "Systeembeheerder"),
        (HELPDESK, "Help desk administrator", "Helpdeskbeheerder"),
        (
            HELPDESK,
            "Skype for Business Online administrator",
            "Skype voor Bedrijven Online-beheerder",
        ),
        (
            USERS,
            "Skype for Business Online administrator",
            "Skype voor Bedrijven Online-beheerder",
        ),
        (
            EXCHANGE,
            "Exchange Online administrator",
            "Exchange Online-beheerder",
        ),
        (
            SHAREPOINT,
            "SharePoint Online administrator",
            "SharePoint Online-beheerder",
        ),
        (
            SKYPE,
            "Skype for Business Online administrator",
            "Skype voor Bedrijven Online-beheerder",
        ),
    ];
    for role in [
        GLOBAL, BILLING, HELPDESK, SERVICE, USERS, EXCHANGE, SHAREPOINT, SKYPE, TEAMS,
    ] {
        let found = derived_roles(roles(), &[role]);
        let mut names: Vec<_> = found
            .iter()
            .map(|it| (&*it.name.en, &*it.name.nl))
            .collect();
        let expected = table.iter().filter(|(of, _, _)| *of == role);
        let mut expected: Vec<_> = expected.map(|(_, en, nl)| (*en, *nl)).collect();
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected, "{role}");
        for derived in found {
            let crm = derived.service.contains("Dynamics CRM");
            let rule = if crm {
                Rule::CrmSystemAdministrator
            } else {
                Rule::ServiceRolesFollow
            };
            assert_eq!(derived.rule, rule);
        }
    }
    let crm = derived_roles(roles(), &[USERS, GLOBAL]);
    assert_eq!(
        crm.iter()
            .filter(|it| it.rule == Rule::CrmSystemAdministrator)
            .count(),
        1
    );
}

#[test]
fn global_administrator_does_not_imply_attribute_roles() {
    let edition = roles().edition(Edition::Current);
    let action = |text| edition.action(text).expect("an action of today");
    let guarded = [
        "microsoft.directory/customSecurityAttributeDefinitions/allProperties/allTasks",
        "microsoft.directory/customSecurityAttributeDefinitions/allProperties/read",
        "microsoft.directory/attributeSets/allProperties/allTasks",
        "microsoft.directory/users/customSecurityAttributes/read",
        "microsoft.directory/users/customSecurityAttributes/update",
        "microsoft.directory/customSecurityAttributeAuditLogs/allProperties/read",
    ];
    let global = powers(roles(), &[GLOBAL]);
    for text in guarded {
        assert!(!global.actions.contains(action(text)), "{text}");
    }
    let definer = RoleTemplateId(uuid!("8424c6f0-a189-499e-bbd0-26c1753c96d4"));
    let both = powers(roles(), &[GLOBAL, definer]);
    assert!(both.actions.contains(action(guarded[0])));
    assert_eq!(both.actions.minus(&global.actions).len(), 2);
    let Some(RoleActions::Known { set, .. }) = edition.get(definer).map(|role| &role.actions)
    else {
        panic!("its table is known")
    };
    assert!(set.contains(action(guarded[2])));
}

#[test]
fn names_are_unique_and_on_a_verified_domain() {
    let named = |upn: &str| {
        let upn = UserPrincipalName::parse(upn).expect("a name");
        let built: Fixture = fixture().user("kim").but(|kim| kim.upn = upn);
        built
            .try_build()
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    assert_eq!(named("kim@contoso.nl"), Ok(()));
    assert_eq!(named("kim@CONTOSO.nl"), Ok(()));
    assert_eq!(named("kim@contoso.onmicrosoft.com"), Ok(()));
    for (upn, said) in [
        ("kim@contoso-nieuw.nl", "verified"),
        ("kim@example.org", "verified"),
        ("kim@sub.contoso.nl", "verified"),
        ("PIET@contoso.nl", "twice"),
        ("piet@Contoso.NL", "twice"),
    ] {
        let error = named(upn).expect_err(upn);
        assert!(error.contains(said), "{upn}: {error}");
    }
}

fn only_reason(fixture: &Fixture, command: &mandate::domain::command::Command) -> Reason {
    let decision = decide(&context(), &fixture.build(), id("anna"), command);
    decision.refusals()[0].clone()
}

#[test]
fn a_reason_names_what_it_is_about() {
    let explain = |reason: &Reason| {
        [Language::English, Language::Dutch].map(|language| reason.explain(language, roles()))
    };
    let partner = fixture().bought_from("Northwind Traders");
    let [en, nl] = explain(&only_reason(&partner, &assign("piet", BILLING)));
    assert_eq!(
        en,
        "Billing administrator can't be assigned: the subscription was not bought from Microsoft. (Northwind Traders)"
    );
    assert!(
        nl.ends_with("(Northwind Traders)") && nl.contains("Microsoft gekocht"),
        "{nl}"
    );

    let nothing = fixture().sold(&[]);
    let [en, nl] = explain(&only_reason(&nothing, &assign("piet", SKYPE)));
    assert!(en.ends_with("(Skype for Business Online)"), "{en}");
    assert!(nl.ends_with("(Skype for Business Online)"), "{nl}");

    let desk = empty()
        .user("anna")
        .holds(HELPDESK)
        .user("Kees")
        .holds(USERS);
    let [en, nl] = explain(&only_reason(&desk, &reset("Kees")));
    assert!(
        en.ends_with("(Kees)") && nl.ends_with("(Kees)"),
        "{en} {nl}"
    );

    let nobody = empty().user("anna").user("piet");
    let [en, nl] = explain(&only_reason(&nobody, &reset("piet")));
    assert!(en.ends_with("(User passwords (reset))"), "{en}");
    assert!(
        nl.ends_with("(Gebruikerswachtwoorden opnieuw instellen)"),
        "{nl}"
    );

    let [en, nl] = explain(&only_reason(&nobody, &assign("piet", EXCHANGE)));
    assert_eq!(
        en,
        Rule::OnlyGlobalAdministratorsDelegate.sentence(Language::English)
    );
    assert_eq!(
        nl,
        Rule::OnlyGlobalAdministratorsDelegate.sentence(Language::Dutch)
    );

    let decision = decide(
        &context(),
        &fixture().build(),
        id("anna"),
        &assign("piet", USERS),
    );
    let [en, nl] = explain(&decision.confirmations()[0]);
    assert!(en.ends_with("(User Administrator)"), "{en}");
    assert!(nl.ends_with("(Gebruikersbeheerder)"), "{nl}");
}

#[test]
fn every_rule_has_its_number_and_both_languages() {
    let numbers: Vec<_> = Rule::ALL.iter().map(|rule| rule.number()).collect();
    assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
    assert!(numbers.iter().copied().eq(0..=27), "{numbers:?}");
    let kinds = [
        (15, RuleKind::Note),
        (16, RuleKind::Derived),
        (17, RuleKind::Derived),
        (18, RuleKind::Refuse),
        (19, RuleKind::Enforce),
        (22, RuleKind::Derived),
    ];
    for (number, kind) in kinds {
        let rule = Rule::ALL.iter().find(|rule| rule.number() == number);
        assert_eq!(rule.map(|rule| rule.kind()), Some(kind), "R{number}");
    }
    for rule in Rule::ALL {
        assert_eq!(rule.label(), format!("R{}", rule.number()));
        assert!(!rule.source().is_empty());
        let sentences = [Language::English, Language::Dutch].map(|it| rule.sentence(it));
        assert!(
            sentences
                .iter()
                .all(|it| it.ends_with('.') && it.len() > 20),
            "{rule:?}"
        );
        assert_ne!(sentences[0], sentences[1]);
        let instead = [Language::English, Language::Dutch].map(|it| rule.instead(it).is_empty());
        assert_eq!(instead[0], instead[1], "{rule:?}");
    }
}

#[test]
fn many_keep_their_roles_unless_yes_or_no_is_chosen() {
    let tenant = fixture().user("kim").holds(USERS).build();
    let roles_of = |roles: BulkRoles| {
        let edit = BulkEdit {
            roles,
            ..BulkEdit::default()
        };
        edit.command(&tenant, id("kim"))
    };
    let nothing = || Command::Batch(Vec::new());
    assert_eq!(BulkEdit::default().roles, BulkRoles::Leave);
    assert_eq!(roles_of(BulkRoles::Leave), nothing());
    // Yes, and no role chosen: nothing is given, and nothing taken.
    assert_eq!(roles_of(BulkRoles::Assign([].into())), nothing());
    let set = |assignments: &[RoleAssignment]| {
        Command::Batch(vec![Command::SetAssignments {
            principal: Principal::User(id("kim")),
            assignments: assignments.iter().copied().collect(),
        }])
    };
    let both = [given("kim", USERS), given("kim", SKYPE)];
    assert_eq!(roles_of(BulkRoles::Assign([SKYPE].into())), set(&both));
    assert_eq!(roles_of(BulkRoles::Assign([USERS].into())), nothing());
    assert_eq!(roles_of(BulkRoles::Revoke), set(&[]));
}
