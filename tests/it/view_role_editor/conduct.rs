//! What the editor does: choosing, saving, refusing, following.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::{Assent, Impossible, Refusal};
use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::contact::MobilePhone;
use mandate::domain::language::Language;
use mandate::domain::organization::Service;
use mandate::domain::rule::Rule;
use mandate::session::ExecuteError;
use mandate::ui::ui_command::UiCommand;

use super::{Host, check, click, is_disabled, open, type_into};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, PARTNER_TIER1, SERVICE, SHAREPOINT,
    USERS, fixture, given, id,
};

const SEARCH: &str = "Search roles and what they can do";
const CUSTOMIZED: &str = "Customized administrator";

/// Anna, the Global Administrator, looks at Piet.
fn anna_and_piet(tenant: &Fixture) -> Host {
    Host::new(tenant.build(), id("anna"), id("piet"))
}

#[test]
fn customized_with_two_roles_is_saved_and_then_closed() {
    let mut app = open(anna_and_piet(&fixture()));
    assert!(is_disabled(&app, "Save"));
    click(&mut app, CUSTOMIZED);
    app.get_by_label("Choose at least one role");
    click(&mut app, "Exchange administrator");
    click(&mut app, "SharePoint administrator");
    assert!(app.state().state.is_changed());
    click(&mut app, "Save");
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE, SHAREPOINT]);
    assert!(!app.state().state.is_changed());

    app.get_by_label("Saved");
    assert!(app.query_by_label("Save").is_none());
    click(&mut app, "Close");
    assert_eq!(app.state().asked, [UiCommand::CloseDetails]);
}

#[test]
fn one_save_orders_a_service_role_and_service_administrator() {
    let mut app = open(anna_and_piet(&fixture()));
    click(&mut app, CUSTOMIZED);
    assert!(is_disabled(&app, "Service administrator"));
    let sentence = Rule::ServiceAdministratorComesAfter.sentence(Language::English);
    app.get_by_label_contains(sentence);
    click(&mut app, "Exchange administrator");
    click(&mut app, "Service administrator");
    click(&mut app, "Save");
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE, SERVICE]);
    assert_eq!(app.state().runs, 1);

    // The other way round is refused before it is asked for.
    click(&mut app, "Exchange administrator");
    app.get_by_label("Not allowed");
    assert!(is_disabled(&app, "Save"));
}

#[test]
fn contact_and_roles_are_one_save() {
    let mut app = open(anna_and_piet(&fixture().but(|piet| {
        piet.contact.mobile_phone = None;
    })));
    type_into(&mut app, "Mobile phone", "+31 6 87654321");
    app.get_by_label("Will be saved as +31687654321");
    click(&mut app, CUSTOMIZED);
    click(&mut app, "Exchange administrator");
    app.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    app.run();
    assert_eq!(app.state().runs, 1);
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE]);
    let tenant = app.state().session.tenant();
    let phone = &tenant.user(id("piet")).expect("piet").contact.mobile_phone;
    assert_eq!(
        phone.as_ref().map(MobilePhone::as_str),
        Some("+31687654321")
    );
    assert_eq!(tenant.audit().len(), 1, "one entry, one undo");
}

#[test]
fn what_is_wrong_with_a_field_stands_under_it() {
    let mut app = open(anna_and_piet(&fixture().unreachable()));
    type_into(&mut app, "Mobile phone", "0612345678");
    app.get_by_label("Start with + and the country code, such as +31.");
    type_into(&mut app, "Alternate e-mail address", "piet@");
    app.get_by_label("This is not an e-mail address.");
    assert!(is_disabled(&app, "Save"));
    type_into(&mut app, "Alternate e-mail address", "contoso.nl");
    let sentence = Rule::AlternateEmailOutsideTenant.sentence(Language::English);
    app.get_by_label_contains(&format!("R7: {sentence}"));
    assert!(
        app.query_by_label("This is not an e-mail address.")
            .is_none()
    );
}

#[test]
fn a_lesser_administrator_reads_why() {
    let tenant = fixture().user("bob").holds(USERS);
    let mut app = open(Host::new(tenant.build(), id("bob"), id("piet")));
    let rule = Rule::OnlyGlobalAdministratorsDelegate;
    app.get_by_label_contains(rule.sentence(Language::English));
    app.get_by_label(rule.instead(Language::English));
    for card in ["Global administrator", CUSTOMIZED] {
        assert!(is_disabled(&app, card), "{card}");
    }
    // Contact details of someone without a role are theirs to edit.
    type_into(&mut app, "Mobile phone", "0");
    assert!(app.state().state.is_changed());

    let mut app = open(Host::new(tenant.build(), id("bob"), id("anna")).in_dutch());
    app.get_by_label_contains(rule.sentence(Language::Dutch));
    let protected = Rule::AdministratorsAreProtected.sentence(Language::Dutch);
    app.get_by_label_contains(protected);
    type_into(&mut app, "Mobiele telefoon", "0");
    assert!(!app.state().state.is_changed(), "the field is locked");
}

