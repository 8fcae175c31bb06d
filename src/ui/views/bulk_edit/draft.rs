//! What the steps hold: as it was typed and chosen, and the [`BulkEdit`] it asks for.
//!
//! Pure. Everything is left alone unless it was switched on (R19).

use std::collections::BTreeSet;

use crate::domain::bulk::{BulkEdit, BulkLicences, BulkRoles};
use crate::domain::organization::SubscriptionId;
use crate::domain::role::RoleTemplateId;
use crate::domain::user::{DelegatedAdministration, SignIn};

use super::Step;

/// What is in the fields of all steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The department.
    pub department: TextDraft,
    /// The office.
    pub office: TextDraft,
    /// The usage location.
    pub usage_location: TextDraft,
    /// Whether sign-in is to change.
    pub changes_sign_in: bool,
    /// To what, if so.
    pub sign_in: SignInDraft,
    /// What becomes of the roles.
    pub roles: RolesDraft,
    /// The roles of *Yes, assign*; kept while another choice is looked at.
    pub chosen_roles: BTreeSet<RoleTemplateId>,
    /// How far they are to administer customers; left alone when absent.
    pub delegation: Option<DelegatedAdministration>,
    /// What becomes of the licences.
    pub licences: LicencesDraft,
    /// The licences of whichever choice.
    pub chosen_licences: BTreeSet<SubscriptionId>,
}

/// A text that is left alone unless it was switched on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDraft {
    /// Whether it is to change.
    pub on: bool,
    /// To what; nothing empties it.
    pub text: String,
}

/// Block or allow. Who switches sign-in on wants to block, most of the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignInDraft {
    /// Block.
    #[default]
    Block,
    /// Allow.
    Allow,
}

/// The three choices of R19.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RolesDraft {
    /// *Leave as they are.*
    #[default]
    Leave,
    /// *Yes, assign.*
    Assign,
    /// *No, revoke.*
    Revoke,
}

/// The four choices about licences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LicencesDraft {
    /// Leave them as they are.
    #[default]
    Leave,
    /// Add the chosen ones.
    Add,
    /// The chosen ones and no other.
    Replace,
    /// Remove the chosen ones.
    Remove,
}

/// Why the wizard can't go on from a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The usage location is no country of two letters.
    UsageLocation,
    /// Yes without a role (R19).
    NoRole,
    /// A choice about licences without a licence.
    NoLicence,
    /// Nothing was switched on.
    NothingAsked,
}

impl TextDraft {
    /// What was typed; nothing when that is nothing.
    fn typed(&self) -> Option<Box<str>> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.into())
    }

    /// Whether it empties what is there.
    pub fn empties(&self) -> bool {
        self.on && self.text.trim().is_empty()
    }
}

impl Draft {
    /// What it asks for. Delegated administration is a certified partner's alone (R18).
    pub fn edit(&self, certified_partner: bool) -> BulkEdit {
        let country = |text: Box<str>| text.to_uppercase().into_boxed_str();
        let wanted = |field: &TextDraft| field.on.then(|| field.typed());
        BulkEdit {
            department: wanted(&self.department),
            office: wanted(&self.office),
            usage_location: wanted(&self.usage_location).map(|text| text.map(country)),
            sign_in: self.changes_sign_in.then_some(match self.sign_in {
                SignInDraft::Block => SignIn::Blocked,
                SignInDraft::Allow => SignIn::Allowed,
            }),
            roles: match self.roles {
                RolesDraft::Leave => BulkRoles::Leave,
                RolesDraft::Assign => BulkRoles::Assign(self.chosen_roles.clone()),
                RolesDraft::Revoke => BulkRoles::Revoke,
            },
            delegated_administration: self.delegation.filter(|_| certified_partner),
            licences: match self.licences {
                LicencesDraft::Leave => BulkLicences::Leave,
                LicencesDraft::Add => BulkLicences::Add(self.chosen_licences.clone()),
                LicencesDraft::Replace => BulkLicences::Replace(self.chosen_licences.clone()),
                LicencesDraft::Remove => BulkLicences::Remove(self.chosen_licences.clone()),
            },
        }
    }

    /// Whether nothing would be lost by leaving.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is wrong with one step.
    fn problem_of(&self, step: Step, certified_partner: bool) -> Option<Problem> {
        match step {
            Step::Details => {
                let place = self.usage_location.text.trim();
                let wrong = self.usage_location.on && !place.is_empty() && !is_country(place);
                wrong.then_some(Problem::UsageLocation)
            }
            Step::Settings => {
                let without = self.roles == RolesDraft::Assign && self.chosen_roles.is_empty();
                without.then_some(Problem::NoRole)
            }
            Step::Licences => {
                let without =
                    self.licences != LicencesDraft::Leave && self.chosen_licences.is_empty();
                without.then_some(Problem::NoLicence)
            }
            Step::Results => {
                let nothing = self.edit(certified_partner).is_empty();
                nothing.then_some(Problem::NothingAsked)
            }
        }
    }

    /// The first reason why `to` can't be gone to: what is wrong with the steps before it, and
    /// for the results whether anything is asked at all.
    pub fn obstacle(&self, to: Step, certified_partner: bool) -> Option<Problem> {
        let before = Step::ALL.into_iter().filter(|step| *step < to);
        let here = (to == Step::Results).then_some(Step::Results);
        before
            .chain(here)
            .find_map(|step| self.problem_of(step, certified_partner))
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_alphabetic())
}
