//! `roles/new-role-texts.ron`: our own texts for roles that the seed does not describe.
//!
//! Written by hand; the converter merges it into the generated files.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRole {
    pub id: String,
    pub en: String,
    pub nl: String,
    pub notes: Vec<NewNote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    pub kind: String,
    #[serde(default)]
    pub service: String,
    #[serde(default)]
    pub related: String,
    pub en: String,
    pub nl: String,
}

/// Reads the file.
pub fn read() -> Vec<NewRole> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/roles/new-role-texts.ron");
    let text = std::fs::read_to_string(path).expect("new-role-texts.ron can be read");
    ron::from_str(&text).expect("new-role-texts.ron has the shape the converter reads")
}
