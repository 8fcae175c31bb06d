//! Everything that is not a person: assignments, role sets, groups, units and the organisation.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Difference;
use crate::domain::audit::{AuditItem, Thing, ThingField, differences};
use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::organization::{Domain, Organization, PurchaseChannel, Subscription};
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;

/// A value of a thing, in the words of the history.
type Value = (ThingField, Option<Box<str>>);

/// A thing, its name, and what else can be said of it.
type Listed = (Thing, Box<str>, Vec<Value>);

/// The assignments, which both sides have in the same order.
pub(super) fn assignments(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    if Arc::ptr_eq(&before.assignments, &after.assignments) {
        return;
    }
    let mut olds = before.assignments.iter().peekable();
    let mut news = after.assignments.iter().peekable();
    loop {
        match (olds.peek(), news.peek()) {
            (None, None) => return,
            (Some(old), Some(new)) if old.same_slot(new) => {
                if old != new {
                    out.push(Difference::Times {
                        from: **old,
                        to: **new,
                    });
                }
                olds.next();
                news.next();
            }
            (Some(old), Some(new)) if new.slot() < old.slot() => {
                out.push(Difference::Item(AuditItem::RoleAssigned(**new)));
                news.next();
            }
            (Some(old), _) => {
                out.push(Difference::Item(AuditItem::RoleRevoked(**old)));
                olds.next();
            }
            (None, Some(new)) => {
                out.push(Difference::Item(AuditItem::RoleAssigned(**new)));
                news.next();
            }
        }
    }
}

pub(super) fn role_sets(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    if Arc::ptr_eq(&before.role_sets, &after.role_sets) {
        return;
    }
    let listed = |tenant: &Tenant| {
        let sets = tenant.role_sets.iter().map(|(name, roles)| {
            let ids: Vec<_> = roles.iter().map(ToString::to_string).collect();
            let values = vec![(ThingField::Roles, Some(ids.join(", ").into()))];
            (Thing::RoleSet(name.clone()), name.clone(), values)
        });
        sets.collect()
    };
    list(listed(before), listed(after), out);
}

pub(super) fn custom_roles(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    if Arc::ptr_eq(&before.custom_roles, &after.custom_roles) {
        return;
    }
    let ids: BTreeSet<_> = (before.custom_roles.keys())
        .chain(after.custom_roles.keys())
        .collect();
    for id in ids {
        let [old, new] = [before, after].map(|tenant| tenant.custom_roles.get(id));
        out.extend(
            differences::of_role(old, new)
                .into_iter()
                .map(Difference::Item),
        );
    }
}

pub(super) fn review(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    if Arc::ptr_eq(&before.review, &after.review) {
        return;
    }
    let [old, new] = [&before.review, &after.review];
    let mut items = differences::of_thresholds(old.thresholds, new.thresholds);
    let findings: BTreeSet<_> = old.accepted.keys().chain(new.accepted.keys()).collect();
    for finding in findings {
        let [old, new] = [old, new].map(|review| review.accepted.get(finding));
        items.extend(differences::of_acceptance(*finding, old, new));
    }
    out.extend(items.into_iter().map(Difference::Item));
    let listed = |tenant: &Tenant| {
        let accounts = tenant.review.break_glass.iter();
        accounts
            .map(|user| {
                let name = tenant.user(*user).map_or_else(
                    || user.0.to_string().into(),
                    |user| Box::<str>::from(user.upn.as_str()),
                );
                (Thing::BreakGlass(*user), name, Vec::new())
            })
            .collect()
    };
    list(listed(before), listed(after), out);
}

pub(super) fn groups(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    if Arc::ptr_eq(&before.groups, &after.groups) {
        return;
    }
    let nobody = BTreeSet::new();
    let ids: BTreeSet<_> = before.groups.keys().chain(after.groups.keys()).collect();
    for id in ids {
        let [old, new] = [before.groups.get(id), after.groups.get(id)];
        if old == new {
            continue;
        }
        let [one, other] = [old, new].map(|group| group.map(group_listed).into_iter().collect());
        list(one, other, out);
        let [one, other] = [old, new].map(|group| group.map_or(&nobody, |group| &group.members));
        members(MemberSet::Members(*id), one, other, out);
        let [one, other] = [old, new].map(|group| group.map_or(&nobody, |group| &group.owners));
        members(MemberSet::Owners(*id), one, other, out);
    }
}

pub(super) fn units(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    if Arc::ptr_eq(&before.units, &after.units) {
        return;
    }
    let ids: BTreeSet<_> = before.units.keys().chain(after.units.keys()).collect();
    let nobody = BTreeSet::new();
    for id in ids {
        let [old, new] = [before.units.get(id), after.units.get(id)];
        if old == new {
            continue;
        }
        let [one, other] = [old, new].map(|unit| unit.map(unit_listed).into_iter().collect());
        list(one, other, out);
        let [one, other] = [old, new].map(|unit| unit.map_or(&nobody, |unit| &unit.members));
        members(MemberSet::Unit(*id), one, other, out);
    }
}

fn group_listed(group: &Group) -> Listed {
    let values = vec![
        (ThingField::Name, Some(group.name.clone())),
        (ThingField::RoleAssignable, flag(group.role_assignable)),
    ];
    (Thing::Group(group.id), group.name.clone(), values)
}

fn unit_listed(unit: &AdministrativeUnit) -> Listed {
    let values = vec![
        (ThingField::Name, Some(unit.name.clone())),
        (ThingField::Restricted, flag(unit.restricted)),
    ];
    (Thing::Unit(unit.id), unit.name.clone(), values)
}

