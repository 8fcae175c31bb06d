//! The charts as numbers: how many people hold each role, and how many assignments each category
//! of roles has.
//!
//! Pure. People are counted as the role catalogue counts them; the categories add up to the
//! assignments in force.

use std::collections::BTreeMap;

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::Language;
use crate::domain::role::{RoleCategory, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::ui::views::roles::holders::Holders;

/// A role and the people who hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleBar {
    /// Which role.
    pub role: RoleTemplateId,
    /// Whether it is privileged.
    pub privileged: bool,
    /// How many people hold it now.
    pub people: usize,
    /// How many others may take it up.
    pub eligible: usize,
}

/// A category of roles and the assignments of its roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryBar {
    /// Which category; none for roles that no list has.
    pub category: Option<RoleCategory>,
    /// How many assignments are in force.
    pub assignments: usize,
    /// How many of them are of privileged roles.
    pub privileged: usize,
}

/// The roles that people hold or may take up, the one that most hold first.
pub fn by_role(tenant: &Tenant, catalogue: &RoleCatalogue, now: Timestamp) -> Vec<RoleBar> {
    let holders = Holders::of(tenant, now);
    let mut bars: Vec<_> = holders
        .roles()
        .map(|role| {
            let counts = holders.counts(role);
            RoleBar {
                role,
                privileged: catalogue.role(role).is_some_and(|role| role.privileged),
                people: counts.now,
                eligible: counts.eligible,
            }
        })
        .filter(|bar| bar.people + bar.eligible > 0)
        .collect();
    // Of equals the weightier first; the names settle the rest, in the same way in any language.
    bars.sort_by_cached_key(|bar| {
        let name = catalogue
            .names(bar.role)
            .map(|names| names.get(Language::English));
        let global = bar.role == RoleTemplateId::GLOBAL_ADMINISTRATOR;
        let less = (usize::MAX - bar.people, usize::MAX - bar.eligible);
        (
            less,
            !global,
            !bar.privileged,
            name.map(str::to_owned),
            bar.role,
        )
    });
    bars
}

/// The categories of the roles that are held, the one with most assignments first.
pub fn by_category(tenant: &Tenant, catalogue: &RoleCatalogue, now: Timestamp) -> Vec<CategoryBar> {
    let mut counts: BTreeMap<Option<RoleCategory>, (usize, usize)> = BTreeMap::new();
    for role in tenant.assignments().roles() {
        let held = tenant.assignments().of_role(role);
        let held = held.filter(|held| held.is_in_force(now)).count();
        if held == 0 {
            continue;
        }
        let role = catalogue.role(role);
        let (all, privileged) = counts.entry(role.map(|role| role.category)).or_default();
        *all += held;
        if role.is_some_and(|role| role.privileged) {
            *privileged += held;
        }
    }
    let bars = counts.into_iter();
    let mut bars: Vec<_> = bars
        .map(|(category, (assignments, privileged))| CategoryBar {
            category,
            assignments,
            privileged,
        })
        .collect();
    bars.sort_by_key(|bar| (std::cmp::Reverse(bar.assignments), bar.category.is_none()));
    bars
}
