//! Roles: what a role is, and what it means that someone holds one.
//!
//! A role definition is catalogue data and never changes while the program runs. A role
//! assignment is tenant data: a principal, a role, a scope, active or eligible, from when
//! until when. Whether an assignment may be made is [`super::delegation`]'s to say.

use std::fmt;

use uuid::{Uuid, uuid};

use super::language::LocalText;
use super::resource_action::ActionSet;
use super::time::Timestamp;
use super::user::UserId;

/// The id of a role's template, the same in every tenant. Roles are matched by it, never by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleTemplateId(pub Uuid);

impl RoleTemplateId {
    /// Global Administrator.
    pub const GLOBAL_ADMINISTRATOR: Self = Self(uuid!("62e90394-69f5-4237-9190-012177145e10"));
    /// Billing Administrator.
    pub const BILLING_ADMINISTRATOR: Self = Self(uuid!("b0f54661-2d74-4c50-afa3-1ec803f12efe"));
    /// Exchange Administrator.
    pub const EXCHANGE_ADMINISTRATOR: Self = Self(uuid!("29232cdf-9323-42fd-ade2-1d097af3e4de"));
    /// SharePoint Administrator.
    pub const SHAREPOINT_ADMINISTRATOR: Self = Self(uuid!("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"));
    /// Helpdesk Administrator: the classic *Password administrator*.
    pub const HELPDESK_ADMINISTRATOR: Self = Self(uuid!("729827e3-9c14-49f7-bb1b-9608f156bbb8"));
    /// Skype for Business Administrator.
    pub const SKYPE_ADMINISTRATOR: Self = Self(uuid!("75941009-915a-4869-abe7-691bff18279e"));
    /// Service Support Administrator: the classic *Service administrator*.
    pub const SERVICE_SUPPORT_ADMINISTRATOR: Self =
        Self(uuid!("f023fd81-a637-4b56-95fd-791ac0226033"));
    /// User Administrator: the classic *User management administrator*.
    pub const USER_ADMINISTRATOR: Self = Self(uuid!("fe930be7-5e62-47db-91af-98c3a49a38b1"));

    /// Whether this is the administrator of a service beside which a Service administrator is
    /// held (R12).
    pub fn is_of_a_service(self) -> bool {
        [
            Self::EXCHANGE_ADMINISTRATOR,
            Self::SHAREPOINT_ADMINISTRATOR,
            Self::SKYPE_ADMINISTRATOR,
        ]
        .contains(&self)
    }
}

impl fmt::Display for RoleTemplateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A role as a catalogue edition describes it.
#[derive(Clone, Debug)]
pub struct RoleDefinition {
    /// The template id.
    pub id: RoleTemplateId,
    /// The name in both languages.
    pub name: LocalText,
    /// What the role is for, in a sentence or less.
    pub description: LocalText,
    /// Other names it goes by: former, API and section names, in any language.
    pub aliases: Vec<Box<str>>,
    /// The group it stands in when roles are picked.
    pub category: RoleCategory,
    /// Whether holding it can lead to holding everything.
    pub privileged: bool,
    /// Whether it is meant to be used.
    pub status: RoleStatus,
    /// Whether the portal leaves it out of its list.
    pub hidden_in_portal: bool,
    /// Its actions, or that they are unknown.
    pub actions: RoleActions,
    /// What is worth knowing before assigning it.
    pub notes: Vec<RoleNote>,
}

/// Whether a role is meant to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleStatus {
    /// In use.
    Active,
    /// Taken out of use by Microsoft.
    Deprecated,
    /// Exists, but people are told to leave it alone.
    NotForUse,
    /// Only the service itself gives it to its own accounts.
    ServiceAssigned,
}

impl RoleStatus {
    /// Whether a person may assign a role of this status at all (R20).
    pub const fn is_assignable(self) -> bool {
        matches!(self, Self::Active)
    }
}

/// The actions of a role. Unknown is not none: a role whose table was lost can still do much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleActions {
    /// No table could be read.
    Unknown,
    /// A table was read.
    Known {
        /// The actions, numbered by the edition the role stands in.
        set: ActionSet,
        /// Where the table came from.
        source: ActionSource,
    },
}

impl RoleActions {
    /// The set, where known.
    pub const fn set(&self) -> Option<&ActionSet> {
        match self {
            Self::Unknown => None,
            Self::Known { set, .. } => Some(set),
        }
    }
}

