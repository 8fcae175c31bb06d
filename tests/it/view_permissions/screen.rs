//! What a person sees, reads and reaches: by the names that the screen gives its parts.

use super::*;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::catalogue::Edition;
use mandate::ui::outbox::Request;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::permissions::rows::Tab;

type Screen = Harness<'static, Bench>;

fn office365(language: Language) -> Screen {
    let mut screen = Bench::new(language).harness(vec2(1060.0, 724.0));
    screen.run();
    screen
}

fn entra(change: impl FnOnce(&mut Bench)) -> Screen {
    let mut bench = Bench::new(Language::English);
    bench.state.tab = Tab::Entra(Edition::Current);
    change(&mut bench);
    let mut screen = bench.harness(vec2(1060.0, 724.0));
    screen.run();
    screen
}

fn click(screen: &mut Screen, label: &str) {
    screen.get_by_label(label).click();
    screen.run();
}

#[track_caller]
fn shows(screen: &Screen, text: &str) {
    let found = screen.query_all_by_label_contains(text).next().is_some();
    assert!(found, "`{text}` is not on the screen");
}

#[test]
fn every_classic_cell_has_a_name() {
    let screen = office365(Language::English);
    let cells = screen.query_all_by_role(egui::Role::Cell);
    assert_eq!(cells.count(), 120);
    screen.get_by_label("Billing administrator, Domains (manage): no");
    screen.get_by_label("Global administrator, Admin roles (delegate): yes");
    assert_eq!(
        screen.query_all_by_role(egui::Role::ColumnHeader).count(),
        8
    );
    assert_eq!(screen.query_all_by_role(egui::Role::RowHeader).count(), 15);
}

#[test]
fn a_limited_cell_explains_its_limit() {
    let mut screen = office365(Language::English);
    click(
        &mut screen,
        "Password administrator, User passwords (reset): limited",
    );
    shows(
        &screen,
        "Only for people who hold no admin role themselves.",
    );
    shows(&screen, "Rule 11");
    // The classic Password administrator is not today's role of that name.
    shows(&screen, "Helpdesk Administrator");
    shows(&screen, "729827e3-9c14-49f7-bb1b-9608f156bbb8");
    click(&mut screen, "Close");
    assert!(screen.query_by_label("Why").is_none());
}

#[test]
fn it_does_so_in_dutch() {
    let mut screen = office365(Language::Dutch);
    click(
        &mut screen,
        "SharePoint-beheerder, Organisatie en gebruikersinformatie weergeven: beperkt",
    );
    shows(&screen, "Deze rol ziet het, maar kan niets wijzigen.");
    shows(&screen, "Regel 14");
}

#[test]
fn contradictions_are_shown() {
    let mut screen = office365(Language::English);
    click(
        &mut screen,
        "Service administrator, Users and roles (view): no",
    );
    shows(&screen, "it calls this role view-only");
    let mut screen = office365(Language::English);
    click(
        &mut screen,
        "User management administrator, User licenses (manage): limited",
    );
    shows(&screen, "says little about licences");
}

#[test]
fn another_matrix_is_a_click_away() {
    let mut screen = office365(Language::English);
    click(&mut screen, "Billing administrator, Domains (manage): no");
    click(&mut screen, "Entra, current");
    assert!(screen.query_by_label("Why").is_none());
    shows(&screen, "659 of 659 rows, 139 of 139 roles");
    screen.get_by_label("Agent ID Administrator");
    click(&mut screen, "Entra, source article");
    shows(&screen, "553 of 553 rows, 104 of 104 roles");
}

#[test]
fn a_search_leaves_what_matches() {
    let mut screen = entra(|_| ());
    screen.get_by_label("Find actions").focus();
    screen.run();
    screen
        .get_by_label("Find actions")
        .type_text("Wachtwoorden van gebruikers");
    screen.run();
    screen.get_by_label("microsoft.directory/users/password/update");
    screen.get_by_label("Find roles").focus();
    screen.run();
    screen.get_by_label("Find roles").type_text("helpdesk");
    screen.run();
    shows(&screen, "of 659 rows, 1 of 139 roles");
    screen.get_by_label("Helpdesk Administrator");
    click(&mut screen, "Clear filters");
    shows(&screen, "659 of 659 rows, 139 of 139 roles");
}

#[test]
fn nothing_found_says_so_and_helps() {
    let mut screen = entra(|bench| bench.state.filters.roles = "nonesuch".into());
    shows(&screen, "Nothing matches");
    let clear = screen.query_all_by_label("Clear filters").last().unwrap();
    clear.click();
    screen.run();
    shows(&screen, "139 of 139 roles");
}

