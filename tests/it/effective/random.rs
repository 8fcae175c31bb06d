//! Random tenants, against the slow, obvious version.

use std::collections::BTreeSet;

use mandate::domain::catalogue::TaskId;
use mandate::domain::effective::{
    Access, Coverage, Need, Standing, WhoCan, actions_in_force, exceeding, redundant_roles,
    uncovered_tasks,
};
use mandate::domain::office365::{Grant, Office365Permission};
use mandate::domain::role::{RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::SignIn;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::slow::{self, Texts, can, counts, implied, listed};
use super::{LICENSE, PURVIEW_READER, SECURITY_READER, number, task, texts, to_do};
use crate::support::{
    BILLING, DIRECTORY_READERS, EXCHANGE, Fixture, GLOBAL, GROUPS, HELPDESK, Less, MESSAGE_CENTER,
    NOW, PARTNER_TIER1, PASSWORD, REPORTS_READER, SHAREPOINT, TOMORROW, USERS, YESTERDAY, context,
    empty, given, given_to_group, roles,
};

const PEOPLE: [&str; 6] = ["anna", "hugo", "kim", "piet", "sam", "ursula"];
const ROLES: [RoleTemplateId; 21] = [
    GLOBAL,
    GLOBAL,
    GLOBAL,
    LICENSE,
    USERS,
    USERS,
    HELPDESK,
    HELPDESK,
    PASSWORD,
    PASSWORD,
    GROUPS,
    EXCHANGE,
    SHAREPOINT,
    LICENSE,
    BILLING,
    REPORTS_READER,
    MESSAGE_CENTER,
    DIRECTORY_READERS,
    SECURITY_READER,
    // Out of use; of which nobody knows what it allows.
    PARTNER_TIER1,
    PURVIEW_READER,
];

fn lessened(held: RoleAssignment) -> BoxedStrategy<RoleAssignment> {
    prop_oneof![
        8 => Just(held),
        1 => Just(held.eligible()),
        1 => Just(held.within("noord")),
        1 => Just(held.within("zuid")),
        1 => Just(held.until(TOMORROW)),
        1 => Just(held.until(NOW)),
        1 => Just(held.since(YESTERDAY)),
        1 => Just(held.since(NOW).until(TOMORROW)),
        1 => Just(held.since(TOMORROW)),
        1 => Just(held.eligible().until(YESTERDAY)),
        1 => Just(held.eligible().since(TOMORROW)),
    ]
    .boxed()
}

fn assignment() -> impl Strategy<Value = RoleAssignment> {
    let person =
        (select(&PEOPLE[..]), select(&ROLES[..])).prop_map(|(name, role)| given(name, role));
    let group = (select(&["desk", "admins"][..]), select(&ROLES[..]))
        .prop_map(|(name, role)| given_to_group(name, role));
    prop_oneof![4 => person, 1 => group].prop_flat_map(lessened)
}

fn tenant() -> impl Strategy<Value = Tenant> {
    let members = || vec(select(&PEOPLE[..]), 0..4);
    let blocked = vec(prop::bool::weighted(0.2), PEOPLE.len());
    (blocked, vec(assignment(), 0..22), members(), members()).prop_map(
        |(blocked, held, desk, admins)| {
            let mut tenant = empty();
            for (name, blocked) in PEOPLE.into_iter().zip(blocked) {
                tenant = tenant.user(name);
                if blocked {
                    tenant = tenant.blocked();
                }
            }
            tenant = tenant
                .unit("noord", &["piet", "sam"])
                .unit("zuid", &["piet"])
                .group("desk", &desk)
                .group("admins", &admins)
                .owned_by(&["sam"])
                .group("club", &["piet"])
                .ordinary();
            let mut kept: Vec<RoleAssignment> = Vec::new();
            for one in held {
                if !kept.iter().any(|other| other.same_slot(&one)) {
                    kept.push(one);
                }
            }
            kept.into_iter().fold(tenant, Fixture::with).build()
        },
    )
}

fn need() -> impl Strategy<Value = Need> {
    let tasks = u16::try_from(roles().tasks().len()).unwrap();
    let asked = [
        "…/users/password/update",
        "…/USERS/basic/Update",
        "…/groups/members/update",
        "…/groups.unified/members/update",
        "…/users/allProperties/update",
        "…/allEntities/allProperties/allTasks",
        "…/auditLogs/allProperties/read",
        "…/users/customSecurityAttributes/read",
        "microsoft.office365.messageCenter/messages/read",
        "microsoft.office365.supportTickets/tickets/create",
        "contoso.shop/orders/create",
    ];
    prop_oneof![
        3 => select(asked.to_vec()).prop_map(to_do),
        2 => (0..tasks).prop_map(|at| Need::Task(TaskId(at))),
        1 => Just(task("Sign-in diagnostic", "Run from sign-in logs")),
        2 => select(&Office365Permission::ALL[..]).prop_map(Need::Permission),
    ]
}

fn allowed<'a>(held: impl IntoIterator<Item = &'a RoleTemplateId>) -> Texts {
    let known = held.into_iter().filter_map(|role| listed(*role));
    implied(&known.flatten().collect())
}

