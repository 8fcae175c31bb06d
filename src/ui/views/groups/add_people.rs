//! Whom to add to a set of people: found by typing, several at once.

use std::collections::BTreeSet;

use egui::{Key, Ui};

use super::choose_people::{ChoosePeople, Offer, REMARKS, told};
use super::dialog::{Answer, Pressed, buttons, heading};
use super::rows::Subject;
use super::verdicts::judge;
use crate::domain::command::Command;
use crate::domain::group::MemberSet;
use crate::domain::tenant::Tenant;
use crate::domain::user::{User, UserId};
use crate::t;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;

/// The people looked for and chosen.
pub struct AddPeople {
    set: MemberSet,
    people: ChoosePeople,
    judged: Option<(Question, Judged)>,
}

/// What the rules are asked about.
type Question = (u64, BTreeSet<UserId>);

/// What they say.
#[derive(Clone, Default)]
struct Judged {
    refused: Option<String>,
    asks: Vec<RuleText>,
    warns: Vec<RuleText>,
}

impl AddPeople {
    /// Nobody is chosen yet.
    pub fn new(set: MemberSet) -> Self {
        Self {
            set,
            people: ChoosePeople::default(),
            judged: None,
        }
    }

    /// Whether everybody chosen is in.
    pub fn is_done(&self, tenant: &Tenant) -> bool {
        let people = tenant.member_set(self.set);
        people.is_none_or(|people| self.people.chosen().is_subset(people))
    }

    fn command(&self) -> Command {
        let mut commands: Vec<_> = self
            .people
            .chosen()
            .iter()
            .map(|user| Command::SetMembership {
                set: self.set,
                user: *user,
                included: true,
            })
            .collect();
        if commands.len() == 1 {
            commands.remove(0)
        } else {
            Command::Batch(commands)
        }
    }

    fn judged(&mut self, cx: &ViewContext<'_>) -> Judged {
        let question = (cx.session.tenant().revision(), self.people.chosen().clone());
        if let Some((known, judged)) = &self.judged
            && *known == question
        {
            return judged.clone();
        }
        let command = self.command();
        let decision = cx.session.decide(&command).unwrap_or_default();
        let words = |reasons| rule_texts(cx.texts.language(), cx.session.catalogue(), reasons);
        let judged = Judged {
            refused: judge(cx, &command).err(),
            asks: words(decision.confirmations()),
            warns: words(decision.warnings()),
        };
        self.judged = Some((question, judged.clone()));
        judged
    }

    /// Draws it, `room` high at most.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        room: f32,
        met: &mut bool,
    ) -> Option<Answer> {
        let texts = cx.texts;
        let name = match self.set {
            MemberSet::Members(id) | MemberSet::Owners(id) => Subject::Group(id),
            MemberSet::Unit(id) => Subject::Unit(id),
        };
        let name = name.name(cx.session.tenant())?;
        let title = match self.set {
            MemberSet::Owners(_) => t!(texts, "group-add-owners-to", name = name),
            MemberSet::Members(_) | MemberSet::Unit(_) => {
                t!(texts, "group-add-members-to", name = name)
            }
        };
        heading(ui, icon::PERSON_ADD, &title);
        self.people.search(ui, cx, met);
        let judged = self.judged(cx);
        let remarks = !self.people.chosen().is_empty()
            && (!judged.asks.is_empty() || !judged.warns.is_empty());
        let for_remarks = if remarks { REMARKS } else { 0.0 };
        let inside = cx.session.tenant().member_set(self.set);
        let mut offer = |user: &User| {
            if inside.is_some_and(|inside| inside.contains(&user.id)) {
                Offer::Taken(t!(texts, "group-already-in"))
            } else {
                Offer::Free
            }
        };
        self.people.list(ui, cx, room - for_remarks, &mut offer);
        let chosen = self.people.chosen().len();
        ui.add_space(theme::SPACE_1);
        let names = theme::caption(ui, self.people.names(cx));
        ui.add(egui::Label::new(names).truncate());
        if remarks {
            told(ui, cx, &judged.asks, &judged.warns);
        }
        let ready = if chosen == 0 {
            Err(t!(texts, "group-choose-people"))
        } else {
            judged.refused.map_or(Ok(()), Err)
        };
        let go = if judged.asks.is_empty() || chosen == 0 {
            t!(texts, "add")
        } else {
            t!(texts, "group-add-asking")
        };
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        match buttons(ui, cx, &go, &ready) {
            Pressed::Cancel => Some(Answer::Cancel),
            Pressed::Go => Some(Answer::Run(self.command())),
            Pressed::Nothing => (by_key && ready.is_ok()).then(|| Answer::Run(self.command())),
        }
    }
}
