//! Groups and administrative units: lists with details beside them, and what is asked there.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::group::Group;
use mandate::domain::language::Language;
use mandate::domain::role::{AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment};
use mandate::domain::time::Timestamp;
use mandate::domain::user::UserId;
use mandate::sample;
use mandate::session::Session;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::{Launch, View};
use uuid::Uuid;

use super::{LARGE, Picture, SMALL, compare_each, shortcut};
use crate::app_support::{Window, settle, until};
use crate::support::{
    AUTHENTICATION, EXCHANGE, GLOBAL, HELPDESK, NOW, REPORTS_READER, TEAMS, fixture, roles,
};

/// Sixty characters.
const LONG: &str = "Projectgroep Samenwerking Waterketen Rivierenland 2026-2030!";

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let told = |name, size, prepare| Picture {
        name,
        launch: Launch::File(file("told")),
        size,
        prepare,
    };
    vec![
        told("groups", SMALL, members),
        told("groups", LARGE, members),
        told("groups-list", SMALL, groups),
        told("groups-roles", SMALL, held),
        told("groups-long-name", SMALL, |window| {
            groups(window);
            open(window, LONG);
        }),
        told("groups-units", SMALL, units),
        told("groups-units", LARGE, units),
        told("groups-add", SMALL, |window| {
            groups(window);
            press(window, Role::Button, ["Add a group…", "Groep toevoegen…"]);
            write(window, "Rol Netwerkbeheer");
        }),
        told("groups-add-people", SMALL, add_people),
        told("groups-locked", SMALL, |window| {
            groups_as(window, "Esther van Dam, esther.vandam@rijnzicht.example");
            open(window, "Rol Servicedesk");
        }),
        told("groups-choose-roles", SMALL, choose_roles),
        told("groups-delete", SMALL, |window| {
            members(window);
            press(window, Role::Button, ["Delete…", "Verwijderen…"]);
        }),
        Picture {
            name: "groups-empty",
            launch: Launch::File(file("empty")),
            size: SMALL,
            prepare: |window| {
                groups_as(window, "anna, anna@contoso.nl");
            },
        },
    ]
}

/// A tenant with something of everything, or one without a group.
fn file(name: &str) -> PathBuf {
    static FILES: OnceLock<[PathBuf; 2]> = OnceLock::new();
    let write = |tenant: &mandate::domain::tenant::Tenant, name: &str| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("groups");
        std::fs::create_dir_all(&folder).expect("a folder to write into");
        let path = folder.join(format!("{name}.tenant.ron"));
        let replace = OnConflict::Overwrite;
        storage::save(
            &tenant.snapshot(),
            &path,
            None,
            replace,
            &Progress::default(),
        )
        .expect("the tenant is written");
        path
    };
    let [told, empty] = FILES.get_or_init(|| {
        let session = told();
        [
            write(session.tenant(), "rijnzicht"),
            write(&fixture().build(), "contoso"),
        ]
    });
    if name == "told" { told } else { empty }.clone()
}

