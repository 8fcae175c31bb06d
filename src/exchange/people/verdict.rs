//! What the gate says of a person, beside the line and the column it is about.

use crate::domain::apply::{Impossible, Refusal};
use crate::domain::decision::{About, Reason};
use crate::domain::office365::Office365Permission;
use crate::domain::rule::Rule;

use super::mapping::{Field, Mapping};
use super::row::{PersonRow, RowError, RowProblem, heading};
use super::table::PeopleTable;

impl PersonRow {
    /// What the gate says against this person, each beside the column it is about.
    pub fn refused(
        &self,
        refusal: &Refusal,
        table: &PeopleTable,
        mapping: &Mapping,
    ) -> Vec<RowError> {
        let error = |field: Option<Field>, rule, problem| RowError {
            line: self.line,
            column: field.and_then(|field| heading(table, mapping, field)),
            rule,
            problem,
        };
        match refusal {
            Refusal::Policy(decision) => {
                let reasons = decision.refusals().iter();
                let reason = |reason: &Reason| {
                    let rule = (reason.rule.number() > 0).then_some(reason.rule);
                    let field = self.field_of(reason);
                    error(field, rule, RowProblem::Refused(reason.clone()))
                };
                reasons.map(reason).collect()
            }
            Refusal::NeedsReason(decision) => {
                let reasons = decision.confirmations().iter();
                let reason = |reason: &Reason| {
                    let problem = RowProblem::Refused(reason.clone());
                    error(Some(Field::Roles), Some(reason.rule), problem)
                };
                reasons.map(reason).collect()
            }
            Refusal::Impossible(why) => {
                let field = match why {
                    Impossible::NoSeats { .. } => Some(Field::Licences),
                    Impossible::UsageLocation(_) => Some(Field::UsageLocation),
                    _ => None,
                };
                vec![error(field, None, RowProblem::Impossible(why.clone()))]
            }
        }
    }

    /// The field that a rule speaks about.
    fn field_of(&self, reason: &Reason) -> Option<Field> {
        let of_power = if self.roles.is_empty() {
            Field::DelegatedAdministration
        } else {
            Field::Roles
        };
        match reason.rule {
            Rule::UserPrincipalNameRules => Some(Field::UserName),
            Rule::AlternateEmailOutsideTenant => Some(Field::AlternateEmail),
            Rule::PhoneWithCountryCode => Some(Field::MobilePhone),
            Rule::DelegatedAdministrationIsForPartners => Some(Field::DelegatedAdministration),
            Rule::OnlyGlobalAdministratorsDelegate | Rule::UserManagementLimit => Some(of_power),
            Rule::WorkloadRoleNeedsService
            | Rule::BillingNeedsMicrosoftPurchase
            | Rule::ServiceAdministratorComesAfter
            | Rule::RoleNotAssignable => Some(Field::Roles),
            _ if reason.about == About::Permission(Office365Permission::ManageUserLicenses) => {
                Some(Field::Licences)
            }
            _ => None,
        }
    }
}
