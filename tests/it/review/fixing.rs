//! What mends a finding: once it is carried out the finding is gone, undone it is back.

use mandate::domain::apply::{Applied, Assent, apply};
use mandate::domain::audit::AuditOrigin;
use mandate::domain::command::Command;
use mandate::domain::group::MemberSet;
use mandate::domain::organization::Service;
use mandate::domain::review::FindingCode;
use mandate::domain::review::FindingCode::{
    AlternateEmailInside, BidirectionalControls, BillingThroughPartner, BlockedHoldRoles,
    BreakGlassUnusable, ExpiredAssignments, GuestsHoldRoles, LookAlikeNames,
    NeverSignedInHoldRoles, PermanentPrivilegedAssignments, RedundantRoles, RoleNotAssignable,
    RoleWithoutService, ServiceAdministratorAlone, SynchronisedHoldRoles,
    TooManyGlobalAdministrators, UnprotectedGroupOwners,
};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::User;

use super::{calm, of, one, people};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, PARTNER_TIER1, PHONE, SECURITY,
    SERVICE, SHAREPOINT, TOMORROW, USERS, YESTERDAY, contact, context, empty, given,
    given_to_group, group_id, id, named, role_id, unit_id,
};

const MESSAGES: &str = "microsoft.office365.messageCenter/messages/read";
const TICKETS: &str = "microsoft.azure.supportTickets/allEntities/allTasks";

fn run(tenant: &mut Tenant, command: &Command) -> Applied {
    let assent = Assent::because("de controle vond het");
    match apply(&context(), tenant, id("nood1"), command, &assent) {
        Ok(applied) => applied,
        Err(refusal) => panic!("{command:?}: {refusal:?}"),
    }
}

/// Carries out what mends the finding, which is to be `expected`; then takes it all back.
fn check(code: FindingCode, fixture: &Fixture, expected: &[Command]) {
    let mut tenant = fixture.build();
    let before = tenant.clone();
    let finding = one(&tenant, code);
    let commands = finding.fix(&context(), &tenant);
    assert_eq!(commands, expected, "{code:?}");
    let done: Vec<_> = commands.iter().map(|it| run(&mut tenant, it)).collect();
    assert_eq!(of(&tenant, code), [], "{code:?}");
    for applied in done.iter().rev() {
        let assent = Assent {
            origin: AuditOrigin::Undo(applied.entry.expect("an entry")),
            ..Assent::because("toch niet")
        };
        let undone = apply(
            &context(),
            &mut tenant,
            id("nood1"),
            &applied.inverse,
            &assent,
        );
        assert!(undone.is_ok(), "{code:?}: {undone:?}");
    }
    assert!(tenant.same_state(&before));
    assert_eq!(one(&tenant, code), finding);
}

/// Expects that nothing is proposed.
fn check_nothing(code: FindingCode, fixture: &Fixture) {
    let tenant = fixture.build();
    let finding = one(&tenant, code);
    assert_eq!(finding.fix(&context(), &tenant), [], "{code:?}");
}

fn revoke(name: &str, role: RoleTemplateId) -> Command {
    Command::RevokeRole(given(name, role))
}

#[test]
fn roles_that_should_not_be_held_are_revoked() {
    let retired = calm().user("c").holds(PARTNER_TIER1).eligible();
    let retired = retired.user("d").group("g", &["d"]).holds(PARTNER_TIER1);
    let expected = [
        Command::RevokeRole(given("c", PARTNER_TIER1).eligible()),
        Command::RevokeRole(given_to_group("g", PARTNER_TIER1)),
    ];
    check(RoleNotAssignable, &retired, &expected);

    let unsold = calm().user("c").holds(SHAREPOINT);
    let unsold = unsold.sold(&[Service::ExchangeOnline]);
    check(RoleWithoutService, &unsold, &[revoke("c", SHAREPOINT)]);
    let nobody = calm().group("g", &[]).holds(SHAREPOINT).sold(&[]);
    let expected = [Command::RevokeRole(given_to_group("g", SHAREPOINT))];
    check(RoleWithoutService, &nobody, &expected);

    let reseller = calm().bought_from("Reseller").user("c").holds(BILLING);
    check(BillingThroughPartner, &reseller, &[revoke("c", BILLING)]);

    let alone = calm().user("c").holds(SERVICE).holds(USERS);
    check(ServiceAdministratorAlone, &alone, &[revoke("c", SERVICE)]);
}

