//! Groups and units: what the lists and the details show, and what a rule disables.

mod paths;

use std::sync::Arc;

use egui::Key;
use egui::accesskit::{Role, SortDirection};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::command::Command;
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::language::Language;
use mandate::domain::organization::Organization;
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::user::{User, UserId};
use mandate::domain::upn::UserPrincipalName;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::{Origin, Outbox, Request};
use mandate::ui::theme;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::active_users::rows::Standing;
use mandate::ui::views::groups::rows::{Column, Overview, Query, Sort, Subject, Tab, rows};
use mandate::ui::views::groups::{self, State, people};
use mandate::ui::views::role_editor::words::Words;
use uuid::Uuid;

use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, SHAREPOINT, TOMORROW, USERS, YESTERDAY,
    fixture, given, given_to_group, group_id, id, roles, unit_id,
};

struct World {
    session: Session,
    index: UserIndex,
    texts: Texts,
    outbox: Outbox,
    state: State,
}

impl World {
    fn new(tenant: Tenant, actor: &str) -> Self {
        let index = UserIndex::build(&tenant, roles(), NOW);
        let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
        session.sign_in(id(actor)).expect("an actor who may sign in");
        Self {
            session,
            index,
            texts: Texts::new(Language::English).in_utc(),
            outbox: Outbox::default(),
            state: State::default(),
        }
    }
}

type View = Harness<'static, World>;

fn shown(tenant: Tenant, actor: &str) -> View {
    let mut harness = Harness::builder()
        .with_size([1_100.0, 760.0])
        .with_max_steps(30)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, world: &mut World| {
                let mut cx = ViewContext {
                    file: None,
                    settings: crate::support::settings(),
                    work: None,
                    texts: &world.texts,
                    session: &world.session,
                    index: &world.index,
                    selected: None,
                    outbox: &mut world.outbox,
                };
                groups::ui(ui, &mut cx, &mut world.state);
            },
            World::new(tenant, actor),
        );
    harness.run();
    harness
}

/// The same, with the details of `subject` open.
fn open(tenant: Tenant, actor: &str, subject: Subject) -> View {
    let mut view = shown(tenant, actor);
    view.state_mut().state.show(subject);
    view.run();
    view
}

fn group(name: &str) -> Subject {
    Subject::Group(group_id(name))
}

fn unit(name: &str) -> Subject {
    Subject::Unit(unit_id(name))
}

/// A role-assignable group, an ordinary one, two units, and someone for each role.
fn told() -> Fixture {
    fixture()
        .user("eva")
        .holds(USERS)
        .user("sam")
        .holds(SHAREPOINT)
        .group("Desk", &["piet", "eva"])
        .owned_by(&["anna"])
        .holds(HELPDESK)
        .holds(EXCHANGE)
        .until(YESTERDAY)
        .group("Choir", &["sam"])
        .ordinary()
        .unit("North", &["piet"])
        .unit("Board", &["anna", "eva", "sam"])
        .restricted()
        .with(given("eva", USERS).within("North"))
        .with(given_to_group("Desk", HELPDESK).eligible().within("North"))
}

