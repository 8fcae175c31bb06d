//! What is remarkable about a tenant as it is: findings, each with its rule and the people.
//!
//! Reads only. The gate refuses what breaks a rule; a tenant that was imported, edited outside
//! Mandate or overtaken by time can still be in a state that no Command would lead to, and some
//! rules only ever remark.

mod finding;
mod settings;
mod words;

use std::collections::BTreeSet;

pub use self::finding::{Finding, FindingCode, FindingKind, Severity};
pub use self::settings::{Acceptance, FindingAbout, FindingKey, ReviewSettings, Thresholds};
use super::catalogue::RoleCatalogue;
use super::delegation::Context;
use super::organization::{PurchaseChannel, Service};
use super::role::{DirectoryScope, Principal, RoleAssignment, RoleTemplateId};
use super::tenant::Tenant;
use super::time::Timestamp;
use super::user::{SignIn, User, UserId, UserKind};

/// Everything remarkable about `tenant`: the worst first, then by the number of the rule.
pub fn review(context: &Context<'_>, tenant: &Tenant) -> Vec<Finding> {
    let catalogue = context.catalogue.for_tenant(tenant);
    let mut reviewer = Reviewer {
        catalogue: &catalogue,
        now: context.now,
        tenant,
        findings: Vec::new(),
    };
    reviewer.global_administrators();
    reviewer.contact_details();
    reviewer.administrators_without_phone();
    reviewer.roles_without_service();
    reviewer.billing();
    reviewer.service_administrators();
    reviewer.roles_not_assignable();
    reviewer.guests_and_blocked();
    let mut findings = reviewer.findings;
    findings.sort_by_key(Finding::severity);
    findings
}

/// Microsoft 365 advises no more Global Administrators than this.
const MOST_GLOBAL_ADMINISTRATORS: usize = 4;

struct Reviewer<'a> {
    catalogue: &'a RoleCatalogue,
    now: Timestamp,
    tenant: &'a Tenant,
    findings: Vec<Finding>,
}

