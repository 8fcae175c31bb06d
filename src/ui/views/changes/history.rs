//! The tab with the history: the entries, newest first, filtered; the details of one beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, Id, Key, Modifiers, Popup, Ui, UiBuilder};

use super::dates::Typed;
use super::details;
use super::empty::empty;
use super::entry_row::paint;
use super::facts::{Facts, Query, everything, undone};
use super::filters::{self, Finds};
use super::later::Later;
use super::list::{Listing, Look, list};
use super::rows::rows;
use super::standing::standing;
use crate::domain::diff::{KnownNames, TenantNames};
use crate::domain::language::Language;
use crate::domain::tenant::Tenant;
use crate::exchange::{changes, csv};
use crate::i18n::{exact_time, relative_time};
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

/// From how many changes on a worker prepares the history.
const MUCH: usize = 2_000;
/// From how many bytes on a worker searches it.
const MUCH_TEXT: usize = 4 << 20;
/// The least width that is left for the list beside the details.
const LEAST_BESIDE: f32 = 420.0;
/// The width of the details.
const DETAILS: f32 = 400.0;

/// What is asked, what was worked out, and which entry is open.
#[derive(Default)]
pub struct State {
    /// What is asked, but for the period and the words.
    pub(super) query: Query,
    pub(super) typed: Typed,
    pub(super) finds: Finds,
    facts: Later<Arc<Facts>>,
    /// What the facts are of: the tenant's revision and the language.
    stamp: Option<(u64, Language)>,
    answer: Later<Answer>,
    undone: BTreeMap<u32, u32>,
    shown: Arc<[u32]>,
    listing: Listing,
    /// The number of the entry whose details are shown.
    selected: Option<u32>,
    items: Listing,
    export: Later<String>,
}

/// The places of the entries shown, and for which question.
struct Answer {
    query: Query,
    shown: Arc<[u32]>,
}

impl State {
    /// The places of the entries shown.
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// Writes what is shown as CSV; it is offered for saving once it is there.
    pub fn begin_export(&mut self, ctx: &Context, cx: &ViewContext<'_>) {
        let tenant = cx.session.tenant().clone();
        let catalogue = Arc::clone(cx.session.catalogue());
        let (shown, facts) = (Arc::clone(&self.shown), self.facts.get().cloned());
        let much = tenant.audit().len() > MUCH;
        self.export.begin(ctx, much, move || {
            let entries = shown
                .iter()
                .filter_map(|at| tenant.audit().get(*at as usize));
            let none = KnownNames::default();
            let names = TenantNames {
                tenant: &tenant,
                gone: facts.as_ref().map_or(&none, |facts| &facts.gone),
            };
            csv::to_string(&changes::history(&catalogue, &names, entries))
        });
        ctx.request_repaint();
    }

    /// The facts, once they are there.
    pub(super) fn facts(&self) -> Option<&Arc<Facts>> {
        self.facts.get()
    }

    /// Brings what is shown up to date with the tenant and the question.
    fn follow(&mut self, ctx: &Context, cx: &ViewContext<'_>) {
        let tenant = cx.session.tenant();
        let stamp = Some((tenant.revision(), cx.texts.language()));
        let mut moved = false;
        if self.stamp != stamp {
            self.stamp = stamp;
            self.undone = undone(tenant.audit());
            let items: usize = tenant.audit().iter().map(|entry| entry.items.len()).sum();
            let language = cx.texts.language();
            let (copy, catalogue) = (tenant.clone(), Arc::clone(cx.session.catalogue()));
            self.facts.begin(ctx, items > MUCH, move || {
                Arc::new(Facts::of(&copy, &catalogue, language))
            });
            moved = true;
        }
        moved |= self.facts.poll();
        let query = Query {
            from: self.typed.begins(cx.texts),
            until: self.typed.ends(cx.texts),
            ..self.query.clone()
        };
        let asked = self.answer.get().map(|answer| &answer.query);
        let other = asked != Some(&query);
        if moved || (other && !self.answer.is_waiting()) {
            if other {
                self.listing.restart();
            }
            self.ask(ctx, tenant, query);
        }
        if self.answer.poll() {
            ctx.request_repaint();
        }
        if let Some(answer) = self.answer.get() {
            self.shown = Arc::clone(&answer.shown);
        }
    }

    fn ask(&mut self, ctx: &Context, tenant: &Tenant, query: Query) {
        if query.is_empty() {
            let shown = everything(tenant.audit()).into();
            self.answer.begin(ctx, false, || Answer { query, shown });
            return;
        }
        let Some(facts) = self.facts.get().cloned() else {
            return;
        };
        let snapshot = tenant.snapshot();
        let much = facts.size() > MUCH_TEXT;
        self.answer.begin(ctx, much, move || Answer {
            shown: facts.matching(&snapshot.audit, &query).into(),
            query,
        });
    }

    fn is_filtered(&self) -> bool {
        !self.query.is_empty() || !self.typed.is_empty()
    }

