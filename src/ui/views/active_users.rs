//! Active users: the people of the tenant, to search, filter, sort, check and open.
//!
//! Owns what is asked and who is checked. The answer comes from the [index](UserIndex) and is
//! kept until the question or the tenant changes; [`rows`] gathers what the visible rows show, so
//! that a frame costs the same for sixty people and for a million.
//!
//! [`UserIndex`]: crate::ui::user_index::UserIndex

mod cells;
mod columns;
mod commands;
pub mod export;
mod filters;
mod header;
mod list;
pub mod marks;
pub mod rows;
pub mod scroll;
mod selection;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};

use egui::{Align, Key, Layout, Modifiers, RichText, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::domain::user::UserId;
use crate::t;

use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Query, UserIndex};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::search_box::search_box;

use self::commands::{Asked, Verdicts};
use self::list::{List, list};
use self::scroll::Scroll;
use self::selection::Selection;

/// The least width of the search box beside which the count is told.
const LEAST_SEARCH: f32 = 220.0;

/// What is asked, who is checked, and what was worked out.
#[derive(Default)]
pub struct State {
    query: Query,
    answer: Answer,
    selection: Selection,
    scroll: Scroll,
    verdicts: Option<Verdicts>,
    export: Option<Receiver<String>>,
    wants_search: bool,
    wants_list: bool,
    open: Option<UserId>,
}

/// The people shown, and for which question.
#[derive(Default)]
struct Answer {
    stamp: u64,
    query: Query,
    shown: Arc<[u32]>,
    /// The place of the row with the keyboard.
    cursor: Option<usize>,
    /// How many of those shown are checked, and at which state of the selection.
    checked: (u64, usize),
}

impl State {
    /// Puts the keyboard in the search box at the next frame.
    pub fn focus_search(&mut self) {
        self.wants_search = true;
    }

    /// Puts the keyboard in the list at the next frame.
    pub fn focus_list(&mut self) {
        self.wants_list = true;
    }

    /// What is asked.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Asks something else.
    pub fn set_query(&mut self, query: Query) {
        self.query = query;
    }

    /// How many people are checked.
    pub fn checked(&self) -> usize {
        self.selection.count()
    }

    /// Answers the question anew, if it or the tenant changed.
    fn follow(&mut self, index: &UserIndex) {
        self.selection.follow(index);
        let answer = &mut self.answer;
        if answer.stamp != index.stamp() || answer.query != self.query {
            if answer.query != self.query {
                self.scroll.restart();
            }
            answer.shown = index.query(&self.query);
            answer.stamp = index.stamp();
            answer.query.clone_from(&self.query);
            let cursor = self.selection.cursor;
            let place = |row| answer.shown.iter().position(|other| *other == row);
            answer.cursor = cursor.and_then(place);
            answer.checked.0 = u64::MAX;
            self.selection.forget_places();
        }
        if answer.checked.0 != self.selection.revision() {
            let shown = answer.shown.iter();
            let checked = shown.filter(|row| self.selection.is_checked(**row));
            answer.checked = (self.selection.revision(), checked.count());
        }
    }

