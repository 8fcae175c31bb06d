//! Resource actions: what a role may do, as the directory writes it, and sets of them.
//!
//! An action is `namespace/entity/[propertySet/]verb`; three and four parts are usual, up to
//! seven exist, where the property set is a path of its own. This file parses, takes apart and
//! compares; it does not know which actions there are: the catalogue interns them and hands out
//! the small numbers that [`ActionSet`] holds.

use std::fmt;

/// A resource action such as `microsoft.directory/users/password/update`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResourceAction(Box<str>);

/// Why a text is not a resource action.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResourceActionError {
    /// Fewer than three or more than seven parts.
    #[error("`{0}` is not a resource action: expected namespace/entity/[property set/]verb")]
    Parts(Box<str>),
    /// An empty part, or a character that no action has.
    #[error("`{0}` is not a resource action: each part is letters, digits, `.`, `-`, `_` or `$`")]
    Character(Box<str>),
}

impl ResourceAction {
    /// Parses an action; capitals are kept as written.
    pub fn parse(text: &str) -> Result<Self, ResourceActionError> {
        let parts = text.split('/').count();
        if !(3..=7).contains(&parts) {
            return Err(ResourceActionError::Parts(text.into()));
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '$');
        if text
            .split('/')
            .any(|part| part.is_empty() || !part.chars().all(plain))
        {
            return Err(ResourceActionError::Character(text.into()));
        }
        Ok(Self(text.into()))
    }

