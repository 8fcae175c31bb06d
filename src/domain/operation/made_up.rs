//! Values that differ from what is there, and that no rule about values refuses.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::Unaskable;
use crate::domain::command::Command;
use crate::domain::contact::{AlternateEmail, MobilePhone};
use crate::domain::custom_role::CustomRole;
use crate::domain::organization::{Domain, Subscription, SubscriptionId};
use crate::domain::resource_action::ResourceAction;
use crate::domain::review::{Acceptance, FindingAbout, FindingCode, FindingKey, Thresholds};
use crate::domain::role::{AdministrativeUnitId, GroupId, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UserPrincipalName};
use crate::domain::user::{User, UserId};

/// What something new is called.
pub const NAME: &str = "Contoso";

/// A name that is not `name`.
pub fn other_name(name: &str) -> Box<str> {
    let other = if name == NAME { "Fabrikam" } else { NAME };
    other.into()
}

/// A number with country code that the person does not have.
pub fn phone(user: &User) -> Option<MobilePhone> {
    let had = user.contact.mobile_phone.as_ref();
    let numbers = ["+31612345678", "+31612345679"].into_iter();
    numbers
        .map(MobilePhone::imported)
        .find(|new| had.is_none_or(|had| had.as_str() != new.as_str()))
}

/// An address outside the tenant that the person does not have.
pub fn email(tenant: &Tenant, user: &User) -> Option<AlternateEmail> {
    let had = user.contact.alternate_email.as_ref();
    (0..u32::MAX)
        .filter_map(|n| AlternateEmail::parse(&format!("name@outside{n}.example")).ok())
        .find(|new| !tenant.locks_out(user, new) && had != Some(new))
}

/// Another name on the person's domain, or on the one new people get where theirs is not verified.
pub fn rename(tenant: &Tenant, user: &User) -> Result<Command, Unaskable> {
    let own = Some(user.upn.domain()).filter(|domain| tenant.has_domain(domain, true));
    Ok(Command::RenameUser {
        user: user.id,
        upn: free_name(tenant, own).ok_or(Unaskable::AlreadySo)?,
    })
}

/// Someone new, with nothing but a name.
pub fn user(tenant: &Tenant) -> Result<Command, Unaskable> {
    let upn = free_name(tenant, None).ok_or(Unaskable::AlreadySo)?;
    let taken = |id| tenant.user(id).is_some() || tenant.deleted_users().contains_key(&id);
    let id = free(|id| taken(UserId(id)));
    Ok(Command::AddUser(Box::new(User::new(UserId(id), upn, NAME))))
}

/// A seat given, where one is free; else one taken.
pub fn licences(tenant: &Tenant, user: &User) -> Result<Command, Unaskable> {
    let mut licences: BTreeSet<_> = user.licences.iter().copied().collect();
    let sold = tenant.subscriptions();
    let new = |sold: &&Subscription| !user.licences.contains(&sold.id);
    let seat = |sold: &&Subscription| tenant.seats_used(sold.id) < sold.seats;
    let given = sold.iter().filter(new).find(seat);
    if let Some(given) = given {
        licences.insert(given.id);
    } else if licences.pop_last().is_none() {
        let full = sold.iter().find(new).ok_or(Unaskable::NoSubscription)?;
        licences.insert(full.id);
    }
    Ok(Command::SetLicences {
        user: user.id,
        licences,
    })
}

/// A domain more, not verified yet.
pub fn domains(tenant: &Tenant) -> Result<Command, Unaskable> {
    let name = (0..u32::MAX)
        .filter_map(|n| DomainName::parse(&format!("new{n}.example")).ok())
        .find(|name| !tenant.has_domain(name.as_str(), false))
        .ok_or(Unaskable::AlreadySo)?;
    let mut domains = tenant.domains().to_vec();
    domains.push(Domain {
        name,
        verified: false,
        default: false,
    });
    Ok(Command::SetDomains(domains))
}

