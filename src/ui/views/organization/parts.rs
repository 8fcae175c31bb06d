//! What the parts of this view are put together from: places, a form beside a list, buttons.

use egui::accesskit::Live;
use egui::{
    Align, Key, Label, Layout, Modifiers, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder,
    pos2, vec2,
};

use super::judge::Verdict;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::i18n::Texts;
use crate::t;
use crate::ui::dialogs::Question;
use crate::ui::outbox::{Origin, Request};
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::focus::silent;
use crate::ui::widgets::{button, why};

/// The least width that is left for a list beside a form; with less, the form stands in its
/// place.
const LEAST_BESIDE: f32 = 400.0;
/// The height of the buttons below a form.
const FOOTER: f32 = 56.0;

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
    ui.painter().rect(
        rect,
        theme::RADIUS_CARD,
        p.surface,
        line,
        StrokeKind::Inside,
    );
}

/// A form beside a list.
pub struct Form<'a> {
    /// What it is about.
    pub title: &'a str,
    /// Its icon.
    pub glyph: &'a str,
    /// The height of its foot, where it has one.
    pub footer: Option<f32>,
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
    let bottom = area.bottom() - form.footer.unwrap_or(1.0);
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

/// The height of what [`footer`] draws.
pub const fn footer_height(why: &why::State) -> f32 {
    FOOTER + why.height()
}

/// Draws the line for the reason, the buttons below a form, and whether something is not saved.
pub fn footer(ui: &mut Ui, texts: &Texts, footer: &Footer<'_>, why: &mut why::State) -> Pressed {
    let p = theme::palette(ui);
    let area = ui.max_rect();
    let line = Stroke::new(1.0, p.line);
    ui.painter().hline(area.x_range(), area.top(), line);
    let inside = area.shrink2(vec2(theme::SPACE_4, 0.0));
    let split = inside.bottom() - FOOTER;
    let above = Rect::from_min_max(inside.min + vec2(0.0, theme::SPACE_1), inside.max);
    let entered = within(ui, "why", above, |ui| why::ui(ui, texts, why));
    let below = Rect::from_min_max(pos2(inside.left(), split + theme::SPACE_1), inside.max);
    let layout = Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(below).layout(layout));
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
        silent(
            ui.label(
                theme::icon_text(icon::CIRCLE_FILLED)
                    .size(10.0)
                    .color(p.warning),
            ),
        );
        let words = theme::caption(ui, t!(texts, "org-unsaved"));
        let told = ui.add(Label::new(words).truncate());
        ui.ctx()
            .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
    }
    if save.clicked() || (enabled && (by_key || footer.entered || entered)) {
        Pressed::Save
    } else if discard.clicked() {
        Pressed::Discard
    } else {
        Pressed::Nothing
    }
}

/// The buttons below the form of an item.
pub struct ItemFooter<'a> {
    /// What adds it, where it is new.
    pub add: &'a str,
    /// Whether it is.
    pub is_new: bool,
    /// Whether something is not saved.
    pub changed: bool,
    /// Whether it can be saved, or why not.
    pub ready: Verdict,
    /// Whether Enter was pressed in a field.
    pub entered: bool,
}

/// Draws the buttons below the form of an item.
pub fn item_footer(
    ui: &mut Ui,
    texts: &Texts,
    item: ItemFooter<'_>,
    why: &mut why::State,
) -> Pressed {
    let (save, discard) = if item.is_new {
        (item.add.to_owned(), t!(texts, "cancel"))
    } else {
        (t!(texts, "save"), t!(texts, "dialog-edits-discard"))
    };
    let buttons = Footer {
        save: &save,
        discard: &discard,
        // That something new is not there yet goes without saying.
        changed: item.changed && !item.is_new,
        leaves: item.changed || item.is_new,
        ready: item.ready,
        entered: item.entered,
    };
    footer(ui, texts, &buttons, why)
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
        request: Request::Run {
            origin,
            command,
            assent: Assent::default(),
        },
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
