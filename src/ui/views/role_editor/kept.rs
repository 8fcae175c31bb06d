//! Assignments that the check boxes do not speak of, and what becomes of them.
//!
//! Scoped, eligible, time-limited, or through a group: shown, not edited here.

use std::collections::BTreeSet;

use egui::{Label, Layout, Ui};

use super::draft::Baseline;
use super::words::{Words, capitalised};
use crate::domain::role::RoleAssignment;
use crate::domain::tenant::HeldThrough;
use crate::session::Session;
use crate::t;
use crate::ui::theme;
use crate::ui::widgets::chip::{Tone, chip, chip_width};

/// What becomes of an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Stays,
    /// The choice takes it away.
    Taken,
    /// A permanent one takes its place.
    Permanent,
}

/// Such an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// How the person comes to hold it.
    pub through: HeldThrough,
    /// The assignment.
    pub held: RoleAssignment,
    /// What becomes of it.
    pub fate: Fate,
}

/// All of them, given what the person would hold directly.
pub fn kept(session: &Session, baseline: &Baseline, after: &BTreeSet<RoleAssignment>) -> Vec<Kept> {
    session
        .tenant()
        .reaching(baseline.user)
        .filter(|(through, held)| {
            *through != HeldThrough::Directly || !held.is_permanent_tenant_wide()
        })
        .map(|(through, held)| Kept {
            through,
            held: *held,
            fate: if through != HeldThrough::Directly || after.contains(held) {
                Fate::Stays
            } else if after.iter().any(|other| other.same_slot(held)) {
                Fate::Permanent
            } else {
                Fate::Taken
            },
        })
        .collect()
}

/// Draws them.
pub fn kept_list(ui: &mut Ui, words: Words<'_>, list: &[Kept]) {
    if list.is_empty() {
        return;
    }
    let texts = words.texts;
    ui.add_space(theme::SPACE_2);
    ui.label(theme::semibold(t!(texts, "editor-kept")));
    ui.label(theme::caption(ui, t!(texts, "editor-kept-intro")));
    for kept in list {
        let (text, tone) = match kept.fate {
            Fate::Stays => (t!(texts, "editor-fate-stays"), Tone::Neutral),
            Fate::Taken => (t!(texts, "editor-fate-taken"), Tone::Warning),
            Fate::Permanent => (t!(texts, "editor-fate-permanent"), Tone::Accent),
        };
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - chip_width(ui, &text, None) - theme::SPACE_2;
            ui.allocate_ui_with_layout(
                egui::vec2(room, 0.0),
                Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.set_width(room);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Label::new(words.role(kept.held.role)).wrap());
                    let qualities = capitalised(&words.qualities(kept.through, &kept.held));
                    ui.add(Label::new(theme::caption(ui, qualities)).wrap());
                },
            );
            chip(ui, &text, tone, None);
        });
    }
}
