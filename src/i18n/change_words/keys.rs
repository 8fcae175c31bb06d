//! The keys of what fields are called.

use crate::domain::audit::{ThingField, UserField};

pub(super) const fn user_field_key(field: UserField) -> &'static str {
    match field {
        UserField::DisplayName => "field-display-name",
        UserField::GivenName => "field-given-name",
        UserField::Surname => "field-surname",
        UserField::JobTitle => "field-job-title",
        UserField::Department => "field-department",
        UserField::Office => "field-office",
        UserField::UsageLocation => "field-usage-location",
        UserField::AlternateEmail => "field-alternate-email",
        UserField::MobilePhone => "field-mobile-phone",
        UserField::UserPrincipalName => "field-user-name",
    }
}

pub(super) const fn thing_field_key(field: ThingField) -> &'static str {
    match field {
        ThingField::Name => "field-name",
        ThingField::PurchasedFrom => "field-purchased-from",
        ThingField::DirectorySync => "field-directory-sync",
        ThingField::CertifiedPartner => "field-certified-partner",
        ThingField::DeletedUserDays => "field-deleted-user-days",
        ThingField::Verified => "field-verified",
        ThingField::Default => "field-default",
        ThingField::Seats => "field-seats",
        ThingField::Services => "field-services",
        ThingField::RoleAssignable => "field-role-assignable",
        ThingField::Restricted => "field-restricted",
        ThingField::Roles => "field-roles",
        ThingField::Administers => "field-administers",
        ThingField::Domain => "field-domain",
        ThingField::Description => "field-description",
        ThingField::Action => "field-action",
        ThingField::FewestGlobalAdministrators => "field-fewest-global",
        ThingField::MostGlobalAdministrators => "field-most-global",
        ThingField::LimitGlobalAdministrators => "field-limit-global",
        ThingField::MostPrivilegedAssignments => "field-most-privileged",
        ThingField::Reason => "field-reason",
        ThingField::Until => "field-until",
        ThingField::People => "field-people",
    }
}
