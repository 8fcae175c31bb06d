//! An index that follows changes is the one that would be built anew.

use std::sync::Arc;

use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::role::{DirectoryScope, Principal, RoleAssignment};
use mandate::domain::tenant::Tenant;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{Profile, SignIn, User, UserId};
use mandate::domain::user_table::Row;
use mandate::sample;
use mandate::session::Session;
use mandate::ui::user_index::{Filters, Kind, Query, Sort, UserIndex};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use uuid::Uuid;

use super::{COLUMNS, by_text, index, names, slow_search};
use crate::support::{
    EXCHANGE, HELPDESK, NOW, REPORTS_READER, TOMORROW, contact, fixture, id, named, roles,
};

/// Everything an index can be asked must be answered alike.
fn assert_same(tenant: &Tenant, followed: &UserIndex, rebuilt: &UserIndex) {
    assert_eq!(followed.len(), tenant.users().len());
    assert_eq!(followed.rows(), tenant.users().rows());
    assert_eq!(followed.is_empty(), rebuilt.is_empty());
    for row in 0..u32::try_from(followed.rows()).expect("few people") {
        let there = tenant.users().get(Row(row)).is_some();
        assert_eq!(followed.is_there(row), there, "row {row}");
        assert_eq!(rebuilt.is_there(row), there, "row {row}");
    }
    let filtered = |filters: Filters| {
        let query = Query {
            filters,
            ..Query::default()
        };
        assert_eq!(followed.query(&query), rebuilt.query(&query), "{query:?}");
        followed.query(&query).len()
    };
    for sold in tenant.subscriptions() {
        let holders = filtered(Filters {
            licence: Some(sold.id),
            ..Filters::default()
        });
        assert_eq!(followed.licence_count(sold.id), holders);
        assert_eq!(rebuilt.licence_count(sold.id), holders);
        assert_eq!(tenant.seats_used(sold.id) as usize, holders);
    }
    for (domain, count) in rebuilt.domains() {
        let on_it = filtered(Filters {
            domain: Some(domain.into()),
            ..Filters::default()
        });
        assert_eq!(on_it, count, "{domain}");
    }
    assert_eq!(followed.find("", 9), rebuilt.find("", 9));
    for kind in Kind::ALL {
        assert_eq!(followed.count(kind), rebuilt.count(kind), "{kind:?}");
        let mut query = Query::default();
        query.filters.kinds.set(kind, true);
        assert_eq!(followed.query(&query), rebuilt.query(&query), "{kind:?}");
    }
    assert!(followed.roles().eq(rebuilt.roles()));
    assert!(followed.domains().eq(rebuilt.domains()));
    for (role, _) in rebuilt.roles() {
        let mut query = Query::default();
        query.filters.role = Some(role);
        assert_eq!(followed.query(&query), rebuilt.query(&query));
    }
    for text in ["", "a", "an", "renamed", "longer name", "zorg"] {
        for column in COLUMNS {
            for ascending in [true, false] {
                let query = Query {
                    sort: Sort { column, ascending },
                    ..by_text(text)
                };
                assert_eq!(
                    names(tenant, followed, &query),
                    names(tenant, rebuilt, &query),
                    "{query:?}"
                );
            }
        }
    }
}

/// A change of one of sixteen kinds, about someone who is there or, where it takes one, someone
/// who was deleted.
fn change(tenant: &Tenant, kind: u8, who: Index, text: &str) -> Command {
    let people: Vec<_> = tenant.users().iter().map(|user| user.id).collect();
    let user = *who.get(&people);
    let deleted: Vec<_> = tenant.deleted_users().keys().copied().collect();
    let deleted = (!deleted.is_empty()).then(|| *who.get(&deleted));
    let mut role = RoleAssignment::permanent(Principal::User(user), REPORTS_READER);
    let shown: Box<str> = format!("renamed {text}").into();
    match kind {
        0 => Command::EditProfile {
            user,
            profile: Profile {
                department: Some("Zorg".into()),
                ..named(&shown)
            },
        },
        1 => Command::EditContact {
            user,
            contact: contact(None, Some("+31612345678")),
        },
        2 => Command::SetSignIn {
            user,
            sign_in: SignIn::Blocked,
        },
        3 => Command::ResetPassword(user),
        4 => Command::AssignRole(role),
        5 => Command::RevokeRole(role),
        6 => {
            role.end = Some(TOMORROW);
            role.scope = DirectoryScope::Tenant;
            Command::AssignRole(role)
        }
        7 => Command::EditProfile {
            user,
            profile: named("A"),
        },
        8 => Command::RenameUser {
            user,
            upn: on_a_domain(tenant, who, &format!("renamed{}", people.len())),
        },
        9 => Command::SetLicences {
            user,
            licences: (tenant.subscriptions().iter().take(1).map(|sold| sold.id)).collect(),
        },
        10 | 11 => {
            let number = tenant.users().rows();
            let id = UserId(Uuid::from_u128(number as u128));
            let upn = on_a_domain(tenant, who, &format!("added{number}"));
            Command::AddUser(Box::new(User::new(id, upn, shown)))
        }
        12 | 13 => Command::DeleteUser(user),
        14 => Command::RestoreUser(deleted.unwrap_or(user)),
        _ => Command::PurgeUser(deleted.unwrap_or(user)),
    }
}

