//! The reason for who wants to give one, add, add and go on, cancel, and why nothing can be added yet.

use egui::accesskit::Live;
use egui::{Label, Stroke, Ui};

use super::draft::Draft;
use super::judgement::Judgement;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::{button, why};

/// The height of the buttons.
const HEIGHT: f32 = 56.0;

/// What a person asked for in the footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Add, then show who was added.
    Add,
    /// Add, then begin another form.
    AddAnother,
    /// Forget the form.
    Cancel,
}

/// Why nobody can be added now; empty when someone can.
pub fn blockers(words: Words<'_>, judgement: &Judgement, draft: &Draft) -> Vec<String> {
    let texts = words.texts;
    let asked = &judgement.asked;
    let refused = words.reasons(judgement.decision.refusals());
    let mut blockers: Vec<String> = refused.iter().map(RuleText::line).collect();
    let mut unless = |fine: bool, why: String| {
        if !fine {
            blockers.push(why);
        }
    };
    unless(words.session.actor().is_some(), t!(texts, "not-signed-in"));
    unless(asked.named, t!(texts, "add-needs-name"));
    let upn = asked.upn.as_ref();
    unless(upn.is_some(), t!(texts, "add-needs-user-name"));
    unless(
        upn.is_none_or(Result::is_ok),
        t!(texts, "add-correct-user-name"),
    );
    let contact = asked.email.is_ok() && asked.phone.is_ok();
    unless(contact, t!(texts, "editor-correct-contact"));
    unless(asked.place, t!(texts, "add-correct-location"));
    unless(!asked.lacks_role, t!(texts, "editor-choose-a-role"));
    unless(!judgement.lacks_seat(draft), t!(texts, "add-no-seat"));
    blockers
}

/// The height of the footer.
pub const fn height(why: &why::State) -> f32 {
    HEIGHT + why.height() + theme::SPACE_1
}

/// Draws the footer.
pub fn footer(
    ui: &mut Ui,
    words: Words<'_>,
    blockers: &[String],
    why: &mut why::State,
) -> Option<Pressed> {
    let texts = words.texts;
    let rect = ui.max_rect();
    let line = Stroke::new(1.0, theme::palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.top(), line);
    ui.add_space(theme::SPACE_1);
    why::ui(ui, texts, why);
    ui.add_space(theme::SPACE_2);
    ui.horizontal(|ui| {
        let why = blockers.join("\n");
        let mut pressed = None;
        let ready = blockers.is_empty();
        let add = ui
            .add_enabled_ui(ready, |ui| button::primary(ui, t!(texts, "add")))
            .inner;
        let another = ui
            .add_enabled_ui(ready, |ui| button::standard(ui, t!(texts, "add-another")))
            .inner;
        for (button, asks) in [(add, Pressed::Add), (another, Pressed::AddAnother)] {
            if button.clicked() {
                pressed = Some(asks);
            }
            if !ready {
                ui.ctx().accesskit_node_builder(button.id, |node| {
                    node.set_description(why.as_str());
                });
                button.on_disabled_hover_text(&why);
            }
        }
        if button::standard(ui, t!(texts, "cancel")).clicked() {
            pressed = Some(Pressed::Cancel);
        }
        if let Some(first) = blockers.first() {
            ui.add_space(theme::SPACE_1);
            let text = theme::caption(ui, first);
            let told = ui.add(Label::new(text).truncate());
            ui.ctx()
                .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
            told.on_hover_text(&why);
        }
        pressed
    })
    .inner
}
