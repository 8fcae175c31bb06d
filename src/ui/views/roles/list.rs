//! The list of roles: header and rows.

use egui::{
    Align, FontSelection, Layout, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextWrapMode,
    Ui, UiBuilder, WidgetInfo, WidgetText, accesskit, pos2, vec2,
};

use super::rows::{Column, Row, Sort};
use super::words;
use crate::domain::role::RoleTemplateId;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::scroll::BAR_WIDTH;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::chip::chip;

const ROW: f32 = theme::ROW_HEIGHT;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;
const ARROW: f32 = 14.0;
const GAP: f32 = 4.0;

/// A column in its place.
struct Placed {
    column: Column,
    x: f32,
    width: f32,
}

/// What the list is drawn from.
pub struct List<'a> {
    /// What is found, in order.
    pub shown: &'a [Row],
    /// The order.
    pub sort: Sort,
    /// What is open.
    pub open: Option<RoleTemplateId>,
}

/// What holds the keyboard for all rows.
pub fn list_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("roles")
}

/// How high the rows' part of a list is that is drawn in what is left of `ui`.
pub fn body_height(ui: &Ui) -> f32 {
    ui.available_height() - theme::HEADER_HEIGHT - 1.0
}

/// Draws the list in the space that is left. Returns the order it is to have from now on, and
/// what is to be opened.
pub fn list(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    list: &List<'_>,
    state: &mut ListState,
) -> (Sort, Option<RoleTemplateId>) {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    let id = list_id(ui);
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let columns = columns(card.width() - 2.0 * INSET - BAR_WIDTH);
    let (head, body) = card
        .shrink2(vec2(INSET, 1.0))
        .split_top_bottom_at_y(card.top() + theme::HEADER_HEIGHT);
    let mut sort = list.sort;
    for placed in &columns {
        let corner = pos2(head.left() + placed.x, head.top());
        let place = Rect::from_min_size(corner, vec2(placed.width, head.height()));
        if column_header(ui, cx.texts, place, placed.column, list.sort) {
            sort = list.sort.clicked(placed.column);
        }
    }
    ui.painter().hline(card.x_range(), head.bottom(), outline);

    let name = t!(cx.texts, "view-roles");
    let spec = Spec {
        id,
        name: &name,
        area: Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom())),
        count: list.shown.len(),
        row_height: ROW,
    };
    let mut visible = state.begin(ui, &spec);
    let range = visible.range.clone();
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let shown = list.shown.get(range.clone()).unwrap_or_default();
    let with_marks = columns.iter().any(|it| it.column == Column::Marks);
    for (place, row) in range.zip(shown) {
        let open = list.open == Some(row.role);
        let face = Face {
            selected: open,
            open,
            spoken: spoken(words, row),
        };
        let (rect, id) = state.row(&mut visible, place, row.role, &face);
        for column in &columns {
            let corner = pos2(rect.left() + column.x, rect.top());
            let area = Rect::from_min_size(corner, vec2(column.width, rect.height()));
            cell(
                &mut visible.ui,
                words,
                id,
                area,
                row,
                (column.column, with_marks),
            );
        }
    }
    let opened = match visible.used {
        Some(Used::Open(place)) => list.shown.get(place).map(|row| row.role),
        _ => None,
    };
    (sort, opened)
}

/// The columns that fit. The category goes first when there is no room, then the marks, of which
/// the shield stays before the name.
fn columns(width: f32) -> Vec<Placed> {
    let mut chosen = vec![
        (Column::Name, 240.0, 4.0),
        (Column::Category, 140.0, 1.0),
        (Column::Marks, 190.0, 1.0),
        (Column::Holders, 124.0, 0.0),
    ];
    let needed = |chosen: &[(Column, f32, f32)]| -> f32 { chosen.iter().map(|it| it.1).sum() };
    for column in [Column::Category, Column::Marks] {
        if needed(&chosen) <= width {
            break;
        }
        chosen.retain(|(other, ..)| *other != column);
    }
    let left = width - needed(&chosen);
    let shares: f32 = chosen.iter().map(|(.., share)| share).sum();
    let mut x = 0.0;
    chosen
        .into_iter()
        .map(|(column, least, share)| {
            let width = (least + left * share / shares).floor().max(0.0);
            let placed = Placed { column, x, width };
            x += width;
            placed
        })
        .collect()
}

