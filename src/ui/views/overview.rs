//! The overview: what deserves attention first, with a way to each.

use egui::Ui;

use crate::t;
use crate::ui::view_context::ViewContext;

/// What is shown.
#[derive(Default)]
pub struct State {}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.heading(t!(cx.texts, "view-overview"));
}
