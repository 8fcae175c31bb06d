//! The organisation: its profile, domains, subscriptions, partners, and a partner's customers.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::organization::{
    Customer, Domain, Organization, Service, Subscription, SubscriptionId,
};
use mandate::domain::upn::DomainName;
use mandate::session::Session;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::{Launch, View};
use uuid::Uuid;

use super::{LARGE, Picture, SMALL, compare_each, sample, shortcut, signed_in};
use crate::app_support::{Window, settle, until};
use crate::support::partner::partner;
use crate::support::{id, roles};

/// Sixty characters.
const LONG: &str = "Waterschap Rivierenland, Uiterwaarden en Meren voor Iedereen";

const DOMAINS: [&str; 2] = ["Domains", "Domeinen"];
const SUBSCRIPTIONS: [&str; 2] = ["Subscriptions", "Abonnementen"];
const PARTNERS: [&str; 2] = ["Partners", "Partners"];
const CUSTOMERS: [&str; 2] = ["Customers", "Klanten"];

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let partner = |name, size, prepare| Picture {
        name,
        launch: Launch::File(partner_file()),
        size,
        prepare,
    };
    vec![
        sample("organization", SMALL, rijnzicht),
        sample("organization", LARGE, rijnzicht),
        sample("organization-seller", SMALL, |window| {
            rijnzicht(window);
            press(
                window,
                Role::RadioButton,
                ["From a partner", "Bij een partner"],
            );
            focus(window, ["Seller", "Verkoper"]);
            write(window, "Kantelpunt Cloudbeheer");
            bottom(window, ["Certified partner", "Gecertificeerde partner"]);
        }),
        sample("organization-domains", SMALL, |window| {
            rijnzicht(window);
            tab(window, DOMAINS);
            open(window, "rijnzicht.example");
        }),
        sample("organization-subscriptions", SMALL, subscriptions),
        sample("organization-subscriptions", LARGE, subscriptions),
        sample("organization-partners", SMALL, |window| {
            rijnzicht(window);
            tab(window, PARTNERS);
            open(window, "Waterlinie");
        }),
        partner("organization-domain-new", SMALL, |window| {
            kantelpunt(window);
            tab(window, DOMAINS);
            press(window, Role::Button, ["Add domain", "Domein toevoegen"]);
            write(window, "kantelpunt");
        }),
        partner("organization-domain-unverified", SMALL, |window| {
            kantelpunt(window);
            tab(window, DOMAINS);
            open(window, "contoso-nieuw.nl");
        }),
        partner("organization-subscriptions-many", SMALL, |window| {
            kantelpunt(window);
            tab(window, SUBSCRIPTIONS);
            open(window, "Everything");
            press(window, Role::CheckBox, ["Exchange Online"; 2]);
            bottom(window, ["Remove subscription…", "Abonnement verwijderen…"]);
        }),
        partner("organization-partners-empty", SMALL, |window| {
            kantelpunt(window);
            tab(window, PARTNERS);
        }),
        partner("organization-customers", SMALL, customers),
        partner("organization-customers", LARGE, customers),
        partner("organization-customer", SMALL, |window| {
            customers(window);
            open(window, LONG);
        }),
        partner("organization-no-partner", SMALL, |window| {
            kantelpunt(window);
            let certified = ["Certified partner", "Gecertificeerde partner"];
            press(window, Role::CheckBox, certified);
            bottom(window, ["Not allowed", "Niet toegestaan"]);
        }),
        partner("organization-read-only", SMALL, |window| {
            sign_in(window, "Lotte Willemsen, lotte@contoso.nl");
            tab(window, SUBSCRIPTIONS);
            open(window, "Everything");
        }),
    ]
}

/// The partner of the other pictures, with customers and a lot that it bought.
fn partner_file() -> PathBuf {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    let write = || {
        let mut session = Session::unsaved(partner(), Arc::clone(roles()), || crate::support::NOW);
        session.sign_in(id("mira")).expect("Mira may");
        let tenant = session.tenant();
        let customer = |name: &str, domain: &str| Customer {
            name: name.into(),
            domain: DomainName::parse(domain).expect("a domain"),
        };
        let organization = Organization {
            name: "Kantelpunt Cloudbeheer".into(),
            customers: vec![
                customer("Waterbedrijf Rijnzicht", "rijnzicht.example"),
                customer("Bakkerij De Gouden Aar", "goudenaar.example"),
                customer(LONG, "waterschap-rivierenland-en-meren.onmicrosoft.com"),
            ],
            ..tenant.organization().clone()
        };
        let mut domains = tenant.domains().to_vec();
        domains.extend((1..=200).map(|number| Domain {
            name: DomainName::parse(&format!("vestiging-{number}.example")).expect("a domain"),
            verified: number % 7 != 0,
            default: false,
        }));
        let mut subscriptions = tenant.subscriptions().to_vec();
        subscriptions.extend((1..=500).map(|number: u32| Subscription {
            id: SubscriptionId(Uuid::from_u128(u128::from(number))),
            name: format!("Teams Rooms Pro, zaal {number}").into(),
            seats: number % 5,
            services: vec![Service::Teams],
        }));
        let command = Command::Batch(vec![
            Command::EditOrganization(Box::new(organization)),
            Command::SetDomains(domains),
            Command::SetSubscriptions(subscriptions),
        ]);
        let assent = Assent::because("For a picture");
        session.execute(&command, &assent).expect("Mira may");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("organization");
        std::fs::create_dir_all(&folder).expect("a folder to write into");
        let path = folder.join("kantelpunt.tenant.ron");
        let (snapshot, progress) = (session.tenant().snapshot(), Progress::default());
        storage::save(&snapshot, &path, None, OnConflict::Overwrite, &progress)
            .expect("the tenant is written");
        path
    };
    FILE.get_or_init(write).clone()
}

fn rijnzicht(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num8);
}

fn kantelpunt(window: &mut Window) {
    sign_in(window, "Mira Hoekstra, mira@contoso.nl");
}

fn sign_in(window: &mut Window, label: &str) {
    until(window, |app| app.view() == View::SignIn);
    window.get_by_label(label).click();
    settle(window);
    shortcut(window, Key::Num8);
}

fn subscriptions(window: &mut Window) {
    rijnzicht(window);
    tab(window, SUBSCRIPTIONS);
    open(window, "Microsoft 365 E5");
}

fn customers(window: &mut Window) {
    kantelpunt(window);
    tab(window, CUSTOMERS);
}

/// Shows a part of the view: its name in both languages, without the count behind it.
fn tab(window: &mut Window, names: [&str; 2]) {
    let mut tabs = window.query_all_by_role(Role::Tab);
    let is = |tab: &egui_kittest::Node<'_>| {
        let label = tab.accesskit_node().label().unwrap_or_default();
        names.iter().any(|name| label.starts_with(name))
    };
    tabs.find(is).expect(names[0]).click();
    drop(tabs);
    settle(window);
}

/// Clicks the row that begins with `name`.
fn open(window: &mut Window, name: &str) {
    let mut rows = window.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.starts_with(name)
    };
    rows.find(begins).expect(name).click();
    drop(rows);
    settle(window);
}

/// Something with either name: pictures are made in both languages.
fn press(window: &mut Window, role: Role, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(role, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.click();
    settle(window);
}

fn focus(window: &mut Window, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.focus();
    settle(window);
}

fn bottom(window: &mut Window, names: [&str; 2]) {
    let find = |name| window.query_all_by_label(name).last();
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.scroll_to_me();
    settle(window);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}
