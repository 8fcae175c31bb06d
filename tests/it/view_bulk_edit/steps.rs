//! The three steps that are filled in: what appears when, and what keeps one from going on.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::domain::rule::Rule;
use mandate::domain::user::DelegatedAdministration;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::bulk_edit::Step;

use super::{
    check, choose, click, department, enabled, is_shown, people, press, spoken, to_results,
    type_into, wizard,
};
use crate::support::{HELPDESK, empty, id};

#[test]
fn who_it_is_about_is_told_throughout() {
    let mut harness = wizard(&people(), &["anna", "piet", "syb", "zoe"]);
    department(&mut harness, "Sales");
    for _ in 0..4 {
        assert!(is_shown(&harness, "4 users"));
        assert!(is_shown(&harness, "anna, piet, syb and 1 more"));
        if harness.state().state.step() != Step::Results {
            click(&mut harness, "Next");
        }
    }
    assert_eq!(harness.state().state.step(), Step::Results);
}

#[test]
fn nobody_is_told_where_to_select_people() {
    let mut harness = wizard(&people(), &[]);
    assert!(is_shown(&harness, "No one is selected"));
    click(&mut harness, "Active users");
    assert_eq!(harness.state().asked, [UiCommand::ShowActiveUsers]);
}

#[test]
fn details_are_left_alone_unless_switched_on() {
    let mut harness = wizard(&people(), &["piet"]);
    for field in [
        "Department",
        "Office",
        "Usage location (two letters, such as NL)",
    ] {
        let field = harness.query_by_role_and_label(Role::TextInput, field);
        assert!(field.is_none());
    }
    assert!(!is_shown(&harness, "Block sign-in"));
    check(&mut harness, "Change the usage location");
    assert!(is_shown(&harness, "Will be cleared for everyone."));
    let field = "Usage location (two letters, such as NL)";
    type_into(&mut harness, field, "Nederland");
    let wrong = "Give the usage location as two letters, such as NL.";
    assert_eq!(enabled(&harness, "Next"), Err(wrong.to_owned()));
    assert!(
        harness
            .query_all_by_label_contains("\"Nederland\" is not")
            .next()
            .is_some()
    );
    check(&mut harness, "Change the usage location");
    assert_eq!(enabled(&harness, "Next"), Ok(()));
    check(&mut harness, "Change whether they may sign in");
    assert!(is_shown(&harness, "Block sign-in"));
    assert!(is_shown(&harness, "Allow sign-in"));
}

/// R19.
#[test]
fn a_role_is_chosen_only_after_yes() {
    let mut harness = wizard(&people(), &["piet"]);
    click(&mut harness, "Next");
    let offers = |harness: &egui_kittest::Harness<'_, super::Host>| {
        let role = "Password administrator";
        let offered = harness.query_by_role_and_label(Role::CheckBox, role);
        offered.is_some()
    };
    assert!(is_shown(&harness, "Leave as they are"));
    assert!(!offers(&harness));
    choose(&mut harness, "No, revoke");
    assert!(!offers(&harness));
    assert_eq!(enabled(&harness, "Next"), Ok(()));

    choose(&mut harness, "Yes, assign");
    assert!(offers(&harness));
    let rule = Rule::BulkRolesAreChosen.sentence(Language::English);
    let why = enabled(&harness, "Next").expect_err("Yes asks for a role");
    assert!(why.starts_with("R19: ") && why.contains(rule), "{why}");
    assert!(
        is_shown(&harness, &why),
        "the sentence is told, not only on hover"
    );
    let results = harness.get_by_role_and_label(Role::Tab, "4 Results");
    assert!(results.accesskit_node().is_disabled());

    check(&mut harness, "Password administrator");
    assert_eq!(enabled(&harness, "Next"), Ok(()));
    press(&mut harness, Role::Tab, "4 Results");
    assert_eq!(
        spoken(&harness),
        ["piet, Will change, Helpdesk Administrator assigned"]
    );
}

#[test]
fn global_administrator_stands_first_among_the_office_365_roles() {
    let mut harness = wizard(&people(), &["piet"]);
    click(&mut harness, "Next");
    choose(&mut harness, "Yes, assign");
    let first = harness
        .query_all_by_role(Role::CheckBox)
        .next()
        .and_then(|node| node.accesskit_node().label());
    assert_eq!(first.as_deref(), Some("Global administrator"));
    let all = harness.query_all_by_label("Global administrator");
    assert_eq!(
        all.filter(|it| it.accesskit_node().role() == Role::CheckBox)
            .count(),
        1
    );
    type_into(
        &mut harness,
        "Search roles and what they can do",
        "teams devices",
    );
    check(&mut harness, "Teams Devices Administrator");
    assert_eq!(harness.state().state.draft().chosen_roles.len(), 1);
}

/// R9 holds for everybody alike, so it is told where the role is chosen.
#[test]
fn a_role_of_a_service_that_was_not_bought_can_not_be_chosen() {
    let mut harness = wizard(&people().sold(&[]), &["piet"]);
    click(&mut harness, "Next");
    choose(&mut harness, "Yes, assign");
    let exchange = harness.get_by_role_and_label(Role::CheckBox, "Exchange administrator");
    let node = exchange.accesskit_node();
    assert!(node.is_disabled());
    assert!(node.description().unwrap_or_default().starts_with("R9: "));
}

/// R1.
#[test]
fn who_gives_no_roles_is_told_before_choosing() {
    let fixture = people().user("helper").holds(HELPDESK);
    let mut harness = super::shown(super::Host::new(
        fixture.build(),
        id("helper"),
        [id("piet")].into(),
    ));
    click(&mut harness, "Next");
    let yes = harness.get_by_role_and_label(Role::RadioButton, "Yes, assign");
    assert!(yes.accesskit_node().is_disabled());
    assert!(harness.query_all_by_label_contains("R1 ").next().is_some());
}

