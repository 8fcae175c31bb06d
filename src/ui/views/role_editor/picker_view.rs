//! Draws the role picker: search, groups, rows.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Align, Align2, Label, Layout, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::MARK;
use super::picker::{Group, GroupKey, NameNote, Row};
use super::role_details::role_details;
use super::words::Words;
use crate::domain::role::{RoleCategory, RoleTemplateId};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::check_box::{SIZE, check_box_labelled};
use crate::ui::widgets::chip::{Tone, chip, chip_width};
use crate::ui::widgets::focus::{follow, silent};
use crate::ui::widgets::search_box::search_box;

/// The diameter of the info button.
const INFO: f32 = 28.0;
/// The height of a group's heading.
const HEADING: f32 = 36.0;

/// What is open and what is looked for.
#[derive(Clone, Debug, Default)]
pub struct PickerState {
    /// What is looked for.
    pub query: String,
    /// The groups that a person opened or closed; others open when something in them is chosen.
    open: BTreeMap<GroupKey, bool>,
    /// The groups closed during this search, which opens all.
    closed_in_search: BTreeSet<GroupKey>,
    /// The roles whose details are open.
    details: BTreeSet<RoleTemplateId>,
}

impl PickerState {
    /// Whether the rows of a group are shown.
    pub fn is_open(&self, group: &Group) -> bool {
        if self.query.trim().is_empty() {
            let default = group.key == GroupKey::Office365 || group.chosen > 0;
            self.open.get(&group.key).copied().unwrap_or(default)
        } else {
            !self.closed_in_search.contains(&group.key)
        }
    }

    fn toggle(&mut self, group: &Group) {
        let open = self.is_open(group);
        if self.query.trim().is_empty() {
            self.open.insert(group.key, !open);
        } else if open {
            self.closed_in_search.insert(group.key);
        } else {
            self.closed_in_search.remove(&group.key);
        }
    }
}

/// Draws the picker; returns the role whose box was clicked.
pub fn picker(
    ui: &mut Ui,
    words: Words<'_>,
    groups: &[Group],
    state: &mut PickerState,
    locked: bool,
) -> Option<RoleTemplateId> {
    let mut clicked = None;
    ui.spacing_mut().text_edit_width = ui.available_width();
    let hint = t!(words.texts, "editor-search-roles");
    if search_box(ui, &mut state.query, &hint, "role-search").changed() {
        state.closed_in_search.clear();
    }
    if groups.is_empty() {
        let query = state.query.trim().to_owned();
        let text = t!(words.texts, "editor-no-match", query = query);
        ui.label(theme::secondary(ui, text));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for group in groups {
            let open = state.is_open(group);
            // An id of its own: what is out of sight draws less, and ids that are counted would
            // change while the keyboard is here.
            let id = words.group(group.key);
            let heading = ui.push_id(id, |ui| heading(ui, words, group, open)).inner;
            if heading.clicked() {
                state.toggle(group);
            }
            if open {
                for row in &group.rows {
                    clicked = draw_row(ui, words, row, state, locked).or(clicked);
                }
                ui.add_space(theme::SPACE_1);
            }
        }
    });
    clicked
}

fn heading(ui: &mut Ui, words: Words<'_>, group: &Group, open: bool) -> Response {
    let p = theme::palette(ui);
    let name = words.group(group.key);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEADING), Sense::click());
    let count = t!(words.texts, "editor-chosen", count = group.chosen);
    response.widget_info(|| {
        let label = if group.chosen > 0 {
            format!("{name}, {count}")
        } else {
            name.clone()
        };
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), label)
    });
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    follow(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    let y = rect.center().y;
    let icon_font = theme::font(theme::ICON_SIZE);
    let painter = ui.painter();
    let at = pos2(rect.left() + 1.0, y);
    painter.text(
        at,
        Align2::LEFT_CENTER,
        glyph(group.key),
        icon_font.clone(),
        p.accent_text,
    );
    let chevron = if open {
        icon::CHEVRON_UP
    } else {
        icon::CHEVRON_DOWN
    };
    let at = pos2(rect.right() - theme::SPACE_1, y);
    painter.text(
        at,
        Align2::RIGHT_CENTER,
        chevron,
        icon_font,
        p.text_secondary,
    );

    let mut inside = rect;
    inside.min.x += SIZE + theme::SPACE_2;
    inside.max.x -= theme::SPACE_6;
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(inside)
            .layout(Layout::left_to_right(Align::Center)),
    );
    let name = theme::semibold(name).color(p.text);
    silent(line.add(Label::new(name).sense(Sense::hover()).truncate()));
    let all = group.rows.len().to_string();
    silent(line.label(theme::caption(&line, all)));
    if group.chosen > 0 {
        silent(chip(&mut line, &count, Tone::Accent, None));
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    response
}

