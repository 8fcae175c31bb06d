//! The items that lead from one state of a thing to another.
//!
//! Shared by the gate, which notes what it changed, and by comparing two tenants, so that both
//! say the same of the same.

use std::collections::BTreeSet;

use super::{AuditItem, Thing, ThingField};
use crate::domain::custom_role::CustomRole;
use crate::domain::review::{Acceptance, FindingKey, Thresholds};

type Value = (ThingField, Option<Box<str>>);

/// From one definition of a role to another, or to and from none.
pub fn of_role(before: Option<&CustomRole>, after: Option<&CustomRole>) -> Vec<AuditItem> {
    let Some(role) = before.or(after) else {
        return Vec::new();
    };
    let thing = Thing::CustomRole(role.id);
    let values = |role: &CustomRole| -> (Box<str>, Vec<Value>) {
        let description = (!role.description.is_empty()).then(|| role.description.clone());
        let values = vec![
            (ThingField::Name, Some(role.name.clone())),
            (ThingField::Description, description),
        ];
        (role.name.clone(), values)
    };
    let mut items = of_thing(&thing, before.map(values), after.map(values));
    let actions = |role: Option<&CustomRole>| -> BTreeSet<Box<str>> {
        let actions = role.into_iter().flat_map(|role| &role.actions);
        actions.map(|action| action.as_str().into()).collect()
    };
    let (old, new) = (actions(before), actions(after));
    let changed = |from: Option<&Box<str>>, to: Option<&Box<str>>| AuditItem::Changed {
        thing: thing.clone(),
        field: ThingField::Action,
        from: from.cloned(),
        to: to.cloned(),
    };
    items.extend(old.difference(&new).map(|gone| changed(Some(gone), None)));
    items.extend(new.difference(&old).map(|added| changed(None, Some(added))));
    items
}

/// From some thresholds to others.
pub fn of_thresholds(before: Thresholds, after: Thresholds) -> Vec<AuditItem> {
    let values = |of: Thresholds| -> (Box<str>, Vec<Value>) {
        let values = [
            (
                ThingField::FewestGlobalAdministrators,
                of.fewest_global_administrators,
            ),
            (
                ThingField::MostGlobalAdministrators,
                of.most_global_administrators,
            ),
            (
                ThingField::LimitGlobalAdministrators,
                of.limit_global_administrators,
            ),
            (
                ThingField::MostPrivilegedAssignments,
                of.most_privileged_assignments,
            ),
        ];
        let values = values.map(|(field, value)| (field, Some(value.to_string().into())));
        (Box::default(), values.into())
    };
    of_thing(&Thing::Review, Some(values(before)), Some(values(after)))
}

/// From one acceptance of a finding to another, or to and from none.
pub fn of_acceptance(
    finding: FindingKey,
    before: Option<&Acceptance>,
    after: Option<&Acceptance>,
) -> Vec<AuditItem> {
    let key: Box<str> = finding.to_text().into();
    let values = |acceptance: &Acceptance| -> (Box<str>, Vec<Value>) {
        let people = acceptance.people.iter();
        let people: Vec<_> = people.map(|user| user.0.to_string()).collect();
        let people = (!people.is_empty()).then(|| people.join(", ").into());
        let until = acceptance.until.0.to_string().into();
        let values = vec![
            (ThingField::Reason, Some(acceptance.reason.clone())),
            (ThingField::Until, Some(until)),
            (ThingField::People, people),
        ];
        (key.clone(), values)
    };
    let thing = Thing::Acceptance(key.clone());
    of_thing(&thing, before.map(values), after.map(values))
}

/// From one name with its values to another. A name stands in what was added and removed.
fn of_thing(
    thing: &Thing,
    before: Option<(Box<str>, Vec<Value>)>,
    after: Option<(Box<str>, Vec<Value>)>,
) -> Vec<AuditItem> {
    let mut items = Vec::new();
    let both = before.is_some() && after.is_some();
    let (removed, old) = before.unzip();
    let (added, new) = after.unzip();
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    match (removed, added) {
        (Some(name), None) => items.push(AuditItem::Removed {
            thing: thing.clone(),
            name,
        }),
        (None, Some(name)) => items.push(AuditItem::Added {
            thing: thing.clone(),
            name,
        }),
        _ => {}
    }
    let of = |values: &[Value], field| {
        let found = values.iter().find(|(other, _)| *other == field);
        found.and_then(|(_, value)| value.clone())
    };
    let longer = if new.is_empty() { &old } else { &new };
    for (field, _) in longer {
        let (from, to) = (of(&old, *field), of(&new, *field));
        if from != to && (both || *field != ThingField::Name) {
            items.push(AuditItem::Changed {
                thing: thing.clone(),
                field: *field,
                from,
                to,
            });
        }
    }
    items
}
