//! What the parts of this view are put together from: a list, the form beside it, its buttons.

use egui::accesskit::Live;
use egui::{
    Align, FontSelection, Frame, Id, Key, Label, Layout, Margin, Modifiers, Rect, Role, ScrollArea,
    Sense, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText, pos2, vec2,
};

use super::judge::Verdict;
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::{Origin, Request};
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::scroll::BAR_WIDTH;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

use crate::domain::command::Command;
use crate::ui::dialogs::Question;

/// The least width that is left for a list beside a form; with less, the form stands in its
/// place.
const LEAST_BESIDE: f32 = 400.0;
/// The height of the buttons below a form.
pub const FOOTER: f32 = 56.0;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;

/// Where the list and the form beside it stand; one of them in little room.
pub struct Places {
    /// The list.
    pub list: Option<Rect>,
    /// The form.
    pub form: Option<Rect>,
}

/// Parts what is left of `ui`.
pub fn places(ui: &mut Ui, open: bool) -> Places {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    if !open {
        return Places {
            list: Some(whole),
            form: None,
        };
    }
    let beside = is_beside(whole.width());
    let split = if beside {
        whole.right() - theme::DETAILS_WIDTH
    } else {
        whole.left()
    };
    Places {
        list: beside.then(|| whole.with_max_x(split - theme::SPACE_3)),
        form: Some(whole.with_min_x(split)),
    }
}

/// Whether a list and a form fit side by side.
pub fn is_beside(width: f32) -> bool {
    width >= theme::DETAILS_WIDTH + LEAST_BESIDE
}

/// Draws in `rect` only.
pub fn within<R>(ui: &mut Ui, salt: &str, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let mut inside = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    inside.shrink_clip_rect(rect.expand(2.0));
    content(&mut inside)
}

/// The ground of a list or a form.
pub fn card(ui: &Ui, rect: Rect) {
    let p = theme::palette(ui);
    let line = Stroke::new(1.0, p.line);
    ui.painter()
        .rect(rect, theme::RADIUS_CARD, p.surface, line, StrokeKind::Inside);
}

/// A form beside a list.
pub struct Form<'a> {
    /// What it is about.
    pub title: &'a str,
    /// Its icon.
    pub glyph: &'a str,
    /// Whether it has buttons at its foot.
    pub footer: bool,
}

/// Draws a form in the whole of `ui`: head, `body`, and `foot` below it. Whether it is closed.
pub fn form<B>(
    ui: &mut Ui,
    texts: &Texts,
    form: &Form<'_>,
    body: impl FnOnce(&mut Ui) -> B,
    foot: impl FnOnce(&mut Ui, B),
) -> bool {
    let area = ui.max_rect();
    card(ui, area);
    let inside = area.shrink2(vec2(theme::SPACE_4, theme::SPACE_3));
    let (head, rest) = inside.split_top_bottom_at_y(inside.top() + theme::CONTROL_HEIGHT);
    let closes = within(ui, "head", head, |ui| heading(ui, texts, form, area));
    let bottom = if form.footer {
        area.bottom() - FOOTER
    } else {
        area.bottom() - 1.0
    };
    let middle = Rect::from_min_max(
        rest.left_top() + vec2(0.0, theme::SPACE_2),
        pos2(area.right() - theme::SPACE_1, bottom),
    );
    let done = within(ui, "body", middle, |ui| scrolled(ui, rest.width(), body));
    let low = Rect::from_min_max(pos2(area.left(), bottom), area.max);
    within(ui, "foot", low, |ui| foot(ui, done));
    closes
}

/// Scrolls what is higher than there is room.
pub fn scrolled<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = theme::SPACE_3;
            let result = content(ui);
            ui.add_space(theme::SPACE_4);
            result
        })
        .inner
}

fn heading(ui: &mut Ui, texts: &Texts, form: &Form<'_>, area: Rect) -> bool {
    let p = theme::palette(ui);
    let mut closes = false;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let close = button::icon_button(ui, icon::DISMISS, &t!(texts, "org-close-form"));
        panes::mark(ui, Pane::Details, area, close.id);
        closes = close.clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let glyph = theme::icon_text(form.glyph).size(theme::ICON_SIZE_LARGE);
            silent(ui.label(glyph.color(p.accent_text)));
            ui.add(Label::new(theme::title(form.title).size(18.0)).truncate());
        });
    });
    closes
}

/// What was pressed below a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Nothing.
    Nothing,
    /// Save.
    Save,
    /// Forget what was typed.
    Discard,
}

/// The buttons below a form.
pub struct Footer<'a> {
    /// What the first says.
    pub save: &'a str,
    /// What the second says.
    pub discard: &'a str,
    /// Whether something is not saved.
    pub changed: bool,
    /// Whether the second can be used.
    pub leaves: bool,
    /// Whether it can be saved, or why not.
    pub ready: Verdict,
    /// Whether Enter was pressed in a field.
    pub entered: bool,
}

