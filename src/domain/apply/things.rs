//! Groups, administrative units, the organisation, domains, subscriptions and role sets.
//!
//! Asks nobody whether it may; what can't be is refused all the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Done, Impossible};
use crate::domain::audit::{AuditItem, Thing, ThingField};
use crate::domain::command::Command;
use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::organization::{
    Domain, Organization, PurchaseChannel, Subscription,
};
use crate::domain::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, Principal, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::user::{PROFILE_TEXT_MAX, UserId};

pub(super) fn add_group(
    tenant: &mut Tenant,
    group: &Group,
    done: &mut Done,
) -> Result<(), Impossible> {
    if tenant.groups().contains_key(&group.id) {
        return Err(InvariantError::DuplicateId(group.id.0).into());
    }
    known(tenant, group.members.union(&group.owners))?;
    note_group(group, true, done);
    done.touched.extend(group.members.union(&group.owners));
    done.inverses.push(Command::DeleteGroup(group.id));
    tenant.insert_group(group.clone());
    Ok(())
}

pub(super) fn delete_group(
    tenant: &mut Tenant,
    id: GroupId,
    done: &mut Done,
) -> Result<(), Impossible> {
    let unknown = InvariantError::UnknownGroup(id.0);
    let name = tenant.groups().get(&id).map(|group| group.name.clone());
    let name = name.ok_or(unknown.clone())?;
    if !tenant.assignments().of(Principal::Group(id)).is_empty() {
        return Err(Impossible::HoldsRoles(name));
    }
    let group = tenant.remove_group(id).ok_or(unknown)?;
    note_group(&group, false, done);
    done.touched.extend(group.members.union(&group.owners));
    done.inverses.push(Command::AddGroup(Box::new(group)));
    Ok(())
}

pub(super) fn add_unit(
    tenant: &mut Tenant,
    unit: &AdministrativeUnit,
    done: &mut Done,
) -> Result<(), Impossible> {
    if tenant.administrative_units().contains_key(&unit.id) {
        return Err(InvariantError::DuplicateId(unit.id.0).into());
    }
    known(tenant, unit.members.iter())?;
    note_unit(unit, true, done);
    done.touched.extend(&unit.members);
    done.inverses.push(Command::DeleteUnit(unit.id));
    Arc::make_mut(&mut tenant.units).insert(unit.id, unit.clone());
    Ok(())
}

pub(super) fn delete_unit(
    tenant: &mut Tenant,
    id: AdministrativeUnitId,
    done: &mut Done,
) -> Result<(), Impossible> {
    let unknown = InvariantError::UnknownAdministrativeUnit(id.0);
    let name = tenant.administrative_units().get(&id);
    let name = name.map(|unit| unit.name.clone()).ok_or(unknown.clone())?;
    let scope = DirectoryScope::AdministrativeUnit(id);
    if tenant.assignments().iter().any(|held| held.scope == scope) {
        return Err(Impossible::HoldsRoles(name));
    }
    let unit = Arc::make_mut(&mut tenant.units).remove(&id).ok_or(unknown)?;
    note_unit(&unit, false, done);
    done.touched.extend(&unit.members);
    done.inverses.push(Command::AddUnit(Box::new(unit)));
    Ok(())
}

pub(super) fn rename_group(
    tenant: &mut Tenant,
    id: GroupId,
    name: &str,
    done: &mut Done,
) -> Result<(), Impossible> {
    let group = Arc::make_mut(&mut tenant.groups).get_mut(&id);
    let group = group.ok_or(InvariantError::UnknownGroup(id.0))?;
    let before = std::mem::replace(&mut group.name, name.into());
    note_change(done, Thing::Group(id), ThingField::Name, Some(before.clone()), Some(name.into()));
    if *before != *name {
        done.inverses.push(Command::RenameGroup {
            group: id,
            name: before,
        });
    }
    Ok(())
}

pub(super) fn rename_unit(
    tenant: &mut Tenant,
    id: AdministrativeUnitId,
    name: &str,
    done: &mut Done,
) -> Result<(), Impossible> {
    let unit = Arc::make_mut(&mut tenant.units).get_mut(&id);
    let unit = unit.ok_or(InvariantError::UnknownAdministrativeUnit(id.0))?;
    let before = std::mem::replace(&mut unit.name, name.into());
    note_change(done, Thing::Unit(id), ThingField::Name, Some(before.clone()), Some(name.into()));
    if *before != *name {
        done.inverses.push(Command::RenameUnit {
            unit: id,
            name: before,
        });
    }
    Ok(())
}

