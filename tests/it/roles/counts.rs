//! How much there is: counted by hand in the facts and written down here, so that a row that is
//! lost on the way is noticed wherever the test runs.

use std::collections::{BTreeMap, BTreeSet};

use mandate::domain::catalogue::{Edition, EntraRoles, SeveralRoles};
use mandate::domain::office365::{Office365Permission, Office365Role};
use mandate::domain::resource_action::ActionSet;
use mandate::domain::role::{ActionSource, RoleActions, RoleStatus};

use super::catalogue;

#[test]
fn classic_matrix_has_120_cells() {
    let mut cells = BTreeMap::new();
    for permission in Office365Permission::ALL {
        for role in Office365Role::ALL {
            let grant = catalogue().office365_grant(role, permission);
            *cells.entry(grant.key()).or_insert(0) += 1;
        }
    }
    let expected = [
        ("limited:no_delete_global_admin_no_create_admins", 3),
        ("limited:non_admins_only", 2),
        ("limited:view_only", 2),
        ("no", 68),
        ("yes", 45),
    ];
    assert_eq!(cells, BTreeMap::from(expected));
    assert_eq!(cells.values().sum::<usize>(), 120);
    assert_eq!(catalogue().office365_roles().len(), 8);
    assert_eq!(catalogue().office365_permissions().len(), 15);
}

#[test]
fn service_map_has_ten_roles_in_six_of_the_eight() {
    let counts = Office365Role::ALL.map(|role| {
        let entry = catalogue().office365_role(role).expect("one of the eight");
        assert_eq!(entry.role, role);
        entry.service_roles.len()
    });
    // Billing, global, password, service, user management, Exchange, SharePoint, Skype.
    assert_eq!(counts, [0, 4, 2, 0, 1, 1, 1, 1]);
}

struct Expected {
    roles: usize,
    privileged: usize,
    active: usize,
    not_for_use: usize,
    deprecated: usize,
    hidden: usize,
    unknown_tables: usize,
    tables_of_the_seed: usize,
    rows: usize,
    actions: usize,
    labelled_actions: usize,
    unlabelled_actions: usize,
}

#[test]
fn seed_edition_is_complete() {
    check(
        catalogue().edition(Edition::Seed),
        &Expected {
            roles: 104,
            privileged: 26,
            active: 100,
            not_for_use: 2,
            deprecated: 2,
            hidden: 3,
            unknown_tables: 0,
            tables_of_the_seed: 80,
            // No role names an action twice.
            rows: 1527,
            actions: 553,
            labelled_actions: 39,
            // `users/inviteBy/read`, the article's own spelling.
            unlabelled_actions: 1,
        },
    );
}

#[test]
fn current_edition_is_complete() {
    check(
        catalogue().edition(Edition::Current),
        &Expected {
            roles: 139,
            privileged: 35,
            active: 134,
            not_for_use: 3,
            deprecated: 2,
            hidden: 5,
            // The three Purview Workload Content roles.
            unknown_tables: 3,
            tables_of_the_seed: 0,
            // No role names an action twice.
            rows: 1924,
            actions: 659,
            labelled_actions: 63,
            unlabelled_actions: 0,
        },
    );
}

fn check(edition: &EntraRoles, expected: &Expected) {
    let roles = edition.roles();
    assert_eq!(roles.len(), expected.roles);
    let status = |status| roles.iter().filter(|role| role.status == status).count();
    assert_eq!(status(RoleStatus::Active), expected.active);
    assert_eq!(status(RoleStatus::NotForUse), expected.not_for_use);
    assert_eq!(status(RoleStatus::Deprecated), expected.deprecated);
    assert_eq!(status(RoleStatus::ServiceAssigned), 0);
    let privileged = roles.iter().filter(|role| role.privileged).count();
    assert_eq!(privileged, expected.privileged);
    let hidden = roles.iter().filter(|role| role.hidden_in_portal).count();
    assert_eq!(hidden, expected.hidden);

    let sets = roles.iter().filter_map(|role| role.actions.set());
    assert_eq!(roles.len() - sets.clone().count(), expected.unknown_tables);
    assert!(sets.clone().all(|set| !set.is_empty()));
    assert_eq!(sets.map(ActionSet::len).sum::<usize>(), expected.rows);
    let of_seed = roles.iter().filter(|role| {
        matches!(
            role.actions,
            RoleActions::Known {
                source: ActionSource::Seed,
                ..
            }
        )
    });
    assert_eq!(of_seed.count(), expected.tables_of_the_seed);

    let actions = edition.actions();
    assert_eq!(actions.len(), expected.actions);
    let labelled = |label| {
        actions
            .iter()
            .filter(|entry| entry.privileged == label)
            .count()
    };
    assert_eq!(labelled(Some(true)), expected.labelled_actions);
    assert_eq!(labelled(None), expected.unlabelled_actions);

    let ids: BTreeSet<_> = roles.iter().map(|role| role.id).collect();
    assert_eq!(ids.len(), roles.len(), "an id stands there twice");
}

#[test]
fn retired_roles_are_never_assignable() {
    let retired = catalogue().retired();
    assert_eq!(retired.len(), 7);
    assert_eq!(catalogue().retired_without_id().len(), 3);
    let deprecated = retired
        .iter()
        .filter(|role| role.status == RoleStatus::Deprecated);
    assert_eq!(deprecated.count(), 4);
    for role in retired {
        assert!(!role.status.is_assignable(), "{}", role.name.en);
        assert_eq!(role.actions, RoleActions::Unknown);
        for edition in [Edition::Seed, Edition::Current] {
            assert!(catalogue().edition(edition).get(role.id).is_none());
        }
    }
}

#[test]
fn reset_matrices_have_18_rows_each() {
    let (password, sensitive) = (
        catalogue().password_reset(),
        catalogue().sensitive_properties(),
    );
    assert_eq!((password.rows.len(), password.actors.len()), (18, 6));
    assert_eq!((sensitive.rows.len(), sensitive.actors.len()), (18, 4));
    assert_eq!(password.extra_actors.len(), 5);
    assert_eq!(password.extra_actors, sensitive.extra_actors);
    assert_eq!(catalogue().sensitive_actions().len(), 8);
    assert_eq!(catalogue().authentication_roles().len(), 4);
}

#[test]
fn tasks_are_211_in_36_areas() {
    let tasks = catalogue().tasks();
    assert_eq!(tasks.len(), 211);
    let areas: BTreeSet<_> = tasks.iter().map(|task| &task.area).collect();
    assert_eq!(areas.len(), 36);
    let keys: BTreeSet<_> = tasks
        .iter()
        .map(|task| (&task.area, &task.task.en))
        .collect();
    assert_eq!(keys.len(), 211, "a task stands there twice");
    let several = |how| tasks.iter().filter(|task| task.several == how).count();
    assert_eq!(several(SeveralRoles::All), 1);
    assert_eq!(several(SeveralRoles::NotStated), 1);
    let remarks = tasks.iter().filter(|task| task.remark.is_some()).count();
    assert_eq!(remarks, 6);
    assert!(tasks.iter().all(|task| !task.least.is_empty()));
}
