//! A set of rows: one bit for each.

/// Rows below a fixed length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowSet {
    words: Vec<u64>,
    len: usize,
}

const BITS: usize = 64;

impl RowSet {
    /// No row of `len`.
    pub fn none(len: usize) -> Self {
        Self {
            words: vec![0; len.div_ceil(BITS)],
            len,
        }
    }

    /// Every row of `len`.
    pub fn all(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(BITS)];
        if let Some(last) = words.last_mut()
            && !len.is_multiple_of(BITS)
        {
            *last = (1 << (len % BITS)) - 1;
        }
        Self { words, len }
    }

    /// How many rows there are to choose from.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no row is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many rows are in it.
    pub fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Whether `row` is in it.
    pub fn contains(&self, row: u32) -> bool {
        let row = row as usize;
        self.words
            .get(row / BITS)
            .is_some_and(|word| word & (1 << (row % BITS)) != 0)
    }

    /// Puts `row` in, or takes it out.
    pub fn set(&mut self, row: u32, present: bool) {
        let row = row as usize;
        if let Some(word) = self.words.get_mut(row / BITS)
            && row < self.len
        {
            let bit = 1 << (row % BITS);
            *word = if present { *word | bit } else { *word & !bit };
        }
    }

    /// The rows in it, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0u32..)
            .step_by(BITS)
            .zip(&self.words)
            .flat_map(|(first, &word)| {
                let mut rest = word;
                std::iter::from_fn(move || {
                    let next = (rest != 0).then(|| first + rest.trailing_zeros())?;
                    rest &= rest - 1;
                    Some(next)
                })
            })
    }

    /// Keeps the rows whose value in `column` is one to keep.
    pub fn retain_by<T>(&mut self, column: &[T], keep: impl Fn(&T) -> bool) {
        for (word, values) in self.words.iter_mut().zip(column.chunks(BITS)) {
            let mut kept = 0;
            for (place, value) in values.iter().enumerate() {
                kept |= u64::from(keep(value)) << place;
            }
            *word &= kept;
        }
    }

    /// Keeps the rows that are in `other` too.
    pub fn intersect(&mut self, other: &Self) {
        for (place, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(place).copied().unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RowSet;

    #[test]
    fn rows_go_in_and_out() {
        let mut set = RowSet::none(130);
        for row in [0, 63, 64, 129, 130, 500] {
            set.set(row, true);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        set.set(64, false);
        assert_eq!(set.count(), 3);
        assert!(!set.contains(64) && set.contains(63) && !set.contains(130));
    }

    #[test]
    fn every_row_is_every_row() {
        for len in [0, 1, 63, 64, 65, 200] {
            assert_eq!(RowSet::all(len).count(), len);
            assert_eq!(RowSet::all(len).iter().count(), len);
        }
    }

    #[test]
    fn columns_and_sets_narrow() {
        let column: Vec<u32> = (0..200).collect();
        let mut set = RowSet::all(200);
        set.retain_by(&column, |value| value % 3 == 0);
        let mut even = RowSet::all(200);
        even.retain_by(&column, |value| value % 2 == 0);
        set.intersect(&even);
        assert!(set.iter().eq((0..200).filter(|row| row % 6 == 0)));
    }
}
