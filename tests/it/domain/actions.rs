//! Resource actions taken apart, and sets of them.

use std::collections::BTreeSet;

use mandate::domain::resource_action::{ActionId, ActionSet, ResourceAction, ResourceActionError};
use proptest::prelude::*;

#[test]
fn the_parts_of_an_action() {
    let table = [
        ("microsoft.directory/users/create", "users", "", "create"),
        (
            "microsoft.directory/users/password/update",
            "users",
            "password",
            "update",
        ),
        (
            "microsoft.directory/groups.security/members/update",
            "groups.security",
            "members",
            "update",
        ),
        (
            "microsoft.office365.exchange/allEntities/basic/allTasks",
            "allEntities",
            "basic",
            "allTasks",
        ),
        (
            "microsoft.teams/policies/externalAccessPolicy/sub/allTasks",
            "policies",
            "externalAccessPolicy/sub",
            "allTasks",
        ),
        ("a/b/c/d/e/f/g", "b", "c/d/e/f", "g"),
    ];
    for (text, entity, set, verb) in table {
        let action = ResourceAction::parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(action.as_str(), text);
        assert_eq!(
            action.namespace(),
            text.split('/').next().expect("a namespace")
        );
        assert_eq!(
            (action.entity(), action.property_set(), action.verb()),
            (entity, set, verb)
        );
    }
}

#[test]
fn what_is_no_action() {
    for text in ["", "a", "a/b", "a/b/c/d/e/f/g/h"] {
        assert!(
            matches!(
                ResourceAction::parse(text),
                Err(ResourceActionError::Parts(_))
            ),
            "{text}"
        );
    }
    for text in [
        "//", "a//c", "a/b/", "/b/c", "a b/c/d", "a/b/c*", "a/é/c", " a/b/c", "a/b/c\n",
    ] {
        let error = ResourceAction::parse(text);
        assert!(
            matches!(error, Err(ResourceActionError::Character(_))),
            "{text}"
        );
    }
}

#[test]
fn a_set_ignores_what_it_can_not_hold() {
    let mut set = ActionSet::default();
    set.insert(ActionId(u16::try_from(ActionSet::CAPACITY).expect("small")));
    set.insert(ActionId(u16::MAX));
    assert!(set.is_empty() && !set.contains(ActionId(u16::MAX)));
    set.insert(ActionId(
        u16::try_from(ActionSet::CAPACITY - 1).expect("small"),
    ));
    assert_eq!(set.len(), 1);
}

fn ids() -> impl Strategy<Value = BTreeSet<u16>> {
    proptest::collection::btree_set(0..1024_u16, 0..40)
}

fn set(ids: &BTreeSet<u16>) -> ActionSet {
    let mut set = ActionSet::default();
    for id in ids {
        set.insert(ActionId(*id));
    }
    set
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The bitset is a set.
    #[test]
    fn a_set_is_a_set(left in ids(), right in ids(), probe in 0..1024_u16) {
        let (a, b) = (set(&left), set(&right));
        prop_assert_eq!(a.len(), left.len());
        prop_assert_eq!(a.is_empty(), left.is_empty());
        prop_assert_eq!(a.contains(ActionId(probe)), left.contains(&probe));
        prop_assert!(a.iter().map(|id| id.0).eq(left.iter().copied()));
        let rest = a.minus(&b);
        prop_assert!(rest.iter().map(|id| id.0).eq(left.difference(&right).copied()));
        let mut both = a;
        both.union_with(&b);
        prop_assert!(both.iter().map(|id| id.0).eq(left.union(&right).copied()));
    }
}
