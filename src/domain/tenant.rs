//! A tenant: everything it holds, its indexes and its invariants.
//!
//! Built once through [`super::tenant_builder`], which refuses what can't be; changed only by
//! [`super::apply`], which goes through the `pub(super)` methods here. Everybody else reads.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::assignments::Assignments;
use super::audit::AuditEntry;
use super::contact::AlternateEmail;
use super::group::{AdministrativeUnit, Group};
use super::organization::{Domain, Organization, Subscription, SubscriptionId};
use super::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use super::time::Timestamp;
use super::upn::is_onmicrosoft;
use super::user::{SignIn, User, UserId};
use super::user_table::UserTable;

/// A tenant in memory.
#[derive(Clone, Debug)]
pub struct Tenant {
    pub(super) organization: Organization,
    pub(super) domains: Vec<Domain>,
    pub(super) subscriptions: Vec<Subscription>,
    pub(super) users: UserTable,
    pub(super) groups: Arc<BTreeMap<GroupId, Group>>,
    pub(super) units: Arc<BTreeMap<AdministrativeUnitId, AdministrativeUnit>>,
    pub(super) assignments: Arc<Assignments>,
    pub(super) audit: Arc<Vec<AuditEntry>>,
    /// The role-assignable groups each person is a member or an owner of.
    pub(super) protected_by: Arc<HashMap<UserId, Vec<GroupId>>>,
    pub(super) revision: u64,
}

/// How someone comes to hold a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HeldThrough {
    /// It was given to them.
    Directly,
    /// It was given to a group they are a member of.
    Group(GroupId),
}

impl Tenant {
    /// The organisation.
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// The domains, the initial one first.
    pub fn domains(&self) -> &[Domain] {
        &self.domains
    }

    /// Whether `name`, in any case, is one of the tenant's domains, and verified if asked so.
    pub fn has_domain(&self, name: &str, verified: bool) -> bool {
        self.domains.iter().any(|domain| {
            domain.name.as_str().eq_ignore_ascii_case(name) && (domain.verified || !verified)
        })
    }

    /// Whether the tenant has a verified domain of its own besides `onmicrosoft.com`.
    pub fn has_custom_domain(&self) -> bool {
        self.domains
            .iter()
            .any(|domain| domain.verified && !domain.name.is_onmicrosoft())
    }

    /// Whether an alternate address is one that a lost password locks as well (R7): on a domain
    /// of the tenant, verified or not, on one that Microsoft hands out, or the person's own name.
    pub fn locks_out(&self, user: &User, email: &AlternateEmail) -> bool {
        self.has_domain(email.domain(), false)
            || is_onmicrosoft(email.domain())
            || email.as_str().eq_ignore_ascii_case(user.upn.as_str())
    }

    /// The subscriptions.
    pub fn subscriptions(&self) -> &[Subscription] {
        &self.subscriptions
    }

    /// The subscription with this id.
    pub fn subscription(&self, id: SubscriptionId) -> Option<&Subscription> {
        self.subscriptions.iter().find(|sold| sold.id == id)
    }

    /// The people.
    pub fn users(&self) -> &UserTable {
        &self.users
    }

