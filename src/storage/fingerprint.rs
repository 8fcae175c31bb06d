//! Tells whether a file on disk is still the one that was read or written.
//!
//! The content decides. What the system notes about a file spares reading it again, and is
//! believed only when it is old enough to be sure that no later write shares it.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::format;

/// Identifies what a file held. Two are equal when the contents were.
#[derive(Clone, Debug)]
pub struct Fingerprint {
    len: u64,
    digest: [u8; 32],
    stamp: Option<Stamp>,
}

impl PartialEq for Fingerprint {
    fn eq(&self, other: &Self) -> bool {
        (self.len, self.digest) == (other.len, other.digest)
    }
}

impl Eq for Fingerprint {}

/// What the system notes about a file, all of which a later write changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    modified: SystemTime,
    /// When anything about it changed, which nobody can set, and which file it is.
    #[cfg(unix)]
    changed: (i64, i64, u64, u64),
}

/// Clocks of file systems are this coarse at worst.
const SETTLED: Duration = Duration::from_secs(2);

impl Fingerprint {
    /// Of content, as found in a file with this metadata.
    pub(super) fn new(len: u64, digest: [u8; 32], found: Option<&Metadata>) -> Self {
        let stamp = found.and_then(stamp).filter(|stamp| {
            SystemTime::now()
                .duration_since(stamp.modified)
                .is_ok_and(|age| age > SETTLED)
        });
        Self { len, digest, stamp }
    }

    /// Whether the file at `path` still holds this. `None` when there is no file.
    pub fn is_of(&self, path: &Path) -> io::Result<Option<bool>> {
        let found = match fs::metadata(path) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        if found.len() != self.len {
            return Ok(Some(false));
        }
        if self.stamp.is_some() && self.stamp == stamp(&found) {
            return Ok(Some(true));
        }
        let mut bytes = Vec::new();
        File::open(path)?
            .take(self.len + 1)
            .read_to_end(&mut bytes)?;
        Ok(Some(
            bytes.len() as u64 == self.len && format::digest(&bytes) == self.digest,
        ))
    }
}

fn stamp(found: &Metadata) -> Option<Stamp> {
    #[cfg(unix)]
    use std::os::unix::fs::MetadataExt as _;

    Some(Stamp {
        modified: found.modified().ok()?,
        #[cfg(unix)]
        changed: (found.ctime(), found.ctime_nsec(), found.dev(), found.ino()),
    })
}
