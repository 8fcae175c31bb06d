//! R9, R10, R12 and R20: which roles can be given in which tenant.

use mandate::domain::apply::{Assent, apply};
use mandate::domain::command::Command;
use mandate::domain::decision::About;
use mandate::domain::delegation::decide;
use mandate::domain::organization::Service;
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use uuid::{Uuid, uuid};

use super::{allowed, assign, check, confirm, customized, refused, revoke, row, set};
use crate::support::{
    BILLING, DYNAMICS, EXCHANGE, GLOBAL, Less, PARTNER_TIER1, PARTNER_TIER2, REPORTS_READER,
    SERVICE, SHAREPOINT, SKYPE, TEAMS, TOMORROW, YESTERDAY, context, fixture, given,
    given_to_group, id,
};

#[test]
fn a_workload_role_needs_its_service() {
    let nothing = fixture().sold(&[]);
    let exchange = fixture().sold(&[Service::ExchangeOnline]);
    let holds = fixture()
        .sold(&[])
        .user("kim")
        .holds(EXCHANGE)
        .group("mail", &["piet"]);
    check([
        row(
            "Exchange with it",
            &exchange,
            "anna",
            assign("piet", EXCHANGE),
            allowed(),
        ),
        row(
            "Exchange without it",
            &nothing,
            "anna",
            assign("piet", EXCHANGE),
            refused(&[9]),
        ),
        row(
            "SharePoint with another",
            &exchange,
            "anna",
            assign("piet", SHAREPOINT),
            refused(&[9]),
        ),
        row(
            "Skype with another",
            &exchange,
            "anna",
            assign("piet", SKYPE),
            refused(&[9]),
        ),
        row(
            "Teams with another",
            &exchange,
            "anna",
            assign("piet", TEAMS),
            refused(&[9]),
        ),
        row(
            "Dynamics with another",
            &exchange,
            "anna",
            assign("piet", DYNAMICS),
            refused(&[9]),
        ),
        row(
            "one of two",
            &exchange,
            "anna",
            customized("piet", &[EXCHANGE, SKYPE]),
            refused(&[9]),
        ),
        row(
            "a role of no service",
            &nothing,
            "anna",
            assign("piet", REPORTS_READER),
            allowed(),
        ),
        row(
            "eligible",
            &nothing,
            "anna",
            Command::AssignRole(given("piet", EXCHANGE).eligible()),
            refused(&[9]),
        ),
        row(
            "to a group",
            &holds,
            "anna",
            Command::AssignRole(given_to_group("mail", EXCHANGE)),
            refused(&[9]),
        ),
        row(
            "one that is held stays beside a new one",
            &holds,
            "anna",
            customized("kim", &[EXCHANGE, REPORTS_READER]),
            allowed(),
        ),
        row(
            "and can be taken",
            &holds,
            "anna",
            revoke("kim", EXCHANGE),
            allowed(),
        ),
        row(
            "asked by another, both rules speak",
            &nothing,
            "piet",
            assign("piet", EXCHANGE),
            refused(&[1, 9]),
        ),
    ]);
    let decision = decide(
        &context(),
        &nothing.build(),
        id("anna"),
        &assign("piet", SKYPE),
    );
    assert_eq!(
        decision.refusals()[0].about,
        About::Service(Service::SkypeForBusiness)
    );
}

