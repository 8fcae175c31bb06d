//! Giving and taking roles: R1, R3, R4, R6, R8, R9, R10, R12, R20 and R21.

use std::collections::BTreeSet;

use super::{Pending, Policy};
use crate::domain::catalogue::Edition;
use crate::domain::custom_role::CustomRole;
use crate::domain::decision::{About, Decision};
use crate::domain::office365::{Grant, Limit, Office365Permission};
use crate::domain::organization::{PurchaseChannel, Service};
use crate::domain::role::{DirectoryScope, Principal, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;

/// Whether a Service administrator is among `held` without the role of a service (R12).
pub(in crate::domain) fn service_stands_alone<'a>(
    held: impl IntoIterator<Item = &'a RoleAssignment>,
    now: Timestamp,
) -> bool {
    let (mut service, mut service_now) = (false, false);
    let (mut beside, mut beside_now) = (false, false);
    for one in held.into_iter().filter(|one| !one.is_expired(now)) {
        let in_force = one.is_in_force(now);
        if one.role == RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR {
            service = true;
            service_now |= in_force;
        } else if one.role.is_of_a_service() {
            beside = true;
            beside_now |= in_force;
        }
    }
    // Beside one in force stands another in force; beside one to come, another to come.
    service && !(if service_now { beside_now } else { beside })
}

