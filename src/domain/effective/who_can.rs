//! Who can do something, by the way they can.

use std::collections::BTreeSet;

use super::need::{Need, Serving};
use crate::domain::delegation::Context;
use crate::domain::role::{Principal, RoleAssignment};
use crate::domain::tenant::Tenant;
use crate::domain::user::{SignIn, UserId};

/// Everyone who can do something, by the role that lets them.
#[derive(Clone, Debug, Default)]
pub struct WhoCan<'a> {
    /// The roles that serve the need and that someone holds, wholly serving ones first.
    pub held: Vec<Way<'a>>,
    /// The roles that would serve it and that nobody holds.
    pub unheld: Vec<Serving>,
}

/// A role that lets people do something, and who holds it.
#[derive(Clone, Debug)]
pub struct Way<'a> {
    /// The role, and how much of the need it serves.
    pub serving: Serving,
    /// The assignments of it that are not over, of people and of groups.
    pub assignments: Vec<&'a RoleAssignment>,
}

impl<'a> WhoCan<'a> {
    /// Asks who can do `need`, now or with an eligible role, in any scope.
    ///
    /// Goes from what is asked to the roles and from these to their assignments: nothing grows
    /// with the people who hold none of them.
    pub fn ask(context: &Context<'_>, tenant: &'a Tenant, need: &Need) -> Self {
        let mut answer = Self::default();
        for serving in need.served_by(context.catalogue) {
            let assignments: Vec<_> = tenant
                .assignments()
                .of_role(serving.role)
                .filter(|held| !held.is_expired(context.now))
                .collect();
            if assignments.is_empty() {
                answer.unheld.push(serving);
            } else {
                answer.held.push(Way {
                    serving,
                    assignments,
                });
            }
        }
        let wholly_first = |serving: &Serving| std::cmp::Reverse(serving.coverage);
        answer.held.sort_by_key(|way| wholly_first(&way.serving));
        answer.unheld.sort_by_key(wholly_first);
        answer
    }

    /// The people who can now, wholly or in part, each once, in the order of their ids: members of
    /// groups counted, blocked accounts left out. Roles that must be held together count for
    /// those who hold all of them.
    pub fn people(&self, context: &Context<'_>, tenant: &Tenant) -> Vec<UserId> {
        let mut people = BTreeSet::new();
        let mut together = BTreeSet::new();
        for way in &self.held {
            match way.serving.together {
                0 => people.extend(way.people(context, tenant)),
                number => {
                    together.insert(number);
                }
            }
        }
        for number in together {
            people.extend(self.holders_of_all(number, context, tenant));
        }
        people.into_iter().collect()
    }

    fn holders_of_all(
        &self,
        number: u8,
        context: &Context<'_>,
        tenant: &Tenant,
    ) -> BTreeSet<UserId> {
        if self.unheld.iter().any(|one| one.together == number) {
            return BTreeSet::new();
        }
        let ways = self
            .held
            .iter()
            .filter(|way| way.serving.together == number);
        ways.map(|way| way.people(context, tenant).collect::<BTreeSet<_>>())
            .reduce(|all, more| all.intersection(&more).copied().collect())
            .unwrap_or_default()
    }
}

impl Way<'_> {
    /// The people for whom the role is in force and who may sign in; someone can occur twice.
    pub fn people(&self, context: &Context<'_>, tenant: &Tenant) -> impl Iterator<Item = UserId> {
        self.assignments
            .iter()
            .filter(|held| held.is_in_force(context.now))
            .flat_map(|held| reached(tenant, held.principal))
            .filter(|id| may_sign_in(tenant, *id))
    }
}

/// The people that an assignment to `principal` reaches.
pub(super) fn reached(tenant: &Tenant, principal: Principal) -> impl Iterator<Item = UserId> {
    let (person, group) = match principal {
        Principal::User(id) => (Some(id), None),
        Principal::Group(id) => (None, tenant.groups().get(&id)),
    };
    let members = group
        .filter(|group| group.role_assignable)
        .into_iter()
        .flat_map(|group| group.members.iter().copied());
    person.into_iter().chain(members)
}

/// Whether a person is there and not blocked.
pub(super) fn may_sign_in(tenant: &Tenant, id: UserId) -> bool {
    tenant
        .user(id)
        .is_some_and(|user| user.sign_in == SignIn::Allowed)
}
