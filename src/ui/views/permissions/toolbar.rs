//! What stands above the matrix: title, choice of matrix, copy and export, search and filters.

use egui::{
    Align, Button, Layout, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use super::rows::{Filters, Rows, Tab};
use super::{Person, State, export, file_name};
use crate::domain::catalogue::Edition;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::check_box::check_box_labelled;
use crate::ui::widgets::chip::{Tone, chip, filter_chip, filter_chip_counted, filter_chip_menu};
use crate::ui::widgets::search_box::search_box;

/// The width of each of the two search boxes.
const SEARCH: f32 = 232.0;
/// The tallest list of verbs; longer ones scroll.
const VERBS: f32 = 360.0;
/// The width of that list.
const VERB_WIDTH: f32 = 240.0;
/// How long a button tells that it copied, in seconds.
const COPIED: f64 = 2.0;
/// The line below the chosen matrix.
const TAB_LINE: f32 = 3.0;

/// Title, choice of matrix, copy and export.
pub fn title_ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, rows: &Rows) {
    ui.horizontal(|ui| {
        let catalogue = cx.session.catalogue();
        let classic = catalogue.office365_roles().len();
        let size = |edition| catalogue.edition(edition).roles().len();
        let tabs = [
            (Tab::Office365, t!(cx.texts, "matrix-office-365"), classic),
            (
                Tab::Entra(Edition::Current),
                t!(cx.texts, "matrix-entra-current"),
                size(Edition::Current),
            ),
            (
                Tab::Entra(Edition::Seed),
                t!(cx.texts, "matrix-entra-seed"),
                size(Edition::Seed),
            ),
        ];
        let gap = ui.spacing().item_spacing.x;
        let for_tabs: f32 = tabs
            .iter()
            .map(|(_, name, _)| tab_width(ui, name) + gap)
            .sum();
        let title = theme::title(t!(cx.texts, "view-permissions"));
        let for_title = text_width(ui, title.clone()) + gap + theme::SPACE_4;
        let icons = 2.0 * (theme::CONTROL_HEIGHT + gap);
        let room = ui.available_width() - for_tabs;
        // In very little room the navigation says which view this is.
        if for_title + icons <= room {
            ui.label(title);
            ui.add_space(theme::SPACE_4);
        }
        for (tab, name, roles) in tabs {
            let response = tab_ui(ui, &name, state.tab == tab);
            if state.tab == tab {
                panes::mark(ui, Pane::View, ui.clip_rect(), response.id);
            }
            let response = response.on_hover_text(t!(cx.texts, "count-roles", count = roles));
            if response.clicked() && state.tab != tab {
                state.tab = tab;
                state.explained = None;
                state.cursor = None;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            export_ui(ui, cx, state, rows);
        });
    });
}

fn text_width(ui: &Ui, text: egui::RichText) -> f32 {
    let galley = egui::WidgetText::from(text).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Body,
    );
    galley.size().x
}

fn tab_width(ui: &Ui, name: &str) -> f32 {
    text_width(ui, theme::semibold(name)) + 2.0 * theme::SPACE_3
}

fn tab_ui(ui: &mut Ui, name: &str, chosen: bool) -> egui::Response {
    let p = theme::palette(ui);
    let text = if chosen {
        theme::semibold(name)
    } else {
        theme::medium(name)
    };
    let ink = if chosen { p.text } else { p.text_secondary };
    let galley = egui::WidgetText::from(text.color(ink)).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Body,
    );
    let size = vec2(
        galley.size().x + 2.0 * theme::SPACE_3,
        theme::CONTROL_HEIGHT,
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink);
    if chosen {
        let line = rect.with_min_y(rect.bottom() - TAB_LINE);
        ui.painter()
            .rect_filled(line.shrink2(vec2(theme::SPACE_3, 0.0)), 2, p.accent);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
    }
    response
}

fn export_ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, rows: &Rows) {
    let texts = cx.texts;
    let possible = || {
        if rows.is_empty() {
            Err(t!(texts, "matrix-nothing"))
        } else {
            Ok(())
        }
    };
    let text = t!(texts, "command-export");
    let tip = t!(texts, "matrix-export-tip");
    let words = [text.as_str(), &t!(texts, "copied"), &t!(texts, "copy")];
    let [export_width, ..] = words.map(|text| button::command_width(ui, text));
    let copy_width = (words.into_iter().skip(1))
        .map(|text| button::command_width(ui, text))
        .fold(0.0, f32::max);
    let draw = if export_width + copy_width + theme::SPACE_4 <= ui.available_width() {
        button::command_button
    } else {
        button::command_icon
    };
    let response = draw(ui, icon::EXPORT, &text, possible());
    if response.on_hover_text(tip).clicked() {
        cx.outbox.ui(UiCommand::Export {
            name: file_name(state.tab).to_owned(),
            text: export::csv(rows),
        });
    }
    let now = ui.input(|input| input.time);
    let copied = state.copied_at.is_some_and(|at| now - at < COPIED);
    let (glyph, text) = if copied {
        ui.ctx().request_repaint_after_secs(0.5);
        (icon::CHECK, t!(texts, "copied"))
    } else {
        (icon::COPY, t!(texts, "copy"))
    };
    let tip = t!(texts, "matrix-copy-tip");
    let response = draw(ui, glyph, &text, possible());
    if response.on_hover_text(tip).clicked() {
        ui.ctx().copy_text(export::tab_separated(rows));
        state.copied_at = Some(now);
    }
}

