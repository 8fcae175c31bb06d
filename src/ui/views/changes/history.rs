//! The tab with the history: the entries, newest first, filtered; the details of one beside them.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Context, Key, Modifiers, Popup, Rect, RichText, Ui, UiBuilder, pos2, vec2};

use super::dates::Typed;
use super::details;
use super::facts::{Facts, Query, everything, undone};
use super::filters::{self, Finds};
use super::later::Later;
use super::list::{Listing, Look, list};
use super::paint::{capital, line};
use super::rows::{EntryRow, rows};
use super::toolbar::takes_back;
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
use crate::ui::widgets::focus::silent;

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
    undone: HashMap<u32, u32>,
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

/// How many entries there are, whether they hold together, and what undo would take back.
fn standing(ui: &mut Ui, cx: &ViewContext<'_>, state: &State) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        let (shown, count) = (state.shown.len(), cx.session.tenant().audit().len());
        let words = if shown == count {
            t!(texts, "changes-count", count = count)
        } else {
            t!(texts, "changes-shown", shown = shown, count = count)
        };
        ui.label(theme::secondary(ui, words));
        ui.add_space(theme::SPACE_2);
        chain(ui, cx, state);
        ui.add_space(theme::SPACE_2);
        if let Ok(words) = takes_back(cx, &UiCommand::Undo) {
            let words = theme::secondary(ui, words);
            ui.add(egui::Label::new(words).truncate());
        }
    });
}

fn chain(ui: &mut Ui, cx: &ViewContext<'_>, state: &State) {
    let texts = cx.texts;
    let p = theme::palette(ui);
    let Some(facts) = state.facts() else {
        ui.label(theme::secondary(ui, t!(texts, "changes-preparing")));
        return;
    };
    let (glyph, ink, words) = match (facts.broken, facts.unchained) {
        (Some(at), _) if at.missing => (
            icon::ERROR_FILLED,
            p.danger,
            t!(texts, "changes-chain-missing", number = at.number),
        ),
        (Some(at), _) => (
            icon::ERROR_FILLED,
            p.danger,
            t!(texts, "changes-chain-broken", number = at.number),
        ),
        (None, 0) => (icon::SHIELD_CHECK, p.good, t!(texts, "changes-chain-holds")),
        (None, count) => (
            icon::INFO,
            p.text_secondary,
            t!(texts, "changes-chain-old", count = count),
        ),
    };
    silent(ui.label(theme::icon_text(glyph).color(ink)));
    let ink = if facts.broken.is_some() { ink } else { p.text };
    ui.label(RichText::new(words).color(ink))
        .on_hover_text(t!(texts, "changes-chain-tip"));
}

fn entries(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    let id = ui.scope_id().with("history");
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

/// A row: number, when, who; what with the reason under it; the mark at the right.
fn paint(ui: &mut Ui, id: egui::Id, rect: Rect, row: &EntryRow, when: &str, exact: &str) {
    let p = theme::palette(ui);
    let y = rect.center().y;
    let wide = rect.width() > 640.0;
    let quiet = |text: &str| theme::secondary(ui, text);
    let mut x = rect.left() + theme::SPACE_3;
    let number = row.number.to_string();
    line(
        ui,
        id.with("number"),
        pos2(x, y),
        52.0,
        quiet(&number),
        None,
    );
    x += 56.0;
    let mut right = rect.right() - theme::SPACE_2;
    if let Some(mark) = &row.mark {
        let text = theme::caption(ui, mark.as_str());
        let galley = egui::WidgetText::from(text).into_galley(
            ui,
            Some(egui::TextWrapMode::Extend),
            f32::INFINITY,
            egui::TextStyle::Small,
        );
        let size = galley.size() + vec2(2.0 * theme::SPACE_2, 6.0);
        let chip = Rect::from_min_size(pos2(right - size.x, y - size.y / 2.0), size);
        ui.painter().rect_filled(chip, size.y / 2.0, p.neutral_soft);
        ui.painter()
            .galley(chip.min + vec2(theme::SPACE_2, 3.0), galley, p.text);
        right = chip.left() - theme::SPACE_2;
    }
    let side = if wide { 130.0 } else { 112.0 };
    let (above, below) = (y - 8.0, y + 9.0);
    line(
        ui,
        id.with("who"),
        pos2(x, above),
        side - theme::SPACE_2,
        theme::medium(row.actor.as_str()).color(p.text),
        None,
    );
    let small = |text: &str| {
        RichText::new(text)
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary)
    };
    let at = pos2(x, below);
    line(
        ui,
        id.with("when"),
        at,
        side - theme::SPACE_2,
        small(when),
        Some(exact),
    );
    x += side;
    let what = RichText::new(row.what.as_str()).color(p.text);
    let middle = if row.why.is_empty() { y } else { above };
    line(ui, id.with("what"), pos2(x, middle), right - x, what, None);
    if !row.why.is_empty() {
        let why = capital(&row.why);
        line(
            ui,
            id.with("why"),
            pos2(x, below),
            right - x,
            small(&why),
            None,
        );
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

/// An empty state: what would be here, and the next step.
pub fn empty(ui: &mut Ui, glyph: &str, title: &str, hint: &str, next: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        let mark = theme::icon_text(glyph)
            .size(theme::ICON_SIZE_EMPTY)
            .line_height(None)
            .color(p.text_secondary);
        silent(ui.label(mark));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, hint));
        });
        ui.add_space(theme::SPACE_3);
        next(ui);
    });
}
