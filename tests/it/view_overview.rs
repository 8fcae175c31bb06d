//! The overview: every figure is right and leads where it says, by pointer and by keyboard.

mod figures;
mod parts;
mod whole;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::language::Language;
use mandate::domain::role::{RoleCategory, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::UserId;
use mandate::i18n::Texts;
use mandate::sample::{REFERENCE, dutch_organisation, generate};
use mandate::session::Session;
use mandate::ui::findings::Findings;
use mandate::ui::outbox::{Outbox, Request};
use mandate::ui::theme;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::{Filters, Kind, Query, UserIndex};
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::organization::Tab;
use mandate::ui::views::overview::{self, State};
use mandate::ui::views::roles::rows;

use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, NOW, TEAMS, empty, fixture, id, roles, settings,
};

struct World {
    session: Session,
    index: UserIndex,
    findings: Findings,
    texts: Texts,
    outbox: Outbox,
    state: State,
}

type View = Harness<'static, World>;

/// Someone looks at the overview of a tenant.
fn shown_in(tenant: Tenant, actor: UserId, language: Language, size: [f32; 2]) -> View {
    shown_with(tenant, actor, language, size, Findings::gathered)
}

fn shown_with(
    tenant: Tenant,
    actor: UserId,
    language: Language,
    size: [f32; 2],
    findings: fn(&Session) -> Findings,
) -> View {
    let index = UserIndex::build(&tenant, roles(), NOW);
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(actor).expect("an actor who may sign in");
    let world = World {
        findings: findings(&session),
        session,
        index,
        texts: Texts::new(language).in_utc(),
        outbox: Outbox::default(),
        state: State::default(),
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(60)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, world: &mut World| {
                let mut cx = ViewContext {
                    file: None,
                    settings: settings(),
                    work: None,
                    texts: &world.texts,
                    session: &world.session,
                    index: &world.index,
                    findings: &world.findings,
                    selected: None,
                    outbox: &mut world.outbox,
                };
                overview::ui(ui, &mut cx, &mut world.state);
            },
            world,
        );
    harness.run();
    harness
}

fn shown(tenant: Tenant) -> View {
    shown_in(tenant, id("anna"), Language::English, [1_008.0, 700.0])
}

fn sanne(tenant: &Tenant) -> UserId {
    let sanne = tenant.users().by_upn("sanne.devries@rijnzicht.example");
    sanne.expect("sanne").id
}

fn sample_in(language: Language, size: [f32; 2]) -> View {
    let tenant = dutch_organisation(REFERENCE);
    let sanne = sanne(&tenant);
    shown_in(tenant, sanne, language, size)
}

/// What the view asked for since it was last asked, other than nothing.
fn asked(view: &mut View) -> Vec<UiCommand> {
    let requests = view.state_mut().outbox.drain();
    let commands = requests.into_iter().map(|request| match request {
        Request::Ui(command) => command,
        other => panic!("only the screen changes here: {other:?}"),
    });
    commands.collect()
}

/// Clicks a link and tells what it asks for.
fn follow(view: &mut View, label: &str) -> UiCommand {
    view.get_by_role_and_label(Role::Link, label).click();
    view.run();
    let mut commands = asked(view);
    assert_eq!(commands.len(), 1, "{label}: {commands:?}");
    commands.remove(0)
}

/// The links from first to last: what each is called, and what is told of it besides.
fn links(view: &View) -> Vec<(String, String)> {
    let links = view.query_all_by_role(Role::Link);
    links
        .map(|link| {
            let node = link.accesskit_node();
            let about = node.data().description().unwrap_or_default().to_owned();
            (node.label().unwrap_or_default(), about)
        })
        .collect()
}

fn names(view: &View) -> Vec<String> {
    links(view).into_iter().map(|(name, _)| name).collect()
}

/// The question to Active users for people who are all of `kinds`.
fn people(kinds: &[Kind]) -> UiCommand {
    let mut filters = Filters::default();
    for kind in kinds {
        filters.kinds.set(*kind, true);
    }
    UiCommand::ShowPeople(Box::new(Query {
        filters,
        ..Query::default()
    }))
}

