//! From the entries of the history to their records, borrowing every text.

use crate::domain::audit::{
    AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField,
};
use crate::domain::group::MemberSet;
use crate::domain::user::UserId;

use super::super::RecordV1;
use super::super::make::{held_as, level, text};
use super::super::value::{Id, Moment, Sha256, Text};
use super::{AuditItemsV1, AuditV1, EventV1, FieldV1, ItemV1, SetV1, ThingFieldV1, ThingV1};

/// How many changes stand on one line.
pub const ITEMS_A_LINE: usize = 2_000;

/// The records of an entry of the history: one, and more where its changes don't fit on one line.
pub fn audit(entry: &AuditEntry) -> impl Iterator<Item = RecordV1<'_>> {
    let mut rest = entry
        .items
        .chunks(ITEMS_A_LINE)
        .map(|items| items.iter().map(item).collect::<Vec<_>>());
    let (undo_of, redo_of) = match entry.origin {
        AuditOrigin::Direct => (None, None),
        AuditOrigin::Undo(number) => (Some(number), None),
        AuditOrigin::Redo(number) => (None, Some(number)),
    };
    let first = RecordV1::Audit(AuditV1 {
        number: entry.number,
        at: Moment::Known(entry.at),
        actor: Id::Known(entry.actor.0),
        reason: text(entry.reason.as_deref()),
        ticket: text(entry.ticket.as_deref()),
        undo_of,
        redo_of,
        items: rest.next().unwrap_or_default(),
        hash: entry.hash.map(|hash| Sha256::Known(hash.0)),
    });
    std::iter::once(first).chain(rest.map(|items| {
        RecordV1::AuditItems(AuditItemsV1 {
            number: entry.number,
            items,
        })
    }))
}

fn item(item: &AuditItem) -> ItemV1<'_> {
    match item {
        AuditItem::TenantFounded(buyer) => ItemV1::TenantFounded(id(*buyer)),
        AuditItem::RoleAssigned(held) => ItemV1::RoleAssigned(held_as(held)),
        AuditItem::RoleRevoked(held) => ItemV1::RoleRevoked(held_as(held)),
        AuditItem::FieldChanged {
            user,
            field,
            from,
            to,
        } => ItemV1::FieldChanged {
            user: id(*user),
            field: (*field).into(),
            from: text(from.as_deref()),
            to: text(to.as_deref()),
        },
        AuditItem::SignInBlocked(user) => ItemV1::SignInBlocked(id(*user)),
        AuditItem::SignInAllowed(user) => ItemV1::SignInAllowed(id(*user)),
        AuditItem::PasswordReset(user) => ItemV1::PasswordReset(id(*user)),
        AuditItem::PasswordResetWithdrawn(user) => ItemV1::PasswordResetWithdrawn(id(*user)),
        AuditItem::Account { event, user, upn } => ItemV1::Account {
            event: (*event).into(),
            user: id(*user),
            upn: Text::from(&**upn),
        },
        AuditItem::LicenceAssigned(user, subscription) => ItemV1::LicenceAssigned {
            user: id(*user),
            subscription: Id::Known(subscription.0),
        },
        AuditItem::LicenceRemoved(user, subscription) => ItemV1::LicenceRemoved {
            user: id(*user),
            subscription: Id::Known(subscription.0),
        },
        AuditItem::DelegationChanged { user, from, to } => ItemV1::DelegationChanged {
            user: id(*user),
            from: level(*from),
            to: level(*to),
        },
        AuditItem::ProductMailDeclined(user) => ItemV1::ProductMailDeclined(id(*user)),
        AuditItem::ProductMailAccepted(user) => ItemV1::ProductMailAccepted(id(*user)),
        AuditItem::MemberAdded(set, user) => ItemV1::MemberAdded {
            set: (*set).into(),
            user: id(*user),
        },
        AuditItem::MemberRemoved(set, user) => ItemV1::MemberRemoved {
            set: (*set).into(),
            user: id(*user),
        },
        AuditItem::Added { thing, name } => ItemV1::Added {
            thing: thing.into(),
            name: Text::from(&**name),
        },
        AuditItem::Removed { thing, name } => ItemV1::Removed {
            thing: thing.into(),
            name: Text::from(&**name),
        },
        AuditItem::Changed {
            thing,
            field,
            from,
            to,
        } => ItemV1::Changed {
            thing: thing.into(),
            field: (*field).into(),
            from: text(from.as_deref()),
            to: text(to.as_deref()),
        },
    }
}

