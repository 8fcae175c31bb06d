//! Role assignments told in a few words.

use mandate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::time::Timestamp;

use super::{group_id, id, unit_id};

/// A permanent, active, tenant-wide assignment to a person.
pub fn given(name: &str, role: RoleTemplateId) -> RoleAssignment {
    RoleAssignment::permanent(Principal::User(id(name)), role)
}

/// The same to a group.
pub fn given_to_group(name: &str, role: RoleTemplateId) -> RoleAssignment {
    RoleAssignment::permanent(Principal::Group(group_id(name)), role)
}

/// Ways an assignment can be less than permanent, active and tenant-wide.
pub trait Less {
    fn eligible(self) -> Self;
    fn within(self, unit: &str) -> Self;
    fn since(self, start: Timestamp) -> Self;
    fn until(self, end: Timestamp) -> Self;
}

impl Less for RoleAssignment {
    fn eligible(mut self) -> Self {
        self.kind = AssignmentKind::Eligible;
        self
    }

    fn within(mut self, unit: &str) -> Self {
        self.scope = DirectoryScope::AdministrativeUnit(unit_id(unit));
        self
    }

    fn since(mut self, start: Timestamp) -> Self {
        self.start = Some(start);
        self
    }

    fn until(mut self, end: Timestamp) -> Self {
        self.end = Some(end);
        self
    }
}
