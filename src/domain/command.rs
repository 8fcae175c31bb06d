//! Every change to a tenant, as data.
//!
//! A `Command` says what is wanted, not whether it may be: [`super::delegation`] decides and
//! [`super::apply`] carries out. Nothing else changes a tenant. Making a tenant is the one
//! exception, since there is nobody yet to ask: [`super::apply::found`].

use std::collections::BTreeSet;

use super::contact::ContactDetails;
use super::custom_role::CustomRole;
use super::group::{AdministrativeUnit, Group, MemberSet};
use super::organization::{Domain, Organization, Subscription, SubscriptionId};
use super::review::{Acceptance, FindingKey, Thresholds};
use super::role::{AdministrativeUnitId, GroupId, Principal, RoleAssignment, RoleTemplateId};
use super::upn::UserPrincipalName;
use super::user::{
    DelegatedAdministration, DeletedUser, ProductMail, Profile, SignIn, User, UserId,
};

/// A change that someone asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Give a role.
    AssignRole(RoleAssignment),
    /// Take a role: the assignment of the same principal, role, scope and kind.
    RevokeRole(RoleAssignment),
    /// Make these the only assignments a principal holds directly.
    SetAssignments {
        /// Who.
        principal: Principal,
        /// What they are to hold.
        assignments: BTreeSet<RoleAssignment>,
    },
    /// Choose one of the three kinds of person the admin center knows.
    SetRoleChoice {
        /// Who.
        user: UserId,
        /// What they become.
        choice: RoleChoice,
    },
    /// Change how a person is reached.
    EditContact {
        /// Who.
        user: UserId,
        /// Both ways, as they are to be.
        contact: ContactDetails,
    },
    /// Change a person's name and place in the organisation.
    EditProfile {
        /// Who.
        user: UserId,
        /// All of it, as it is to be.
        profile: Profile,
    },
    /// Block a person from signing in, or stop doing so.
    SetSignIn {
        /// Who.
        user: UserId,
        /// Whether they may.
        sign_in: SignIn,
    },
    /// Reset a password: a new one must be chosen at the next sign-in.
    ResetPassword(UserId),
    /// Take back a reset that was not used yet.
    WithdrawPasswordReset(UserId),
    /// Add a person. Roles are given by a Command of their own.
    AddUser(Box<User>),
    /// Take back the adding of a person. Only by going back in the history.
    WithdrawUser(UserId),
    /// Change the name a person signs in with.
    RenameUser {
        /// Who.
        user: UserId,
        /// The name, as it is to be.
        upn: UserPrincipalName,
    },
    /// Delete a person, who can be restored for some time with all they had.
    DeleteUser(UserId),
    /// Bring a deleted person back, with all they had.
    RestoreUser(UserId),
    /// Delete a deleted person for good.
    PurgeUser(UserId),
    /// Make someone a deleted person again, as they were then. Only by going back in the history.
    ReturnToDeleted(Box<DeletedUser>),
    /// Give and take seats: these are the ones a person is to hold.
    SetLicences {
        /// Who.
        user: UserId,
        /// Seats of which subscriptions.
        licences: BTreeSet<SubscriptionId>,
    },
    /// Choose whether mail about products may go to the alternate address.
    SetProductMail {
        /// Whose.
        user: UserId,
        /// Whether it may.
        product_mail: ProductMail,
    },
    /// Set how far a person administers the customers of a certified partner (R18).
    SetDelegatedAdministration {
        /// Who.
        user: UserId,
        /// How far.
        level: DelegatedAdministration,
    },
    /// Add a group, with whoever is in it.
    AddGroup(Box<Group>),
    /// Give a group another name.
    RenameGroup {
        /// Which.
        group: GroupId,
        /// The name.
        name: Box<str>,
    },
    /// Delete a group that holds no role.
    DeleteGroup(GroupId),
    /// Add an administrative unit, with whoever is in it.
    AddUnit(Box<AdministrativeUnit>),
    /// Give an administrative unit another name.
    RenameUnit {
        /// Which.
        unit: AdministrativeUnitId,
        /// The name.
        name: Box<str>,
    },
    /// Delete an administrative unit that no role is scoped to.
    DeleteUnit(AdministrativeUnitId),
    /// Put a person into a set of people, or take them out.
    SetMembership {
        /// Which set.
        set: MemberSet,
        /// Who.
        user: UserId,
        /// Whether they are to be in it.
        included: bool,
    },
    /// Change the organisation's own data.
    EditOrganization(Box<Organization>),
    /// Make these the domains, the initial one first.
    SetDomains(Vec<Domain>),
    /// Make these the subscriptions.
    SetSubscriptions(Vec<Subscription>),
    /// Keep roles under a name to be given together, or forget the name.
    SetRoleSet {
        /// The name.
        name: Box<str>,
        /// The roles; none to forget the name.
        roles: Option<BTreeSet<RoleTemplateId>>,
    },
    /// Make, change or delete a role of the tenant's own.
    SetCustomRole {
        /// Which.
        id: RoleTemplateId,
        /// The role as it is to be; none to delete it.
        role: Option<Box<CustomRole>>,
    },
    /// Change what the review takes for too few and too many.
    SetThresholds(Thresholds),
    /// Note that an account is kept for emergencies, or no longer.
    SetBreakGlass {
        /// Whose.
        user: UserId,
        /// Whether it is.
        registered: bool,
    },
    /// Accept a finding of the review, or no longer.
    SetAcceptance {
        /// Which.
        finding: FindingKey,
        /// Why and until when; none to accept it no longer.
        acceptance: Option<Acceptance>,
    },
    /// Several changes, all or nothing.
    Batch(Vec<Command>),
}

/// The three choices of the role editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleChoice {
    /// *User (no admin access)*: nothing held directly, eligible or active.
    NoAdminAccess,
    /// *Global administrator*: that role, and no other permanent tenant-wide role beside it.
    GlobalAdministrator,
    /// *Customized administrator*: exactly these permanent tenant-wide roles. Assignments that
    /// are scoped, eligible or limited in time stay as they are.
    Customized(BTreeSet<RoleTemplateId>),
}

impl RoleChoice {
    /// What `principal` would hold directly after this choice, holding `current` before it.
    pub fn assignments(
        &self,
        principal: Principal,
        current: &[RoleAssignment],
    ) -> BTreeSet<RoleAssignment> {
        let permanent = |role| RoleAssignment::permanent(principal, role);
        let special = current
            .iter()
            .filter(|assignment| !assignment.is_permanent_tenant_wide())
            .copied();
        match self {
            Self::NoAdminAccess => BTreeSet::new(),
            Self::GlobalAdministrator => special
                .filter(|held| held.role != RoleTemplateId::GLOBAL_ADMINISTRATOR)
                .chain([permanent(RoleTemplateId::GLOBAL_ADMINISTRATOR)])
                .collect(),
            Self::Customized(roles) => {
                // A time-limited assignment of a role that is now given for good would say the
                // same thing twice: the permanent one takes its place.
                let replaced = |held: &RoleAssignment| {
                    roles.contains(&held.role) && held.same_slot(&permanent(held.role))
                };
                special
                    .filter(|held| !replaced(held))
                    .chain(roles.iter().copied().map(permanent))
                    .collect()
            }
        }
    }
}
