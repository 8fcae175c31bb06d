//! Tenant files and settings: what is written is read back, what can't be read is explained,
//! and nothing on disk is lost on the way.

mod broken;
mod disk;
mod made;
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
