//! A finding: what it is, how much it matters, which rule it is about.
//!
//! Data only; [`super::review`] finds, `words` and `why` say, `fix` mends.

use super::settings::{Acceptance, FindingAbout, FindingKey};
use super::{fix, why, words};
use crate::domain::audit::chain::ChainBreak;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::Command;
use crate::domain::delegation::Context;
use crate::domain::language::LocalText;
use crate::domain::organization::Service;
use crate::domain::role::{GroupId, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::domain::tenant::Tenant;
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
    /// Fewer Global Administrators who can sign in than the tenant wants (R5). Those kept for
    /// emergencies count.
    TooFewGlobalAdministrators {
        /// How many there are.
        count: usize,
        /// How many it takes.
        fewest: u16,
    },
    /// More Global Administrators who can sign in than the tenant wants (R5). Those kept for
    /// emergencies do not count.
    TooManyGlobalAdministrators {
        /// How many there are.
        count: usize,
        /// How many are advised at most.
        most: u16,
        /// How many there may be at the very most.
        limit: u16,
    },
    /// More assignments of privileged roles than the tenant wants, active and eligible ones that
    /// are not over. A group's is one, however many are in it; what accounts kept for
    /// emergencies hold themselves does not count.
    TooManyPrivilegedAssignments {
        /// How many there are.
        count: usize,
        /// How many are advised at most.
        most: u16,
    },
    /// More people are Global Administrator than hold some other privileged role instead, both
    /// in force and able to sign in, accounts kept for emergencies left out. Only with more of
    /// them than the tenant must have at least, since few have no choice.
    GlobalAdministratorsOutnumber {
        /// How many are Global Administrator of the whole tenant.
        global: usize,
        /// How many hold another privileged role and are not.
        others: usize,
    },
    /// Global Administrators without a mobile phone or an alternate e-mail address (R6), accounts
    /// kept for emergencies left out.
    GlobalAdministratorsUnreachable,
    /// People hold privileged roles actively and without an end, accounts kept for emergencies
    /// left out. Only what was given to the person: a group's role lasts as long as one is in
    /// the group, which is its owners' to see to.
    PermanentPrivilegedAssignments,
    /// A role that someone holds was not privileged in the article this program began with, and
    /// is today.
    NewlyPrivilegedRole,
    /// An account kept for emergencies would not help in one: it is blocked, a guest's or
    /// synchronised, or is not Global Administrator of the whole tenant now and without an end.
    BreakGlassUnusable,
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
    /// Accounts that are mastered on-premises hold roles in the cloud.
    SynchronisedHoldRoles,
    /// Accounts that never signed in hold roles, accounts kept for emergencies left out. Only
    /// where it is known of someone when they last signed in.
    NeverSignedInHoldRoles,
    /// Owners of a group that holds roles, who could give these away and are themselves not
    /// looked after as its members are: guests, synchronised or blocked accounts, and, where a
    /// role of the group is privileged, people who hold no privileged role in force (R24). Its
    /// text is the name of the group.
    UnprotectedGroupOwners(Box<str>),
    /// People hold roles that add nothing to their others.
    RedundantRoles,
    /// Assignments that are over are still there, of people or of groups.
    ExpiredAssignments,
    /// Names that look like an administrator's, and are written with other letters: display
    /// names like display names, and what stands before the `@` likewise. Names that are truly
    /// the same, or differ in capitals alone, are no finding.
    LookAlikeNames,
    /// Names with characters that are not seen and change what is: of the people concerned, and
    /// of these things.
    BidirectionalControls(Vec<HiddenIn>),
}

/// Something other than a person whose name holds hidden characters. Its text is the name
/// without them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HiddenIn {
    /// A group.
    Group(Box<str>),
    /// An administrative unit.
    Unit(Box<str>),
    /// A role of the tenant's own.
    CustomRole(Box<str>),
    /// A set of roles.
    RoleSet(Box<str>),
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
            Self::TooFewGlobalAdministrators { .. } => FindingCode::TooFewGlobalAdministrators,
            Self::TooManyGlobalAdministrators { .. } => FindingCode::TooManyGlobalAdministrators,
            Self::TooManyPrivilegedAssignments { .. } => FindingCode::TooManyPrivilegedAssignments,
            Self::GlobalAdministratorsOutnumber { .. } => {
                FindingCode::GlobalAdministratorsOutnumber
            }
            Self::GlobalAdministratorsUnreachable => FindingCode::GlobalAdministratorsUnreachable,
            Self::PermanentPrivilegedAssignments => FindingCode::PermanentPrivilegedAssignments,
            Self::NewlyPrivilegedRole => FindingCode::NewlyPrivilegedRole,
            Self::BreakGlassUnusable => FindingCode::BreakGlassUnusable,
            Self::AlternateEmailInside => FindingCode::AlternateEmailInside,
            Self::PhoneWithoutCountryCode => FindingCode::PhoneWithoutCountryCode,
            Self::AdministratorsWithoutPhone => FindingCode::AdministratorsWithoutPhone,
            Self::RoleWithoutService(_) => FindingCode::RoleWithoutService,
            Self::BillingThroughPartner(_) => FindingCode::BillingThroughPartner,
            Self::ServiceAdministratorAlone => FindingCode::ServiceAdministratorAlone,
            Self::RoleNotAssignable => FindingCode::RoleNotAssignable,
            Self::GuestsHoldRoles => FindingCode::GuestsHoldRoles,
            Self::BlockedHoldRoles => FindingCode::BlockedHoldRoles,
            Self::SynchronisedHoldRoles => FindingCode::SynchronisedHoldRoles,
            Self::NeverSignedInHoldRoles => FindingCode::NeverSignedInHoldRoles,
            Self::UnprotectedGroupOwners(_) => FindingCode::UnprotectedGroupOwners,
            Self::RedundantRoles => FindingCode::RedundantRoles,
            Self::ExpiredAssignments => FindingCode::ExpiredAssignments,
            Self::LookAlikeNames => FindingCode::LookAlikeNames,
            Self::BidirectionalControls(_) => FindingCode::BidirectionalControls,
        }
    }
}

