//! What a frame costs: still, while scrolling, and when a letter is typed into the search.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use mandate::domain::language::Language;
use mandate::i18n::Texts;

use super::Outcome;
use super::screen::{Frame, Screen};
use super::table::{Against, Line, Table, people};
use super::tenants::Tenants;
use super::timing::{median, ms, percentile};

/// How many frames a median is of.
const FRAMES: usize = 240;
/// A word that names many people, typed letter by letter.
const WORD: &str = "jansen";
/// How many times as much a frame of the largest tenant may cost as one of the smallest.
const GROWTH: f64 = 1.5;
/// The most a frame may cost, in milliseconds.
const FRAME: f64 = 4.0;
/// The most a letter may cost, in milliseconds, and in tenants of how many people.
const LETTER: (f64, usize) = (16.0, 100_000);

/// A caret that blinks is the one thing that moves by itself: told, without a target.
const CARET: &str = "Search with caret";

/// The views that are measured as they open.
const OTHERS: [(Key, [&str; 3]); 4] = [
    (
        Key::Num1,
        [
            "Overview",
            "Overview, its drawing",
            "Overview, its triangles",
        ],
    ),
    (
        Key::Num4,
        ["Roles", "Roles, its drawing", "Roles, its triangles"],
    ),
    (
        Key::Num6,
        ["Access", "Access, its drawing", "Access, its triangles"],
    ),
    (
        Key::Num7,
        ["Review", "Review, its drawing", "Review, its triangles"],
    ),
];

/// What was measured in one tenant.
struct Figures {
    size: usize,
    all: Vec<Figure>,
}

struct Figure {
    name: &'static str,
    kind: Kind,
    ms: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What the target for frames is about.
    Frame,
    /// What the target for letters is about.
    Letter,
    /// A part of another figure.
    Part,
}

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, sizes: &[usize]) -> Outcome {
    table.heading("Frames of the whole window, 1280 x 800");
    let mut smallest: Option<Figures> = None;
    for size in sizes {
        let (figures, idle) = in_tenant(tenants, *size)?;
        for (place, figure) in figures.all.iter().enumerate() {
            let small = smallest.as_ref().and_then(|it| it.all.get(place));
            print(table, figures.size, figure, small.map(|it| it.ms));
        }
        for (name, next) in idle {
            print_idle(table, name, figures.size, next);
        }
        smallest.get_or_insert(figures);
    }
    Ok(())
}

fn print(table: &mut Table, size: usize, figure: &Figure, smallest: Option<f64>) {
    let limit = match figure.kind {
        Kind::Frame => Some(FRAME),
        Kind::Letter => Some(LETTER.0).filter(|_| size == LETTER.1),
        Kind::Part => None,
    };
    table.line(&Line {
        name: &format!("{}, {}", figure.name, people(size)),
        figure: figure.ms,
        unit: "ms",
        limit,
        against: smallest.map(|smallest| Against {
            name: "1 k",
            figure: smallest,
            limit: (figure.kind == Kind::Frame).then_some(GROWTH),
        }),
    });
}

/// A window in which nothing happens draws nothing.
fn print_idle(table: &mut Table, name: &str, size: usize, next: Duration) {
    let a_second = if next == Duration::MAX {
        0.0
    } else {
        1.0 / next.as_secs_f64()
    };
    table.line(&Line {
        name: &format!("{name}, frames while idle, {}", people(size)),
        figure: a_second,
        unit: "/s",
        limit: (name != CARET).then_some(0.001),
        ..Line::default()
    });
}

