//! Branch and bound over the sets of roles that serve every need.
//!
//! Works on places and sets of actions alone. Each step takes the need that is not served yet and
//! has the fewest ways, and tries its ways one after the other, the least excess first; a way that
//! was tried is not complete in what comes after it, so that no set is met twice. What is beyond
//! the needs only grows with every role: once a set under way ranks behind the worst that is
//! kept, nothing that it can become is better.

use crate::domain::resource_action::ActionSet;

/// How many steps the search takes at most: about a tenth of a second.
const STEPS: usize = 200_000;

/// A role that can be given.
#[derive(Debug)]
pub(super) struct Candidate {
    /// What it allows beyond the needs.
    pub excess: ActionSet,
    /// Whether it may allow more than is known.
    pub unknown: bool,
}

/// What sets are ranked by, before the catalogue's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub unknown: bool,
    pub privileged: usize,
    pub excess: usize,
    pub roles: usize,
}

/// A set that serves every need.
#[derive(Debug)]
pub(super) struct Found {
    pub rank: Rank,
    /// The places of its roles, ascending.
    pub roles: Vec<usize>,
    pub excess: ActionSet,
}

/// What the search came to.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The best sets, best first.
    pub sets: Vec<Found>,
    /// Whether every set was looked at.
    pub exact: bool,
}

/// A search under way.
#[derive(Debug)]
pub(super) struct Search<'a> {
    candidates: &'a [Candidate],
    /// For each need, its ways: the roles of each.
    ways: &'a [Vec<Vec<usize>>],
    privileged: ActionSet,
    most: usize,
    /// For each candidate, the ways it belongs to: need and way.
    parts: Vec<Vec<(usize, usize)>>,
    /// For each need and way, how many of its roles are not chosen.
    missing: Vec<Vec<usize>>,
    /// For each need and way, whether it may be completed no more.
    closed: Vec<Vec<bool>>,
    /// For each need, how many of its ways are complete.
    complete: Vec<usize>,
    /// How often each candidate was chosen: by more than one way, it may be.
    chosen: Vec<usize>,
    best: Vec<Found>,
    steps: usize,
}

