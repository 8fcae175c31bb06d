//! A finding: what it is, how much it matters, which rule it is about.
//!
//! Data only; [`super::review`] finds, `words` says.

use super::words;
use crate::domain::audit::chain::ChainBreak;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::LocalText;
use crate::domain::organization::Service;
use super::settings::{Acceptance, FindingAbout, FindingKey};
use crate::domain::command::Command;
use crate::domain::delegation::Context;
use crate::domain::role::{GroupId, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::rule::Rule;
use crate::domain::user::UserId;

/// Something remarkable about a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The people concerned, in the order of the tenant; none where it is about the tenant.
    pub people: Vec<UserId>,
    /// The roles concerned, in ascending order.
    pub roles: Vec<RoleTemplateId>,
    /// The groups concerned, in ascending order.
    pub groups: Vec<GroupId>,
    /// Why and until when it is left as it is; none while it is open.
    pub accepted: Option<Acceptance>,
}

/// The sorts of findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// The file was changed outside Mandate.
    ChangedOutside,
    /// The history does not hold together from here on.
    HistoryBroken(ChainBreak),
    /// Nobody is sure to remain Global Administrator (R3).
    NoLastingGlobalAdministrator,
    /// Fewer Global Administrators than two (R5).
    TooFewGlobalAdministrators(usize),
    /// More Global Administrators than four (R5).
    TooManyGlobalAdministrators(usize),
    /// Global Administrators without a mobile phone or an alternate e-mail address (R6).
    GlobalAdministratorsUnreachable,
    /// Alternate e-mail addresses inside the tenant (R7).
    AlternateEmailInside,
    /// Mobile phones without a country code (R8).
    PhoneWithoutCountryCode,
    /// Other administrators who can't reset their own password for want of a phone (R8).
    AdministratorsWithoutPhone,
    /// A role whose service no subscription includes (R9).
    RoleWithoutService(Service),
    /// Billing administrators although this seller sold the subscription (R10).
    BillingThroughPartner(Box<str>),
    /// Service administrators without the role of a service (R12).
    ServiceAdministratorAlone,
    /// A role that can't be assigned is (R20).
    RoleNotAssignable,
    /// Guests hold roles (R27).
    GuestsHoldRoles,
    /// Blocked accounts hold roles (R27).
    BlockedHoldRoles,
}

/// The sorts of findings, by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each stands with its meaning in FindingKind")]
pub enum FindingCode {
    ChangedOutside,
    HistoryBroken,
    NoLastingGlobalAdministrator,
    TooFewGlobalAdministrators,
    TooManyGlobalAdministrators,
    TooManyPrivilegedAssignments,
    GlobalAdministratorsOutnumber,
    GlobalAdministratorsUnreachable,
    PermanentPrivilegedAssignments,
    NewlyPrivilegedRole,
    BreakGlassUnusable,
    AlternateEmailInside,
    PhoneWithoutCountryCode,
    AdministratorsWithoutPhone,
    RoleWithoutService,
    BillingThroughPartner,
    ServiceAdministratorAlone,
    RoleNotAssignable,
    GuestsHoldRoles,
    BlockedHoldRoles,
    SynchronisedHoldRoles,
    NeverSignedInHoldRoles,
    UnprotectedGroupOwners,
    RedundantRoles,
    ExpiredAssignments,
    LookAlikeNames,
    BidirectionalControls,
}

impl FindingCode {
    /// Every sort.
    pub const ALL: [Self; 27] = [
        Self::ChangedOutside,
        Self::HistoryBroken,
        Self::NoLastingGlobalAdministrator,
        Self::TooFewGlobalAdministrators,
        Self::TooManyGlobalAdministrators,
        Self::TooManyPrivilegedAssignments,
        Self::GlobalAdministratorsOutnumber,
        Self::GlobalAdministratorsUnreachable,
        Self::PermanentPrivilegedAssignments,
        Self::NewlyPrivilegedRole,
        Self::BreakGlassUnusable,
        Self::AlternateEmailInside,
        Self::PhoneWithoutCountryCode,
        Self::AdministratorsWithoutPhone,
        Self::RoleWithoutService,
        Self::BillingThroughPartner,
        Self::ServiceAdministratorAlone,
        Self::RoleNotAssignable,
        Self::GuestsHoldRoles,
        Self::BlockedHoldRoles,
        Self::SynchronisedHoldRoles,
        Self::NeverSignedInHoldRoles,
        Self::UnprotectedGroupOwners,
        Self::RedundantRoles,
        Self::ExpiredAssignments,
        Self::LookAlikeNames,
        Self::BidirectionalControls,
    ];

