//! Comparing: exactly what was changed since the file was saved, its backup, another file.

use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::{Assent, apply};
use mandate::domain::audit::AuditItem;
use mandate::domain::command::Command;
use mandate::domain::diff::Diff;
use mandate::domain::diff::Section;
use mandate::domain::language::Language;
use mandate::sample::dutch_organisation;
use mandate::ui::View;
use mandate::ui::views::changes::differences::{Prepared, Query, Row};

use super::story::{changed_file, save};
use super::{choose, fill, give_phone, show, shows, spoken};
use crate::app_support::{
    Window, click, open_file, open_sample, open_tenant, sign_in, until, until_shown,
};
use crate::support::{NOW, context, fixture, id, roles};

/// Sanne has opened the file in which much was changed, and compares.
fn comparing() -> Window {
    let mut window = open_file(changed_file());
    until(&mut window, |app| app.view() == View::SignIn);
    sign_in(&mut window, "sanne", super::SANNE);
    show(&mut window);
    choose(&mut window, Role::Tab, "Compare");
    window
}

#[test]
fn the_backup_shows_exactly_what_was_changed() {
    let mut window = comparing();
    assert!(shows(&window, "Nothing compared yet"));
    click(&mut window, "Backup");
    until_shown(
        &mut window,
        "From rijnzicht.tenant.ron.bak to what is open: 7 differences",
    );
    let bo = "Bo van Elderenbosch-Schimmelpenninck van der Oye";
    assert_eq!(
        spoken(&window),
        [
            "People 3".to_owned(),
            "Wim Jansen: sign-in allowed".to_owned(),
            "Anneke Visser: job title changed from “Hoofd financiën” to “Hoofd bedrijfsbureau”"
                .to_owned(),
            format!("{bo}: added, with user name bo.elderenbosch@rijnzicht.example"),
            "Roles and assignments 1".to_owned(),
            "Dennis Groen: Global Administrator assigned, Privileged".to_owned(),
            "Groups and units 2".to_owned(),
            "Group Storingsdienst: members: from 4 to 5".to_owned(),
            "Group Storingsdienst: Anneke Visser added as a member".to_owned(),
            "History 1".to_owned(),
            "History: goes on with 5 entries".to_owned(),
        ]
    );
    click(&mut window, "Groups and units 2");
    assert_eq!(spoken(&window).len(), 3);
    fill(&mut window, "Search the differences", "anneke");
    assert_eq!(
        spoken(&window),
        [
            "Groups and units 1",
            "Group Storingsdienst: Anneke Visser added as a member"
        ]
    );
    fill(&mut window, "Search the differences", "zzz");
    assert!(shows(&window, "No difference matches"));
    click(&mut window, "Clear filters");
    assert_eq!(spoken(&window).len(), 11);
}

#[test]
fn the_saved_file_is_the_same_until_something_changes() {
    let (mut window, _folder) = open_tenant(&fixture().unreachable().build(), "anna");
    show(&mut window);
    choose(&mut window, Role::Tab, "Compare");
    click(&mut window, "Saved file");
    until_shown(&mut window, "No differences");
    assert!(shows(
        &window,
        "contoso.tenant.ron holds the same as what is open"
    ));

    // Piet gets a phone; back here the comparison is old.
    give_phone(&mut window, "piet");
    show(&mut window);
    assert!(shows(
        &window,
        "The tenant was changed after this comparison."
    ));
    click(&mut window, "Compare again");
    until_shown(&mut window, "2 differences");
    assert_eq!(
        spoken(&window),
        [
            "People 1",
            "piet: mobile phone set to “+31612345678”",
            "History 1",
            "History: goes on with 1 entry",
        ]
    );
}

#[test]
fn another_file_is_chosen_and_one_that_can_t_be_read_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("other.tenant.ron");
    save(&dutch_organisation(NOW), &other);
    let mut window = open_sample();
    sign_in(&mut window, "sanne", super::SANNE);
    show(&mut window);
    choose(&mut window, Role::Tab, "Compare");
    for button in ["Saved file", "Backup"] {
        let button = window.get_by_role_and_label(Role::Button, button);
        assert!(button.accesskit_node().is_disabled());
        let why = button
            .accesskit_node()
            .data()
            .description()
            .map(str::to_owned);
        assert_eq!(why.as_deref(), Some("Not saved to a file yet"));
    }
    click(&mut window, "Another file…");
    fill(&mut window, "Path", &other.display().to_string());
    click(&mut window, "Open");
    until_shown(&mut window, "No differences");

    fs::write(&other, "this is no tenant").expect("written");
    click(&mut window, "Another file…");
    fill(&mut window, "Path", &other.display().to_string());
    click(&mut window, "Open");
    until_shown(&mut window, "Can't open other.tenant.ron");
    assert!(shows(&window, "Try again"));
}

#[test]
fn a_history_that_was_tampered_with_is_told_on_opening() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.tenant.ron");
    save(&dutch_organisation(NOW), &file);
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace("Cloudmigratie", "Cloudmigraties")).expect("written");
    let mut window = open_file(&file);
    until(&mut window, |app| app.view() == View::SignIn);
    assert!(shows(&window, "does not hold together from entry 7 on"));
    sign_in(&mut window, "sanne", super::SANNE);
    show(&mut window);
    assert!(shows(
        &window,
        "The history does not hold together from entry 7 on"
    ));
}

#[test]
fn rows_stand_under_their_section() {
    let before = fixture().build();
    let mut after = before.clone();
    let command = Command::Batch(vec![
        Command::ResetPassword(id("piet")),
        Command::ResetPassword(id("anna")),
    ]);
    apply(
        &context(),
        &mut after,
        id("anna"),
        &command,
        &Assent::default(),
    )
    .expect("may");
    let diff = Diff::between(&before, &after);
    assert!(matches!(
        &diff.differences[0],
        mandate::domain::diff::Difference::Item(AuditItem::PasswordReset(user)) if *user == id("anna")
    ));
    let prepared = Prepared::of(diff.into(), roles(), Language::Dutch);
    assert_eq!(prepared.counts, [2, 0, 0, 0, 1]);
    let all = prepared.rows(&Query::default());
    assert_eq!(
        all,
        [
            Row::Heading(Section::People, 2),
            Row::Difference(0),
            Row::Difference(1),
            Row::Heading(Section::History, 1),
            Row::Difference(2),
        ]
    );
    let wanted = Query {
        section: Some(Section::People),
        text: "piet WACHTWOORD".into(),
    };
    assert_eq!(
        prepared.rows(&wanted),
        [Row::Heading(Section::People, 1), Row::Difference(1)]
    );
}