type Idle = Vec<(&'static str, Duration)>;

fn in_tenant(tenants: &Tenants, size: usize) -> Outcome<(Figures, Idle)> {
    let mut screen = Screen::open(tenants, &tenants.file(size)?)?;
    let mut all = Vec::new();
    let mut idle = Vec::new();
    screen.expect(Role::Row, 10)?;
    idle.push(("Active users", screen.settle().next));
    let names = [
        "Active users, still",
        "Active users, its drawing",
        "Active users, its triangles",
    ];
    still(&mut screen, &mut all, names);
    let names = ["Active users, scrolling", "Active users, scrolling, 95 %"];
    scrolling(&mut screen, &mut all, names);
    letters(&mut screen, &mut all);
    idle.push((CARET, screen.settle().next));

    screen.press(Modifiers::COMMAND, Key::Num5);
    let tab = Texts::new(Language::English).dynamic("matrix-entra-current");
    screen.click(Role::Tab, &tab)?;
    screen.expect(Role::ColumnHeader, 9)?;
    screen.expect(Role::RowHeader, 10)?;
    idle.push(("Entra matrix", screen.settle().next));
    let names = [
        "Entra matrix, still",
        "Entra matrix, its drawing",
        "Entra matrix, its triangles",
    ];
    still(&mut screen, &mut all, names);
    let names = ["Entra matrix, scrolling", "Entra matrix, scrolling, 95 %"];
    scrolling(&mut screen, &mut all, names);
    for (key, names) in OTHERS {
        screen.press(Modifiers::COMMAND, key);
        screen.reviewed()?;
        let [name, ..] = names;
        idle.push((name, screen.settle().next));
        still(&mut screen, &mut all, names);
    }
    Ok((Figures { size, all }, idle))
}

fn still(screen: &mut Screen, all: &mut Vec<Figure>, names: [&'static str; 3]) {
    let frames: Vec<Frame> = (0..FRAMES).map(|_| screen.frame(Vec::new())).collect();
    let [whole, drawing, triangles] = names;
    let of = |part: fn(&Frame) -> Duration| ms(median(frames.iter().map(part).collect()));
    let parts = [
        (whole, Kind::Frame, of(|frame| frame.whole())),
        (drawing, Kind::Part, of(|frame| frame.draw)),
        (triangles, Kind::Part, of(|frame| frame.tessellate)),
    ];
    all.extend(parts.map(|(name, kind, ms)| Figure { name, kind, ms }));
}

fn scrolling(screen: &mut Screen, all: &mut Vec<Figure>, names: [&'static str; 2]) {
    screen.frame(vec![Event::PointerMoved(pos2(720.0, 520.0))]);
    let wheel = |y| Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, y),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    // Down and up again, so that the end of a short table is not where it is measured.
    let times: Vec<_> = (0..FRAMES)
        .map(|n| screen.frame(vec![wheel(if n % 80 < 40 { -60.0 } else { 60.0 })]))
        .map(Frame::whole)
        .collect();
    screen.settle();
    let [name, slow] = names;
    let parts = [
        (name, Kind::Frame, ms(median(times.clone()))),
        (slow, Kind::Part, ms(percentile(times, 95))),
    ];
    all.extend(parts.map(|(name, kind, ms)| Figure { name, kind, ms }));
}

/// Types the word and takes it away, several times. A letter costs its own frame and the next:
/// what it changes may be shown in that one.
fn letters(screen: &mut Screen, all: &mut Vec<Figure>) {
    let mut times = Vec::new();
    let mut worst = Vec::new();
    let mut cleared = Vec::new();
    screen.press(Modifiers::COMMAND, Key::F);
    for _ in 0..9 {
        let word: Vec<Duration> = WORD
            .chars()
            .map(|letter| {
                let typed = screen.frame(vec![Event::Text(letter.into())]);
                let shown = screen.frame(Vec::new());
                screen.settle();
                typed.whole() + shown.whole()
            })
            .collect();
        worst.extend(word.iter().max());
        times.extend(word);
        screen.press(Modifiers::COMMAND, Key::A);
        let key = Event::Key {
            key: Key::Backspace,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let typed = screen.frame(vec![key]);
        let shown = screen.frame(Vec::new());
        screen.settle();
        cleared.push(typed.whole() + shown.whole());
    }
    let parts = [
        ("search, a letter", Kind::Part, median(times)),
        (
            "search, the slowest letter of a word",
            Kind::Letter,
            median(worst),
        ),
        ("search, cleared", Kind::Letter, median(cleared)),
    ];
    all.extend(parts.map(|(name, kind, time)| Figure {
        name,
        kind,
        ms: ms(time),
    }));
}
