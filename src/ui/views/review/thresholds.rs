//! What the review takes for too few and too many, each number with where its usual value is from.

use egui::{Key, Label, Ui};

use super::dialog::{Answer, buttons, heading, meet};
use super::verdicts::Verdicts;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::domain::review::Thresholds;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Field, field};

/// The keys of the names; that of a source has `-source` behind it.
const KEYS: [&str; 4] = [
    "review-threshold-fewest",
    "review-threshold-most",
    "review-threshold-limit",
    "review-threshold-privileged",
];

/// What is typed so far.
pub struct EditThresholds {
    typed: [String; 4],
    before: Thresholds,
    asked: Option<Thresholds>,
    met: bool,
}

impl EditThresholds {
    /// Those of the tenant.
    pub fn new(cx: &ViewContext<'_>) -> Self {
        let before = cx.session.tenant().review_settings().thresholds;
        Self {
            typed: written(before),
            before,
            asked: None,
            met: false,
        }
    }

    /// Whether they stand in the tenant.
    pub fn is_done(&self, cx: &ViewContext<'_>) -> bool {
        self.asked == Some(cx.session.tenant().review_settings().thresholds)
    }

    /// Draws them.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, verdicts: &Verdicts) -> Option<Answer> {
        let texts = cx.texts;
        heading(ui, icon::SETTINGS, &t!(texts, "review-thresholds-title"));
        let intro = theme::secondary(ui, t!(texts, "review-thresholds-about"));
        ui.add(Label::new(intro).wrap());
        let locked = verdicts.thresholds.is_err();
        if let Err(why) = &verdicts.thresholds {
            notice::boxed(ui, Notice::Locked, |ui| {
                ui.label(why.as_str());
            });
        }
        let problems = problems(texts, &self.typed);
        let mut entered = false;
        for ((key, typed), problem) in KEYS.iter().zip(&mut self.typed).zip(&problems) {
            ui.add_space(theme::SPACE_2);
            let errors: Vec<_> = problem.iter().cloned().collect();
            let source = texts.dynamic(&format!("{key}-source"));
            let look = Field {
                label: &texts.dynamic(key),
                errors: &errors,
                remark: Some(&source),
                locked,
                limit: 5,
                ..Field::default()
            };
            let response = field(ui, *key, typed, look);
            if !locked {
                meet(&mut self.met, &response);
            }
            entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        }
        ui.add_space(theme::SPACE_2);
        let usual = written(Thresholds::default());
        let reset = ui.add_enabled_ui(!locked && self.typed != usual, |ui| {
            button::standard(ui, t!(texts, "review-thresholds-reset"))
        });
        if reset.inner.clicked() {
            self.typed = usual;
        }
        let wanted = read(&self.typed).filter(Thresholds::is_valid);
        let problem = problems.iter().flatten().next();
        let same = wanted == Some(self.before);
        let ready = match (&verdicts.thresholds, problem) {
            (Err(why), _) => Err(why.as_str()),
            (Ok(()), Some(problem)) => Err(problem.as_str()),
            (Ok(()), None) if same => Err(""),
            (Ok(()), None) => Ok(()),
        };
        let pressed = buttons(ui, cx, &t!(texts, "save"), ready);
        if pressed == Some(false) {
            return Some(Answer::Close);
        }
        if (pressed == Some(true) || entered) && ready.is_ok() {
            self.asked = wanted;
            let command = Command::SetThresholds(wanted?);
            return Some(Answer::Run(command, Assent::default()));
        }
        None
    }
}

fn written(thresholds: Thresholds) -> [String; 4] {
    [
        thresholds.fewest_global_administrators,
        thresholds.most_global_administrators,
        thresholds.limit_global_administrators,
        thresholds.most_privileged_assignments,
    ]
    .map(|number| number.to_string())
}

/// The numbers that are typed, if each is one.
pub fn read(typed: &[String; 4]) -> Option<Thresholds> {
    let mut numbers = typed.iter().map(|text| number(text));
    let mut next = || numbers.next().flatten();
    Some(Thresholds {
        fewest_global_administrators: next()?,
        most_global_administrators: next()?,
        limit_global_administrators: next()?,
        most_privileged_assignments: next()?,
    })
}

fn number(text: &str) -> Option<u16> {
    let number = text.trim().parse().ok()?;
    (number > 0).then_some(number)
}

/// What is wrong with each.
pub fn problems(texts: &Texts, typed: &[String; 4]) -> [Option<String>; 4] {
    let numbers = typed.each_ref().map(|text| number(text));
    let [fewest, most, limit, _] = numbers;
    let least = [None, fewest, most, None];
    let mut problems = numbers.map(|number| {
        number
            .is_none()
            .then(|| t!(texts, "review-threshold-number"))
    });
    for ((problem, number), least) in problems.iter_mut().zip([fewest, most, limit]).zip(least) {
        if let (Some(number), Some(least)) = (number, least)
            && number < least
        {
            *problem = Some(t!(texts, "review-threshold-order", least = least));
        }
    }
    problems
}
