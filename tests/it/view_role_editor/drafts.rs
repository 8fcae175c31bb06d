//! What is in the fields and what it asks for, without pixels.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::tz::TimeZone;
use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::role::{AssignmentKind, DirectoryScope, Principal, RoleAssignment};
use mandate::domain::user::{DelegatedAdministration, ProductMail};
use mandate::session::Session;
use mandate::ui::views::role_editor::baseline::Baseline;
use mandate::ui::views::role_editor::draft::{Draft, Kind};
use mandate::ui::views::role_editor::entry::{Entry, Problem};
use mandate::ui::views::role_editor::moment::{Edge, MomentError, When};

use crate::support::{
    self, EXCHANGE, Fixture, GLOBAL, Less as _, NOW, SHAREPOINT, TOMORROW, USERS, YESTERDAY,
    fixture, given, id, unit_id,
};

/// What is done to an entry, and what it asks for then.
type Change = (fn(&mut Entry), RoleAssignment);

fn baseline(tenant: &Fixture) -> Baseline {
    let session = Session::opened(tenant.build(), Arc::clone(support::roles()), || NOW);
    Baseline::of(&session, id("piet"))
}

fn set(baseline: &Baseline, assignments: impl Into<BTreeSet<RoleAssignment>>) -> Command {
    Command::SetAssignments {
        principal: baseline.principal(),
        assignments: assignments.into(),
    }
}

fn choose(choice: RoleChoice) -> Command {
    Command::SetRoleChoice {
        user: id("piet"),
        choice,
    }
}

/// The only entry of a role, changed.
fn change(draft: &mut Draft, role: mandate::domain::role::RoleTemplateId, how: fn(&mut Entry)) {
    let shown = draft.shown();
    let mut of_role = shown.iter().filter(|entry| entry.role == role);
    let mut entry = of_role.next().expect("the role is chosen").clone();
    assert!(of_role.next().is_none(), "it is chosen once");
    how(&mut entry);
    draft.put(entry);
}

fn eligible(entry: &mut Entry) {
    entry.kind = AssignmentKind::Eligible;
}

fn within_west(entry: &mut Entry) {
    entry.scope = DirectoryScope::AdministrativeUnit(unit_id("west"));
}

fn until_tomorrow(entry: &mut Entry) {
    entry.limited = true;
    entry.end = When::at(Some(TOMORROW));
}

fn typed_badly(entry: &mut Entry) {
    entry.limited = true;
    entry.end = When::typed("next year", Edge::Until, &TimeZone::UTC);
}

#[test]
fn opening_changes_nothing_whatever_is_held() {
    for (tenant, kind) in [
        (fixture(), Kind::User),
        (fixture().holds(GLOBAL), Kind::Global),
        (fixture().holds(GLOBAL).holds(EXCHANGE), Kind::Customized),
        (
            fixture().holds(GLOBAL).holds(GLOBAL).eligible(),
            Kind::Global,
        ),
        (fixture().holds(GLOBAL).eligible(), Kind::Customized),
        (
            fixture().holds(GLOBAL).holds(USERS).eligible(),
            Kind::Global,
        ),
        (fixture().holds(EXCHANGE).until(TOMORROW), Kind::Customized),
        (fixture().holds(EXCHANGE).since(TOMORROW), Kind::Customized),
        // What is over counts as none.
        (fixture().holds(EXCHANGE).until(YESTERDAY), Kind::User),
        (fixture().holds(EXCHANGE).eligible().until(NOW), Kind::User),
    ] {
        let baseline = baseline(&tenant);
        let draft = baseline.draft();
        assert_eq!(draft.kind, kind, "{:?}", baseline.held);
        assert!(!baseline.changes(&draft), "{:?}", baseline.held);
        assert_eq!(baseline.asked(&draft).command, None);
    }
}

#[test]
fn permanent_roles_are_the_choice_the_admin_center_knows() {
    let baseline = baseline(&fixture().holds(USERS).eligible());
    let mut draft = baseline.draft();
    draft.toggle(EXCHANGE, NOW);
    assert_eq!(
        baseline.asked(&draft).command,
        Some(choose(RoleChoice::Customized([EXCHANGE].into())))
    );
    draft.kind = Kind::User;
    assert_eq!(
        baseline.asked(&draft).command,
        Some(choose(RoleChoice::NoAdminAccess))
    );
    draft.kind = Kind::Global;
    assert_eq!(
        baseline.asked(&draft).command,
        Some(choose(RoleChoice::GlobalAdministrator))
    );
}

