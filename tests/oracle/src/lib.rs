//! Mandate's policy a second time, in Cedar, to compare the two.

pub mod facts;
pub mod policies;
pub mod world;

use std::error::Error;

/// What everything here returns; whoever reads an error is a developer.
pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn trouble<T>(text: impl Into<String>) -> Result<T> {
    Err(text.into().into())
}