/// Each role that administers one service, and that service.
#[test]
fn each_workload_role_and_its_service() {
    let table: [(&str, Uuid, Service); 19] = [
        (
            "Exchange",
            uuid!("29232cdf-9323-42fd-ade2-1d097af3e4de"),
            Service::ExchangeOnline,
        ),
        (
            "Exchange Recipient",
            uuid!("31392ffb-586c-42d1-9346-e59415a2cc4e"),
            Service::ExchangeOnline,
        ),
        (
            "Exchange Backup",
            uuid!("49eb8f75-97e9-4e37-9b2b-6c3ebfcffa31"),
            Service::ExchangeOnline,
        ),
        (
            "SharePoint",
            uuid!("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"),
            Service::SharePointOnline,
        ),
        (
            "Skype",
            uuid!("75941009-915a-4869-abe7-691bff18279e"),
            Service::SkypeForBusiness,
        ),
        (
            "Teams",
            uuid!("69091246-20e8-4a56-aa4d-066075b2a7a8"),
            Service::Teams,
        ),
        (
            "Teams Communications",
            uuid!("baf37b3a-610e-45da-9e62-d9d1e5e8914b"),
            Service::Teams,
        ),
        (
            "Teams Devices",
            uuid!("3d762c5a-1b6c-493f-843e-55a3b42923d4"),
            Service::Teams,
        ),
        (
            "Teams Telephony",
            uuid!("aa38014f-0993-46e9-9b45-30501a20909d"),
            Service::Teams,
        ),
        (
            "Intune",
            uuid!("3a2c62db-5318-420d-8d74-23affee5d9d5"),
            Service::Intune,
        ),
        (
            "Dynamics 365",
            uuid!("44367163-eba1-44c3-98af-f5787879f96a"),
            Service::Dynamics365,
        ),
        (
            "Power Platform",
            uuid!("11648597-926c-4cf3-9c36-bcebb0ba8dcc"),
            Service::PowerPlatform,
        ),
        (
            "Windows 365",
            uuid!("11451d60-acb2-45eb-a7d6-43d0f0125c13"),
            Service::Windows365,
        ),
        (
            "Yammer",
            uuid!("810a2642-a034-447f-a5e8-41beaa378541"),
            Service::VivaEngage,
        ),
        (
            "SharePoint Advanced Management",
            uuid!("99009c4a-3b3f-4957-82a9-9d35e12db77e"),
            Service::SharePointOnline,
        ),
        (
            "SharePoint Backup",
            uuid!("9d3e04ba-3ee4-4d1b-a3a7-9aef423a09be"),
            Service::SharePointOnline,
        ),
        (
            "Teams External Collaboration",
            uuid!("2fe872fb-daa8-4afc-8f6c-53c4565cfef4"),
            Service::Teams,
        ),
        (
            "Teams Reader",
            uuid!("1076ac91-f3d9-41a7-a339-dcdf5f480acc"),
            Service::Teams,
        ),
        (
            "Business Central",
            uuid!("963797fb-eb3b-4cde-8ce3-5878b3f32a3f"),
            Service::Dynamics365,
        ),
    ];
    for (name, role, service) in table {
        assert_eq!(
            Service::required_by(RoleTemplateId(role)),
            Some(service),
            "{name}"
        );
    }
    for role in [GLOBAL, BILLING, SERVICE, REPORTS_READER] {
        assert_eq!(Service::required_by(role), None);
    }
}

#[test]
fn billing_needs_a_purchase_from_microsoft() {
    let partner = fixture().bought_from("Northwind Traders");
    check([
        row(
            "bought from Microsoft",
            &fixture(),
            "anna",
            assign("piet", BILLING),
            allowed(),
        ),
        row(
            "bought from a partner",
            &partner,
            "anna",
            assign("piet", BILLING),
            refused(&[10]),
        ),
        row(
            "eligible",
            &partner,
            "anna",
            Command::AssignRole(given("piet", BILLING).eligible()),
            refused(&[10]),
        ),
        row(
            "by choice, with another",
            &partner,
            "anna",
            customized("piet", &[BILLING, REPORTS_READER]),
            refused(&[10]),
        ),
        row(
            "another role",
            &partner,
            "anna",
            assign("piet", REPORTS_READER),
            allowed(),
        ),
        row(
            "taking one that was found",
            &partner.clone().with(given("piet", BILLING)),
            "anna",
            revoke("piet", BILLING),
            allowed(),
        ),
    ]);
    let decision = decide(
        &context(),
        &partner.build(),
        id("anna"),
        &assign("piet", BILLING),
    );
    assert_eq!(
        decision.refusals()[0].about,
        About::Text("Northwind Traders".into())
    );
}

#[test]
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