/// R18.
#[test]
fn delegated_administration_is_offered_to_certified_partners_alone() {
    let mut harness = wizard(&people(), &["piet", "zoe"]);
    click(&mut harness, "Next");
    assert!(!is_shown(&harness, "Delegated administration"));
    assert!(!is_shown(&harness, "Full administration"));

    let mut harness = wizard(&people().certified_partner(), &["piet", "zoe"]);
    click(&mut harness, "Next");
    assert!(is_shown(&harness, "Delegated administration"));
    for level in [
        "No delegated administration",
        "Limited administration",
        "Full administration",
    ] {
        choose(&mut harness, level);
    }
    click(&mut harness, "Next");
    click(&mut harness, "Next");
    assert_eq!(
        spoken(&harness),
        [
            "piet, Will change, Delegated administration changed from “None” to “Full”",
            "zoe, Will change, Delegated administration changed from “None” to “Full”"
        ]
    );
    // Full is as far as a Global administrator goes, so it asks why (R21).
    type_into(&mut harness, "Reason", "Serves the customers");
    click(&mut harness, "Submit");
    for name in ["piet", "zoe"] {
        let level = harness.state().user(name).delegated_administration;
        assert_eq!(level, DelegatedAdministration::Full, "{name}");
    }
}

#[test]
fn licences_are_added_replaced_or_removed() {
    let fixture = people().seats(3).user("rik").licensed();
    for (choice, expected) in [
        ("Add licences", [true, true]),
        ("Replace licences", [true, true]),
        ("Remove licences", [false, false]),
    ] {
        let mut harness = wizard(&fixture, &["piet", "rik"]);
        click(&mut harness, "Next");
        click(&mut harness, "Next");
        assert!(!is_shown(&harness, "Everything"));
        choose(&mut harness, choice);
        let why = "Choose at least one licence.";
        assert_eq!(enabled(&harness, "Next"), Err(why.to_owned()));
        assert!(is_shown(&harness, "1 of 3 seats in use"));
        check(&mut harness, "Everything");
        click(&mut harness, "Next");
        click(&mut harness, "Submit");
        let held = ["piet", "rik"].map(|name| !harness.state().user(name).licences.is_empty());
        assert_eq!(held, expected, "{choice}");
    }
}

#[test]
fn too_few_seats_are_warned_of_and_told_for_each() {
    let fixture = people().seats(1);
    let mut harness = wizard(&fixture, &["piet", "zoe"]);
    click(&mut harness, "Next");
    click(&mut harness, "Next");
    choose(&mut harness, "Add licences");
    check(&mut harness, "Everything");
    assert!(is_shown(
        &harness,
        "1 seat left, which is fewer than the people selected."
    ));
    click(&mut harness, "Next");
    assert_eq!(
        spoken(&harness),
        [
            "piet, Will change, Licence Everything assigned",
            "zoe, Refused, Everything has no seat left: its one seat is in use."
        ]
    );
}

#[test]
fn leaving_asks_only_when_something_would_be_lost() {
    let mut harness = wizard(
        &empty().user("anna").holds(crate::support::GLOBAL),
        &["anna"],
    );
    click(&mut harness, "Cancel");
    assert_eq!(
        harness.state_mut().asked.pop(),
        Some(UiCommand::ShowActiveUsers)
    );

    let mut harness = wizard(&people(), &["piet"]);
    department(&mut harness, "Sales");
    click(&mut harness, "Cancel");
    assert!(is_shown(&harness, "Discard this bulk edit?"));
    click(&mut harness, "Keep editing");
    assert_eq!(harness.state().state.draft().department.text, "Sales");
    assert!(harness.state().asked.is_empty());
    click(&mut harness, "Cancel");
    click(&mut harness, "Discard");
    assert_eq!(harness.state().asked, [UiCommand::ShowActiveUsers]);
    assert!(harness.state().state.draft().is_empty());
}

#[test]
fn a_wizard_that_was_left_in_the_middle_goes_on_for_the_same_people() {
    let mut harness = wizard(&people(), &["piet", "zoe"]);
    department(&mut harness, "Sales");
    click(&mut harness, "Next");
    let state = &mut harness.state_mut().state;
    state.open(["piet", "zoe"].map(id).into());
    assert_eq!(state.draft().department.text, "Sales");
    assert_eq!(state.step(), Step::Settings);
    state.open([id("piet")].into());
    assert!(state.draft().is_empty());
    assert_eq!(state.step(), Step::Details);

    harness.run();
    department(&mut harness, "Sales");
    to_results(&mut harness);
    click(&mut harness, "Submit");
    let state = &mut harness.state_mut().state;
    assert!(state.is_submitted());
    state.open([id("piet")].into());
    assert!(!state.is_submitted(), "what is done does not come back");
    assert!(state.draft().is_empty());
}

#[test]
fn a_role_set_is_given_to_many() {
    let fixture = people().role_sets(&[("Desk", &[HELPDESK])]);
    let mut harness = wizard(&fixture, &["piet", "zoe"]);
    click(&mut harness, "Next");
    assert!(!is_shown(&harness, "Role sets"));
    choose(&mut harness, "Yes, assign");
    click(&mut harness, "Role sets");
    click(&mut harness, "Use the set Desk, 1 role");
    press(&mut harness, Role::Tab, "4 Results");
    assert_eq!(
        spoken(&harness),
        [
            "piet, Will change, Helpdesk Administrator assigned",
            "zoe, Will change, Helpdesk Administrator assigned"
        ]
    );
}
