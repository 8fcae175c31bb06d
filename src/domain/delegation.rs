//! THE POLICY: may this actor run this Command?
//!
//! Everything is denied unless one of the actor's roles grants it, and one refusal is a no.
//! Every Command is matched by name, without a wildcard: a new one does not compile until the
//! policy speaks of it. What giving and taking roles asks stands in `roles`, what touching a
//! person asks in `people`, what their coming and going asks in `accounts`, and what everything
//! else asks in `things`. Nothing here changes anything.

mod accounts;
mod people;
mod roles;
mod things;

use std::collections::{BTreeSet, HashMap};

pub(in crate::domain) use self::people::acting_as;
pub(in crate::domain) use self::roles::service_stands_alone;

use super::catalogue::RoleCatalogue;
use super::command::Command;
use super::contact::ContactDetails;
use super::decision::{About, Decision};
use super::office365::{Grant, Limit, Office365Permission};
use super::role::{DirectoryScope, Principal, RoleAssignment};
use super::rule::Rule;
use super::tenant::Tenant;
use super::time::Timestamp;
use super::user::{SignIn, User, UserId};

/// What a decision needs to know besides the tenant.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The roles and what they may do. The gate and the review add the tenant's own by
    /// themselves; whoever else asks brings the catalogue made for the tenant.
    pub catalogue: &'a RoleCatalogue,
    /// The moment.
    pub now: Timestamp,
}

/// Decides whether `actor` may run `command` on `tenant`.
///
/// A batch is judged against the tenant as it is now, except that people added and contact details
/// set earlier in it count for what is later in it; [`super::apply`] judges each part again when
/// its turn comes.
pub fn decide(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    command: &Command,
) -> Decision {
    let mut decision = Decision::default();
    let catalogue = context.catalogue.for_tenant(tenant);
    let context = &Context {
        catalogue: &catalogue,
        now: context.now,
    };
    match tenant.user(actor) {
        Some(person) if person.sign_in == SignIn::Allowed => {
            let policy = Policy {
                context,
                tenant,
                actor,
            };
            policy.judge(command, &mut Pending::default(), &mut decision);
        }
        Some(person) => {
            let about = About::Text(person.upn.as_str().into());
            decision.refuse(Rule::DenyByDefault, about);
        }
        None => decision.refuse(Rule::DenyByDefault, About::Nothing),
    }
    decision
}

/// What earlier parts of the same batch do.
#[derive(Default)]
struct Pending<'a> {
    /// Contact details they set.
    contacts: HashMap<UserId, &'a ContactDetails>,
    /// People they add.
    added: HashMap<UserId, &'a User>,
}

struct Policy<'a> {
    context: &'a Context<'a>,
    tenant: &'a Tenant,
    actor: UserId,
}