#[test]
fn anything_less_is_the_full_set() {
    let baseline = baseline(&fixture().holds(EXCHANGE).unit("west", &[]));
    let table: [Change; 3] = [
        (eligible, given("piet", EXCHANGE).eligible()),
        (within_west, given("piet", EXCHANGE).within("west")),
        (until_tomorrow, given("piet", EXCHANGE).until(TOMORROW)),
    ];
    for (how, wanted) in table {
        let mut draft = baseline.draft();
        change(&mut draft, EXCHANGE, how);
        let command = baseline.asked(&draft).command;
        assert_eq!(command, Some(set(&baseline, [wanted])));
        assert!(draft.roles(NOW).contains(&EXCHANGE), "it stays ticked");
    }
}

#[test]
fn a_role_is_held_several_ways() {
    let baseline = baseline(&fixture().holds(EXCHANGE).unit("west", &[]));
    let mut draft = baseline.draft();
    let number = draft.add(EXCHANGE);
    let entry = draft.entries.iter().find(|entry| entry.number == number);
    let mut entry = entry.expect("it was added").clone();
    assert_eq!(entry.kind, AssignmentKind::Eligible, "the slot is free");
    assert_eq!(draft.problems(), []);
    within_west(&mut entry);
    draft.put(entry.clone());
    let both = [
        given("piet", EXCHANGE),
        given("piet", EXCHANGE).eligible().within("west"),
    ];
    assert_eq!(baseline.asked(&draft).command, Some(set(&baseline, both)));

    // The same twice is told, and asks for nothing beside.
    entry.kind = AssignmentKind::Active;
    entry.scope = DirectoryScope::Tenant;
    draft.put(entry);
    assert_eq!(draft.problems(), [(number, Problem::Twice)]);
    assert_eq!(baseline.asked(&draft).command, None);
    assert!(baseline.changes(&draft));
    draft.remove(number);
    assert!(!baseline.changes(&draft));
}

#[test]
fn what_is_wrong_with_the_times() {
    let baseline = baseline(&fixture().holds(EXCHANGE));
    let utc = TimeZone::UTC;
    let from = |text| When::typed(text, Edge::From, &utc);
    let until = |text| When::typed(text, Edge::Until, &utc);
    let table = [
        ("", "", Some(Problem::NoTime)),
        ("x", "", Some(Problem::From(MomentError::Form))),
        (
            "2026-12-01",
            "2026-12-32",
            Some(Problem::Until(MomentError::NoSuchDay)),
        ),
        ("2026-12-02", "2026-12-01", Some(Problem::EndsBeforeStart)),
        (
            "2026-12-01 09:00",
            "2026-12-01 09:00",
            Some(Problem::EndsBeforeStart),
        ),
        (
            "9999-12-31",
            "",
            Some(Problem::From(MomentError::OutsideCalendar)),
        ),
        ("2026-12-01", "2026-12-01", None),
        ("2026-12-01", "", None),
        ("", "2026-12-01", None),
    ];
    for (start, end, problem) in table {
        let mut draft = baseline.draft();
        let mut entry = draft.entries[0].clone();
        entry.limited = true;
        entry.start = from(start);
        entry.end = until(end);
        draft.put(entry);
        let found = draft.problems().first().map(|(_, problem)| *problem);
        assert_eq!(found, problem, "{start} – {end}");
        let command = baseline.asked(&draft).command;
        assert_eq!(command.is_none(), problem.is_some(), "{start} – {end}");
        assert!(baseline.changes(&draft), "nothing typed is lost unasked");
    }
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    let baseline = baseline(&fixture().holds(EXCHANGE).until(TOMORROW));
    let mut draft = baseline.draft();
    change(&mut draft, EXCHANGE, typed_badly);
    assert_eq!(
        baseline.after(&draft),
        [given("piet", EXCHANGE).until(TOMORROW)].into()
    );
}

#[test]
fn what_is_over_counts_as_none() {
    let baseline = baseline(&fixture().holds(EXCHANGE).until(YESTERDAY));
    let mut draft = baseline.draft();
    assert_eq!(draft.roles(NOW), [].into());
    assert_eq!(
        baseline.shown(&draft).len(),
        1,
        "and is listed all the same"
    );

    // Ticking the role gives it for good, in the place of what is over.
    draft.kind = Kind::Customized;
    draft.toggle(EXCHANGE, NOW);
    assert_eq!(baseline.after(&draft), [given("piet", EXCHANGE)].into());

    // Or it is taken off the list.
    let mut draft = baseline.draft();
    let number = draft.entries[0].number;
    draft.remove(number);
    assert_eq!(
        baseline.asked(&draft).command,
        Some(choose(RoleChoice::NoAdminAccess))
    );

    // Or it is prolonged, which is a choice of roles.
    let mut draft = baseline.draft();
    change(&mut draft, EXCHANGE, until_tomorrow);
    assert_eq!(draft.kind, Kind::Customized);
    assert_eq!(
        baseline.after(&draft),
        [given("piet", EXCHANGE).until(TOMORROW)].into()
    );
}

