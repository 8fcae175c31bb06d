//! Changes for many: the rehearsal says what happens, one refused one leaves the others alone,
//! and one step takes all of it back.

use std::sync::Arc;

use mandate::domain::apply::{Assent, Verdict, apply, apply_each, rehearse};
use mandate::domain::bulk::{BulkEdit, BulkLicences, BulkRoles};
use mandate::domain::command::Command;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{DelegatedAdministration, SignIn, UserId};
use mandate::session::Session;
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::draw::{actor, command, compliant, random};
use super::{bytes, config, indexes_hold, untouched};
use crate::support::{
    EXCHANGE, GLOBAL, NOW, REPORTS_READER, SERVICE, USERS, context, everything, id, roles,
};

fn edit() -> BoxedStrategy<BulkEdit> {
    let text = || {
        option::of(option::of(
            select(vec!["Een", "Twee"]).prop_map(Box::<str>::from),
        ))
    };
    let place = option::of(option::of(
        select(vec!["NL", "nl"]).prop_map(Box::<str>::from),
    ));
    let sign_in = option::of(select(vec![SignIn::Allowed, SignIn::Blocked]));
    let role = || select(vec![GLOBAL, USERS, EXCHANGE, SERVICE, REPORTS_READER]);
    let chosen = btree_set(role(), 0..3);
    let given = prop_oneof![
        2 => Just(BulkRoles::Leave),
        3 => chosen.prop_map(BulkRoles::Assign),
        1 => Just(BulkRoles::Revoke),
    ];
    let seats = || -> std::collections::BTreeSet<_> { [everything()].into() };
    let licences = prop_oneof![
        Just(BulkLicences::Leave),
        Just(BulkLicences::Add(seats())),
        Just(BulkLicences::Replace([].into())),
        Just(BulkLicences::Remove(seats())),
    ];
    let level = option::of(select(&DelegatedAdministration::ALL[..]));
    (text(), text(), place, sign_in, given, level, licences)
        .prop_map(
            |(department, office, usage_location, sign_in, roles, level, licences)| BulkEdit {
                department,
                office,
                usage_location,
                sign_in,
                roles,
                delegated_administration: level,
                licences,
            },
        )
        .boxed()
}

fn people() -> BoxedStrategy<Vec<UserId>> {
    let names = [
        "root", "gina", "ursula", "hugo", "piet", "kim", "sam", "weg", "stranger",
    ];
    vec(select(names.to_vec()).prop_map(id), 0..8).boxed()
}

