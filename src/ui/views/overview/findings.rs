//! The worst of what the review found, each a link to it.

use egui::{RichText, Ui, pos2, vec2};

use super::draw;
use crate::domain::review::Severity;
use crate::i18n::Texts;
use crate::t;
use crate::ui::findings::Status;
use crate::ui::item_words::capital;
use crate::ui::theme::{self, Palette, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;

/// The height of a finding's row.
const ROW: f32 = 31.0;

/// How grave a finding is, in a word.
pub fn severity_word(texts: &Texts, severity: Severity) -> String {
    match severity {
        Severity::Error => t!(texts, "review-error"),
        Severity::Warning => t!(texts, "review-warning"),
        Severity::Info => t!(texts, "review-info"),
    }
}

const fn mark(p: &Palette, severity: Severity) -> (&'static str, egui::Color32) {
    match severity {
        Severity::Error => (icon::ERROR_FILLED, p.danger),
        Severity::Warning => (icon::WARNING_FILLED, p.warning),
        Severity::Info => (icon::INFO, p.text_secondary),
    }
}

/// Draws as many findings as have room.
pub fn list(ui: &mut Ui, cx: &mut ViewContext<'_>) {
    let texts = cx.texts;
    let Some(count) = cx.findings.open_count() else {
        let text = match cx.findings.status() {
            Status::Failed => t!(texts, "overview-findings-failed"),
            _ => t!(texts, "overview-findings-gathering"),
        };
        draw::nothing(ui, icon::REVIEW, &text);
        return;
    };
    if count == 0 {
        draw::nothing(ui, icon::CHECK_CIRCLE, &t!(texts, "overview-findings-none"));
        if draw::foot(ui, &t!(texts, "overview-to-review")).clicked() {
            cx.outbox.ui(UiCommand::ShowReview);
        }
        return;
    }
    let height = ui.available_height();
    let mut fitting = draw::rows_in(height, ROW);
    if fitting < count {
        fitting = draw::rows_in(height - draw::FOOT, ROW).max(1);
    }
    let catalogue = cx.session.catalogue();
    let mut asked = None;
    for finding in cx.findings.open().take(fitting) {
        let message = finding.message(catalogue);
        let message = capital(message.get(texts.language()));
        if row(ui, texts, finding.severity(), &message).clicked() {
            asked = Some(UiCommand::ShowFinding(finding.key()));
        }
    }
    let rest = count.saturating_sub(fitting);
    if rest > 0 && draw::foot(ui, &t!(texts, "overview-more-findings", count = rest)).clicked() {
        asked = Some(UiCommand::ShowReview);
    }
    if let Some(command) = asked {
        cx.outbox.ui(command);
    }
}

fn row(ui: &mut Ui, texts: &Texts, severity: Severity, message: &str) -> egui::Response {
    let word = severity_word(texts, severity);
    let name = format!("{word}: {message}");
    draw::row(ui, ROW, &name, "", |ui, rect| {
        let p = theme::palette(ui);
        let (glyph, ink) = mark(p, severity);
        let inside = rect.shrink2(vec2(theme::SPACE_2, 0.0));
        let y = inside.center().y;
        draw::glyph(ui, pos2(inside.left(), y), glyph, ink);
        let told = RichText::new(word.as_str())
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary);
        let wide = draw::width(ui, told.clone());
        let right = inside.right() - wide;
        draw::line(ui, pos2(right, y), wide + 1.0, told);
        let left = inside.left() + theme::ICON_SIZE + theme::SPACE_2;
        let text = RichText::new(message).color(p.text);
        draw::line(ui, pos2(left, y), right - theme::SPACE_3 - left, text).cut
    })
}
