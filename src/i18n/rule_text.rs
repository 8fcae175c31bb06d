//! Rules in words: each once, with everything it spoke about.

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::rule::Rule;

/// One rule with everything it spoke about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// Its number, such as `R12`; none for the rule that has no number.
    pub label: Option<String>,
    /// Its sentence, with what it is about.
    pub sentence: String,
    /// What is allowed instead; empty where there is nothing to say.
    pub instead: &'static str,
}

/// Reasons in words, each rule once, with everything it spoke about behind its sentence.
pub fn rule_texts<'r>(
    language: Language,
    catalogue: &RoleCatalogue,
    reasons: impl IntoIterator<Item = &'r Reason>,
) -> Vec<RuleText> {
    let mut by_rule: Vec<(Rule, Vec<String>)> = Vec::new();
    for reason in reasons {
        let whole = reason.explain(language, catalogue);
        // The thing at hand stands in parentheses behind the sentence.
        let about = whole
            .strip_prefix(reason.rule.sentence(language))
            .and_then(|rest| rest.strip_prefix(" (")?.strip_suffix(')'))
            .map(str::to_owned);
        match by_rule.iter_mut().find(|(rule, _)| *rule == reason.rule) {
            Some((_, abouts)) => abouts.extend(about),
            None => by_rule.push((reason.rule, about.into_iter().collect())),
        }
    }
    by_rule
        .into_iter()
        .map(|(rule, abouts)| RuleText::new(language, rule, &abouts))
        .collect()
}

impl RuleText {
    /// A rule and what it speaks about.
    pub fn new(language: Language, rule: Rule, abouts: &[String]) -> Self {
        let sentence = rule.sentence(language);
        Self {
            label: (rule.number() > 0).then(|| rule.label()),
            sentence: if abouts.is_empty() {
                sentence.to_owned()
            } else {
                format!("{sentence} ({})", abouts.join(", "))
            },
            instead: rule.instead(language),
        }
    }

    /// Number, sentence and what is allowed instead, in one line.
    pub fn line(&self) -> String {
        let mut line = String::new();
        if let Some(label) = &self.label {
            line.push_str(label);
            line.push_str(": ");
        }
        line.push_str(&self.sentence);
        if !self.instead.is_empty() {
            line.push(' ');
            line.push_str(self.instead);
        }
        line
    }
}
