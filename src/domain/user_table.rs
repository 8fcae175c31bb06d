//! The people of a tenant, built for a million of them.
//!
//! Rows live in `Arc`ed chunks: a snapshot for a background save and a copy for a worker share
//! them, and an edit beside one copies one chunk. Row numbers are stable for as long as the tenant is open: who
//! leaves leaves the row empty, and has it again on coming back, so that a change that is undone
//! leaves no trace in the order of the file.
//! Look-ups by id and by name go through tables of row numbers that hash what the rows hold, so
//! that no key is stored twice.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::sync::Arc;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::upn::UserPrincipalName;
use super::user::{User, UserId};

const CHUNK: usize = 1024;

/// Some rows; an empty one belonged to someone who left.
pub type Chunk = Vec<Option<User>>;

/// The place of a person in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row(pub u32);

/// Rows of people with look-ups by id and by user principal name.
#[derive(Clone, Debug, Default)]
pub struct UserTable {
    chunks: Vec<Arc<Chunk>>,
    rows: usize,
    len: usize,
    vacated: HashMap<UserId, u32>,
    by_id: Arc<HashTable<u32>>,
    by_upn: Arc<HashTable<u32>>,
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

    /// How many rows there are, those that are empty now among them.
    pub fn rows(&self) -> usize {
        self.rows
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
        self.chunks.iter().flat_map(|chunk| chunk.iter().flatten())
    }

    /// The chunks, shared: what a snapshot keeps.
    pub(super) fn chunks(&self) -> &[Arc<Chunk>] {
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
        Arc::make_mut(by_id).reserve(users, |&row| {
            row_of(chunks, row).map_or(0, |user| hasher.hash_one(user.id))
        });
        Arc::make_mut(by_upn).reserve(users, |&row| {
            row_of(chunks, row).map_or(0, |user| hash_upn(hasher, user.upn.as_str()))
        });
    }

    /// Adds a person in a new row, or in the one they had before.
    pub(super) fn push(&mut self, user: User) -> Result<Row, Duplicate> {
        if self.row(user.id).is_some() {
            return Err(Duplicate::Id);
        }
        if self.by_upn(user.upn.as_str()).is_some() {
            return Err(Duplicate::Upn);
        }
        let (id, upn) = (user.id, self.hash_upn(user.upn.as_str()));
        let row = match self.vacated.remove(&id) {
            Some(row) => {
                if let Some(slot) = self.slot(row) {
                    *slot = Some(user);
                }
                row
            }
            None => self.append(user)?,
        };
        self.len += 1;
        let Self {
            chunks,
            by_id,
            by_upn,
            hasher,
            ..
        } = self;
        Arc::make_mut(by_id).insert_unique(hasher.hash_one(id), row, |&row| {
            row_of(chunks, row).map_or(0, |user| hasher.hash_one(user.id))
        });
        Arc::make_mut(by_upn).insert_unique(upn, row, |&row| {
            row_of(chunks, row).map_or(0, |user| hash_upn(hasher, user.upn.as_str()))
        });
        Ok(Row(row))
    }

    /// Takes a person out and keeps the row for them.
    pub(super) fn remove(&mut self, id: UserId) -> Option<User> {
        let row = self.row(id)?.0;
        let upn = self.hash_upn(row_of(&self.chunks, row)?.upn.as_str());
        let id_hash = self.hasher.hash_one(id);
        if let Ok(entry) = Arc::make_mut(&mut self.by_id).find_entry(id_hash, |&other| other == row)
        {
            entry.remove();
        }
        if let Ok(entry) = Arc::make_mut(&mut self.by_upn).find_entry(upn, |&other| other == row) {
            entry.remove();
        }
        let user = self.slot(row)?.take()?;
        self.len -= 1;
        self.vacated.insert(id, row);
        Some(user)
    }

    /// Gives a person another user principal name, which must be free, and returns the old one.
    pub(super) fn rename(
        &mut self,
        id: UserId,
        upn: UserPrincipalName,
    ) -> Option<UserPrincipalName> {
        let row = self.row(id)?.0;
        let old = self.hash_upn(row_of(&self.chunks, row)?.upn.as_str());
        let new = self.hash_upn(upn.as_str());
        if let Ok(entry) = Arc::make_mut(&mut self.by_upn).find_entry(old, |&other| other == row) {
            entry.remove();
        }
        let before = std::mem::replace(&mut self.slot(row)?.as_mut()?.upn, upn);
        let Self {
            chunks,
            by_upn,
            hasher,
            ..
        } = self;
        Arc::make_mut(by_upn).insert_unique(new, row, |&row| {
            row_of(chunks, row).map_or(0, |user| hash_upn(hasher, user.upn.as_str()))
        });
        Some(before)
    }

    /// Changes a person in place. The id and the user principal name must stay as they are: the
    /// look-ups hash them.
    pub(super) fn edit<R>(&mut self, id: UserId, change: impl FnOnce(&mut User) -> R) -> Option<R> {
        let row = self.row(id)?.0 as usize;
        let chunk = self.chunks.get_mut(row / CHUNK)?;
        Arc::make_mut(chunk)
            .get_mut(row % CHUNK)?
            .as_mut()
            .map(change)
    }

    fn slot(&mut self, row: u32) -> Option<&mut Option<User>> {
        let row = row as usize;
        Arc::make_mut(self.chunks.get_mut(row / CHUNK)?).get_mut(row % CHUNK)
    }

    fn append(&mut self, user: User) -> Result<u32, Duplicate> {
        let row = u32::try_from(self.rows).map_err(|_| Duplicate::Id)?;
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => Arc::make_mut(chunk).push(Some(user)),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK.min(self.rows + 1));
                chunk.push(Some(user));
                self.chunks.push(Arc::new(chunk));
            }
        }
        self.rows += 1;
        Ok(row)
    }

    fn hash_upn(&self, upn: &str) -> u64 {
        hash_upn(&self.hasher, upn)
    }
}

fn row_of(chunks: &[Arc<Chunk>], row: u32) -> Option<&User> {
    let row = row as usize;
    chunks.get(row / CHUNK)?.get(row % CHUNK)?.as_ref()
}

fn hash_upn(hasher: &DefaultHashBuilder, upn: &str) -> u64 {
    let mut folded = [0u8; super::upn::LOCAL_MAX + super::upn::DOMAIN_MAX + 1];
    let len = upn.len().min(folded.len());
    for (to, from) in folded.iter_mut().zip(upn.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    hasher.hash_one(folded.get(..len).unwrap_or_default())
}
