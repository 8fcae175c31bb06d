//! What is open: a session, the file it belongs to, and the people prepared for the screen.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::audit::chain::ChainBreak;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::tenant::Tenant;
use crate::session::{Clock, Session};
use crate::storage::Fingerprint;

use super::findings::Findings;
use super::user_index::UserIndex;

/// An open tenant and where it came from.
pub struct Document {
    /// The tenant, its actor and its undo history.
    pub session: Session,
    /// The people, prepared for searching and sorting.
    pub index: UserIndex,
    /// What is remarkable about the tenant.
    pub findings: Findings,
    /// The file, once there is one.
    pub path: Option<PathBuf>,
    /// What the file looked like when it was read or written last.
    pub fingerprint: Option<Fingerprint>,
    /// Whether a person made it here and no file holds it yet.
    pub is_new: bool,
}

/// Which tenant is open, and after which of its changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The number of its session.
    pub session: u64,
    /// The tenant's revision.
    pub revision: u64,
}

/// A tenant that a worker made ready.
pub struct Loaded {
    /// The tenant.
    pub tenant: Tenant,
    /// Its people, prepared.
    pub index: UserIndex,
    /// Where it came from, if from a file.
    pub file: Option<(PathBuf, Fingerprint)>,
    /// Whether the file was changed outside Mandate.
    pub changed_outside: bool,
    /// Where its history does not hold together, if anywhere.
    pub broken: Option<ChainBreak>,
}

impl Document {
    /// Opens what a worker made ready.
    pub fn new(loaded: Loaded, catalogue: Arc<RoleCatalogue>, clock: Clock) -> Self {
        let Loaded {
            tenant,
            index,
            file,
            changed_outside,
            broken,
        } = loaded;
        let session = if file.is_some() {
            Session::opened(tenant, catalogue, clock)
        } else {
            Session::unsaved(tenant, catalogue, clock)
        };
        let (path, fingerprint) = file.unzip();
        Self {
            session,
            index,
            findings: Findings::of_file(changed_outside, broken),
            path,
            fingerprint,
            is_new: false,
        }
    }

    /// Brings the index up to date with what changed since it was last asked.
    pub fn refresh(&mut self) {
        let touched = self.session.take_touched();
        let now = self.session.now();
        // A role that begins or ends by itself touches nobody.
        if !touched.is_empty() || self.index.is_due(now) {
            let catalogue = Arc::clone(self.session.catalogue());
            self.index
                .update(self.session.tenant(), &catalogue, now, &touched);
        }
    }

    /// Where it stands now.
    pub fn standing(&self) -> Standing {
        Standing {
            session: self.session.number(),
            revision: self.session.tenant().revision(),
        }
    }

    /// Whether it holds something that is worth a question before it goes. A sample nobody
    /// touched is not.
    pub fn would_be_missed(&self) -> bool {
        let session = &self.session;
        let touched = session.can_undo() || session.can_redo();
        session.is_dirty() && (self.path.is_some() || touched || self.is_new)
    }

    /// The file's name, or nothing while there is no file.
    pub fn file_name(&self) -> Option<String> {
        let name = self.path.as_ref()?.file_name()?;
        Some(name.to_string_lossy().into_owned())
    }

    /// Gives the tenant to a thread of its own to be dropped: a large one takes a while.
    pub fn drop_elsewhere(self) {
        drop_elsewhere(self);
    }
}

/// Drops what may be large on a thread of its own.
pub fn drop_elsewhere<T: Send + 'static>(large: T) {
    std::thread::spawn(move || drop(large));
}
