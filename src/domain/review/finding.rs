//! A finding: what it is, how much it matters, which rule it is about.
//!
//! Data only; [`super::review`] finds, `words` says.

use super::words;
use crate::domain::audit::chain::ChainBreak;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::LocalText;
use crate::domain::organization::Service;
use crate::domain::role::RoleTemplateId;
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
        }
    }

    /// The finding that a history does not hold together, which takes reading all of it.
    pub const fn history_broken(at: ChainBreak) -> Self {
        Self {
            kind: FindingKind::HistoryBroken(at),
            people: Vec::new(),
            roles: Vec::new(),
        }
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
