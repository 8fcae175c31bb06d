//! Draws roles side by side: which are chosen, how every two relate, and the table.

use std::sync::Arc;

use egui::{
    Align, Button, Label, Layout, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, vec2,
};

use super::table::grid;
use super::{Comparison, LEAST, MOST, Show, compare, shown, table};
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::exchange::csv;
use crate::i18n::number;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::roles::holders::Holders;
use crate::ui::views::roles::rows::{Query, Row, rows};
use crate::ui::views::roles::words;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

/// How high the relations are before they scroll.
const RELATIONS: f32 = 92.0;
/// The list of roles to add.
const ADD_WIDTH: f32 = 340.0;
const ADD_HEIGHT: f32 = 320.0;

/// Which roles are compared, and what is shown of them.
#[derive(Default)]
pub struct State {
    roles: Vec<RoleTemplateId>,
    show: Show,
    text: String,
    adding: String,
    found: Option<(FoundKey, Arc<[Row]>)>,
    built: Option<(BuiltKey, Arc<Comparison>)>,
    shown: Option<(Show, String, Arc<[usize]>)>,
    list: ListState,
}

type FoundKey = (u64, Language, String);
type BuiltKey = (u64, Language, Vec<RoleTemplateId>);

impl State {
    /// The roles that are compared.
    pub fn roles(&self) -> &[RoleTemplateId] {
        &self.roles
    }

    /// Puts a role beside the others, unless it is there or there is no room.
    pub fn add(&mut self, role: RoleTemplateId) {
        if !self.roles.contains(&role) && self.roles.len() < MOST {
            self.roles.push(role);
        }
    }

    /// Whether there is room for a role, or in words why not.
    pub fn has_room(&self, cx: &ViewContext<'_>, role: RoleTemplateId) -> Result<(), String> {
        if self.roles.contains(&role) || self.roles.len() < MOST {
            Ok(())
        } else {
            Err(t!(cx.texts, "roles-compare-full", count = MOST))
        }
    }

    fn follow(&mut self, cx: &ViewContext<'_>) -> Arc<Comparison> {
        let (revision, language) = (cx.session.tenant().revision(), cx.texts.language());
        let key = (revision, language, self.roles.clone());
        match &self.built {
            Some((known, built)) if *known == key => Arc::clone(built),
            _ => {
                let catalogue = cx.session.catalogue();
                let built = Arc::new(compare(catalogue, language, &self.roles));
                self.built = Some((key, Arc::clone(&built)));
                self.shown = None;
                built
            }
        }
    }

    fn places(&mut self, comparison: &Comparison) -> Arc<[usize]> {
        match &self.shown {
            Some((show, text, places)) if *show == self.show && *text == self.text => {
                Arc::clone(places)
            }
            _ => {
                let places: Arc<[usize]> = shown(comparison, self.show, &self.text).into();
                self.shown = Some((self.show, self.text.clone(), Arc::clone(&places)));
                self.list.restart();
                places
            }
        }
    }

    fn candidates(&mut self, cx: &ViewContext<'_>, holders: &Holders) -> Arc<[Row]> {
        let (revision, language) = (cx.session.tenant().revision(), cx.texts.language());
        let key = (revision, language, self.adding.clone());
        match &self.found {
            Some((known, found)) if *known == key => Arc::clone(found),
            _ => {
                let query = Query {
                    text: self.adding.clone(),
                    ..Query::default()
                };
                let found = rows(cx.session.catalogue(), holders, language, &query);
                let found: Arc<[Row]> = found.into();
                self.found = Some((key, Arc::clone(&found)));
                found
            }
        }
    }
}

/// Draws it in what is left of `ui`; `tab` has the keyboard where there is no table.
pub fn ui(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    holders: &Holders,
    state: &mut State,
    tab: egui::Id,
) {
    let area = ui.max_rect();
    let comparison = state.follow(cx);
    chosen(ui, cx, holders, state, &comparison);
    if comparison.columns.len() < LEAST {
        panes::mark(ui, Pane::View, area, tab);
        nothing(ui, cx);
        return;
    }
    relations(ui, cx, &comparison);
    filters(ui, cx, state, &comparison);
    let places = state.places(&comparison);
    if places.is_empty() {
        panes::mark(ui, Pane::View, area, tab);
        ui.add_space(theme::SPACE_8);
        ui.vertical_centered(|ui| {
            ui.label(theme::subtitle(t!(cx.texts, "matrix-nothing")));
            ui.label(theme::secondary(ui, t!(cx.texts, "roles-compare-none")));
        });
        return;
    }
    let id = ui.scope_id().with("compared");
    panes::mark(ui, Pane::View, area, id);
    grid(ui, cx, &mut state.list, &comparison, &places, id);
}

