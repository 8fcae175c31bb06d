//! The frozen first column: heads of groups, actions and permissions.

use std::sync::Arc;

use egui::{Align, Align2, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::header::lay_out;
use super::{Asked, GridPainter, middle};
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::views::permissions::rows::{Item, Line, RowKey};

/// The least height of a line that holds two lines of body text.
const TWO_LINES: f32 = 38.0;

impl GridPainter<'_> {
    /// The label of one line.
    pub(super) fn label_ui(&mut self, ui: &Ui, line: usize) {
        let p = theme::palette(ui);
        let hovered = self.hover.0 == Some(line);
        match self.grid.rows.lines.get(line) {
            Some(Line::Group(index)) => {
                let ground = if hovered { p.hover } else { p.page };
                ui.painter().rect_filled(ui.max_rect(), 0, ground);
                self.group_ui(ui, *index);
            }
            Some(Line::Item(index)) => {
                let ground = if hovered {
                    p.hover
                } else if self.is_band(line) {
                    p.band
                } else {
                    p.surface
                };
                ui.painter().rect_filled(ui.max_rect(), 0, ground);
                if let Some(item) = self.grid.rows.items.get(*index) {
                    self.item_ui(ui, item);
                }
            }
            None => {}
        }
    }

    fn group_ui(&mut self, ui: &Ui, index: usize) {
        let Some(group) = self.grid.rows.groups.get(index) else {
            return;
        };
        let p = theme::palette(ui);
        let rect = ui.max_rect();
        let painter = ui.painter();
        let chevron = if group.folded {
            icon::CHEVRON_RIGHT
        } else {
            icon::CHEVRON_DOWN
        };
        let left = rect.left() + theme::SPACE_2;
        let at = pos2(left, rect.center().y);
        let font = theme::font(theme::SIZE_BODY);
        painter.text(
            at,
            Align2::LEFT_CENTER,
            chevron,
            font.clone(),
            p.text_secondary,
        );

        let texts = self.grid.texts;
        let shown = number(texts, group.shown);
        let count = if group.shown == group.all {
            shown
        } else {
            t!(
                texts,
                "matrix-of",
                shown = shown,
                all = number(texts, group.all)
            )
        };
        let font = theme::font(theme::SIZE_SMALL);
        let right = rect.right() - theme::SPACE_3;
        let at = pos2(right, rect.center().y);
        let counted = painter.text(at, Align2::RIGHT_CENTER, count, font, p.text_secondary);

        let left = left + theme::SPACE_5;
        let room = counted.left() - theme::SPACE_2 - left;
        let name = egui::WidgetText::from(theme::semibold(&*group.name)).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            room,
            egui::FontSelection::Default,
        );
        painter.galley(middle(left, rect, &name), name, p.text);

        let response = ui.interact(rect, self.id.with(("group", &group.name)), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, self.grid.group_sentence(index))
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(!group.folded);
        });
        if response.has_focus() {
            theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
        }
        if response.clicked() {
            self.asked.push(Asked::Fold(index));
        }
        let help = if group.folded {
            t!(texts, "matrix-unfold")
        } else {
            t!(texts, "matrix-fold")
        };
        response.on_hover_ui(|ui| {
            ui.label(theme::semibold(&*group.name));
            ui.label(theme::caption(ui, help));
        });
    }

    /// A row in words. Permissions take two lines each as soon as one of them needs it: there
    /// are few, and each must be read whole.
    fn words(&self, ui: &Ui, item: &Item, room: f32) -> Arc<Galley> {
        let one_line =
            |item: &Item| lay_out(ui, &item.words, theme::SIZE_BODY, room, 1, Align::Min);
        let is_long = |item: &Item| one_line(item).elided;
        let is_permission = matches!(item.key, RowKey::Permission(_));
        if is_permission && !self.grid.rows.items.iter().any(is_long) {
            return one_line(item);
        }
        let size = if self.measures.line < TWO_LINES {
            theme::SIZE_SMALL
        } else {
            theme::SIZE_BODY
        };
        lay_out(ui, &item.words, size, room, 2, Align::Min)
    }

    fn item_ui(&self, ui: &Ui, item: &Item) {
        let p = theme::palette(ui);
        let rect = ui.max_rect();
        let mut left = rect.left() + theme::SPACE_3;
        let mut right = rect.right() - theme::SPACE_3;
        if matches!(item.key, RowKey::Action(_)) {
            left += theme::SPACE_4;
        } else {
            right = rect.right() - theme::SPACE_1;
        }
        if item.privileged == Some(true) {
            let at = pos2(right, rect.center().y);
            let font = theme::font(theme::SIZE_BODY);
            let shield = icon::PRIVILEGED;
            right = ui
                .painter()
                .text(at, Align2::RIGHT_CENTER, shield, font, p.privileged)
                .left();
            right -= theme::SPACE_1;
        }
        let in_words = self.grid.in_words || matches!(item.key, RowKey::Permission(_));
        if in_words {
            let galley = self.words(ui, item, right - left);
            ui.painter()
                .galley(middle(left, rect, &galley), galley, p.text);
        } else {
            paint_path(ui, rect.with_min_x(left).with_max_x(right), &item.text);
        }

        let response = ui.interact(rect, self.id.with(("row", &item.text)), Sense::hover());
        response.widget_info(|| {
            let label = if in_words { &item.words } else { &item.text };
            WidgetInfo::labeled(Role::RowHeader, true, &**label)
        });
        if matches!(item.key, RowKey::Permission(_)) {
            return;
        }
        response.on_hover_ui(|ui| {
            ui.label(theme::semibold(&*item.words));
            ui.label(theme::caption(ui, &*item.text));
            if item.privileged == Some(true) {
                let text = format!("{} {}", icon::PRIVILEGED, t!(self.grid.texts, "privileged"));
                ui.label(theme::medium(text).color(theme::palette(ui).privileged));
            }
        });
    }
}

/// An action without its namespace, which stands above it. Where there is no room the middle
/// goes: the end tells what is done.
fn paint_path(ui: &Ui, rect: Rect, action: &str) {
    let p = theme::palette(ui);
    let path = action.split_once('/').map_or(action, |(_, path)| path);
    let whole = lay_out(ui, path, theme::SIZE_BODY, f32::INFINITY, 1, Align::Min);
    if whole.size().x <= rect.width() {
        ui.painter()
            .galley(middle(rect.left(), rect, &whole), whole, p.text);
        return;
    }
    let cut = path.rfind('/').unwrap_or(0);
    let (head, tail) = path.split_at_checked(cut).unwrap_or((path, ""));
    let tail = lay_out(
        ui,
        tail,
        theme::SIZE_BODY,
        rect.width() / 2.0,
        1,
        Align::Min,
    );
    let room = rect.width() - tail.size().x;
    let head = lay_out(ui, head, theme::SIZE_BODY, room, 1, Align::Min);
    let x = rect.left() + head.size().x;
    ui.painter()
        .galley(middle(rect.left(), rect, &head), head, p.text);
    ui.painter().galley(middle(x, rect, &tail), tail, p.text);
}
