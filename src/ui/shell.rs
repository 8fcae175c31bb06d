//! What stands around every view: top bar, navigation, status line.
//!
//! Draws and asks; holds nothing.

use egui::{Align, Frame, Layout, Margin, Panel, Sense, Ui, vec2};

use crate::domain::language::Language;
use crate::i18n::Texts;
use crate::storage::settings::ThemeChoice;
use crate::t;

use super::View;
use super::document::Document;
use super::jobs::Work;
use super::notices::Notices;
use super::outbox::Outbox;
use super::theme::{self, icon};
use super::ui_command::UiCommand;
use super::widgets::avatar::avatar;
use super::widgets::button;

/// Below this width of the window the navigation shows icons only.
const NARROW: f32 = 1100.0;

/// What the shell shows.
pub struct Shell<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// What is open.
    pub document: Option<&'a Document>,
    /// Which view is shown.
    pub view: View,
    /// The notices, for their list.
    pub notices: &'a Notices,
    /// What is under way.
    pub work: Option<(Work, f32)>,
    /// Requests.
    pub outbox: &'a mut Outbox,
}

impl Shell<'_> {
    /// The bar at the top: tenant, search, undo and redo, language, notices, theme, account.
    pub fn top_bar(&mut self, ui: &mut Ui) {
        let p = theme::palette(ui);
        Panel::top("top bar")
            .exact_size(theme::TOP_BAR_HEIGHT)
            .frame(bar(p.surface))
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    self.tenant_name(ui);
                    self.search(ui);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                        self.account(ui);
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

    fn tenant_name(&self, ui: &mut Ui) {
        let accent = theme::palette(ui).accent_text;
        let mark = theme::icon_text(icon::APP).size(theme::ICON_SIZE_LARGE);
        ui.label(mark.color(accent));
        let name = match self.document {
            Some(open) => open.session.tenant().organization().name.to_string(),
            None => t!(self.texts, "app-name"),
        };
        // The search begins where the navigation ends.
        let width = theme::NAVIGATION_WIDTH - 40.0;
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
    fn search(&mut self, ui: &mut Ui) {
        let width = (ui.available_width() - 430.0).clamp(40.0, 380.0);
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
        inside.label(theme::icon_text(icon::SEARCH).color(p.text_secondary));
        if width > 160.0 {
            let hint = theme::secondary(&inside, t!(self.texts, "search-hint"));
            inside.add(egui::Label::new(hint).truncate());
        }
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, t!(self.texts, "search-hint"))
        });
        if response.on_hover_text(name).clicked() {
            self.outbox.ui(UiCommand::CommandPalette);
        }
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
            if self.notices.is_empty() {
                ui.label(theme::secondary(ui, t!(self.texts, "notices-none")));
            } else {
                self.notices.list(ui);
            }
        });
    }

    /// The account acted as; its menu switches in a second click.
    fn account(&mut self, ui: &mut Ui) {
        let Some(open) = self.document else { return };
        let Some(actor) = open.session.actor() else {
            return;
        };
        let language = self.texts.language();
        let roles: Vec<String> = open
            .session
            .actor_roles()
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
        let width = 190.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::click());
        let p = theme::palette(ui);
        if response.hovered() {
            ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
        }
        if response.has_focus() {
            theme::focus_ring(ui, rect, theme::RADIUS);
        }
        let mut inside = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect.shrink2(vec2(theme::SPACE_1, 0.0)))
                .layout(Layout::right_to_left(Align::Center)),
        );
        avatar(&mut inside, &name, theme::AVATAR_SIZE);
        inside.with_layout(Layout::top_down(Align::Max), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(2.0);
            let line = theme::medium(name.as_str()).text_style(egui::TextStyle::Small);
            ui.add(egui::Label::new(line).truncate());
            let line = theme::caption(ui, shown);
            ui.add(egui::Label::new(line).truncate());
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
                for role in &roles {
                    ui.label(role);
                }
                ui.separator();
                theme::make_subtle(ui);
                let switch = UiCommand::SwitchAccount;
                if ui.button(switch.text(self.texts)).clicked() {
                    self.outbox.ui(switch);
                }
            });
    }

    /// The views, on the left.
    pub fn navigation(&mut self, ui: &mut Ui) {
        let narrow = ui.ctx().content_rect().width() < NARROW;
        let width = if narrow {
            56.0
        } else {
            theme::NAVIGATION_WIDTH
        };
        let p = theme::palette(ui);
        let frame = Frame::new()
            .fill(p.page)
            .inner_margin(Margin::symmetric(8, 12));
        Panel::left("navigation")
            .exact_size(width)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = theme::SPACE_1;
                for (view, command, filled) in [
                    (
                        View::ActiveUsers,
                        UiCommand::ShowActiveUsers,
                        icon::USERS_FILLED,
                    ),
                    (
                        View::Permissions,
                        UiCommand::ShowPermissions,
                        icon::MATRIX_FILLED,
                    ),
                ] {
                    let chosen = self.view == view;
                    let glyph = if chosen { filled } else { command.icon() };
                    let text = self.texts.dynamic(view.title_key());
                    let line = navigation_line(ui, glyph, &text, chosen, narrow)
                        .on_hover_text(command.tooltip(ui.ctx(), self.texts));
                    if line.clicked() {
                        self.outbox.ui(command);
                    }
                }
            });
    }

    /// The line at the bottom: file, whether it is saved, counts, work under way.
    pub fn status_line(&mut self, ui: &mut Ui) -> bool {
        let p = theme::palette(ui);
        let mut cancelled = false;
        Panel::bottom("status line")
            .exact_size(theme::STATUS_HEIGHT)
            .frame(bar(p.surface))
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    self.file_state(ui);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if let Some((work, fraction)) = self.work {
                            cancelled = self.work_state(ui, work, fraction);
                        }
                        if let Some(open) = self.document {
                            let tenant = open.session.tenant();
                            let people = tenant.users().len();
                            ui.label(theme::caption(
                                ui,
                                t!(self.texts, "count-users", count = people),
                            ));
                            let held = tenant.assignments().len();
                            let held = t!(self.texts, "count-assignments", count = held);
                            ui.label(theme::caption(ui, held));
                        }
                    });
                });
            });
        cancelled
    }

    fn file_state(&self, ui: &mut Ui) {
        let Some(open) = self.document else {
            ui.label(theme::caption(ui, t!(self.texts, "app-sentence")));
            return;
        };
        let p = theme::palette(ui);
        let dirty = open.session.is_dirty();
        let (glyph, colour, word) = match (dirty, open.path.is_some()) {
            (false, _) => (icon::CHECK_CIRCLE, p.good, t!(self.texts, "status-saved")),
            (true, true) => (
                icon::CIRCLE_FILLED,
                p.warning,
                t!(self.texts, "status-unsaved"),
            ),
            (true, false) => (
                icon::CIRCLE_FILLED,
                p.warning,
                t!(self.texts, "status-new-file"),
            ),
        };
        if let Some(name) = open.file_name() {
            let shown = theme::caption(ui, name.as_str());
            let full = open.path.as_ref().map(|path| path.display().to_string());
            ui.label(shown).on_hover_text(full.unwrap_or_default());
        }
        ui.label(theme::icon_text(glyph).size(12.0).color(colour));
        ui.label(theme::caption(ui, word));
    }

    fn work_state(&self, ui: &mut Ui, work: Work, fraction: f32) -> bool {
        let cancel = ui
            .scope(|ui| {
                theme::make_subtle(ui);
                ui.small_button(t!(self.texts, "cancel"))
            })
            .inner
            .clicked();
        let doing = match work {
            Work::Saving => t!(self.texts, "status-saving"),
            Work::Opening | Work::Choosing => t!(self.texts, "status-opening"),
        };
        ui.add(
            egui::ProgressBar::new(fraction)
                .desired_width(120.0)
                .desired_height(6.0),
        )
        .accessible_name(doing.as_str());
        ui.label(theme::caption(ui, doing));
        cancel
    }
}

fn bar(fill: egui::Color32) -> Frame {
    Frame::new()
        .fill(fill)
        .inner_margin(Margin::symmetric(12, 0))
}

fn navigation_line(
    ui: &mut Ui,
    glyph: &str,
    text: &str,
    chosen: bool,
    narrow: bool,
) -> egui::Response {
    let size = vec2(ui.available_width(), 36.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let p = theme::palette(ui);
    if chosen {
        ui.painter().rect_filled(rect, theme::RADIUS, p.surface);
        let mark = egui::Rect::from_min_size(rect.left_center() - vec2(0.0, 9.0), vec2(3.0, 18.0));
        ui.painter().rect_filled(mark, 1.5, p.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(theme::SPACE_3, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    let colour = if chosen { p.accent_text } else { p.text };
    inside.label(theme::icon_text(glyph).color(colour));
    if !narrow {
        let words = if chosen {
            theme::semibold(text)
        } else {
            egui::RichText::new(text)
        };
        inside.add(egui::Label::new(words).truncate());
    }
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, chosen, text));
    response
}
