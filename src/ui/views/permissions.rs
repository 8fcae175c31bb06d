//! The permissions matrix: Office 365 (permissions × roles) and Entra (actions × roles).
//!
//! Owns what is asked of the matrix and keeps its rows until the question changes; [`mod@rows`]
//! works them out, [`grid`] draws them, [`explanation`] tells why a cell says what it says.
//! Changes neither tenant nor catalogue.

pub mod explanation;
pub mod export;
pub mod grid;
pub mod marks;
pub mod rows;
mod toolbar;

use egui::{Align, Layout, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::domain::catalogue::Edition;
use crate::domain::role::RoleTemplateId;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

use self::grid::{Asked, Cell, Grid, NamesRoom};
use self::rows::{Filters, Line, Query, RowKey, Rows, Tab, rows};

/// What the matrix is asked, and what was worked out for it.
#[derive(Default)]
pub struct State {
    /// Which matrix is shown.
    pub tab: Tab,
    /// What was searched, filtered and folded.
    pub filters: Filters,
    /// Whether actions are shown in words.
    pub in_words: bool,
    cursor: Option<Cell>,
    explained: Option<(RowKey, RoleTemplateId)>,
    scroll_to: Option<Cell>,
    copied_at: Option<f64>,
    built: Option<Built>,
}

/// Rows and the question they answer.
struct Built {
    query: Query,
    rows: Rows,
    names: NamesRoom,
}

/// The selected person, whose roles are highlighted.
pub(crate) struct Person {
    name: String,
    roles: Vec<RoleTemplateId>,
}

/// The width of what is explained beside the table.
const EXPLANATION: f32 = 340.0;

/// Below this height the view scrolls as a whole.
const LOW: f32 = 400.0;
/// The least height of table and legend.
const LEAST_TABLE: f32 = 260.0;

/// Draws the view. In a low window, or with large text, it scrolls as a whole: the rows would
/// have no room below the filters.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let bottom = ui.max_rect().bottom();
    if ui.available_height() >= LOW {
        return content(ui, cx, state, bottom);
    }
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| content(ui, cx, state, bottom));
}

fn content(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, bottom: f32) {
    let person = person(cx);
    // Taken out while drawing, so that the toolbar can change the state that they came from.
    let mut built = state
        .built
        .take()
        .filter(|built| is_current(built, cx, state, person.as_ref()));
    let now = built.get_or_insert_with(|| build(ui, cx, state, person.as_ref()));

    toolbar::title_ui(ui, cx, state, &now.rows);
    toolbar::filters_ui(ui, cx, state, &now.rows, person.as_ref());
    ui.add_space(theme::SPACE_1);

    let (table, foot) = split(ui, bottom);
    if now.rows.is_empty() {
        place(ui, table, |ui| nothing_ui(ui, cx, state, person.as_ref()));
    } else {
        table_ui(ui, cx, state, now, table);
        place(ui, foot, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                foot_ui(ui, cx, &now.rows);
            });
        });
    }
    state.built = built;
}

fn person(cx: &ViewContext<'_>) -> Option<Person> {
    let tenant = cx.session.tenant();
    let user = tenant.user(cx.selected?)?;
    let held = tenant.roles_in_force(user.id, cx.session.now());
    let mut roles: Vec<_> = held.map(|(role, _)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    Some(Person {
        name: user.profile.display_name.to_string(),
        roles,
    })
}

fn is_current(built: &Built, cx: &ViewContext<'_>, state: &State, person: Option<&Person>) -> bool {
    let Query {
        tab,
        language,
        filters,
        held,
    } = &built.query;
    *tab == state.tab
        && *language == cx.texts.language()
        && *filters == state.filters
        && held.as_ref() == person.map(|person| &person.roles)
}

fn build(ui: &Ui, cx: &ViewContext<'_>, state: &mut State, person: Option<&Person>) -> Built {
    let query = Query {
        tab: state.tab,
        language: cx.texts.language(),
        filters: state.filters.clone(),
        held: person.map(|person| person.roles.clone()),
    };
    let rows = rows(cx.session.catalogue(), &query);
    state.cursor = state
        .cursor
        .filter(|cell| cell.line < rows.lines.len() && cell.column < rows.columns.len());
    Built {
        names: NamesRoom::measure(ui, &rows),
        query,
        rows,
    }
}

/// The table's place and, below it, the place of the legend.
fn split(ui: &mut Ui, bottom: f32) -> (Rect, Rect) {
    let free = ui.available_rect_before_wrap();
    let whole = free.with_max_y(bottom.max(free.top() + LEAST_TABLE));
    ui.allocate_rect(whole, egui::Sense::hover());
    whole.split_top_bottom_at_y(whole.bottom() - theme::STATUS_HEIGHT)
}

fn place<R>(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), contents)
        .inner
}