#[test]
fn a_privileged_role_says_so_and_asks_for_a_reason() {
    let mut app = open(anna_and_piet(&fixture()));
    click(&mut app, CUSTOMIZED);
    click(&mut app, "Password administrator");
    let rule = Rule::PrivilegedNeedsReason.sentence(Language::English);
    app.get_by_label_contains(rule);
    click(&mut app, "Save…");
    assert_eq!(app.state().roles_of("piet"), []);
    app.get_by_label("Not saved: no reason was given");
    app.state_mut().reason = Some("covers for Vera");
    click(&mut app, "Save…");
    assert_eq!(app.state().roles_of("piet"), [HELPDESK]);
}

#[test]
fn rules_about_the_organisation_disable_their_roles() {
    let tenant = fixture()
        .sold(&[Service::ExchangeOnline])
        .bought_from("Fabrikam");
    let mut app = open(anna_and_piet(&tenant));
    click(&mut app, CUSTOMIZED);
    for (role, rule) in [
        ("SharePoint administrator", Rule::WorkloadRoleNeedsService),
        ("Billing administrator", Rule::BillingNeedsMicrosoftPurchase),
    ] {
        assert!(is_disabled(&app, role), "{role}");
        let node = app.get_by_role_and_label(Role::CheckBox, role);
        let why = node.accesskit_node().description().unwrap_or_default();
        assert!(why.contains(rule.sentence(Language::English)), "{why}");
    }
    assert!(!is_disabled(&app, "Exchange administrator"));
    // What is held stays to be taken away.
    let held = tenant.with(given("piet", BILLING));
    let app = open(anna_and_piet(&held));
    assert!(!is_disabled(&app, "Billing administrator"));
}

#[test]
fn the_last_global_administrator_stays() {
    let app = open(Host::new(fixture().build(), id("anna"), id("anna")));
    for card in ["User (no admin access)", CUSTOMIZED] {
        assert!(is_disabled(&app, card), "{card}");
        let node = app.get_by_role_and_label(Role::RadioButton, card);
        let why = node.accesskit_node().description().unwrap_or_default();
        assert!(why.starts_with("R3"), "{why}");
    }
}

#[test]
fn the_phone_of_a_synchronised_person_is_edited_elsewhere() {
    let mut app = open(anna_and_piet(&fixture().synced()));
    let rule = Rule::MasteredOnPremises.sentence(Language::English);
    app.get_by_label_contains(rule);
    type_into(&mut app, "Mobile phone", "0");
    assert!(!app.state().state.is_changed());
    type_into(&mut app, "Alternate e-mail address", "x");
    assert!(app.state().state.is_changed());
}

#[test]
fn a_role_out_of_use_can_only_be_taken_away() {
    let mut app = open(anna_and_piet(
        &fixture().holds(PARTNER_TIER1).holds(EXCHANGE),
    ));
    app.get_by_label("Out of use: can be taken away, not given");
    check(&mut app, "Partner Tier1 Support");
    click(&mut app, "Save");
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE]);
    assert!(app.query_by_label("Partner Tier1 Support").is_none());
}

#[test]
fn what_is_special_is_listed_and_kept() {
    let tenant = fixture().holds(EXCHANGE).holds(USERS).eligible();
    let mut app = open(anna_and_piet(&tenant));
    app.get_by_label("Gives nothing until it is activated.");
    click(&mut app, "SharePoint administrator");
    click(&mut app, "Save");
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE, SHAREPOINT, USERS]);
    click(&mut app, "User (no admin access)");
    app.get_by_label_contains(
        "Revoked: User management administrator (User Administrator) · eligi",
    );
    click(&mut app, "Save");
    assert_eq!(app.state().roles_of("piet"), []);
}

