//! What a person does with the window, from opening a tenant to finding it again.

use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use mandate::domain::contact::MobilePhone;
use mandate::domain::role::{Principal, RoleTemplateId};
use mandate::domain::user::UserId;
use mandate::storage::{self, Progress};
use mandate::ui::View;

use crate::app_support::{
    Dropped, Setup, Window, click, open, open_file, open_sample, settle, sign_in, until,
    until_shown,
};
use crate::support::roles;

const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";

fn user(window: &Window, upn: &str) -> UserId {
    let open = window.state().document().expect("a tenant is open");
    open.session.tenant().users().by_upn(upn).expect(upn).id
}

fn holds(window: &Window, upn: &str) -> Vec<RoleTemplateId> {
    let id = user(window, upn);
    let open = window.state().document().expect("a tenant is open");
    let held = open.session.tenant().assignments().of(Principal::User(id));
    held.iter().map(|assignment| assignment.role).collect()
}

/// Types into the field with this label, in place of what stands there.
fn fill(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(window);
    window
        .get_by_role_and_label(Role::TextInput, label)
        .type_text(text);
    settle(window);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// Saves through the field that takes the place of a file dialog.
fn save_as(window: &mut Window, path: &Path) {
    press(window, Modifiers::COMMAND, Key::S);
    until_shown(window, "Save to a file");
    fill(window, "Path", &path.display().to_string());
    window
        .get_all_by_role_and_label(Role::Button, "Save")
        .last()
        .expect("the dialog has a Save button")
        .click();
    until(window, |app| {
        app.document().is_some_and(|open| !open.session.is_dirty())
    });
}

/// Chooses one of the three kinds of person.
fn choose(window: &mut Window, kind: &str) {
    window
        .get_by_role_and_label(Role::RadioButton, kind)
        .click();
    settle(window);
}

/// Opens someone's details through the palette.
fn open_person(window: &mut Window, typed: &str, name: &str) {
    press(window, Modifiers::COMMAND, Key::K);
    fill(window, "Type a command or a name", typed);
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window);
}

#[test]
fn a_person_becomes_customized_administrator_and_stays_it_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rijnzicht.tenant.ron");
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);

    open_person(&mut window, "dennis", "Dennis Groen");
    choose(&mut window, "Customized administrator");
    for role in ["Exchange administrator", "Billing administrator"] {
        window
            .get_by_role_and_label(Role::CheckBox, role)
            .scroll_to_me();
        settle(&mut window);
        window.get_by_role_and_label(Role::CheckBox, role).click();
        settle(&mut window);
    }
    window.get_by_role_and_label(Role::Button, "Save").click();
    settle(&mut window);
    let expected = vec![
        RoleTemplateId::EXCHANGE_ADMINISTRATOR,
        RoleTemplateId::BILLING_ADMINISTRATOR,
    ];
    assert_eq!(holds(&window, "dennis.groen@rijnzicht.example"), expected);

    save_as(&mut window, &path);
    drop(window);
    let mut window = open_file(&path);
    until(&mut window, |app| app.view() == View::SignIn);
    assert_eq!(holds(&window, "dennis.groen@rijnzicht.example"), expected);
}

#[test]
fn a_privileged_role_asks_for_a_reason_and_keeps_it() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    open_person(&mut window, "dennis", "Dennis Groen");
    choose(&mut window, "Global administrator");
    click(&mut window, "Save…");
    until_shown(&mut window, "Confirm and say why");
    assert!(holds(&window, "dennis.groen@rijnzicht.example").is_empty());
    window
        .get_by_role_and_label(Role::MultilineTextInput, "Reason")
        .type_text("Covers for Sanne in July");
    settle(&mut window);
    window
        .get_by_role_and_label(Role::Button, "Confirm")
        .click();
    settle(&mut window);
    assert_eq!(
        holds(&window, "dennis.groen@rijnzicht.example"),
        [RoleTemplateId::GLOBAL_ADMINISTRATOR]
    );
    let open = window.state().document().expect("a tenant is open");
    let last = open.session.tenant().audit().last().expect("a history");
    assert_eq!(last.reason.as_deref(), Some("Covers for Sanne in July"));

    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(holds(&window, "dennis.groen@rijnzicht.example").is_empty());
    let redo = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };
    press(&mut window, redo, Key::Z);
    assert_eq!(
        holds(&window, "dennis.groen@rijnzicht.example"),
        [RoleTemplateId::GLOBAL_ADMINISTRATOR]
    );
}

