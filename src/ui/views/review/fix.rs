//! Mending a finding: what would be changed, chosen, asked of the rules on a worker, carried out
//! as one step, and what became of each.
//!
//! Owns what is chosen and what is awaited; [`super::fix_view`] draws it. The rules are asked
//! about all of it at first, and about what is chosen whenever that or the tenant changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::fix_rows::Rehearsed;
use crate::domain::apply::{Assent, Many, Rehearsal, Verdict};
use crate::domain::audit::AuditItem;
use crate::domain::command::Command;
use crate::domain::decision::{Decision, Reason};
use crate::domain::user::UserId;
use crate::ui::many::{NotRun, Plan};
use crate::ui::outbox::{Origin, Request};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;

/// What is planned for a finding, and what is known of it.
pub struct Fix {
    pub(super) message: String,
    pub(super) commands: Arc<[Command]>,
    pub(super) chosen: BTreeSet<usize>,
    /// Another number whenever something else is chosen.
    choice: u64,
    pub(super) reason: String,
    pub(super) ticket: String,
    pub(super) list: ListState,
    pub(super) met: bool,
    /// What would become of all of them.
    pub(super) whole: Option<Rehearsed>,
    /// What would become of those that are chosen.
    pub(super) latest: Option<(Question, Rehearsed)>,
    pub(super) outcome: Option<Outcome>,
    /// Why the latest question has no answer.
    pub(super) trouble: Option<(NotRun, Option<Question>)>,
    awaited: Option<Awaited>,
}

/// What the rules are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    choice: u64,
    revision: u64,
    actor: Option<UserId>,
}

enum Awaited {
    Whole(Question),
    Chosen(Question, Vec<usize>),
    Carried(Vec<usize>),
}

/// What became of those that were carried out.
pub struct Outcome {
    /// Their places among the Commands.
    pub places: Vec<usize>,
    /// One for each.
    pub verdicts: Vec<Verdict>,
    /// The entry of the history, if anything changed.
    pub entry: Option<u32>,
}

impl Outcome {
    /// How many were changed, and how many refused.
    pub fn counts(&self) -> (usize, usize) {
        counts(&self.verdicts)
    }
}

impl Fix {
    /// Plans these Commands.
    pub fn new(message: String, commands: Arc<[Command]>) -> Self {
        let mut list = ListState::default();
        list.want_keyboard();
        Self {
            message,
            chosen: (0..commands.len()).collect(),
            choice: 0,
            commands,
            reason: String::new(),
            ticket: String::new(),
            list,
            met: false,
            whole: None,
            latest: None,
            outcome: None,
            trouble: None,
            awaited: None,
        }
    }

    /// Whether a worker is changing the tenant by it.
    pub fn is_applying(&self) -> bool {
        matches!(self.awaited, Some(Awaited::Carried(_)))
    }

    /// Whether the rules are being asked.
    pub fn is_asking(&self) -> bool {
        matches!(self.awaited, Some(Awaited::Whole(_) | Awaited::Chosen(..)))
    }

    /// What the rules are to be asked about now.
    fn question(&self, cx: &ViewContext<'_>) -> Question {
        Question {
            choice: self.choice,
            revision: cx.session.tenant().revision(),
            actor: cx.session.actor().map(|actor| actor.id),
        }
    }

    /// What there is to ask of the workers, if anything.
    pub fn follow(&mut self, cx: &ViewContext<'_>) -> Option<Request> {
        if self.awaited.is_some() || self.outcome.is_some() {
            return None;
        }
        let now = self.question(cx);
        let unanswered = |(_, asked): &(NotRun, Option<Question>)| asked.as_ref() == Some(&now);
        if self.trouble.as_ref().is_some_and(unanswered) {
            return None;
        }
        let (origin, plan) = match (&self.whole, &self.latest) {
            (None, _) => {
                self.awaited = Some(Awaited::Whole(now));
                (Origin::Review, Plan::Commands(Arc::clone(&self.commands)))
            }
            (Some(_), Some((known, _))) if *known == now => return None,
            (Some(_), _) => {
                let plan = self.plan();
                self.awaited = Some(Awaited::Chosen(now, self.places()));
                (Origin::Review, plan)
            }
        };
        Some(Request::Rehearse { origin, plan })
    }

    fn places(&self) -> Vec<usize> {
        self.chosen.iter().copied().collect()
    }

