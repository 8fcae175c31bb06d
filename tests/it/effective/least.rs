//! The least roles for a list of needs: by hand, and against every subset.

use std::collections::BTreeSet;

use mandate::domain::catalogue::{Edition, SeveralRoles, TaskHolder, TaskId};
use mandate::domain::effective::{Coverage, Least, LeastSet, Need, least_roles};
use mandate::domain::office365::Office365Permission;
use mandate::domain::role::RoleTemplateId;
use proptest::prelude::*;
use proptest::sample::select;

use super::slow::{self, Texts, can, implied, listed};
use super::{PURVIEW_READER, names, task, texts, to_do};
use crate::support::{GLOBAL, empty, role_id, roles};

fn found(needs: &[Need], most: usize) -> Least {
    let least = least_roles(roles(), needs, most);
    assert!(least.exact);
    least
}

fn told(set: &LeastSet) -> (Vec<&'static str>, usize, usize) {
    let roles = names(set.roles.iter().copied());
    (roles, set.excess_privileged, set.excess.len())
}

#[test]
fn the_least_role_for_one_action() {
    let least = found(&[to_do("…/users/password/update")], 3);
    let told: Vec<_> = least.sets.iter().map(told).collect();
    assert_eq!(
        told,
        [
            (vec!["Password Administrator"], 0, 1),
            (vec!["Helpdesk Administrator"], 2, 8),
            (vec!["Entra SOC Identity Responder"], 3, 3),
        ]
    );
    assert_eq!(
        texts(&least.sets[0].excess),
        ["microsoft.office365.webPortal/allEntities/standard/read"]
    );
}

#[test]
fn the_least_roles_for_several() {
    let password = to_do("…/users/password/update");
    let messages = to_do("microsoft.office365.messageCenter/messages/read");
    let least = found(&[password.clone(), messages.clone(), password.clone()], 3);
    let told: Vec<_> = least.sets.iter().map(told).collect();
    assert_eq!(
        told,
        [
            (
                vec!["Message Center Reader", "Password Administrator"],
                0,
                1
            ),
            (
                vec!["Message Center Privacy Reader", "Password Administrator"],
                0,
                2
            ),
            (vec!["Password Administrator", "Search Editor"], 0, 2),
        ]
    );
    // One role with nothing privileged beyond goes before two with less, and before one with.
    let needs = [
        to_do("…/bitlockerKeys/key/read"),
        to_do("…/auditLogs/allProperties/read"),
    ];
    let least = found(&needs, 1);
    assert_eq!(
        names(least.sets[0].roles.iter().copied()),
        ["Security Reader"]
    );
}

#[test]
fn roles_that_go_together_are_one_way() {
    let run = task("Sign-in diagnostic", "Run from sign-in logs");
    let least = found(&[run], 10);
    let sets: Vec<_> = least
        .sets
        .iter()
        .map(|set| names(set.roles.iter().copied()))
        .collect();
    assert!(
        sets.contains(&vec!["Billing Administrator", "Reports Reader"]),
        "{sets:?}"
    );
    assert!(!sets.contains(&vec!["Reports Reader"]), "{sets:?}");
    assert_eq!(sets.len(), 7, "six that are enough alone, and these two");
}

#[test]
fn what_no_role_serves() {
    let health = task("Entra Connect Health", "Settings");
    let least = found(&[to_do("…/users/create"), health.clone()], 5);
    assert_eq!(least.unserved, [health]);
    assert!(least.sets.is_empty());
    // Delegating is Global Administrator's alone (R1).
    let delegate = Need::Permission(Office365Permission::DelegateAdminRoles);
    let least = found(&[delegate], 5);
    assert_eq!(least.sets.len(), 1);
    assert_eq!(least.sets[0].roles, [GLOBAL]);
    assert_eq!(found(&[], 5).sets, []);
    assert_eq!(found(&[to_do("…/users/create")], 0).sets, []);
}

#[test]
fn roles_that_cannot_be_given_are_no_answer() {
    // Partner Tier2 Support manages domains too.
    let least = found(&[Need::Permission(Office365Permission::ManageDomains)], 9);
    let sets: Vec<_> = least
        .sets
        .iter()
        .map(|set| names(set.roles.iter().copied()))
        .collect();
    assert_eq!(
        sets,
        [
            vec!["Domain Name Administrator"],
            vec!["Global Administrator"]
        ]
    );
}

