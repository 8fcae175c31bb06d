//! Global Administrators: how many, which of them last, who can be reached, and the accounts kept
//! for emergencies.

use std::collections::BTreeSet;

use super::Reviewer;
use super::finding::FindingKind;
use crate::domain::role::{DirectoryScope, RoleTemplateId};
use crate::domain::user::{SignIn, User, UserId, UserKind, UserSource};

const GLOBAL: RoleTemplateId = RoleTemplateId::GLOBAL_ADMINISTRATOR;

impl Reviewer<'_> {
    // R3, R5, R6.
    pub(super) fn global_administrators(&mut self) {
        if self.tenant.lasting_global_administrators().next().is_none() {
            let others = self.holders(GLOBAL, |_| true);
            let kind = FindingKind::NoLastingGlobalAdministrator;
            self.note(kind, others, Vec::new(), |_, _, _| vec![GLOBAL]);
        }
        let now = self.now();
        let holders = self.holders(GLOBAL, |held| {
            held.scope == DirectoryScope::Tenant && held.is_in_force(now)
        });
        let able: BTreeSet<_> = (holders.iter().copied())
            .filter(|id| self.may_sign_in(*id))
            .collect();
        let thresholds = self.settings.thresholds;
        let fewest = thresholds.fewest_global_administrators;
        if able.len() < usize::from(fewest) {
            let count = able.len();
            let kind = FindingKind::TooFewGlobalAdministrators { count, fewest };
            self.note(kind, able.clone(), Vec::new(), |_, _, _| vec![GLOBAL]);
        }
        let daily: BTreeSet<_> = (able.into_iter())
            .filter(|id| !self.is_for_emergencies(*id))
            .collect();
        let most = thresholds.most_global_administrators;
        if daily.len() > usize::from(most) {
            let kind = FindingKind::TooManyGlobalAdministrators {
                count: daily.len(),
                most,
                limit: thresholds.limit_global_administrators,
            };
            self.note_people(kind, daily.clone(), |_, _| vec![GLOBAL]);
        }
        self.outnumber(daily, fewest);
        let unreachable = |user: &User| {
            user.contact.mobile_phone.is_none() || user.contact.alternate_email.is_none()
        };
        let unreachable: BTreeSet<_> = (holders.into_iter())
            .filter(|id| !self.is_for_emergencies(*id) && self.is(*id, unreachable))
            .collect();
        let kind = FindingKind::GlobalAdministratorsUnreachable;
        self.note_people(kind, unreachable, |_, _| vec![GLOBAL]);
    }

    /// Notes when more people are Global Administrator than hold another privileged role.
    fn outnumber(&mut self, global: BTreeSet<UserId>, fewest: u16) {
        if global.len() <= usize::from(fewest) {
            return;
        }
        let now = self.now();
        let mut others = BTreeSet::new();
        for role in self.roles_held() {
            if role != GLOBAL && self.is_privileged(role) {
                others.extend(self.holders(role, |held| held.is_in_force(now)));
            }
        }
        others.retain(|id| {
            !global.contains(id) && !self.is_for_emergencies(*id) && self.may_sign_in(*id)
        });
        if global.len() > others.len() {
            let kind = FindingKind::GlobalAdministratorsOutnumber {
                global: global.len(),
                others: others.len(),
            };
            self.note_people(kind, global, |_, _| vec![GLOBAL]);
        }
    }

    /// Whether the accounts kept for emergencies would help in one.
    pub(super) fn emergency_accounts(&mut self) {
        let now = self.now();
        let unusable = |user: &User| {
            let mut held = self.tenant.reaching(user.id);
            let lasts = held.any(|(_, held)| {
                held.role == GLOBAL
                    && held.scope == DirectoryScope::Tenant
                    && held.end.is_none()
                    && held.is_in_force(now)
            });
            !lasts
                || user.sign_in == SignIn::Blocked
                || user.kind == UserKind::Guest
                || user.source == UserSource::DirectorySynchronised
        };
        let accounts = self.settings.break_glass.iter().copied();
        let people = accounts.filter(|id| self.is(*id, unusable)).collect();
        self.note_people(FindingKind::BreakGlassUnusable, people, |_, _| vec![GLOBAL]);
    }

    fn may_sign_in(&self, id: UserId) -> bool {
        self.is(id, |user| user.sign_in == SignIn::Allowed)
    }
}
