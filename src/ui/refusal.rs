//! A refusal in words: the rules that refuse, and what is allowed instead.

use crate::domain::apply::{Impossible, Refusal};
use crate::domain::catalogue::RoleCatalogue;
use crate::i18n::Texts;
use crate::session::ExecuteError;
use crate::t;

use super::rule_text::{RuleText, rule_texts};

/// Why nothing was done, a line a reason.
pub fn explain(texts: &Texts, catalogue: &RoleCatalogue, error: &ExecuteError) -> String {
    let language = texts.language();
    match error {
        ExecuteError::NotSignedIn => t!(texts, "not-signed-in"),
        ExecuteError::NothingToDo => t!(texts, "nothing-to-do"),
        ExecuteError::Refused(Refusal::Impossible(why)) => impossible(texts, why),
        ExecuteError::Refused(Refusal::Policy(decision)) => {
            rule_texts(language, catalogue, decision.refusals())
                .iter()
                .map(RuleText::line)
                .collect::<Vec<_>>()
                .join("\n")
        }
        ExecuteError::Refused(Refusal::NeedsReason(_)) => t!(texts, "dialog-reason-needed"),
    }
}

/// Why it can't be done, whoever asks.
pub fn impossible(texts: &Texts, why: &Impossible) -> String {
    match why {
        Impossible::AlreadyAssigned => t!(texts, "impossible-already-assigned"),
        Impossible::NotAssigned => t!(texts, "impossible-not-assigned"),
        Impossible::TextTooLong(text) => {
            t!(texts, "impossible-too-long", text = text.to_string())
        }
        Impossible::UsageLocation(text) => {
            t!(texts, "impossible-usage-location", text = text.to_string())
        }
        // The screen can't ask for these.
        Impossible::OtherChange(_) | Impossible::OtherPrincipal | Impossible::Invariant(_) => {
            t!(texts, "impossible-other", text = why.to_string())
        }
    }
}
