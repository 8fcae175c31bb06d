//! For each sort of finding a tenant that raises it, and one just beside it that does not.
//! The older sorts stand in `cli/findings`.

use mandate::domain::review::FindingCode::{
    BlockedHoldRoles, BreakGlassUnusable, ExpiredAssignments, GlobalAdministratorsUnreachable,
    GuestsHoldRoles, NeverSignedInHoldRoles, NewlyPrivilegedRole, PermanentPrivilegedAssignments,
    RedundantRoles, SynchronisedHoldRoles, UnprotectedGroupOwners,
};
use mandate::domain::review::{FindingCode, FindingKind, Severity};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::rule::Rule;
use uuid::uuid;

use super::{calm, check, check_none, findings, one, people};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, MESSAGE_CENTER, NOW, SECURITY, TOMORROW, USERS,
    YESTERDAY, empty, group_id, id, role_id, roles,
};

/// Privileged today and not in the seed article.
const GOVERNANCE: RoleTemplateId = RoleTemplateId(uuid!("45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"));

const TICKETS: &str = "microsoft.azure.supportTickets/allEntities/allTasks";
const MESSAGES: &str = "microsoft.office365.messageCenter/messages/read";

#[test]
fn nothing_is_found_where_all_is_well() {
    assert_eq!(findings(&calm().build()), []);
    let lively = calm().user("c").holds(HELPDESK).until(TOMORROW);
    let lively = lively.user("d").holds(EXCHANGE).user("e").holds(SECURITY);
    assert_eq!(findings(&lively.eligible().build()), []);
}

#[test]
fn privileged_roles_are_not_always_on() {
    let code = PermanentPrivilegedAssignments;
    let always = calm().user("c").holds(HELPDESK).user("d").holds(EXCHANGE);
    check(code, &always, "c", &[HELPDESK]);
    let scoped = calm().unit("u", &["nood1"]).user("c").holds(USERS);
    check(code, &scoped.within("u"), "c", &[USERS]);
    check(
        code,
        &calm().user("c").holds(USERS).since(TOMORROW),
        "c",
        &[USERS],
    );
    // Who is not registered for emergencies is no exception.
    check(code, &calm().user("c").holds(GLOBAL), "c", &[GLOBAL]);

    check_none(code, &calm().user("c").holds(HELPDESK).until(TOMORROW));
    check_none(code, &calm().user("c").holds(HELPDESK).eligible());
    check_none(code, &calm().user("c").holds(EXCHANGE));
    let group = calm().user("c").group("g", &["c"]).holds(HELPDESK);
    check_none(code, &group);
}

#[test]
fn roles_that_became_privileged_are_named() {
    let code = NewlyPrivilegedRole;
    let held = calm().user("c").holds(GOVERNANCE).eligible();
    let held = held.user("d").group("g", &["d"]).holds(GOVERNANCE);
    check(code, &held, "c d", &[GOVERNANCE]);
    let found = one(&held.build(), code);
    let message = found.message(roles());
    assert_eq!(
        &*message.en,
        "Identity Governance Administrator has become a privileged role"
    );
    // Privileged all along, over, and held by nobody.
    check_none(code, &calm().user("c").holds(HELPDESK));
    check_none(code, &calm().user("c").holds(GOVERNANCE).until(NOW));
    check_none(code, &calm().group("g", &[]).holds(GOVERNANCE));
}

#[test]
fn emergency_accounts_can_be_used() {
    let code = BreakGlassUnusable;
    let registered = |fixture: Fixture, names: &'static str| {
        fixture.review(|settings| settings.break_glass = people(names))
    };
    let all = calm()
        .user("blocked")
        .holds(GLOBAL)
        .blocked()
        .user("guest")
        .holds(GLOBAL)
        .guest()
        .user("synced")
        .holds(GLOBAL)
        .synced()
        .user("eligible")
        .holds(GLOBAL)
        .eligible()
        .user("ending")
        .holds(GLOBAL)
        .until(TOMORROW)
        .user("later")
        .holds(GLOBAL)
        .since(TOMORROW)
        .user("lesser")
        .holds(USERS)
        .user("nothing")
        .user("scoped")
        .holds(GLOBAL)
        .within("u")
        .unit("u", &[]);
    let names = "blocked guest synced eligible ending later lesser nothing scoped";
    check(code, &registered(all.clone(), names), names, &[GLOBAL]);
    // Nobody else is looked at, and who is gone concerns nobody.
    check_none(code, &registered(all, "nood1 nood2 gone"));
    let since = calm().user("c").holds(GLOBAL).since(YESTERDAY);
    let since = since.user("d").group("g", &["d"]).holds(GLOBAL);
    check_none(code, &registered(since, "c d"));
}

