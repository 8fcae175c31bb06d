//! The two fields by which a person is reached, with what is wrong under each.

use egui::accesskit::{Invalid, Live};
use egui::{Label, Margin, TextEdit, Ui, vec2};

use super::MARK;
use super::draft::Draft;
use super::judgement::{Judgement, Place, place};
use super::notice::{self, Tone};
use super::words::Words;
use crate::domain::contact::MobilePhone;
use crate::domain::decision::Reason;
use crate::domain::rule::Rule;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::focus::follow;

/// A field and what is to be said about it.
struct Field<'a> {
    label: String,
    hint: String,
    text: &'a mut String,
    locked: bool,
    errors: Vec<String>,
    remark: Option<String>,
}

/// Draws them. `refused` is what the gate refused at the latest Save.
pub fn contact(
    ui: &mut Ui,
    words: Words<'_>,
    judgement: &Judgement,
    refused: &[Reason],
    draft: &mut Draft,
) {
    let texts = words.texts;
    ui.label(theme::subtitle(t!(texts, "editor-contact")));
    ui.label(theme::caption(ui, t!(texts, "editor-contact-intro")));

    let at = |wanted: Place| {
        let live = judgement.decision.refusals().iter().chain(refused);
        words.reasons(live.filter(|reason| place(reason.rule) == wanted))
    };
    let lines = |rules: Vec<RuleText>| rules.iter().map(RuleText::line).collect::<Vec<_>>();
    if judgement.email_locked.is_empty() {
        let general = at(Place::Contact);
        if !general.is_empty() {
            notice::rules(ui, Tone::Refused, None, &general);
        }
    } else {
        notice::rules(
            ui,
            Tone::Locked,
            None,
            &words.reasons(&judgement.email_locked),
        );
    }

    let mut errors = lines(at(Place::Email));
    if judgement.asked.email.is_err() {
        errors.push(t!(texts, "editor-email-invalid"));
    }
    let email = Field {
        label: t!(texts, "alternate-email"),
        hint: t!(texts, "editor-email-hint"),
        locked: !judgement.email_locked.is_empty(),
        errors,
        remark: None,
        text: &mut draft.email,
    };
    field(ui, "alternate-email", email);

    // The phone of a synchronised person is not edited here, whoever asks (R25).
    let mastered = |reason: &&Reason| reason.rule == Rule::MasteredOnPremises;
    let own = words.reasons(judgement.phone_locked.iter().filter(mastered));
    let mut errors = Vec::new();
    if own.is_empty() {
        errors = lines(at(Place::Phone));
    }
    if let Err(error) = &judgement.asked.phone {
        errors.push(words.phone_error(error));
    }
    let written = judgement.asked.phone.as_ref().ok().and_then(Option::as_ref);
    let normalised = written
        .map(MobilePhone::as_str)
        .filter(|phone| *phone != draft.phone.trim() && errors.is_empty());
    let remark = match own.first() {
        Some(rule) => Some(rule.line()),
        None => {
            normalised.map(|phone| t!(texts, "editor-phone-saved-as", phone = phone.to_owned()))
        }
    };
    let phone = Field {
        label: t!(texts, "mobile-phone"),
        hint: t!(texts, "editor-phone-hint"),
        locked: !judgement.phone_locked.is_empty(),
        errors,
        remark,
        text: &mut draft.phone,
    };
    field(ui, "mobile-phone", phone);
}

fn field(ui: &mut Ui, salt: &str, field: Field<'_>) {
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
    for error in &field.errors {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SPACE_1;
            ui.label(
                theme::icon_text(icon::ERROR_FILLED)
                    .size(MARK)
                    .color(p.danger),
            );
            let text = egui::RichText::new(error).small().color(p.danger);
            let line = ui.add(Label::new(text).wrap());
            ui.ctx()
                .accesskit_node_builder(line.id, |node| node.set_live(Live::Polite));
        });
    }
    if let Some(remark) = field.remark {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SPACE_1;
            let glyph = if field.locked { icon::LOCK } else { icon::INFO };
            ui.label(theme::caption(ui, glyph).size(MARK));
            ui.add(Label::new(theme::caption(ui, remark)).wrap());
        });
    }
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
}
