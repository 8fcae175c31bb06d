//! Roles: the catalogue, what each role can do, and who holds it.

use egui::Ui;

use crate::domain::role::RoleTemplateId;
use crate::t;
use crate::ui::view_context::ViewContext;

/// What is shown.
#[derive(Default)]
pub struct State {
    shown: Option<RoleTemplateId>,
}

impl State {
    /// Opens the details of a role.
    pub fn show(&mut self, role: RoleTemplateId) {
        self.shown = Some(role);
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, _state: &mut State) {
    ui.heading(t!(cx.texts, "view-roles"));
}