    /// The action as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first slash, such as `microsoft.directory`.
    pub fn namespace(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The thing acted on, such as `users` or `groups.security`.
    pub fn entity(&self) -> &str {
        self.0.split('/').nth(1).unwrap_or_default()
    }

    /// The parts between the entity and the verb, such as `password`; empty when there is none.
    pub fn property_set(&self) -> &str {
        let rest = self.0.splitn(3, '/').nth(2).unwrap_or_default();
        rest.rsplit_once('/').map_or("", |(set, _)| set)
    }

    /// The last part: what is done, such as `update` or `allTasks`.
    pub fn verb(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Whether whoever has this action can do what `asked` says; capitals don't matter.
    ///
    /// - `allEntities` is every entity of the namespace, `allTasks` every verb, and `groups` every
    ///   `groups.…`.
    /// - `allProperties` is the thing itself and whatever lies below it, so that
    ///   `users/allProperties/allTasks` covers `users/create` and `users/password/update`. So is
    ///   `allTasks` without a property set, and `allEntities`.
    /// - Custom security attributes are covered by name only: no source counts them among all
    ///   properties, and Global Administrator does not have them (R22).
    pub fn covers(&self, asked: &Self) -> bool {
        let (Some((namespace, mine)), Some((other, wanted))) =
            (self.0.split_once('/'), asked.0.split_once('/'))
        else {
            return false;
        };
        if !namespace.eq_ignore_ascii_case(other) {
            return false;
        }
        let (Some((path, verb)), Some((wanted_path, wanted_verb))) =
            (mine.rsplit_once('/'), wanted.rsplit_once('/'))
        else {
            return false;
        };
        let all_tasks = verb.eq_ignore_ascii_case("allTasks");
        if !all_tasks && !covers_part(verb, wanted_verb) {
            return false;
        }
        let (path, all_properties) = match path.rsplit_once('/') {
            Some((thing, set)) if set.eq_ignore_ascii_case("allProperties") => (thing, true),
            _ => (path, false),
        };
        let all_entities = |part: &str| part.eq_ignore_ascii_case("allEntities");
        let reaches_below = all_properties || all_tasks || all_entities(path);
        let mut wanted_parts = wanted_path.split('/');
        for (place, part) in path.split('/').enumerate() {
            let Some(wanted) = wanted_parts.next() else {
                return false;
            };
            let covered = (place == 0 && all_entities(part)) || covers_part(part, wanted);
            if !covered {
                return false;
            }
        }
        let mut below = wanted_parts.peekable();
        if below.peek().is_some() && !reaches_below {
            return false;
        }
        !below.any(is_custom_security_attributes)
    }

    /// Whether both are in one namespace and about one kind of thing, or one of them about all:
    /// a quick look that tells most pairs apart of which neither covers the other.
    pub(super) fn is_akin_to(&self, other: &Self) -> bool {
        let Some((namespace, mine)) = self.0.split_once('/') else {
            return false;
        };
        let Some((start, b"/", theirs)) = split_around(other.0.as_bytes(), namespace.len()) else {
            return false;
        };
        if !start.eq_ignore_ascii_case(namespace.as_bytes()) {
            return false;
        }
        let (mine, theirs) = (kind_of(mine.as_bytes()), kind_of(theirs));
        let all = |kind: &[u8]| kind.eq_ignore_ascii_case(b"allEntities");
        mine.eq_ignore_ascii_case(theirs) || all(mine) || all(theirs)
    }
}

/// What stands before a place, the one byte there, and what stands after it.
fn split_around(text: &[u8], place: usize) -> Option<(&[u8], &[u8], &[u8])> {
    let (start, rest) = text.split_at_checked(place)?;
    let (middle, end) = rest.split_at_checked(1)?;
    Some((start, middle, end))
}

/// The kind of thing that a path begins with: `groups` of `groups.security/members`.
fn kind_of(path: &[u8]) -> &[u8] {
    let ends = |byte: &u8| matches!(byte, b'/' | b'.');
    path.split(ends).next().unwrap_or_default()
}

/// Whether `part` is `wanted`, or `wanted` is a kind of it: `groups.security` is one of `groups`.
fn covers_part(part: &str, wanted: &str) -> bool {
    let (part, wanted) = (part.as_bytes(), wanted.as_bytes());
    match wanted.split_at_checked(part.len()) {
        Some((head, [] | [b'.', ..])) => head.eq_ignore_ascii_case(part),
        _ => false,
    }
}

fn is_custom_security_attributes(part: &str) -> bool {
    let last = part.rsplit('.').next().unwrap_or_default();
    last.eq_ignore_ascii_case("customSecurityAttributes")
}

impl fmt::Display for ResourceAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The number of an action within one catalogue edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActionId(pub u16);

const WORDS: usize = 16;

/// A set of actions of one catalogue edition, as a bitset of fixed size.
///
/// Sets of different editions number their actions differently and must not be mixed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ActionSet([u64; WORDS]);

impl ActionSet {
    /// How many different actions an edition may have.
    pub const CAPACITY: usize = WORDS * 64;

    /// Adds an action; an id at or above [`Self::CAPACITY`] is ignored, and the catalogue
    /// refuses to load that many.
    pub fn insert(&mut self, action: ActionId) {
        if let Some(word) = self.0.get_mut(usize::from(action.0) / 64) {
            *word |= 1 << (action.0 % 64);
        }
    }

    /// Whether the set holds `action`.
    pub fn contains(&self, action: ActionId) -> bool {
        self.0
            .get(usize::from(action.0) / 64)
            .is_some_and(|word| word >> (action.0 % 64) & 1 == 1)
    }

    /// Adds every action of `other`.
    pub fn union_with(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    /// The actions of this set that `other` lacks.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let mut rest = *self;
        for (mine, theirs) in rest.0.iter_mut().zip(other.0) {
            *mine &= !theirs;
        }
        rest
    }

    /// Leaves only the actions that `other` has too.
    pub fn intersect_with(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine &= theirs;
        }
    }

    /// Whether `other` has every action of this set.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .all(|(mine, theirs)| mine & !theirs == 0)
    }

    /// Whether both have an action in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .any(|(mine, theirs)| mine & theirs != 0)
    }

    /// How many actions both have in common.
    pub fn shared(&self, other: &Self) -> usize {
        self.0
            .iter()
            .zip(other.0)
            .map(|(mine, theirs)| (mine & theirs).count_ones() as usize)
            .sum()
    }

    /// How many actions the set holds.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The actions in ascending order of their number.
    pub fn iter(&self) -> impl Iterator<Item = ActionId> + '_ {
        (0u16..).zip(self.0).flat_map(|(index, word)| {
            (0..64u16)
                .filter(move |bit| word >> bit & 1 == 1)
                .map(move |bit| ActionId(index * 64 + bit))
        })
    }
}
