//! What would have to change for a refused Command to be allowed.

use std::time::{Duration, Instant};

use mandate::domain::command::Command;
use mandate::domain::delegation::decide;
use mandate::domain::effective::{Allowing, least_changes};
use mandate::domain::role::{DirectoryScope, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::SignIn;

use crate::support::{
    BILLING, Fixture, GLOBAL, HELPDESK, Less, PASSWORD, TOMORROW, USERS, contact, context,
    everything, fixture, given, given_to_group, id, named, unit_id,
};

fn changes(tenant: &Fixture, actor: &str, command: &Command) -> Vec<Allowing> {
    least_changes(&context(), &tenant.build(), id(actor), command, 10)
}

fn tenant_wide(role: RoleTemplateId) -> Allowing {
    Allowing::Assign {
        role,
        scope: DirectoryScope::Tenant,
    }
}

fn within(unit: &str, role: RoleTemplateId) -> Allowing {
    Allowing::Assign {
        role,
        scope: DirectoryScope::AdministrativeUnit(unit_id(unit)),
    }
}

#[test]
fn the_least_role_that_resets_a_password() {
    let tenant = fixture().user("hugo");
    let reset = Command::ResetPassword(id("piet"));
    // Password Administrator has two actions; whoever has those and more is left out, and so is
    // whoever has more privileged ones and lacks the portal.
    let found = changes(&tenant, "hugo", &reset);
    assert_eq!(found.first(), Some(&tenant_wide(PASSWORD)));
    assert!(!found.contains(&tenant_wide(HELPDESK)), "{found:?}");
    assert!(!found.contains(&tenant_wide(GLOBAL)), "{found:?}");
}

#[test]
fn a_unit_the_person_is_in_is_enough() {
    let tenant = fixture()
        .unit("noord", &["piet", "anna"])
        .unit("bureau", &["piet"])
        .unit("zuid", &["anna"])
        .user("hugo");
    let found = changes(&tenant, "hugo", &Command::ResetPassword(id("piet")));
    // The smaller of the two units that piet is in.
    assert_eq!(found.first(), Some(&within("bureau", PASSWORD)));
    let found = changes(&tenant, "hugo", &Command::ResetPassword(id("hugo")));
    assert_eq!(found.first(), Some(&tenant_wide(PASSWORD)));
    let licences = Command::SetLicences {
        user: id("piet"),
        licences: [everything()].into(),
    };
    let both = Command::Batch(vec![Command::ResetPassword(id("piet")), licences.clone()]);
    let found = changes(&tenant, "hugo", &both);
    let in_bureau = |one: &Allowing| {
        matches!(one, Allowing::Assign { scope, .. } if *scope
            == DirectoryScope::AdministrativeUnit(unit_id("bureau")))
    };
    assert!(
        !found.is_empty() && found.iter().all(in_bureau),
        "{found:?}"
    );
    let apart = Command::Batch(vec![licences, Command::ResetPassword(id("anna"))]);
    let found = changes(&tenant, "hugo", &apart);
    assert!(
        !found.is_empty() && !found.iter().any(in_bureau),
        "{found:?}"
    );
}

#[test]
fn what_can_be_taken_up_comes_first() {
    let tenant = fixture()
        .user("hugo")
        .holds(GLOBAL)
        .eligible()
        .holds(USERS)
        .eligible()
        .since(TOMORROW)
        .group("desk", &["hugo"])
        .holds(HELPDESK)
        .eligible();
    let found = changes(&tenant, "hugo", &Command::ResetPassword(id("piet")));
    // Global Administrator's actions contain all of Helpdesk's but one, so both stand.
    let helpdesk = Allowing::TakeUp(given_to_group("desk", HELPDESK).eligible());
    let global = Allowing::TakeUp(given("hugo", GLOBAL).eligible());
    assert_eq!(found[..3], [helpdesk, global, tenant_wide(PASSWORD)]);
    let most = least_changes(
        &context(),
        &tenant.build(),
        id("hugo"),
        &Command::ResetPassword(id("piet")),
        1,
    );
    assert_eq!(most, found[..1]);
}

#[test]
fn only_a_global_administrator_gives_roles() {
    let tenant = fixture().unit("noord", &["piet"]).user("hugo").holds(USERS);
    let assign = Command::AssignRole(given("piet", HELPDESK));
    assert_eq!(changes(&tenant, "hugo", &assign), [tenant_wide(GLOBAL)]);
    let eligible = fixture().user("hugo").holds(GLOBAL).eligible();
    let take_up = Allowing::TakeUp(given("hugo", GLOBAL).eligible());
    assert_eq!(
        changes(&eligible, "hugo", &assign),
        [take_up, tenant_wide(GLOBAL)]
    );
}

#[test]
fn what_no_role_lifts() {
    let tenant = fixture()
        .user("hugo")
        .holds(USERS)
        .user("sync")
        .synced()
        .user("kim")
        .blocked();
    let nothing: [Allowing; 0] = [];
    // R3: the last Global Administrator stays, whoever asks. A Global Administrator for a moment
    // makes no other lasting one.
    for actor in ["anna", "hugo"] {
        let last = Command::RevokeRole(given("anna", GLOBAL));
        assert_eq!(changes(&tenant, actor, &last), nothing);
        let blocked = Command::SetSignIn {
            user: id("anna"),
            sign_in: SignIn::Blocked,
        };
        assert_eq!(changes(&tenant, actor, &blocked), nothing);
    }
    // R25 and R7.
    let renamed = Command::EditProfile {
        user: id("sync"),
        profile: named("Anders"),
    };
    assert_eq!(changes(&tenant, "hugo", &renamed), nothing);
    let inside = Command::EditContact {
        user: id("piet"),
        contact: contact(Some("piet@contoso.nl"), None),
    };
    assert_eq!(changes(&tenant, "kim", &inside), nothing);
    assert_eq!(changes(&tenant, "hugo", &inside), nothing);
    // A blocked actor, one who is not there, and what is allowed already.
    let reset = Command::ResetPassword(id("piet"));
    assert_eq!(changes(&tenant, "kim", &reset), nothing);
    assert_eq!(changes(&tenant, "stranger", &reset), nothing);
    assert_eq!(changes(&tenant, "anna", &reset), nothing);
}

#[test]
fn a_role_that_may_not_be_given_is_not_proposed() {
    let more_seats = |tenant: &Fixture| {
        let mut sold = tenant.build().subscriptions().to_vec();
        sold[0].seats += 1;
        Command::SetSubscriptions(sold)
    };
    let tenant = fixture().user("hugo");
    let found = changes(&tenant, "hugo", &more_seats(&tenant));
    assert_eq!(found.first(), Some(&tenant_wide(BILLING)));
    // R10: bought from someone else than Microsoft.
    let tenant = tenant.bought_from("Reseller");
    let found = changes(&tenant, "hugo", &more_seats(&tenant));
    assert_eq!(found, [tenant_wide(GLOBAL)]);
}

#[test]
fn every_proposal_works_and_the_tenant_stays_as_it_was() {
    let tenant = fixture()
        .unit("noord", &["piet", "gina"])
        .user("gina")
        .holds(USERS)
        .user("hugo")
        .holds(HELPDESK)
        .eligible();
    let before = tenant.build();
    let commands = [
        Command::ResetPassword(id("gina")),
        Command::DeleteUser(id("gina")),
        Command::DeleteUser(id("piet")),
        Command::SetSignIn {
            user: id("piet"),
            sign_in: SignIn::Blocked,
        },
        Command::RevokeRole(given("gina", USERS)),
    ];
    for command in commands {
        let found = least_changes(&context(), &before, id("hugo"), &command, 10);
        assert!(!found.is_empty(), "{command:?}");
        for change in found {
            let given = match change {
                Allowing::TakeUp(mut held) => {
                    held.kind = mandate::domain::role::AssignmentKind::Active;
                    held
                }
                Allowing::Assign { role, scope } => {
                    let mut held = given("hugo", role);
                    held.scope = scope;
                    held
                }
            };
            let after: Tenant = tenant.clone().with(given).build();
            let decision = decide(&context(), &after, id("hugo"), &command);
            assert!(decision.is_allowed(), "{command:?} with {given:?}");
        }
    }
    assert!(before.same_state(&tenant.build()));
}

#[test]
fn it_is_quick_where_nothing_helps() {
    let tenant = fixture().user("hugo").holds(USERS).build();
    let last = Command::RevokeRole(given("anna", GLOBAL));
    let began = Instant::now();
    for _ in 0..20 {
        assert!(least_changes(&context(), &tenant, id("hugo"), &last, 5).is_empty());
    }
    assert!(began.elapsed() < Duration::from_secs(2));
}
