//! What differs between two tenants: what came, what went and what changed.
//!
//! Speaks the words of the history where it has them, and adds those for what no Command can
//! change. The order in which things stand in a file is no difference, except which domain is
//! the initial one. Compares by id, and shared chunks not at all: a million people take as long
//! as reading them once.

mod names;
mod people;
mod things;

pub use self::names::{KnownNames, Names, TenantNames};

use super::audit::{AuditEntry, AuditItem, Thing};
use super::group::MemberSet;
use super::role::RoleAssignment;
use super::tenant::Tenant;
use super::time::Timestamp;
use super::user::{UserId, UserKind, UserSource};

/// What differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// What differs, by section.
    pub differences: Vec<Difference>,
    /// How the histories relate.
    pub history: HistoryDiff,
    /// How everything that differs is called.
    pub names: KnownNames,
    /// The revision of the tenant that was compared as what is after.
    pub revision: u64,
}

/// The sections that differences stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// People.
    People,
    /// Roles, who holds them, and sets of them.
    Roles,
    /// Groups, administrative units, and who is in them.
    Groups,
    /// The organisation: domains, subscriptions, partners, customers.
    Organization,
    /// The history.
    History,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 5] = [
        Self::People,
        Self::Roles,
        Self::Groups,
        Self::Organization,
        Self::History,
    ];

    /// The key in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Roles => "roles",
            Self::Groups => "groups",
            Self::Organization => "organization",
            Self::History => "history",
        }
    }
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// What the history has a word for.
    Item(AuditItem),
    /// Someone came, went, was deleted or restored.
    Presence {
        /// Who.
        user: UserId,
        /// Where they were.
        from: Presence,
        /// Where they are.
        to: Presence,
    },
    /// Someone is a guest now, or is none any more.
    Kind {
        /// Who.
        user: UserId,
        /// Whether they are a guest now.
        guest: bool,
    },
    /// Someone is synchronised from on-premises now, or is not any more.
    Source {
        /// Who.
        user: UserId,
        /// Whether they are synchronised now.
        synchronised: bool,
    },
    /// When someone last signed in.
    LastSignIn {
        /// Who.
        user: UserId,
        /// When, before.
        from: Option<Timestamp>,
        /// When, after.
        to: Option<Timestamp>,
    },
    /// An assignment holds from or until another moment.
    Times {
        /// The assignment before.
        from: RoleAssignment,
        /// The same with its times after.
        to: RoleAssignment,
    },
    /// Another number of people is in a set.
    MemberCount {
        /// Which set.
        set: MemberSet,
        /// How many before.
        from: usize,
        /// How many after.
        to: usize,
    },
    /// A deleted person was deleted at another moment.
    DeletedAt {
        /// Who.
        user: UserId,
        /// When, before.
        from: Timestamp,
        /// When, after.
        to: Timestamp,
    },
    /// A deleted person would hold a role again when restored, or would not any more.
    KeptRole {
        /// The role.
        held: RoleAssignment,
        /// Whether it is kept now.
        kept: bool,
    },
    /// A deleted person would be in a set again when restored, or would not any more.
    KeptMember {
        /// Which set.
        set: MemberSet,
        /// Who.
        user: UserId,
        /// Whether it is kept now.
        kept: bool,
    },
    /// Another domain is the initial one.
    InitialDomain {
        /// The name before.
        from: Option<Box<str>>,
        /// The name after.
        to: Option<Box<str>>,
    },
}

/// Where a person stands in a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Presence {
    /// Nowhere.
    Absent,
    /// Among the people.
    Active,
    /// Among those who were deleted and can be restored.
    Deleted,
}

/// Whether something came, went or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// It is there now and was not.
    Came,
    /// It was there and is not now.
    Went,
    /// It is another now.
    Changed,
}

impl Way {
    /// The key in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Came => "added",
            Self::Went => "removed",
            Self::Changed => "changed",
        }
    }
}

/// How the history after relates to the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HistoryDiff {
    /// They are the same.
    #[default]
    Same,
    /// The one after goes on with so many entries.
    Longer(u32),
    /// The one before has so many entries more.
    Shorter(u32),
    /// They part at the entry of this number.
    Diverged(u32),
}

impl HistoryDiff {
    /// Whether entries came, went or are others; nothing when the histories are the same.
    pub const fn way(self) -> Option<Way> {
        match self {
            Self::Same => None,
            Self::Longer(_) => Some(Way::Came),
            Self::Shorter(_) => Some(Way::Went),
            Self::Diverged(_) => Some(Way::Changed),
        }
    }
}

impl Diff {
    /// What is different in `after` from what was in `before`.
    pub fn between(before: &Tenant, after: &Tenant) -> Self {
        let mut differences = Vec::new();
        people::compare(before, after, &mut differences);
        things::assignments(before, after, &mut differences);
        things::role_sets(before, after, &mut differences);
        things::custom_roles(before, after, &mut differences);
        things::review(before, after, &mut differences);
        things::groups(before, after, &mut differences);
        things::units(before, after, &mut differences);
        things::organization(before, after, &mut differences);
        Self {
            names: KnownNames::of(&differences, before, after),
            history: history(before.audit(), after.audit()),
            revision: after.revision(),
            differences,
        }
    }

