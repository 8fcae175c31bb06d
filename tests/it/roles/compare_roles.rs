//! The loaded roles, actions and notes against the facts, cell by cell.
//!
//! Reads the tables again and asks through the public API only, so that a fault in the converter
//! and the loader together does not hide. Skipped where the facts are not beside the project.

use std::collections::{BTreeMap, BTreeSet};

use mandate::domain::catalogue::Edition;
use mandate::domain::resource_action::ActionSet;
use mandate::domain::role::{ActionSource, RoleActions, RoleNoteKind, RoleStatus};

use super::facts::{Row, folder, table};
use super::headers::SEED_DOCS_DATE;
use super::{catalogue, id};

#[test]
fn seed_roles_and_their_actions() {
    let Some(folder) = folder() else { return };
    let seed = catalogue().edition(Edition::Seed);
    let rows = table(&folder, "entra-roles-seed.csv");
    assert_eq!(rows.len(), seed.roles().len());
    for (row, role) in rows.iter().zip(seed.roles()) {
        check_role(row, Edition::Seed);
        assert_eq!(*role.name.nl, *row["dutch_name"]);
        let section = &row["dutch_section_heading"];
        // A heading that differs from the name in capitals only is no other name.
        let is_known = role.name.nl.to_lowercase() == section.to_lowercase()
            || role.aliases.iter().any(|alias| **alias == **section);
        assert!(is_known, "{section}");
        let RoleActions::Known { set, source } = &role.actions else {
            panic!("{} has no actions", role.name.en);
        };
        if row["actions_source"] == "seed" {
            assert_eq!(set.len().to_string(), row["seed_action_count"]);
            assert_eq!(*source, ActionSource::Seed);
        } else {
            let date = Some(SEED_DOCS_DATE.into());
            assert_eq!(*source, ActionSource::Docs { date });
        }
    }
    check_actions(&table(&folder, "entra-role-actions.csv"), Edition::Seed);
}

#[test]
fn current_roles_and_their_actions() {
    let Some(folder) = folder() else { return };
    let current = catalogue().edition(Edition::Current);
    let rows = table(&folder, "entra-roles-current.csv");
    assert_eq!(rows.len(), current.roles().len());
    for (row, role) in rows.iter().zip(current.roles()) {
        check_role(row, Edition::Current);
        if !row["dutch_name"].is_empty() {
            assert_eq!(*role.name.nl, *row["dutch_name"]);
        }
        match &role.actions {
            RoleActions::Unknown => {
                assert_eq!(row["action_count"], "0");
                assert_eq!(row["note"], "no_table_in_stored_docs");
            }
            RoleActions::Known { set, source } => {
                assert_eq!(set.len().to_string(), row["action_count"]);
                let date = Some(row["docs_ms_date"].as_str().into());
                assert_eq!(*source, ActionSource::Docs { date });
            }
        }
    }
    check_actions(
        &table(&folder, "entra-role-actions-current.csv"),
        Edition::Current,
    );
}

fn check_role(row: &Row, edition: Edition) {
    let role = catalogue().edition(edition).get(id(&row["template_id"]));
    let role = role.unwrap_or_else(|| panic!("{} is missing", row["english_name"]));
    assert_eq!(*role.name.en, *row["english_name"]);
    assert_eq!(
        role.privileged.to_string(),
        row["privileged"],
        "{}",
        role.name.en
    );
    assert_eq!(role.hidden_in_portal.to_string(), row["hidden_in_portal"]);
    let status = match row["status"].as_str() {
        "active" => RoleStatus::Active,
        "not_for_use" => RoleStatus::NotForUse,
        "deprecated" => RoleStatus::Deprecated,
        other => panic!("unknown status `{other}`"),
    };
    assert_eq!(role.status, status, "{}", role.name.en);
}

