//! Who can do something, in small tenants.

use mandate::domain::effective::{Coverage, Need, WhoCan};
use mandate::domain::office365::Office365Permission;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::UserId;

use super::{DOMAIN_NAMES, names, task, to_do};
use crate::support::{
    BILLING, EXCHANGE, GLOBAL, GROUPS, HELPDESK, Less, NOW, PASSWORD, REPORTS_READER, TOMORROW,
    USERS, context, empty, fixture, id,
};

fn people(tenant: &Tenant, need: &Need) -> Vec<UserId> {
    let context = context();
    WhoCan::ask(&context, tenant, need).people(&context, tenant)
}

fn ids(names: &[&str]) -> Vec<UserId> {
    let mut ids: Vec<_> = names.iter().map(|name| id(name)).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn people_are_found_by_the_way_they_can() {
    let tenant = fixture()
        .unit("noord", &["piet"])
        .user("hugo")
        .holds(HELPDESK)
        .user("soon")
        .holds(HELPDESK)
        .eligible()
        .user("gone")
        .holds(HELPDESK)
        .until(NOW)
        .user("later")
        .holds(PASSWORD)
        .since(TOMORROW)
        .user("kim")
        .blocked()
        .holds(PASSWORD)
        .user("ursula")
        .holds(USERS)
        .within("noord")
        .user("both")
        .holds(HELPDESK)
        .group("desk", &["both", "piet", "kim"])
        .holds(PASSWORD)
        .group("club", &["piet"])
        .ordinary()
        .build();
    let context = context();
    let answer = WhoCan::ask(&context, &tenant, &to_do("…/users/password/update"));
    let told: Vec<_> = answer
        .held
        .iter()
        .map(|way| (way.serving.role, way.assignments.len()))
        .collect();
    // The catalogue's order; what is over is no assignment any more.
    assert_eq!(
        told,
        [(GLOBAL, 1), (HELPDESK, 3), (PASSWORD, 3), (USERS, 1)]
    );
    assert_eq!(
        names(answer.unheld.iter().map(|one| one.role)),
        [
            "Authentication Administrator",
            "Partner Tier1 Support",
            "Partner Tier2 Support",
            "Privileged Authentication Administrator",
            "Security Operator",
            "Entra SOC Identity Responder",
        ]
    );
    let expected = ids(&["anna", "hugo", "ursula", "both", "piet"]);
    assert_eq!(answer.people(&context, &tenant), expected);
}

#[test]
fn wholly_serving_roles_come_first() {
    let tenant = fixture()
        .user("exo")
        .holds(EXCHANGE)
        .user("groups")
        .holds(GROUPS)
        .build();
    let answer = WhoCan::ask(&context(), &tenant, &to_do("…/groups/members/update"));
    let told: Vec<_> = answer
        .held
        .iter()
        .map(|way| (way.serving.role, way.serving.coverage))
        .collect();
    assert_eq!(
        told,
        [
            (GLOBAL, Coverage::Whole),
            (GROUPS, Coverage::Whole),
            (EXCHANGE, Coverage::Part),
        ]
    );
    let first_part = answer
        .unheld
        .iter()
        .position(|one| one.coverage == Coverage::Part);
    // Directory Writers, Identity Governance, two of partners and User Administrator go before.
    assert_eq!(first_part, Some(5));
    assert_eq!(people(&tenant, &to_do("…/groups/members/update")).len(), 3);
    let need = to_do("…/groups.security/members/update");
    assert_eq!(people(&tenant, &need), ids(&["anna", "groups"]));
}

#[test]
fn nobody_is_an_answer() {
    let tenant = empty()
        .user("piet")
        .user("dora")
        .holds(DOMAIN_NAMES)
        .build();
    let need = Need::Permission(Office365Permission::ManageDomains);
    assert_eq!(people(&tenant, &need), ids(&["dora"]));
    let need = Need::Permission(Office365Permission::PerformBillingAndPurchasing);
    assert!(people(&tenant, &need).is_empty());
    assert!(people(&tenant, &task("Devices", "Read basic configuration")).is_empty());
    let need = to_do("contoso.shop/orders/create");
    let context = context();
    let answer = WhoCan::ask(&context, &tenant, &need);
    assert!(answer.held.is_empty() && answer.unheld.is_empty());
}

#[test]
fn roles_that_go_together_are_asked_of_one_person() {
    let run = task("Sign-in diagnostic", "Run from sign-in logs");
    let half = |roles: &[(&str, RoleTemplateId)]| {
        let tenant = roles.iter().fold(empty(), |tenant, (name, role)| {
            tenant.user(name).holds(*role)
        });
        people(&tenant.build(), &run)
    };
    assert!(half(&[("bill", BILLING)]).is_empty());
    assert!(half(&[("bill", BILLING), ("rita", REPORTS_READER)]).is_empty());
    let tenant = empty()
        .user("bill")
        .holds(BILLING)
        .user("both")
        .holds(BILLING)
        .group("readers", &["both"])
        .holds(REPORTS_READER)
        .build();
    assert_eq!(people(&tenant, &run), ids(&["both"]));
}
