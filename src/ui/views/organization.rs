//! The organisation: its own data, domains, subscriptions, partners.

use egui::Ui;

use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;

/// What is shown.
#[derive(Default)]
pub struct State {}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.label(theme::title(t!(cx.texts, "view-organisation")));
}
