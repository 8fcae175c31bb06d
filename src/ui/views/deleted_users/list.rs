//! The list: only the rows in sight exist.

use std::sync::Arc;

use egui::{
    Align, Align2, Color32, Event, EventFilter, FontSelection, Id, Key, Layout, Modifiers, Rect,
    Response, RichText, Role, Sense, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::State;
use super::rows::{KeptRole, Row, rows};
use crate::domain::user::UserId;
use crate::i18n::{Texts, exact_time, relative_time};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::scroll::BAR_WIDTH;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::check_box::check_box_at;
use crate::ui::widgets::chip::{Tone, chip, chip_width};
use crate::ui::widgets::focus::silent;

const ROW: f32 = theme::ROW_HEIGHT;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;
const PAD: f32 = 8.0;
const CHECK: f32 = 44.0;
const DELETED: f32 = 150.0;
const UNTIL: f32 = 244.0;
/// With less for names and roles, the roles and the day of deletion go.
const LEAST: f32 = 320.0;
/// What a chip of "and so many more" needs at most.
const MORE: f32 = 40.0;

/// The id of what holds the keyboard for all rows.
pub fn list_id(ui: &Ui) -> Id {
    ui.scope_id().with("deleted people")
}

/// The columns of a row.
struct Columns {
    check: Rect,
    name: Rect,
    deleted: Rect,
    until: Rect,
    roles: Rect,
}

impl Columns {
    fn of(row: Rect) -> Self {
        let left = row.width() - CHECK - DELETED - UNTIL;
        let (name, deleted, roles) = if left < LEAST {
            (left + DELETED, 0.0, 0.0)
        } else {
            let name = (left * 0.45).floor();
            (name, DELETED, left - name)
        };
        let mut x = row.left();
        let mut next = |width: f32| {
            let rect = Rect::from_min_size(pos2(x, row.top()), vec2(width, row.height()));
            x += width;
            rect
        };
        Self {
            check: next(CHECK),
            name: next(name),
            deleted: next(deleted),
            until: next(UNTIL),
            roles: next(roles),
        }
    }
}

/// Draws the list in the space that is left.
pub fn list(ui: &mut Ui, cx: &ViewContext<'_>, id: Id, state: &mut State, shown: &Arc<[UserId]>) {
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
    let (head, body) = card
        .shrink2(vec2(INSET, 1.0))
        .split_top_bottom_at_y(card.top() + theme::HEADER_HEIGHT);
    let width = card.width() - 2.0 * INSET - BAR_WIDTH;
    let head = Rect::from_min_size(head.min, vec2(width, head.height()));
    header(ui, cx.texts, head, state, shown);
    ui.painter().hline(card.x_range(), head.bottom(), outline);

    let body = Rect::from_min_max(body.min, pos2(card.right() - 1.0, body.bottom() - 1.0));
    let focus = ui.interact(body, id, Sense::focusable_noninteractive());
    focus.widget_info(|| {
        let name = t!(cx.texts, "view-deleted-users");
        WidgetInfo::labeled(Role::Grid, ui.is_enabled(), name)
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_row_count(shown.len()));
    state.cursor = state.cursor.min(shown.len().saturating_sub(1));
    if focus.has_focus() {
        keys(ui, &focus, state, shown, body.height());
    }
    state.scroll.interact(ui, body, shown.len(), ROW);
    let mut inside = ui.new_child(
        UiBuilder::new()
            .id_salt("rows")
            .max_rect(body)
            .accessibility_parent(id),
    );
    inside.shrink_clip_rect(body);
    let area = Rect::from_min_size(body.min, vec2(width, body.height()));
    draw_rows(&mut inside, cx, &focus, state, shown, area);
}

fn header(ui: &Ui, texts: &Texts, area: Rect, state: &mut State, shown: &Arc<[UserId]>) {
    let columns = Columns::of(area);
    let all = match state.among(shown) {
        0 => Some(false),
        some if some == shown.len() => Some(true),
        _ => None,
    };
    let id = ui.scope_id().with("all deleted");
    let name = t!(texts, "user-select-all");
    let clicked = check_box_at(ui, columns.check, id, Sense::click(), all, &name)
        .on_hover_text(&name)
        .clicked();
    if clicked {
        state.check_all(shown, all != Some(true));
    }
    let ink = theme::palette(ui).text_secondary;
    for (key, place) in [
        ("user-name", columns.name),
        ("deleted-when", columns.deleted),
        ("deleted-until", columns.until),
        ("deleted-roles", columns.roles),
    ] {
        let text = theme::semibold(texts.dynamic(key)).size(theme::SIZE_SMALL);
        let at = place.left_center() + vec2(PAD, 0.0);
        let id = id.with(key);
        line(ui, id, at, place.width() - 2.0 * PAD, text.color(ink), "");
    }
}

fn keys(ui: &Ui, focus: &Response, state: &mut State, shown: &[UserId], height: f32) {
    let key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    state.by_keyboard = ui.input(|input| {
        let pointer = input.pointer.any_pressed();
        (state.by_keyboard || input.events.iter().any(key)) && !pointer
    });
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, filter));
    let last = shown.len().saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        state.check_all(shown, true);
    }
    let page = rows_in(height).saturating_sub(1).max(1);
    let was = state.cursor;
    for (key, step) in [
        (Key::ArrowDown, 1),
        (Key::PageDown, page),
        (Key::End, last.max(1)),
    ] {
        state.cursor = (state.cursor + step * pressed(key)).min(last);
    }
    for (key, step) in [
        (Key::ArrowUp, 1),
        (Key::PageUp, page),
        (Key::Home, last.max(1)),
    ] {
        state.cursor = state.cursor.saturating_sub(step * pressed(key));
    }
    if was != state.cursor {
        state.scroll.reveal(state.cursor, height, ROW);
    }
    if pressed(Key::Space) > 0 {
        state.toggle(shown, state.cursor, false);
    }
}

