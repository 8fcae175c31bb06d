//! Deleted users: who stands there, and whole paths of going and coming back.

mod refusals;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::domain::role::Principal;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::user::UserKind;
use mandate::ui::View;
use mandate::ui::views::deleted_users::rows::{Listing, rows};

use crate::app_support::{
    Window, click, disabled, give_reason, open_sample, open_tenant, settle, sign_in, tells,
    tenant_of, until,
};
use crate::support::{BILLING, Fixture, GLOBAL, NOW, YESTERDAY, fixture, id, roles};

const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";

/// Whole days before now.
pub fn days_ago(days: i64) -> Timestamp {
    Timestamp(NOW.0 - days * 86_400)
}

/// Goes to the list.
pub fn go(window: &mut Window) {
    window
        .get_by_role_and_label(Role::Tab, "Deleted users")
        .click();
    settle(window);
    assert_eq!(window.state().view(), View::DeletedUsers);
}

/// Checks the person with this name.
pub fn select(window: &mut Window, name: &str) {
    let label = format!("Select {name}");
    window.get_by_role_and_label(Role::CheckBox, &label).click();
    settle(window);
}

/// The names in the rows that are drawn, from top to bottom.
fn names(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::Row);
    rows.filter_map(|row| row.accesskit_node().label())
        .filter_map(|label| label.split(", ").next().map(str::to_owned))
        .collect()
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(window);
}

fn three() -> Fixture {
    fixture()
        .deleted("eva", days_ago(31), &[])
        .deleted("jan", YESTERDAY, &[BILLING, GLOBAL])
        .deleted("zoe", YESTERDAY, &[])
}

fn found(tenant: &Tenant, words: &str) -> Vec<String> {
    let listing = Listing::of(tenant);
    let found = listing.find(words);
    let people = rows(tenant, roles(), Language::English, NOW, &found);
    people.iter().map(|row| row.name.to_owned()).collect()
}

#[test]
fn the_latest_comes_first_and_words_find_names() {
    let tenant = fixture()
        .deleted("eva", days_ago(3), &[])
        .deleted("zoe", days_ago(1), &[])
        .deleted("jan", days_ago(1), &[])
        .build();
    assert_eq!(found(&tenant, ""), ["jan", "zoe", "eva"]);
    assert_eq!(found(&tenant, "EV"), ["eva"]);
    assert_eq!(found(&tenant, "contoso n"), ["jan", "zoe", "eva"]);
    assert_eq!(found(&tenant, "jan@contoso"), ["jan"]);
    assert!(found(&tenant, "anna").is_empty(), "she is still there");
}

#[test]
fn a_row_says_until_when_and_with_what() {
    let tenant = fixture()
        .deleted("eva", days_ago(30), &[])
        .deleted("jan", Timestamp(days_ago(30).0 + 1), &[BILLING, GLOBAL])
        .build();
    let people = [id("eva"), id("jan"), id("anna")];
    let found = rows(&tenant, roles(), Language::Dutch, NOW, &people);
    let told: Vec<_> = found
        .iter()
        .map(|row| {
            let roles: Vec<_> = row
                .roles
                .iter()
                .map(|role| (role.label(), role.privileged))
                .collect();
            (row.name, row.until, row.expired, roles)
        })
        .collect();
    let global = ("Algemene beheerder".to_owned(), true);
    let billing = ("Factureringsbeheerder".to_owned(), false);
    assert_eq!(
        told,
        [
            ("eva", NOW, true, vec![]),
            ("jan", Timestamp(NOW.0 + 1), false, vec![global, billing]),
        ]
    );
}

#[test]
fn someone_is_deleted_restored_with_their_role_and_all_of_it_is_undone() {
    let upn = "priya.ramdin@rijnzicht.example";
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    let held = |window: &Window| {
        let tenant = tenant_of(window);
        let user = tenant.users().by_upn(upn).map(|user| user.id);
        user.map(|user| tenant.assignments().of(Principal::User(user)).len())
    };
    let before = held(&window).expect("she is there");
    assert!(before > 0);
    let people = tenant_of(&window).users().len();

    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut window);
    window.event(egui::Event::Text("priya".to_owned()));
    settle(&mut window);
    select(&mut window, "Priya Ramdin");
    click(&mut window, "Delete user");
    assert!(tells(&window, "Delete Priya Ramdin?"));
    click(&mut window, "Cancel");
    assert_eq!(held(&window), Some(before));
    click(&mut window, "Delete user");
    click(&mut window, "Delete");
    assert_eq!(held(&window), None);
    assert!(tells(&window, "No one matches"), "she is found no more");
    assert!(tells(&window, &format!("{} users", people - 1)));
    assert!(!tells(&window, "1 selected"));

    go(&mut window);
    assert_eq!(names(&window), ["Priya Ramdin", "Marit Hofstra"]);
    let row = "Priya Ramdin, priya.ramdin@rijnzicht.example, Deleted: Just now, \
               Can be restored until: 22 Dec 2026, Authentication Administrator, \
               Helpdesk Administrator";
    assert!(tells(&window, row));
    select(&mut window, "Priya Ramdin");
    click(&mut window, "Restore user");
    give_reason(&mut window, "Was a mistake");
    assert_eq!(held(&window), Some(before));
    assert_eq!(names(&window), ["Marit Hofstra"]);
    undo(&mut window);
    assert_eq!(names(&window), ["Priya Ramdin", "Marit Hofstra"]);
    undo(&mut window);
    assert_eq!(held(&window), Some(before));
    assert_eq!(tenant_of(&window).users().len(), people);
}

