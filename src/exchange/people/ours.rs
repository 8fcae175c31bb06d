//! Our own template. Its headings are keys, the same in every language, so that scripts can
//! write it.

use crate::exchange::csv;

use super::mapping::{Field, Mapping};
use super::table::Separator;

/// The headings, in their order.
pub const HEADINGS: [Field; 15] = [
    Field::UserName,
    Field::DisplayName,
    Field::FirstName,
    Field::LastName,
    Field::JobTitle,
    Field::Department,
    Field::Office,
    Field::UsageLocation,
    Field::BlockSignIn,
    Field::AlternateEmail,
    Field::MobilePhone,
    Field::Licences,
    Field::Roles,
    Field::DelegatedAdministration,
    Field::Guest,
];

/// The mark at the start by which spreadsheets know UTF-8.
pub(super) const MARK: &str = "\u{feff}";

/// The template: the headings and an example, which is left out when it is read.
pub fn template(separator: Separator) -> String {
    let example = |field: &Field| match field {
        Field::UserName => "anna@contoso.com",
        Field::DisplayName => "Example: Anna de Vries",
        Field::FirstName => "Anna",
        Field::LastName => "de Vries",
        Field::JobTitle => "Manager",
        Field::Department => "Finance",
        Field::Office => "2.14",
        Field::UsageLocation => "NL",
        Field::BlockSignIn | Field::Guest => "No",
        Field::AlternateEmail => "anna@example.org",
        Field::MobilePhone => "+31612345678",
        Field::Licences => "Microsoft 365 Business Basic",
        Field::Roles => "Exchange Administrator; Billing Administrator",
        Field::DelegatedAdministration => "None",
        Field::Country => "",
    };
    let records = [
        HEADINGS.iter().map(|field| field.key()).collect::<Vec<_>>(),
        HEADINGS.iter().map(example).collect(),
    ];
    write(separator, records.into_iter())
}

/// Records as a file that a spreadsheet opens as they are meant.
pub(super) fn write<R>(separator: Separator, records: impl Iterator<Item = R>) -> String
where
    R: IntoIterator,
    R::Item: AsRef<str>,
{
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(separator.byte())
        .from_writer(Vec::from(MARK));
    for record in records {
        let cells = record.into_iter();
        let cells = cells.map(|cell| csv::inert(cell.as_ref()).into_owned());
        // Memory takes whatever is written to it.
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The mapping, if these are our headings; some may be absent, in any order.
pub(super) fn mapping(headings: &[Box<str>]) -> Option<Mapping> {
    let mut mapping = Mapping::default();
    for (column, heading) in (0..).zip(headings) {
        if let Some(field) = field(heading) {
            mapping.add(column, field);
        }
    }
    let ours = mapping.missing().next().is_none();
    ours.then_some(mapping)
}

/// The field of this key.
pub(super) fn field(heading: &str) -> Option<Field> {
    let is_key = |field: &Field| field.key().eq_ignore_ascii_case(heading);
    HEADINGS.into_iter().find(is_key)
}