/// Search on both axes and the filters.
pub fn filters_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    rows: &Rows,
    person: Option<&Person>,
) {
    let texts = cx.texts;
    let is_entra = state.tab != Tab::Office365;
    let State {
        filters, in_words, ..
    } = state;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SPACE_2, theme::SPACE_2);
        ui.spacing_mut().text_edit_width = SEARCH;
        let hint = if is_entra {
            t!(texts, "matrix-find-action")
        } else {
            t!(texts, "matrix-find-permission")
        };
        search_box(ui, &mut filters.actions, &hint, "permissions-actions");
        let hint = t!(texts, "matrix-find-role");
        search_box(ui, &mut filters.roles, &hint, "permissions-roles");
        if is_entra {
            entra_filters(ui, texts, filters, rows);
        }
        toggle(
            ui,
            &t!(texts, "matrix-differing"),
            None,
            &mut filters.differing,
        );
        toggle(ui, &t!(texts, "matrix-granted"), None, &mut filters.granted);
        if let Some(person) = person {
            let name = t!(texts, "matrix-roles-of", name = person.name.as_str());
            let count = number(texts, person.roles.len());
            chip(ui, &name, Tone::Accent, Some(icon::PERSON));
            let only = t!(texts, "matrix-only-these");
            toggle(ui, &only, Some(&count), &mut filters.held_only);
        }
        if filters.is_active() && command(ui, icon::DISMISS, &t!(texts, "clear-filters")) {
            filters.clear();
        }
        if is_entra {
            folds_ui(ui, texts, filters, rows);
            let text = t!(texts, "matrix-in-words");
            let width = button::command_width(ui, &text) + theme::SPACE_2;
            next_row_unless(ui, width);
            if check_box_labelled(ui, *in_words, text, true).clicked() {
                *in_words = !*in_words;
            }
        }
    });
}

/// A button among the filters, on a row of its own where it has no room; whether it was clicked.
fn command(ui: &mut Ui, glyph: &str, text: &str) -> bool {
    next_row_unless(ui, button::command_width(ui, text));
    button::command_button(ui, glyph, text, Ok(())).clicked()
}

/// Goes on below, unless there is room for something so wide: a scope does not wrap by itself.
fn next_row_unless(ui: &mut Ui, width: f32) {
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
}

fn toggle(ui: &mut Ui, text: &str, count: Option<&str>, on: &mut bool) {
    let response = match count {
        Some(count) => filter_chip_counted(ui, text, count, *on),
        None => filter_chip(ui, text, None, *on),
    };
    if response.clicked() {
        *on = !*on;
    }
}

fn entra_filters(ui: &mut Ui, texts: &Texts, filters: &mut Filters, rows: &Rows) {
    let text = match &filters.verb {
        Some(verb) => t!(texts, "matrix-verb-is", verb = &**verb),
        None => t!(texts, "matrix-verb"),
    };
    let menu = filter_chip_menu(ui, &text, filters.verb.is_some());
    Popup::menu(&menu)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.set_width(VERB_WIDTH);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().button_padding.x = theme::SPACE_2;
            ScrollArea::vertical().max_height(VERBS).show(ui, |ui| {
                let every = number(texts, rows.all.0);
                let all = (None, t!(texts, "all"), every);
                let each = rows.verbs.iter().map(|(verb, count)| {
                    (Some(verb.clone()), verb.to_string(), number(texts, *count))
                });
                for (verb, name, count) in std::iter::once(all).chain(each) {
                    let chosen = filters.verb == verb;
                    let count = egui::RichText::new(count).weak();
                    let entry = Button::selectable(chosen, name).right_text(count);
                    if ui.add(entry).clicked() {
                        filters.verb = verb;
                    }
                }
            });
        });
    let (actions, roles) = rows.privileged;
    let (actions, roles) = (number(texts, actions), number(texts, roles));
    let text = t!(texts, "matrix-privileged-actions");
    toggle(ui, &text, Some(&actions), &mut filters.privileged_actions);
    let text = t!(texts, "matrix-privileged-roles");
    toggle(ui, &text, Some(&roles), &mut filters.privileged_roles);
}

fn folds_ui(ui: &mut Ui, texts: &Texts, filters: &mut Filters, rows: &Rows) {
    let open = rows.groups.iter().any(|group| !group.folded);
    let folded = rows.groups.iter().any(|group| group.folded);
    if open && command(ui, icon::CHEVRON_UP, &t!(texts, "matrix-fold-all")) {
        let names = rows.groups.iter().map(|group| group.name.clone());
        filters.folded.extend(names);
    }
    if folded && command(ui, icon::CHEVRON_DOWN, &t!(texts, "matrix-unfold-all")) {
        filters.folded.clear();
    }
}
