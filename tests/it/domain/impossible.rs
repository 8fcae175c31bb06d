//! What can't be done whoever asks: seats that are gone, names that are used, what has an owner.

use mandate::domain::apply::{Assent, Impossible, Refusal, apply};
use mandate::domain::audit::AuditItem;
use mandate::domain::command::Command;
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::{Domain, Organization, Partner, Subscription};
use mandate::domain::role::Principal;
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::InvariantError;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{Profile, User, UserId};

use crate::support::{
    Fixture, GLOBAL, HELPDESK, Less, NOW, REPORTS_READER, YESTERDAY, context, everything, fixture,
    given, given_to_group, group_id, id, named, person, unit_id,
};

const DAY: i64 = 86_400;

fn run(tenant: &mut Tenant, command: &Command) -> Result<(), Refusal> {
    let assent = Assent::because("it is needed");
    apply(&context(), tenant, id("anna"), command, &assent).map(|_| ())
}

/// Asks as a Global Administrator, who meets no rule here.
#[track_caller]
fn check(fixture: &Fixture, command: &Command, expected: Result<(), Impossible>) {
    let mut tenant = fixture.build();
    let before = tenant.clone();
    let outcome = run(&mut tenant, command);
    assert_eq!(
        outcome,
        expected.map_err(Refusal::Impossible),
        "{command:?}"
    );
    assert!(outcome.is_ok() || tenant.same_state(&before), "{command:?}");
}

fn seat(who: &str, held: bool) -> Command {
    Command::SetLicences {
        user: id(who),
        licences: held.then(everything).into_iter().collect(),
    }
}

fn no_seats(seats: u32) -> Result<(), Impossible> {
    Err(Impossible::NoSeats {
        subscription: "Everything".into(),
        seats,
    })
}

fn sold(seats: u32) -> Command {
    Command::SetSubscriptions(vec![Subscription {
        id: everything(),
        name: "Everything".into(),
        seats,
        services: mandate::domain::organization::Service::ALL.to_vec(),
    }])
}

#[test]
fn there_are_only_so_many_seats() {
    let one = fixture().licensed().user("kim").seats(1);
    check(&one, &seat("kim", true), no_seats(1));
    check(&one, &seat("piet", false), Ok(()));
    check(&one, &seat("piet", true), Ok(()));
    check(&fixture().seats(0), &seat("piet", true), no_seats(0));
    check(&one.clone().seats(2), &seat("kim", true), Ok(()));
    let new = User {
        licences: vec![everything()],
        ..person("nora")
    };
    check(&one, &Command::AddUser(Box::new(new)), no_seats(1));
    // Who was deleted gave the seat up, and needs one on coming back.
    let mut tenant = one.build();
    run(&mut tenant, &Command::DeleteUser(id("piet"))).expect("deleted");
    assert_eq!(tenant.seats_used(everything()), 0);
    run(&mut tenant, &seat("kim", true)).expect("the seat is free");
    let back = run(&mut tenant, &Command::RestoreUser(id("piet")));
    assert_eq!(back, no_seats(1).map_err(Refusal::Impossible));
    run(&mut tenant, &seat("kim", false)).expect("taken");
    run(&mut tenant, &Command::RestoreUser(id("piet"))).expect("the seat is free again");
    assert_eq!(tenant.seats_used(everything()), 1);
}

#[test]
fn an_import_may_have_brought_too_many_for_the_seats() {
    let over = fixture().licensed().user("kim").licensed().seats(1);
    // Who has one keeps it; what else changes does not ask for another.
    let mut tenant = over.build();
    run(&mut tenant, &seat("kim", true)).expect("nothing changes");
    run(&mut tenant, &seat("kim", false)).expect("one fewer");
    let again = run(&mut tenant, &seat("kim", true));
    assert_eq!(again, no_seats(1).map_err(Refusal::Impossible));
    let used = |used| {
        Err(Impossible::SeatsInUse {
            subscription: "Everything".into(),
            used,
        })
    };
    check(&over, &sold(0), used(2));
    check(&over, &sold(2), Ok(()));
    check(&over.clone().seats(5), &sold(1), used(2));
    check(&over.clone().seats(5), &sold(2), Ok(()));
}

