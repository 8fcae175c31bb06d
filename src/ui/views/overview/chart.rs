//! The charts: bars to the right, painted by hand, each a link with its number in words.
//!
//! What is privileged has a shield and is hatched; what is only eligible is an outline.

use egui::{Rect, Response, RichText, Stroke, StrokeKind, Ui, pos2, vec2};

use super::bars::{CategoryBar, RoleBar};
use super::cards::{held_of, roles_held};
use super::draw;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::picker::GroupKey;
use crate::ui::views::role_editor::words::Words;

/// The height of a bar's row.
const ROW: f32 = 26.0;
/// The height of a bar.
const BAR: f32 = 12.0;
/// How far the lines of the hatching stand apart.
const HATCH: f32 = 4.0;

/// A bar ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is called.
    pub name: String,
    /// Whether its name stands with a shield.
    pub privileged: bool,
    /// How much of it is privileged, how much is not, and how much is eligible.
    pub parts: [usize; 3],
    /// The number that stands at its end.
    pub number: String,
    /// What a screen reader says of it.
    pub spoken: String,
    /// The view it leads to.
    pub command: UiCommand,
}

impl Bar {
    /// Its whole length.
    pub fn length(&self) -> usize {
        self.parts.iter().sum()
    }
}

/// The bars of the roles.
pub fn of_roles(words: Words<'_>, bars: &[RoleBar]) -> Vec<Bar> {
    let texts = words.texts;
    let bars = bars.iter().take(KEPT);
    bars.map(|bar| {
        let name = words.role(bar.role);
        let people = t!(texts, "overview-bar-people", count = bar.people);
        let mut spoken = format!("{name}: {people}");
        let mut told = number(texts, bar.people);
        if bar.eligible > 0 {
            let eligible = t!(texts, "overview-bar-eligible", count = bar.eligible);
            spoken = format!("{spoken}, {eligible}");
            told = format!("{told} + {}", number(texts, bar.eligible));
        }
        if bar.privileged {
            spoken = format!("{spoken}, {}", t!(texts, "overview-legend-privileged"));
        }
        Bar {
            name,
            privileged: bar.privileged,
            parts: if bar.privileged {
                [bar.people, 0, bar.eligible]
            } else {
                [0, bar.people, bar.eligible]
            },
            number: told,
            spoken,
            command: UiCommand::ShowRole(bar.role),
        }
    })
    .collect()
}

/// The bars of the categories.
pub fn of_categories(words: Words<'_>, bars: &[CategoryBar]) -> Vec<Bar> {
    let texts = words.texts;
    let bars = bars.iter();
    bars.map(|bar| {
        let name = match bar.category {
            Some(category) => words.group(GroupKey::Category(category)),
            None => t!(texts, "overview-category-none"),
        };
        let count = t!(texts, "count-assignments", count = bar.assignments);
        let mut spoken = format!("{name}: {count}");
        if bar.privileged > 0 {
            let privileged = t!(texts, "overview-bar-privileged", count = bar.privileged);
            spoken = format!("{spoken}, {privileged}");
        }
        Bar {
            name,
            privileged: false,
            parts: [bar.privileged, bar.assignments - bar.privileged, 0],
            number: number(texts, bar.assignments),
            spoken,
            command: match bar.category {
                Some(category) => held_of(category),
                None => roles_held(),
            },
        }
    })
    .collect()
}

/// How many roles are kept: more than fit the tallest screen.
const KEPT: usize = 60;

/// What the patterns mean, beside the heading, right to left: outlines only where there are any.
pub fn legend(ui: &mut Ui, texts: &Texts, bars: &[Bar]) {
    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
    let eligible = |bar: &Bar| {
        let [_, _, eligible] = bar.parts;
        eligible > 0
    };
    if bars.iter().any(eligible) {
        key(ui, &t!(texts, "overview-legend-eligible"), [0, 0, 1]);
    }
    key(ui, &t!(texts, "overview-legend-privileged"), [1, 0, 0]);
}

/// How wide the legend is, with or without what an outline means.
pub fn legend_width(ui: &Ui, texts: &Texts, with_eligible: bool) -> f32 {
    let key = |text: String| {
        let words = draw::width(ui, theme::caption(ui, text));
        words + BAR + theme::SPACE_2 + 2.0 * theme::SPACE_1
    };
    let eligible = with_eligible.then(|| key(t!(texts, "overview-legend-eligible")));
    key(t!(texts, "overview-legend-privileged")) + eligible.unwrap_or_default()
}