    /// The key in files and exports, which never changes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ChangedOutside => "changed-outside",
            Self::HistoryBroken => "history-broken",
            Self::NoLastingGlobalAdministrator => "no-lasting-global-administrator",
            Self::TooFewGlobalAdministrators => "too-few-global-administrators",
            Self::TooManyGlobalAdministrators => "too-many-global-administrators",
            Self::TooManyPrivilegedAssignments => "too-many-privileged-assignments",
            Self::GlobalAdministratorsOutnumber => "global-administrators-outnumber",
            Self::GlobalAdministratorsUnreachable => "global-administrators-unreachable",
            Self::PermanentPrivilegedAssignments => "permanent-privileged-assignments",
            Self::NewlyPrivilegedRole => "newly-privileged-role",
            Self::BreakGlassUnusable => "break-glass-unusable",
            Self::AlternateEmailInside => "alternate-email-inside",
            Self::PhoneWithoutCountryCode => "phone-without-country-code",
            Self::AdministratorsWithoutPhone => "administrators-without-phone",
            Self::RoleWithoutService => "role-without-service",
            Self::BillingThroughPartner => "billing-through-partner",
            Self::ServiceAdministratorAlone => "service-administrator-alone",
            Self::RoleNotAssignable => "role-not-assignable",
            Self::GuestsHoldRoles => "guests-hold-roles",
            Self::BlockedHoldRoles => "blocked-hold-roles",
            Self::SynchronisedHoldRoles => "synchronised-hold-roles",
            Self::NeverSignedInHoldRoles => "never-signed-in-hold-roles",
            Self::UnprotectedGroupOwners => "unprotected-group-owners",
            Self::RedundantRoles => "redundant-roles",
            Self::ExpiredAssignments => "expired-assignments",
            Self::LookAlikeNames => "look-alike-names",
            Self::BidirectionalControls => "bidirectional-controls",
        }
    }
}