#[test]
fn what_is_used_stays() {
    let used = fixture().licensed();
    check(
        &used,
        &Command::SetSubscriptions(Vec::new()),
        Err(Impossible::SubscriptionInUse {
            subscription: "Everything".into(),
            people: 1,
        }),
    );
    check(&fixture(), &Command::SetSubscriptions(Vec::new()), Ok(()));
    let domains = |names: &[(&str, bool)]| {
        Command::SetDomains(
            names
                .iter()
                .map(|(name, verified)| Domain {
                    name: domain(name),
                    verified: *verified,
                    default: *name == "contoso.onmicrosoft.com",
                })
                .collect(),
        )
    };
    let in_use = |people| {
        Err(Impossible::DomainInUse {
            domain: domain("contoso.nl"),
            people,
        })
    };
    let initial = ("contoso.onmicrosoft.com", true);
    check(&fixture(), &domains(&[initial]), in_use(2));
    check(
        &fixture(),
        &domains(&[initial, ("contoso.nl", false)]),
        in_use(2),
    );
    check(
        &fixture(),
        &domains(&[initial, ("contoso.nl", true)]),
        Ok(()),
    );
    let other_first = domains(&[("contoso.nl", true), initial]);
    let stays = Impossible::InitialDomain(domain("contoso.onmicrosoft.com"));
    check(&fixture(), &other_first, Err(stays));
    let none = domains(&[("contoso.onmicrosoft.com", false), ("contoso.nl", true)]);
    let defaults = Impossible::Invariant(InvariantError::DefaultDomains(0));
    check(&fixture(), &none, Err(defaults));
    let twice = domains(&[initial, ("contoso.nl", true), ("contoso.nl", true)]);
    let duplicate = InvariantError::DuplicateDomain(domain("contoso.nl"));
    check(&fixture(), &twice, Err(Impossible::Invariant(duplicate)));
}

fn domain(name: &str) -> DomainName {
    DomainName::parse(name).expect("a domain")
}

#[test]
fn what_holds_roles_stays() {
    let tenant = fixture()
        .unit("noord", &["piet"])
        .user("kim")
        .holds(HELPDESK)
        .within("noord")
        .group("desk", &["piet"])
        .holds(REPORTS_READER)
        .until(YESTERDAY)
        .group("leeg", &["piet"]);
    let holds = |name: &str| Err(Impossible::HoldsRoles(name.into()));
    check(
        &tenant,
        &Command::DeleteGroup(group_id("desk")),
        holds("desk"),
    );
    check(&tenant, &Command::DeleteGroup(group_id("leeg")), Ok(()));
    check(
        &tenant,
        &Command::DeleteUnit(unit_id("noord")),
        holds("noord"),
    );
    let unit = tenant.clone().unit("zuid", &["piet"]);
    check(&unit, &Command::DeleteUnit(unit_id("zuid")), Ok(()));
}

#[test]
fn deleted_people_are_kept_for_so_many_days() {
    let days_ago = |days: i64, more: i64| Timestamp(NOW.0 - days * DAY + more);
    let gone = |at| fixture().deleted("weg", at, &[]);
    let restore = Command::RestoreUser(id("weg"));
    check(&gone(days_ago(0, 0)), &restore, Ok(()));
    check(&gone(days_ago(30, 1)), &restore, Ok(()));
    check(
        &gone(days_ago(30, 0)),
        &restore,
        Err(Impossible::KeptNoLonger(30)),
    );
    // For good at any time.
    check(
        &gone(days_ago(30, 0)),
        &Command::PurgeUser(id("weg")),
        Ok(()),
    );
    check(
        &gone(days_ago(0, 0)),
        &Command::PurgeUser(id("weg")),
        Ok(()),
    );
    let nobody = id("niemand");
    check(
        &gone(NOW),
        &Command::RestoreUser(nobody),
        Err(Impossible::NotDeleted(nobody)),
    );
    check(
        &gone(NOW),
        &Command::PurgeUser(nobody),
        Err(Impossible::NotDeleted(nobody)),
    );
    check(
        &gone(NOW),
        &Command::RestoreUser(id("piet")),
        Err(Impossible::NotDeleted(id("piet"))),
    );
}