impl Reviewer<'_> {
    // R3, R5, R6.
    fn global_administrators(&mut self) {
        let global = RoleTemplateId::GLOBAL_ADMINISTRATOR;
        if self.tenant.lasting_global_administrators().next().is_none() {
            let others = self.holders(global, |_| true);
            let kind = FindingKind::NoLastingGlobalAdministrator;
            self.note(kind, others, [global]);
        }
        let now = self.now;
        let holders = self.holders(global, |held| {
            held.scope == DirectoryScope::Tenant && held.is_in_force(now)
        });
        let can_sign_in = |id: &UserId| self.is(*id, |user| user.sign_in == SignIn::Allowed);
        let able: BTreeSet<_> = holders.iter().copied().filter(can_sign_in).collect();
        match able.len() {
            count @ (0 | 1) => {
                let kind = FindingKind::TooFewGlobalAdministrators(count);
                self.note(kind, able, [global]);
            }
            count if count > MOST_GLOBAL_ADMINISTRATORS => {
                let kind = FindingKind::TooManyGlobalAdministrators(count);
                self.note(kind, able, [global]);
            }
            _ => {}
        }
        let unreachable = |id: &UserId| {
            self.is(*id, |user| {
                user.contact.mobile_phone.is_none() || user.contact.alternate_email.is_none()
            })
        };
        let unreachable: BTreeSet<_> = holders.into_iter().filter(unreachable).collect();
        let kind = FindingKind::GlobalAdministratorsUnreachable;
        self.note_people(kind, unreachable, [global]);
    }

    // R7, R8.
    fn contact_details(&mut self) {
        let (mut inside, mut malformed) = (BTreeSet::new(), BTreeSet::new());
        for user in self.tenant.users().iter() {
            let contact = &user.contact;
            if let Some(email) = &contact.alternate_email
                && self.tenant.locks_out(user, email)
            {
                inside.insert(user.id);
            }
            if let Some(phone) = &contact.mobile_phone
                && !phone.is_international()
            {
                malformed.insert(user.id);
            }
        }
        self.note_people(FindingKind::AlternateEmailInside, inside, []);
        self.note_people(FindingKind::PhoneWithoutCountryCode, malformed, []);
    }

    // R8. Global Administrators are R6's; a guest's password is reset at home.
    fn administrators_without_phone(&mut self) {
        let tenant = self.tenant;
        if !tenant.has_custom_domain() && !tenant.organization().directory_sync {
            return;
        }
        let without_phone = |user: &User| {
            user.contact.mobile_phone.is_none()
                && user.kind == UserKind::Member
                && user.sign_in == SignIn::Allowed
                && tenant.is_administrator(user.id, self.now)
                && !tenant.is_global_administrator(user.id, self.now)
        };
        let people: BTreeSet<_> = self
            .everyone_with_a_role()
            .into_iter()
            .filter(|id| self.is(*id, without_phone))
            .collect();
        self.note_people(FindingKind::AdministratorsWithoutPhone, people, []);
    }

    // R9.
    fn roles_without_service(&mut self) {
        for role in self.roles_held() {
            let Some(service) = Service::required_by(role) else {
                continue;
            };
            let mut sold = self.tenant.subscriptions().iter();
            if !sold.any(|sold| sold.services.contains(&service)) {
                let holders = self.holders(role, |_| true);
                let kind = FindingKind::RoleWithoutService(service);
                self.note(kind, holders, [role]);
            }
        }
    }

    // R10.
    fn billing(&mut self) {
        let role = RoleTemplateId::BILLING_ADMINISTRATOR;
        if let PurchaseChannel::Partner { name } = &self.tenant.organization().purchased_from
            && self.roles_held().contains(&role)
        {
            let holders = self.holders(role, |_| true);
            let kind = FindingKind::BillingThroughPartner(name.clone());
            self.note(kind, holders, [role]);
        }
    }

    // R12.
    fn service_administrators(&mut self) {
        let now = self.now;
        let service = RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR;
        let mut alone = self.holders(service, |held| held.is_in_force(now));
        alone.retain(|id| {
            let mut roles = self.tenant.roles_in_force(*id, now);
            !roles.any(|(role, _)| role.is_of_a_service())
        });
        self.note_people(FindingKind::ServiceAdministratorAlone, alone, [service]);
    }

    // R20.
    fn roles_not_assignable(&mut self) {
        for role in self.roles_held() {
            let definition = self.catalogue.role(role);
            if !definition.is_some_and(|definition| definition.status.is_assignable()) {
                let holders = self.holders(role, |_| true);
                self.note(FindingKind::RoleNotAssignable, holders, [role]);
            }
        }
    }

    // R27.
    fn guests_and_blocked(&mut self) {
        let people = self.everyone_with_a_role();
        let mut note = |kind, concerns: fn(&User) -> bool| {
            let people: BTreeSet<_> = (people.iter().copied())
                .filter(|id| self.is(*id, concerns))
                .collect();
            let roles: BTreeSet<_> = people
                .iter()
                .flat_map(|id| self.tenant.reaching(*id))
                .filter(|(_, held)| self.stands(held))
                .map(|(_, held)| held.role)
                .collect();
            self.note_people(kind, people, roles);
        };
        note(FindingKind::BlockedHoldRoles, |user| {
            user.sign_in == SignIn::Blocked
        });
        note(FindingKind::GuestsHoldRoles, |user| {
            user.kind == UserKind::Guest
        });
    }

    /// Whether an assignment is in force, or can still come to be.
    fn stands(&self, held: &RoleAssignment) -> bool {
        !held.is_expired(self.now)
    }

    /// The roles that someone or some group holds or can still come to hold.
    fn roles_held(&self) -> BTreeSet<RoleTemplateId> {
        let assignments = self.tenant.assignments();
        assignments
            .roles()
            .filter(|role| assignments.of_role(*role).any(|held| self.stands(held)))
            .collect()
    }

    /// The people that the wanted assignments of a role reach.
    fn holders(
        &self,
        role: RoleTemplateId,
        wanted: impl Fn(&RoleAssignment) -> bool,
    ) -> BTreeSet<UserId> {
        let held = self.tenant.assignments().of_role(role);
        held.filter(|held| self.stands(held) && wanted(held))
            .flat_map(|held| self.reached(held.principal))
            .collect()
    }

    fn everyone_with_a_role(&self) -> BTreeSet<UserId> {
        let held = self.tenant.assignments().iter();
        held.filter(|held| self.stands(held))
            .flat_map(|held| self.reached(held.principal))
            .collect()
    }

    fn reached(&self, principal: Principal) -> Vec<UserId> {
        match principal {
            Principal::User(id) => vec![id],
            Principal::Group(id) => (self.tenant.groups().get(&id))
                .map(|group| group.members.iter().copied().collect())
                .unwrap_or_default(),
        }
    }

    fn is(&self, id: UserId, so: impl Fn(&User) -> bool) -> bool {
        self.tenant.user(id).is_some_and(so)
    }

    fn note_people(
        &mut self,
        kind: FindingKind,
        people: BTreeSet<UserId>,
        roles: impl IntoIterator<Item = RoleTemplateId>,
    ) {
        if !people.is_empty() {
            self.note(kind, people, roles);
        }
    }

    fn note(
        &mut self,
        kind: FindingKind,
        people: BTreeSet<UserId>,
        roles: impl IntoIterator<Item = RoleTemplateId>,
    ) {
        let mut people: Vec<_> = people.into_iter().collect();
        people.sort_by_key(|id| self.tenant.users().row(*id));
        self.findings.push(Finding {
            kind,
            people,
            roles: roles.into_iter().collect(),
            groups: Vec::new(),
            accepted: None,
        });
    }
}
