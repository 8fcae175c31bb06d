//! What nobody can do, and what is held for nothing.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::allows_more_unknown;
use super::implied::Implied;
use super::need::{Need, Serving};
use super::who_can::{WhoCan, may_sign_in, reached};
use crate::domain::catalogue::{Grants, RoleCatalogue, TargetMatrix, TaskId};
use crate::domain::delegation::{Context, acting_as, service_stands_alone};
use crate::domain::office365::Office365Permission;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{DirectoryScope, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::user::UserId;

/// The tasks that nobody can do now: no role that does them is in force for anyone who may sign
/// in. Tasks that no directory role does are left out.
pub fn uncovered_tasks(context: &Context<'_>, tenant: &Tenant) -> Vec<TaskId> {
    let assignments = tenant.assignments();
    let at_work = |role: &RoleTemplateId| {
        assignments
            .of_role(*role)
            .filter(|held| held.is_in_force(context.now))
            .flat_map(|held| reached(tenant, held.principal))
            .any(|id| may_sign_in(tenant, id))
    };
    let at_work: HashSet<_> = assignments.roles().filter(at_work).collect();
    let tasks = (0u16..).map(TaskId).zip(context.catalogue.tasks());
    tasks
        .map(|(id, _)| id)
        .filter(|id| {
            let need = Need::Task(*id);
            let serving = need.served_by(context.catalogue);
            let alone = |one: &Serving| one.together == 0 && at_work.contains(&one.role);
            if serving.is_empty() || serving.iter().any(alone) {
                return false;
            }
            let together = serving.iter().any(|one| one.together != 0);
            !together
                || WhoCan::ask(context, tenant, &need)
                    .people(context, tenant)
                    .is_empty()
        })
        .collect()
}

/// A role that adds nothing to what its holder's other roles in force allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Redundant {
    /// The holder.
    pub user: UserId,
    /// How it reaches them.
    pub through: HeldThrough,
    /// The assignment that adds nothing.
    pub assignment: RoleAssignment,
    /// A single role that already allows all of it, where one does.
    pub contained_in: Option<RoleTemplateId>,
}

/// Every redundant role of the tenant, by person. Of two roles that allow the same, one counts.
///
/// An assignment in force is redundant when all that its role allows, with all that is implied,
/// and every grant of the fifteen permissions are there without it: by other assignments in force
/// that hold in the same scope or the whole tenant and last at least as long. One of these must by
/// itself reach everybody whom the role reaches in each of the two tables (R23): someone with two
/// roles is not reached by two that reach one of them each. What is found can be taken away all at
/// once, and leaves no Service administrator alone (R12). A role that may allow more than is known
/// is never redundant, nor does it make another so.
pub fn redundant_roles(context: &Context<'_>, tenant: &Tenant) -> Vec<Redundant> {
    let mut powers = RolePowers::new(context.catalogue);
    let mut found = Vec::new();
    for user in holders(tenant) {
        let held: Vec<_> = tenant
            .reaching(user)
            .filter(|(_, held)| held.is_in_force(context.now))
            .filter_map(|(through, held)| {
                let (actions, more_unknown) = powers.of(held.role);
                (!more_unknown).then(|| Held {
                    through,
                    assignment: *held,
                    actions,
                    grants: context.catalogue.grants(held.role),
                    reach: powers.reach(acting_as(held.role, held.scope)),
                })
            })
            .collect();
        let mut of_user = redundant_of(user, held);
        keep_companions(context, tenant, user, &mut of_user);
        found.extend(of_user);
    }
    found
}

/// Takes back what would leave a Service administrator without the role of a service (R12), of
/// what the person and each of their groups holds, and of all that reaches them.
fn keep_companions(
    context: &Context<'_>,
    tenant: &Tenant,
    user: UserId,
    found: &mut Vec<Redundant>,
) {
    if !found
        .iter()
        .any(|one| one.assignment.role.is_of_a_service())
    {
        return;
    }
    let reaching: Vec<_> = tenant.reaching(user).collect();
    let ways: HashSet<_> = found.iter().map(|one| one.through).collect();
    for way in ways.into_iter().map(Some).chain([None]) {
        let concerns = |through| way.is_none_or(|way| way == through);
        loop {
            let left = |found: &[Redundant]| -> Vec<RoleAssignment> {
                let taken = |through, held: &RoleAssignment| {
                    let mut found = found.iter();
                    found.any(|one| one.through == through && one.assignment == *held)
                };
                (reaching.iter())
                    .filter(|(through, held)| concerns(*through) && !taken(*through, held))
                    .map(|(_, held)| **held)
                    .collect()
            };
            let alone = |found| service_stands_alone(&left(found), context.now);
            if !alone(found) || alone(&[]) {
                break;
            }
            let companion = found
                .iter()
                .position(|one| concerns(one.through) && one.assignment.role.is_of_a_service());
            let Some(place) = companion else { break };
            found.remove(place);
        }
    }
}