fn draw_rows(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    focus: &Response,
    state: &mut State,
    shown: &[UserId],
    area: Rect,
) {
    let (first, above) = state.scroll.first(ROW);
    let visible = shown.iter().skip(first).take(rows_in(area.height()) + 2);
    let visible: Vec<UserId> = visible.copied().collect();
    let session = cx.session;
    let language = cx.texts.language();
    let people = rows(
        session.tenant(),
        session.catalogue(),
        language,
        session.now(),
        &visible,
    );
    let mut top = area.top() - above;
    for (place, row) in (first..).zip(&people) {
        let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW));
        top += ROW;
        let id = focus.id.with(row.id);
        let checked = state.checked.contains(&row.id);
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), spoken(cx, row)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(place);
            node.set_selected(checked);
        });
        let has_keyboard = state.cursor == place;
        if has_keyboard {
            let node = response.id.accesskit_id();
            ui.ctx()
                .accesskit_node_builder(focus.id, |list| list.set_active_descendant(node));
        }
        let ring = has_keyboard && state.by_keyboard && focus.has_focus();
        ground(ui, rect, checked, ring);
        let columns = Columns::of(rect);
        cells(ui, cx, row, id, &columns);
        let name = t!(cx.texts, "user-select", name = row.name);
        let check = check_box_at(
            ui,
            columns.check,
            id.with("check"),
            Sense::CLICK,
            Some(checked),
            &name,
        );
        if check.clicked() || response.clicked() {
            let range = ui.input(|input| input.modifiers.shift);
            focus.request_focus();
            state.by_keyboard = false;
            state.cursor = place;
            state.toggle(shown, place, range);
        }
    }
}

/// What a screen reader says of the row.
fn spoken(cx: &ViewContext<'_>, row: &Row<'_>) -> String {
    let texts = cx.texts;
    let at = relative_time(texts, cx.session.now(), row.at);
    let mut parts = vec![
        row.name.to_owned(),
        row.upn.to_owned(),
        format!("{}: {at}", t!(texts, "deleted-when")),
        if row.expired {
            until(cx, row)
        } else {
            format!("{}: {}", t!(texts, "deleted-until"), until(cx, row))
        },
    ];
    parts.extend(row.roles.iter().map(KeptRole::label));
    parts.join(", ")
}

fn until(cx: &ViewContext<'_>, row: &Row<'_>) -> String {
    if row.expired {
        t!(cx.texts, "deleted-expired")
    } else {
        relative_time(cx.texts, cx.session.now(), row.until)
    }
}

