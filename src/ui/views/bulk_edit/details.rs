//! The first step: department, office, usage location and sign-in, each left alone unless it is
//! switched on.

use egui::{Response, TextEdit, Ui};

use super::draft::{SignInDraft, TextDraft};
use super::{State, heading};
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::i18n::Texts;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::check_box::{SIZE, check_box_labelled};
use crate::ui::widgets::focus::{follow, silent};
use crate::ui::widgets::radio_card::radio_card;

/// The width of a field.
const FIELD: f32 = 380.0;

/// Draws the step.
pub fn details(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    heading(
        ui,
        t!(texts, "bulk-step-details"),
        t!(texts, "bulk-details-about"),
    );
    let draft = &mut state.draft;
    let first = text(
        ui,
        texts,
        [
            t!(texts, "bulk-change-department"),
            t!(texts, "user-department"),
        ],
        &mut draft.department,
        None,
    );
    panes::mark(ui, Pane::View, ui.clip_rect(), first.id);
    if std::mem::take(&mut state.wants_focus) {
        first.request_focus();
    }
    text(
        ui,
        texts,
        [t!(texts, "bulk-change-office"), t!(texts, "profile-office")],
        &mut draft.office,
        None,
    );
    let place = draft.usage_location.text.trim();
    let bad = super::draft::Problem::UsageLocation;
    let wrong = draft.obstacle(super::Step::Settings, false) == Some(bad);
    let wrong = wrong.then(|| t!(texts, "impossible-usage-location", text = place));
    text(
        ui,
        texts,
        [
            t!(texts, "bulk-change-location"),
            t!(texts, "profile-usage-location"),
        ],
        &mut draft.usage_location,
        wrong,
    );

    let switch = check_box_labelled(
        ui,
        draft.changes_sign_in,
        t!(texts, "bulk-change-sign-in"),
        true,
    );
    if switch.clicked() {
        draft.changes_sign_in = !draft.changes_sign_in;
    }
    if draft.changes_sign_in {
        indented(ui, |ui| {
            for (choice, title, about) in [
                (
                    SignInDraft::Block,
                    t!(texts, "bulk-block"),
                    t!(texts, "bulk-block-about"),
                ),
                (
                    SignInDraft::Allow,
                    t!(texts, "bulk-allow"),
                    t!(texts, "bulk-allow-about"),
                ),
            ] {
                let chosen = draft.sign_in == choice;
                if radio_card(ui, chosen, &title, &about, true).clicked() {
                    draft.sign_in = choice;
                }
            }
        });
    }
}

/// A text with its switch; returns the switch.
fn text(
    ui: &mut Ui,
    texts: &Texts,
    [switch, name]: [String; 2],
    draft: &mut TextDraft,
    wrong: Option<String>,
) -> Response {
    let response = check_box_labelled(ui, draft.on, switch, true);
    if response.clicked() {
        draft.on = !draft.on;
    }
    if draft.on {
        indented(ui, |ui| {
            let field = TextEdit::singleline(&mut draft.text)
                .char_limit(PROFILE_TEXT_MAX)
                .hint_text(theme::secondary(ui, t!(texts, "bulk-empties-hint")))
                .desired_width(ui.available_width());
            follow(&ui.add(field).accessible_name(&name));
            let p = theme::palette(ui);
            if let Some(wrong) = wrong {
                line(ui, icon::ERROR_FILLED, p.danger, &wrong);
            } else if draft.empties() {
                line(ui, icon::INFO, p.text_secondary, &t!(texts, "bulk-empties"));
            }
        });
    }
    ui.add_space(theme::SPACE_1);
    response
}

fn line(ui: &mut Ui, glyph: &str, ink: egui::Color32, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        silent(ui.label(theme::icon_text(glyph).size(14.0).color(ink)));
        let text = egui::RichText::new(text).small().color(ink);
        ui.add(egui::Label::new(text).wrap());
    });
}

/// Under the text of a check box.
fn indented(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(SIZE + theme::SPACE_2);
        ui.vertical(|ui| {
            ui.set_max_width(FIELD.min(ui.available_width()));
            content(ui);
        });
    });
}
