//! Who holds each role, counted, and for one role listed by the way they do.
//!
//! Pure. [`Holders`] is gathered when the tenant or the minute changes; [`lines`] tells what the
//! list of one role shows. A member of a group that holds a role holds it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::role::{
    AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;
use crate::ui::views::active_users::rows::{Standing, standing};

/// How many people hold each role that anyone was given.
#[derive(Debug, Default)]
pub struct Holders {
    roles: BTreeMap<RoleTemplateId, Counts>,
}

/// How many people a role reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those who hold it now, over the whole tenant or a part of it, each once.
    pub now: usize,
    /// Those who may take it up and do not hold it now.
    pub eligible: usize,
    /// The assignments that are not over, of people and of groups.
    pub assignments: usize,
    /// The assignments that are over.
    pub expired: usize,
}

/// What a part of the list of holders is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// Given to people, over the whole tenant.
    Directly,
    /// Given to a group, over the whole tenant.
    ThroughGroup,
    /// In force over an administrative unit only.
    Scoped,
    /// May be taken up.
    Eligible,
    /// Begins later.
    Later,
    /// Is over.
    Expired,
}

/// A line of the list of holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a section, and how many assignments stand under it.
    Section(Section, usize),
    /// An assignment: of a person, or of a group.
    Held(RoleAssignment),
    /// Someone in the group above.
    Member(GroupId, UserId),
}

impl Section {
    /// The section an assignment stands in.
    pub fn of(held: &RoleAssignment, now: Timestamp) -> Self {
        match (standing(held, now), held.scope, held.principal) {
            (Standing::Expired, ..) => Self::Expired,
            (Standing::Later, ..) => Self::Later,
            (Standing::Eligible, ..) => Self::Eligible,
            (Standing::InForce, DirectoryScope::AdministrativeUnit(_), _) => Self::Scoped,
            (Standing::InForce, DirectoryScope::Tenant, Principal::Group(_)) => Self::ThroughGroup,
            (Standing::InForce, DirectoryScope::Tenant, Principal::User(_)) => Self::Directly,
        }
    }
}

impl Holders {
    /// Looks through a tenant.
    pub fn of(tenant: &Tenant, now: Timestamp) -> Self {
        let assignments = tenant.assignments();
        let roles = assignments
            .roles()
            .map(|role| (role, counts(tenant, role, now)))
            .collect();
        Self { roles }
    }

    /// The roles that anyone was given, in ascending order of their id.
    pub fn roles(&self) -> impl Iterator<Item = RoleTemplateId> {
        self.roles.keys().copied()
    }

    /// How many people a role reaches.
    pub fn counts(&self, role: RoleTemplateId) -> Counts {
        self.roles.get(&role).copied().unwrap_or_default()
    }
}

fn counts(tenant: &Tenant, role: RoleTemplateId, now: Timestamp) -> Counts {
    let mut counts = Counts::default();
    let (mut holding, mut eligible) = (People::default(), People::default());
    for held in tenant.assignments().of_role(role) {
        if held.is_expired(now) {
            counts.expired += 1;
            continue;
        }
        counts.assignments += 1;
        let into = if held.is_in_force(now) {
            &mut holding
        } else if held.kind == AssignmentKind::Eligible
            && held.start.is_none_or(|start| start <= now)
        {
            &mut eligible
        } else {
            continue;
        };
        match held.principal {
            Principal::User(user) => {
                into.people.insert(user);
            }
            Principal::Group(group) => {
                into.groups.insert(group);
            }
        }
    }
    counts.now = holding.count(tenant);
    if !eligible.is_empty() {
        eligible.people.extend(holding.people.iter().copied());
        eligible.groups.extend(holding.groups.iter().copied());
        counts.eligible = eligible.count(tenant) - counts.now;
    }
    counts
}

/// People, and groups of people.
#[derive(Default)]
struct People {
    people: BTreeSet<UserId>,
    groups: BTreeSet<GroupId>,
}

impl People {
    fn is_empty(&self) -> bool {
        self.people.is_empty() && self.groups.is_empty()
    }

    /// How many people there are, each once.
    fn count(&self, tenant: &Tenant) -> usize {
        let groups: Vec<_> = self
            .groups
            .iter()
            .filter_map(|group| tenant.groups().get(group))
            .collect();
        match groups.as_slice() {
            [] => self.people.len(),
            // No set of everybody is made for the one large group that is usual.
            [one] => {
                let also = self.people.intersection(&one.members).count();
                self.people.len() + one.members.len() - also
            }
            several => {
                let mut all = self.people.clone();
                all.extend(several.iter().flat_map(|group| &group.members));
                all.len()
            }
        }
    }
}

/// Everyone a role reaches, by section: people by name, groups with their members below them.
pub fn lines(tenant: &Tenant, role: RoleTemplateId, now: Timestamp) -> Vec<Line> {
    let name = |user: &UserId| {
        let user = tenant.user(*user);
        user.map(|user| crate::domain::fold::fold(&user.profile.display_name))
    };
    let mut sections: BTreeMap<Section, Vec<RoleAssignment>> = BTreeMap::new();
    for held in tenant.assignments().of_role(role) {
        sections
            .entry(Section::of(held, now))
            .or_default()
            .push(*held);
    }
    let mut lines = Vec::new();
    for (section, mut held) in sections {
        held.sort_by_cached_key(|held| match held.principal {
            Principal::User(user) => (0, name(&user)),
            Principal::Group(group) => {
                let group = tenant.groups().get(&group);
                (1, group.map(|it| crate::domain::fold::fold(&it.name)))
            }
        });
        lines.push(Line::Section(section, held.len()));
        for held in held {
            lines.push(Line::Held(held));
            let Principal::Group(id) = held.principal else {
                continue;
            };
            let members = tenant.groups().get(&id).map(|group| &group.members);
            let mut members: Vec<_> = members.into_iter().flatten().copied().collect();
            members.sort_by_cached_key(name);
            lines.extend(members.into_iter().map(|user| Line::Member(id, user)));
        }
    }
    lines
}
