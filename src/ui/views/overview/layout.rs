//! Where the parts of the overview stand: the figures above, the rest in as many columns as there
//! is room for.

use egui::{Align, Layout, Pos2, Rect, Ui, UiBuilder, pos2, vec2};

use super::cards::{self, Card};
use super::chart::{self, Bar};
use super::{Shown, draw, findings, holders, recent, steps};
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::findings::Status;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::tab::tab;

/// Below this width the parts stand below each other.
const TWO: f32 = 720.0;
/// From this width on there are three columns.
const THREE: f32 = 1_360.0;
/// The least height of a part: a few rows.
const LEAST: f32 = 172.0;
/// The height of a part where all stand below each other.
const BELOW: f32 = 264.0;
/// What the scroll bar takes.
const SCROLL_BAR: f32 = 12.0;

/// Which chart is shown where there is room for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    /// Roles.
    #[default]
    Roles,
    /// Categories.
    Categories,
}

/// A part of the view below the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Findings,
    Holders,
    /// Both charts, one at a time.
    Charts,
    Roles,
    Categories,
    Recent,
}

/// Draws the key figures in rows; where what follows begins.
pub fn figures(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    origin: Pos2,
    width: f32,
    cards: &[Card],
) -> f32 {
    let columns = cards::columns(width);
    let gap = theme::SPACE_2;
    let each = (width - (count(columns) - 1.0) * gap) / count(columns);
    let mut bottom = origin.y;
    for (place, card) in cards.iter().enumerate() {
        let at = pos2(
            origin.x + count(place % columns) * (each + gap),
            origin.y + count(place / columns) * (cards::HEIGHT + gap),
        );
        let rect = Rect::from_min_size(at, vec2(each, cards::HEIGHT));
        let response = cards::draw(ui, rect, card);
        if place == 0 {
            panes::mark(ui, Pane::View, ui.clip_rect(), response.id);
        }
        if response.clicked() {
            cx.outbox.ui(card.command.clone());
        }
        bottom = rect.bottom();
    }
    bottom + theme::SPACE_3
}

/// The width that is left beside the scroll bar, if there is one, when `steps` are to be done.
pub fn width(room: egui::Vec2, cards: usize, steps: usize) -> f32 {
    let rows = count(cards.div_ceil(cards::columns(room.x)));
    let figures = rows * (cards::HEIGHT + theme::SPACE_2) - theme::SPACE_2 + theme::SPACE_3;
    let steps = match steps {
        0 => 0.0,
        steps => steps::height(steps, room.x) + theme::SPACE_3,
    };
    if figures + steps + least(columns(room.x)) > room.y {
        room.x - SCROLL_BAR
    } else {
        room.x
    }
}

/// The parts in as many columns as there is room for.
fn columns(width: f32) -> &'static [&'static [Part]] {
    use Part::{Categories, Charts, Findings, Holders, Recent, Roles};
    if width < TWO {
        &[&[Findings, Holders, Roles, Categories, Recent]]
    } else if width < THREE {
        &[&[Findings, Holders], &[Charts, Recent]]
    } else {
        &[&[Findings, Recent], &[Holders], &[Roles, Categories]]
    }
}

/// The least height of the parts.
fn least(columns: &[&[Part]]) -> f32 {
    let most = columns.iter().map(|column| column.len()).max().unwrap_or(1);
    let each = if columns.len() == 1 { BELOW } else { LEAST };
    count(most) * (each + theme::SPACE_3) - theme::SPACE_3
}

/// Draws the parts below the figures.
pub fn parts(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    origin: Pos2,
    size: egui::Vec2,
    shown: &Shown,
    chart: &mut Chart,
) {
    let columns = columns(size.x);
    let gap = theme::SPACE_3;
    let width = (size.x - (count(columns.len()) - 1.0) * gap) / count(columns.len());
    let whole = size.y.max(least(columns));
    let mut x = origin.x;
    for column in columns {
        let each = (whole - (count(column.len()) - 1.0) * gap) / count(column.len());
        let mut y = origin.y;
        for part in *column {
            let rect = Rect::from_min_size(pos2(x, y), vec2(width, each));
            let builder = UiBuilder::new()
                .max_rect(rect)
                .id_salt(("part", *part as u8))
                .layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| {
                draw_part(ui, cx, rect, *part, shown, chart);
            });
            y += each + gap;
        }
        x += width + gap;
    }
    ui.advance_cursor_after_rect(Rect::from_min_size(origin, vec2(size.x, whole)));
}

