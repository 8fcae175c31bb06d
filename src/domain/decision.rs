//! The answer to "may this actor run this Command", and the reasons it gives.

use super::catalogue::RoleCatalogue;
use super::language::Language;
use super::office365::Office365Permission;
use super::organization::Service;
use super::role::RoleTemplateId;
use super::rule::Rule;

/// What the policy says about a Command. Forbid wins: one refusal is a no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    refusals: Vec<Reason>,
    confirmations: Vec<Reason>,
    warnings: Vec<Reason>,
}

impl Decision {
    /// Whether no rule refuses. A confirmation may still be asked for.
    pub fn is_allowed(&self) -> bool {
        self.refusals.is_empty()
    }

    /// Why it is refused.
    pub fn refusals(&self) -> &[Reason] {
        &self.refusals
    }

    /// What must be confirmed, with a reason, before it is done.
    pub fn confirmations(&self) -> &[Reason] {
        &self.confirmations
    }

    /// What is allowed and yet unwise.
    pub fn warnings(&self) -> &[Reason] {
        &self.warnings
    }

    /// Whether nothing is refused, asked or remarked.
    pub fn is_silent(&self) -> bool {
        self.refusals.is_empty() && self.confirmations.is_empty() && self.warnings.is_empty()
    }

    /// Whether `rule` is among the refusals.
    pub fn refused_by(&self, rule: Rule) -> bool {
        self.refusals.iter().any(|reason| reason.rule == rule)
    }

    pub(super) fn refuse(&mut self, rule: Rule, about: About) {
        add(&mut self.refusals, rule, about);
    }

    pub(super) fn confirm(&mut self, rule: Rule, about: About) {
        add(&mut self.confirmations, rule, about);
    }

    pub(super) fn warn(&mut self, rule: Rule, about: About) {
        add(&mut self.warnings, rule, about);
    }

    /// Takes in what `other` asks to confirm, and tells what it refuses.
    pub(super) fn absorb_as_warnings(&mut self, other: Self) {
        let Self {
            refusals,
            confirmations,
            warnings,
        } = other;
        self.absorb(Self {
            confirmations,
            warnings: refusals.into_iter().chain(warnings).collect(),
            ..Self::default()
        });
    }

    pub(super) fn absorb(&mut self, other: Self) {
        for reason in other.refusals {
            add(&mut self.refusals, reason.rule, reason.about);
        }
        for reason in other.confirmations {
            add(&mut self.confirmations, reason.rule, reason.about);
        }
        for reason in other.warnings {
            add(&mut self.warnings, reason.rule, reason.about);
        }
    }
}

fn add(reasons: &mut Vec<Reason>, rule: Rule, about: About) {
    let reason = Reason { rule, about };
    if !reasons.contains(&reason) {
        reasons.push(reason);
    }
}

/// A rule, and what it spoke about this time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: Rule,
    /// The thing at hand.
    pub about: About,
}

/// The thing a rule spoke about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The Command as a whole.
    Nothing,
    /// A name or a value, as it stands in the tenant.
    Text(Box<str>),
    /// A permission that is missing.
    Permission(Office365Permission),
    /// A role.
    Role(RoleTemplateId),
    /// A service that no subscription includes.
    Service(Service),
}

impl Reason {
    /// The rule's sentence and what it is about, for a person.
    pub fn explain(&self, language: Language, catalogue: &RoleCatalogue) -> String {
        let sentence = self.rule.sentence(language);
        match self.about_text(language, catalogue) {
            Some(about) => format!("{sentence} ({about})"),
            None => sentence.to_owned(),
        }
    }

    fn about_text(&self, language: Language, catalogue: &RoleCatalogue) -> Option<String> {
        Some(match &self.about {
            About::Nothing => return None,
            About::Text(text) => text.to_string(),
            About::Permission(permission) => catalogue
                .office365_permission(*permission)?
                .name
                .get(language)
                .to_owned(),
            About::Role(role) => catalogue.role(*role).map_or_else(
                || role.to_string(),
                |definition| definition.name.get(language).to_owned(),
            ),
            About::Service(service) => service.name().to_owned(),
        })
    }
}
