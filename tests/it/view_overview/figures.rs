//! The numbers, against those counted by hand and those of other views.

use mandate::domain::language::Language;
use mandate::domain::review::Thresholds;
use mandate::domain::role::RoleCategory;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::user::SignIn;
use mandate::i18n::Texts;
use mandate::sample::{REFERENCE, dutch_organisation, generate};
use mandate::ui::ui_command::UiCommand;
use mandate::ui::user_index::{Filters, Kind, Query, UserIndex};
use mandate::ui::views::overview::bars::{CategoryBar, RoleBar, by_category, by_role};
use mandate::ui::views::overview::cards::{cards, columns};
use mandate::ui::views::overview::figures::{Advice, Counted, Figures};
use mandate::ui::views::overview::steps::{Step, steps};

use crate::support::{
    AUTHENTICATION, BILLING, EXCHANGE, Fixture, GLOBAL, GROUPS, HELPDESK, Less as _, NOW,
    REPORTS_READER, SECURITY, USERS, YESTERDAY, empty, everything, fixture, given, roles,
};

const DAY: i64 = 86_400;

fn days(days: i64) -> Timestamp {
    Timestamp(NOW.0 + days * DAY)
}

fn index(tenant: &Tenant) -> UserIndex {
    UserIndex::build(tenant, roles(), NOW)
}

fn figures(tenant: &Tenant) -> Figures {
    let index = index(tenant);
    let mut filters = Filters::default();
    filters.kinds.set(Kind::Administrator, true);
    let administrators = index.query(&Query {
        filters,
        ..Query::default()
    });
    Figures::of(tenant, roles(), &index, &administrators, NOW)
}

/// Someone of every sort.
fn mixed() -> Fixture {
    fixture()
        .user("bea")
        .blocked()
        .holds(GLOBAL)
        .user("gust")
        .guest()
        .holds(REPORTS_READER)
        .user("gina")
        .guest()
        .user("dora")
        .user("emil")
        .blocked()
        .group("desk", &["dora", "emil"])
        .holds(HELPDESK)
        .user("ella")
        .holds(SECURITY)
        .eligible()
        .user("late")
        .holds(EXCHANGE)
        .since(days(1))
        .user("over")
        .holds(EXCHANGE)
        .until(YESTERDAY)
        .unit("noord", &["piet"])
        .user("sara")
        .holds(GLOBAL)
        .within("noord")
}

#[test]
fn a_small_tenant_counts_as_by_hand() {
    let tenant = mixed().build();
    let figures = figures(&tenant);
    let expected = Figures {
        people: 11,
        guests: 2,
        blocked: 2,
        // Anna, Bea, Gust, Dora, Emil, Sara.
        administrators: 6,
        // Anna, Bea; Sara is one of a unit only.
        global_administrators: 2,
        global_blocked: 1,
        thresholds: Thresholds::default(),
        // Anna, Bea, Sara, and Dora and Emil through the group.
        privileged: 5,
        guest_administrators: 1,
        // Bea, Emil.
        blocked_administrators: 2,
        assignments: Counted {
            in_force: 5,
            eligible: 1,
            later: 1,
            expired: 1,
            ending: 0,
        },
        custom_roles: 0,
        built_in_roles: 139,
        deleted: 0,
        deleted_days: 30,
        seats_used: 0,
        seats: 100,
        seats_over: false,
    };
    assert_eq!(figures, expected);
    assert_eq!(figures.assignments.all(), tenant.assignments().len());
}

#[test]
fn what_ends_within_thirty_days_ends_soon() {
    for (end, soon) in [
        (days(1), 1),
        (days(30), 1),
        (Timestamp(days(30).0 + 1), 0),
        // Over is not soon.
        (NOW, 0),
        (YESTERDAY, 0),
    ] {
        let tenant = fixture().user("kees").holds(EXCHANGE).until(end).build();
        assert_eq!(figures(&tenant).assignments.ending, soon, "{end:?}");
    }
    let eligible = fixture()
        .user("kees")
        .with(given("kees", EXCHANGE).eligible().until(days(3)))
        .with(given("kees", BILLING).since(days(2)).until(days(5)))
        .build();
    let counted = figures(&eligible).assignments;
    assert_eq!((counted.eligible, counted.later, counted.ending), (1, 1, 2));
}

