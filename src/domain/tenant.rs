//! A tenant: everything it holds, its indexes and its invariants.
//!
//! Built once through [`super::tenant_builder`], which refuses what can't be; changed only by
//! [`super::apply`], which goes through the `pub(super)` methods here. Everybody else reads.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::assignments::Assignments;
use super::audit::{AuditEntry, chain};
use super::contact::AlternateEmail;
use super::custom_role::CustomRoles;
use super::group::{AdministrativeUnit, Group, MemberSet};
use super::organization::{Domain, Organization, Subscription, SubscriptionId};
use super::review::ReviewSettings;
use super::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use super::time::Timestamp;
use super::upn::is_onmicrosoft;
use super::user::{DeletedUser, SignIn, User, UserId};
use super::user_table::{Chunk, Duplicate, UserTable};

/// A tenant in memory.
#[derive(Clone, Debug)]
pub struct Tenant {
    pub(super) organization: Organization,
    pub(super) domains: Vec<Domain>,
    pub(super) subscriptions: Vec<Subscription>,
    pub(super) users: UserTable,
    pub(super) deleted: Arc<BTreeMap<UserId, DeletedUser>>,
    pub(super) role_sets: Arc<RoleSets>,
    pub(super) custom_roles: Arc<CustomRoles>,
    pub(super) review: Arc<ReviewSettings>,
    pub(super) groups: Arc<BTreeMap<GroupId, Group>>,
    pub(super) units: Arc<BTreeMap<AdministrativeUnitId, AdministrativeUnit>>,
    pub(super) assignments: Arc<Assignments>,
    pub(super) audit: Arc<Vec<AuditEntry>>,
    /// The role-assignable groups each person is a member or an owner of.
    pub(super) protected_by: Arc<hashbrown::HashMap<UserId, Vec<GroupId>>>,
    /// How many people hold a seat of each subscription.
    pub(super) seats_used: HashMap<SubscriptionId, u32>,
    pub(super) revision: u64,
}

