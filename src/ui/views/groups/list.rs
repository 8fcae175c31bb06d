//! The list of groups, and that of units: header and rows.

use egui::{
    Align, FontSelection, Layout, Rect, Role, Sense, Stroke, StrokeKind, TextWrapMode, Ui,
    UiBuilder, WidgetInfo, WidgetText, accesskit, pos2, vec2,
};

use super::listing::{Face, ListState, Spec, Used};
use super::paint::{self, PAD};
use super::rows::{Column, Overview, Row, Sort, Subject, Tab, rows};
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::marks;
use crate::ui::views::active_users::scroll::BAR_WIDTH;

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
    /// Which list.
    pub tab: Tab,
    /// What is found in it, in order.
    pub shown: &'a [Subject],
    /// The numbers.
    pub overview: &'a Overview,
    /// The order.
    pub sort: Sort,
    /// What is open.
    pub open: Option<Subject>,
}

/// What holds the keyboard for all rows of a list.
pub fn list_id(ui: &Ui, tab: Tab) -> egui::Id {
    ui.scope_id().with(("groups and units", tab))
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
) -> (Sort, Option<Subject>) {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    let id = list_id(ui, list.tab);
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let columns = columns(list.tab, card.width() - 2.0 * INSET - BAR_WIDTH);
    let (head, body) = card
        .shrink2(vec2(INSET, 1.0))
        .split_top_bottom_at_y(card.top() + theme::HEADER_HEIGHT);
    let sort = header(ui, cx.texts, head, &columns, list);
    ui.painter().hline(card.x_range(), head.bottom(), outline);

    let name = match list.tab {
        Tab::Groups => t!(cx.texts, "view-groups"),
        Tab::Units => t!(cx.texts, "group-units"),
    };
    let spec = Spec {
        id,
        name: &name,
        area: Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom())),
        count: list.shown.len(),
        row_height: ROW,
    };
    let mut visible = state.begin(ui, &spec);
    let range = visible.range.clone();
    let session = cx.session;
    let shown = rows(
        session.tenant(),
        list.overview,
        session.catalogue(),
        cx.texts.language(),
        session.now(),
        list.shown.get(range.clone()).unwrap_or_default(),
    );
    for (place, row) in range.zip(&shown) {
        let open = list.open == Some(row.subject);
        let face = Face {
            selected: open,
            open,
            spoken: spoken(cx.texts, row),
        };
        let (rect, id) = state.row(&mut visible, place, row.subject, &face);
        for column in &columns {
            let corner = pos2(rect.left() + column.x, rect.top());
            let area = Rect::from_min_size(corner, vec2(column.width, rect.height()));
            cell(&mut visible.ui, cx.texts, id, area, row, column.column);
        }
    }
    let opened = match visible.used {
        Some(Used::Open(place)) => list.shown.get(place).copied(),
        _ => None,
    };
    (sort, opened)
}

