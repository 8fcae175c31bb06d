//! Accepted findings: until when, for whom, and what is never accepted.

use mandate::domain::delegation::Context;
use mandate::domain::review::FindingCode::{
    BidirectionalControls, BlockedHoldRoles, ChangedOutside, ExpiredAssignments, GuestsHoldRoles,
    RoleNotAssignable, TooFewGlobalAdministrators, TooManyGlobalAdministrators,
    UnprotectedGroupOwners,
};
use mandate::domain::review::{Finding, FindingAbout, FindingCode, FindingKey, Severity, review};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;

use super::{accept, acceptance, calm, findings, of, one};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, PARTNER_TIER1, PARTNER_TIER2, TOMORROW,
    USERS, YESTERDAY, context, empty, group_id, id, roles,
};

/// Who a finding concerns, in one word each.
fn named(finding: &Finding) -> Vec<&'static str> {
    let all = ["nood1", "nood2", "a", "b", "c", "d", "e", "f"];
    let name = |user| {
        all.into_iter()
            .find(|name| id(name) == user)
            .expect("known")
    };
    finding.people.iter().map(|user| name(*user)).collect()
}

/// The open findings of a sort and the accepted ones, by whom they concern.
fn parted(tenant: &Tenant, code: FindingCode) -> [Vec<Vec<&'static str>>; 2] {
    let found = of(tenant, code);
    let (open, accepted): (Vec<_>, Vec<_>) = found.iter().partition(|one| one.is_open());
    [open, accepted].map(|part| part.into_iter().map(named).collect())
}

fn guests() -> Fixture {
    let one = calm().user("c").guest().holds(EXCHANGE);
    one.user("d").guest().holds(USERS).eligible()
}

#[test]
fn an_acceptance_holds_until_its_end() {
    let tenant = guests()
        .review(accept(GuestsHoldRoles, "c d", TOMORROW))
        .build();
    let found = one(&tenant, GuestsHoldRoles);
    assert_eq!(found.accepted, Some(acceptance("c d", TOMORROW)));
    assert!(!found.is_open());
    assert_eq!(named(&found), ["c", "d"]);

    // The clock goes on and nothing else happens.
    for (now, open) in [(NOW, false), (YESTERDAY, false), (TOMORROW, true)] {
        let context = Context {
            catalogue: roles(),
            now,
        };
        let found = review(&context, &tenant);
        let mut found = found.iter().filter(|it| it.kind.code() == GuestsHoldRoles);
        assert_eq!(found.next().map(Finding::is_open), Some(open));
    }
}

#[test]
fn who_joins_later_is_found_apart() {
    let tenant = guests()
        .review(accept(GuestsHoldRoles, "c", TOMORROW))
        .build();
    assert_eq!(parted(&tenant, GuestsHoldRoles), [[["d"]], [["c"]]]);
    let found = of(&tenant, GuestsHoldRoles);
    // Each part tells the roles of its own people, and mends them alone.
    assert_eq!(found[0].roles, [USERS]);
    assert_eq!(found[1].roles, [EXCHANGE]);
    assert_eq!(found[0].fix(&context(), &tenant).len(), 1);

    // Who left since concerns nobody.
    let gone = guests().review(accept(GuestsHoldRoles, "c d e gone", TOMORROW));
    assert_eq!(parted(&gone.build(), GuestsHoldRoles)[1], [["c", "d"]]);
    let others = guests().review(accept(GuestsHoldRoles, "gone", TOMORROW));
    assert_eq!(parted(&others.build(), GuestsHoldRoles)[0], [["c", "d"]]);
    assert_eq!(
        parted(&others.build(), GuestsHoldRoles)[1],
        Vec::<Vec<&str>>::new()
    );
    // Another sort's acceptance is nothing to it.
    let other = guests().review(accept(BlockedHoldRoles, "c d", TOMORROW));
    assert_eq!(parted(&other.build(), GuestsHoldRoles)[0], [["c", "d"]]);
}

#[test]
fn what_is_counted_comes_up_whole() {
    let globals = |names: &str| {
        let names = names.split_whitespace();
        names.fold(calm(), |it, name| it.user(name).holds(GLOBAL))
    };
    let code = TooManyGlobalAdministrators;
    let known = accept(code, "a b c d e", TOMORROW);
    let tenant = globals("a b c d e f").review(known).build();
    assert_eq!(
        parted(&tenant, code),
        [vec![vec!["a", "b", "c", "d", "e", "f"]], vec![]]
    );
    // One fewer is no worse.
    let fewer = globals("a b c d e").review(accept(code, "a b c d e f", TOMORROW));
    assert_eq!(
        parted(&fewer.build(), code),
        [vec![], vec![vec!["a", "b", "c", "d", "e"]]]
    );
}

