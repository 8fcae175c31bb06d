//! How long something takes.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long `work` takes. What it returns is dropped after the clock has stopped.
pub fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    let result = black_box(work());
    let took = began.elapsed();
    drop(result);
    took
}

/// The median of `runs` runs, after `warm_up` that don't count.
pub fn median_of<T>(warm_up: usize, runs: usize, mut work: impl FnMut() -> T) -> Duration {
    for _ in 0..warm_up {
        drop(black_box(work()));
    }
    median((0..runs).map(|_| time(&mut work)).collect())
}

/// The medians of two works that take turns.
pub fn by_turns<A, B>(
    runs: u8,
    mut one: impl FnMut() -> A,
    mut other: impl FnMut() -> B,
) -> (Duration, Duration) {
    drop((black_box(one()), black_box(other())));
    let (one, other) = (0..runs)
        .map(|_| (time(&mut one), time(&mut other)))
        .collect::<(Vec<_>, Vec<_>)>();
    (median(one), median(other))
}

/// How long one of `calls` takes, in nanoseconds: the median of `runs` runs through all of them.
pub fn one_of<T>(runs: usize, calls: &[T], mut call: impl FnMut(&T)) -> f64 {
    let all = median_of(1, runs, || calls.iter().for_each(&mut call));
    #[expect(clippy::cast_precision_loss, reason = "there are not that many calls")]
    let calls = calls.len().max(1) as f64;
    all.as_secs_f64() * 1e9 / calls
}

/// The median; zero of nothing.
pub fn median(times: Vec<Duration>) -> Duration {
    percentile(times, 50)
}

/// What so many per cent of the times don't exceed; zero of nothing.
pub fn percentile(mut times: Vec<Duration>, per_cent: usize) -> Duration {
    times.sort_unstable();
    let place = times.len().saturating_sub(1) * per_cent / 100;
    times.get(place).copied().unwrap_or_default()
}

/// A time in milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