impl FindingCode {
    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Self::HistoryBroken
            | Self::NoLastingGlobalAdministrator
            | Self::AlternateEmailInside
            | Self::RoleWithoutService
            | Self::BillingThroughPartner
            | Self::ServiceAdministratorAlone => Severity::Error,
            Self::ChangedOutside
            | Self::TooFewGlobalAdministrators
            | Self::TooManyGlobalAdministrators
            | Self::TooManyPrivilegedAssignments
            | Self::GlobalAdministratorsOutnumber
            | Self::GlobalAdministratorsUnreachable
            | Self::PermanentPrivilegedAssignments
            | Self::BreakGlassUnusable
            | Self::PhoneWithoutCountryCode
            | Self::RoleNotAssignable
            | Self::BlockedHoldRoles
            | Self::SynchronisedHoldRoles
            | Self::UnprotectedGroupOwners
            | Self::LookAlikeNames
            | Self::BidirectionalControls => Severity::Warning,
            Self::AdministratorsWithoutPhone
            | Self::GuestsHoldRoles
            | Self::NewlyPrivilegedRole
            | Self::NeverSignedInHoldRoles
            | Self::RedundantRoles
            | Self::ExpiredAssignments => Severity::Info,
        }
    }

    /// The rule it is about; none where the file itself is meant, or good sense.
    pub const fn rule(self) -> Option<Rule> {
        Some(match self {
            Self::ChangedOutside
            | Self::HistoryBroken
            | Self::SynchronisedHoldRoles
            | Self::NeverSignedInHoldRoles
            | Self::RedundantRoles
            | Self::ExpiredAssignments
            | Self::LookAlikeNames
            | Self::BidirectionalControls => return None,
            Self::NoLastingGlobalAdministrator => Rule::LastGlobalAdministratorStays,
            Self::TooFewGlobalAdministrators
            | Self::TooManyGlobalAdministrators
            | Self::GlobalAdministratorsOutnumber
            | Self::BreakGlassUnusable => Rule::FewGlobalAdministrators,
            Self::GlobalAdministratorsUnreachable => Rule::GlobalAdministratorsAreReachable,
            Self::TooManyPrivilegedAssignments
            | Self::PermanentPrivilegedAssignments
            | Self::NewlyPrivilegedRole => Rule::PrivilegedNeedsReason,
            Self::AlternateEmailInside => Rule::AlternateEmailOutsideTenant,
            Self::PhoneWithoutCountryCode | Self::AdministratorsWithoutPhone => {
                Rule::PhoneWithCountryCode
            }
            Self::RoleWithoutService => Rule::WorkloadRoleNeedsService,
            Self::BillingThroughPartner => Rule::BillingNeedsMicrosoftPurchase,
            Self::ServiceAdministratorAlone => Rule::ServiceAdministratorComesAfter,
            Self::RoleNotAssignable => Rule::RoleNotAssignable,
            Self::GuestsHoldRoles | Self::BlockedHoldRoles => Rule::GuestsAndBlockedHoldRoles,
            Self::UnprotectedGroupOwners => Rule::RoleAssignableGroupsAreProtected,
        })
    }

    /// Whether someone can accept it: what says that a file can't be trusted can't be.
    pub const fn can_be_accepted(self) -> bool {
        !matches!(self, Self::ChangedOutside | Self::HistoryBroken)
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
            | FindingCode::NewlyPrivilegedRole => {
                (self.roles.first()).map_or(FindingAbout::Tenant, |role| FindingAbout::Role(*role))
            }
            FindingCode::UnprotectedGroupOwners => (self.groups.first())
                .map_or(FindingAbout::Tenant, |group| FindingAbout::Group(*group)),
            _ => FindingAbout::Tenant,
        };
        FindingKey { code, about }
    }

    /// Whether it still asks for something, and nobody accepted it.
    pub const fn is_open(&self) -> bool {
        self.accepted.is_none()
    }

    /// The Commands that mend it, one for each thing to change; none where it takes judgement.
    /// They concern the people and groups of this finding alone, and leave the last lasting
    /// Global Administrator. Whoever carries them out is asked by the gate like everybody else.
    pub fn fix(&self, context: &Context<'_>, tenant: &Tenant) -> Vec<Command> {
        fix::fix(self, context, tenant)
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        self.kind.code().severity()
    }

    /// The rule it is about; none where the file itself is meant, or good sense.
    pub const fn rule(&self) -> Option<Rule> {
        self.kind.code().rule()
    }

    /// What was found, in a sentence without a full stop.
    pub fn message(&self, catalogue: &RoleCatalogue) -> LocalText {
        words::message(self, catalogue)
    }

    /// Why it matters and what to do about it, in whole sentences.
    pub fn why(&self) -> LocalText {
        let [en, nl] = why::why(self.kind.code());
        LocalText::new(en, nl)
    }
}