    fn clear_filters(&mut self) {
        self.query = Query::default();
        self.typed = Typed::default();
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    state.follow(ui.ctx(), cx);
    state.export.poll();
    if let Some(text) = state.export.take() {
        let name = format!("{}.csv", t!(cx.texts, "changes-export-file"));
        cx.outbox.ui(UiCommand::Export { name, text });
    }
    filters::bar(ui, cx, state);
    state.follow(ui.ctx(), cx);
    standing(ui, cx, state);
    if state.shown.is_empty() {
        nothing(ui, cx, state);
        return;
    }
    close_by_key(ui, state);
    let tenant = cx.session.tenant();
    let open = state.selected.and_then(|number| tenant.audit_entry(number));
    let Some(entry) = open else {
        entries(ui, cx, state);
        return;
    };
    let area = ui.available_rect_before_wrap();
    let beside = area.width() >= DETAILS + LEAST_BESIDE;
    let left = if beside {
        area.with_max_x(area.right() - DETAILS - theme::SPACE_3)
    } else {
        area
    };
    if beside {
        let mut place = ui.new_child(UiBuilder::new().max_rect(left).id_salt("entries"));
        entries(&mut place, cx, state);
    }
    let right = if beside {
        area.with_min_x(left.right() + theme::SPACE_3)
    } else {
        area
    };
    let mut place = ui.new_child(UiBuilder::new().max_rect(right).id_salt("details"));
    let (facts, none) = (state.facts.get().cloned(), KnownNames::default());
    let names = TenantNames {
        tenant,
        gone: facts.as_ref().map_or(&none, |facts| &facts.gone),
    };
    let mark = super::rows::mark(cx.texts, &state.undone, entry);
    if details::ui(&mut place, cx, &names, entry, mark, &mut state.items) {
        state.selected = None;
    }
    ui.advance_cursor_after_rect(area);
}

/// Escape closes the details, once it has nothing nearer to close.
fn close_by_key(ui: &Ui, state: &mut State) {
    let ctx = ui.ctx();
    if state.selected.is_some()
        && !ctx.text_edit_focused()
        && !Popup::is_any_open(ctx)
        && ctx.memory(|memory| memory.top_modal_layer().is_none())
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        state.selected = None;
    }
}

fn entries(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    // The same beside the details and without them, so that the keyboard stays in it.
    let id = Id::unique("entries of the history");
    panes::mark(ui, Pane::View, ui.clip_rect(), id);
    let tenant = cx.session.tenant();
    let audit = tenant.audit();
    let selected = state.selected;
    // Newest first: the place of a number is found by halving.
    let place_of = |number: u32| {
        let shown = &state.shown;
        let place = shown.partition_point(|at| at.saturating_add(1) > number);
        (shown.get(place).map(|at| at.saturating_add(1)) == Some(number)).then_some(place)
    };
    let name = t!(texts, "changes-list");
    let look = Look {
        id,
        name: &name,
        count: state.shown.len(),
        row: theme::ROW_HEIGHT,
        chosen: selected.and_then(place_of),
        choosable: true,
    };
    let State {
        shown,
        listing,
        undone,
        facts,
        ..
    } = state;
    let none = KnownNames::default();
    let names = TenantNames {
        tenant,
        gone: facts.get().map_or(&none, |facts| &facts.gone),
    };
    let now = cx.session.now();
    let chosen = list(ui, listing, look, |ui, place, rect| {
        let entry = shown.get(place).and_then(|at| audit.get(*at as usize));
        let Some(entry) = entry else {
            return String::new();
        };
        let told = rows(texts, cx.session.catalogue(), &names, undone, &[entry]);
        let Some(row) = told.into_iter().next() else {
            return String::new();
        };
        let when = relative_time(texts, now, row.at);
        let exact = exact_time(texts, row.at);
        paint(ui, id.with(row.number), rect, &row, &when, &exact);
        let parts = [
            t!(texts, "changes-entry", number = row.number),
            when,
            row.actor,
            row.what,
            row.why,
            row.mark.unwrap_or_default(),
            if row.privileged {
                t!(texts, "privileged")
            } else {
                String::new()
            },
        ];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    });
    if let Some(place) = chosen {
        let number = state.shown.get(place).map(|at| at.saturating_add(1));
        if number != state.selected {
            state.items = Listing::default();
        }
        state.selected = number;
    }
}

/// What stands in place of a list without entries.
fn nothing(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    let filtered = state.is_filtered();
    let (glyph, title, hint) = if filtered {
        (
            icon::SEARCH,
            t!(texts, "changes-none-found"),
            t!(texts, "changes-none-found-hint"),
        )
    } else {
        (
            icon::CHANGES,
            t!(texts, "changes-none"),
            t!(texts, "changes-none-hint"),
        )
    };
    empty(ui, glyph, &title, &hint, |ui| {
        if filtered && button::standard(ui, t!(texts, "clear-filters")).clicked() {
            state.clear_filters();
        }
    });
}