fn table_ui(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, built: &Built, rect: Rect) {
    let spread = rect.width();
    let (table, aside) = if state.explained.is_some() {
        let at = rect.right() - EXPLANATION.min(rect.width() / 2.0);
        let (table, aside) = rect.split_left_right_at_x(at);
        (table.with_max_x(at - theme::SPACE_3), Some(aside))
    } else {
        (rect, None)
    };
    let grid = Grid {
        texts: cx.texts,
        rows: &built.rows,
        tab: state.tab,
        in_words: state.in_words,
        cursor: state.cursor,
        explained: explained_cell(state, &built.rows),
        scroll_to: state.scroll_to.take(),
        spread,
        names: built.names,
    };
    let asked = place(ui, table.shrink(1.0), |ui| grid.show(ui));
    if let (Some(aside), Some(explained)) = (aside, state.explained) {
        card(ui, aside);
        let closed = place(ui, aside.shrink(1.0), |ui| {
            explanation::ui(ui, cx, state.tab, explained)
        });
        if closed {
            state.explained = None;
        }
    }
    for one in asked {
        carry_out(state, &built.rows, one);
        ui.ctx().request_repaint();
    }
}

fn explained_cell(state: &State, rows: &Rows) -> Option<Cell> {
    let (key, role) = state.explained?;
    let item = rows.items.iter().position(|item| item.key == key)?;
    Some(Cell {
        line: rows
            .lines
            .iter()
            .position(|line| *line == Line::Item(item))?,
        column: rows.columns.iter().position(|column| column.role == role)?,
    })
}

fn carry_out(state: &mut State, rows: &Rows, asked: Asked) {
    match asked {
        Asked::Fold(group) => {
            let Some(group) = rows.groups.get(group) else {
                return;
            };
            if !state.filters.folded.remove(&group.name) {
                state.filters.folded.insert(group.name.clone());
            }
        }
        Asked::Explain(cell) => {
            let (Some(item), Some(column)) = (rows.item(cell.line), rows.columns.get(cell.column))
            else {
                return;
            };
            state.cursor = Some(cell);
            state.scroll_to = Some(cell);
            state.explained = Some((item.key, column.role));
        }
        Asked::Move(cell) => {
            state.cursor = Some(cell);
            state.scroll_to = Some(cell);
        }
        Asked::Close => state.explained = None,
    }
}

fn card(ui: &Ui, rect: Rect) {
    let p = theme::palette(ui);
    let line = Stroke::new(1.0, p.line);
    ui.painter()
        .rect(rect, theme::RADIUS, p.surface, line, StrokeKind::Inside);
}

fn foot_ui(ui: &mut Ui, cx: &ViewContext<'_>, rows: &Rows) {
    marks::legend(ui, cx.texts, &rows.tally);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let (all_rows, all_columns) = rows.all;
        let of = |shown: usize, all: usize| {
            let (shown, all) = (number(cx.texts, shown), number(cx.texts, all));
            t!(cx.texts, "matrix-of", shown = shown, all = all)
        };
        let across = of(rows.columns.len(), all_columns);
        let down = of(rows.items.len(), all_rows);
        let text = t!(cx.texts, "matrix-size", rows = down, columns = across);
        ui.label(theme::caption(ui, text));
    });
}

fn nothing_ui(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, person: Option<&Person>) {
    ui.vertical_centered(|ui| {
        ui.add_space(theme::SPACE_8 * 2.0);
        let p = theme::palette(ui);
        let glyph = theme::icon_text(icon::SEARCH).size(theme::ICON_SIZE_EMPTY);
        ui.label(glyph.color(p.text_secondary));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(t!(cx.texts, "matrix-nothing")));
        let text = match person.filter(|_| state.filters.held_only) {
            Some(person) if person.roles.is_empty() => {
                t!(
                    cx.texts,
                    "matrix-holds-nothing",
                    name = person.name.as_str()
                )
            }
            _ => t!(cx.texts, "matrix-nothing-text"),
        };
        ui.label(theme::secondary(ui, text));
        ui.add_space(theme::SPACE_3);
        ui.allocate_ui(vec2(ui.available_width(), theme::CONTROL_HEIGHT), |ui| {
            if button::standard(ui, t!(cx.texts, "clear-filters")).clicked() {
                state.filters.clear();
            }
        });
    });
}

/// The name that an export begins with.
const fn file_name(tab: Tab) -> &'static str {
    match tab {
        Tab::Office365 => "permissions-office365.csv",
        Tab::Entra(Edition::Current) => "permissions-entra.csv",
        Tab::Entra(Edition::Seed) => "permissions-entra-seed.csv",
    }
}
