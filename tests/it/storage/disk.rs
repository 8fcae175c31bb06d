//! Saving: nothing is lost, nothing is overwritten unasked, nothing is left behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use mandate::domain::language::Language;
use mandate::domain::organization::PurchaseChannel;
use mandate::domain::tenant::Tenant;
use mandate::storage::{self, Fingerprint, OnConflict, Opened, Progress, SaveError, Saved};
use tempfile::{TempDir, tempdir};

use super::is_known;
use super::made::{begin, everything};

fn save(
    tenant: &Tenant,
    path: &Path,
    expected: Option<&Fingerprint>,
    on_conflict: OnConflict,
) -> Result<Saved, SaveError> {
    let progress = Progress::new();
    storage::save(&tenant.snapshot(), path, expected, on_conflict, &progress)
}

fn open(path: &Path) -> Opened {
    storage::open(path, &is_known, &Progress::new()).unwrap()
}

fn other() -> Tenant {
    begin("Fabrikam", PurchaseChannel::Microsoft)
        .build()
        .unwrap()
}

fn folder() -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("plan.tenant.ron");
    (folder, path)
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_file_opens_again() {
    let (folder, path) = folder();
    let saved = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
    assert_eq!(saved.backup, None);
    let opened = open(&path);
    assert!(opened.tenant.same_state(&everything()));
    assert!(!opened.changed_outside);
    assert_eq!(opened.fingerprint, saved.fingerprint);
    assert_eq!(names(folder.path()), ["plan.tenant.ron"]);
}

#[test]
fn saving_keeps_the_previous_file() {
    let (folder, path) = folder();
    let first = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
    let before = fs::read(&path).unwrap();
    let second = save(
        &other(),
        &path,
        Some(&first.fingerprint),
        OnConflict::Refuse,
    )
    .unwrap();
    let backup = second.backup.unwrap();
    assert_eq!(backup, folder.path().join("plan.tenant.ron.bak"));
    assert_eq!(fs::read(&backup).unwrap(), before);
    assert!(open(&path).tenant.same_state(&other()));

    // The backup is replaced by the next one, and is a file of its own.
    let between = fs::read(&path).unwrap();
    save(
        &everything(),
        &path,
        Some(&second.fingerprint),
        OnConflict::Refuse,
    )
    .unwrap();
    assert_eq!(fs::read(&backup).unwrap(), between);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        names(folder.path()),
        ["plan.tenant.ron", "plan.tenant.ron.bak"]
    );
}

