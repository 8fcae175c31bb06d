//! What is asked of the workers, and when: a dry run whenever the one at hand is stale, a
//! submission when a person wants it.

use std::sync::Arc;

use super::report::Report;
use super::{State, Step};
use crate::domain::apply::Assent;
use crate::domain::bulk::BulkEdit;
use crate::domain::user::UserId;
use crate::ui::many::{NotRun, Plan};
use crate::ui::outbox::Origin;
use crate::ui::view_context::ViewContext;

/// What a dry run is of. One of something else is stale.
#[derive(Clone, Debug)]
pub struct Question {
    /// What.
    pub edit: Arc<BulkEdit>,
    /// For whom.
    pub people: Arc<[UserId]>,
    /// The state of the tenant.
    pub revision: u64,
    /// Who asks.
    pub actor: Option<UserId>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        // The same people are the same list: comparing a hundred thousand in every frame is not
        // needed.
        Arc::ptr_eq(&self.people, &other.people)
            && self.edit == other.edit
            && self.revision == other.revision
            && self.actor == other.actor
    }
}

/// The answer that is awaited.
#[derive(Clone, Debug, PartialEq)]
pub enum Awaited {
    /// Of a dry run.
    Rehearsal(Question),
    /// Of a submission.
    Submission(Question),
}

/// What is known.
#[derive(Clone, Debug, Default)]
pub enum Outcome {
    /// Nothing.
    #[default]
    Unknown,
    /// What would become of it.
    Rehearsed {
        /// The verdicts.
        report: Report,
        /// On what.
        question: Question,
    },
    /// There was no answer.
    Failed {
        /// Why.
        why: NotRun,
        /// To what.
        question: Question,
    },
    /// What became of it.
    Submitted(Report),
}

/// What a dry run would be of now.
pub fn question(cx: &ViewContext<'_>, state: &State) -> Question {
    let tenant = cx.session.tenant();
    let edit = state.draft.edit(tenant.organization().certified_partner);
    Question {
        edit: Arc::new(edit),
        people: Arc::clone(&state.people),
        revision: tenant.revision(),
        actor: cx.session.actor().map(|actor| actor.id),
    }
}

/// Asks for a dry run, unless there is one of this or something is under way.
pub fn follow(cx: &mut ViewContext<'_>, state: &mut State) {
    if state.awaited.is_some() || state.step != Step::Results {
        return;
    }
    let now = question(cx, state);
    let known = match &state.outcome {
        Outcome::Submitted(_) => true,
        Outcome::Rehearsed { question, .. } | Outcome::Failed { question, .. } => *question == now,
        Outcome::Unknown => false,
    };
    if !known && !now.edit.is_empty() {
        ask(cx, state, now);
    }
}

/// Asks for a dry run.
pub fn ask(cx: &mut ViewContext<'_>, state: &mut State, question: Question) {
    cx.outbox.rehearse(Origin::BulkEdit, plan(&question));
    state.left = false;
    state.awaited = Some(Awaited::Rehearsal(question));
}

/// Asks for it to be carried out as the dry run showed it.
pub fn submit(cx: &mut ViewContext<'_>, state: &mut State) {
    let Outcome::Rehearsed { question, .. } = &state.outcome else {
        return;
    };
    if state.awaited.is_some() {
        return;
    }
    let said = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| text.into())
    };
    let assent = Assent {
        reason: said(&state.reason),
        ticket: said(&state.ticket),
        ..Assent::default()
    };
    let question = question.clone();
    cx.outbox
        .run_each(Origin::BulkEdit, plan(&question), assent);
    state.trouble = None;
    state.awaited = Some(Awaited::Submission(question));
}

/// Goes back to a dry run of those who were refused.
pub fn retry(state: &mut State) {
    if let Outcome::Submitted(report) = &state.outcome {
        state.people = report.refused();
        state.outcome = Outcome::Unknown;
        state.list = super::list::ListState::default();
        state.wants_focus = true;
    }
}

fn plan(question: &Question) -> Plan {
    Plan::Edit {
        edit: Arc::clone(&question.edit),
        people: Arc::clone(&question.people),
    }
}
