//! A moment, without a clock and without a time zone.
//!
//! The domain is told what time it is; formatting and reading dates is done outside it.

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The first moment that a file can hold: the year 0.
    pub const MIN: Self = Self(-62_167_219_200);
    /// The last moment that a file can hold: the end of the year 9999.
    pub const MAX: Self = Self(253_402_207_200);

    /// Whether a file can hold it.
    pub fn is_in_calendar(self) -> bool {
        (Self::MIN..=Self::MAX).contains(&self)
    }
}
