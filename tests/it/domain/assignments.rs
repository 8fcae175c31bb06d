//! Role assignments: slots, times, and the three choices of the role editor.

use mandate::domain::command::RoleChoice;
use mandate::domain::role::{Principal, RoleAssignment};

use crate::support::{
    EXCHANGE, GLOBAL, HELPDESK, Less, NOW, REPORTS_READER, TOMORROW, USERS, YESTERDAY, empty,
    fixture, given, given_to_group, id,
};

#[test]
fn a_slot_is_principal_role_scope_and_kind() {
    let one = given("anna", EXCHANGE);
    for same in [
        one.until(TOMORROW),
        one.since(NOW),
        one.since(YESTERDAY).until(TOMORROW),
    ] {
        assert!(one.same_slot(&same));
        assert!(!same.is_permanent_tenant_wide());
    }
    for other in [
        given("piet", EXCHANGE),
        given("anna", GLOBAL),
        one.within("noord"),
        one.eligible(),
        given_to_group("anna", EXCHANGE),
    ] {
        assert!(!one.same_slot(&other), "{other:?}");
    }
    assert!(one.is_permanent_tenant_wide());
}

#[test]
fn times_run_from_start_until_just_before_the_end() {
    let one = given("anna", EXCHANGE);
    let table = [
        (one, true, false),
        (one.since(NOW), true, false),
        (one.since(TOMORROW), false, false),
        (one.until(NOW), false, true),
        (one.until(TOMORROW), true, false),
        (one.since(YESTERDAY).until(TOMORROW), true, false),
        (one.since(YESTERDAY).until(NOW), false, true),
        (one.eligible(), false, false),
        (one.eligible().until(YESTERDAY), false, true),
    ];
    for (assignment, in_force, expired) in table {
        assert_eq!(assignment.is_in_force(NOW), in_force, "{assignment:?}");
        assert_eq!(assignment.is_expired(NOW), expired, "{assignment:?}");
    }
}

#[test]
fn a_tenant_takes_a_slot_once() {
    let twice = fixture().with(given("anna", GLOBAL).until(TOMORROW));
    assert!(twice.try_build().is_err());
    let other_scope = fixture()
        .unit("noord", &[])
        .with(given("anna", GLOBAL).within("noord"));
    assert_eq!(other_scope.build().assignments().len(), 2);
    let other_kind = fixture().with(given("anna", GLOBAL).eligible());
    assert_eq!(other_kind.build().assignments().len(), 2);
}

#[test]
fn look_ups_agree() {
    let tenant = fixture()
        .group("desk", &["piet"])
        .holds(HELPDESK)
        .user("kim")
        .holds(USERS)
        .holds(EXCHANGE)
        .build();
    let held = tenant.assignments();
    assert_eq!((held.len(), held.is_empty()), (4, false));
    assert!(held.iter().is_sorted());
    assert!(held.of(Principal::User(id("kim"))).is_sorted());
    assert_eq!(held.of(Principal::User(id("kim"))).len(), 2);
    assert!(held.of(Principal::User(id("piet"))).is_empty());
    assert!(
        held.of_role(HELPDESK)
            .eq([&given_to_group("desk", HELPDESK)])
    );
    assert_eq!(held.of_role(REPORTS_READER).count(), 0);
    let mut roles = vec![GLOBAL, USERS, EXCHANGE, HELPDESK];
    roles.sort_unstable();
    assert!(held.roles().eq(roles));
    assert_eq!(held.principals().count(), 3);
    let like = given("kim", EXCHANGE).until(TOMORROW);
    assert_eq!(held.find(&like), Some(&given("kim", EXCHANGE)));
    assert!(empty().build().assignments().is_empty());
}

fn chosen(choice: &RoleChoice, current: &[RoleAssignment]) -> Vec<RoleAssignment> {
    let principal = Principal::User(id("kim"));
    choice.assignments(principal, current).into_iter().collect()
}

#[test]
fn the_three_choices() {
    let kim = |role| given("kim", role);
    let special = [
        kim(USERS).eligible(),
        kim(HELPDESK).within("noord"),
        kim(EXCHANGE).until(TOMORROW),
    ];
    let mut current = special.to_vec();
    current.extend([kim(REPORTS_READER), kim(USERS)]);
    let sorted = |mut all: Vec<RoleAssignment>| {
        all.sort_unstable();
        all
    };
    let with_special = |more: &[RoleAssignment]| sorted([&special[..], more].concat());

    assert_eq!(chosen(&RoleChoice::NoAdminAccess, &current), []);
    assert_eq!(
        chosen(&RoleChoice::GlobalAdministrator, &current),
        with_special(&[kim(GLOBAL)])
    );
    let customized = |roles: &[_]| RoleChoice::Customized(roles.iter().copied().collect());
    assert_eq!(chosen(&customized(&[]), &current), sorted(special.to_vec()));
    assert_eq!(
        chosen(&customized(&[REPORTS_READER, GLOBAL]), &current),
        with_special(&[kim(REPORTS_READER), kim(GLOBAL)])
    );
    // A permanent role takes the place of the same role for a time, and of nothing else.
    assert_eq!(
        chosen(&customized(&[EXCHANGE, USERS, HELPDESK]), &current),
        sorted(vec![
            special[0],
            special[1],
            kim(EXCHANGE),
            kim(USERS),
            kim(HELPDESK)
        ])
    );
    let eligible = [kim(GLOBAL).eligible(), kim(GLOBAL).until(TOMORROW)];
    assert_eq!(
        chosen(&RoleChoice::GlobalAdministrator, &eligible),
        [kim(GLOBAL)]
    );
}