#[test]
fn undo_is_followed_and_a_clash_is_told() {
    let mut app = open(anna_and_piet(&fixture()));
    click(&mut app, CUSTOMIZED);
    click(&mut app, "Exchange administrator");
    click(&mut app, "Save");
    click(&mut app, "Undo");
    assert_eq!(app.state().asked, [UiCommand::Undo]);
    let host = app.state_mut();
    host.session.undo().expect("anna may");
    host.state.tenant_changed(&host.session);
    app.run();
    assert!(!app.state().state.is_changed());
    assert!(app.query_by_label("Saved").is_none());

    // Piet is being given a role while someone else gives him another.
    click(&mut app, CUSTOMIZED);
    click(&mut app, "Exchange administrator");
    let host = app.state_mut();
    let command = Command::SetRoleChoice {
        user: id("piet"),
        choice: RoleChoice::Customized([SHAREPOINT].into()),
    };
    host.session
        .execute(&command, &Assent::default())
        .expect("anna may");
    host.state.tenant_changed(&host.session);
    app.run();
    assert!(is_disabled(&app, "Save"));
    click(&mut app, "Reload");
    assert!(!app.state().state.is_changed());
    assert!(app.query_by_label("Reload").is_none());
    assert_eq!(app.state().roles_of("piet"), [SHAREPOINT]);
}

#[test]
fn a_refusal_of_the_gate_is_shown_with_what_would_be_allowed() {
    let tenant = fixture().user("bob").holds(USERS);
    let mut other = Host::new(tenant.build(), id("bob"), id("piet"));
    let command = Command::AssignRole(given("piet", EXCHANGE));
    let outcome = other.session.execute(&command, &Assent::default());

    let mut app = open(anna_and_piet(&tenant));
    click(&mut app, CUSTOMIZED);
    click(&mut app, "Exchange administrator");
    let host = app.state_mut();
    host.state.on_outcome(&host.session, &outcome);
    app.run();
    app.get_by_label("Not saved");
    let rule = Rule::OnlyGlobalAdministratorsDelegate;
    app.get_by_label_contains(rule.sentence(Language::English));
    app.get_by_label(rule.instead(Language::English));
    assert!(app.state().state.is_changed(), "nothing typed is lost");
    click(&mut app, "SharePoint administrator");
    assert!(
        app.query_by_label("Not saved").is_none(),
        "it spoke of another choice"
    );
}

#[test]
fn cancel_forgets_and_closes() {
    let mut app = open(anna_and_piet(&fixture()));
    click(&mut app, "Global administrator");
    assert!(app.state().state.is_changed());
    click(&mut app, "Cancel");
    assert!(!app.state().state.is_changed());
    assert_eq!(app.state().asked, [UiCommand::CloseDetails]);
    assert_eq!(app.state().roles_of("piet"), []);
}

#[test]
fn the_search_opens_what_it_finds() {
    let mut app = open(anna_and_piet(&fixture()));
    click(&mut app, CUSTOMIZED);
    assert!(
        app.query_by_label("Global Reader").is_none(),
        "its group is closed"
    );
    type_into(&mut app, SEARCH, "global reader");
    click(&mut app, "Global Reader");
    app.get_by_label_contains("Whole organisation, 1 chosen");
    type_into(&mut app, SEARCH, " and nothing");
    app.get_by_label_contains("No role is called or can do");
}

#[test]
fn everything_is_reached_by_keyboard() {
    let mut app = open(anna_and_piet(&fixture()));
    for _ in 0..12 {
        app.key_press(Key::Tab);
        app.run();
        if app.get_by_label(CUSTOMIZED).is_focused() {
            break;
        }
    }
    app.key_press(Key::Space);
    app.run();
    assert!(
        app.get_by_label("Exchange administrator")
            .rect()
            .is_positive()
    );
    for _ in 0..20 {
        app.key_press(Key::Tab);
        app.run();
        if app.get_by_label("Exchange administrator").is_focused() {
            break;
        }
    }
    app.key_press(Key::Space);
    app.run();
    app.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    app.run();
    assert_eq!(app.state().roles_of("piet"), [EXCHANGE]);
}

#[test]
fn the_summary_tells_gained_and_lost() {
    let mut app = open(anna_and_piet(
        &fixture().user("kees").holds(GLOBAL).user("piet2"),
    ));
    click(&mut app, "Global administrator");
    app.get_by_label_contains("Permissions: 15 gained, 0 lost");
    app.get_by_label("Assigned: Global administrator");
    let crm = Rule::CrmSystemAdministrator.label();
    app.get_by_label_contains(&format!("({crm})"));
}

#[test]
fn what_is_impossible_is_told_in_the_language_of_the_screen() {
    let mut app = open(anna_and_piet(&fixture()).in_dutch());
    let host = app.state_mut();
    let outcome = Err(ExecuteError::Refused(Refusal::Impossible(
        Impossible::AlreadyAssigned,
    )));
    host.state.on_outcome(&host.session, &outcome);
    app.run();
    app.get_by_label("Niet opgeslagen: De rol is al toegewezen.");
}
