//! Editing ten thousand of a hundred thousand people at once: the dry run, carrying it out, taking
//! it back, and what of it stays in memory.

use std::collections::BTreeSet;
use std::sync::Arc;

use cap::Cap;
use mandate::domain::apply::{Assent, Verdict};
use mandate::domain::bulk::{BulkEdit, BulkRoles};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{User, UserId};
use mandate::sample::REFERENCE;
use mandate::session::Session;
use mimalloc::MiMalloc;

use super::Outcome;
use super::table::{Against, Line, Table, people};
use super::tenants::Tenants;
use super::timing::{median, time};

/// How many people the tenant has.
const SIZE: usize = 100_000;
/// How many of them are edited.
const EDITED: usize = 10_000;
/// How often each is measured.
const RUNS: usize = 7;
/// What the dry run and carrying it out may take together, in microseconds a person.
const TARGET: f64 = 20.0;

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, memory: &Cap<MiMalloc>) -> Outcome {
    let title = format!("Bulk edit of {} people of {}", people(EDITED), people(SIZE));
    table.heading(&title);
    let tenant = tenants.of(SIZE)?;
    let actor = tenant
        .lasting_global_administrators()
        .next()
        .ok_or("nobody may decide")?;
    // Spread, so that every part of the tenant is touched.
    let chosen: Vec<UserId> = tenant
        .users()
        .iter()
        .step_by(SIZE / EDITED)
        .map(|user| user.id)
        .collect();
    let edit = BulkEdit {
        department: Some(Some("Service desk North".into())),
        roles: BulkRoles::Assign(BTreeSet::from([
            RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
            RoleTemplateId::EXCHANGE_ADMINISTRATOR,
        ])),
        ..BulkEdit::default()
    };
    let command = |tenant: &Tenant, number: usize| match chosen.get(number) {
        Some(id) => edit.command(tenant, *id),
        None => mandate::domain::command::Command::Batch(Vec::new()),
    };
    let mut session = Session::opened(tenant, Arc::clone(tenants.catalogue()), || REFERENCE);
    session.sign_in(actor)?;
    let assent = Assent::because("Measured");
    let count = chosen.len();

    let (mut dry, mut done, mut back, mut copied) = (vec![], vec![], vec![], vec![]);
    let mut changed = 0;
    for _ in 0..RUNS {
        dry.push(time(|| {
            session.rehearse_each(count, &command, &mut |_| true)
        }));
        let mut worked = None;
        done.push(time(|| {
            let mut copy = session.fork();
            let outcome = copy.execute_each(count, &command, &assent, &mut |_| true);
            worked = Some((copy, outcome));
        }));
        let Some((mut copy, Ok(Some(many)))) = worked else {
            return Err("the edit was not carried out".into());
        };
        let verdicts = many.verdicts.iter();
        changed = verdicts
            .filter(|verdict| matches!(verdict, Verdict::Changed { .. }))
            .count();
        let mut undone = Ok(());
        back.push(time(|| undone = copy.undo().map(|_| ())));
        undone.map_err(|error| format!("it was not taken back: {error:?}"))?;
        copied.push(time(|| {
            session
                .tenant()
                .users()
                .iter()
                .cloned()
                .collect::<Vec<User>>()
        }));
    }
    if changed * 10 < count * 9 {
        return Err(format!("only {changed} of {count} were edited").into());
    }

    #[expect(clippy::cast_precision_loss, reason = "there are not that many people")]
    let each = |times| median(times).as_secs_f64() * 1e6 / count as f64;
    let (dry, done) = (each(dry), each(done));
    let copied = each(copied);
    let line = |name: &'static str, figure, limit| Line {
        name,
        figure,
        unit: "us",
        limit,
        against: Some(Against {
            name: "copying everybody",
            figure: copied,
            limit: None,
        }),
    };
    table.line(&line("the dry run, a person", dry, None));
    table.line(&line("carrying it out, a person", done, None));
    table.line(&line("both, a person", dry + done, Some(TARGET)));
    table.line(&line("taking it back, a person", each(back), None));
    grown(table, session, memory, count, &command, &assent)
}

/// What stays in memory after the edit, beside what the edit says: its items in the history, and
/// the Commands that take it back.
fn grown(
    table: &mut Table,
    mut session: Session,
    memory: &Cap<MiMalloc>,
    count: usize,
    command: &dyn Fn(&Tenant, usize) -> mandate::domain::command::Command,
    assent: &Assent,
) -> Outcome {
    let before = memory.allocated();
    let mut copy = session.fork();
    let many = copy
        .execute_each(count, command, assent, &mut |_| true)
        .map_err(|error| format!("{error:?}"))?
        .ok_or("nobody stopped it")?;
    let peak = memory.allocated();
    let applied = many.applied;
    drop(many.verdicts);
    drop(session.adopt(copy)?);
    let entry = applied
        .entry
        .and_then(|number| session.tenant().audit_entry(number));
    let entry = entry.ok_or("nothing is in the history")?;
    let said = {
        let begin = memory.allocated();
        let items = entry.items.clone();
        let inverse = (*applied.inverse).clone();
        let said = memory.allocated() - begin;
        drop((items, inverse));
        said
    };
    // The session keeps a copy of its own for undoing.
    drop(applied);
    let after = memory.allocated();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a tenth of a megabyte is enough"
    )]
    let megabytes = |bytes: usize| bytes as f64 / f64::from(1 << 20);
    table.line(&Line {
        name: "memory it keeps",
        figure: megabytes(after.saturating_sub(before)),
        unit: "MB",
        against: Some(Against {
            name: "what it says",
            figure: megabytes(said),
            limit: Some(2.0),
        }),
        ..Line::default()
    });
    table.line(&Line {
        name: "memory it takes meanwhile",
        figure: megabytes(peak.saturating_sub(before)),
        unit: "MB",
        ..Line::default()
    });
    Ok(())
}