#[test]
fn the_advice_counts_who_can_sign_in() {
    let with = |able: usize, blocked: usize| Figures {
        global_administrators: able + blocked,
        global_blocked: blocked,
        ..Figures::default()
    };
    for (able, blocked, expected) in [
        (0, 2, Advice::TooFew),
        (1, 0, Advice::TooFew),
        (1, 5, Advice::TooFew),
        (2, 0, Advice::Well),
        (4, 3, Advice::Well),
        (5, 0, Advice::Many),
        (8, 0, Advice::Many),
        (9, 0, Advice::TooMany),
    ] {
        assert_eq!(with(able, blocked).advice(), expected, "{able} {blocked}");
    }
    let stricter = Figures {
        thresholds: Thresholds {
            fewest_global_administrators: 3,
            most_global_administrators: 3,
            ..Thresholds::default()
        },
        ..with(2, 0)
    };
    assert_eq!(stricter.advice(), Advice::TooFew);
}

#[test]
fn seats_are_added_up_over_subscriptions() {
    let licensed = |user: &mut mandate::domain::user::User| user.licences = vec![everything()];
    let tenant = fixture()
        .user("kees")
        .but(licensed)
        .user("lies")
        .but(licensed);
    let figures = figures(&tenant.build());
    assert_eq!((figures.seats_used, figures.seats), (2, 100));
}

#[test]
fn a_custom_role_is_counted_apart() {
    let tenant = fixture().custom_role("auditor", &["microsoft.directory/users/standard/read"]);
    let tenant = tenant.build();
    let index = index(&tenant);
    let catalogue = roles().for_tenant(&tenant);
    let figures = Figures::of(&tenant, &catalogue, &index, &[], NOW);
    assert_eq!((figures.custom_roles, figures.built_in_roles), (1, 139));
}

/// What a card counts is what its view shows for its filter, and what a look at everybody finds.
#[test]
fn people_are_counted_as_active_users_finds_them() {
    let texts = Texts::new(Language::English);
    for tenant in [
        mixed().build(),
        dutch_organisation(REFERENCE),
        generate(3_000, 11).expect("a tenant"),
    ] {
        let index = index(&tenant);
        let figures = figures(&tenant);
        let mut of_people = 0;
        for card in cards(&texts, &figures) {
            let UiCommand::ShowPeople(query) = &card.command else {
                continue;
            };
            of_people += 1;
            let found = index.query(query).len();
            let shown = card.number.replace(',', "");
            assert_eq!(shown, found.to_string(), "{}", card.label);
        }
        assert_eq!(of_people, 6);
        let count = |is: &dyn Fn(&mandate::domain::user::User) -> bool| {
            tenant.users().iter().filter(|user| is(user)).count()
        };
        let administrator =
            |user: &mandate::domain::user::User| tenant.is_administrator(user.id, NOW);
        assert_eq!(figures.administrators, count(&administrator));
        let blocked = |user: &mandate::domain::user::User| {
            user.sign_in == SignIn::Blocked && administrator(user)
        };
        assert_eq!(figures.blocked_administrators, count(&blocked));
        let global =
            |user: &mandate::domain::user::User| tenant.is_global_administrator(user.id, NOW);
        assert_eq!(figures.global_administrators, count(&global));
        let privileged = |user: &mandate::domain::user::User| {
            let mut held = tenant.roles_in_force(user.id, NOW);
            held.any(|(role, _)| roles().role(role).is_some_and(|role| role.privileged))
        };
        assert_eq!(figures.privileged, count(&privileged));
    }
}