/// A person who can do more than a list of needs asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceeding {
    /// Who.
    pub user: UserId,
    /// Which of the needs they can do now, wholly or in part, by place.
    pub serves: Vec<usize>,
    /// What they can do beyond the needs, with all that is implied.
    pub excess: ActionSet,
    /// How many of those actions are privileged.
    pub excess_privileged: usize,
    /// Their roles in force that serve none of the needs.
    pub idle: Vec<RoleTemplateId>,
}

/// Everyone with a role in force who can do more than `needs`, the most excess first: privileged
/// actions, then all of them. Someone counts whose only excess is an idle role of which nobody
/// knows what it allows. Blocked accounts can do nothing and are left out.
pub fn exceeding(context: &Context<'_>, tenant: &Tenant, needs: &[Need]) -> Vec<Exceeding> {
    let catalogue = context.catalogue;
    let mut powers = RolePowers::new(catalogue);
    let mut needed = ActionSet::default();
    let mut implied = Some(Implied::new(catalogue));
    for need in needs {
        needed.union_with(&need.actions_with(catalogue, &mut implied));
    }
    let serving: Vec<_> = needs.iter().map(|need| need.served_by(catalogue)).collect();
    let mut found: Vec<_> = holders(tenant)
        .into_iter()
        .filter(|user| may_sign_in(tenant, *user))
        .filter_map(|user| {
            let mut roles: Vec<_> = tenant
                .roles_in_force(user, context.now)
                .map(|(role, _)| role)
                .collect();
            roles.sort_unstable();
            roles.dedup();
            exceeding_of(user, &roles, &needed, &serving, &mut powers)
        })
        .collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.excess_privileged, one.excess.len())));
    found
}

/// Whoever an assignment reaches, in the order of their ids.
fn holders(tenant: &Tenant) -> BTreeSet<UserId> {
    let principals = tenant.assignments().principals();
    principals
        .flat_map(|principal| reached(tenant, principal))
        .collect()
}

/// What roles allow, with all that is implied, worked out once for each.
struct RolePowers<'a> {
    implied: Implied<'a>,
    catalogue: &'a RoleCatalogue,
    known: HashMap<RoleTemplateId, (ActionSet, bool)>,
    reach: HashMap<RoleTemplateId, Reach>,
}

/// Whom a role reaches in each of the two tables (R23), a cell for each kind of target.
type Reach = Rc<[Vec<bool>; 2]>;

/// The permission that the cells of each table say more of.
const OF_TABLES: [Office365Permission; 2] = [
    Office365Permission::ResetUserPasswords,
    Office365Permission::ManageUsersAndGroups,
];

impl<'a> RolePowers<'a> {
    fn new(catalogue: &'a RoleCatalogue) -> Self {
        Self {
            implied: Implied::new(catalogue),
            catalogue,
            known: HashMap::new(),
            reach: HashMap::new(),
        }
    }

    /// Whom a role reaches.
    fn reach(&mut self, role: RoleTemplateId) -> Reach {
        let catalogue = self.catalogue;
        let cells = |matrix: &TargetMatrix| -> Vec<bool> {
            let targets = matrix.targets();
            targets
                .map(|target| matrix.cell(role, target).is_allowed())
                .collect()
        };
        let reach = self.reach.entry(role).or_insert_with(|| {
            let tables = [catalogue.password_reset(), catalogue.sensitive_properties()];
            Rc::new(tables.map(cells))
        });
        Rc::clone(reach)
    }

    /// What a role allows, and whether it may be more.
    fn of(&mut self, role: RoleTemplateId) -> (ActionSet, bool) {
        *self.known.entry(role).or_insert_with(|| {
            let more_unknown = allows_more_unknown(self.catalogue, role);
            (self.implied.of_role(role), more_unknown)
        })
    }
}