/// The question to Roles for those held, or of a category, the one that most hold first.
fn held(assigned: Option<bool>, category: Option<RoleCategory>) -> UiCommand {
    UiCommand::ShowRolesLike(Box::new(rows::Query {
        text: String::new(),
        filters: rows::Filters {
            assigned,
            category,
            ..rows::Filters::default()
        },
        sort: rows::Sort {
            column: rows::Column::Holders,
            ascending: false,
        },
    }))
}

#[test]
fn every_figure_says_what_it_counts() {
    let view = sample_in(Language::English, [1_008.0, 700.0]);
    let told: Vec<_> = links(&view).into_iter().take(12).collect();
    let told: Vec<_> = (told.iter())
        .map(|(name, about)| (name.as_str(), about.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("People: 62", "58 members"),
            ("Administrators: 26", "42 % of people"),
            ("Global administrators: 3", "2 to 4 advised"),
            ("Privileged: 14", "Hold a privileged role"),
            ("Guests with roles: 1", "of 4 guests"),
            ("Blocked with roles: 1", "of 3 blocked"),
            ("Role assignments: 34", "33 in force"),
            ("Eligible: 1", "Can be taken up"),
            ("Ending soon: 0", "Within 30 days"),
            ("Custom roles: 0", "Beside 139 built-in"),
            ("Deleted users: 1", "Kept for 30 days"),
            ("Licences in use: 66", "of 100 seats"),
        ]
    );
}

#[test]
fn every_figure_speaks_dutch() {
    let view = sample_in(Language::Dutch, [1_008.0, 700.0]);
    let told: Vec<_> = names(&view).into_iter().take(12).collect();
    assert_eq!(
        told,
        [
            "Personen: 62",
            "Beheerders: 26",
            "Globale beheerders: 3",
            "Bevoorrecht: 14",
            "Gasten met rollen: 1",
            "Geblokkeerd met rollen: 1",
            "Roltoewijzingen: 34",
            "In aanmerking: 1",
            "Eindigt binnenkort: 0",
            "Aangepaste rollen: 0",
            "Verwijderde gebruikers: 1",
            "Licenties in gebruik: 66",
        ]
    );
}

#[test]
fn every_figure_leads_to_its_view() {
    let mut view = sample_in(Language::English, [1_008.0, 700.0]);
    for (label, expected) in [
        ("People: 62", people(&[])),
        ("Administrators: 26", people(&[Kind::Administrator])),
        (
            "Global administrators: 3",
            people(&[Kind::GlobalAdministrator]),
        ),
        ("Privileged: 14", people(&[Kind::Privileged])),
        (
            "Guests with roles: 1",
            people(&[Kind::Administrator, Kind::Guest]),
        ),
        (
            "Blocked with roles: 1",
            people(&[Kind::Administrator, Kind::Blocked]),
        ),
        ("Role assignments: 34", held(Some(true), None)),
        ("Eligible: 1", held(Some(true), None)),
        ("Ending soon: 0", held(Some(true), None)),
        ("Custom roles: 0", held(None, Some(RoleCategory::Custom))),
        ("Deleted users: 1", UiCommand::ShowDeletedUsers),
        (
            "Licences in use: 66",
            UiCommand::ShowOrganizationTab(Tab::Subscriptions),
        ),
    ] {
        assert_eq!(follow(&mut view, label), expected, "{label}");
    }
}

#[test]
fn the_title_has_the_keyboard_first_and_only_then() {
    let mut view = shown(fixture().build());
    let title = |view: &View| view.get_by_label("Overview").is_focused();
    assert!(title(&view));
    view.key_press(Key::Tab);
    view.run();
    assert!(view.get_by_label("People: 2").is_focused());
    view.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    view.run();
    assert!(!title(&view), "it is passed by from now on");
}