fn ground(ui: &Ui, rect: Rect, checked: bool, ring: bool) {
    let p = theme::palette(ui);
    let fill = if checked {
        p.selection
    } else if ui.rect_contains_pointer(rect) {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    let ground = rect.shrink2(vec2(0.0, 1.0));
    ui.painter().rect_filled(ground, theme::RADIUS, fill);
    let line = Stroke::new(1.0, p.line);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
    if ring {
        theme::focus_ring(ui, ground.shrink(2.0), theme::RADIUS);
    }
}

fn cells(ui: &mut Ui, cx: &ViewContext<'_>, row: &Row<'_>, id: Id, columns: &Columns) {
    let (p, now) = (theme::palette(ui), cx.session.now());
    let side = theme::AVATAR_SIZE;
    let left = columns.name.left() + PAD;
    let centre = pos2(left + side / 2.0, columns.name.center().y);
    let circle = Rect::from_center_size(centre, vec2(side, side));
    let place = UiBuilder::new().max_rect(circle).id_salt((id, "avatar"));
    avatar(&mut ui.new_child(place), row.name, side);
    let x = left + side + 10.0;
    let width = columns.name.right() - x - PAD;
    let name = theme::medium(row.name).color(p.text);
    line(
        ui,
        id.with("name"),
        pos2(x, centre.y - 8.0),
        width,
        name,
        row.name,
    );
    let upn = RichText::new(row.upn)
        .size(theme::SIZE_SMALL)
        .color(p.text_secondary);
    line(
        ui,
        id.with("upn"),
        pos2(x, centre.y + 9.0),
        width,
        upn,
        row.upn,
    );

    let told = [
        (
            columns.deleted,
            "at",
            relative_time(cx.texts, now, row.at),
            row.at,
        ),
        (columns.until, "until", until(cx, row), row.until),
    ];
    for (area, salt, words, then) in told {
        let mut at = area.left_center() + vec2(PAD, 0.0);
        let mut ink = p.text_secondary;
        if salt == "until" && row.expired {
            ink = p.danger;
            let font = theme::font(theme::ICON_SIZE);
            ui.painter()
                .text(at, Align2::LEFT_CENTER, icon::CLOCK, font, ink);
            at.x += theme::ICON_SIZE + 6.0;
        }
        let width = area.right() - at.x - PAD;
        let text = RichText::new(words).color(ink);
        line(ui, id.with(salt), at, width, text, "");
        ui.interact(area, id.with((salt, "exact")), Sense::hover())
            .on_hover_ui(|ui| {
                ui.label(exact_time(cx.texts, then));
            });
    }
    if columns.roles.width() <= 0.0 {
        return;
    }
    let room = Rect::from_min_max(columns.roles.min + vec2(PAD, 0.0), columns.roles.max);
    let place = UiBuilder::new()
        .max_rect(room)
        .id_salt((id, "roles"))
        .layout(Layout::left_to_right(Align::Center));
    roles(&mut ui.new_child(place), cx.texts, &row.roles);
}

/// As many roles as there is room for, and the number of the others. The row tells a screen
/// reader of them all.
fn roles(ui: &mut Ui, texts: &Texts, roles: &[KeptRole<'_>]) {
    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
    if roles.is_empty() {
        let none = theme::secondary(ui, t!(texts, "editor-no-roles"));
        silent(ui.add(egui::Label::new(none).truncate()));
        return;
    }
    let all: Vec<_> = roles.iter().map(KeptRole::label).collect();
    let (mut left, mut shown) = (ui.available_width(), 0);
    for (place, role) in roles.iter().enumerate() {
        let label = role.label();
        let glyph = role.privileged.then_some(icon::PRIVILEGED);
        let tone = if role.privileged {
            Tone::Privileged
        } else {
            Tone::Accent
        };
        let reserved = if place + 1 == roles.len() { 0.0 } else { MORE };
        let needed = chip_width(ui, &label, glyph);
        if place > 0 && needed + reserved > left {
            break;
        }
        ui.scope(|ui| {
            ui.set_max_width((left - reserved).max(0.0));
            silent(chip(ui, &label, tone, glyph)).on_hover_text(&label);
        });
        left -= needed + theme::SPACE_1;
        shown += 1;
    }
    if shown < roles.len() {
        let more = t!(texts, "count-more", count = roles.len() - shown);
        silent(chip(ui, &more, Tone::Neutral, None)).on_hover_text(all.join("\n"));
    }
}

/// Draws one line of text, cut off where there is no room and then whole on hover.
fn line(ui: &Ui, id: Id, left_centre: egui::Pos2, width: f32, text: RichText, full: &str) {
    if width <= 0.0 {
        return;
    }
    let galley = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width,
        FontSelection::Default,
    );
    let at = left_centre - vec2(0.0, galley.size().y / 2.0);
    if galley.elided && !full.is_empty() {
        let place = Rect::from_min_size(at, galley.size());
        ui.interact(place, id, Sense::hover()).on_hover_text(full);
    }
    ui.painter().galley(at, galley, theme::palette(ui).text);
}

/// How many whole rows a height holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of rows on a screen"
)]
fn rows_in(height: f32) -> usize {
    (height / ROW).max(0.0) as usize
}