fn grants(held: &BTreeSet<RoleTemplateId>) -> Vec<Grant> {
    let best = |permission| {
        let grants = held.iter().map(|role| roles().grant(*role, permission));
        grants.max().unwrap_or_default()
    };
    Office365Permission::ALL.map(best).to_vec()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 300,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn who_can_is_what_asking_everybody_says(tenant in tenant(), need in need()) {
        let context = context();
        let answer = WhoCan::ask(&context, &tenant, &need);
        prop_assert_eq!(answer.people(&context, &tenant), slow::people(&tenant, &need));
        // Every assignment that is not over stands with its role, and none beside.
        for way in &answer.held {
            let of_role = tenant.assignments().iter().filter(|held| {
                held.role == way.serving.role && held.end.is_none_or(|end| end.0 > NOW.0)
            });
            let mut expected: Vec<_> = of_role.collect();
            expected.sort_unstable();
            let mut told = way.assignments.clone();
            told.sort_unstable();
            prop_assert_eq!(told, expected);
        }
        let coverage = answer.held.iter().map(|way| way.serving.coverage);
        prop_assert!(coverage.is_sorted_by(|one, other| one >= other));
    }

    #[test]
    fn access_is_what_adding_everything_up_says(tenant in tenant(), need in need()) {
        let context = context();
        for user in tenant.users().iter() {
            let access = Access::of(&context, &tenant, user.id);
            let reaching = slow::reaching(&tenant, user.id);
            let mut told: Vec<_> = access.holdings.iter().map(|held| held.assignment).collect();
            told.sort_unstable();
            let mut expected = reaching.clone();
            expected.sort_unstable();
            prop_assert_eq!(told, expected);
            prop_assert!(access.holdings.is_sorted_by_key(|held| held.standing));
            for held in &access.holdings {
                prop_assert_eq!(held.standing == Standing::InForce, counts(&held.assignment));
            }

            let now = slow::roles_now(&tenant, user.id);
            let mut soon = now.clone();
            soon.extend(reaching.iter().filter(|held| {
                held.kind == mandate::domain::role::AssignmentKind::Eligible
                    && held.end.is_none_or(|end| end.0 > NOW.0)
            }).map(|held| held.role));
            let actions = |held: &BTreeSet<RoleTemplateId>| -> Texts {
                held.iter().filter_map(|role| listed(*role)).flatten().collect()
            };
            let told = |set| texts(set).into_iter().collect::<Texts>();
            if user.sign_in == SignIn::Allowed {
                prop_assert_eq!(told(&access.now.actions), actions(&now));
                prop_assert_eq!(access.now.grants.to_vec(), grants(&now));
                prop_assert_eq!(access.now.more_unknown, now.contains(&PURVIEW_READER));
                prop_assert_eq!(told(&access.with_eligible.actions), actions(&soon));
                prop_assert_eq!(access.with_eligible.grants.to_vec(), grants(&soon));
            } else {
                prop_assert!(access.with_eligible.actions.is_empty());
                prop_assert_eq!(access.now.grants, [Grant::No; 15]);
            }
            let fast = actions_in_force(&context, &tenant, user.id);
            prop_assert_eq!(told(&fast), actions(&now));

            // Whoever has a whole way to something by roles in force can do it.
            let ways = access.ways_to(&context, &need);
            let best = ways.iter().map(|(_, how)| *how).max();
            let slowly = can(roles(), &soon, &need);
            if matches!(need, Need::Task(_)) {
                prop_assert_eq!(best == Some(Coverage::Whole), slowly.is_some());
            } else {
                prop_assert_eq!(best, slowly);
            }
            let password = number("microsoft.directory/users/password/update");
            let by_action = access.ways_to_action(&context, password).len();
            let by_need = access.ways_to(&context, &to_do("…/users/password/update")).len();
            prop_assert_eq!(by_action, by_need);
        }
    }

    #[test]
    fn tasks_are_uncovered_when_asking_everybody_finds_nobody(tenant in tenant()) {
        let told = uncovered_tasks(&context(), &tenant);
        let tasks = u16::try_from(roles().tasks().len()).unwrap();
        let everything: BTreeSet<_> = roles().roles().map(|role| role.id).collect();
        // Sampled: asking everybody about every task takes long.
        for at in (0..tasks).step_by(7).chain([110]) {
            let need = Need::Task(TaskId(at));
            let possible = can(roles(), &everything, &need).is_some();
            let nobody = slow::people(&tenant, &need).is_empty();
            prop_assert_eq!(told.contains(&TaskId(at)), possible && nobody, "{}", at);
        }
    }

    #[test]
    fn redundant_roles_can_all_be_taken_away(tenant in tenant()) {
        let found = redundant_roles(&context(), &tenant);
        for user in tenant.users().iter() {
            let reaching = slow::reaching(&tenant, user.id);
            let mine: Vec<_> = found.iter().filter(|one| one.user == user.id).collect();
            let kept: Vec<_> = reaching
                .iter()
                .filter(|held| counts(held) && !mine.iter().any(|one| one.assignment == **held))
                .collect();
            let outlasts = |one: &RoleAssignment, other: &RoleAssignment| {
                let wide = one.scope == mandate::domain::role::DirectoryScope::Tenant
                    || one.scope == other.scope;
                let until = |held: &RoleAssignment| held.end.map_or(i64::MAX, |end| end.0);
                wide && until(one) >= until(other)
            };
            let adds_nothing = |one: &RoleAssignment, others: &[&RoleAssignment]| {
                let others: Vec<_> = others
                    .iter()
                    .filter(|other| outlasts(other, one) && **other != one)
                    .filter(|other| other.role != PURVIEW_READER)
                    .copied()
                    .collect();
                let reached = slow::reached_by_one(one, &others);
                let others: BTreeSet<_> = others.iter().map(|other| other.role).collect();
                let alone = BTreeSet::from([one.role]);
                one.role != PURVIEW_READER
                    && allowed(&alone).is_subset(&allowed(&others))
                    && grants(&alone).iter().zip(grants(&others)).all(|(mine, best)| *mine <= best)
                    && reached
            };
            for one in &mine {
                prop_assert!(adds_nothing(&one.assignment, &kept), "{:?}", one);
                if let Some(role) = one.contained_in {
                    let mut holding = reaching.iter().filter(|held| held.role == role);
                    prop_assert!(holding.any(|held| adds_nothing(&one.assignment, &[held])));
                }
            }
            // And nothing that is kept is redundant beside what is kept.
            for one in &kept {
                prop_assert!(!adds_nothing(one, &kept), "{:?}", one);
            }
        }
    }

    #[test]
    fn whoever_exceeds_does_so_by_what_they_can_do(
        tenant in tenant(),
        needs in vec(need(), 0..3),
    ) {
        let found = exceeding(&context(), &tenant, &needs);
        let needed: Texts = needs.iter().flat_map(|need| texts(&need.actions(roles()))).collect();
        let mut expected = Vec::new();
        for user in tenant.users().iter().filter(|user| user.sign_in == SignIn::Allowed) {
            let held = slow::roles_now(&tenant, user.id);
            let excess: Texts = allowed(&held).difference(&needed).cloned().collect();
            if !excess.is_empty() || held.contains(&PURVIEW_READER) {
                expected.push((user.id, excess));
            }
        }
        let mut told: Vec<_> = found
            .iter()
            .map(|one| (one.user, texts(&one.excess).into_iter().collect::<Texts>()))
            .collect();
        told.sort();
        expected.sort();
        prop_assert_eq!(told, expected);
        for one in &found {
            let held = slow::roles_now(&tenant, one.user);
            let serves: Vec<_> = (0..needs.len())
                .filter(|at| can(roles(), &held, &needs[*at]).is_some())
                .collect();
            prop_assert_eq!(&one.serves, &serves);
            let alone = |role: &RoleTemplateId, need: &Need| {
                can(roles(), &BTreeSet::from([*role]), need).is_some()
            };
            for role in &one.idle {
                prop_assert!(!needs.iter().any(|need| alone(role, need)));
            }
        }
        let rank = |one: &mandate::domain::effective::Exceeding| {
            (one.excess_privileged, one.excess.len())
        };
        prop_assert!(found.is_sorted_by(|one, other| rank(one) >= rank(other)));
    }
}

#[test]
fn the_draw_meets_what_it_is_for() {
    // A drawing that never had anybody who can, or anything redundant, would prove nothing.
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut can, mut redundant, mut nobody) = (0, 0, 0);
    for _ in 0..60 {
        let tenant = tenant().new_tree(&mut runner).unwrap().current();
        let need = to_do("…/users/password/update");
        let people = slow::people(&tenant, &need).len();
        can += usize::from(people > 0);
        nobody += usize::from(people == 0);
        redundant += usize::from(!redundant_roles(&context(), &tenant).is_empty());
    }
    assert!(
        can > 20 && nobody > 2 && redundant > 10,
        "{can} {nobody} {redundant}"
    );
}
