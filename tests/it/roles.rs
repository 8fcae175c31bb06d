//! The role catalogue: the files in `roles/` are what the facts say, and load as they stand.
//!
//! `UPDATE_ROLES=1 cargo test --test it roles::` writes the generated files anew. Counts stand in
//! `counts`, look-ups in `lookups` and `grants`, texts in `texts`; `compare_roles` and
//! `compare_rules` read the facts a second time and ask the loaded catalogue for every cell.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a fault in them is a failing test"
)]

mod compare_roles;
mod compare_rules;
mod convert;
mod convert_rules;
mod counts;
mod defects;
mod facts;
mod grants;
mod headers;
mod lookups;
mod new_texts;
mod texts;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use mandate::domain::catalogue::RoleCatalogue;
use mandate::domain::role::RoleTemplateId;

#[test]
fn generated_files_are_what_the_facts_say() {
    let Some(facts) = facts::folder() else {
        return;
    };
    let update = std::env::var_os("UPDATE_ROLES").is_some();
    for (name, text) in convert::files(&facts, &new_texts::read()) {
        let path = folder().join(name);
        if update {
            std::fs::write(&path, &text).expect("roles/ can be written");
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            stored == text,
            "roles/{name} is not what the facts give; UPDATE_ROLES=1 writes it anew"
        );
    }
}

/// The folder of the catalogue files.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("roles")
}

/// The catalogue that the program uses.
fn catalogue() -> &'static Arc<RoleCatalogue> {
    mandate::catalogue::shared().unwrap_or_else(|error| panic!("{error}"))
}

fn id(text: &str) -> RoleTemplateId {
    RoleTemplateId(uuid::Uuid::try_parse(text).expect("a template id"))
}
