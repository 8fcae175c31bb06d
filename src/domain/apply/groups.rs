//! Groups and administrative units, and who is in them.
//!
//! Asks nobody whether it may; what can't be is refused all the same.

use std::sync::Arc;

use super::notes::{Listed, flag, note_change, note_list};
use super::{Done, Impossible};
use crate::domain::audit::{AuditItem, Thing, ThingField};
use crate::domain::command::Command;
use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::role::{AdministrativeUnitId, DirectoryScope, GroupId, Principal};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::user::UserId;

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
    let unit = Arc::make_mut(&mut tenant.units)
        .remove(&id)
        .ok_or(unknown)?;
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
    note_change(
        done,
        Thing::Group(id),
        ThingField::Name,
        Some(before.clone()),
        Some(name.into()),
    );
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
    note_change(
        done,
        Thing::Unit(id),
        ThingField::Name,
        Some(before.clone()),
        Some(name.into()),
    );
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
    note_come_or_gone(done, &listed, added);
    let members = group
        .members
        .iter()
        .map(|user| (MemberSet::Members(group.id), *user));
    let owners = group
        .owners
        .iter()
        .map(|user| (MemberSet::Owners(group.id), *user));
    note_members(done, members.chain(owners), added);
}

fn note_unit(unit: &AdministrativeUnit, added: bool, done: &mut Done) {
    let values = vec![(ThingField::Restricted, flag(unit.restricted))];
    let listed = vec![(Thing::Unit(unit.id), unit.name.clone(), values)];
    note_come_or_gone(done, &listed, added);
    let members = unit
        .members
        .iter()
        .map(|user| (MemberSet::Unit(unit.id), *user));
    note_members(done, members, added);
}

fn note_members(done: &mut Done, members: impl Iterator<Item = (MemberSet, UserId)>, added: bool) {
    done.items.extend(members.map(|(set, user)| {
        if added {
            AuditItem::MemberAdded(set, user)
        } else {
            AuditItem::MemberRemoved(set, user)
        }
    }));
}

fn note_come_or_gone(done: &mut Done, listed: &[Listed], added: bool) {
    if added {
        note_list(done, &[], listed);
    } else {
        note_list(done, listed, &[]);
    }
}