/// The sample with more groups, and roles held in every way.
fn told() -> Session {
    let tenant = sample::dutch_organisation(NOW);
    let upn = |name: &str| format!("{name}@rijnzicht.example");
    let someone = |name: &str| -> UserId { tenant.users().by_upn(&upn(name)).expect(name).id };
    let sanne = someone("sanne.devries");
    let everybody: Vec<_> = tenant.users().iter().map(|user| user.id).collect();
    let desk = tenant.groups().values().find(|it| it.role_assignable);
    let desk = desk.expect("the service desk").id;
    let units: Vec<_> = tenant.administrative_units().keys().copied().collect();
    let mut commands = Vec::new();
    for (number, (name, role_assignable, many)) in [
        (LONG, true, 12),
        ("Alle medewerkers", false, everybody.len()),
        ("Rol Noodtoegang", true, 2),
        ("Kantoor Arnhem", false, 31),
    ]
    .into_iter()
    .enumerate()
    {
        commands.push(Command::AddGroup(Box::new(Group {
            id: GroupId(Uuid::from_u128(number as u128 + 1)),
            name: name.into(),
            role_assignable,
            members: everybody.iter().copied().take(many).collect(),
            owners: [sanne].into(),
        })));
    }
    let give = |group, role, kind, scope, end| {
        Command::AssignRole(RoleAssignment {
            kind,
            scope,
            end,
            ..RoleAssignment::permanent(Principal::Group(group), role)
        })
    };
    let (active, eligible) = (AssignmentKind::Active, AssignmentKind::Eligible);
    let tenant_wide = DirectoryScope::Tenant;
    let over = |number: usize| DirectoryScope::AdministrativeUnit(units[number]);
    let year = Timestamp(NOW.0 + 200 * 86_400);
    let past = Timestamp(NOW.0 - 40 * 86_400);
    let long = GroupId(Uuid::from_u128(1));
    let emergency = GroupId(Uuid::from_u128(3));
    commands.extend([
        give(long, TEAMS, active, tenant_wide, Some(year)),
        give(long, REPORTS_READER, active, tenant_wide, None),
        give(emergency, GLOBAL, eligible, tenant_wide, None),
        give(desk, AUTHENTICATION, eligible, over(0), None),
        give(desk, HELPDESK, active, over(1), Some(year)),
        give(desk, EXCHANGE, active, tenant_wide, Some(past)),
    ]);
    let mut session = Session::unsaved(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(sanne).expect("Sanne may");
    session
        .execute(&Command::Batch(commands), &Assent::because("For a picture"))
        .expect("Sanne may");
    session
}

/// Sanne goes to the groups.
fn groups(window: &mut Window) {
    groups_as(window, "Sanne de Vries, sanne.devries@rijnzicht.example");
}

/// Someone goes to the groups, found by the beginning of their name.
fn groups_as(window: &mut Window, who: &str) {
    until(window, |app| app.view() == View::SignIn);
    write(window, who.split([' ', ',']).next().expect("a name"));
    window.get_by_label(who).click();
    settle(window);
    shortcut(window, Key::Num3);
}

/// Something with either name: pictures are made in both languages.
fn press(window: &mut Window, role: Role, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(role, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.click();
    settle(window);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
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

fn tab(window: &mut Window, number: usize) {
    let mut tabs = window.query_all_by_role(Role::Tab);
    tabs.nth(number).expect("a tab").click();
    drop(tabs);
    settle(window);
}

fn members(window: &mut Window) {
    groups(window);
    open(window, "Rol Servicedesk");
}

fn held(window: &mut Window) {
    members(window);
    let names = window.query_all_by_role(Role::Tab);
    let label = |tab: egui_kittest::Node<'_>| tab.accesskit_node().label().unwrap_or_default();
    let at = names
        .map(label)
        .position(|it| ["Roles 4", "Rollen 4"].contains(&it.as_str()));
    tab(window, at.expect("the tab of the roles"));
}

fn units(window: &mut Window) {
    groups(window);
    press(
        window,
        Role::Tab,
        ["Administrative units 2", "Beheereenheden 2"],
    );
    open(window, "Vestiging Nijmegen");
    press(window, Role::Tab, ["Roles over it 2", "Rollen hierover 2"]);
}

fn add_people(window: &mut Window) {
    members(window);
    press(window, Role::Button, ["Add people…", "Mensen toevoegen…"]);
    write(window, "an");
    for name in ["Dennis Groen", "Daan Bakker", "Anneke Visser"] {
        let mut rows = window.query_all_by_role(Role::Row);
        let begins = |row: &egui_kittest::Node<'_>| {
            let label = row.accesskit_node().label().unwrap_or_default();
            label.starts_with(name)
        };
        if let Some(row) = rows.find(begins) {
            row.click();
        }
        drop(rows);
        settle(window);
    }
}

fn choose_roles(window: &mut Window) {
    held(window);
    press(window, Role::Button, ["Choose roles…", "Rollen kiezen…"]);
    press(
        window,
        Role::CheckBox,
        ["User management administrator", "Gebruikersbeheerder"],
    );
}