/// Draws the buttons below a form, and whether something is not saved.
pub fn footer(ui: &mut Ui, texts: &Texts, footer: Footer<'_>) -> Pressed {
    let p = theme::palette(ui);
    let area = ui.max_rect();
    let line = Stroke::new(1.0, p.line);
    ui.painter().hline(area.x_range(), area.top(), line);
    let inside = area.shrink2(vec2(theme::SPACE_4, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    let ui = &mut ui;
    let enabled = footer.ready.is_ok();
    let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let save = ui
        .add_enabled_ui(enabled, |ui| button::primary(ui, footer.save))
        .inner;
    let shortcut = egui::KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
    let tip = match &footer.ready {
        Ok(()) => ui.ctx().format_shortcut(&shortcut),
        Err(why) => why.clone(),
    };
    ui.ctx()
        .accesskit_node_builder(save.id, |node| node.set_description(tip.as_str()));
    let save = save.on_hover_text(&tip).on_disabled_hover_text(&tip);
    let discard = ui
        .add_enabled_ui(footer.leaves, |ui| button::standard(ui, footer.discard))
        .inner;
    if footer.changed {
        ui.add_space(theme::SPACE_1);
        silent(ui.label(theme::icon_text(icon::CIRCLE_FILLED).size(10.0).color(p.warning)));
        let words = theme::caption(ui, t!(texts, "org-unsaved"));
        let told = ui.add(Label::new(words).truncate());
        ui.ctx()
            .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
    }
    if save.clicked() || (enabled && (by_key || footer.entered)) {
        Pressed::Save
    } else if discard.clicked() {
        Pressed::Discard
    } else {
        Pressed::Nothing
    }
}

/// Whether Enter was pressed in this field.
pub fn entered(ui: &Ui, field: &egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Why all of this can only be looked at, if so.
pub fn locked(ui: &mut Ui, texts: &Texts, why: Option<&String>) {
    if let Some(why) = why {
        notice::boxed(ui, Notice::Locked, |ui| {
            ui.label(theme::medium(t!(texts, "org-read-only")));
            ui.label(theme::secondary(ui, why.as_str()));
        });
    }
}

/// The button that removes what is open, and why it can't.
pub fn remove_button(ui: &mut Ui, text: &str, verdict: &Verdict) -> bool {
    let response = ui
        .add_enabled_ui(verdict.is_ok(), |ui| {
            let p = theme::palette(ui);
            let glyph = theme::icon_text(icon::DELETE).color(p.danger);
            ui.add(egui::Button::new((glyph, theme::medium(text))))
        })
        .inner
        .accessible_name(text);
    if let Err(why) = verdict {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(why.as_str()));
        return response.on_disabled_hover_text(why).clicked();
    }
    response.clicked()
}

/// Asks before something is removed.
pub fn ask_to_remove(cx: &mut ViewContext<'_>, title: String, text: String, command: Command) {
    let origin = Origin::View;
    cx.outbox.ui(UiCommand::Ask(Box::new(Question {
        title,
        names: Vec::new(),
        count: 0,
        text,
        go: t!(cx.texts, "org-remove"),
        request: Request::Run { origin, command },
    })));
}

/// A small fact: its name, and what it is.
pub fn fact(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(theme::caption(ui, name));
        content(ui);
    });
}

/// A column of a list.
pub struct Column {
    /// Its name.
    pub name: String,
    /// How wide it is at least.
    pub least: f32,
    /// How much of the rest it takes.
    pub share: f32,
}

/// A cell of a row to draw.
pub struct Cell {
    /// Where.
    pub area: Rect,
    /// What its parts are told apart by.
    pub id: Id,
    /// Which column.
    pub column: usize,
}

/// A list of rows that are all there; only those that are visible are drawn.
pub struct List<'a> {
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// How many rows there are.
    pub count: usize,
    /// The row that is open.
    pub open: Option<usize>,
}

/// Draws a list in the whole of `ui`: `spoken` tells of a row, `cell` draws one of its cells.
/// Returns the row that is to be opened.
pub fn list(
    ui: &mut Ui,
    state: &mut ListState,
    list: &List<'_>,
    spoken: impl Fn(usize) -> String,
    mut cell: impl FnMut(&mut Ui, usize, &Cell),
) -> Option<usize> {
    let p = theme::palette(ui);
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    card(ui, area);
    let places = spread(list.columns, area.width() - 2.0 * INSET - BAR_WIDTH);
    let (head, body) = area
        .shrink2(vec2(INSET, 1.0))
        .split_top_bottom_at_y(area.top() + theme::HEADER_HEIGHT);
    for (column, (x, width)) in list.columns.iter().zip(&places) {
        let left = pos2(head.left() + x + PAD, head.center().y);
        header(ui, &column.name, left, width - 2.0 * PAD);
    }
    let line = Stroke::new(1.0, p.line);
    ui.painter().hline(area.x_range(), head.bottom(), line);
    let id = ui.scope_id().with(list.name);
    let spec = Spec {
        id,
        name: list.name,
        area: body.with_max_x(area.right() - 1.0),
        count: list.count,
        row_height: theme::ROW_HEIGHT,
    };
    panes::mark(ui, Pane::View, area, id);
    let mut visible = state.begin(ui, &spec);
    for place in visible.range.clone() {
        let open = list.open == Some(place);
        let face = Face {
            selected: open,
            open,
            spoken: spoken(place),
        };
        let (rect, id) = state.row(&mut visible, place, place, &face);
        for (column, (x, width)) in places.iter().enumerate() {
            let corner = pos2(rect.left() + x + PAD, rect.top());
            let size = vec2(width - 2.0 * PAD, rect.height());
            let drawn = Cell {
                area: Rect::from_min_size(corner, size),
                id: id.with(column),
                column,
            };
            cell(&mut visible.ui, place, &drawn);
        }
    }
    match visible.used {
        Some(Used::Open(place)) => Some(place),
        _ => None,
    }
}

