//! Entra, *Bulk create*: headings such as `Name [displayName] Required`, matched on the property
//! in brackets, since the words around it are translated.
//!
//! *Block sign in* stands under `accountEnabled`, and means what its words say: *Yes* blocks.

use super::mapping::{Field, Mapping};

/// The mapping, if at least both required headings carry their property.
pub(super) fn mapping(headings: &[Box<str>]) -> Option<Mapping> {
    let mut mapping = Mapping::default();
    for (column, heading) in (0..).zip(headings) {
        if let Some(field) = field(heading) {
            mapping.add(column, field);
        }
    }
    let known = mapping.missing().next().is_none();
    known.then_some(mapping)
}

/// The field of the property that stands in brackets in this heading.
pub(super) fn field(heading: &str) -> Option<Field> {
    let (_, rest) = heading.split_once('[')?;
    let (property, _) = rest.split_once(']')?;
    Some(match property.trim().to_ascii_lowercase().as_str() {
        "userprincipalname" => Field::UserName,
        "displayname" => Field::DisplayName,
        "givenname" => Field::FirstName,
        "surname" => Field::LastName,
        "jobtitle" => Field::JobTitle,
        "department" => Field::Department,
        "physicaldeliveryofficename" | "officelocation" => Field::Office,
        "usagelocation" => Field::UsageLocation,
        "accountenabled" => Field::BlockSignIn,
        "mobile" | "mobilephone" => Field::MobilePhone,
        "alternateemailaddress" => Field::AlternateEmail,
        _ => return None,
    })
}
