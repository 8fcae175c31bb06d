//! What the gate says about what was typed, and what the actor may not do here at all.
//!
//! Asked when the input, the tenant, the actor or the minute changes, never for every frame.

use std::sync::Arc;

use egui::Ui;
use uuid::Uuid;

use crate::domain::apply::{Refusal, Verdict as Gate};
use crate::domain::command::Command;
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::organization::{Organization, Subscription, SubscriptionId};
use crate::domain::rule::Rule;
use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::session::ExecuteError;
use crate::t;
use crate::ui::refusal;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};

/// A button: it may be used, or why it may not.
pub type Verdict = Result<(), String>;

/// How many answers are kept of one moment.
const KEPT: usize = 6;

/// Everything besides the input that an answer depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    revision: u64,
    actor: Option<UserId>,
    language: Language,
    /// Roles begin and end; nobody waits for a button longer than this.
    minute: i64,
}

impl Moment {
    fn now(cx: &ViewContext<'_>) -> Self {
        Self {
            revision: cx.session.tenant().revision(),
            actor: cx.session.actor().map(|actor| actor.id),
            language: cx.texts.language(),
            minute: cx.session.now().0.div_euclid(60),
        }
    }
}

/// What would become of a Command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether it may be run, or in words why not.
    pub verdict: Verdict,
    /// The rules that refuse; none where it is refused for being impossible.
    refused: Vec<(Rule, RuleText)>,
    /// What is allowed and yet unwise.
    pub warnings: Vec<Reason>,
    warned: Vec<(Rule, RuleText)>,
}

impl Judgement {
    /// What this rule warns of, if it does.
    pub fn warning(&self, rule: Rule) -> Option<&RuleText> {
        let found = self.warned.iter().find(|(other, _)| *other == rule);
        found.map(|(_, text)| text)
    }

    /// Draws what refuses, and what is unwise.
    pub fn notices(&self, ui: &mut Ui, texts: &Texts) {
        self.notices_of(ui, texts, |_| true);
    }

    /// Draws what the rules that `which` chooses refuse and warn of; what refuses without being
    /// a rule goes with the rules that refuse by default.
    pub fn notices_of(&self, ui: &mut Ui, texts: &Texts, which: impl Fn(Rule) -> bool) {
        let chosen = |told: &[(Rule, RuleText)]| -> Vec<RuleText> {
            let chosen = told.iter().filter(|(rule, _)| which(*rule));
            chosen.map(|(_, text)| text.clone()).collect()
        };
        let (refused, warned) = (chosen(&self.refused), chosen(&self.warned));
        match &self.verdict {
            Err(why) if self.refused.is_empty() && which(Rule::DenyByDefault) => {
                notice::boxed(ui, Tone::Refused, |ui| {
                    ui.label(why.as_str());
                });
            }
            Err(_) if !refused.is_empty() => {
                let title = t!(texts, "editor-not-allowed");
                notice::rules(ui, Tone::Refused, Some(&title), &refused);
            }
            Ok(()) | Err(_) => {}
        }
        if !warned.is_empty() {
            let title = t!(texts, "editor-mind");
            notice::rules(ui, Tone::Warning, Some(&title), &warned);
        }
    }
}

/// Each rule in words, with everything it spoke about.
fn by_rule(cx: &ViewContext<'_>, reasons: &[Reason]) -> Vec<(Rule, RuleText)> {
    let mut rules: Vec<Rule> = Vec::new();
    for reason in reasons {
        if !rules.contains(&reason.rule) {
            rules.push(reason.rule);
        }
    }
    let texts = rule_texts(cx.texts.language(), cx.session.catalogue(), reasons);
    rules.into_iter().zip(texts).collect()
}

/// The latest answers, each with its question.
#[derive(Debug)]
pub struct Judge<Q> {
    moment: Option<Moment>,
    known: Vec<(Q, Arc<Judgement>)>,
}

impl<Q> Default for Judge<Q> {
    fn default() -> Self {
        Self {
            moment: None,
            known: Vec::new(),
        }
    }
}

