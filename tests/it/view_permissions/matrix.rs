//! What the rows hold. Expected values are written by hand from the facts.

use super::*;
use mandate::domain::catalogue::Edition;
use mandate::domain::office365::{Limit, Office365Permission as P, Office365Role as R};
use mandate::ui::views::permissions::export;
use mandate::ui::views::permissions::rows::{
    Filters, Line, Mark, Query, RowKey, Rows, Tab, Tally, rows,
};

const CURRENT: Tab = Tab::Entra(Edition::Current);
const DIRECTORY: &str = "microsoft.directory";

fn ask(tab: Tab, filters: Filters) -> Rows {
    let query = Query {
        tab,
        filters,
        ..Query::default()
    };
    rows(roles(), &query)
}

/// The mark of a role, by its English name, for an action as written.
fn mark(rows: &Rows, role: &str, action: &str) -> Mark {
    let column = rows.columns.iter().position(|column| &*column.name == role);
    let item = rows.items.iter().find(|item| &*item.text == action);
    item.unwrap().marks[column.unwrap()]
}

fn names(rows: &Rows) -> Vec<&str> {
    rows.columns.iter().map(|column| &*column.name).collect()
}

fn actions(rows: &Rows) -> Vec<&str> {
    rows.items.iter().map(|item| &*item.text).collect()
}

fn searching(actions: &str, roles: &str) -> Filters {
    Filters {
        actions: actions.into(),
        roles: roles.into(),
        ..Filters::default()
    }
}

#[test]
fn the_classic_matrix_has_120_cells() {
    let rows = ask(Tab::Office365, Filters::default());
    assert_eq!((rows.items.len(), rows.columns.len()), (15, 8));
    assert!(rows.items.iter().all(|item| item.marks.len() == 8));
    let tally = Tally {
        yes: 45,
        limited: 7,
        no: 68,
        unknown: 0,
    };
    assert_eq!(rows.tally, tally);
    assert_eq!(rows.lines.len(), 15);
}

#[test]
fn classic_cells_are_those_of_the_article() {
    let rows = ask(Tab::Office365, Filters::default());
    let view_only = Mark::Limited(Limit::ViewOnly);
    let non_admins = Mark::Limited(Limit::NonAdminsOnly);
    let nobody_above = Mark::Limited(Limit::NoGlobalDeleteNoAdminCreate);
    for (role, permission, expected) in [
        (R::Billing, P::ViewOrgAndUserInfo, Mark::Yes),
        (R::Billing, P::PerformBillingAndPurchasing, Mark::Yes),
        (R::Billing, P::ViewUsersAndRoles, Mark::No),
        (R::Global, P::DelegateAdminRoles, Mark::Yes),
        (R::UserManagement, P::DelegateAdminRoles, Mark::No),
        (R::Password, P::ResetUserPasswords, non_admins),
        (R::UserManagement, P::ResetUserPasswords, non_admins),
        (R::Service, P::ViewUsersAndRoles, Mark::No),
        (R::Service, P::ViewUserLicenses, Mark::Yes),
        (R::UserManagement, P::ManageUsersAndGroups, nobody_above),
        (R::UserManagement, P::ViewUserLicenses, nobody_above),
        (R::Exchange, P::ManageReporting, Mark::Yes),
        (R::Skype, P::ManageReporting, Mark::No),
        (R::SharePoint, P::ViewOrgAndUserInfo, view_only),
        (R::Skype, P::ViewOrgAndUserInfo, view_only),
        (R::Skype, P::ManageMobileDevices, Mark::No),
    ] {
        let item = &rows.items[permission as usize];
        assert_eq!(item.key, RowKey::Permission(permission));
        assert_eq!(
            item.marks[role as usize], expected,
            "{role:?} {permission:?}"
        );
    }
}

#[test]
fn the_entra_matrices_have_every_action_and_role() {
    for (edition, size, unknown) in [
        (Edition::Current, (659, 139), 3),
        (Edition::Seed, (553, 104), 0),
    ] {
        let rows = ask(Tab::Entra(edition), Filters::default());
        assert_eq!((rows.items.len(), rows.columns.len()), size);
        assert_eq!(rows.all, size);
        let columns = rows.columns.iter().filter(|column| column.unknown);
        assert_eq!(columns.count(), unknown);
        assert_eq!(rows.tally.unknown, unknown * size.0);
        assert_eq!(rows.lines.len(), rows.items.len() + rows.groups.len());
        assert_eq!(rows.lines[0], Line::Group(0));
        assert_eq!(&*rows.groups[0].name, DIRECTORY);
    }
}