/// How much a finding matters, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Mandate would refuse to bring it about.
    Error,
    /// Allowed, and unwise.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// The key in files and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl FindingKind {
    /// Its sort.
    pub const fn code(&self) -> FindingCode {
        match self {
            Self::ChangedOutside => FindingCode::ChangedOutside,
            Self::HistoryBroken(_) => FindingCode::HistoryBroken,
            Self::NoLastingGlobalAdministrator => FindingCode::NoLastingGlobalAdministrator,
            Self::TooFewGlobalAdministrators(_) => FindingCode::TooFewGlobalAdministrators,
            Self::TooManyGlobalAdministrators(_) => FindingCode::TooManyGlobalAdministrators,
            Self::GlobalAdministratorsUnreachable => FindingCode::GlobalAdministratorsUnreachable,
            Self::AlternateEmailInside => FindingCode::AlternateEmailInside,
            Self::PhoneWithoutCountryCode => FindingCode::PhoneWithoutCountryCode,
            Self::AdministratorsWithoutPhone => FindingCode::AdministratorsWithoutPhone,
            Self::RoleWithoutService(_) => FindingCode::RoleWithoutService,
            Self::BillingThroughPartner(_) => FindingCode::BillingThroughPartner,
            Self::ServiceAdministratorAlone => FindingCode::ServiceAdministratorAlone,
            Self::RoleNotAssignable => FindingCode::RoleNotAssignable,
            Self::GuestsHoldRoles => FindingCode::GuestsHoldRoles,
            Self::BlockedHoldRoles => FindingCode::BlockedHoldRoles,
        }
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::HistoryBroken(_)
            | Self::NoLastingGlobalAdministrator
            | Self::AlternateEmailInside
            | Self::RoleWithoutService(_)
            | Self::BillingThroughPartner(_)
            | Self::ServiceAdministratorAlone => Severity::Error,
            Self::ChangedOutside
            | Self::TooFewGlobalAdministrators(_)
            | Self::TooManyGlobalAdministrators(_)
            | Self::GlobalAdministratorsUnreachable
            | Self::PhoneWithoutCountryCode
            | Self::RoleNotAssignable
            | Self::BlockedHoldRoles => Severity::Warning,
            Self::AdministratorsWithoutPhone | Self::GuestsHoldRoles => Severity::Info,
        }
    }

    /// The rule it is about; none where the file itself is meant.
    pub const fn rule(&self) -> Option<Rule> {
        Some(match self {
            Self::ChangedOutside | Self::HistoryBroken(_) => return None,
            Self::NoLastingGlobalAdministrator => Rule::LastGlobalAdministratorStays,
            Self::TooFewGlobalAdministrators(_) | Self::TooManyGlobalAdministrators(_) => {
                Rule::FewGlobalAdministrators
            }
            Self::GlobalAdministratorsUnreachable => Rule::GlobalAdministratorsAreReachable,
            Self::AlternateEmailInside => Rule::AlternateEmailOutsideTenant,
            Self::PhoneWithoutCountryCode | Self::AdministratorsWithoutPhone => {
                Rule::PhoneWithCountryCode
            }
            Self::RoleWithoutService(_) => Rule::WorkloadRoleNeedsService,
            Self::BillingThroughPartner(_) => Rule::BillingNeedsMicrosoftPurchase,
            Self::ServiceAdministratorAlone => Rule::ServiceAdministratorComesAfter,
            Self::RoleNotAssignable => Rule::RoleNotAssignable,
            Self::GuestsHoldRoles | Self::BlockedHoldRoles => Rule::GuestsAndBlockedHoldRoles,
        })
    }
}

impl Finding {
    /// The finding that a file was changed outside Mandate, which only its reader can know.
    pub const fn changed_outside() -> Self {
        Self {
            kind: FindingKind::ChangedOutside,
            people: Vec::new(),
            roles: Vec::new(),
            groups: Vec::new(),
            accepted: None,
        }
    }

    /// The finding that a history does not hold together, which takes reading all of it.
    pub const fn history_broken(at: ChainBreak) -> Self {
        Self {
            kind: FindingKind::HistoryBroken(at),
            people: Vec::new(),
            roles: Vec::new(),
            groups: Vec::new(),
            accepted: None,
        }
    }

    /// Which finding it is, whomever it concerns at the moment.
    pub fn key(&self) -> FindingKey {
        let code = self.kind.code();
        let about = match code {
            FindingCode::RoleWithoutService
            | FindingCode::RoleNotAssignable
            | FindingCode::NewlyPrivilegedRole => (self.roles.first())
                .map_or(FindingAbout::Tenant, |role| FindingAbout::Role(*role)),
            FindingCode::UnprotectedGroupOwners => (self.groups.first())
                .map_or(FindingAbout::Tenant, |group| FindingAbout::Group(*group)),
            _ => FindingAbout::Tenant,
        };
        FindingKey { code, about }
    }

    /// The Commands that mend it, one for each thing to change; none where it takes judgement.
    /// Whoever carries them out is asked by the gate like everybody else.
    pub fn fix(&self, _context: &Context<'_>, _tenant: &Tenant) -> Vec<Command> {
        Vec::new()
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// The rule it is about; none where the file itself is meant.
    pub const fn rule(&self) -> Option<Rule> {
        self.kind.rule()
    }

    /// What was found, in a sentence without a full stop.
    pub fn message(&self, catalogue: &RoleCatalogue) -> LocalText {
        words::message(self, catalogue)
    }
}
