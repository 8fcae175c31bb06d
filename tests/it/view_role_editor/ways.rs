//! *More options*, through groups, delegated administration, mail and what comes along: by what
//! is read and clicked on the screen.

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::role::{RoleAssignment, RoleTemplateId};
use mandate::domain::rule::Rule;
use mandate::domain::user::{DelegatedAdministration, ProductMail};
use mandate::ui::ui_command::UiCommand;

use super::{Host, check, click, is_disabled, open, type_into};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, REPORTS_READER, SERVICE, SHAREPOINT, TOMORROW,
    USERS, YESTERDAY, fixture, given, id,
};

const CUSTOMIZED: &str = "Customized administrator";
const MORE: &str = "More options";
type Harness = egui_kittest::Harness<'static, Host>;

/// Anna, the Global Administrator, looks at Piet.
fn anna_and_piet(tenant: &Fixture) -> Harness {
    open(Host::new(tenant.build(), id("anna"), id("piet")))
}

fn radio(app: &mut Harness, label: &str) {
    app.get_by_role_and_label(Role::RadioButton, label).click();
    app.run();
}

fn shows(app: &Harness, text: &str) -> bool {
    app.query_all_by_label_contains(text).next().is_some()
}

fn held(app: &Harness, name: &str) -> Vec<RoleAssignment> {
    let tenant = app.state().session.tenant();
    let principal = mandate::domain::role::Principal::User(id(name));
    tenant.assignments().of(principal).to_vec()
}

fn refused_by(app: &Harness, rule: Rule) -> bool {
    app.query_by_label("Not allowed").is_some()
        && shows(
            app,
            &format!("{}  {}", rule.label(), rule.sentence(Language::English)),
        )
        && ["Save", "Save…"].iter().any(|save| {
            let save = app.query_by_role_and_label(Role::Button, save);
            save.is_some_and(|save| save.accesskit_node().is_disabled())
        })
}

/// Opens how the only assignment of `role` is held.
fn change(app: &mut Harness, role: &str) {
    if app
        .query_by_label("Make a role eligible, limit it in time, or to an administrative unit.")
        .is_none()
    {
        click(app, MORE);
    }
    click(app, &format!("Change how {role} is held"));
}

