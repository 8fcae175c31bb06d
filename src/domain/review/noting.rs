//! How a finding is noted: whole, or parted into what is open and what is accepted.

use std::collections::BTreeSet;

use super::Reviewer;
use super::finding::{Finding, FindingCode, FindingKind};
use super::settings::{Acceptance, FindingKey};
use crate::domain::role::{GroupId, RoleTemplateId};
use crate::domain::user::UserId;

/// How an acceptance goes with people who come and go.
enum Parting {
    /// Each of them is a finding of their own.
    Each,
    /// They are found by their number: a new one brings all of them up again.
    UnlessNew,
    /// There are too few of them: so does one who is gone.
    UnlessOthers,
}

const fn parting(code: FindingCode) -> Parting {
    match code {
        FindingCode::TooManyGlobalAdministrators
        | FindingCode::TooManyPrivilegedAssignments
        | FindingCode::GlobalAdministratorsOutnumber => Parting::UnlessNew,
        FindingCode::NoLastingGlobalAdministrator | FindingCode::TooFewGlobalAdministrators => {
            Parting::UnlessOthers
        }
        _ => Parting::Each,
    }
}

impl Reviewer<'_> {
    /// Notes a finding about people, if there are any, with the roles that concern them.
    pub(super) fn note_people(
        &mut self,
        kind: FindingKind,
        people: BTreeSet<UserId>,
        roles: impl Fn(&Self, &BTreeSet<UserId>) -> Vec<RoleTemplateId>,
    ) {
        if !people.is_empty() {
            self.note(kind, people, Vec::new(), |it, people, _| roles(it, people));
        }
    }

    /// Notes a finding about people and groups, with the roles that concern them.
    pub(super) fn note(
        &mut self,
        kind: FindingKind,
        people: BTreeSet<UserId>,
        groups: Vec<GroupId>,
        roles: impl Fn(&Self, &BTreeSet<UserId>, &[GroupId]) -> Vec<RoleTemplateId>,
    ) {
        let make = |it: &Self, kind, people: &BTreeSet<UserId>, groups: Vec<_>, accepted| Finding {
            kind,
            people: it.in_order(people),
            roles: roles(it, people, &groups),
            groups,
            accepted,
        };
        let mut whole = make(self, kind.clone(), &people, groups.clone(), None);
        let Some(acceptance) = self.acceptance(whole.key()).cloned() else {
            self.findings.push(whole);
            return;
        };
        let parting = parting(kind.code());
        let is_accepted = match parting {
            Parting::Each | Parting::UnlessNew => people.is_subset(&acceptance.people),
            Parting::UnlessOthers => people == acceptance.people,
        };
        if is_accepted {
            whole.accepted = Some(acceptance.clone());
        }
        if is_accepted || !matches!(parting, Parting::Each) {
            self.findings.push(whole);
            return;
        }
        let (known, new): (BTreeSet<_>, BTreeSet<_>) =
            (people.into_iter()).partition(|id| acceptance.people.contains(id));
        // Things and groups were accepted with the finding, unless it is about the one group.
        let (new_kind, new_groups, things) = match &kind {
            FindingKind::BidirectionalControls(things) => {
                let none = FindingKind::BidirectionalControls(Vec::new());
                (none, Vec::new(), !things.is_empty())
            }
            FindingKind::ExpiredAssignments => (kind.clone(), Vec::new(), !groups.is_empty()),
            _ => (kind.clone(), groups.clone(), false),
        };
        let open = make(self, new_kind, &new, new_groups, None);
        self.findings.push(open);
        if things || !known.is_empty() {
            let accepted = make(self, kind, &known, groups, Some(acceptance));
            self.findings.push(accepted);
        }
    }

    /// The acceptance of a finding, while it holds.
    fn acceptance(&self, key: FindingKey) -> Option<&Acceptance> {
        let acceptance = self.settings.accepted.get(&key)?;
        (acceptance.until > self.now() && key.code.can_be_accepted()).then_some(acceptance)
    }

    fn in_order(&self, people: &BTreeSet<UserId>) -> Vec<UserId> {
        let mut people: Vec<_> = people.iter().copied().collect();
        people.sort_by_cached_key(|id| self.tenant.users().row(*id));
        people
    }
}