#[test]
fn some_roles_are_given_to_nobody() {
    let known: [(&str, Uuid); 12] = [
        (
            "Directory Synchronization Accounts",
            uuid!("d29b2b05-8046-44ba-8758-1e26182fcf32"),
        ),
        ("Partner Tier1 Support", PARTNER_TIER1.0),
        ("Partner Tier2 Support", PARTNER_TIER2.0),
        (
            "Microsoft 365 Support Engineer",
            uuid!("00cf5c54-4693-4f59-a0ac-ab79ef0a974d"),
        ),
        (
            "Modern Commerce Administrator",
            uuid!("d24aef57-1500-4070-84db-2666f29cf966"),
        ),
        ("Device Join", uuid!("9c094953-4995-41c8-84c8-3ebb9b32c93f")),
        (
            "Device Managers",
            uuid!("2b499bcd-da44-4968-8aec-78e1674fa64d"),
        ),
        (
            "Device Users",
            uuid!("d405c6df-0af8-4e3b-95e4-4d06e542189e"),
        ),
        (
            "Workplace Device Join",
            uuid!("c34f683f-4d5a-4403-affd-6615e00e3a7f"),
        ),
        ("Guest User", uuid!("10dae51f-b6af-4016-8d66-8c2a99b929b3")),
        (
            "Restricted Guest User",
            uuid!("2af84b1e-32c8-42b7-82bc-daa82404023b"),
        ),
        ("User", uuid!("a0b1b346-4d3e-4e8b-98f8-753987be4970")),
    ];
    let unknown = uuid!("00000000-0000-4000-8000-000000000001");
    let tenant = fixture().group("partners", &["piet"]);
    check(
        known
            .into_iter()
            .chain([("a role that no list has", unknown)])
            .map(|(name, role)| {
                row(
                    name,
                    &tenant,
                    "anna",
                    assign("piet", RoleTemplateId(role)),
                    refused(&[20]),
                )
            }),
    );
    let found = fixture().user("kim").holds(PARTNER_TIER1);
    check([
        row(
            "eligible",
            &tenant,
            "anna",
            Command::AssignRole(given("piet", PARTNER_TIER1).eligible()),
            refused(&[20]),
        ),
        row(
            "to a group",
            &tenant,
            "anna",
            Command::AssignRole(given_to_group("partners", PARTNER_TIER1)),
            refused(&[20]),
        ),
        row(
            "one that was found stays beside a new one",
            &found,
            "anna",
            customized("kim", &[PARTNER_TIER1, EXCHANGE]),
            allowed(),
        ),
        row(
            "and can be taken",
            &found,
            "anna",
            revoke("kim", PARTNER_TIER1),
            allowed(),
        ),
        row(
            "and is not given again",
            &found,
            "anna",
            set("kim", &[given("kim", PARTNER_TIER1).until(TOMORROW)]),
            refused(&[20]),
        ),
        row(
            "a role in use",
            &found,
            "anna",
            assign("kim", EXCHANGE),
            allowed(),
        ),
        row(
            "a privileged role in use",
            &found,
            "anna",
            assign("kim", GLOBAL),
            confirm(&[21]),
        ),
    ]);
}

/// What can't be is told apart from what may not be.
#[test]
fn impossible_is_not_refused_by_a_rule() {
    let mut tenant = fixture().group("friends", &["piet"]).ordinary().build();
    let mut ask = |command: &Command| {
        let assent = Assent::because("it is needed");
        let refusal = apply(&context(), &mut tenant, id("anna"), command, &assent);
        format!("{:?}", refusal.expect_err("can't be"))
    };
    let group = Principal::Group(crate::support::group_id("friends"));
    let table = [
        ("held already", assign("anna", GLOBAL), "AlreadyAssigned"),
        (
            "held with other times",
            Command::AssignRole(given("anna", GLOBAL).until(TOMORROW)),
            "AlreadyAssigned",
        ),
        ("not held", revoke("piet", EXCHANGE), "NotAssigned"),
        (
            "held otherwise",
            Command::RevokeRole(given("anna", GLOBAL).eligible()),
            "NotAssigned",
        ),
        (
            "of another",
            set("piet", &[given("anna", EXCHANGE)]),
            "OtherPrincipal",
        ),
        (
            "twice",
            set(
                "piet",
                &[
                    given("piet", EXCHANGE),
                    given("piet", EXCHANGE).until(TOMORROW),
                ],
            ),
            "AlreadyAssigned",
        ),
        ("to nobody", assign("stranger", EXCHANGE), "UnknownUser"),
        (
            "over nothing",
            Command::AssignRole(given("piet", EXCHANGE).within("nowhere")),
            "UnknownAdministrativeUnit",
        ),
        (
            "to an ordinary group",
            Command::AssignRole(RoleAssignment::permanent(group, EXCHANGE)),
            "GroupNotRoleAssignable",
        ),
        (
            "ending before it starts",
            Command::AssignRole(given("piet", EXCHANGE).since(TOMORROW).until(YESTERDAY)),
            "EndsBeforeStart",
        ),
    ];
    for (what, command, expected) in table {
        let found = ask(&command);
        assert!(found.contains(expected), "{what}: {found}");
    }
}
