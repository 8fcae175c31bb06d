//! Below the results, before they are submitted: the reason, which some rules ask for, and the
//! ticket.

use egui::{Label, TextEdit, Ui};

use super::State;
use super::report::Report;
use crate::t;
use crate::ui::rule_text::rule_texts;
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::focus::follow;

/// The longest reason and ticket, in characters: each stands on one line of the file.
const SAID_MAX: usize = 1000;

/// The height of what Submit needs to know.
pub fn below(cx: &ViewContext<'_>, report: &Report) -> f32 {
    let asked = rule_texts(
        cx.texts.language(),
        cx.session.catalogue(),
        &report.tally.confirmations,
    );
    let rules: f32 = asked.iter().map(|_| theme::SPACE_6).sum();
    let boxed = if asked.is_empty() {
        0.0
    } else {
        theme::SPACE_6
    };
    theme::CONTROL_HEIGHT + theme::SPACE_8 + rules + boxed
}

/// The reason, which some rules ask for, and the ticket.
pub fn assent(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, report: &Report) {
    let texts = cx.texts;
    let asked = &report.tally.confirmations;
    let required = !asked.is_empty();
    if required {
        let rules = rule_texts(texts.language(), cx.session.catalogue(), asked);
        notice::boxed(ui, Tone::Warning, |ui| {
            for rule in rules {
                let label = rule.label.unwrap_or_default();
                let line = format!("{label}  {}", rule.sentence);
                ui.add(Label::new(&*line).truncate()).on_hover_text(line);
            }
        });
    }
    let room = ui.available_width() - theme::SPACE_4;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_4;
        let reason = if required {
            t!(texts, "dialog-reason")
        } else {
            t!(texts, "bulk-reason-optional")
        };
        let hint = if required {
            t!(texts, "dialog-reason-needed")
        } else {
            t!(texts, "dialog-reason-hint")
        };
        said(ui, &reason, &hint, &mut state.reason, room * 0.7);
        let ticket = t!(texts, "bulk-ticket");
        said(ui, &ticket, "", &mut state.ticket, room * 0.3);
    });
}

fn said(ui: &mut Ui, name: &str, hint: &str, text: &mut String, width: f32) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let label = ui.label(theme::medium(name));
        let field = TextEdit::singleline(text)
            .char_limit(SAID_MAX)
            .hint_text(theme::secondary(ui, hint))
            .desired_width(width);
        follow(&ui.add(field).labelled_by(label.id));
    });
}
