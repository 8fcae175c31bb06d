//! How people and things are called in a sentence about a change.
//!
//! Who is gone by now has a name only where something kept it: the history for a tenant, the
//! comparison for what differs.

use std::collections::{BTreeMap, HashMap};

use super::Difference;
use crate::domain::audit::{AuditItem, Thing};
use crate::domain::group::MemberSet;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::user::{User, UserId};

/// Tells how something is called; nothing where nobody knows.
pub trait Names {
    /// The name shown for a person, or the one they signed in with.
    fn user(&self, id: UserId) -> Option<&str>;
    /// The name a person signs in with.
    fn upn(&self, id: UserId) -> Option<&str>;
    /// The name of a group.
    fn group(&self, id: GroupId) -> Option<&str>;
    /// The name of an administrative unit.
    fn unit(&self, id: AdministrativeUnitId) -> Option<&str>;
    /// The name of a subscription.
    fn subscription(&self, id: SubscriptionId) -> Option<&str>;
    /// The name of a role of a tenant's own, which the catalogue of another does not know.
    fn custom_role(&self, id: RoleTemplateId) -> Option<&str>;
}

/// A tenant knows who is in it, who was deleted, and what the history says of who is gone: it
/// looks through all of that, so ask for few, or keep a [`KnownNames`].
impl Names for Tenant {
    fn user(&self, id: UserId) -> Option<&str> {
        match of_user(self, id) {
            Some(user) => Some(&user.profile.display_name),
            None => upn_of_gone(self, id),
        }
    }

    fn upn(&self, id: UserId) -> Option<&str> {
        match of_user(self, id) {
            Some(user) => Some(user.upn.as_str()),
            None => upn_of_gone(self, id),
        }
    }

    fn group(&self, id: GroupId) -> Option<&str> {
        match self.groups().get(&id) {
            Some(group) => Some(&group.name),
            None => name_of_gone(self, &Thing::Group(id)),
        }
    }

    fn unit(&self, id: AdministrativeUnitId) -> Option<&str> {
        match self.administrative_units().get(&id) {
            Some(unit) => Some(&unit.name),
            None => name_of_gone(self, &Thing::Unit(id)),
        }
    }

    fn subscription(&self, id: SubscriptionId) -> Option<&str> {
        match Tenant::subscription(self, id) {
            Some(sold) => Some(&sold.name),
            None => name_of_gone(self, &Thing::Subscription(id)),
        }
    }

    fn custom_role(&self, id: RoleTemplateId) -> Option<&str> {
        match self.custom_roles().get(&id) {
            Some(role) => Some(&role.name),
            None => name_of_gone(self, &Thing::CustomRole(id)),
        }
    }
}

/// Names that were looked up before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownNames {
    /// The name shown and the name to sign in with.
    users: HashMap<UserId, (Box<str>, Box<str>)>,
    things: BTreeMap<Thing, Box<str>>,
}

impl KnownNames {
    /// The names of everybody and everything in `differences`, as they are called after, or
    /// else before.
    pub(super) fn of(differences: &[Difference], before: &Tenant, after: &Tenant) -> Self {
        let mut known = Self::default();
        // Roles are named in many ways, and a tenant has few of its own.
        for role in before
            .custom_roles
            .values()
            .chain(after.custom_roles.values())
        {
            (known.things).insert(Thing::CustomRole(role.id), role.name.clone());
        }
        for difference in differences {
            mentions(difference, &mut |mention| {
                known.learn(mention, before, after);
            });
        }
        known
    }

    /// Everybody and everything that is gone from a tenant, as its history calls them.
    pub fn of_gone(tenant: &Tenant) -> Self {
        let mut known = Self::default();
        for item in tenant.audit().iter().flat_map(|entry| &entry.items) {
            match item {
                AuditItem::Account { user, upn, .. } if of_user(tenant, *user).is_none() => {
                    known.users.insert(*user, (upn.clone(), upn.clone()));
                }
                AuditItem::Added { thing, name } | AuditItem::Removed { thing, name } => {
                    known.things.insert(thing.clone(), name.clone());
                }
                _ => {}
            }
        }
        known
    }

