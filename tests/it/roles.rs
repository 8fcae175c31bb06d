//! The role catalogue: the files in `roles/` are what the facts say, and load as they stand.
//!
//! `UPDATE_ROLES=1 cargo test --test it roles::` writes the generated files anew.

mod convert;
mod convert_rules;
mod facts;
mod headers;
mod new_texts;

use std::path::Path;

#[test]
fn generated_files_are_what_the_facts_say() {
    let Some(facts) = facts::folder() else {
        return;
    };
    let roles = Path::new(env!("CARGO_MANIFEST_DIR")).join("roles");
    let update = std::env::var_os("UPDATE_ROLES").is_some();
    for (name, text) in convert::files(&facts, &new_texts::read()) {
        let path = roles.join(name);
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

#[test]
fn loads() {
    let start = std::time::Instant::now();
    let c = mandate::catalogue::load().unwrap_or_else(|e| panic!("{e}"));
    println!("{:?} {}", start.elapsed(), c.tasks().len());
}
