//! Review: the findings with one open, mending one, accepting one, accounts for emergencies, and
//! nothing to remark.

use std::sync::OnceLock;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable};
use mandate::domain::language::Language;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::{Launch, View};
use tempfile::TempDir;

use super::{LARGE, Picture, SMALL, compare_each, sample};
use crate::app_support::{Window, settle, until, until_reviewed};
use crate::support::{GLOBAL, empty, id};

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    vec![
        sample("review", SMALL, opened),
        sample("review", LARGE, opened),
        sample("review-list", SMALL, review),
        sample("review-fix", SMALL, fix),
        sample("review-fix", LARGE, fix),
        sample("review-accept", SMALL, |window| {
            opened(window);
            choose(window, Role::Button, ["Accept…", "Accepteren…"]);
        }),
        sample("review-break-glass", SMALL, |window| {
            review(window);
            let names = ["Break-glass accounts…", "Noodaccounts…"];
            choose(window, Role::Button, names);
            window.event(egui::Event::Text("sanne".to_owned()));
            settle(window);
        }),
        sample("review-thresholds", SMALL, |window| {
            review(window);
            choose(window, Role::Button, ["Thresholds…", "Drempels…"]);
        }),
        Picture {
            name: "review-empty",
            launch: Launch::File(calm_file().to_path_buf()),
            size: SMALL,
            prepare: |window| {
                until(window, |app| app.view() == View::SignIn);
                window.get_by_label("nood1, nood1@contoso.nl").click();
                settle(window);
                show(window);
            },
        },
    ]
}

/// A tenant in which nothing is found.
fn calm_file() -> &'static std::path::Path {
    static FILE: OnceLock<(TempDir, std::path::PathBuf)> = OnceLock::new();
    let (_, path) = FILE.get_or_init(|| {
        let tenant = empty()
            .user("nood1")
            .holds(GLOBAL)
            .user("nood2")
            .holds(GLOBAL)
            .review(|settings| settings.break_glass = [id("nood1"), id("nood2")].into())
            .build();
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("contoso.tenant.ron");
        let progress = Progress::new();
        let snapshot = tenant.snapshot();
        let saved = storage::save(&snapshot, &path, None, OnConflict::Refuse, &progress);
        saved.expect("a tenant can be saved");
        (folder, path)
    });
    path
}

fn show(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
    settle(window);
    until_reviewed(window);
}

/// Sanne goes to Review.
fn review(window: &mut Window) {
    window
        .get_by_label("Sanne de Vries, sanne.devries@rijnzicht.example")
        .click();
    settle(window);
    show(window);
}

/// The first finding is open.
fn opened(window: &mut Window) {
    review(window);
    open(window, 0);
}

/// Opens the finding of this place.
fn open(window: &mut Window, place: usize) {
    let words = ["Error, ", "Warning, ", "Info, ", "Fout, ", "Waarschuwing, "];
    let mut rows = window.get_all_by_role(Role::Row).filter(|row| {
        let label = row.accesskit_node().label().unwrap_or_default();
        words.iter().any(|word| label.starts_with(word))
    });
    rows.nth(place).expect("a finding").click();
    drop(rows);
    settle(window);
}

/// What mends a blocked account that holds a role.
fn fix(window: &mut Window) {
    review(window);
    for place in 0..4 {
        open(window, place);
        let names = ["Fix…", "Oplossen…"];
        let there = |name| window.query_by_role_and_label(Role::Button, name).is_some();
        if names.into_iter().any(there) {
            choose(window, Role::Button, names);
            rehearsed(window);
            return;
        }
    }
    panic!("one of the first findings can be mended");
}

/// Waits for what the rules say.
fn rehearsed(window: &mut Window) {
    let told = ["Will be done", "Wordt uitgevoerd"];
    let told = |window: &Window| {
        let mut words = told.iter();
        words.any(|word| window.query_all_by_label_contains(word).next().is_some())
    };
    for _ in 0..2_000 {
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.step();
        if told(window) {
            break;
        }
    }
    assert!(told(window), "the rules answer");
    settle(window);
}

/// Clicks what has either name: pictures are made in both languages.
fn choose(window: &mut Window, role: Role, names: [&str; 2]) {
    let mut found = names.iter();
    let found = found.find_map(|name| window.query_by_role_and_label(role, name));
    found.expect("one of the names").click();
    settle(window);
}