#[test]
fn who_comes_back_has_what_is_still_there() {
    let held = given("kim", HELPDESK).within("noord");
    let tenant = fixture()
        .user("kim")
        .licensed()
        .with(held)
        .with(given("kim", REPORTS_READER))
        .unit("noord", &["kim"])
        .group("club", &["kim"])
        .owned_by(&["kim"])
        .ordinary();
    let mut now = tenant.build();
    let before = now.clone();
    run(&mut now, &Command::DeleteUser(id("kim"))).expect("deleted");
    assert!(now.user(id("kim")).is_none() && now.users().by_upn("kim@contoso.nl").is_none());
    assert!(now.assignments().of(Principal::User(id("kim"))).is_empty());
    assert_eq!(now.memberships(id("kim")).count(), 0);
    let kept = &now.deleted_users()[&id("kim")];
    assert_eq!(
        (kept.at, kept.assignments.len(), kept.memberships.len()),
        (NOW, 2, 3)
    );
    let mut back = now.clone();
    run(&mut back, &Command::RestoreUser(id("kim"))).expect("restored");
    assert!(back.same_state(&before));
    // A unit and a group that went meanwhile do not come back with her, nor what hung on them.
    run(&mut now, &Command::DeleteUnit(unit_id("noord"))).expect("nothing holds it");
    run(&mut now, &Command::DeleteGroup(group_id("club"))).expect("nothing holds it");
    run(&mut now, &Command::SetSubscriptions(Vec::new())).expect("nobody has a seat");
    run(&mut now, &Command::RestoreUser(id("kim"))).expect("restored");
    let principal = Principal::User(id("kim"));
    assert_eq!(
        now.assignments().of(principal),
        [given("kim", REPORTS_READER)]
    );
    assert_eq!(now.memberships(id("kim")).count(), 0);
    assert!(
        now.user(id("kim"))
            .expect("she is back")
            .licences
            .is_empty()
    );
}

#[test]
fn some_things_only_the_history_does() {
    let tenant = fixture().user("kim").deleted("weg", NOW, &[]);
    let only = Err(Impossible::OnlyInHistory);
    check(&tenant, &Command::WithdrawUser(id("kim")), only.clone());
    let record = tenant.build().deleted_users()[&id("weg")].clone();
    check(&tenant, &Command::ReturnToDeleted(Box::new(record)), only);
    // Nobody saws off the branch they sit on.
    check(
        &tenant.user("gina").holds(GLOBAL),
        &Command::DeleteUser(id("anna")),
        Err(Impossible::OwnAccount),
    );
}

#[test]
fn a_seat_named_twice_is_one() {
    let twice = User {
        licences: vec![everything(), everything()],
        ..person("nora")
    };
    let mut tenant = fixture().seats(1).build();
    run(&mut tenant, &Command::AddUser(Box::new(twice))).expect("there is a seat");
    assert_eq!(tenant.seats_used(everything()), 1);
    let nora = tenant.user(id("nora")).expect("added");
    assert_eq!(nora.licences, [everything()]);
}

#[test]
fn odd_names_of_an_import_stand_in_nobodys_way() {
    let mut organization = Organization {
        partners: vec![Partner {
            name: "".into(),
            administers: false,
        }],
        ..Organization::new("Contoso")
    };
    let tenant = fixture().of(organization.clone());
    organization.directory_sync = true;
    let edit = Command::EditOrganization(Box::new(organization.clone()));
    check(&tenant, &edit, Ok(()));
    organization.purchased_from =
        mandate::domain::organization::PurchaseChannel::Partner { name: "".into() };
    let seller = Command::EditOrganization(Box::new(organization));
    check(&fixture(), &seller, Err(Impossible::NoName));
}

#[test]
fn what_is_returned_to_the_deleted_takes_nobodys_place() {
    // Asked as an undo of something else: refused, and nothing is changed on the way.
    let mut tenant = fixture().deleted("weg", YESTERDAY, &[]).build();
    let before = tenant.clone();
    let mut other = before.deleted_users()[&id("weg")].clone();
    other.user.profile = named("Somebody else");
    let assent = Assent {
        origin: mandate::domain::audit::AuditOrigin::Undo(1),
        ..Assent::because("it is needed")
    };
    let command = Command::ReturnToDeleted(Box::new(other));
    let outcome = apply(&context(), &mut tenant, id("anna"), &command, &assent);
    let duplicate = InvariantError::DuplicateId(id("weg").0);
    assert_eq!(
        outcome,
        Err(Refusal::Impossible(Impossible::Invariant(duplicate)))
    );
    assert!(tenant.same_state(&before));
}

