//! What someone needs to be able to do, and which roles serve it.

use super::implied::{Implied, numbered};
use crate::domain::catalogue::{Edition, RoleCatalogue, SeveralRoles, TaskHolder, TaskId};
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionSet, ResourceAction};
use crate::domain::role::RoleTemplateId;

/// Something to be able to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// One of the fifteen permissions.
    Permission(Office365Permission),
    /// A resource action, wild cards and subtypes understood.
    Action(ResourceAction),
    /// One of Microsoft's tasks.
    Task(TaskId),
}

/// How much of a need something serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Coverage {
    /// Some of it: a subtype of the entity, one of the properties, within a limit.
    Part,
    /// All of it.
    Whole,
}

/// A role that serves a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serving {
    /// The role.
    pub role: RoleTemplateId,
    /// How much of it.
    pub coverage: Coverage,
    /// Which other way of the task it belongs to: roles of one way that must be held together
    /// share a number. Zero for everything but such tasks.
    pub together: u8,
    /// Whether Microsoft names it as least privileged for the task.
    pub published: bool,
}

impl Need {
    /// The roles that serve it, the catalogue's and the tenant's own, in the catalogue's order.
    ///
    /// - *A permission:* wholly by a yes, in part by a limited grant, seeing alone among them.
    /// - *An action:* wholly by a role that has it or a wider one, in part by a role that has
    ///   something narrower. A role whose actions are unknown serves none.
    /// - *A task:* by the roles Microsoft names for it, and by Global Administrator, which does
    ///   whatever a role does and is named for next to nothing. Where the source does not say
    ///   whether one of several roles is enough, they are taken to be needed together: who has
    ///   all of them surely can. What lies outside the directory's roles serves nothing.
    pub fn served_by(&self, catalogue: &RoleCatalogue) -> Vec<Serving> {
        let alone = |role, coverage| Serving {
            role,
            coverage,
            together: 0,
            published: false,
        };
        let ids = catalogue.roles().map(|role| role.id);
        match self {
            Self::Permission(permission) => ids
                .filter_map(|id| match catalogue.grant(id, *permission) {
                    Grant::No => None,
                    Grant::Limited(_) => Some(alone(id, Coverage::Part)),
                    Grant::Yes => Some(alone(id, Coverage::Whole)),
                })
                .collect(),
            Self::Action(asked) => {
                let matching = Matching::new(catalogue, asked);
                ids.filter_map(|id| Some(alone(id, matching.coverage(catalogue.actions(id)?)?)))
                    .collect()
            }
            Self::Task(task) => {
                let named = named(catalogue, *task);
                let global = RoleTemplateId::GLOBAL_ADMINISTRATOR;
                ids.filter_map(|id| {
                    let named_so = named.iter().find(|serving| serving.role == id);
                    let implied = id == global && !named.is_empty();
                    named_so
                        .copied()
                        .or_else(|| implied.then(|| alone(id, Coverage::Whole)))
                })
                .collect()
            }
        }
    }

    /// The actions that no role serving it goes without: what is not excess.
    ///
    /// Of an action they are those it covers, or when there is none, the narrowest that cover it.
    /// A permission and a task say nothing about actions: theirs are what the roles have in
    /// common that serve it wholly (in part, when none does), with all that is implied. For a task
    /// only the roles that Microsoft names count, and roles that go together count as one.
    pub fn actions(&self, catalogue: &RoleCatalogue) -> ActionSet {
        self.actions_with(catalogue, &mut None)
    }

    /// The same; `implied` is worked out when it is needed and not there yet.
    pub(super) fn actions_with<'a>(
        &self,
        catalogue: &'a RoleCatalogue,
        implied: &mut Option<Implied<'a>>,
    ) -> ActionSet {
        let mut serving = match self {
            Self::Action(asked) => return Matching::new(catalogue, asked).actions(catalogue),
            Self::Permission(_) => self.served_by(catalogue),
            Self::Task(task) => named(catalogue, *task),
        };
        if serving.iter().any(|one| one.coverage == Coverage::Whole) {
            serving.retain(|one| one.coverage == Coverage::Whole);
        }
        let implied = implied.get_or_insert_with(|| Implied::new(catalogue));
        in_common(&serving, implied)
    }
}