fn on_a_domain(tenant: &Tenant, who: Index, local: &str) -> UserPrincipalName {
    let verified = tenant.domains().iter().filter(|domain| domain.verified);
    let names: Vec<_> = verified.map(|domain| domain.name.as_str()).collect();
    let upn = format!("{local}@{}", who.get(&names));
    UserPrincipalName::parse(&upn).expect("a name")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_search_is_the_slow_search(
        seed in 0_u64..4,
        typed in "[a-z@. éÖ]{0,6}",
        asked in prop::collection::vec(0_usize..7, 0..4),
    ) {
        let tenant = sample::generate(300, seed).expect("a sample");
        let index = index(&tenant);
        // Letter by letter, as a person types: each answer narrows the one before.
        let mut text = String::new();
        for letter in typed.chars() {
            text.push(letter);
            prop_assert_eq!(&*index.query(&by_text(&text)), slow_search(&tenant, &text));
        }
        // And back, to texts that the latest answer says nothing about.
        for keep in asked {
            let text: String = typed.chars().take(keep).collect();
            prop_assert_eq!(&*index.query(&by_text(&text)), slow_search(&tenant, &text));
        }
    }

    #[test]
    fn following_changes_is_building_anew(
        changes in prop::collection::vec(
            (0_u8..16, any::<Index>(), select(vec!["", "and longer name", "Ö"])),
            1..24,
        ),
        steps in 1_usize..4,
        later in 0_usize..6,
    ) {
        let mut session = Session::unsaved(
            sample::generate(120, 1).expect("a sample"),
            Arc::clone(roles()),
            || NOW,
        );
        let chief = session.tenant().lasting_global_administrators().next();
        session.sign_in(chief.expect("a global administrator")).expect("may sign in");
        let mut followed = index(session.tenant());
        // Another that begins when rows may be empty already.
        let mut late = None;
        for (number, changes) in changes.chunks(steps).enumerate() {
            for (kind, who, text) in changes {
                let command = change(session.tenant(), *kind, *who, text);
                let _ = session.execute(&command, &Assent::because("a test"));
            }
            let touched = session.take_touched();
            followed.update(session.tenant(), roles(), NOW, &touched);
            if let Some(late) = &mut late {
                UserIndex::update(late, session.tenant(), roles(), NOW, &touched);
            } else if number == later {
                late = Some(index(session.tenant()));
            }
        }
        let fresh = index(session.tenant());
        assert_same(session.tenant(), &followed, &fresh);
        while session.undo().is_ok() {}
        let touched = session.take_touched();
        let fresh = index(session.tenant());
        for mut index in late.into_iter().chain([followed]) {
            index.update(session.tenant(), roles(), NOW, &touched);
            assert_same(session.tenant(), &index, &fresh);
        }
    }
}

#[test]
fn people_who_are_new_are_found() {
    let before = fixture();
    let after = before.clone().user("zeno").holds(HELPDESK).but(|user| {
        user.upn = UserPrincipalName::parse("zeno@contoso.onmicrosoft.com").expect("a name");
    });
    let (before, after) = (before.build(), after.build());
    let mut followed = index(&before);
    followed.update(&after, roles(), NOW, &[]);
    assert_same(&after, &followed, &index(&after));
    assert_eq!(names(&after, &followed, &by_text("zen")), ["zeno"]);
}

/// Runs a Command as Anna and brings the index up to date.
fn run(session: &mut Session, index: &mut UserIndex, command: &Command) {
    let assent = Assent::because("a test");
    session
        .execute(command, &assent)
        .expect("an allowed change");
    let touched = session.take_touched();
    index.update(session.tenant(), roles(), NOW, &touched);
}

#[test]
fn who_leaves_is_in_no_answer_and_has_the_row_again_on_coming_back() {
    let tenant = fixture()
        .user("eva")
        .guest()
        .holds(EXCHANGE)
        .user("jan")
        .build();
    let mut followed = index(&tenant);
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("may sign in");
    let guests = |index: &UserIndex| index.count(Kind::Guest);
    let holders = |index: &UserIndex| index.roles().filter(|it| it.0 == EXCHANGE).count();
    assert_eq!(
        (followed.len(), guests(&followed), holders(&followed)),
        (4, 1, 1)
    );

    run(&mut session, &mut followed, &Command::DeleteUser(id("eva")));
    assert_eq!((followed.len(), followed.rows()), (3, 4));
    assert_eq!((guests(&followed), holders(&followed)), (0, 0));
    assert_eq!(followed.domains().collect::<Vec<_>>(), [("contoso.nl", 3)]);
    for column in COLUMNS {
        let query = Query {
            sort: Sort {
                column,
                ascending: true,
            },
            ..Query::default()
        };
        let shown = names(session.tenant(), &followed, &query);
        assert_eq!(shown.len(), 3, "{column:?}");
        assert!(!shown.contains(&"eva".to_owned()), "{column:?}");
    }
    assert!(followed.query(&by_text("eva")).is_empty());
    assert_eq!(followed.find("eva", 9), []);

    run(
        &mut session,
        &mut followed,
        &Command::RestoreUser(id("eva")),
    );
    assert_eq!(followed.find("eva", 9), [Row(2)]);
    assert_eq!(
        (followed.len(), guests(&followed), holders(&followed)),
        (4, 1, 1)
    );
}

#[test]
fn a_new_name_moves_someone_to_another_domain() {
    let tenant = fixture().build();
    let mut followed = index(&tenant);
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("may sign in");
    assert_eq!(followed.domains().collect::<Vec<_>>(), [("contoso.nl", 2)]);
    let upn = UserPrincipalName::parse("pete@Contoso.onmicrosoft.com").expect("a name");
    let rename = Command::RenameUser {
        user: id("piet"),
        upn,
    };
    run(&mut session, &mut followed, &rename);
    assert_eq!(
        followed.domains().collect::<Vec<_>>(),
        [("contoso.nl", 1), ("contoso.onmicrosoft.com", 1)]
    );
    assert_eq!(followed.find("pete", 9), [Row(1)]);
    assert_eq!(followed.find("piet@", 9), []);
}
