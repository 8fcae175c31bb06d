//! The findings of the open tenant, gathered on a worker whenever it changed or the time came.
//!
//! What was gathered last stays to be shown while newer is on its way, and says that it is.
//! Nothing here judges: [`crate::domain::review`] finds, this asks it at the right moments.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::domain::audit::chain::ChainBreak;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::Command;
use crate::domain::delegation::Context;
use crate::domain::review::{Finding, FindingCode, FindingKind, review};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::session::Session;

use super::app::App;
use super::document::{Standing, drop_elsewhere};
use super::jobs::{Report, Task, Work};

/// Several changes in a row are reviewed together.
const REST: Duration = Duration::from_millis(150);

/// How old findings may grow while nothing changes, in seconds.
const LASTING: i64 = 300;

/// The window draws itself anew for what changes within these seconds.
const SOON: u64 = 3_600;

/// What was found about the open tenant, and whether that still holds.
#[derive(Debug, Default)]
pub struct Findings {
    found: Option<Found>,
    /// What only the reader of the file knows.
    changed_outside: bool,
    broken: Option<ChainBreak>,
    /// Another number whenever something was found anew.
    turn: u64,
    /// The revision a worker looks at.
    under_way: Option<u64>,
    /// The latest revision seen, and since when.
    seen: Option<(u64, Instant)>,
    /// The revision at which the worker broke down; it is not asked about that one again.
    failed: Option<u64>,
}

/// How far the findings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing is known yet.
    Gathering,
    /// They are those of the tenant as it is.
    Ready,
    /// They are those of a moment ago; newer ones are on their way.
    Renewing,
    /// The worker broke down; what is shown, if anything, is of a moment ago.
    Failed,
}

/// What a worker found.
#[derive(Debug)]
pub struct Found {
    all: Arc<[Finding]>,
    /// What mends each, in their order.
    fixes: Vec<Arc<[Command]>>,
    revision: u64,
    at: Timestamp,
    /// When time alone changes something.
    next: Option<Timestamp>,
}

impl Findings {
    /// None yet, about a file of which this is known.
    pub fn of_file(changed_outside: bool, broken: Option<ChainBreak>) -> Self {
        Self {
            changed_outside,
            broken,
            ..Self::default()
        }
    }

    /// Those of a tenant, gathered here and now. For tests of single views.
    pub fn gathered(session: &Session) -> Self {
        let (tenant, catalogue) = (session.tenant(), session.catalogue());
        let mut findings = Self::default();
        findings.take(Found::about(tenant, catalogue, session.now(), &[]));
        findings.seen = Some((tenant.revision(), Instant::now()));
        findings
    }

    /// How far they are.
    pub fn status(&self) -> Status {
        let latest = self.seen.map(|(revision, _)| revision);
        let found = self.found.as_ref().map(|found| found.revision);
        if latest.is_some() && self.failed == latest {
            Status::Failed
        } else if found.is_none() {
            Status::Gathering
        } else if found == latest && self.under_way.is_none() {
            Status::Ready
        } else {
            Status::Renewing
        }
    }

    /// All of them, the worst first, open and accepted ones; nothing while none are known yet.
    pub fn all(&self) -> Option<&Arc<[Finding]>> {
        self.found.as_ref().map(|found| &found.all)
    }

    /// Those that wait for someone, the worst first.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.iter().filter(|finding| finding.is_open())
    }

    /// Those that someone accepted for a while.
    pub fn accepted(&self) -> impl Iterator<Item = &Finding> {
        self.iter().filter(|finding| !finding.is_open())
    }

    /// How many are open; nothing while none are known yet.
    pub fn open_count(&self) -> Option<usize> {
        self.found.as_ref().map(|_| self.open().count())
    }

    /// The Commands that mend the finding of this place among [`Self::all`], as the tenant was
    /// when it was found; none where it takes judgement.
    pub fn fix(&self, place: usize) -> Arc<[Command]> {
        let fixes = self.found.as_ref().map(|found| &found.fixes);
        let fix = fixes.and_then(|fixes| fixes.get(place));
        fix.cloned().unwrap_or_default()
    }

    /// Another number whenever something was found anew: for rows that are kept.
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// The file was written, by Mandate: nobody changed it outside any more.
    pub(super) fn file_written(&mut self) {
        self.changed_outside = false;
        if let Some(found) = &mut self.found {
            let stays = |finding: &&Finding| finding.kind != FindingKind::ChangedOutside;
            let keep: Vec<_> = found.all.iter().map(|it| stays(&it)).collect();
            let mut keep = keep.into_iter();
            found.fixes.retain(|_| keep.next().unwrap_or(true));
            found.all = found.all.iter().filter(stays).cloned().collect();
            self.turn += 1;
        }
    }

    fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().flat_map(|found| found.all.iter())
    }

    /// What the reader of the file found.
    fn read(&self) -> Vec<Finding> {
        let broken = self.broken.map(Finding::history_broken);
        let outside = self.changed_outside.then(Finding::changed_outside);
        broken.into_iter().chain(outside).collect()
    }

    fn take(&mut self, found: Found) {
        self.under_way = None;
        self.failed = None;
        self.turn += 1;
        if let Some(old) = self.found.replace(found) {
            drop_elsewhere(old);
        }
    }

    /// What to wait for before gathering, if it is to be done at all.
    fn due(&mut self, revision: u64, now: Timestamp) -> Option<Duration> {
        let since = match self.seen {
            Some((seen, since)) if seen == revision => since,
            _ => self.seen.insert((revision, Instant::now())).1,
        };
        if self.under_way.is_some() || self.failed == Some(revision) {
            return None;
        }
        let Some(found) = &self.found else {
            return Some(Duration::ZERO);
        };
        if found.revision != revision {
            return Some(REST.saturating_sub(since.elapsed()));
        }
        let passed = found.next.is_some_and(|next| next <= now);
        let old = now.0.saturating_sub(found.at.0) >= LASTING || now < found.at;
        (passed || old).then_some(Duration::ZERO)
    }
}

