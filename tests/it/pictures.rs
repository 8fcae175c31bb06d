//! Pictures of every view, light and dark, in both languages, compared with `screenshots/`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it pictures` draws them again.

mod access;
mod bulk_edit;
mod changes;
mod custom_roles;
mod groups;
mod import;
mod organization;
mod overview;
mod people;
mod review;
mod role_editor;
mod roles;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable;
use mandate::domain::language::Language;
use mandate::ui::{Launch, View};

use crate::app_support::{Setup, Window, open, settle, until, until_reviewed, until_shown};

const SMALL: [f32; 2] = [1280.0, 800.0];
const LARGE: [f32; 2] = [1920.0, 1080.0];

/// A picture: its name, the launch, and what to do before it is taken.
struct Picture {
    name: &'static str,
    launch: Launch,
    size: [f32; 2],
    prepare: fn(&mut Window),
}

const fn sample(name: &'static str, size: [f32; 2], prepare: fn(&mut Window)) -> Picture {
    Picture {
        name,
        launch: Launch::Sample,
        size,
        prepare,
    }
}

fn pictures() -> Vec<Picture> {
    vec![
        Picture {
            name: "start",
            launch: Launch::Start,
            size: SMALL,
            prepare: |_| (),
        },
        Picture {
            name: "new-tenant",
            launch: Launch::Start,
            size: SMALL,
            prepare: |window| shortcut(window, Key::N),
        },
        Picture {
            name: "error",
            launch: Launch::File("/nowhere/molenwiek.tenant.ron".into()),
            size: SMALL,
            prepare: |window| until_shown(window, "molenwiek.tenant.ron"),
        },
        sample("sign-in", SMALL, |_| ()),
        sample("active-users", SMALL, signed_in),
        sample("active-users", LARGE, signed_in),
        sample("active-users-editor", SMALL, editor),
        sample("active-users-editor", LARGE, editor),
        sample("active-users-empty", SMALL, nobody),
        sample("profile", SMALL, |window| {
            signed_in(window);
            find_person(window, "jolanda", "Jolanda Veenstra");
            let edit = ["Edit profile…", "Profiel bewerken…"];
            let button = edit.iter().find_map(|it| window.query_by_label(it));
            button.expect("a profile can be edited").click();
            settle(window);
        }),
        sample("reason", SMALL, reason),
        sample("palette", SMALL, |window| {
            signed_in(window);
            shortcut(window, Key::K);
        }),
        sample("permissions-office365", SMALL, permissions),
        sample("permissions-office365", LARGE, permissions),
        sample("permissions-entra", SMALL, entra),
        sample("permissions-entra", LARGE, entra),
    ]
}

#[test]
fn light_english() {
    compare(false, Language::English);
}

#[test]
fn light_dutch() {
    compare(false, Language::Dutch);
}

#[test]
fn dark_english() {
    compare(true, Language::English);
}

#[test]
fn dark_dutch() {
    compare(true, Language::Dutch);
}

fn compare(dark: bool, language: Language) {
    compare_each(pictures(), dark, language);
}

fn compare_each(pictures: Vec<Picture>, dark: bool, language: Language) {
    // Renderers round edges differently by version; a changed word or colour is far more.
    let options = SnapshotOptions::new()
        .output_path("screenshots")
        .threshold(1.5)
        .max_failed_pixels(60);
    let mut results = egui_kittest::SnapshotResults::new();
    // The large ones in two of the four looks: enough to see a layout that does not grow.
    let with_large = dark == (language == Language::Dutch);
    for picture in pictures {
        if picture.size == LARGE && !with_large {
            continue;
        }
        let mut window = open(Setup {
            launch: picture.launch.clone(),
            language,
            dark,
            size: picture.size,
            pictures: true,
            ..Setup::default()
        });
        if picture.launch == Launch::Sample {
            until(&mut window, |app| app.view() == View::SignIn);
        }
        (picture.prepare)(&mut window);
        window.remove_cursor();
        // The navigation counts the findings.
        until_reviewed(&mut window);
        let name = format!(
            "{}-{}-{}-{}x{}",
            picture.name,
            if dark { "dark" } else { "light" },
            language.tag(),
            picture.size[0],
            picture.size[1],
        );
        results.add(window.try_snapshot_options(name, &options));
    }
}

fn shortcut(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

/// Someone signs in and goes to Active users.
fn signed_in(window: &mut Window) {
    window
        .get_by_label("Sanne de Vries, sanne.devries@rijnzicht.example")
        .click();
    settle(window);
    shortcut(window, Key::Num2);
}

fn find_person(window: &mut Window, typed: &str, name: &str) {
    shortcut(window, Key::K);
    window
        .get_all_by_role(Role::TextInput)
        .last()
        .expect("the palette has a field")
        .type_text(typed);
    settle(window);
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window);
}

fn editor(window: &mut Window) {
    signed_in(window);
    find_person(window, "priya", "Priya Ramdin");
}

fn nobody(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::F);
    window
        .get_all_by_role(Role::TextInput)
        .next()
        .expect("the list has a search field")
        .type_text("zzz");
    settle(window);
}

fn reason(window: &mut Window) {
    signed_in(window);
    find_person(window, "dennis", "Dennis Groen");
    window
        .get_all_by_role(Role::RadioButton)
        .nth(1)
        .expect("the second choice is Global administrator")
        .click();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(window);
}

fn permissions(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num5);
}

fn entra(window: &mut Window) {
    permissions(window);
    window
        .get_all_by_label_contains("Entra")
        .next()
        .expect("the Entra matrix can be chosen")
        .click();
    settle(window);
}
