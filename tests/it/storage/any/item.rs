//! Any change in the history, of every kind there is.

use mandate::domain::audit::{AccountEvent, AuditItem, Thing, ThingField, UserField};
use mandate::domain::group::MemberSet;
use mandate::domain::organization::SubscriptionId;
use mandate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use mandate::domain::user::{DelegatedAdministration, UserId};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::{maybe, moment, text};

const USER_FIELDS: [UserField; 10] = [
    UserField::DisplayName,
    UserField::GivenName,
    UserField::Surname,
    UserField::JobTitle,
    UserField::Department,
    UserField::Office,
    UserField::UsageLocation,
    UserField::AlternateEmail,
    UserField::MobilePhone,
    UserField::UserPrincipalName,
];

const EVENTS: [AccountEvent; 6] = [
    AccountEvent::Added,
    AccountEvent::Withdrawn,
    AccountEvent::Deleted,
    AccountEvent::Restored,
    AccountEvent::Purged,
    AccountEvent::Kept,
];

const THING_FIELDS: [ThingField; 23] = [
    ThingField::Name,
    ThingField::PurchasedFrom,
    ThingField::DirectorySync,
    ThingField::CertifiedPartner,
    ThingField::DeletedUserDays,
    ThingField::Verified,
    ThingField::Default,
    ThingField::Seats,
    ThingField::Services,
    ThingField::RoleAssignable,
    ThingField::Restricted,
    ThingField::Roles,
    ThingField::Administers,
    ThingField::Domain,
    ThingField::Description,
    ThingField::Action,
    ThingField::FewestGlobalAdministrators,
    ThingField::MostGlobalAdministrators,
    ThingField::LimitGlobalAdministrators,
    ThingField::MostPrivilegedAssignments,
    ThingField::Reason,
    ThingField::Until,
    ThingField::People,
];

fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn user() -> impl Strategy<Value = UserId> {
    id().prop_map(UserId)
}

fn called() -> impl Strategy<Value = Box<str>> {
    text().prop_map(Into::into)
}

pub fn level() -> impl Strategy<Value = DelegatedAdministration> {
    select(DelegatedAdministration::ALL.to_vec())
}

/// Any set of people, there or not.
pub fn member_set() -> impl Strategy<Value = MemberSet> {
    prop_oneof![
        id().prop_map(|id| MemberSet::Members(GroupId(id))),
        id().prop_map(|id| MemberSet::Owners(GroupId(id))),
        id().prop_map(|id| MemberSet::Unit(AdministrativeUnitId(id))),
    ]
}

/// Any role given: `holder` is who holds it.
pub fn held(holder: impl Strategy<Value = Principal>) -> impl Strategy<Value = RoleAssignment> {
    let role = select(vec![
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
        RoleTemplateId::USER_ADMINISTRATOR,
    ]);
    let scope = prop_oneof![
        Just(DirectoryScope::Tenant),
        id().prop_map(|id| DirectoryScope::AdministrativeUnit(AdministrativeUnitId(id))),
    ];
    let kind = select(vec![AssignmentKind::Active, AssignmentKind::Eligible]);
    let times = (
        proptest::option::of(moment()),
        proptest::option::of(moment()),
    );
    (holder, role, scope, kind, times).prop_map(|(principal, role, scope, kind, (start, end))| {
        RoleAssignment {
            principal,
            role,
            scope,
            kind,
            start,
            // An end before the start is refused.
            end: end.filter(|end| start.is_none_or(|start| start < *end)),
        }
    })
}

fn thing() -> impl Strategy<Value = Thing> {
    prop_oneof![
        Just(Thing::Organization),
        called().prop_map(Thing::Domain),
        id().prop_map(|id| Thing::Subscription(SubscriptionId(id))),
        id().prop_map(|id| Thing::Group(GroupId(id))),
        id().prop_map(|id| Thing::Unit(AdministrativeUnitId(id))),
        called().prop_map(Thing::RoleSet),
        called().prop_map(Thing::Partner),
        called().prop_map(Thing::Customer),
        id().prop_map(|id| Thing::CustomRole(RoleTemplateId(id))),
        Just(Thing::Review),
        user().prop_map(Thing::BreakGlass),
        called().prop_map(Thing::Acceptance),
    ]
}

/// Any change, of people and things that need not be there.
pub fn item() -> impl Strategy<Value = AuditItem> {
    let principal = || {
        prop_oneof![
            user().prop_map(Principal::User),
            id().prop_map(|id| Principal::Group(GroupId(id))),
        ]
    };
    let subscription = || id().prop_map(SubscriptionId);
    prop_oneof![
        held(principal()).prop_map(AuditItem::RoleAssigned),
        held(principal()).prop_map(AuditItem::RoleRevoked),
        about_one(),
        (user(), select(USER_FIELDS.to_vec()), maybe(), maybe()).prop_map(
            |(user, field, from, to)| AuditItem::FieldChanged {
                user,
                field,
                from,
                to
            }
        ),
        (select(EVENTS.to_vec()), user(), called())
            .prop_map(|(event, user, upn)| AuditItem::Account { event, user, upn }),
        (user(), subscription()).prop_map(|(user, sold)| AuditItem::LicenceAssigned(user, sold)),
        (user(), subscription()).prop_map(|(user, sold)| AuditItem::LicenceRemoved(user, sold)),
        (user(), level(), level()).prop_map(|(user, from, to)| AuditItem::DelegationChanged {
            user,
            from,
            to
        }),
        (member_set(), user()).prop_map(|(set, user)| AuditItem::MemberAdded(set, user)),
        (member_set(), user()).prop_map(|(set, user)| AuditItem::MemberRemoved(set, user)),
        (thing(), called()).prop_map(|(thing, name)| AuditItem::Added { thing, name }),
        (thing(), called()).prop_map(|(thing, name)| AuditItem::Removed { thing, name }),
        (thing(), select(THING_FIELDS.to_vec()), maybe(), maybe()).prop_map(
            |(thing, field, from, to)| AuditItem::Changed {
                thing,
                field,
                from,
                to
            }
        ),
    ]
}

/// The changes that name a person and say no more.
fn about_one() -> impl Strategy<Value = AuditItem> {
    let kinds: [fn(UserId) -> AuditItem; 7] = [
        AuditItem::TenantFounded,
        AuditItem::SignInBlocked,
        AuditItem::SignInAllowed,
        AuditItem::PasswordReset,
        AuditItem::PasswordResetWithdrawn,
        AuditItem::ProductMailDeclined,
        AuditItem::ProductMailAccepted,
    ];
    (select(kinds.to_vec()), user()).prop_map(|(kind, user)| kind(user))
}