fn labels(view: &View, role: Role) -> Vec<String> {
    view.query_all_by_role(role)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn click(view: &mut View, role: Role, label: &str) {
    view.get_by_role_and_label(role, label).click();
    view.run();
}

fn asked(view: &mut View) -> Vec<Request> {
    view.state_mut().outbox.drain()
}

fn run(command: Command) -> Vec<Request> {
    vec![Request::Run {
        origin: Origin::View,
        command,
    }]
}

/// Why a button can't be used, or nothing when it can.
fn refused(view: &View, label: &str) -> Option<String> {
    let button = view.get_by_role_and_label(Role::Button, label);
    let node = button.accesskit_node();
    node.is_disabled()
        .then(|| node.data().description().unwrap_or_default().to_owned())
}

#[test]
fn rows_count_and_mark() {
    let tenant = told().build();
    let overview = Overview::of(&tenant);
    let found = |tab| overview.find(tab, &Query::default());
    let gathered = |tab| {
        let found = found(tab);
        rows(
            &tenant,
            &overview,
            roles(),
            Language::English,
            NOW,
            &found,
        )
        .into_iter()
        .map(|row| {
            let roles = row.roles.iter();
            let roles: Vec<_> = roles.map(|it| (it.label(), it.standing)).collect();
            (
                row.name.to_owned(),
                row.marked,
                row.members,
                row.owners,
                roles,
            )
        })
        .collect::<Vec<_>>()
    };
    let role = |name: &str, standing| (name.to_owned(), standing);
    assert_eq!(
        gathered(Tab::Groups),
        [
            ("Choir".to_owned(), false, 1, Some(0), vec![]),
            (
                "Desk".to_owned(),
                true,
                2,
                Some(1),
                vec![
                    role("Helpdesk Administrator", Standing::InForce),
                    role("Exchange Administrator", Standing::Expired),
                ]
            ),
        ]
    );
    assert_eq!(
        gathered(Tab::Units),
        [
            ("Board".to_owned(), true, 3, None, vec![]),
            (
                "North".to_owned(),
                false,
                1,
                None,
                vec![
                    role("User Administrator", Standing::InForce),
                    role("Helpdesk Administrator", Standing::Eligible),
                ]
            ),
        ]
    );
}

#[test]
fn lists_are_searched_and_sorted() {
    let tenant = told()
        .group("Ålesund", &["anna", "piet", "sam"])
        .group("Desk two", &[])
        .build();
    let overview = Overview::of(&tenant);
    let names = |text: &str, column, ascending| -> Vec<_> {
        let query = Query {
            text: text.to_owned(),
            sort: Sort { column, ascending },
        };
        let found = overview.find(Tab::Groups, &query);
        let name = |it: &Subject| it.name(&tenant).unwrap_or_default().to_owned();
        found.iter().map(name).collect()
    };
    let by_name = ["Ålesund", "Choir", "Desk", "Desk two"];
    assert_eq!(names("", Column::Name, true), by_name);
    assert_eq!(names("desk", Column::Name, false), ["Desk two", "Desk"]);
    assert_eq!(names("ales", Column::Name, true), ["Ålesund"]);
    assert_eq!(names("two desk", Column::Name, true), ["Desk two"]);
    assert_eq!(
        names("", Column::Members, false),
        ["Ålesund", "Desk", "Choir", "Desk two"]
    );
    assert_eq!(
        names("", Column::Owners, true),
        ["Ålesund", "Choir", "Desk two", "Desk"]
    );
    assert_eq!(names("", Column::Roles, false)[0], "Desk");
}

#[test]
fn an_assignment_tells_kind_scope_and_times() {
    let tenant = told()
        .group("Later", &[])
        .holds(GLOBAL)
        .since(TOMORROW)
        .build();
    let session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    let texts = Texts::new(Language::English).in_utc();
    let words = Words {
        texts: &texts,
        session: &session,
    };
    let tenant = session.tenant();
    let overview = Overview::of(tenant);
    let told = |subject: Subject| -> Vec<_> {
        let held = subject.roles(tenant, &overview);
        let listed = groups::held::rows(words, subject, held);
        let row = |row: groups::held::HeldRow| (row.role, row.holder, row.about);
        listed.into_iter().map(row).collect()
    };
    let row = |role: &str, holder: Option<&str>, about: &str| {
        (
            role.to_owned(),
            holder.map(str::to_owned),
            about.to_owned(),
        )
    };
    let helpdesk = "Helpdesk Administrator";
    assert_eq!(
        told(group("Desk")),
        [
            row(
                "Exchange Administrator",
                None,
                "Active · Expired on 21 Nov 2026 · Whole tenant"
            ),
            row(
                helpdesk,
                None,
                "Active · No end date · Whole tenant"
            ),
            row(
                helpdesk,
                None,
                "Eligible · No end date · Within North only"
            ),
        ]
    );
    assert_eq!(
        told(unit("North")),
        [
            row(
                "User Administrator",
                Some("eva"),
                "Active · No end date"
            ),
            row(helpdesk, Some("Desk"), "Eligible · No end date"),
        ]
    );
    assert_eq!(
        told(group("Later")),
        [row(
            "Global Administrator",
            None,
            "Active · From 23 Nov 2026 · No end date · Whole tenant"
        )]
    );
}

#[test]
fn both_lists_are_drawn_and_sorted() {
    let mut view = shown(told().build(), "anna");
    assert_eq!(
        labels(&view, Role::Row),
        [
            "Choir, 1 member, 0 owners",
            "Desk, Role-assignable, 2 members, 1 owner, Helpdesk Administrator, \
             Exchange Administrator · expired",
        ]
    );
    click(&mut view, Role::ColumnHeader, "Members");
    let header = view.get_by_role_and_label(Role::ColumnHeader, "Members");
    let direction = header.accesskit_node().data().sort_direction();
    assert_eq!(direction, Some(SortDirection::Descending));
    assert!(labels(&view, Role::Row)[0].starts_with("Desk"));
    click(&mut view, Role::Tab, "Administrative units 2");
    assert_eq!(
        labels(&view, Role::Row),
        [
            "Board, Restricted management, 3 members",
            "North, 1 member, User Administrator, Helpdesk Administrator · eligible",
        ]
    );
    let _ = view.get_by_role_and_label(Role::Grid, "Administrative units");
    assert!(
        view.query_by_role_and_label(Role::ColumnHeader, "Owners")
            .is_none(),
        "units have none"
    );
}

#[test]
fn typing_narrows_and_what_is_not_found_offers_the_way_back() {
    let mut view = shown(told().build(), "anna");
    view.get_by_role(Role::TextInput).focus();
    view.run();
    view.get_by_role(Role::TextInput).type_text("desk");
    view.run();
    assert_eq!(labels(&view, Role::Row).len(), 1);
    view.get_by_role(Role::TextInput).type_text("zzz");
    view.run();
    let _ = view.get_by_label("Nothing by that name");
    click(&mut view, Role::Button, "Clear search");
    assert_eq!(labels(&view, Role::Row).len(), 2);
}

#[test]
fn empty_lists_say_what_would_be_here() {
    let mut view = shown(fixture().build(), "anna");
    let _ = view.get_by_label("No groups yet");
    assert_eq!(
        view.query_all_by_role_and_label(Role::Button, "Add a group…")
            .count(),
        2
    );
    click(&mut view, Role::Tab, "Administrative units 0");
    let _ = view.get_by_label("No administrative units yet");
}

#[test]
fn the_keyboard_opens_closes_and_goes_on() {
    let mut view = shown(told().build(), "anna");
    view.get_by_role_and_label(Role::Grid, "Groups").focus();
    view.run();
    view.key_press(Key::ArrowDown);
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(view.state().state.open(), Some(group("Desk")));
    view.key_press(Key::Escape);
    view.run();
    assert_eq!(view.state().state.open(), None);
    view.key_press(Key::Home);
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(view.state().state.open(), Some(group("Choir")));
}

#[test]
fn a_group_says_what_it_is_and_who_is_in_it() {
    let mut view = open(told().build(), "anna", group("Desk"));
    for tab in ["Members 2", "Owners 1", "Roles 3"] {
        let _ = view.get_by_role_and_label(Role::Tab, tab);
    }
    assert!(view.query_by_label_contains("(R24)").is_some());
    let _ = view.get_by_label("eva, eva@contoso.nl");
    click(&mut view, Role::Row, "piet, piet@contoso.nl");
    let open = vec![Request::Ui(UiCommand::ShowUser(id("piet")))];
    assert_eq!(asked(&mut view), open);
    click(&mut view, Role::Button, "Remove piet");
    let set = MemberSet::Members(group_id("Desk"));
    let out = |user| Command::SetMembership {
        set,
        user,
        included: false,
    };
    assert_eq!(asked(&mut view), run(out(id("piet"))));
    // By key alone, too.
    view.get_by_role_and_label(Role::Grid, "Members").focus();
    view.run();
    view.key_press(Key::Home);
    view.key_press(Key::Delete);
    view.run();
    assert_eq!(asked(&mut view), run(out(id("eva"))));
    click(&mut view, Role::Tab, "Owners 1");
    click(&mut view, Role::Button, "Remove anna");
    assert_eq!(asked(&mut view).len(), 1);
}

#[test]
fn a_role_is_revoked_from_the_group_and_from_the_unit() {
    let mut view = open(told().build(), "anna", group("Desk"));
    click(&mut view, Role::Tab, "Roles 3");
    click(&mut view, Role::Button, "Revoke Exchange Administrator");
    let expired = given_to_group("Desk", EXCHANGE).until(YESTERDAY);
    assert_eq!(asked(&mut view), run(Command::RevokeRole(expired)));

    let mut view = open(told().build(), "anna", unit("North"));
    click(&mut view, Role::Tab, "Roles over it 2");
    let eva = "User Administrator";
    click(&mut view, Role::Button, &format!("Revoke {eva} from eva"));
    let held = given("eva", USERS).within("North");
    assert_eq!(asked(&mut view), run(Command::RevokeRole(held)));
    // Who holds it is a click away.
    let row = format!("{eva}, Privileged, eva, Active · No end date");
    click(&mut view, Role::Row, &row);
    let open = vec![Request::Ui(UiCommand::ShowUser(id("eva")))];
    assert_eq!(asked(&mut view), open);
    let row = "Helpdesk Administrator, Privileged, Desk, \
               Eligible · No end date";
    click(&mut view, Role::Row, row);
    assert_eq!(view.state().state.open(), Some(group("Desk")));
}

#[test]
fn several_people_are_added_at_once() {
    let mut view = open(told().build(), "anna", group("Desk"));
    click(&mut view, Role::Button, "Add people…");
    let _ = view.get_by_label("Add people to Desk");
    assert_eq!(
        refused(&view, "Add").as_deref(),
        Some("Choose someone first")
    );
    for label in ["sam, sam@contoso.nl", "anna, anna@contoso.nl"] {
        click(&mut view, Role::Row, label);
    }
    // Who is in it already can't be chosen.
    click(&mut view, Role::Row, "piet, piet@contoso.nl, Already in it");
    let _ = view.get_by_label("2 selected · anna, sam");
    // The group holds a privileged role.
    assert!(view.query_by_label("Asks for a reason").is_some());
    click(&mut view, Role::Button, "Add…");
    let set = MemberSet::Members(group_id("Desk"));
    let add = |name| Command::SetMembership {
        set,
        user: id(name),
        included: true,
    };
    let both = Command::Batch(vec![add("anna"), add("sam")]);
    assert_eq!(asked(&mut view), run(both));
    // It waits for it to be done.
    let _ = view.get_by_label("Add people to Desk");
    view.key_press(Key::Escape);
    view.run();
    assert!(view.query_by_label("Add people to Desk").is_none());
    assert_eq!(view.state().state.open(), Some(group("Desk")));
}

#[test]
fn a_user_administrator_manages_ordinary_groups_only() {
    let rule = "R1: Only a Global Administrator of the whole tenant assigns or revokes admin \
                roles.";
    let view = open(told().build(), "eva", group("Choir"));
    assert_eq!(refused(&view, "Add people…"), None);
    assert_eq!(refused(&view, "Rename…"), None);
    assert_eq!(refused(&view, "Delete…"), None);
    assert!(view.query_by_label_contains(rule).is_none());

    let mut view = open(told().build(), "eva", group("Desk"));
    for button in ["Add people…", "Rename…", "Delete…"] {
        let why = refused(&view, button).expect("it is disabled");
        assert!(why.contains(rule), "{button}: {why}");
    }
    assert!(view.query_by_label_contains(rule).is_some(), "it is said");
    click(&mut view, Role::Button, "Remove piet");
    assert_eq!(asked(&mut view), []);
    click(&mut view, Role::Button, "Add a group…");
    let label = "Admin roles can be assigned to this group";
    let mark = view.get_by_role_and_label(Role::CheckBox, label);
    assert!(mark.accesskit_node().is_disabled());
    view.key_press(Key::Escape);
    view.run();
    click(&mut view, Role::Tab, "Administrative units 2");
    let why = refused(&view, "Add an administrative unit…").expect("it is disabled");
    assert!(why.contains(rule));
}

#[test]
fn a_sharepoint_administrator_sees_all_and_edits_none() {
    let rule = "R14: SharePoint and Skype for Business administrators see";
    let view = open(told().build(), "sam", group("Choir"));
    for button in ["Add a group…", "Add people…", "Rename…", "Delete…"] {
        let why = refused(&view, button).expect("it is disabled");
        assert!(why.contains(rule), "{button}: {why}");
    }
    assert!(view.query_by_label_contains(rule).is_some(), "it is said");
    let _ = view.get_by_label("sam, sam@contoso.nl");
}

#[test]
fn an_ordinary_group_says_why_it_holds_no_role() {
    let mut view = open(told().build(), "anna", group("Choir"));
    click(&mut view, Role::Tab, "Roles 0");
    assert!(
        view.query_by_label_contains("Only a role-assignable group can hold roles")
            .is_some()
    );
    assert!(view.query_by_label("Choose roles…").is_none());
}

#[test]
fn a_long_name_leaves_room_for_the_rest() {
    let long = "Dienst ".repeat(9);
    let mut tenant = told();
    tenant = tenant.group("long", &[]);
    let tenant = tenant.build();
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("anna may");
    let rename = Command::RenameGroup {
        group: group_id("long"),
        name: long.trim().into(),
    };
    session
        .execute(&rename, &mandate::domain::apply::Assent::default())
        .expect("anna may rename");
    let view = open(session.tenant().clone(), "anna", group("long"));
    let close = view.get_by_label("Close details").rect();
    assert!(close.right() <= 1_100.0 && close.left() > 700.0, "{close}");
}

/// As many people as are asked for, all of them in one group.
fn large(count: u32) -> Tenant {
    let fixture = fixture().build();
    let organization = Organization::new("Large");
    let mut builder = TenantBuilder::new(organization).expect("a name");
    for domain in fixture.domains() {
        builder.domain(domain.clone()).expect("a domain");
    }
    let mut members = std::collections::BTreeSet::new();
    for number in 0..count {
        let id = UserId(Uuid::from_u128(1_000 + u128::from(number)));
        let upn = format!("p{number:06}@contoso.nl");
        let upn = UserPrincipalName::parse(&upn).expect("a name");
        let name = format!("Person {number:06}");
        builder.user(User::new(id, upn, name)).expect("a user");
        members.insert(id);
    }
    let user = fixture.user(id("anna")).expect("anna").clone();
    builder.user(User {
        licences: Vec::new(),
        ..user
    })
    .expect("anna");
    builder
        .administrative_unit(AdministrativeUnit {
            id: unit_id("all"),
            name: "All".into(),
            restricted: false,
            members: members.clone(),
        })
        .expect("a unit");
    builder
        .group(Group {
            id: group_id("all"),
            name: "All".into(),
            role_assignable: true,
            members,
            owners: [].into(),
        })
        .expect("a group");
    builder.assignment(given("anna", GLOBAL)).expect("a role");
    builder.build().expect("a tenant")
}

#[test]
fn a_hundred_thousand_members_are_drawn_by_what_is_visible() {
    let mut view = open(large(100_000), "anna", group("all"));
    let first = labels(&view, Role::Row);
    assert!(first.len() < 30, "only what is visible: {}", first.len());
    assert!(first.contains(&"Person 000000, p000000@contoso.nl".to_owned()));
    let grid = view.get_by_role_and_label(Role::Grid, "Members");
    assert_eq!(grid.accesskit_node().data().row_count(), Some(100_000));
    grid.focus();
    view.run();
    view.key_press(Key::End);
    view.run();
    let last = labels(&view, Role::Row);
    assert!(last.len() < 30);
    assert!(last.contains(&"Person 099999, p099999@contoso.nl".to_owned()));
    let _ = view.get_by_role_and_label(Role::Tab, "Members 100,000");

    let world = view.state();
    let (tenant, index) = (world.session.tenant(), &world.index);
    let set = MemberSet::Unit(unit_id("all"));
    let found = people::found(tenant, index, set, "p0999");
    assert_eq!(found.len(), 100);
    let name = |user: &&User| user.profile.display_name.to_string();
    let visible: Vec<_> = people::rows(tenant, &found[98..])
        .iter()
        .map(name)
        .collect();
    assert_eq!(visible, ["Person 099998", "Person 099999"]);
}
