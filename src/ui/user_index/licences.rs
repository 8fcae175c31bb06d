//! Which licences people hold. Few combinations occur, so a person keeps the number of one.

use std::collections::HashMap;

use crate::domain::organization::SubscriptionId;
use crate::domain::tenant::Tenant;

/// The combinations that occur.
#[derive(Debug, Default)]
pub(super) struct LicenceSets {
    sets: Vec<Box<[SubscriptionId]>>,
    numbers: HashMap<Box<[SubscriptionId]>, u32>,
    /// How many people hold each combination.
    holders: Vec<usize>,
    /// The place of each combination when sorted by the names of its products.
    ranks: Vec<usize>,
}

impl LicenceSets {
    /// The number of a combination.
    pub fn number(&mut self, tenant: &Tenant, licences: &[SubscriptionId]) -> u32 {
        if let Some(number) = self.numbers.get(licences) {
            return *number;
        }
        let number = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        self.sets.push(licences.into());
        self.numbers.insert(licences.into(), number);
        self.holders.push(0);
        self.rank(tenant);
        number
    }

    /// One more person holds the combination.
    pub fn gain(&mut self, number: u32) {
        if let Some(holders) = self.holders.get_mut(number as usize) {
            *holders += 1;
        }
    }

    /// One person fewer holds it.
    pub fn lose(&mut self, number: u32) {
        if let Some(holders) = self.holders.get_mut(number as usize) {
            *holders = holders.saturating_sub(1);
        }
    }

    /// How many combinations occur, or did.
    pub fn len(&self) -> usize {
        self.sets.len()
    }

    /// The place of a combination in a sorted list.
    pub fn rank_of(&self, number: u32) -> usize {
        self.ranks.get(number as usize).copied().unwrap_or(0)
    }

    /// For each combination, whether the subscription is in it.
    pub fn with(&self, subscription: SubscriptionId) -> Vec<bool> {
        let sets = self.sets.iter();
        sets.map(|set| set.contains(&subscription)).collect()
    }

    /// How many people hold the subscription.
    pub fn holders_of(&self, subscription: SubscriptionId) -> usize {
        self.sets
            .iter()
            .zip(&self.holders)
            .filter(|(set, _)| set.contains(&subscription))
            .map(|(_, holders)| holders)
            .sum()
    }

    /// Sorts the combinations by the names that their products have now.
    pub fn rank(&mut self, tenant: &Tenant) {
        let names = |set: &[SubscriptionId]| -> Vec<String> {
            set.iter()
                .filter_map(|id| tenant.subscription(*id))
                .map(|sold| crate::domain::fold::fold(&sold.name))
                .collect()
        };
        let mut sorted: Vec<_> = self
            .sets
            .iter()
            .enumerate()
            .map(|(number, set)| (names(set), number))
            .collect();
        sorted.sort();
        self.ranks = vec![0; sorted.len()];
        for (rank, (_, number)) in sorted.into_iter().enumerate() {
            if let Some(slot) = self.ranks.get_mut(number) {
                *slot = rank;
            }
        }
    }
}
