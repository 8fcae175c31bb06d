//! Microsoft 365, *Add multiple users*. Its headings may be translated; their order is fixed.

use crate::domain::fold::fold;

use super::mapping::{Field, Mapping};
use super::refused;

/// The headings, in their order, and what each is of a person. An older template lacks the
/// alternate e-mail address.
const HEADINGS: [(&str, Option<Field>); 16] = [
    ("user name", Some(Field::UserName)),
    ("first name", Some(Field::FirstName)),
    ("last name", Some(Field::LastName)),
    ("display name", Some(Field::DisplayName)),
    ("job title", Some(Field::JobTitle)),
    ("department", Some(Field::Department)),
    ("office number", Some(Field::Office)),
    ("office phone", None),
    ("mobile phone", Some(Field::MobilePhone)),
    ("fax", None),
    ("alternate email address", Some(Field::AlternateEmail)),
    ("address", None),
    ("city", None),
    ("state or province", None),
    ("zip or postal code", None),
    ("country or region", Some(Field::Country)),
];

/// The place of the heading that older templates lack.
const ALTERNATE_EMAIL: usize = 10;

/// The mapping, if these are its English headings.
pub(super) fn mapping(headings: &[Box<str>]) -> Option<Mapping> {
    let known = |expected: Vec<(&str, Option<Field>)>| {
        let same = headings.len() >= expected.len()
            && (headings.iter().zip(&expected)).all(|(it, (name, _))| fold(it) == *name);
        same.then(|| in_order(&expected))
    };
    known(HEADINGS.to_vec()).or_else(|| known(older()))
}

/// The mapping by order, if there are as many columns as the template has.
pub fn by_order(headings: &[Box<str>]) -> Option<Mapping> {
    let own = headings.iter().take_while(|it| !refused::is_added(it));
    match own.count() {
        16 => Some(in_order(&HEADINGS)),
        15 => Some(in_order(&older())),
        _ => None,
    }
}

/// The field of this heading.
pub(super) fn field(heading: &str) -> Option<Field> {
    let heading = fold(heading);
    let found = HEADINGS.iter().find(|(name, _)| *name == heading);
    found.and_then(|(_, field)| *field)
}

fn older() -> Vec<(&'static str, Option<Field>)> {
    let mut headings = HEADINGS.to_vec();
    headings.remove(ALTERNATE_EMAIL);
    headings
}

fn in_order(headings: &[(&str, Option<Field>)]) -> Mapping {
    let mut mapping = Mapping::default();
    for (column, (_, field)) in headings.iter().enumerate() {
        mapping.set(column, *field);
    }
    mapping
}
