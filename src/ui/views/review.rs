//! Review: the findings, why they matter, and what mends them.
//!
//! Owns which findings are listed, which is open, and what is asked. The findings themselves are
//! gathered elsewhere ([`crate::ui::findings`]) and arrive by themselves; rows are made when they
//! do and drawn as far as they are in sight. Every change is a Command in the outbox.

mod accept;
mod bar;
mod break_glass;
mod concerned;
mod details;
mod dialog;
pub mod export;
pub mod fix;
pub mod fix_rows;
mod fix_view;
mod list;
mod paint;
pub mod rows;
pub mod thresholds;
mod verdicts;

use std::sync::Arc;

use egui::{Key, Modifiers, Popup, Rect, Ui, UiBuilder};

use self::accept::Accept;
use self::bar::Asked;
use self::concerned::Concerned;
use self::details::{Clicked, Shown, details};
use self::dialog::Dialog;
use self::export::Export;
use self::fix::Fix;
use self::list::{ROW, list, list_id};
use self::rows::{Counts, Query, Row, Tab};
use self::thresholds::EditThresholds;
use self::verdicts::Verdicts;
use crate::domain::apply::{Many, Rehearsal};
use crate::domain::command::Command;
use crate::domain::language::Language;
use crate::domain::review::FindingKey;
use crate::ui::many::NotRun;
use crate::ui::outbox::Origin;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;

/// The least width that is left for the list beside the details; with less, they stand in its
/// place.
const LEAST_BESIDE: f32 = 440.0;
/// From this width on the details are wider.
const ROOMY: f32 = 1_300.0;
const DETAILS_WIDE: f32 = 520.0;

/// What is shown, what is open, and what is asked.
#[derive(Default)]
pub struct State {
    query: Query,
    open: Option<FindingKey>,
    list: ListState,
    concerned: Concerned,
    dialog: Option<Dialog>,
    kept: Option<Kept>,
    answer: Option<Answer>,
    verdicts: Option<Verdicts>,
    export: Option<Export>,
    /// Whether what was opened is to be brought into sight.
    reveal: bool,
    /// Whether a text field had the keyboard at the end of the latest frame.
    typing: bool,
}

/// The rows, and what they were made of.
struct Kept {
    turn: u64,
    language: Language,
    /// The days that are left are told from today.
    day: i64,
    rows: Arc<[Row]>,
}

/// What is found, and what was asked.
struct Answer {
    rows: Arc<[Row]>,
    stamp: u64,
    query: Query,
    shown: Arc<[usize]>,
    counts: Arc<Counts>,
}

impl State {
    /// Shows this finding beside the list, once it is known.
    pub fn show(&mut self, finding: FindingKey) {
        self.open(finding);
        self.query = Query::default();
        self.reveal = true;
    }

    /// Which finding is open.
    pub fn opened(&self) -> Option<FindingKey> {
        self.open
    }

    /// Takes in what the rules say of what mends a finding.
    pub fn on_rehearsed(&mut self, outcome: Result<Rehearsal, NotRun>) {
        if let Some(Dialog::Fix(fix)) = &mut self.dialog {
            fix.on_rehearsed(outcome);
        }
    }

    /// Takes in what became of it.
    pub fn on_submitted(&mut self, outcome: Result<Many, NotRun>) {
        if let Some(Dialog::Fix(fix)) = &mut self.dialog {
            fix.on_submitted(outcome);
        }
    }

