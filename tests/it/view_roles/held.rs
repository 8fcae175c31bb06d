//! Who holds a role, counted and by section.

use mandate::domain::tenant::Tenant;
use mandate::ui::views::roles::holders::{Counts, Holders, Line, Section, lines};

use crate::support::{
    EXCHANGE, HELPDESK, Less as _, NOW, TOMORROW, USERS, YESTERDAY, fixture, given, given_to_group,
    group_id, id,
};

fn told() -> Tenant {
    fixture()
        .user("eva")
        .user("sam")
        .user("tom")
        .group("Desk", &["piet", "eva", "sam"])
        .group("Night", &["sam", "tom"])
        .unit("North", &["piet"])
        .with(given("piet", HELPDESK))
        .with(given("anna", HELPDESK).within("North"))
        .with(given_to_group("Desk", HELPDESK))
        .with(given("tom", HELPDESK).eligible())
        .with(given("eva", HELPDESK).eligible())
        .with(given("sam", HELPDESK).since(TOMORROW))
        .with(given("tom", USERS).until(YESTERDAY))
        .with(given_to_group("Night", USERS).eligible())
        .with(given_to_group("Desk", EXCHANGE))
        .with(given_to_group("Night", EXCHANGE))
        .build()
}

#[test]
fn people_are_counted_once_through_whatever_they_hold_it() {
    let holders = Holders::of(&told(), NOW);
    // Piet, Eva and Sam through the group, Piet directly as well, Anna over a unit; Tom may take
    // it up, as may Eva, who holds it already.
    assert_eq!(
        holders.counts(HELPDESK),
        Counts {
            now: 4,
            eligible: 1,
            assignments: 6,
            expired: 0,
        }
    );
    assert_eq!(
        holders.counts(USERS),
        Counts {
            now: 0,
            eligible: 2,
            assignments: 1,
            expired: 1,
        }
    );
    // Sam is in both groups.
    assert_eq!(holders.counts(EXCHANGE).now, 4);
    assert_eq!(
        holders.counts(crate::support::BILLING),
        Counts::default(),
        "nobody was ever given it"
    );
}

#[test]
fn holders_stand_in_sections_and_members_below_their_group() {
    let lines = lines(&told(), HELPDESK, NOW);
    let desk = group_id("Desk");
    assert_eq!(
        lines,
        [
            Line::Section(Section::Directly, 1),
            Line::Held(given("piet", HELPDESK)),
            Line::Section(Section::ThroughGroup, 1),
            Line::Held(given_to_group("Desk", HELPDESK)),
            Line::Member(desk, id("eva")),
            Line::Member(desk, id("piet")),
            Line::Member(desk, id("sam")),
            Line::Section(Section::Scoped, 1),
            Line::Held(given("anna", HELPDESK).within("North")),
            Line::Section(Section::Eligible, 2),
            Line::Held(given("eva", HELPDESK).eligible()),
            Line::Held(given("tom", HELPDESK).eligible()),
            Line::Section(Section::Later, 1),
            Line::Held(given("sam", HELPDESK).since(TOMORROW)),
        ]
    );
}

#[test]
fn what_is_over_is_over_whatever_else_it_is() {
    let over = given("piet", HELPDESK)
        .within("North")
        .eligible()
        .until(YESTERDAY);
    assert_eq!(Section::of(&over, NOW), Section::Expired);
    let to_come = given("piet", HELPDESK).eligible().since(TOMORROW);
    assert_eq!(Section::of(&to_come, NOW), Section::Later);
    let eligible = given_to_group("Desk", HELPDESK).eligible().within("North");
    assert_eq!(Section::of(&eligible, NOW), Section::Eligible);
}

#[test]
fn a_large_group_costs_no_more_than_its_visible_members() {
    let names: Vec<_> = (0..3_000).map(|number| format!("p{number:04}")).collect();
    let members: Vec<_> = names.iter().map(String::as_str).collect();
    let mut told = fixture();
    for name in &members {
        told = told.user(name);
    }
    let tenant = told.group("All", &members).holds(HELPDESK).build();
    assert_eq!(Holders::of(&tenant, NOW).counts(HELPDESK).now, 3_000);
    let mut view = super::open(tenant, "anna", HELPDESK);
    super::click(&mut view, egui::accesskit::Role::Tab, "People 3,000");
    // The rows of the list are out of the way of those of the holders.
    let rows = super::labels(&view, egui::accesskit::Role::Row);
    let drawn = rows.iter().filter(|row| row.contains("@contoso.nl"));
    assert!((5..60).contains(&drawn.count()));
    assert!(super::tells(&view, "All, 3,000 members, "));
}
