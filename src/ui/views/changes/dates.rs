//! Days as they are typed, and the moments they begin and end.

use jiff::civil::Date;
use jiff::{ToSpan as _, Zoned};

use crate::domain::time::Timestamp;
use crate::i18n::Texts;

/// A period as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

impl Typed {
    /// The last `days` days, today among them.
    pub fn last_days(texts: &Texts, now: Timestamp, days: i64) -> Self {
        let from = today(texts, now).and_then(|day| day.checked_sub((days - 1).days()).ok());
        Self {
            from: from.map(|day| day.to_string()).unwrap_or_default(),
            until: String::new(),
        }
    }

    /// The year that is not over yet.
    pub fn this_year(texts: &Texts, now: Timestamp) -> Self {
        let from = today(texts, now).map(Date::first_of_year);
        Self {
            from: from.map(|day| day.to_string()).unwrap_or_default(),
            until: String::new(),
        }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.from.trim().is_empty() && self.until.trim().is_empty()
    }

    /// When the period begins, unless nothing that makes sense is typed.
    pub fn begins(&self, texts: &Texts) -> Option<Timestamp> {
        midnight(texts, day(&self.from)?)
    }

    /// When the day after the period begins.
    pub fn ends(&self, texts: &Texts) -> Option<Timestamp> {
        midnight(texts, day(&self.until)?.tomorrow().ok()?)
    }
}

/// A day, as `2026-11-22` or `22-11-2026`.
pub fn day(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn today(texts: &Texts, now: Timestamp) -> Option<Date> {
    let moment = jiff::Timestamp::from_second(now.0).ok()?;
    Some(moment.to_zoned(texts.time_zone().clone()).date())
}

fn midnight(texts: &Texts, day: Date) -> Option<Timestamp> {
    let begins: Zoned = day.to_zoned(texts.time_zone().clone()).ok()?;
    Some(Timestamp(begins.timestamp().as_second()))
}

#[cfg(test)]
mod tests {
    use super::{Typed, day};
    use crate::domain::language::Language;
    use crate::domain::time::Timestamp;
    use crate::i18n::Texts;

    #[test]
    fn days_are_read_either_way_round() {
        let known = Some(jiff::civil::date(2026, 11, 22));
        for (text, expected) in [
            ("2026-11-22", known),
            (" 22-11-2026 ", known),
            ("22/11/2026", known),
            ("22.11.2026", known),
            ("2026-11", None),
            ("2026-13-01", None),
            ("31-02-2026", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(day(text), expected, "{text}");
        }
    }

    #[test]
    fn a_period_holds_its_last_day() {
        let texts = Texts::new(Language::English).in_utc();
        let typed = Typed {
            from: "2026-11-21".into(),
            until: "2026-11-22".into(),
        };
        assert_eq!(typed.begins(&texts), Some(Timestamp(1_795_219_200)));
        assert_eq!(typed.ends(&texts), Some(Timestamp(1_795_392_000)));
        let noon = Timestamp(1_795_348_800);
        let week = Typed::last_days(&texts, noon, 7);
        assert_eq!(
            (week.from.as_str(), week.until.as_str()),
            ("2026-11-16", "")
        );
        assert_eq!(Typed::this_year(&texts, noon).from, "2026-01-01");
    }
}
