//! What the details tell of a role.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::language::Language;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::time::Timestamp;
use mandate::ui::outbox::Request;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::roles::about::privileged;
use mandate::ui::views::roles::actions::{Line, Query, items, lines};
use mandate::ui::views::roles::namespaces;
use mandate::ui::views::roles::words::months_old;
use uuid::uuid;

use super::{asked, click, fill, labels, open, shown_in, tells};
use crate::support::{
    GLOBAL, HELPDESK, Less as _, NOW, PARTNER_TIER1, PASSWORD, REPORTS_READER, USERS, fixture,
    given, group_id, id, roles,
};

/// A role whose table no source prints.
const UNKNOWN: RoleTemplateId = RoleTemplateId(uuid!("e07494ad-1654-4dd2-922e-6f81a71bf00f"));

#[test]
fn why_a_role_is_privileged() {
    // Counted in the facts: 3 of the 9 actions of Helpdesk carry the label in some table.
    let why = privileged(roles(), Language::English, HELPDESK).expect("its actions are known");
    assert_eq!((why.words.len(), why.all), (3, 9));
    let plain = privileged(roles(), Language::English, REPORTS_READER).expect("known");
    assert_eq!((plain.words.len(), plain.all), (0, 7));
    assert_eq!(privileged(roles(), Language::English, UNKNOWN), None);
}

#[test]
fn actions_are_grouped_folded_and_found() {
    let all = items(roles(), Language::English, HELPDESK).expect("its actions are known");
    assert_eq!(all.len(), 9);
    let none = |query: Query| lines(&all, Language::English, &query);
    let folded = none(Query::default());
    let heads: Vec<_> = folded
        .iter()
        .map(|line| match line {
            Line::Group {
                name, count, open, ..
            } => (name.as_str(), *count, *open),
            Line::Action(_) => panic!("everything is folded"),
        })
        .collect();
    assert_eq!(
        heads,
        [
            ("Azure Service Health", 1, false),
            ("Azure support tickets", 1, false),
            ("Microsoft 365 admin center", 1, false),
            ("Microsoft 365 service health", 1, false),
            ("Microsoft 365 support tickets", 1, false),
            ("Microsoft Entra ID", 4, false),
        ]
    );
    // A search opens what it finds in; in either language, and by the string.
    for text in ["password", "wachtwoord", "users/password/UPDATE"] {
        let found = none(Query {
            text: text.to_owned(),
            ..Query::default()
        });
        assert_eq!(found.len(), 2, "{text}: a head and an action");
        assert!(matches!(
            found.first(),
            Some(Line::Group {
                open: true,
                count: 1,
                ..
            })
        ));
    }
    let privileged = none(Query {
        privileged: true,
        ..Query::default()
    });
    assert_eq!(privileged.len(), 4, "a head and three actions");
    let opened = none(Query {
        turned: ["microsoft.directory".into()].into(),
        ..Query::default()
    });
    assert_eq!(opened.len(), 10, "six heads and the four of one of them");
    assert_eq!(items(roles(), Language::English, UNKNOWN), None);
}

#[test]
fn namespaces_have_names() {
    for (namespace, english, dutch) in [
        (
            "microsoft.directory",
            "Microsoft Entra ID",
            "Microsoft Entra ID",
        ),
        (
            "microsoft.office365.messageCenter",
            "Message center",
            "Berichtencentrum",
        ),
        ("microsoft.nowhere.atAll", "nowhere.atAll", "nowhere.atAll"),
        ("Intune", "Intune", "Intune"),
    ] {
        assert_eq!(namespaces::name(namespace, Language::English), english);
        assert_eq!(namespaces::name(namespace, Language::Dutch), dutch);
    }
}

#[test]
fn how_old_a_source_is() {
    // The tests' day is 22 November 2026.
    for (date, expected) in [
        ("2026-11-22", Some(0)),
        ("2026-10-23", Some(0)),
        ("2026-10-22", Some(1)),
        ("2026-01-26", Some(9)),
        ("2025-06-25", Some(16)),
        ("2026-11-23", None),
        ("soon", None),
    ] {
        assert_eq!(months_old(date, NOW), expected, "{date}");
    }
    assert_eq!(months_old("1969-12-31", Timestamp(0)), Some(0));
}