impl Findings {
    /// How long it takes until time alone changes something, where that is soon.
    fn next_change(&self, now: Timestamp) -> Option<Duration> {
        let next = self.found.as_ref()?.next?;
        let left = u64::try_from(next.0.saturating_sub(now.0)).ok()?;
        (left <= SOON).then(|| Duration::from_secs(left.max(1)))
    }
}

impl Found {
    /// Looks at `tenant`; what was `read` of its file stands among the rest.
    fn about(tenant: &Tenant, catalogue: &RoleCatalogue, now: Timestamp, read: &[Finding]) -> Self {
        let context = Context { catalogue, now };
        let mut all = review(&context, tenant);
        all.extend(read.iter().cloned());
        // What is of the file comes before the rest of its severity: it puts it in its light.
        all.sort_by_key(|it| (!it.is_open(), it.severity(), !is_of_file(it)));
        let fixes = all
            .iter()
            .map(|finding| finding.fix(&context, tenant).into());
        Self {
            fixes: fixes.collect(),
            all: all.into(),
            revision: tenant.revision(),
            at: now,
            next: next_moment(tenant, now),
        }
    }
}

fn is_of_file(finding: &Finding) -> bool {
    let code = finding.kind.code();
    matches!(
        code,
        FindingCode::ChangedOutside | FindingCode::HistoryBroken
    )
}

/// When the next assignment begins or ends, or an acceptance ends.
fn next_moment(tenant: &Tenant, now: Timestamp) -> Option<Timestamp> {
    let held = tenant.assignments().iter();
    let held = held.flat_map(|held| [held.start, held.end]).flatten();
    let accepted = tenant.review_settings().accepted.values();
    let accepted = accepted.map(|acceptance| acceptance.until);
    held.chain(accepted).filter(|moment| *moment > now).min()
}

impl App {
    /// Has a worker look at the tenant when it changed, or when time passed something.
    pub(super) fn keep_findings(&mut self, ctx: &egui::Context) {
        let Some(open) = &mut self.document else {
            return;
        };
        let (session, findings) = (&open.session, &mut open.findings);
        let revision = session.tenant().revision();
        let now = session.now();
        let Some(rest) = findings.due(revision, now) else {
            if let Some(wait) = findings.next_change(now) {
                ctx.request_repaint_after(wait);
            }
            return;
        };
        if !rest.is_zero() {
            ctx.request_repaint_after(rest);
            return;
        }
        findings.under_way = Some(revision);
        let (tenant, catalogue) = (session.tenant().clone(), Arc::clone(session.catalogue()));
        let read = findings.read();
        let task = Task::new(Work::Reviewing, Some(open.standing()));
        self.jobs.start(ctx, task, move |_| {
            let found = Found::about(&tenant, &catalogue, now, &read);
            Report::Reviewed(Box::new(found))
        });
    }

    /// Takes in what a worker found.
    pub(super) fn reviewed(&mut self, found: Found) {
        if let Some(open) = &mut self.document {
            open.findings.take(found);
        }
    }

    /// A worker broke down over the findings: they are not gathered again before a change.
    pub(super) fn not_reviewed(&mut self, of: Option<Standing>) {
        if let Some(open) = &mut self.document
            && of.is_some_and(|of| of.session == open.session.number())
        {
            open.findings.failed = open.findings.under_way.take();
        }
    }
}
