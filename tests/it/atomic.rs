//! Replacing a file: what is written beside it shows only when it takes the place.

use std::fs;
use std::path::Path;

use mandate::storage::atomic::write_beside;
use mandate::storage::{Progress, SaveError};
use tempfile::tempdir;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn what_was_written_beside_goes_away_if_left_alone() {
    let folder = tempdir().expect("a folder");
    let target = folder.path().join("plan");
    let beside = write_beside(&target, &[b"new"], &Progress::new()).expect("written");
    let [written] = &names(folder.path())[..] else {
        panic!("one file")
    };
    assert!(written.starts_with(".plan."), "{written}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let found = fs::metadata(folder.path().join(written)).expect("there");
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }
    drop(beside);
    assert!(names(folder.path()).is_empty());
}

/// Someone else writes a file there while ours is on its way to the disk: it is kept.
#[test]
fn a_file_that_appears_meanwhile_is_kept() {
    let folder = tempdir().expect("a folder");
    let target = folder.path().join("plan");
    let beside = write_beside(&target, &[b"ne", b"w"], &Progress::new()).expect("written");
    fs::write(&target, "theirs").expect("written");
    let backup = beside.take_place(true).expect("replaced").expect("kept");
    assert_eq!(fs::read_to_string(backup).expect("there"), "theirs");
    assert_eq!(fs::read_to_string(&target).expect("there"), "new");
    assert_eq!(names(folder.path()), ["plan", "plan.bak"]);
}

#[test]
fn a_folder_that_appears_meanwhile_stays() {
    let folder = tempdir().expect("a folder");
    let target = folder.path().join("plan");
    let beside = write_beside(&target, &[b"new"], &Progress::new()).expect("written");
    fs::create_dir(&target).expect("made");
    assert_eq!(beside.take_place(true), Err(SaveError::Directory));
    assert_eq!(names(folder.path()), ["plan"]);
}
