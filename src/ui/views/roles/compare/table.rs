//! The table of a comparison: a row for each permission and action, a column for each role.

use std::sync::Arc;

use egui::{
    Align, FontSelection, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::{Comparison, Item, Key};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::scroll::BAR_WIDTH;
use crate::ui::views::groups::listing::{Face, ListState, Spec};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::views::permissions::marks::{self, Stamps};
use crate::ui::views::permissions::rows::Mark;

const ROW: f32 = theme::ROW_HEIGHT;
/// The height of the header: a name may take three lines.
const HEADER: f32 = 60.0;
/// The width of a column of marks where there is room, and where there is little.
const COLUMN: f32 = 170.0;
const NARROW: f32 = 96.0;
/// The width of what the rows are about, and the least of it.
const NAMES: f32 = 420.0;
const FIRST: f32 = 240.0;
const MARK: f32 = 14.0;
const INSET: f32 = 4.0;

/// Draws the table in the space that is left.
pub fn grid(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    list: &mut ListState,
    comparison: &Comparison,
    places: &[usize],
    id: egui::Id,
) {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let inner = card.shrink2(vec2(INSET, 1.0));
    let (head, body) = inner.split_top_bottom_at_y(card.top() + HEADER);
    let room = inner.width() - BAR_WIDTH;
    let many = columns(comparison.columns.len());
    let width = ((room - NAMES) / many).clamp(NARROW, COLUMN);
    let width = width.min((room - FIRST) / many).floor();
    let first = room - width * many;
    header(ui, cx, comparison, head, first, width);
    ui.painter().hline(card.x_range(), head.bottom(), outline);

    let name = t!(cx.texts, "roles-compare-list");
    let spec = Spec {
        id,
        name: &name,
        area: body.with_max_x(card.right() - 1.0),
        count: places.len(),
        row_height: ROW,
    };
    let mut visible = list.begin(ui, &spec);
    let stamps = Stamps::new(&visible.ui);
    let range = visible.range.clone();
    let shown = places.get(range.clone()).unwrap_or_default();
    for (place, at) in range.zip(shown) {
        let Some(item) = comparison.items.get(*at) else {
            continue;
        };
        let face = Face {
            selected: false,
            open: false,
            spoken: spoken(cx, comparison, item),
        };
        let (rect, id) = list.row(&mut visible, place, item.key, &face);
        let ui = &visible.ui;
        about(ui, cx, id, rect.with_max_x(rect.left() + first), item);
        let mut x = rect.left() + first + width / 2.0;
        for mark in &item.marks {
            stamps.paint(ui.painter(), pos2(x, rect.center().y), *mark);
            if let Mark::Limited(limit) = mark {
                let cell = Rect::from_center_size(pos2(x, rect.center().y), vec2(width, ROW));
                let id = id.with(("limit", x.to_bits()));
                let why = marks::limit_sentence(cx.texts, *limit);
                ui.interact(cell, id, Sense::hover()).on_hover_text(why);
            }
            x += width;
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "six columns at most")]
fn columns(count: usize) -> f32 {
    count as f32
}

fn header(
    ui: &Ui,
    cx: &ViewContext<'_>,
    comparison: &Comparison,
    head: Rect,
    first: f32,
    width: f32,
) {
    let p = theme::palette(ui);
    let at = pos2(head.left() + PAD, head.center().y);
    let what = t!(cx.texts, "roles-compare-what");
    let text = theme::semibold(what.as_str())
        .size(theme::SIZE_SMALL)
        .color(p.text_secondary);
    let id = ui.scope_id().with("compare what");
    paint::line(ui, id, at, first - 2.0 * PAD, text, &what);
    let mut left = head.left() + first;
    for column in &comparison.columns {
        let place = Rect::from_min_size(pos2(left, head.top()), vec2(width, head.height()));
        left += width;
        let id = ui.scope_id().with(("compared role", column.role));
        let response = ui.interact(place, id, Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.name.as_str()));
        let name = if column.privileged {
            format!("{} {}", icon::PRIVILEGED, column.name)
        } else {
            column.name.clone()
        };
        let mut text = theme::semibold(name).size(theme::SIZE_SMALL);
        text = text.color(if column.privileged {
            p.privileged
        } else {
            p.text
        });
        let mut job = WidgetText::from(text).into_layout_job(
            ui.style(),
            FontSelection::Default,
            Align::Center,
        );
        let job = Arc::make_mut(&mut job);
        job.wrap.max_width = width - 2.0 * theme::SPACE_1;
        job.wrap.max_rows = 3;
        job.halign = Align::Center;
        let galley = ui.painter().layout_job(job.clone());
        let height = galley.size().y;
        let at = pos2(place.center().x, place.center().y - height / 2.0);
        ui.painter().galley(at, galley, p.text);
        let mut said = column.name.clone();
        if column.privileged {
            said = format!("{said} · {}", t!(cx.texts, "privileged"));
        }
        let count = match column.actions {
            Some(count) => t!(cx.texts, "matrix-actions", count = count),
            None => t!(cx.texts, "matrix-column-unknown"),
        };
        response.on_hover_text(format!("{said}\n{count}"));
    }
}

fn about(ui: &Ui, cx: &ViewContext<'_>, id: egui::Id, area: Rect, item: &Item) {
    let p = theme::palette(ui);
    let mut left = area.left() + PAD;
    let right = area.right() - PAD;
    let y = area.center().y;
    if item.privileged {
        paint::glyph(ui, pos2(left, y), icon::PRIVILEGED, MARK, p.privileged);
        let place = Rect::from_center_size(pos2(left + MARK / 2.0, y), vec2(MARK, MARK));
        let word = t!(cx.texts, "matrix-action-privileged");
        ui.interact(place, id.with("shield"), Sense::hover())
            .on_hover_text(word);
    }
    left += MARK + theme::SPACE_2;
    let room = right - left;
    let text = RichText::new(item.words.as_str()).color(p.text);
    let second = match item.key {
        Key::Permission(_) => t!(cx.texts, "roles-compare-permission"),
        Key::Action(_) => item.text.clone(),
    };
    let first = pos2(left, y - 8.0);
    paint::line(ui, id.with("words"), first, room, text, &item.words);
    let text = theme::caption(ui, second.as_str());
    let below = pos2(left, y + 9.0);
    paint::line(ui, id.with("text"), below, room, text, &second);
}

/// What a screen reader says of a row.
fn spoken(cx: &ViewContext<'_>, comparison: &Comparison, item: &Item) -> String {
    let mut parts = vec![item.words.clone()];
    if item.privileged {
        parts.push(t!(cx.texts, "privileged"));
    }
    for (column, mark) in comparison.columns.iter().zip(&item.marks) {
        parts.push(format!("{}: {}", column.name, marks::word(cx.texts, *mark)));
    }
    parts.join(", ")
}