impl Policy<'_> {
    fn judge<'c>(&self, command: &'c Command, pending: &mut Pending<'c>, decision: &mut Decision) {
        match command {
            Command::AssignRole(assignment) => {
                let mut after = self.held_by(assignment.principal);
                after.insert(*assignment);
                self.change_roles(assignment.principal, &after, pending, decision);
            }
            Command::RevokeRole(assignment) => {
                let mut after = self.held_by(assignment.principal);
                after.retain(|held| !held.same_slot(assignment));
                self.change_roles(assignment.principal, &after, pending, decision);
            }
            Command::SetAssignments {
                principal,
                assignments,
            } => self.change_roles(*principal, assignments, pending, decision),
            Command::SetRoleChoice { user, choice } => {
                let principal = Principal::User(*user);
                let after = choice.assignments(principal, self.tenant.assignments().of(principal));
                self.change_roles(principal, &after, pending, decision);
            }
            Command::EditContact { user, contact } => {
                self.edit_contact(*user, contact, decision);
                pending.contacts.insert(*user, contact);
            }
            Command::EditProfile { user, profile } => self.edit_profile(*user, profile, decision),
            Command::SetSignIn { user, sign_in } => self.set_sign_in(*user, *sign_in, decision),
            Command::ResetPassword(user) | Command::WithdrawPasswordReset(user) => {
                self.reset_password(*user, decision);
            }
            Command::AddUser(user) => {
                self.add_user(user, pending, decision);
                pending.added.insert(user.id, user);
            }
            Command::WithdrawUser(user) | Command::DeleteUser(user) => {
                self.delete_user(*user, decision);
            }
            Command::RenameUser { user, upn } => self.rename_user(*user, upn, decision),
            Command::RestoreUser(user) => self.restore_user(*user, decision),
            Command::PurgeUser(user) => self.purge_user(*user, decision),
            Command::ReturnToDeleted(record) => match self.tenant.user(record.user.id) {
                Some(user) => self.delete_user(user.id, decision),
                None => self.keep_or_purge(record, decision),
            },
            Command::SetLicences { user, licences } => {
                self.set_licences(*user, licences, decision);
            }
            Command::SetProductMail { user, product_mail } => {
                self.set_product_mail(*user, *product_mail, decision);
            }
            Command::SetDelegatedAdministration { user, level } => {
                self.set_delegated_administration(*user, *level, decision);
            }
            Command::AddGroup(group) => self.change_group(group.role_assignable, decision),
            Command::RenameGroup { group, .. } | Command::DeleteGroup(group) => {
                if let Some(group) = self.tenant.groups().get(group) {
                    self.change_group(group.role_assignable, decision);
                }
            }
            // Whom a scoped role reaches is part of what was given.
            Command::AddUnit(_) | Command::RenameUnit { .. } | Command::DeleteUnit(_) => {
                self.only_global(decision);
            }
            Command::SetMembership {
                set,
                user,
                included,
            } => self.set_membership(*set, *user, *included, pending, decision),
            Command::EditOrganization(after) => self.edit_organization(after, decision),
            Command::SetDomains(after) => self.set_domains(after, decision),
            Command::SetSubscriptions(after) => self.set_subscriptions(after, decision),
            Command::SetRoleSet { roles, .. } => {
                // A set of roles is made to be given.
                self.only_global(decision);
                for role in roles.iter().flatten() {
                    if self.context.catalogue.role(*role).is_none() {
                        decision.refuse(Rule::RoleNotAssignable, About::Role(*role));
                    }
                }
            }
            Command::SetCustomRole { id, role } => {
                self.set_custom_role(*id, role.as_deref(), decision);
            }
            // The review looks over the shoulders of who administers: its rules are the
            // organisation's.
            Command::SetThresholds(_)
            | Command::SetBreakGlass { .. }
            | Command::SetAcceptance { .. } => {
                self.permitted(Office365Permission::ManageOrgData, decision);
            }
            Command::Batch(commands) => {
                for command in commands {
                    self.judge(command, pending, decision);
                }
            }
        }
    }

    /// R1.
    fn only_global(&self, decision: &mut Decision) {
        if !self
            .tenant
            .is_global_administrator(self.actor, self.context.now)
        {
            decision.refuse(Rule::OnlyGlobalAdministratorsDelegate, About::Nothing);
        }
    }

    /// The furthest that the actor may go with `permission` over the whole tenant; refuses when
    /// that is nowhere.
    fn permitted(&self, permission: Office365Permission, decision: &mut Decision) -> Grant {
        let best = self
            .tenant
            .roles_in_force(self.actor, self.context.now)
            .filter(|(_, scope)| *scope == DirectoryScope::Tenant)
            .map(|(role, _)| self.context.catalogue.grant(role, permission))
            .max()
            .unwrap_or_default();
        if matches!(best, Grant::No | Grant::Limited(Limit::ViewOnly)) {
            let of_people = permission == Office365Permission::ManageUsersAndGroups;
            if of_people && self.only_looks(None) {
                decision.refuse(Rule::SharePointAndSkypeViewOnly, About::Nothing);
            } else {
                decision.refuse(Rule::DenyByDefault, About::Permission(permission));
            }
        }
        best
    }

    fn held_by(&self, principal: Principal) -> BTreeSet<RoleAssignment> {
        self.tenant
            .assignments()
            .of(principal)
            .iter()
            .copied()
            .collect()
    }
}
