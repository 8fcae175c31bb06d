//! People coming, going and holding seats: R1, R3, R7, R8, R13, R18, R21, R23, R25 and R26.

use std::collections::BTreeSet;

use super::{Pending, Policy};
use crate::domain::decision::{About, Decision};
use crate::domain::group::MemberSet;
use crate::domain::office365::{Grant, Limit, Office365Permission};
use crate::domain::organization::SubscriptionId;
use crate::domain::role::{RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::upn::UserPrincipalName;
use crate::domain::user::{
    DelegatedAdministration, DeletedUser, ProductMail, User, UserId, UserSource,
};

impl Policy<'_> {
    pub(super) fn add_user(&self, user: &User, pending: &Pending<'_>, decision: &mut Decision) {
        self.permitted(Office365Permission::ManageUsersAndGroups, decision);
        if !user.licences.is_empty() {
            self.permitted(Office365Permission::ManageUserLicenses, decision);
        }
        self.name_is_free(user.id, &user.upn, decision);
        let name = user.upn.as_str();
        let mut others = pending.added.values();
        if others.any(|other| other.upn.as_str().eq_ignore_ascii_case(name)) {
            decision.refuse(Rule::UserPrincipalNameRules, About::Text(name.into()));
        }
        if user.source == UserSource::DirectorySynchronised {
            decision.refuse(Rule::MasteredOnPremises, About::Nothing);
        }
        if let Some(email) = &user.contact.alternate_email
            && self.tenant.locks_out(user, email)
        {
            let about = About::Text(email.as_str().into());
            decision.refuse(Rule::AlternateEmailOutsideTenant, about);
        }
        if let Some(phone) = &user.contact.mobile_phone
            && !phone.is_international()
        {
            let about = About::Text(phone.as_str().into());
            decision.refuse(Rule::PhoneWithCountryCode, about);
        }
        self.delegate_to(user, DelegatedAdministration::None, decision);
    }

    pub(super) fn rename_user(&self, id: UserId, upn: &UserPrincipalName, decision: &mut Decision) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        if user.upn.as_str() == upn.as_str() {
            return;
        }
        self.manage(user, true, decision);
        if user.source == UserSource::DirectorySynchronised {
            decision.refuse(Rule::MasteredOnPremises, About::Nothing);
        }
        self.name_is_free(id, upn, decision);
    }

    pub(super) fn delete_user(&self, id: UserId, decision: &mut Decision) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        let permission = Office365Permission::ManageUsersAndGroups;
        let matrix = self.context.catalogue.sensitive_properties();
        self.any_role(user, permission, decision, |role, grant, no| {
            if self.protected_roles(user).any(is_global) {
                Self::deletes_no_global(grant, user, no);
            }
            self.targets(matrix, role, user, no);
        });
        if user.source == UserSource::DirectorySynchronised {
            decision.refuse(Rule::MasteredOnPremises, About::Nothing);
        }
        if self.is_last_global_administrator(id) {
            decision.refuse(Rule::LastGlobalAdministratorStays, About::Nothing);
        }
    }

    pub(super) fn restore_user(&self, id: UserId, decision: &mut Decision) {
        let Some(record) = self.tenant.deleted_users().get(&id) else {
            return;
        };
        self.permitted(Office365Permission::ManageUsersAndGroups, decision);
        self.name_is_free(id, &record.user.upn, decision);
        if record.user.source == UserSource::DirectorySynchronised {
            decision.refuse(Rule::MasteredOnPremises, About::Nothing);
        }
        // What comes back with them is given to them.
        if self.is_worth_protecting(record) {
            self.only_global(decision);
            self.creates_no_administrators(decision);
        }
        self.come_back(record, decision);
        for role in self.roles_of_groups(record) {
            self.confirm_privileged(role, decision);
        }
        self.delegate_to(&record.user, DelegatedAdministration::None, decision);
    }

    pub(super) fn purge_user(&self, id: UserId, decision: &mut Decision) {
        if let Some(record) = self.tenant.deleted_users().get(&id) {
            self.keep_or_purge(record, decision);
        }
    }

    /// Deleting a deleted person for good, or taking that back. Their roles are gone for good as
    /// well, so that who protects them from being deleted protects them here (R1).
    pub(super) fn keep_or_purge(&self, record: &DeletedUser, decision: &mut Decision) {
        let grant = self.permitted(Office365Permission::ManageUsersAndGroups, decision);
        if self.is_worth_protecting(record) {
            self.only_global(decision);
        }
        let now = self.context.now;
        let global = |held: &RoleAssignment| is_global(held) && !held.is_expired(now);
        if record.assignments.iter().any(global) {
            Self::deletes_no_global(grant, &record.user, decision);
        }
    }

    pub(super) fn set_licences(
        &self,
        id: UserId,
        licences: &BTreeSet<SubscriptionId>,
        decision: &mut Decision,
    ) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        if user.licences.iter().eq(licences) {
            return;
        }
        // The table limits what is deleted and created, which seats are neither.
        let permission = Office365Permission::ManageUserLicenses;
        self.any_role(user, permission, decision, |_, _, _| ());
    }

    /// Whether mail comes is the person's own to say, and of whoever edits people.
    pub(super) fn set_product_mail(
        &self,
        id: UserId,
        product_mail: ProductMail,
        decision: &mut Decision,
    ) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        if user.product_mail != product_mail && id != self.actor {
            self.manage(user, false, decision);
        }
    }

    pub(super) fn set_delegated_administration(
        &self,
        id: UserId,
        level: DelegatedAdministration,
        decision: &mut Decision,
    ) {
        let Some(user) = self.tenant.user(id) else {
            return;
        };
        let before = user.delegated_administration;
        if before == level {
            return;
        }
        if level == DelegatedAdministration::None {
            self.only_global(decision);
            return;
        }
        let wanted = User {
            delegated_administration: level,
            ..user.clone()
        };
        self.delegate_to(&wanted, before, decision);
    }

    /// Giving `user` the level they carry, where they had `before`: R1, R18 and R21.
    fn delegate_to(&self, user: &User, before: DelegatedAdministration, decision: &mut Decision) {
        let level = user.delegated_administration;
        if level == before {
            return;
        }
        self.only_global(decision);
        if !self.tenant.organization().certified_partner {
            let rule = Rule::DelegatedAdministrationIsForPartners;
            decision.refuse(rule, About::Nothing);
        }
        if level > before
            && let Some(role) = level.comparable_to()
        {
            let about = About::Role(role.template_id());
            decision.confirm(Rule::PrivilegedNeedsReason, about);
        }
    }

    /// R26, beyond what a name can tell by itself.
    fn name_is_free(&self, id: UserId, upn: &UserPrincipalName, decision: &mut Decision) {
        let holder = self.tenant.users().by_upn(upn.as_str());
        let taken = holder.is_some_and(|holder| holder.id != id);
        if taken || !self.tenant.has_domain(upn.domain(), true) {
            let about = About::Text(upn.as_str().into());
            decision.refuse(Rule::UserPrincipalNameRules, about);
        }
    }

    /// R13.
    fn deletes_no_global(grant: Grant, user: &User, decision: &mut Decision) {
        if grant == Grant::Limited(Limit::NoGlobalDeleteNoAdminCreate) {
            let about = About::Text(user.profile.display_name.clone());
            decision.refuse(Rule::UserManagementLimit, about);
        }
    }

    /// Whether a deleted person holds, or would again be given, what only R1 gives.
    fn is_worth_protecting(&self, record: &DeletedUser) -> bool {
        let mut own = record.assignments.iter();
        own.any(|held| !held.is_expired(self.context.now))
            || self.roles_of_groups(record).next().is_some()
            || self.enters_protected(record)
    }

    /// The roles that come back with a person. What would refuse to give them now is told and
    /// refuses nothing: they were held, and taking back a deletion must lead to what was.
    fn come_back(&self, record: &DeletedUser, decision: &mut Decision) {
        let pending = Pending {
            added: [(record.user.id, &record.user)].into(),
            ..Pending::default()
        };
        let mut given = Decision::default();
        for held in &record.assignments {
            if !held.is_expired(self.context.now) {
                self.assign(held, &pending, &mut given);
            }
        }
        decision.absorb_as_warnings(given);
    }

    /// The roles that a deleted person would hold again through groups.
    fn roles_of_groups(&self, record: &DeletedUser) -> impl Iterator<Item = RoleTemplateId> {
        let groups = record.memberships.iter().filter_map(|set| match set {
            MemberSet::Members(id) => Some(*id),
            MemberSet::Owners(_) | MemberSet::Unit(_) => None,
        });
        groups.flat_map(|id| {
            let principal = crate::domain::role::Principal::Group(id);
            let held = self.tenant.assignments().of(principal).iter();
            held.filter(|held| !held.is_expired(self.context.now))
                .map(|held| held.role)
        })
    }

    /// Whether a deleted person would again be in a set that only R1 lets people into.
    fn enters_protected(&self, record: &DeletedUser) -> bool {
        record.memberships.iter().any(|set| match set {
            MemberSet::Members(id) | MemberSet::Owners(id) => {
                let group = self.tenant.groups().get(id);
                group.is_some_and(|group| group.role_assignable)
            }
            // Who may delete someone of a unit may bring them back to it.
            MemberSet::Unit(_) => false,
        })
    }
}

fn is_global(held: &RoleAssignment) -> bool {
    held.role == RoleTemplateId::GLOBAL_ADMINISTRATOR
}