#[test]
fn every_link_is_reached_and_followed_by_keyboard() {
    for size in [[1_008.0, 700.0], [1_648.0, 948.0], [704.0, 500.0]] {
        let mut view = sample_in(Language::English, size);
        let expected = names(&view);
        assert!(expected.len() > 25, "{expected:?}");
        let mut reached = Vec::new();
        for _ in 0..expected.len() + 4 {
            view.key_press(Key::Tab);
            view.run();
            let focused = view
                .query_all_by_role(Role::Link)
                .find(egui_kittest::Node::is_focused);
            let Some(link) = focused else {
                continue;
            };
            let rect = link.rect();
            let name = link.accesskit_node().label().unwrap_or_default();
            assert!(
                rect.top() >= 0.0 && rect.bottom() <= size[1] + 0.5,
                "{name} is out of sight: {rect}"
            );
            reached.push(name.clone());
            view.key_press(Key::Enter);
            view.run();
            let commands = asked(&mut view);
            assert_eq!(commands.len(), 1, "{name}: {commands:?}");
            if reached.len() == expected.len() {
                break;
            }
        }
        assert_eq!(reached, expected, "{size:?}");
    }
}

#[test]
fn everything_essential_stands_in_a_small_window_without_scrolling() {
    let view = sample_in(Language::English, [1_008.0, 700.0]);
    for link in view.query_all_by_role(Role::Link) {
        let (rect, name) = (link.rect(), link.accesskit_node().label());
        assert!(rect.bottom() <= 700.0, "{name:?} ends at {}", rect.bottom());
        assert!(rect.right() <= 1_008.0, "{name:?} ends at {}", rect.right());
    }
    for heading in [
        "Open findings",
        "Who holds privileged roles",
        "People by role",
        "What changed recently",
    ] {
        let found = view.query_all_by_role_and_label(Role::Label, heading);
        assert_eq!(found.count(), 1, "{heading}");
    }
}

#[test]
fn a_tenant_that_was_just_begun_says_what_to_do_next() {
    let mut view = shown(empty().user("anna").holds(GLOBAL).build());
    let _ = view.get_by_label("What to do next");
    let add = "Add the people of the organisation";
    assert_eq!(follow(&mut view, add), UiCommand::AddUser);
    let import = "Or bring them in from a file";
    assert_eq!(follow(&mut view, import), UiCommand::ImportPeople);
    let _ = view.get_by_label_contains("Nothing has been changed yet.");

    let mut view = shown(fixture().user("kees").build());
    let second = "Make someone else Global administrator too: at least 2 are advised";
    assert_eq!(follow(&mut view, second), people(&[]));
    assert!(view.query_by_label(add).is_none());

    let done = fixture().user("kees").holds(GLOBAL).build();
    assert!(shown(done).query_by_label("What to do next").is_none());
}

#[test]
fn names_of_sixty_characters_are_cut_and_not_wrapped() {
    let long = "Maria-Antoinette van Oldenborgh-Schimmelpenninck van der Oye";
    assert_eq!(long.chars().count(), 60);
    let call = |user: &mut mandate::domain::user::User| {
        user.profile.display_name = long.into();
    };
    let tenant = fixture()
        .user("mia")
        .but(call)
        .holds(GLOBAL)
        .holds(HELPDESK);
    let view = shown(tenant.build());
    let row = view.get_by_role_and_label(Role::Link, long);
    assert!(row.rect().height() < 40.0);
    assert!(row.rect().width() < 500.0);
}

#[test]
fn a_role_bar_leads_to_the_role() {
    let tenant = fixture()
        .user("eva")
        .holds(EXCHANGE)
        .user("tim")
        .holds(EXCHANGE)
        .holds(TEAMS)
        .build();
    let mut view = shown(tenant);
    for (label, role) in [
        ("Exchange Administrator: 2 people", EXCHANGE),
        ("Global Administrator: 1 person, privileged", GLOBAL),
        ("Teams Administrator: 1 person", TEAMS),
    ] {
        let role: RoleTemplateId = role;
        assert_eq!(follow(&mut view, label), UiCommand::ShowRole(role));
    }
    view.get_by_role_and_label(Role::Tab, "By category").click();
    view.run();
    let label = "Collaboration: 3 role assignments";
    assert_eq!(
        follow(&mut view, label),
        held(Some(true), Some(RoleCategory::Collaboration))
    );
    let label = "Whole organisation: 1 role assignment, 1 privileged";
    assert_eq!(
        follow(&mut view, label),
        held(Some(true), Some(RoleCategory::Global))
    );
}