/// The roles that are compared, each to be taken out, and the way to add another.
fn chosen(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    holders: &Holders,
    state: &mut State,
    comparison: &Comparison,
) {
    let texts = cx.texts;
    let mut removed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SPACE_2, theme::SPACE_1);
        for column in &comparison.columns {
            let name = t!(texts, "roles-compare-remove", role = column.name.as_str());
            let face = (
                RichText::new(column.name.as_str()),
                theme::icon_text(icon::DISMISS),
            );
            let response = ui.add(Button::new(face).corner_radius(14).truncate());
            if response
                .accessible_name(name.as_str())
                .on_hover_text(name)
                .clicked()
            {
                removed = Some(column.role);
            }
        }
        let add = t!(texts, "roles-compare-add");
        let room = if state.roles.len() < MOST {
            Ok(())
        } else {
            Err(t!(texts, "roles-compare-full", count = MOST))
        };
        let response = button::command_button(ui, icon::ADD, &add, room);
        add_menu(cx, holders, state, &response);
    });
    if let Some(role) = removed {
        state.roles.retain(|other| *other != role);
        ui.ctx().request_repaint();
    }
}

fn add_menu(cx: &ViewContext<'_>, holders: &Holders, state: &mut State, response: &egui::Response) {
    Popup::menu(response)
        .gap(theme::SPACE_1)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(ADD_WIDTH);
            ui.spacing_mut().text_edit_width = ui.available_width();
            let hint = t!(cx.texts, "editor-search-roles");
            let field = search_box(ui, &mut state.adding, &hint, "role to compare");
            if response.clicked() {
                field.request_focus();
            }
            let entered =
                field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let found = state.candidates(cx, holders);
            if found.is_empty() {
                let query = state.adding.trim().to_owned();
                let text = t!(cx.texts, "editor-no-match", query = query);
                ui.add(Label::new(theme::secondary(ui, text)).wrap());
            }
            let mut added = None;
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .max_height(ADD_HEIGHT)
                .auto_shrink([false, true])
                .show_rows(ui, theme::CONTROL_HEIGHT, found.len(), |ui, range| {
                    theme::make_subtle(ui);
                    for row in found.get(range).unwrap_or_default() {
                        let there = state.roles.contains(&row.role);
                        let p = theme::palette(ui);
                        let (glyph, ink) = if row.privileged {
                            (icon::PRIVILEGED, p.privileged)
                        } else {
                            (icon::ROLES, p.text_secondary)
                        };
                        let face = (theme::icon_text(glyph).color(ink), row.name.as_str());
                        let entry = Button::new(face)
                            .truncate()
                            .right_text("")
                            .min_size(vec2(ui.available_width(), theme::CONTROL_HEIGHT));
                        let entry = ui.add_enabled(!there, entry);
                        if entry.accessible_name(row.name.as_str()).clicked() {
                            added = Some(row.role);
                        }
                    }
                });
            if entered {
                let free = found.iter().find(|row| !state.roles.contains(&row.role));
                added = added.or(free.map(|row| row.role));
            }
            if let Some(role) = added {
                state.add(role);
                state.adding.clear();
                ui.close();
                ui.ctx().request_repaint();
            }
        });
}

/// What stands there until two are chosen.
fn nothing(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        ui.label(
            theme::icon_text(icon::COMPARE)
                .size(theme::ICON_SIZE_EMPTY)
                .line_height(None)
                .color(p.text_secondary),
        );
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(t!(cx.texts, "roles-compare-empty")));
        ui.scope(|ui| {
            ui.set_max_width(460.0);
            let hint = t!(cx.texts, "roles-compare-empty-hint", count = MOST);
            ui.label(theme::secondary(ui, hint));
        });
    });
}

/// How every two of them relate.
fn relations(ui: &mut Ui, cx: &ViewContext<'_>, comparison: &Comparison) {
    ScrollArea::vertical()
        .id_salt("relations")
        .max_height(RELATIONS)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for pair in &comparison.pairs {
                let text = words::relation(cx.texts, comparison, *pair);
                ui.add(Label::new(text).wrap());
            }
        });
}

fn filters(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, comparison: &Comparison) {
    let texts = cx.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SPACE_2, theme::SPACE_1);
        ui.spacing_mut().text_edit_width = 220.0;
        let hint = t!(texts, "matrix-find-action");
        let field = search_box(ui, &mut state.text, &hint, "compared actions");
        if crate::ui::views::roles::toolbar::into_list(ui, &field) {
            state.list.want_keyboard();
        }
        for (show, count) in Show::ALL.into_iter().zip(comparison.counts) {
            let name = words::show(texts, show);
            let chosen = state.show == show;
            let count = number(texts, count);
            if filter_chip_counted(ui, &name, &count, chosen).clicked() {
                state.show = show;
            }
        }
        let export = t!(texts, "command-export");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let draw = if button::command_width(ui, &export) <= ui.available_width() {
                button::command_button
            } else {
                button::command_icon
            };
            let response = draw(ui, icon::EXPORT, &export, Ok(()));
            if response.clicked() {
                let places = state.places(comparison);
                cx.outbox.ui(UiCommand::Export {
                    name: "roles-compared.csv".to_owned(),
                    text: csv::to_string(&table(comparison, &places)),
                });
            }
        });
    });
}
