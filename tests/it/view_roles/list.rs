//! What the list shows: which roles are found and how, filtered, sorted and counted.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::language::Language;
use mandate::domain::role::{RoleCategory, RoleStatus};
use mandate::domain::tenant::Tenant;
use mandate::exchange::csv;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::Request;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::role_editor::words::Words;
use mandate::ui::views::roles::export;
use mandate::ui::views::roles::holders::Holders;
use mandate::ui::views::roles::rows::{
    Column, Filters, Query, Row, Sort, filter_counts, listed, rows,
};

use super::{asked, click, fill, labels, shown, tells};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, NOW, PARTNER_TIER1, PASSWORD, REPORTS_READER,
    USERS, fixture, roles,
};

/// Three hold Helpdesk, one User Administrator, one an old partner role.
fn told() -> Fixture {
    fixture()
        .user("eva")
        .holds(USERS)
        .holds(HELPDESK)
        .user("sam")
        .holds(PARTNER_TIER1)
        .group("Desk", &["piet", "sam", "eva"])
        .holds(HELPDESK)
}

fn found(tenant: &Tenant, language: Language, query: &Query) -> Vec<Row> {
    rows(roles(), &Holders::of(tenant, NOW), language, query)
}

fn search(text: &str) -> Vec<Row> {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    found(&fixture().build(), Language::English, &query)
}