fn column_header(ui: &Ui, texts: &Texts, place: Rect, column: Column, sort: Sort) -> bool {
    let p = theme::palette(ui);
    let name = words::column(texts, column);
    let sorted = sort.column == column;
    let words = WidgetText::from(theme::semibold(name.as_str()).size(theme::SIZE_SMALL));
    let words = words.into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        FontSelection::Default,
    );
    let mark = if sorted { GAP + ARROW } else { 0.0 };
    let left = pos2(place.left() + PAD, place.center().y);
    let size = vec2(words.size().x + mark, place.height());
    let hit = Rect::from_min_size(left - vec2(0.0, size.y / 2.0), size).expand2(vec2(4.0, 0.0));
    let id = ui.scope_id().with(("sort roles", column));
    let response = ui.interact(hit, id, Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name.as_str()));
    let ink = if sorted || response.hovered() {
        p.text
    } else {
        p.text_secondary
    };
    let end = left + vec2(words.size().x + GAP, 0.0);
    let at = left - vec2(0.0, words.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, words, ink);
    let clicked = response.clicked();
    if response.has_focus() {
        theme::focus_ring(ui, hit.shrink2(vec2(0.0, 6.0)), theme::RADIUS);
    }
    if sorted {
        let (glyph, direction, tip) = if sort.ascending {
            (
                icon::ARROW_UP,
                accesskit::SortDirection::Ascending,
                t!(texts, "user-sort-ascending"),
            )
        } else {
            (
                icon::ARROW_DOWN,
                accesskit::SortDirection::Descending,
                t!(texts, "user-sort-descending"),
            )
        };
        paint::glyph(ui, end, glyph, ARROW, p.accent_text);
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_sort_direction(direction));
        response.on_hover_text(tip);
    }
    clicked
}

fn cell(
    ui: &mut Ui,
    words: Words<'_>,
    id: egui::Id,
    area: Rect,
    row: &Row,
    (column, with_marks): (Column, bool),
) {
    let p = theme::palette(ui);
    let inner = Rect::from_min_max(
        pos2(area.left() + PAD, area.top()),
        pos2(area.right() - PAD, area.bottom()),
    );
    let centre = inner.left_center();
    match column {
        Column::Name => name(ui, words, id, inner, row, with_marks),
        Column::Category => {
            let text = words::category(words, row.category);
            let shown = theme::secondary(ui, text.as_str());
            paint::line(ui, id.with("category"), centre, inner.width(), shown, &text);
        }
        Column::Marks => {
            let mut ui = ui.new_child(
                UiBuilder::new()
                    .max_rect(inner)
                    .id_salt((id, "marks"))
                    .layout(Layout::left_to_right(Align::Center)),
            );
            ui.spacing_mut().item_spacing.x = theme::SPACE_1;
            for mark in words::marks(words.texts, row) {
                chip(&mut ui, &mark.word, mark.tone, mark.glyph).on_hover_text(mark.about);
            }
        }
        Column::Holders => {
            let texts = words.texts;
            let counts = row.counts;
            let ink = if counts.now == 0 {
                p.text_secondary
            } else {
                p.text
            };
            let text = RichText::new(number(texts, counts.now)).color(ink);
            if counts.eligible == 0 {
                paint::line(ui, id.with("now"), centre, inner.width(), text, "");
                return;
            }
            let above = centre - vec2(0.0, 8.0);
            paint::line(ui, id.with("now"), above, inner.width(), text, "");
            let more = t!(texts, "roles-eligible-more", count = counts.eligible);
            let text = theme::caption(ui, more.as_str());
            let below = centre + vec2(0.0, 9.0);
            paint::line(ui, id.with("eligible"), below, inner.width(), text, &more);
        }
    }
}

/// The name, and what it is for or how it was found. Marks without a column of their own go before
/// that, so that no shield stands without its word.
fn name(ui: &Ui, words: Words<'_>, id: egui::Id, inner: Rect, row: &Row, with_marks: bool) {
    let p = theme::palette(ui);
    let centre = inner.left_center();
    let large = theme::ICON_SIZE_LARGE;
    let (glyph, ink) = if row.privileged {
        (icon::PRIVILEGED, p.privileged)
    } else {
        (icon::ROLES, p.text_secondary)
    };
    paint::glyph(ui, centre, glyph, large, ink);
    let left = inner.left() + large + 10.0;
    let width = inner.right() - left;
    let second = match &row.found_by {
        Some((kind, text)) => format!("{}: {text}", words.note_kind(*kind)),
        None => row.about.clone(),
    };
    let said = words::marks(words.texts, row).into_iter();
    let said = said.filter(|_| !with_marks).map(|mark| mark.word);
    let parts = said.chain((!second.is_empty()).then_some(second));
    let second = parts.collect::<Vec<_>>().join(" · ");
    let text = theme::medium(row.name.as_str()).color(p.text);
    if second.is_empty() {
        let at = pos2(left, centre.y);
        paint::line(ui, id.with("name"), at, width, text, &row.name);
        return;
    }
    let at = pos2(left, centre.y - 8.0);
    paint::line(ui, id.with("name"), at, width, text, &row.name);
    let text = theme::caption(ui, second.as_str());
    let at = pos2(left, centre.y + 9.0);
    paint::line(ui, id.with("about"), at, width, text, &second);
}

/// What a screen reader says of a row.
fn spoken(words: Words<'_>, row: &Row) -> String {
    let texts = words.texts;
    let mut parts = vec![row.name.clone()];
    parts.extend(words::marks(texts, row).into_iter().map(|mark| mark.word));
    if row.category.is_some() {
        parts.push(words::category(words, row.category));
    }
    parts.push(t!(texts, "roles-holders", count = row.counts.now));
    if row.counts.eligible > 0 {
        parts.push(t!(
            texts,
            "roles-eligible-more",
            count = row.counts.eligible
        ));
    }
    if let Some((kind, text)) = &row.found_by {
        parts.push(format!("{}: {text}", words.note_kind(*kind)));
    }
    parts.join(", ")
}