fn draw_part(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    rect: Rect,
    part: Part,
    shown: &Shown,
    chart: &mut Chart,
) {
    let texts = cx.texts;
    let gathered = &shown.gathered;
    let words = |words: String| {
        move |ui: &mut Ui| {
            ui.label(theme::secondary(ui, words));
        }
    };
    match part {
        Part::Findings => {
            let title = t!(texts, "overview-findings");
            let beside = match (cx.findings.open_count(), cx.findings.status()) {
                (None, _) => String::new(),
                (Some(count), Status::Renewing) => {
                    let renewing = t!(texts, "overview-findings-renewing");
                    format!("{renewing} {}", number(texts, count))
                }
                (Some(count), _) => number(texts, count),
            };
            draw::part(ui, rect, &title, words(beside), |ui| findings::list(ui, cx));
        }
        Part::Holders => {
            let (title, total) = (t!(texts, "overview-holders"), gathered.figures.privileged);
            draw::part(ui, rect, &title, words(number(texts, total)), |ui| {
                holders::list(ui, cx, &gathered.holders, total);
            });
        }
        Part::Charts => {
            let now = *chart;
            let title = match now {
                Chart::Roles => t!(texts, "overview-chart-roles"),
                // The tab says the rest, and leaves room for the legend.
                Chart::Categories => t!(texts, "overview-assignments"),
            };
            let words = draw::width(ui, theme::subtitle(title.as_str()));
            let beside = |ui: &mut Ui| {
                tabs(ui, texts, chart);
                ui.add_space(theme::SPACE_2);
                let room = ui.available_width() - words;
                // What an outline means gives way first: its number is told on hover, too.
                let bars = match now {
                    Chart::Roles if room > chart::legend_width(ui, texts, true) => &shown.roles[..],
                    Chart::Roles | Chart::Categories => &[],
                };
                if room > chart::legend_width(ui, texts, false) {
                    chart::legend(ui, texts, bars);
                }
            };
            draw::part(ui, rect, &title, beside, |ui| match now {
                Chart::Roles => roles(ui, cx, shown),
                Chart::Categories => categories(ui, cx, shown),
            });
        }
        Part::Roles => {
            let title = t!(texts, "overview-chart-roles");
            let legend = |ui: &mut Ui| chart::legend(ui, texts, &shown.roles);
            draw::part(ui, rect, &title, legend, |ui| roles(ui, cx, shown));
        }
        Part::Categories => {
            let title = t!(texts, "overview-chart-categories");
            let legend = |ui: &mut Ui| chart::legend(ui, texts, &shown.categories);
            draw::part(ui, rect, &title, legend, |ui| categories(ui, cx, shown));
        }
        Part::Recent => {
            let title = t!(texts, "overview-recent");
            let all = cx.session.tenant().audit().len();
            draw::part(
                ui,
                rect,
                &title,
                |_| (),
                |ui| {
                    recent::list(ui, cx, &shown.recent, all);
                },
            );
        }
    }
}

fn roles(ui: &mut Ui, cx: &mut ViewContext<'_>, shown: &Shown) {
    let all = shown.gathered.roles.len();
    ui.push_id("roles", |ui| chart::list(ui, cx, &shown.roles, all));
}

fn categories(ui: &mut Ui, cx: &mut ViewContext<'_>, shown: &Shown) {
    let bars: &[Bar] = &shown.categories;
    ui.push_id("categories", |ui| chart::list(ui, cx, bars, bars.len()));
}

/// The choice of a chart, at the right of a heading.
fn tabs(ui: &mut Ui, texts: &Texts, chart: &mut Chart) {
    let tabs = [
        (Chart::Roles, t!(texts, "overview-by-role")),
        (Chart::Categories, t!(texts, "overview-by-category")),
    ];
    let wide = |(_, name): &(Chart, String)| draw::tab_width(ui, name);
    let size = vec2(tabs.iter().map(wide).sum(), draw::HEAD);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (of, name) in &tabs {
            if tab(ui, name, *chart == *of).clicked() {
                *chart = *of;
            }
        }
    });
}

#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
const fn count(n: usize) -> f32 {
    n as f32
}