proptest! {
    #![proptest_config(config(600))]

    /// The rehearsal leaves no trace, and its verdicts and items are those of the run.
    #[test]
    fn the_rehearsal_says_what_happens(
        start in random(),
        commands in vec(command(), 0..10),
        actor in actor(),
    ) {
        let mut tenant = start.build();
        let before = tenant.clone();
        let one = |_: &Tenant, number: usize| commands[number].clone();
        let count = commands.len();
        let said = rehearse(&context(), &tenant, id(actor), count, &one, &mut |_| true)
            .expect("nobody stops it");
        prop_assert!(untouched(&before, &tenant));
        prop_assert_eq!(bytes(&before), bytes(&tenant));
        indexes_hold(&tenant)?;
        let because = Assent::because("it is needed");
        let done = apply_each(
            &context(), &mut tenant, id(actor), count, &one, &because, &mut |_| true,
        ).expect("nobody stops it");
        prop_assert_eq!(&said.verdicts, &done.verdicts);
        let items = done.applied.entry.and_then(|number| tenant.audit_entry(number));
        prop_assert_eq!(said.items.as_slice(), items.map_or(&[][..], |entry| &entry.items));
        indexes_hold(&tenant)?;
        // One by one through the gate, the refused ones left out, is the same tenant.
        let mut one_by_one = before.clone();
        for (command, verdict) in commands.iter().zip(&done.verdicts) {
            let alone = apply(&context(), &mut one_by_one, id(actor), command, &because);
            match (alone, verdict) {
                (Ok(applied), Verdict::Changed { items, .. }) => {
                    prop_assert!(applied.entry.is_some() && !items.is_empty());
                }
                (Ok(applied), Verdict::Unchanged) => prop_assert_eq!(applied.entry, None),
                (Err(refusal), Verdict::Refused(why)) => prop_assert_eq!(&refusal, &**why),
                (alone, verdict) => prop_assert!(false, "{alone:?} and {verdict:?}"),
            }
        }
        prop_assert!(one_by_one.same_state(&tenant));
    }

    /// Whoever stops a run finds everything as it was.
    #[test]
    fn a_run_that_is_stopped_did_nothing(
        start in random(),
        commands in vec(command(), 1..8),
        stop in 0..8usize,
    ) {
        let mut tenant = start.build();
        let before = tenant.clone();
        let one = |_: &Tenant, number: usize| commands[number].clone();
        let stop = stop % commands.len();
        let because = Assent::because("it is needed");
        let mut go_on = |number| number < stop;
        let count = commands.len();
        let done = apply_each(
            &context(), &mut tenant, id("root"), count, &one, &because, &mut go_on,
        );
        prop_assert!(done.is_none());
        prop_assert!(untouched(&before, &tenant));
        prop_assert_eq!(bytes(&before), bytes(&tenant));
        indexes_hold(&tenant)?;
    }

    /// A bulk edit is one step: one entry, and one undo back to the same bytes.
    #[test]
    fn a_bulk_edit_is_one_step(start in compliant(), edit in edit(), people in people()) {
        let first = start.build();
        let mut session = Session::opened(first.clone(), Arc::clone(roles()), || NOW);
        session.sign_in(id("root")).expect("root is there");
        let one = |tenant: &Tenant, number: usize| edit.command(tenant, people[number]);
        let because = Assent::because("it is needed");
        let many = session
            .execute_each(people.len(), &one, &because, &mut |_| true)
            .expect("signed in")
            .expect("nobody stops it");
        let grown = usize::from(many.applied.entry.is_some());
        prop_assert_eq!(session.tenant().audit().len(), first.audit().len() + grown);
        prop_assert_eq!(session.can_undo(), grown == 1);
        if grown == 1 && session.actor().is_some_and(|root| root.sign_in == SignIn::Allowed) {
            // A bulk edit can take root's own role, which root then can't undo.
            let still = session.tenant().is_global_administrator(id("root"), NOW);
            let undone = session.undo();
            prop_assert!(undone.is_ok() || !still, "{undone:?}");
            if undone.is_ok() {
                prop_assert!(session.tenant().same_state(&first));
                prop_assert_eq!(bytes(session.tenant()), bytes(&first));
            }
        }
    }

    /// What was left alone stays, and what was switched on is as it was asked, for each who was
    /// not refused.
    #[test]
    fn a_bulk_edit_does_what_it_says(start in random(), edit in edit(), people in people()) {
        let mut tenant = start.build();
        let before = tenant.clone();
        let one = |tenant: &Tenant, number: usize| edit.command(tenant, people[number]);
        let because = Assent::because("it is needed");
        let done = apply_each(
            &context(), &mut tenant, id("root"), people.len(), &one, &because, &mut |_| true,
        ).expect("nobody stops it");
        for (person, verdict) in people.iter().zip(&done.verdicts) {
            let (Some(was), Some(is)) = (before.user(*person), tenant.user(*person)) else {
                continue;
            };
            let text = |wanted: &Option<Option<Box<str>>>, was: &Option<Box<str>>| {
                wanted.clone().unwrap_or_else(|| was.clone())
            };
            if verdict.is_refused() {
                continue;
            }
            prop_assert_eq!(&is.profile.department, &text(&edit.department, &was.profile.department));
            prop_assert_eq!(&is.profile.office, &text(&edit.office, &was.profile.office));
            prop_assert_eq!(is.sign_in, edit.sign_in.unwrap_or(was.sign_in));
            let held = |tenant: &Tenant| -> Vec<RoleTemplateId> {
                let principal = mandate::domain::role::Principal::User(*person);
                tenant.assignments().of(principal).iter().map(|held| held.role).collect()
            };
            match &edit.roles {
                BulkRoles::Leave => prop_assert_eq!(held(&tenant), held(&before)),
                BulkRoles::Revoke => prop_assert!(held(&tenant).is_empty()),
                BulkRoles::Assign(given) => {
                    let now = held(&tenant);
                    prop_assert!(given.iter().all(|role| now.contains(role)));
                    prop_assert!(held(&before).iter().all(|role| now.contains(role)));
                }
            }
        }
        if edit.is_empty() {
            prop_assert!(done.verdicts.iter().all(|verdict| *verdict == Verdict::Unchanged));
            prop_assert!(*done.applied.inverse == Command::Batch(Vec::new()));
        }
    }
}
