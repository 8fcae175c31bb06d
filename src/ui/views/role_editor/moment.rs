//! Moments as people type them: a day, with a time where that matters.
//!
//! Reads and writes `2026-12-31` and `2026-12-31 17:00` in the time zone of the screen. A day
//! alone is the whole of it: a role begins with the day and ends with it.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::domain::time::Timestamp;

/// Which end of a period a moment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its start.
    From,
    /// Its end.
    Until,
}

impl Edge {
    /// The time that a day alone stands for.
    fn time(self) -> Time {
        match self {
            Self::From => Time::midnight(),
            Self::Until => Time::constant(23, 59, 59, 0),
        }
    }
}

/// Why a text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentError {
    /// It is not written as a day, with or without a time.
    Form,
    /// The calendar has no such day.
    NoSuchDay,
    /// A day has no such time.
    NoSuchTime,
    /// The clocks skip this time on that day.
    Skipped,
    /// A tenant file can't hold it.
    OutsideCalendar,
}

/// A moment in a field: as it was typed, and what that means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Nothing while nobody typed.
    typed: Option<String>,
    value: Option<Timestamp>,
    error: Option<MomentError>,
}

impl When {
    /// What the tenant has.
    pub fn at(value: Option<Timestamp>) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }

    /// What was typed.
    pub fn typed(text: &str, edge: Edge, zone: &TimeZone) -> Self {
        let (value, error) = match parse(text, edge, zone) {
            Ok(value) => (value, None),
            Err(error) => (None, Some(error)),
        };
        Self {
            typed: Some(text.to_owned()),
            value,
            error,
        }
    }

    /// The moment, none where nothing was given, or why there is none.
    pub fn value(&self) -> Result<Option<Timestamp>, MomentError> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.value),
        }
    }

    /// What stands in the field.
    pub fn text(&self, edge: Edge, zone: &TimeZone) -> String {
        match (&self.typed, self.value) {
            (Some(text), _) => text.clone(),
            (None, Some(value)) => written(value, edge, zone),
            (None, None) => String::new(),
        }
    }
}

/// Reads a moment; nothing when nothing is written.
pub fn parse(text: &str, edge: Edge, zone: &TimeZone) -> Result<Option<Timestamp>, MomentError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (day, time) = match text.split_once([' ', 'T']) {
        Some((day, time)) => (day, Some(time.trim_start())),
        None => (text, None),
    };
    let day = date(day)?;
    let there = day.to_datetime(match time {
        Some(text) => time_of_day(text)?,
        None => edge.time(),
    });
    let moment = moment(there, time.is_some(), zone)?;
    if moment.is_in_calendar() {
        Ok(Some(moment))
    } else {
        Err(MomentError::OutsideCalendar)
    }
}

fn moment(there: DateTime, exact: bool, zone: &TimeZone) -> Result<Timestamp, MomentError> {
    let found = zone.to_ambiguous_timestamp(there);
    // Someone who means the day means its first moment, wherever that is.
    if exact && matches!(found.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(MomentError::Skipped);
    }
    // Of two moments that clocks show alike, the first.
    let found = found.compatible();
    found
        .map(|moment| Timestamp(moment.as_second()))
        .map_err(|_| MomentError::OutsideCalendar)
}

fn date(text: &str) -> Result<Date, MomentError> {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(MomentError::Form);
    };
    let year = number(year, 4..=4).ok_or(MomentError::Form)?;
    let month = small(month)?;
    let day = small(day)?;
    Date::new(year, month, day).map_err(|_| MomentError::NoSuchDay)
}

fn time_of_day(text: &str) -> Result<Time, MomentError> {
    let mut parts = text.split(':');
    let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
        return Err(MomentError::Form);
    };
    let second = parts.next().map_or(Ok(0), small)?;
    if parts.next().is_some() || minute.len() != 2 {
        return Err(MomentError::Form);
    }
    let (hour, minute) = (small(hour)?, small(minute)?);
    Time::new(hour, minute, second, 0).map_err(|_| MomentError::NoSuchTime)
}

/// A number of one digit or two.
fn small(text: &str) -> Result<i8, MomentError> {
    let number = number(text, 1..=2).ok_or(MomentError::Form)?;
    i8::try_from(number).map_err(|_| MomentError::Form)
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let plain = digits.contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Writes a moment so that [`parse`] reads it.
pub fn written(moment: Timestamp, edge: Edge, zone: &TimeZone) -> String {
    let Ok(instant) = jiff::Timestamp::from_second(moment.0) else {
        return String::new();
    };
    let there = zone.to_datetime(instant);
    let form = if there.time() == edge.time() {
        "%Y-%m-%d"
    } else if there.second() == 0 {
        "%Y-%m-%d %H:%M"
    } else {
        "%Y-%m-%d %H:%M:%S"
    };
    there.strftime(form).to_string()
}
