//! THE POLICY: may this actor run this Command?
//!
//! Everything is denied unless one of the actor's roles grants it, and one refusal is a no.
//! Every Command is matched by name, without a wildcard: a new one does not compile until the
//! policy speaks of it. This file decides and changes nothing.

use std::collections::BTreeSet;

use super::catalogue::{ResetTarget, RoleCatalogue, TargetCell, TargetMatrix};
use super::command::Command;
use super::contact::ContactDetails;
use super::decision::{About, Decision};
use super::office365::{Grant, Limit, Office365Permission};
use super::organization::{PurchaseChannel, Service};
use super::role::{DirectoryScope, Principal, RoleAssignment, RoleTemplateId};
use super::rule::Rule;
use super::tenant::Tenant;
use super::time::Timestamp;
use super::upn::is_onmicrosoft;
use super::user::{Profile, SignIn, User, UserId, UserSource};

/// What a decision needs to know besides the tenant.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The roles and what they may do.
    pub catalogue: &'a RoleCatalogue,
    /// The moment.
    pub now: Timestamp,
}

/// Decides whether `actor` may run `command` on `tenant`.
///
/// A batch is judged against the tenant as it is now, except that contact details earlier in it
/// count for roles later in it; [`super::apply`] judges each part again when its turn comes.
pub fn decide(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    command: &Command,
) -> Decision {
    let mut decision = Decision::default();
    match tenant.user(actor) {
        Some(person) if person.sign_in == SignIn::Allowed => {
            let policy = Policy {
                context,
                tenant,
                actor,
            };
            policy.judge(command, None, &mut decision);
        }
        Some(person) => {
            let about = About::Text(person.upn.as_str().into());
            decision.refuse(Rule::DenyByDefault, about);
        }
        None => decision.refuse(Rule::DenyByDefault, About::Nothing),
    }
    decision
}

/// Contact details that an earlier part of the same batch sets.
type Pending<'a> = Option<(UserId, &'a ContactDetails)>;

struct Policy<'a> {
    context: &'a Context<'a>,
    tenant: &'a Tenant,
    actor: UserId,
}

