//! Commands about roles of the tenant's own and what its review goes by.

use mandate::domain::command::Command;
use mandate::domain::custom_role::CustomRole;
use mandate::domain::review::{Acceptance, FindingAbout, FindingCode, FindingKey, Thresholds};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::user::UserId;
use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::support::{HELPDESK, NOW, TOMORROW, YESTERDAY, custom_role, group_id, id, role_id};

const NAMES: [&str; 2] = ["Balie", "Instroom"];
/// One that says nothing, one that is privileged, one that manages people and groups with the
/// others, and one that no list has.
const ACTIONS: [&str; 8] = [
    "microsoft.office365.supportTickets/allEntities/allTasks",
    "microsoft.directory/organization/allProperties/allTasks",
    "microsoft.directory/users/create",
    "microsoft.directory/users/basic/update",
    "microsoft.directory/users/delete",
    "microsoft.directory/groups/create",
    "microsoft.directory/groups/delete",
    "microsoft.gone/things/do",
];

pub fn command() -> BoxedStrategy<Command> {
    prop_oneof![
        4 => make(),
        1 => own_id().prop_map(|id| Command::SetCustomRole { id, role: None }).boxed(),
        4 => give(),
        2 => review(),
    ]
    .boxed()
}

fn own_id() -> BoxedStrategy<RoleTemplateId> {
    prop_oneof![
        8 => select(&NAMES[..]).prop_map(role_id),
        1 => Just(HELPDESK),
    ]
    .boxed()
}

fn who() -> impl Strategy<Value = UserId> {
    select(vec!["root", "gina", "piet", "kim", "stranger"]).prop_map(id)
}

fn make() -> BoxedStrategy<Command> {
    let actions = subsequence(ACTIONS.to_vec(), 0..=ACTIONS.len());
    let name = select(vec!["Balie", "Instroom", "balie", " "]);
    (own_id(), name, actions)
        .prop_map(|(id, name, actions)| {
            let role = CustomRole {
                id,
                name: name.into(),
                ..custom_role("Balie", &actions)
            };
            Command::SetCustomRole {
                id,
                role: Some(Box::new(role)),
            }
        })
        .boxed()
}

fn give() -> BoxedStrategy<Command> {
    let principal = prop_oneof![
        4 => who().prop_map(Principal::User),
        1 => Just(Principal::Group(group_id("admins"))),
    ];
    (principal, own_id(), any::<bool>())
        .prop_map(|(principal, role, assign)| {
            let held = RoleAssignment::permanent(principal, role);
            if assign {
                Command::AssignRole(held)
            } else {
                Command::RevokeRole(held)
            }
        })
        .boxed()
}

fn review() -> BoxedStrategy<Command> {
    let thresholds = (0..4u16, 0..6u16, 0..9u16).prop_map(|(fewest, most, limit)| {
        Command::SetThresholds(Thresholds {
            fewest_global_administrators: fewest,
            most_global_administrators: most,
            limit_global_administrators: limit,
            most_privileged_assignments: most,
        })
    });
    let break_glass = (who(), any::<bool>())
        .prop_map(|(user, registered)| Command::SetBreakGlass { user, registered });
    let finding = (
        select(vec![
            FindingCode::GuestsHoldRoles,
            FindingCode::RoleNotAssignable,
        ]),
        select(vec![FindingAbout::Tenant, FindingAbout::Role(HELPDESK)]),
    )
        .prop_map(|(code, about)| FindingKey { code, about });
    let acceptance = (
        select(vec!["known", " "]),
        select(vec![YESTERDAY, NOW, TOMORROW]),
        btree_set(who(), 0..3),
    )
        .prop_map(|(reason, until, people)| Acceptance {
            reason: reason.into(),
            until,
            people,
        });
    let accept = (finding, option::of(acceptance)).prop_map(|(finding, acceptance)| {
        Command::SetAcceptance {
            finding,
            acceptance,
        }
    });
    prop_oneof![thresholds.boxed(), break_glass.boxed(), accept.boxed()].boxed()
}
