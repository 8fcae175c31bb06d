//! The chain: every entry's hash covers the entry and the hash before it.
//!
//! Whoever changes, removes or reorders an entry in the file breaks the chain from there on.
//! It is no signature: who makes all hashes anew leaves no trace, and leaving out the newest
//! entries breaks nothing. The bytes that are hashed are this file's own and must never change;
//! a new kind of item takes a number that was never used.

use sha2::{Digest as _, Sha256};

use super::{AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField};
use crate::domain::group::MemberSet;
use crate::domain::role::{AssignmentKind, DirectoryScope, Principal, RoleAssignment};
use crate::domain::time::Timestamp;
use crate::domain::user::{DelegatedAdministration, UserId};

/// The hash of an entry and of all before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AuditHash(pub [u8; 32]);

/// Where a history does not hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainBreak {
    /// The first entry that does not follow from the one before it.
    pub number: u32,
    /// Whether the entry has no hash at all, rather than one that does not fit.
    pub missing: bool,
}

/// The hash that `entry` has when it follows on `previous`.
pub fn link(previous: Option<AuditHash>, entry: &AuditEntry) -> AuditHash {
    let mut bytes = Bytes(Sha256::new());
    bytes.raw(b"mandate audit 1");
    bytes.raw(&previous.map_or([0; 32], |hash| hash.0));
    bytes.number(i64::from(entry.number));
    bytes.time(entry.at);
    bytes.user(entry.actor);
    bytes.maybe(entry.reason.as_deref());
    bytes.maybe(entry.ticket.as_deref());
    match entry.origin {
        AuditOrigin::Direct => bytes.tag(0),
        AuditOrigin::Undo(number) => {
            bytes.tag(1);
            bytes.number(i64::from(number));
        }
        AuditOrigin::Redo(number) => {
            bytes.tag(2);
            bytes.number(i64::from(number));
        }
    }
    bytes.number(i64::try_from(entry.items.len()).unwrap_or(i64::MAX));
    for item in &entry.items {
        bytes.item(item);
    }
    AuditHash(bytes.0.finalize().into())
}

/// The hash that the next entry follows on. Entries without one are hashed on the way, so that
/// the first that has one vouches for them.
pub fn head(entries: &[AuditEntry]) -> Option<AuditHash> {
    let chained = entries.iter().rposition(|entry| entry.hash.is_some());
    let (mut previous, rest) = match chained {
        Some(at) => (
            entries.get(at).and_then(|entry| entry.hash),
            entries.get(at + 1..).unwrap_or_default(),
        ),
        None => (None, entries),
    };
    for entry in rest {
        previous = Some(link(previous, entry));
    }
    previous
}

/// The first place where the history does not hold together. Entries before the first hash were
/// written before there was a chain; after it every entry has one.
pub fn verify(entries: &[AuditEntry]) -> Result<(), ChainBreak> {
    let mut previous = None;
    let mut chained = false;
    for entry in entries {
        let expected = link(previous, entry);
        let broken = |missing| {
            Err(ChainBreak {
                number: entry.number,
                missing,
            })
        };
        match entry.hash {
            None if chained => return broken(true),
            Some(hash) if hash != expected => return broken(false),
            None | Some(_) => {}
        }
        chained |= entry.hash.is_some();
        previous = Some(expected);
    }
    Ok(())
}

struct Bytes(Sha256);

