//! What the catalogue makes of a tenant's own roles.

use std::borrow::Cow;
use std::sync::Arc;

use mandate::domain::apply::Assent;
use mandate::domain::catalogue::{Edition, RoleCatalogue};
use mandate::domain::effective::allows_more_unknown;
use mandate::domain::office365::{Grant, Office365Permission};
use mandate::domain::role::{ActionSource, RoleActions, RoleCategory};
use mandate::domain::tenant::Tenant;
use mandate::session::Session;

use super::{CREATE, PASSWORDS, TICKETS, delete, make};
use crate::support::{GLOBAL, HELPDESK, NOW, custom_role, fixture, id, role_id, roles};

fn made_for(tenant: &Tenant) -> RoleCatalogue {
    roles().for_tenant(tenant).into_owned()
}

#[test]
fn a_role_is_privileged_when_one_of_its_actions_is() {
    let tenant = fixture()
        .custom_role("Tickets", &[TICKETS])
        .custom_role("Aannemen", &[TICKETS, CREATE])
        .build();
    let catalogue = made_for(&tenant);
    let privileged = |name| catalogue.role(role_id(name)).unwrap().privileged;
    assert!(!privileged("Tickets"));
    assert!(privileged("Aannemen"));
}

#[test]
fn its_actions_satisfy_permissions_as_a_built_in_roles_do() {
    let tenant = fixture()
        .custom_role("Tickets", &[TICKETS])
        .custom_role("Wachtwoorden", &[PASSWORDS])
        .build();
    let catalogue = made_for(&tenant);
    let grants = |name| {
        let yes = |permission: &Office365Permission| {
            catalogue.grant(role_id(name), *permission) == Grant::Yes
        };
        let all = Office365Permission::ALL.into_iter();
        all.filter(yes).collect::<Vec<_>>()
    };
    assert_eq!(
        grants("Tickets"),
        [Office365Permission::ManageSupportTickets]
    );
    assert_eq!(
        grants("Wachtwoorden"),
        [Office365Permission::ResetUserPasswords]
    );
}

#[test]
fn it_is_found_by_its_name_its_id_and_what_it_allows() {
    let tenant = fixture().custom_role("Instroom", &[CREATE]).build();
    let catalogue = made_for(&tenant);
    let text = catalogue.search_text(role_id("Instroom")).unwrap();
    assert!(text.names.contains("instroom"));
    assert!(text.names.contains(&role_id("Instroom").to_string()));
    assert!(text.abilities.contains("microsoft.directory/users/create"));
}

#[test]
fn it_stands_after_the_built_in_roles_in_a_category_of_its_own() {
    let tenant = fixture()
        .custom_role("Zout", &[TICKETS])
        .custom_role("Appel", &[TICKETS])
        .build();
    let catalogue = made_for(&tenant);
    // The facts list 139 roles of today.
    assert_eq!(catalogue.roles().count(), 139 + 2);
    let last: Vec<_> = (catalogue.roles().skip(139))
        .map(|role| (&*role.name.en, role.category))
        .collect();
    let custom = RoleCategory::Custom;
    assert_eq!(last, [("Appel", custom), ("Zout", custom)]);
    assert_eq!(roles().roles().count(), 139, "the shared one knows none");
}

#[test]
fn an_action_that_no_list_has_is_counted_and_allows_nothing_known() {
    let tenant = fixture()
        .custom_role("Oud", &[TICKETS, "microsoft.gone/things/do"])
        .build();
    let catalogue = made_for(&tenant);
    let role = catalogue.role(role_id("Oud")).unwrap();
    let RoleActions::Known { set, source } = &role.actions else {
        panic!("known, as far as they are listed");
    };
    assert_eq!(set.len(), 1);
    assert_eq!(*source, ActionSource::Custom { unlisted: 1 });
}

