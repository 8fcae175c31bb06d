//! What mends a finding: Commands, one for each thing to change.
//!
//! Only what someone may and can carry out: the last lasting Global Administrator stays, what is
//! mastered on-premises is left to it, and no name is given twice. The gate is asked all the same.

use std::collections::{BTreeSet, HashSet};

use super::finding::{Finding, FindingCode};
use super::hidden::{holds_hidden, without_hidden};
use super::privileged::is_always_on;
use super::reached;
use crate::domain::apply::DESCRIPTION_MAX;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::Command;
use crate::domain::contact::ContactDetails;
use crate::domain::custom_role::CustomRole;
use crate::domain::delegation::Context;
use crate::domain::effective::redundant_roles;
use crate::domain::group::MemberSet;
use crate::domain::role::{AssignmentKind, Principal, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::time::Timestamp;
use crate::domain::user::{PROFILE_TEXT_MAX, User, UserId, UserSource};

pub(super) fn fix(finding: &Finding, context: &Context<'_>, tenant: &Tenant) -> Vec<Command> {
    let catalogue = context.catalogue.for_tenant(tenant);
    let context = &Context {
        catalogue: &catalogue,
        now: context.now,
    };
    let now = context.now;
    match finding.kind.code() {
        FindingCode::RoleNotAssignable
        | FindingCode::RoleWithoutService
        | FindingCode::BillingThroughPartner => revoke(tenant, now, of_roles(finding, tenant, now)),
        FindingCode::ServiceAdministratorAlone => {
            let service = RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR;
            let held = of_people(finding, tenant);
            let held = held.filter(|held| held.role == service && held.is_in_force(now));
            revoke(tenant, now, held.copied())
        }
        FindingCode::GuestsHoldRoles
        | FindingCode::BlockedHoldRoles
        | FindingCode::NeverSignedInHoldRoles => {
            // What to do with an account kept for emergencies takes judgement.
            let kept = &tenant.review_settings().break_glass;
            let held = of_people(finding, tenant).filter(|held| {
                let kept = matches!(held.principal, Principal::User(id) if kept.contains(&id));
                !kept && !held.is_expired(now)
            });
            revoke(tenant, now, held.copied())
        }
        FindingCode::ExpiredAssignments => {
            let groups = finding.groups.iter().map(|id| Principal::Group(*id));
            let of_groups = groups.flat_map(|group| tenant.assignments().of(group));
            let held = of_people(finding, tenant).chain(of_groups);
            revoke(
                tenant,
                now,
                held.filter(|held| held.is_expired(now)).copied(),
            )
        }
        FindingCode::RedundantRoles => {
            let people: HashSet<_> = finding.people.iter().collect();
            let found = redundant_roles(context, tenant).into_iter();
            let direct = found
                .filter(|one| one.through == HeldThrough::Directly && people.contains(&one.user));
            revoke(tenant, now, direct.map(|one| one.assignment))
        }
        FindingCode::AlternateEmailInside => alternate_emails(finding, tenant),
        FindingCode::PermanentPrivilegedAssignments => make_eligible(finding, context, tenant),
        FindingCode::UnprotectedGroupOwners => group_owners(finding),
        FindingCode::BidirectionalControls => rename(finding, context.catalogue, tenant),
        FindingCode::ChangedOutside
        | FindingCode::HistoryBroken
        | FindingCode::NoLastingGlobalAdministrator
        | FindingCode::TooFewGlobalAdministrators
        | FindingCode::TooManyGlobalAdministrators
        | FindingCode::TooManyPrivilegedAssignments
        | FindingCode::GlobalAdministratorsOutnumber
        | FindingCode::GlobalAdministratorsUnreachable
        | FindingCode::NewlyPrivilegedRole
        | FindingCode::BreakGlassUnusable
        | FindingCode::PhoneWithoutCountryCode
        | FindingCode::AdministratorsWithoutPhone
        | FindingCode::SynchronisedHoldRoles
        | FindingCode::LookAlikeNames => Vec::new(),
    }
}

/// What the people of a finding hold directly.
fn of_people<'a>(
    finding: &'a Finding,
    tenant: &'a Tenant,
) -> impl Iterator<Item = &'a RoleAssignment> {
    let people = finding.people.iter().map(|id| Principal::User(*id));
    people.flat_map(|person| tenant.assignments().of(person))
}

/// The assignments of a finding's roles that are not over: of its people, and of groups that
/// none but its people are in.
fn of_roles(
    finding: &Finding,
    tenant: &Tenant,
    now: Timestamp,
) -> impl Iterator<Item = RoleAssignment> {
    let people: HashSet<_> = finding.people.iter().copied().collect();
    let roles = finding.roles.iter();
    let held = roles.flat_map(|role| tenant.assignments().of_role(*role));
    held.copied().filter(move |held| {
        let mut reached = reached(tenant, held.principal);
        !held.is_expired(now) && reached.all(|id| people.contains(&id))
    })
}

/// Revokes, save the last lasting Global Administrator, and save whoever is one now where none of
/// them lasts. A Service administrator goes before the role it is held beside (R12).
fn revoke(
    tenant: &Tenant,
    now: Timestamp,
    held: impl Iterator<Item = RoleAssignment>,
) -> Vec<Command> {
    let lasting: HashSet<_> = tenant.lasting_global_administrators().collect();
    let mut left = lasting.len();
    let mut held: Vec<_> = held.collect();
    held.sort_by_key(|held| held.role != RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR);
    held.retain(|held| {
        let lasts = held.role == RoleTemplateId::GLOBAL_ADMINISTRATOR
            && held.is_permanent_tenant_wide()
            && matches!(held.principal, Principal::User(id) if lasting.contains(&id));
        let is_now = held.role == RoleTemplateId::GLOBAL_ADMINISTRATOR && held.is_in_force(now);
        let stays = (lasts && left == 1) || (lasting.is_empty() && is_now);
        left -= usize::from(lasts && !stays);
        !stays
    });
    held.into_iter().map(Command::RevokeRole).collect()
}