#[test]
fn too_few_is_accepted_as_it_was() {
    let code = TooFewGlobalAdministrators;
    let alone = empty().user("a").holds(GLOBAL);
    let known = alone.clone().review(accept(code, "a", TOMORROW));
    assert_eq!(parted(&known.build(), code), [vec![], vec![vec!["a"]]]);
    let nobody = alone.blocked().review(accept(code, "a", TOMORROW));
    assert_eq!(
        parted(&nobody.build(), code),
        [vec![Vec::<&str>::new()], vec![]]
    );
    let another = empty().user("b").holds(GLOBAL);
    let another = another.review(accept(code, "a", TOMORROW));
    assert_eq!(parted(&another.build(), code), [vec![vec!["b"]], vec![]]);
}

#[test]
fn a_finding_about_one_role_or_group_is_accepted_by_itself() {
    let role = |role: RoleTemplateId| FindingKey {
        code: RoleNotAssignable,
        about: FindingAbout::Role(role),
    };
    let both = calm().user("c").holds(PARTNER_TIER1).holds(PARTNER_TIER2);
    let both = both.review(|settings| {
        let known = acceptance("c", TOMORROW);
        settings.accepted.insert(role(PARTNER_TIER2), known);
    });
    let found = of(&both.build(), RoleNotAssignable);
    let told: Vec<_> = found.iter().map(|it| (&*it.roles, it.is_open())).collect();
    assert_eq!(
        told,
        [(&[PARTNER_TIER1][..], true), (&[PARTNER_TIER2][..], false)]
    );

    let owned = calm().user("c").guest();
    let owned = owned.group("g", &[]).holds(HELPDESK).owned_by(&["c"]);
    let owned = owned.group("h", &[]).holds(HELPDESK).owned_by(&["c"]);
    let owned = owned.review(|settings| {
        let about = FindingAbout::Group(group_id("g"));
        let code = UnprotectedGroupOwners;
        let known = acceptance("c", TOMORROW);
        settings.accepted.insert(FindingKey { code, about }, known);
    });
    let found = of(&owned.build(), UnprotectedGroupOwners);
    let told: Vec<_> = found
        .iter()
        .map(|it| (it.groups[0], it.is_open()))
        .collect();
    assert_eq!(told, [(group_id("h"), true), (group_id("g"), false)]);
}

#[test]
fn what_is_no_person_is_accepted_as_it_is() {
    let over = calm().user("c").holds(EXCHANGE).until(NOW);
    let over = over.group("g", &[]).holds(HELPDESK).until(NOW);
    let tenant = over
        .review(accept(ExpiredAssignments, "", TOMORROW))
        .build();
    let found = of(&tenant, ExpiredAssignments);
    assert_eq!(found.len(), 2);
    assert_eq!((named(&found[0]), &*found[0].groups), (vec!["c"], &[][..]));
    assert_eq!(found[0].roles, [EXCHANGE]);
    assert_eq!(
        (named(&found[1]), &*found[1].groups),
        (vec![], &[group_id("g")][..])
    );
    assert_eq!(found[1].roles, [HELPDESK]);

    let hidden = calm().group("g\u{200b}", &[]).user("c");
    let hidden = hidden.but(|user| user.profile.display_name = "A\u{200b}".into());
    let tenant = hidden
        .review(accept(BidirectionalControls, "", TOMORROW))
        .build();
    let found = of(&tenant, BidirectionalControls);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].fix(&context(), &tenant).len(), 1);
    assert!(found[0].is_open() && !found[1].is_open());
}

#[test]
fn open_ones_come_first_and_the_worst_of_each() {
    let tenant = guests()
        .user("e")
        .holds(EXCHANGE)
        .blocked()
        .user("f")
        .holds(PARTNER_TIER1)
        .review(accept(BlockedHoldRoles, "e", TOMORROW))
        .review(accept(GuestsHoldRoles, "c", TOMORROW))
        .build();
    let found = findings(&tenant);
    let order: Vec<_> = (found.iter())
        .map(|it| (it.is_open(), it.severity(), it.kind.code()))
        .collect();
    let expected = [
        (
            true,
            Severity::Warning,
            FindingCode::PermanentPrivilegedAssignments,
        ),
        (true, Severity::Warning, RoleNotAssignable),
        (true, Severity::Info, GuestsHoldRoles),
        (false, Severity::Warning, BlockedHoldRoles),
        (false, Severity::Info, GuestsHoldRoles),
    ];
    assert_eq!(order, expected);
}

#[test]
fn a_file_that_can_not_be_trusted_is_never_accepted() {
    let refused = FindingCode::ALL
        .into_iter()
        .filter(|code| !code.can_be_accepted());
    assert!(refused.eq([ChangedOutside, FindingCode::HistoryBroken]));
    assert!(Finding::changed_outside().is_open());
}
