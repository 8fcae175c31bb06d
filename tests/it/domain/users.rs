//! The table of people: look-ups, chunks, and what a snapshot keeps.

use std::sync::Arc;

use mandate::domain::apply::{Assent, apply};
use mandate::domain::user_table::Row;

use crate::policy::rename;
use crate::support::{Fixture, context, empty, fixture, id, person};

/// More people than two chunks hold; the first is Global Administrator.
fn crowd() -> Fixture {
    let mut crowd = empty().user("u0").holds(crate::support::GLOBAL);
    for number in 1..2100 {
        crowd = crowd.user(&format!("u{number}"));
    }
    crowd
}

#[test]
fn everybody_is_found_by_id_name_and_row() {
    let tenant = crowd().build();
    let users = tenant.users();
    assert_eq!((users.len(), users.is_empty()), (2100, false));
    for (number, user) in users.iter().enumerate() {
        let row = Row(u32::try_from(number).expect("small"));
        assert_eq!(users.row(user.id), Some(row));
        assert_eq!(users.get(row), Some(user));
        assert_eq!(users.by_upn(&user.upn.as_str().to_uppercase()), Some(user));
        assert_eq!(tenant.user(user.id), Some(user));
    }
    assert_eq!(users.get(Row(2100)), None);
    assert_eq!(users.get(Row(u32::MAX)), None);
    assert_eq!(users.row(id("stranger")), None);
    for unknown in [
        "",
        "u1",
        "u1@contoso.n",
        "u1@contoso.nl ",
        &"x".repeat(5000),
        "ü@contoso.nl",
    ] {
        assert_eq!(users.by_upn(unknown), None, "{unknown}");
    }
}

#[test]
fn an_id_and_a_name_occur_once() {
    let same_id = fixture().user("kim").but(|kim| kim.id = id("anna"));
    let same_name = fixture()
        .user("kim")
        .but(|kim| kim.upn = person("ANNA").upn);
    for twice in [same_id, same_name] {
        let error = twice.try_build().expect_err("twice").to_string();
        assert!(error.contains("twice"), "{error}");
    }
    let nameless = fixture()
        .user("kim")
        .but(|kim| kim.profile.display_name = "  ".into());
    assert!(nameless.try_build().is_err());
}

/// An edit under a snapshot copies one chunk; the snapshot keeps what it saw.
#[test]
fn a_snapshot_shares_all_but_what_changes() {
    let mut tenant = crowd().build();
    let before = tenant.snapshot();
    let edit = rename("u1500", "Somebody Else");
    apply(&context(), &mut tenant, id("u0"), &edit, &Assent::default()).expect("may");
    let after = tenant.snapshot();
    let shared = before
        .users
        .iter()
        .zip(&after.users)
        .map(|(old, new)| Arc::ptr_eq(old, new));
    assert!(shared.eq([true, false, true]));
    let name = |snapshot: &mandate::domain::tenant::TenantSnapshot| {
        let users = snapshot
            .users
            .iter()
            .flat_map(|chunk| chunk.iter().flatten());
        let user = users.into_iter().find(|user| user.id == id("u1500"));
        user.expect("there").profile.display_name.clone()
    };
    assert_eq!(
        (&*name(&before), &*name(&after)),
        ("u1500", "Somebody Else")
    );
    assert_eq!(
        (before.revision + 1, before.audit.len() + 1),
        (after.revision, after.audit.len())
    );
    assert_eq!(
        tenant
            .users()
            .by_upn("u1500@contoso.nl")
            .map(|user| user.id),
        Some(id("u1500"))
    );
}

/// A clone is a tenant of its own.
#[test]
fn a_clone_goes_its_own_way() {
    let mut tenant = crowd().build();
    let clone = tenant.clone();
    let edit = rename("u7", "Somebody Else");
    apply(&context(), &mut tenant, id("u0"), &edit, &Assent::default()).expect("may");
    assert!(!tenant.same_state(&clone));
    assert_eq!(
        &*clone.user(id("u7")).expect("there").profile.display_name,
        "u7"
    );
    assert_eq!(
        clone.users().by_upn("U7@contoso.nl").map(|user| user.id),
        Some(id("u7"))
    );
}
