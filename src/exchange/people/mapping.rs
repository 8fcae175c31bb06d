//! Which column is what: the fields of a person, and how the headings of a format name them.

use super::{entra, m365, ours};

/// What a column can hold of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The name to sign in with. Required.
    UserName,
    /// The name shown. Required.
    DisplayName,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// Job title.
    JobTitle,
    /// Department.
    Department,
    /// Office.
    Office,
    /// Usage location: two letters.
    UsageLocation,
    /// Country: becomes the usage location where it is two letters, and is left out elsewhere.
    Country,
    /// Whether sign-in is blocked.
    BlockSignIn,
    /// Alternate e-mail address.
    AlternateEmail,
    /// Mobile phone.
    MobilePhone,
    /// Licences, `;` between.
    Licences,
    /// Roles, `;` between.
    Roles,
    /// Delegated administration (R18).
    DelegatedAdministration,
    /// Whether they are a guest.
    Guest,
}

impl Field {
    /// Every field, in the order they are offered.
    pub const ALL: [Self; 16] = [
        Self::UserName,
        Self::DisplayName,
        Self::FirstName,
        Self::LastName,
        Self::JobTitle,
        Self::Department,
        Self::Office,
        Self::UsageLocation,
        Self::Country,
        Self::BlockSignIn,
        Self::AlternateEmail,
        Self::MobilePhone,
        Self::Licences,
        Self::Roles,
        Self::DelegatedAdministration,
        Self::Guest,
    ];

    /// Whether nobody can be added without it.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::UserName | Self::DisplayName)
    }

    /// The key: the heading in our own template.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UserName => "user_name",
            Self::DisplayName => "display_name",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::JobTitle => "job_title",
            Self::Department => "department",
            Self::Office => "office",
            Self::UsageLocation => "usage_location",
            Self::Country => "country",
            Self::BlockSignIn => "block_sign_in",
            Self::AlternateEmail => "alternate_email",
            Self::MobilePhone => "mobile_phone",
            Self::Licences => "licences",
            Self::Roles => "roles",
            Self::DelegatedAdministration => "delegated_administration",
            Self::Guest => "guest",
        }
    }
}

/// The templates that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Mandate's own.
    Ours,
    /// Microsoft 365, *Add multiple users*, with its English headings.
    MicrosoftAddUsers,
    /// Entra, *Bulk create*.
    EntraBulkCreate,
    /// No template that is known. It may be one whose headings are in another language.
    Unknown {
        /// Whether it has as many columns as *Add multiple users*, so that mapping by order may
        /// be offered.
        like_add_users: bool,
    },
}

/// Which column each field is read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    columns: [Option<usize>; Field::ALL.len()],
}

impl Mapping {
    /// The column a field is read from, from 0.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field as usize).copied().flatten()
    }

    /// The field that is read from a column.
    pub fn field(&self, column: usize) -> Option<Field> {
        let is_read = |field: &Field| self.column(*field) == Some(column);
        Field::ALL.into_iter().find(is_read)
    }

    /// Reads `field`, or nothing, from a column, and not from elsewhere.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        for place in &mut self.columns {
            *place = place.filter(|other| *other != column);
        }
        if let Some(place) = field.and_then(|it| self.columns.get_mut(it as usize)) {
            *place = Some(column);
        }
    }

    /// Reads `field` from a column unless it is read from one already.
    pub(super) fn add(&mut self, column: usize, field: Field) {
        if self.column(field).is_none() {
            self.set(column, Some(field));
        }
    }

    /// The required fields that are read from nowhere.
    pub fn missing(&self) -> impl Iterator<Item = Field> {
        let required = Field::ALL.into_iter().filter(|field| field.is_required());
        required.filter(|field| self.column(*field).is_none())
    }

    /// Whether nothing is read from anywhere.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// Knows a template by its headings. What is not known has a blank mapping: nothing is guessed.
pub fn recognise(headings: &[Box<str>]) -> (Format, Mapping) {
    if let Some(mapping) = ours::mapping(headings) {
        (Format::Ours, mapping)
    } else if let Some(mapping) = entra::mapping(headings) {
        (Format::EntraBulkCreate, mapping)
    } else if let Some(mapping) = m365::mapping(headings) {
        (Format::MicrosoftAddUsers, mapping)
    } else {
        let like_add_users = m365::by_order(headings).is_some();
        (Format::Unknown { like_add_users }, Mapping::default())
    }
}

/// What the headings might mean, taken one by one from the templates that are known. For whoever
/// asks; nothing is read by it unseen.
pub fn suggest(headings: &[Box<str>]) -> Mapping {
    let mut mapping = Mapping::default();
    for (column, heading) in (0..).zip(headings) {
        let field = ours::field(heading)
            .or_else(|| m365::field(heading))
            .or_else(|| entra::field(heading));
        if let Some(field) = field {
            mapping.add(column, field);
        }
    }
    mapping
}