/// The columns that fit. Owners go first when there is no room, then members; both stand in the
/// details, too.
fn columns(tab: Tab, width: f32) -> Vec<Placed> {
    let mut chosen = vec![
        (Column::Name, 190.0, 3.0),
        (Column::Members, 92.0, 0.0),
        (Column::Owners, 92.0, 0.0),
        (Column::Roles, 180.0, 4.0),
    ];
    if tab == Tab::Units {
        chosen.retain(|(column, ..)| *column != Column::Owners);
    }
    let needed = |chosen: &[(Column, f32, f32)]| -> f32 { chosen.iter().map(|it| it.1).sum() };
    for column in [Column::Owners, Column::Members] {
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

fn header(ui: &Ui, texts: &Texts, area: Rect, columns: &[Placed], list: &List<'_>) -> Sort {
    let mut sort = list.sort;
    for placed in columns {
        let corner = pos2(area.left() + placed.x, area.top());
        let place = Rect::from_min_size(corner, vec2(placed.width, area.height()));
        if column_header(ui, texts, place, placed.column, list) {
            sort = list.sort.clicked(placed.column);
        }
    }
    sort
}

fn column_header(ui: &Ui, texts: &Texts, place: Rect, column: Column, list: &List<'_>) -> bool {
    let p = theme::palette(ui);
    let name = match (column, list.tab) {
        (Column::Name, _) => t!(texts, "user-name"),
        (Column::Members, _) => t!(texts, "group-members"),
        (Column::Owners, _) => t!(texts, "group-owners"),
        (Column::Roles, Tab::Groups) => t!(texts, "user-roles"),
        (Column::Roles, Tab::Units) => t!(texts, "group-roles-over"),
    };
    let sorted = list.sort.column == column;
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
    let id = ui.scope_id().with(("sort", list.tab, column));
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
        let (glyph, direction, tip) = if list.sort.ascending {
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

/// What marks a role-assignable group, or a restricted unit.
pub fn mark(texts: &Texts, subject: Subject) -> (&'static str, String) {
    match subject {
        Subject::Group(_) => (icon::SHIELD_CHECK, t!(texts, "group-role-assignable")),
        Subject::Unit(_) => (icon::LOCK, t!(texts, "group-restricted")),
    }
}

fn cell(ui: &mut Ui, texts: &Texts, id: egui::Id, area: Rect, row: &Row<'_>, column: Column) {
    let p = theme::palette(ui);
    let inner = Rect::from_min_max(
        pos2(area.left() + PAD, area.top()),
        pos2(area.right() - PAD, area.bottom()),
    );
    let centre = inner.left_center();
    let count = |ui: &Ui, key: &str, count: usize| {
        let text = theme::secondary(ui, number(texts, count));
        paint::line(ui, id.with(key), centre, inner.width(), text, "");
    };
    match column {
        Column::Name => {
            let glyph = match row.subject {
                Subject::Group(_) => icon::GROUP,
                Subject::Unit(_) => icon::ORGANISATION,
            };
            let large = theme::ICON_SIZE_LARGE;
            paint::glyph(ui, centre, glyph, large, p.text_secondary);
            let left = inner.left() + large + 10.0;
            let width = inner.right() - left;
            let name = theme::medium(row.name).color(p.text);
            let above = if row.marked { 8.0 } else { 0.0 };
            let at = pos2(left, centre.y - above);
            paint::line(ui, id.with("name"), at, width, name, row.name);
            if row.marked {
                let (glyph, word) = mark(texts, row.subject);
                let at = pos2(left, centre.y + 9.0);
                paint::glyph(ui, at, glyph, ARROW, p.accent_text);
                let text = egui::RichText::new(word.as_str())
                    .size(theme::SIZE_SMALL)
                    .color(p.accent_text);
                let at = at + vec2(ARROW + 3.0, 0.0);
                let width = width - ARROW - 3.0;
                paint::line(ui, id.with("mark"), at, width, text, &word);
            }
        }
        Column::Members => count(ui, "members", row.members),
        Column::Owners => count(ui, "owners", row.owners.unwrap_or(0)),
        Column::Roles if row.roles.is_empty() => {
            let text = theme::secondary(ui, t!(texts, "none"));
            paint::line(ui, id.with("roles"), centre, inner.width(), text, "");
        }
        Column::Roles => {
            let mut ui = ui.new_child(
                UiBuilder::new()
                    .max_rect(inner)
                    .id_salt((id, "roles"))
                    .layout(Layout::left_to_right(Align::Center)),
            );
            ui.spacing_mut().item_spacing.x = theme::SPACE_1;
            marks::chips(&mut ui, texts, &row.roles);
        }
    }
}

/// What a screen reader says of a row.
fn spoken(texts: &Texts, row: &Row<'_>) -> String {
    let mut parts = vec![row.name.to_owned()];
    if row.marked {
        parts.push(mark(texts, row.subject).1);
    }
    parts.push(t!(texts, "group-count-members", count = row.members));
    if let Some(owners) = row.owners {
        parts.push(t!(texts, "group-count-owners", count = owners));
    }
    parts.extend(row.roles.iter().map(|mark| marks::label(texts, mark)));
    parts.join(", ")
}