    /// The person with this id.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(self.users.row(id)?)
    }

    /// The groups, by id.
    pub fn groups(&self) -> &BTreeMap<GroupId, Group> {
        &self.groups
    }

    /// The administrative units, by id.
    pub fn administrative_units(&self) -> &BTreeMap<AdministrativeUnitId, AdministrativeUnit> {
        &self.units
    }

    /// The role assignments.
    pub fn assignments(&self) -> &Assignments {
        &self.assignments
    }

    /// The history, oldest first.
    pub fn audit(&self) -> &[AuditEntry] {
        &self.audit
    }

    /// The entry of the history with this number.
    pub fn audit_entry(&self, number: u32) -> Option<&AuditEntry> {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        self.audit.get(place)
    }

    /// Grows with every change; equal revisions of one open tenant are equal tenants.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The role-assignable groups that protect a person, as member or as owner (R24).
    pub fn protecting_groups(&self, user: UserId) -> &[GroupId] {
        self.protected_by.get(&user).map_or(&[], Vec::as_slice)
    }

    /// Every assignment that reaches a person, with the way it does: direct ones first.
    pub fn reaching(&self, user: UserId) -> impl Iterator<Item = (HeldThrough, &RoleAssignment)> {
        let direct = self
            .assignments
            .of(Principal::User(user))
            .iter()
            .map(|held| (HeldThrough::Directly, held));
        let through_groups = self
            .protecting_groups(user)
            .iter()
            .filter(move |id| {
                self.groups
                    .get(id)
                    .is_some_and(|group| group.members.contains(&user))
            })
            .flat_map(|&id| {
                self.assignments
                    .of(Principal::Group(id))
                    .iter()
                    .map(move |held| (HeldThrough::Group(id), held))
            });
        direct.chain(through_groups)
    }

    /// The roles in force for a person at `now`, each with its scope; a role can occur twice.
    pub fn roles_in_force(
        &self,
        user: UserId,
        now: Timestamp,
    ) -> impl Iterator<Item = (RoleTemplateId, DirectoryScope)> {
        self.reaching(user)
            .filter(move |(_, held)| held.is_in_force(now))
            .map(|(_, held)| (held.role, held.scope))
    }

    /// Whether a person holds any admin role at `now`, in any scope.
    pub fn is_administrator(&self, user: UserId, now: Timestamp) -> bool {
        self.roles_in_force(user, now).next().is_some()
    }

    /// Whether a person is, at `now`, a Global Administrator of the whole tenant.
    pub fn is_global_administrator(&self, user: UserId, now: Timestamp) -> bool {
        self.roles_in_force(user, now)
            .any(|held| held == (RoleTemplateId::GLOBAL_ADMINISTRATOR, DirectoryScope::Tenant))
    }

    /// Whether `user` lies within `scope`.
    pub fn in_scope(&self, user: UserId, scope: DirectoryScope) -> bool {
        match scope {
            DirectoryScope::Tenant => true,
            DirectoryScope::AdministrativeUnit(id) => self
                .units
                .get(&id)
                .is_some_and(|unit| unit.members.contains(&user)),
        }
    }

    /// The people R3 counts: enabled users with the permanent, tenant-wide, active role itself.
    pub fn lasting_global_administrators(&self) -> impl Iterator<Item = UserId> {
        self.assignments
            .of_role(RoleTemplateId::GLOBAL_ADMINISTRATOR)
            .filter(|held| held.is_permanent_tenant_wide())
            .filter_map(|held| match held.principal {
                Principal::User(id) => Some(id),
                Principal::Group(_) => None,
            })
            .filter(|&id| {
                self.user(id)
                    .is_some_and(|user| user.sign_in == SignIn::Allowed)
            })
    }

    /// A picture of this moment that a worker can save while the tenant changes on.
    pub fn snapshot(&self) -> TenantSnapshot {
        TenantSnapshot {
            organization: self.organization.clone(),
            domains: self.domains.clone(),
            subscriptions: self.subscriptions.clone(),
            users: self.users.chunks().to_vec(),
            groups: Arc::clone(&self.groups),
            administrative_units: Arc::clone(&self.units),
            assignments: Arc::clone(&self.assignments),
            audit: Arc::clone(&self.audit),
            revision: self.revision,
        }
    }

    /// Whether both hold the same, history and revision aside.
    pub fn same_state(&self, other: &Self) -> bool {
        self.organization == other.organization
            && self.domains == other.domains
            && self.subscriptions == other.subscriptions
            && self.users.iter().eq(other.users.iter())
            && self.groups == other.groups
            && self.units == other.units
            && self.assignments == other.assignments
    }

    pub(super) fn assignments_mut(&mut self) -> &mut Assignments {
        Arc::make_mut(&mut self.assignments)
    }

    pub(super) fn append_audit(&mut self, entry: AuditEntry) {
        Arc::make_mut(&mut self.audit).push(entry);
    }
}

/// What a background save reads: the tenant's contents without its indexes.
#[derive(Clone, Debug)]
pub struct TenantSnapshot {
    /// The organisation.
    pub organization: Organization,
    /// The domains, the initial one first.
    pub domains: Vec<Domain>,
    /// The subscriptions.
    pub subscriptions: Vec<Subscription>,
    /// The people in chunks, in the order of their rows.
    pub users: Vec<Arc<Vec<User>>>,
    /// The groups.
    pub groups: Arc<BTreeMap<GroupId, Group>>,
    /// The administrative units.
    pub administrative_units: Arc<BTreeMap<AdministrativeUnitId, AdministrativeUnit>>,
    /// The role assignments.
    pub assignments: Arc<Assignments>,
    /// The history.
    pub audit: Arc<Vec<AuditEntry>>,
    /// The tenant's revision at that moment.
    pub revision: u64,
}