fn key(ui: &mut Ui, text: &str, parts: [usize; 3]) {
    ui.label(theme::caption(ui, text));
    let (rect, _) = ui.allocate_exact_size(vec2(BAR, BAR), egui::Sense::hover());
    paint_parts(ui, rect, parts, 1);
    ui.add_space(theme::SPACE_2);
}

/// Draws as many bars as have room; `all` are there, the rest stand behind the line below.
pub fn list(ui: &mut Ui, cx: &mut ViewContext<'_>, bars: &[Bar], all: usize) {
    let texts = cx.texts;
    if bars.is_empty() {
        draw::nothing(ui, icon::ROLES, &t!(texts, "overview-bars-none"));
        return;
    }
    let height = ui.available_height();
    let mut fitting = draw::rows_in(height, ROW);
    if fitting < all {
        fitting = draw::rows_in(height - draw::FOOT, ROW).max(1);
    }
    let longest = bars.iter().map(Bar::length).max().unwrap_or(0);
    let shown = bars.get(..fitting.min(bars.len())).unwrap_or(bars);
    let numbers = shown
        .iter()
        .map(|bar| draw::width(ui, told(ui, &bar.number)));
    let numbers = numbers.fold(0.0, f32::max);
    for bar in shown {
        if draw_bar(ui, bar, longest, numbers).clicked() {
            cx.outbox.ui(bar.command.clone());
        }
    }
    let rest = all.saturating_sub(shown.len());
    if rest > 0 {
        let text = t!(texts, "overview-more-roles", count = rest);
        if draw::foot(ui, &text).clicked() {
            cx.outbox.ui(roles_held());
        }
    }
}

fn told(ui: &Ui, number: &str) -> RichText {
    theme::medium(number)
        .size(theme::SIZE_SMALL)
        .color(theme::palette(ui).text)
}

fn draw_bar(ui: &mut Ui, bar: &Bar, longest: usize, numbers: f32) -> Response {
    draw::row(ui, ROW, &bar.spoken, "", |ui, rect| {
        let p = theme::palette(ui);
        let inside = rect.shrink2(vec2(theme::SPACE_2, 0.0));
        let y = inside.center().y;
        let mut x = inside.left();
        if bar.privileged {
            draw::glyph(ui, pos2(x, y), icon::PRIVILEGED, p.privileged);
        }
        x += theme::ICON_SIZE + theme::SPACE_1;
        let names = (inside.width() * 0.42).min(260.0);
        let name = RichText::new(bar.name.as_str()).color(p.text);
        draw::line(ui, pos2(x, y), names, name);
        x += names + theme::SPACE_3;
        let right = inside.right() - numbers - theme::SPACE_2;
        let track = Rect::from_x_y_ranges(x..=right.max(x), y - BAR / 2.0..=y + BAR / 2.0);
        let end = paint_parts(ui, track, bar.parts, longest);
        draw::line(
            ui,
            pos2(end + theme::SPACE_2, y),
            numbers + 1.0,
            told(ui, &bar.number),
        );
        // The number in words shows under the pointer, whether or not the name was cut.
        true
    })
}

/// Paints the parts of a bar behind each other, `longest` being as long as `track`; where they
/// end.
#[expect(clippy::cast_precision_loss, reason = "a bar has no more pixels")]
fn paint_parts(ui: &Ui, track: Rect, parts: [usize; 3], longest: usize) -> f32 {
    let p = theme::palette(ui);
    let unit = track.width() / longest.max(1) as f32;
    let mut x = track.left();
    for (place, count) in parts.into_iter().enumerate() {
        if count == 0 {
            continue;
        }
        // What is there is seen, however little.
        let part = Rect::from_x_y_ranges(x..=x + (count as f32 * unit).max(2.0), track.y_range());
        x = part.right();
        match place {
            0 => hatched(ui, part),
            1 => {
                ui.painter().rect_filled(part, 2.0, p.accent);
            }
            _ => {
                let line = Stroke::new(1.0, p.control_line);
                ui.painter()
                    .rect_stroke(part, 2.0, line, StrokeKind::Inside);
            }
        }
    }
    x
}

/// Fills a part with the colour of what is privileged, and lines across it.
fn hatched(ui: &Ui, part: Rect) {
    let p = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(part.intersect(ui.clip_rect()));
    painter.rect_filled(part, 2.0, p.privileged);
    let line = Stroke::new(1.0, p.surface);
    let mut x = part.left() - part.height();
    while x < part.right() {
        let (from, to) = (pos2(x, part.bottom()), pos2(x + part.height(), part.top()));
        painter.line_segment([from, to], line);
        x += HATCH;
    }
}