#[test]
fn accounts_lose_what_they_hold_themselves() {
    let blocked = calm().user("c").holds(EXCHANGE).holds(SERVICE).blocked();
    // The Service administrator goes first, since it may not stay behind.
    let expected = [revoke("c", SERVICE), revoke("c", EXCHANGE)];
    check(BlockedHoldRoles, &blocked, &expected);

    let guest = calm().user("c").guest().holds(HELPDESK).until(TOMORROW);
    let guest = guest.holds(USERS).until(NOW);
    let held = Command::RevokeRole(given("c", HELPDESK).until(TOMORROW));
    check(GuestsHoldRoles, &guest, &[held]);

    let seen = |user: &mut User| user.last_sign_in = Some(YESTERDAY);
    let never = calm().user("c").but(seen).user("d").holds(EXCHANGE);
    check(NeverSignedInHoldRoles, &never, &[revoke("d", EXCHANGE)]);

    // What comes through a group takes judgement.
    let group = calm().user("c").guest().group("g", &["c"]).holds(HELPDESK);
    check_nothing(GuestsHoldRoles, &group);
}

#[test]
fn the_last_lasting_global_administrator_stays() {
    let guests = empty().user("a").holds(GLOBAL).guest();
    let guests = guests.user("b").holds(GLOBAL).guest();
    let tenant = guests.user("c").holds(GLOBAL).until(TOMORROW).build();
    let commands = one(&tenant, GuestsHoldRoles).fix(&context(), &tenant);
    assert_eq!(commands, [revoke("a", GLOBAL)]);

    let blocked = empty().user("a").holds(GLOBAL).user("b").holds(GLOBAL);
    let tenant = blocked.blocked().build();
    let commands = one(&tenant, BlockedHoldRoles).fix(&context(), &tenant);
    assert_eq!(commands, [revoke("b", GLOBAL)]);
}

#[test]
fn what_is_over_or_adds_nothing_is_revoked() {
    let over = calm().user("c").holds(EXCHANGE).until(NOW).holds(USERS);
    let over = over.group("g", &["c"]).holds(HELPDESK).until(YESTERDAY);
    let expected = [
        Command::RevokeRole(given("c", EXCHANGE).until(NOW)),
        Command::RevokeRole(given_to_group("g", HELPDESK).until(YESTERDAY)),
    ];
    check(ExpiredAssignments, &over, &expected);

    let both = calm()
        .custom_role("Wide", &[TICKETS, MESSAGES])
        .custom_role("Narrow", &[TICKETS])
        .user("c")
        .holds(role_id("Wide"))
        .holds(role_id("Narrow"));
    check(RedundantRoles, &both, &[revoke("c", role_id("Narrow"))]);
}

#[test]
fn alternate_addresses_inside_are_cleared_and_phones_stay() {
    let inside = calm()
        .user("c")
        .but(|user| user.contact = contact(Some("c@contoso.nl"), Some(PHONE)));
    let clear = Command::EditContact {
        user: id("c"),
        contact: contact(None, Some(PHONE)),
    };
    check(AlternateEmailInside, &inside, &[clear]);
}

#[test]
fn people_become_eligible_for_what_was_always_on() {
    let only = |name: &str, held: &[RoleAssignment]| Command::SetAssignments {
        principal: Principal::User(id(name)),
        assignments: held.iter().copied().collect(),
    };
    let fixture = calm()
        .unit("u", &[])
        .user("c")
        .holds(HELPDESK)
        .holds(EXCHANGE)
        .holds(SECURITY)
        .until(TOMORROW)
        .user("d")
        .holds(USERS)
        .within("u");
    let expected = [
        only(
            "c",
            &[
                given("c", HELPDESK).eligible(),
                given("c", EXCHANGE),
                given("c", SECURITY).until(TOMORROW),
            ],
        ),
        only("d", &[given("d", USERS).within("u").eligible()]),
    ];
    check(PermanentPrivilegedAssignments, &fixture, &expected);

    // Global Administrators, who is eligible already, and what can't be given any more.
    let left = calm()
        .user("c")
        .holds(GLOBAL)
        .user("d")
        .holds(USERS)
        .holds(USERS)
        .eligible()
        .user("e")
        .holds(PARTNER_TIER1);
    check_nothing(PermanentPrivilegedAssignments, &left);
}

#[test]
fn owners_who_are_not_looked_after_are_taken_out() {
    let fixture = calm().user("c").guest().user("d").holds(USERS);
    let fixture = fixture.group("g", &[]).holds(HELPDESK);
    let out = Command::SetMembership {
        set: MemberSet::Owners(group_id("g")),
        user: id("c"),
        included: false,
    };
    check(
        UnprotectedGroupOwners,
        &fixture.owned_by(&["c", "d"]),
        &[out],
    );
}

