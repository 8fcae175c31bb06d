//! Bulk edit: the wizard that edits many people alike.

use egui::Ui;

use crate::domain::apply::{Many, Rehearsal};
use crate::domain::user::UserId;
use crate::ui::many::NotRun;
use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;

/// What is shown.
#[derive(Default)]
pub struct State {}

impl State {
    /// Begins the wizard for these people.
    pub fn begin(_people: std::sync::Arc<[UserId]>) -> Self {
        Self::default()
    }

    /// Takes in what the plan would do.
    pub fn on_rehearsed(&mut self, _outcome: Result<Rehearsal, NotRun>) {}

    /// Takes in what became of the plan.
    pub fn on_submitted(&mut self, _outcome: Result<Many, NotRun>) {}
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.label(theme::title(t!(cx.texts, "view-bulk-edit")));
}