#[test]
fn helpdesk_tells_all_of_it() {
    let view = open(fixture().build(), "anna", HELPDESK);
    for text in [
        "Password resets, refresh token invalidation and support requests",
        "3 of its 9 actions are labelled privileged",
        "Force a new sign-in by invalidating refresh tokens",
        "Risk: Changing passwords can mean taking over identity and permissions",
        "Holds for: Allowed resets depend on the role of the user",
        "This is the Office 365 role Password administrator.",
    ] {
        assert!(tells(&view, text), "{text}");
    }
    assert_eq!(
        labels(&view, Role::Tab),
        [
            "Roles 139",
            "Compare",
            "Changes to the catalogue",
            "About",
            "Actions 9",
            "People 0",
        ]
    );
}

#[test]
fn what_stands_below_is_told_too() {
    let mut view = open(fixture().build(), "anna", PASSWORD);
    // Its page is short enough for one look in a high window.
    view.set_size(egui::vec2(1_400.0, 2_400.0));
    view.run();
    for text in [
        "Not one of the eight Office 365 roles; worked out from its actions.",
        "Not: 14 permissions",
        "Least privileged role for",
        "Microsoft's documentation of 2026-01-26 · 9 months old",
        "Template id",
        "966707d0-3269-4727-9be2-8c3a10f19b9d",
    ] {
        assert!(tells(&view, text), "{text}");
    }
    view.get_by_label("Copy template id").click();
    view.step();
    let copied = view.output().platform_output.commands.iter();
    let copied: Vec<_> = copied
        .filter_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(copied, ["966707d0-3269-4727-9be2-8c3a10f19b9d"]);
}

#[test]
fn a_role_out_of_use_says_so_and_an_unknown_one_is_not_empty() {
    let view = open(fixture().build(), "anna", PARTNER_TIER1);
    for text in [
        "Deprecated",
        "Microsoft took this role out of use.",
        "Hidden in the portal",
        "The portal leaves this role out of its list",
    ] {
        assert!(tells(&view, text), "{text}");
    }
    let mut view = open(fixture().build(), "anna", UNKNOWN);
    assert!(tells(&view, "Actions unknown"));
    click(&mut view, Role::Tab, "Actions ?");
    assert!(tells(&view, "Unknown is not none"));
}

#[test]
fn the_privileged_actions_are_one_click_away() {
    let mut view = open(fixture().build(), "anna", USERS);
    click(&mut view, Role::Link, "Show all 10 privileged actions");
    let rows = labels(&view, Role::Row);
    let marked = rows.iter().filter(|row| row.ends_with(", Privileged"));
    assert_eq!(marked.count(), 10, "{rows:?}");
    click(&mut view, Role::Button, "Privileged actions 10");
    fill(&mut view, "Find actions", "users/password/update");
    let action = "microsoft.directory/users/password/update";
    assert!(
        labels(&view, Role::Row)
            .iter()
            .any(|row| row.contains(action))
    );
}

#[test]
fn people_and_groups_open_where_they_live() {
    let tenant = fixture()
        .user("eva")
        .group("Desk", &["piet"])
        .holds(HELPDESK)
        .with(given("eva", HELPDESK).eligible())
        .build();
    let mut view = open(tenant, "anna", HELPDESK);
    click(&mut view, Role::Tab, "People 1");
    assert!(tells(&view, "Through a group 1"));
    assert!(tells(&view, "Eligible 1"));
    for (row, expected) in [
        ("Desk, 1 member, ", UiCommand::ShowGroup(group_id("Desk"))),
        ("piet, piet@contoso.nl", UiCommand::ShowUser(id("piet"))),
        (
            "eva, eva@contoso.nl, Eligible",
            UiCommand::ShowUser(id("eva")),
        ),
    ] {
        click(&mut view, Role::Row, row);
        assert_eq!(asked(&mut view), [Request::Ui(expected)], "{row}");
    }
}

#[test]
fn nobody_holds_it_is_an_answer() {
    let mut view = open(fixture().build(), "anna", REPORTS_READER);
    click(&mut view, Role::Tab, "People 0");
    assert!(tells(&view, "Nobody holds this role"));
}

#[test]
fn in_dutch_as_well() {
    let mut view = shown_in(Language::Dutch, fixture().build(), "anna");
    view.state_mut().state.show(GLOBAL);
    view.run();
    for text in [
        "Algemene beheerder",
        "Waarom bevoorrecht",
        "33 van de 253 acties zijn als bevoorrecht aangemerkt",
        "Goed om te weten",
    ] {
        assert!(tells(&view, text), "{text}");
    }
    assert!(labels(&view, Role::Tab).contains(&"Personen 1".to_owned()));
}
