//! What the lists of this view show, made when the tenant changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::decision::{About, Reason};
use crate::domain::organization::{Service, SubscriptionId};
use crate::domain::role::RoleTemplateId;
use crate::domain::rule::Rule;
use crate::domain::tenant::Tenant;
use crate::domain::upn::DomainName;
use crate::domain::user::{DelegatedAdministration, UserId};
use crate::domain::user_table::Row as UserRow;
use crate::ui::user_index::{Query, UserIndex};

/// A domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainRow {
    /// Its name.
    pub name: DomainName,
    /// Whether Microsoft handed it out when the tenant was made.
    pub initial: bool,
    /// Whether ownership was proven.
    pub verified: bool,
    /// Whether new people get it unless chosen otherwise.
    pub default: bool,
    /// How many people have their name on it.
    pub people: usize,
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionRow {
    /// Its id.
    pub id: SubscriptionId,
    /// The product's name.
    pub name: Box<str>,
    /// How many seats it has.
    pub seats: u32,
    /// How many of them people hold.
    pub used: u32,
    /// What it includes.
    pub services: Vec<Service>,
}

impl SubscriptionRow {
    /// How many seats nobody holds.
    pub fn left(&self) -> u32 {
        self.seats.saturating_sub(self.used)
    }

    /// How many more people hold a seat than there are: an import can bring that.
    pub fn over(&self) -> u32 {
        self.used.saturating_sub(self.seats)
    }
}

/// The domains, the initial one first.
pub fn domains(tenant: &Tenant, index: &UserIndex) -> Vec<DomainRow> {
    let people: BTreeMap<_, _> = index.domains().collect();
    let listed = tenant.domains().iter().enumerate();
    listed
        .map(|(place, domain)| DomainRow {
            name: domain.name.clone(),
            initial: place == 0,
            verified: domain.verified,
            default: domain.default,
            people: people.get(domain.name.as_str()).copied().unwrap_or(0),
        })
        .collect()
}

/// The subscriptions, with the seats that people hold.
pub fn subscriptions(tenant: &Tenant) -> Vec<SubscriptionRow> {
    let listed = tenant.subscriptions().iter();
    listed
        .map(|sold| SubscriptionRow {
            id: sold.id,
            name: sold.name.clone(),
            seats: sold.seats,
            used: tenant.seats_used(sold.id),
            services: sold.services.clone(),
        })
        .collect()
}

/// The roles that are held and would lose the service they are for, each with how often it is
/// held (R9); `warnings` say which services.
pub fn losing(tenant: &Tenant, warnings: &[Reason]) -> Vec<(RoleTemplateId, usize)> {
    let services: Vec<_> = warnings
        .iter()
        .filter(|warning| warning.rule == Rule::WorkloadRoleNeedsService)
        .filter_map(|warning| match warning.about {
            About::Service(service) => Some(service),
            _ => None,
        })
        .collect();
    let loses = |role: &RoleTemplateId| {
        Service::required_by(*role).is_some_and(|service| services.contains(&service))
    };
    let held = tenant.assignments();
    let roles = held.roles().filter(loses);
    roles
        .map(|role| (role, held.of_role(role).count()))
        .collect()
}

/// The people who administer the customers of a certified partner, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delegates {
    /// As a Global administrator would.
    pub full: Vec<UserId>,
    /// As a Password administrator would.
    pub limited: Vec<UserId>,
}

impl Delegates {
    /// Looks through everybody: made when the tenant changes and the list is shown.
    pub fn of(tenant: &Tenant, index: &UserIndex) -> Self {
        let mut delegates = Self::default();
        for row in &*index.query(&Query::default()) {
            let Some(user) = tenant.users().get(UserRow(*row)) else {
                continue;
            };
            match user.delegated_administration {
                DelegatedAdministration::Full => delegates.full.push(user.id),
                DelegatedAdministration::Limited => delegates.limited.push(user.id),
                DelegatedAdministration::None => {}
            }
        }
        delegates
    }

    /// Those of one level.
    pub fn at(&self, level: DelegatedAdministration) -> &[UserId] {
        match level {
            DelegatedAdministration::Full => &self.full,
            DelegatedAdministration::Limited => &self.limited,
            DelegatedAdministration::None => &[],
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.full.len() + self.limited.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.full.is_empty() && self.limited.is_empty()
    }

    /// The one in `place`: those of the higher level first.
    pub fn get(&self, place: usize) -> Option<(UserId, DelegatedAdministration)> {
        let full = self.full.get(place);
        let full = full.map(|id| (*id, DelegatedAdministration::Full));
        full.or_else(|| {
            let place = place.checked_sub(self.full.len())?;
            let limited = self.limited.get(place)?;
            Some((*limited, DelegatedAdministration::Limited))
        })
    }
}

/// Something made from the tenant, until the tenant changes.
#[derive(Clone, Debug)]
pub struct Made<T> {
    made: Option<((u64, u64), Arc<T>)>,
}

impl<T> Default for Made<T> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<T> Made<T> {
    /// The one of now.
    pub fn now(
        &mut self,
        tenant: &Tenant,
        index: &UserIndex,
        make: impl FnOnce(&Tenant, &UserIndex) -> T,
    ) -> Arc<T> {
        let stamp = (tenant.revision(), index.stamp());
        if let Some((_, known)) = self.made.as_ref().filter(|(known, _)| *known == stamp) {
            return Arc::clone(known);
        }
        let fresh = Arc::new(make(tenant, index));
        self.made = Some((stamp, Arc::clone(&fresh)));
        fresh
    }
}
