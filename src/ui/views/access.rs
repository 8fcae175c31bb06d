//! Access: what can this person do, who can do this, may A do X to B, and the least role for it.

// LEAD'S NOTE (remove): the pure function operation -> Command is being written by the CLI helper as
// `src/domain/operation.rs` right now (see /tmp/operation-ready.txt when it compiles); use that one.

use egui::Ui;

use crate::domain::effective::Need;
use crate::domain::user::UserId;
use crate::t;
use crate::ui::view_context::ViewContext;

/// A question that another view can put.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// What can this person do?
    Person(UserId),
    /// Who can do this?
    WhoCan(Need),
    /// What is the least role for this?
    Least(Vec<Need>),
}

/// What is asked.
#[derive(Default)]
pub struct State {
    asked: Option<Question>,
}

impl State {
    /// Asks this.
    pub fn ask(&mut self, question: Question) {
        self.asked = Some(question);
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.heading(t!(cx.texts, "view-access"));
}
