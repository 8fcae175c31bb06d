//! What one person can do, in small tenants.

use mandate::domain::effective::{Access, Coverage, Standing, actions_in_force};
use mandate::domain::office365::{Grant, Limit, Office365Permission};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::rule::Rule;
use mandate::domain::tenant::{HeldThrough, Tenant};

use super::{ATTRIBUTE_DEFINITIONS, LICENSE, PURVIEW_READER, number, task, texts, to_do};
use crate::support::{
    BILLING, Fixture, GLOBAL, HELPDESK, Less, MESSAGE_CENTER, NOW, REPORTS_READER, TOMORROW, USERS,
    YESTERDAY, context, fixture, group_id, id, role_id,
};

fn access(tenant: &Tenant, name: &str) -> Access {
    Access::of(&context(), tenant, id(name))
}

/// Someone with a role of each standing.
fn mixed() -> Fixture {
    fixture()
        .unit("noord", &["anna"])
        .user("hugo")
        .holds(REPORTS_READER)
        .until(NOW)
        .holds(MESSAGE_CENTER)
        .since(TOMORROW)
        .holds(HELPDESK)
        .within("noord")
        .until(TOMORROW)
        .group("desk", &["hugo"])
        .holds(LICENSE)
        .eligible()
        .since(TOMORROW)
}

#[test]
fn every_way_is_told_with_its_standing() {
    let access = access(&mixed().build(), "hugo");
    let told: Vec<_> = access
        .holdings
        .iter()
        .map(|held| (held.standing, held.assignment.role, held.through))
        .collect();
    let desk = HeldThrough::Group(group_id("desk"));
    assert_eq!(
        told,
        [
            (Standing::InForce, HELPDESK, HeldThrough::Directly),
            (Standing::Eligible, LICENSE, desk),
            (Standing::Later, MESSAGE_CENTER, HeldThrough::Directly),
            (Standing::Expired, REPORTS_READER, HeldThrough::Directly),
        ]
    );
}

#[test]
fn what_counts_now_and_what_eligible_roles_would_add() {
    let tenant = mixed().build();
    let access = access(&tenant, "hugo");
    let helpdesk = [
        "microsoft.azure.serviceHealth/allEntities/allTasks",
        "microsoft.azure.supportTickets/allEntities/allTasks",
        "microsoft.directory/bitlockerKeys/key/read",
        "microsoft.directory/deviceLocalCredentials/standard/read",
        "microsoft.directory/users/invalidateAllRefreshTokens",
        "microsoft.directory/users/password/update",
        "microsoft.office365.serviceHealth/allEntities/allTasks",
        "microsoft.office365.supportTickets/allEntities/allTasks",
        "microsoft.office365.webPortal/allEntities/standard/read",
    ];
    assert_eq!(texts(&access.now.actions), helpdesk);
    assert_eq!(
        actions_in_force(&context(), &tenant, id("hugo")),
        access.now.actions
    );
    let added = access.with_eligible.actions.minus(&access.now.actions);
    assert_eq!(
        texts(&added),
        [
            "microsoft.directory/authorizationPolicy/standard/read",
            "microsoft.directory/groups/assignLicense",
            "microsoft.directory/groups/reprocessLicenseAssignment",
            "microsoft.directory/users/assignLicense",
            "microsoft.directory/users/reprocessLicenseAssignment",
            "microsoft.directory/users/usageLocation/update",
        ]
    );
    let grant = |permission: Office365Permission| {
        let place = permission as usize;
        (access.now.grants[place], access.with_eligible.grants[place])
    };
    let limited = Grant::Limited(Limit::NonAdminsOnly);
    assert_eq!(
        grant(Office365Permission::ResetUserPasswords),
        (limited, limited)
    );
    assert_eq!(
        grant(Office365Permission::ManageUserLicenses),
        (Grant::No, Grant::Yes)
    );
    assert!(!access.now.more_unknown);
}

