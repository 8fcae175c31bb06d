//! A tenant's own roles and what its review goes by, in version 1 of the tenant file.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::RecordV1;
use super::read::{FieldError, boxed, id, ids, known};
use super::value::{Id, Moment, Text};
use super::write::{Fields, Written, quoted};
use crate::domain::custom_role::CustomRole;
use crate::domain::resource_action::ResourceAction;
use crate::domain::review::{Acceptance, FindingKey, Thresholds};
use crate::domain::role::RoleTemplateId;
use crate::domain::user::UserId;
use crate::storage::error::Problem;

/// A role of the tenant's own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RoleDefinitionV1<'a> {
    /// The id.
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// What it is for.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
    /// What it allows.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Text<'a>>,
}

/// What the review takes for too few and too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewV1 {
    /// The fewest Global Administrators.
    pub fewest_global_administrators: u32,
    /// The most that Microsoft advises.
    pub most_global_administrators: u32,
    /// The most at all.
    pub limit_global_administrators: u32,
    /// The most assignments of privileged roles.
    pub most_privileged_assignments: u32,
}

/// An account kept for emergencies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct BreakGlassV1<'a> {
    /// Whose.
    #[serde(borrow)]
    pub user: Id<'a>,
}

/// That a finding is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceV1<'a> {
    /// The finding's key.
    #[serde(borrow)]
    pub finding: Text<'a>,
    /// Why.
    #[serde(borrow)]
    pub reason: Text<'a>,
    /// Until when.
    #[serde(borrow)]
    pub until: Moment<'a>,
    /// The people it is accepted for.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Id<'a>>,
}

/// The record of a role.
pub fn role_definition(role: &CustomRole) -> RecordV1<'_> {
    let description = (!role.description.is_empty()).then(|| Text::from(&*role.description));
    let actions = role.actions.iter();
    RecordV1::RoleDefinition(RoleDefinitionV1 {
        id: Id::Known(role.id.0),
        name: Text::from(&*role.name),
        description,
        actions: actions.map(|action| Text::from(action.as_str())).collect(),
    })
}

/// The record of thresholds that are not the usual.
pub fn thresholds(of: Thresholds) -> Option<RecordV1<'static>> {
    (of != Thresholds::default()).then(|| {
        RecordV1::Review(ReviewV1 {
            fewest_global_administrators: of.fewest_global_administrators.into(),
            most_global_administrators: of.most_global_administrators.into(),
            limit_global_administrators: of.limit_global_administrators.into(),
            most_privileged_assignments: of.most_privileged_assignments.into(),
        })
    })
}

/// The record of an account kept for emergencies.
pub fn break_glass(user: UserId) -> RecordV1<'static> {
    RecordV1::BreakGlass(BreakGlassV1 {
        user: Id::Known(user.0),
    })
}

/// The record of an acceptance.
pub fn acceptance(finding: FindingKey, acceptance: &Acceptance) -> RecordV1<'_> {
    let people = acceptance.people.iter();
    RecordV1::Acceptance(AcceptanceV1 {
        finding: Text(finding.to_text().into()),
        reason: Text::from(&*acceptance.reason),
        until: Moment::Known(acceptance.until),
        people: people.map(|user| Id::Known(user.0)).collect(),
    })
}

/// Writes the fields of a role.
pub(super) fn write_role(to: &mut Fields<'_>, role: &RoleDefinitionV1<'_>) -> Written {
    to.id("id", &role.id);
    to.text("name", &role.name);
    to.maybe_text("description", role.description.as_ref());
    to.list("actions", &role.actions, |out, action| {
        quoted(out, action.as_str());
        Ok(())
    })
}

/// Writes the fields of the thresholds.
pub(super) fn write_thresholds(to: &mut Fields<'_>, review: &ReviewV1) {
    to.number(
        "fewest_global_administrators",
        review.fewest_global_administrators,
    );
    to.number(
        "most_global_administrators",
        review.most_global_administrators,
    );
    to.number(
        "limit_global_administrators",
        review.limit_global_administrators,
    );
    to.number(
        "most_privileged_assignments",
        review.most_privileged_assignments,
    );
}

/// Writes the fields of an acceptance.
pub(super) fn write_acceptance(to: &mut Fields<'_>, acceptance: &AcceptanceV1<'_>) -> Written {
    to.text("finding", &acceptance.finding);
    to.text("reason", &acceptance.reason);
    to.moment("until", &acceptance.until)?;
    to.ids("people", &acceptance.people);
    Ok(())
}

impl TryFrom<RoleDefinitionV1<'_>> for CustomRole {
    type Error = FieldError;

    fn try_from(record: RoleDefinitionV1<'_>) -> Result<Self, FieldError> {
        let mut actions = BTreeSet::new();
        for action in record.actions {
            let action = ResourceAction::parse(action.as_str()).map_err(|error| FieldError {
                field: "actions",
                problem: Problem::ResourceAction(error),
            })?;
            actions.insert(action);
        }
        Ok(Self {
            id: RoleTemplateId(id(record.id, "id")?),
            name: boxed(record.name),
            description: record.description.map(boxed).unwrap_or_default(),
            actions,
        })
    }
}

impl TryFrom<ReviewV1> for Thresholds {
    type Error = FieldError;

    fn try_from(record: ReviewV1) -> Result<Self, FieldError> {
        let number = |value: u32, field| {
            u16::try_from(value).map_err(|_| FieldError {
                field,
                problem: Problem::Thresholds,
            })
        };
        let thresholds = Self {
            fewest_global_administrators: number(
                record.fewest_global_administrators,
                "fewest_global_administrators",
            )?,
            most_global_administrators: number(
                record.most_global_administrators,
                "most_global_administrators",
            )?,
            limit_global_administrators: number(
                record.limit_global_administrators,
                "limit_global_administrators",
            )?,
            most_privileged_assignments: number(
                record.most_privileged_assignments,
                "most_privileged_assignments",
            )?,
        };
        if thresholds.is_valid() {
            Ok(thresholds)
        } else {
            Err(FieldError {
                field: "fewest_global_administrators",
                problem: Problem::Thresholds,
            })
        }
    }
}

/// The acceptance that a record tells of, and of which finding.
pub(super) fn read_acceptance(
    record: AcceptanceV1<'_>,
) -> Result<(FindingKey, Acceptance), FieldError> {
    let Some(finding) = FindingKey::parse(record.finding.as_str()) else {
        return Err(FieldError {
            field: "finding",
            problem: Problem::Finding(boxed(record.finding)),
        });
    };
    let acceptance = Acceptance {
        reason: boxed(record.reason),
        until: known(record.until, "until")?,
        people: ids(record.people, "people", UserId)?.into_iter().collect(),
    };
    Ok((finding, acceptance))
}
