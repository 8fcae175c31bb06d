//! Domains, partners and customers: added, changed and removed, and back by undo.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::organization::{Customer, Partner};
use mandate::domain::user::DelegatedAdministration::{Full, Limited};
use mandate::ui::View;

use super::{
    CUSTOMERS, DOMAINS, PARTNERS, far, go, name, open, press, row, shown, tab, undo, value,
};
use crate::app_support::{Window, click, disabled, fill, settle, tells, tenant_of};
use crate::support::{BILLING, fixture};

const REMOVE: &str = "Remove domain…";

/// The domains, with a mark for the verified and one for the default.
fn told(window: &Window) -> Vec<String> {
    let domains = tenant_of(window).domains().iter();
    domains
        .map(|domain| {
            let verified = if domain.verified { "+" } else { "-" };
            let default = if domain.default { "*" } else { "" };
            format!("{verified}{}{default}", domain.name)
        })
        .collect()
}

const BEFORE: [&str; 3] = [
    "+contoso.onmicrosoft.com*",
    "+contoso.nl",
    "-contoso-nieuw.nl",
];

#[test]
fn a_domain_from_its_adding_to_its_removal() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    go(&mut window, DOMAINS);
    assert_eq!(told(&window), BEFORE);
    click(&mut window, "Add domain");
    fill(&mut window, "Domain name", "contoso");
    assert!(tells(&window, "Enter a domain name such as contoso.com."));
    fill(&mut window, "Domain name", "Contoso.NL");
    let adds = |window: &Window| {
        let buttons = window.get_all_by_role_and_label(Role::Button, "Add domain");
        buttons.count()
    };
    assert_eq!(adds(&window), 2, "above the list and below the form");
    assert!(tells(&window, "There are two by the name contoso.nl."));
    fill(&mut window, "Domain name", "contoso.com");
    press(&mut window, Key::Enter);
    assert_eq!(told(&window)[3], "-contoso.com");
    assert!(tells(&window, "checks no DNS"), "it is open now");

    click(&mut window, "Mark as verified");
    assert_eq!(told(&window)[3], "+contoso.com");
    click(&mut window, "Make default");
    assert_eq!(
        told(&window),
        [
            "+contoso.onmicrosoft.com",
            "+contoso.nl",
            "-contoso-nieuw.nl",
            "+contoso.com*"
        ],
        "exactly one is the default"
    );
    let why = disabled(&window, REMOVE).expect("the default stays");
    assert_eq!(
        why,
        "There is always one default domain. Make another the default first."
    );
    undo(&mut window);
    assert_eq!(told(&window)[0], "+contoso.onmicrosoft.com*");
    assert_eq!(told(&window)[3], "+contoso.com");

    click(&mut window, REMOVE);
    assert!(tells(&window, "Remove contoso.com?"));
    click(&mut window, "Remove");
    assert_eq!(told(&window), BEFORE);
    assert_eq!(disabled(&window, "Add domain"), None);
    assert!(!tells(&window, "Close form"), "its form is closed with it");
    for expected in ["+contoso.com", "-contoso.com"] {
        undo(&mut window);
        assert_eq!(told(&window)[3], expected);
    }
    undo(&mut window);
    assert_eq!(told(&window), BEFORE);
}

#[test]
fn a_domain_with_people_and_the_initial_one_stay() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    go(&mut window, DOMAINS);
    let line = row(&window, "contoso.nl").expect("it is listed");
    assert_eq!(line, "contoso.nl, Verified, 2 users");
    open(&mut window, "contoso.nl");
    let why = disabled(&window, REMOVE).expect("it is in use");
    assert_eq!(why, "2 users have a name on contoso.nl. Rename them first.");
    assert!(
        tells(&window, "2 users have a name on contoso.nl."),
        "it is told, too"
    );
    open(&mut window, "contoso.onmicrosoft.com");
    let why = disabled(&window, REMOVE).expect("it is the initial one");
    assert_eq!(
        why,
        "contoso.onmicrosoft.com is the initial domain and stays."
    );
    open(&mut window, "contoso-nieuw.nl");
    assert_eq!(disabled(&window, REMOVE), None);

    open(&mut window, "contoso.nl");
    window
        .get_by_role_and_label(Role::Link, "Show these users")
        .click();
    settle(&mut window);
    assert_eq!(window.state().view(), View::ActiveUsers);
    assert!(row(&window, "anna, anna@contoso.nl").is_some());
    let filter = window.query_by_role_and_label(Role::Button, "contoso.nl");
    assert!(filter.is_some(), "the list is filtered");
}

