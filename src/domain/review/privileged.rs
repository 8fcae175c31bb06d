//! Privileged roles: how many assignments, which of them never end, which are so of late.

use std::collections::BTreeSet;

use super::finding::FindingKind;
use super::{Reviewer, reached};
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::role::{AssignmentKind, Principal, RoleAssignment, RoleTemplateId};
use crate::domain::user::UserId;

impl Reviewer<'_> {
    // R21.
    pub(super) fn privileged_roles(&mut self) {
        let assignments = self.tenant.assignments();
        let (mut count, mut holders, mut lasting) = (0, BTreeSet::new(), BTreeSet::new());
        let (mut roles, mut lasting_roles) = (BTreeSet::new(), BTreeSet::new());
        for role in self.roles_held() {
            if !self.is_privileged(role) {
                continue;
            }
            for held in assignments.of_role(role).filter(|held| self.stands(held)) {
                if let Principal::User(id) = held.principal {
                    if self.is_for_emergencies(id) {
                        continue;
                    }
                    if is_always_on(held) {
                        lasting.insert(id);
                        lasting_roles.insert(role);
                    }
                }
                count += 1;
                roles.insert(role);
                holders.extend(reached(self.tenant, held.principal));
            }
        }
        let most = self.settings.thresholds.most_privileged_assignments;
        if count > usize::from(most) {
            let kind = FindingKind::TooManyPrivilegedAssignments { count, most };
            let roles: Vec<_> = roles.into_iter().collect();
            self.note(kind, holders, Vec::new(), |_, _, _| roles.clone());
        }
        let kind = FindingKind::PermanentPrivilegedAssignments;
        self.note_people(kind, lasting, Self::always_on);
        for role in self.roles_held() {
            if is_newly_privileged(self.context.catalogue, role) {
                let holders = self.holders(role, |_| true);
                let kind = FindingKind::NewlyPrivilegedRole;
                self.note_people(kind, holders, |_, _| vec![role]);
            }
        }
    }

    /// The privileged roles that these people hold directly, actively and without an end.
    fn always_on(&self, people: &BTreeSet<UserId>) -> Vec<RoleTemplateId> {
        let held = |id: &UserId| self.tenant.assignments().of(Principal::User(*id));
        let roles: BTreeSet<_> = (people.iter().flat_map(held))
            .filter(|held| is_always_on(held) && self.is_privileged(held.role))
            .map(|held| held.role)
            .collect();
        roles.into_iter().collect()
    }
}

/// Whether an assignment is active and never ends.
pub(super) fn is_always_on(held: &RoleAssignment) -> bool {
    held.kind == AssignmentKind::Active && held.end.is_none()
}

/// Whether a role is privileged today and was in the article this program began with, without
/// being so.
fn is_newly_privileged(catalogue: &RoleCatalogue, role: RoleTemplateId) -> bool {
    let privileged = |edition| {
        let definition = catalogue.edition(edition).get(role);
        definition.map(|definition| definition.privileged)
    };
    (privileged(Edition::Seed), privileged(Edition::Current)) == (Some(false), Some(true))
}
