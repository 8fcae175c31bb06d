//! Groups and administrative units: who is in what, and the roles that hold through it or over it.
//!
//! Owns which list is shown, what is open beside it, and what is being asked. Lists are made when
//! the tenant or the question changes and drawn by their visible rows. Every change is a Command
//! in the outbox; whether it may be is asked from the session and kept in `verdicts`.

mod add_people;
pub mod choose_people;
mod details;
pub(super) mod dialog;
mod give_roles;
pub mod held;
mod list;
pub mod listing;
pub mod paint;
pub mod people;
pub mod rows;
pub mod slot;
pub(super) mod verdicts;

use std::sync::Arc;

use egui::{Align, Key, Layout, Modifiers, Popup, Rect, Ui, UiBuilder};

use self::details::{Clicked, Details, Part, details};
use self::dialog::{After, Dialog};
use self::list::{List, list, list_id};
use self::listing::ListState;
use self::rows::{Overview, Query, Subject, Tab};
use self::verdicts::Verdicts;
use crate::i18n::number;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::search_box::search_box;

/// The least width that is left for the list beside the details; with less, they stand in its
/// place.
const LEAST_BESIDE: f32 = 400.0;
/// The least width of the search box beside which the title is told.
const SEARCH: f32 = 300.0;

/// What is shown, what is open, and what is asked.
#[derive(Default)]
pub struct State {
    tab: Tab,
    groups: Listed,
    units: Listed,
    overview: Option<(u64, Arc<Overview>)>,
    open: Option<Subject>,
    details: Details,
    dialog: Option<Dialog>,
    verdicts: Option<Verdicts>,
    /// Whether what was opened is to be brought into sight.
    reveal: bool,
    /// Whether a text field had the keyboard at the end of the latest frame.
    typing: bool,
}

/// One of both lists.
#[derive(Default)]
struct Listed {
    query: Query,
    answer: Option<(u64, Query, Arc<[Subject]>)>,
    list: ListState,
}

impl State {
    /// What is open.
    pub fn open(&self) -> Option<Subject> {
        self.open
    }

    /// Shows the details of a group or a unit.
    pub fn show(&mut self, subject: Subject) {
        if self.open != Some(subject) {
            self.details = Details::default();
        }
        self.tab = subject.tab();
        self.open = Some(subject);
        self.reveal = true;
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.listed().list.want_keyboard();
        }
    }

    fn listed(&mut self) -> &mut Listed {
        match self.tab {
            Tab::Groups => &mut self.groups,
            Tab::Units => &mut self.units,
        }
    }

    /// Takes in that the tenant may have changed.
    fn follow(&mut self, cx: &ViewContext<'_>) -> Arc<Overview> {
        let tenant = cx.session.tenant();
        if let Some(after) = self.dialog.as_ref().and_then(|asked| asked.done(tenant)) {
            self.dialog = None;
            if let After::Show(subject, set) = after {
                self.show(subject);
                self.details.show(Part::Members);
                self.dialog = set.map(Dialog::add_people);
            }
        }
        if self
            .open
            .is_some_and(|subject| subject.name(tenant).is_none())
        {
            self.close();
        }
        let revision = tenant.revision();
        match &self.overview {
            Some((known, overview)) if *known == revision => Arc::clone(overview),
            _ => {
                let overview = Arc::new(Overview::of(tenant));
                self.overview = Some((revision, Arc::clone(&overview)));
                overview
            }
        }
    }

    /// What the list of this tab shows.
    fn shown(&mut self, cx: &ViewContext<'_>, overview: &Overview) -> Arc<[Subject]> {
        let (tab, revision) = (self.tab, cx.session.tenant().revision());
        let listed = self.listed();
        if let Some((known, query, shown)) = &listed.answer
            && *known == revision
            && *query == listed.query
        {
            return Arc::clone(shown);
        }
        if listed
            .answer
            .as_ref()
            .is_some_and(|(_, query, _)| *query != listed.query)
        {
            listed.list.restart();
        }
        let shown = overview.find(tab, &listed.query);
        listed.answer = Some((revision, listed.query.clone(), Arc::clone(&shown)));
        shown
    }

    /// Escape closes the details, once it has nothing nearer to close.
    fn closed_by_key(&self, ui: &Ui) -> bool {
        self.open.is_some()
            && !self.typing
            && ui.memory(|memory| memory.top_modal_layer().is_none())
            && !Popup::is_any_open(ui.ctx())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    let overview = state.follow(cx);
    if state.closed_by_key(ui) {
        state.close();
    }
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let verdicts = Verdicts::now(cx, state.open, &mut state.verdicts);
    let mut left = Some(whole);
    if let Some(subject) = state.open {
        let beside = whole.width() >= theme::DETAILS_WIDTH + LEAST_BESIDE;
        let split = if beside {
            whole.right() - theme::DETAILS_WIDTH
        } else {
            whole.left()
        };
        let place = whole.with_min_x(split);
        left = beside.then(|| whole.with_max_x(split - theme::SPACE_3));
        let clicked = within(ui, "details", place, |ui| {
            details(ui, cx, &overview, subject, &verdicts, &mut state.details)
        });
        if let Some(clicked) = clicked {
            react(cx, state, subject, clicked);
        }
    }
    if let Some(left) = left {
        within(ui, "list", left, |ui| {
            list_ui(ui, cx, state, &overview, &verdicts);
        });
    }
    if let Some(mut asked) = state.dialog.take() {
        let closes = asked.show(&ui.ctx().clone(), cx, &overview, &verdicts);
        if !closes {
            state.dialog = Some(asked);
        }
    }
    state.typing = ui.ctx().text_edit_focused();
}

