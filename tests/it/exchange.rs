//! Exports: the matrices and role lists against the facts, and the formats themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mandate::catalogue;
use mandate::domain::catalogue::{Edition, RoleCatalogue};
use mandate::domain::language::Language;
use mandate::domain::resource_action::ActionId;
use mandate::domain::role::{RoleActions, RoleStatus};
use mandate::exchange::roles::status_key;
use mandate::exchange::{Cell, Table, csv, json, matrix, roles, text};

fn known() -> &'static RoleCatalogue {
    catalogue::shared().expect("the catalogue")
}

fn facts(name: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/facts");
    fs::read_to_string(folder.join(name)).ok()
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Truth(truth) => truth.to_string(),
        Cell::Absent => String::new(),
    };
    let rows = table.rows.iter();
    rows.map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn the_classic_matrix_is_the_article_s() {
    let text = csv::to_string(&matrix::office365(known()));
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 16);
    let by_hand = [
        "permission,billing,global,password,service,user_management,exchange,sharepoint,skype",
        "view_org_and_user_info,yes,yes,yes,yes,yes,yes,limited:view_only,limited:view_only",
        "manage_support_tickets,yes,yes,yes,yes,yes,yes,yes,yes",
        "reset_user_passwords,no,yes,limited:non_admins_only,no,limited:non_admins_only,no,no,no",
        "delegate_admin_roles,no,yes,no,no,no,no,no,no",
        "manage_reporting,no,yes,no,no,no,yes,yes,no",
    ];
    for line in by_hand {
        assert!(lines.contains(&line), "{line}");
    }

    let Some(facts) = facts("office365-matrix.csv") else {
        return;
    };
    let mut expected = String::new();
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(facts.as_bytes());
    for record in reader.records() {
        let record = record.expect("a record");
        let cells: Vec<_> = record.iter().collect();
        let key = if cells[0] == "permission_key" {
            "permission"
        } else {
            cells[0]
        };
        // The labels in columns two and three stay out.
        expected += &[key, ",", &cells[3..].join(","), "\n"].concat();
    }
    assert_eq!(text, expected);
}

#[test]
fn the_matrix_of_actions_has_a_cell_for_every_action_and_role() {
    for edition in [Edition::Seed, Edition::Current] {
        let table = matrix::entra(known(), edition);
        let roles = known().edition(edition).roles();
        assert_eq!(table.header.len(), roles.len() + 1);
        let names: BTreeSet<_> = table.header.iter().collect();
        assert_eq!(names.len(), table.header.len(), "every column has its name");
        assert_eq!(table.rows.len(), known().edition(edition).actions().len());
        let rows = texts(&table);
        for (column, role) in (1..).zip(roles) {
            let count = |key| rows.iter().filter(|row| row[column] == key).count();
            match role.actions.set() {
                Some(set) => assert_eq!((count("yes"), count("unknown")), (set.len(), 0)),
                None => assert_eq!(count("unknown"), rows.len(), "{}", role.name.en),
            }
        }
    }
}

#[test]
fn cells_of_the_matrix_of_actions_are_right_by_hand() {
    let table = matrix::entra(known(), Edition::Current);
    let rows = texts(&table);
    let cell = |action: &str, role: &str| {
        let column = table.header.iter().position(|name| name == role);
        let row = rows.iter().find(|row| row[0] == action);
        row.expect("the action")[column.expect("the role")].clone()
    };
    let reset = "microsoft.directory/users/password/update";
    assert_eq!(cell(reset, "Helpdesk Administrator"), "yes");
    // Written as all properties of users, so not as this action.
    assert_eq!(cell(reset, "Global Administrator"), "no");
    let users = "microsoft.directory/users/allProperties/allTasks";
    assert_eq!(cell(users, "Global Administrator"), "yes");
    assert_eq!(cell(reset, "Billing Administrator"), "no");
    let health = "microsoft.office365.serviceHealth/allEntities/allTasks";
    assert_eq!(cell(health, "Exchange Administrator"), "yes");
    assert_eq!(cell(health, "Guest Inviter"), "no");
    assert_eq!(
        matrix::cell(&RoleActions::Unknown, ActionId(0)),
        "unknown",
        "unknown is not none"
    );
}