    fn learn(&mut self, mention: Mention, before: &Tenant, after: &Tenant) {
        match mention {
            Mention::User(id) => {
                if self.users.contains_key(&id) {
                    return;
                }
                if let Some(user) = of_user(after, id).or_else(|| of_user(before, id)) {
                    let upn = user.upn.as_str().into();
                    self.users
                        .insert(id, (user.profile.display_name.clone(), upn));
                }
            }
            Mention::Thing(thing) => {
                if self.things.contains_key(&thing) {
                    return;
                }
                if let Some(name) = of_thing(after, &thing).or_else(|| of_thing(before, &thing)) {
                    self.things.insert(thing, name.into());
                }
            }
        }
    }

    fn thing(&self, thing: &Thing) -> Option<&str> {
        self.things.get(thing).map(AsRef::as_ref)
    }
}

impl Names for KnownNames {
    fn user(&self, id: UserId) -> Option<&str> {
        self.users.get(&id).map(|(name, _)| &**name)
    }

    fn upn(&self, id: UserId) -> Option<&str> {
        self.users.get(&id).map(|(_, upn)| &**upn)
    }

    fn group(&self, id: GroupId) -> Option<&str> {
        self.thing(&Thing::Group(id))
    }

    fn unit(&self, id: AdministrativeUnitId) -> Option<&str> {
        self.thing(&Thing::Unit(id))
    }

    fn subscription(&self, id: SubscriptionId) -> Option<&str> {
        self.thing(&Thing::Subscription(id))
    }

    fn custom_role(&self, id: RoleTemplateId) -> Option<&str> {
        self.thing(&Thing::CustomRole(id))
    }
}

/// The names of a tenant, with those of who is gone looked up before.
#[derive(Clone, Copy, Debug)]
pub struct TenantNames<'a> {
    /// Who is there.
    pub tenant: &'a Tenant,
    /// Who is gone: [`KnownNames::of_gone`].
    pub gone: &'a KnownNames,
}

impl Names for TenantNames<'_> {
    fn user(&self, id: UserId) -> Option<&str> {
        let there = of_user(self.tenant, id).map(|user| &*user.profile.display_name);
        there.or_else(|| self.gone.user(id))
    }

    fn upn(&self, id: UserId) -> Option<&str> {
        let there = of_user(self.tenant, id).map(|user| user.upn.as_str());
        there.or_else(|| self.gone.upn(id))
    }

    fn group(&self, id: GroupId) -> Option<&str> {
        let thing = Thing::Group(id);
        of_thing(self.tenant, &thing).or_else(|| self.gone.thing(&thing))
    }

    fn unit(&self, id: AdministrativeUnitId) -> Option<&str> {
        let thing = Thing::Unit(id);
        of_thing(self.tenant, &thing).or_else(|| self.gone.thing(&thing))
    }

    fn subscription(&self, id: SubscriptionId) -> Option<&str> {
        let thing = Thing::Subscription(id);
        of_thing(self.tenant, &thing).or_else(|| self.gone.thing(&thing))
    }

    fn custom_role(&self, id: RoleTemplateId) -> Option<&str> {
        let thing = Thing::CustomRole(id);
        of_thing(self.tenant, &thing).or_else(|| self.gone.thing(&thing))
    }
}

/// Someone or something that a difference speaks of.
enum Mention {
    User(UserId),
    Thing(Thing),
}

