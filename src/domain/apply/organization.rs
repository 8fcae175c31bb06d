//! The organisation, its domains, its subscriptions, and the sets of roles it keeps.
//!
//! Asks nobody whether it may; what can't be is refused all the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::notes::{Listed, flag, note_change, note_list, number};
use super::{Done, Impossible};
use crate::domain::audit::{Thing, ThingField};
use crate::domain::command::Command;
use crate::domain::organization::{Domain, Organization, PurchaseChannel, Subscription};
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::InvariantError;

pub(super) fn edit_organization(
    tenant: &mut Tenant,
    after: &Organization,
    done: &mut Done,
) -> Result<(), Impossible> {
    if after.name.trim().is_empty() {
        return Err(InvariantError::NoOrganizationName.into());
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = after.partners.iter().find(|one| !names.insert(&one.name)) {
        return Err(Impossible::NameTaken(twice.name.clone()));
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = after.customers.iter().find(|one| !names.insert(&one.name)) {
        return Err(Impossible::NameTaken(twice.name.clone()));
    }
    if tenant.organization == *after {
        return Ok(());
    }
    // A list in another order says nothing new, and is left in the order it had.
    let noted = done.items.len();
    let before = std::mem::replace(&mut tenant.organization, after.clone());
    let seller = |of: &Organization| match &of.purchased_from {
        PurchaseChannel::Microsoft => None,
        PurchaseChannel::Partner { name } => Some(name.clone()),
    };
    let values = |of: &Organization| {
        [
            (ThingField::Name, Some(of.name.clone())),
            (ThingField::PurchasedFrom, seller(of)),
            (ThingField::DirectorySync, flag(of.directory_sync)),
            (ThingField::CertifiedPartner, flag(of.certified_partner)),
            (
                ThingField::DeletedUserDays,
                Some(number(of.deleted_user_days.into())),
            ),
        ]
    };
    for ((field, from), (_, to)) in values(&before).into_iter().zip(values(after)) {
        note_change(done, Thing::Organization, field, from, to);
    }
    let partners = |of: &Organization| -> Vec<Listed> {
        let listed = of.partners.iter();
        listed
            .map(|one| {
                let values = vec![(ThingField::Administers, flag(one.administers))];
                (Thing::Partner(one.name.clone()), one.name.clone(), values)
            })
            .collect()
    };
    note_list(done, &partners(&before), &partners(after));
    let customers = |of: &Organization| -> Vec<Listed> {
        let listed = of.customers.iter();
        listed
            .map(|one| {
                let values = vec![(ThingField::Domain, Some(one.domain.as_str().into()))];
                (Thing::Customer(one.name.clone()), one.name.clone(), values)
            })
            .collect()
    };
    note_list(done, &customers(&before), &customers(after));
    if done.items.len() == noted {
        tenant.organization = before;
    } else {
        done.inverses
            .push(Command::EditOrganization(Box::new(before)));
    }
    Ok(())
}

pub(super) fn set_domains(
    tenant: &mut Tenant,
    after: &[Domain],
    done: &mut Done,
) -> Result<(), Impossible> {
    if tenant.domains == after {
        return Ok(());
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = after.iter().find(|domain| !names.insert(&domain.name)) {
        return Err(InvariantError::DuplicateDomain(twice.name.clone()).into());
    }
    let verified = after.iter().filter(|domain| domain.verified);
    match verified.filter(|domain| domain.default).count() {
        1 => {}
        found => return Err(InvariantError::DefaultDomains(found).into()),
    }
    if let (Some(initial), Some(first)) = (tenant.domains.first(), after.first())
        && initial.name != first.name
    {
        return Err(Impossible::InitialDomain(initial.name.clone()));
    }
    let stays = |name: &str| {
        let mut verified = after.iter().filter(|domain| domain.verified);
        verified.any(|domain| domain.name.as_str().eq_ignore_ascii_case(name))
    };
    let gone = tenant
        .domains
        .iter()
        .filter(|old| old.verified && !stays(old.name.as_str()));
    for domain in gone {
        let used = |name: &str| name.eq_ignore_ascii_case(domain.name.as_str());
        let people = tenant
            .users()
            .iter()
            .filter(|user| used(user.upn.domain()))
            .count();
        if people > 0 {
            return Err(Impossible::DomainInUse {
                domain: domain.name.clone(),
                people,
            });
        }
    }
    let noted = done.items.len();
    let before = std::mem::replace(&mut tenant.domains, after.to_vec());
    let listed = |of: &[Domain]| -> Vec<Listed> {
        let domains = of.iter();
        domains
            .map(|domain| {
                let name: Box<str> = domain.name.as_str().into();
                let values = vec![
                    (ThingField::Verified, flag(domain.verified)),
                    (ThingField::Default, flag(domain.default)),
                ];
                (Thing::Domain(name.clone()), name, values)
            })
            .collect()
    };
    note_list(done, &listed(&before), &listed(after));
    if done.items.len() == noted {
        tenant.domains = before;
    } else {
        done.inverses.push(Command::SetDomains(before));
    }
    Ok(())
}

pub(super) fn set_subscriptions(
    tenant: &mut Tenant,
    after: &[Subscription],
    done: &mut Done,
) -> Result<(), Impossible> {
    if tenant.subscriptions == after {
        return Ok(());
    }
    let mut ids = BTreeSet::new();
    if let Some(twice) = after.iter().find(|sold| !ids.insert(sold.id)) {
        return Err(InvariantError::DuplicateId(twice.id.0).into());
    }
    for sold in &tenant.subscriptions {
        let people = tenant.seats_used(sold.id);
        if people > 0 && !ids.contains(&sold.id) {
            return Err(Impossible::SubscriptionInUse {
                subscription: sold.name.clone(),
                people,
            });
        }
    }
    let noted = done.items.len();
    let before = std::mem::replace(&mut tenant.subscriptions, after.to_vec());
    let listed = |of: &[Subscription]| -> Vec<Listed> {
        let sold = of.iter();
        sold.map(|sold| {
            let services: Vec<_> = sold.services.iter().map(|one| one.name()).collect();
            let values = vec![
                (ThingField::Name, Some(sold.name.clone())),
                (ThingField::Seats, Some(number(sold.seats))),
                (ThingField::Services, Some(services.join(", ").into())),
            ];
            (Thing::Subscription(sold.id), sold.name.clone(), values)
        })
        .collect()
    };
    note_list(done, &listed(&before), &listed(after));
    if done.items.len() == noted {
        tenant.subscriptions = before;
    } else {
        done.inverses.push(Command::SetSubscriptions(before));
    }
    Ok(())
}

pub(super) fn set_role_set(
    tenant: &mut Tenant,
    name: &str,
    roles: Option<&BTreeSet<RoleTemplateId>>,
    done: &mut Done,
) {
    let before = tenant.role_sets().get(name).cloned();
    if before.as_ref() == roles {
        return;
    }
    let sets = Arc::make_mut(&mut tenant.role_sets);
    match roles {
        Some(roles) => sets.insert(name.into(), roles.clone()),
        None => sets.remove(name),
    };
    let listed = |roles: Option<&BTreeSet<RoleTemplateId>>| -> Option<Listed> {
        let roles = roles?;
        let ids: Vec<_> = roles.iter().map(ToString::to_string).collect();
        let values = vec![(ThingField::Roles, Some(ids.join(", ").into()))];
        Some((Thing::RoleSet(name.into()), name.into(), values))
    };
    note_list(
        done,
        listed(before.as_ref()).as_slice(),
        listed(roles).as_slice(),
    );
    done.inverses.push(Command::SetRoleSet {
        name: name.into(),
        roles: before,
    });
}

/// Checks the names that are new; what an import brought may be odd and stays.
pub(super) fn check_names(tenant: &Tenant, after: &Organization) -> Result<(), Impossible> {
    let names = |of: &Organization| -> BTreeSet<Box<str>> {
        let partners = of.partners.iter().map(|partner| partner.name.clone());
        let customers = of.customers.iter().map(|customer| customer.name.clone());
        let seller = match &of.purchased_from {
            PurchaseChannel::Microsoft => None,
            PurchaseChannel::Partner { name } => Some(name.clone()),
        };
        [of.name.clone()]
            .into_iter()
            .chain(seller)
            .chain(partners)
            .chain(customers)
            .collect()
    };
    let before = names(&tenant.organization);
    let new = names(after)
        .into_iter()
        .filter(|name| !before.contains(name));
    new.into_iter()
        .try_for_each(|name| super::notes::check_name(&name))
}

/// Checks that nobody loses a seat they hold. An import may have brought more people than seats,
/// which may stay so, and get no worse.
pub(super) fn check_subscriptions(
    tenant: &Tenant,
    after: &[Subscription],
) -> Result<(), Impossible> {
    for sold in after {
        let old = tenant.subscription(sold.id);
        if old.is_none_or(|old| old.name != sold.name) {
            super::notes::check_name(&sold.name)?;
        }
        let used = tenant.seats_used(sold.id);
        let before = old.map_or(0, |sold| sold.seats);
        if sold.seats < used && sold.seats < before {
            return Err(Impossible::SeatsInUse {
                subscription: sold.name.clone(),
                used,
            });
        }
    }
    Ok(())
}
