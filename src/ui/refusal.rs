//! A refusal in words: the rules that refuse, and what is allowed instead.

use crate::domain::apply::{Impossible, Refusal};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::tenant_builder::InvariantError;
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
        Impossible::OwnAccount => t!(texts, "impossible-own-account"),
        Impossible::KeptNoLonger(days) => {
            t!(texts, "impossible-kept-no-longer", count = *days)
        }
        Impossible::NoSeats {
            subscription,
            seats,
        } => t!(
            texts,
            "impossible-no-seats",
            name = subscription.to_string(),
            count = *seats
        ),
        Impossible::SeatsInUse { subscription, used } => t!(
            texts,
            "impossible-seats-in-use",
            name = subscription.to_string(),
            count = *used
        ),
        Impossible::SubscriptionInUse {
            subscription,
            people,
        } => t!(
            texts,
            "impossible-subscription-in-use",
            name = subscription.to_string(),
            count = *people
        ),
        Impossible::DomainInUse { domain, people } => t!(
            texts,
            "impossible-domain-in-use",
            name = domain.to_string(),
            count = *people
        ),
        Impossible::InitialDomain(domain) => {
            t!(
                texts,
                "impossible-initial-domain",
                name = domain.to_string()
            )
        }
        Impossible::HoldsRoles(name) => {
            t!(texts, "impossible-holds-roles", name = name.to_string())
        }
        Impossible::NoName => t!(texts, "impossible-no-name"),
        Impossible::NameTaken(name) => {
            t!(texts, "impossible-name-taken", name = name.to_string())
        }
        Impossible::Invariant(InvariantError::DuplicateDomain(name)) => {
            t!(texts, "impossible-name-taken", name = name.to_string())
        }
        Impossible::Invariant(InvariantError::DefaultDomains(_)) => {
            t!(texts, "impossible-default-domain")
        }
        Impossible::RoleInUse(name) => {
            t!(texts, "impossible-role-in-use", name = name.to_string())
        }
        Impossible::NoActions => t!(texts, "impossible-no-actions"),
        Impossible::Thresholds => t!(texts, "impossible-thresholds"),
        Impossible::AlreadyOver => t!(texts, "impossible-already-over"),
        // The screen can't ask for these.
        Impossible::OtherChange(_)
        | Impossible::OtherPrincipal
        | Impossible::OnlyInHistory
        | Impossible::NotDeleted(_)
        | Impossible::NoSuchRole(_)
        | Impossible::Invariant(_) => {
            t!(texts, "impossible-other", text = why.to_string())
        }
    }
}
