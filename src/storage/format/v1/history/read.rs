//! From the records of the history to its entries.
//!
//! That the entries hold together is not looked at here: the chain is for `mandate check`.

use crate::domain::audit::chain::AuditHash;
use crate::domain::audit::{
    AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField,
};
use crate::domain::group::MemberSet;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::{AdministrativeUnitId, GroupId, RoleTemplateId};
use crate::domain::user::UserId;
use crate::storage::error::Problem;

use super::super::read::{FieldError, Read, at, boxed, id, known, level, within};
use super::super::value::{Id, Sha256};
use super::{AuditV1, EventV1, FieldV1, ItemV1, SetV1, ThingFieldV1, ThingV1};

impl TryFrom<AuditV1<'_>> for AuditEntry {
    type Error = FieldError;

    fn try_from(record: AuditV1<'_>) -> Read<Self> {
        Ok(Self {
            number: record.number,
            at: known(record.at, "at")?,
            actor: UserId(id(record.actor, "actor")?),
            reason: record.reason.map(boxed),
            ticket: record.ticket.map(boxed),
            origin: match (record.undo_of, record.redo_of) {
                (None, None) => AuditOrigin::Direct,
                (Some(number), None) => AuditOrigin::Undo(number),
                (None, Some(number)) => AuditOrigin::Redo(number),
                (Some(_), Some(_)) => return Err(at("redo_of", Problem::UndoAndRedo)),
            },
            items: items(record.items)?,
            hash: match record.hash {
                None => None,
                Some(Sha256::Known(bytes)) => Some(AuditHash(bytes)),
                Some(Sha256::Other(text)) => return Err(at("hash", Problem::Hash(boxed(text)))),
            },
        })
    }
}

/// The changes of an entry of the history.
pub fn items(records: Vec<ItemV1<'_>>) -> Read<Vec<AuditItem>> {
    records.into_iter().map(item).collect()
}

fn item(record: ItemV1<'_>) -> Read<AuditItem> {
    let in_items = within("items");
    Ok(match record {
        ItemV1::TenantFounded(buyer) => AuditItem::TenantFounded(user(buyer)?),
        ItemV1::RoleAssigned(held) => AuditItem::RoleAssigned(held.try_into().map_err(&in_items)?),
        ItemV1::RoleRevoked(held) => AuditItem::RoleRevoked(held.try_into().map_err(&in_items)?),
        ItemV1::FieldChanged {
            user: whose,
            field,
            from,
            to,
        } => AuditItem::FieldChanged {
            user: user(whose)?,
            field: field.into(),
            from: from.map(boxed),
            to: to.map(boxed),
        },
        ItemV1::SignInBlocked(whose) => AuditItem::SignInBlocked(user(whose)?),
        ItemV1::SignInAllowed(whose) => AuditItem::SignInAllowed(user(whose)?),
        ItemV1::PasswordReset(whose) => AuditItem::PasswordReset(user(whose)?),
        ItemV1::PasswordResetWithdrawn(whose) => AuditItem::PasswordResetWithdrawn(user(whose)?),
        ItemV1::Account {
            event,
            user: whose,
            upn,
        } => AuditItem::Account {
            event: event.into(),
            user: user(whose)?,
            upn: boxed(upn),
        },
        ItemV1::LicenceAssigned {
            user: whose,
            subscription: sold,
        } => AuditItem::LicenceAssigned(user(whose)?, subscription(sold)?),
        ItemV1::LicenceRemoved {
            user: whose,
            subscription: sold,
        } => AuditItem::LicenceRemoved(user(whose)?, subscription(sold)?),
        ItemV1::DelegationChanged {
            user: whose,
            from,
            to,
        } => AuditItem::DelegationChanged {
            user: user(whose)?,
            from: level(from),
            to: level(to),
        },
        ItemV1::ProductMailDeclined(whose) => AuditItem::ProductMailDeclined(user(whose)?),
        ItemV1::ProductMailAccepted(whose) => AuditItem::ProductMailAccepted(user(whose)?),
        ItemV1::MemberAdded { set, user: who } => {
            AuditItem::MemberAdded(member_set(set)?, user(who)?)
        }
        ItemV1::MemberRemoved { set, user: who } => {
            AuditItem::MemberRemoved(member_set(set)?, user(who)?)
        }
        ItemV1::Added { thing: what, name } => AuditItem::Added {
            thing: thing(what)?,
            name: boxed(name),
        },
        ItemV1::Removed { thing: what, name } => AuditItem::Removed {
            thing: thing(what)?,
            name: boxed(name),
        },
        ItemV1::Changed {
            thing: what,
            field,
            from,
            to,
        } => AuditItem::Changed {
            thing: thing(what)?,
            field: field.into(),
            from: from.map(boxed),
            to: to.map(boxed),
        },
    })
}

