//! What is remarkable about a tenant as it is: findings, each with its rule and the people.
//!
//! Reads only. The gate refuses what breaks a rule; a tenant that was imported, edited outside
//! Mandate or overtaken by time can still be in a state that no Command would lead to, and some
//! rules only ever remark. What someone accepted is told apart, and no one is found twice.

mod accounts;
mod finding;
mod fix;
mod globals;
mod hidden;
mod look_alikes;
mod names;
mod noting;
mod privileged;
mod roles;
mod settings;
mod why;
mod words;

use std::collections::BTreeSet;

pub use self::finding::{Finding, FindingCode, FindingKind, HiddenIn, Severity};
pub use self::settings::{Acceptance, FindingAbout, FindingKey, ReviewSettings, Thresholds};
use super::delegation::Context;
use super::role::{Principal, RoleAssignment, RoleTemplateId};
use super::tenant::Tenant;
use super::time::Timestamp;
use super::user::{User, UserId};

/// Everything remarkable about `tenant`: what is open first, then what is accepted; of each the
/// worst first, then in the order of [`FindingCode::ALL`].
///
/// A finding whose acceptance still holds concerns those it was accepted for and no others: who
/// joined them later is found apart, as open. What counts people is open with all of them as soon
/// as there is someone new; what there is too little of, as soon as they are others.
pub fn review(context: &Context<'_>, tenant: &Tenant) -> Vec<Finding> {
    let catalogue = context.catalogue.for_tenant(tenant);
    let mut reviewer = Reviewer {
        context: Context {
            catalogue: &catalogue,
            now: context.now,
        },
        tenant,
        settings: tenant.review_settings(),
        administrators: BTreeSet::new(),
        findings: Vec::new(),
    };
    reviewer.administrators = reviewer.everyone_with_a_role();
    reviewer.global_administrators();
    reviewer.emergency_accounts();
    reviewer.privileged_roles();
    reviewer.roles();
    reviewer.accounts();
    reviewer.group_owners();
    reviewer.everybody();
    let mut findings = reviewer.findings;
    findings.sort_by_key(|finding| {
        let code = finding.kind.code();
        (!finding.is_open(), code.severity(), code)
    });
    findings
}

struct Reviewer<'a> {
    /// With the catalogue made for the tenant.
    context: Context<'a>,
    tenant: &'a Tenant,
    settings: &'a ReviewSettings,
    /// Everyone who holds a role or can still come to.
    administrators: BTreeSet<UserId>,
    findings: Vec<Finding>,
}

impl Reviewer<'_> {
    fn now(&self) -> Timestamp {
        self.context.now
    }

    /// Whether an assignment is in force, or can still come to be.
    fn stands(&self, held: &RoleAssignment) -> bool {
        !held.is_expired(self.context.now)
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
            .flat_map(|held| reached(self.tenant, held.principal))
            .collect()
    }

    fn everyone_with_a_role(&self) -> BTreeSet<UserId> {
        let held = self.tenant.assignments().iter();
        held.filter(|held| self.stands(held))
            .flat_map(|held| reached(self.tenant, held.principal))
            .collect()
    }

    /// The roles that stand for any of these people.
    fn roles_of(&self, people: &BTreeSet<UserId>) -> Vec<RoleTemplateId> {
        let held = people.iter().flat_map(|id| self.tenant.reaching(*id));
        let roles: BTreeSet<_> = held
            .filter(|(_, held)| self.stands(held))
            .map(|(_, held)| held.role)
            .collect();
        roles.into_iter().collect()
    }

    fn is_privileged(&self, role: RoleTemplateId) -> bool {
        let definition = self.context.catalogue.role(role);
        definition.is_some_and(|definition| definition.privileged)
    }

    fn is_for_emergencies(&self, id: UserId) -> bool {
        self.settings.break_glass.contains(&id)
    }

    fn is(&self, id: UserId, so: impl Fn(&User) -> bool) -> bool {
        self.tenant.user(id).is_some_and(so)
    }
}

/// The people whom what a principal holds reaches.
fn reached(tenant: &Tenant, principal: Principal) -> impl Iterator<Item = UserId> {
    let (one, many) = match principal {
        Principal::User(id) => (Some(id), None),
        Principal::Group(id) => (None, tenant.groups().get(&id)),
    };
    let many = many.into_iter().flat_map(|group| &group.members);
    one.into_iter().chain(many.copied())
}
