//! R9 and R10: roles that need something of the tenant.

use mandate::domain::command::Command;
use mandate::domain::decision::About;
use mandate::domain::delegation::decide;
use mandate::domain::organization::Service;
use mandate::domain::role::RoleTemplateId;
use uuid::{Uuid, uuid};

use super::{allowed, assign, check, customized, refused, revoke, row};
use crate::support::{
    BILLING, DYNAMICS, EXCHANGE, GLOBAL, Less, REPORTS_READER, SERVICE, SHAREPOINT, SKYPE, TEAMS,
    context, fixture, given, given_to_group, id,
};

#[test]
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
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
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
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