    /// Whether both hold the same. Their histories may still differ.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// Whether both hold the same and have the same history.
    pub fn is_same(&self) -> bool {
        self.is_empty() && self.history == HistoryDiff::Same
    }

    /// How many differences there are, the history being one.
    pub fn count(&self) -> usize {
        self.differences.len() + usize::from(self.history != HistoryDiff::Same)
    }
}

impl Difference {
    /// The section it stands in.
    pub const fn section(&self) -> Section {
        match self {
            Self::Item(item) => section_of(item),
            Self::Presence { .. }
            | Self::Kind { .. }
            | Self::Source { .. }
            | Self::LastSignIn { .. }
            | Self::DeletedAt { .. }
            | Self::KeptRole { .. }
            | Self::KeptMember { .. } => Section::People,
            Self::Times { .. } => Section::Roles,
            Self::MemberCount { .. } => Section::Groups,
            Self::InitialDomain { .. } => Section::Organization,
        }
    }

    /// Whether something came, went or changed.
    pub const fn way(&self) -> Way {
        match self {
            Self::Item(
                AuditItem::RoleAssigned(_)
                | AuditItem::LicenceAssigned(..)
                | AuditItem::MemberAdded(..)
                | AuditItem::Added { .. },
            )
            | Self::Presence {
                to: Presence::Active,
                ..
            }
            | Self::Presence {
                from: Presence::Absent,
                ..
            }
            | Self::KeptRole { kept: true, .. }
            | Self::KeptMember { kept: true, .. } => Way::Came,
            Self::Item(
                AuditItem::RoleRevoked(_)
                | AuditItem::LicenceRemoved(..)
                | AuditItem::MemberRemoved(..)
                | AuditItem::Removed { .. },
            )
            | Self::Presence { .. }
            | Self::KeptRole { .. }
            | Self::KeptMember { .. } => Way::Went,
            Self::Item(_)
            | Self::Kind { .. }
            | Self::Source { .. }
            | Self::LastSignIn { .. }
            | Self::Times { .. }
            | Self::MemberCount { .. }
            | Self::DeletedAt { .. }
            | Self::InitialDomain { .. } => Way::Changed,
        }
    }
}

const fn section_of(item: &AuditItem) -> Section {
    match item {
        AuditItem::TenantFounded(_) => Section::Organization,
        AuditItem::RoleAssigned(_) | AuditItem::RoleRevoked(_) => Section::Roles,
        AuditItem::FieldChanged { .. }
        | AuditItem::SignInBlocked(_)
        | AuditItem::SignInAllowed(_)
        | AuditItem::PasswordReset(_)
        | AuditItem::PasswordResetWithdrawn(_)
        | AuditItem::Account { .. }
        | AuditItem::LicenceAssigned(..)
        | AuditItem::LicenceRemoved(..)
        | AuditItem::DelegationChanged { .. }
        | AuditItem::ProductMailDeclined(_)
        | AuditItem::ProductMailAccepted(_) => Section::People,
        AuditItem::MemberAdded(..) | AuditItem::MemberRemoved(..) => Section::Groups,
        AuditItem::Added { thing, .. }
        | AuditItem::Removed { thing, .. }
        | AuditItem::Changed { thing, .. } => match thing {
            Thing::RoleSet(_) | Thing::CustomRole(_) => Section::Roles,
            Thing::Group(_) | Thing::Unit(_) => Section::Groups,
            Thing::Organization
            | Thing::Review
            | Thing::BreakGlass(_)
            | Thing::Acceptance(_)
            | Thing::Domain(_)
            | Thing::Subscription(_)
            | Thing::Partner(_)
            | Thing::Customer(_) => Section::Organization,
        },
    }
}

fn history(before: &[AuditEntry], after: &[AuditEntry]) -> HistoryDiff {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let shared = before.as_ptr() == after.as_ptr() && before.len() == after.len();
    if shared {
        return HistoryDiff::Same;
    }
    let parting = before
        .iter()
        .zip(after)
        .position(|(one, other)| one != other);
    if let Some(at) = parting {
        return HistoryDiff::Diverged(number(at + 1));
    }
    match after.len().checked_sub(before.len()) {
        Some(0) => HistoryDiff::Same,
        Some(more) => HistoryDiff::Longer(number(more)),
        None => HistoryDiff::Shorter(number(before.len() - after.len())),
    }
}

const fn is_guest(kind: UserKind) -> bool {
    matches!(kind, UserKind::Guest)
}

const fn is_synchronised(source: UserSource) -> bool {
    matches!(source, UserSource::DirectorySynchronised)
}
