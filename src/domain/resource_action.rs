//! Resource actions: what a role may do, as the directory writes it, and sets of them.
//!
//! An action is `namespace/entity/[propertySet/]verb`; three and four parts are usual, up to
//! seven exist, where the property set is a path of its own. This file parses and takes apart; it does not know which actions there are: the
//! catalogue interns them and hands out the small numbers that [`ActionSet`] holds.

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
