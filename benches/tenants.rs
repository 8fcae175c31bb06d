//! The tenants that are measured with: generated, and saved where they are opened from.

use std::path::PathBuf;
use std::sync::Arc;

use mandate::catalogue;
use mandate::domain::catalogue::RoleCatalogue;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::sample;
use mandate::storage::{self, OnConflict, Progress};
use tempfile::TempDir;

use super::Outcome;

/// The seed of every tenant.
const SEED: u64 = 365;

/// Makes tenants, and keeps their files until it is dropped.
pub struct Tenants {
    catalogue: Arc<RoleCatalogue>,
    folder: TempDir,
}

impl Tenants {
    /// An empty folder.
    pub fn new() -> Outcome<Self> {
        Ok(Self {
            catalogue: Arc::new(catalogue::load()?),
            folder: tempfile::tempdir()?,
        })
    }

    /// The roles.
    pub fn catalogue(&self) -> &Arc<RoleCatalogue> {
        &self.catalogue
    }

    /// Whether a role is known.
    pub fn knows(&self, role: RoleTemplateId) -> bool {
        self.catalogue.role(role).is_some()
    }

    /// A tenant of so many people.
    #[expect(clippy::unused_self, reason = "all tenants are made here")]
    pub fn of(&self, people: usize) -> Outcome<Tenant> {
        Ok(sample::generate(people, SEED)?)
    }

    /// Where its file is, once it is saved.
    pub fn path(&self, people: usize) -> PathBuf {
        self.folder.path().join(format!("{people}.tenant.ron"))
    }

    /// The tenant's file.
    pub fn file(&self, people: usize) -> Outcome<PathBuf> {
        let path = self.path(people);
        if !path.exists() {
            let snapshot = self.of(people)?.snapshot();
            storage::save(
                &snapshot,
                &path,
                None,
                OnConflict::Overwrite,
                &Progress::new(),
            )?;
        }
        Ok(path)
    }
}