/// A subscription more.
pub fn subscriptions(tenant: &Tenant) -> Command {
    let mut sold = tenant.subscriptions().to_vec();
    sold.push(Subscription {
        id: SubscriptionId(free(|id| tenant.subscription(SubscriptionId(id)).is_some())),
        name: NAME.into(),
        seats: 1,
        services: Vec::new(),
    });
    Command::SetSubscriptions(sold)
}

/// A set of roles more.
pub fn role_set(tenant: &Tenant) -> Command {
    let mut name = NAME.to_owned();
    while tenant.role_sets().contains_key(name.as_str()) {
        name.push('+');
    }
    Command::SetRoleSet {
        name: name.into(),
        roles: Some([RoleTemplateId::HELPDESK_ADMINISTRATOR].into()),
    }
}

/// A role of the tenant's own more, which only reads.
pub fn custom_role(tenant: &Tenant) -> Command {
    let roles = tenant.custom_roles();
    let id = RoleTemplateId(free(|id| roles.contains_key(&RoleTemplateId(id))));
    let mut name = NAME.to_owned();
    // The gate looks at no capitals either.
    let taken = |name: &str| (roles.values()).any(|role| role.name.eq_ignore_ascii_case(name));
    while taken(&name) {
        name.push('+');
    }
    let reads = ResourceAction::parse("microsoft.directory/users/standard/read");
    Command::SetCustomRole {
        id,
        role: Some(Box::new(CustomRole {
            id,
            name: name.into(),
            description: NAME.into(),
            actions: reads.into_iter().collect(),
        })),
    }
}

/// Another threshold.
pub fn thresholds(tenant: &Tenant) -> Command {
    let before = tenant.review_settings().thresholds;
    Command::SetThresholds(Thresholds {
        most_privileged_assignments: before.most_privileged_assignments ^ 1,
        ..before
    })
}

/// A finding that is not accepted yet, accepted for ever.
pub fn acceptance(tenant: &Tenant) -> Result<Command, Unaskable> {
    let accepted = &tenant.review_settings().accepted;
    let codes = FindingCode::ALL.into_iter();
    let codes = codes.filter(|code| code.can_be_accepted());
    let keys = codes.map(|code| FindingKey {
        code,
        about: FindingAbout::Tenant,
    });
    let mut open = keys.filter(|key| !accepted.contains_key(key));
    Ok(Command::SetAcceptance {
        finding: open.next().ok_or(Unaskable::AlreadySo)?,
        acceptance: Some(Acceptance {
            reason: NAME.into(),
            until: Timestamp::MAX,
            people: BTreeSet::new(),
        }),
    })
}

/// The id of a group that is not there.
pub fn group_id(tenant: &Tenant) -> GroupId {
    GroupId(free(|id| tenant.groups().contains_key(&GroupId(id))))
}

/// The id of a unit that is not there.
pub fn unit_id(tenant: &Tenant) -> AdministrativeUnitId {
    let units = tenant.administrative_units();
    AdministrativeUnitId(free(|id| units.contains_key(&AdministrativeUnitId(id))))
}

fn free_name(tenant: &Tenant, domain: Option<&str>) -> Option<UserPrincipalName> {
    let domains = tenant.domains().iter();
    let usual = domains
        .filter(|domain| domain.verified)
        .max_by_key(|domain| domain.default)
        .map(|domain| domain.name.as_str());
    let domain = domain.or(usual)?;
    (0..u32::MAX)
        .filter_map(|n| UserPrincipalName::parse(&format!("new{n}@{domain}")).ok())
        .find(|name| tenant.users().by_upn(name.as_str()).is_none())
}

fn free(taken: impl Fn(Uuid) -> bool) -> Uuid {
    let mut ids = (1_u128..).map(Uuid::from_u128);
    ids.find(|id| !taken(*id)).unwrap_or_default()
}
