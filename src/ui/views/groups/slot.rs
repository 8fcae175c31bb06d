//! Where and how a role is held: over what, and active or eligible. Chosen before it is given.

use std::sync::Arc;

use egui::{Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::rows::Subject;
use crate::domain::role::{AdministrativeUnitId, AssignmentKind, DirectoryScope};
use crate::domain::tenant::Tenant;
use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::chip::{filter_chip, filter_chip_menu};

/// The tallest list of units; longer ones scroll.
const UNITS: f32 = 300.0;
/// The height of a unit in it.
const UNIT: f32 = theme::CONTROL_HEIGHT;

/// What is chosen.
#[derive(Debug)]
pub struct Slot {
    /// Over what.
    pub scope: DirectoryScope,
    /// Held, or merely eligible.
    pub kind: AssignmentKind,
    units: Option<(u64, Arc<[AdministrativeUnitId]>)>,
}

impl Default for Slot {
    /// Held over the whole tenant.
    fn default() -> Self {
        Self {
            scope: DirectoryScope::Tenant,
            kind: AssignmentKind::Active,
            units: None,
        }
    }
}

impl Slot {
    /// Draws the choice; whether another was made.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
        let texts = cx.texts;
        let (mut scope, mut kind) = (self.scope, self.kind);
        ui.horizontal_wrapped(|ui| {
            for (one, text) in [
                (AssignmentKind::Active, t!(texts, "group-kind-active")),
                (AssignmentKind::Eligible, t!(texts, "group-kind-eligible")),
            ] {
                let about = match one {
                    AssignmentKind::Active => t!(texts, "group-kind-active-about"),
                    AssignmentKind::Eligible => t!(texts, "group-kind-eligible-about"),
                };
                let chip = filter_chip(ui, &text, None, kind == one);
                if chip.on_hover_text(about).clicked() {
                    kind = one;
                }
            }
            ui.add_space(theme::SPACE_2);
            scope = self.scope_menu(ui, cx);
        });
        let changed = (scope, kind) != (self.scope, self.kind);
        (self.scope, self.kind) = (scope, kind);
        changed
    }

    fn scope_menu(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> DirectoryScope {
        let texts = cx.texts;
        let tenant = cx.session.tenant();
        let whole = t!(texts, "group-scope-tenant");
        let in_words = |scope| match scope {
            DirectoryScope::Tenant => whole.clone(),
            DirectoryScope::AdministrativeUnit(id) => {
                let unit = Subject::Unit(id).name(tenant).unwrap_or_default();
                t!(texts, "role-within-unit", unit = unit)
            }
        };
        let mut scope = self.scope;
        let units = self.units(tenant);
        let narrowed = scope != DirectoryScope::Tenant;
        let button = filter_chip_menu(ui, &in_words(scope), narrowed);
        Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| {
                ui.set_width(ui.spacing().menu_width);
                theme::make_subtle(ui);
                ui.spacing_mut().item_spacing.y = 0.0;
                let rows = units.len() + 1;
                ScrollArea::vertical()
                    .max_height(UNITS)
                    .show_rows(ui, UNIT, rows, |ui, range| {
                        for place in range {
                            let of =
                                |id: &AdministrativeUnitId| DirectoryScope::AdministrativeUnit(*id);
                            let at = place.checked_sub(1);
                            let one = at
                                .and_then(|at| units.get(at))
                                .map_or(DirectoryScope::Tenant, of);
                            let text = in_words(one);
                            let button = egui::Button::new(text)
                                .selected(one == scope)
                                .truncate()
                                .min_size(egui::vec2(ui.available_width(), UNIT));
                            if ui.add(button).clicked() {
                                scope = one;
                            }
                        }
                    });
            });
        scope
    }

    /// The units by name.
    fn units(&mut self, tenant: &Tenant) -> Arc<[AdministrativeUnitId]> {
        let revision = tenant.revision();
        if let Some((known, units)) = &self.units
            && *known == revision
        {
            return Arc::clone(units);
        }
        let mut units: Vec<_> = tenant.administrative_units().values().collect();
        units.sort_by_cached_key(|unit| crate::domain::fold::fold(&unit.name));
        let units: Arc<[_]> = units.into_iter().map(|unit| unit.id).collect();
        self.units = Some((revision, Arc::clone(&units)));
        units
    }
}