/// An assignment in force of a role that allows no more than is known.
struct Held {
    through: HeldThrough,
    assignment: RoleAssignment,
    actions: ActionSet,
    grants: Grants,
    reach: Reach,
}

impl Held {
    /// Whether it reaches everybody in a table whom `other` reaches, and goes as far with them.
    fn reaches_all_of(&self, other: &Self, table: usize) -> bool {
        let grant = |held: &Self| {
            let permission = OF_TABLES.get(table).copied();
            permission.and_then(|permission| held.grants.get(permission as usize).copied())
        };
        let mine = self.reach.get(table).into_iter().flatten();
        let theirs = other.reach.get(table).into_iter().flatten();
        grant(self) >= grant(other) && mine.zip(theirs).all(|(mine, theirs)| mine >= theirs)
    }

    /// Whether it reaches anybody in a table.
    fn reaches(&self, table: usize) -> bool {
        (self.reach.get(table)).is_some_and(|cells| cells.contains(&true))
    }

    /// Whether it holds wherever and as long as `other` does.
    fn outlasts(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.assignment, &other.assignment);
        let wide = mine.scope == DirectoryScope::Tenant || mine.scope == theirs.scope;
        let long = match (mine.end, theirs.end) {
            (None, _) => true,
            (Some(mine), Some(theirs)) => mine >= theirs,
            (Some(_), None) => false,
        };
        wide && long
    }

    fn is_within(&self, actions: &ActionSet, grants: &Grants) -> bool {
        let mut both = self.grants.iter().zip(grants);
        self.actions.is_within(actions) && both.all(|(mine, theirs)| mine <= theirs)
    }
}

fn redundant_of(user: UserId, mut held: Vec<Held>) -> Vec<Redundant> {
    let mut found = Vec::new();
    // From the last to the first: of two that are the same, the later one goes.
    for place in (0..held.len()).rev() {
        let Some(one) = held.get(place) else { continue };
        let mut actions = ActionSet::default();
        let mut grants = Grants::default();
        let mut contained_in = None;
        let others = held.iter().enumerate();
        let others = others.filter(|(other, _)| *other != place);
        let mut alone = true;
        let mut everybody = [0, 1].map(|table| !one.reaches(table));
        for (_, other) in others.filter(|(_, other)| other.outlasts(one)) {
            alone = false;
            actions.union_with(&other.actions);
            for (grant, theirs) in grants.iter_mut().zip(other.grants) {
                *grant = (*grant).max(theirs);
            }
            let reaches =
                [0, 1].map(|table| !one.reaches(table) || other.reaches_all_of(one, table));
            for (all, of_table) in everybody.iter_mut().zip(reaches) {
                *all |= of_table;
            }
            let whole = reaches == [true; 2];
            if contained_in.is_none() && whole && one.is_within(&other.actions, &other.grants) {
                contained_in = Some(other.assignment.role);
            }
        }
        if !alone && everybody == [true; 2] && one.is_within(&actions, &grants) {
            found.push(Redundant {
                user,
                through: one.through,
                assignment: one.assignment,
                contained_in,
            });
            held.remove(place);
        }
    }
    found.reverse();
    found
}

fn exceeding_of(
    user: UserId,
    roles: &[RoleTemplateId],
    needed: &ActionSet,
    serving: &[Vec<Serving>],
    powers: &mut RolePowers<'_>,
) -> Option<Exceeding> {
    let mut allowed = ActionSet::default();
    let mut unknown = Vec::new();
    for role in roles {
        let (actions, more_unknown) = powers.of(*role);
        allowed.union_with(&actions);
        if more_unknown {
            unknown.push(*role);
        }
    }
    let mut idle = roles.to_vec();
    let mut serves = Vec::new();
    for (place, serving) in serving.iter().enumerate() {
        let held = |one: &&Serving| roles.contains(&one.role);
        let complete = |way: u8| {
            let mut way = serving.iter().filter(|other| other.together == way);
            way.all(|other| held(&other))
        };
        let mut can = false;
        for one in serving.iter().filter(held) {
            if one.together == 0 || complete(one.together) {
                can = true;
                idle.retain(|role| *role != one.role);
            }
        }
        if can {
            serves.push(place);
        }
    }
    let excess = allowed.minus(needed);
    if excess.is_empty() && !unknown.iter().any(|role| idle.contains(role)) {
        return None;
    }
    Some(Exceeding {
        user,
        serves,
        excess,
        excess_privileged: excess.shared(powers.implied.privileged()),
        idle,
    })
}
