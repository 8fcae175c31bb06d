//! A box that tells what rules say: refusals, warnings, confirmations to come.

use egui::{Color32, Frame, Margin, Response, Stroke, Ui};

use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};

/// What a box is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It can't be done by this actor at all.
    Locked,
    /// It is refused.
    Refused,
    /// It is allowed and yet unwise, or something changed.
    Warning,
    /// Something to know.
    Info,
}

/// Draws a box with a title and the rules under it.
pub fn rules(ui: &mut Ui, tone: Tone, title: Option<&str>, rules: &[RuleText]) -> Response {
    boxed(ui, tone, |ui| {
        if let Some(title) = title {
            ui.label(theme::medium(title));
        }
        for rule in rules {
            let sentence = match &rule.label {
                Some(label) => format!("{label}  {}", rule.sentence),
                None => rule.sentence.clone(),
            };
            ui.label(sentence);
            if !rule.instead.is_empty() {
                ui.label(theme::secondary(ui, rule.instead));
            }
        }
    })
}

/// Draws a box with any content.
pub fn boxed(ui: &mut Ui, tone: Tone, content: impl FnOnce(&mut Ui)) -> Response {
    let (glyph, ink, ground) = face(ui, tone);
    let line = match tone {
        Tone::Locked => theme::palette(ui).line,
        Tone::Refused | Tone::Warning | Tone::Info => ground,
    };
    Frame::new()
        .fill(ground)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.label(theme::icon_text(glyph).color(ink));
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = theme::SPACE_1;
                    content(ui);
                });
            });
        })
        .response
}

fn face(ui: &Ui, tone: Tone) -> (&'static str, Color32, Color32) {
    let p = theme::palette(ui);
    match tone {
        Tone::Locked => (icon::LOCK_FILLED, p.text_secondary, p.card),
        Tone::Refused => (icon::ERROR_FILLED, p.danger, p.danger_soft),
        Tone::Warning => (icon::WARNING_FILLED, p.warning, p.warning_soft),
        Tone::Info => (icon::INFO_FILLED, p.accent_text, p.accent_soft),
    }
}