#[test]
fn a_role_is_made_eligible_and_saved() {
    let mut app = anna_and_piet(&fixture().holds(REPORTS_READER));
    change(&mut app, "Reports Reader");
    radio(&mut app, "Eligible");
    assert!(shows(&app, "Gives nothing until it is activated."));
    assert!(shows(
        &app,
        "Assigned: Reports Reader · eligible, not active"
    ));
    assert!(shows(&app, "Revoked: Reports Reader"));
    click(&mut app, "Save");
    assert_eq!(
        held(&app, "piet"),
        [given("piet", REPORTS_READER).eligible()]
    );
    let wanted = Command::SetAssignments {
        principal: mandate::domain::role::Principal::User(id("piet")),
        assignments: [given("piet", REPORTS_READER).eligible()].into(),
    };
    assert_eq!(app.state().commands, [wanted]);
    // It is ticked in the picker, with how it is held.
    let box_of = app.get_by_role_and_label(Role::CheckBox, "Reports Reader");
    assert_eq!(box_of.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn a_role_is_limited_in_time() {
    let mut app = anna_and_piet(&fixture().holds(REPORTS_READER));
    change(&mut app, "Reports Reader");
    radio(&mut app, "For a time");
    app.get_by_label("Give a start, an end or both.");
    assert!(is_disabled(&app, "Save"));
    app.get_by_label("Correct the kind, time or scope of the roles first");
    type_into(&mut app, "Until", "31-12-2026");
    app.get_by_label("Write the day as 2026-12-31, or with a time as 2026-12-31 17:00.");
    let field = app.get_by_role_and_label(Role::TextInput, "Until");
    field.focus();
    app.run();
    app.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    app.run();
    type_into(&mut app, "Until", "2026-12-31 17:00");
    app.get_by_label("31 December 2026, 17:00 UTC");
    type_into(&mut app, "From", "2027-01-01");
    app.get_by_label("The end must come after the start.");
    assert!(is_disabled(&app, "Save"));
    for _ in "2027-01-01".chars() {
        app.key_press(egui::Key::Backspace);
        app.run();
    }
    click(&mut app, "Save");
    // 2026-12-31T17:00:00Z.
    let end = mandate::domain::time::Timestamp(1_798_736_400);
    assert_eq!(
        held(&app, "piet"),
        [given("piet", REPORTS_READER).until(end)]
    );
}

#[test]
fn a_role_is_scoped_to_an_administrative_unit() {
    let tenant = fixture().holds(HELPDESK).unit("west", &["piet"]);
    let mut app = anna_and_piet(&tenant);
    change(&mut app, "Password administrator (Helpdesk Administrator)");
    click(&mut app, "Scope: Whole tenant");
    click(&mut app, "west");
    assert!(shows(&app, "Holds for the people of west only"));
    app.state_mut().reason = Some("only his own place");
    click(&mut app, "Save…");
    assert_eq!(held(&app, "piet"), [given("piet", HELPDESK).within("west")]);
}

#[test]
fn without_units_it_is_said_where_they_are_made() {
    let mut app = anna_and_piet(&fixture().holds(REPORTS_READER));
    change(&mut app, "Reports Reader");
    click(&mut app, "Scope: Whole tenant");
    app.get_by_label_contains("This tenant has no administrative units yet");
}

#[test]
fn what_begins_later_gives_nothing_now() {
    let app = anna_and_piet(&fixture().holds(REPORTS_READER).since(TOMORROW));
    app.get_by_label("Not yet");
    app.get_by_label("Gives nothing before 23 Nov 2026.");
}

#[test]
fn what_is_over_is_told_and_removed() {
    let mut app = anna_and_piet(&fixture().holds(REPORTS_READER).until(YESTERDAY));
    let card = app.get_by_role_and_label(Role::RadioButton, "User (no admin access)");
    assert_eq!(card.accesskit_node().toggled(), Some(Toggled::True));
    app.get_by_label("Expired");
    app.get_by_label("Is over and counts as none.");
    click(&mut app, "Remove Reports Reader");
    assert!(shows(&app, "Permissions: 0 gained, 0 lost"));
    click(&mut app, "Save");
    assert_eq!(held(&app, "piet"), []);
}

#[test]
fn another_way_to_hold_a_role_is_added() {
    let mut app = anna_and_piet(&fixture().holds(REPORTS_READER));
    click(&mut app, MORE);
    click(&mut app, "Add another way to hold Reports Reader");
    assert!(shows(&app, "Gives nothing until it is activated."));
    radio(&mut app, "Active now");
    app.get_by_label_contains("The role is chosen twice with this kind and scope");
    assert!(is_disabled(&app, "Save"));
    radio(&mut app, "Eligible");
    click(&mut app, "Save");
    let both = [
        given("piet", REPORTS_READER),
        given("piet", REPORTS_READER).eligible(),
    ];
    assert_eq!(held(&app, "piet"), both);
}

#[test]
fn the_last_global_administrator_is_neither_eligible_nor_limited_nor_scoped() {
    let west = fixture().unit("west", &[]);
    let anna = || open(Host::new(west.build(), id("anna"), id("anna")));
    let name = "Global administrator";

    let mut app = anna();
    change(&mut app, name);
    radio(&mut app, "Eligible");
    assert!(refused_by(&app, Rule::LastGlobalAdministratorStays));

    let mut app = anna();
    change(&mut app, name);
    radio(&mut app, "For a time");
    type_into(&mut app, "Until", "2030-01-01");
    assert!(refused_by(&app, Rule::LastGlobalAdministratorStays));

    let mut app = anna();
    change(&mut app, name);
    click(&mut app, "Scope: Whole tenant");
    click(&mut app, "west");
    assert!(refused_by(&app, Rule::LastGlobalAdministratorStays));
    assert_eq!(held(&app, "anna"), [given("anna", GLOBAL)]);
}

#[test]
fn giving_up_ones_own_role_is_confirmed() {
    let tenant = fixture().user("kees").holds(GLOBAL);
    let mut app = open(Host::new(tenant.build(), id("anna"), id("anna")));
    change(&mut app, "Global administrator");
    radio(&mut app, "Eligible");
    let rule = Rule::OwnGlobalAdministratorRole;
    assert!(shows(&app, rule.sentence(Language::English)));
    click(&mut app, "Save…");
    assert_eq!(
        held(&app, "anna"),
        [given("anna", GLOBAL)],
        "no reason was given"
    );
    app.state_mut().reason = Some("least privilege");
    click(&mut app, "Save…");
    assert_eq!(held(&app, "anna"), [given("anna", GLOBAL).eligible()]);
    // From then on Anna changes no roles.
    assert!(shows(
        &app,
        Rule::OnlyGlobalAdministratorsDelegate.sentence(Language::English)
    ));
    assert!(app.query_by_label_contains("Change how").is_none());
    assert!(is_disabled(&app, "Copy roles from…"));
}

#[test]
fn service_administrator_in_force_stands_beside_one_in_force() {
    let mut app = anna_and_piet(&fixture().holds(EXCHANGE).holds(SERVICE));
    change(&mut app, "Exchange administrator");
    radio(&mut app, "Eligible");
    assert!(refused_by(&app, Rule::ServiceAdministratorComesAfter));
    click(&mut app, "Change how Exchange administrator is held");
    change(
        &mut app,
        "Service administrator (Service Support Administrator)",
    );
    radio(&mut app, "Eligible");
    click(&mut app, "Save");
    let both = [
        given("piet", EXCHANGE).eligible(),
        given("piet", SERVICE).eligible(),
    ];
    assert_eq!(held(&app, "piet"), both);
}

#[test]
fn a_lesser_administrator_only_reads() {
    let tenant = fixture()
        .holds(EXCHANGE)
        .eligible()
        .user("bob")
        .holds(USERS);
    let app = open(Host::new(tenant.build(), id("bob"), id("piet")));
    app.get_by_label("Eligible");
    assert!(app.query_by_label_contains("Change how").is_none());
    assert!(app.query_by_label_contains("Remove ").is_none());
    assert!(app.query_by_label_contains("Add another").is_none());
}

#[test]
fn roles_of_a_group_are_named_with_it_and_not_removed_here() {
    let tenant = fixture()
        .user("kees")
        .group("Servicedesk", &["piet"])
        .holds(HELPDESK)
        .holds(REPORTS_READER)
        .until(YESTERDAY);
    let mut app = anna_and_piet(&tenant);
    app.get_by_label("Through groups");
    app.get_by_label("Password administrator (Helpdesk Administrator)");
    app.get_by_label("Through the group Servicedesk");
    app.get_by_label("Through the group Servicedesk · expired on 21 Nov 2026");
    assert!(app.query_by_label_contains("Remove ").is_none());
    click(&mut app, "Show groups");
    assert_eq!(app.state().asked, [UiCommand::ShowGroups]);
}

#[test]
fn delegated_administration_is_offered_in_a_partners_tenant_only() {
    let offered = |app: &Harness| app.query_by_label("Delegated administration").is_some();
    assert!(!offered(&anna_and_piet(&fixture())));
    let mut app = anna_and_piet(&fixture().certified_partner());
    assert!(offered(&app));
    let about = |app: &Harness, level: &str| {
        let card = app.get_by_role_and_label(Role::RadioButton, level);
        card.accesskit_node().description().unwrap_or_default()
    };
    assert_eq!(
        about(&app, "Limited administration"),
        "Comparable to Password administrator in the tenant of every customer. Privileged."
    );
    assert_eq!(
        about(&app, "Full administration"),
        "Comparable to Global administrator in the tenant of every customer. Privileged."
    );
    radio(&mut app, "Full administration");
    let arrow = "Delegated administration: No delegated administration → Full administration";
    app.get_by_label(arrow);
    assert!(shows(
        &app,
        Rule::PrivilegedNeedsReason.sentence(Language::English)
    ));
    app.state_mut().reason = Some("works for the customers");
    click(&mut app, "Save…");
    let level = |app: &Harness| {
        let user = app.state().session.tenant().user(id("piet"));
        user.map(|user| user.delegated_administration)
    };
    assert_eq!(level(&app), Some(DelegatedAdministration::Full));
    radio(&mut app, "Limited administration");
    click(&mut app, "Save");
    assert_eq!(
        level(&app),
        Some(DelegatedAdministration::Limited),
        "less asks for nothing"
    );
}

#[test]
fn a_level_from_earlier_is_only_taken_away() {
    let tenant = fixture().delegated(DelegatedAdministration::Limited);
    let mut app = anna_and_piet(&tenant);
    let full = app.get_by_role_and_label(Role::RadioButton, "Full administration");
    assert!(full.accesskit_node().is_disabled());
    let why = full.accesskit_node().description().unwrap_or_default();
    let rule = Rule::DelegatedAdministrationIsForPartners;
    assert!(why.contains(rule.sentence(Language::English)), "{why}");
    radio(&mut app, "No delegated administration");
    click(&mut app, "Save");
    let user = app.state().session.tenant().user(id("piet")).expect("piet");
    assert_eq!(user.delegated_administration, DelegatedAdministration::None);
    assert!(app.query_by_label("Delegated administration").is_none());
}

#[test]
fn roles_and_delegation_are_one_save() {
    let mut app = anna_and_piet(&fixture().certified_partner());
    radio(&mut app, CUSTOMIZED);
    check(&mut app, "Exchange administrator");
    radio(&mut app, "Limited administration");
    app.state_mut().reason = Some("works for the customers");
    click(&mut app, "Save…");
    assert_eq!(app.state().runs, 1);
    assert_eq!(app.state().session.tenant().audit().len(), 1, "one undo");
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE]);
}

