//! A text field with its name above it, and what is wrong with its text or worth knowing under it.

use egui::accesskit::{Invalid, Live};
use egui::{AsIdSalt, Color32, Label, Margin, Response, RichText, TextEdit, Ui, vec2};

use super::focus::{follow, silent};
use crate::ui::theme::{self, icon};

/// The mark before a line under a field.
const MARK: f32 = 14.0;

/// What a field is called, and what is to be said about its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// Its name.
    pub label: &'a str,
    /// What may stand in it, shown while it is empty.
    pub hint: &'a str,
    /// What is wrong with the text, a line each.
    pub errors: &'a [String],
    /// Something to know about it.
    pub remark: Option<&'a str>,
    /// Whether it can't be typed in.
    pub locked: bool,
    /// The most characters that can be typed; any number when zero.
    pub limit: usize,
}

/// Draws a field as wide as there is room.
pub fn field(ui: &mut Ui, salt: impl AsIdSalt, text: &mut String, field: Field<'_>) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        let label = ui.label(theme::medium(field.label));
        let response = input(ui, salt, text, field).labelled_by(label.id);
        remarks(ui, field.errors, field.remark, field.locked);
        response
    })
    .inner
}

/// Draws the part that is typed in. Name it, and tell with [`remarks`] what is wrong.
pub fn input(ui: &mut Ui, salt: impl AsIdSalt, text: &mut String, field: Field<'_>) -> Response {
    let wrong = !field.errors.is_empty();
    let response = ui
        .add_enabled_ui(!field.locked, |ui| {
            if wrong {
                outline(ui, theme::palette(ui).danger);
            }
            let limit = if field.limit == 0 {
                usize::MAX
            } else {
                field.limit
            };
            ui.add(
                TextEdit::singleline(text)
                    .id_salt(salt)
                    .hint_text(theme::secondary(ui, field.hint))
                    .char_limit(limit)
                    .desired_width(f32::INFINITY)
                    .margin(Margin::symmetric(10, 7))
                    .min_size(vec2(0.0, theme::CONTROL_HEIGHT)),
            )
        })
        .inner;
    follow(&response);
    if wrong {
        let why = field.errors.join(" ");
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_invalid(Invalid::True);
            node.set_description(why.as_str());
        });
    }
    response
}

/// Draws what is wrong, and what is worth knowing.
pub fn remarks(ui: &mut Ui, errors: &[String], remark: Option<&str>, locked: bool) {
    let p = theme::palette(ui);
    for error in errors {
        line(ui, icon::ERROR_FILLED, p.danger, error, true);
    }
    if let Some(remark) = remark {
        let glyph = if locked { icon::LOCK } else { icon::INFO };
        line(ui, glyph, p.text_secondary, remark, false);
    }
}

fn line(ui: &mut Ui, glyph: &str, ink: Color32, text: &str, live: bool) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        silent(ui.label(theme::icon_text(glyph).size(MARK).color(ink)));
        let told = ui.add(Label::new(RichText::new(text).small().color(ink)).wrap());
        if live {
            ui.ctx()
                .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
        }
    });
}

fn outline(ui: &mut Ui, ink: Color32) {
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_stroke.color = ink;
    widgets.hovered.bg_stroke.color = ink;
}