pub(super) fn set_membership(
    tenant: &mut Tenant,
    set: MemberSet,
    user: UserId,
    included: bool,
    done: &mut Done,
) -> Result<(), Impossible> {
    known(tenant, [user].iter())?;
    let changed = tenant.set_member(set, user, included).ok_or(match set {
        MemberSet::Members(id) | MemberSet::Owners(id) => InvariantError::UnknownGroup(id.0),
        MemberSet::Unit(id) => InvariantError::UnknownAdministrativeUnit(id.0),
    })?;
    if changed {
        done.items.push(if included {
            AuditItem::MemberAdded(set, user)
        } else {
            AuditItem::MemberRemoved(set, user)
        });
        done.touched.push(user);
        done.inverses.push(Command::SetMembership {
            set,
            user,
            included: !included,
        });
    }
    Ok(())
}

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
            (ThingField::DeletedUserDays, number(of.deleted_user_days)),
        ]
    };
    for ((field, from), (_, to)) in values(&before).into_iter().zip(values(after)) {
        note_change(done, Thing::Organization, field, from, to);
    }
    let partners = |of: &Organization| {
        let listed = of.partners.iter();
        listed
            .map(|one| {
                let values = vec![(ThingField::Administers, flag(one.administers))];
                (Thing::Partner(one.name.clone()), one.name.clone(), values)
            })
            .collect()
    };
    note_list(done, partners(&before), partners(after));
    let customers = |of: &Organization| {
        let listed = of.customers.iter();
        listed
            .map(|one| {
                let values = vec![(ThingField::Domain, Some(one.domain.as_str().into()))];
                (Thing::Customer(one.name.clone()), one.name.clone(), values)
            })
            .collect()
    };
    note_list(done, customers(&before), customers(after));
    if done.items.len() == noted {
        tenant.organization = before;
    } else {
        done.inverses.push(Command::EditOrganization(Box::new(before)));
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
    let gone = tenant.domains.iter().filter(|old| old.verified && !stays(old.name.as_str()));
    for domain in gone {
        let used = |name: &str| name.eq_ignore_ascii_case(domain.name.as_str());
        let people = tenant.users().iter().filter(|user| used(user.upn.domain())).count();
        if people > 0 {
            return Err(Impossible::DomainInUse {
                domain: domain.name.clone(),
                people,
            });
        }
    }
    let noted = done.items.len();
    let before = std::mem::replace(&mut tenant.domains, after.to_vec());
    let listed = |of: &[Domain]| {
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
    note_list(done, listed(&before), listed(after));
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
    let listed = |of: &[Subscription]| {
        let sold = of.iter();
        sold.map(|sold| {
            let services: Vec<_> = sold.services.iter().map(|one| one.name()).collect();
            let values = vec![
                (ThingField::Name, Some(sold.name.clone())),
                (ThingField::Seats, number(sold.seats)),
                (ThingField::Services, Some(services.join(", ").into())),
            ];
            (Thing::Subscription(sold.id), sold.name.clone(), values)
        })
        .collect()
    };
    note_list(done, listed(&before), listed(after));
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
) -> Result<(), Impossible> {
    let before = tenant.role_sets().get(name).cloned();
    if before.as_ref() == roles {
        return Ok(());
    }
    let sets = Arc::make_mut(&mut tenant.role_sets);
    match roles {
        Some(roles) => sets.insert(name.into(), roles.clone()),
        None => sets.remove(name),
    };
    let listed = |roles: Option<&BTreeSet<RoleTemplateId>>| {
        let roles = roles?;
        let ids: Vec<_> = roles.iter().map(ToString::to_string).collect();
        let values = vec![(ThingField::Roles, Some(ids.join(", ").into()))];
        Some((Thing::RoleSet(name.into()), name.into(), values))
    };
    note_list(
        done,
        listed(before.as_ref()).into_iter().collect(),
        listed(roles).into_iter().collect(),
    );
    done.inverses.push(Command::SetRoleSet {
        name: name.into(),
        roles: before,
    });
    Ok(())
}

/// Checks a name that is given now; what an import brought is kept.
pub(super) fn check_name(name: &str) -> Result<(), Impossible> {
    if name.trim().is_empty() {
        return Err(Impossible::NoName);
    }
    if name.chars().count() > PROFILE_TEXT_MAX {
        return Err(Impossible::TextTooLong(name.into()));
    }
    Ok(())
}

/// Checks that nobody loses a seat they hold. An import may have brought more people than seats,
/// which may stay so, and get no worse.
pub(super) fn check_subscriptions(
    tenant: &Tenant,
    after: &[Subscription],
) -> Result<(), Impossible> {
    for sold in after {
        check_name(&sold.name)?;
        let used = tenant.seats_used(sold.id);
        let before = tenant.subscription(sold.id).map_or(0, |sold| sold.seats);
        if sold.seats < used && sold.seats < before {
            return Err(Impossible::SeatsInUse {
                subscription: sold.name.clone(),
                used,
            });
        }
    }
    Ok(())
}

fn known<'a>(
    tenant: &Tenant,
    mut ids: impl Iterator<Item = &'a UserId>,
) -> Result<(), InvariantError> {
    match ids.find(|id| tenant.user(**id).is_none()) {
        Some(unknown) => Err(InvariantError::UnknownUser(unknown.0)),
        None => Ok(()),
    }
}