#[test]
fn product_mail_is_everyones_own_to_decline() {
    let mail = |app: &Harness| {
        let user = app.state().session.tenant().user(id("piet"));
        user.expect("piet").product_mail
    };
    let label = "No product mail to the alternate e-mail address";
    // Piet holds nothing and looks at himself.
    let mut app = open(Host::new(fixture().build(), id("piet"), id("piet")));
    check(&mut app, label);
    assert!(app.state().state.is_changed());
    click(&mut app, "Save");
    assert_eq!(mail(&app), ProductMail::Declined);
    check(&mut app, label);
    app.get_by_label("Product mail to the alternate e-mail address");
    click(&mut app, "Save");
    assert_eq!(mail(&app), ProductMail::Accepted);

    // Nobody else without the right to edit people.
    let tenant = fixture().user("bob");
    let app = open(Host::new(tenant.build(), id("bob"), id("piet")));
    let box_of = app.get_by_role_and_label(Role::CheckBox, label);
    assert!(box_of.accesskit_node().is_disabled());
    let mut app = anna_and_piet(&fixture());
    check(&mut app, label);
    click(&mut app, "Save");
    assert_eq!(mail(&app), ProductMail::Declined);
}

#[test]
fn what_comes_with_roles_is_told() {
    let mut app = anna_and_piet(&fixture().holds(EXCHANGE));
    app.get_by_label("Comes with it");
    app.get_by_label_contains("Exchange Online: Exchange Online administrator (Exchange admin");
    let site_collections = Rule::SiteAndTermStoreElsewhere.sentence(Language::English);
    assert!(!shows(&app, site_collections));
    check(&mut app, "SharePoint administrator");
    assert!(shows(&app, site_collections), "chosen, not held yet");
    assert!(shows(
        &app,
        "SharePoint Online: SharePoint Online administrator (SharePoint adm"
    ));
    radio(&mut app, "Global administrator");
    assert!(!shows(&app, site_collections));
    assert!(shows(
        &app,
        "Dynamics CRM Online: System Administrator (Global administrator, R16)"
    ));
    radio(&mut app, "User (no admin access)");
    assert!(app.query_by_label("Comes with it").is_none());
}

