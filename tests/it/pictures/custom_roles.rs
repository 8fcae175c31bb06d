//! Roles of the tenant's own: making one, its details among the others; and names of sixty
//! characters, of a person and of such a role, in the views that tell who may do what.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::{Assent, apply};
use mandate::domain::custom_role::CustomRole;
use mandate::domain::language::Language;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::{Launch, View};

use super::{Picture, SMALL, compare_each, shortcut};
use crate::app_support::{Window, settle, until, until_reviewed};
use crate::custom_roles::{CREATE, PASSWORDS, TICKETS, make};
use crate::support::{GLOBAL, USERS, context, custom_role, empty, id, named, role_id};

/// Sixty characters.
const LONG: &str = "Maria-Antoinette van Oldenborgh-Schimmelpenninck van der Oye";
const LONG_ROLE: &str = "Eerste hulp bij wachtwoorden, instroom en meldingen van EHBO";
const ALLOWED: &[&str] = &[TICKETS, CREATE, PASSWORDS];

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let picture = |name, prepare| Picture {
        name,
        launch: Launch::File(file()),
        size: SMALL,
        prepare,
    };
    vec![
        picture("custom-role-empty", empty_editor),
        picture("custom-role-new", editor),
        picture("custom-role-unsaved", |window| {
            editor(window);
            window.key_press(Key::Escape);
            settle(window);
        }),
        picture("roles-custom", |window| {
            roles(window);
            write(window, "eerste hulp");
            open(window, LONG_ROLE);
        }),
        picture("access-long-name", |window| {
            signed_in(window);
            shortcut(window, Key::Num6);
            open(window, LONG);
        }),
        picture("review-long-name", |window| {
            signed_in(window);
            shortcut(window, Key::Num7);
            until_reviewed(window);
            let mut rows = window.query_all_by_role(Role::Row);
            rows.next().expect("a finding").click();
            drop(rows);
            settle(window);
        }),
    ]
}

/// The file with the tenant of these pictures.
fn file() -> PathBuf {
    static WRITTEN: OnceLock<PathBuf> = OnceLock::new();
    let write = || {
        let mut tenant = empty()
            .user("anna")
            .but(|user| user.profile = named(LONG))
            .holds(GLOBAL)
            .user("bert")
            .holds(GLOBAL)
            .custom_role("Lang", ALLOWED)
            .custom_role("Meldingen", &[TICKETS])
            .user("cees")
            .holds(role_id("Lang"))
            .holds(USERS)
            .user("dora")
            .but(|user| user.profile = named(LONG_ROLE))
            .blocked()
            .holds(role_id("Lang"))
            .build();
        let long = CustomRole {
            name: LONG_ROLE.into(),
            description: "Wat de balie van de ochtend nodig heeft".into(),
            ..custom_role("Lang", ALLOWED)
        };
        let because = Assent::because("it is needed");
        apply(&context(), &mut tenant, id("anna"), &make(long), &because).expect("it is renamed");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("custom-roles");
        std::fs::create_dir_all(&folder).expect("a folder to write into");
        let path = folder.join("contoso.tenant.ron");
        let _ = std::fs::remove_file(&path);
        let (snapshot, progress) = (tenant.snapshot(), Progress::new());
        storage::save(&snapshot, &path, None, OnConflict::Refuse, &progress)
            .expect("a tenant can be saved");
        path
    };
    WRITTEN.get_or_init(write).clone()
}

fn signed_in(window: &mut Window) {
    until(window, |app| app.view() == View::SignIn);
    window
        .get_by_label(&format!("{LONG}, anna@contoso.nl"))
        .click();
    settle(window);
}

fn roles(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num4);
    let field = window.query_all_by_role(Role::TextInput).next();
    field.expect("the list has a search field").focus();
    settle(window);
}

fn empty_editor(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num4);
    let names = ["New custom role", "Nieuwe aangepaste rol"];
    let find = |name| window.query_by_role_and_label(Role::Button, name);
    let button = names.into_iter().find_map(find);
    button.expect("a role can be made").click();
    settle(window);
}

fn editor(window: &mut Window) {
    empty_editor(window);
    write(window, "Instroom");
    for _ in 0..2 {
        window.key_press(Key::Tab);
        settle(window);
    }
    write(window, "directory/users/");
    window.key_press(Key::ArrowDown);
    settle(window);
    for _ in 0..6 {
        window.key_press(Key::Space);
        settle(window);
        window.key_press(Key::ArrowDown);
        settle(window);
    }
}

/// Clicks the row that begins with `name`.
fn open(window: &mut Window, name: &str) {
    let mut rows = window.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.starts_with(name)
    };
    rows.find(begins).expect(name).click();
    drop(rows);
    settle(window);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}