#[test]
fn role_lists_have_the_columns_and_rows_asked_for() {
    let header = "template_id,name_en,name_nl,privileged,status,actions";
    let global = "62e90394-69f5-4237-9190-012177145e10";
    for (table, count) in [
        (roles::entra(known(), Edition::Current), 139),
        (roles::entra(known(), Edition::Seed), 104),
        (roles::office365(known()), 8),
    ] {
        let text = csv::to_string(&table);
        assert_eq!(text.lines().next(), Some(header));
        assert_eq!(text.lines().count(), count + 1);
        let line = text.lines().find(|line| line.starts_with(global));
        let line = line.expect("a Global Administrator");
        assert!(line.contains(",true,active,"), "{line}");
    }
    let classic = csv::to_string(&roles::office365(known()));
    assert!(classic.contains(
        "729827e3-9c14-49f7-bb1b-9608f156bbb8,Password administrator,Wachtwoordbeheerder,true,active,"
    ));
}

#[test]
fn role_lists_agree_with_the_facts() {
    for (file, edition) in [
        ("entra-roles-current.csv", Edition::Current),
        ("entra-roles-seed.csv", Edition::Seed),
    ] {
        let Some(facts) = facts(file) else {
            return;
        };
        let mut reader = ::csv::Reader::from_reader(facts.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let columns = ["template_id", "english_name", "privileged", "status"].map(|name| {
            let column = header.iter().position(|column| column == name);
            column.expect("a column")
        });
        let found = texts(&roles::entra(known(), edition));
        for (record, row) in reader.records().zip(&found) {
            let record = record.expect("a record");
            let [id, name, privileged, status] = columns.map(|at| &record[at]);
            assert_eq!([&row[0], &row[1], &row[3]], [id, name, privileged]);
            // The catalogue tells apart more ways of not being for use than the facts do.
            assert_eq!(row[4] == "active", status == "active", "{name}");
        }
    }
}

#[test]
fn json_keeps_the_order_of_the_columns_and_the_kinds_of_values() {
    let table = Table {
        header: ["z", "a", "m", "k"].map(str::to_owned).to_vec(),
        rows: vec![vec![
            Cell::text("\"één\""),
            Cell::Number(2),
            Cell::Truth(true),
            Cell::Absent,
        ]],
    };
    let expected = "[\n  {\n    \"z\": \"\\\"één\\\"\",\n    \"a\": 2,\n    \"m\": true,\n    \"k\": null\n  }\n]\n";
    assert_eq!(json::to_string(&table), expected);
    assert_eq!(csv::to_string(&table), "z,a,m,k\n\"\"\"één\"\"\",2,true,\n");
}

#[test]
fn no_cell_is_taken_for_a_formula_and_every_cell_comes_back() {
    let dangerous = [
        "=1+3",
        "+31612345678",
        "-2",
        "@sum",
        "\tx",
        "\rx",
        "\0x",
        "'=1",
        "''+1",
    ];
    for text in dangerous {
        let written = csv::inert(text);
        assert!(written.starts_with('\''), "{text:?}");
        assert_eq!(csv::restore(&written), text);
    }
    for text in ["", "x", "'x", "a=b", "O'Connor", "'", "''"] {
        assert_eq!(csv::inert(text), text);
        assert_eq!(csv::restore(text), text);
    }
    let table = Table {
        header: vec!["phone".to_owned()],
        rows: vec![vec![Cell::text("+31612345678")]],
    };
    assert_eq!(csv::to_string(&table), "phone\n'+31612345678\n");
    assert!(json::to_string(&table).contains("\"+31612345678\""));
}

#[test]
fn plain_texts_speak_both_languages() {
    let [en, nl] = Language::ALL.map(|language| text::office365_matrix(known(), language));
    assert!(en.contains("(1) view only") && nl.contains("(1) alleen bekijken"));
    assert_eq!(en.lines().count(), nl.lines().count());
    let [en, nl] = Language::ALL.map(|language| text::office365_roles(known(), language));
    assert!(en.contains("Password administrator") && nl.contains("Wachtwoordbeheerder"));
    for edition in [Edition::Seed, Edition::Current] {
        let [en, nl] = Language::ALL.map(|it| text::entra_roles(known(), edition, it));
        assert_eq!(en.lines().count(), nl.lines().count());
        let [en, nl] = Language::ALL.map(|it| text::entra_matrix(known(), edition, it));
        assert_eq!(en.lines().count(), nl.lines().count());
        assert_ne!(en, nl);
    }
    let statuses = [
        RoleStatus::Active,
        RoleStatus::Deprecated,
        RoleStatus::NotForUse,
        RoleStatus::ServiceAssigned,
    ];
    assert_eq!(
        statuses.map(status_key),
        ["active", "deprecated", "not_for_use", "service_assigned"]
    );
}
