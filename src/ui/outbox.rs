//! What the views ask for while they draw. The app carries it out after drawing.

use crate::domain::apply::Assent;
use crate::domain::command::Command;

use super::many::Plan;
use super::ui_command::UiCommand;

/// Requests in the order they were made.
#[derive(Debug, Default)]
pub struct Outbox {
    requests: Vec<Request>,
}

/// One thing a view asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Change the tenant. What comes of it is told to the origin. Where a reason is needed, the
    /// app asks for it.
    Run {
        /// Who asks.
        origin: Origin,
        /// For what.
        command: Command,
        /// The reason and the ticket, where they were typed unasked.
        assent: Assent,
    },
    /// Tell what a plan for many would do, on a worker.
    Rehearse {
        /// Who asks, and hears.
        origin: Origin,
        /// The plan.
        plan: Plan,
    },
    /// Carry a plan for many out, on a worker: each wholly or not at all.
    RunEach {
        /// Who asks, and hears.
        origin: Origin,
        /// The plan.
        plan: Plan,
        /// The reason and the ticket, where there are any.
        assent: Assent,
    },
    /// Change the screen.
    Ui(UiCommand),
}

/// The view that asked, and that wants to hear what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The role editor in the details panel.
    RoleEditor,
    /// The command bar of Active users.
    ActiveUsers,
    /// The bulk edit wizard.
    BulkEdit,
    /// The import wizard.
    Import,
    /// What mends a finding of the review.
    Review,
    /// Any other view or form, which hears of refusals as a notice.
    View,
}

impl Outbox {
    /// Asks for a change to the tenant.
    pub fn run(&mut self, origin: Origin, command: Command) {
        self.run_because(origin, command, Assent::default());
    }

    /// Asks for a change to the tenant, and says why.
    pub fn run_because(&mut self, origin: Origin, command: Command, assent: Assent) {
        self.requests.push(Request::Run {
            origin,
            command,
            assent,
        });
    }

    /// Asks what a plan would do.
    pub fn rehearse(&mut self, origin: Origin, plan: Plan) {
        self.requests.push(Request::Rehearse { origin, plan });
    }

    /// Asks for a plan to be carried out.
    pub fn run_each(&mut self, origin: Origin, plan: Plan, assent: Assent) {
        self.requests.push(Request::RunEach {
            origin,
            plan,
            assent,
        });
    }

    /// Asks for a change to the screen.
    pub fn ui(&mut self, command: UiCommand) {
        self.requests.push(Request::Ui(command));
    }

    /// Asks for what was put together before.
    pub fn ask(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Takes everything out.
    pub fn drain(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }
}
