//! How far a piece of background work is, and the wish to stop it.
//!
//! Owns two atomics and nothing else: who shows them and who asks is not decided here.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Shared between the work and whoever watches it. Clones are the same progress.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    /// Millionths: a float has no atomic.
    done: AtomicU32,
    cancelled: AtomicBool,
}

/// The work was stopped because someone asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

const WHOLE: f32 = 1_000_000.0;

impl Progress {
    /// Nothing done, nothing cancelled.
    pub fn new() -> Self {
        Self::default()
    }

    /// How much is done, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a million fits an f32 exactly")]
    pub fn fraction(&self) -> f32 {
        self.0.done.load(Ordering::Relaxed) as f32 / WHOLE
    }

    /// Notes how much is done; kept within 0 to 1.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=1 first"
    )]
    pub fn set(&self, fraction: f32) {
        let done = (fraction.clamp(0.0, 1.0) * WHOLE) as u32;
        self.0.done.store(done, Ordering::Relaxed);
    }

    /// Asks the work to stop. It does so soon, and changes nothing after.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }

    /// Notes that `done` of `total` steps between two fractions are behind, unless cancelled.
    #[expect(clippy::cast_precision_loss, reason = "a progress bar needs no more")]
    pub(super) fn step(
        &self,
        span: (f32, f32),
        done: usize,
        total: usize,
    ) -> Result<(), Cancelled> {
        if self.is_cancelled() {
            return Err(Cancelled);
        }
        let part = done as f32 / total.max(1) as f32;
        self.set(span.0 + (span.1 - span.0) * part);
        Ok(())
    }
}
