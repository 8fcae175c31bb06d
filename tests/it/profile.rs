//! Editing a person's name and place in the organisation.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use mandate::domain::user::Profile;

use crate::app_support::{Window, click, open_sample, settle, sign_in};

const SANNE: (&str, &str) = ("sanne", "Sanne de Vries, sanne.devries@rijnzicht.example");
const ESTHER: (&str, &str) = ("esther", "Esther van Dam, esther.vandam@rijnzicht.example");
const PRIYA: (&str, &str) = ("priya", "Priya Ramdin, priya.ramdin@rijnzicht.example");

/// Signs in as `actor` and opens the profile of the person found by `typed`.
fn profile_of(actor: (&str, &str), typed: &str) -> Window {
    let mut window = open_sample();
    sign_in(&mut window, actor.0, actor.1);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    settle(&mut window);
    window.event(egui::Event::Text(typed.to_owned()));
    settle(&mut window);
    window.key_press(egui::Key::Enter);
    settle(&mut window);
    click(&mut window, "Edit profile…");
    window
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    settle(window);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    settle(window);
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

fn is_disabled(window: &Window, label: &str) -> bool {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.accesskit_node().is_disabled()
}

fn profile(window: &Window, upn: &str) -> Profile {
    let open = window.state().document().expect("a tenant is open");
    let user = open.session.tenant().users().by_upn(upn).expect(upn);
    user.profile.clone()
}

/// Saves in the dialog, which lies over the editor's own button.
fn save(window: &mut Window) {
    window
        .get_all_by_role_and_label(Role::Button, "Save")
        .last()
        .expect("the dialog has a Save button")
        .click();
    settle(window);
}

/// Whether the dialog tells `rule`; the editor under it may tell it as well. Closes the dialog.
fn dialog_tells(window: &mut Window, rule: &str) -> bool {
    let told = |window: &Window| window.query_all_by_label_contains(rule).count();
    let with_dialog = told(window);
    window
        .get_all_by_role_and_label(Role::Button, "Cancel")
        .last()
        .expect("the dialog has a Cancel button")
        .click();
    settle(window);
    with_dialog > told(window)
}

#[test]
fn a_profile_is_edited_and_undone() {
    let upn = "dennis.groen@rijnzicht.example";
    let mut window = profile_of(SANNE, "dennis");
    let before = profile(&window, upn);
    type_into(&mut window, "Department", "Laboratorium");
    type_into(&mut window, "Job title", "Analist");
    save(&mut window);
    let after = profile(&window, upn);
    assert_eq!(after.department.as_deref(), Some("Laboratorium"));
    assert_eq!(after.job_title.as_deref(), Some("Analist"));
    assert_eq!(after.display_name, before.display_name);

    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut window);
    assert_eq!(profile(&window, upn), before);
}

#[test]
fn a_synchronised_person_keeps_their_name() {
    let mut window = profile_of(SANNE, "jolanda");
    for (label, disabled) in [
        ("Name", true),
        ("First name", true),
        ("Last name", true),
        ("Department", false),
        ("Job title", false),
    ] {
        assert_eq!(is_disabled(&window, label), disabled, "{label}");
    }
    type_into(&mut window, "Office", "Tiel");
    save(&mut window);
    let after = profile(&window, "jolanda.veenstra@rijnzicht.example");
    assert_eq!(after.office.as_deref(), Some("Tiel"));
    click(&mut window, "Edit profile…");
    assert!(dialog_tells(&mut window, "are mastered on-premises"));
}

#[test]
fn who_manages_people_edits_profiles_and_who_does_not_reads_why() {
    let window = profile_of(ESTHER, "dennis");
    assert!(!is_disabled(&window, "Department"));
    let mut window = profile_of(PRIYA, "dennis");
    assert!(is_disabled(&window, "Department"));
    let rule = "What no role of yours grants is refused.";
    assert!(dialog_tells(&mut window, rule));
}

#[test]
fn a_usage_location_is_a_country() {
    let mut window = profile_of(SANNE, "dennis");
    let label = "Usage location (two letters, such as NL)";
    type_into(&mut window, label, "Nederland");
    assert!(
        window
            .query_by_label_contains("is not a usage location")
            .is_some()
    );
    type_into(&mut window, label, "be");
    save(&mut window);
    let after = profile(&window, "dennis.groen@rijnzicht.example");
    assert_eq!(after.usage_location.as_deref(), Some("BE"));
}
