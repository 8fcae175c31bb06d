//! THE POLICY: may this actor run this Command?
//!
//! Everything is denied unless one of the actor's roles grants it, and one refusal is a no.
//! Every Command is matched by name, without a wildcard: a new one does not compile until the
//! policy speaks of it. What giving and taking roles asks stands in `roles`, what touching a
//! person asks in `people`. Nothing here changes anything.

mod people;
mod roles;

use std::collections::{BTreeSet, HashMap};

use super::catalogue::RoleCatalogue;
use super::command::Command;
use super::contact::ContactDetails;
use super::decision::{About, Decision};
use super::role::{Principal, RoleAssignment};
use super::rule::Rule;
use super::tenant::Tenant;
use super::time::Timestamp;
use super::user::{SignIn, UserId};

/// What a decision needs to know besides the tenant.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The roles and what they may do.
    pub catalogue: &'a RoleCatalogue,
    /// The moment.
    pub now: Timestamp,
}

/// Decides whether `actor` may run `command` on `tenant`.
///
/// A batch is judged against the tenant as it is now, except that contact details earlier in it
/// count for roles later in it; [`super::apply`] judges each part again when its turn comes.
pub fn decide(
    context: &Context<'_>,
    tenant: &Tenant,
    actor: UserId,
    command: &Command,
) -> Decision {
    let mut decision = Decision::default();
    match tenant.user(actor) {
        Some(person) if person.sign_in == SignIn::Allowed => {
            let policy = Policy {
                context,
                tenant,
                actor,
            };
            policy.judge(command, &mut Pending::new(), &mut decision);
        }
        Some(person) => {
            let about = About::Text(person.upn.as_str().into());
            decision.refuse(Rule::DenyByDefault, about);
        }
        None => decision.refuse(Rule::DenyByDefault, About::Nothing),
    }
    decision
}

/// Contact details that earlier parts of the same batch set.
type Pending<'a> = HashMap<UserId, &'a ContactDetails>;

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
                pending.insert(*user, contact);
            }
            Command::EditProfile { user, profile } => self.edit_profile(*user, profile, decision),
            Command::SetSignIn { user, sign_in } => self.set_sign_in(*user, *sign_in, decision),
            Command::ResetPassword(user) | Command::WithdrawPasswordReset(user) => {
                self.reset_password(*user, decision);
            }
            Command::Batch(commands) => {
                for command in commands {
                    self.judge(command, pending, decision);
                }
            }
        }
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
