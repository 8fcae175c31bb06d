//! What one person can do, and by which of their roles.

use uuid::uuid;

use super::need::{Coverage, Matching, Need};
use super::who_can::may_sign_in;
use super::{Powers, powers};
use crate::domain::catalogue::Edition;
use crate::domain::delegation::Context;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::{AssignmentKind, DirectoryScope, RoleAssignment, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;

/// Attribute Assignment Administrator and Attribute Definition Administrator: what R22 is about.
const ATTRIBUTE_ADMINISTRATORS: [RoleTemplateId; 2] = [
    RoleTemplateId(uuid!("58a13ea3-c632-46ae-9ee0-9c0d43cd7f3d")),
    RoleTemplateId(uuid!("8424c6f0-a189-499e-bbd0-26c1753c96d4")),
];

/// Where an assignment stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// It counts now.
    InForce,
    /// It counts once taken up, now or from when it begins.
    Eligible,
    /// It begins later.
    Later,
    /// It is over.
    Expired,
}

/// An assignment that reaches a person, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Given to them, or to a group they are in.
    pub through: HeldThrough,
    /// The assignment: its role, its scope, from when and until when.
    pub assignment: RoleAssignment,
    /// Whether it counts now.
    pub standing: Standing,
}

/// What one person can do, in any scope: the scope of each role stands in its holding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Everything that reaches them, by standing and then in the order of the tenant. Told of a
    /// blocked account too.
    pub holdings: Vec<Holding>,
    /// What the roles in force add up to; nothing for a blocked account.
    pub now: Powers,
    /// What it would be with every eligible role taken up, also those that begin later; nothing
    /// for a blocked account.
    pub with_eligible: Powers,
    /// Rules that say what is *not* implied or only derived, though it looks so (R16, R22).
    pub exceptions: Vec<Rule>,
}

impl Standing {
    /// Where `assignment` stands at `now`.
    pub fn of(assignment: &RoleAssignment, now: Timestamp) -> Self {
        if assignment.is_expired(now) {
            Self::Expired
        } else if assignment.kind == AssignmentKind::Eligible {
            Self::Eligible
        } else if assignment.is_in_force(now) {
            Self::InForce
        } else {
            Self::Later
        }
    }
}

impl Access {
    /// Works out what `user` can do.
    pub fn of(context: &Context<'_>, tenant: &Tenant, user: UserId) -> Self {
        let mut holdings: Vec<_> = tenant
            .reaching(user)
            .map(|(through, held)| Holding {
                through,
                assignment: *held,
                standing: Standing::of(held, context.now),
            })
            .collect();
        holdings.sort_by_key(|held| held.standing);
        let mut access = Self {
            holdings,
            now: Powers::default(),
            with_eligible: Powers::default(),
            exceptions: Vec::new(),
        };
        if may_sign_in(tenant, user) {
            let roles = |last| access.roles(last);
            let (now, with_eligible) = (roles(Standing::InForce), roles(Standing::Eligible));
            access.now = powers(context.catalogue, &now);
            access.with_eligible = powers(context.catalogue, &with_eligible);
            access.exceptions = access.exceptions_now();
        }
        access
    }

    /// The holdings that give a permission, and how far each goes. Those in force and eligible.
    pub fn ways_to_permission(
        &self,
        context: &Context<'_>,
        permission: Office365Permission,
    ) -> Vec<(Holding, Grant)> {
        self.counting(Standing::Eligible)
            .map(|held| {
                (
                    *held,
                    context.catalogue.grant(held.assignment.role, permission),
                )
            })
            .filter(|(_, grant)| *grant != Grant::No)
            .collect()
    }

    /// The holdings whose role has an action of the current edition, or a wider one. Those in
    /// force and eligible.
    pub fn ways_to_action(&self, context: &Context<'_>, action: ActionId) -> Vec<Holding> {
        let catalogue = context.catalogue;
        let Some(entry) = catalogue.edition(Edition::Current).entry(action) else {
            return Vec::new();
        };
        let matching = Matching::new(catalogue, &entry.action);
        let has = |role| {
            let coverage = catalogue
                .actions(role)
                .and_then(|set| matching.coverage(set));
            coverage == Some(Coverage::Whole)
        };
        self.counting(Standing::Eligible)
            .filter(|held| has(held.assignment.role))
            .copied()
            .collect()
    }

    /// The holdings that serve a need. Those in force and eligible. One of several roles that must
    /// be held together serves a part, unless all of them are among the holdings.
    pub fn ways_to(&self, context: &Context<'_>, need: &Need) -> Vec<(Holding, Coverage)> {
        let serving = need.served_by(context.catalogue);
        let holds = |role| {
            self.counting(Standing::Eligible)
                .any(|held| held.assignment.role == role)
        };
        let incomplete = |way: u8| {
            let mut others = serving.iter().filter(|one| one.together == way);
            way != 0 && others.any(|one| !holds(one.role))
        };
        self.counting(Standing::Eligible)
            .filter_map(|held| {
                let one = serving
                    .iter()
                    .find(|one| one.role == held.assignment.role)?;
                let coverage = if incomplete(one.together) {
                    Coverage::Part
                } else {
                    one.coverage
                };
                Some((*held, coverage))
            })
            .collect()
    }

    /// The holdings up to a standing.
    fn counting(&self, last: Standing) -> impl Iterator<Item = &Holding> {
        self.holdings
            .iter()
            .take_while(move |held| held.standing <= last)
    }

    fn roles(&self, last: Standing) -> Vec<RoleTemplateId> {
        self.counting(last)
            .map(|held| held.assignment.role)
            .collect()
    }

    fn exceptions_now(&self) -> Vec<Rule> {
        let holds = |role| {
            self.counting(Standing::InForce)
                .any(|held| held.assignment.role == role)
        };
        let global = self.counting(Standing::InForce).any(|held| {
            held.assignment.role == RoleTemplateId::GLOBAL_ADMINISTRATOR
                && held.assignment.scope == DirectoryScope::Tenant
        });
        let mut rules = Vec::new();
        if global {
            rules.push(Rule::CrmSystemAdministrator);
        }
        if global && !ATTRIBUTE_ADMINISTRATORS.into_iter().any(holds) {
            rules.push(Rule::AttributeRolesNotImplied);
        }
        rules
    }
}

/// The actions that a person's roles in force add up to, in any scope, whether or not they may
/// sign in: the same as [`Access::now`] has of anyone who may.
pub fn actions_in_force(context: &Context<'_>, tenant: &Tenant, user: UserId) -> ActionSet {
    let mut actions = ActionSet::default();
    for (role, _) in tenant.roles_in_force(user, context.now) {
        if let Some(set) = context.catalogue.actions(role) {
            actions.union_with(set);
        }
    }
    actions
}