fn names(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn every_role_of_today_is_listed_and_whatever_else_is_held() {
    let tenant = fixture().build();
    let all = listed(roles(), &Holders::of(&tenant, NOW));
    assert_eq!(all.len(), 139, "the roles of today");

    // One that stands in no list any more, and one that never stood in any.
    let retired = roles().retired().first().expect("a retired role").id;
    let made_up = mandate::domain::role::RoleTemplateId(uuid::Uuid::from_u128(7));
    let held = fixture().user("old").holds(retired).holds(made_up);
    let tenant = held.build();
    let holders = Holders::of(&tenant, NOW);
    assert_eq!(listed(roles(), &holders).len(), 141);
    let shown = found(&tenant, Language::English, &Query::default());
    let unlisted = shown.iter().find(|row| row.role == made_up);
    let unlisted = unlisted.expect("it is shown");
    assert_eq!(unlisted.name, "00000000-0000-0000-0000-000000000007");
    assert_eq!((unlisted.status, unlisted.counts.now), (None, 1));
    assert!(unlisted.unknown);
}

#[test]
fn a_role_is_found_by_any_of_its_names() {
    for (text, expected) in [
        ("helpdesk", "Helpdesk Administrator"),
        ("HELPDESK admin", "Helpdesk Administrator"),
        ("helpdeskbeheerder", "Helpdesk Administrator"),
        ("factureringsbeheerder", "Billing Administrator"),
        (
            "729827e3-9c14-49f7-bb1b-9608f156bbb8",
            "Helpdesk Administrator",
        ),
        // What programs call it, and what it was called once.
        ("Company Administrator", "Global Administrator"),
        ("Lync Service", "Skype for Business Administrator"),
    ] {
        let rows = search(text);
        let first = rows.first().unwrap_or_else(|| panic!("`{text}` is found"));
        assert_eq!(first.name, expected, "{text}");
        assert_eq!(first.found_by, None, "{text}: by a name");
    }
    assert_eq!(search("zzz"), []);
}

#[test]
fn names_come_before_abilities_and_an_ability_is_told() {
    let rows = search("password");
    let by_name = rows.iter().take_while(|row| row.found_by.is_none());
    // Helpdesk was called Password Administrator.
    let by_name: Vec<_> = by_name.map(|row| row.name.as_str()).collect();
    assert_eq!(
        by_name,
        [
            "Authentication Extensibility Password Administrator",
            "Helpdesk Administrator",
            "Password Administrator",
        ]
    );
    let rest = rows.get(by_name.len()..).expect("there are more");
    assert!(rest.iter().all(|row| row.found_by.is_some()));
    assert!(names(rest).contains(&"Global Administrator"));
    assert!(names(rest).contains(&"User Administrator"));

    // An action as it is written: the four roles whose table has it, and no other.
    let rows = search("microsoft.directory/groups.security/hiddenMembers");
    assert!(rows.iter().all(|row| row.found_by.is_some()));
    let rows = search("microsoft.office365.exchange/recipients/allProperties/allTasks");
    let (kind, _) = rows
        .iter()
        .find(|row| row.name == "Exchange Recipient Administrator")
        .and_then(|row| row.found_by.clone())
        .expect("it has the action");
    assert_eq!(kind, None, "an action, not a remark");
}

#[test]
fn both_languages_find_and_the_reason_is_in_the_language_of_the_screen() {
    let tenant = fixture().build();
    let query = |text: &str| Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let dutch = found(
        &tenant,
        Language::Dutch,
        &query("invalidating refresh tokens"),
    );
    let helpdesk = dutch.iter().find(|row| row.role == HELPDESK);
    let helpdesk = helpdesk.expect("an English word finds in Dutch");
    assert_eq!(helpdesk.name, "Helpdeskbeheerder");
    let (_, why) = helpdesk.found_by.as_ref().expect("by an ability");
    assert_eq!(
        why,
        "Nieuwe aanmelding afdwingen door vernieuwingstokens in te trekken"
    );
    let english = search("vernieuwingstokens");
    let helpdesk = english.iter().find(|row| row.role == HELPDESK);
    let (_, why) = helpdesk
        .and_then(|row| row.found_by.as_ref())
        .expect("a Dutch word finds in English");
    assert_eq!(
        why,
        "Password resets, refresh token invalidation and support requests"
    );
}

#[test]
fn filters_leave_what_they_say() {
    let tenant = told().build();
    let holders = Holders::of(&tenant, NOW);
    let counts = filter_counts(roles(), &holders, Language::English);
    // Counted in the facts: 35 of 139 are privileged; 134 in use, 3 not for use, 2 deprecated.
    assert_eq!((counts.all, counts.privileged), (139, 35));
    assert_eq!(
        counts.assigned, 4,
        "Global, Helpdesk, Users, and the partner's"
    );
    assert_eq!(
        counts.statuses,
        [
            (RoleStatus::Active, 134),
            (RoleStatus::Deprecated, 2),
            (RoleStatus::NotForUse, 3),
        ]
    );
    let service = |key: &str| {
        let known = counts.services.iter().find(|(it, ..)| **it == *key);
        known.map(|(_, name, count)| (name.as_str(), *count))
    };
    // Counted in the facts, too.
    assert_eq!(
        service("microsoft.office365.exchange"),
        Some(("Exchange Online", 3))
    );
    assert_eq!(
        service("microsoft.office365.webPortal").map(|it| it.1),
        Some(82)
    );
    assert_eq!(service("Smart lockout"), Some(("Smart lockout", 1)));

    let filtered = |filters: Filters| {
        let query = Query {
            filters,
            ..Query::default()
        };
        found(&tenant, Language::English, &query)
    };
    let rows = filtered(Filters {
        assigned: Some(true),
        ..Filters::default()
    });
    assert_eq!(
        names(&rows),
        [
            "Global Administrator",
            "Helpdesk Administrator",
            "Partner Tier1 Support",
            "User Administrator",
        ]
    );
    let rows = filtered(Filters {
        assigned: Some(true),
        status: Some(RoleStatus::Deprecated),
        ..Filters::default()
    });
    assert_eq!(names(&rows), ["Partner Tier1 Support"]);
    let rows = filtered(Filters {
        service: Some("microsoft.office365.exchange".into()),
        ..Filters::default()
    });
    assert_eq!(
        names(&rows),
        [
            "Exchange Administrator",
            "Exchange Recipient Administrator",
            "Global Administrator",
        ]
    );
    let rows = filtered(Filters {
        privileged: true,
        ..Filters::default()
    });
    assert_eq!(rows.len(), 35);
    assert!(rows.iter().all(|row| row.privileged));
    let rows = filtered(Filters {
        category: Some(RoleCategory::BillingAndSupport),
        ..Filters::default()
    });
    assert!(rows.iter().any(|row| row.role == BILLING));
    assert!(rows.iter().all(|row| row.role != EXCHANGE));
    let rows = filtered(Filters {
        assigned: Some(false),
        ..Filters::default()
    });
    assert_eq!(rows.len(), 135);
}

#[test]
fn the_list_is_sorted_by_what_was_clicked() {
    let tenant = told().build();
    let sorted = |column, ascending| {
        let query = Query {
            sort: Sort { column, ascending },
            ..Query::default()
        };
        found(&tenant, Language::English, &query)
    };
    let rows = sorted(Column::Holders, false);
    let first: Vec<_> = rows
        .iter()
        .take(5)
        .map(|row| (row.name.as_str(), row.counts.now))
        .collect();
    assert_eq!(
        first,
        [
            ("Helpdesk Administrator", 3),
            ("Global Administrator", 1),
            ("Partner Tier1 Support", 1),
            ("User Administrator", 1),
            ("Agent ID Administrator", 0),
        ]
    );
    let up = sorted(Column::Holders, true);
    assert_eq!(names(&up).last(), Some(&"Helpdesk Administrator"));
    let names_up = sorted(Column::Name, true);
    let mut backwards = sorted(Column::Name, false);
    backwards.reverse();
    assert_eq!(names(&names_up), names(&backwards));
    let categories = sorted(Column::Category, true);
    assert_eq!(
        categories.first().and_then(|row| row.category),
        Some(RoleCategory::Global)
    );
    let marks = sorted(Column::Marks, true);
    assert!(marks.iter().take(35).all(|row| row.privileged));
    // One looks for the largest number first, and for the first name.
    let sort = Sort::default().clicked(Column::Holders);
    assert!(!sort.ascending);
    assert!(sort.clicked(Column::Holders).ascending);
    assert!(sort.clicked(Column::Name).ascending);
}

#[test]
fn a_custom_role_is_no_other_role() {
    let mut seen: Vec<_> = search("").iter().map(|row| row.role).collect();
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "each role once");
    assert!(seen.contains(&GLOBAL) && seen.contains(&PASSWORD));
}

