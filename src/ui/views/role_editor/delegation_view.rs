//! Delegated administration: how far a person of a certified partner administers its customers.
//!
//! Drawn in a partner's tenant (R18), and where someone has a level from earlier.

use egui::Ui;

use super::baseline::Baseline;
use super::draft::Draft;
use super::judgement::{Judgement, Place, place};
use super::notice::{self, Tone};
use super::words::Words;
use crate::domain::decision::Reason;
use crate::domain::office365::Office365Role;
use crate::domain::user::DelegatedAdministration;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::chip;
use crate::ui::widgets::radio_card::radio_card;

/// Whether it is offered.
pub fn is_offered(words: Words<'_>, baseline: &Baseline) -> bool {
    let partner = words.session.tenant().organization().certified_partner;
    partner || baseline.delegation != DelegatedAdministration::None
}

/// Draws it. `refused` is what the gate refused at the latest Save.
pub fn delegation(
    ui: &mut Ui,
    words: Words<'_>,
    judgement: &Judgement,
    refused: &[Reason],
    draft: &mut Draft,
) {
    let texts = words.texts;
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::subtitle(t!(texts, "delegated-title")));
        if DelegatedAdministration::ALL
            .into_iter()
            .any(|level| is_privileged(words, level))
        {
            let text = t!(texts, "privileged");
            chip::chip(ui, &text, chip::Tone::Privileged, Some(icon::PRIVILEGED));
        }
    });
    ui.label(theme::caption(ui, t!(texts, "delegated-intro")));
    let locked = !judgement.roles_locked.is_empty() || words.session.actor().is_none();
    for (level, refusals) in DelegatedAdministration::ALL
        .into_iter()
        .zip(&judgement.levels)
    {
        let selected = draft.delegation == level;
        let why: Vec<_> = words.reasons(refusals).iter().map(RuleText::line).collect();
        let about = if why.is_empty() || selected || locked {
            about(words, level)
        } else {
            why.join(" ")
        };
        let enabled = !locked && (selected || why.is_empty());
        if radio_card(ui, selected, &words.level(level), &about, enabled).clicked() {
            draft.delegation = level;
        }
    }
    let live = judgement.decision.refusals().iter().chain(refused);
    let here = words.reasons(live.filter(|reason| place(reason.rule) == Place::Delegation));
    if !here.is_empty() {
        let title = t!(texts, "editor-not-allowed");
        notice::rules(ui, Tone::Refused, Some(&title), &here);
    }
}

fn about(words: Words<'_>, level: DelegatedAdministration) -> String {
    let texts = words.texts;
    let Some(role) = words.comparable(level) else {
        return t!(texts, "delegated-none-about");
    };
    let about = t!(texts, "delegated-about", role = role);
    if is_privileged(words, level) {
        format!("{about} {}.", t!(texts, "privileged"))
    } else {
        about
    }
}

/// Whether the role that a level is comparable to is.
fn is_privileged(words: Words<'_>, level: DelegatedAdministration) -> bool {
    let comparable = level.comparable_to().map(Office365Role::template_id);
    comparable.is_some_and(|role| words.is_privileged(role))
}
