//! Groups and administrative units: sets of people that roles are given to or held over.

use std::collections::BTreeSet;

use super::role::{AdministrativeUnitId, GroupId};
use super::user::UserId;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The id.
    pub id: GroupId,
    /// The name.
    pub name: Box<str>,
    /// Whether it may hold roles. Its members and owners are then protected (R24).
    pub role_assignable: bool,
    /// Who is in it.
    pub members: BTreeSet<UserId>,
    /// Who decides who is in it.
    pub owners: BTreeSet<UserId>,
}

/// An administrative unit: the people a scoped role holds over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdministrativeUnit {
    /// The id.
    pub id: AdministrativeUnitId,
    /// The name.
    pub name: Box<str>,
    /// Whether it is a restricted management unit: a role over it protects whoever holds it (R23).
    pub restricted: bool,
    /// Who is in it.
    pub members: BTreeSet<UserId>,
}

/// A set of people that someone can be put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MemberSet {
    /// The members of a group.
    Members(GroupId),
    /// The owners of a group.
    Owners(GroupId),
    /// The people of an administrative unit.
    Unit(AdministrativeUnitId),
}
