//! How a change to something that is not a person is noted: what came, what went, what differs.

use super::{Done, Impossible};
use crate::domain::audit::{AuditItem, Thing, ThingField};
use crate::domain::user::PROFILE_TEXT_MAX;

/// Checks a name that is given now; what an import brought is kept.
pub(super) fn check_name(name: &str) -> Result<(), Impossible> {
    if name.trim().is_empty() {
        return Err(Impossible::NoName);
    }
    if name.chars().count() > PROFILE_TEXT_MAX {
        return Err(Impossible::TextTooLong(name.into()));
    }
    Ok(())
}

/// A thing, its name, and what else can be said of it.
pub(super) type Listed = (Thing, Box<str>, Vec<(ThingField, Option<Box<str>>)>);

/// Notes what came, what went and what changed between two lists.
pub(super) fn note_list(done: &mut Done, before: &[Listed], after: &[Listed]) {
    let find = |list: &[Listed], thing: &Thing| {
        let found = list.iter().find(|(other, ..)| other == thing);
        found.map(|(_, _, values)| values.clone())
    };
    for (thing, name, values) in before {
        if find(after, thing).is_none() {
            for (field, value) in values
                .iter()
                .filter(|(field, _)| *field != ThingField::Name)
            {
                note_change(done, thing.clone(), *field, value.clone(), None);
            }
            let (thing, name) = (thing.clone(), name.clone());
            done.items.push(AuditItem::Removed { thing, name });
        }
    }
    for (thing, name, values) in after {
        let old = find(before, thing);
        if old.is_none() {
            let (thing, name) = (thing.clone(), name.clone());
            done.items.push(AuditItem::Added { thing, name });
        }
        for (field, to) in values {
            if old.is_none() && *field == ThingField::Name {
                continue;
            }
            let same = |(other, _): &&(ThingField, Option<Box<str>>)| other == field;
            let from = (old.iter().flatten())
                .find(same)
                .and_then(|(_, value)| value.clone());
            note_change(done, thing.clone(), *field, from, to.clone());
        }
    }
}

pub(super) fn note_change(
    done: &mut Done,
    thing: Thing,
    field: ThingField,
    from: Option<Box<str>>,
    to: Option<Box<str>>,
) {
    if from != to {
        done.items.push(AuditItem::Changed {
            thing,
            field,
            from,
            to,
        });
    }
}

/// `true`, or nothing.
pub(super) fn flag(value: bool) -> Option<Box<str>> {
    value.then(|| "true".into())
}

pub(super) fn number(value: u32) -> Box<str> {
    value.to_string().into()
}
