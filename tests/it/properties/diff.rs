//! Comparing: nothing is found in two that are the same, something in two that are not, and the
//! other way round it is the same, turned.

use mandate::domain::apply::apply;
use mandate::domain::audit::AuditItem;
use mandate::domain::diff::{Diff, Difference, HistoryDiff};
use proptest::prelude::*;

use super::draw::{random, steps};
use super::{assent, config};
use crate::support::{context, id};

/// What a difference is seen from the other side.
fn turned(difference: &Difference) -> Difference {
    match difference.clone() {
        Difference::Item(item) => Difference::Item(turned_item(item)),
        Difference::Presence { user, from, to } => Difference::Presence {
            user,
            from: to,
            to: from,
        },
        Difference::Kind { user, guest } => Difference::Kind {
            user,
            guest: !guest,
        },
        Difference::Source { user, synchronised } => Difference::Source {
            user,
            synchronised: !synchronised,
        },
        Difference::LastSignIn { user, from, to } => Difference::LastSignIn {
            user,
            from: to,
            to: from,
        },
        Difference::Times { from, to } => Difference::Times { from: to, to: from },
        Difference::MemberCount { set, from, to } => Difference::MemberCount {
            set,
            from: to,
            to: from,
        },
        Difference::DeletedAt { user, from, to } => Difference::DeletedAt {
            user,
            from: to,
            to: from,
        },
        Difference::KeptRole { held, kept } => Difference::KeptRole { held, kept: !kept },
        Difference::KeptMember { set, user, kept } => Difference::KeptMember {
            set,
            user,
            kept: !kept,
        },
        Difference::InitialDomain { from, to } => Difference::InitialDomain { from: to, to: from },
    }
}

fn turned_item(item: AuditItem) -> AuditItem {
    use AuditItem as A;
    match item {
        A::RoleAssigned(held) => A::RoleRevoked(held),
        A::RoleRevoked(held) => A::RoleAssigned(held),
        A::FieldChanged {
            user,
            field,
            from,
            to,
        } => A::FieldChanged {
            user,
            field,
            from: to,
            to: from,
        },
        A::SignInBlocked(user) => A::SignInAllowed(user),
        A::SignInAllowed(user) => A::SignInBlocked(user),
        A::PasswordReset(user) => A::PasswordResetWithdrawn(user),
        A::PasswordResetWithdrawn(user) => A::PasswordReset(user),
        A::LicenceAssigned(user, sold) => A::LicenceRemoved(user, sold),
        A::LicenceRemoved(user, sold) => A::LicenceAssigned(user, sold),
        A::DelegationChanged { user, from, to } => A::DelegationChanged {
            user,
            from: to,
            to: from,
        },
        A::ProductMailDeclined(user) => A::ProductMailAccepted(user),
        A::ProductMailAccepted(user) => A::ProductMailDeclined(user),
        A::MemberAdded(set, user) => A::MemberRemoved(set, user),
        A::MemberRemoved(set, user) => A::MemberAdded(set, user),
        A::Added { thing, name } => A::Removed { thing, name },
        A::Removed { thing, name } => A::Added { thing, name },
        A::Changed {
            thing,
            field,
            from,
            to,
        } => A::Changed {
            thing,
            field,
            from: to,
            to: from,
        },
        A::TenantFounded(_) | A::Account { .. } => panic!("no comparison says {item:?}"),
    }
}

fn sorted(differences: impl IntoIterator<Item = Difference>) -> Vec<Difference> {
    let mut sorted: Vec<_> = differences.into_iter().collect();
    sorted.sort();
    sorted
}

proptest! {
    #![proptest_config(config(400))]

    /// What Commands did is found, and nothing where they did nothing that lasts.
    #[test]
    fn a_difference_is_found_where_there_is_one(start in random(), steps in steps(12)) {
        let before = start.build();
        prop_assert!(Diff::between(&before, &before.clone()).is_same());
        let mut after = before.clone();
        for step in &steps {
            let _ = apply(&context(), &mut after, id(step.actor), &step.command, &assent(step));
        }
        let diff = Diff::between(&before, &after);
        prop_assert_eq!(diff.is_empty(), before.same_state(&after), "{:?}", diff.differences);
        let more = after.audit().len() - before.audit().len();
        let expected = match u32::try_from(more).expect("few") {
            0 => HistoryDiff::Same,
            more => HistoryDiff::Longer(more),
        };
        prop_assert_eq!(diff.history, expected);
        let back = Diff::between(&after, &before);
        prop_assert_eq!(
            sorted(back.differences),
            sorted(diff.differences.iter().map(turned))
        );
    }

    /// Two tenants that were drawn apart share nothing in memory.
    #[test]
    fn tenants_apart_are_compared_alike(one in random(), other in random()) {
        let [one, again, other] = [one.build(), one.build(), other.build()];
        prop_assert!(Diff::between(&one, &again).is_same());
        let diff = Diff::between(&one, &other);
        prop_assert_eq!(diff.is_empty(), one.same_state(&other));
        let says_nothing = |one: &Difference| turned(one) == *one;
        prop_assert!(!diff.differences.iter().any(says_nothing));
        let back = Diff::between(&other, &one);
        prop_assert_eq!(
            sorted(back.differences),
            sorted(diff.differences.iter().map(turned))
        );
    }
}