#[test]
fn a_lesser_administrator_reads_the_rule_that_refuses() {
    let mut window = open_sample();
    sign_in(
        &mut window,
        "rene.kuipers",
        "René Kuipers, rene.kuipers@rijnzicht.example",
    );
    open_person(&mut window, "dennis", "Dennis Groen");
    let rule = "Only a Global Administrator of the whole tenant assigns or revokes admin roles, or changes who holds them and over whom.";
    assert!(
        window.query_all_by_label_contains(rule).next().is_some(),
        "the rule that refuses is shown"
    );
    let card = window.get_by_role_and_label(Role::RadioButton, "Global administrator");
    assert!(card.accesskit_node().is_disabled());
}

#[test]
fn a_blocked_account_can_t_be_chosen() {
    let mut window = open_sample();
    fill(&mut window, "Search by name or user name", "wim jansen");
    let account = window.get_by_label("Wim Jansen, wim.jansen@rijnzicht.example");
    assert!(account.accesskit_node().is_disabled());
    account.click();
    settle(&mut window);
    assert_eq!(window.state().view(), View::SignIn);
}

#[test]
fn the_account_is_switched_in_two_clicks() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    window
        .get_by_label_contains("Signed in as Sanne de Vries")
        .click();
    settle(&mut window);
    click(&mut window, "Switch account…");
    assert_eq!(window.state().view(), View::SignIn);
}

#[test]
fn a_broken_file_says_what_is_wrong_and_where() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.tenant.ron");
    fs::write(&path, "this is no tenant").expect("written");
    let mut window = open_file(&path);
    until_shown(&mut window, "Can't open");
    click(&mut window, "Close");
    assert_eq!(window.state().view(), View::Start);
}

#[test]
fn unsaved_changes_are_asked_about_before_another_tenant_opens() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    open_person(&mut window, "dennis", "Dennis Groen");
    fill(&mut window, "Mobile phone", "+31612345678");
    window.get_by_role_and_label(Role::Button, "Save").click();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::N);
    until_shown(&mut window, "Save the changes first?");
    click(&mut window, "Cancel");
    assert_eq!(window.state().view(), View::ActiveUsers);
    press(&mut window, Modifiers::COMMAND, Key::W);
    click(&mut window, "Don't save");
    assert_eq!(window.state().view(), View::Start);
}

#[test]
fn a_file_that_changed_on_disk_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.tenant.ron");
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    save_as(&mut window, &path);
    let mut text = fs::read(&path).expect("read");
    text.extend_from_slice(b"\n");
    fs::write(&path, &text).expect("changed elsewhere");

    open_person(&mut window, "dennis", "Dennis Groen");
    fill(&mut window, "Mobile phone", "+31612345678");
    window.get_by_role_and_label(Role::Button, "Save").click();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::S);
    until_shown(&mut window, "The file changed on disk");
    assert_eq!(fs::read(&path).expect("read"), text);
    click(&mut window, "Overwrite");
    until(&mut window, |app| {
        app.document().is_some_and(|open| !open.session.is_dirty())
    });
    let known = |role| roles().role(role).is_some();
    let saved = storage::open(&path, &known, &Progress::new()).expect("it opens again");
    let dennis = saved
        .tenant
        .users()
        .by_upn("dennis.groen@rijnzicht.example");
    let phone = dennis.and_then(|user| user.contact.mobile_phone.clone());
    assert_eq!(
        phone.as_ref().map(MobilePhone::as_str),
        Some("+31612345678")
    );
}

#[test]
fn a_file_that_exists_is_kept_or_backed_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("taken.tenant.ron");
    fs::write(&path, "somebody else's").expect("written");
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    let ask = |window: &mut Window| {
        press(window, Modifiers::COMMAND, Key::S);
        until_shown(window, "Save to a file");
        fill(window, "Path", &path.display().to_string());
        window
            .get_all_by_role_and_label(Role::Button, "Save")
            .last()
            .expect("the dialog has a Save button")
            .click();
        until_shown(window, "The file exists already");
    };
    ask(&mut window);
    click(&mut window, "Cancel");
    assert_eq!(fs::read(&path).expect("read"), b"somebody else's");

    ask(&mut window);
    click(&mut window, "Overwrite");
    until(&mut window, |app| {
        app.document().is_some_and(|open| !open.session.is_dirty())
    });
    let kept: Vec<_> = fs::read_dir(folder.path())
        .expect("listed")
        .map(|entry| fs::read(entry.expect("an entry").path()).expect("read"))
        .filter(|bytes| bytes == b"somebody else's")
        .collect();
    assert_eq!(kept.len(), 1, "the old file is the backup");
}