    fn open(&mut self, finding: FindingKey) {
        if self.open != Some(finding) {
            self.concerned = Concerned::default();
        }
        self.open = Some(finding);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.list.want_keyboard();
        }
    }

    /// The findings in words.
    fn rows(&mut self, cx: &ViewContext<'_>) -> Arc<[Row]> {
        let (turn, language) = (cx.findings.turn(), cx.texts.language());
        let day = cx.session.now().0.div_euclid(3_600);
        if let Some(kept) = &self.kept
            && (kept.turn, kept.language, kept.day) == (turn, language, day)
        {
            return Arc::clone(&kept.rows);
        }
        let session = cx.session;
        let found = cx.findings.all().map(|all| {
            rows::rows(
                cx.texts,
                session.catalogue(),
                session.tenant(),
                session.now(),
                all,
            )
        });
        let rows: Arc<[Row]> = found.unwrap_or_default().into();
        self.kept = Some(Kept {
            turn,
            language,
            day,
            rows: Arc::clone(&rows),
        });
        rows
    }

    /// Which of them answer what is asked, and the numbers beside the filters.
    fn answer(&mut self, cx: &ViewContext<'_>, rows: &Arc<[Row]>) -> (Arc<[usize]>, Arc<Counts>) {
        let stamp = cx.index.stamp();
        if let Some(known) = &self.answer
            && Arc::ptr_eq(&known.rows, rows)
            && known.stamp == stamp
            && known.query == self.query
        {
            return (Arc::clone(&known.shown), Arc::clone(&known.counts));
        }
        if self
            .answer
            .as_ref()
            .is_some_and(|known| known.query != self.query)
        {
            self.list.restart();
        }
        let all = cx.findings.all().map_or(&[][..], |all| all);
        let shown = rows::shown(rows, &self.query, all, cx.session.tenant(), cx.index);
        let answer = Answer {
            rows: Arc::clone(rows),
            stamp,
            query: self.query.clone(),
            shown: shown.into(),
            counts: Arc::new(Counts::of(rows, self.query.tab)),
        };
        let known = self.answer.insert(answer);
        (Arc::clone(&known.shown), Arc::clone(&known.counts))
    }

    /// The row of what is open; the list it stands in goes first.
    fn open_row<'a>(&self, rows: &'a [Row]) -> Option<&'a Row> {
        let key = self.open?;
        let accepted = self.query.tab == Tab::Accepted;
        let mut found = rows.iter().filter(|row| row.key == key);
        let here = |row: &&Row| row.accepted.is_some() == accepted;
        let first = found.clone().find(here);
        first.or_else(|| found.next())
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
    let exporting = export::under_way(cx, &mut state.export);
    if state.dialog.as_ref().is_some_and(|asked| asked.is_done(cx)) {
        state.dialog = None;
    }
    let rows = state.rows(cx);
    let known = cx.findings.all().is_some();
    let row = state.open_row(&rows);
    if (known && row.is_none()) || state.closed_by_key(ui) {
        // What was open is no finding any more.
        state.close();
    }
    let row = row.filter(|_| state.open.is_some());
    let open = row.map(|row| (row.key, row.place));
    let verdicts = Verdicts::now(cx, open, &mut state.verdicts);
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let all = cx.findings.all().map(Arc::clone);
    let finding = row.and_then(|row| all.as_ref()?.get(row.place));
    let width = if whole.width() >= ROOMY {
        DETAILS_WIDE
    } else {
        theme::DETAILS_WIDTH
    };
    let beside = whole.width() >= width + LEAST_BESIDE;
    let split = if beside {
        whole.right() - width
    } else {
        whole.left()
    };
    let left = match (&finding, beside) {
        (None, _) => Some(whole),
        (Some(_), true) => Some(whole.with_max_x(split - theme::SPACE_3)),
        (Some(_), false) => None,
    };
    if let Some(left) = left {
        within(ui, "list", left, |ui| {
            list_ui(ui, cx, state, &rows, exporting);
        });
    }
    if let (Some(row), Some(finding)) = (row, finding) {
        let shown = Shown {
            finding,
            row,
            verdicts: &verdicts,
            mends: row.accepted.is_none() && !cx.findings.fix(row.place).is_empty(),
            exporting,
        };
        let clicked = within(ui, "details", whole.with_min_x(split), |ui| {
            details(ui, cx, &shown, &mut state.concerned)
        });
        if let Some(clicked) = clicked {
            react(ui.ctx(), cx, state, &shown, clicked);
        }
    }
    if let Some(mut asked) = state.dialog.take() {
        let closes = asked.show(&ui.ctx().clone(), cx, &verdicts);
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

fn react(
    ctx: &egui::Context,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    clicked: Clicked,
) {
    match clicked {
        Clicked::Close => state.close(),
        Clicked::Fix => {
            let message = shown.row.message.clone();
            let fix = Fix::new(message, cx.findings.fix(shown.row.place));
            state.dialog = Some(Dialog::Fix(Box::new(fix)));
        }
        Clicked::Accept => state.dialog = Some(Dialog::Accept(Accept::new(cx, shown.finding))),
        Clicked::Stop => {
            let command = Command::SetAcceptance {
                finding: shown.row.key,
                acceptance: None,
            };
            cx.outbox.run(Origin::View, command);
        }
        Clicked::Export => state.export = Export::people(ctx, cx, shown.row.place),
    }
    ctx.request_repaint();
}

/// Everything beside the details.
fn list_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    rows: &Arc<[Row]>,
    exporting: bool,
) {
    let area = ui.max_rect();
    let before = state.query.clone();
    let searched = bar::top(ui, cx, &mut state.query);
    let asked = bar::commands(ui, cx, exporting);
    let (_, counts) = state.answer(cx, rows);
    let tab = bar::tabs(ui, cx.texts, &counts, &mut state.query);
    if counts.all(state.query.tab) > 0 || state.query.filters() {
        bar::filters(ui, cx.texts, &counts, &mut state.query);
    }
    let (shown, counts) = state.answer(cx, rows);
    if shown.is_empty() {
        panes::mark(ui, Pane::View, area, tab);
        bar::nothing(ui, cx, &counts, &mut state.query);
    } else {
        panes::mark(ui, Pane::View, area, list_id(ui));
        if std::mem::take(&mut state.reveal)
            && let Some(at) = shown
                .iter()
                .position(|at| rows.get(*at).map(|row| row.key) == state.open)
        {
            state.list.go_to(at, ui.available_height(), ROW);
        }
        let opened = list(ui, cx.texts, rows, &shown, state.open, &mut state.list);
        if let Some(finding) = opened {
            state.open(finding);
            ui.ctx().request_repaint();
        }
    }
    if state.query != before {
        ui.ctx().request_repaint();
    }
    match asked.or(searched) {
        Some(Asked::BreakGlass) => {
            state.dialog = Some(Dialog::BreakGlass(Box::default()));
        }
        Some(Asked::Thresholds) => {
            state.dialog = Some(Dialog::Thresholds(EditThresholds::new(cx)));
        }
        Some(Asked::Export) => {
            let places = shown.iter().filter_map(|at| rows.get(*at));
            let places = places.map(|row| row.place).collect();
            state.export = Export::findings(ui.ctx(), cx, places);
        }
        Some(Asked::List) => state.list.want_keyboard(),
        None => {}
    }
}