fn within<R>(ui: &mut Ui, salt: &str, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let mut inside = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    inside.shrink_clip_rect(rect.expand(2.0));
    content(&mut inside)
}

fn react(cx: &ViewContext<'_>, state: &mut State, subject: Subject, clicked: Clicked) {
    let tenant = cx.session.tenant();
    match (clicked, subject) {
        (Clicked::Close, _) => state.close(),
        (Clicked::Rename, _) => state.dialog = Some(Dialog::rename(subject, tenant)),
        (Clicked::Delete, _) => state.dialog = Some(Dialog::delete(subject)),
        (Clicked::AddTo(set), _) => state.dialog = Some(Dialog::add_people(set)),
        (Clicked::GiveRoles, Subject::Group(id)) => {
            state.dialog = Some(Dialog::give_roles(id, cx));
        }
        (Clicked::GiveRoles, Subject::Unit(_)) => {}
        (Clicked::Show(other), _) => {
            state.show(other);
            state.details.show(Part::Roles);
        }
    }
}

/// Everything beside the details.
fn list_ui(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    overview: &Overview,
    verdicts: &Verdicts,
) {
    let area = ui.max_rect();
    let tab = top(ui, cx, state, overview);
    bar(ui, cx, state, overview, verdicts);
    let shown = state.shown(cx, overview);
    if shown.is_empty() {
        panes::mark(ui, Pane::View, area, tab);
        nothing(ui, cx, state, overview, verdicts);
        return;
    }
    panes::mark(ui, Pane::View, area, list_id(ui, state.tab));
    if std::mem::take(&mut state.reveal)
        && let Some(place) = shown.iter().position(|it| Some(*it) == state.open)
    {
        let height = list::body_height(ui);
        let listed = state.listed();
        listed.list.go_to(place, height, theme::ROW_HEIGHT);
    }
    let drawn = List {
        tab: state.tab,
        shown: &shown,
        overview,
        sort: state.listed().query.sort,
        open: state.open,
    };
    let (sort, opened) = list(ui, cx, &drawn, &mut state.listed().list);
    let query = &mut state.listed().query;
    if query.sort != sort {
        query.sort = sort;
        ui.ctx().request_repaint();
    }
    if let Some(subject) = opened {
        state.show(subject);
        // It stands where it was clicked.
        state.reveal = false;
        ui.ctx().request_repaint();
    }
}

/// Title, tabs and search box. Returns what has the keyboard where there is no list.
fn top(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, overview: &Overview) -> egui::Id {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-groups")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().text_edit_width = SEARCH;
            let hint = t!(texts, "group-search");
            let listed = state.listed();
            let into_list = ui.input(|input| {
                let plain = input.modifiers == Modifiers::NONE;
                plain && (input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::Enter))
            });
            let field = search_box(ui, &mut listed.query.text, &hint, "search groups");
            if into_list && (field.has_focus() || field.lost_focus()) {
                listed.list.want_keyboard();
            }
        });
    });
    let mut first = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        for (tab, name) in [
            (Tab::Groups, t!(texts, "view-groups")),
            (Tab::Units, t!(texts, "group-units")),
        ] {
            let name = format!("{name} {}", number(texts, overview.len(tab)));
            let response = paint::tab(ui, &name, state.tab == tab);
            if state.tab == tab {
                first = Some(response.id);
            }
            if response.clicked() && state.tab != tab {
                state.tab = tab;
                state.open = None;
                ui.ctx().request_repaint();
            }
        }
    });
    first.unwrap_or_else(|| ui.scope_id())
}

/// What can be added. Where there is nothing yet, that is offered in the middle.
fn bar(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    overview: &Overview,
    verdicts: &Verdicts,
) {
    let (text, verdict) = match state.tab {
        Tab::Groups => (t!(cx.texts, "group-add"), &verdicts.add_group),
        Tab::Units => (t!(cx.texts, "group-unit-add"), &verdicts.add_unit),
    };
    if overview.len(state.tab) == 0 && verdict.is_ok() {
        return;
    }
    let button = button::command_button(ui, icon::ADD, &text, verdict.clone());
    if button.clicked() {
        state.dialog = Some(Dialog::create(state.tab));
    }
}

/// What stands in place of an empty list.
fn nothing(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    overview: &Overview,
    verdicts: &Verdicts,
) {
    let texts = cx.texts;
    let searched = overview.len(state.tab) > 0;
    let (glyph, title, hint) = match (searched, state.tab) {
        (true, _) => (
            icon::SEARCH,
            t!(texts, "group-none-found"),
            t!(texts, "group-none-found-hint"),
        ),
        (false, Tab::Groups) => (
            icon::GROUP,
            t!(texts, "group-none"),
            t!(texts, "group-none-hint"),
        ),
        (false, Tab::Units) => (
            icon::ORGANISATION,
            t!(texts, "group-unit-none"),
            t!(texts, "group-unit-none-hint"),
        ),
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
        if searched {
            if button::standard(ui, t!(texts, "search-clear")).clicked() {
                state.listed().query.text.clear();
            }
            return;
        }
        let (text, verdict) = match state.tab {
            Tab::Groups => (t!(texts, "group-add"), &verdicts.add_group),
            Tab::Units => (t!(texts, "group-unit-add"), &verdicts.add_unit),
        };
        if verdict.is_ok() && button::primary(ui, text).clicked() {
            state.dialog = Some(Dialog::create(state.tab));
        }
    });
}