#[test]
fn a_tenants_own_role_can_be_the_least() {
    let exact = "microsoft.directory/users/password/update";
    let tenant = empty()
        .custom_role("odd", &[exact, "contoso.shop/orders/create"])
        .custom_role("reset", &[exact])
        .build();
    let catalogue = roles().for_tenant(&tenant);
    let least = least_roles(&catalogue, &[to_do("…/users/password/update")], 20);
    assert_eq!(least.sets[0].roles, [role_id("reset")]);
    assert!(least.sets[0].excess.is_empty());
    // What may allow more than is known comes last.
    let worst = least.sets.last().expect("a set");
    assert_eq!(
        (&*worst.roles, worst.more_unknown),
        (&[role_id("odd")][..], true)
    );
    assert!(roles().actions(PURVIEW_READER).is_none());
}

/// What sets are ranked by, worked out from texts.
type Rank = (bool, usize, usize, usize, Vec<usize>);

/// Every subset of the roles that serve a need, smallest first.
fn by_force(needs: &[Need], most: usize) -> Option<Vec<(Rank, Texts)>> {
    let assignable: Vec<RoleTemplateId> = roles()
        .roles()
        .filter(|role| role.status.is_assignable())
        .map(|role| role.id)
        .collect();
    let serves = |held: &BTreeSet<RoleTemplateId>, need: &Need| {
        can(roles(), held, need) == Some(Coverage::Whole)
    };
    // A role helps that serves by itself, or that is one of those named for a task.
    let helps = |role: &RoleTemplateId| {
        needs.iter().any(|need| {
            serves(&BTreeSet::from([*role]), need)
                || matches!(need, Need::Task(id) if roles().task(*id).unwrap().least
                    .contains(&TaskHolder::Role(*role)))
        })
    };
    let useful: Vec<_> = (0..assignable.len())
        .filter(|at| helps(&assignable[*at]))
        .collect();
    // Two roles for a task whose roles go together, one for every other need.
    let pairs = needs.iter().filter(|need| {
        matches!(need, Need::Task(id) if roles().task(*id).unwrap().several != SeveralRoles::Any)
    });
    let largest = needs.len() + pairs.count();
    let count: usize = (1..=largest).map(|size| choose(useful.len(), size)).sum();
    if count > 4_000 {
        return None;
    }
    let needed: Texts = needs.iter().flat_map(needed).collect();
    let privileged = privileged();
    let all_of =
        |places: &[usize]| -> BTreeSet<_> { places.iter().map(|at| assignable[*at]).collect() };
    let serves_all = |places: &[usize]| needs.iter().all(|need| serves(&all_of(places), need));
    let mut found = Vec::new();
    for places in subsets(&useful, largest) {
        let without =
            |left: &usize| -> Vec<_> { places.iter().filter(|at| *at != left).copied().collect() };
        if !serves_all(&places) || places.iter().any(|at| serves_all(&without(at))) {
            continue;
        }
        let held = all_of(&places);
        let unknown = held.iter().any(|role| listed(*role).is_none());
        let allowed: Texts = held
            .iter()
            .filter_map(|role| listed(*role))
            .flatten()
            .collect();
        let excess: Texts = implied(&allowed).difference(&needed).cloned().collect();
        let rank = (
            unknown,
            excess.intersection(&privileged).count(),
            excess.len(),
            places.len(),
            places,
        );
        found.push((rank, excess));
    }
    found.sort();
    found.truncate(most);
    Some(found)
}

fn choose(of: usize, size: usize) -> usize {
    (0..size).fold(1, |ways, at| ways * of.saturating_sub(at) / (at + 1))
}

fn subsets(of: &[usize], largest: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for at in of {
        let more: Vec<_> = all
            .iter()
            .filter(|set: &&Vec<usize>| set.len() < largest)
            .map(|set| set.iter().copied().chain([*at]).collect())
            .collect();
        all.extend(more);
    }
    all
}

fn privileged() -> Texts {
    let edition = roles().edition(Edition::Current);
    let so = edition
        .actions()
        .iter()
        .filter(|entry| entry.privileged == Some(true));
    so.map(|entry| entry.action.to_string()).collect()
}

