//! Access: what can this person do, who can do this, may A do X to B, the least role for it, and
//! what nobody can do or is held for nothing.
//!
//! Owns which question is open. Each answer is worked out when the tenant or the question changes,
//! made into lines, and drawn by its visible lines; nothing here decides.

pub mod chooser;
pub mod export;
pub mod gaps;
pub mod kept;
pub mod least;
pub mod line;
pub mod list;
pub mod look;
pub mod may;
pub mod may_answer;
pub mod may_lists;
pub mod need_list;
pub mod needs;
pub mod people;
pub mod person;
pub mod verdict;
pub mod who_can;

use egui::{Rect, Ui, UiBuilder};

use crate::domain::effective::Need;
use crate::domain::user::UserId;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;

/// The widest that the list on the left is.
const LEFT: f32 = 340.0;

/// A question that another view can put.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// What can this person do?
    Person(UserId),
    /// Who can do this?
    WhoCan(Need),
    /// What is the least role for this?
    Least(Vec<Need>),
}

/// One of the questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What can this person do?
    #[default]
    Person,
    /// Who can do this?
    WhoCan,
    /// May A do X to B?
    May,
    /// What is the least role for this?
    Least,
    /// What is missing, and what is too much?
    Gaps,
}

/// What is asked.
#[derive(Default)]
pub struct State {
    tab: Tab,
    person: person::State,
    who_can: who_can::State,
    may: may::State,
    least: least::State,
    gaps: gaps::State,
}

impl State {
    /// Asks this.
    pub fn ask(&mut self, question: Question) {
        match question {
            Question::Person(user) => {
                self.tab = Tab::Person;
                self.person.ask(user);
            }
            Question::WhoCan(need) => {
                self.tab = Tab::WhoCan;
                self.who_can.ask(need);
            }
            Question::Least(needs) => {
                self.tab = Tab::Least;
                self.least.ask(needs);
            }
        }
    }

    /// Which question is open.
    pub const fn tab(&self) -> Tab {
        self.tab
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    let whole = ui.max_rect();
    ui.horizontal(|ui| ui.label(theme::title(t!(cx.texts, "view-access"))));
    let texts = cx.texts;
    let mut first = ui.scope_id();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        for (tab, name) in [
            (Tab::Person, t!(texts, "access-tab-person")),
            (Tab::WhoCan, t!(texts, "access-tab-who")),
            (Tab::May, t!(texts, "access-tab-may")),
            (Tab::Least, t!(texts, "access-tab-least")),
            (Tab::Gaps, t!(texts, "access-tab-gaps")),
        ] {
            let response = paint::tab(ui, &name, state.tab == tab);
            if state.tab == tab {
                first = response.id;
            }
            if response.clicked() && state.tab != tab {
                state.tab = tab;
                ui.ctx().request_repaint();
            }
        }
    });
    panes::mark(ui, Pane::View, whole, first);
    match state.tab {
        Tab::Person => person::ui(ui, cx, &mut state.person),
        Tab::WhoCan => who_can::ui(ui, cx, &mut state.who_can),
        Tab::May => may::ui(ui, cx, &mut state.may),
        Tab::Least => least::ui(ui, cx, &mut state.least),
        Tab::Gaps => gaps::ui(ui, cx, &mut state.gaps, &mut state.least),
    }
}

/// What is left of `ui`: the list to choose from, and the answer beside it.
fn columns(ui: &mut Ui) -> (Rect, Rect) {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let left = (whole.width() * 0.36).min(LEFT);
    let split = whole.left() + left;
    let right = whole.with_min_x(split + theme::SPACE_4);
    (whole.with_max_x(split), right)
}

fn within(ui: &mut Ui, salt: &str, rect: Rect) -> Ui {
    let mut inside = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    inside.shrink_clip_rect(rect.expand(2.0));
    inside
}

/// What stands where there is nothing to show: an icon, what would be here, and what to do.
fn nothing(ui: &mut Ui, glyph: &str, title: &str, hint: &str) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        let picture = theme::icon_text(glyph)
            .size(theme::ICON_SIZE_EMPTY)
            .line_height(None)
            .color(p.text_secondary);
        crate::ui::widgets::focus::silent(ui.label(picture));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, hint));
        });
    });
}
