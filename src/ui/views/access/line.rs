//! What the answers of this view are made of: lines that name people, roles and actions, fold
//! what is under them, and open what they name.
//!
//! Data only: how a line looks is worked out for the visible ones, by `look`.

use std::collections::BTreeSet;

use crate::domain::catalogue::{Edition, RoleCatalogue, TaskId};
use crate::domain::effective::{Holding, Need, Redundant};
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::ActionId;
use crate::domain::role::{GroupId, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::UserId;

/// A line of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What stands in it.
    pub what: What,
    /// How far it is indented.
    pub level: u8,
    /// What it folds, and whether that is open.
    pub fold: Option<(Fold, bool)>,
}

/// What stands in a line.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A heading, and how many stand under it.
    Heading(String, Option<usize>),
    /// Something to know, and a second sentence about it.
    Note(Tone, String, String),
    /// A role that reaches a person, and what to say of it besides.
    Holding(Holding, Option<String>),
    /// A permission, how far it goes, and from where it came.
    Permission(Office365Permission, Grant, String),
    /// An action of the current edition.
    Action(ActionId),
    /// A role, what to say of it, and a mark.
    Role(RoleTemplateId, String, Option<Mark>),
    /// A person, and the assignment that lets them.
    Holder(UserId, HeldThrough, RoleAssignment),
    /// A person, and what to say of them.
    Person(UserId, String),
    /// A role that adds nothing to what its holder can do.
    Redundant(Redundant),
    /// A group that holds a role, and how many are in it.
    Group(GroupId, RoleAssignment, usize),
    /// A task.
    Task(TaskId),
    /// A set of roles that serves every need.
    Set(Box<SetLine>),
}

/// A set of roles as it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct SetLine {
    /// Its place, from 1.
    pub place: usize,
    /// The roles.
    pub roles: Vec<RoleTemplateId>,
    /// How many privileged actions it allows beyond the need.
    pub privileged: usize,
    /// How many actions in all it allows beyond the need.
    pub excess: usize,
    /// Whether more is allowed than is known.
    pub more_unknown: bool,
    /// Whether Microsoft names every role of it for the task.
    pub published: bool,
}

/// How grave a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// Something to mind.
    Warning,
    /// It is well.
    Good,
}

/// What a role is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It serves the whole need.
    Wholly,
    /// It serves a part of it.
    InPart,
    /// Microsoft names it for the task.
    Published,
}

/// What can be folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// A part of an answer.
    Part(&'static str),
    /// The actions of a namespace, in a part.
    Namespace(&'static str, Box<str>),
    /// The ways to a permission.
    Permission(Office365Permission),
    /// The ways to an action.
    Action(ActionId),
    /// Who holds a role.
    Role(RoleTemplateId),
    /// Who is in a group that holds a role.
    Group(RoleTemplateId, GroupId),
    /// What a set of roles is, and allows beyond the need.
    Set(Vec<RoleTemplateId>),
    /// What a set of roles allows beyond the need.
    Excess(Vec<RoleTemplateId>),
    /// The tasks of an area.
    Area(Box<str>),
    /// What a person can do beyond the need.
    Person(UserId),
}

/// Which folds were changed from how they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds(BTreeSet<Fold>);

impl Folds {
    /// Whether it is open, when it begins `open`.
    pub fn is_open(&self, fold: &Fold, open: bool) -> bool {
        self.0.contains(fold) != open
    }

    /// Opens what is closed, and closes what is open.
    pub fn toggle(&mut self, fold: Fold) {
        if !self.0.remove(&fold) {
            self.0.insert(fold);
        }
    }
}

/// What a line leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The details of a person.
    User(UserId),
    /// A role in the catalogue.
    Role(RoleTemplateId),
    /// The details of a group.
    Group(GroupId),
    /// Who can do this.
    WhoCan(Need),
    /// Taking an assignment away.
    Revoke(RoleAssignment),
}

impl Line {
    /// A line that folds nothing.
    pub const fn new(level: u8, what: What) -> Self {
        Self {
            what,
            level,
            fold: None,
        }
    }

    /// The same, folding what is under it.
    #[must_use]
    pub fn folding(mut self, fold: Fold, open: bool) -> Self {
        self.fold = Some((fold, open));
        self
    }

    /// What a click opens. A permission or an action that folds is folded by it.
    pub fn target(&self, catalogue: &RoleCatalogue) -> Option<Target> {
        match &self.what {
            What::Holding(held, _) => Some(Target::Role(held.assignment.role)),
            What::Redundant(redundant) => Some(Target::Role(redundant.assignment.role)),
            What::Role(role, ..) => Some(Target::Role(*role)),
            What::Holder(user, ..) | What::Person(user, _) => Some(Target::User(*user)),
            What::Group(group, ..) => Some(Target::Group(*group)),
            _ if self.fold.is_some() => None,
            _ => self.question(catalogue),
        }
    }

    /// What the button at the end of the line opens, or does.
    pub fn second(&self, catalogue: &RoleCatalogue) -> Option<Target> {
        match &self.what {
            What::Holding(held, _) => group(held.through),
            What::Holder(_, through, _) => group(*through),
            What::Redundant(redundant) => match redundant.through {
                HeldThrough::Directly => Some(Target::Revoke(redundant.assignment)),
                HeldThrough::Group(id) => Some(Target::Group(id)),
            },
            _ if self.fold.is_some() => self.question(catalogue),
            _ => None,
        }
    }

    /// Who can do what stands here.
    fn question(&self, catalogue: &RoleCatalogue) -> Option<Target> {
        let need = match &self.what {
            What::Permission(permission, ..) => Need::Permission(*permission),
            What::Task(task) => Need::Task(*task),
            What::Action(action) => {
                let entry = catalogue.edition(Edition::Current).entry(*action)?;
                Need::Action(entry.action.clone())
            }
            _ => return None,
        };
        Some(Target::WhoCan(need))
    }
}

const fn group(through: HeldThrough) -> Option<Target> {
    match through {
        HeldThrough::Directly => None,
        HeldThrough::Group(id) => Some(Target::Group(id)),
    }
}
