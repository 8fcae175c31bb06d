//! A moment, without a clock and without a time zone.
//!
//! The domain is told what time it is; formatting and reading dates is done outside it.

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);