#[test]
fn accounts_mastered_elsewhere_hold_no_roles() {
    let synced = calm().user("c").holds(EXCHANGE).synced();
    let synced = synced.user("d").synced();
    check(SynchronisedHoldRoles, &synced, "c", &[EXCHANGE]);
    let over = calm().user("c").holds(EXCHANGE).until(NOW).synced();
    check_none(SynchronisedHoldRoles, &over);
    check_none(SynchronisedHoldRoles, &calm().user("c").holds(EXCHANGE));

    let guest = calm().user("c").holds(EXCHANGE).guest();
    check(GuestsHoldRoles, &guest, "c", &[EXCHANGE]);
    check_none(GuestsHoldRoles, &calm().user("c").guest());
    let blocked = calm().user("c").holds(EXCHANGE).blocked();
    check(BlockedHoldRoles, &blocked, "c", &[EXCHANGE]);
    check_none(BlockedHoldRoles, &calm().user("c").blocked());
}

#[test]
fn administrators_sign_in_now_and_then() {
    let code = NeverSignedInHoldRoles;
    let seen = |fixture: Fixture| fixture.but(|user| user.last_sign_in = Some(YESTERDAY));
    let never = seen(calm().user("c").holds(EXCHANGE));
    let never = never.user("d").holds(MESSAGE_CENTER).eligible().user("e");
    check(code, &never, "d", &[MESSAGE_CENTER]);
    // The emergency accounts never did either. Where nobody did, nobody knows.
    check_none(code, &seen(calm().user("c").holds(EXCHANGE)).user("d"));
    check_none(code, &calm().user("c").holds(EXCHANGE));
    check(
        code,
        &seen(empty().user("a").holds(EXCHANGE).user("b")),
        "a",
        &[EXCHANGE],
    );
}

#[test]
fn owners_of_groups_with_roles_are_looked_after() {
    let code = UnprotectedGroupOwners;
    let base = || {
        calm()
            .user("guest")
            .guest()
            .user("synced")
            .synced()
            .user("blocked")
            .blocked()
            .user("plain")
            .user("admin")
            .holds(USERS)
            .user("later")
            .holds(USERS)
            .eligible()
    };
    let owned = |fixture: Fixture| {
        fixture.owned_by(&["guest", "synced", "blocked", "plain", "admin", "later"])
    };
    let privileged = owned(base().group("g", &[]).holds(HELPDESK));
    check(
        code,
        &privileged,
        "guest synced blocked plain later",
        &[HELPDESK],
    );
    let found = one(&privileged.build(), code);
    assert_eq!(found.groups, [group_id("g")]);
    assert_eq!(found.kind, FindingKind::UnprotectedGroupOwners("g".into()));
    assert_eq!(found.rule(), Some(Rule::RoleAssignableGroupsAreProtected));

    let plain = owned(base().group("g", &[]).holds(EXCHANGE));
    check(code, &plain, "guest synced blocked", &[EXCHANGE]);
    // A member of a group with a privileged role holds that role.
    let member = calm().user("c").group("g", &["c"]).holds(HELPDESK);
    check_none(code, &member.owned_by(&["c"]));
    check_none(code, &owned(base().group("g", &[])));
    check_none(
        code,
        &owned(base().group("g", &[]).holds(HELPDESK).until(NOW)),
    );
    check_none(code, &owned(base().group("g", &[]).ordinary()));
}

#[test]
fn roles_add_something() {
    let (wide, narrow) = (role_id("Wide"), role_id("Narrow"));
    let base = calm().custom_role("Wide", &[TICKETS, MESSAGES]);
    let base = base.custom_role("Narrow", &[TICKETS]).user("c");
    let both = base.clone().holds(wide).holds(narrow);
    check(RedundantRoles, &both, "c", &[narrow]);
    check_none(RedundantRoles, &base.clone().holds(narrow));
    check_none(
        RedundantRoles,
        &base.clone().holds(wide).eligible().holds(narrow),
    );
    check_none(
        RedundantRoles,
        &base.holds(wide).until(TOMORROW).holds(narrow),
    );
}

