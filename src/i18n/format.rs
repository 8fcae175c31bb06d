//! Numbers, dates and times as people read them.
//!
//! Owns how they are written in each language. It is told what time it is, so that a test and a
//! picture show the same on every day.

use jiff::{Zoned, civil::Date};

use super::Texts;
use crate::domain::{language::Language, time::Timestamp};

/// A whole number with thousands separators: `1,234` or `1.234`.
pub fn number(texts: &Texts, n: usize) -> String {
    grouped(&n.to_string(), texts.language())
}

/// When something was or will be, seen from `now`: “2 minutes ago”, “Yesterday”, “12 Nov 2026”.
///
/// Show [`exact_time`] where the pointer rests on it.
pub fn relative_time(texts: &Texts, now: Timestamp, then: Timestamp) -> String {
    let (Some(now_there), Some(then_there)) = (zoned(texts, now), zoned(texts, then)) else {
        return texts.dynamic("unknown");
    };
    let seconds = now.0.saturating_sub(then.0);
    let minutes = seconds / 60;
    if (0..60).contains(&seconds) {
        return crate::t!(texts, "time-just-now");
    }
    if (1..60).contains(&minutes) {
        return crate::t!(texts, "time-minutes-ago", count = minutes);
    }
    if (-3_599..0).contains(&seconds) {
        // Rounded up: what ends in half a minute has not ended yet.
        return crate::t!(texts, "time-in-minutes", count = 1 - (seconds + 1) / 60);
    }
    let day = then_there.date();
    match days_between(day, now_there.date()) {
        0 => crate::t!(texts, "time-today", time = clock(&then_there)),
        1 => crate::t!(texts, "time-yesterday"),
        -1 => crate::t!(texts, "time-tomorrow"),
        days @ 2..=6 => crate::t!(texts, "time-days-ago", count = days),
        days @ -6..=-2 => crate::t!(texts, "time-in-days", count = -days),
        _ => written(texts, day, "month"),
    }
}

/// The day and the minute, and in which time zone: “12 November 2026, 09:14 UTC”.
pub fn exact_time(texts: &Texts, then: Timestamp) -> String {
    let Some(there) = zoned(texts, then) else {
        return texts.dynamic("unknown");
    };
    let zone = match there.offset().seconds() {
        0 => "UTC".to_owned(),
        _ => format!("UTC{}", there.strftime("%:z")),
    };
    let date = written(texts, there.date(), "month-long");
    crate::t!(
        texts,
        "time-exact",
        date = date,
        time = clock(&there),
        zone = zone
    )
}

/// The day: “12 Nov 2026”.
pub fn date(texts: &Texts, then: Timestamp) -> String {
    match zoned(texts, then) {
        Some(there) => written(texts, there.date(), "month"),
        None => texts.dynamic("unknown"),
    }
}

/// Puts a separator between every three digits of a whole number.
pub(super) fn grouped(digits: &str, language: Language) -> String {
    let separator = match language {
        Language::English => ',',
        Language::Dutch => '.',
    };
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let mut text = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

fn zoned(texts: &Texts, then: Timestamp) -> Option<Zoned> {
    let instant = jiff::Timestamp::from_second(then.0).ok()?;
    Some(instant.to_zoned(texts.time_zone().clone()))
}

fn clock(there: &Zoned) -> String {
    there.strftime("%H:%M").to_string()
}

fn written(texts: &Texts, day: Date, months: &str) -> String {
    let month = texts.dynamic(&format!("{months}-{}", day.month()));
    // As text: a year and a day are no quantities and get no separators.
    let (day, year) = (day.day().to_string(), day.year().to_string());
    crate::t!(texts, "time-date", day = day, month = month, year = year)
}

/// How many days after `day` the day `today` is.
fn days_between(day: Date, today: Date) -> i32 {
    day.until(today).map_or(i32::MAX, |span| span.get_days())
}
