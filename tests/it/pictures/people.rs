//! People coming and going: the form for someone new, the licences of one, the command bar, and
//! who was deleted.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::role::{Principal, RoleAssignment};
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{User, UserId};
use mandate::sample;
use mandate::session::{Clock, Session};
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::{Launch, View};
use tempfile::TempDir;
use uuid::Uuid;

use super::{LARGE, Picture, SMALL, compare_each, find_person, sample, signed_in};
use crate::app_support::{Window, settle, until};
use crate::support::{BILLING, EXCHANGE, GLOBAL, NOW, SHAREPOINT, USERS, fixture, roles};

const LONG: &str = "Maximiliaan-Alexander van Oldenborgh-Schimmelpenninck van der Oye";
const DAY: i64 = 86_400;

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let deleted = |name, size, prepare| Picture {
        name,
        launch: Launch::File(FILES.path().join("gone.tenant.ron")),
        size,
        prepare,
    };
    vec![
        sample("add-user", SMALL, from_above),
        sample("add-user", LARGE, from_above),
        sample("add-user-gives", SMALL, |window| {
            filled_in(window);
            let gives = ["What this gives", "Wat dit geeft"];
            let find = |name| window.query_by_label(name);
            let last = window.query_all_by_label_contains("R17").last();
            last.or_else(|| gives.into_iter().find_map(find))
                .expect("a summary")
                .scroll_to_me();
            settle(window);
        }),
        sample("add-user-errors", SMALL, mistaken),
        sample("active-users-more", SMALL, |window| {
            chosen(window);
            press(window, ["More", "Meer"]);
        }),
        sample("delete-users", SMALL, |window| {
            chosen(window);
            command(window, ["Delete user", "Gebruiker verwijderen"]);
        }),
        sample("licences", SMALL, |window| {
            signed_in(window);
            find_person(window, "priya", "Priya Ramdin");
            press(window, ["Licences…", "Licenties…"]);
        }),
        deleted("deleted-users", SMALL, |window| {
            list(window, SANNE);
            check(window, 1);
        }),
        deleted("deleted-users", LARGE, |window| list(window, SANNE)),
        deleted("deleted-users-refused", SMALL, |window| {
            list(window, SANNE);
            check(window, 4);
        }),
        Picture {
            name: "deleted-users-empty",
            launch: Launch::File(FILES.path().join("nobody.tenant.ron")),
            size: SMALL,
            prepare: |window| list(window, "anna, anna@contoso.nl"),
        },
    ]
}

const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";

/// A file with people who were deleted at several times, and one without.
static FILES: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    save(&folder.path().join("gone.tenant.ron"), &gone());
    save(&folder.path().join("nobody.tenant.ron"), &fixture().build());
    folder
});

fn save(path: &Path, tenant: &Tenant) {
    let (snapshot, progress) = (tenant.snapshot(), Progress::new());
    let saved = storage::save(&snapshot, path, None, OnConflict::Refuse, &progress);
    saved.expect("a tenant can be saved");
}

/// The sample as it was four weeks ago, so that who left then can't be restored any more, with
/// others who went since.
fn gone() -> Tenant {
    let tenant = sample::dutch_organisation(Timestamp(NOW.0 - 28 * DAY));
    let id = UserId(Uuid::from_u128(60));
    let upn = UserPrincipalName::parse("maximiliaan@rijnzicht.example").expect("a name");
    let held = [USERS, EXCHANGE, SHAREPOINT, BILLING];
    let assignments = held.map(|role| RoleAssignment::permanent(Principal::User(id), role));
    let tenant = did(
        tenant,
        || Timestamp(NOW.0 - 20 * DAY),
        &[
            Command::AddUser(Box::new(User::new(id, upn, LONG))),
            Command::SetAssignments {
                principal: Principal::User(id),
                assignments: assignments.into(),
            },
            Command::DeleteUser(id),
        ],
    );
    let of = |upn: &str| tenant.users().by_upn(upn).expect(upn).id;
    let bram = of("bram.hendriks@rijnzicht.example");
    let joelle = of("joelle.peeters@rijnzicht.example");
    assert!(tenant.assignments().of_role(GLOBAL).count() > 1);
    let tenant = did(
        tenant,
        || Timestamp(NOW.0 - 2 * DAY),
        &[Command::DeleteUser(bram)],
    );
    did(
        tenant,
        || Timestamp(NOW.0 - 600),
        &[Command::DeleteUser(joelle)],
    )
}