fn user(record: Id<'_>) -> Read<UserId> {
    id(record, "items").map(UserId)
}

fn subscription(record: Id<'_>) -> Read<SubscriptionId> {
    id(record, "items").map(SubscriptionId)
}

fn group(record: Id<'_>) -> Read<GroupId> {
    id(record, "items").map(GroupId)
}

fn unit(record: Id<'_>) -> Read<AdministrativeUnitId> {
    id(record, "items").map(AdministrativeUnitId)
}

fn member_set(record: SetV1<'_>) -> Read<MemberSet> {
    Ok(match record {
        SetV1::Members(id) => MemberSet::Members(group(id)?),
        SetV1::Owners(id) => MemberSet::Owners(group(id)?),
        SetV1::Unit(id) => MemberSet::Unit(unit(id)?),
    })
}

fn thing(record: ThingV1<'_>) -> Read<Thing> {
    Ok(match record {
        ThingV1::Organization => Thing::Organization,
        ThingV1::Domain(name) => Thing::Domain(boxed(name)),
        ThingV1::Subscription(id) => Thing::Subscription(subscription(id)?),
        ThingV1::Group(id) => Thing::Group(group(id)?),
        ThingV1::AdministrativeUnit(id) => Thing::Unit(unit(id)?),
        ThingV1::RoleSet(name) => Thing::RoleSet(boxed(name)),
        ThingV1::Partner(name) => Thing::Partner(boxed(name)),
        ThingV1::Customer(name) => Thing::Customer(boxed(name)),
        ThingV1::RoleDefinition(found) => Thing::CustomRole(RoleTemplateId(id(found, "items")?)),
        ThingV1::Review => Thing::Review,
        ThingV1::BreakGlass(found) => Thing::BreakGlass(user(found)?),
        ThingV1::Acceptance(finding) => Thing::Acceptance(boxed(finding)),
    })
}

impl From<FieldV1> for UserField {
    fn from(record: FieldV1) -> Self {
        match record {
            FieldV1::DisplayName => Self::DisplayName,
            FieldV1::GivenName => Self::GivenName,
            FieldV1::Surname => Self::Surname,
            FieldV1::JobTitle => Self::JobTitle,
            FieldV1::Department => Self::Department,
            FieldV1::Office => Self::Office,
            FieldV1::UsageLocation => Self::UsageLocation,
            FieldV1::AlternateEmail => Self::AlternateEmail,
            FieldV1::MobilePhone => Self::MobilePhone,
            FieldV1::UserPrincipalName => Self::UserPrincipalName,
        }
    }
}

impl From<EventV1> for AccountEvent {
    fn from(record: EventV1) -> Self {
        match record {
            EventV1::Added => Self::Added,
            EventV1::Withdrawn => Self::Withdrawn,
            EventV1::Deleted => Self::Deleted,
            EventV1::Restored => Self::Restored,
            EventV1::Purged => Self::Purged,
            EventV1::Kept => Self::Kept,
        }
    }
}

impl From<ThingFieldV1> for ThingField {
    fn from(record: ThingFieldV1) -> Self {
        match record {
            ThingFieldV1::Name => Self::Name,
            ThingFieldV1::PurchasedFrom => Self::PurchasedFrom,
            ThingFieldV1::DirectorySync => Self::DirectorySync,
            ThingFieldV1::CertifiedPartner => Self::CertifiedPartner,
            ThingFieldV1::DeletedUserDays => Self::DeletedUserDays,
            ThingFieldV1::Verified => Self::Verified,
            ThingFieldV1::Default => Self::Default,
            ThingFieldV1::Seats => Self::Seats,
            ThingFieldV1::Services => Self::Services,
            ThingFieldV1::RoleAssignable => Self::RoleAssignable,
            ThingFieldV1::Restricted => Self::Restricted,
            ThingFieldV1::Roles => Self::Roles,
            ThingFieldV1::Administers => Self::Administers,
            ThingFieldV1::Domain => Self::Domain,
            ThingFieldV1::Description => Self::Description,
            ThingFieldV1::Action => Self::Action,
            ThingFieldV1::FewestGlobalAdministrators => Self::FewestGlobalAdministrators,
            ThingFieldV1::MostGlobalAdministrators => Self::MostGlobalAdministrators,
            ThingFieldV1::LimitGlobalAdministrators => Self::LimitGlobalAdministrators,
            ThingFieldV1::MostPrivilegedAssignments => Self::MostPrivilegedAssignments,
            ThingFieldV1::Reason => Self::Reason,
            ThingFieldV1::Until => Self::Until,
            ThingFieldV1::People => Self::People,
        }
    }
}
