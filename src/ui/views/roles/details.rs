//! The details of a role: its name and marks, what can be done with it, and three parts.

use egui::{Align, Frame, Label, Layout, Margin, Stroke, Ui, vec2};

use super::actions::{self, Actions};
use super::holders::Counts;
use super::people::{self, People};
use super::rows::Row;
use super::verdicts::Verdicts;
use super::{about, words};
use crate::domain::resource_action::ActionSet;
use crate::domain::role::RoleCategory;
use crate::i18n::number;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::focus::silent;

/// Which part of the details is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What it is.
    #[default]
    About,
    /// What it can do.
    Actions,
    /// Who holds it.
    People,
}

/// What is shown of the one that is open.
#[derive(Default)]
pub struct Details {
    part: Part,
    actions: Actions,
    people: People,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clicked {
    /// Close the details.
    Close,
    /// Give the role to somebody.
    Assign,
    /// Put it beside others.
    Compare,
    /// Make a role of the tenant's own that allows the same.
    Clone,
    /// Change a role of the tenant's own.
    Change,
    /// Delete a role of the tenant's own.
    Delete,
}

/// Draws the details of `row` into the whole of `ui`.
pub fn details(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    row: &Row,
    verdicts: &mut Verdicts,
    compared: &Result<(), String>,
    state: &mut Details,
) -> Option<Clicked> {
    let p = theme::palette(ui);
    let area = ui.max_rect();
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        area,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        egui::StrokeKind::Inside,
    );
    Frame::new()
        .inner_margin(Margin {
            left: 16,
            right: 8,
            top: 12,
            bottom: 8,
        })
        .show(ui, |ui| {
            let closed = head(ui, cx, row, area);
            marks(ui, cx, row);
            let clicked = commands(ui, cx, row, verdicts, compared);
            tabs(ui, cx, row, state);
            part(ui, cx, row, verdicts, state);
            closed.or(clicked)
        })
        .inner
}

fn head(ui: &mut Ui, cx: &ViewContext<'_>, row: &Row, area: egui::Rect) -> Option<Clicked> {
    let p = theme::palette(ui);
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let (glyph, ink) = if row.privileged {
            (icon::PRIVILEGED, p.privileged)
        } else {
            (icon::ROLES_FILLED, p.accent_text)
        };
        let glyph = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        silent(ui.label(glyph.color(ink)));
        ui.add_space(theme::SPACE_1);
        let room = ui.available_width() - theme::CONTROL_HEIGHT - theme::SPACE_2;
        let layout = Layout::left_to_right(Align::Center);
        let size = vec2(room.max(0.0), theme::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_width(room);
            let label = Label::new(theme::title(row.name.as_str()).size(18.0)).truncate();
            ui.add(label);
        });
        let close = t!(cx.texts, "editor-close-panel");
        let close = button::icon_button(ui, icon::DISMISS, &close);
        panes::mark(ui, Pane::Details, area, close.id);
        if close.clicked() {
            clicked = Some(Clicked::Close);
        }
    });
    clicked
}

fn marks(ui: &mut Ui, cx: &ViewContext<'_>, row: &Row) {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SPACE_1, theme::SPACE_1);
        for mark in words::marks(cx.texts, row) {
            chip(ui, &mark.word, mark.tone, mark.glyph).on_hover_text(mark.about);
        }
        let category = words::category(words, row.category);
        if !category.is_empty() {
            chip(ui, &category, Tone::Neutral, None);
        }
    });
}

/// What can be done with the whole; more with a role of the tenant's own.
fn commands(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    row: &Row,
    verdicts: &Verdicts,
    compared: &Result<(), String>,
) -> Option<Clicked> {
    let texts = cx.texts;
    let clone = match cx.session.catalogue().actions(row.role) {
        Some(_) => verdicts.define.clone(),
        None => Err(t!(texts, "custom-clone-unknown")),
    };
    let define = &verdicts.define;
    let assign = (t!(texts, "roles-assign"), verdicts.assign.clone());
    let compare = (t!(texts, "changes-compare"), compared.clone());
    let mut all = vec![
        (Clicked::Assign, icon::PERSON_ADD, assign),
        (Clicked::Compare, icon::COMPARE, compare),
        (
            Clicked::Clone,
            icon::COPY,
            (t!(texts, "custom-clone"), clone),
        ),
    ];
    if row.category == Some(RoleCategory::Custom) {
        let change = (t!(texts, "custom-change"), define.clone());
        let delete = (t!(texts, "delete"), define.clone());
        all.push((Clicked::Change, icon::EDIT, change));
        all.push((Clicked::Delete, icon::DELETE, delete));
    }
    let between = theme::SPACE_1;
    let widths = all
        .iter()
        .map(|(.., (name, _))| button::command_width(ui, name) + between);
    // Where all together are too wide, the tenant's own commands are told by their icons.
    let fits = widths.sum::<f32>() <= ui.available_width();
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = between;
        for (what, glyph, (name, allowed)) in all {
            let own = matches!(what, Clicked::Change | Clicked::Delete);
            let mut pressed = if own && !fits {
                button::command_icon(ui, glyph, &name, allowed)
            } else {
                button::command_button(ui, glyph, &name, allowed)
            };
            if what == Clicked::Clone {
                pressed = pressed.on_hover_text(t!(texts, "custom-clone-tip"));
            }
            if pressed.clicked() {
                clicked = Some(what);
            }
        }
    });
    clicked
}

fn tabs(ui: &mut Ui, cx: &ViewContext<'_>, row: &Row, state: &mut Details) {
    let texts = cx.texts;
    let actions = cx.session.catalogue().actions(row.role).map(ActionSet::len);
    let actions = actions.map_or_else(|| "?".to_owned(), |count| number(texts, count));
    let parts = [
        (Part::About, t!(texts, "roles-about")),
        (
            Part::Actions,
            format!("{} {actions}", t!(texts, "roles-actions")),
        ),
        (
            Part::People,
            format!(
                "{} {}",
                t!(texts, "roles-people"),
                number(texts, row.counts.now)
            ),
        ),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        for (part, name) in parts {
            if paint::tab(ui, &name, state.part == part).clicked() {
                state.part = part;
            }
        }
    });
}

fn part(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    row: &Row,
    verdicts: &mut Verdicts,
    state: &mut Details,
) {
    match state.part {
        Part::About => {
            if about::ui(ui, cx, row.role) {
                state.part = Part::Actions;
                state.actions.privileged_only();
                state.actions.want_keyboard();
                ui.ctx().request_repaint();
            }
        }
        Part::Actions => actions::ui(ui, cx, row.role, &mut state.actions),
        Part::People => {
            if let Err(why) = &verdicts.assign {
                notice::boxed(ui, Notice::Locked, |ui| {
                    ui.label(why.as_str());
                });
            }
            summary(ui, cx, row.counts);
            people::ui(ui, cx, row.role, verdicts, &mut state.people);
        }
    }
}

/// How many people it reaches.
fn summary(ui: &mut Ui, cx: &ViewContext<'_>, counts: Counts) {
    if counts == Counts::default() {
        return;
    }
    let mut parts = vec![t!(cx.texts, "roles-holders", count = counts.now)];
    if counts.eligible > 0 {
        let more = t!(cx.texts, "roles-eligible-more", count = counts.eligible);
        parts.push(more);
    }
    ui.label(theme::caption(ui, parts.join(" · ")));
}