    /// Goes to the person whose details were opened from elsewhere.
    fn reveal(&mut self, cx: &ViewContext<'_>, height: f32) {
        if self.open == cx.selected {
            return;
        }
        self.open = cx.selected;
        let row = cx
            .selected
            .and_then(|id| cx.session.tenant().users().row(id));
        let Some(row) = row else {
            return;
        };
        if let Some(place) = self.answer.shown.iter().position(|other| *other == row.0) {
            self.selection.cursor = Some(row.0);
            self.answer.cursor = Some(place);
            self.scroll.centre(place, height, theme::ROW_HEIGHT);
        }
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    state.follow(cx.index);
    let list_id = list::list_id(ui);
    title(ui, cx, state, list_id);
    let exporting = exporting(cx, state);
    let State {
        selection,
        verdicts,
        ..
    } = state;
    if commands::bar(ui, cx, selection, verdicts, exporting) == Some(Asked::Export) {
        let session = cx.session;
        state.export = Some(export::begin(
            ui.ctx(),
            cx.texts,
            session.tenant().clone(),
            Arc::clone(session.catalogue()),
            session.now(),
            Arc::clone(&state.answer.shown),
        ));
    }
    filters::bar(ui, cx, &mut state.query.filters);
    state.follow(cx.index);
    if state.answer.shown.is_empty() {
        nobody(ui, cx, state);
        return;
    }
    if std::mem::take(&mut state.wants_list) {
        ui.memory_mut(|memory| memory.request_focus(list_id));
    }
    panes::mark(ui, Pane::View, ui.clip_rect(), list_id);
    let height = ui.available_height() - theme::HEADER_HEIGHT;
    state.reveal(cx, height);
    let shown = Arc::clone(&state.answer.shown);
    let mut cursor = state.answer.cursor;
    state.query.sort = list(
        ui,
        cx,
        list_id,
        List {
            shown: &shown,
            sort: state.query.sort,
            checked: state.answer.checked.1,
            selection: &mut state.selection,
            scroll: &mut state.scroll,
            cursor: &mut cursor,
        },
    );
    state.answer.cursor = cursor;
    if state.query != state.answer.query {
        ui.ctx().request_repaint();
    }
}

/// The title, how many people are shown, and the search box.
fn title(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, list_id: egui::Id) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-users")));
        ui.add_space(theme::SPACE_1);
        let (shown, count) = (state.answer.shown.len(), cx.index.len());
        let words = if shown == count {
            t!(texts, "count-users", count = count)
        } else {
            t!(texts, "user-shown", shown = shown, count = count)
        };
        // In little room the search goes before the count, which the chips tell as well.
        let words = theme::secondary(ui, words);
        if fits(ui, &words, ui.available_width() - LEAST_SEARCH) {
            ui.label(words);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().text_edit_width = 340.0;
            let hint = t!(texts, "user-search");
            let down = ui.input(|input| {
                let pressed = |key| input.key_pressed(key) && input.modifiers == Modifiers::NONE;
                pressed(Key::ArrowDown) || pressed(Key::Enter)
            });
            let response = search_box(ui, &mut state.query.text, &hint, "search people");
            if state.wants_search {
                state.wants_search = false;
                response.request_focus();
            }
            if down && (response.has_focus() || response.lost_focus()) {
                ui.memory_mut(|memory| memory.request_focus(list_id));
            }
        });
    });
}

fn fits(ui: &Ui, words: &RichText, room: f32) -> bool {
    let galley = WidgetText::from(words.clone()).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        TextStyle::Body,
    );
    galley.size().x <= room
}

/// Whether an export is under way; one that is finished is handed on.
fn exporting(cx: &mut ViewContext<'_>, state: &mut State) -> bool {
    let Some(export) = &state.export else {
        return false;
    };
    match export.try_recv() {
        Ok(text) => {
            let name = format!("{}.csv", t!(cx.texts, "user-export-file"));
            cx.outbox.ui(UiCommand::Export { name, text });
            state.export = None;
            false
        }
        Err(TryRecvError::Empty) => true,
        Err(TryRecvError::Disconnected) => {
            state.export = None;
            false
        }
    }
}

/// What stands in place of a list without people.
fn nobody(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    let filtered = !cx.index.is_empty();
    let (glyph, title, hint) = if filtered {
        (
            icon::PERSON_SEARCH,
            t!(texts, "user-none-found"),
            t!(texts, "user-none-found-hint"),
        )
    } else {
        (
            icon::USERS,
            t!(texts, "user-none"),
            t!(texts, "user-none-hint"),
        )
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        ui.label(
            theme::icon_text(glyph)
                .size(theme::ICON_SIZE_EMPTY)
                .line_height(None)
                .color(p.text_secondary),
        );
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, hint));
        });
        ui.add_space(theme::SPACE_3);
        if filtered && button::standard(ui, t!(texts, "clear-filters")).clicked() {
            state.query = Query {
                sort: state.query.sort,
                ..Query::default()
            };
        }
    });
}
