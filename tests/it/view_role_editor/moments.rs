//! Moments as they are typed: what is read, what is refused and why, what is written back.

use jiff::tz::TimeZone;
use mandate::domain::time::Timestamp;
use mandate::ui::views::role_editor::moment::MomentError::{
    Form, NoSuchDay, NoSuchTime, OutsideCalendar, Skipped,
};
use mandate::ui::views::role_editor::moment::{Edge, MomentError, parse, written};

/// Amsterdam's rules: UTC+1, and UTC+2 from the end of March to the end of October.
fn amsterdam() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a time zone")
}

/// 2026-12-31T00:00:00Z.
const LAST_DAY: i64 = 1_798_675_200;
const HOUR: i64 = 3_600;

#[test]
fn days_and_times_are_read() {
    let table = [
        // The text, the start in UTC, the end in UTC.
        ("2026-12-31", LAST_DAY, LAST_DAY + 86_399),
        (" 2026-12-31 ", LAST_DAY, LAST_DAY + 86_399),
        (
            "2026-12-31 17:00",
            LAST_DAY + 17 * HOUR,
            LAST_DAY + 17 * HOUR,
        ),
        (
            "2026-12-31T17:00",
            LAST_DAY + 17 * HOUR,
            LAST_DAY + 17 * HOUR,
        ),
        (
            "2026-12-31  9:05",
            LAST_DAY + 9 * HOUR + 300,
            LAST_DAY + 9 * HOUR + 300,
        ),
        ("2026-12-31 00:00", LAST_DAY, LAST_DAY),
        ("2026-12-31 23:59:59", LAST_DAY + 86_399, LAST_DAY + 86_399),
        // 2028 is a leap year.
        ("2028-02-29", 1_835_395_200, 1_835_481_599),
        ("1970-1-1", 0, 86_399),
    ];
    for (text, from, until) in table {
        let read = |edge| parse(text, edge, &TimeZone::UTC);
        assert_eq!(read(Edge::From), Ok(Some(Timestamp(from))), "{text}");
        assert_eq!(read(Edge::Until), Ok(Some(Timestamp(until))), "{text}");
    }
    for nothing in ["", "   "] {
        assert_eq!(parse(nothing, Edge::From, &TimeZone::UTC), Ok(None));
    }
}

#[test]
fn what_is_no_moment_says_why() {
    let table: [(&str, MomentError); 20] = [
        ("tomorrow", Form),
        ("31-12-2026", Form),
        ("12/31/2026", Form),
        ("2026", Form),
        ("2026-12", Form),
        ("2026-12-31-1", Form),
        ("26-12-31", Form),
        ("-2026-12-31", Form),
        ("+026-12-31", Form),
        ("2026-12-31 17", Form),
        ("2026-12-31 17:0", Form),
        ("2026-12-31 17:00:00:00", Form),
        ("2026-12-31 5pm", Form),
        ("2026-13-01", NoSuchDay),
        ("2026-00-01", NoSuchDay),
        ("2026-02-29", NoSuchDay),
        ("2026-04-31", NoSuchDay),
        ("2026-12-31 24:00", NoSuchTime),
        ("2026-12-31 17:60", NoSuchTime),
        ("9999-12-31", OutsideCalendar),
    ];
    for (text, why) in table {
        assert_eq!(parse(text, Edge::From, &TimeZone::UTC), Err(why), "{text}");
    }
}

#[test]
fn clocks_that_change_are_minded() {
    let zone = amsterdam();
    let read = |text| parse(text, Edge::From, &zone);
    // Winter and summer.
    assert_eq!(read("2026-12-31"), Ok(Some(Timestamp(LAST_DAY - HOUR))));
    // 2026-07-01T00:00:00Z is 1_782_864_000.
    assert_eq!(
        read("2026-07-01"),
        Ok(Some(Timestamp(1_782_864_000 - 2 * HOUR)))
    );
    // At two on 29 March 2026, which is 1_774_746_000, the clocks show three.
    let jump = 1_774_746_000;
    assert_eq!(read("2026-03-29 01:59:59"), Ok(Some(Timestamp(jump - 1))));
    assert_eq!(read("2026-03-29 02:00"), Err(Skipped));
    assert_eq!(read("2026-03-29 02:30"), Err(Skipped));
    assert_eq!(read("2026-03-29 03:00"), Ok(Some(Timestamp(jump))));
    // At three on 25 October 2026 they show two again: of the two, the first.
    // 2026-10-25T00:30:00Z is 1_792_888_200.
    assert_eq!(read("2026-10-25 02:30"), Ok(Some(Timestamp(1_792_888_200))));
    assert_eq!(
        read("2026-10-25 03:30"),
        Ok(Some(Timestamp(1_792_888_200 + 2 * HOUR)))
    );
    // A day without its midnight begins with its first moment: 05:00 UTC where it is four
    // hours behind and goes to three at midnight.
    let no_midnight = TimeZone::posix("<-04>4<-03>,M9.1.6/24,M4.1.6/24").expect("a time zone");
    // 2026-09-06T04:00:00Z is 1_788_667_200.
    assert_eq!(
        parse("2026-09-06", Edge::From, &no_midnight),
        Ok(Some(Timestamp(1_788_667_200)))
    );
    assert_eq!(
        parse("2026-09-06 00:30", Edge::From, &no_midnight),
        Err(Skipped)
    );
}

#[test]
fn what_is_written_reads_the_same() {
    let zone = amsterdam();
    let table = [
        (Edge::From, LAST_DAY - HOUR, "2026-12-31"),
        (Edge::Until, LAST_DAY - HOUR, "2026-12-31 00:00"),
        (Edge::Until, LAST_DAY + 23 * HOUR - 1, "2026-12-31"),
        (Edge::From, LAST_DAY + 23 * HOUR - 1, "2026-12-31 23:59:59"),
        (Edge::From, LAST_DAY + 16 * HOUR, "2026-12-31 17:00"),
        (Edge::From, LAST_DAY + 16 * HOUR + 1, "2026-12-31 17:00:01"),
    ];
    for (edge, moment, text) in table {
        assert_eq!(written(Timestamp(moment), edge, &zone), text);
        assert_eq!(parse(text, edge, &zone), Ok(Some(Timestamp(moment))));
    }
}
