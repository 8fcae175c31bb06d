//! The filters: chips with counts, and lists to choose a category, a status or a service from.

use egui::{Button, Frame, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use super::rows::{FilterCounts, Filters};
use super::{namespaces, words};
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::views::role_editor::picker::GroupKey;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::chip::{filter_chip_counted, filter_chip_menu};

const LIST_WIDTH: f32 = 300.0;
const LIST_HEIGHT: f32 = 360.0;

/// Draws the filters and changes them as they are clicked.
pub fn bar(ui: &mut Ui, words: Words<'_>, counts: &FilterCounts, filters: &mut Filters) {
    let texts = words.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(theme::SPACE_2, theme::SPACE_1);
        let all = number(texts, counts.all);
        if filter_chip_counted(ui, &t!(texts, "all"), &all, filters.is_empty()).clicked() {
            *filters = Filters::default();
        }
        let count = number(texts, counts.privileged);
        let chip = filter_chip_counted(ui, &t!(texts, "privileged"), &count, filters.privileged);
        if chip.clicked() {
            filters.privileged = !filters.privileged;
        }
        let unassigned = counts.all.saturating_sub(counts.assigned);
        for (assigned, name, count) in [
            (true, t!(texts, "roles-assigned"), counts.assigned),
            (false, t!(texts, "roles-unassigned"), unassigned),
        ] {
            let chosen = filters.assigned == Some(assigned);
            let chip = filter_chip_counted(ui, &name, &number(texts, count), chosen);
            if chip.clicked() {
                filters.assigned = (!chosen).then_some(assigned);
            }
        }
        let name = filters
            .category
            .map(|it| words.group(GroupKey::Category(it)));
        let kind = t!(texts, "roles-category");
        menu(
            ui,
            texts,
            name.as_deref(),
            &kind,
            &mut filters.category,
            || {
                let each = counts.categories.iter();
                each.map(|(it, count)| (words.group(GroupKey::Category(*it)), *it, *count))
                    .collect()
            },
        );
        let name = filters.status.map(|it| words::status_word(texts, it));
        let kind = t!(texts, "roles-status");
        menu(
            ui,
            texts,
            name.as_deref(),
            &kind,
            &mut filters.status,
            || {
                let each = counts.statuses.iter();
                each.map(|(it, count)| (words::status_word(texts, *it), *it, *count))
                    .collect()
            },
        );
        let name = filters
            .service
            .as_deref()
            .map(|it| namespaces::name(it, texts.language()));
        let kind = t!(texts, "roles-service");
        menu(
            ui,
            texts,
            name.as_deref(),
            &kind,
            &mut filters.service,
            || {
                let each = counts.services.iter();
                each.map(|(it, name, count)| (name.clone(), it.clone(), *count))
                    .collect()
            },
        );
    });
}

/// A list below a chip, to choose one of or, first of all, any.
fn menu<T: PartialEq>(
    ui: &mut Ui,
    texts: &Texts,
    name: Option<&str>,
    kind: &str,
    chosen: &mut Option<T>,
    options: impl FnOnce() -> Vec<(String, T, usize)>,
) {
    let text = name.unwrap_or(kind);
    let response = filter_chip_menu(ui, text, name.is_some());
    popup(&response, |ui| {
        if option(ui, &t!(texts, "roles-any"), None, chosen.is_none()) {
            *chosen = None;
            ui.close();
        }
        ui.separator();
        let scroll = ScrollArea::vertical().max_height(LIST_HEIGHT);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            // The scroll bar keeps clear of the counts.
            ui.set_max_width(ui.available_width() - theme::SPACE_4);
            for (name, value, count) in options() {
                let count = number(texts, count);
                if option(ui, &name, Some(&count), chosen.as_ref() == Some(&value)) {
                    *chosen = Some(value);
                    ui.close();
                }
            }
        });
    });
}

fn popup(response: &Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(response)
        .gap(theme::SPACE_1)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(LIST_WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            Frame::new().inner_margin(theme::SPACE_1).show(ui, content);
        });
}

fn option(ui: &mut Ui, name: &str, count: Option<&str>, chosen: bool) -> bool {
    let mark = if chosen { icon::CHECK } else { "\u{2003}" };
    let spoken = count.map_or_else(|| name.to_owned(), |count| format!("{name} ({count})"));
    let count = theme::secondary(ui, count.unwrap_or_default());
    let face = Button::new((theme::icon_text(mark), name))
        .truncate()
        .frame_when_inactive(false)
        .right_text(count);
    ui.add(face).accessible_name(spoken).clicked()
}