#[test]
fn the_selected_persons_roles_stand_out() {
    let mut screen = entra(|bench| bench.selected = Some(ANNA));
    shows(&screen, "Roles of Anna de Vries");
    for role in ["Exchange Administrator", "Helpdesk Administrator"] {
        let node = screen.get_by_label(role);
        let told = node.accesskit_node().description().unwrap();
        assert!(told.contains("Held by the selected person"), "{told}");
    }
    click(&mut screen, "Only these 2");
    shows(&screen, "659 of 659 rows, 2 of 139 roles");
}

#[test]
fn the_keyboard_reaches_and_explains_every_cell() {
    let mut screen = entra(|bench| {
        bench.state.filters.actions = "users/password/update".into();
    });
    screen
        .get_by_label("Agent ID Administrator, Reset user passwords: no")
        .focus();
    screen.run();
    screen.key_press(Key::ArrowRight);
    screen.run();
    screen.get_by_label("Agent ID Developer, Reset user passwords: no");
    screen.key_press(Key::End);
    screen.run();
    screen.get_by_label("Yammer Administrator, Reset user passwords: no");
    screen.key_press(Key::Enter);
    screen.run();
    shows(
        &screen,
        "The action does not stand in the table of this role.",
    );
    screen.key_press(Key::Escape);
    screen.run();
    assert!(screen.query_by_label("Why").is_none());
    // The group's own line folds it.
    screen.key_press(Key::ArrowUp);
    screen.run();
    screen.key_press(Key::Enter);
    screen.run();
    assert!(
        screen
            .query_by_label("microsoft.directory/users/password/update")
            .is_none()
    );
}

#[test]
fn an_unknown_cell_says_that_nobody_knows() {
    let mut screen = entra(|bench| {
        bench.state.filters.actions = "users/password/update".into();
        bench.state.filters.roles = "purview workload content reader".into();
    });
    click(
        &mut screen,
        "Purview Workload Content Reader, Reset user passwords: unknown",
    );
    shows(&screen, "unknown is not no");
    shows(&screen, "No source gives a table of actions for this role");
}

#[test]
fn a_no_points_at_a_broader_yes() {
    let mut screen = entra(|bench| {
        bench.state.filters.actions = "users/password/update".into();
        bench.state.filters.roles = "hoofdbeheerder".into();
    });
    click(
        &mut screen,
        "Global Administrator, Reset user passwords: no",
    );
    shows(&screen, "microsoft.directory/users/allProperties/allTasks");
}

#[test]
fn groups_fold_one_by_one_and_together() {
    let mut screen = entra(|bench| bench.state.filters.actions = "backup".into());
    assert!(screen.query_all_by_role(egui::Role::RowHeader).count() > 0);
    click(&mut screen, "Fold all");
    assert_eq!(screen.query_all_by_role(egui::Role::RowHeader).count(), 0);
    shows(&screen, "microsoft.backup, 17 actions");
    click(&mut screen, "microsoft.backup, 17 actions");
    assert!(screen.query_all_by_role(egui::Role::RowHeader).count() > 0);
    click(&mut screen, "Unfold all");
}

#[test]
fn what_is_shown_can_be_copied_and_exported() {
    let mut screen = entra(|bench| {
        bench.state.filters.actions = "users/password/update".into();
        bench.state.filters.roles = "helpdesk".into();
    });
    click(&mut screen, "Export…");
    let text = "action,description,privileged,Helpdesk Administrator\n\
                microsoft.directory/users/password/update,Reset user passwords,yes,yes\n";
    let expected = Request::Ui(UiCommand::Export {
        name: "permissions-entra.csv".into(),
        text: text.into(),
    });
    assert_eq!(screen.state_mut().outbox.drain(), [expected]);
    screen.get_by_label("Copy").click();
    screen.step();
    let copied = screen.output().platform_output.commands.iter().any(|command| {
        matches!(command, egui::OutputCommand::CopyText(copied) if *copied == text.replace(',', "\t"))
    });
    assert!(copied);
}

#[test]
fn verbs_are_chosen_from_a_list() {
    let mut screen = entra(|_| ());
    click(&mut screen, "Any verb");
    let entry = screen.query_all_by_label_contains("delete").next().unwrap();
    entry.click();
    screen.run();
    shows(&screen, "40 of 659 rows");
    shows(&screen, "Verb delete");
}