#[test]
fn a_new_tenant_has_its_buyer_as_global_administrator() {
    let mut window = open(Setup::default());
    click(&mut window, "New tenant…");
    fill(&mut window, "Organisation", "Molenwiek");
    fill(
        &mut window,
        "Initial domain (name.onmicrosoft.com)",
        "molenwiek",
    );
    fill(&mut window, "Buyer", "Ada de Boer");
    fill(&mut window, "User name of the buyer, before the @", "ada");
    click(&mut window, "Create");
    assert_eq!(window.state().view(), View::SignIn);
    assert_eq!(
        holds(&window, "ada@molenwiek.onmicrosoft.com"),
        [RoleTemplateId::GLOBAL_ADMINISTRATOR]
    );
}

#[test]
fn what_was_opened_and_chosen_is_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings.ron");
    let path = folder.path().join("remembered.tenant.ron");
    let with_settings = || {
        open(Setup {
            settings: Some(settings.clone()),
            ..Setup::default()
        })
    };
    let mut window = with_settings();
    click(&mut window, "Open the sample tenant");
    until(&mut window, |app| app.view() == View::SignIn);
    sign_in(&mut window, "sanne", SANNE);
    save_as(&mut window, &path);
    click(&mut window, "Show in Dutch");
    drop(window);

    let mut window = with_settings();
    click(&mut window, "remembered.tenant.ron");
    until(&mut window, |app| app.view() == View::SignIn);
    assert!(
        window.query_by_label_contains("Kies het account").is_some(),
        "the language is remembered"
    );
    drop(window);

    fs::remove_file(&path).expect("removed");
    let mut window = with_settings();
    click(&mut window, "remembered.tenant.ron");
    until_shown(&mut window, "niet openen");
    click(&mut window, "Sluiten");
    assert!(
        window.query_by_label("remembered.tenant.ron").is_none(),
        "a file that is gone is no longer offered"
    );
}

#[test]
fn a_file_dropped_on_the_window_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("dropped.tenant.ron");
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    save_as(&mut window, &path);
    drop(window);

    let mut window = open(Setup::default());
    window.input_mut().dropped_files = vec![std::sync::Arc::new(Dropped(path))];
    window.step();
    until(&mut window, |app| app.view() == View::SignIn);
}

#[test]
fn language_and_theme_switch_while_the_window_is_open() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    click(&mut window, "Show in Dutch");
    assert!(
        window
            .query_all_by_label("Actieve gebruikers")
            .next()
            .is_some()
    );
    click(&mut window, "In het Engels weergeven");
    assert!(window.query_all_by_label("Active users").next().is_some());
    click(&mut window, "Dark theme");
    assert_eq!(window.ctx.theme(), egui::Theme::Dark);
    click(&mut window, "Light theme");
    assert_eq!(window.ctx.theme(), egui::Theme::Light);
}

#[test]
fn the_palette_lists_commands_and_runs_the_chosen_one() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    press(&mut window, Modifiers::COMMAND, Key::K);
    fill(&mut window, "Type a command or a name", "permis");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view(), View::Permissions);
}

#[test]
fn undoing_what_made_oneself_global_administrator_asks_first() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    open_person(&mut window, "dennis", "Dennis Groen");
    choose(&mut window, "Global administrator");
    click(&mut window, "Save…");
    give_reason(&mut window, "Takes over");
    window
        .get_by_label_contains("Signed in as Sanne de Vries")
        .click();
    settle(&mut window);
    click(&mut window, "Switch account…");
    sign_in(
        &mut window,
        "dennis",
        "Dennis Groen, dennis.groen@rijnzicht.example",
    );

    press(&mut window, Modifiers::COMMAND, Key::Z);
    until_shown(&mut window, "Confirm and say why");
    assert!(!holds(&window, "dennis.groen@rijnzicht.example").is_empty());
    give_reason(&mut window, "It was a mistake");
    assert!(holds(&window, "dennis.groen@rijnzicht.example").is_empty());
}

/// Answers the question for a reason.
fn give_reason(window: &mut Window, reason: &str) {
    until_shown(window, "Confirm and say why");
    window
        .get_by_role_and_label(Role::MultilineTextInput, "Reason")
        .type_text(reason);
    settle(window);
    click(window, "Confirm");
}
