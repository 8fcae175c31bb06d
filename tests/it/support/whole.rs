//! The rest of a tenant: deleted people, seats, delegated administration.

use std::collections::BTreeSet;

use mandate::domain::group::MemberSet;
use mandate::domain::organization::Organization;
use mandate::domain::organization::{Customer, Partner};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::time::Timestamp;
use mandate::domain::upn::DomainName;
use mandate::domain::user::{DelegatedAdministration, DeletedUser, UserSource};

use super::{Fixture, everything, group_id, id, person};

impl Fixture {
    /// Sells this many seats of the one subscription.
    pub fn seats(mut self, seats: u32) -> Self {
        self.seats = seats;
        self
    }

    /// Gives the person just added a seat.
    pub fn licensed(self) -> Self {
        self.but(|user| user.licences = vec![everything()])
    }

    /// The tenant of this organisation.
    pub fn of(mut self, organization: Organization) -> Self {
        self.organization = organization;
        self
    }

    pub fn certified_partner(mut self) -> Self {
        self.organization.certified_partner = true;
        self
    }

    /// Lists a customer.
    pub fn customer(mut self, name: &str, domain: &str) -> Self {
        self.organization.customers.push(Customer {
            name: name.into(),
            domain: DomainName::parse(domain).expect("a domain"),
        });
        self
    }

    /// Lists a partner.
    pub fn partner(mut self, name: &str, administers: bool) -> Self {
        let name = name.into();
        self.organization
            .partners
            .push(Partner { name, administers });
        self
    }

    /// Lets the person just added administer customers this far.
    pub fn delegated(self, level: DelegatedAdministration) -> Self {
        self.but(|user| user.delegated_administration = level)
    }

    /// Adds a person who was deleted at `at`, holding these roles.
    pub fn deleted(mut self, name: &str, at: Timestamp, roles: &[RoleTemplateId]) -> Self {
        let principal = Principal::User(id(name));
        let held = |role: &RoleTemplateId| RoleAssignment::permanent(principal, *role);
        self.deleted.push(DeletedUser {
            user: person(name),
            at,
            assignments: roles.iter().map(held).collect(),
            memberships: BTreeSet::new(),
        });
        self
    }

    /// Makes the person just deleted have been an owner of a group.
    pub fn once_owner_of(mut self, group: &str) -> Self {
        let deleted = self.deleted.last_mut().expect("a deleted person");
        deleted
            .memberships
            .insert(MemberSet::Owners(group_id(group)));
        self
    }

    /// Makes the person just deleted have held this as well.
    pub fn once_held(mut self, held: RoleAssignment) -> Self {
        let deleted = self.deleted.last_mut().expect("a deleted person");
        deleted.assignments.insert(held);
        self
    }

    /// Makes the person just deleted have been synchronised.
    pub fn once_synced(mut self) -> Self {
        let deleted = self.deleted.last_mut().expect("a deleted person");
        deleted.user.source = UserSource::DirectorySynchronised;
        self
    }

    /// Makes the person just deleted have been a member of a group.
    pub fn once_in(mut self, group: &str) -> Self {
        let deleted = self.deleted.last_mut().expect("a deleted person");
        deleted
            .memberships
            .insert(MemberSet::Members(group_id(group)));
        self
    }
}
