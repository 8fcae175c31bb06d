//! The drop-down of where a role is held: the whole tenant, or one administrative unit.

use egui::{Button, Popup, PopupCloseBehavior, ScrollArea, TextStyle, Ui, vec2};

use super::words::Words;
use crate::domain::fold::fold;
use crate::domain::role::DirectoryScope;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::focus::follow;
use crate::ui::widgets::search_box::search_box;

/// From how many administrative units on there is a search.
const MANY: usize = 8;
/// How high the list gets.
const LIST: f32 = 280.0;

/// Draws it as wide as there is room. `sought` is what is looked for among many units.
pub fn scope(ui: &mut Ui, words: Words<'_>, scope: &mut DirectoryScope, sought: &mut String) {
    let texts = words.texts;
    let name = words.scope(*scope);
    let width = ui.available_width();
    let face = Button::new(name.as_str())
        .truncate()
        .right_text(theme::icon_text(icon::CHEVRON_DOWN))
        .min_size(vec2(width, theme::CONTROL_HEIGHT));
    let label = format!("{}: {name}", t!(texts, "editor-way-scope"));
    let response = ui.add(face).accessible_name(label).on_hover_text(&name);
    follow(&response);
    let units = words.session.tenant().administrative_units();
    Popup::menu(&response)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            if units.is_empty() {
                option(
                    ui,
                    scope,
                    DirectoryScope::Tenant,
                    &words.scope(DirectoryScope::Tenant),
                );
                ui.label(theme::caption(ui, t!(texts, "editor-no-units")));
                return;
            }
            if units.len() > MANY {
                ui.spacing_mut().text_edit_width = width;
                search_box(ui, sought, &t!(texts, "editor-search-units"), "unit search");
            }
            let wanted = fold(sought.trim());
            let found = |name: &str| wanted.is_empty() || fold(name).contains(&wanted);
            let mut listed: Vec<_> = units.values().filter(|unit| found(&unit.name)).collect();
            listed.sort_by_cached_key(|unit| fold(&unit.name));
            let row =
                ui.text_style_height(&TextStyle::Button) + 2.0 * ui.spacing().button_padding.y;
            option(
                ui,
                scope,
                DirectoryScope::Tenant,
                &words.scope(DirectoryScope::Tenant),
            );
            if listed.is_empty() {
                ui.label(theme::caption(ui, t!(texts, "editor-no-unit-found")));
            }
            let list = ScrollArea::vertical().max_height(LIST);
            list.show_rows(ui, row, listed.len(), |ui, range| {
                for unit in listed.get(range).into_iter().flatten() {
                    let value = DirectoryScope::AdministrativeUnit(unit.id);
                    option(ui, scope, value, &unit.name);
                }
            });
        });
}

fn option(ui: &mut Ui, scope: &mut DirectoryScope, value: DirectoryScope, name: &str) {
    let width = ui.available_width();
    let face = Button::selectable(*scope == value, name)
        .truncate()
        .min_size(vec2(width, 0.0));
    let response = ui.add(face).on_hover_text(name);
    follow(&response);
    if response.clicked() {
        *scope = value;
        ui.close();
    }
}