fn alternate_emails(finding: &Finding, tenant: &Tenant) -> Vec<Command> {
    let people = finding.people.iter().filter_map(|id| tenant.user(*id));
    let clear = |user: &User| Command::EditContact {
        user: user.id,
        contact: ContactDetails {
            alternate_email: None,
            mobile_phone: user.contact.mobile_phone.clone(),
        },
    };
    people.map(clear).collect()
}

/// Makes people eligible for what they hold for good, save Global Administrators, whose role is
/// never taken by the way, and roles that nobody can be given any more.
fn make_eligible(finding: &Finding, context: &Context<'_>, tenant: &Tenant) -> Vec<Command> {
    let to_change = |held: &RoleAssignment| {
        let role = context.catalogue.role(held.role);
        is_always_on(held)
            && held.role != RoleTemplateId::GLOBAL_ADMINISTRATOR
            && role.is_some_and(|role| role.privileged && role.status.is_assignable())
            && tenant.assignments().find(&eligible(held)).is_none()
    };
    let change = |id: &UserId| {
        let principal = Principal::User(*id);
        let before = tenant.assignments().of(principal);
        let after = before.iter().map(|held| {
            if to_change(held) {
                eligible(held)
            } else {
                *held
            }
        });
        let assignments: BTreeSet<_> = after.collect();
        let changes = before.iter().any(to_change);
        changes.then_some(Command::SetAssignments {
            principal,
            assignments,
        })
    };
    finding.people.iter().filter_map(change).collect()
}

fn eligible(held: &RoleAssignment) -> RoleAssignment {
    RoleAssignment {
        kind: AssignmentKind::Eligible,
        ..*held
    }
}

fn group_owners(finding: &Finding) -> Vec<Command> {
    let groups = finding.groups.iter();
    let take_out = |group| {
        let owners = finding.people.iter();
        owners.map(move |user| Command::SetMembership {
            set: MemberSet::Owners(group),
            user: *user,
            included: false,
        })
    };
    groups.flat_map(|group| take_out(*group)).collect()
}

/// Gives names without hidden characters, where something is left to be called by. Things are
/// renamed where the finding names them: what was accepted with it stays.
fn rename(finding: &Finding, catalogue: &RoleCatalogue, tenant: &Tenant) -> Vec<Command> {
    let people = finding.people.iter().filter_map(|id| tenant.user(*id));
    let in_cloud = people.filter(|user| user.source == UserSource::Cloud);
    let mut commands: Vec<_> = in_cloud
        .filter_map(|user| {
            let mut profile = user.profile.clone();
            profile.display_name = cleaned(&profile.display_name)?;
            let user = user.id;
            Some(Command::EditProfile { user, profile })
        })
        .collect();
    let super::FindingKind::BidirectionalControls(things) = &finding.kind else {
        return commands;
    };
    if things.is_empty() {
        return commands;
    }
    let groups = tenant.groups().values().filter_map(|group| {
        let (name, group) = (cleaned(&group.name)?, group.id);
        Some(Command::RenameGroup { group, name })
    });
    commands.extend(groups);
    let units = tenant.administrative_units().values().filter_map(|unit| {
        let (name, unit) = (cleaned(&unit.name)?, unit.id);
        Some(Command::RenameUnit { unit, name })
    });
    commands.extend(units);
    commands.extend(rename_roles(catalogue, tenant));
    commands.extend(rename_sets(catalogue, tenant));
    commands
}

fn rename_roles(catalogue: &RoleCatalogue, tenant: &Tenant) -> Vec<Command> {
    let roles = tenant.custom_roles();
    let mut taken: HashSet<_> = roles
        .values()
        .map(|role| role.name.to_lowercase())
        .collect();
    let mut renamed = |role: &CustomRole| {
        let name = cleaned(&role.name)?;
        let whole = !role.actions.is_empty()
            && role.description.chars().count() <= DESCRIPTION_MAX
            && !catalogue.is_built_in(role.id);
        let role = CustomRole {
            name,
            ..role.clone()
        };
        (whole && taken.insert(role.name.to_lowercase())).then(|| Command::SetCustomRole {
            id: role.id,
            role: Some(Box::new(role)),
        })
    };
    roles.values().filter_map(&mut renamed).collect()
}

fn rename_sets(catalogue: &RoleCatalogue, tenant: &Tenant) -> Vec<Command> {
    let sets = tenant.role_sets();
    let mut taken: HashSet<_> = sets.keys().cloned().collect();
    let mut renamed = |name: &str, roles: &BTreeSet<RoleTemplateId>| {
        let clean = cleaned(name)?;
        let known = roles.iter().all(|role| catalogue.role(*role).is_some());
        (known && taken.insert(clean.clone())).then(|| {
            Command::Batch(vec![
                Command::SetRoleSet {
                    name: name.into(),
                    roles: None,
                },
                Command::SetRoleSet {
                    name: clean,
                    roles: Some(roles.clone()),
                },
            ])
        })
    };
    let sets = sets.iter();
    sets.filter_map(|(name, roles)| renamed(name, roles))
        .collect()
}

/// A name without hidden characters, if it holds any, they are not all of it, and it may be given.
fn cleaned(name: &str) -> Option<Box<str>> {
    let clean = without_hidden(name);
    let fits = !clean.trim().is_empty() && clean.chars().count() <= PROFILE_TEXT_MAX;
    (holds_hidden(name) && fits).then(|| clean.into())
}