/// The set under way.
#[derive(Clone, Copy, Debug)]
struct State {
    excess: ActionSet,
    unknown: bool,
    roles: usize,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        candidates: &'a [Candidate],
        ways: &'a [Vec<Vec<usize>>],
        privileged: ActionSet,
        most: usize,
    ) -> Self {
        let mut parts = vec![Vec::new(); candidates.len()];
        for (need, ways) in ways.iter().enumerate() {
            for (way, roles) in ways.iter().enumerate() {
                for role in roles {
                    if let Some(parts) = parts.get_mut(*role) {
                        parts.push((need, way));
                    }
                }
            }
        }
        Self {
            candidates,
            ways,
            privileged,
            most,
            parts,
            missing: ways
                .iter()
                .map(|ways| ways.iter().map(Vec::len).collect())
                .collect(),
            closed: ways.iter().map(|ways| vec![false; ways.len()]).collect(),
            complete: vec![0; ways.len()],
            chosen: vec![0; candidates.len()],
            best: Vec::new(),
            steps: 0,
        }
    }

    pub(super) fn run(mut self) -> Outcome {
        self.step(State {
            excess: ActionSet::default(),
            unknown: false,
            roles: 0,
        });
        Outcome {
            exact: self.steps <= STEPS,
            sets: self.best,
        }
    }

    fn step(&mut self, state: State) {
        self.steps += 1;
        if self.steps > STEPS {
            return;
        }
        let Some(need) = self.next_need() else {
            self.keep(state);
            return;
        };
        let ways = self.ways.get(need).map_or(&[][..], Vec::as_slice);
        let mut open: Vec<(Rank, usize, State)> = ways
            .iter()
            .enumerate()
            .filter(|(way, _)| !self.is_closed(need, *way))
            .map(|(way, roles)| {
                let after = self.with(state, roles);
                (self.rank(&after), way, after)
            })
            .collect();
        open.sort_unstable_by_key(|(rank, way, _)| (*rank, *way));
        let mut tried = Vec::new();
        for (rank, way, after) in open {
            if self.is_beaten(rank) {
                break;
            }
            let roles = ways.get(way).map_or(&[][..], Vec::as_slice);
            if self.choose(roles) && !self.carries_spare() {
                self.step(after);
            }
            self.give_back(roles);
            self.close(need, way, true);
            tried.push(way);
        }
        for way in tried {
            self.close(need, way, false);
        }
    }

    /// The need that is not served and has the fewest ways left.
    fn next_need(&self) -> Option<usize> {
        let left = |need: &usize| {
            let closed = self.closed.get(*need).into_iter().flatten();
            closed.filter(|closed| !**closed).count()
        };
        (0..self.ways.len())
            .filter(|need| self.complete.get(*need) == Some(&0))
            .min_by_key(left)
    }

    fn is_closed(&self, need: usize, way: usize) -> bool {
        let closed = self.closed.get(need).and_then(|ways| ways.get(way));
        closed.copied().unwrap_or_default()
    }

    fn close(&mut self, need: usize, way: usize, closed: bool) {
        if let Some(it) = self.closed.get_mut(need).and_then(|ways| ways.get_mut(way)) {
            *it = closed;
        }
    }

    fn with(&self, mut state: State, roles: &[usize]) -> State {
        for role in roles {
            if self.chosen.get(*role) == Some(&0)
                && let Some(candidate) = self.candidates.get(*role)
            {
                state.excess.union_with(&candidate.excess);
                state.unknown |= candidate.unknown;
                state.roles += 1;
            }
        }
        state
    }

    fn rank(&self, state: &State) -> Rank {
        Rank {
            unknown: state.unknown,
            privileged: state.excess.shared(&self.privileged),
            excess: state.excess.len(),
            roles: state.roles,
        }
    }

    /// Whether a set of this rank, and all that it can become, comes behind all that is kept.
    fn is_beaten(&self, rank: Rank) -> bool {
        self.best.len() == self.most && self.best.last().is_some_and(|worst| rank > worst.rank)
    }

    /// Chooses `roles`; `false` when a way is complete by it that was tried before, or a role is
    /// there for nothing.
    fn choose(&mut self, roles: &[usize]) -> bool {
        let mut new = true;
        for role in roles {
            let Some(chosen) = self.chosen.get_mut(*role) else {
                continue;
            };
            *chosen += 1;
            if *chosen > 1 {
                continue;
            }
            for (need, way) in self.parts.get(*role).into_iter().flatten() {
                let missing = self.missing.get_mut(*need).and_then(|it| it.get_mut(*way));
                let Some(missing) = missing else { continue };
                *missing -= 1;
                if *missing == 0 {
                    if let Some(complete) = self.complete.get_mut(*need) {
                        *complete += 1;
                    }
                    let closed = self.closed.get(*need).and_then(|ways| ways.get(*way));
                    new &= closed == Some(&false);
                }
            }
        }
        new
    }

    fn give_back(&mut self, roles: &[usize]) {
        for role in roles {
            let Some(chosen) = self.chosen.get_mut(*role) else {
                continue;
            };
            *chosen -= 1;
            if *chosen > 0 {
                continue;
            }
            for (need, way) in self.parts.get(*role).into_iter().flatten() {
                let missing = self.missing.get_mut(*need).and_then(|it| it.get_mut(*way));
                let Some(missing) = missing else { continue };
                if *missing == 0
                    && let Some(complete) = self.complete.get_mut(*need)
                {
                    *complete -= 1;
                }
                *missing += 1;
            }
        }
    }

    /// Whether a role is there for nothing, and will be whatever is added: one that serves by
    /// itself only what others serve as well.
    fn carries_spare(&self) -> bool {
        let chosen = self.chosen.iter().zip(&self.parts);
        let mut parts = chosen.filter(|(chosen, _)| **chosen > 0).map(|(_, it)| it);
        parts.any(|parts| {
            parts.iter().all(|(need, way)| {
                let alone = self.ways.get(*need).and_then(|ways| ways.get(*way));
                alone.is_some_and(|roles| roles.len() == 1)
                    && self.complete.get(*need).is_some_and(|ways| *ways > 1)
            })
        })
    }

    /// Whether every need stays served without `role`.
    fn is_spare(&self, role: usize) -> bool {
        (0..self.ways.len()).all(|need| {
            let ways = self.ways.get(need).map_or(&[][..], Vec::as_slice);
            ways.iter().any(|roles| {
                roles.iter().all(|other| {
                    *other != role && self.chosen.get(*other).is_some_and(|chosen| *chosen > 0)
                })
            })
        })
    }

    fn keep(&mut self, state: State) {
        let chosen = self.chosen.iter().enumerate();
        let roles: Vec<_> = chosen
            .filter(|(_, chosen)| **chosen > 0)
            .map(|(role, _)| role)
            .collect();
        if roles.iter().any(|role| self.is_spare(*role)) {
            return;
        }
        let rank = self.rank(&state);
        let before = |other: &Found| (other.rank, &other.roles) < (rank, &roles);
        let at = self.best.partition_point(before);
        let found = Found {
            rank,
            roles,
            excess: state.excess,
        };
        self.best.insert(at, found);
        self.best.truncate(self.most);
    }
}