impl Bytes {
    fn raw(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn tag(&mut self, tag: u8) {
        self.raw(&[tag]);
    }

    fn number(&mut self, number: i64) {
        self.raw(&number.to_le_bytes());
    }

    fn time(&mut self, time: Timestamp) {
        self.number(time.0);
    }

    fn maybe_time(&mut self, time: Option<Timestamp>) {
        match time {
            None => self.tag(0),
            Some(time) => {
                self.tag(1);
                self.time(time);
            }
        }
    }

    fn user(&mut self, user: UserId) {
        self.raw(user.0.as_bytes());
    }

    /// A text with its length before it, so that no two rows of texts give the same bytes.
    fn text(&mut self, text: &str) {
        self.number(i64::try_from(text.len()).unwrap_or(i64::MAX));
        self.raw(text.as_bytes());
    }

    fn maybe(&mut self, text: Option<&str>) {
        match text {
            None => self.tag(0),
            Some(text) => {
                self.tag(1);
                self.text(text);
            }
        }
    }

    fn held(&mut self, held: &RoleAssignment) {
        match held.principal {
            Principal::User(user) => {
                self.tag(0);
                self.user(user);
            }
            Principal::Group(group) => {
                self.tag(1);
                self.raw(group.0.as_bytes());
            }
        }
        self.raw(held.role.0.as_bytes());
        match held.scope {
            DirectoryScope::Tenant => self.tag(0),
            DirectoryScope::AdministrativeUnit(unit) => {
                self.tag(1);
                self.raw(unit.0.as_bytes());
            }
        }
        self.tag(match held.kind {
            AssignmentKind::Active => 0,
            AssignmentKind::Eligible => 1,
        });
        self.maybe_time(held.start);
        self.maybe_time(held.end);
    }

    fn members(&mut self, set: MemberSet, user: UserId) {
        match set {
            MemberSet::Members(group) => {
                self.tag(0);
                self.raw(group.0.as_bytes());
            }
            MemberSet::Owners(group) => {
                self.tag(1);
                self.raw(group.0.as_bytes());
            }
            MemberSet::Unit(unit) => {
                self.tag(2);
                self.raw(unit.0.as_bytes());
            }
        }
        self.user(user);
    }

    fn thing(&mut self, thing: &Thing) {
        match thing {
            Thing::Organization => self.tag(0),
            Thing::Domain(name) => self.named(1, name),
            Thing::Subscription(id) => {
                self.tag(2);
                self.raw(id.0.as_bytes());
            }
            Thing::Group(id) => {
                self.tag(3);
                self.raw(id.0.as_bytes());
            }
            Thing::Unit(id) => {
                self.tag(4);
                self.raw(id.0.as_bytes());
            }
            Thing::RoleSet(name) => self.named(5, name),
            Thing::Partner(name) => self.named(6, name),
            Thing::Customer(name) => self.named(7, name),
            Thing::CustomRole(id) => {
                self.tag(8);
                self.raw(id.0.as_bytes());
            }
            Thing::Review => self.tag(9),
            Thing::BreakGlass(user) => self.of_user(10, *user),
            Thing::Acceptance(finding) => self.named(11, finding),
        }
    }

    fn named(&mut self, tag: u8, name: &str) {
        self.tag(tag);
        self.text(name);
    }

    fn item(&mut self, item: &AuditItem) {
        match item {
            AuditItem::TenantFounded(user) => self.of_user(0, *user),
            AuditItem::RoleAssigned(held) => {
                self.tag(1);
                self.held(held);
            }
            AuditItem::RoleRevoked(held) => {
                self.tag(2);
                self.held(held);
            }
            AuditItem::FieldChanged {
                user,
                field,
                from,
                to,
            } => {
                self.of_user(3, *user);
                self.tag(user_field(*field));
                self.maybe(from.as_deref());
                self.maybe(to.as_deref());
            }
            AuditItem::SignInBlocked(user) => self.of_user(4, *user),
            AuditItem::SignInAllowed(user) => self.of_user(5, *user),
            AuditItem::PasswordReset(user) => self.of_user(6, *user),
            AuditItem::PasswordResetWithdrawn(user) => self.of_user(7, *user),
            AuditItem::Account { event, user, upn } => {
                self.of_user(8, *user);
                self.tag(account_event(*event));
                self.text(upn);
            }
            AuditItem::LicenceAssigned(user, subscription) => {
                self.of_user(9, *user);
                self.raw(subscription.0.as_bytes());
            }
            AuditItem::LicenceRemoved(user, subscription) => {
                self.of_user(10, *user);
                self.raw(subscription.0.as_bytes());
            }
            AuditItem::DelegationChanged { user, from, to } => {
                self.of_user(11, *user);
                self.tag(level(*from));
                self.tag(level(*to));
            }
            AuditItem::ProductMailDeclined(user) => self.of_user(12, *user),
            AuditItem::ProductMailAccepted(user) => self.of_user(13, *user),
            AuditItem::MemberAdded(set, user) => {
                self.tag(14);
                self.members(*set, *user);
            }
            AuditItem::MemberRemoved(set, user) => {
                self.tag(15);
                self.members(*set, *user);
            }
            AuditItem::Added { thing, name } => {
                self.tag(16);
                self.thing(thing);
                self.text(name);
            }
            AuditItem::Removed { thing, name } => {
                self.tag(17);
                self.thing(thing);
                self.text(name);
            }
            AuditItem::Changed {
                thing,
                field,
                from,
                to,
            } => {
                self.tag(18);
                self.thing(thing);
                self.tag(thing_field(*field));
                self.maybe(from.as_deref());
                self.maybe(to.as_deref());
            }
        }
    }

    fn of_user(&mut self, tag: u8, user: UserId) {
        self.tag(tag);
        self.user(user);
    }
}

const fn user_field(field: UserField) -> u8 {
    match field {
        UserField::DisplayName => 0,
        UserField::GivenName => 1,
        UserField::Surname => 2,
        UserField::JobTitle => 3,
        UserField::Department => 4,
        UserField::Office => 5,
        UserField::UsageLocation => 6,
        UserField::AlternateEmail => 7,
        UserField::MobilePhone => 8,
        UserField::UserPrincipalName => 9,
    }
}

const fn account_event(event: AccountEvent) -> u8 {
    match event {
        AccountEvent::Added => 0,
        AccountEvent::Withdrawn => 1,
        AccountEvent::Deleted => 2,
        AccountEvent::Restored => 3,
        AccountEvent::Purged => 4,
        AccountEvent::Kept => 5,
    }
}

const fn level(level: DelegatedAdministration) -> u8 {
    match level {
        DelegatedAdministration::None => 0,
        DelegatedAdministration::Limited => 1,
        DelegatedAdministration::Full => 2,
    }
}

const fn thing_field(field: ThingField) -> u8 {
    match field {
        ThingField::Name => 0,
        ThingField::PurchasedFrom => 1,
        ThingField::DirectorySync => 2,
        ThingField::CertifiedPartner => 3,
        ThingField::DeletedUserDays => 4,
        ThingField::Verified => 5,
        ThingField::Default => 6,
        ThingField::Seats => 7,
        ThingField::Services => 8,
        ThingField::RoleAssignable => 9,
        ThingField::Restricted => 10,
        ThingField::Roles => 11,
        ThingField::Administers => 12,
        ThingField::Domain => 13,
        ThingField::Description => 14,
        ThingField::Action => 15,
        ThingField::FewestGlobalAdministrators => 16,
        ThingField::MostGlobalAdministrators => 17,
        ThingField::LimitGlobalAdministrators => 18,
        ThingField::MostPrivilegedAssignments => 19,
        ThingField::Reason => 20,
        ThingField::Until => 21,
        ThingField::People => 22,
    }
}
