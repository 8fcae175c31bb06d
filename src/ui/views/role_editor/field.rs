//! A text field with its label above, and below it what is wrong or worth knowing.

use egui::accesskit::{Invalid, Live};
use egui::{Label, Margin, Response, TextEdit, Ui, vec2};

use super::MARK;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::focus::follow;

/// A field and what is to be said about it.
pub struct Field<'a> {
    /// What it is for.
    pub label: String,
    /// What could be typed.
    pub hint: String,
    /// What is typed.
    pub text: &'a mut String,
    /// Whether it can't be changed.
    pub locked: bool,
    /// What is wrong with it.
    pub errors: Vec<String>,
    /// Something to know, where nothing is wrong.
    pub remark: Option<String>,
}

/// Draws it as wide as there is room.
pub fn field(ui: &mut Ui, salt: impl egui::AsIdSalt, field: Field<'_>) -> Response {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = theme::SPACE_1;
    ui.add_space(theme::SPACE_1);
    let label = ui.label(theme::medium(field.label));
    let wrong = !field.errors.is_empty();
    let response = ui
        .add_enabled_ui(!field.locked, |ui| {
            if wrong {
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke.color = p.danger;
                widgets.hovered.bg_stroke.color = p.danger;
            }
            ui.add(
                TextEdit::singleline(field.text)
                    .id_salt(salt)
                    .hint_text(theme::secondary(ui, field.hint))
                    .desired_width(f32::INFINITY)
                    .margin(Margin::symmetric(10, 7))
                    .min_size(vec2(0.0, theme::CONTROL_HEIGHT)),
            )
        })
        .inner
        .labelled_by(label.id);
    follow(&response);
    if wrong {
        let why = field.errors.join(" ");
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_invalid(Invalid::True);
            node.set_description(why.as_str());
        });
    }
    for text in &field.errors {
        error(ui, text);
    }
    if let Some(text) = field.remark {
        let glyph = if field.locked { icon::LOCK } else { icon::INFO };
        remark(ui, glyph, &text);
    }
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    response
}

/// A line about what is wrong.
pub fn error(ui: &mut Ui, text: &str) {
    let p = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let mark = theme::icon_text(icon::ERROR_FILLED).size(MARK);
        ui.label(mark.color(p.danger));
        let text = egui::RichText::new(text).small().color(p.danger);
        let line = ui.add(Label::new(text).wrap());
        ui.ctx()
            .accesskit_node_builder(line.id, |node| node.set_live(Live::Polite));
    });
}

/// A quiet line with a mark before it.
pub fn remark(ui: &mut Ui, glyph: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.label(theme::caption(ui, glyph).size(MARK));
        ui.add(Label::new(theme::caption(ui, text)).wrap());
    });
}
