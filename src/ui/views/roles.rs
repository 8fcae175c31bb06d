//! Roles: the catalogue, what each role can do, and who holds it; roles side by side; what
//! changed in the catalogue.
//!
//! Owns which tab is shown, what is open, and what is being asked. Lists are made when the tenant
//! or the question changes and drawn by their visible rows. Every change is a Command in the
//! outbox; whether it may be is asked from the session and kept in `verdicts`.

pub mod about;
pub mod actions;
mod assign;
pub mod changes;
pub mod compare;
pub mod custom;
mod details;
pub mod export;
mod filters;
pub mod holders;
mod list;
pub mod namespaces;
mod people;
pub mod rows;
mod toolbar;
mod verdicts;
pub mod words;

use std::sync::Arc;

use egui::{Key, Modifiers, Popup, Rect, Ui, UiBuilder};

use self::assign::Assign;
use self::custom::Custom;
use self::details::{Clicked, Details, details};
use self::holders::Holders;
use self::list::{List, list, list_id};
use self::rows::{FilterCounts, Query, Row, filter_counts, rows};
use self::toolbar::{bar, nothing, title};
use self::verdicts::Verdicts;
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::domain::user::UserId;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::groups::verdicts::Verdict;

/// The least width that is left for the list beside the details; with less, they stand in its
/// place.
const LEAST_BESIDE: f32 = 400.0;
/// The width of the details, and in a wide window.
const DETAILS: f32 = 440.0;
const WIDE_DETAILS: f32 = 560.0;
/// A window in which the details are wide.
const WIDE: f32 = 1400.0;

/// Which part of the view is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The catalogue.
    #[default]
    Roles,
    /// Roles side by side.
    Compare,
    /// What changed in the catalogue.
    Changes,
}

/// What is shown, what is open, and what is asked.
#[derive(Default)]
pub struct State {
    tab: Tab,
    query: Query,
    answer: Option<(AnswerKey, Arc<[Row]>)>,
    list: ListState,
    gathered: Option<Gathered>,
    counts: Option<(Moment, Language, Arc<FilterCounts>)>,
    open: Option<RoleTemplateId>,
    details: Details,
    verdicts: Option<Verdicts>,
    assign: Option<Assign>,
    custom: Option<Custom>,
    /// Whether roles of the tenant's own may be made, and what that was asked of.
    define: Option<((Moment, Option<UserId>), Language, Verdict)>,
    compare: compare::view::State,
    changes: changes::view::State,
    /// Whether what was opened is to be brought into sight.
    reveal: bool,
    /// Whether a text field had the keyboard at the end of the latest frame.
    typing: bool,
}

/// A state of the tenant, and the minute: roles begin and end.
type Moment = (u64, i64);
/// Who holds what at a moment.
type Gathered = (Moment, Arc<Holders>);
/// What the rows depend on.
type AnswerKey = (Moment, Language, Query);

impl State {
    /// What is open.
    pub fn open(&self) -> Option<RoleTemplateId> {
        self.open
    }

    /// Lists the roles that `query` asks for, none of them open.
    pub fn ask(&mut self, query: Query) {
        self.tab = Tab::Roles;
        self.open = None;
        self.query = query;
    }

    /// Opens the details of a role.
    pub fn show(&mut self, role: RoleTemplateId) {
        if self.open != Some(role) {
            self.details = Details::default();
        }
        self.tab = Tab::Roles;
        self.open = Some(role);
        self.reveal = true;
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.list.want_keyboard();
        }
    }

    /// Takes in that the tenant may have changed.
    fn follow(&mut self, cx: &ViewContext<'_>) -> Arc<Holders> {
        let (tenant, now) = (cx.session.tenant(), cx.session.now());
        if (self.assign.as_ref()).is_some_and(|asked| asked.is_done(tenant, now)) {
            self.assign = None;
        }
        let moment = moment(cx);
        match &self.gathered {
            Some((known, holders)) if *known == moment => Arc::clone(holders),
            _ => {
                let holders = Arc::new(Holders::of(tenant, now));
                self.gathered = Some((moment, Arc::clone(&holders)));
                holders
            }
        }
    }

    /// What the list shows.
    fn shown(&mut self, cx: &ViewContext<'_>, holders: &Holders) -> Arc<[Row]> {
        let key = (moment(cx), cx.texts.language(), self.query.clone());
        if let Some((known, shown)) = &self.answer {
            if *known == key {
                return Arc::clone(shown);
            }
            if known.2 != self.query {
                self.list.restart();
            }
        }
        let catalogue = cx.session.catalogue();
        let shown: Arc<[Row]> = rows(catalogue, holders, key.1, &self.query).into();
        self.answer = Some((key, Arc::clone(&shown)));
        shown
    }

    fn counts(&mut self, cx: &ViewContext<'_>, holders: &Holders) -> Arc<FilterCounts> {
        let (moment, language) = (moment(cx), cx.texts.language());
        match &self.counts {
            Some((known, spoken, counts)) if *known == moment && *spoken == language => {
                Arc::clone(counts)
            }
            _ => {
                let counts = Arc::new(filter_counts(cx.session.catalogue(), holders, language));
                self.counts = Some((moment, language, Arc::clone(&counts)));
                counts
            }
        }
    }

    /// Whether roles of the tenant's own may be made; asked anew when the tenant changed.
    fn may_define(&mut self, cx: &ViewContext<'_>) -> Verdict {
        let asked = (moment(cx), cx.session.actor().map(|actor| actor.id));
        match &self.define {
            Some((known, spoken, verdict)) if *known == asked && *spoken == cx.texts.language() => {
                verdict.clone()
            }
            _ => {
                let verdict = custom::may_change(cx);
                self.define = Some((asked, cx.texts.language(), verdict.clone()));
                verdict
            }
        }
    }

    /// Escape closes the details, once it has nothing nearer to close.
    fn closed_by_key(&self, ui: &Ui) -> bool {
        self.open.is_some()
            && self.tab == Tab::Roles
            && !self.typing
            && ui.memory(|memory| memory.top_modal_layer().is_none())
            && !Popup::is_any_open(ui.ctx())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    }
}