#[test]
fn unknown_is_not_no() {
    let rows = ask(CURRENT, Filters::default());
    let password = "microsoft.directory/users/password/update";
    let exchange = "microsoft.office365.exchange/allEntities/basic/allTasks";
    let purview = "Purview Workload Content Reader";
    for (role, action, expected) in [
        ("Helpdesk Administrator", password, Mark::Yes),
        ("Password Administrator", password, Mark::Yes),
        ("Exchange Administrator", password, Mark::No),
        (purview, password, Mark::Unknown),
        ("Exchange Administrator", exchange, Mark::Yes),
        ("Helpdesk Administrator", exchange, Mark::No),
        (purview, exchange, Mark::Unknown),
    ] {
        assert_eq!(mark(&rows, role, action), expected, "{role} {action}");
    }
    // Nobody knows whether it may, so it makes no row granted and no row different.
    let only = |filters: Filters| {
        ask(
            CURRENT,
            Filters {
                roles: "purview".into(),
                ..filters
            },
        )
    };
    let granted = Filters {
        granted: true,
        ..Filters::default()
    };
    let differing = Filters {
        differing: true,
        ..Filters::default()
    };
    assert_eq!(only(Filters::default()).items.len(), 659);
    assert!(only(granted).is_empty());
    assert!(only(differing).is_empty());
}

#[test]
fn actions_are_found_by_string_and_by_words_of_both_languages() {
    let password = "microsoft.directory/users/password/update";
    for search in [
        "users/password",
        "RESET user passwords",
        "wachtwoorden",
        "  Password\tupdate ",
    ] {
        let rows = ask(CURRENT, searching(search, ""));
        assert!(actions(&rows).contains(&password), "{search}");
        assert!(rows.items.len() < 60, "{search}: {}", rows.items.len());
    }
    let rows = ask(Tab::Office365, searching("wachtwoorden", ""));
    assert_eq!(actions(&rows), ["reset_user_passwords"]);
    let rows = ask(CURRENT, searching("users/password", ""));
    assert_eq!(rows.groups.len(), 1);
    assert_eq!((rows.groups[0].shown, rows.groups[0].all), (1, 519));
}

#[test]
fn roles_are_found_by_any_of_their_names() {
    for (search, expected) in [
        ("exchange adm", "Exchange Administrator"),
        ("EXCHANGE-BEHEERDER", "Exchange Administrator"),
        ("company administrator", "Global Administrator"),
        ("hoofdbeheerder", "Global Administrator"),
        ("wachtwoordbeheerder", "Helpdesk Administrator"),
        ("lync", "Skype for Business Administrator"),
        ("62e90394-69f5", "Global Administrator"),
        ("évaluaties", ""),
    ] {
        let rows = ask(CURRENT, searching("", search));
        assert_eq!(
            names(&rows).contains(&expected),
            !expected.is_empty(),
            "{search}"
        );
        assert!(rows.columns.len() <= 3, "{search}: {:?}", names(&rows));
        assert_eq!(rows.items.len(), 659);
    }
    // Two letters are no part of an id, else they would find nearly every role.
    let rows = ask(CURRENT, searching("", "fe"));
    assert!(
        names(&rows)
            .iter()
            .all(|name| *name != "Exchange Administrator")
    );
    // The classic view also knows the Entra names.
    let rows = ask(Tab::Office365, searching("", "helpdesk"));
    assert_eq!(names(&rows), ["Password administrator"]);
}

#[test]
fn verbs_are_counted_and_filtered() {
    let rows = ask(CURRENT, Filters::default());
    let verbs: Vec<_> = rows
        .verbs
        .iter()
        .take(5)
        .map(|(verb, count)| (&**verb, *count))
        .collect();
    let expected = [
        ("read", 213),
        ("update", 161),
        ("allTasks", 128),
        ("create", 46),
        ("delete", 40),
    ];
    assert_eq!(verbs, expected);
    let deleting = ask(
        CURRENT,
        Filters {
            verb: Some("delete".into()),
            ..Filters::default()
        },
    );
    assert_eq!(deleting.items.len(), 40);
    assert!(
        actions(&deleting)
            .iter()
            .all(|action| action.ends_with("/delete"))
    );
}

#[test]
fn privileged_actions_and_roles_can_be_left() {
    let all = ask(CURRENT, Filters::default());
    let rows = ask(
        CURRENT,
        Filters {
            privileged_actions: true,
            privileged_roles: true,
            ..Filters::default()
        },
    );
    assert_eq!((rows.items.len(), rows.columns.len()), all.privileged);
    assert_eq!(all.privileged, (63, 35));
    assert!(rows.items.iter().all(|item| item.privileged == Some(true)));
    assert!(rows.columns.iter().all(|column| column.privileged));
}

