//! The editor never needs more width than its panel has, whoever is in it.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::contact::MobilePhone;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::user::DelegatedAdministration;

use super::{Host, click, open, sized, type_into};
use crate::support::{
    BILLING, EXCHANGE, EXPERIENCE_MANAGER, Fixture, GLOBAL, HELPDESK, Less as _, PARTNER_TIER1,
    PASSWORD, SECURITY, SHAREPOINT, TOMORROW, USERS, YESTERDAY, fixture, id,
};

/// As long as a name gets that people still read.
const LONG: &str = "Maria-Antoinette Alexandrina van Oldenborgh-Schouwenaars de Ruyter";

const MANY: [RoleTemplateId; 8] = [
    EXCHANGE,
    SHAREPOINT,
    BILLING,
    HELPDESK,
    USERS,
    SECURITY,
    PASSWORD,
    PARTNER_TIER1,
];

fn people() -> Vec<(&'static str, Fixture)> {
    let many = MANY.into_iter().fold(fixture(), Fixture::holds);
    vec![
        ("plain", fixture()),
        ("guest", fixture().guest()),
        ("synchronised", fixture().synced()),
        ("blocked", fixture().blocked().unreachable()),
        (
            "everything at once",
            fixture().guest().synced().blocked().but(|piet| {
                piet.must_change_password = true;
                piet.contact.mobile_phone = Some(MobilePhone::imported("0612345678"));
            }),
        ),
        (
            "a long name",
            fixture().but(|piet| piet.profile.display_name = LONG.into()),
        ),
        ("many roles", many),
        ("eligible", fixture().holds(SECURITY).eligible()),
        ("global administrator", fixture().holds(GLOBAL)),
        ("every way", every_way()),
        (
            "a partner's",
            fixture()
                .certified_partner()
                .delegated(DelegatedAdministration::Full),
        ),
        (
            "by group",
            fixture()
                .group("Rol Servicedesk", &["piet"])
                .holds(HELPDESK)
                .user("kees"),
        ),
    ]
}

#[test]
fn nothing_is_wider_than_the_panel() {
    for dutch in [false, true] {
        for (who, tenant) in people() {
            let host = || {
                let host = Host::new(tenant.build(), id("anna"), id("piet"));
                if dutch { host.in_dutch() } else { host }
            };
            let mut app = open(host());
            let kinds = app.query_all_by_role(egui::accesskit::Role::RadioButton);
            let kinds: Vec<_> = kinds
                .filter_map(|kind| kind.accesskit_node().label())
                .collect();
            for kind in kinds {
                click(&mut app, &kind);
            }
            let excess = app.state().excess;
            assert!(excess < 0.5, "{who}, Dutch {dutch}: {excess} too wide");
        }
    }
}

/// Someone who holds roles in every way there is, over units with long names.
fn every_way() -> Fixture {
    fixture()
        .unit("west", &[])
        .called(LONG)
        .holds(SECURITY)
        .eligible()
        .within("west")
        .since(TOMORROW)
        .holds(EXCHANGE)
        .until(TOMORROW)
        .holds(SHAREPOINT)
        .until(YESTERDAY)
        .holds(EXPERIENCE_MANAGER)
        .within("west")
        .group("long", &["piet"])
        .holds(HELPDESK)
        .user("kees")
}

#[test]
fn changing_every_way_fits() {
    for dutch in [false, true] {
        let host = Host::new(every_way().build(), id("anna"), id("piet"));
        let host = if dutch { host.in_dutch() } else { host };
        // Several groups of the picker are open: more than the usual height.
        let mut app = sized(host, 6000.0, egui::Theme::Light);
        let change = if dutch {
            "Toewijzing van"
        } else {
            "Change how"
        };
        let buttons = app.query_all_by_label_contains(change);
        let names: Vec<_> = buttons
            .filter_map(|it| it.accesskit_node().label())
            .collect();
        assert_eq!(names.len(), 4);
        for name in names {
            click(&mut app, &name);
        }
        let scope = if dutch { "Bereik: " } else { "Scope: " };
        let scopes = app.query_all_by_label_contains(scope).count();
        assert_eq!(scopes, 4, "{dutch}");
        assert!(app.state().excess < 0.5, "{dutch}: {}", app.state().excess);
    }
}

#[test]
fn what_is_wrong_wraps() {
    let tenant = fixture().unreachable();
    let mut app = open(Host::new(tenant.build(), id("anna"), id("piet")).in_dutch());
    type_into(&mut app, "Mobiele telefoon", "0612345678");
    type_into(&mut app, "Alternatief e-mailadres", "piet@contoso.nl");
    assert!(app.state().excess < 0.5, "{}", app.state().excess);
}

#[test]
fn a_lesser_administrator_s_editor_fits_too() {
    for dutch in [false, true] {
        let tenant = fixture().synced().user("bob").holds(USERS);
        for person in ["anna", "piet"] {
            let host = Host::new(tenant.build(), id("bob"), id(person));
            let app = open(if dutch { host.in_dutch() } else { host });
            assert!(app.state().excess < 0.5, "{person}: {}", app.state().excess);
        }
    }
}
