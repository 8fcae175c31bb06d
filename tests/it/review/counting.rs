//! What is found by number: too few, too many, and which of two are more.

use mandate::domain::review::FindingCode::{
    GlobalAdministratorsOutnumber, TooFewGlobalAdministrators, TooManyGlobalAdministrators,
    TooManyPrivilegedAssignments,
};
use mandate::domain::review::{FindingKind, ReviewSettings};

use super::{calm, check, check_none, one, people};
use crate::support::{
    AUTHENTICATION, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, SECURITY, TOMORROW, USERS,
    empty, roles,
};

fn globals(fixture: Fixture, names: &str) -> Fixture {
    let names = names.split_whitespace();
    names.fold(fixture, |it, name| it.user(name).holds(GLOBAL))
}

#[test]
fn too_many_are_counted_without_those_for_emergencies() {
    let code = TooManyGlobalAdministrators;
    check_none(code, &globals(calm(), "a b c d"));
    let five = globals(calm(), "a b c d e");
    check(code, &five, "a b c d e", &[GLOBAL]);
    let kind = FindingKind::TooManyGlobalAdministrators {
        count: 5,
        most: 4,
        limit: 8,
    };
    assert_eq!(one(&five.build(), code).kind, kind);
    // Unregistered, the two count.
    let unregistered = five.review(|settings| settings.break_glass.clear());
    check(code, &unregistered, "nood1 nood2 a b c d e", &[GLOBAL]);
    // Nor do those who can't do anything now.
    let idle = globals(calm(), "a b c d").user("e").holds(GLOBAL).blocked();
    let idle = idle.user("f").holds(GLOBAL).eligible();
    check_none(code, &idle);
}

#[test]
fn past_the_limit_the_message_says_so() {
    let code = TooManyGlobalAdministrators;
    let message = |fixture: Fixture| one(&fixture.build(), code).message(roles());
    let eight = globals(calm(), "a b c d e f g h");
    assert_eq!(
        &*message(eight.clone()).en,
        "8 Global Administrators: at most 4 are advised"
    );
    let nine = message(globals(eight, "i"));
    assert_eq!(
        &*nine.en,
        "9 Global Administrators: at most 4 are advised, and 8 is the limit"
    );
    assert_eq!(
        &*nine.nl,
        "9 globale beheerders: hoogstens 4 is het advies en 8 de grens"
    );
}

#[test]
fn too_few_are_counted_with_those_for_emergencies() {
    let code = TooFewGlobalAdministrators;
    check_none(code, &calm());
    let one_alone = empty().user("a").holds(GLOBAL);
    let registered = one_alone.review(|settings| settings.break_glass = people("a"));
    check(code, &registered, "a", &[GLOBAL]);
    check(code, &empty().user("a"), "", &[GLOBAL]);
}

#[test]
fn the_tenant_says_what_is_few_and_many() {
    let fewest = |fewest, most| {
        move |settings: &mut ReviewSettings| {
            settings.thresholds.fewest_global_administrators = fewest;
            settings.thresholds.most_global_administrators = most;
        }
    };
    let three = calm().review(fewest(3, 4));
    check(TooFewGlobalAdministrators, &three, "nood1 nood2", &[GLOBAL]);
    let found = one(&three.build(), TooFewGlobalAdministrators);
    assert_eq!(
        &*found.message(roles()).en,
        "only 2 Global Administrators can sign in: there are to be at least 3"
    );
    let alone = empty().user("a").holds(GLOBAL).review(fewest(1, 1));
    check_none(TooFewGlobalAdministrators, &alone);
    let two = globals(calm(), "a b").review(fewest(1, 1));
    check(TooManyGlobalAdministrators, &two, "a b", &[GLOBAL]);
    let six = globals(calm(), "a b c d e f").review(fewest(1, 6));
    check_none(TooManyGlobalAdministrators, &six);
}

/// Ten assignments of privileged roles.
fn ten() -> Fixture {
    let mut fixture = calm();
    for name in ["a", "b", "c"] {
        fixture = fixture
            .user(name)
            .holds(HELPDESK)
            .holds(USERS)
            .holds(SECURITY);
        fixture = fixture.eligible();
    }
    fixture.group("g", &["a", "b", "c"]).holds(AUTHENTICATION)
}

#[test]
fn privileged_assignments_are_counted_whoever_they_reach() {
    let code = TooManyPrivilegedAssignments;
    check_none(code, &ten());
    // Over, and not privileged.
    let beside = ten().user("d").holds(HELPDESK).until(NOW).holds(EXCHANGE);
    check_none(code, &beside);
    let eleven = ten().user("d").holds(HELPDESK).until(TOMORROW);
    let all = [HELPDESK, USERS, SECURITY, AUTHENTICATION];
    check(code, &eleven, "a b c d", &all);
    let kind = FindingKind::TooManyPrivilegedAssignments {
        count: 11,
        most: 10,
    };
    assert_eq!(one(&eleven.build(), code).kind, kind);
    let most = |most| {
        move |settings: &mut ReviewSettings| settings.thresholds.most_privileged_assignments = most
    };
    check_none(code, &eleven.review(most(11)));
    let nine = ten().review(most(9));
    check(code, &nine, "a b c", &all);
}

#[test]
fn global_administrators_are_no_majority() {
    let code = GlobalAdministratorsOutnumber;
    let two = globals(calm(), "a b");
    check_none(code, &two);
    let three = globals(calm(), "a b c");
    check(code, &three, "a b c", &[GLOBAL]);
    // Neither eligible, nor over, nor blocked, nor for emergencies, nor privileged: no counterweight.
    let idle = three
        .user("d")
        .holds(HELPDESK)
        .eligible()
        .user("e")
        .holds(HELPDESK)
        .until(NOW)
        .user("f")
        .holds(HELPDESK)
        .blocked()
        .user("g")
        .holds(EXCHANGE);
    check(code, &idle, "a b c", &[GLOBAL]);
    let lighter = idle.user("h").holds(HELPDESK).user("i").holds(USERS);
    check(code, &lighter, "a b c", &[GLOBAL]);
    let kind = FindingKind::GlobalAdministratorsOutnumber {
        global: 3,
        others: 2,
    };
    assert_eq!(one(&lighter.build(), code).kind, kind);
    // As many as others is no majority, through a group as well.
    let even = lighter.user("j").group("g", &["j"]).holds(USERS);
    check_none(code, &even);
    // A Global Administrator with another role besides is still one.
    let both = lighter_with_role();
    check(code, &both, "a b c", &[GLOBAL]);
}

fn lighter_with_role() -> Fixture {
    globals(calm(), "a b c").holds(HELPDESK).holds(USERS)
}
