//! What a tenant's review goes by: its thresholds, its emergency accounts, what is accepted.
//!
//! Kept in the tenant, since it is the organisation's judgement and no taste of the reader's.
//! People are named by id and need not be there any more: who is gone concerns nobody.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::FindingCode;
use crate::domain::role::{GroupId, RoleTemplateId};
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;

/// What the review of a tenant goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewSettings {
    /// What is too few and too many.
    pub thresholds: Thresholds,
    /// The accounts kept for emergencies. They are meant to be Global Administrators for good
    /// whom nobody phones and who never sign in, so findings that remark on that pass them by.
    pub break_glass: BTreeSet<UserId>,
    /// The findings that someone accepted.
    pub accepted: BTreeMap<FindingKey, Acceptance>,
}

/// What the review takes for too few and too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Thresholds {
    /// Fewer Global Administrators than this risk a lock-out.
    pub fewest_global_administrators: u16,
    /// Microsoft 365 advises no more Global Administrators than this.
    pub most_global_administrators: u16,
    /// CISA allows no more Global Administrators than this.
    pub limit_global_administrators: u16,
    /// Microsoft advises no more assignments of privileged roles than this.
    pub most_privileged_assignments: u16,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            fewest_global_administrators: 2,
            most_global_administrators: 4,
            limit_global_administrators: 8,
            most_privileged_assignments: 10,
        }
    }
}

impl Thresholds {
    /// Whether they can be: at least one Global Administrator, and each no less than the last.
    pub const fn is_valid(&self) -> bool {
        self.fewest_global_administrators >= 1
            && self.fewest_global_administrators <= self.most_global_administrators
            && self.most_global_administrators <= self.limit_global_administrators
    }
}

/// Which finding is meant, however many people it concerns at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FindingKey {
    /// What sort.
    pub code: FindingCode,
    /// What it is about, where there can be several of a sort.
    pub about: FindingAbout,
}

/// What a finding is about besides people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FindingAbout {
    /// The tenant.
    #[default]
    Tenant,
    /// One role.
    Role(RoleTemplateId),
    /// One group.
    Group(GroupId),
}

/// That a finding is known and left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Why. Never blank when new.
    pub reason: Box<str>,
    /// Until when, exclusive.
    pub until: Timestamp,
    /// The people it was accepted for: whoever joins them later is found again.
    pub people: BTreeSet<UserId>,
}

impl FindingKey {
    /// The key in files and exports: the finding's, and the id of what it is about after a slash.
    pub fn to_text(self) -> String {
        let code = self.code.key();
        match self.about {
            FindingAbout::Tenant => code.to_owned(),
            FindingAbout::Role(id) => format!("{code}/role/{}", id.0),
            FindingAbout::Group(id) => format!("{code}/group/{}", id.0),
        }
    }

    /// Reads what [`Self::to_text`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let code = parts.next()?;
        let code = FindingCode::ALL
            .into_iter()
            .find(|known| known.key() == code)?;
        let about = match (parts.next(), parts.next()) {
            (None, None) => FindingAbout::Tenant,
            (Some("role"), Some(id)) => FindingAbout::Role(RoleTemplateId(id.parse().ok()?)),
            (Some("group"), Some(id)) => FindingAbout::Group(GroupId(id.parse().ok()?)),
            _ => return None,
        };
        parts.next().is_none().then_some(Self { code, about })
    }
}