    fn plan(&self) -> Plan {
        let chosen = self.chosen.iter();
        let commands = chosen.filter_map(|place| self.commands.get(*place).cloned());
        Plan::Commands(commands.collect())
    }

    /// Takes in what the rules say.
    pub fn on_rehearsed(&mut self, outcome: Result<Rehearsal, NotRun>) {
        let (question, places) = match self.awaited.take() {
            Some(Awaited::Whole(question)) => (question, None),
            Some(Awaited::Chosen(question, places)) => (question, Some(places)),
            carried => {
                self.awaited = carried;
                return;
            }
        };
        let rehearsal = match outcome {
            Ok(rehearsal) => rehearsal,
            Err(why) => {
                self.trouble = Some((why, Some(question)));
                return;
            }
        };
        self.trouble = None;
        if let Some(places) = places {
            self.latest = Some((question, Rehearsed::new(places, rehearsal)));
        } else {
            let places = (0..self.commands.len()).collect();
            let known = Rehearsed::new(places, rehearsal);
            // Nothing is left out at first: it is the answer to that as well.
            self.latest = (question.choice == 0).then(|| (question, known.clone()));
            self.whole = Some(known);
        }
    }

    /// Asks for what is chosen to be carried out.
    pub fn carry_out(&mut self) -> Request {
        self.awaited = Some(Awaited::Carried(self.places()));
        self.trouble = None;
        let said = |text: &str| {
            let text = text.trim();
            (!text.is_empty()).then(|| text.into())
        };
        Request::RunEach {
            origin: Origin::Review,
            plan: self.plan(),
            assent: Assent {
                reason: said(&self.reason),
                ticket: said(&self.ticket),
                ..Assent::default()
            },
        }
    }

    /// Takes in what became of it.
    pub fn on_submitted(&mut self, outcome: Result<Many, NotRun>) {
        let Some(Awaited::Carried(places)) = self.awaited.take() else {
            return;
        };
        match outcome {
            Ok(many) => {
                self.outcome = Some(Outcome {
                    places,
                    entry: many.applied.entry,
                    verdicts: many.verdicts,
                });
                self.list = ListState::default();
            }
            Err(why) => self.trouble = Some((why, None)),
        }
    }

    /// Asks again after there was no answer.
    pub fn retry(&mut self) {
        self.trouble = None;
        self.latest = None;
    }

    /// What is known of what is chosen, unless it is of something else.
    pub fn judged(&self, cx: &ViewContext<'_>) -> Option<&Rehearsed> {
        let (question, known) = self.latest.as_ref()?;
        (*question == self.question(cx)).then_some(known)
    }

    /// Chooses one, or not.
    pub fn toggle(&mut self, place: usize) {
        self.choice += 1;
        if !self.chosen.remove(&place) {
            self.chosen.insert(place);
        }
    }

    /// Chooses all or none.
    pub fn choose_all(&mut self, all: bool) {
        self.choice += 1;
        self.chosen = if all {
            (0..self.commands.len()).collect()
        } else {
            BTreeSet::new()
        };
    }
}

impl Rehearsed {
    /// What would become of the Commands at these places, in ascending order.
    pub fn new(places: Vec<usize>, rehearsal: Rehearsal) -> Self {
        let Rehearsal { verdicts, items } = rehearsal;
        let mut asked: Vec<Reason> = Vec::new();
        let remarks = verdicts.iter().filter_map(|verdict| match verdict {
            Verdict::Changed { remarks, .. } => remarks.as_deref(),
            Verdict::Unchanged | Verdict::Refused(_) => None,
        });
        for reason in remarks.flat_map(Decision::confirmations) {
            if !asked.contains(reason) {
                asked.push(reason.clone());
            }
        }
        let (changed, refused) = counts(&verdicts);
        Self {
            places: places.into(),
            verdicts: verdicts.into(),
            items: Arc::<[AuditItem]>::from(items),
            asked,
            changed,
            refused,
        }
    }
}

/// How many are changed, and how many refused.
fn counts(verdicts: &[Verdict]) -> (usize, usize) {
    let changed = |verdict: &&Verdict| matches!(verdict, Verdict::Changed { .. });
    let refused = |verdict: &&Verdict| verdict.is_refused();
    (
        verdicts.iter().filter(changed).count(),
        verdicts.iter().filter(refused).count(),
    )
}