#[test]
fn names_lose_what_is_not_seen() {
    let hidden =
        |name: &'static str| move |user: &mut User| user.profile.display_name = name.into();
    let fixture = calm()
        .user("c")
        .but(hidden("A\u{202e}nna"))
        .group("Be\u{200b}heer", &[])
        .unit("noord", &[])
        .called("No\u{2066}ord")
        .custom_role("Taken\u{200f}", &[MESSAGES])
        .role_sets(&[("Set\u{61c}", &[EXCHANGE])]);
    let mut role = fixture.build().custom_roles()[&role_id("Taken\u{200f}")].clone();
    role.name = "Taken".into();
    let set = |name: &str, roles: Option<&[RoleTemplateId]>| Command::SetRoleSet {
        name: name.into(),
        roles: roles.map(|roles| roles.iter().copied().collect()),
    };
    let expected = [
        Command::EditProfile {
            user: id("c"),
            profile: named("Anna"),
        },
        Command::RenameGroup {
            group: group_id("Be\u{200b}heer"),
            name: "Beheer".into(),
        },
        Command::RenameUnit {
            unit: unit_id("noord"),
            name: "Noord".into(),
        },
        Command::SetCustomRole {
            id: role.id,
            role: Some(Box::new(role)),
        },
        Command::Batch(vec![set("Set\u{61c}", None), set("Set", Some(&[EXCHANGE]))]),
    ];
    check(BidirectionalControls, &fixture, &expected);
}

#[test]
fn names_that_can_not_be_given_are_left_alone() {
    let hidden =
        |name: &'static str| move |user: &mut User| user.profile.display_name = name.into();
    let nothing_left = calm().user("c").but(hidden("\u{202e}"));
    check_nothing(BidirectionalControls, &nothing_left);
    let synced = calm().user("c").synced().but(hidden("A\u{202e}nna"));
    check_nothing(BidirectionalControls, &synced);
    let taken = calm()
        .custom_role("Taken", &[MESSAGES])
        .custom_role("TAKEN\u{200f}", &[MESSAGES])
        .role_sets(&[("Set\u{61c}", &[EXCHANGE]), ("Set", &[EXCHANGE])]);
    check_nothing(BidirectionalControls, &taken);
    // Of two that would be called the same, one is.
    let two = calm().role_sets(&[("Set\u{61c}", &[]), ("Set\u{200f}", &[])]);
    let tenant = two.build();
    let found = one(&tenant, BidirectionalControls);
    assert_eq!(found.fix(&context(), &tenant).len(), 1);
}

#[test]
fn what_takes_judgement_is_left_to_it() {
    let synced = calm().user("c").holds(EXCHANGE).synced();
    check_nothing(SynchronisedHoldRoles, &synced);
    let unusable = calm().review(|settings| settings.break_glass = people("nood1 c"));
    check_nothing(BreakGlassUnusable, &unusable.user("c"));
    let named = |name: &'static str| move |user: &mut User| user.profile.display_name = name.into();
    let alike = calm().user("c").but(named("Olaf")).holds(EXCHANGE);
    check_nothing(LookAlikeNames, &alike.user("d").but(named("0laf")));
    let people = ["a", "b", "c", "d", "e"];
    let many = people
        .iter()
        .fold(calm(), |it, name| it.user(name).holds(GLOBAL));
    check_nothing(TooManyGlobalAdministrators, &many);
}

#[test]
fn accounts_kept_for_emergencies_are_left_to_judgement() {
    let kept = |fixture: Fixture| {
        fixture.review(|settings| settings.break_glass = [id("nood1"), id("nood2"), id("c")].into())
    };
    let blocked = kept(calm().user("c").holds(GLOBAL).blocked());
    let blocked = blocked.user("d").holds(EXCHANGE).blocked().build();
    let commands = one(&blocked, BlockedHoldRoles).fix(&context(), &blocked);
    assert_eq!(commands, [revoke("d", EXCHANGE)]);
    check_nothing(
        GuestsHoldRoles,
        &kept(calm().user("c").guest().holds(GLOBAL)),
    );
}

#[test]
fn where_no_global_administrator_lasts_those_of_now_stay() {
    let guest = empty().user("a").guest().holds(GLOBAL).until(TOMORROW);
    let tenant = guest.holds(USERS).build();
    let commands = one(&tenant, GuestsHoldRoles).fix(&context(), &tenant);
    assert_eq!(commands, [revoke("a", USERS)]);
}

#[test]
fn the_companion_of_a_service_administrator_stays() {
    // The gate would refuse to take it (R12).
    let held = calm().user("c").holds(GLOBAL).holds(EXCHANGE);
    let tenant = held.clone().holds(SERVICE).eligible().build();
    assert_eq!(of(&tenant, RedundantRoles), []);
    let whole = held.holds(SERVICE);
    let expected = [revoke("c", SERVICE), revoke("c", EXCHANGE)];
    check(RedundantRoles, &whole, &expected);
}