fn draw_row(
    ui: &mut Ui,
    words: Words<'_>,
    row: &Row,
    state: &mut PickerState,
    locked: bool,
) -> Option<RoleTemplateId> {
    let texts = words.texts;
    let clicked = ui
        .push_id(row.id, |ui| {
            let response = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                let privileged = t!(texts, "privileged");
                let beside = if row.privileged {
                    chip_width(ui, &privileged, Some(icon::PRIVILEGED)) + theme::SPACE_1
                } else {
                    0.0
                };
                let width = ui.available_width() - beside - INFO - theme::SPACE_1;
                let response = name(ui, row, width, locked);
                if row.privileged {
                    ui.vertical(|ui| {
                        ui.add_space((INFO - theme::CHIP_HEIGHT) / 2.0);
                        chip(ui, &privileged, Tone::Privileged, Some(icon::PRIVILEGED));
                    });
                }
                info(ui, words, row, state);
                response
            });
            if response.inner.rect.height() < INFO {
                // The first line is as high as its button; the text in it is not.
                ui.add_space(-theme::SPACE_1);
            }
            captions(ui, words, row);
            if state.details.contains(&row.id) {
                role_details(ui, words, row.id);
            }
            response.inner
        })
        .inner
        .clicked();
    clicked.then_some(row.id)
}

fn name(ui: &mut Ui, row: &Row, width: f32, locked: bool) -> Response {
    let enabled = row.is_enabled() && !locked;
    let layout = Layout::top_down(Align::Min);
    let response = ui
        .allocate_ui_with_layout(vec2(width, INFO), layout, |ui| {
            ui.set_width(width);
            ui.add_space((INFO - SIZE - theme::SPACE_1) / 2.0);
            check_box_labelled(ui, row.checked, &row.name, enabled)
        })
        .inner;
    let why: Vec<_> = row
        .refusals
        .iter()
        .map(crate::ui::rule_text::RuleText::line)
        .collect();
    if why.is_empty() {
        return response;
    }
    let why = why.join("\n");
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(why.as_str()));
    response.on_disabled_hover_text(why)
}

fn info(ui: &mut Ui, words: Words<'_>, row: &Row, state: &mut PickerState) {
    let open = state.details.contains(&row.id);
    let name = t!(words.texts, "editor-about-role", role = row.name.clone());
    // The middle of the row's first line, which may be followed by a second.
    let middle = Layout::left_to_right(Align::Center);
    let response = ui
        .allocate_ui_with_layout(vec2(INFO, INFO), middle, |ui| {
            theme::make_subtle(ui);
            ui.spacing_mut().button_padding = vec2(0.0, 0.0);
            let p = theme::palette(ui);
            let (glyph, ink) = if open {
                (icon::INFO_FILLED, p.accent_text)
            } else {
                (icon::INFO, p.text_secondary)
            };
            let glyph = theme::icon_text(glyph).color(ink);
            let button = ui.add(egui::Button::new(glyph).min_size(vec2(INFO, INFO)));
            follow(&button);
            button
        })
        .inner
        .accessible_name(&name)
        .on_hover_text(name);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    if response.clicked() && !state.details.remove(&row.id) {
        state.details.insert(row.id);
    }
}

/// What stands under a row's name.
fn captions(ui: &mut Ui, words: Words<'_>, row: &Row) {
    let texts = words.texts;
    let mut lines = Vec::new();
    match &row.name_note {
        Some(NameNote::InEntra(name)) => {
            lines.push((icon::TAG, t!(texts, "editor-in-entra", name = name.clone())));
        }
        Some(NameNote::Namesake) => lines.push((icon::TAG, t!(texts, "editor-namesake"))),
        None => {}
    }
    for way in &row.ways {
        lines.push((icon::CLOCK, way.clone()));
    }
    for rule in &row.refusals {
        let label = rule.label.as_deref().unwrap_or_default();
        lines.push((icon::LOCK, format!("{label}  {}", rule.sentence)));
    }
    if row.out_of_use {
        lines.push((icon::FLAG, t!(texts, "editor-out-of-use")));
    }
    if let Some((kind, text)) = &row.found_by {
        lines.push((icon::SEARCH, format!("{}: {text}", words.note_kind(*kind))));
    }
    if lines.is_empty() && row.description.is_none() {
        return;
    }
    let margin = egui::epaint::MarginF32 {
        left: SIZE + theme::SPACE_2,
        right: INFO,
        top: 0.0,
        bottom: 6.0,
    };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if let Some(description) = &row.description {
            ui.label(theme::caption(ui, description));
        }
        for (glyph, text) in lines {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                ui.label(theme::caption(ui, glyph).size(MARK));
                ui.add(Label::new(theme::caption(ui, text)).wrap());
            });
        }
    });
}

const fn glyph(key: GroupKey) -> &'static str {
    match key {
        GroupKey::Office365 => icon::APPS,
        GroupKey::Category(category) => match category {
            RoleCategory::Global => icon::GLOBE,
            RoleCategory::Identity => icon::PEOPLE_EDIT,
            RoleCategory::Collaboration => icon::GROUP,
            RoleCategory::SecurityAndCompliance => icon::SHIELD,
            RoleCategory::Devices => icon::PHONE,
            RoleCategory::BillingAndSupport => icon::RECEIPT,
            RoleCategory::DataAndAi => icon::LIGHTBULB,
            RoleCategory::Other => icon::GRID,
            RoleCategory::Custom => icon::ROLES,
        },
    }
}
