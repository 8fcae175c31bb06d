//! Accepting a finding: why, and until when.

use std::collections::BTreeSet;

use egui::{Key, Label, Ui};

use super::dialog::{Answer, buttons, heading, meet};
use super::verdicts::Verdicts;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::domain::review::{Acceptance, Finding, FindingKey};
use crate::domain::time::Timestamp;
use crate::domain::user::{PROFILE_TEXT_MAX, UserId};
use crate::t;
use crate::ui::item_words::capital;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::moment::{Edge, MomentError, When};
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::field::{Field, field};

/// How long a finding is accepted unless someone says otherwise.
const USUAL_DAYS: i64 = 90;
const DAY: i64 = 86_400;

/// What is typed so far.
pub struct Accept {
    key: FindingKey,
    message: String,
    people: BTreeSet<UserId>,
    reason: String,
    until: When,
    /// What is asked for, once it is.
    asked: Option<Acceptance>,
    met: bool,
    /// Whether someone tried to go on with something missing.
    tried: bool,
}

/// Everybody a finding concerns, found open or accepted.
fn concerned(cx: &ViewContext<'_>, finding: &Finding) -> BTreeSet<UserId> {
    let all = cx.findings.all().map_or(&[][..], |all| all);
    let same = all.iter().filter(|other| other.key() == finding.key());
    let people = same.chain([finding]).flat_map(|it| it.people.iter());
    people.copied().collect()
}

impl Accept {
    /// About this finding, for whom it concerns now; those it was accepted for before stay so.
    pub fn new(cx: &ViewContext<'_>, finding: &Finding) -> Self {
        let message = finding.message(cx.session.catalogue());
        let zone = cx.texts.time_zone();
        // The whole of the last day.
        let end = Timestamp(cx.session.now().0.saturating_add(USUAL_DAYS * DAY));
        let text = When::at(Some(end)).text(Edge::Until, zone);
        let day = text.split(' ').next().unwrap_or_default();
        Self {
            key: finding.key(),
            message: capital(message.get(cx.texts.language())),
            people: concerned(cx, finding),
            reason: String::new(),
            until: When::typed(day, Edge::Until, zone),
            asked: None,
            met: false,
            tried: false,
        }
    }

    /// Whether it stands in the tenant.
    pub fn is_done(&self, cx: &ViewContext<'_>) -> bool {
        let accepted = &cx.session.tenant().review_settings().accepted;
        self.asked.is_some() && accepted.get(&self.key) == self.asked.as_ref()
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, verdicts: &Verdicts) -> Option<Answer> {
        let texts = cx.texts;
        heading(ui, icon::CLOCK, &t!(texts, "review-accept-title"));
        ui.add(Label::new(theme::medium(self.message.as_str())).wrap());
        let intro = theme::secondary(ui, t!(texts, "review-accept-intro"));
        ui.add(Label::new(intro).wrap());
        if let Err(why) = &verdicts.accept {
            notice::boxed(ui, Notice::Locked, |ui| {
                ui.label(why.as_str());
            });
        }
        ui.add_space(theme::SPACE_2);
        let blank = self.reason.trim().is_empty();
        let missing = t!(texts, "review-accept-reason-missing");
        let wrong: Vec<_> = (self.tried && blank)
            .then(|| missing.clone())
            .into_iter()
            .collect();
        let look = Field {
            label: &t!(texts, "review-accept-reason"),
            hint: &t!(texts, "review-accept-reason-hint"),
            errors: &wrong,
            limit: PROFILE_TEXT_MAX,
            ..Field::default()
        };
        let reason = field(ui, "reason to accept", &mut self.reason, look);
        meet(&mut self.met, &reason);
        ui.add_space(theme::SPACE_1);
        let zone = texts.time_zone();
        let mut text = self.until.text(Edge::Until, zone);
        let problem = self.problem(cx);
        let errors: Vec<_> = problem.clone().into_iter().collect();
        let look = Field {
            label: &t!(texts, "review-accept-until"),
            hint: &t!(texts, "editor-time-hint-until"),
            errors: &errors,
            limit: 30,
            ..Field::default()
        };
        let until = field(ui, "accept until", &mut text, look);
        if until.changed() {
            self.until = When::typed(&text, Edge::Until, zone);
        }
        let left = reason.lost_focus() || until.lost_focus();
        let entered = left && ui.input(|input| input.key_pressed(Key::Enter));
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        let why_not = match (&verdicts.accept, &problem) {
            (Err(why), _) => Some(why.clone()),
            (Ok(()), Some(problem)) => Some(problem.clone()),
            (Ok(()), None) => blank.then_some(missing),
        };
        let ready = why_not.as_deref().map_or(Ok(()), Err);
        let pressed = buttons(ui, cx, &t!(texts, "review-accept-go"), ready);
        self.tried |= entered || by_key;
        match pressed {
            Some(false) => Some(Answer::Close),
            Some(true) => self.answer(),
            None => ((entered || by_key) && ready.is_ok())
                .then(|| self.answer())
                .flatten(),
        }
    }

    /// What is wrong with the end date.
    fn problem(&self, cx: &ViewContext<'_>) -> Option<String> {
        let texts = cx.texts;
        match self.until.value() {
            Ok(None) => Some(t!(texts, "review-accept-until-missing")),
            Ok(Some(until)) if until <= cx.session.now() => {
                Some(t!(texts, "review-accept-until-past"))
            }
            Ok(Some(_)) => None,
            Err(error) => Some(match error {
                MomentError::Form => t!(texts, "editor-time-form"),
                MomentError::NoSuchDay => t!(texts, "editor-time-no-day"),
                MomentError::NoSuchTime => t!(texts, "editor-time-no-time"),
                MomentError::Skipped => t!(texts, "editor-time-skipped"),
                MomentError::OutsideCalendar => t!(texts, "editor-time-outside"),
            }),
        }
    }

    fn answer(&mut self) -> Option<Answer> {
        let until = self.until.value().ok().flatten()?;
        let reason: Box<str> = self.reason.trim().into();
        let acceptance = Acceptance {
            reason: reason.clone(),
            until,
            people: self.people.clone(),
        };
        self.asked = Some(acceptance.clone());
        let command = Command::SetAcceptance {
            finding: self.key,
            acceptance: Some(acceptance),
        };
        let assent = Assent {
            reason: Some(reason),
            ..Assent::default()
        };
        Some(Answer::Run(command, assent))
    }
}