#[test]
fn what_is_over_is_cleared_away() {
    let code = ExpiredAssignments;
    let over = calm()
        .user("c")
        .holds(EXCHANGE)
        .until(NOW)
        .holds(USERS)
        .until(TOMORROW);
    let over = over
        .user("d")
        .group("g", &["d"])
        .holds(HELPDESK)
        .until(YESTERDAY);
    let over = over.group("h", &["d"]).holds(HELPDESK).until(TOMORROW);
    check(code, &over, "c", &[EXCHANGE, HELPDESK]);
    let found = one(&over.build(), code);
    assert_eq!(found.groups, [group_id("g")]);
    let message = found.message(roles());
    assert_eq!(
        &*message.en,
        "2 people and groups have role assignments that are over"
    );
    check_none(code, &calm().user("c").holds(EXCHANGE).until(TOMORROW));
}

#[test]
fn emergency_accounts_need_not_be_reached() {
    let code = GlobalAdministratorsUnreachable;
    let alone = empty().user("a").holds(GLOBAL).unreachable();
    check(code, &alone, "a", &[GLOBAL]);
    let registered = alone.review(|settings| settings.break_glass = people("a"));
    check_none(code, &registered);
}

#[test]
fn every_sort_says_why_in_both_languages_and_has_a_name_of_its_own() {
    let mut said = std::collections::BTreeSet::new();
    let mut kinds = vec![
        FindingKind::ChangedOutside,
        FindingKind::NoLastingGlobalAdministrator,
        FindingKind::TooFewGlobalAdministrators {
            count: 2,
            fewest: 3,
        },
        FindingKind::TooManyGlobalAdministrators {
            count: 9,
            most: 4,
            limit: 8,
        },
        FindingKind::TooManyPrivilegedAssignments {
            count: 11,
            most: 10,
        },
        FindingKind::GlobalAdministratorsOutnumber {
            global: 3,
            others: 2,
        },
        FindingKind::GlobalAdministratorsUnreachable,
        FindingKind::PermanentPrivilegedAssignments,
        FindingKind::NewlyPrivilegedRole,
        FindingKind::BreakGlassUnusable,
        FindingKind::AlternateEmailInside,
        FindingKind::PhoneWithoutCountryCode,
        FindingKind::AdministratorsWithoutPhone,
        FindingKind::RoleWithoutService(mandate::domain::organization::Service::Teams),
        FindingKind::BillingThroughPartner("Reseller".into()),
        FindingKind::ServiceAdministratorAlone,
        FindingKind::RoleNotAssignable,
        FindingKind::GuestsHoldRoles,
        FindingKind::BlockedHoldRoles,
        FindingKind::SynchronisedHoldRoles,
        FindingKind::NeverSignedInHoldRoles,
        FindingKind::UnprotectedGroupOwners("Beheer".into()),
        FindingKind::RedundantRoles,
        FindingKind::ExpiredAssignments,
        FindingKind::LookAlikeNames,
        FindingKind::BidirectionalControls(Vec::new()),
    ];
    kinds.push(FindingKind::HistoryBroken(
        mandate::domain::audit::chain::ChainBreak {
            number: 3,
            missing: false,
        },
    ));
    let codes: std::collections::BTreeSet<_> = kinds.iter().map(FindingKind::code).collect();
    assert_eq!(codes.len(), FindingCode::ALL.len());
    for kind in kinds {
        for names in [&["a"][..], &["a", "b"]] {
            let found = mandate::domain::review::Finding {
                kind: kind.clone(),
                people: names.iter().map(|name| id(name)).collect(),
                roles: vec![EXCHANGE],
                groups: Vec::new(),
                accepted: None,
            };
            let message = found.message(roles());
            for text in [&message.en, &message.nl] {
                assert!(!text.ends_with('.') && !text.contains(['{', '}']), "{text}");
            }
            assert_ne!(message.en, message.nl);
            let why = found.why();
            assert_ne!(why.en, why.nl);
            for text in [&why.en, &why.nl] {
                assert!(text.ends_with('.') && text.contains(". "), "{text}");
                let of = (kind.code(), text.clone());
                said.insert(of);
            }
        }
    }
    assert_eq!(said.len(), 2 * FindingCode::ALL.len());
    assert_eq!(
        FindingCode::TooManyGlobalAdministrators.severity(),
        Severity::Warning
    );
}
