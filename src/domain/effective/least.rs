//! The least role, or the least set of roles, for what someone needs to be able to do.

mod search;

use self::search::{Candidate, Search};
use super::allows_more_unknown;
use super::implied::Implied;
use super::need::{Coverage, Need, Serving};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::RoleTemplateId;

/// A set of roles that serves every need, none of which can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeastSet {
    /// The roles, in the catalogue's order.
    pub roles: Vec<RoleTemplateId>,
    /// What they allow beyond the needs, with all that is implied.
    pub excess: ActionSet,
    /// How many of those actions are privileged: what sets are ranked by first.
    pub excess_privileged: usize,
    /// Whether a role is among them that may allow more than is known; such sets come last.
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

/// Searches the `most` best sets of assignable roles that together serve all of `needs` wholly.
///
/// Sets are ranked by whether a role may allow more than is known, then by how many privileged actions
/// they allow beyond the needs, how many actions, how many roles they are, and at last by the
/// catalogue's order. Of no needs there is no set.
pub fn least_roles(catalogue: &RoleCatalogue, needs: &[Need], most: usize) -> Least {
    let mut needs = needs.to_vec();
    needs.sort_unstable();
    needs.dedup();
    let assignable: Vec<_> = catalogue
        .roles()
        .filter(|role| role.status.is_assignable())
        .map(|role| role.id)
        .collect();
    let mut unserved = Vec::new();
    let mut ways = Vec::new();
    for need in &needs {
        let found = ways_of(need, catalogue, &assignable);
        if found.is_empty() {
            unserved.push(need.clone());
        }
        ways.push(found);
    }
    if !unserved.is_empty() || needs.is_empty() || most == 0 {
        return Least {
            sets: Vec::new(),
            unserved,
            exact: true,
        };
    }
    let mut implied = None;
    let mut needed = ActionSet::default();
    for need in &needs {
        needed.union_with(&need.actions_with(catalogue, &mut implied));
    }
    let implied = implied.unwrap_or_else(|| Implied::new(catalogue));
    let candidates: Vec<_> = assignable
        .iter()
        .map(|role| Candidate {
            excess: implied.of_role(*role).minus(&needed),
            unknown: allows_more_unknown(catalogue, *role),
        })
        .collect();
    let found = Search::new(&candidates, &ways, *implied.privileged(), most).run();
    let sets = found.sets.into_iter().map(|set| LeastSet {
        roles: (set.roles.iter())
            .filter_map(|place| assignable.get(*place).copied())
            .collect(),
        excess: set.excess,
        excess_privileged: set.rank.privileged,
        more_unknown: set.rank.unknown,
    });
    Least {
        sets: sets.collect(),
        unserved,
        exact: found.exact,
    }
}

/// The ways to serve a need wholly, each as the places of its roles among those assignable.
fn ways_of(
    need: &Need,
    catalogue: &RoleCatalogue,
    assignable: &[RoleTemplateId],
) -> Vec<Vec<usize>> {
    let place = |one: &Serving| assignable.iter().position(|role| *role == one.role);
    let serving: Vec<_> = need
        .served_by(catalogue)
        .into_iter()
        .filter(|one| one.coverage == Coverage::Whole)
        .collect();
    let mut ways = Vec::new();
    let mut together: Vec<u8> = Vec::new();
    for one in &serving {
        if one.together == 0 {
            ways.extend(place(one).map(|place| vec![place]));
        } else if !together.contains(&one.together) {
            together.push(one.together);
            let all = serving
                .iter()
                .filter(|other| other.together == one.together);
            // A way with a role that can't be given is no way.
            ways.extend(all.map(place).collect::<Option<Vec<_>>>());
        }
    }
    ways
}