/// Roles under a name, to be given together.
pub type RoleSets = BTreeMap<Box<str>, BTreeSet<RoleTemplateId>>;

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

    /// How many people hold a seat of a subscription. Deleted people hold none.
    pub fn seats_used(&self, id: SubscriptionId) -> u32 {
        self.seats_used.get(&id).copied().unwrap_or(0)
    }

    /// The people who were deleted and can be restored, by id.
    pub fn deleted_users(&self) -> &BTreeMap<UserId, DeletedUser> {
        &self.deleted
    }

    /// The saved sets of roles, by name.
    pub fn role_sets(&self) -> &RoleSets {
        &self.role_sets
    }

    /// The roles of the tenant's own, by id.
    pub fn custom_roles(&self) -> &CustomRoles {
        &self.custom_roles
    }

    /// What the review of this tenant goes by.
    pub fn review_settings(&self) -> &ReviewSettings {
        &self.review
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

    /// The people in a set; `None` when there is no such group or unit.
    pub fn member_set(&self, set: MemberSet) -> Option<&BTreeSet<UserId>> {
        match set {
            MemberSet::Members(id) => self.groups.get(&id).map(|group| &group.members),
            MemberSet::Owners(id) => self.groups.get(&id).map(|group| &group.owners),
            MemberSet::Unit(id) => self.units.get(&id).map(|unit| &unit.members),
        }
    }

    /// Everything a person is in. Looks through every group and unit.
    pub fn memberships(&self, user: UserId) -> impl Iterator<Item = MemberSet> {
        let groups = self.groups.values().flat_map(move |group| {
            let member = group.members.contains(&user);
            let owner = group.owners.contains(&user);
            let member = member.then_some(MemberSet::Members(group.id));
            member
                .into_iter()
                .chain(owner.then_some(MemberSet::Owners(group.id)))
        });
        let units = self.units.values();
        let units = units.filter(move |unit| unit.members.contains(&user));
        groups.chain(units.map(|unit| MemberSet::Unit(unit.id)))
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
            deleted: Arc::clone(&self.deleted),
            role_sets: Arc::clone(&self.role_sets),
            custom_roles: Arc::clone(&self.custom_roles),
            review: Arc::clone(&self.review),
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
            && self.deleted == other.deleted
            && self.role_sets == other.role_sets
            && self.custom_roles == other.custom_roles
            && self.review == other.review
            && self.groups == other.groups
            && self.units == other.units
            && self.assignments == other.assignments
    }

    pub(super) fn assignments_mut(&mut self) -> &mut Assignments {
        Arc::make_mut(&mut self.assignments)
    }

    /// Adds an entry to the history as it is.
    pub(super) fn append_audit(&mut self, entry: AuditEntry) {
        Arc::make_mut(&mut self.audit).push(entry);
    }

    /// Adds an entry to the history and chains it to the one before.
    pub(super) fn chain_audit(&mut self, mut entry: AuditEntry) {
        entry.hash = Some(chain::link(chain::head(&self.audit), &entry));
        self.append_audit(entry);
    }

    /// Adds a person and counts their seats.
    pub(super) fn insert_user(&mut self, user: User) -> Result<(), Duplicate> {
        let row = self.users.push(user)?;
        for id in self.users.get(row).iter().flat_map(|user| &user.licences) {
            *self.seats_used.entry(*id).or_default() += 1;
        }
        Ok(())
    }

    /// Takes a person out, and their seats with them. They must be in no set of people.
    pub(super) fn remove_user(&mut self, id: UserId) -> Option<User> {
        let user = self.users.remove(id)?;
        self.count_seats(&user.licences, &[]);
        Some(user)
    }

    /// Notes that seats changed hands.
    pub(super) fn count_seats(&mut self, before: &[SubscriptionId], after: &[SubscriptionId]) {
        for id in after {
            *self.seats_used.entry(*id).or_default() += 1;
        }
        for id in before {
            if let Some(used) = self.seats_used.get_mut(id) {
                *used = used.saturating_sub(1);
            }
        }
    }

    /// Adds a group, and the protection it gives.
    pub(super) fn insert_group(&mut self, group: Group) {
        let id = group.id;
        let people: Vec<_> = group.members.union(&group.owners).copied().collect();
        Arc::make_mut(&mut self.groups).insert(id, group);
        for user in people {
            self.protect(id, user);
        }
    }

    /// Takes a group out, and the protection it gave.
    pub(super) fn remove_group(&mut self, id: GroupId) -> Option<Group> {
        let group = Arc::make_mut(&mut self.groups).remove(&id)?;
        for user in group.members.union(&group.owners) {
            self.protect(id, *user);
        }
        Some(group)
    }

    /// Puts a person into a set or takes them out; `None` when the set is not there, else
    /// whether anything changed.
    pub(super) fn set_member(
        &mut self,
        set: MemberSet,
        user: UserId,
        included: bool,
    ) -> Option<bool> {
        let put = |people: &mut BTreeSet<UserId>| {
            if included {
                people.insert(user)
            } else {
                people.remove(&user)
            }
        };
        if self.member_set(set)?.contains(&user) == included {
            return Some(false);
        }
        match set {
            MemberSet::Unit(id) => {
                put(&mut Arc::make_mut(&mut self.units).get_mut(&id)?.members);
            }
            MemberSet::Members(id) | MemberSet::Owners(id) => {
                let group = Arc::make_mut(&mut self.groups).get_mut(&id)?;
                put(match set {
                    MemberSet::Owners(_) => &mut group.owners,
                    MemberSet::Members(_) | MemberSet::Unit(_) => &mut group.members,
                });
                self.protect(id, user);
            }
        }
        Some(true)
    }

    /// Brings up to date whether a role-assignable group protects a person.
    pub(super) fn protect(&mut self, id: GroupId, user: UserId) {
        let protects = self.groups.get(&id).is_some_and(|group| {
            group.role_assignable && (group.members.contains(&user) || group.owners.contains(&user))
        });
        let noted = self.protecting_groups(user).binary_search(&id);
        let protected_by = Arc::make_mut(&mut self.protected_by);
        match (protects, noted) {
            (true, Err(at)) => protected_by.entry(user).or_default().insert(at, id),
            (false, Ok(at)) => {
                if let Some(groups) = protected_by.get_mut(&user) {
                    groups.remove(at);
                    if groups.is_empty() {
                        protected_by.remove(&user);
                    }
                }
            }
            (true, Ok(_)) | (false, Err(_)) => {}
        }
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
    pub users: Vec<Arc<Chunk>>,
    /// The people who were deleted and can be restored.
    pub deleted: Arc<BTreeMap<UserId, DeletedUser>>,
    /// The saved sets of roles.
    pub role_sets: Arc<RoleSets>,
    /// The roles of the tenant's own.
    pub custom_roles: Arc<CustomRoles>,
    /// What the review goes by.
    pub review: Arc<ReviewSettings>,
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
