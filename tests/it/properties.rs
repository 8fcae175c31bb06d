//! What holds for every tenant and every sequence of Commands, whoever runs them.
//!
//! Tenants and Commands are drawn small and dense, so that they meet: seven people, two groups,
//! two units, a dozen roles. `random` draws tenants as an import may bring them, `compliant`
//! those that break no rule to begin with.

mod diff;
mod draw;
mod many;
mod review;

use std::collections::BTreeMap;
use std::sync::Arc;

use mandate::domain::apply::{Assent, Refusal, apply};
use mandate::domain::audit::{AuditOrigin, chain};
use mandate::domain::command::Command;
use mandate::domain::delegation::decide;
use mandate::domain::role::{AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{SignIn, User, UserId};
use mandate::session::Session;
use proptest::prelude::*;

use self::draw::{Step, batch, compliant, random, steps, steps_sparing_root};
use crate::support::{GLOBAL, NOW, context, id, roles};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 500,
        ..ProptestConfig::default()
    }
}

fn assent(step: &Step) -> Assent {
    if step.with_reason {
        Assent::because("it is needed")
    } else {
        Assent::default()
    }
}

/// How many R3 counts, worked out from the rule and not by the tenant.
fn lasting(tenant: &Tenant) -> usize {
    let counts = |one: &&RoleAssignment| {
        let Principal::User(holder) = one.principal else {
            return false;
        };
        let mut users = tenant.users().iter();
        let enabled = |user: &User| user.id == holder && user.sign_in == SignIn::Allowed;
        one.role == GLOBAL
            && one.scope == DirectoryScope::Tenant
            && one.kind == AssignmentKind::Active
            && (one.start, one.end) == (None, None)
            && users.any(enabled)
    };
    tenant.assignments().iter().filter(counts).count()
}

/// Whether a deleted person comes back by it.
fn gives_back_roles(inverse: &Command) -> bool {
    match inverse {
        Command::RestoreUser(_) => true,
        Command::Batch(parts) => parts.iter().any(gives_back_roles),
        _ => false,
    }
}

