//! The bar at the top: tenant, search, undo and redo, language, notices, theme, account.

use egui::{Align, Layout, Panel, Sense, Ui, vec2};

use super::{Shell, bar};
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::storage::settings::ThemeChoice;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

/// Below this width the parts of the bar take less.
const NARROW: f32 = 860.0;
/// What the name of the tenant takes where there is room: the search begins where the
/// navigation ends.
const TENANT: f32 = theme::NAVIGATION_WIDTH - 40.0;
/// What the account takes where there is room.
const ACCOUNT: f32 = 190.0;
/// What the account takes where there is little.
const ACCOUNT_NARROW: f32 = 132.0;
/// The height of the account.
const ACCOUNT_HEIGHT: f32 = 40.0;
/// The widest list of notices.
const NOTICES: f32 = 440.0;
/// The widest search field.
const SEARCH: f32 = 380.0;
/// The narrowest search field that says what it is for.
const SEARCH_WORDS: f32 = 150.0;

impl Shell<'_> {
    /// The bar at the top: tenant, search, undo and redo, language, notices, theme, account.
    pub fn top_bar(&mut self, ui: &mut Ui) {
        let p = theme::palette(ui);
        Panel::top("top bar")
            .exact_size(theme::TOP_BAR_HEIGHT)
            .frame(bar(p.surface))
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    let narrow = ui.max_rect().width() < NARROW;
                    self.tenant_name(ui, narrow);
                    self.search(ui, narrow);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                        self.account(ui, narrow);
                        self.theme_button(ui);
                        self.notices_button(ui);
                        self.language_button(ui);
                        if self.document.is_some() {
                            self.history_buttons(ui);
                        }
                    });
                });
            });
    }

    fn tenant_name(&self, ui: &mut Ui, narrow: bool) {
        let accent = theme::palette(ui).accent_text;
        let mark = theme::icon_text(icon::APP).size(theme::ICON_SIZE_LARGE);
        ui.label(mark.color(accent));
        let name = match self.document {
            Some(open) => open.session.tenant().organization().name.to_string(),
            None => t!(self.texts, "app-name"),
        };
        let width = if narrow { TENANT * 0.75 } else { TENANT };
        ui.allocate_ui_with_layout(
            vec2(width, theme::CONTROL_HEIGHT),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_width(width);
                ui.add(egui::Label::new(theme::semibold(name.as_str())).truncate())
                    .on_hover_text(name.as_str());
            },
        );
    }

    /// Looks like a search field and opens the command palette, which searches everything.
    fn search(&mut self, ui: &mut Ui, narrow: bool) {
        let width = (ui.available_width() - self.beside_search(narrow))
            .clamp(theme::CONTROL_HEIGHT, SEARCH);
        let size = vec2(width, theme::CONTROL_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let p = theme::palette(ui);
        let line = if response.hovered() {
            p.accent
        } else {
            p.control_line
        };
        ui.painter().rect(
            rect,
            theme::RADIUS,
            p.surface,
            egui::Stroke::new(1.0, line),
            egui::StrokeKind::Inside,
        );
        if response.has_focus() {
            theme::focus_ring(ui, rect, theme::RADIUS);
        }
        let mut inside = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect.shrink2(vec2(theme::SPACE_2, 0.0)))
                .layout(Layout::left_to_right(Align::Center)),
        );
        let name = UiCommand::CommandPalette.tooltip(ui.ctx(), self.texts);
        silent(inside.label(theme::icon_text(icon::SEARCH).color(p.text_secondary)));
        if width > SEARCH_WORDS {
            let hint = theme::secondary(&inside, t!(self.texts, "search-hint"));
            silent(inside.add(egui::Label::new(hint).truncate()));
        }
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, t!(self.texts, "search-hint"))
        });
        if response.on_hover_text(name).clicked() {
            self.outbox.ui(UiCommand::CommandPalette);
        }
    }

    /// What stands at the right of the search.
    fn beside_search(&self, narrow: bool) -> f32 {
        let button = theme::CONTROL_HEIGHT + theme::SPACE_1;
        let history = self.document.map_or(0.0, |_| 2.0 * button);
        let actor = self.document.and_then(|open| open.session.actor());
        let account = actor.map_or(0.0, |_| account_width(narrow) + theme::SPACE_1);
        // Notices and theme, and the language, which is wider.
        2.0 * button + 48.0 + history + account + theme::SPACE_4
    }

    fn history_buttons(&mut self, ui: &mut Ui) {
        let Some(open) = self.document else { return };
        for (command, can) in [
            (UiCommand::Redo, open.session.can_redo()),
            (UiCommand::Undo, open.session.can_undo()),
        ] {
            let name = command.tooltip(ui.ctx(), self.texts);
            let pressed = ui
                .add_enabled_ui(can, |ui| button::icon_button(ui, command.icon(), &name))
                .inner
                .clicked();
            if pressed {
                self.outbox.ui(command);
            }
        }
    }

    fn language_button(&mut self, ui: &mut Ui) {
        let (tag, other) = match self.texts.language() {
            Language::English => ("EN", Language::Dutch),
            Language::Dutch => ("NL", Language::English),
        };
        let command = UiCommand::Speak(other);
        let response = ui
            .scope(|ui| {
                theme::make_subtle(ui);
                ui.button(tag)
            })
            .inner
            .on_hover_text(command.text(self.texts));
        let response = response.accessible_name(command.text(self.texts));
        if response.clicked() {
            self.outbox.ui(command);
        }
    }

    fn theme_button(&mut self, ui: &mut Ui) {
        let command = if ui.visuals().dark_mode {
            UiCommand::Theme(ThemeChoice::Light)
        } else {
            UiCommand::Theme(ThemeChoice::Dark)
        };
        let name = command.text(self.texts);
        if button::icon_button(ui, command.icon(), &name).clicked() {
            self.outbox.ui(command);
        }
    }

    fn notices_button(&mut self, ui: &mut Ui) {
        let name = t!(self.texts, "notices");
        let bell = button::icon_button(ui, icon::BELL, &name);
        egui::Popup::menu(&bell).accessible_name(name).show(|ui| {
            ui.set_min_width(280.0);
            ui.set_max_width(NOTICES.min(ui.ctx().content_rect().width() - theme::SPACE_8));
            if self.notices.is_empty() {
                ui.label(theme::secondary(ui, t!(self.texts, "notices-none")));
            } else {
                self.notices.list(ui);
            }
        });
    }

    /// The account acted as; its menu switches in a second click.
    fn account(&mut self, ui: &mut Ui, narrow: bool) {
        let Some(open) = self.document else { return };
        let Some(actor) = open.session.actor() else {
            return;
        };
        let language = self.texts.language();
        let mut held = open.session.actor_roles();
        // Whoever may do everything reads so first.
        held.sort_by_key(|id| *id != RoleTemplateId::GLOBAL_ADMINISTRATOR);
        let roles: Vec<String> = held
            .into_iter()
            .map(|id| match open.session.catalogue().role(id) {
                Some(role) => role.name.get(language).to_owned(),
                None => id.to_string(),
            })
            .collect();
        let shown = match roles.as_slice() {
            [] => t!(self.texts, "user-no-roles"),
            [one] => one.clone(),
            [first, rest @ ..] => {
                format!(
                    "{first} {}",
                    t!(self.texts, "count-more", count = rest.len())
                )
            }
        };
        let name = actor.profile.display_name.to_string();
        let size = vec2(account_width(narrow), ACCOUNT_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let p = theme::palette(ui);
        if response.hovered() {
            ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
        }
        if response.has_focus() {
            theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
        }
        let mut inside = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect.shrink2(vec2(theme::SPACE_1, 0.0)))
                .layout(Layout::right_to_left(Align::Center)),
        );
        avatar(&mut inside, &name, theme::AVATAR_SIZE);
        inside.with_layout(Layout::top_down(Align::Max), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let lines = 2.0 * ui.text_style_height(&egui::TextStyle::Small);
            ui.add_space(((ACCOUNT_HEIGHT - lines) / 2.0).max(0.0));
            let line = theme::medium(name.as_str()).text_style(egui::TextStyle::Small);
            silent(ui.add(egui::Label::new(line).truncate()));
            let line = theme::caption(ui, shown);
            silent(ui.add(egui::Label::new(line).truncate()));
        });
        let label = t!(self.texts, "signed-in-as", name = name.as_str());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Button,
                true,
                format!("{label}, {}", roles.join(", ")),
            )
        });
        egui::Popup::menu(&response)
            .accessible_name(label)
            .show(|ui| {
                ui.set_min_width(240.0);
                ui.label(theme::semibold(name.as_str()));
                ui.label(theme::caption(ui, actor.upn.as_str()));
                let most = (ui.ctx().content_rect().height() - 240.0).max(80.0);
                egui::ScrollArea::vertical()
                    .max_height(most)
                    .show(ui, |ui| {
                        for role in &roles {
                            ui.label(role);
                        }
                    });
                ui.separator();
                theme::make_subtle(ui);
                let switch = UiCommand::SwitchAccount;
                if ui.button(switch.text(self.texts)).clicked() {
                    self.outbox.ui(switch);
                }
            });
    }
}

fn account_width(narrow: bool) -> f32 {
    if narrow { ACCOUNT_NARROW } else { ACCOUNT }
}