impl Policy<'_> {
    pub(super) fn change_roles(
        &self,
        principal: Principal,
        after: &BTreeSet<RoleAssignment>,
        pending: &Pending<'_>,
        decision: &mut Decision,
    ) {
        let before = self.held_by(principal);
        if before == *after {
            return;
        }
        self.only_global(decision);
        if let Principal::User(user) = principal
            && pending.added.contains_key(&user)
        {
            self.creates_no_administrators(decision);
        }
        for added in after.difference(&before) {
            self.assign(added, pending, decision);
        }
        self.service_administrator_comes_after(&before, after, decision);
        if let Principal::User(user) = principal {
            let stays = after.iter().any(|held| {
                held.role == RoleTemplateId::GLOBAL_ADMINISTRATOR && held.is_permanent_tenant_wide()
            });
            if !stays && self.is_last_global_administrator(user) {
                decision.refuse(Rule::LastGlobalAdministratorStays, About::Nothing);
            }
        }
        if self.actor_loses_global(principal, after) {
            decision.confirm(Rule::OwnGlobalAdministratorRole, About::Nothing);
        }
    }

    pub(super) fn assign(
        &self,
        added: &RoleAssignment,
        pending: &Pending<'_>,
        decision: &mut Decision,
    ) {
        let role = added.role;
        match self.context.catalogue.role(role) {
            Some(definition) => {
                if !definition.status.is_assignable() {
                    decision.refuse(Rule::RoleNotAssignable, About::Role(role));
                }
                self.confirm_privileged(role, decision);
            }
            None => decision.refuse(Rule::RoleNotAssignable, About::Role(role)),
        }
        if let Some(service) = Service::required_by(role)
            && !self
                .tenant
                .subscriptions()
                .iter()
                .any(|sold| sold.services.contains(&service))
        {
            decision.refuse(Rule::WorkloadRoleNeedsService, About::Service(service));
        }
        if role == RoleTemplateId::BILLING_ADMINISTRATOR
            && let PurchaseChannel::Partner { name } = &self.tenant.organization().purchased_from
        {
            decision.refuse(
                Rule::BillingNeedsMicrosoftPurchase,
                About::Text(name.clone()),
            );
        }
        match added.principal {
            Principal::User(user) => self.warn_unreachable(user, role, pending, decision),
            Principal::Group(group) => {
                // Of many members one is enough to say so, once for each rule.
                let Some(group) = self.tenant.groups().get(&group) else {
                    return;
                };
                let mut warned = Decision::default();
                for user in &group.members {
                    let mut one = Decision::default();
                    self.warn_unreachable(*user, role, pending, &mut one);
                    for reason in one.warnings() {
                        warned.warn(reason.rule, About::Text(group.name.clone()));
                    }
                    if warned.warnings().len() == 2 {
                        break;
                    }
                }
                decision.absorb(warned);
            }
        }
    }

    /// What a role of the tenant's own allows is what was delegated with it: R1, R20, R21.
    pub(super) fn set_custom_role(
        &self,
        id: RoleTemplateId,
        role: Option<&CustomRole>,
        decision: &mut Decision,
    ) {
        let before = self.tenant.custom_roles().get(&id);
        if before == role {
            return;
        }
        self.only_global(decision);
        let catalogue = self.context.catalogue;
        if catalogue.is_built_in(id) {
            decision.refuse(Rule::RoleNotAssignable, About::Role(id));
        }
        let Some(role) = role else { return };
        let had = |action| before.is_some_and(|before| before.actions.contains(action));
        let current = catalogue.edition(Edition::Current);
        let mut gains_power = false;
        for action in role.actions.iter().filter(|action| !had(action)) {
            let listed = (current.action(action.as_str())).and_then(|id| current.entry(id));
            if let Some(entry) = listed {
                gains_power |= entry.makes_privileged();
            } else {
                // Nobody can tell what it would allow.
                let about = About::Text(action.as_str().into());
                decision.refuse(Rule::DenyByDefault, about);
            }
        }
        if gains_power {
            let about = About::Text(role.name.clone());
            decision.confirm(Rule::PrivilegedNeedsReason, about);
        }
    }

    /// R13, said beside R1 to whoever else may create people.
    pub(super) fn creates_no_administrators(&self, decision: &mut Decision) {
        let global = (self.tenant).is_global_administrator(self.actor, self.context.now);
        let permission = Office365Permission::ManageUsersAndGroups;
        let best = self.permitted(permission, &mut Decision::default());
        if !global && best == Grant::Limited(Limit::NoGlobalDeleteNoAdminCreate) {
            decision.refuse(Rule::UserManagementLimit, About::Nothing);
        }
    }

    /// R21.
    pub(super) fn confirm_privileged(&self, role: RoleTemplateId, decision: &mut Decision) {
        let definition = self.context.catalogue.role(role);
        if definition.is_some_and(|definition| definition.privileged) {
            decision.confirm(Rule::PrivilegedNeedsReason, About::Role(role));
        }
    }

    /// Warns about whoever holds `role` and can't be reached: what `pending` says of them holds.
    pub(super) fn warn_unreachable(
        &self,
        user: UserId,
        role: RoleTemplateId,
        pending: &Pending<'_>,
        decision: &mut Decision,
    ) {
        let added = pending.added.get(&user).copied();
        let Some(user) = self.tenant.user(user).or(added) else {
            return;
        };
        let contact = pending
            .contacts
            .get(&user.id)
            .copied()
            .unwrap_or(&user.contact);
        let name = || About::Text(user.profile.display_name.clone());
        let no_phone = contact.mobile_phone.is_none();
        if role == RoleTemplateId::GLOBAL_ADMINISTRATOR
            && (no_phone || contact.alternate_email.is_none())
        {
            decision.warn(Rule::GlobalAdministratorsAreReachable, name());
        }
        let phone_needed =
            self.tenant.has_custom_domain() || self.tenant.organization().directory_sync;
        if no_phone && phone_needed {
            decision.warn(Rule::PhoneWithCountryCode, name());
        }
    }

    fn service_administrator_comes_after(
        &self,
        before: &BTreeSet<RoleAssignment>,
        after: &BTreeSet<RoleAssignment>,
        decision: &mut Decision,
    ) {
        let now = self.context.now;
        let stands_alone = |held: &BTreeSet<_>| service_stands_alone(held, now);
        let given = || {
            let mut added = after.difference(before);
            added.any(|one| one.role == RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR)
        };
        // One who was imported that way may still be given and lose other roles.
        if stands_alone(after) && (!stands_alone(before) || given()) {
            decision.refuse(Rule::ServiceAdministratorComesAfter, About::Nothing);
        }
    }

    pub(super) fn is_last_global_administrator(&self, user: UserId) -> bool {
        let mut lasting = self.tenant.lasting_global_administrators();
        lasting.next() == Some(user) && lasting.next().is_none()
    }

    fn actor_loses_global(&self, principal: Principal, after: &BTreeSet<RoleAssignment>) -> bool {
        let now = self.context.now;
        let global = |held: &RoleAssignment| {
            held.role == RoleTemplateId::GLOBAL_ADMINISTRATOR
                && held.scope == DirectoryScope::Tenant
                && held.is_in_force(now)
        };
        let mut concerned = false;
        let mut elsewhere = false;
        for (_, held) in self.tenant.reaching(self.actor) {
            if global(held) {
                concerned |= held.principal == principal;
                elsewhere |= held.principal != principal;
            }
        }
        concerned && !elsewhere && !after.iter().any(global)
    }
}
