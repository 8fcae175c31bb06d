//! The index of people answers as the slow and obvious version does, and follows every change.

mod changes;

use mandate::domain::fold::fold;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::user::{SignIn, User};
use mandate::domain::user_table::Row;
use mandate::sample;
use mandate::ui::user_index::{Column, Filters, Kind, Query, Sort, UserIndex};

use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, TOMORROW, empty, fixture, id,
    role_id, roles,
};

const COLUMNS: [Column; 7] = [
    Column::Name,
    Column::Upn,
    Column::Roles,
    Column::Licences,
    Column::SignIn,
    Column::Contact,
    Column::LastSignIn,
];

fn index(tenant: &Tenant) -> UserIndex {
    UserIndex::build(tenant, roles(), NOW)
}

fn user(tenant: &Tenant, row: u32) -> &User {
    tenant.users().get(Row(row)).expect("a row of the tenant")
}

fn by_text(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

fn names(tenant: &Tenant, index: &UserIndex, query: &Query) -> Vec<String> {
    let rows = index.query(query);
    let name = |row: &u32| user(tenant, *row).profile.display_name.to_string();
    rows.iter().map(name).collect()
}

#[test]
fn a_privileged_role_of_the_tenants_own_counts_from_the_file_on() {
    let tenant = fixture()
        .custom_role("Instroom", &["microsoft.directory/users/create"])
        .user("kees")
        .holds(role_id("Instroom"))
        .build();
    let index = index(&tenant);
    let mut privileged = Query::default();
    privileged.filters.kinds.set(Kind::Privileged, true);
    assert_eq!(names(&tenant, &index, &privileged), ["anna", "kees"]);
}

/// Looks at everybody, one by one.
fn slow_search(tenant: &Tenant, text: &str) -> Vec<u32> {
    let words = fold(text);
    let mut found: Vec<u32> = (0..u32::try_from(tenant.users().rows()).expect("few people"))
        .filter(|row| {
            let Some(user) = tenant.users().get(Row(*row)) else {
                return false;
            };
            let texts = [
                fold(&user.profile.display_name),
                fold(user.upn.as_str()),
                fold(user.profile.department.as_deref().unwrap_or_default()),
            ];
            words
                .split_whitespace()
                .all(|word| texts.iter().any(|text| text.contains(word)))
        })
        .collect();
    found.sort_by_key(|row| {
        let user = user(tenant, *row);
        (fold(&user.profile.display_name), fold(user.upn.as_str()))
    });
    found
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Text(String, String),
    Number(i64),
    Names(Vec<String>),
}

/// What a column sorts by, the obvious way.
fn key(tenant: &Tenant, row: u32, column: Column) -> Key {
    let user = user(tenant, row);
    let (name, upn) = (fold(&user.profile.display_name), fold(user.upn.as_str()));
    match column {
        Column::Name => Key::Text(name, upn),
        Column::Upn => Key::Text(upn, name),
        Column::Roles => {
            let reaching = tenant.reaching(user.id);
            let mut roles: Vec<_> = reaching
                .filter(|(_, held)| !held.is_expired(NOW))
                .map(|(_, held)| held.role)
                .collect();
            roles.sort_unstable();
            roles.dedup();
            Key::Number(i64::try_from(roles.len()).expect("few roles"))
        }
        Column::Licences => Key::Names(
            user.licences
                .iter()
                .map(|id| fold(&tenant.subscription(*id).expect("a subscription").name))
                .collect(),
        ),
        Column::SignIn => Key::Number(i64::from(user.sign_in == SignIn::Blocked)),
        Column::Contact => Key::Number(
            i64::from(user.contact.alternate_email.is_none())
                + i64::from(user.contact.mobile_phone.is_none()),
        ),
        Column::LastSignIn => Key::Number(user.last_sign_in.map_or(i64::MIN, |Timestamp(at)| at)),
    }
}

fn told() -> Tenant {
    let person = |fixture: Fixture, name: &str, shown: &str, department: &str| {
        fixture.user(name).but(|user| {
            user.profile.display_name = shown.into();
            user.profile.department = Some(department.into());
        })
    };
    let tenant = person(empty(), "anna", "Anna de Vries", "Zorg").holds(GLOBAL);
    let tenant = person(tenant, "chloe", "Chloé Visser", "ICT");
    let tenant = person(tenant, "kofi", "Kofi Sørensen", "Coördinatie").blocked();
    let tenant = person(tenant, "ozlem", "ÖZLEM Öztürk", "Financiën").guest();
    person(tenant, "jan", "Jan Visser", "zorg").build()
}

#[test]
fn words_are_found_without_regard_to_case_and_accents() {
    let tenant = told();
    let index = index(&tenant);
    for (text, expected) in [
        ("anna", vec!["Anna de Vries"]),
        ("vries ANNA", vec!["Anna de Vries"]),
        ("  visser ", vec!["Chloé Visser", "Jan Visser"]),
        ("chloe", vec!["Chloé Visser"]),
        ("CHLOÉ", vec!["Chloé Visser"]),
        ("sorensen", vec!["Kofi Sørensen"]),
        ("ozturk", vec!["ÖZLEM Öztürk"]),
        ("coordinatie", vec!["Kofi Sørensen"]),
        ("Zorg", vec!["Anna de Vries", "Jan Visser"]),
        ("jan@contoso", vec!["Jan Visser"]),
        ("visser ict", vec!["Chloé Visser"]),
        ("visser financiën", vec![]),
        ("vriesanna", vec![]),
        ("nobody", vec![]),
        ("anna\nde", vec!["Anna de Vries"]),
    ] {
        assert_eq!(names(&tenant, &index, &by_text(text)), expected, "`{text}`");
    }
    assert_eq!(index.query(&by_text("   ")).len(), 5);
}

#[test]
fn finding_stops_at_the_limit() {
    let tenant = told();
    let index = index(&tenant);
    assert_eq!(index.find("visser", 1), [Row(1)]);
    assert_eq!(index.find("visser", 9), [Row(1), Row(4)]);
    assert_eq!(index.find("", 2).len(), 2);
}

#[test]
fn filters_and_their_counts() {
    let tenant = fixture()
        .user("eligible")
        .holds(EXCHANGE)
        .eligible()
        .user("over")
        .holds(EXCHANGE)
        .until(NOW)
        .user("scoped")
        .holds(GLOBAL)
        .within("unit")
        .group("group", &["piet"])
        .holds(BILLING)
        .user("guest")
        .guest()
        .user("blocked")
        .blocked()
        .synced()
        .user("unreachable")
        .unreachable()
        .but(|user| user.must_change_password = true)
        .unit("unit", &["piet"])
        .build();
    let index = index(&tenant);
    for (kind, expected) in [
        (Kind::Administrator, vec!["anna", "piet", "scoped"]),
        (Kind::GlobalAdministrator, vec!["anna"]),
        (Kind::Privileged, vec!["anna", "scoped"]),
        (Kind::Guest, vec!["guest"]),
        (Kind::Synchronised, vec!["blocked"]),
        (Kind::Blocked, vec!["blocked"]),
        (Kind::MissingContact, vec!["unreachable"]),
        (Kind::Licensed, vec![]),
        (Kind::MustChangePassword, vec!["unreachable"]),
    ] {
        let mut query = Query::default();
        query.filters.kinds.set(kind, true);
        assert_eq!(names(&tenant, &index, &query), expected, "{kind:?}");
        assert_eq!(index.count(kind), expected.len(), "{kind:?}");
        query.filters.kinds.set(kind, false);
        assert!(query.filters.is_empty());
    }
    let holding = |role| Query {
        filters: Filters {
            role: Some(role),
            ..Filters::default()
        },
        ..Query::default()
    };
    assert_eq!(names(&tenant, &index, &holding(EXCHANGE)), ["eligible"]);
    assert_eq!(names(&tenant, &index, &holding(BILLING)), ["piet"]);
    assert!(names(&tenant, &index, &holding(HELPDESK)).is_empty());
    assert_eq!(
        index.roles().collect::<Vec<_>>(),
        [(EXCHANGE, 1), (GLOBAL, 2), (BILLING, 1)]
    );
}

#[test]
fn domains_and_licences() {
    let tenant = sample::generate(400, 7).expect("a sample");
    let index = index(&tenant);
    let mut query = Query::default();
    let domains: Vec<_> = index.domains().collect();
    assert_eq!(domains.iter().map(|(_, count)| count).sum::<usize>(), 400);
    for (domain, count) in domains {
        query.filters.domain = Some(domain.into());
        let rows = index.query(&query);
        assert_eq!(rows.len(), count);
        assert!(rows.iter().all(|row| {
            user(&tenant, *row)
                .upn
                .domain()
                .eq_ignore_ascii_case(domain)
        }));
    }
    query.filters.domain = Some("nowhere.example".into());
    assert!(index.query(&query).is_empty());
    for sold in tenant.subscriptions() {
        query.filters = Filters {
            licence: Some(sold.id),
            ..Filters::default()
        };
        let holders = tenant.users().iter();
        let holders = holders
            .filter(|user| user.licences.contains(&sold.id))
            .count();
        assert_eq!(index.query(&query).len(), holders);
        assert_eq!(index.licence_count(sold.id), holders);
    }
}

#[test]
fn every_order_is_the_obvious_one_and_stable() {
    let tenant = sample::generate(700, 3).expect("a sample");
    let index = index(&tenant);
    for text in ["", "an"] {
        for column in COLUMNS {
            for ascending in [true, false] {
                let sort = Sort { column, ascending };
                let rows = index.query(&Query {
                    sort,
                    ..by_text(text)
                });
                let mut expected = slow_search(&tenant, text);
                // A stable sort: equal ones stay sorted by name, whichever way it goes.
                expected.sort_by(|one, other| {
                    let order = key(&tenant, *one, column).cmp(&key(&tenant, *other, column));
                    if ascending { order } else { order.reverse() }
                });
                assert_eq!(*rows, *expected, "{sort:?} `{text}`");
            }
        }
    }
}

#[test]
fn a_role_that_begins_or_ends_is_noticed() {
    let tenant = fixture()
        .user("later")
        .holds(EXCHANGE)
        .since(TOMORROW)
        .group("group", &["piet"])
        .holds(BILLING)
        .until(TOMORROW)
        .build();
    let mut index = index(&tenant);
    let mut administrators = Query::default();
    administrators.filters.kinds.set(Kind::Administrator, true);
    assert_eq!(names(&tenant, &index, &administrators), ["anna", "piet"]);
    assert!(!index.is_due(NOW));
    assert!(index.is_due(TOMORROW));
    index.update(&tenant, roles(), TOMORROW, &[]);
    assert_eq!(names(&tenant, &index, &administrators), ["anna", "later"]);
    assert_eq!(index.count(Kind::Administrator), 2);
    assert!(!index.is_due(TOMORROW));
}

#[test]
fn stamps_tell_states_apart() {
    let tenant = told();
    let (mut one, other) = (index(&tenant), index(&tenant));
    assert_ne!(one.stamp(), other.stamp());
    let (before, built) = (one.stamp(), one.built());
    one.update(&tenant, roles(), NOW, &[id("anna")]);
    assert_ne!(one.stamp(), before);
    assert_eq!(one.built(), built);
}

#[test]
fn nobody_is_somebody() {
    let tenant = empty().build();
    let index = index(&tenant);
    assert!(index.is_empty());
    for column in COLUMNS {
        for ascending in [true, false] {
            let sort = Sort { column, ascending };
            let query = Query {
                sort,
                ..by_text("a")
            };
            assert!(index.query(&query).is_empty());
        }
    }
    assert!(index.find("", 9).is_empty());
}
