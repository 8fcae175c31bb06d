//! Touching a person: R3, R4, R7, R8, R11, R13, R14, R23, R24 and R25.

use super::{Pending, Policy};
use crate::domain::catalogue::{ResetTarget, TargetCell, TargetMatrix};
use crate::domain::contact::ContactDetails;
use crate::domain::decision::{About, Decision};
use crate::domain::office365::{Grant, Limit, Office365Permission};
use crate::domain::role::{DirectoryScope, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::user::{Profile, SignIn, User, UserId, UserSource};

/// The column of the two tables (R23) that a role held over `scope` is read in. A Global
/// Administrator of one unit stands over its people as its User Administrator does: the tables'
/// column is about the one of the whole tenant, whom it lets at everybody.
pub(in crate::domain) fn acting_as(role: RoleTemplateId, scope: DirectoryScope) -> RoleTemplateId {
    if scope != DirectoryScope::Tenant && role == RoleTemplateId::GLOBAL_ADMINISTRATOR {
        RoleTemplateId::USER_ADMINISTRATOR
    } else {
        role
    }
}

impl Policy<'_> {
    pub(super) fn edit_contact(
        &self,
        id: UserId,
        contact: &ContactDetails,
        decision: &mut Decision,
    ) {
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
            && self.tenant.locks_out(user, email)
        {
            let about = About::Text(email.as_str().into());
            decision.refuse(Rule::AlternateEmailOutsideTenant, about);
        }
        let before = &user.contact;
        let loses_phone = before.mobile_phone.is_some() && contact.mobile_phone.is_none();
        let loses_email = before.alternate_email.is_some() && contact.alternate_email.is_none();
        if loses_phone || loses_email {
            let pending = Pending {
                contacts: [(id, contact)].into(),
                ..Pending::default()
            };
            for (role, _) in self.tenant.roles_in_force(id, self.context.now) {
                self.warn_unreachable(id, role, &pending, decision);
            }
        }
    }

    pub(super) fn edit_profile(&self, id: UserId, profile: &Profile, decision: &mut Decision) {
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

    pub(super) fn set_sign_in(&self, id: UserId, sign_in: SignIn, decision: &mut Decision) {
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

    pub(super) fn reset_password(&self, id: UserId, decision: &mut Decision) {
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
    pub(super) fn manage(&self, user: &User, sensitive: bool, decision: &mut Decision) {
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
    pub(super) fn any_role(
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
            let acting = acting_as(role, scope);
            let mut no = Decision::default();
            obstacle(acting, grant, &mut no);
            if no.is_allowed() {
                return;
            }
            if best.as_ref().is_none_or(|(other, _)| *other < grant) {
                best = Some((grant, no));
            }
        }
        match best {
            Some((_, no)) => decision.absorb(no),
            None if self.only_looks(Some(user)) => {
                decision.refuse(Rule::SharePointAndSkypeViewOnly, About::Nothing);
            }
            None => decision.refuse(Rule::DenyByDefault, About::Permission(permission)),
        }
    }

    /// Whether the actor's best hold on `user`, or on everybody, is the look R14 speaks of.
    pub(super) fn only_looks(&self, user: Option<&User>) -> bool {
        let view = Office365Permission::ViewOrgAndUserInfo;
        self.tenant
            .roles_in_force(self.actor, self.context.now)
            .filter(|(_, scope)| match user {
                Some(user) => self.tenant.in_scope(user.id, *scope),
                None => *scope == DirectoryScope::Tenant,
            })
            .map(|(role, _)| self.context.catalogue.grant(role, view))
            .max()
            == Some(Grant::Limited(Limit::ViewOnly))
    }

    /// The two Entra tables (R23) and the protection of role-assignable groups (R24).
    pub(super) fn targets(
        &self,
        matrix: &TargetMatrix,
        actor: RoleTemplateId,
        user: &User,
        no: &mut Decision,
    ) {
        let refused = |target| matrix.cell(actor, target) == TargetCell::No;
        let mut roles = self.protected_roles(user).peekable();
        if roles.peek().is_none() && refused(ResetTarget::NoAdminRole) {
            no.refuse(Rule::AdministratorsAreProtected, About::Nothing);
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
    pub(super) fn protected_roles(&self, user: &User) -> impl Iterator<Item = &RoleAssignment> {
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
}