#[test]
fn another_language_is_spoken_at_once() {
    let mut view = sample_in(Language::English, [1_648.0, 948.0]);
    view.state_mut().texts.set_language(Language::Dutch);
    view.run();
    for label in [
        "Personen: 62",
        "Waarschuwing: 1 geblokkeerd account heeft nog een rol",
        "Helpdeskbeheerder: 5 personen, bevoorrecht",
        "Dennis Groen: wachtwoord opnieuw ingesteld",
    ] {
        let _ = view.get_by_role_and_label(Role::Link, label);
    }
}

#[test]
fn many_administrators_are_gathered_on_a_worker() {
    let mut tenant = fixture();
    for number in 0..4_001 {
        tenant = tenant.user(&format!("n{number}")).holds(EXCHANGE);
    }
    let mut view = shown(tenant.build());
    let began = std::time::Instant::now();
    let label = "Administrators: 4,002";
    while view.query_by_role_and_label(Role::Link, label).is_none() {
        assert!(began.elapsed() < std::time::Duration::from_secs(10));
        let waits = view.query_by_label("Gathering the figures…").is_some();
        assert!(waits, "it says that it is not there yet");
        std::thread::sleep(std::time::Duration::from_millis(5));
        view.step();
    }
    let bar = "Exchange Administrator: 4,001 people";
    let _ = view.get_by_role_and_label(Role::Link, bar);
}

/// Told, not judged: it depends on the machine.
#[test]
fn a_frame_does_not_grow_with_the_tenant() {
    for people in [1_000, 100_000] {
        let tenant = generate(people, 3).expect("a tenant");
        let first = tenant.users().iter().next().expect("someone").id;
        let (language, size) = (Language::English, [1_008.0, 700.0]);
        let mut view = shown_with(tenant, first, language, size, |_| Findings::default());
        let frames = 20;
        let began = std::time::Instant::now();
        view.run_steps(frames);
        let frame = began.elapsed() / 20;
        view.state_mut().state = State::default();
        let began = std::time::Instant::now();
        view.step();
        let first = began.elapsed();
        println!("{people} people: first frame {first:?}, every other {frame:?}");
        let label = format!(
            "People: {}",
            if people == 1_000 { "1,000" } else { "100,000" }
        );
        let _ = view.get_by_role_and_label(Role::Link, &label);
    }
}

#[test]
fn the_card_of_global_administrators_says_who_is_left_without_the_blocked() {
    let about = |tenant: Tenant| {
        let view = shown(tenant);
        let mut all = links(&view).into_iter();
        let card = all.find(|(name, _)| name.starts_with("Global administrators: "));
        card.expect("a card")
    };
    let told = |name: &str, about: &str| (name.to_owned(), about.to_owned());
    let blocked = |tenant: Fixture| tenant.user("bea").blocked().holds(GLOBAL);
    assert_eq!(
        about(blocked(fixture()).build()),
        told(
            "Global administrators: 2",
            "Only 1 can sign in · At least 2 advised"
        )
    );
    assert_eq!(
        about(blocked(fixture().user("kees").holds(GLOBAL)).build()),
        told("Global administrators: 3", "2 to 4 advised · 1 blocked")
    );
    let mut many = fixture();
    for name in ["b", "c", "d", "e"] {
        many = many.user(name).holds(GLOBAL);
    }
    assert_eq!(
        about(many.build()),
        told("Global administrators: 5", "At most 4 advised")
    );
    for name in ["f", "g", "h", "i"] {
        many = many.user(name).holds(GLOBAL);
    }
    assert_eq!(
        about(many.build()),
        told("Global administrators: 9", "At most 8 allowed")
    );
}
