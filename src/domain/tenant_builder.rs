//! Building a tenant from its parts, checking every invariant on the way.
//!
//! Loading a file is state, not change: it passes here and not through the policy, and what
//! comes out is a tenant that holds together.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::audit::AuditEntry;
use super::custom_role::CustomRole;
use super::group::{AdministrativeUnit, Group};
use super::organization::{Domain, Organization, Subscription};
use super::review::ReviewSettings;
use super::role::{DirectoryScope, Principal, RoleAssignment, RoleTemplateId};
use super::tenant::Tenant;
use super::time::Timestamp;
use super::upn::DomainName;
use super::user::{DeletedUser, User, UserId};
use super::user_table::{Duplicate, UserTable};

/// Builds a tenant piece by piece and refuses what can't be.
#[derive(Debug)]
pub struct TenantBuilder {
    tenant: Tenant,
}

/// What can't be in a tenant. Each names the value at fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvariantError {
    /// The organisation has no name.
    #[error("the organisation has no name")]
    NoOrganizationName,
    /// A domain occurs twice.
    #[error("the domain `{0}` occurs twice")]
    DuplicateDomain(DomainName),
    /// There is no verified domain.
    #[error("there is no verified domain")]
    NoVerifiedDomain,
    /// More or fewer than one default domain.
    #[error("exactly one verified domain must be the default, found {0}")]
    DefaultDomains(usize),
    /// An id occurs twice.
    #[error("the id `{0}` occurs twice")]
    DuplicateId(uuid::Uuid),
    /// A user principal name occurs twice.
    #[error("the user principal name `{0}` occurs twice")]
    DuplicateUpn(Box<str>),
    /// A user principal name on a domain that is not verified here.
    #[error("`{upn}` is on `{domain}`, which is not a verified domain of this tenant")]
    UnknownUpnDomain {
        /// The name.
        upn: Box<str>,
        /// Its domain.
        domain: Box<str>,
    },
    /// A person without a display name.
    #[error("`{0}` has no display name")]
    NoDisplayName(Box<str>),
    /// A licence of a subscription that is not there.
    #[error("there is no subscription `{0}`")]
    UnknownSubscription(uuid::Uuid),
    /// A member or owner that is not there.
    #[error("there is no user `{0}`")]
    UnknownUser(uuid::Uuid),
    /// A group that is not there.
    #[error("there is no group `{0}`")]
    UnknownGroup(uuid::Uuid),
    /// An administrative unit that is not there.
    #[error("there is no administrative unit `{0}`")]
    UnknownAdministrativeUnit(uuid::Uuid),
    /// A group that may not hold roles holds one.
    #[error("the group `{0}` is not role-assignable")]
    GroupNotRoleAssignable(Box<str>),
    /// A principal holds a role twice in one scope and kind.
    #[error("the same role assignment occurs twice")]
    DuplicateAssignment,
    /// An assignment ends before it starts.
    #[error("the role assignment ends before it starts")]
    EndsBeforeStart,
    /// A deleted person's role assignment names someone else.
    #[error("the role assignment is of another than `{0}`")]
    AssignmentOfAnother(uuid::Uuid),
    /// A time that no file can hold.
    #[error("the time {0:?} is outside the years 0 to 9999")]
    OutsideCalendar(Timestamp),
    /// A set of roles occurs twice.
    #[error("the role set `{0}` occurs twice")]
    DuplicateRoleSet(Box<str>),
    /// The history skips or repeats a number.
    #[error("the history has entry {found} where entry {expected} belongs")]
    AuditNumber {
        /// The number that belongs there.
        expected: u32,
        /// The number found.
        found: u32,
    },
}

impl TenantBuilder {
    /// Begins a tenant.
    pub fn new(organization: Organization) -> Result<Self, InvariantError> {
        if organization.name.trim().is_empty() {
            return Err(InvariantError::NoOrganizationName);
        }
        Ok(Self {
            tenant: Tenant {
                organization,
                domains: Vec::new(),
                subscriptions: Vec::new(),
                users: UserTable::default(),
                deleted: Arc::default(),
                role_sets: Arc::default(),
                custom_roles: Arc::default(),
                review: Arc::default(),
                groups: Arc::default(),
                units: Arc::default(),
                assignments: Arc::default(),
                audit: Arc::default(),
                protected_by: Arc::default(),
                seats_used: HashMap::new(),
                revision: 0,
            },
        })
    }

