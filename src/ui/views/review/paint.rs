//! Small pieces the list and the details of findings are painted with.

use egui::{Color32, Ui};

use super::rows::{RoleName, Row, severity_word};
use crate::domain::review::Severity;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::chip::{Tone, chip, chip_width};
use crate::ui::widgets::focus::silent;

/// What a chip of "and so many more" needs at most.
const MORE: f32 = 40.0;

/// The icon and the colour of how much a finding matters.
pub fn face(ui: &Ui, severity: Severity) -> (&'static str, Color32) {
    let p = theme::palette(ui);
    match severity {
        Severity::Error => (icon::ERROR_FILLED, p.danger),
        Severity::Warning => (icon::WARNING_FILLED, p.warning),
        Severity::Info => (icon::INFO_FILLED, p.accent_text),
    }
}

/// How much a finding matters, as a chip with its icon and its word.
pub fn severity_chip(ui: &mut Ui, texts: &Texts, severity: Severity) {
    let (glyph, _) = face(ui, severity);
    let (tone, about) = match severity {
        Severity::Error => (Tone::Danger, t!(texts, "review-error-about")),
        Severity::Warning => (Tone::Warning, t!(texts, "review-warning-about")),
        Severity::Info => (Tone::Accent, t!(texts, "review-info-about")),
    };
    chip(ui, &severity_word(texts, severity), tone, Some(glyph)).on_hover_text(about);
}

/// As many roles as there is room for, and the number of the others. The row tells a screen
/// reader of them all.
pub fn roles(ui: &mut Ui, texts: &Texts, roles: &[RoleName]) {
    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
    let (mut left, mut shown) = (ui.available_width(), 0);
    for (place, role) in roles.iter().enumerate() {
        let (tone, glyph) = role_face(role);
        let reserved = if place + 1 == roles.len() { 0.0 } else { MORE };
        let needed = chip_width(ui, &role.name, glyph);
        if place > 0 && needed + reserved > left {
            break;
        }
        ui.scope(|ui| {
            ui.set_max_width((left - reserved).max(0.0));
            silent(chip(ui, &role.name, tone, glyph)).on_hover_text(&role.name);
        });
        left -= needed + theme::SPACE_1;
        shown += 1;
    }
    if shown < roles.len() {
        let more = t!(texts, "count-more", count = roles.len() - shown);
        let rest: Vec<_> = roles
            .iter()
            .skip(shown)
            .map(|it| it.name.as_str())
            .collect();
        silent(chip(ui, &more, Tone::Neutral, None)).on_hover_text(rest.join("\n"));
    }
}

/// The tone and the mark of a role.
pub const fn role_face(role: &RoleName) -> (Tone, Option<&'static str>) {
    if role.privileged {
        (Tone::Privileged, Some(icon::PRIVILEGED))
    } else {
        (Tone::Accent, None)
    }
}

/// How long a finding stays accepted, in words.
pub fn days(texts: &Texts, row: &Row) -> Option<String> {
    let accepted = row.accepted.as_ref()?;
    Some(t!(texts, "review-days-left", count = accepted.days))
}
