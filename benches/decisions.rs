//! What one decision of the policy costs, and one change through the gate.

use std::hint::black_box;

use mandate::domain::apply::{Assent, apply};
use mandate::domain::command::Command;
use mandate::domain::delegation::{Context, decide};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::UserId;
use mandate::sample::REFERENCE;

use super::Outcome;
use super::table::{Against, Line, Table, people};
use super::tenants::Tenants;
use super::timing::{median, one_of, time};

/// How many people take turns, spread over the tenant so that no cache holds all of them.
const TARGETS: usize = 500;

/// Figures of one tenant, in nanoseconds.
struct Figures {
    size: String,
    all: Vec<(&'static str, f64)>,
}

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, sizes: &[usize]) -> Outcome {
    table.heading("Decisions and changes");
    let smallest = sizes.first().copied().unwrap_or(1_000);
    let largest = sizes.last().copied().unwrap_or(smallest);
    let small = figures(tenants, smallest)?;
    let large = figures(tenants, largest)?;
    for ((name, few), (_, many)) in small.all.iter().zip(&large.all) {
        table.line(&Line {
            name: &format!("{name}, {}", large.size),
            figure: *many,
            unit: "ns",
            against: Some(Against {
                name: &small.size,
                figure: *few,
                limit: None,
            }),
            ..Line::default()
        });
    }
    Ok(())
}

fn figures(tenants: &Tenants, size: usize) -> Outcome<Figures> {
    let mut tenant = tenants.of(size)?;
    let context = Context {
        catalogue: tenants.catalogue(),
        now: REFERENCE,
    };
    let actor = tenant
        .lasting_global_administrators()
        .next()
        .ok_or("nobody may decide")?;
    let assign = |user| {
        let principal = Principal::User(user);
        let role = RoleTemplateId::HELPDESK_ADMINISTRATOR;
        Command::AssignRole(RoleAssignment::permanent(principal, role))
    };
    let assignments = allowed(&context, &tenant, actor, assign)?;
    let resets = allowed(&context, &tenant, actor, Command::ResetPassword)?;
    let mut all = Vec::new();
    let mut decided = |name, commands: &[Command]| {
        let one = one_of(51, commands, |command| {
            black_box(decide(&context, &tenant, actor, command));
        });
        all.push((name, one));
    };
    decided("decide: assign a role", &assignments);
    decided("decide: reset a password", &resets);

    let assent = Assent::because("Measured");
    let mut trouble = None;
    let there_and_back = one_of(21, &assignments, |command| {
        let undone = apply(&context, &mut tenant, actor, command, &assent)
            .and_then(|done| apply(&context, &mut tenant, actor, &done.inverse, &assent));
        if let Err(refusal) = black_box(undone) {
            trouble = Some(refusal);
        }
    });
    all.push(("assign a role and take it back", there_and_back));

    // What is being saved is shared: the first change after that copies what it touches.
    let mut first = Vec::new();
    for command in assignments.iter().take(9) {
        let snapshot = tenant.snapshot();
        first.push(time(|| {
            if let Err(refusal) = apply(&context, &mut tenant, actor, command, &assent) {
                trouble = Some(refusal);
            }
        }));
        drop(snapshot);
    }
    all.push((
        "first change during a save",
        median(first).as_secs_f64() * 1e9,
    ));
    match trouble {
        Some(refusal) => Err(format!("a change was refused: {refusal:?}").into()),
        None => Ok(Figures {
            size: people(size),
            all,
        }),
    }
}

/// Commands about people all over the tenant that the policy allows.
fn allowed(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    command: impl Fn(UserId) -> Command,
) -> Outcome<Vec<Command>> {
    let holds_nothing = |id| tenant.assignments().of(Principal::User(id)).is_empty();
    let commands = |step| -> Vec<_> {
        tenant
            .users()
            .iter()
            .step_by(step)
            .filter(|user| user.id != actor && holds_nothing(user.id))
            .map(|user| command(user.id))
            .filter(|command| decide(context, tenant, actor, command).is_allowed())
            .take(TARGETS)
            .collect()
    };
    // Only some can be reached, which a role asks for.
    let found = commands((tenant.users().len() / TARGETS / 16).max(1));
    if found.is_empty() {
        return Err("nobody can be changed".into());
    }
    Ok(found)
}