    /// Adds a domain. The first one is the initial domain.
    pub fn domain(&mut self, domain: Domain) -> Result<(), InvariantError> {
        if self.tenant.has_domain(domain.name.as_str(), false) {
            return Err(InvariantError::DuplicateDomain(domain.name));
        }
        self.tenant.domains.push(domain);
        Ok(())
    }

    /// Adds a subscription.
    pub fn subscription(&mut self, subscription: Subscription) -> Result<(), InvariantError> {
        if self.tenant.subscription(subscription.id).is_some() {
            return Err(InvariantError::DuplicateId(subscription.id.0));
        }
        self.tenant.subscriptions.push(subscription);
        Ok(())
    }

    /// Says how many people are to come. Not needed, and faster for many.
    pub fn expect_users(&mut self, users: usize) {
        self.tenant.users.reserve(users);
    }

    /// Adds a person, after the domains and subscriptions they use.
    pub fn user(&mut self, user: User) -> Result<(), InvariantError> {
        if !self.tenant.has_domain(user.upn.domain(), true) {
            return Err(InvariantError::UnknownUpnDomain {
                upn: user.upn.as_str().into(),
                domain: user.upn.domain().into(),
            });
        }
        if user.profile.display_name.trim().is_empty() {
            return Err(InvariantError::NoDisplayName(user.upn.as_str().into()));
        }
        if let Some(unknown) = user
            .licences
            .iter()
            .find(|id| self.tenant.subscription(**id).is_none())
        {
            return Err(InvariantError::UnknownSubscription(unknown.0));
        }
        let (id, upn) = (user.id, user.upn.as_str().into());
        self.tenant
            .insert_user(user)
            .map_err(|duplicate| match duplicate {
                Duplicate::Id => InvariantError::DuplicateId(id.0),
                Duplicate::Upn => InvariantError::DuplicateUpn(upn),
            })
    }

    /// Adds a person who was deleted, after the people who were not.
    pub fn deleted_user(&mut self, deleted: DeletedUser) -> Result<(), InvariantError> {
        let id = deleted.user.id;
        if deleted.user.profile.display_name.trim().is_empty() {
            let upn = deleted.user.upn.as_str().into();
            return Err(InvariantError::NoDisplayName(upn));
        }
        let of_another = |held: &&RoleAssignment| held.principal != Principal::User(id);
        if deleted.assignments.iter().any(|held| of_another(&held)) {
            return Err(InvariantError::AssignmentOfAnother(id.0));
        }
        let mut before: Option<&RoleAssignment> = None;
        for held in &deleted.assignments {
            times_make_sense(held)?;
            // In order of their slots, so that two of one slot stand side by side.
            if before.is_some_and(|before| before.same_slot(held)) {
                return Err(InvariantError::DuplicateAssignment);
            }
            before = Some(held);
        }
        if self.tenant.user(id).is_some() || self.tenant.deleted.contains_key(&id) {
            return Err(InvariantError::DuplicateId(id.0));
        }
        Arc::make_mut(&mut self.tenant.deleted).insert(id, deleted);
        Ok(())
    }

    /// Adds a set of roles under a name.
    pub fn role_set(
        &mut self,
        name: Box<str>,
        roles: BTreeSet<RoleTemplateId>,
    ) -> Result<(), InvariantError> {
        if self.tenant.role_sets.contains_key(&name) {
            return Err(InvariantError::DuplicateRoleSet(name));
        }
        Arc::make_mut(&mut self.tenant.role_sets).insert(name, roles);
        Ok(())
    }

    /// Adds a role of the tenant's own. That no built-in role has its id is the caller's to see.
    pub fn custom_role(&mut self, role: CustomRole) -> Result<(), InvariantError> {
        let id = role.id;
        if self.tenant.custom_roles.contains_key(&id) {
            return Err(InvariantError::DuplicateId(id.0));
        }
        Arc::make_mut(&mut self.tenant.custom_roles).insert(id, role);
        Ok(())
    }

