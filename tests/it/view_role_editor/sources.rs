//! Roles from another person, and from a set under a name.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::rule::Rule;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::user_index::UserIndex;
use mandate::ui::views::role_editor::copy_roles;
use mandate::ui::views::role_editor::words::Words;

use super::{Host, check, click, is_disabled, open, type_into};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, Less as _, NOW, REPORTS_READER, SHAREPOINT, TOMORROW, USERS,
    YESTERDAY, fixture, given, id, roles,
};

const CUSTOMIZED: &str = "Customized administrator";
type Harness = egui_kittest::Harness<'static, Host>;

/// Anna, the Global Administrator, looks at Piet; Vera holds a few roles.
fn tenant() -> Fixture {
    fixture()
        .holds(REPORTS_READER)
        .user("vera")
        .holds(EXCHANGE)
        .holds(SHAREPOINT)
        .until(TOMORROW)
        .holds(USERS)
        .until(YESTERDAY)
}

fn anna_and_piet(tenant: &Fixture) -> Harness {
    open(Host::new(tenant.build(), id("anna"), id("piet")))
}

fn held(app: &Harness, name: &str) -> Vec<RoleAssignment> {
    let tenant = app.state().session.tenant();
    tenant.assignments().of(Principal::User(id(name))).to_vec()
}

fn sets(app: &Harness) -> Vec<(String, Vec<RoleTemplateId>)> {
    let sets = app.state().session.tenant().role_sets().iter();
    sets.map(|(name, roles)| (name.to_string(), roles.iter().copied().collect()))
        .collect()
}

#[test]
fn copied_roles_show_the_difference_before_they_are_saved() {
    let mut app = anna_and_piet(&tenant());
    click(&mut app, "Copy roles from…");
    type_into(&mut app, "Search whose roles to copy", "ver");
    click(&mut app, "Copy the roles of vera, vera@contoso.nl");
    app.get_by_label_contains("These are the roles of vera. Nothing is saved yet");
    app.get_by_label("Assigned: Exchange administrator");
    app.get_by_label("Assigned: SharePoint administrator · until 23 Nov 2026");
    app.get_by_label("Revoked: Reports Reader");
    assert_eq!(held(&app, "piet"), [given("piet", REPORTS_READER)]);
    click(&mut app, "Save");
    let wanted = [
        given("piet", EXCHANGE),
        given("piet", SHAREPOINT).until(TOMORROW),
    ];
    assert_eq!(held(&app, "piet"), wanted, "what was over is not given");
    assert!(
        app.query_by_label_contains("Nothing is saved yet")
            .is_none()
    );
}

#[test]
fn the_first_who_is_found_is_chosen_by_enter() {
    let mut app = anna_and_piet(&tenant());
    click(&mut app, "Copy roles from…");
    app.key_press(egui::Key::Enter);
    app.run();
    assert!(!app.state().state.is_changed(), "nobody was looked for");
    type_into(&mut app, "Search whose roles to copy", "vera");
    app.key_press(egui::Key::Enter);
    app.run();
    assert!(app.state().state.is_changed());
    assert!(app.query_by_label("Search whose roles to copy").is_none());
    click(&mut app, "Cancel");
    assert!(!app.state().state.is_changed());
}

#[test]
fn who_can_be_copied() {
    let tenant = tenant().build();
    let session = Session::opened(tenant, std::sync::Arc::clone(roles()), || NOW);
    let index = UserIndex::build(session.tenant(), session.catalogue(), NOW);
    let texts = Texts::new(Language::English);
    let words = Words {
        texts: &texts,
        session: &session,
    };
    let found = |text: &str, except: &str| {
        let rows = copy_roles::rows(words, &index, text, id(except));
        let rows = rows.into_iter();
        rows.map(|row| (row.name, row.roles.join(", ")))
            .collect::<Vec<_>>()
    };
    let of_vera = "Exchange Administrator, SharePoint Administrator".to_owned();
    let of_anna = "Global Administrator".to_owned();
    // Whoever holds a role while nothing is typed, but the person themself.
    assert_eq!(
        found("", "piet"),
        [("anna".to_owned(), of_anna), ("vera".to_owned(), of_vera)]
    );
    assert_eq!(
        found("piet", "anna"),
        [("piet".to_owned(), "Reports Reader".to_owned())]
    );
    assert_eq!(found("piet", "piet"), []);
}

