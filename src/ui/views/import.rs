//! Import: the wizard that brings people in from a table.

use egui::Ui;

use std::path::Path;

use crate::domain::apply::{Many, Rehearsal};
use crate::storage::OpenError;
use crate::ui::many::NotRun;
use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;

/// What is shown.
#[derive(Default)]
pub struct State {}

impl State {
    /// Takes in the file that was chosen.
    pub fn on_read(&mut self, _path: &Path, _outcome: Result<Vec<u8>, OpenError>) {}

    /// Takes in what the plan would do.
    pub fn on_rehearsed(&mut self, _outcome: Result<Rehearsal, NotRun>) {}

    /// Takes in what became of the plan.
    pub fn on_submitted(&mut self, _outcome: Result<Many, NotRun>) {}
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.label(theme::title(t!(cx.texts, "view-import")));
}