/// Who is in a set: how many, where that changed, then who.
fn members(
    set: MemberSet,
    before: &BTreeSet<UserId>,
    after: &BTreeSet<UserId>,
    out: &mut Vec<Difference>,
) {
    if before.len() != after.len() {
        out.push(Difference::MemberCount {
            set,
            from: before.len(),
            to: after.len(),
        });
    }
    let gone = before.difference(after);
    out.extend(gone.map(|user| Difference::Item(AuditItem::MemberRemoved(set, *user))));
    let new = after.difference(before);
    out.extend(new.map(|user| Difference::Item(AuditItem::MemberAdded(set, *user))));
}

pub(super) fn organization(before: &Tenant, after: &Tenant, out: &mut Vec<Difference>) {
    let [old, new] = [&before.organization, &after.organization];
    if old != new {
        let whole = |of: &Organization| {
            let values = organization_values(of);
            vec![(Thing::Organization, of.name.clone(), values)]
        };
        list(whole(old), whole(new), out);
        list(partners(old), partners(new), out);
        list(customers(old), customers(new), out);
    }
    if before.domains != after.domains {
        list(domains(&before.domains), domains(&after.domains), out);
        let initial = |of: &[Domain]| of.first().map(|domain| domain.name.as_str().into());
        let [from, to] = [initial(&before.domains), initial(&after.domains)];
        if from != to {
            out.push(Difference::InitialDomain { from, to });
        }
    }
    if before.subscriptions != after.subscriptions {
        let [before, after] = [before, after].map(|it| subscriptions(&it.subscriptions));
        list(before, after, out);
    }
}

fn organization_values(of: &Organization) -> Vec<Value> {
    let seller = match &of.purchased_from {
        PurchaseChannel::Microsoft => None,
        PurchaseChannel::Partner { name } => Some(name.clone()),
    };
    vec![
        (ThingField::Name, Some(of.name.clone())),
        (ThingField::PurchasedFrom, seller),
        (ThingField::DirectorySync, flag(of.directory_sync)),
        (ThingField::CertifiedPartner, flag(of.certified_partner)),
        (
            ThingField::DeletedUserDays,
            Some(of.deleted_user_days.to_string().into()),
        ),
    ]
}

fn partners(of: &Organization) -> Vec<Listed> {
    let listed = of.partners.iter().map(|one| {
        let values = vec![(ThingField::Administers, flag(one.administers))];
        (Thing::Partner(one.name.clone()), one.name.clone(), values)
    });
    listed.collect()
}

fn customers(of: &Organization) -> Vec<Listed> {
    let listed = of.customers.iter().map(|one| {
        let values = vec![(ThingField::Domain, Some(one.domain.as_str().into()))];
        (Thing::Customer(one.name.clone()), one.name.clone(), values)
    });
    listed.collect()
}

fn domains(of: &[Domain]) -> Vec<Listed> {
    let listed = of.iter().map(|domain| {
        let name: Box<str> = domain.name.as_str().into();
        let values = vec![
            (ThingField::Verified, flag(domain.verified)),
            (ThingField::Default, flag(domain.default)),
        ];
        (Thing::Domain(name.clone()), name, values)
    });
    listed.collect()
}

fn subscriptions(of: &[Subscription]) -> Vec<Listed> {
    let listed = of.iter().map(|sold| {
        let services: Vec<_> = sold.services.iter().map(|one| one.name()).collect();
        let values = vec![
            (ThingField::Name, Some(sold.name.clone())),
            (ThingField::Seats, Some(sold.seats.to_string().into())),
            (ThingField::Services, Some(services.join(", ").into())),
        ];
        (Thing::Subscription(sold.id), sold.name.clone(), values)
    });
    listed.collect()
}

/// What came, what went and what changed between two lists.
fn list(before: Vec<Listed>, after: Vec<Listed>, out: &mut Vec<Difference>) {
    let mut olds: BTreeMap<Thing, (Box<str>, Vec<Value>)> = (before.into_iter())
        .map(|(thing, name, values)| (thing, (name, values)))
        .collect();
    let mut item = |item| out.push(Difference::Item(item));
    let changed = |thing: &Thing, field, from: Option<Box<str>>, to: Option<Box<str>>| {
        (from != to).then(|| AuditItem::Changed {
            thing: thing.clone(),
            field,
            from,
            to,
        })
    };
    let beside_name = |(field, _): &Value| *field != ThingField::Name;
    for (thing, name, values) in after {
        if let Some((_, old)) = olds.remove(&thing) {
            for ((field, from), (_, to)) in old.into_iter().zip(values) {
                changed(&thing, field, from, to)
                    .into_iter()
                    .for_each(&mut item);
            }
            continue;
        }
        item(AuditItem::Added {
            thing: thing.clone(),
            name,
        });
        for (field, to) in values.into_iter().filter(beside_name) {
            changed(&thing, field, None, to)
                .into_iter()
                .for_each(&mut item);
        }
    }
    for (thing, (name, values)) in olds {
        item(AuditItem::Removed {
            thing: thing.clone(),
            name,
        });
        for (field, from) in values.into_iter().filter(beside_name) {
            changed(&thing, field, from, None)
                .into_iter()
                .for_each(&mut item);
        }
    }
}

/// `true`, or nothing.
fn flag(value: bool) -> Option<Box<str>> {
    value.then(|| "true".into())
}