fn did(tenant: Tenant, clock: Clock, commands: &[Command]) -> Tenant {
    let mut session = Session::opened(tenant, Arc::clone(roles()), clock);
    let sanne = session
        .tenant()
        .users()
        .by_upn("sanne.devries@rijnzicht.example");
    let sanne = sanne.expect("she is there").id;
    session.sign_in(sanne).expect("may sign in");
    for command in commands {
        let done = session.execute(command, &Assent::because("Uit dienst"));
        done.expect("an allowed change");
    }
    session.tenant().clone()
}

/// Clicks the button with either name: pictures are made in both languages.
fn press(window: &mut Window, names: [&str; 2]) {
    let find = |name| {
        window
            .query_all_by_role_and_label(Role::Button, name)
            .next()
    };
    names.into_iter().find_map(find).expect(names[0]).click();
    settle(window);
}

/// Clicks a command of the bar, or of the menu of those that have no room.
fn command(window: &mut Window, names: [&str; 2]) {
    let shown = |window: &Window| {
        let find = |name: &&str| window.query_by_role_and_label(Role::Button, name).is_some();
        names.iter().any(find)
    };
    if !shown(window) {
        press(window, ["More", "Meer"]);
    }
    press(window, names);
}

fn fill(window: &mut Window, names: [&str; 2], text: &str) {
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    names.into_iter().find_map(find).expect(names[0]).focus();
    settle(window);
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

fn check(window: &mut Window, place: usize) {
    let mut boxes = window.query_all_by_role(Role::CheckBox);
    boxes.nth(place).expect("a check box").click();
    drop(boxes);
    settle(window);
}

fn chosen(window: &mut Window) {
    signed_in(window);
    for place in [3, 4, 5] {
        check(window, place);
    }
}

fn form(window: &mut Window) {
    signed_in(window);
    press(window, ["Add a user", "Gebruiker toevoegen"]);
}

fn filled_in(window: &mut Window) {
    form(window);
    fill(window, ["First name", "Voornaam"], "Fleur");
    fill(window, ["Last name", "Achternaam"], "van den Heuvel");
    let user = ["User name", "Gebruikersnaam"];
    fill(window, user, "fleur.vandenheuvel");
    let email = ["Alternate e-mail address", "Alternatief e-mailadres"];
    fill(window, email, "fleur@example.org");
    let phone = ["Mobile phone", "Mobiele telefoon"];
    fill(window, phone, "+31 6 12345678");
    fill(window, ["Department", "Afdeling"], "Laboratorium");
    let place = ["Usage location", "Gebruikslocatie"];
    fill(window, place, "NL");
    check(window, 0);
    let customized = ["Customized administrator", "Aangepaste beheerder"];
    let find = |name| window.query_by_role_and_label(Role::RadioButton, name);
    customized
        .into_iter()
        .find_map(find)
        .expect("a card")
        .click();
    settle(window);
    for names in [
        ["Exchange administrator", "Exchange-beheerder"],
        ["Service administrator", "Servicebeheerder"],
    ] {
        for scrolled in [false, true] {
            let find = |name| {
                let mut all = window.query_all_by_role_and_label(Role::CheckBox, name);
                all.next()
            };
            let found = names.into_iter().find_map(find).expect(names[0]);
            if scrolled {
                assert!(!found.accesskit_node().is_disabled());
                found.click();
            } else {
                found.scroll_to_me();
            }
            settle(window);
        }
    }
}

fn from_above(window: &mut Window) {
    filled_in(window);
    let first = ["First name", "Voornaam"];
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    first
        .into_iter()
        .find_map(find)
        .expect("a field")
        .scroll_to_me();
    settle(window);
}

fn mistaken(window: &mut Window) {
    form(window);
    fill(window, ["Display name", "Weergavenaam"], LONG);
    fill(window, ["User name", "Gebruikersnaam"], "sanne.devries");
    let email = ["Alternate e-mail address", "Alternatief e-mailadres"];
    fill(window, email, "sanne@rijnzicht.example");
    let phone = ["Mobile phone", "Mobiele telefoon"];
    fill(window, phone, "0612345678");
    let find = |name| window.query_by_role_and_label(Role::TextInput, name);
    phone
        .into_iter()
        .find_map(find)
        .expect("a field")
        .scroll_to_me();
    settle(window);
}

/// Someone signs in and goes to the deleted users.
fn list(window: &mut Window, actor: &str) {
    until(window, |app| app.view() == View::SignIn);
    window.get_by_label(actor).click();
    settle(window);
    let names = ["Deleted users", "Verwijderde gebruikers"];
    let find = |name| window.query_by_role_and_label(Role::Tab, name);
    names.into_iter().find_map(find).expect("a view").click();
    settle(window);
}
