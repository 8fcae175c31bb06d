//! The oracle's copies of the facts, compared with the collected facts, where those are at hand.

use std::collections::BTreeMap;
use std::path::Path;

type Row = BTreeMap<String, String>;

/// Each copy: the table it is of, and what tells its rows apart.
const COPIES: [(&str, &str, &[&str]); 6] = [
    (
        "office365-matrix.csv",
        "office365-matrix.csv",
        &["permission_key"],
    ),
    (
        "password-reset-matrix.csv",
        "password-reset-matrix.csv",
        &["target"],
    ),
    (
        "sensitive-actions-matrix.csv",
        "sensitive-actions-matrix.csv",
        &["target"],
    ),
    (
        "sensitive-actions.csv",
        "sensitive-actions.csv",
        &["sensitive_action"],
    ),
    (
        "reset-extra-roles.csv",
        "reset-extra-roles.csv",
        &["template_id"],
    ),
    (
        "role-actions.csv",
        "entra-role-actions-current.csv",
        &["template_id", "action"],
    ),
];

/// Whole tables, of which nothing may be left out.
const WHOLE: usize = 5;

fn table(path: &Path) -> Vec<Row> {
    let reader = csv::Reader::from_path(path);
    let mut reader = reader.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows = reader.deserialize();
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn copies_say_what_the_facts_say() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let facts = here.join("../../../shared/facts");
    if !facts.is_dir() {
        println!("skipped: the facts folder is not beside the project");
        return;
    }
    for (place, (copy, original, key)) in COPIES.into_iter().enumerate() {
        let copies = table(&here.join("data").join(copy));
        let originals = table(&facts.join(original));
        assert!(!copies.is_empty(), "{copy}");
        for row in &copies {
            let same = |other: &&Row| key.iter().all(|key| other[*key] == row[*key]);
            let found = originals.iter().find(same);
            let found = found.unwrap_or_else(|| panic!("{original} has no {row:?}"));
            for (column, cell) in row {
                assert_eq!(Some(cell), found.get(column), "{copy}: {row:?}");
            }
        }
        if place < WHOLE {
            assert_eq!(copies.len(), originals.len(), "{copy}");
        }
    }
}

/// No action that the policies ask for is left out of the copy.
#[test]
fn no_action_is_left_out() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let facts = here.join("../../../shared/facts/entra-role-actions-current.csv");
    if !facts.is_file() {
        println!("skipped: the facts folder is not beside the project");
        return;
    }
    let policies = include_str!("../../policies/permissions.cedar");
    let roles = table(&here.join("data/roles.csv"));
    let copies = table(&here.join("data/role-actions.csv"));
    let outside = |id: &String| {
        let mut roles = roles.iter();
        roles.any(|role| role["template_id"] == *id && role["office365_role"].is_empty())
    };
    let acting = |id: &String| copies.iter().any(|copy| copy["template_id"] == *id);
    for row in table(&facts) {
        let (id, action) = (&row["template_id"], &row["action"]);
        let asked = policies.contains(&format!("\"{action}\""));
        if asked && outside(id) && acting(id) {
            let same = |copy: &Row| copy["template_id"] == *id && copy["action"] == *action;
            assert!(copies.iter().any(same), "role-actions.csv: {id} {action}");
        }
    }
}

/// The ids under which both sides speak of a role, by the names that the facts give it.
#[test]
fn roles_are_called_by_their_names() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let facts = here.join("../../../shared/facts/entra-roles-current.csv");
    if !facts.is_file() {
        println!("skipped: the facts folder is not beside the project");
        return;
    }
    let originals = table(&facts);
    for role in table(&here.join("data/roles.csv")) {
        let same = |row: &&Row| row["template_id"] == role["template_id"];
        let found = originals.iter().find(same).expect("a role");
        let name = found["english_name"].to_lowercase().replace(' ', "_");
        assert_eq!(name, role["role"]);
    }
}