/// Where each column begins and how wide it is. The last ones go where there is no room.
fn spread(columns: &[Column], width: f32) -> Vec<(f32, f32)> {
    let mut kept = columns;
    while let Some((_, fewer)) = kept.split_last() {
        if fewer.is_empty() || kept.iter().map(|column| column.least).sum::<f32>() <= width {
            break;
        }
        kept = fewer;
    }
    let least: f32 = kept.iter().map(|column| column.least).sum();
    let shares: f32 = kept.iter().map(|column| column.share).sum();
    let mut x = 0.0;
    let place = |column: &Column| {
        let more = (width - least) * column.share / shares.max(1.0);
        let place = (x, (column.least + more).floor().max(0.0));
        x += place.1;
        place
    };
    kept.iter().map(place).collect()
}

fn header(ui: &Ui, name: &str, left: egui::Pos2, width: f32) {
    let text = theme::semibold(name).size(theme::SIZE_SMALL);
    let ink = theme::palette(ui).text_secondary;
    let mode = Some(TextWrapMode::Truncate);
    let galley =
        WidgetText::from(text).into_galley(ui, mode, width.max(0.0), FontSelection::Default);
    let at = left - vec2(0.0, galley.size().y / 2.0);
    let place = Rect::from_min_size(at, galley.size());
    let id = ui.scope_id().with(("column", name));
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name));
    ui.painter().galley_with_override_text_color(at, galley, ink);
}

/// Words with an icon before them, on one line of a cell.
pub fn marked(ui: &Ui, cell: &Cell, glyph: &str, ink: egui::Color32, text: &str) {
    let side = theme::ICON_SIZE;
    let centre = cell.area.left_center();
    paint::glyph(ui, centre, glyph, side, ink);
    let at = centre + vec2(side + 6.0, 0.0);
    let words = egui::RichText::new(text).color(theme::palette(ui).text);
    let width = cell.area.width() - side - 6.0;
    paint::line(ui, cell.id, at, width, words, text);
}

/// A layout in a cell, from its left.
pub fn in_cell(ui: &mut Ui, cell: &Cell, content: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center);
    let place = UiBuilder::new()
        .max_rect(cell.area)
        .id_salt((cell.id, "cell"))
        .layout(layout);
    let mut inside = ui.new_child(place);
    inside.spacing_mut().item_spacing.x = theme::SPACE_1;
    content(&mut inside);
}

/// A cell with an icon, a name, and a mark where something typed about it is not saved.
pub fn named(ui: &mut Ui, texts: &Texts, cell: &Cell, glyph: &str, name: &str, unsaved: bool) {
    let p = theme::palette(ui);
    let side = theme::ICON_SIZE_LARGE;
    let centre = cell.area.left_center();
    paint::glyph(ui, centre, glyph, side, p.text_secondary);
    let left = centre + vec2(side + 10.0, 0.0);
    let width = cell.area.right() - left.x;
    let up = if unsaved { 8.0 } else { 0.0 };
    let words = theme::medium(name).color(p.text);
    paint::line(ui, cell.id, left - vec2(0.0, up), width, words, name);
    if unsaved {
        let below = left + vec2(0.0, 9.0);
        paint::glyph(ui, below, icon::CIRCLE_FILLED, 8.0, p.warning);
        let text = t!(texts, "org-unsaved");
        let words = egui::RichText::new(text.as_str())
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary);
        let at = below + vec2(12.0, 0.0);
        paint::line(ui, cell.id.with("unsaved"), at, width - 12.0, words, &text);
    }
}

/// What stands in place of an empty list.
pub fn nothing(ui: &mut Ui, glyph: &str, title: &str, hint: &str) {
    let p = theme::palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let picture = theme::icon_text(glyph)
            .size(theme::ICON_SIZE_EMPTY)
            .line_height(None)
            .color(p.text_secondary);
        silent(ui.label(picture));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, hint));
        });
    });
}

/// A box around something that is told.
pub fn boxed(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            content(ui);
        });
}
