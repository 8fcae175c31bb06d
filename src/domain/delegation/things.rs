//! Groups, units and the organisation: R1, R4, R9, R10, R18 and R21.

use super::{Pending, Policy};
use crate::domain::decision::{About, Decision};
use crate::domain::group::MemberSet;
use crate::domain::office365::Office365Permission;
use crate::domain::organization::{Domain, Organization, PurchaseChannel, Service, Subscription};
use crate::domain::role::{DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::{DelegatedAdministration, UserId};

impl Policy<'_> {
    /// Who changes a group that may hold roles changes who holds them.
    pub(super) fn change_group(&self, role_assignable: bool, decision: &mut Decision) {
        if role_assignable {
            self.only_global(decision);
        } else {
            self.permitted(Office365Permission::ManageUsersAndGroups, decision);
        }
    }

    pub(super) fn set_membership(
        &self,
        set: MemberSet,
        user: UserId,
        included: bool,
        pending: &Pending<'_>,
        decision: &mut Decision,
    ) {
        let Some(people) = self.tenant.member_set(set) else {
            return;
        };
        if people.contains(&user) == included {
            return;
        }
        let id = match set {
            MemberSet::Unit(_) => return self.only_global(decision),
            MemberSet::Members(id) | MemberSet::Owners(id) => id,
        };
        let role_assignable = (self.tenant.groups().get(&id)).is_some_and(|it| it.role_assignable);
        self.change_group(role_assignable, decision);
        if set != MemberSet::Members(id) {
            return;
        }
        if included {
            for held in self.standing(id) {
                self.confirm_privileged(held.role, decision);
                self.warn_unreachable(user, held.role, pending, decision);
            }
        } else if user == self.actor && self.only_global_through(id) {
            decision.confirm(Rule::OwnGlobalAdministratorRole, About::Nothing);
        }
    }

    pub(super) fn edit_organization(&self, after: &Organization, decision: &mut Decision) {
        let before = self.tenant.organization();
        if before.directory_sync != after.directory_sync {
            self.permitted(Office365Permission::UseDirectorySync, decision);
        }
        let but_for_sync = Organization {
            directory_sync: before.directory_sync,
            ..after.clone()
        };
        if but_for_sync == *before {
            return;
        }
        self.permitted(Office365Permission::ManageOrgData, decision);
        let delegates = || {
            let none = DelegatedAdministration::None;
            let mut people = self.tenant.users().iter();
            people.any(|user| user.delegated_administration != none)
        };
        let gives_up = before.certified_partner && !after.certified_partner;
        let serves = !after.customers.is_empty() && after.customers != before.customers;
        if (gives_up && (delegates() || !after.customers.is_empty()))
            || (!after.certified_partner && serves)
        {
            let rule = Rule::DelegatedAdministrationIsForPartners;
            decision.refuse(rule, About::Nothing);
        }
        if let PurchaseChannel::Partner { name } = &after.purchased_from
            && before.purchased_from != after.purchased_from
            && self.is_held(RoleTemplateId::BILLING_ADMINISTRATOR)
        {
            let about = About::Text(name.clone());
            decision.warn(Rule::BillingNeedsMicrosoftPurchase, about);
        }
    }

    pub(super) fn set_domains(&self, after: &[Domain], decision: &mut Decision) {
        if self.tenant.domains() != after {
            self.permitted(Office365Permission::ManageDomains, decision);
        }
    }

    pub(super) fn set_subscriptions(&self, after: &[Subscription], decision: &mut Decision) {
        let before = self.tenant.subscriptions();
        if before == after {
            return;
        }
        let permission = Office365Permission::PerformBillingAndPurchasing;
        self.permitted(permission, decision);
        let included = |list: &[Subscription], service| {
            list.iter().any(|sold| sold.services.contains(&service))
        };
        for service in Service::ALL {
            if included(before, service)
                && !included(after, service)
                && (self.tenant.assignments().roles())
                    .any(|role| Service::required_by(role) == Some(service))
            {
                decision.warn(Rule::WorkloadRoleNeedsService, About::Service(service));
            }
        }
    }

    /// What a group holds or will hold.
    fn standing(&self, group: GroupId) -> impl Iterator<Item = &RoleAssignment> {
        let held = self.tenant.assignments().of(Principal::Group(group)).iter();
        held.filter(|held| !held.is_expired(self.context.now))
    }

    /// Whether the actor is a Global Administrator by way of this group alone.
    fn only_global_through(&self, group: GroupId) -> bool {
        let global = |held: &RoleAssignment| {
            held.role == RoleTemplateId::GLOBAL_ADMINISTRATOR
                && held.scope == DirectoryScope::Tenant
                && held.is_in_force(self.context.now)
        };
        let mut ways = self
            .tenant
            .reaching(self.actor)
            .filter(|(_, held)| global(held))
            .map(|(_, held)| held.principal)
            .peekable();
        ways.peek().is_some() && ways.all(|principal| principal == Principal::Group(group))
    }

    fn is_held(&self, role: RoleTemplateId) -> bool {
        let mut held = self.tenant.assignments().of_role(role);
        held.any(|held| !held.is_expired(self.context.now))
    }
}