fn note_group(group: &Group, added: bool, done: &mut Done) {
    let values = vec![(ThingField::RoleAssignable, flag(group.role_assignable))];
    let listed = vec![(Thing::Group(group.id), group.name.clone(), values)];
    note_come_or_gone(done, listed, added);
    let members = group.members.iter().map(|user| (MemberSet::Members(group.id), *user));
    let owners = group.owners.iter().map(|user| (MemberSet::Owners(group.id), *user));
    note_members(done, members.chain(owners), added);
}

fn note_unit(unit: &AdministrativeUnit, added: bool, done: &mut Done) {
    let values = vec![(ThingField::Restricted, flag(unit.restricted))];
    let listed = vec![(Thing::Unit(unit.id), unit.name.clone(), values)];
    note_come_or_gone(done, listed, added);
    let members = unit.members.iter().map(|user| (MemberSet::Unit(unit.id), *user));
    note_members(done, members, added);
}

fn note_members(
    done: &mut Done,
    members: impl Iterator<Item = (MemberSet, UserId)>,
    added: bool,
) {
    done.items.extend(members.map(|(set, user)| {
        if added {
            AuditItem::MemberAdded(set, user)
        } else {
            AuditItem::MemberRemoved(set, user)
        }
    }));
}

/// A thing, its name, and what else can be said of it.
type Listed = (Thing, Box<str>, Vec<(ThingField, Option<Box<str>>)>);

fn note_come_or_gone(done: &mut Done, listed: Vec<Listed>, added: bool) {
    if added {
        note_list(done, Vec::new(), listed);
    } else {
        note_list(done, listed, Vec::new());
    }
}

/// Notes what came, what went and what changed between two lists.
fn note_list(done: &mut Done, before: Vec<Listed>, after: Vec<Listed>) {
    let find = |list: &[Listed], thing: &Thing| {
        let found = list.iter().find(|(other, ..)| other == thing);
        found.map(|(_, _, values)| values.clone())
    };
    for (thing, name, values) in &before {
        if find(&after, thing).is_none() {
            for (field, value) in values.iter().filter(|(field, _)| *field != ThingField::Name) {
                note_change(done, thing.clone(), *field, value.clone(), None);
            }
            let (thing, name) = (thing.clone(), name.clone());
            done.items.push(AuditItem::Removed { thing, name });
        }
    }
    for (thing, name, values) in after {
        let old = find(&before, &thing);
        if old.is_none() {
            let thing = thing.clone();
            done.items.push(AuditItem::Added { thing, name });
        }
        for (field, to) in values {
            if old.is_none() && field == ThingField::Name {
                continue;
            }
            let same = |(other, _): &&(ThingField, Option<Box<str>>)| *other == field;
            let from = (old.iter().flatten()).find(same).and_then(|(_, value)| value.clone());
            note_change(done, thing.clone(), field, from, to);
        }
    }
}

fn note_change(
    done: &mut Done,
    thing: Thing,
    field: ThingField,
    from: Option<Box<str>>,
    to: Option<Box<str>>,
) {
    if from != to {
        done.items.push(AuditItem::Changed {
            thing,
            field,
            from,
            to,
        });
    }
}

/// `true`, or nothing.
fn flag(value: bool) -> Option<Box<str>> {
    value.then(|| "true".into())
}

fn number(value: impl ToString) -> Option<Box<str>> {
    Some(value.to_string().into())
}