#[test]
fn a_partner_is_added_renamed_and_removed() {
    let (mut window, _folder) = shown(&fixture(), "anna");
    let partners = |window: &Window| tenant_of(window).organization().partners.clone();
    let partner = |name: &str, administers| Partner {
        name: name.into(),
        administers,
    };
    go(&mut window, PARTNERS);
    assert!(tells(&window, "No partners"));
    click(&mut window, "Add partner");
    fill(&mut window, "Name of the partner", "Fabrikam");
    far(&mut window, Role::CheckBox, "Administers this tenant");
    press(&mut window, Key::Enter);
    assert_eq!(partners(&window), [partner("Fabrikam", true)]);
    assert_eq!(
        row(&window, "Fabrikam").as_deref(),
        Some("Fabrikam, Administers")
    );
    assert_eq!(tab(&window, PARTNERS).as_deref(), Some("Partners 1"));

    fill(&mut window, "Name of the partner", "Fabrikam Cloud");
    far(&mut window, Role::CheckBox, "Administers this tenant");
    click(&mut window, "Save");
    assert_eq!(partners(&window), [partner("Fabrikam Cloud", false)]);
    assert!(!tells(&window, "Not saved"));
    assert_eq!(
        value(&window, "Name of the partner"),
        "Fabrikam Cloud",
        "it stays open"
    );

    click(&mut window, "Remove partner…");
    click(&mut window, "Remove");
    assert_eq!(partners(&window), []);
    undo(&mut window);
    undo(&mut window);
    assert_eq!(partners(&window), [partner("Fabrikam", true)]);
    undo(&mut window);
    assert_eq!(partners(&window), []);
}

#[test]
fn a_name_that_is_taken_is_refused_where_it_is_typed() {
    let tenant = fixture()
        .partner("Fabrikam", true)
        .partner("Litware", false);
    let (mut window, _folder) = shown(&tenant, "anna");
    go(&mut window, PARTNERS);
    open(&mut window, "Litware");
    fill(&mut window, "Name of the partner", "Fabrikam");
    let why = disabled(&window, "Save").expect("it is taken");
    assert_eq!(why, "There are two by the name Fabrikam.");
    fill(&mut window, "Name of the partner", " ");
    assert_eq!(disabled(&window, "Save").as_deref(), Some("Enter a name."));
}

#[test]
fn customers_are_listed_with_who_administers_them() {
    let tenant = fixture()
        .delegated(Limited)
        .user("zoe")
        .delegated(Full)
        .certified_partner();
    let (mut window, _folder) = shown(&tenant, "anna");
    go(&mut window, CUSTOMERS);
    assert!(tells(
        &window,
        "Full administration: 1, comparable to Global administrator"
    ));
    assert!(tells(
        &window,
        "Limited administration: 1, comparable to Password administrator"
    ));
    assert!(row(&window, "zoe, zoe@contoso.nl, Full").is_some());
    assert!(row(&window, "piet, piet@contoso.nl, Limited").is_some());
    assert!(
        row(&window, "anna").is_none(),
        "a Global Administrator here is none there"
    );

    let customers = |window: &Window| tenant_of(window).organization().customers.clone();
    click(&mut window, "Add customer");
    fill(&mut window, "Name of the customer", "Fabrikam");
    fill(&mut window, "Domain of the customer", "fabrikam");
    assert!(tells(&window, "Enter a domain name such as contoso.com."));
    fill(&mut window, "Domain of the customer", "fabrikam.com");
    press(&mut window, Key::Enter);
    let fabrikam = Customer {
        name: "Fabrikam".into(),
        domain: name("fabrikam.com"),
    };
    assert_eq!(customers(&window), [fabrikam]);
    // Beside the customer, its administrators are links.
    far(&mut window, Role::Link, "piet");
    assert_eq!(window.state().view(), View::ActiveUsers);
    assert!(
        window.query_by_label("piet@contoso.nl").is_some(),
        "in the details"
    );

    press(&mut window, Key::Num8);
    click(&mut window, "Remove customer…");
    click(&mut window, "Remove");
    assert_eq!(customers(&window), []);
    open(&mut window, "zoe");
    assert!(
        window.query_by_label("zoe@contoso.nl").is_some(),
        "in the details"
    );
    undo(&mut window);
    assert_eq!(customers(&window).len(), 1);
}

#[test]
fn without_delegates_it_says_where_they_come_from() {
    let (mut window, _folder) = shown(&fixture().certified_partner(), "anna");
    go(&mut window, CUSTOMERS);
    assert!(tells(&window, "No customers"));
    assert!(tells(&window, "Nobody has delegated administration yet."));
    let (window, _folder) = shown(&fixture(), "anna");
    assert_eq!(
        tab(&window, CUSTOMERS),
        None,
        "only a certified partner has them"
    );
}

#[test]
fn billing_administrators_do_not_manage_domains_or_partners() {
    let tenant = fixture()
        .partner("Fabrikam", true)
        .user("bob")
        .holds(BILLING);
    let (mut window, _folder) = shown(&tenant, "bob");
    go(&mut window, DOMAINS);
    let why = disabled(&window, "Add domain").expect("not theirs");
    assert!(
        why.contains("What no role of yours grants is refused."),
        "{why}"
    );
    open(&mut window, "contoso-nieuw.nl");
    for label in ["Mark as verified", REMOVE] {
        assert!(disabled(&window, label).is_some(), "{label}");
    }
    assert!(tells(&window, "You can look at this, not change it"));
    go(&mut window, PARTNERS);
    assert!(disabled(&window, "Add partner").is_some());
    open(&mut window, "Fabrikam");
    assert!(disabled(&window, "Remove partner…").is_some());
    assert!(disabled(&window, "Save").is_some());
}
