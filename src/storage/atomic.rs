//! Replaces a file whole or not at all.
//!
//! The new content is written beside the file, brought to the disk, and renamed over it; the
//! previous file can be kept as a backup. Knows nothing of what is in a file.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::error::SaveError;
use super::progress::Progress;

/// How many symbolic links are followed before they are taken for a loop.
const LINKS_MAX: usize = 40;
/// How much is written between two looks at whether to go on.
const PORTION: usize = 1 << 20;
/// The part of the whole work that writing is.
const SPAN: (f32, f32) = (0.7, 0.95);

/// The file that `path` means: where its symbolic links lead, whether or not anything is there.
pub fn target(path: &Path) -> Result<PathBuf, SaveError> {
    let mut path = path.to_path_buf();
    for _ in 0..LINKS_MAX {
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => {
                let next = fs::read_link(&path)?;
                path = path.parent().unwrap_or(Path::new("")).join(next);
            }
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error.into()),
        }
    }
    Err(SaveError::LinkLoop)
}

/// What is at `target` now, if a file can take its place.
pub fn existing(target: &Path) -> Result<Option<Metadata>, SaveError> {
    match fs::metadata(target) {
        Ok(found) if found.is_dir() => Err(SaveError::Directory),
        Ok(found) if !found.is_file() => Err(SaveError::NotAFile),
        // A rename would not even notice that the file asks to be left alone.
        Ok(found) if found.permissions().readonly() => Err(SaveError::ReadOnlyFile),
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Where the previous file is kept: its name with `.bak` behind it.
pub fn backup_path(target: &Path) -> PathBuf {
    let mut name = target.file_name().map(OsString::from).unwrap_or_default();
    name.push(".bak");
    target.with_file_name(name)
}

/// Puts `pieces`, one after another, in the place of `target`, and keeps what was there as a
/// backup if asked to. Returns where. On failure `target` is as it was.
pub fn replace(
    target: &Path,
    pieces: &[&[u8]],
    keep_backup: bool,
    progress: &Progress,
) -> Result<Option<PathBuf>, SaveError> {
    write_beside(target, pieces, progress)?.take_place(keep_backup)
}

/// Writes `pieces`, one after another, to the disk beside `target`, which can take long and
/// leaves `target` alone: it can still be looked at before the new file takes its place.
pub fn write_beside<'t>(
    target: &'t Path,
    pieces: &[&[u8]],
    progress: &Progress,
) -> Result<Beside<'t>, SaveError> {
    if target.file_name().is_none() {
        return Err(SaveError::NoName);
    }
    existing(target)?;
    let mut new = beside(target, folder_of(target))?;
    let total = pieces.iter().map(|piece| piece.len()).sum();
    let mut written = 0;
    for portion in pieces.iter().flat_map(|piece| piece.chunks(PORTION)) {
        progress.step(SPAN, written, total)?;
        new.write_all(portion)?;
        written += portion.len();
    }
    new.as_file().sync_all()?;
    progress.step(SPAN, total, total)?;
    Ok(Beside { target, new })
}

/// A new file beside the one whose place it is to take; it goes away if left alone.
#[derive(Debug)]
pub struct Beside<'t> {
    target: &'t Path,
    new: NamedTempFile,
}

impl Beside<'_> {
    /// Takes the place, and keeps what was there as a backup if asked to. Returns where.
    pub fn take_place(self, keep_backup: bool) -> Result<Option<PathBuf>, SaveError> {
        let Self { target, new } = self;
        let folder = folder_of(target);
        let Some(previous) = existing(target)? else {
            put_where_nothing_is(new, target)?;
            sync_folder(folder)?;
            return Ok(None);
        };
        keep_access(new.as_file(), &previous)?;
        new.as_file().sync_all()?;
        let backup = if keep_backup {
            let kept = back_up(target, folder, &previous)
                .map_err(|error| SaveError::Backup(error.to_string().into()))?;
            Some(kept)
        } else {
            None
        };
        new.persist(target).map_err(|error| error.error)?;
        sync_folder(folder)?;
        Ok(backup)
    }
}

/// Gives a new file a name that nobody has taken meanwhile.
fn put_where_nothing_is(new: NamedTempFile, target: &Path) -> Result<(), SaveError> {
    match new.persist_noclobber(target) {
        Ok(_) => Ok(()),
        Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Exists),
        // Some file systems can't promise that; there was nothing a moment ago.
        Err(other) => match other.file.persist(target) {
            Ok(_) => Ok(()),
            Err(error) => Err(error.error.into()),
        },
    }
}

/// The folder that a path's last part is in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A new file in the same folder, readable to its owner only, that goes away if left alone.
fn beside(target: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    let mut prefix = OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push(".");
    let long = prefix.len() > 200;
    Builder::new()
        // A name as long as a name may be would leave no room for more.
        .prefix(if long {
            ".mandate.".as_ref()
        } else {
            prefix.as_os_str()
        })
        .suffix(".tmp")
        .tempfile_in(folder)
}

/// Makes the previous file's backup, all of it or none: a second name for it where the file
/// system knows such, or else a copy.
fn back_up(target: &Path, folder: &Path, previous: &Metadata) -> io::Result<PathBuf> {
    let backup = backup_path(target);
    let spare = beside(&backup, folder)?.into_temp_path();
    fs::remove_file(&spare)?;
    if fs::hard_link(target, &spare).is_err() {
        let mut copy = beside(&backup, folder)?;
        io::copy(&mut File::open(target)?, copy.as_file_mut())?;
        keep_access(copy.as_file(), previous)?;
        copy.as_file().sync_all()?;
        copy.persist(&backup).map_err(|error| error.error)?;
        return Ok(backup);
    }
    spare.persist(&backup).map_err(|error| error.error)?;
    Ok(backup)
}

/// Gives a new file the owner and the mode of the one whose place it takes.
#[cfg(unix)]
fn keep_access(new: &File, previous: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};

    let mut mode = previous.mode() & 0o777;
    let own = new.metadata()?;
    if (own.uid(), own.gid()) != (previous.uid(), previous.gid())
        && fchown(new, Some(previous.uid()), Some(previous.gid())).is_err()
    {
        // The rights were given to another group: this one does not inherit them.
        mode &= 0o707;
    }
    new.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_access(new: &File, previous: &Metadata) -> io::Result<()> {
    new.set_permissions(previous.permissions())
}

/// Brings the renaming itself to the disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some network file systems can't do this for a folder; the file is in place all the same.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput
                    | io::ErrorKind::Unsupported
                    | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
