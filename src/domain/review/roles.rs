//! Roles that should not be held here, that add nothing, or that are over.

use std::collections::BTreeSet;

use super::Reviewer;
use super::accounts::is_unprotected;
use super::finding::FindingKind;
use crate::domain::effective::redundant_roles;
use crate::domain::organization::{PurchaseChannel, Service};
use crate::domain::role::{GroupId, Principal, RoleTemplateId};
use crate::domain::user::UserId;

impl Reviewer<'_> {
    pub(super) fn roles(&mut self) {
        self.roles_without_service();
        self.billing();
        self.service_administrators();
        self.roles_not_assignable();
        self.redundant();
        self.expired();
    }

    // R9.
    fn roles_without_service(&mut self) {
        for role in self.roles_held() {
            let Some(service) = Service::required_by(role) else {
                continue;
            };
            let mut sold = self.tenant.subscriptions().iter();
            if !sold.any(|sold| sold.services.contains(&service)) {
                self.note_role(FindingKind::RoleWithoutService(service), role);
            }
        }
    }

    // R10.
    fn billing(&mut self) {
        let role = RoleTemplateId::BILLING_ADMINISTRATOR;
        if let PurchaseChannel::Partner { name } = &self.tenant.organization().purchased_from
            && self.roles_held().contains(&role)
        {
            self.note_role(FindingKind::BillingThroughPartner(name.clone()), role);
        }
    }

    // R12.
    fn service_administrators(&mut self) {
        let now = self.now();
        let service = RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR;
        let mut alone = self.holders(service, |held| held.is_in_force(now));
        alone.retain(|id| {
            let mut roles = self.tenant.roles_in_force(*id, now);
            !roles.any(|(role, _)| role.is_of_a_service())
        });
        let kind = FindingKind::ServiceAdministratorAlone;
        self.note_people(kind, alone, |_, _| vec![service]);
    }

    // R20.
    fn roles_not_assignable(&mut self) {
        for role in self.roles_held() {
            let definition = self.context.catalogue.role(role);
            if !definition.is_some_and(|definition| definition.status.is_assignable()) {
                self.note_role(FindingKind::RoleNotAssignable, role);
            }
        }
    }

    /// Notes a finding about a role, whoever holds it and whether or not anybody does so far.
    fn note_role(&mut self, kind: FindingKind, role: RoleTemplateId) {
        let holders = self.holders(role, |_| true);
        self.note(kind, holders, Vec::new(), |_, _, _| vec![role]);
    }

    fn redundant(&mut self) {
        let found = redundant_roles(&self.context, self.tenant);
        let people: BTreeSet<_> = found.iter().map(|one| one.user).collect();
        self.note_people(FindingKind::RedundantRoles, people, |_, people| {
            let of_these = found.iter().filter(|one| people.contains(&one.user));
            let roles: BTreeSet<_> = of_these.map(|one| one.assignment.role).collect();
            roles.into_iter().collect()
        });
    }

    fn expired(&mut self) {
        let now = self.now();
        let (mut people, mut groups) = (BTreeSet::new(), BTreeSet::new());
        for held in self.tenant.assignments().iter() {
            if held.is_expired(now) {
                match held.principal {
                    Principal::User(id) => drop(people.insert(id)),
                    Principal::Group(id) => drop(groups.insert(id)),
                }
            }
        }
        if people.is_empty() && groups.is_empty() {
            return;
        }
        let groups = groups.into_iter().collect();
        let roles = |it: &Self, people: &BTreeSet<UserId>, groups: &[GroupId]| {
            let people = people.iter().map(|id| Principal::User(*id));
            let holders = people.chain(groups.iter().map(|id| Principal::Group(*id)));
            let held = holders.flat_map(|holder| it.tenant.assignments().of(holder));
            let over = held.filter(|held| held.is_expired(now));
            let roles: BTreeSet<_> = over.map(|held| held.role).collect();
            roles.into_iter().collect()
        };
        self.note(FindingKind::ExpiredAssignments, people, groups, roles);
    }

    // R24.
    pub(super) fn group_owners(&mut self) {
        let (tenant, now) = (self.tenant, self.now());
        for group in tenant.groups().values() {
            if !group.role_assignable || group.owners.is_empty() {
                continue;
            }
            let held = tenant.assignments().of(Principal::Group(group.id)).iter();
            let roles: BTreeSet<_> = (held.filter(|held| self.stands(held)))
                .map(|held| held.role)
                .collect();
            if roles.is_empty() {
                continue;
            }
            let privileged = roles.iter().any(|role| self.is_privileged(*role));
            let unprotected = |id: &UserId| {
                let holds_privileged = || {
                    let mut held = tenant.roles_in_force(*id, now);
                    held.any(|(role, _)| self.is_privileged(role))
                };
                self.is(*id, is_unprotected) || privileged && !holds_privileged()
            };
            let owners: BTreeSet<_> = (group.owners.iter().copied()).filter(unprotected).collect();
            if !owners.is_empty() {
                let kind = FindingKind::UnprotectedGroupOwners(group.name.clone());
                let roles: Vec<_> = roles.into_iter().collect();
                self.note(kind, owners, vec![group.id], |_, _, _| roles.clone());
            }
        }
    }
}