/// Where a role's action table came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionSource {
    /// The seed article itself.
    Seed,
    /// Microsoft's documentation; its date as written there (`2026-01-26`), where known.
    Docs {
        /// The date the page carries.
        date: Option<Box<str>>,
    },
    /// The tenant's own definition.
    Custom {
        /// How many of its actions no list has.
        unlisted: u16,
    },
}

/// Something worth knowing about a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleNote {
    /// What sort of remark it is.
    pub kind: RoleNoteKind,
    /// The service it is about, where it is about one.
    pub service: Option<Box<str>>,
    /// The related role, for [`RoleNoteKind::See`].
    pub related: Option<RoleTemplateId>,
    /// The remark.
    pub text: LocalText,
}

/// What sort of remark a [`RoleNote`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleNoteKind {
    /// What the role is for.
    For,
    /// Something it can do.
    Can,
    /// Something it cannot do.
    Cannot,
    /// A danger in giving it.
    Risk,
    /// It is given by the service itself.
    Automatic,
    /// It should be left alone.
    DoNotUse,
    /// Where it holds.
    Scope,
    /// It was called something else.
    Rename,
    /// Another role to look at.
    See,
}

/// The groups of the role picker and the role list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleCategory {
    /// Across everything: Global Administrator, Global Reader, privileged role management.
    Global,
    /// Users, groups, authentication, applications, domains.
    Identity,
    /// Security, compliance, privacy, attributes.
    SecurityAndCompliance,
    /// Exchange, SharePoint, Teams, Viva and the like.
    Collaboration,
    /// Intune, Windows, printers, devices.
    Devices,
    /// Billing, support, reports, service health.
    BillingAndSupport,
    /// Power Platform, Dynamics, Fabric, AI, search and data.
    DataAndAi,
    /// Readers of a single thing that stand in no group above, and everything else.
    Other,
    /// Roles that the tenant made for itself.
    Custom,
}

impl RoleCategory {
    /// Every category, in the order of the picker.
    pub const ALL: [Self; 9] = [
        Self::Global,
        Self::Identity,
        Self::Collaboration,
        Self::SecurityAndCompliance,
        Self::Devices,
        Self::BillingAndSupport,
        Self::DataAndAi,
        Self::Other,
        Self::Custom,
    ];
}

/// The id of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub Uuid);

/// The id of an administrative unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AdministrativeUnitId(pub Uuid);

/// Who can hold a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Principal {
    /// A person.
    User(UserId),
    /// A role-assignable group; its members hold the role through it.
    Group(GroupId),
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DirectoryScope {
    /// The whole tenant, written `/`.
    Tenant,
    /// The people of one administrative unit.
    AdministrativeUnit(AdministrativeUnitId),
}

/// Whether a role is held now or can be taken up when needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AssignmentKind {
    /// Held.
    Active,
    /// May be activated for a time; counts for nothing until then.
    Eligible,
}

/// A role given to a principal. Principal, role, scope and kind identify it; the times describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleAssignment {
    /// Who holds it.
    pub principal: Principal,
    /// Which role.
    pub role: RoleTemplateId,
    /// Where.
    pub scope: DirectoryScope,
    /// Held, or merely eligible.
    pub kind: AssignmentKind,
    /// From when; always so when absent.
    pub start: Option<Timestamp>,
    /// Until when, exclusive; for ever when absent.
    pub end: Option<Timestamp>,
}

impl RoleAssignment {
    /// A permanent, active assignment over the whole tenant: what the admin center makes.
    pub const fn permanent(principal: Principal, role: RoleTemplateId) -> Self {
        Self {
            principal,
            role,
            scope: DirectoryScope::Tenant,
            kind: AssignmentKind::Active,
            start: None,
            end: None,
        }
    }

    /// Whether both are the same assignment, whatever their times: a principal holds a role at
    /// most once for each scope and kind.
    pub fn same_slot(&self, other: &Self) -> bool {
        self.slot() == other.slot()
    }

    /// What identifies the assignment; assignments are ordered by it first.
    pub(super) fn slot(&self) -> (Principal, RoleTemplateId, DirectoryScope, AssignmentKind) {
        (self.principal, self.role, self.scope, self.kind)
    }

    /// Whether the role is held at `now`: active, begun and not over.
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.kind == AssignmentKind::Active
            && self.start.is_none_or(|start| start <= now)
            && !self.is_expired(now)
    }

    /// Whether its end has passed at `now`.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.end.is_some_and(|end| end <= now)
    }

    /// Active over the whole tenant, without start or end.
    pub fn is_permanent_tenant_wide(&self) -> bool {
        *self == Self::permanent(self.principal, self.role)
    }
}