/// What a need asks for, from the words that describe it.
fn needed(need: &Need) -> Texts {
    let all = slow::all_actions();
    let in_common = |ways: Vec<Vec<RoleTemplateId>>| -> Texts {
        let of = |way: Vec<RoleTemplateId>| -> Option<Texts> {
            let known: Vec<_> = way.into_iter().filter_map(listed).collect();
            let all = known.iter().flatten().cloned().collect();
            (!known.is_empty()).then(|| implied(&all))
        };
        let ways = ways.into_iter().filter_map(of);
        ways.reduce(|one, other| one.intersection(&other).cloned().collect())
            .unwrap_or_default()
    };
    match need {
        Need::Action(asked) => {
            let narrower = |one: &&String| slow::covers(asked.as_str(), one);
            let narrower: Texts = all.iter().filter(narrower).cloned().collect();
            if !narrower.is_empty() {
                return narrower;
            }
            let wider: Texts = all
                .into_iter()
                .filter(|one| slow::covers(one, asked.as_str()))
                .collect();
            let narrowest = |one: &&String| {
                !wider
                    .iter()
                    .any(|other| other != *one && slow::covers(one, other))
            };
            wider.iter().filter(narrowest).cloned().collect()
        }
        Need::Permission(_) => {
            let whole = |role: &RoleTemplateId| {
                can(roles(), &BTreeSet::from([*role]), need) == Some(Coverage::Whole)
            };
            let ids = roles().roles().map(|role| role.id);
            in_common(ids.filter(whole).map(|role| vec![role]).collect())
        }
        Need::Task(id) => {
            let task = roles().task(*id).unwrap();
            let role = |holder: &TaskHolder| match holder {
                TaskHolder::Role(id) => Some(*id),
                TaskHolder::Outside(..) => None,
            };
            let least: Vec<_> = task.least.iter().filter_map(role).collect();
            let mut ways: Vec<_> = task
                .additional
                .iter()
                .filter_map(role)
                .map(|it| vec![it])
                .collect();
            match task.several {
                SeveralRoles::Any => {
                    ways.extend(least.into_iter().map(|it| vec![it]));
                }
                _ => ways.push(least),
            }
            in_common(ways)
        }
    }
}

fn agrees(needs: &[Need], most: usize) {
    let Some(expected) = by_force(needs, most) else {
        return;
    };
    let least = found(needs, most);
    let places: Vec<_> = roles()
        .roles()
        .filter(|role| role.status.is_assignable())
        .map(|role| role.id)
        .collect();
    let told: Vec<(Rank, Texts)> = least
        .sets
        .iter()
        .map(|set| {
            let place = |role| places.iter().position(|other| *other == role).unwrap();
            let rank = (
                set.more_unknown,
                set.excess_privileged,
                set.excess.len(),
                set.roles.len(),
                set.roles.iter().map(|role| place(*role)).collect(),
            );
            (rank, texts(&set.excess).into_iter().collect())
        })
        .collect();
    assert_eq!(told, expected, "{needs:?}");
}

const ASKED: [&str; 14] = [
    "…/users/password/update",
    "…/users/create",
    "…/Groups/Members/update",
    "…/groups.security/members/update",
    "…/users/allProperties/update",
    "…/domains/allProperties/allTasks",
    "…/users/shoeSize/read",
    "…/applications/create",
    "…/users/customSecurityAttributes/read",
    "…/auditLogs/allProperties/read",
    "microsoft.office365.messageCenter/messages/read",
    "microsoft.teams/meetings/basic/update",
    "microsoft.intune/devices/read",
    "…/bitlockerKeys/key/read",
];

fn need() -> impl Strategy<Value = Need> {
    let tasks = u16::try_from(roles().tasks().len()).unwrap();
    let diagnostic = task("Sign-in diagnostic", "Run from sign-in logs");
    let instance = task("Domain Services", "Instance creation");
    prop_oneof![
        5 => select(&ASKED[..]).prop_map(to_do),
        5 => (0..tasks).prop_map(|at| Need::Task(TaskId(at))),
        2 => select(vec![diagnostic, instance]),
        2 => select(&Office365Permission::ALL[..]).prop_map(Need::Permission),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_search_finds_what_trying_every_subset_finds(
        needs in prop::collection::vec(need(), 1..4),
        most in 1usize..7,
    ) {
        agrees(&needs, most);
    }
}
