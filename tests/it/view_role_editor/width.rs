//! The editor never needs more width than its panel has, whoever is in it.

use egui_kittest::kittest::Queryable as _;
use mandate::domain::contact::MobilePhone;
use mandate::domain::role::RoleTemplateId;

use super::{Host, click, open, type_into};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, PARTNER_TIER1, PASSWORD, SECURITY,
    SHAREPOINT, USERS, fixture, id,
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
                .filter_map(|kind| {
                    use egui_kittest::kittest::NodeT as _;
                    kind.accesskit_node().label()
                })
                .collect();
            for kind in kinds {
                click(&mut app, &kind);
            }
            let excess = app.state().excess;
            assert!(excess < 0.5, "{who}, Dutch {dutch}: {excess} too wide");
        }
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
