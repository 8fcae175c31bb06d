//! R20: roles that nobody is given; and what can not be done, whoever asks.

use mandate::domain::apply::{Assent, apply};
use mandate::domain::command::Command;
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use uuid::{Uuid, uuid};

use super::{allowed, assign, check, confirm, customized, refused, revoke, row, set};
use crate::support::{
    EXCHANGE, GLOBAL, Less, PARTNER_TIER1, PARTNER_TIER2, TOMORROW, YESTERDAY, context, fixture,
    given, given_to_group, id,
};

#[test]
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
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