const fn id(user: UserId) -> Id<'static> {
    Id::Known(user.0)
}

impl From<UserField> for FieldV1 {
    fn from(field: UserField) -> Self {
        match field {
            UserField::DisplayName => Self::DisplayName,
            UserField::GivenName => Self::GivenName,
            UserField::Surname => Self::Surname,
            UserField::JobTitle => Self::JobTitle,
            UserField::Department => Self::Department,
            UserField::Office => Self::Office,
            UserField::UsageLocation => Self::UsageLocation,
            UserField::AlternateEmail => Self::AlternateEmail,
            UserField::MobilePhone => Self::MobilePhone,
            UserField::UserPrincipalName => Self::UserPrincipalName,
        }
    }
}

impl From<AccountEvent> for EventV1 {
    fn from(event: AccountEvent) -> Self {
        match event {
            AccountEvent::Added => Self::Added,
            AccountEvent::Withdrawn => Self::Withdrawn,
            AccountEvent::Deleted => Self::Deleted,
            AccountEvent::Restored => Self::Restored,
            AccountEvent::Purged => Self::Purged,
            AccountEvent::Kept => Self::Kept,
        }
    }
}

impl From<MemberSet> for SetV1<'_> {
    fn from(set: MemberSet) -> Self {
        match set {
            MemberSet::Members(group) => Self::Members(Id::Known(group.0)),
            MemberSet::Owners(group) => Self::Owners(Id::Known(group.0)),
            MemberSet::Unit(unit) => Self::Unit(Id::Known(unit.0)),
        }
    }
}

impl<'a> From<&'a Thing> for ThingV1<'a> {
    fn from(thing: &'a Thing) -> Self {
        match thing {
            Thing::Organization => Self::Organization,
            Thing::Domain(name) => Self::Domain(Text::from(&**name)),
            Thing::Subscription(id) => Self::Subscription(Id::Known(id.0)),
            Thing::Group(id) => Self::Group(Id::Known(id.0)),
            Thing::Unit(id) => Self::AdministrativeUnit(Id::Known(id.0)),
            Thing::RoleSet(name) => Self::RoleSet(Text::from(&**name)),
            Thing::Partner(name) => Self::Partner(Text::from(&**name)),
            Thing::Customer(name) => Self::Customer(Text::from(&**name)),
            Thing::CustomRole(id) => Self::RoleDefinition(Id::Known(id.0)),
            Thing::Review => Self::Review,
            Thing::BreakGlass(user) => Self::BreakGlass(Id::Known(user.0)),
            Thing::Acceptance(finding) => Self::Acceptance(Text::from(&**finding)),
        }
    }
}

impl From<ThingField> for ThingFieldV1 {
    fn from(field: ThingField) -> Self {
        match field {
            ThingField::Name => Self::Name,
            ThingField::PurchasedFrom => Self::PurchasedFrom,
            ThingField::DirectorySync => Self::DirectorySync,
            ThingField::CertifiedPartner => Self::CertifiedPartner,
            ThingField::DeletedUserDays => Self::DeletedUserDays,
            ThingField::Verified => Self::Verified,
            ThingField::Default => Self::Default,
            ThingField::Seats => Self::Seats,
            ThingField::Services => Self::Services,
            ThingField::RoleAssignable => Self::RoleAssignable,
            ThingField::Restricted => Self::Restricted,
            ThingField::Roles => Self::Roles,
            ThingField::Administers => Self::Administers,
            ThingField::Domain => Self::Domain,
            ThingField::Description => Self::Description,
            ThingField::Action => Self::Action,
            ThingField::FewestGlobalAdministrators => Self::FewestGlobalAdministrators,
            ThingField::MostGlobalAdministrators => Self::MostGlobalAdministrators,
            ThingField::LimitGlobalAdministrators => Self::LimitGlobalAdministrators,
            ThingField::MostPrivilegedAssignments => Self::MostPrivilegedAssignments,
            ThingField::Reason => Self::Reason,
            ThingField::Until => Self::Until,
            ThingField::People => Self::People,
        }
    }
}
