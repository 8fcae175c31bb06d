//! What a profile may hold when it is edited.
//!
//! Only new texts are checked: what an import brought is kept as it is.

use super::Impossible;
use crate::domain::audit::UserField;
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::user::{PROFILE_TEXT_MAX, Profile, UserId};

/// Checks what is new in a profile; what an import brought is kept.
pub(super) fn check(tenant: &Tenant, id: UserId, profile: &Profile) -> Result<(), Impossible> {
    let Some(user) = tenant.user(id) else {
        return Err(InvariantError::UnknownUser(id.0).into());
    };
    if profile.display_name.trim().is_empty() {
        return Err(InvariantError::NoDisplayName(user.upn.as_str().into()).into());
    }
    let before = texts(&user.profile);
    for ((field, text), (_, old)) in texts(profile).into_iter().zip(before) {
        if let Some(new) = text.filter(|text| old.as_ref() != Some(text)) {
            check_text(field, new)?;
        }
    }
    Ok(())
}

/// Checks all of a profile.
pub(super) fn check_new(profile: &Profile) -> Result<(), Impossible> {
    for (field, text) in texts(profile) {
        if let Some(new) = text {
            check_text(field, new)?;
        }
    }
    Ok(())
}

fn check_text(field: UserField, new: Box<str>) -> Result<(), Impossible> {
    if field == UserField::UsageLocation {
        if new.len() != 2 || !new.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(Impossible::UsageLocation(new));
        }
    } else if new.chars().count() > PROFILE_TEXT_MAX {
        return Err(Impossible::TextTooLong(new));
    }
    Ok(())
}

/// The texts of a profile, each with its name in the history.
pub(super) fn texts(profile: &Profile) -> [(UserField, Option<Box<str>>); 7] {
    [
        (UserField::DisplayName, Some(profile.display_name.clone())),
        (UserField::GivenName, profile.given_name.clone()),
        (UserField::Surname, profile.surname.clone()),
        (UserField::JobTitle, profile.job_title.clone()),
        (UserField::Department, profile.department.clone()),
        (UserField::Office, profile.office.clone()),
        (UserField::UsageLocation, profile.usage_location.clone()),
    ]
}
