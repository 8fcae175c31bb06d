//! Comparing two tenants: each thing that can differ, told once, and what is the same.

mod people;

use mandate::domain::apply::{Assent, apply};
use mandate::domain::audit::{AuditItem, Thing, ThingField, UserField};
use mandate::domain::command::Command;
use mandate::domain::diff::{Diff, Difference, HistoryDiff, Presence, Section, Way};
use mandate::domain::group::MemberSet;
use mandate::domain::organization::{Customer, Partner};
use mandate::domain::tenant::Tenant;
use mandate::domain::upn::DomainName;
use mandate::sample::generate;

use crate::policy::{assign, block, rename, reset};
use crate::support::{
    EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, TOMORROW, context, everything, fixture,
    given, given_to_group, group_id, id, unit_id,
};

fn item(item: AuditItem) -> Difference {
    Difference::Item(item)
}

fn text(user: &str, field: UserField, from: Option<&str>, to: Option<&str>) -> Difference {
    item(AuditItem::FieldChanged {
        user: id(user),
        field,
        from: from.map(Into::into),
        to: to.map(Into::into),
    })
}

fn changed(thing: Thing, field: ThingField, from: Option<&str>, to: Option<&str>) -> Difference {
    item(AuditItem::Changed {
        thing,
        field,
        from: from.map(Into::into),
        to: to.map(Into::into),
    })
}

fn presence(user: &str, from: Presence, to: Presence) -> Difference {
    Difference::Presence {
        user: id(user),
        from,
        to,
    }
}

/// Expects these differences and no others, in this order.
#[track_caller]
fn check(before: &Tenant, after: &Tenant, expected: &[Difference]) {
    let diff = Diff::between(before, after);
    assert_eq!(diff.differences, expected);
    assert_eq!(diff.is_empty(), expected.is_empty());
}

#[track_caller]
fn check_built(before: &Fixture, after: &Fixture, expected: &[Difference]) {
    check(&before.build(), &after.build(), expected);
}

/// What Anna does to a tenant; a reason goes with it.
fn by_anna(tenant: &Tenant, commands: &[Command]) -> Tenant {
    let mut after = tenant.clone();
    for command in commands {
        apply(
            &context(),
            &mut after,
            id("anna"),
            command,
            &Assent::because("it is needed"),
        )
        .expect("she may");
    }
    after
}

#[test]
fn a_tenant_is_the_same_as_itself_and_as_its_equal() {
    let told = fixture().group("desk", &["piet"]).unit("noord", &["piet"]);
    check_built(&told, &told, &[]);
    let tenant = told.build();
    let diff = Diff::between(&tenant, &tenant.clone());
    assert!(diff.is_same() && diff.count() == 0, "{diff:?}");
    // The same people in another order are the same people.
    let swapped = crate::support::empty()
        .user("piet")
        .user("anna")
        .holds(GLOBAL);
    check_built(&fixture(), &swapped, &[]);
}

#[test]
fn roles_are_assigned_revoked_and_timed() {
    let before = fixture().with(given("piet", HELPDESK)).unit("noord", &[]);
    let timed = given("piet", HELPDESK).until(TOMORROW);
    check_built(
        &before,
        &fixture().with(timed).unit("noord", &[]),
        &[Difference::Times {
            from: given("piet", HELPDESK),
            to: timed,
        }],
    );
    let within = given("piet", HELPDESK).within("noord");
    check_built(
        &before,
        &fixture().with(within).unit("noord", &[]),
        &[
            item(AuditItem::RoleRevoked(given("piet", HELPDESK))),
            item(AuditItem::RoleAssigned(within)),
        ],
    );
    let group = fixture().group("desk", &[]);
    check_built(
        &group,
        &group.clone().holds(EXCHANGE),
        &[item(AuditItem::RoleAssigned(given_to_group(
            "desk", EXCHANGE,
        )))],
    );
}

#[test]
fn groups_tell_how_many_and_who() {
    let desk = Thing::Group(group_id("desk"));
    let members = MemberSet::Members(group_id("desk"));
    let owners = MemberSet::Owners(group_id("desk"));
    let before = fixture().group("desk", &["piet"]).owned_by(&["anna"]);
    check_built(
        &before,
        &fixture().group("desk", &["anna"]).owned_by(&[]).ordinary(),
        &[
            changed(desk.clone(), ThingField::RoleAssignable, Some("true"), None),
            item(AuditItem::MemberRemoved(members, id("piet"))),
            item(AuditItem::MemberAdded(members, id("anna"))),
            Difference::MemberCount {
                set: owners,
                from: 1,
                to: 0,
            },
            item(AuditItem::MemberRemoved(owners, id("anna"))),
        ],
    );
    check_built(
        &fixture(),
        &before,
        &[
            item(AuditItem::Added {
                thing: desk.clone(),
                name: "desk".into(),
            }),
            changed(desk, ThingField::RoleAssignable, None, Some("true")),
            Difference::MemberCount {
                set: members,
                from: 0,
                to: 1,
            },
            item(AuditItem::MemberAdded(members, id("piet"))),
            Difference::MemberCount {
                set: owners,
                from: 0,
                to: 1,
            },
            item(AuditItem::MemberAdded(owners, id("anna"))),
        ],
    );
}