impl Policy<'_> {
    fn judge<'c>(&self, command: &'c Command, pending: Pending<'c>, decision: &mut Decision) {
        match command {
            Command::AssignRole(assignment) => {
                let mut after = self.held_by(assignment.principal);
                after.insert(*assignment);
                self.change_roles(assignment.principal, &after, pending, decision);
            }
            Command::RevokeRole(assignment) => {
                let mut after = self.held_by(assignment.principal);
                after.retain(|held| !held.same_slot(assignment));
                self.change_roles(assignment.principal, &after, pending, decision);
            }
            Command::SetAssignments {
                principal,
                assignments,
            } => self.change_roles(*principal, assignments, pending, decision),
            Command::SetRoleChoice { user, choice } => {
                let principal = Principal::User(*user);
                let after = choice.assignments(principal, self.tenant.assignments().of(principal));
                self.change_roles(principal, &after, pending, decision);
            }
            Command::EditContact { user, contact } => self.edit_contact(*user, contact, decision),
            Command::EditProfile { user, profile } => self.edit_profile(*user, profile, decision),
            Command::SetSignIn { user, sign_in } => self.set_sign_in(*user, *sign_in, decision),
            Command::ResetPassword(user) | Command::WithdrawPasswordReset(user) => {
                self.reset_password(*user, decision);
            }
            Command::Batch(commands) => {
                let mut pending = pending;
                for command in commands {
                    let mut part = Decision::default();
                    self.judge(command, pending, &mut part);
                    decision.absorb(part);
                    if let Command::EditContact { user, contact } = command {
                        pending = Some((*user, contact));
                    }
                }
            }
        }
    }

    // Roles: R1, R3, R4, R6, R8, R9, R10, R12, R20, R21.

    fn change_roles(
        &self,
        principal: Principal,
        after: &BTreeSet<RoleAssignment>,
        pending: Pending<'_>,
        decision: &mut Decision,
    ) {
        let before = self.held_by(principal);
        if before == *after {
            return;
        }
        if !self
            .tenant
            .is_global_administrator(self.actor, self.context.now)
        {
            decision.refuse(Rule::OnlyGlobalAdministratorsDelegate, About::Nothing);
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

    fn assign(&self, added: &RoleAssignment, pending: Pending<'_>, decision: &mut Decision) {
        let role = added.role;
        match self.context.catalogue.role(role) {
            Some(definition) => {
                if !definition.status.is_assignable() {
                    decision.refuse(Rule::RoleNotAssignable, About::Role(role));
                }
                if definition.privileged {
                    decision.confirm(Rule::PrivilegedNeedsReason, About::Role(role));
                }
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
                let group = self.tenant.groups().get(&group);
                for user in group.iter().flat_map(|group| &group.members) {
                    self.warn_unreachable(*user, role, pending, decision);
                }
            }
        }
    }

    fn warn_unreachable(
        &self,
        user: UserId,
        role: RoleTemplateId,
        pending: Pending<'_>,
        decision: &mut Decision,
    ) {
        let Some(user) = self.tenant.user(user) else {
            return;
        };
        let contact = match pending {
            Some((id, contact)) if id == user.id => contact,
            _ => &user.contact,
        };
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
        const OF_A_SERVICE: [RoleTemplateId; 3] = [
            RoleTemplateId::EXCHANGE_ADMINISTRATOR,
            RoleTemplateId::SHAREPOINT_ADMINISTRATOR,
            RoleTemplateId::SKYPE_ADMINISTRATOR,
        ];
        let now = self.context.now;
        let stands_alone = |held: &BTreeSet<RoleAssignment>| {
            let service = |one: &&RoleAssignment| {
                one.role == RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR && !one.is_expired(now)
            };
            // Beside one in force stands another in force; beside one to come, another to come.
            let in_force = held.iter().filter(service).any(|one| one.is_in_force(now));
            let beside = held.iter().any(|one| {
                OF_A_SERVICE.contains(&one.role)
                    && !one.is_expired(now)
                    && (one.is_in_force(now) || !in_force)
            });
            held.iter().any(|one| service(&one)) && !beside
        };
        // One who was imported that way may still be given and lose other roles.
        if stands_alone(after) && !stands_alone(before) {
            decision.refuse(Rule::ServiceAdministratorComesAfter, About::Nothing);
        }
    }

    fn is_last_global_administrator(&self, user: UserId) -> bool {
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

    // People: R3, R7, R8, R11, R13, R14, R23, R24, R25.

    fn edit_contact(&self, id: UserId, contact: &ContactDetails, decision: &mut Decision) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        if user.contact == *contact {
            return;
        }
        self.manage(user, true, decision);
        if user.contact.mobile_phone != contact.mobile_phone {
            if user.source == UserSource::DirectorySynchronised {
                decision.refuse(Rule::MasteredOnPremises, About::Nothing);
            }
            if let Some(phone) = &contact.mobile_phone
                && !phone.is_international()
            {
                let about = About::Text(phone.as_str().into());
                decision.refuse(Rule::PhoneWithCountryCode, about);
            }
        }
        if user.contact.alternate_email != contact.alternate_email
            && let Some(email) = &contact.alternate_email
            && (self.tenant.has_domain(email.domain(), false)
                || is_onmicrosoft(email.domain())
                || email.as_str().eq_ignore_ascii_case(user.upn.as_str()))
        {
            let about = About::Text(email.as_str().into());
            decision.refuse(Rule::AlternateEmailOutsideTenant, about);
        }
    }

    fn edit_profile(&self, id: UserId, profile: &Profile, decision: &mut Decision) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        if user.profile == *profile {
            return;
        }
        self.manage(user, false, decision);
        let named = |profile: &Profile| {
            (
                profile.display_name.clone(),
                profile.given_name.clone(),
                profile.surname.clone(),
            )
        };
        if user.source == UserSource::DirectorySynchronised
            && named(&user.profile) != named(profile)
        {
            decision.refuse(Rule::MasteredOnPremises, About::Nothing);
        }
    }

    fn set_sign_in(&self, id: UserId, sign_in: SignIn, decision: &mut Decision) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        if user.sign_in == sign_in {
            return;
        }
        self.manage(user, true, decision);
        if user.source == UserSource::DirectorySynchronised {
            decision.refuse(Rule::MasteredOnPremises, About::Nothing);
        }
        if sign_in == SignIn::Blocked {
            if self.is_last_global_administrator(id) {
                decision.refuse(Rule::LastGlobalAdministratorStays, About::Nothing);
            }
            if id == self.actor && self.tenant.is_global_administrator(id, self.context.now) {
                decision.confirm(Rule::OwnGlobalAdministratorRole, About::Nothing);
            }
        }
    }

    fn reset_password(&self, id: UserId, decision: &mut Decision) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        let permission = Office365Permission::ResetUserPasswords;
        let matrix = self.context.catalogue.password_reset();
        self.any_role(user, permission, decision, |role, grant, no| {
            if grant == Grant::Limited(Limit::NonAdminsOnly)
                && self.protected_roles(user).next().is_some()
            {
                let rule = if role == RoleTemplateId::USER_ADMINISTRATOR {
                    Rule::UserManagementLimit
                } else {
                    Rule::PasswordAdministratorLimit
                };
                no.refuse(rule, About::Text(user.profile.display_name.clone()));
            }
            self.targets(matrix, role, user, no);
        });
    }

    /// Editing a person, with the table of sensitive properties where one of those changes.
    fn manage(&self, user: &User, sensitive: bool, decision: &mut Decision) {
        let permission = Office365Permission::ManageUsersAndGroups;
        let matrix = self.context.catalogue.sensitive_properties();
        self.any_role(user, permission, decision, |role, _, no| {
            if sensitive {
                self.targets(matrix, role, user, no);
            }
        });
    }

    /// Allows when one of the actor's roles grants `permission` over `user` without `obstacle`;
    /// otherwise refuses with the obstacles of the role that goes furthest.
    fn any_role(
        &self,
        user: &User,
        permission: Office365Permission,
        decision: &mut Decision,
        obstacle: impl Fn(RoleTemplateId, Grant, &mut Decision),
    ) {
        let mut best: Option<(Grant, Decision)> = None;
        for (role, scope) in self.tenant.roles_in_force(self.actor, self.context.now) {
            if !self.tenant.in_scope(user.id, scope) {
                continue;
            }
            let grant = self.context.catalogue.grant(role, permission);
            if matches!(grant, Grant::No | Grant::Limited(Limit::ViewOnly)) {
                continue;
            }
            let mut no = Decision::default();
            obstacle(role, grant, &mut no);
            if no.is_allowed() {
                return;
            }
            if best.as_ref().is_none_or(|(other, _)| *other < grant) {
                best = Some((grant, no));
            }
        }
        match best {
            Some((_, no)) => decision.absorb(no),
            None if self.only_looks(user) => {
                decision.refuse(Rule::SharePointAndSkypeViewOnly, About::Nothing);
            }
            None => decision.refuse(Rule::DenyByDefault, About::Permission(permission)),
        }
    }

    /// Whether the actor's best hold on people is the look that R14 speaks of.
    fn only_looks(&self, user: &User) -> bool {
        let view = Office365Permission::ViewOrgAndUserInfo;
        self.tenant
            .roles_in_force(self.actor, self.context.now)
            .filter(|(_, scope)| self.tenant.in_scope(user.id, *scope))
            .map(|(role, _)| self.context.catalogue.grant(role, view))
            .max()
            == Some(Grant::Limited(Limit::ViewOnly))
    }

    /// The two Entra tables (R23) and the protection of role-assignable groups (R24).
    fn targets(
        &self,
        matrix: &TargetMatrix,
        actor: RoleTemplateId,
        user: &User,
        no: &mut Decision,
    ) {
        let refused = |target| matrix.cell(actor, target) == TargetCell::No;
        let mut roles = self.protected_roles(user).peekable();
        if roles.peek().is_none() && refused(ResetTarget::NoAdminRole) {
            no.refuse(Rule::AdministratorsAreProtected, About::Role(actor));
        }
        for held in roles {
            if refused(ResetTarget::Role(held.role)) {
                no.refuse(Rule::AdministratorsAreProtected, About::Role(held.role));
            }
            if self.is_restricted(held.scope) && refused(ResetTarget::RestrictedManagementUnit) {
                no.refuse(Rule::AdministratorsAreProtected, About::Role(held.role));
            }
        }
        if let Some(group) = self.tenant.protecting_groups(user.id).first()
            && refused(ResetTarget::RoleAssignableGroup)
        {
            let about = self
                .tenant
                .groups()
                .get(group)
                .map_or(About::Nothing, |group| About::Text(group.name.clone()));
            no.refuse(Rule::RoleAssignableGroupsAreProtected, about);
        }
    }

    /// The roles that protect a person. Eligible ones and those that begin later count here,
    /// although they give no power yet: whoever has the password then has the role.
    fn protected_roles(&self, user: &User) -> impl Iterator<Item = &RoleAssignment> {
        let now = self.context.now;
        self.tenant
            .reaching(user.id)
            .map(|(_, held)| held)
            .filter(move |held| !held.is_expired(now))
    }

    fn is_restricted(&self, scope: DirectoryScope) -> bool {
        match scope {
            DirectoryScope::Tenant => false,
            DirectoryScope::AdministrativeUnit(id) => self
                .tenant
                .administrative_units()
                .get(&id)
                .is_some_and(|unit| unit.restricted),
        }
    }

    fn held_by(&self, principal: Principal) -> BTreeSet<RoleAssignment> {
        self.tenant
            .assignments()
            .of(principal)
            .iter()
            .copied()
            .collect()
    }
}