#[test]
fn unticking_takes_every_way_but_what_is_over() {
    let tenant = fixture()
        .unit("west", &[])
        .holds(EXCHANGE)
        .holds(EXCHANGE)
        .eligible()
        .holds(EXCHANGE)
        .within("west")
        .until(YESTERDAY);
    let baseline = baseline(&tenant);
    let mut draft = baseline.draft();
    draft.toggle(EXCHANGE, NOW);
    assert_eq!(
        baseline.after(&draft),
        [given("piet", EXCHANGE).within("west").until(YESTERDAY)].into()
    );
}

#[test]
fn a_lesser_global_administrator_is_customized() {
    let baseline = baseline(&fixture().holds(GLOBAL).holds(USERS).eligible());
    let mut draft = baseline.draft();
    change(&mut draft, GLOBAL, eligible);
    assert_eq!(draft.kind, Kind::Customized);
    let wanted = [
        given("piet", GLOBAL).eligible(),
        given("piet", USERS).eligible(),
    ];
    assert_eq!(baseline.after(&draft), wanted.into());
    // And back.
    change(&mut draft, GLOBAL, |entry| {
        entry.kind = AssignmentKind::Active;
    });
    assert_eq!(draft.kind, Kind::Global);
    assert!(!baseline.changes(&draft));
}

#[test]
fn the_card_of_the_global_administrator_takes_lesser_ways_along() {
    let baseline = baseline(&fixture().holds(GLOBAL).eligible().holds(USERS).eligible());
    let mut draft = baseline.draft();
    assert_eq!(draft.kind, Kind::Customized);
    draft.kind = Kind::Global;
    let wanted = [given("piet", GLOBAL), given("piet", USERS).eligible()];
    assert_eq!(baseline.after(&draft), wanted.into());
    assert_eq!(
        baseline.asked(&draft).command,
        Some(choose(RoleChoice::GlobalAdministrator))
    );
}

#[test]
fn copied_roles_take_the_place_of_all() {
    let baseline = baseline(&fixture().holds(SHAREPOINT).holds(USERS).eligible());
    let theirs = [
        given("vera", EXCHANGE),
        given("vera", USERS).until(TOMORROW),
        given("vera", GLOBAL).until(YESTERDAY),
    ];
    let mut draft = baseline.draft();
    draft.copy(&theirs, &baseline.held, NOW);
    let wanted = [
        given("piet", EXCHANGE),
        given("piet", USERS).until(TOMORROW),
    ];
    assert_eq!(baseline.asked(&draft).command, Some(set(&baseline, wanted)));

    // Of someone who is a global administrator and nothing else, the card; of nobody, the other.
    draft.copy(&[given("vera", GLOBAL)], &baseline.held, NOW);
    assert_eq!(draft.kind, Kind::Global);
    draft.copy(&[], &baseline.held, NOW);
    assert_eq!(draft.kind, Kind::User);
    assert!(baseline.after(&draft).is_empty());
}

#[test]
fn a_set_replaces_what_is_permanent() {
    let tenant = fixture()
        .holds(SHAREPOINT)
        .holds(EXCHANGE)
        .until(TOMORROW)
        .holds(USERS)
        .eligible();
    let baseline = baseline(&tenant);
    let mut draft = baseline.draft();
    draft.apply_set(&[EXCHANGE].into());
    assert_eq!(
        baseline.asked(&draft).command,
        Some(choose(RoleChoice::Customized([EXCHANGE].into())))
    );
    assert_eq!(
        baseline.after(&draft),
        [given("piet", EXCHANGE), given("piet", USERS).eligible(),].into()
    );
    draft.apply_set(&[GLOBAL].into());
    assert_eq!(draft.kind, Kind::Global);
}

#[test]
fn everything_that_changed_is_one_batch() {
    let baseline = baseline(&fixture());
    let mut draft = baseline.draft();
    draft.kind = Kind::Customized;
    draft.toggle(EXCHANGE, NOW);
    draft.phone = "+31687654321".to_owned();
    draft.delegation = DelegatedAdministration::Full;
    draft.product_mail = ProductMail::Declined;
    let Some(Command::Batch(parts)) = baseline.asked(&draft).command else {
        panic!("several changes are a batch");
    };
    let user = id("piet");
    // How someone is reached comes first, since it counts for what roles need.
    assert!(matches!(parts[0], Command::EditContact { .. }));
    assert_eq!(
        parts[1..],
        [
            choose(RoleChoice::Customized([EXCHANGE].into())),
            Command::SetDelegatedAdministration {
                user,
                level: DelegatedAdministration::Full,
            },
            Command::SetProductMail {
                user,
                product_mail: ProductMail::Declined,
            },
        ]
    );
}

#[test]
fn assignments_are_of_the_person_edited() {
    let baseline = baseline(&fixture());
    let mut draft = baseline.draft();
    draft.copy(&[given("vera", EXCHANGE)], &baseline.held, NOW);
    for held in baseline.after(&draft) {
        assert_eq!(held.principal, Principal::User(id("piet")));
    }
}