#[test]
fn a_set_is_applied_and_saved() {
    let tenant = tenant().role_sets(&[("Servicedesk", &[EXCHANGE, SHAREPOINT])]);
    let mut app = anna_and_piet(&tenant);
    click(&mut app, "Role sets");
    click(&mut app, "Use the set Servicedesk, 2 roles");
    app.get_by_label("Assigned: Exchange administrator");
    app.get_by_label("Revoked: Reports Reader");
    click(&mut app, "Save");
    let wanted = [given("piet", EXCHANGE), given("piet", SHAREPOINT)];
    assert_eq!(held(&app, "piet"), wanted);
}

#[test]
fn what_is_chosen_is_saved_as_a_set_and_deleted_again() {
    let mut app = anna_and_piet(&tenant());
    click(&mut app, "Role sets");
    app.get_by_label_contains("No sets yet.");
    let label = "Save the chosen roles as a set";
    assert!(is_disabled(&app, "Save the set"), "it has no name");
    type_into(&mut app, label, "  Rapporten ");
    click(&mut app, "Save the set");
    assert_eq!(sets(&app), [("Rapporten".to_owned(), vec![REPORTS_READER])]);

    // The same name again replaces it, and says so first.
    app.key_press(egui::Key::Escape);
    app.run();
    check(&mut app, "Exchange administrator");
    click(&mut app, "Role sets");
    type_into(&mut app, label, "Rapporten");
    app.get_by_label("Replaces the set Rapporten.");
    click(&mut app, "Save the set");
    let both = vec![EXCHANGE, REPORTS_READER];
    assert_eq!(sets(&app), [("Rapporten".to_owned(), both)]);
    assert!(
        app.state().state.is_changed(),
        "the person is still being edited"
    );

    click(&mut app, "Delete the set Rapporten");
    app.get_by_label_contains("Delete the set “Rapporten”? Nobody loses a role by it.");
    assert_eq!(sets(&app).len(), 1, "asked first");
    click(&mut app, "Delete the set");
    assert_eq!(sets(&app), []);
}

#[test]
fn without_a_role_there_is_nothing_to_save_as_a_set() {
    let mut app = anna_and_piet(&fixture());
    click(&mut app, "Role sets");
    app.get_by_label("Choose at least one role first.");
    assert!(is_disabled(&app, "Save the set"));
}

#[test]
fn only_a_global_administrator_keeps_sets() {
    let tenant = tenant()
        .user("bob")
        .holds(USERS)
        .role_sets(&[("Servicedesk", &[EXCHANGE])]);
    let mut app = open(Host::new(tenant.build(), id("bob"), id("piet")));
    click(&mut app, "Role sets");
    let rule = Rule::OnlyGlobalAdministratorsDelegate.sentence(Language::English);
    let told = app.query_all_by_label_contains(rule).count();
    assert_eq!(told, 2, "in the panel and with the sets");
    for button in [
        "Use the set Servicedesk, 1 role",
        "Delete the set Servicedesk",
        "Save the set",
    ] {
        let node = app.get_by_role_and_label(Role::Button, button);
        assert!(node.accesskit_node().is_disabled(), "{button}");
    }
}

#[test]
fn a_set_with_a_role_that_may_not_be_given_is_refused_before_saving() {
    let tenant = tenant()
        .sold(&[])
        .role_sets(&[("Servicedesk", &[EXCHANGE, REPORTS_READER])]);
    let mut app = anna_and_piet(&tenant);
    click(&mut app, "Role sets");
    click(&mut app, "Use the set Servicedesk, 2 roles");
    app.get_by_label("Not allowed");
    let rule = Rule::WorkloadRoleNeedsService.sentence(Language::English);
    assert!(app.query_all_by_label_contains(rule).next().is_some());
    assert!(is_disabled(&app, "Save"));
}

#[test]
fn a_global_administrator_is_copied_as_the_card() {
    let mut app = anna_and_piet(&fixture());
    click(&mut app, "Copy roles from…");
    click(&mut app, "Copy the roles of anna, anna@contoso.nl");
    app.get_by_label("Assigned: Global administrator");
    assert!(app.query_by_label(CUSTOMIZED).is_some());
    app.state_mut().reason = Some("second one");
    click(&mut app, "Save…");
    assert_eq!(held(&app, "piet"), [given("piet", GLOBAL)]);
}
