//! Start: open, new, the sample tenant, recent files.

use std::path::PathBuf;

use egui::{Align, Layout, Sense, Ui, vec2};

use crate::i18n::Texts;
use crate::t;

use crate::ui::outbox::Outbox;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::widgets::focus::{follow, silent};

/// The least width with which the three cards stand beside each other.
const BESIDE: f32 = 740.0;

/// A recent file as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentRow {
    /// The file.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// The folder it is in.
    pub folder: String,
}

/// The recent files, newest first.
pub fn rows(recent: &[PathBuf]) -> Vec<RecentRow> {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map_or_else(String::new, |it| it.to_string_lossy().into_owned())
    };
    recent
        .iter()
        .map(|path| RecentRow {
            name: text(path.file_name()),
            folder: text(path.parent().map(std::path::Path::as_os_str)),
            path: path.clone(),
        })
        .collect()
}

/// Draws the view.
pub fn ui(ui: &mut Ui, texts: &Texts, recent: &[PathBuf], outbox: &mut Outbox) {
    let width = ui.available_width().min(760.0);
    let side = ((ui.available_width() - width) / 2.0).max(0.0);
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.add_space((ui.available_height() * 0.12).clamp(24.0, 120.0));
            ui.horizontal(|ui| {
                ui.add_space(side);
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    content(ui, texts, recent, outbox);
                });
            });
        });
}

fn content(ui: &mut Ui, texts: &Texts, recent: &[PathBuf], outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        let accent = theme::palette(ui).accent_text;
        ui.label(theme::icon_text(icon::APP).size(36.0).color(accent));
        ui.vertical(|ui| {
            ui.label(theme::title(t!(texts, "app-name")));
            ui.label(theme::secondary(ui, t!(texts, "app-sentence")));
        });
    });
    ui.add_space(theme::SPACE_6);
    let gap = theme::SPACE_3;
    // Beside each other where they have room for their words, below each other elsewhere.
    let beside = ui.available_width() >= BESIDE;
    let (card, layout) = if beside {
        let width = (ui.available_width() - 2.0 * gap) / 3.0;
        (vec2(width, 128.0), Layout::left_to_right(Align::Min))
    } else {
        let width = ui.available_width();
        (vec2(width, 108.0), Layout::top_down(Align::Min))
    };
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for (command, explained) in [
            (UiCommand::OpenSample, t!(texts, "start-sample-text")),
            (UiCommand::Open, t!(texts, "start-open-text")),
            (UiCommand::NewTenant, t!(texts, "start-new-text")),
        ] {
            if big_button(ui, card, command.icon(), &command.text(texts), &explained).clicked() {
                outbox.ui(command);
            }
        }
    });
    ui.add_space(theme::SPACE_6);
    ui.label(theme::subtitle(t!(texts, "start-recent")));
    let rows = rows(recent);
    if rows.is_empty() {
        ui.label(theme::secondary(ui, t!(texts, "start-no-recent")));
    }
    for row in rows {
        if recent_line(ui, &row).clicked() {
            outbox.ui(UiCommand::OpenFile(row.path));
        }
    }
    ui.add_space(theme::SPACE_4);
    ui.horizontal(|ui| {
        let colour = theme::palette(ui).text_secondary;
        ui.label(theme::icon_text(icon::IMPORT).color(colour));
        ui.label(theme::secondary(ui, t!(texts, "start-drop")));
    });
}

/// A card that is a button: icon, title, a line of explanation.
fn big_button(
    ui: &mut Ui,
    size: egui::Vec2,
    glyph: &str,
    title: &str,
    explained: &str,
) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let p = theme::palette(ui);
    let fill = if response.is_pointer_button_down_on() {
        p.pressed
    } else if response.hovered() {
        p.hover
    } else {
        p.surface
    };
    ui.painter().rect(
        rect,
        theme::RADIUS_CARD,
        fill,
        egui::Stroke::new(1.0, p.line),
        egui::StrokeKind::Inside,
    );
    follow(&response);
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(1.0), theme::RADIUS_CARD);
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink(theme::SPACE_4))
            .layout(Layout::top_down(Align::Min)),
    );
    let mark = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
    silent(inside.label(mark.color(p.accent_text)));
    silent(inside.label(theme::semibold(title)));
    let caption = theme::caption(&inside, explained);
    silent(inside.add(egui::Label::new(caption).wrap()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, title));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(explained));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn recent_line(ui: &mut Ui, row: &RecentRow) -> egui::Response {
    let size = vec2(ui.available_width(), theme::ROW_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let p = theme::palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    follow(&response);
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(1.0), theme::RADIUS);
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(theme::SPACE_2, 2.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    silent(inside.label(theme::icon_text(icon::DOCUMENT).color(p.text_secondary)));
    inside.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        silent(ui.add(egui::Label::new(row.name.as_str()).truncate()));
        let folder = theme::caption(ui, row.folder.as_str());
        silent(ui.add(egui::Label::new(folder).truncate()));
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &row.name));
    let folder = row.folder.as_str();
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(folder));
    response.on_hover_text(row.path.display().to_string())
}
