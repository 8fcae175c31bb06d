//! What is known about a role, under its row in the picker.

use egui::{Color32, Frame, Label, Margin, Ui};

use super::header::small_icon;
use super::notice::{self, Tone};
use super::words::Words;
use super::{LINE_BUTTON, MARK, derived_view};
use crate::domain::effective::derived_roles;
use crate::domain::role::{RoleNoteKind, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::t;
use crate::ui::theme::{self, icon};

/// Draws it.
pub fn role_details(ui: &mut Ui, words: Words<'_>, id: RoleTemplateId) {
    let p = theme::palette(ui);
    Frame::new()
        .fill(p.card)
        .stroke(egui::Stroke::new(1.0, p.line))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::symmetric(12, 10))
        .outer_margin(Margin {
            left: 26,
            right: 0,
            top: 0,
            bottom: 8,
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            if let Some(role) = words.catalogue().role(id) {
                ui.label(role.description.get(words.language()));
                for note in &role.notes {
                    let (glyph, ink) = face(ui, note.kind);
                    let text = note.text.get(words.language());
                    let line = match (note.kind, note.related) {
                        (RoleNoteKind::For, _) => continue,
                        (RoleNoteKind::Can | RoleNoteKind::Cannot, _) => text.to_owned(),
                        (kind, Some(related)) => {
                            let kind = words.note_kind(Some(kind));
                            format!("{kind} {}: {text}", words.role(related))
                        }
                        (kind, None) => format!("{}: {text}", words.note_kind(Some(kind))),
                    };
                    marked(ui, glyph, ink, &line, &words.note_kind(Some(note.kind)));
                }
                own_rules(ui, words, id);
                let (count, source) = words.actions(&role.actions);
                ui.add_space(theme::SPACE_1);
                ui.label(theme::caption(ui, count));
                if let Some(source) = source {
                    ui.label(theme::caption(ui, source));
                }
            }
            template_id(ui, words, id);
        });
}

/// What our rules and the source add to what is known of it: the roles in services that come with
/// it, what it does not give here, and where the source contradicts itself.
pub fn own_rules(ui: &mut Ui, words: Words<'_>, id: RoleTemplateId) {
    let derived = derived_roles(words.catalogue(), &[id]);
    if !derived.is_empty() {
        ui.add_space(theme::SPACE_1);
        ui.label(theme::caption(ui, t!(words.texts, "editor-derived")));
        for derived in &derived {
            derived_view::line(ui, words, derived, false);
        }
    }
    if id == RoleTemplateId::SHAREPOINT_ADMINISTRATOR {
        derived_view::notes(ui, words, &[Rule::SiteAndTermStoreElsewhere]);
    }
    let contradiction = match id {
        RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR => "matrix-contradiction-service",
        RoleTemplateId::USER_ADMINISTRATOR => "editor-contradiction-licences",
        _ => return,
    };
    notice::boxed(ui, Tone::Warning, |ui| {
        ui.label(words.texts.dynamic(contradiction));
    });
}

/// The template id, to be copied.
pub fn template_id(ui: &mut Ui, words: Words<'_>, id: RoleTemplateId) {
    ui.label(theme::caption(ui, t!(words.texts, "editor-template-id")));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.spacing_mut().interact_size.y = LINE_BUTTON;
        let text = theme::caption(ui, id.to_string());
        let room = ui.available_width() - LINE_BUTTON - theme::SPACE_1;
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(Label::new(text).truncate());
        });
        let name = t!(words.texts, "editor-copy-template-id");
        if small_icon(ui, icon::COPY, &name).clicked() {
            ui.ctx().copy_text(id.to_string());
        }
    });
}

/// A line with a mark before it; `meaning` is what a screen reader says for the mark.
pub fn marked(ui: &mut Ui, glyph: &str, ink: Color32, text: &str, meaning: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mark = theme::icon_text(glyph).size(MARK).color(ink);
        ui.add(Label::new(mark)).accessible_name(meaning);
        ui.add(Label::new(text).wrap());
    });
}

/// The mark of a remark, and its colour.
pub fn face(ui: &Ui, kind: RoleNoteKind) -> (&'static str, Color32) {
    let p = theme::palette(ui);
    match kind {
        RoleNoteKind::Can => (icon::CHECK_CIRCLE, p.good),
        RoleNoteKind::Cannot => (icon::DISMISS_CIRCLE, p.text_secondary),
        RoleNoteKind::Risk => (icon::WARNING, p.warning),
        RoleNoteKind::DoNotUse => (icon::BLOCK, p.danger),
        RoleNoteKind::Scope => (icon::TARGET, p.text_secondary),
        RoleNoteKind::Rename => (icon::TAG, p.text_secondary),
        RoleNoteKind::See => (icon::LINK, p.text_secondary),
        RoleNoteKind::For | RoleNoteKind::Automatic => (icon::INFO, p.text_secondary),
    }
}