#[test]
fn the_file_holds_what_is_shown() {
    let tenant = told().build();
    let query = Query {
        filters: Filters {
            assigned: Some(true),
            status: Some(RoleStatus::Active),
            ..Filters::default()
        },
        ..Query::default()
    };
    let shown = found(&tenant, Language::English, &query);
    let session = Session::opened(tenant, std::sync::Arc::clone(roles()), || NOW);
    let texts = Texts::new(Language::English);
    let words = Words {
        texts: &texts,
        session: &session,
    };
    let text = csv::to_string(&export::table(roles(), words, &shown));
    assert_eq!(
        text,
        "template_id,name,category,privileged,status,hidden_in_portal,actions,people,eligible_people,assignments\n\
         62e90394-69f5-4237-9190-012177145e10,Global Administrator,Whole organisation,true,active,false,253,1,0,1\n\
         729827e3-9c14-49f7-bb1b-9608f156bbb8,Helpdesk Administrator,Identity,true,active,false,9,3,0,2\n\
         fe930be7-5e62-47db-91af-98c3a49a38b1,User Administrator,Identity,true,active,false,56,1,0,1\n"
    );
}

#[test]
fn search_filters_and_empty_state_by_label() {
    let mut view = shown(told().build(), "anna");
    assert!(tells(
        &view,
        "Agent ID Administrator, Privileged, Identity, Held by nobody"
    ));
    click(&mut view, Role::Button, "Assigned 4");
    let rows = labels(&view, Role::Row);
    assert_eq!(
        rows,
        [
            "Global Administrator, Privileged, Whole organisation, Held by 1 person",
            "Helpdesk Administrator, Privileged, Identity, Held by 3 people",
            "Partner Tier1 Support, Privileged, Deprecated, Hidden in the portal, Billing and support, Held by 1 person",
            "User Administrator, Privileged, Identity, Held by 1 person",
        ]
    );
    click(&mut view, Role::ColumnHeader, "People");
    let rows = labels(&view, Role::Row);
    assert!(rows.first().is_some_and(|row| row.starts_with("Helpdesk")));
    fill(
        &mut view,
        "Search roles and what they can do",
        "guest inviter",
    );
    assert!(tells(&view, "No role found"));
    click(&mut view, Role::Button, "Clear filters");
    assert!(!tells(&view, "No role found"), "it was the filter");
    click(&mut view, Role::Button, "Export…");
    let requests = asked(&mut view);
    let [Request::Ui(UiCommand::Export { name, text })] = requests.as_slice() else {
        panic!("{requests:?}");
    };
    assert_eq!(name, "roles.csv");
    assert!(text.starts_with("template_id,name,"));
    assert_eq!(
        text.lines().count(),
        1 + labels(&view, Role::Row).len(),
        "all that is found is in sight"
    );
}

#[test]
fn the_keyboard_goes_through_the_list() {
    let mut view = shown(told().build(), "anna");
    fill(
        &mut view,
        "Search roles and what they can do",
        "reports reader",
    );
    view.key_press(Key::ArrowDown);
    view.run();
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(view.state().state.open(), Some(REPORTS_READER));
    view.key_press(Key::Escape);
    view.run();
    assert_eq!(view.state().state.open(), None);
    let mut rows = view.query_all_by_role(Role::Row);
    assert!(
        rows.any(|row| row.is_focused()),
        "the list has the keyboard again"
    );
}
