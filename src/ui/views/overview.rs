//! The overview: what deserves attention first, with a way to each.
//!
//! Owns no filter and no choice but which chart is shown. Everything here leads elsewhere, and is
//! gathered once for each state of the tenant.

pub mod bars;
pub mod cards;
pub mod chart;
mod draw;
pub mod figures;
pub mod findings;
mod gathered;
pub mod holders;
mod layout;
pub mod recent;
pub mod steps;

use std::sync::Arc;

use egui::{
    FontSelection, Rect, Role, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2,
    vec2,
};

use self::cards::Card;
use self::chart::Bar;
use self::gathered::{Gathered, Gathering};
use self::layout::Chart;
use self::steps::Step;
use crate::domain::language::Language;
use crate::domain::user::UserId;
use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::changes::rows::EntryRow;
use crate::ui::views::role_editor::words::Words;

/// What is shown.
#[derive(Default)]
pub struct State {
    gathering: Gathering,
    shown: Option<Shown>,
    chart: Chart,
    /// Who acted when the view was last shown.
    actor: Option<UserId>,
    /// Whether the title has the keyboard: where whoever just signed in begins.
    greets: bool,
}

/// What was gathered, in words.
struct Shown {
    turn: u64,
    language: Language,
    gathered: Arc<Gathered>,
    cards: Vec<Card>,
    steps: Vec<Step>,
    roles: Vec<Bar>,
    categories: Vec<Bar>,
    recent: Arc<[EntryRow]>,
}

impl State {
    /// Brings what is shown up to date with the tenant and the language.
    fn follow(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let Some((gathered, turn)) = self.gathering.follow(ui.ctx(), cx) else {
            self.shown = None;
            return;
        };
        let language = cx.texts.language();
        let known = |shown: &Shown| shown.turn == turn && shown.language == language;
        if self.shown.as_ref().is_some_and(known) {
            return;
        }
        let words = Words {
            texts: cx.texts,
            session: cx.session,
        };
        self.shown = Some(Shown {
            turn,
            language,
            cards: cards::cards(cx.texts, &gathered.figures),
            steps: steps::steps(&gathered.figures),
            roles: chart::of_roles(words, &gathered.roles),
            categories: chart::of_categories(words, &gathered.categories),
            recent: recent::rows(cx.texts, cx.session, &gathered.gone),
            gathered,
        });
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    state.follow(ui, cx);
    title(ui, cx, state);
    let State { shown, chart, .. } = state;
    let Some(shown) = shown else {
        ui.label(theme::secondary(ui, t!(cx.texts, "overview-gathering")));
        return;
    };
    let height = ui.available_height();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let origin = ui.next_widget_position();
        let room = vec2(ui.available_width(), height);
        let width = layout::width(room, shown.cards.len(), shown.steps.len());
        let mut top = layout::figures(ui, cx, origin, width, &shown.cards);
        if !shown.steps.is_empty() {
            let size = vec2(width, steps::height(shown.steps.len(), width));
            let rect = Rect::from_min_size(pos2(origin.x, top), size);
            steps::draw(ui, rect, cx, &shown.gathered.figures, &shown.steps);
            top = rect.bottom() + theme::SPACE_3;
        }
        let left = height - (top - origin.y);
        let size = vec2(width, left);
        layout::parts(ui, cx, pos2(origin.x, top), size, shown, chart);
    });
}

/// The title, which has the keyboard after signing in so that Tab goes on from here.
fn title(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        let actor = cx.session.actor().map(|user| user.id);
        let arrived = state.actor != actor;
        state.actor = actor;
        state.greets |= arrived;
        let title = heading(ui, &t!(texts, "view-overview"), state.greets);
        if arrived {
            title.request_focus();
        } else if state.greets && !title.has_focus() {
            state.greets = false;
        }
        ui.add_space(theme::SPACE_1);
        let name = &*cx.session.tenant().organization().name;
        ui.add(egui::Label::new(theme::secondary(ui, name)).truncate());
    });
    ui.add_space(theme::SPACE_1);
}

/// The words of the title. Not a label: one with the keyboard looks like a link.
fn heading(ui: &mut Ui, text: &str, focusable: bool) -> egui::Response {
    let galley = WidgetText::from(theme::title(text)).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        FontSelection::Default,
    );
    let sense = if focusable {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(galley.size(), sense);
    let ink = theme::palette(ui).text;
    ui.painter().galley(rect.min, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}