#[test]
fn names_are_given_and_not_twice() {
    let no_name = || Err(Impossible::NoName);
    let group = |name: &str| {
        Command::AddGroup(Box::new(Group {
            id: group_id("nieuw"),
            name: name.into(),
            role_assignable: false,
            members: [].into(),
            owners: [].into(),
        }))
    };
    check(&fixture(), &group(" \t"), no_name());
    check(&fixture(), &group("x"), Ok(()));
    let long = "x".repeat(257);
    check(
        &fixture(),
        &group(&long),
        Err(Impossible::TextTooLong(long.clone().into())),
    );
    check(&fixture(), &group(&"x".repeat(256)), Ok(()));
    let unit = AdministrativeUnit {
        id: unit_id("zuid"),
        name: " ".into(),
        restricted: false,
        members: [].into(),
    };
    check(&fixture(), &Command::AddUnit(Box::new(unit)), no_name());
    let set = Command::SetRoleSet {
        name: "".into(),
        roles: Some([HELPDESK].into()),
    };
    check(&fixture(), &set, no_name());
    let partner = |name: &str| Partner {
        name: name.into(),
        administers: false,
    };
    let partners = |names: &[&str]| {
        Command::EditOrganization(Box::new(Organization {
            partners: names.iter().map(|name| partner(name)).collect(),
            ..Organization::new("Contoso")
        }))
    };
    check(&fixture(), &partners(&["A", "B"]), Ok(()));
    check(
        &fixture(),
        &partners(&["A", "A"]),
        Err(Impossible::NameTaken("A".into())),
    );
    check(&fixture(), &partners(&["A", ""]), no_name());
    let nameless = Command::AddUser(Box::new(User {
        profile: named(" "),
        ..person("nora")
    }));
    let invariant = InvariantError::NoDisplayName("nora@contoso.nl".into());
    check(&fixture(), &nameless, Err(Impossible::Invariant(invariant)));
    let elsewhere = Command::AddUser(Box::new(User {
        profile: Profile {
            usage_location: Some("nl".into()),
            ..named("Nora")
        },
        ..person("nora")
    }));
    check(
        &fixture(),
        &elsewhere,
        Err(Impossible::UsageLocation("nl".into())),
    );
}

#[test]
fn who_is_not_there_is_put_nowhere() {
    let nobody = id("niemand");
    let unknown = |user: UserId| Err(Impossible::Invariant(InvariantError::UnknownUser(user.0)));
    let tenant = fixture().group("club", &[]).ordinary();
    let member = |user| Command::SetMembership {
        set: MemberSet::Members(group_id("club")),
        user,
        included: true,
    };
    check(&tenant, &member(nobody), unknown(nobody));
    check(&tenant, &Command::DeleteUser(nobody), unknown(nobody));
    check(&tenant, &seat("niemand", true), unknown(nobody));
    let missing = InvariantError::UnknownGroup(group_id("weg").0);
    check(
        &tenant,
        &Command::DeleteGroup(group_id("weg")),
        Err(Impossible::Invariant(missing)),
    );
    let rename = Command::RenameUser {
        user: nobody,
        upn: UserPrincipalName::parse("n@contoso.nl").expect("a name"),
    };
    check(&tenant, &rename, unknown(nobody));
    // A group that may not hold roles holds none, and one with a time outside the calendar never.
    let held = given_to_group("club", REPORTS_READER);
    let plain = InvariantError::GroupNotRoleAssignable("club".into());
    check(
        &tenant,
        &Command::AssignRole(held),
        Err(Impossible::Invariant(plain)),
    );
    let never = Timestamp(i64::MAX);
    let outside = Impossible::Invariant(InvariantError::OutsideCalendar(never));
    let late = Command::AssignRole(given("piet", REPORTS_READER).until(never));
    check(&tenant, &late, Err(outside));
}

#[test]
fn the_history_tells_of_a_deletion_all_that_went() {
    let tenant = fixture()
        .user("kim")
        .licensed()
        .holds(REPORTS_READER)
        .group("desk", &["kim"]);
    let mut now = tenant.build();
    run(&mut now, &Command::DeleteUser(id("kim"))).expect("deleted");
    let entry = now.audit().last().expect("an entry");
    let expected = [
        AuditItem::Account {
            event: mandate::domain::audit::AccountEvent::Deleted,
            user: id("kim"),
            upn: "kim@contoso.nl".into(),
        },
        AuditItem::LicenceRemoved(id("kim"), everything()),
        AuditItem::MemberRemoved(MemberSet::Members(group_id("desk")), id("kim")),
        AuditItem::RoleRevoked(given("kim", REPORTS_READER)),
    ];
    assert_eq!(entry.items, expected);
    assert!(entry.hash.is_some());
}

#[test]
fn a_ticket_is_kept_and_an_empty_one_is_none() {
    let mut tenant = fixture().build();
    for (ticket, kept) in [("INC-7", Some("INC-7")), ("  ", None)] {
        let assent = Assent {
            ticket: Some(ticket.into()),
            ..Assent::default()
        };
        let command = Command::ResetPassword(id("piet"));
        apply(&context(), &mut tenant, id("anna"), &command, &assent).expect("allowed");
        let entry = tenant.audit().last().expect("an entry");
        assert_eq!(entry.ticket.as_deref(), kept);
        let back = Command::WithdrawPasswordReset(id("piet"));
        run(&mut tenant, &back).expect("allowed");
    }
}
