//! Settings: kept, forgiving, never fatal.

use std::fs;
use std::path::{Path, PathBuf};

use mandate::domain::language::Language;
use mandate::storage::settings::{RECENT_MAX, Settings, ThemeChoice};
use tempfile::tempdir;

fn chosen() -> Settings {
    Settings {
        theme: ThemeChoice::Dark,
        language: Some(Language::Dutch),
        text_scale: 1.25,
        recent: vec![PathBuf::from("/plans/in 't Veld \"new\".tenant.ron")],
        bulk_threshold: 12,
    }
}

#[test]
fn what_was_chosen_comes_back() {
    let folder = tempdir().unwrap();
    // The folder is made too.
    let path = folder.path().join("mandate/settings.ron");
    for settings in [chosen(), Settings::default()] {
        settings.save_to(&path).unwrap();
        let loaded = Settings::load_from(&path);
        assert_eq!(loaded.settings, settings);
        assert_eq!(loaded.put_aside, None);
    }
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn no_file_means_the_defaults() {
    let loaded = Settings::load_from(Path::new("/nowhere/settings.ron"));
    assert_eq!(loaded.settings, Settings::default());
    assert_eq!(loaded.put_aside, None);
}

/// What is in the file, and the settings it gives; `None` when it is put aside.
fn check(text: &[u8], expected: Option<Settings>) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    fs::write(&path, text).unwrap();
    let loaded = Settings::load_from(&path);
    let what = String::from_utf8_lossy(text);
    if let Some(expected) = expected {
        assert_eq!(loaded.settings, expected, "{what}");
        assert_eq!(loaded.put_aside, None, "{what}");
    } else {
        assert_eq!(loaded.settings, Settings::default(), "{what}");
        let aside = folder.path().join("settings.ron.bad");
        assert_eq!(loaded.put_aside.as_ref(), Some(&aside), "{what}");
        assert_eq!(fs::read(aside).unwrap(), text, "{what}");
        assert!(!path.exists(), "{what}");
    }
}

#[test]
fn a_file_is_read_with_forgiveness() {
    let with = |change: fn(&mut Settings)| {
        let mut settings = Settings::default();
        change(&mut settings);
        Some(settings)
    };
    check(b"()", with(|_| {}));
    check(b"(theme: Dark)", with(|s| s.theme = ThemeChoice::Dark));
    check(
        b"(theme: Light, of_a_later_version: [(1, \"x\")])",
        with(|s| s.theme = ThemeChoice::Light),
    );
    check(
        b"(language: English)",
        with(|s| s.language = Some(Language::English)),
    );
    check(b"(text_scale: 90.0)", with(|s| s.text_scale = 2.0));
    check(b"(text_scale: NaN)", with(|_| {}));
    check(b"(bulk_threshold: 0)", with(|s| s.bulk_threshold = 0));
    check(b"(theme: System)", with(|s| s.bulk_threshold = 50));
    check(
        format!("(recent: [{}])", "\"a\",".repeat(50)).as_bytes(),
        with(|s| s.recent = vec!["a".into(); RECENT_MAX]),
    );
}

#[test]
fn a_file_that_can_not_be_read_is_put_aside() {
    check(b"", None);
    check(b"theme = dark", None);
    check(b"(theme: Sepia)", None);
    check(b"(text_scale: \"large\")", None);
    check(b"(bulk_threshold: -1)", None);
    check(b"\xff\xfe(\0)", None);
    check(&b"[".repeat(100_000), None);
    check(&b" ".repeat(2 << 20), None);
}

#[test]
fn recent_files_are_few_and_each_is_there_once() {
    let mut settings = Settings::default();
    for index in 0..20 {
        settings.remember(Path::new(&format!("{index}")));
    }
    settings.remember(Path::new("15"));
    assert_eq!(settings.recent.len(), RECENT_MAX);
    assert_eq!(settings.recent[..3], ["15", "19", "18"].map(PathBuf::from));
    settings.forget(Path::new("19"));
    assert_eq!(settings.recent[..2], ["15", "18"].map(PathBuf::from));
}
