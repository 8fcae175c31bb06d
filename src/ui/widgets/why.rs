//! Why something is changed, where nobody has to say: a quiet line above a Save that opens to a
//! small field for the reason and one for the ticket.
//!
//! Who draws it keeps its [`State`], hands [`State::assent`] on with the change, and empties it
//! once that is done. Where a rule asks for a reason, it is asked for with what stands here.

use egui::{Align, Key, Label, Layout, Response, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::field::{Field, field};
use super::focus::{follow, silent};
use crate::domain::apply::Assent;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};

/// The longest reason, in characters: it stands on one line of the file.
pub const REASON_MAX: usize = 1000;

/// The longest name of a ticket, in characters.
pub const TICKET_MAX: usize = 100;

/// The height of the line.
const LINE: f32 = 24.0;
/// The height of the fields, with their names above them.
const FIELDS: f32 = 53.0;
/// The widest that the line and the fields are good to read.
const WIDEST: f32 = 560.0;
/// How much of the room is the reason's.
const REASON_SHARE: f32 = 0.56;
/// The mark before the line.
const MARK: f32 = 14.0;

/// What is typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    reason: String,
    ticket: String,
    open: bool,
}

impl State {
    /// What was typed; blanks are nothing.
    pub fn assent(&self) -> Assent {
        Assent {
            reason: said(&self.reason),
            ticket: said(&self.ticket),
            ..Assent::default()
        }
    }

    /// Forgets what was typed, and closes.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The height that [`ui`] takes.
    pub const fn height(&self) -> f32 {
        if self.open {
            LINE + theme::SPACE_1 + FIELDS
        } else {
            LINE
        }
    }

    /// What was typed, on one line.
    fn gist(&self) -> String {
        let said = [self.reason.trim(), self.ticket.trim()];
        let said: Vec<_> = said.into_iter().filter(|text| !text.is_empty()).collect();
        said.join(" · ")
    }
}

fn said(text: &str) -> Option<Box<str>> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.into())
}

/// Draws the line, and the fields when it is open. Tells whether Enter was pressed in a field.
pub fn ui(ui: &mut Ui, texts: &Texts, state: &mut State) -> bool {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        let line = line(ui, texts, state);
        let opened = line.clicked() && !state.open;
        if line.clicked() {
            state.open = !state.open;
            // Who draws this gives it the height it had before.
            ui.ctx().request_repaint();
        }
        state.open && fields(ui, texts, state, opened)
    })
    .inner
}

/// The line: what it opens and, closed, what was typed.
fn line(ui: &mut Ui, texts: &Texts, state: &State) -> Response {
    let p = theme::palette(ui);
    let name = t!(texts, "why-line");
    let said = state.gist();
    let size = egui::vec2(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(state.open);
        if !said.is_empty() {
            node.set_description(said.as_str());
        }
    });
    follow(&response);
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    let layout = Layout::left_to_right(Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    inside.spacing_mut().item_spacing.x = theme::SPACE_1;
    let glyph = if state.open {
        icon::CHEVRON_DOWN
    } else {
        icon::CHEVRON_RIGHT
    };
    let mark = theme::icon_text(glyph).size(MARK).color(p.text_secondary);
    for text in [mark, theme::caption(&inside, name.as_str())] {
        silent(inside.add(Label::new(text).selectable(false)));
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    if state.open || said.is_empty() {
        return response;
    }
    inside.add_space(theme::SPACE_1);
    let text = egui::RichText::new(said.as_str()).small().color(p.text);
    silent(inside.add(Label::new(text).selectable(false).truncate()));
    response.on_hover_text(said)
}

fn fields(ui: &mut Ui, texts: &Texts, state: &mut State, opened: bool) -> bool {
    let room = ui.available_width() - theme::SPACE_2;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        let reason = Field {
            label: &t!(texts, "dialog-reason"),
            hint: &t!(texts, "dialog-reason-hint"),
            limit: REASON_MAX,
            ..Field::default()
        };
        let width = room * REASON_SHARE;
        let reason = narrow(ui, width, "why-reason", &mut state.reason, reason);
        // Whoever opens it is about to type.
        if opened {
            reason.request_focus();
        }
        let ticket = Field {
            label: &t!(texts, "changes-ticket"),
            hint: &t!(texts, "dialog-ticket-hint"),
            limit: TICKET_MAX,
            ..Field::default()
        };
        let ticket = narrow(ui, room - width, "why-ticket", &mut state.ticket, ticket);
        let left = reason.lost_focus() || ticket.lost_focus();
        left && ui.input(|input| input.key_pressed(Key::Enter))
    })
    .inner
}

/// A field of this width.
fn narrow(ui: &mut Ui, width: f32, salt: &str, text: &mut String, look: Field<'_>) -> Response {
    ui.vertical(|ui| {
        ui.set_max_width(width);
        field(ui, salt, text, look)
    })
    .inner
}
