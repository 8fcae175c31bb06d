//! Orders: the rows sorted by one column, kept while people change.

use std::cmp::Ordering;
use std::sync::Arc;

use super::row_set::RowSet;
use super::text::TextArena;

/// Rows in order.
pub(super) type Order = Arc<[u32]>;

/// `rows` in the order of what `part` takes of the text of each.
pub(super) fn by_text<'a>(
    texts: &'a TextArena,
    rows: &[u32],
    part: impl Fn(&'a TextArena, u32) -> &'a [u8],
) -> Order {
    let mut keyed: Vec<(u128, u32)> = rows
        .iter()
        .map(|row| (beginning(part(texts, *row)), *row))
        .collect();
    keyed.sort_unstable_by(|(one, row), (other, other_row)| {
        one.cmp(other)
            .then_with(|| part(texts, *row).cmp(part(texts, *other_row)))
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// The rows of `base` in the order of `key`, equal ones as they stand in `base`.
pub(super) fn by_time(base: &[u32], key: impl Fn(u32) -> i64) -> Order {
    let mut keyed: Vec<(i64, u32, u32)> = base
        .iter()
        .zip(0u32..)
        .map(|(row, place)| (key(*row), place, *row))
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, _, row)| row).collect()
}

/// Puts the rows whose key changed, or that are new, where they belong, and leaves those out in
/// which nobody `is_there` any more. `len` is how many rows there are.
pub(super) fn replace(
    order: &mut Order,
    changed: &[u32],
    len: usize,
    is_there: impl Fn(u32) -> bool,
    compare: impl Fn(u32, u32) -> Ordering,
) {
    if changed.is_empty() {
        return;
    }
    let mut leaving = RowSet::none(len);
    for row in changed {
        leaving.set(*row, true);
    }
    let kept: Vec<u32> = order
        .iter()
        .copied()
        .filter(|row| !leaving.contains(*row))
        .collect();
    let mut coming = changed.to_vec();
    coming.retain(|row| is_there(*row));
    coming.sort_unstable_by(|one, other| compare(*one, *other));
    let mut merged = Vec::with_capacity(len);
    let mut rest = kept.as_slice();
    for row in coming {
        let before = rest.partition_point(|other| compare(*other, row) == Ordering::Less);
        let (head, tail) = rest.split_at(before);
        merged.extend_from_slice(head);
        merged.push(row);
        rest = tail;
    }
    merged.extend_from_slice(rest);
    *order = merged.into();
}

/// Sorts `rows` by a small key, equal ones as they stand.
pub(super) fn by_small_key(
    rows: &[u32],
    keys: usize,
    ascending: bool,
    key: impl Fn(u32) -> usize,
) -> Vec<u32> {
    let mut starts = vec![0_usize; keys + 1];
    for row in rows {
        if let Some(count) = starts.get_mut(key(*row)) {
            *count += 1;
        }
    }
    let mut start = 0;
    let mut begin = |count: &mut usize| {
        let here = start;
        start += *count;
        *count = here;
    };
    if ascending {
        starts.iter_mut().for_each(&mut begin);
    } else {
        starts.iter_mut().rev().for_each(&mut begin);
    }
    let mut sorted = vec![0; rows.len()];
    for row in rows {
        if let Some(place) = starts.get_mut(key(*row))
            && let Some(slot) = sorted.get_mut(*place)
        {
            *slot = *row;
            *place += 1;
        }
    }
    sorted
}

/// Turns ascending rows into descending ones; rows of equal key stay as they stand.
pub(super) fn reversed_by_key<K: PartialEq>(rows: &[u32], key: impl Fn(u32) -> K) -> Vec<u32> {
    let mut reversed = Vec::with_capacity(rows.len());
    for equal in rows.chunk_by(|one, other| key(*one) == key(*other)).rev() {
        reversed.extend_from_slice(equal);
    }
    reversed
}

/// The first sixteen bytes as a number that compares as they do.
fn beginning(text: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(text) {
        *to = *from;
    }
    u128::from_be_bytes(bytes)
}