#[test]
fn compared_roles_show_their_differences_only() {
    // Today's Password Administrator, which is not the classic one.
    let password = RoleTemplateId(uuid::uuid!("966707d0-3269-4727-9be2-8c3a10f19b9d"));
    let filters = Filters {
        held_only: true,
        differing: true,
        ..Filters::default()
    };
    let query = Query {
        tab: CURRENT,
        filters,
        held: Some(vec![RoleTemplateId::HELPDESK_ADMINISTRATOR, password]),
        ..Query::default()
    };
    let rows = rows(roles(), &query);
    let compared = ["Helpdesk Administrator", "Password Administrator"];
    assert_eq!(names(&rows), compared);
    assert!(rows.items.iter().all(|item| item.marks[0] != item.marks[1]));
    // Both reset passwords; only the first one opens support tickets.
    let shown = actions(&rows);
    assert!(!shown.contains(&"microsoft.directory/users/password/update"));
    assert!(shown.contains(&"microsoft.office365.supportTickets/allEntities/allTasks"));
}

#[test]
fn folding_leaves_out_lines_and_nothing_else() {
    let all = ask(CURRENT, Filters::default());
    let mut filters = Filters::default();
    filters.folded.insert(DIRECTORY.into());
    let folded = ask(CURRENT, filters.clone());
    assert_eq!(folded.lines.len(), all.lines.len() - 519);
    assert_eq!(folded.items, all.items);
    assert!(folded.groups[0].folded);
    assert_eq!(export::csv(&folded), export::csv(&all));
    assert!(!filters.is_active(), "folding is no filter");
    let helpdesk = names(&all)
        .iter()
        .position(|name| *name == "Helpdesk Administrator");
    let count = all.groups[0].yes[helpdesk.unwrap()];
    assert_eq!(count, 4, "what a folded group says of a role");
}

#[test]
fn the_roles_of_a_person_come_first() {
    let held = vec![
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
        RoleTemplateId::EXCHANGE_ADMINISTRATOR,
    ];
    let mut query = Query {
        tab: CURRENT,
        held: Some(held),
        ..Query::default()
    };
    let all = rows(roles(), &query);
    assert_eq!(all.columns.len(), 139);
    let first: Vec<_> = all
        .columns
        .iter()
        .take_while(|column| column.held)
        .collect();
    let expected = ["Exchange Administrator", "Helpdesk Administrator"];
    assert!(first.iter().map(|column| &*column.name).eq(expected));
    query.filters.held_only = true;
    assert_eq!(names(&rows(roles(), &query)), expected);
    query.tab = Tab::Office365;
    let classic = ["Password administrator", "Exchange administrator"];
    assert_eq!(names(&rows(roles(), &query)), classic);
    // Nobody is selected any more: the filter has nothing to say.
    query.held = None;
    assert_eq!(rows(roles(), &query).columns.len(), 8);
}

#[test]
fn columns_stand_in_the_order_of_the_language() {
    for (language, first, last) in [
        (
            Language::English,
            "Agent ID Administrator",
            "Yammer Administrator",
        ),
        (Language::Dutch, "Adreslijstlezers", "Zoekeditor"),
    ] {
        let query = Query {
            tab: CURRENT,
            language,
            ..Query::default()
        };
        let rows = rows(roles(), &query);
        assert_eq!(&*rows.columns[0].name, first);
        assert_eq!(&*rows.columns[138].name, last);
    }
}

#[test]
fn what_is_shown_is_what_is_exported() {
    let rows = ask(Tab::Office365, searching("passwords", "a"));
    let text = export::csv(&rows);
    let mut lines = text.lines();
    let head = lines.next().unwrap();
    assert!(
        head.starts_with("permission,description,Billing administrator,Global"),
        "{head}"
    );
    assert_eq!(
        lines.next(),
        Some(
            "reset_user_passwords,User passwords (reset),no,yes,limited:non_admins_only,no,\
             limited:non_admins_only,no,no,no"
        )
    );
    assert_eq!(lines.next(), None);

    let rows = ask(CURRENT, searching("users/password/update", "helpdesk"));
    let expected = "action\tdescription\tprivileged\tHelpdesk Administrator\n\
                    microsoft.directory/users/password/update\tReset user passwords\tyes\tyes\n";
    assert_eq!(export::tab_separated(&rows), expected);

    let whole = export::csv(&ask(CURRENT, Filters::default()));
    let mut reader = csv::Reader::from_reader(whole.as_bytes());
    assert_eq!(reader.headers().unwrap().len(), 3 + 139);
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 659);
    let unknown = records.iter().flat_map(|record| record.iter().skip(3));
    assert_eq!(unknown.filter(|cell| *cell == "unknown").count(), 3 * 659);
}
