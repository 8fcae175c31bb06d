//! Changes: the history, and comparing tenants.

use egui::Ui;

use std::path::Path;

use crate::domain::diff::Diff;
use crate::storage::OpenError;
use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;

/// What is shown.
#[derive(Default)]
pub struct State {}

impl State {
    /// Takes in what differs from the file.
    pub fn on_compared(&mut self, _path: &Path, _outcome: Result<Box<Diff>, OpenError>) {}
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.label(theme::title(t!(cx.texts, "view-changes")));
}