#[test]
fn a_file_changed_meanwhile_is_not_overwritten_unasked() {
    let (folder, path) = folder();
    let saved = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
    let theirs = String::from_utf8(fs::read(&path).unwrap())
        .unwrap()
        .replace("Bram", "Brem");
    fs::write(&path, &theirs).unwrap();
    let expected = Some(&saved.fingerprint);
    assert_eq!(
        save(&other(), &path, expected, OnConflict::Refuse),
        Err(SaveError::ChangedOnDisk)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    assert_eq!(names(folder.path()), ["plan.tenant.ron"]);

    let saved = save(&other(), &path, expected, OnConflict::Overwrite).unwrap();
    assert_eq!(fs::read_to_string(saved.backup.unwrap()).unwrap(), theirs);
    assert!(open(&path).tenant.same_state(&other()));
}

#[test]
fn the_content_decides_and_not_the_clock() {
    let (_folder, path) = folder();
    save(&everything(), &path, None, OnConflict::Refuse).unwrap();
    let long_ago = SystemTime::now() - Duration::from_hours(1);
    let set_time = |time| {
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(time)
            .unwrap();
    };
    set_time(long_ago);
    let opened = open(&path);

    // Touched, but the same.
    set_time(SystemTime::now());
    assert_eq!(opened.fingerprint.is_of(&path).unwrap(), Some(true));

    // Of the same length and dated back, but another.
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Bram", "Brem")).unwrap();
    set_time(long_ago);
    assert_eq!(opened.fingerprint.is_of(&path).unwrap(), Some(false));

    // Untouched since it was opened, as the system's notes tell.
    let opened = open(&path);
    assert_eq!(opened.fingerprint.is_of(&path).unwrap(), Some(true));
}

#[test]
fn a_file_that_vanished_is_written_anew() {
    let (_folder, path) = folder();
    let saved = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(saved.fingerprint.is_of(&path).unwrap(), None);
    let again = save(
        &everything(),
        &path,
        Some(&saved.fingerprint),
        OnConflict::Refuse,
    )
    .unwrap();
    assert_eq!(again.backup, None);
    assert_eq!(again.fingerprint, saved.fingerprint);
}

#[test]
fn a_file_that_was_never_opened_is_not_overwritten_unasked() {
    let (_folder, path) = folder();
    fs::write(&path, "mine").unwrap();
    assert_eq!(
        save(&other(), &path, None, OnConflict::Refuse),
        Err(SaveError::Exists)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let saved = save(&other(), &path, None, OnConflict::Overwrite).unwrap();
    assert_eq!(fs::read_to_string(saved.backup.unwrap()).unwrap(), "mine");
}

#[test]
fn a_backup_that_fails_stops_the_saving() {
    let (folder, path) = folder();
    let saved = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
    let before = fs::read(&path).unwrap();
    let in_the_way = folder.path().join("plan.tenant.ron.bak");
    fs::create_dir(&in_the_way).unwrap();
    fs::write(in_the_way.join("x"), "").unwrap();
    let error = save(
        &other(),
        &path,
        Some(&saved.fingerprint),
        OnConflict::Refuse,
    )
    .unwrap_err();
    assert!(matches!(error, SaveError::Backup(_)), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        names(folder.path()),
        ["plan.tenant.ron", "plan.tenant.ron.bak"]
    );
}

#[test]
fn cancelling_leaves_nothing_behind() {
    let (folder, path) = folder();
    let progress = Progress::new();
    progress.cancel();
    let snapshot = everything().snapshot();
    assert_eq!(
        storage::save(&snapshot, &path, None, OnConflict::Refuse, &progress),
        Err(SaveError::Cancelled)
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_can_not_be_a_file_is_refused() {
    let (folder, path) = folder();
    let refused = |path: &Path| save(&other(), path, None, OnConflict::Overwrite).unwrap_err();
    assert_eq!(refused(folder.path()), SaveError::Directory);
    assert_eq!(
        refused(&folder.path().join("none/plan.tenant.ron")),
        SaveError::NoFolder
    );
    fs::write(&path, "mine").unwrap();
    assert_eq!(refused(&path.join("below")), SaveError::NoFolder);
    let mut mode = fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).unwrap();
    assert_eq!(refused(&path), SaveError::ReadOnlyFile);
    #[cfg(unix)]
    assert_eq!(refused(Path::new("/dev/null")), SaveError::NotAFile);
    assert_eq!(names(folder.path()), ["plan.tenant.ron"]);
}

#[test]
fn every_refusal_is_said_in_both_languages() {
    for (error, english, dutch) in [
        (
            SaveError::ChangedOnDisk,
            "the file was changed by something else since it was opened",
            "het bestand is sinds het openen door iets anders gewijzigd",
        ),
        (
            SaveError::Backup("the disk is full".into()),
            "the previous file could not be kept as a backup, so nothing was saved: the disk is full",
            "van het vorige bestand kon geen reservekopie worden bewaard, dus er is niets opgeslagen: the disk is full",
        ),
        (SaveError::DiskFull, "the disk is full", "de schijf is vol"),
    ] {
        assert_eq!(error.explain(Language::English), english);
        assert_eq!(error.explain(Language::Dutch), dutch);
        assert_eq!(error.to_string(), english);
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_mode() {
        let (_folder, path) = folder();
        let saved = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let saved = save(
            &other(),
            &path,
            Some(&saved.fingerprint),
            OnConflict::Refuse,
        )
        .unwrap();
        assert_eq!(mode(&path), 0o640);
        assert_eq!(mode(&saved.backup.unwrap()), 0o640);
    }

    #[test]
    fn a_symbolic_link_stays_one() {
        let (folder, path) = folder();
        let elsewhere = tempdir().unwrap();
        let target = elsewhere.path().join("real.tenant.ron");
        symlink(&target, folder.path().join("middle")).unwrap();
        symlink("middle", &path).unwrap();

        // Even when it leads nowhere yet.
        let saved = save(&everything(), &path, None, OnConflict::Refuse).unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert!(fs::symlink_metadata(&target).unwrap().is_file());

        let saved = save(
            &other(),
            &path,
            Some(&saved.fingerprint),
            OnConflict::Refuse,
        )
        .unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert!(open(&target).tenant.same_state(&other()));
        assert_eq!(
            saved.backup.unwrap(),
            elsewhere.path().join("real.tenant.ron.bak")
        );
        assert_eq!(names(folder.path()), ["middle", "plan.tenant.ron"]);
        assert_eq!(
            names(elsewhere.path()),
            ["real.tenant.ron", "real.tenant.ron.bak"]
        );
    }

    #[test]
    fn links_in_a_circle_are_refused() {
        let (folder, path) = folder();
        symlink("plan.tenant.ron", folder.path().join("b")).unwrap();
        symlink("b", &path).unwrap();
        assert_eq!(
            save(&other(), &path, None, OnConflict::Refuse),
            Err(SaveError::LinkLoop)
        );
    }

    /// What a device that is always full says.
    #[test]
    fn a_full_disk_is_called_so() {
        if Path::new("/dev/full").exists() {
            let error = fs::write("/dev/full", "x").map_err(SaveError::from);
            assert_eq!(error, Err(SaveError::DiskFull));
        }
    }
}
