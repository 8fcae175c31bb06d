//! What stands around every view: top bar, navigation, status line.
//!
//! Draws and asks; holds nothing.

mod top_bar;

use egui::{Align, Frame, Layout, Margin, Panel, Sense, Ui, vec2};

use crate::i18n::Texts;
use crate::t;

use super::View;
use super::document::Document;
use super::jobs::Work;
use super::notices::Notices;
use super::outbox::Outbox;
use super::panes::{self, Pane};
use super::theme::{self, icon};
use super::ui_command::UiCommand;
use super::widgets::focus::silent;

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
                    (View::Overview, UiCommand::ShowOverview, icon::HOME_FILLED),
                    (
                        View::ActiveUsers,
                        UiCommand::ShowActiveUsers,
                        icon::USERS_FILLED,
                    ),
                    (
                        View::DeletedUsers,
                        UiCommand::ShowDeletedUsers,
                        icon::PERSON_DELETE,
                    ),
                    (View::Groups, UiCommand::ShowGroups, icon::GROUP_FILLED),
                    (View::Roles, UiCommand::ShowRoles, icon::ROLES_FILLED),
                    (
                        View::Permissions,
                        UiCommand::ShowPermissions,
                        icon::MATRIX_FILLED,
                    ),
                    (View::Access, UiCommand::ShowAccess, icon::ACCESS_FILLED),
                    (View::Review, UiCommand::ShowReview, icon::REVIEW_FILLED),
                    (
                        View::Organization,
                        UiCommand::ShowOrganization,
                        icon::ORGANISATION_FILLED,
                    ),
                    (View::Changes, UiCommand::ShowChanges, icon::CHANGES_FILLED),
                ] {
                    let chosen = self.view.home() == view;
                    let glyph = if chosen { filled } else { command.icon() };
                    let text = self.texts.dynamic(view.title_key());
                    let badge = self.open_findings().filter(|_| view == View::Review);
                    let line = navigation_line(ui, glyph, &text, chosen, narrow, badge);
                    if let Some(count) = badge {
                        let name = t!(self.texts, "review-badge", name = text, count = count);
                        ui.ctx()
                            .accesskit_node_builder(line.id, |node| node.set_label(name));
                    }
                    let line = line.on_hover_text(command.tooltip(ui.ctx(), self.texts));
                    if chosen {
                        panes::mark(ui, Pane::Navigation, ui.clip_rect(), line.id);
                    }
                    if line.clicked() {
                        self.outbox.ui(command);
                    }
                }
            });
    }

    /// How many findings wait for someone; nothing while none do.
    fn open_findings(&self) -> Option<usize> {
        let count = self.document?.findings.open_count()?;
        (count > 0).then_some(count)
    }

    /// The line at the bottom: file, whether it is saved, counts, work under way.
    pub fn status_line(&mut self, ui: &mut Ui) -> bool {
        let p = theme::palette(ui);
        let mut cancelled = false;
        Panel::bottom("status line")
            .exact_size(theme::STATUS_HEIGHT)
            .frame(bar(p.surface))
            .show(ui, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some((work, fraction)) = self.work {
                        cancelled = self.work_state(ui, work, fraction);
                    }
                    self.counts(ui);
                    ui.add_space(theme::SPACE_2);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        self.file_state(ui);
                    });
                });
            });
        cancelled
    }

    fn counts(&self, ui: &mut Ui) {
        let Some(open) = self.document else { return };
        let tenant = open.session.tenant();
        let people = t!(self.texts, "count-users", count = tenant.users().len());
        ui.label(theme::caption(ui, people));
        let held = tenant.assignments().len();
        let held = t!(self.texts, "count-assignments", count = held);
        ui.label(theme::caption(ui, held));
    }

    fn file_state(&self, ui: &mut Ui) {
        let Some(open) = self.document else {
            let sentence = theme::caption(ui, t!(self.texts, "app-sentence"));
            ui.add(egui::Label::new(sentence).truncate());
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
        let word = theme::caption(ui, word);
        if let Some(name) = open.file_name() {
            let shown = theme::caption(ui, name.as_str());
            let full = open.path.as_ref().map(|path| path.display().to_string());
            // The name gives way, the state of the file does not.
            let galley = egui::WidgetText::from(word.clone()).into_galley(
                ui,
                Some(egui::TextWrapMode::Extend),
                f32::INFINITY,
                egui::TextStyle::Small,
            );
            let state = galley.size().x + theme::ICON_SIZE + 3.0 * theme::SPACE_2;
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - state).max(0.0));
                ui.add(egui::Label::new(shown).truncate())
                    .on_hover_text(full.unwrap_or_default());
            });
        }
        let mark = theme::icon_text(glyph).size(12.0).color(colour);
        silent(ui.label(mark));
        ui.add(egui::Label::new(word).truncate());
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
            Work::Opening | Work::Reading | Work::Choosing => t!(self.texts, "status-opening"),
            Work::Rehearsing => t!(self.texts, "status-rehearsing"),
            Work::Applying => t!(self.texts, "status-applying"),
            Work::Comparing | Work::Reviewing => t!(self.texts, "status-comparing"),
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
    badge: Option<usize>,
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
        theme::focus_ring(ui, rect.shrink(1.0), theme::RADIUS);
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(theme::SPACE_3, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    let colour = if chosen { p.accent_text } else { p.text };
    silent(inside.label(theme::icon_text(glyph).color(colour)));
    if !narrow {
        let words = if chosen {
            theme::semibold(text)
        } else {
            egui::RichText::new(text)
        };
        silent(inside.add(egui::Label::new(words).truncate()));
    }
    if let Some(count) = badge {
        draw_badge(ui, rect, count, narrow);
    }
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, chosen, text));
    response
}

/// A number at the end of a line; where there are icons only, on its corner.
fn draw_badge(ui: &Ui, line: egui::Rect, count: usize, narrow: bool) {
    let p = theme::palette(ui);
    let text = if count > 99 {
        "99+".to_owned()
    } else {
        count.to_string()
    };
    let font = theme::font(theme::SIZE_SMALL);
    let galley = ui.painter().layout_no_wrap(text, font, p.warning);
    let height = 18.0;
    let size = vec2((galley.size().x + theme::SPACE_2).max(height), height);
    let centre = if narrow {
        line.right_top() + vec2(-10.0, 10.0)
    } else {
        line.right_center() - vec2(theme::SPACE_2 + size.x / 2.0, 0.0)
    };
    let pill = egui::Rect::from_center_size(centre, size);
    ui.painter().rect_filled(pill, height / 2.0, p.warning_soft);
    let at = pill.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, p.warning);
}
