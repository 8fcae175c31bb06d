//! The people of a tenant, built for a million of them.
//!
//! Rows live in `Arc`ed chunks: a snapshot for a background save shares them, and an edit under
//! a snapshot copies one chunk. Row numbers are stable for as long as the tenant is open.
//! Look-ups by id and by name go through tables of row numbers that hash what the rows hold, so
//! that no key is stored twice.

use std::hash::BuildHasher;
use std::sync::Arc;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::user::{User, UserId};

const CHUNK: usize = 1024;

/// The place of a person in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row(pub u32);

/// Rows of people with look-ups by id and by user principal name.
#[derive(Clone, Debug, Default)]
pub struct UserTable {
    chunks: Vec<Arc<Vec<User>>>,
    len: usize,
    by_id: HashTable<u32>,
    by_upn: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

/// Why a person can't be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duplicate {
    /// The id is taken.
    Id,
    /// The user principal name is taken.
    Upn,
}

impl UserTable {
    /// How many people there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The person in `row`.
    pub fn get(&self, row: Row) -> Option<&User> {
        row_of(&self.chunks, row.0)
    }

    /// The row of the person with this id.
    pub fn row(&self, id: UserId) -> Option<Row> {
        self.by_id
            .find(self.hasher.hash_one(id), |&row| {
                row_of(&self.chunks, row).is_some_and(|user| user.id == id)
            })
            .map(|&row| Row(row))
    }

    /// The person with this user principal name, in any case.
    pub fn by_upn(&self, upn: &str) -> Option<&User> {
        self.by_upn
            .find(self.hash_upn(upn), |&row| {
                row_of(&self.chunks, row)
                    .is_some_and(|user| user.upn.as_str().eq_ignore_ascii_case(upn))
            })
            .and_then(|&row| row_of(&self.chunks, row))
    }

    /// Everybody, in the order of their rows.
    pub fn iter(&self) -> impl Iterator<Item = &User> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// The chunks, shared: what a snapshot keeps.
    pub(super) fn chunks(&self) -> &[Arc<Vec<User>>] {
        &self.chunks
    }

    /// Makes room for so many people more, so that the look-ups grow once.
    pub(super) fn reserve(&mut self, users: usize) {
        let Self {
            chunks,
            by_id,
            by_upn,
            hasher,
            ..
        } = self;
        by_id.reserve(users, |&row| {
            row_of(chunks, row).map_or(0, |user| hasher.hash_one(user.id))
        });
        by_upn.reserve(users, |&row| {
            row_of(chunks, row).map_or(0, |user| hash_upn(hasher, user.upn.as_str()))
        });
    }

    /// Adds a person in a new row.
    pub(super) fn push(&mut self, user: User) -> Result<Row, Duplicate> {
        if self.row(user.id).is_some() {
            return Err(Duplicate::Id);
        }
        if self.by_upn(user.upn.as_str()).is_some() {
            return Err(Duplicate::Upn);
        }
        let row = u32::try_from(self.len).map_err(|_| Duplicate::Id)?;
        let (id_hash, upn_hash) = (
            self.hasher.hash_one(user.id),
            self.hash_upn(user.upn.as_str()),
        );
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => Arc::make_mut(chunk).push(user),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK.min(self.len + 1));
                chunk.push(user);
                self.chunks.push(Arc::new(chunk));
            }
        }
        self.len += 1;
        let Self {
            chunks,
            by_id,
            by_upn,
            hasher,
            ..
        } = self;
        by_id.insert_unique(id_hash, row, |&row| {
            row_of(chunks, row).map_or(0, |user| hasher.hash_one(user.id))
        });
        by_upn.insert_unique(upn_hash, row, |&row| {
            row_of(chunks, row).map_or(0, |user| hash_upn(hasher, user.upn.as_str()))
        });
        Ok(Row(row))
    }

    /// Changes a person in place. The id and the user principal name must stay as they are: the
    /// look-ups hash them.
    pub(super) fn edit<R>(&mut self, id: UserId, change: impl FnOnce(&mut User) -> R) -> Option<R> {
        let row = self.row(id)?.0 as usize;
        let chunk = self.chunks.get_mut(row / CHUNK)?;
        Arc::make_mut(chunk).get_mut(row % CHUNK).map(change)
    }

    fn hash_upn(&self, upn: &str) -> u64 {
        hash_upn(&self.hasher, upn)
    }
}

fn row_of(chunks: &[Arc<Vec<User>>], row: u32) -> Option<&User> {
    let row = row as usize;
    chunks.get(row / CHUNK)?.get(row % CHUNK)
}

fn hash_upn(hasher: &DefaultHashBuilder, upn: &str) -> u64 {
    let mut folded = [0u8; super::upn::LOCAL_MAX + super::upn::DOMAIN_MAX + 1];
    let len = upn.len().min(folded.len());
    for (to, from) in folded.iter_mut().zip(upn.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    hasher.hash_one(folded.get(..len).unwrap_or_default())
}