fn moment(cx: &ViewContext<'_>) -> Moment {
    let minute = cx.session.now().0.div_euclid(60);
    (cx.session.tenant().revision(), minute)
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    let holders = state.follow(cx);
    if state.closed_by_key(ui) {
        state.close();
    }
    match state.tab {
        Tab::Roles => catalogue(ui, cx, state, &holders),
        Tab::Compare => {
            let tab = title(ui, cx, state, &holders);
            compare::view::ui(ui, cx, &holders, &mut state.compare, tab);
        }
        Tab::Changes => {
            let tab = title(ui, cx, state, &holders);
            if let Some(role) = changes::view::ui(ui, cx, &mut state.changes, tab) {
                state.show(role);
                ui.ctx().request_repaint();
            }
        }
    }
    if let Some(mut asked) = state.assign.take() {
        let closes = asked.show(&ui.ctx().clone(), cx);
        if !closes {
            state.assign = Some(asked);
        }
    }
    if let Some(mut asked) = state.custom.take() {
        if let Some(made) = asked.done(cx.session.tenant()) {
            state.show(made);
        } else if !asked.show(&ui.ctx().clone(), cx) {
            state.custom = Some(asked);
        }
    }
    state.typing = ui.ctx().text_edit_focused();
}

/// The list, and the details of what is open beside it.
fn catalogue(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, holders: &Holders) {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let row = open_row(cx, state, holders);
    let mut beside = Some(whole);
    let mut details_at = whole;
    if row.is_some() {
        let width = if whole.width() >= WIDE {
            WIDE_DETAILS
        } else {
            DETAILS
        };
        let fits = whole.width() >= width + LEAST_BESIDE;
        let split = if fits {
            whole.right() - width
        } else {
            whole.left()
        };
        details_at = whole.with_min_x(split);
        beside = fits.then(|| whole.with_max_x(split - theme::SPACE_3));
    }
    // The list first: who reads with the keyboard or the ear goes from left to right.
    if let Some(beside) = beside {
        within(ui, "list", beside, |ui| list_ui(ui, cx, state, holders));
    }
    if let Some(row) = row {
        let mut verdicts = Verdicts::now(cx, row.role, state.verdicts.take());
        let compared = state.compare.has_room(cx, row.role);
        let clicked = within(ui, "details", details_at, |ui| {
            ui.push_id(row.role, |ui| {
                details(ui, cx, &row, &mut verdicts, &compared, &mut state.details)
            })
            .inner
        });
        state.verdicts = Some(verdicts);
        match clicked {
            Some(Clicked::Close) => state.close(),
            Some(Clicked::Assign) => state.assign = Some(Assign::new(row.role)),
            Some(Clicked::Clone) => state.custom = Custom::clone_of(cx, row.role),
            Some(Clicked::Change) => state.custom = Custom::change(cx, row.role),
            Some(Clicked::Delete) => custom::delete(cx, row.role),
            Some(Clicked::Compare) => {
                state.compare.add(row.role);
                state.tab = Tab::Compare;
                ui.ctx().request_repaint();
            }
            None => {}
        }
    }
}

/// The open role as the list would show it, whether it is filtered out or not.
fn open_row(cx: &ViewContext<'_>, state: &mut State, holders: &Holders) -> Option<Row> {
    let open = state.open?;
    let shown = state.shown(cx, holders);
    let found = shown.iter().find(|row| row.role == open).cloned();
    found.or_else(|| {
        let catalogue = cx.session.catalogue();
        Row::of(catalogue, holders, cx.texts.language(), open)
    })
}

fn within<R>(ui: &mut Ui, salt: &str, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let mut inside = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    inside.shrink_clip_rect(rect.expand(2.0));
    content(&mut inside)
}

/// Everything beside the details.
fn list_ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, holders: &Holders) {
    let area = ui.max_rect();
    let tab = title(ui, cx, state, holders);
    bar(ui, cx, state, holders);
    let shown = state.shown(cx, holders);
    if shown.is_empty() {
        panes::mark(ui, Pane::View, area, tab);
        nothing(ui, cx, state);
        return;
    }
    panes::mark(ui, Pane::View, area, list_id(ui));
    if std::mem::take(&mut state.reveal)
        && let Some(place) = shown.iter().position(|row| Some(row.role) == state.open)
    {
        let height = list::body_height(ui);
        state.list.go_to(place, height, theme::ROW_HEIGHT);
    }
    let drawn = List {
        shown: &shown,
        sort: state.query.sort,
        open: state.open,
    };
    let (sort, opened) = list(ui, cx, &drawn, &mut state.list);
    if state.query.sort != sort {
        state.query.sort = sort;
        ui.ctx().request_repaint();
    }
    if let Some(role) = opened {
        state.show(role);
        // It stands where it was clicked.
        state.reveal = false;
        ui.ctx().request_repaint();
    }
}
