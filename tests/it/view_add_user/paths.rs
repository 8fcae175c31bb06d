//! Whole paths: someone is added, shown, and taken back.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mandate::domain::role::{Principal, RoleTemplateId};
use mandate::domain::user::{DelegatedAdministration, User};
use mandate::ui::View;

use super::{ESTHER, SANNE, check, choose, form_of, name};
use crate::app_support::{
    Window, click, disabled, fill, give_reason, open_tenant, settle, tells, tenant_of,
};
use crate::support::{HELPDESK, PHONE, everything, fixture};

const UPN: &str = "fleur.heuvel@rijnzicht.example";

fn person(window: &Window, upn: &str) -> Option<User> {
    tenant_of(window).users().by_upn(upn).cloned()
}

fn held(window: &Window, user: &User) -> Vec<RoleTemplateId> {
    let held = tenant_of(window).assignments().of(Principal::User(user.id));
    held.iter().map(|held| held.role).collect()
}

fn shortcut(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

#[test]
fn someone_is_added_with_licence_and_role_and_taken_back() {
    let mut window = form_of(SANNE);
    assert_eq!(
        disabled(&window, "Add").as_deref(),
        Some("Enter a display name\nEnter a user name")
    );
    name(&mut window, "Fleur", "van den Heuvel", "fleur.heuvel");
    fill(&mut window, "Department", "Laboratorium");
    fill(&mut window, "Mobile phone", PHONE);
    check(&mut window, "Microsoft 365 E5");
    choose(&mut window, "Customized administrator");
    assert!(tells(&window, "Choose at least one role"));
    check(&mut window, "Billing administrator");
    let seats = |window: &Window| {
        let tenant = tenant_of(window);
        tenant.seats_used(tenant.subscriptions()[0].id)
    };
    let (before, people) = (seats(&window), tenant_of(&window).users().len());
    click(&mut window, "Add");

    let fleur = person(&window, UPN).expect("she was added");
    assert_eq!(&*fleur.profile.display_name, "Fleur van den Heuvel");
    assert_eq!(fleur.profile.department.as_deref(), Some("Laboratorium"));
    assert!(!fleur.must_change_password, "no password was made");
    assert_eq!(
        held(&window, &fleur),
        [RoleTemplateId::BILLING_ADMINISTRATOR]
    );
    assert_eq!(seats(&window), before + 1);
    // Her details are open beside the list.
    assert_eq!(window.state().view(), View::ActiveUsers);
    assert!(tells(&window, "Close details"));
    assert!(tells(&window, UPN));

    shortcut(&mut window, Key::Z);
    assert_eq!(person(&window, UPN), None);
    assert_eq!(
        (seats(&window), tenant_of(&window).users().len()),
        (before, people)
    );
    assert!(!tells(&window, "Close details"), "nobody is there to show");
    assert!(tells(&window, &format!("{people} users")));
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    settle(&mut window);
    assert_eq!(person(&window, UPN), Some(fleur));
}

#[test]
fn a_privileged_role_asks_for_a_reason_first() {
    let mut window = form_of(SANNE);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    choose(&mut window, "Customized administrator");
    check(&mut window, "Password administrator");
    assert!(tells(&window, "Asks for a reason"));
    click(&mut window, "Add");
    assert!(tells(&window, "Confirm and say why"));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(person(&window, UPN), None);
    assert!(
        tells(&window, "Signs in as fleur.heuvel@rijnzicht.example"),
        "the form is kept"
    );

    shortcut(&mut window, Key::Enter);
    give_reason(&mut window, "Joins the service desk");
    let fleur = person(&window, UPN).expect("she was added");
    assert_eq!(held(&window, &fleur), [HELPDESK]);
    assert!(tells(&window, "Close details"));
    let entry = tenant_of(&window).audit().last().expect("an entry");
    assert_eq!(entry.reason.as_deref(), Some("Joins the service desk"));
}

#[test]
fn another_can_be_added_at_once() {
    let mut window = form_of(ESTHER);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    click(&mut window, "Add and start another");
    assert!(tells(&window, "Fleur Heuvel was added."));
    assert_eq!(window.state().view(), View::AddUser);
    name(&mut window, "Mees", "Heuvel", "mees.heuvel");
    assert!(!tells(&window, "Fleur Heuvel was added."));
    click(&mut window, "Add");
    let mees = person(&window, "mees.heuvel@rijnzicht.example").expect("he was added");
    assert_ne!(person(&window, UPN).expect("so was she").id, mees.id);
}

#[test]
fn a_guest_is_added_under_the_address_they_come_with() {
    let mut window = form_of(SANNE);
    fill(&mut window, "Display name", "Olivia Smit");
    choose(&mut window, "Guest");
    fill(
        &mut window,
        "Alternate e-mail address",
        "olivia@bureau.example.com",
    );
    click(&mut window, "Add");
    let upn = "olivia_bureau.example.com#EXT#@rijnzicht.onmicrosoft.com";
    let olivia = person(&window, upn).expect("she was added");
    assert_eq!(olivia.kind, mandate::domain::user::UserKind::Guest);
}

#[test]
fn a_form_is_kept_while_something_else_is_looked_at_and_forgotten_by_cancel() {
    let mut window = form_of(SANNE);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    shortcut(&mut window, Key::Num5);
    assert_eq!(window.state().view(), View::Permissions);
    shortcut(&mut window, Key::Num2);
    click(&mut window, "Add a user");
    assert!(tells(&window, "Signs in as fleur.heuvel@rijnzicht.example"));
    click(&mut window, "Cancel");
    assert_eq!(window.state().view(), View::ActiveUsers);
    click(&mut window, "Add a user");
    assert!(!tells(&window, "Signs in as"));
}

#[test]
fn only_what_has_a_seat_left_can_be_chosen() {
    let tenant = fixture().licensed().seats(1).build();
    let (mut window, _folder) = open_tenant(&tenant, "anna");
    click(&mut window, "Add a user");
    assert!(tells(&window, "No seat left of 1"));
    let role = egui::accesskit::Role::CheckBox;
    let seat = window.get_by_role_and_label(role, "Everything");
    assert!(egui_kittest::kittest::NodeT::accesskit_node(&seat).is_disabled());

    let (mut window, _folder) = open_tenant(&fixture().seats(1).build(), "anna");
    click(&mut window, "Add a user");
    assert!(tells(&window, "1 of 1 seats left"));
    fill(&mut window, "Display name", "Zoë");
    fill(&mut window, "User name", "zoe");
    check(&mut window, "Everything");
    assert!(tells(&window, "Give a usage location"));
    click(&mut window, "Add");
    let zoe = person(&window, "zoe@contoso.onmicrosoft.com").expect("she was added");
    assert_eq!(zoe.licences, [everything()]);
}

#[test]
fn a_certified_partner_chooses_how_far_someone_administers_customers() {
    let (mut window, _folder) = open_tenant(&fixture().build(), "anna");
    click(&mut window, "Add a user");
    assert!(
        !tells(&window, "Delegated administration"),
        "nobody's partner offers it"
    );

    let (mut window, _folder) = open_tenant(&fixture().certified_partner().build(), "anna");
    click(&mut window, "Add a user");
    fill(&mut window, "Display name", "Zoë");
    fill(&mut window, "User name", "zoe");
    choose(&mut window, "Full administration");
    click(&mut window, "Add");
    give_reason(&mut window, "Serves all customers");
    let zoe = person(&window, "zoe@contoso.onmicrosoft.com").expect("she was added");
    assert_eq!(zoe.delegated_administration, DelegatedAdministration::Full);
    shortcut(&mut window, Key::Z);
    assert_eq!(person(&window, "zoe@contoso.onmicrosoft.com"), None);
}

#[test]
fn in_a_narrow_window_everything_stands_in_one_column() {
    use mandate::ui::Launch;
    let mut window = crate::app_support::open(crate::app_support::Setup {
        launch: Launch::Sample,
        size: [780.0, 700.0],
        ..crate::app_support::Setup::default()
    });
    crate::app_support::until(&mut window, |app| app.view() == View::SignIn);
    crate::app_support::sign_in(&mut window, SANNE.0, SANNE.1);
    // So little room that the command stands in the menu, or does not.
    if window.query_by_label("Add a user").is_none() {
        click(&mut window, "More");
    }
    click(&mut window, "Add a user");
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    let place = |window: &Window, role, label| window.get_by_role_and_label(role, label).rect();
    let first = place(&window, egui::accesskit::Role::TextInput, "First name");
    let seat = place(&window, egui::accesskit::Role::CheckBox, "Microsoft 365 E5");
    assert!(seat.top() > first.bottom());
    assert!((seat.left() - first.left()).abs() < 4.0);
    choose(&mut window, "Customized administrator");
    check(&mut window, "Billing administrator");
    click(&mut window, "Add");
    assert!(person(&window, UPN).is_some());
}
