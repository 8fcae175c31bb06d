//! The parts below the figures: findings, who holds privileged roles, what changed.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::language::Language;
use mandate::domain::review::{FindingAbout, FindingCode, FindingKey};
use mandate::i18n::Texts;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::Kind;
use mandate::ui::views::active_users::rows::roles as marks;
use mandate::ui::views::overview::holders::{Holder, how, worst};
use mandate::ui::views::overview::{chart, findings};

use super::{follow, links, names, people, sample_in, sanne, shown};
use crate::support::{
    AUTHENTICATION, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, SECURITY, USERS, empty,
    fixture, id, roles,
};

/// Everyone who holds a privileged role, told by hand: rows count from 0.
fn powerful() -> Fixture {
    empty()
        .user("one")
        .holds(USERS)
        .user("three")
        .holds(USERS)
        .holds(HELPDESK)
        .holds(AUTHENTICATION)
        .user("anna")
        .holds(GLOBAL)
        .user("two")
        .holds(HELPDESK)
        .holds(EXCHANGE)
        .with(mandate::domain::role::RoleAssignment {
            end: Some(mandate::domain::time::Timestamp(NOW.0 - 1)),
            ..mandate::domain::role::RoleAssignment::permanent(
                mandate::domain::role::Principal::User(id("two")),
                SECURITY,
            )
        })
        .user("boss")
        .holds(GLOBAL)
        .holds(SECURITY)
}

#[test]
fn the_most_powerful_come_first() {
    let tenant = powerful().build();
    let holder = |row, global| Holder { row, global };
    let holders = [
        holder(0, false),
        holder(1, false),
        holder(2, true),
        holder(3, false),
        holder(4, true),
    ];
    let shown = worst(&tenant, roles(), NOW, &holders);
    // Of the global ones the one with a second role; "two" holds one that counts, as "one" does.
    assert_eq!(
        shown,
        [id("boss"), id("anna"), id("three"), id("one"), id("two")]
    );
}

#[test]
fn the_list_leads_to_the_person() {
    let mut view = shown(powerful().build());
    let all = links(&view);
    let of = |name: &str| all.iter().find(|(other, _)| other == name).expect("a row");
    let (_, about) = of("boss");
    assert_eq!(
        about,
        "Global Administrator, Security Administrator · Directly"
    );
    for name in ["boss", "anna", "three"] {
        assert_eq!(follow(&mut view, name), UiCommand::ShowUser(id(name)));
    }
}

#[test]
fn more_people_than_fit_stand_behind_a_link() {
    let mut view = sample_in(Language::English, [1_008.0, 700.0]);
    // Fourteen hold privileged roles: the global ones, then by how many, then by name.
    let order = [
        "Daan Bakker",
        "Joëlle Peeters",
        "Sanne de Vries",
        "Tjeerd Wiersma",
        "Priya Ramdin",
        "Esther van Dam",
    ];
    let all = names(&view);
    let first = all.iter().position(|name| name == order[0]);
    let listed = &all[first.expect("the first of them")..];
    let same = listed
        .iter()
        .zip(order)
        .take_while(|(one, other)| one == other);
    let shown = same.count();
    assert!(shown >= 4, "{listed:?}");
    let more = format!("And {} more", 14 - shown);
    assert_eq!(listed[shown], more);
    assert_eq!(follow(&mut view, &more), people(&[Kind::Privileged]));
}

#[test]
fn how_roles_are_held_is_said() {
    let texts = Texts::new(Language::English);
    let tenant = fixture()
        .user("dora")
        .holds(USERS)
        .group("desk", &["dora", "piet"])
        .holds(HELPDESK)
        .user("ella")
        .holds(SECURITY)
        .eligible()
        .unit("noord", &["piet"])
        .user("sara")
        .holds(USERS)
        .within("noord")
        .build();
    for (name, expected) in [
        ("anna", "Directly"),
        ("dora", "Directly · Through a group"),
        ("piet", "Through a group"),
        ("ella", "Eligible"),
        ("sara", "Directly · Within a unit"),
    ] {
        let user = tenant.user(id(name)).expect(name);
        let marks = marks(&tenant, roles(), Language::English, NOW, user);
        assert_eq!(how(&texts, &marks), expected, "{name}");
    }
}

#[test]
fn findings_stand_with_their_severity_and_lead_to_themselves() {
    let mut view = shown(fixture().user("bea").blocked().holds(EXCHANGE).build());
    let label = "Warning: 1 blocked account still holds a role";
    let key = FindingKey {
        code: FindingCode::BlockedHoldRoles,
        about: FindingAbout::Tenant,
    };
    assert_eq!(follow(&mut view, label), UiCommand::ShowFinding(key));
    let open = view.state().findings.open_count().expect("they are there");
    let _ = view.get_by_role_and_label(Role::Label, &open.to_string());
}

#[test]
fn every_severity_has_a_word() {
    use mandate::domain::review::Severity;
    for (language, expected) in [
        (Language::English, ["Error", "Warning", "Info"]),
        (Language::Dutch, ["Fout", "Waarschuwing", "Info"]),
    ] {
        let texts = Texts::new(language);
        let severities = [Severity::Error, Severity::Warning, Severity::Info];
        let words = severities.map(|severity| findings::severity_word(&texts, severity));
        assert_eq!(words, expected);
    }
}

#[test]
fn findings_that_are_on_their_way_are_said_to_be() {
    let tenant = fixture().build();
    let mut view = shown(tenant);
    view.state_mut().findings = mandate::ui::findings::Findings::default();
    view.run();
    let _ = view.get_by_label("Looking through the tenant…");
}

#[test]
fn what_changed_stands_with_who_and_when() {
    let mut view = sample_in(Language::English, [1_008.0, 700.0]);
    let all = links(&view);
    let entry = all
        .iter()
        .find(|(name, _)| name == "Dennis Groen: password reset");
    let (label, about) = entry.expect("the latest change").clone();
    assert_eq!(about, "Priya Ramdin · 2 days ago");
    assert_eq!(follow(&mut view, &label), UiCommand::ShowChanges);
    let all = "All 14 changes";
    assert_eq!(follow(&mut view, all), UiCommand::ShowChanges);
}

#[test]
fn bars_say_their_number_and_whether_they_are_privileged() {
    let tenant = mandate::sample::dutch_organisation(mandate::sample::REFERENCE);
    let actor = sanne(&tenant);
    let size = [1_648.0, 948.0];
    let view = super::shown_in(tenant, actor, Language::Dutch, size);
    for label in [
        "Helpdeskbeheerder: 5 personen, bevoorrecht",
        "Identiteit: 11 roltoewijzingen, 8 bevoorrecht",
        "Samenwerking: 7 roltoewijzingen",
    ] {
        let _ = view.get_by_role_and_label(Role::Link, label);
    }
}

#[test]
fn a_bar_is_as_long_as_its_parts() {
    let bar = chart::Bar {
        name: "Helpdesk".to_owned(),
        privileged: true,
        parts: [5, 0, 2],
        number: "5 + 2".to_owned(),
        spoken: String::new(),
        command: UiCommand::ShowRoles,
    };
    assert_eq!(bar.length(), 7);
}
