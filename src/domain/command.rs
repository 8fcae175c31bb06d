//! Every change to a tenant, as data.
//!
//! A `Command` says what is wanted, not whether it may be: [`super::delegation`] decides and
//! [`super::apply`] carries out. Nothing else changes a tenant. Making a tenant is the one
//! exception, since there is nobody yet to ask: [`super::apply::found`].

use std::collections::BTreeSet;

use super::contact::ContactDetails;
use super::role::{Principal, RoleAssignment, RoleTemplateId};
use super::user::{Profile, SignIn, UserId};

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
