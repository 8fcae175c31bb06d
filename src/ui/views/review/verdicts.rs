//! What the rules say about the buttons of this view, kept until something changes that they may
//! look at.

use crate::domain::command::Command;
use crate::domain::language::Language;
use crate::domain::review::{Acceptance, FindingAbout, FindingCode, FindingKey};
use crate::domain::user::UserId;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::verdicts::{Verdict, judge};

/// How many of the Commands that mend a finding are asked about before it is opened for more.
const ASKED: usize = 20;

/// All of them.
#[derive(Clone, Debug)]
pub struct Verdicts {
    question: Question,
    /// Accepting a finding.
    pub accept: Verdict,
    /// Accepting it no longer.
    pub stop: Verdict,
    /// Registering accounts for emergencies.
    pub break_glass: Verdict,
    /// Changing what is too few and too many.
    pub thresholds: Verdict,
    /// Mending what is open: at least one of the first Commands is allowed.
    pub fix: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    revision: u64,
    turn: u64,
    actor: Option<UserId>,
    open: Option<(FindingKey, usize)>,
    language: Language,
    minute: i64,
}

impl Verdicts {
    /// Those of now: `kept`, as long as it holds. What is open stands at a place among all
    /// findings.
    pub fn now(
        cx: &ViewContext<'_>,
        open: Option<(FindingKey, usize)>,
        kept: &mut Option<Self>,
    ) -> Self {
        let question = Question {
            revision: cx.session.tenant().revision(),
            turn: cx.findings.turn(),
            actor: cx.session.actor().map(|actor| actor.id),
            open,
            language: cx.texts.language(),
            // Roles begin and end; nobody waits for a button longer than this.
            minute: cx.session.now().0.div_euclid(60),
        };
        match kept {
            Some(known) if known.question == question => known.clone(),
            _ => {
                let verdicts = Self::of(cx, question);
                *kept = Some(verdicts.clone());
                verdicts
            }
        }
    }

    fn of(cx: &ViewContext<'_>, question: Question) -> Self {
        let finding = question.open.map_or(
            FindingKey {
                code: FindingCode::GuestsHoldRoles,
                about: FindingAbout::Tenant,
            },
            |(key, _)| key,
        );
        let acceptance = Acceptance {
            reason: "?".into(),
            until: crate::domain::time::Timestamp(cx.session.now().0.saturating_add(1)),
            people: std::collections::BTreeSet::new(),
        };
        let accept = |acceptance| Command::SetAcceptance {
            finding,
            acceptance,
        };
        let thresholds = cx.session.tenant().review_settings().thresholds;
        let break_glass = cx.session.actor().map(|actor| Command::SetBreakGlass {
            user: actor.id,
            registered: true,
        });
        Self {
            accept: judge(cx, &accept(Some(acceptance))),
            stop: judge(cx, &accept(None)),
            break_glass: break_glass.map_or(Ok(()), |command| judge(cx, &command)),
            thresholds: judge(cx, &Command::SetThresholds(thresholds)),
            fix: fix(cx, question.open),
            question,
        }
    }
}

fn fix(cx: &ViewContext<'_>, open: Option<(FindingKey, usize)>) -> Verdict {
    let Some((_, place)) = open else {
        return Ok(());
    };
    let fix = cx.findings.fix(place);
    let mut refused = Ok(());
    for command in fix.iter().take(ASKED) {
        match judge(cx, command) {
            Ok(()) => return Ok(()),
            Err(why) => refused = refused.and(Err(why)),
        }
    }
    refused
}
