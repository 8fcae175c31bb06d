//! The reason for who wants to give one, Save and Cancel, undo and redo, and one line that says how things stand.

use egui::accesskit::Live;
use egui::{Color32, Label, Stroke, Ui};

use super::judgement::Judgement;
use super::words::Words;
use super::{MARK, Outcome, Trouble};
use crate::t;
use crate::ui::outbox::Outbox;
use crate::ui::refusal;
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::widgets::{button, why};

/// The height of the status line and the buttons.
const HEIGHT: f32 = 84.0;

/// What a person asked for in the footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Save.
    Save,
    /// Close, with everything saved.
    Close,
    /// Forget what was changed, and close.
    Cancel,
}

/// Why nothing can be saved now; empty when it can.
pub fn blockers(words: Words<'_>, judgement: &Judgement, conflict: bool) -> Vec<String> {
    let texts = words.texts;
    let mut blockers = Vec::new();
    if words.session.actor().is_none() {
        blockers.push(t!(texts, "not-signed-in"));
    }
    if conflict {
        blockers.push(t!(texts, "editor-reload-first"));
    }
    if judgement.asked.email.is_err() || judgement.asked.phone.is_err() {
        blockers.push(t!(texts, "editor-correct-contact"));
    }
    if !judgement.asked.problems.is_empty() {
        blockers.push(t!(texts, "editor-correct-ways"));
    }
    if judgement.lacks_role {
        blockers.push(t!(texts, "editor-choose-a-role"));
    }
    let refused = words.reasons(judgement.decision.refusals());
    blockers.extend(refused.iter().map(RuleText::line));
    if blockers.is_empty() && judgement.asked.command.is_none() {
        blockers.push(t!(texts, "editor-nothing-changed"));
    }
    blockers
}

/// The height of the footer.
pub const fn height(why: &why::State) -> f32 {
    HEIGHT + why.height() + theme::SPACE_2
}

/// Draws the footer.
pub fn footer(
    ui: &mut Ui,
    words: Words<'_>,
    judgement: &Judgement,
    blockers: &[String],
    outcome: &Outcome,
    why: &mut why::State,
    outbox: &mut Outbox,
) -> Option<Pressed> {
    let p = theme::palette(ui);
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.top(), Stroke::new(1.0, p.line));
    let inside = rect.shrink2(egui::vec2(theme::SPACE_5, theme::SPACE_2));
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(inside));
    let ui = &mut ui;
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    if *outcome == Outcome::Saved {
        // There is nothing left to give a reason for; Close stands where Save stood.
        ui.add_space(why.height());
    } else {
        why::ui(ui, words.texts, why);
    }
    status(ui, words, judgement, blockers, outcome);
    ui.horizontal(|ui| {
        let pressed = buttons(ui, words, judgement, blockers, outcome);
        let room = ui.available_width() - 2.0 * theme::CONTROL_HEIGHT - theme::SPACE_2;
        ui.add_space(room.max(0.0));
        let session = words.session;
        for (command, possible) in [
            (UiCommand::Undo, session.can_undo()),
            (UiCommand::Redo, session.can_redo()),
        ] {
            let name = command.text(words.texts);
            let glyph = command.icon();
            let button = |ui: &mut Ui| button::icon_button(ui, glyph, &name);
            if ui.add_enabled_ui(possible, button).inner.clicked() {
                outbox.ui(command);
            }
        }
        pressed
    })
    .inner
}

fn buttons(
    ui: &mut Ui,
    words: Words<'_>,
    judgement: &Judgement,
    blockers: &[String],
    outcome: &Outcome,
) -> Option<Pressed> {
    let texts = words.texts;
    if *outcome == Outcome::Saved {
        let close = button::primary(ui, t!(texts, "close"));
        return close.clicked().then_some(Pressed::Close);
    }
    let asks = !judgement.decision.confirmations().is_empty();
    let text = if asks {
        t!(texts, "editor-save-asking")
    } else {
        t!(texts, "save")
    };
    let enabled = blockers.is_empty();
    let save = |ui: &mut Ui| button::primary(ui, text);
    let mut save = ui.add_enabled_ui(enabled, save).inner;
    let shortcut = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::Enter);
    let tip = if enabled {
        ui.ctx().format_shortcut(&shortcut)
    } else {
        blockers.join("\n")
    };
    ui.ctx()
        .accesskit_node_builder(save.id, |node| node.set_description(tip.as_str()));
    save = save.on_hover_text(&tip).on_disabled_hover_text(&tip);
    let cancel = button::standard(ui, t!(texts, "cancel"));
    if save.clicked() {
        Some(Pressed::Save)
    } else {
        cancel.clicked().then_some(Pressed::Cancel)
    }
}

/// What Save would do, in a few words: the whole of it may be out of sight.
fn gist(words: Words<'_>, judgement: &Judgement) -> String {
    let texts = words.texts;
    let (summary, mut parts) = (&judgement.summary, Vec::new());
    if summary.changes_roles() {
        let (gained, lost) = (&summary.difference.gained, &summary.difference.lost);
        parts.push(t!(
            texts,
            "editor-gist",
            gained = gained.len(),
            lost = lost.len()
        ));
    }
    if !judgement.decision.confirmations().is_empty() {
        parts.push(t!(texts, "editor-asks-reason"));
    }
    parts.join(" · ")
}

/// One line; the whole of a long one on hover.
fn status(
    ui: &mut Ui,
    words: Words<'_>,
    judgement: &Judgement,
    blockers: &[String],
    outcome: &Outcome,
) {
    let texts = words.texts;
    let p = theme::palette(ui);
    let quiet = (icon::INFO, p.text_secondary);
    let bad = (icon::ERROR_FILLED, p.danger);
    let ((glyph, ink), text): ((&str, Color32), String) = match (outcome, blockers.first()) {
        (Outcome::Saved, _) => (
            (icon::CHECK_CIRCLE_FILLED, p.good),
            t!(texts, "status-saved"),
        ),
        (Outcome::Trouble(Trouble::Refused(_)), _) => (bad, t!(texts, "editor-not-saved")),
        (Outcome::Trouble(Trouble::NotConfirmed), None) => {
            (quiet, t!(texts, "editor-not-confirmed"))
        }
        (Outcome::Trouble(Trouble::Failed(why)), _) => {
            let message = refusal::impossible(texts, why);
            (bad, t!(texts, "editor-impossible", message = message))
        }
        (_, Some(blocker)) if judgement.decision.is_allowed() => (quiet, blocker.clone()),
        (_, Some(blocker)) => (bad, blocker.clone()),
        (_, None) => (quiet, gist(words, judgement)),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.set_height(18.0);
        if text.is_empty() {
            return;
        }
        ui.label(theme::icon_text(glyph).size(MARK).color(ink));
        let line = egui::RichText::new(&text).small().color(ink);
        let response = ui.add(Label::new(line).truncate()).on_hover_text(&text);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    });
}