fn mentions(difference: &Difference, tell: &mut dyn FnMut(Mention)) {
    match difference {
        Difference::Item(item) => mentions_of_item(item, tell),
        Difference::Presence { user, .. }
        | Difference::Kind { user, .. }
        | Difference::Source { user, .. }
        | Difference::LastSignIn { user, .. }
        | Difference::DeletedAt { user, .. } => tell(Mention::User(*user)),
        Difference::Times { from: held, .. } | Difference::KeptRole { held, .. } => {
            mentions_of_held(held, tell);
        }
        Difference::MemberCount { set, .. } => tell(Mention::Thing(thing_of(*set))),
        Difference::KeptMember { set, user, .. } => {
            tell(Mention::User(*user));
            tell(Mention::Thing(thing_of(*set)));
        }
        Difference::InitialDomain { .. } => {}
    }
}

fn mentions_of_item(item: &AuditItem, tell: &mut dyn FnMut(Mention)) {
    if let Some(user) = item.user() {
        tell(Mention::User(user));
    }
    match item {
        AuditItem::RoleAssigned(held) | AuditItem::RoleRevoked(held) => {
            mentions_of_held(held, tell);
        }
        AuditItem::LicenceAssigned(_, id) | AuditItem::LicenceRemoved(_, id) => {
            tell(Mention::Thing(Thing::Subscription(*id)));
        }
        AuditItem::MemberAdded(set, _) | AuditItem::MemberRemoved(set, _) => {
            tell(Mention::Thing(thing_of(*set)));
        }
        AuditItem::Added { thing, .. }
        | AuditItem::Removed { thing, .. }
        | AuditItem::Changed { thing, .. } => tell(Mention::Thing(thing.clone())),
        _ => {}
    }
}

fn mentions_of_held(held: &RoleAssignment, tell: &mut dyn FnMut(Mention)) {
    tell(match held.principal {
        Principal::User(id) => Mention::User(id),
        Principal::Group(id) => Mention::Thing(Thing::Group(id)),
    });
    if let DirectoryScope::AdministrativeUnit(id) = held.scope {
        tell(Mention::Thing(Thing::Unit(id)));
    }
}

const fn thing_of(set: MemberSet) -> Thing {
    match set {
        MemberSet::Members(id) | MemberSet::Owners(id) => Thing::Group(id),
        MemberSet::Unit(id) => Thing::Unit(id),
    }
}

/// A person who is there, or was deleted and can be restored.
fn of_user(tenant: &Tenant, id: UserId) -> Option<&User> {
    tenant
        .user(id)
        .or_else(|| tenant.deleted_users().get(&id).map(|record| &record.user))
}

fn of_thing<'t>(tenant: &'t Tenant, thing: &Thing) -> Option<&'t str> {
    match thing {
        Thing::Group(id) => tenant.groups().get(id).map(|group| &*group.name),
        Thing::Unit(id) => (tenant.administrative_units().get(id)).map(|unit| &*unit.name),
        Thing::Subscription(id) => Tenant::subscription(tenant, *id).map(|sold| &*sold.name),
        Thing::CustomRole(id) => tenant.custom_roles().get(id).map(|role| &*role.name),
        // These are called what they are known by.
        Thing::Review
        | Thing::BreakGlass(_)
        | Thing::Acceptance(_)
        | Thing::Organization
        | Thing::Domain(_)
        | Thing::RoleSet(_)
        | Thing::Partner(_)
        | Thing::Customer(_) => None,
    }
}

fn upn_of_gone(tenant: &Tenant, id: UserId) -> Option<&str> {
    let items = tenant.audit().iter().rev().flat_map(|entry| &entry.items);
    items.into_iter().find_map(|item| match item {
        AuditItem::Account { user, upn, .. } if *user == id => Some(&**upn),
        _ => None,
    })
}

fn name_of_gone<'t>(tenant: &'t Tenant, gone: &Thing) -> Option<&'t str> {
    let items = tenant.audit().iter().rev().flat_map(|entry| &entry.items);
    items.into_iter().find_map(|item| match item {
        AuditItem::Added { thing, name } | AuditItem::Removed { thing, name } if thing == gone => {
            Some(&**name)
        }
        _ => None,
    })
}
