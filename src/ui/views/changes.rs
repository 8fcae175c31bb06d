//! Changes: the history of the tenant, and what differs between it and a file.
//!
//! Nothing here changes the history: entries are shown, filtered, exported, and taken back by
//! undoing, which adds an entry of its own.

mod compare;
mod dates;
mod details;
pub mod differences;
mod empty;
mod entry_row;
pub mod facts;
mod filters;
mod haystack;
mod history;
pub mod later;
mod list;
mod paint;
pub mod rows;
mod standing;
mod toolbar;

use std::path::Path;

use egui::Ui;

use crate::domain::diff::Diff;
use crate::storage::OpenError;
use crate::t;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::tab::tab;

/// The parts of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    /// Who changed what.
    #[default]
    History,
    /// What differs from a file.
    Compare,
}

/// What is shown.
#[derive(Default)]
pub struct State {
    tab: Tab,
    history: history::State,
    compare: compare::State,
}

impl State {
    /// Shows that a file is being compared.
    pub fn on_comparing(&mut self) {
        self.tab = Tab::Compare;
    }

    /// Takes in what differs from the file.
    pub fn on_compared(&mut self, path: &Path, outcome: Result<Box<Diff>, OpenError>) {
        self.compare.on_compared(path, outcome);
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    let texts = cx.texts;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-changes")));
        ui.add_space(theme::SPACE_4);
        for (of, name) in [
            (Tab::History, t!(texts, "section-history")),
            (Tab::Compare, t!(texts, "changes-compare")),
        ] {
            if tab(ui, &name, state.tab == of).clicked() {
                state.tab = of;
            }
        }
        match state.tab {
            Tab::History => toolbar::commands(ui, cx, &mut state.history),
            Tab::Compare => {}
        }
    });
    match state.tab {
        Tab::History => history::ui(ui, cx, &mut state.history),
        Tab::Compare => compare::ui(ui, cx, &mut state.compare),
    }
}
