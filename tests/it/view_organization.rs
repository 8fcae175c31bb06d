//! The organisation: what its lists show, and whole paths through the window with undo.

mod drafts;
mod lists;
mod profile;
mod sold;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::decision::{About, Reason};
use mandate::domain::organization::{Service, Subscription, SubscriptionId};
use mandate::domain::rule::Rule;
use mandate::domain::upn::DomainName;
use mandate::domain::user::DelegatedAdministration::{Full, Limited};
use mandate::ui::user_index::UserIndex;
use mandate::ui::views::organization::rows::{
    Delegates, DomainRow, SubscriptionRow, domains, losing, subscriptions,
};
use uuid::Uuid;

use crate::app_support::{Window, open_tenant, settle};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, Less as _, NOW, SHAREPOINT, empty, everything, fixture, id, roles,
};

const DOMAINS: &str = "Domains";
const SUBSCRIPTIONS: &str = "Subscriptions";
const PARTNERS: &str = "Partners";
const CUSTOMERS: &str = "Customers";

/// The organisation of a tenant, in a window of `actor`. The file lasts as long as what else
/// comes back.
fn shown(fixture: &Fixture, actor: &str) -> (Window, tempfile::TempDir) {
    let (mut window, folder) = open_tenant(&fixture.build(), actor);
    press(&mut window, Key::Num8);
    (window, folder)
}

fn press(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

/// Takes back the latest change, not what was typed: nothing is being typed any more.
fn undo(window: &mut Window) {
    let button = begins_with(window, Role::Button, "Take back the latest change");
    button.expect("something can be undone").click();
    settle(window);
}

fn begins_with<'w>(window: &'w Window, role: Role, name: &'w str) -> Option<Node<'w>> {
    let begins = |node: &Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with(name)
    };
    window.query_all_by_role(role).find(begins)
}

/// What is told of the row that begins with `name`.
fn row(window: &Window, name: &str) -> Option<String> {
    begins_with(window, Role::Row, name)?
        .accesskit_node()
        .label()
}

/// The tab that begins with `name`, as it is told.
fn tab(window: &Window, name: &str) -> Option<String> {
    begins_with(window, Role::Tab, name)?
        .accesskit_node()
        .label()
}

fn go(window: &mut Window, name: &str) {
    begins_with(window, Role::Tab, name).expect(name).click();
    settle(window);
}

fn open(window: &mut Window, name: &str) {
    begins_with(window, Role::Row, name).expect(name).click();
    settle(window);
}

fn far(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).scroll_to_me();
    settle(window);
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

fn value(window: &Window, label: &str) -> String {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.accesskit_node().value().unwrap_or_default()
}

fn name(text: &str) -> DomainName {
    DomainName::parse(text).expect("a domain")
}

#[test]
fn domains_are_told_with_who_is_on_them() {
    let tenant = fixture().user("zoe").build();
    let index = UserIndex::build(&tenant, roles(), NOW);
    let row = |text: &str, initial, verified, people| DomainRow {
        name: name(text),
        initial,
        verified,
        default: initial,
        people,
    };
    assert_eq!(
        domains(&tenant, &index),
        [
            row("contoso.onmicrosoft.com", true, true, 0),
            row("contoso.nl", false, true, 3),
            row("contoso-nieuw.nl", false, false, 0),
        ]
    );
}

#[test]
fn subscriptions_are_told_with_their_seats() {
    let told = |seats| {
        let tenant = fixture().licensed().user("zoe").licensed().seats(seats);
        subscriptions(&tenant.sold(&[Service::Teams]).build())
    };
    let row = |seats| SubscriptionRow {
        id: everything(),
        name: "Everything".into(),
        seats,
        used: 2,
        services: vec![Service::Teams],
    };
    for (seats, left, over) in [(5, 3, 0), (2, 0, 0), (1, 0, 1), (0, 0, 2)] {
        let rows = told(seats);
        assert_eq!(rows, [row(seats)]);
        assert_eq!((rows[0].left(), rows[0].over()), (left, over), "{seats}");
    }
}

#[test]
fn delegates_stand_by_level_then_by_name() {
    let tenant = empty()
        .user("zoe")
        .holds(GLOBAL)
        .delegated(Full)
        .user("bram")
        .delegated(Limited)
        .user("piet")
        .user("anna")
        .delegated(Full)
        .user("adam")
        .delegated(Limited)
        .build();
    let index = UserIndex::build(&tenant, roles(), NOW);
    let people = Delegates::of(&tenant, &index);
    assert_eq!(people.full, [id("anna"), id("zoe")]);
    assert_eq!(people.limited, [id("adam"), id("bram")]);
    assert_eq!(people.len(), 4);
    assert_eq!(people.get(1), Some((id("zoe"), Full)));
    assert_eq!(people.get(2), Some((id("adam"), Limited)));
    assert_eq!(people.get(4), None);
    assert!(Delegates::default().is_empty());
}

#[test]
fn roles_that_lose_their_service_are_counted() {
    let tenant = fixture()
        .holds(EXCHANGE)
        .holds(SHAREPOINT)
        .user("zoe")
        .holds(EXCHANGE)
        .eligible()
        .build();
    let warning = |service| Reason {
        rule: Rule::WorkloadRoleNeedsService,
        about: About::Service(service),
    };
    let lost = |services: &[Service]| {
        let warnings: Vec<_> = services.iter().copied().map(warning).collect();
        losing(&tenant, &warnings)
    };
    assert_eq!(lost(&[]), []);
    assert_eq!(lost(&[Service::Teams]), []);
    assert_eq!(lost(&[Service::ExchangeOnline]), [(EXCHANGE, 2)]);
    let mut both = lost(&[Service::ExchangeOnline, Service::SharePointOnline]);
    both.sort_unstable();
    let mut expected = vec![(EXCHANGE, 2), (SHAREPOINT, 1)];
    expected.sort_unstable();
    assert_eq!(both, expected);
}

/// Another subscription than that of the fixture.
fn another(number: u128, name: &str, services: &[Service]) -> Subscription {
    Subscription {
        id: SubscriptionId(Uuid::from_u128(number)),
        name: name.into(),
        seats: 10,
        services: services.to_vec(),
    }
}
