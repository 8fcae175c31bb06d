//! Tenant files and settings: what is written is read back, what can't be read is explained,
//! and nothing on disk is lost on the way.
//!
//! `UPDATE_GOLDEN=1 cargo test --test it golden` writes the golden files anew. The first one was
//! made before version 1 had all it has now, and shows that such files open and stay as they are.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a fault in them is a failing test"
)]

mod any;
mod broken;
mod disk;
mod hostile;
mod made;
mod made_later;
mod made_own;
mod round_trip;
mod settings;

use std::path::PathBuf;

use mandate::domain::role::RoleTemplateId;

/// A file of the tests.
fn data(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "data", name]
        .iter()
        .collect()
}

/// The roles these tests know.
fn is_known(role: RoleTemplateId) -> bool {
    [
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
        RoleTemplateId::BILLING_ADMINISTRATOR,
        RoleTemplateId::EXCHANGE_ADMINISTRATOR,
        RoleTemplateId::SHAREPOINT_ADMINISTRATOR,
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
        RoleTemplateId::SKYPE_ADMINISTRATOR,
        RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
        RoleTemplateId::USER_ADMINISTRATOR,
    ]
    .contains(&role)
}