#[test]
fn every_way_to_a_permission_an_action_and_a_need() {
    let tenant = mixed()
        .user("gina")
        .holds(GLOBAL)
        .holds(USERS)
        .eligible()
        .holds(HELPDESK)
        .until(YESTERDAY)
        .build();
    let context = context();
    let of = |name| access(&tenant, name);
    let roles = |held: Vec<mandate::domain::effective::Holding>| -> Vec<RoleTemplateId> {
        held.into_iter().map(|held| held.assignment.role).collect()
    };
    let reset = Office365Permission::ResetUserPasswords;
    let ways = of("gina").ways_to_permission(&context, reset);
    let told: Vec<_> = ways
        .into_iter()
        .map(|(held, grant)| (held.assignment.role, grant))
        .collect();
    let limited = Grant::Limited(Limit::NonAdminsOnly);
    assert_eq!(told, [(GLOBAL, Grant::Yes), (USERS, limited)]);

    // Global Administrator has it by a wider one.
    let password = number("microsoft.directory/users/password/update");
    assert_eq!(
        roles(of("gina").ways_to_action(&context, password)),
        [GLOBAL, USERS]
    );
    assert_eq!(
        roles(of("hugo").ways_to_action(&context, password)),
        [HELPDESK]
    );
    let wide = number("microsoft.directory/users/allProperties/allTasks");
    assert_eq!(roles(of("gina").ways_to_action(&context, wide)), [GLOBAL]);
    // Later is not yet.
    let read = number("microsoft.office365.messageCenter/messages/read");
    assert!(of("hugo").ways_to_action(&context, read).is_empty());

    let ways = of("gina").ways_to(&context, &to_do("…/users/allProperties/update"));
    let told: Vec<_> = ways
        .into_iter()
        .map(|(held, how)| (held.assignment.role, how))
        .collect();
    assert_eq!(told, [(GLOBAL, Coverage::Whole), (USERS, Coverage::Part)]);
}

#[test]
fn one_of_two_roles_that_go_together_is_a_part() {
    let run = task("Sign-in diagnostic", "Run from sign-in logs");
    let tenant = fixture()
        .user("half")
        .holds(BILLING)
        .user("both")
        .holds(BILLING)
        .holds(REPORTS_READER)
        .eligible()
        .build();
    let told = |name| -> Vec<_> {
        let ways = access(&tenant, name).ways_to(&context(), &run);
        ways.into_iter()
            .map(|(held, how)| (held.assignment.role, how))
            .collect()
    };
    assert_eq!(told("half"), [(BILLING, Coverage::Part)]);
    let both = [
        (BILLING, Coverage::Whole),
        (REPORTS_READER, Coverage::Whole),
    ];
    assert_eq!(told("both"), both);
}

#[test]
fn a_blocked_account_can_do_nothing_and_holds_what_it_holds() {
    let tenant = fixture().user("kim").blocked().holds(GLOBAL).build();
    let access = access(&tenant, "kim");
    assert_eq!(access.holdings.len(), 1);
    assert_eq!(access.now, access.with_eligible);
    assert!(access.now.actions.is_empty());
    assert_eq!(access.now.grants, [Grant::No; 15]);
    assert!(access.exceptions.is_empty());
}

#[test]
fn nobody_and_nothing() {
    let tenant = fixture().build();
    for name in ["piet", "stranger"] {
        let access = access(&tenant, name);
        assert!(access.holdings.is_empty() && access.now.actions.is_empty());
    }
}

#[test]
fn what_a_global_administrator_is_and_is_not() {
    let (crm, attributes) = (Rule::CrmSystemAdministrator, Rule::AttributeRolesNotImplied);
    let tenant = fixture()
        .unit("noord", &["piet"])
        .user("both")
        .holds(GLOBAL)
        .holds(ATTRIBUTE_DEFINITIONS)
        .user("scoped")
        .holds(GLOBAL)
        .within("noord")
        .user("soon")
        .holds(GLOBAL)
        .eligible()
        .user("late")
        .holds(GLOBAL)
        .holds(ATTRIBUTE_DEFINITIONS)
        .eligible()
        .build();
    let rules = |name| access(&tenant, name).exceptions;
    assert_eq!(rules("anna"), [crm, attributes]);
    assert_eq!(rules("both"), [crm]);
    assert_eq!(rules("scoped"), []);
    assert_eq!(rules("soon"), []);
    assert_eq!(rules("late"), [crm, attributes]);
}

#[test]
fn unknown_is_not_none() {
    let listed = ["microsoft.directory/users/password/update"];
    let tenant = fixture()
        .custom_role("known", &listed)
        .custom_role("odd", &[listed[0], "contoso.shop/orders/create"])
        .user("hugo")
        .holds(PURVIEW_READER)
        .user("kim")
        .holds(role_id("known"))
        .user("sam")
        .holds(role_id("odd"))
        .build();
    let catalogue = context().catalogue.for_tenant(&tenant);
    let context = mandate::domain::delegation::Context {
        catalogue: &catalogue,
        now: NOW,
    };
    let now = |name| Access::of(&context, &tenant, id(name)).now;
    assert!(now("hugo").more_unknown && now("hugo").actions.is_empty());
    assert!(!now("kim").more_unknown);
    assert_eq!(texts(&now("kim").actions), listed);
    assert!(now("sam").more_unknown);
    assert_eq!(texts(&now("sam").actions), listed);
}
