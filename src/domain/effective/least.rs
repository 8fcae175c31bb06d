//! The least role, or the least set of roles, for what someone needs to be able to do.

use super::need::Need;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::RoleTemplateId;

/// A set of roles that serves every need, none of which can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeastSet {
    /// The roles, in the catalogue's order.
    pub roles: Vec<RoleTemplateId>,
    /// What they allow beyond the needs.
    pub excess: ActionSet,
    /// How many of those actions are privileged: what sets are ranked by first.
    pub excess_privileged: usize,
    /// Whether a role is among them whose actions are unknown; such sets come last.
    pub more_unknown: bool,
}

/// The answer of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Least {
    /// The best sets, the least excess first.
    pub sets: Vec<LeastSet>,
    /// Needs that no role serves; there is no set then.
    pub unserved: Vec<Need>,
    /// Whether every set was looked at. With a great many needs the search stops early and says so.
    pub exact: bool,
}

/// Searches the `most` best sets of assignable roles that together serve all of `needs`.
pub fn least_roles(_catalogue: &RoleCatalogue, _needs: &[Need], _most: usize) -> Least {
    Least::default()
}
