//! One thing that changed, in words: for the history, and for what a plan would do.
//!
//! Says what changed and not whose: the person stands beside it.

use crate::domain::audit::{AuditItem, UserField};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::{AssignmentKind, DirectoryScope, RoleAssignment};
use crate::domain::tenant::Tenant;
use crate::domain::user::DelegatedAdministration;
use crate::i18n::{Texts, date};
use crate::t;

/// What `item` says.
pub fn item_words(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    item: &AuditItem,
) -> String {
    match item {
        AuditItem::RoleAssigned(held) => {
            let role = assignment(texts, catalogue, tenant, held);
            t!(texts, "item-role-assigned", role = role)
        }
        AuditItem::RoleRevoked(held) => {
            let role = assignment(texts, catalogue, tenant, held);
            t!(texts, "item-role-revoked", role = role)
        }
        AuditItem::FieldChanged {
            field, from, to, ..
        } => {
            let field = user_field(texts, *field);
            let (from, to) = (from.as_deref(), to.as_deref());
            match (from, to) {
                (Some(from), Some(to)) => {
                    t!(texts, "item-changed", field = field, from = from, to = to)
                }
                (None, Some(to)) => t!(texts, "item-set", field = field, to = to),
                (Some(from), None) => t!(texts, "item-emptied", field = field, from = from),
                (None, None) => field,
            }
        }
        AuditItem::SignInBlocked(_) => t!(texts, "sign-in-blocked"),
        AuditItem::SignInAllowed(_) => t!(texts, "sign-in-allowed"),
        AuditItem::LicenceAssigned(_, id) => {
            let name = subscription(tenant, *id);
            t!(texts, "item-licence-assigned", name = name)
        }
        AuditItem::LicenceRemoved(_, id) => {
            let name = subscription(tenant, *id);
            t!(texts, "item-licence-removed", name = name)
        }
        AuditItem::DelegationChanged { from, to, .. } => t!(
            texts,
            "item-changed",
            field = t!(texts, "item-delegation"),
            from = delegation(texts, *from),
            to = delegation(texts, *to)
        ),
        _ => t!(texts, "item-other"),
    }
}

/// What a text about a person is called.
pub fn user_field(texts: &Texts, field: UserField) -> String {
    match field {
        UserField::DisplayName => t!(texts, "user-name"),
        UserField::GivenName => t!(texts, "profile-given-name"),
        UserField::Surname => t!(texts, "profile-surname"),
        UserField::JobTitle => t!(texts, "profile-job-title"),
        UserField::Department => t!(texts, "user-department"),
        UserField::Office => t!(texts, "profile-office"),
        UserField::UsageLocation => t!(texts, "item-usage-location"),
        UserField::AlternateEmail => t!(texts, "alternate-email"),
        UserField::MobilePhone => t!(texts, "mobile-phone"),
        UserField::UserPrincipalName => t!(texts, "user-upn"),
    }
}

/// What a level of delegated administration is called.
pub fn delegation(texts: &Texts, level: DelegatedAdministration) -> String {
    match level {
        DelegatedAdministration::None => t!(texts, "none"),
        DelegatedAdministration::Limited => t!(texts, "limited"),
        DelegatedAdministration::Full => t!(texts, "editor-grant-full"),
    }
}

fn assignment(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    held: &RoleAssignment,
) -> String {
    let name = catalogue.names(held.role).map_or_else(
        || held.role.to_string(),
        |name| name.get(texts.language()).to_owned(),
    );
    let mut parts = vec![name];
    if held.kind == AssignmentKind::Eligible {
        parts.push(t!(texts, "role-eligible"));
    }
    if let DirectoryScope::AdministrativeUnit(id) = held.scope {
        let unit = tenant.administrative_units().get(&id);
        let unit = unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string());
        parts.push(t!(texts, "role-within-unit", unit = unit));
    }
    if let Some(start) = held.start {
        parts.push(t!(texts, "role-from-date", date = date(texts, start)));
    }
    if let Some(end) = held.end {
        parts.push(t!(texts, "role-until-date", date = date(texts, end)));
    }
    parts.join(" · ")
}

fn subscription(tenant: &Tenant, id: SubscriptionId) -> String {
    let sold = tenant.subscription(id);
    sold.map_or_else(|| id.0.to_string(), |sold| sold.name.to_string())
}
