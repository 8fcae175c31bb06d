//! The role assignments of a tenant, found by who holds them and by which role it is.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::role::{Principal, RoleAssignment, RoleTemplateId};

/// A set of assignments in which a principal holds a role once for each scope and kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignments {
    /// By a hash, since every decision asks what somebody holds.
    by_principal: HashMap<Principal, Vec<RoleAssignment>>,
    /// Whoever holds anything, in the order of the file.
    principals: BTreeSet<Principal>,
    by_role: BTreeMap<RoleTemplateId, BTreeSet<RoleAssignment>>,
    len: usize,
}

impl Assignments {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What `principal` holds directly, in ascending order.
    pub fn of(&self, principal: Principal) -> &[RoleAssignment] {
        self.by_principal.get(&principal).map_or(&[], Vec::as_slice)
    }

    /// Every assignment of `role`, in ascending order.
    pub fn of_role(&self, role: RoleTemplateId) -> impl Iterator<Item = &RoleAssignment> {
        self.by_role.get(&role).into_iter().flatten()
    }

    /// Every assignment, by principal and then by role.
    pub fn iter(&self) -> impl Iterator<Item = &RoleAssignment> {
        let held = |principal: &Principal| self.of(*principal);
        self.principals.iter().flat_map(held)
    }

    /// Everyone who holds anything, directly.
    pub fn principals(&self) -> impl Iterator<Item = Principal> {
        self.principals.iter().copied()
    }

    /// The roles that anyone holds, in ascending order of their id.
    pub fn roles(&self) -> impl Iterator<Item = RoleTemplateId> {
        self.by_role.keys().copied()
    }

    /// The assignment in the same slot, whatever its times.
    pub fn find(&self, like: &RoleAssignment) -> Option<&RoleAssignment> {
        // Sorted by the slot first and by the times after, so that there is one place to look.
        let held = self.of(like.principal);
        let at = held.partition_point(|other| other.slot() < like.slot());
        held.get(at).filter(|other| other.same_slot(like))
    }

    /// Adds an assignment; `false` when its slot is taken.
    pub(super) fn insert(&mut self, assignment: RoleAssignment) -> bool {
        if self.find(&assignment).is_some() {
            return false;
        }
        self.principals.insert(assignment.principal);
        let held = self.by_principal.entry(assignment.principal).or_default();
        let at = held.partition_point(|other| *other < assignment);
        // Most hold one or two: room for more would be most of the memory.
        held.reserve_exact(1);
        held.insert(at, assignment);
        self.by_role
            .entry(assignment.role)
            .or_default()
            .insert(assignment);
        self.len += 1;
        true
    }

    /// Takes out the assignment in the same slot and returns it.
    pub(super) fn remove(&mut self, like: &RoleAssignment) -> Option<RoleAssignment> {
        let held = self.by_principal.get_mut(&like.principal)?;
        let at = held.iter().position(|other| other.same_slot(like))?;
        let removed = held.remove(at);
        if held.is_empty() {
            self.by_principal.remove(&like.principal);
            self.principals.remove(&like.principal);
        }
        if let Some(same_role) = self.by_role.get_mut(&removed.role) {
            same_role.remove(&removed);
            if same_role.is_empty() {
                self.by_role.remove(&removed.role);
            }
        }
        self.len -= 1;
        Some(removed)
    }
}
