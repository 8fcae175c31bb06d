//! Editing many people alike: what the wizard asks for, and the Command it is for each.
//!
//! Everything is left alone unless it was switched on, roles above all (R19).

use std::collections::BTreeSet;

use super::command::Command;
use super::organization::SubscriptionId;
use super::role::{Principal, RoleAssignment, RoleTemplateId};
use super::tenant::Tenant;
use super::user::{DelegatedAdministration, Profile, SignIn, UserId};

/// What is to change for everybody chosen. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkEdit {
    /// The department: left alone, emptied or set.
    pub department: Option<Option<Box<str>>>,
    /// The office.
    pub office: Option<Option<Box<str>>>,
    /// The usage location.
    pub usage_location: Option<Option<Box<str>>>,
    /// Whether they may sign in.
    pub sign_in: Option<SignIn>,
    /// Their roles.
    pub roles: BulkRoles,
    /// How far they administer customers, in a certified partner's tenant.
    pub delegated_administration: Option<DelegatedAdministration>,
    /// Their licences.
    pub licences: BulkLicences,
}

/// What becomes of the roles of many (R19).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BulkRoles {
    /// *Leave as they are.*
    #[default]
    Leave,
    /// *Yes, assign* these, permanently and over the whole tenant, beside what each holds. With
    /// no role chosen nothing is assigned.
    Assign(BTreeSet<RoleTemplateId>),
    /// *No, revoke* everything held directly.
    Revoke,
}

/// What becomes of the licences of many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BulkLicences {
    /// Leave them as they are.
    #[default]
    Leave,
    /// Add these.
    Add(BTreeSet<SubscriptionId>),
    /// These and no other.
    Replace(BTreeSet<SubscriptionId>),
    /// Remove these.
    Remove(BTreeSet<SubscriptionId>),
}

impl BulkEdit {
    /// Whether nothing was switched on.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether someone may gain or lose Global Administrator by it.
    pub fn touches_global_administrator(&self, tenant: &Tenant, people: &[UserId]) -> bool {
        let global = RoleTemplateId::GLOBAL_ADMINISTRATOR;
        match &self.roles {
            BulkRoles::Leave => false,
            BulkRoles::Assign(roles) => roles.contains(&global),
            BulkRoles::Revoke => {
                let people: BTreeSet<_> = people.iter().collect();
                tenant.assignments().of_role(global).any(
                    |held| matches!(held.principal, Principal::User(id) if people.contains(&id)),
                )
            }
        }
    }

    /// What this is for one person, as they are now.
    pub fn command(&self, tenant: &Tenant, id: UserId) -> Command {
        let mut commands = Vec::new();
        let Some(user) = tenant.user(id) else {
            return Command::Batch(commands);
        };
        let profile = Profile {
            department: wanted(self.department.as_ref(), user.profile.department.as_deref()),
            office: wanted(self.office.as_ref(), user.profile.office.as_deref()),
            usage_location: wanted(
                self.usage_location.as_ref(),
                user.profile.usage_location.as_deref(),
            ),
            ..user.profile.clone()
        };
        if profile != user.profile {
            commands.push(Command::EditProfile { user: id, profile });
        }
        if let Some(sign_in) = self.sign_in.filter(|sign_in| *sign_in != user.sign_in) {
            commands.push(Command::SetSignIn { user: id, sign_in });
        }
        let principal = Principal::User(id);
        let before: BTreeSet<_> = tenant.assignments().of(principal).iter().copied().collect();
        let after = self.roles.assignments(principal, &before);
        if after != before {
            commands.push(Command::SetAssignments {
                principal,
                assignments: after,
            });
        }
        if let Some(level) = self.delegated_administration {
            commands.push(Command::SetDelegatedAdministration { user: id, level });
        }
        let before: BTreeSet<_> = user.licences.iter().copied().collect();
        let after = self.licences.after(&before);
        if after != before {
            commands.push(Command::SetLicences {
                user: id,
                licences: after,
            });
        }
        Command::Batch(commands)
    }
}

impl BulkRoles {
    fn assignments(
        &self,
        principal: Principal,
        before: &BTreeSet<RoleAssignment>,
    ) -> BTreeSet<RoleAssignment> {
        match self {
            Self::Leave => before.clone(),
            Self::Revoke => BTreeSet::new(),
            Self::Assign(roles) => {
                let given: Vec<_> = roles
                    .iter()
                    .map(|role| RoleAssignment::permanent(principal, *role))
                    .collect();
                // One that ends would say the same for a shorter time.
                let replaced =
                    |held: &&RoleAssignment| given.iter().any(|given| given.same_slot(held));
                let kept = before.iter().filter(|held| !replaced(held)).copied();
                kept.chain(given.iter().copied()).collect()
            }
        }
    }
}

impl BulkLicences {
    fn after(&self, before: &BTreeSet<SubscriptionId>) -> BTreeSet<SubscriptionId> {
        match self {
            Self::Leave => before.clone(),
            Self::Add(these) => before.union(these).copied().collect(),
            Self::Replace(these) => these.clone(),
            Self::Remove(these) => before.difference(these).copied().collect(),
        }
    }
}

fn wanted(wanted: Option<&Option<Box<str>>>, now: Option<&str>) -> Option<Box<str>> {
    match wanted {
        Some(wanted) => wanted.clone(),
        None => now.map(Into::into),
    }
}