#[test]
fn an_eligible_role_brings_nothing_along_but_its_note() {
    let app = anna_and_piet(&fixture().holds(SHAREPOINT).eligible());
    assert!(!shows(&app, "SharePoint Online administrator (SharePoint"));
    assert!(shows(
        &app,
        Rule::SiteAndTermStoreElsewhere.sentence(Language::English)
    ));
}

#[test]
fn the_details_of_a_role_tell_what_comes_and_what_contradicts() {
    let details = |role: &str, text: &str| {
        let mut app = anna_and_piet(&fixture());
        radio(&mut app, CUSTOMIZED);
        assert!(!shows(&app, text), "{role}");
        click(&mut app, &format!("About {role}"));
        assert!(shows(&app, text), "{role}: {text}");
    };
    details(
        "Exchange administrator",
        "Exchange Online: Exchange Online administrator (R17)",
    );
    let rule = Rule::SiteAndTermStoreElsewhere.sentence(Language::English);
    details("SharePoint administrator", rule);
    details("Service administrator", "The source contradicts itself");
    details(
        "User management administrator",
        "The source quotes a limit in its rows about licen",
    );
}

#[test]
fn a_long_list_of_units_is_searched() {
    let names: Vec<String> = (0..40).map(|number| format!("unit {number:02}")).collect();
    let tenant = names
        .iter()
        .fold(fixture().holds(REPORTS_READER), |tenant, name| {
            tenant.unit(name, &[])
        });
    let mut app = anna_and_piet(&tenant);
    change(&mut app, "Reports Reader");
    click(&mut app, "Scope: Whole tenant");
    type_into(&mut app, "Search administrative units", "37");
    assert!(app.query_by_label("unit 36").is_none());
    click(&mut app, "unit 37");
    click(&mut app, "Save");
    assert_eq!(
        held(&app, "piet"),
        [given("piet", REPORTS_READER).within("unit 37")]
    );
}

/// What is ticked of a role.
fn ticked(app: &Harness, role: &str) -> bool {
    let box_of = app.get_by_role_and_label(Role::CheckBox, role);
    box_of.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn the_check_box_gives_for_good_and_takes_every_way() {
    let mut app = anna_and_piet(&fixture().holds(EXCHANGE).eligible().holds(SHAREPOINT));
    assert!(ticked(&app, "Exchange administrator"));
    check(&mut app, "Exchange administrator");
    assert!(!ticked(&app, "Exchange administrator"));
    check(&mut app, "Exchange administrator");
    click(&mut app, "Save");
    let roles: [RoleTemplateId; 2] = [EXCHANGE, SHAREPOINT];
    assert_eq!(held(&app, "piet"), roles.map(|role| given("piet", role)));
}
