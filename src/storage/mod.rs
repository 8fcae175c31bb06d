//! The only door to disk: tenant files and settings.
//!
//! [`open`] and [`save`] do long work on the calling thread and on helpers of their own, report
//! [`Progress`] and stop when asked; call them on a worker. What a file looks like is
//! [`mod@format`]'s to know, how one is replaced [`atomic`]'s, what a tenant may be the domain's.

pub mod atomic;
pub mod error;
pub mod fingerprint;
pub mod format;
pub mod progress;
pub mod settings;
mod words;

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::domain::tenant::{Tenant, TenantSnapshot};

pub use error::{OpenError, Problem, SaveError};
pub use fingerprint::Fingerprint;
pub use format::KnownRoles;
pub use progress::Progress;

/// The largest file that is read.
const FILE_MAX: u64 = 4 << 30;
/// The largest foreign file that is read.
const TABLE_MAX: u64 = 512 << 20;
/// How much is read between two looks at whether to go on.
const PORTION: u64 = 4 << 20;
/// The part of the whole work that reading from disk is.
const SPAN: (f32, f32) = (0.0, 0.1);

/// A tenant from a file.
#[derive(Debug)]
pub struct Opened {
    /// The tenant.
    pub tenant: Tenant,
    /// Identifies what the file held.
    pub fingerprint: Fingerprint,
    /// Whether the file is other than Mandate wrote it. To be told to whoever opens it.
    pub changed_outside: bool,
}

/// What to do when saving would overwrite something that was not opened or saved before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// Change nothing and say so.
    Refuse,
    /// Overwrite it. It is kept as the backup.
    Overwrite,
}

/// What saving left on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Identifies what the file holds now.
    pub fingerprint: Fingerprint,
    /// Where the previous file is, if there was one.
    pub backup: Option<PathBuf>,
}

/// Opens a tenant file.
pub fn open(
    path: &Path,
    known_roles: KnownRoles<'_>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let (bytes, found) = load(path, FILE_MAX, progress)?;
    let parsed = format::parse(&bytes, known_roles, progress)?;
    Ok(Opened {
        tenant: parsed.tenant,
        fingerprint: Fingerprint::new(bytes.len() as u64, parsed.digest, Some(&found)),
        changed_outside: parsed.changed_outside,
    })
}

/// Reads the bytes of a foreign file, such as a table of people.
pub fn read_table(path: &Path, progress: &Progress) -> Result<Vec<u8>, OpenError> {
    let (bytes, _) = load(path, TABLE_MAX, progress)?;
    Ok(bytes)
}

/// Reads a tenant from the bytes of a file, and whether they are other than Mandate wrote.
pub fn read(
    bytes: &[u8],
    known_roles: KnownRoles<'_>,
    progress: &Progress,
) -> Result<(Tenant, bool), OpenError> {
    format::parse(bytes, known_roles, progress)
        .map(|parsed| (parsed.tenant, parsed.changed_outside))
}

/// Writes a tenant as the bytes of a file.
pub fn write(snapshot: &TenantSnapshot, progress: &Progress) -> Result<Vec<u8>, SaveError> {
    let document = format::compose(snapshot, progress)?;
    Ok(document.slices().concat())
}

/// Saves a tenant. Refuses, unless told to overwrite, when the file at `path` is not the one
/// that `expected` identifies; a file that vanished meanwhile is written anew.
pub fn save(
    snapshot: &TenantSnapshot,
    path: &Path,
    expected: Option<&Fingerprint>,
    on_conflict: OnConflict,
    progress: &Progress,
) -> Result<Saved, SaveError> {
    let target = atomic::target(path)?;
    // Looked at before the long work, for a quick answer, and again after it.
    conflict(&target, expected, on_conflict)?;
    let document = format::compose(snapshot, progress)?;
    let slices = document.slices();
    let new = atomic::write_beside(&target, &slices, progress)?;
    conflict(&target, expected, on_conflict)?;
    let backup = new.take_place(true)?;
    let len: usize = slices.iter().map(|slice| slice.len()).sum();
    progress.set(1.0);
    Ok(Saved {
        fingerprint: Fingerprint::new(
            len as u64,
            document.digest,
            fs::metadata(&target).ok().as_ref(),
        ),
        backup,
    })
}

fn conflict(
    target: &Path,
    expected: Option<&Fingerprint>,
    on_conflict: OnConflict,
) -> Result<(), SaveError> {
    if atomic::existing(target)?.is_none() || on_conflict == OnConflict::Overwrite {
        return Ok(());
    }
    match expected {
        None => Err(SaveError::Exists),
        Some(expected) => match expected.is_of(target)? {
            Some(false) => Err(SaveError::ChangedOnDisk),
            Some(true) | None => Ok(()),
        },
    }
}

/// The bytes of a file, and what the system notes about it.
fn load(path: &Path, max: u64, progress: &Progress) -> Result<(Vec<u8>, fs::Metadata), OpenError> {
    let whole = OpenError::whole;
    // Asked before opening: opening a pipe would wait for someone to write to it.
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(whole(Problem::Directory));
    }
    if !found.is_file() {
        return Err(whole(Problem::NotAFile));
    }
    if found.len() > max {
        return Err(whole(Problem::TooLarge));
    }
    let mut file = File::open(path)?;
    let found = file.metadata()?;
    let len = usize::try_from(found.len()).map_err(|_| whole(Problem::TooLarge))?;
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(len + 1)
        .map_err(|_| whole(Problem::OutOfMemory))?;
    loop {
        progress.step(SPAN, bytes.len(), len)?;
        if bytes.len() as u64 > max {
            return Err(whole(Problem::TooLarge));
        }
        if file.by_ref().take(PORTION).read_to_end(&mut bytes)? == 0 {
            return Ok((bytes, found));
        }
    }
}
