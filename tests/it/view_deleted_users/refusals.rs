//! What stands in the way of restoring people and of deleting them for good.

use egui_kittest::kittest::Queryable as _;
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::organization::Organization;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::DelegatedAdministration;
use mandate::session::Session;

use super::{days_ago, go, select};
use crate::app_support::{Window, click, disabled, open_tenant, tells, tenant_of};
use crate::support::{EXCHANGE, GLOBAL, NOW, USERS, YESTERDAY, fixture, id, roles};

/// The list as `actor` sees it, with `name` checked.
fn looking(tenant: &Tenant, actor: &str, name: &str) -> (Window, tempfile::TempDir) {
    let (mut window, folder) = open_tenant(tenant, actor);
    go(&mut window);
    select(&mut window, name);
    (window, folder)
}

/// That `command` can't be used, and that it says `sentence`.
#[track_caller]
fn refused(window: &Window, command: &str, sentence: &str) {
    let why = disabled(window, command).unwrap_or_else(|| panic!("{command} can be used"));
    assert!(why.contains(sentence), "{why}");
}

#[test]
fn who_was_deleted_too_long_ago_can_only_be_deleted_for_good() {
    let tenant = fixture().deleted("eva", days_ago(30), &[]).build();
    let (window, _folder) = looking(&tenant, "anna", "eva");
    assert!(tells(&window, "Can no longer be restored"));
    let sentence = "Deleted users can be restored for 30 days.";
    refused(&window, "Restore user", sentence);
    assert!(
        window.query_by_label(sentence).is_some(),
        "it is shown, too"
    );
    assert_eq!(disabled(&window, "Delete for good"), None);
}

#[test]
fn what_comes_back_is_given_by_a_global_administrator_only() {
    let with_users = fixture().user("uma").holds(USERS);
    let tenant = with_users
        .clone()
        .deleted("eva", YESTERDAY, &[EXCHANGE])
        .build();
    let (window, _folder) = looking(&tenant, "uma", "eva");
    refused(&window, "Restore user", "R1: Only a Global Administrator");
    refused(
        &window,
        "Restore user",
        "R13: A User management administrator",
    );
    refused(
        &window,
        "Delete for good",
        "R1: Only a Global Administrator",
    );

    let tenant = with_users.deleted("eva", YESTERDAY, &[]).build();
    let (mut window, _folder) = looking(&tenant, "uma", "eva");
    click(&mut window, "Restore user");
    assert!(tenant_of(&window).user(id("eva")).is_some());
}

#[test]
fn user_management_deletes_no_global_administrator_for_good() {
    let tenant = fixture().user("uma").holds(USERS);
    let tenant = tenant.deleted("eva", YESTERDAY, &[GLOBAL]).build();
    let (window, _folder) = looking(&tenant, "uma", "eva");
    refused(
        &window,
        "Delete for good",
        "R13: A User management administrator",
    );
}

#[test]
fn a_name_that_was_given_away_is_told() {
    let tenant = fixture().user("eva2").but(|user| {
        user.upn = crate::support::person("eva").upn;
    });
    let tenant = tenant.deleted("eva", YESTERDAY, &[]).build();
    let (window, _folder) = looking(&tenant, "anna", "eva");
    refused(
        &window,
        "Restore user",
        "R26: A user principal name is unique",
    );
    refused(&window, "Restore user", "(eva@contoso.nl)");
}

#[test]
fn seats_that_were_given_away_are_told() {
    let tenant = fixture()
        .user("eva")
        .licensed()
        .user("jan")
        .seats(1)
        .build();
    let tenant = after(
        tenant,
        &[
            Command::DeleteUser(id("eva")),
            Command::SetLicences {
                user: id("jan"),
                licences: [crate::support::everything()].into(),
            },
        ],
    );
    let (window, _folder) = looking(&tenant, "anna", "eva");
    refused(
        &window,
        "Restore user",
        "Everything has no seat left: its one seat is in use.",
    );
}

#[test]
fn who_administered_customers_comes_back_to_a_certified_partner_only() {
    let tenant = fixture().certified_partner();
    let tenant = tenant
        .user("eva")
        .delegated(DelegatedAdministration::Full)
        .build();
    let before = tenant.organization().clone();
    let tenant = after(
        tenant,
        &[
            Command::DeleteUser(id("eva")),
            Command::EditOrganization(Box::new(Organization {
                certified_partner: false,
                ..before
            })),
        ],
    );
    let (window, _folder) = looking(&tenant, "anna", "eva");
    let r18 =
        "R18: Only the tenant of a certified partner gives its people delegated administration.";
    refused(&window, "Restore user", r18);
}

/// `tenant` after Anna did these.
fn after(tenant: Tenant, commands: &[Command]) -> Tenant {
    let mut session = Session::opened(tenant, std::sync::Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("may sign in");
    for command in commands {
        let assent = Assent::because("a test");
        session
            .execute(command, &assent)
            .expect("an allowed change");
    }
    session.tenant().clone()
}
