//! The dialog that asks before something is done that is hard to take back.

use egui::{Label, Ui};

use super::{Answer, buttons, focus_once, heading};
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Request;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

/// How many names are told before the others are counted.
const NAMES: usize = 8;

/// What is asked, and what is done on yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question.
    pub title: String,
    /// Whom or what it concerns, the first of them by name; empty when the title says it.
    pub names: Vec<String>,
    /// How many it concerns.
    pub count: usize,
    /// What will come of it.
    pub text: String,
    /// What the button says that does it.
    pub go: String,
    /// What is done then.
    pub request: Request,
}

impl Question {
    /// Keeps as many names as are told.
    pub fn names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
        names.take(NAMES).map(str::to_owned).collect()
    }
}

/// Draws it.
pub(super) fn question(ui: &mut Ui, texts: &Texts, question: &Question) -> Option<Answer> {
    heading(ui, icon::WARNING_FILLED, &question.title);
    let shown = question.names.iter().take(NAMES);
    let more = question.count.saturating_sub(shown.len());
    for name in shown {
        ui.horizontal_top(|ui| {
            let mark = theme::icon_text(icon::PERSON).color(theme::palette(ui).text_secondary);
            silent(ui.label(mark));
            ui.add(Label::new(name.as_str()).truncate());
        });
    }
    if more > 0 && !question.names.is_empty() {
        let more = t!(texts, "editor-more", count = more);
        ui.label(theme::secondary(ui, more));
    }
    ui.add_space(theme::SPACE_1);
    ui.label(question.text.as_str());
    buttons(ui, |ui| {
        if button::danger(ui, &question.go).clicked() {
            return Some(Answer::Go(Box::new(question.request.clone())));
        }
        // What Enter does unless someone thinks again.
        let cancel = button::standard(ui, t!(texts, "cancel"));
        focus_once(ui, &cancel);
        cancel.clicked().then_some(Answer::Cancel)
    })
}
