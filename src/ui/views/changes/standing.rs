//! The line above the history: how much is shown, whether it holds together, what undo would do.

use egui::{RichText, Ui};

use super::history::State;
use super::toolbar::takes_back;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::focus::silent;

/// How many entries there are, whether they hold together, and what undo would take back.
pub fn standing(ui: &mut Ui, cx: &ViewContext<'_>, state: &State) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        let (shown, count) = (state.shown().len(), cx.session.tenant().audit().len());
        let words = if shown == count {
            t!(texts, "changes-count", count = count)
        } else {
            t!(texts, "changes-shown", shown = shown, count = count)
        };
        ui.label(theme::secondary(ui, words));
        ui.add_space(theme::SPACE_2);
        chain(ui, cx, state);
        ui.add_space(theme::SPACE_2);
        if let Ok(words) = takes_back(cx, state, &UiCommand::Undo) {
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
