//! Editing a person's name, user name, place in the organisation and licences.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use mandate::domain::organization::SubscriptionId;
use mandate::domain::user::Profile;

use crate::app_support::{
    Window, click, open_sample, open_tenant, settle, sign_in, tells, tenant_of,
};
use crate::support::{everything, fixture, id};

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
        ("User name", true),
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

#[test]
fn name_and_user_name_are_one_change() {
    let (old, new) = (
        "dennis.groen@rijnzicht.example",
        "d.zwart@rijnzicht.onmicrosoft.com",
    );
    let mut window = profile_of(SANNE, "dennis");
    let before = profile(&window, old);
    let entries = tenant_of(&window).audit().len();
    type_into(&mut window, "Name", "Dennis Zwart");
    type_into(&mut window, "User name", new);
    save(&mut window);
    assert_eq!(&*profile(&window, new).display_name, "Dennis Zwart");
    assert_eq!(tenant_of(&window).audit().len(), entries + 1);
    assert!(tenant_of(&window).users().by_upn(old).is_none());
    // The list and the details follow.
    assert!(tells(
        &window,
        "Dennis Zwart, d.zwart@rijnzicht.onmicrosoft.com"
    ));

    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut window);
    assert_eq!(profile(&window, old), before);
    assert!(tenant_of(&window).users().by_upn(new).is_none());
}

#[test]
fn a_user_name_alone_is_changed_and_a_wrong_one_is_told() {
    let mut window = profile_of(ESTHER, "dennis");
    let r26 = "R26: A user principal name is unique, on a verified domain";
    let can_save = |window: &Window| {
        let save = window
            .get_all_by_role_and_label(Role::Button, "Save")
            .last();
        !save
            .expect("the dialog has a Save button")
            .accesskit_node()
            .is_disabled()
    };
    assert!(!can_save(&window), "nothing has changed");
    for wrong in [
        "sanne.devries@rijnzicht.example",
        "dennis@elsewhere.example",
        "dennis groen@rijnzicht.example",
        "dennis",
        "",
    ] {
        type_into(&mut window, "User name", wrong);
        if wrong.is_empty() {
            window.key_press(egui::Key::Delete);
            settle(&mut window);
        }
        assert!(tells(&window, r26), "`{wrong}`");
        assert!(!can_save(&window), "`{wrong}`");
    }
    // Other capitals are a change.
    type_into(&mut window, "User name", "Dennis.Groen@rijnzicht.example");
    assert!(!tells(&window, r26));
    save(&mut window);
    let dennis = tenant_of(&window)
        .users()
        .by_upn("dennis.groen@rijnzicht.example");
    assert_eq!(
        dennis.expect("he is there").upn.as_str(),
        "Dennis.Groen@rijnzicht.example"
    );
}

#[test]
fn an_administrator_keeps_the_user_name_before_user_management() {
    let mut window = profile_of(ESTHER, "sanne");
    assert!(is_disabled(&window, "User name"));
    assert!(!is_disabled(&window, "Department"));
    let rule = "R23: Your role may not touch the password or sensitive properties";
    assert!(dialog_tells(&mut window, rule));
}

fn licences(window: &Window, upn: &str) -> Vec<SubscriptionId> {
    tenant_of(window)
        .users()
        .by_upn(upn)
        .expect(upn)
        .licences
        .clone()
}

/// Opens the licences of the person whose details are open.
fn open_licences(window: &mut Window) {
    let shown = window
        .query_all_by_role_and_label(Role::Button, "Licences…")
        .count();
    assert!(shown > 0, "the details offer them");
    let button = window
        .get_all_by_role_and_label(Role::Button, "Licences…")
        .last();
    button.expect("a button").click();
    settle(window);
}

fn tick(window: &mut Window, label: &str) {
    let all = window.get_all_by_role_and_label(Role::CheckBox, label);
    all.last().expect(label).click();
    settle(window);
}

#[test]
fn seats_are_given_and_taken_as_one_change() {
    let upn = "dennis.groen@rijnzicht.example";
    let mut window = profile_of(SANNE, "dennis");
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    let before = licences(&window, upn);
    let sold: Vec<_> = tenant_of(&window).subscriptions().to_vec();
    open_licences(&mut window);
    assert!(tells(&window, "Licences of Dennis Groen"));
    for sold in &sold {
        let held = before.contains(&sold.id);
        let box_ = window
            .get_all_by_role_and_label(Role::CheckBox, &sold.name)
            .last();
        let toggled = box_.expect("a check box").accesskit_node().toggled();
        assert_eq!(
            toggled == Some(egui::accesskit::Toggled::True),
            held,
            "{}",
            sold.name
        );
    }
    tick(&mut window, "Power Apps Premium");
    tick(&mut window, "Microsoft 365 F3");
    save(&mut window);
    let mut expected = before.clone();
    for name in ["Power Apps Premium", "Microsoft 365 F3"] {
        let id = sold.iter().find(|sold| &*sold.name == name).expect(name).id;
        match expected.iter().position(|held| *held == id) {
            Some(place) => drop(expected.remove(place)),
            None => expected.push(id),
        }
    }
    expected.sort_unstable();
    assert_eq!(licences(&window, upn), expected);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut window);
    assert_eq!(licences(&window, upn), before);
}

#[test]
fn a_seat_that_is_not_there_is_not_given() {
    let tenant = fixture().licensed().seats(1).build();
    let (mut window, _folder) = open_tenant(&tenant, "anna");
    for (name, free) in [("anna", false), ("piet", true)] {
        let select = format!("Select {name}");
        window
            .get_by_role_and_label(Role::CheckBox, &select)
            .click();
        settle(&mut window);
        click(&mut window, "Licences…");
        assert!(tells(&window, "No seat left of 1"));
        let seat = window.get_by_role_and_label(Role::CheckBox, "Everything");
        assert_eq!(seat.accesskit_node().is_disabled(), !free, "{name}");
        if free {
            // His own he may give back.
            seat.click();
            settle(&mut window);
            click(&mut window, "Save");
            let piet = tenant_of(&window).user(id("piet")).expect("he is there");
            assert!(piet.licences.is_empty());
            assert_eq!(tenant_of(&window).seats_used(everything()), 0);
        } else {
            click(&mut window, "Cancel");
            window
                .get_by_role_and_label(Role::CheckBox, &select)
                .click();
            settle(&mut window);
        }
    }
}

#[test]
fn who_manages_no_licences_reads_why() {
    let mut window = profile_of(PRIYA, "dennis");
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    open_licences(&mut window);
    assert!(tells(&window, "What no role of yours grants is refused."));
    let seat = window
        .get_all_by_role_and_label(Role::CheckBox, "Power Apps Premium")
        .last();
    assert!(seat.expect("a check box").accesskit_node().is_disabled());
}
