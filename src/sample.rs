//! Tenants that are made up: one to look around in, and any number to measure with.
//!
//! Owns the invented organisation of the start view and a generator of tenants of any size.
//! Everything is deterministic: the same arguments give the same tenant on every machine, ids
//! included. Nobody here exists; domains are reserved ones or Microsoft's own, and phone numbers
//! stay around the customary Dutch example number.

mod entra;
mod generate;
mod names;
mod organisation;
mod people;
mod story;

use uuid::{Builder, Uuid};

pub use self::generate::generate;
pub use self::organisation::dutch_organisation;
use crate::domain::contact::EmailError;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::time::Timestamp;
use crate::domain::upn::UpnError;

/// The moment that generated tenants, and the sample written to a file, are dated from:
/// 2026-11-22T12:00:00Z.
pub const REFERENCE: Timestamp = Timestamp(1_795_348_800);

/// The most people a generated tenant has: about what the largest file that is read can hold.
pub const PEOPLE_MAX: u32 = 10_000_000;

/// Why no tenant could be made up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// A tenant without people has no Global Administrator (R2).
    #[error("a tenant has at least one person")]
    NoUsers,
    /// More people than a file that can be read again holds.
    #[error("a tenant of {0} people is too large: at most {PEOPLE_MAX}")]
    TooMany(usize),
    /// The sample speaks of someone it does not have.
    #[error("the sample has nobody called `{0}`")]
    Nobody(&'static str),
    /// A name of the sample is malformed.
    #[error(transparent)]
    Upn(#[from] UpnError),
    /// An address of the sample is malformed.
    #[error(transparent)]
    Email(#[from] EmailError),
    /// The sample does not hold together.
    #[error(transparent)]
    Invariant(#[from] InvariantError),
}

/// A random id, with the bits that mark it as one (version 4).
fn random_id(random: &mut fastrand::Rng) -> Uuid {
    Builder::from_random_bytes(random.u128(..).to_be_bytes()).into_uuid()
}

/// An id that follows from a name, so that adding one person leaves the ids of all others alone.
fn id_of(name: &str) -> Uuid {
    // FNV-1a: fixed for ever, unlike the hasher of the standard library.
    let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    random_id(&mut fastrand::Rng::with_seed(seed))
}

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// The moment `seconds` before `now`.
fn before(now: Timestamp, seconds: i64) -> Timestamp {
    Timestamp(now.0.saturating_sub(seconds))
}