#[test]
fn a_built_in_role_is_never_hidden_by_one_of_the_tenants() {
    let mut impostor = custom_role("Impostor", &[CREATE]);
    impostor.id = HELPDESK;
    let mut builder = mandate::domain::tenant_builder::TenantBuilder::new(
        fixture().build().organization().clone(),
    )
    .unwrap();
    builder.custom_role(impostor).unwrap();
    for domain in fixture().build().domains() {
        builder.domain(domain.clone()).unwrap();
    }
    let tenant = builder.build().unwrap();
    let catalogue = made_for(&tenant);
    assert_eq!(
        &*catalogue.role(HELPDESK).unwrap().name.en,
        "Helpdesk Administrator"
    );
    assert_eq!(catalogue.grants(HELPDESK), roles().grants(HELPDESK));
}

#[test]
fn a_catalogue_is_made_anew_only_when_the_roles_changed() {
    let without = fixture().build();
    assert!(matches!(roles().for_tenant(&without), Cow::Borrowed(_)));
    let with = fixture().custom_role("Tickets", &[TICKETS]).build();
    let catalogue = made_for(&with);
    assert!(catalogue.is_for(&with));
    assert!(catalogue.is_for(&with.clone()));
    assert!(!catalogue.is_for(&without));
}

#[test]
fn a_session_keeps_its_roles_those_of_the_tenant() {
    let tenant = fixture().custom_role("Tickets", &[TICKETS]).build();
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).unwrap();
    let knows = |session: &Session, name| session.catalogue().role(role_id(name)).is_some();
    assert!(knows(&session, "Tickets"), "from the file on");
    let made = session.execute(&make(custom_role("Nieuw", &[TICKETS])), &Assent::default());
    made.unwrap();
    assert!(knows(&session, "Nieuw"));
    session.undo().unwrap();
    assert!(!knows(&session, "Nieuw"));
    session.redo().unwrap();
    assert!(knows(&session, "Nieuw"));
    let mut worked = session.fork();
    worked
        .execute(&delete("Nieuw"), &Assent::default())
        .unwrap();
    assert!(knows(&session, "Nieuw") && !knows(&worked, "Nieuw"));
    session.adopt(worked).map(drop).unwrap();
    assert!(!knows(&session, "Nieuw"));
    assert!(session.catalogue().role(GLOBAL).is_some());
}

#[test]
fn what_leads_to_every_role_makes_a_role_privileged() {
    for (action, privileged) in [
        (
            "microsoft.directory/roleAssignments/allProperties/allTasks",
            true,
        ),
        (
            "microsoft.directory/roleDefinitions/allProperties/allTasks",
            true,
        ),
        (
            "microsoft.directory/directoryRoles/allProperties/allTasks",
            true,
        ),
        (
            "microsoft.directory/privilegedIdentityManagement/allProperties/allTasks",
            true,
        ),
        (
            "microsoft.directory/groupsAssignableToRoles/allProperties/update",
            true,
        ),
        (
            "microsoft.directory/roleAssignments/allProperties/read",
            false,
        ),
        (
            "microsoft.directory/groupsAssignableToRoles/assignLicense",
            false,
        ),
    ] {
        let tenant = fixture().custom_role("Delegeren", &[action]).build();
        let catalogue = made_for(&tenant);
        let role = catalogue.role(role_id("Delegeren")).unwrap();
        assert_eq!(role.privileged, privileged, "{action}");
    }
}

#[test]
fn no_wide_action_goes_without_the_label_of_what_it_covers() {
    // If one appears, it has to make a role privileged by what it covers.
    let entries = roles().edition(Edition::Current).actions();
    for wide in entries.iter().filter(|entry| !entry.makes_privileged()) {
        let covered = entries
            .iter()
            .find(|entry| entry.makes_privileged() && wide.action.covers(&entry.action));
        assert!(covered.is_none(), "{} covers {covered:?}", wide.action);
    }
}

#[test]
fn any_number_of_unlisted_actions_is_counted_without_beginning_anew() {
    let actions: Vec<_> = (0..65_536)
        .map(|n| format!("contoso.shop/orders{n}/create"))
        .collect();
    let actions: Vec<_> = actions.iter().map(String::as_str).collect();
    let tenant = fixture().custom_role("Winkel", &actions).build();
    let catalogue = made_for(&tenant);
    assert!(allows_more_unknown(&catalogue, role_id("Winkel")));
}
