//! How a person is reached: the two fields with what is wrong under each, and whether mail about
//! products may come there.

use egui::Ui;

use super::draft::Draft;
use super::field::{Field, field, remark};
use super::judgement::{Judgement, Place, place};
use super::notice::{self, Tone};
use super::words::Words;
use crate::domain::contact::MobilePhone;
use crate::domain::decision::Reason;
use crate::domain::rule::Rule;
use crate::domain::user::ProductMail;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::check_box::check_box_labelled;

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
    product_mail(ui, words, judgement, draft);

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

/// Theirs to say, whatever they may do otherwise.
fn product_mail(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, draft: &mut Draft) {
    let declined = draft.product_mail == ProductMail::Declined;
    let enabled = judgement.mail_locked.is_empty() && words.session.actor().is_some();
    let text = t!(words.texts, "editor-no-product-mail");
    if check_box_labelled(ui, declined, text, enabled).clicked() {
        draft.product_mail = if declined {
            ProductMail::Accepted
        } else {
            ProductMail::Declined
        };
    }
    // What locks the address as well is said above.
    let own = judgement.mail_locked.iter();
    let own = own.filter(|reason| !judgement.email_locked.contains(reason));
    for rule in words.reasons(own) {
        remark(ui, icon::LOCK, &rule.line());
    }
}