#[test]
fn the_organisation_is_compared() {
    let before = fixture().build();
    let mut organization = before.organization().clone();
    organization.name = "Fabrikam".into();
    organization.deleted_user_days = 14;
    organization.partners = vec![Partner {
        name: "Reseller".into(),
        administers: true,
    }];
    organization.certified_partner = true;
    organization.customers = vec![Customer {
        name: "Tailspin".into(),
        domain: DomainName::parse("tailspin.example").expect("a domain"),
    }];
    let mut domains = before.domains().to_vec();
    domains[2].verified = true;
    let mut sold = before.subscriptions().to_vec();
    sold[0].seats = 101;
    let set = Command::SetRoleSet {
        name: "Mail".into(),
        roles: Some([EXCHANGE].into()),
    };
    let after = by_anna(
        &before,
        &[
            Command::EditOrganization(Box::new(organization)),
            Command::SetDomains(domains),
            Command::SetSubscriptions(sold),
            set,
        ],
    );
    let of_it =
        |field, from: Option<&str>, to: Option<&str>| changed(Thing::Organization, field, from, to);
    let partner = Thing::Partner("Reseller".into());
    let customer = Thing::Customer("Tailspin".into());
    let mail = Thing::RoleSet("Mail".into());
    check(
        &before,
        &after,
        &[
            item(AuditItem::Added {
                thing: mail.clone(),
                name: "Mail".into(),
            }),
            changed(mail, ThingField::Roles, None, Some(&EXCHANGE.to_string())),
            of_it(ThingField::Name, Some("Contoso"), Some("Fabrikam")),
            of_it(ThingField::CertifiedPartner, None, Some("true")),
            of_it(ThingField::DeletedUserDays, Some("30"), Some("14")),
            item(AuditItem::Added {
                thing: partner.clone(),
                name: "Reseller".into(),
            }),
            changed(partner, ThingField::Administers, None, Some("true")),
            item(AuditItem::Added {
                thing: customer.clone(),
                name: "Tailspin".into(),
            }),
            changed(customer, ThingField::Domain, None, Some("tailspin.example")),
            changed(
                Thing::Domain("contoso-nieuw.nl".into()),
                ThingField::Verified,
                None,
                Some("true"),
            ),
            changed(
                Thing::Subscription(everything()),
                ThingField::Seats,
                Some("100"),
                Some("101"),
            ),
        ],
    );
}

#[test]
fn histories_are_the_same_go_on_or_part() {
    let first = by_anna(&fixture().build(), &[assign("piet", EXCHANGE)]);
    let longer = by_anna(&first, &[block("piet"), reset("piet")]);
    let other = by_anna(&first, &[reset("piet")]);
    let history = |before: &Tenant, after: &Tenant| Diff::between(before, after).history;
    assert_eq!(history(&first, &first.clone()), HistoryDiff::Same);
    assert_eq!(history(&first, &longer), HistoryDiff::Longer(2));
    assert_eq!(history(&longer, &first), HistoryDiff::Shorter(2));
    assert_eq!(history(&longer, &other), HistoryDiff::Diverged(2));
    assert_eq!(history(&other, &longer), HistoryDiff::Diverged(2));
    // The same state by another way is not the same.
    let back = by_anna(&first, &[rename("piet", "Piet"), rename("piet", "piet")]);
    let diff = Diff::between(&first, &back);
    assert!(diff.is_empty() && !diff.is_same());
    assert_eq!(diff.count(), 1);
}

#[test]
fn differences_know_their_section_and_their_way() {
    for (difference, section, way) in [
        (
            presence("kim", Presence::Absent, Presence::Active),
            Section::People,
            Way::Came,
        ),
        (
            presence("kim", Presence::Absent, Presence::Deleted),
            Section::People,
            Way::Came,
        ),
        (
            presence("kim", Presence::Active, Presence::Deleted),
            Section::People,
            Way::Went,
        ),
        (
            presence("kim", Presence::Deleted, Presence::Active),
            Section::People,
            Way::Came,
        ),
        (
            item(AuditItem::RoleRevoked(given("kim", EXCHANGE))),
            Section::Roles,
            Way::Went,
        ),
        (
            item(AuditItem::MemberAdded(
                MemberSet::Unit(unit_id("noord")),
                id("kim"),
            )),
            Section::Groups,
            Way::Came,
        ),
        (
            changed(Thing::RoleSet("a".into()), ThingField::Roles, None, None),
            Section::Roles,
            Way::Changed,
        ),
        (
            changed(Thing::Domain("a".into()), ThingField::Default, None, None),
            Section::Organization,
            Way::Changed,
        ),
        (
            item(AuditItem::SignInBlocked(id("kim"))),
            Section::People,
            Way::Changed,
        ),
    ] {
        assert_eq!(difference.section(), section, "{difference:?}");
        assert_eq!(difference.way(), way, "{difference:?}");
    }
}

/// Two readings of one large tenant share nothing, and one change among many is found.
#[test]
fn one_change_among_many_is_found() {
    let (one, other) = (generate(5_000, 7), generate(5_000, 7));
    let (one, other) = (one.expect("drawn"), other.expect("drawn"));
    let diff = Diff::between(&one, &other);
    assert!(diff.is_same(), "{:?}", diff.differences.first());
    let last = other.users().iter().last().expect("people").id;
    let actor = other.lasting_global_administrators().next().expect("one");
    let mut after = other.clone();
    apply(
        &context(),
        &mut after,
        actor,
        &Command::ResetPassword(last),
        &Assent::default(),
    )
    .expect("may");
    for before in [&one, &other] {
        let diff = Diff::between(before, &after);
        assert_eq!(
            diff.differences,
            [item(AuditItem::PasswordReset(last))],
            "shared or not"
        );
        assert_eq!(diff.history, HistoryDiff::Longer(1));
    }
    assert_eq!(after.audit().last().map(|entry| entry.at), Some(NOW));
}
