//! In which row someone is or was: what finds the row of a person who is gone.
//!
//! Keeps half of a hash in place of an id, eight bytes a person. Two people of the same half are
//! both looked at, which costs a look and changes nothing.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::domain::user::UserId;

/// Rows by the ids of their people, present and past.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Half a hash of an id, and a row.
    rows: HashTable<(u32, u32)>,
    hasher: DefaultHashBuilder,
}

impl Places {
    pub fn with_capacity(people: usize) -> Self {
        Self {
            rows: HashTable::with_capacity(people),
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// Notes that `id` is in `row`.
    pub fn note(&mut self, id: UserId, row: u32) {
        let entry = (self.half(id), row);
        let whole = whole(entry.0);
        if self.rows.find(whole, |other| *other == entry).is_none() {
            let hash = |other: &(u32, u32)| self::whole(other.0);
            self.rows.insert_unique(whole, entry, hash);
        }
    }

    /// The rows that `id` may be in, or have been in: seldom more than one.
    pub fn of(&self, id: UserId) -> impl Iterator<Item = u32> {
        let half = self.half(id);
        let rows = self.rows.iter_hash(whole(half));
        rows.filter(move |other| other.0 == half)
            .map(|(_, row)| *row)
    }

    #[expect(clippy::cast_possible_truncation, reason = "half of a hash")]
    fn half(&self, id: UserId) -> u32 {
        self.hasher.hash_one(id) as u32
    }
}

/// The half spread over all bits, since a table looks at both ends.
const fn whole(half: u32) -> u64 {
    (half as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
