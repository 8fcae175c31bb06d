//! An index that follows changes is the one that would be built anew.

use std::sync::Arc;

use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::role::{DirectoryScope, Principal, RoleAssignment};
use mandate::domain::tenant::Tenant;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{Profile, SignIn};
use mandate::sample;
use mandate::session::Session;
use mandate::ui::user_index::{Kind, Query, Sort, UserIndex};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{COLUMNS, by_text, index, names, slow_search, user};
use crate::support::{HELPDESK, NOW, REPORTS_READER, TOMORROW, contact, fixture, named, roles};

/// Everything an index can be asked must be answered alike.
fn assert_same(tenant: &Tenant, followed: &UserIndex, rebuilt: &UserIndex) {
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

fn change(tenant: &Tenant, kind: u8, row: u32, text: &str) -> Command {
    let user = user(tenant, row).id;
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
        _ => Command::EditProfile {
            user,
            profile: named("A"),
        },
    }
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
            (0_u8..8, any::<Index>(), select(vec!["", "and longer name", "Ö"])),
            1..12,
        ),
        steps in 1_usize..4,
    ) {
        let mut session = Session::unsaved(
            sample::generate(120, 1).expect("a sample"),
            Arc::clone(roles()),
            || NOW,
        );
        let chief = session.tenant().lasting_global_administrators().next();
        session.sign_in(chief.expect("a global administrator")).expect("may sign in");
        let mut followed = index(session.tenant());
        for changes in changes.chunks(steps) {
            for (kind, who, text) in changes {
                let row = u32::try_from(who.index(120)).expect("a small number");
                let command = change(session.tenant(), *kind, row, text);
                let _ = session.execute(&command, &Assent::because("a test"));
            }
            let touched = session.take_touched();
            followed.update(session.tenant(), roles(), NOW, &touched);
        }
        assert_same(session.tenant(), &followed, &index(session.tenant()));
        while session.undo().is_ok() {}
        let touched = session.take_touched();
        followed.update(session.tenant(), roles(), NOW, &touched);
        assert_same(session.tenant(), &followed, &index(session.tenant()));
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