#[test]
fn roles_are_ordered_by_how_many_people_hold_them() {
    let tenant = mixed()
        .user("uma")
        .holds(USERS)
        .user("ugo")
        .holds(USERS)
        .user("fay")
        .with(given("dora", HELPDESK))
        .build();
    let bar = |role, people, eligible, privileged| RoleBar {
        role,
        privileged,
        people,
        eligible,
    };
    assert_eq!(
        by_role(&tenant, roles(), NOW),
        [
            // Anna, Bea, and Sara of a unit.
            bar(GLOBAL, 3, 0, true),
            // Dora and Emil, Dora twice.
            bar(HELPDESK, 2, 0, true),
            bar(USERS, 2, 0, true),
            bar(REPORTS_READER, 1, 0, false),
            bar(SECURITY, 0, 1, true),
            // Exchange begins tomorrow for one and is over for the other.
        ]
    );
}

#[test]
fn categories_add_up_to_what_is_in_force() {
    let tenant = mixed()
        .user("mo")
        .holds(AUTHENTICATION)
        .holds(GROUPS)
        .build();
    let bar = |category, assignments, privileged| CategoryBar {
        category: Some(category),
        assignments,
        privileged,
    };
    let bars = by_category(&tenant, roles(), NOW);
    assert_eq!(
        bars,
        [
            bar(RoleCategory::Global, 3, 3),
            // The group's helpdesk, Mo's two.
            bar(RoleCategory::Identity, 3, 2),
            bar(RoleCategory::BillingAndSupport, 1, 0),
        ]
    );
    let sum = |bars: &[CategoryBar]| bars.iter().map(|bar| bar.assignments).sum::<usize>();
    assert_eq!(sum(&bars), figures(&tenant).assignments.in_force);

    let tenant = dutch_organisation(REFERENCE);
    let bars = by_category(&tenant, roles(), NOW);
    assert_eq!(sum(&bars), 33);
    assert_eq!(
        bars,
        [
            bar(RoleCategory::Identity, 11, 8),
            bar(RoleCategory::Collaboration, 7, 0),
            bar(RoleCategory::BillingAndSupport, 6, 0),
            bar(RoleCategory::Global, 4, 4),
            bar(RoleCategory::SecurityAndCompliance, 2, 1),
            bar(RoleCategory::Devices, 2, 2),
            bar(RoleCategory::DataAndAi, 1, 0),
        ]
    );
}

#[test]
fn a_role_that_no_list_has_is_not_left_out() {
    let unknown = mandate::domain::role::RoleTemplateId(uuid::Uuid::from_u128(77));
    let tenant = fixture().user("kees").holds(unknown).build();
    let bars = by_category(&tenant, roles(), NOW);
    let last = bars.last().copied().expect("a category");
    assert_eq!((last.category, last.assignments), (None, 1));
    assert!(
        by_role(&tenant, roles(), NOW)
            .iter()
            .any(|bar| bar.role == unknown)
    );
}

#[test]
fn cards_fill_every_row() {
    for (width, expected) in [
        (1_648.0, 6),
        (1_008.0, 6),
        (996.0, 6),
        (704.0, 4),
        (500.0, 3),
        (330.0, 2),
        (200.0, 1),
    ] {
        let columns = columns(width);
        assert_eq!(columns, expected, "{width}");
        assert_eq!(12 % columns, 0);
    }
}

#[test]
fn steps_go_when_they_are_done() {
    use Step::{AddPeople, Import, SecondGlobal, Subscription};
    let with = |people, global, seats| Figures {
        people,
        global_administrators: global,
        seats,
        ..Figures::default()
    };
    for (figures, expected) in [
        (with(1, 1, 10), vec![AddPeople, Import]),
        (with(1, 1, 0), vec![AddPeople, Import, Subscription]),
        (with(2, 1, 10), vec![AddPeople, Import, SecondGlobal]),
        (with(3, 1, 0), vec![SecondGlobal]),
        (with(3, 2, 0), vec![]),
        (with(100_000, 4, 90), vec![]),
    ] {
        assert_eq!(steps(&figures), expected, "{figures:?}");
    }
    let nobody = figures(&empty().user("anna").build());
    assert_eq!(nobody.advice(), Advice::TooFew);
}
