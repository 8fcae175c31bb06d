//! One change for each of many, with a verdict for each: what may be done is done, what may not
//! is told and leaves the others alone.
//!
//! Each goes through the same gate as a change of its own, after those before it. All of it is
//! one entry of the history and is taken back by one Command. A rehearsal does the same to a copy.

use std::ops::Range;

use super::{Applied, Assent, Done, Refusal, conclude, run, take_back};
use crate::domain::audit::{AuditItem, AuditOrigin};
use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::domain::delegation::Context;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;

/// What became, or would become, of one of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is carried out.
    Changed {
        /// Its items, among those of all.
        items: Range<u32>,
        /// What asks for a confirmation and what is unwise, if anything is.
        remarks: Option<Box<Decision>>,
    },
    /// It would change nothing.
    Unchanged,
    /// It is refused, and why.
    Refused(Box<Refusal>),
}

impl Verdict {
    /// Whether it is refused.
    pub const fn is_refused(&self) -> bool {
        matches!(self, Self::Refused(_))
    }

    /// The places of its items among those of all.
    pub fn items(&self) -> Range<usize> {
        match self {
            Self::Changed { items, .. } => items.start as usize..items.end as usize,
            Self::Unchanged | Self::Refused(_) => 0..0,
        }
    }
}

/// What would become of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// One for each, in their order.
    pub verdicts: Vec<Verdict>,
    /// What would change.
    pub items: Vec<AuditItem>,
}

/// What became of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Many {
    /// One for each, in their order. Their items are those of the history's entry.
    pub verdicts: Vec<Verdict>,
    /// All of it together.
    pub applied: Applied,
}

/// Tells what [`apply_each`] would do, by doing it to a copy, which shares with the tenant what
/// stays the same. A confirmation counts as given. `None` when `go_on`, asked with the number of each, says no.
pub fn rehearse(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    count: usize,
    command: &dyn Fn(&Tenant, usize) -> Command,
    go_on: &mut dyn FnMut(usize) -> bool,
) -> Option<Rehearsal> {
    let assent = Assent::because("a rehearsal");
    let mut done = Done::at(context.now);
    let each = Each {
        context,
        actor,
        assent: &assent,
        count,
        command,
    };
    let verdicts = each.run(&mut tenant.clone(), &mut done, go_on)?;
    Some(Rehearsal {
        verdicts,
        items: done.items,
    })
}

/// Runs `command` for each of `count`, as `actor`: each wholly or not at all. The Command of each
/// is asked for when its turn comes, with the tenant as it then is. `None`, and nothing is
/// changed, when `go_on`, asked with the number of each, says no.
pub fn apply_each(
    context: &Context<'_>,
    tenant: &mut Tenant,
    actor: UserId,
    count: usize,
    command: &dyn Fn(&Tenant, usize) -> Command,
    assent: &Assent,
    go_on: &mut dyn FnMut(usize) -> bool,
) -> Option<Many> {
    // Going through the history is all or nothing, which this is not.
    if assent.origin != AuditOrigin::Direct {
        return None;
    }
    let mut done = Done::at(context.now);
    let each = Each {
        context,
        actor,
        assent,
        count,
        command,
    };
    let Some(verdicts) = each.run(tenant, &mut done, go_on) else {
        take_back(tenant, &done.inverses, done.now);
        return None;
    };
    Some(Many {
        verdicts,
        applied: conclude(tenant, actor, assent, done),
    })
}

struct Each<'a> {
    context: &'a Context<'a>,
    actor: UserId,
    assent: &'a Assent,
    count: usize,
    command: &'a dyn Fn(&Tenant, usize) -> Command,
}

impl Each<'_> {
    fn run(
        &self,
        tenant: &mut Tenant,
        done: &mut Done,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Option<Vec<Verdict>> {
        let mut verdicts = Vec::with_capacity(self.count);
        for number in 0..self.count {
            if !go_on(number) {
                return None;
            }
            let command = (self.command)(tenant, number);
            let verdict = self.one(tenant, &command, done);
            verdicts.push(verdict);
        }
        Some(verdicts)
    }

    fn one(&self, tenant: &mut Tenant, command: &Command, done: &mut Done) -> Verdict {
        let (inverses, items, touched) =
            (done.inverses.len(), done.items.len(), done.touched.len());
        done.remarks = Some(Decision::default());
        let outcome = run(self.context, tenant, self.actor, command, self.assent, done);
        let remarks = done.remarks.take().filter(|decision| !decision.is_silent());
        if let Err(refusal) = outcome {
            let own: Vec<_> = done.inverses.drain(inverses..).collect();
            take_back(tenant, &own, done.now);
            done.items.truncate(items);
            done.touched.truncate(touched);
            return Verdict::Refused(Box::new(refusal));
        }
        if done.items.len() == items {
            return Verdict::Unchanged;
        }
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Verdict::Changed {
            items: place(items)..place(done.items.len()),
            remarks: remarks.map(Box::new),
        }
    }
}
