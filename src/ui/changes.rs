//! The app's dealings with the tenant: running a Command, going through the history, and telling
//! what came of it.

use crate::domain::apply::{Assent, Refusal, Verdict};
use crate::domain::command::Command;
use crate::domain::user::SignIn;
use crate::session::{ExecuteError, Session};
use crate::t;

use super::app::App;
use super::dialogs::{Change, Dialog};
use super::notices::Tone;
use super::outbox::Origin;
use super::refusal;

impl App {
    /// Runs a Command and tells its origin what came of it; asks for a reason where one is due.
    /// One that was `typed` unasked stands in the question then: it confirms nothing by itself.
    pub(super) fn run(
        &mut self,
        ctx: &egui::Context,
        origin: Origin,
        command: &Command,
        typed: &Assent,
    ) {
        let Some(open) = &self.document else {
            return;
        };
        let mut assent = typed.clone();
        if assent.reason.is_some() && asks(&open.session, command) {
            assent.reason = None;
        }
        self.execute(ctx, origin, command, &assent, typed);
    }

    /// Runs a Command that was confirmed.
    pub(super) fn run_confirmed(
        &mut self,
        ctx: &egui::Context,
        origin: Origin,
        command: &Command,
        assent: &Assent,
    ) {
        self.execute(ctx, origin, command, assent, assent);
    }

    fn execute(
        &mut self,
        ctx: &egui::Context,
        origin: Origin,
        command: &Command,
        assent: &Assent,
        typed: &Assent,
    ) {
        let Some(open) = &mut self.document else {
            return;
        };
        let outcome = open.session.execute(command, assent);
        open.refresh();
        if let Err(ExecuteError::Refused(Refusal::NeedsReason(decision))) = outcome {
            self.dialog = Some(Dialog::Reason {
                change: Change::Run(origin, command.clone()),
                decision,
                reason: typed.reason.as_deref().unwrap_or_default().to_owned(),
                ticket: typed.ticket.as_deref().unwrap_or_default().to_owned(),
            });
            return;
        }
        if let Err(error) = &outcome
            && origin != Origin::RoleEditor
        {
            let text = refusal::explain(&self.texts, &self.catalogue, error);
            self.notices.tell(ctx, Tone::Danger, text);
        }
        let Some(open) = &self.document else { return };
        if let Some(editor) = &mut self.editor {
            match origin {
                Origin::RoleEditor => editor.on_outcome(&open.session, &outcome),
                Origin::ActiveUsers
                | Origin::BulkEdit
                | Origin::Import
                | Origin::Review
                | Origin::View => {
                    editor.tenant_changed(&open.session);
                }
            }
        }
        self.leave_when_blocked();
    }

    /// Goes back or forth in the history, with a reason once the gate asked for one.
    pub(super) fn undo_or_redo(&mut self, ctx: &egui::Context, redo: bool, reason: Option<&str>) {
        if self.is_large_step(redo) {
            self.step_on_worker(ctx, redo, reason);
            return;
        }
        let Some(open) = &mut self.document else {
            return;
        };
        let outcome = if redo {
            open.session.redo_because(reason)
        } else {
            open.session.undo_because(reason)
        };
        open.refresh();
        if let Some(editor) = &mut self.editor {
            editor.tenant_changed(&open.session);
        }
        self.stepped(ctx, redo, outcome.map(|_| ()));
        self.leave_when_blocked();
    }

    /// Tells what came of going back, or forth.
    pub(super) fn stepped(
        &mut self,
        ctx: &egui::Context,
        redo: bool,
        outcome: Result<(), ExecuteError>,
    ) {
        match outcome {
            Ok(()) if redo => {
                let text = t!(self.texts, "notice-redone");
                self.notices.tell(ctx, Tone::Good, text);
            }
            Ok(()) => {
                let text = t!(self.texts, "notice-undone");
                self.notices.tell(ctx, Tone::Good, text);
            }
            Err(ExecuteError::NothingToDo) => {}
            Err(ExecuteError::Refused(Refusal::NeedsReason(decision))) => {
                self.dialog = Some(Dialog::Reason {
                    change: if redo { Change::Redo } else { Change::Undo },
                    decision,
                    reason: String::new(),
                    ticket: String::new(),
                });
            }
            Err(error) => {
                let text = refusal::explain(&self.texts, &self.catalogue, &error);
                self.notices.tell(ctx, Tone::Danger, text);
            }
        }
    }

    /// Who blocked their own account, or whose account is gone, can't go on acting as it. Nobody
    /// looks at the details of who is gone.
    pub(super) fn leave_when_blocked(&mut self) {
        self.close_details_of_the_gone();
        let Some(open) = &mut self.document else {
            return;
        };
        let actor = open.session.actor();
        if actor.is_none_or(|actor| actor.sign_in == SignIn::Blocked) {
            open.session.sign_out();
            self.editor = None;
            self.view = super::View::SignIn;
        }
    }
}

/// Whether anything that `command` does asks for a confirmation. Its parts are judged one after
/// the other, as when it is run.
fn asks(session: &Session, command: &Command) -> bool {
    let rehearsal = session.rehearse_each(1, &|_, _| command.clone(), &mut |_| true);
    let verdicts = rehearsal.ok().flatten().map(|all| all.verdicts);
    verdicts.iter().flatten().any(|verdict| match verdict {
        Verdict::Changed { remarks, .. } => {
            let mut remarks = remarks.iter();
            remarks.any(|decision| !decision.confirmations().is_empty())
        }
        Verdict::Unchanged | Verdict::Refused(_) => false,
    })
}