#[test]
fn deleting_for_good_is_asked_about_and_undone() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    go(&mut window);
    select(&mut window, "Marit Hofstra");
    click(&mut window, "Delete for good");
    assert!(tells(&window, "Delete Marit Hofstra for good?"));
    // Cancel has the keyboard.
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(tenant_of(&window).deleted_users().len(), 1);
    click(&mut window, "Delete for good");
    let go_on = window
        .get_all_by_role_and_label(Role::Button, "Delete for good")
        .last();
    go_on.expect("the question's button").click();
    settle(&mut window);
    assert!(tenant_of(&window).deleted_users().is_empty());
    assert!(tells(&window, "No deleted users"));
    undo(&mut window);
    assert_eq!(names(&window), ["Marit Hofstra"]);
}

#[test]
fn nobody_deleted_says_what_would_be_here_and_leads_on() {
    let (mut window, _folder) = open_tenant(&fixture().build(), "anna");
    go(&mut window);
    assert!(tells(&window, "No deleted users"));
    assert!(window.query_by_label("Restore user").is_none());
    click(&mut window, "Go to Active users");
    assert_eq!(window.state().view(), View::ActiveUsers);
}

#[test]
fn many_are_deleted_at_once_and_come_back_at_once() {
    let tenant = fixture()
        .user("eva")
        .guest()
        .user("jan")
        .user("kim")
        .synced()
        .build();
    let (mut window, _folder) = open_tenant(&tenant, "anna");
    for name in ["eva", "jan", "kim"] {
        select(&mut window, name);
    }
    click(&mut window, "Delete user");
    assert!(tells(&window, "Delete 3 users?"));
    for name in ["eva", "jan", "kim"] {
        assert!(tells(&window, name));
    }
    click(&mut window, "Delete");
    until(&mut window, |app| {
        let open = app.document().expect("a tenant is open");
        open.session.tenant().deleted_users().len() == 2
    });
    // Who is synchronised stays, and it is told why.
    assert!(tells(&window, "2 changed, 1 refused. R25: "));
    assert!(tenant_of(&window).user(id("kim")).is_some());
    assert!(
        tells(&window, "1 selected"),
        "who is gone is not chosen any more"
    );

    go(&mut window);
    assert_eq!(names(&window), ["eva", "jan"]);
    window
        .get_by_role_and_label(Role::CheckBox, "Select everyone shown")
        .click();
    settle(&mut window);
    click(&mut window, "Restore user");
    assert!(tenant_of(&window).deleted_users().is_empty());
    let eva = tenant_of(&window).user(id("eva")).expect("she is back");
    assert_eq!(eva.kind, UserKind::Guest);
    undo(&mut window);
    assert_eq!(names(&window), ["eva", "jan"]);
    undo(&mut window);
    assert!(tenant_of(&window).deleted_users().is_empty());
    assert!(tenant_of(&window).same_state(&tenant));
}

#[test]
fn the_keyboard_reaches_and_checks_rows() {
    let (mut window, _folder) = open_tenant(&three().build(), "anna");
    go(&mut window);
    assert_eq!(names(&window), ["jan", "zoe", "eva"]);
    window
        .get_by_role_and_label(Role::Grid, "Deleted users")
        .focus();
    settle(&mut window);
    for key in [Key::ArrowDown, Key::Space, Key::End, Key::Space] {
        window.key_press(key);
        settle(&mut window);
    }
    assert!(tells(&window, "2 selected"));
    assert!(tells(
        &window,
        "eva, eva@contoso.nl, Deleted: 22 Oct 2026, Can no longer be restored"
    ));
    window.key_press(Key::Space);
    settle(&mut window);
    assert!(tells(&window, "1 selected"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(&mut window);
    assert!(tells(&window, "3 selected"));
    click(&mut window, "3 selected");
    assert!(disabled(&window, "Restore user").is_some());
}

#[test]
fn words_narrow_the_list() {
    let (mut window, _folder) = open_tenant(&three().build(), "anna");
    go(&mut window);
    crate::app_support::fill(&mut window, "Search by name or user name", "zo");
    assert_eq!(names(&window), ["zoe"]);
    assert!(tells(&window, "1 of 3 users"));
    crate::app_support::fill(&mut window, "Search by name or user name", "nobody");
    click(&mut window, "Clear search");
    assert_eq!(names(&window).len(), 3);
}