fn check_actions(rows: &[Row], edition: Edition) {
    let edition = catalogue().edition(edition);
    let mut expected: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    let mut labels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows {
        let action = row["action"].as_str();
        expected
            .entry(id(&row["template_id"]))
            .or_default()
            .insert(action);
        labels
            .entry(action)
            .or_default()
            .insert(&row["privileged_action"]);
    }
    for role in edition.roles() {
        let found: BTreeSet<_> = role
            .actions
            .set()
            .into_iter()
            .flat_map(ActionSet::iter)
            .map(|number| edition.entry(number).expect("numbered").action.as_str())
            .collect();
        let expected = expected.remove(&role.id).unwrap_or_default();
        assert_eq!(found, expected, "{}", role.name.en);
    }
    assert!(
        expected.is_empty(),
        "actions of roles that are not listed: {expected:?}"
    );
    assert_eq!(edition.actions().len(), labels.len());
    for entry in edition.actions() {
        let labels = &labels[entry.action.as_str()];
        let expected = if labels.contains("true") {
            Some(true)
        } else if labels.contains("false") {
            Some(false)
        } else {
            None
        };
        assert_eq!(entry.privileged, expected, "{}", entry.action);
    }
}

#[test]
fn notes() {
    let Some(folder) = folder() else { return };
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in table(&folder, "role-notes.csv") {
        rows.entry(row["template_id"].clone())
            .or_default()
            .push(row);
    }
    assert_eq!(rows.values().map(Vec::len).sum::<usize>(), 513);
    for (role, rows) in rows {
        let role = catalogue()
            .edition(Edition::Seed)
            .get(id(&role))
            .expect("listed");
        assert_eq!(role.notes.len(), rows.len(), "{}", role.name.en);
        for (note, row) in role.notes.iter().zip(&rows) {
            let kind = match row["kind"].as_str() {
                "for" => RoleNoteKind::For,
                "can" => RoleNoteKind::Can,
                "cannot" => RoleNoteKind::Cannot,
                "risk" => RoleNoteKind::Risk,
                "automatic" => RoleNoteKind::Automatic,
                "do_not_use" => RoleNoteKind::DoNotUse,
                "scope" => RoleNoteKind::Scope,
                "rename" => RoleNoteKind::Rename,
                "see" => RoleNoteKind::See,
                other => panic!("unknown kind `{other}`"),
            };
            assert_eq!(note.kind, kind);
            assert_eq!((&*note.text.en, &*note.text.nl), (&*row["en"], &*row["nl"]));
            let service = note.service.as_deref().unwrap_or_default().to_owned();
            let related = note
                .related
                .map(|role| role.to_string())
                .unwrap_or_default();
            assert_eq!(service + &related, row["service"]);
            if kind == RoleNoteKind::For {
                assert_eq!(role.description, note.text);
            }
        }
    }
}

#[test]
fn retired_roles() {
    let Some(folder) = folder() else { return };
    let hidden = table(&folder, "hidden-roles.csv");
    for row in &hidden {
        let role = catalogue().role(id(&row["template_id"])).expect("known");
        assert_eq!(*role.name.en, *row["english_name"]);
        assert!(role.hidden_in_portal && !role.status.is_assignable());
        let name = &row["api_name_nl"];
        assert!(*role.name.nl == **name || role.aliases.iter().any(|alias| **alias == **name));
        let is_retired = catalogue()
            .retired()
            .iter()
            .any(|retired| retired.id == role.id);
        assert_eq!(is_retired, row["in_role_list"] == "false");
    }
    let deprecated = table(&folder, "deprecated-roles.csv");
    let without_id = deprecated
        .iter()
        .filter(|row| row["template_id"].is_empty());
    let names = catalogue().retired_without_id().iter();
    assert!(
        without_id
            .clone()
            .map(|row| &*row["english_name"])
            .eq(names.clone().map(|name| &*name.en))
    );
    assert!(
        without_id
            .map(|row| &*row["dutch_name"])
            .eq(names.map(|name| &*name.nl))
    );
    for row in deprecated
        .iter()
        .filter(|row| !row["template_id"].is_empty())
    {
        let role = catalogue().role(id(&row["template_id"])).expect("known");
        assert_eq!(role.status, RoleStatus::Deprecated);
        assert_eq!(
            (&*role.name.en, &*role.name.nl),
            (&*row["english_name"], &*row["dutch_name"])
        );
    }
}
