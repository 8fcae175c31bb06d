//! How a mark looks and what it is called: a shape, a tone and a word for each.
//!
//! The only place of this view that knows glyphs and tones. Shapes differ as well as tones, so
//! that no mark is told by colour alone.

use std::sync::Arc;

use egui::{Color32, Galley, Painter, Pos2, Ui};

use super::rows::{Mark, Tally};
use crate::domain::office365::Limit;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, Palette, icon};
use crate::ui::widgets::chip::Tone;

/// The marks in the order of the legend. The limit does not matter to the shape.
const SHAPES: [Mark; 4] = [
    Mark::Yes,
    Mark::Limited(Limit::ViewOnly),
    Mark::No,
    Mark::Unknown,
];

/// The glyph of a mark.
pub const fn glyph(mark: Mark) -> &'static str {
    match mark {
        Mark::Yes => icon::CHECK_CIRCLE_FILLED,
        Mark::Limited(_) => icon::HALF_CIRCLE_FILLED,
        Mark::No => icon::SUBTRACT,
        Mark::Unknown => icon::QUESTION_CIRCLE,
    }
}

/// The tone of a mark, for a chip.
pub const fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Yes => Tone::Good,
        Mark::Limited(_) => Tone::Warning,
        Mark::No | Mark::Unknown => Tone::Neutral,
    }
}

/// The mark in a word.
pub fn word(texts: &Texts, mark: Mark) -> String {
    match mark {
        Mark::Yes => t!(texts, "yes"),
        Mark::Limited(_) => t!(texts, "limited"),
        Mark::No => t!(texts, "no"),
        Mark::Unknown => t!(texts, "unknown"),
    }
}

/// What a limit stops at, in a word or two.
pub fn limit_short(texts: &Texts, limit: Limit) -> String {
    match limit {
        Limit::ViewOnly => t!(texts, "matrix-limit-view-only-short"),
        Limit::NonAdminsOnly => t!(texts, "matrix-limit-non-admins-short"),
        Limit::NoGlobalDeleteNoAdminCreate => t!(texts, "matrix-limit-no-admins-short"),
    }
}

/// What a limit stops at, in a sentence.
pub fn limit_sentence(texts: &Texts, limit: Limit) -> String {
    match limit {
        Limit::ViewOnly => t!(texts, "matrix-limit-view-only"),
        Limit::NonAdminsOnly => t!(texts, "matrix-limit-non-admins"),
        Limit::NoGlobalDeleteNoAdminCreate => t!(texts, "matrix-limit-no-admins"),
    }
}

/// The four shapes, laid out once for a frame.
pub struct Stamps {
    galleys: [(Arc<Galley>, Color32); 4],
}

impl Stamps {
    /// Lays the shapes out.
    pub fn new(ui: &Ui) -> Self {
        let p = theme::palette(ui);
        let lay_out = |mark| {
            let size = match mark {
                Mark::No => theme::SIZE_SMALL,
                _ => theme::ICON_SIZE,
            };
            let text = glyph(mark).to_owned();
            let ink = ink(p, mark);
            let galley = ui.painter().layout_no_wrap(text, theme::font(size), ink);
            (galley, ink)
        };
        Self {
            galleys: SHAPES.map(lay_out),
        }
    }

    /// Paints a mark around `center`.
    pub fn paint(&self, painter: &Painter, center: Pos2, mark: Mark) {
        let [yes, limited, no, unknown] = &self.galleys;
        let (galley, ink) = match mark {
            Mark::Yes => yes,
            Mark::Limited(_) => limited,
            Mark::No => no,
            Mark::Unknown => unknown,
        };
        painter.galley(center - galley.size() / 2.0, Arc::clone(galley), *ink);
    }
}

/// What the marks mean and how many of each are shown.
pub fn legend(ui: &mut Ui, texts: &Texts, tally: &Tally) {
    let p = theme::palette(ui);
    for mark in SHAPES {
        let count = match mark {
            Mark::Yes => tally.yes,
            Mark::Limited(_) => tally.limited,
            Mark::No => tally.no,
            Mark::Unknown => tally.unknown,
        };
        if count == 0 && matches!(mark, Mark::Limited(_) | Mark::Unknown) {
            continue;
        }
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.label(theme::icon_text(glyph(mark)).color(ink(p, mark)));
        let text = format!("{} {}", word(texts, mark), number(texts, count));
        ui.label(theme::caption(ui, text));
        ui.add_space(theme::SPACE_3);
    }
}

const fn ink(p: &Palette, mark: Mark) -> Color32 {
    match mark {
        Mark::Yes => p.good,
        Mark::Limited(_) => p.warning,
        Mark::No | Mark::Unknown => p.text_secondary,
    }
}