/// What every way of `serving` has whose actions are known.
fn in_common(serving: &[Serving], implied: &Implied<'_>) -> ActionSet {
    let mut common: Option<ActionSet> = None;
    let mut keep = |way: ActionSet| match &mut common {
        Some(common) => common.intersect_with(&way),
        None => common = Some(way),
    };
    let mut together: Vec<(u8, ActionSet)> = Vec::new();
    for one in serving {
        let Some(actions) = implied.of_known_role(one.role) else {
            continue;
        };
        if one.together == 0 {
            keep(actions);
        } else if let Some((_, way)) = together.iter_mut().find(|(way, _)| *way == one.together) {
            way.union_with(&actions);
        } else {
            together.push((one.together, actions));
        }
    }
    for (_, way) in together {
        keep(way);
    }
    common.unwrap_or_default()
}

/// The roles Microsoft names for a task: the least privileged, then the others.
fn named(catalogue: &RoleCatalogue, task: TaskId) -> Vec<Serving> {
    let mut named: Vec<Serving> = Vec::new();
    let Some(task) = catalogue.task(task) else {
        return named;
    };
    let together = match task.several {
        SeveralRoles::Any => 0,
        SeveralRoles::All | SeveralRoles::NotStated => 1,
    };
    let least = task.least.iter().map(|holder| (holder, together, true));
    let additional = task.additional.iter().map(|holder| (holder, 0, false));
    for (holder, together, published) in least.chain(additional) {
        let TaskHolder::Role(role) = *holder else {
            continue;
        };
        match named.iter_mut().find(|one| one.role == role) {
            // Named among the others as well: it is enough by itself.
            Some(one) => one.together = one.together.min(together),
            None => named.push(Serving {
                role,
                coverage: Coverage::Whole,
                together,
                published,
            }),
        }
    }
    // A way of one role is no way together.
    if named.iter().filter(|one| one.together == 1).count() < 2 {
        for one in &mut named {
            one.together = 0;
        }
    }
    named
}

/// How the actions of the current edition relate to one that is asked for.
pub(super) struct Matching {
    /// Those that cover it.
    wider: ActionSet,
    /// Those it covers.
    narrower: ActionSet,
}

impl Matching {
    pub(super) fn new(catalogue: &RoleCatalogue, asked: &ResourceAction) -> Self {
        let mut matching = Self {
            wider: ActionSet::default(),
            narrower: ActionSet::default(),
        };
        for (id, entry) in numbered(catalogue.edition(Edition::Current).actions()) {
            if !asked.is_akin_to(&entry.action) {
                continue;
            }
            if entry.action.covers(asked) {
                matching.wider.insert(id);
            }
            if asked.covers(&entry.action) {
                matching.narrower.insert(id);
            }
        }
        matching
    }

    /// How much of it someone can do who has `held`.
    pub(super) fn coverage(&self, held: &ActionSet) -> Option<Coverage> {
        if held.overlaps(&self.wider) {
            Some(Coverage::Whole)
        } else {
            held.overlaps(&self.narrower).then_some(Coverage::Part)
        }
    }

    fn actions(&self, catalogue: &RoleCatalogue) -> ActionSet {
        if !self.narrower.is_empty() {
            return self.narrower;
        }
        let edition = catalogue.edition(Edition::Current);
        let entries = || {
            self.wider
                .iter()
                .filter_map(|id| Some((id, edition.entry(id)?)))
        };
        let mut narrowest = ActionSet::default();
        for (id, entry) in entries() {
            let goes_without =
                |other: &ResourceAction| entry.action.covers(other) && !other.covers(&entry.action);
            if !entries().any(|(_, other)| goes_without(&other.action)) {
                narrowest.insert(id);
            }
        }
        narrowest
    }
}