impl<Q: PartialEq> Judge<Q> {
    /// What would become of the Command that `question` stands for.
    pub fn of(
        &mut self,
        cx: &ViewContext<'_>,
        question: Q,
        command: impl FnOnce(&Q) -> Command,
    ) -> Arc<Judgement> {
        let moment = Moment::now(cx);
        if self.moment != Some(moment) {
            self.moment = Some(moment);
            self.known.clear();
        }
        let known = self.known.iter().find(|(other, _)| *other == question);
        if let Some((_, judgement)) = known {
            return Arc::clone(judgement);
        }
        let judgement = Arc::new(judge(cx, &command(&question)));
        if self.known.len() == KEPT {
            self.known.remove(0);
        }
        self.known.push((question, Arc::clone(&judgement)));
        judgement
    }
}

/// Tries a Command on a copy: rules see less than the gate, which also knows what can't be.
fn judge(cx: &ViewContext<'_>, command: &Command) -> Judgement {
    let tried = cx
        .session
        .rehearse_each(1, &|_, _| command.clone(), &mut |_| true);
    let verdict = tried.map(|tried| tried.and_then(|tried| tried.verdicts.into_iter().next()));
    let mut judgement = Judgement {
        verdict: Ok(()),
        refused: Vec::new(),
        warnings: Vec::new(),
        warned: Vec::new(),
    };
    let error = match verdict {
        Ok(Some(Gate::Refused(refusal))) => ExecuteError::Refused(*refusal),
        Ok(Some(Gate::Changed { remarks, .. })) => {
            let remarks = remarks.map(|decision| decision.warnings().to_vec());
            judgement.warnings = remarks.unwrap_or_default();
            judgement.warned = by_rule(cx, &judgement.warnings);
            return judgement;
        }
        Ok(Some(Gate::Unchanged) | None) => return judgement,
        Err(error) => error,
    };
    if let ExecuteError::Refused(Refusal::Policy(decision)) = &error {
        judgement.refused = by_rule(cx, decision.refusals());
    }
    judgement.verdict = Err(refusal::explain(cx.texts, cx.session.catalogue(), &error));
    judgement
}

/// What this actor may not change at all, and why.
#[derive(Clone, Debug)]
pub struct Locks {
    moment: Moment,
    /// The organisation's own data, partners and customers.
    pub profile: Option<String>,
    /// Directory synchronisation.
    pub sync: Option<String>,
    /// The domains.
    pub domains: Option<String>,
    /// The subscriptions.
    pub subscriptions: Option<String>,
}

impl Locks {
    /// Those of now: `kept`, as long as they hold. Asked with changes nobody typed, so that what
    /// can't be changed is told before it is tried.
    pub fn now(cx: &ViewContext<'_>, kept: &mut Option<Self>) -> Self {
        let moment = Moment::now(cx);
        if let Some(known) = kept.as_ref().filter(|known| known.moment == moment) {
            return known.clone();
        }
        let tenant = cx.session.tenant();
        let now = tenant.organization();
        let edited = Organization {
            deleted_user_days: now.deleted_user_days ^ 1,
            ..now.clone()
        };
        let switched = Organization {
            directory_sync: !now.directory_sync,
            ..now.clone()
        };
        let mut sold = tenant.subscriptions().to_vec();
        sold.push(Subscription {
            id: SubscriptionId(Uuid::nil()),
            name: "?".into(),
            seats: 0,
            services: Vec::new(),
        });
        let locks = Self {
            moment,
            profile: refusal(cx, &Command::EditOrganization(Box::new(edited))),
            sync: refusal(cx, &Command::EditOrganization(Box::new(switched))),
            domains: refusal(cx, &Command::SetDomains(Vec::new())),
            subscriptions: refusal(cx, &Command::SetSubscriptions(sold)),
        };
        *kept = Some(locks.clone());
        locks
    }
}

/// Why a rule refuses a Command, if one does.
fn refusal(cx: &ViewContext<'_>, command: &Command) -> Option<String> {
    let error = match cx.session.decide(command) {
        Some(decision) if decision.is_allowed() => return None,
        Some(decision) => ExecuteError::Refused(Refusal::Policy(decision)),
        None => ExecuteError::NotSignedIn,
    };
    Some(refusal::explain(cx.texts, cx.session.catalogue(), &error))
}
