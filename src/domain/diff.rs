//! What differs between two tenants.

use super::tenant::Tenant;

/// What differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {}

impl Diff {
    /// What is different in `after` from what was in `before`.
    pub fn between(_before: &Tenant, _after: &Tenant) -> Self {
        Self {}
    }
}