    /// Sets what the review goes by.
    pub fn review_settings(&mut self, settings: ReviewSettings) -> Result<(), InvariantError> {
        for acceptance in settings.accepted.values() {
            if !acceptance.until.is_in_calendar() {
                return Err(InvariantError::OutsideCalendar(acceptance.until));
            }
        }
        self.tenant.review = Arc::new(settings);
        Ok(())
    }

    /// Adds a group, after its members and owners.
    pub fn group(&mut self, group: Group) -> Result<(), InvariantError> {
        self.known(group.members.iter().chain(&group.owners))?;
        if self.tenant.groups.contains_key(&group.id) {
            return Err(InvariantError::DuplicateId(group.id.0));
        }
        self.tenant.insert_group(group);
        Ok(())
    }

    /// Adds an administrative unit, after its members.
    pub fn administrative_unit(&mut self, unit: AdministrativeUnit) -> Result<(), InvariantError> {
        self.known(unit.members.iter())?;
        if self.tenant.units.contains_key(&unit.id) {
            return Err(InvariantError::DuplicateId(unit.id.0));
        }
        Arc::make_mut(&mut self.tenant.units).insert(unit.id, unit);
        Ok(())
    }

    /// Adds a role assignment, after its principal and scope.
    pub fn assignment(&mut self, assignment: RoleAssignment) -> Result<(), InvariantError> {
        assignable(&self.tenant, &assignment)?;
        if Arc::make_mut(&mut self.tenant.assignments).insert(assignment) {
            Ok(())
        } else {
            Err(InvariantError::DuplicateAssignment)
        }
    }

    /// Adds the next entry of the history.
    pub fn audit_entry(&mut self, entry: AuditEntry) -> Result<(), InvariantError> {
        let expected = u32::try_from(self.tenant.audit.len() + 1).unwrap_or(u32::MAX);
        if entry.number != expected {
            return Err(InvariantError::AuditNumber {
                expected,
                found: entry.number,
            });
        }
        self.tenant.append_audit(entry);
        Ok(())
    }

    /// The tenant, if it is whole.
    pub fn build(self) -> Result<Tenant, InvariantError> {
        let verified = self.tenant.domains.iter().filter(|domain| domain.verified);
        if verified.clone().next().is_none() {
            return Err(InvariantError::NoVerifiedDomain);
        }
        match verified.filter(|domain| domain.default).count() {
            1 => Ok(self.tenant),
            found => Err(InvariantError::DefaultDomains(found)),
        }
    }

    fn known<'a>(&self, mut ids: impl Iterator<Item = &'a UserId>) -> Result<(), InvariantError> {
        match ids.find(|id| self.tenant.user(**id).is_none()) {
            Some(unknown) => Err(InvariantError::UnknownUser(unknown.0)),
            None => Ok(()),
        }
    }
}

/// Whether an assignment names a principal and a scope that exist and times that make sense.
pub(super) fn assignable(
    tenant: &Tenant,
    assignment: &RoleAssignment,
) -> Result<(), InvariantError> {
    match assignment.principal {
        Principal::User(id) if tenant.user(id).is_none() => {
            return Err(InvariantError::UnknownUser(id.0));
        }
        Principal::User(_) => {}
        Principal::Group(id) => match tenant.groups.get(&id) {
            None => return Err(InvariantError::UnknownGroup(id.0)),
            Some(group) if !group.role_assignable => {
                return Err(InvariantError::GroupNotRoleAssignable(group.name.clone()));
            }
            Some(_) => {}
        },
    }
    match assignment.scope {
        DirectoryScope::AdministrativeUnit(id) if !tenant.units.contains_key(&id) => {
            return Err(InvariantError::UnknownAdministrativeUnit(id.0));
        }
        DirectoryScope::Tenant | DirectoryScope::AdministrativeUnit(_) => {}
    }
    times_make_sense(assignment)
}

fn times_make_sense(assignment: &RoleAssignment) -> Result<(), InvariantError> {
    let times = [assignment.start, assignment.end];
    if let Some(time) = (times.into_iter().flatten()).find(|time| !time.is_in_calendar()) {
        return Err(InvariantError::OutsideCalendar(time));
    }
    match times {
        [Some(start), Some(end)] if end <= start => Err(InvariantError::EndsBeforeStart),
        _ => Ok(()),
    }
}
