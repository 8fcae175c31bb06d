//! Work in numbered blocks over the processor's cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::storage::progress::{Cancelled, Progress};

/// Does block after block on every core; the results come in the order of the blocks, or the
/// first block's failure does, whichever core was first.
pub fn each<T, E>(
    count: usize,
    progress: (&Progress, f32, f32),
    work: impl Fn(usize) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E>
where
    T: Send,
    E: Send + From<Cancelled>,
{
    let (progress, begin, end) = progress;
    let next = AtomicUsize::new(0);
    let first_failure = AtomicUsize::new(usize::MAX);
    let done = Mutex::new(Vec::with_capacity(count));
    let worker = || {
        let mut mine = Vec::new();
        loop {
            let block = next.fetch_add(1, Ordering::Relaxed);
            // Blocks are handed out in order: those before a failure are all being worked on.
            if block >= count || block > first_failure.load(Ordering::Relaxed) {
                break;
            }
            let result = progress
                .step((begin, end), block, count)
                .map_err(E::from)
                .and_then(|()| work(block));
            if result.is_err() {
                first_failure.fetch_min(block, Ordering::Relaxed);
            }
            mine.push((block, result));
        }
        if let Ok(mut done) = done.lock() {
            done.append(&mut mine);
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 1..cores.min(count) {
            // Where no thread is to be had, this one does the work.
            let _ = thread::Builder::new().spawn_scoped(scope, worker);
        }
        worker();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(block, _)| *block);
    done.into_iter().map(|(_, result)| result).collect()
}