/// The bytes of the file, but for the history, which only grows.
fn bytes(tenant: &Tenant) -> String {
    let progress = mandate::storage::Progress::new();
    let bytes = mandate::storage::write(&tenant.snapshot(), &progress).expect("it can be saved");
    let text = String::from_utf8(bytes).expect("text");
    let lines = text.lines().filter(|line| {
        !["Mandate(", "Audit(", "AuditItems("]
            .iter()
            .any(|kind| line.starts_with(kind))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether `after` is `before` in every way that can be seen.
fn untouched(before: &Tenant, after: &Tenant) -> bool {
    after.same_state(before)
        && after.revision() == before.revision()
        && after.audit() == before.audit()
        && after.assignments() == before.assignments()
}

/// What an actor may do, as far as the tenant says: whether they sign in, and their roles.
fn authority(tenant: &Tenant, actor: UserId) -> (bool, Vec<String>) {
    let allowed = tenant
        .user(actor)
        .is_some_and(|user| user.sign_in == SignIn::Allowed);
    let mut roles: Vec<_> = tenant
        .roles_in_force(actor, NOW)
        .map(|held| format!("{held:?}"))
        .collect();
    roles.sort_unstable();
    roles.dedup();
    (allowed, roles)
}

/// The indexes of a tenant, worked out again the slow way.
fn indexes_hold(tenant: &Tenant) -> Result<(), TestCaseError> {
    let held = tenant.assignments();
    let all: Vec<RoleAssignment> = held.iter().copied().collect();
    prop_assert_eq!(held.len(), all.len());
    prop_assert!(all.is_sorted());
    for role in roles()
        .edition(mandate::domain::catalogue::Edition::Current)
        .roles()
    {
        let slow: Vec<_> = all.iter().filter(|one| one.role == role.id).collect();
        prop_assert_eq!(held.of_role(role.id).collect::<Vec<_>>(), slow);
    }
    let mut by_principal: BTreeMap<Principal, Vec<RoleAssignment>> = BTreeMap::new();
    for one in &all {
        by_principal.entry(one.principal).or_default().push(*one);
    }
    prop_assert!(held.principals().eq(by_principal.keys().copied()));
    for (principal, slow) in &by_principal {
        prop_assert_eq!(held.of(*principal), slow.as_slice());
        for (index, one) in slow.iter().enumerate() {
            prop_assert!(!slow[index + 1..].iter().any(|other| other.same_slot(one)));
        }
    }
    for sold in tenant.subscriptions() {
        let holds = |user: &&User| user.licences.contains(&sold.id);
        let slow = tenant.users().iter().filter(holds).count();
        prop_assert_eq!(tenant.seats_used(sold.id) as usize, slow);
    }
    prop_assert_eq!(tenant.users().len(), tenant.users().iter().count());
    let whole = |user: &User| {
        tenant.has_domain(user.upn.domain(), true)
            && user
                .licences
                .iter()
                .all(|id| tenant.subscription(*id).is_some())
            && !tenant.deleted_users().contains_key(&user.id)
    };
    prop_assert!(tenant.users().iter().all(whole));
    let there = |user: &UserId| tenant.user(*user).is_some();
    for group in tenant.groups().values() {
        prop_assert!(group.members.union(&group.owners).all(there));
    }
    prop_assert!(
        tenant
            .administrative_units()
            .values()
            .all(|it| it.members.iter().all(there))
    );
    prop_assert!(chain::verify(tenant.audit()).is_ok());
    for user in tenant.users().iter() {
        let upn = user.upn.as_str().to_uppercase();
        prop_assert_eq!(
            tenant.users().by_upn(&upn).map(|found| found.id),
            Some(user.id)
        );
        let slow: Vec<GroupId> = tenant
            .groups()
            .values()
            .filter(|group| group.role_assignable)
            .filter(|group| group.members.contains(&user.id) || group.owners.contains(&user.id))
            .map(|group| group.id)
            .collect();
        let fast = tenant.protecting_groups(user.id).to_vec();
        prop_assert_eq!(fast, slow);
        let reaches = tenant.reaching(user.id).count();
        let slow = all.iter().filter(|one| match one.principal {
            Principal::User(holder) => holder == user.id,
            Principal::Group(group) => tenant.groups()[&group].members.contains(&user.id),
        });
        prop_assert_eq!(reaches, slow.count());
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(1000))]

    /// A lasting Global Administrator never disappears; a refusal changes nothing; a change is
    /// one entry of the history; the indexes hold throughout.
    #[test]
    fn nothing_slips_through_the_gate(start in random(), steps in steps(12)) {
        let mut tenant = start.build();
        for step in &steps {
            let before = tenant.clone();
            let outcome = apply(&context(), &mut tenant, id(step.actor), &step.command, &assent(step));
            if lasting(&before) > 0 {
                prop_assert!(lasting(&tenant) > 0, "{step:?}");
            }
            match outcome {
                Err(refusal) => prop_assert!(untouched(&before, &tenant), "{step:?} {refusal:?}"),
                Ok(applied) => match applied.entry {
                    None => prop_assert!(untouched(&before, &tenant), "{step:?}"),
                    Some(number) => {
                        let last = tenant.audit().last().expect("an entry");
                        prop_assert_eq!(last.number, number);
                        prop_assert_eq!(tenant.audit().len(), before.audit().len() + 1);
                        prop_assert_eq!(tenant.revision(), before.revision() + 1);
                        prop_assert!(!last.items.is_empty());
                    }
                },
            }
        }
        indexes_hold(&tenant)?;
        // Whatever came of it can be saved, and is the same when it is opened.
        let progress = mandate::storage::Progress::new();
        let file = mandate::storage::write(&tenant.snapshot(), &progress).expect("it can be saved");
        let known = |role| roles().role(role).is_some();
        let (again, outside) = mandate::storage::read(&file, &known, &progress).expect("it opens");
        prop_assert!(!outside && again.same_state(&tenant) && again.audit() == tenant.audit());
        let numbers: Vec<_> = tenant.audit().iter().map(|entry| entry.number).collect();
        prop_assert!(numbers.iter().copied().eq((1..).take(numbers.len())));
    }

    /// `decide` and the gate agree on every single Command.
    #[test]
    fn what_is_decided_is_what_happens(start in random(), steps in steps(8)) {
        let mut tenant = start.build();
        for step in steps.iter().filter(|step| !matches!(step.command, Command::Batch(_))) {
            let decision = decide(&context(), &tenant, id(step.actor), &step.command);
            let assent = assent(step);
            let outcome = apply(&context(), &mut tenant, id(step.actor), &step.command, &assent);
            match outcome {
                Err(Refusal::Policy(stated)) => {
                    prop_assert!(!decision.is_allowed(), "{step:?}");
                    prop_assert_eq!(stated, decision);
                }
                Err(Refusal::NeedsReason(stated)) => {
                    prop_assert!(decision.is_allowed() && !step.with_reason, "{step:?}");
                    prop_assert!(!decision.confirmations().is_empty());
                    prop_assert_eq!(stated, decision);
                }
                Ok(_) => {
                    prop_assert!(decision.is_allowed(), "{step:?}");
                    prop_assert!(decision.confirmations().is_empty() || step.with_reason);
                }
                Err(Refusal::Impossible(_)) => prop_assert!(decision.is_allowed(), "{step:?}"),
            }
        }
    }

    /// A batch ends where its parts would one by one, or where it began.
    #[test]
    fn a_batch_is_all_or_nothing(start in random(), commands in batch(6), actor in draw::actor()) {
        let tenant = start.build();
        let because = Assent::because("it is needed");
        let mut whole = tenant.clone();
        let together = Command::Batch(commands.clone());
        let outcome = apply(&context(), &mut whole, id(actor), &together, &because);
        let mut one_by_one = tenant.clone();
        let parts = commands.iter().try_for_each(|command| {
            apply(&context(), &mut one_by_one, id(actor), command, &because).map(|_| ())
        });
        match (outcome, parts) {
            (Ok(_), Ok(())) => prop_assert!(whole.same_state(&one_by_one)),
            (Err(together), Err(apart)) => {
                prop_assert_eq!(together, apart);
                prop_assert!(untouched(&tenant, &whole));
            }
            (together, apart) => prop_assert!(false, "{together:?} and {apart:?}"),
        }
    }

    /// A change, then its inverse by the same actor, is the same tenant; and where the tenant
    /// broke no rule and the actor kept their authority, the inverse is allowed.
    #[test]
    fn the_inverse_takes_back(start in compliant(), steps in steps(10)) {
        let mut tenant = start.build();
        for step in &steps {
            let actor = id(step.actor);
            let before = tenant.clone();
            let Ok(applied) = apply(&context(), &mut tenant, actor, &step.command, &assent(step))
            else {
                continue;
            };
            let Some(entry) = applied.entry else { continue };
            let undo = Assent { origin: AuditOrigin::Undo(entry), ..Assent::default() };
            let mut back = tenant.clone();
            let kept = authority(&before, actor) == authority(&tenant, actor);
            match apply(&context(), &mut back, actor, &applied.inverse, &undo) {
                Ok(again) => {
                    prop_assert!(back.same_state(&before), "{step:?}");
                    indexes_hold(&back)?;
                    // And the inverse of the inverse is the change.
                    let redo = Assent { origin: AuditOrigin::Redo(entry), ..Assent::default() };
                    if apply(&context(), &mut back, actor, &again.inverse, &redo).is_ok() {
                        prop_assert!(back.same_state(&tenant), "{step:?}");
                    }
                }
                // Who may delete people with a lesser role does not give it back (R1).
                Err(refusal) => {
                    prop_assert!(!kept || gives_back_roles(&applied.inverse), "{step:?}: {refusal:?}");
                }
            }
        }
    }

    /// A snapshot and a clone keep what they saw, whatever happens after.
    #[test]
    fn snapshots_keep_what_they_saw(start in random(), steps in steps(10)) {
        let mut tenant = start.build();
        let (snapshot, clone) = (tenant.snapshot(), tenant.clone());
        let seen = format!("{snapshot:?}");
        for step in &steps {
            let _ = apply(&context(), &mut tenant, id(step.actor), &step.command, &assent(step));
        }
        prop_assert_eq!(format!("{snapshot:?}"), seen);
        prop_assert!(clone.same_state(&start.build()));
    }

    /// Undoing all returns to the first state, doing all again to the last, through any number
    /// of steps back and forth.
    #[test]
    fn history_leads_back_and_forth(
        start in compliant(),
        steps in steps_sparing_root(10),
        wandering in proptest::collection::vec(any::<bool>(), 0..12),
    ) {
        let first = start.build();
        let mut session = Session::opened(first.clone(), Arc::clone(roles()), || NOW);
        for step in &steps {
            if session.sign_in(id(step.actor)).is_ok() {
                let _ = session.execute(&step.command, &assent(step));
            }
        }
        session.sign_in(id("root")).expect("root stays");
        let last = session.tenant().clone();
        for back in wandering {
            let _ = if back { session.undo() } else { session.redo() };
        }
        while session.can_redo() {
            prop_assert!(session.redo().is_ok());
        }
        prop_assert!(session.tenant().same_state(&last));
        while session.can_undo() {
            let undone = session.undo();
            prop_assert!(undone.is_ok(), "{undone:?}");
        }
        prop_assert!(session.tenant().same_state(&first));
        prop_assert_eq!(bytes(session.tenant()), bytes(&first));
        while session.can_redo() {
            let redone = session.redo();
            prop_assert!(redone.is_ok(), "{redone:?}");
        }
        prop_assert!(session.tenant().same_state(&last));
        let numbers = session.tenant().audit().iter().map(|entry| entry.number);
        prop_assert!(numbers.eq((1..).take(session.tenant().audit().len())));
    }
}
