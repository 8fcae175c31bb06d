//! The questions of this view, over everything: accepting a finding, mending one, the accounts
//! kept for emergencies, the thresholds.
//!
//! A question stays until what it asks for is done: where a rule asks for a reason, or says no,
//! nothing that was typed or chosen is lost.

use egui::{Context, Frame, Id, Label, Modal, Response, ScrollArea, Ui};

use super::accept::Accept;
use super::break_glass::BreakGlass;
use super::fix::Fix;
use super::thresholds::EditThresholds;
use super::verdicts::Verdicts;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::t;
use crate::ui::outbox::{Origin, Request};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

/// A question that is open.
pub enum Dialog {
    /// Accepting a finding.
    Accept(Accept),
    /// Mending one.
    Fix(Box<Fix>),
    /// The accounts kept for emergencies.
    BreakGlass(Box<BreakGlass>),
    /// What is too few and too many.
    Thresholds(EditThresholds),
}

/// What was answered.
pub enum Answer {
    /// Close it.
    Close,
    /// Ask for this and wait for it.
    Run(Command, Assent),
    /// Ask for this.
    Ask(Request),
}

impl Dialog {
    /// Whether what was asked for is done.
    pub fn is_done(&self, cx: &ViewContext<'_>) -> bool {
        match self {
            Self::Accept(accept) => accept.is_done(cx),
            Self::Thresholds(edit) => edit.is_done(cx),
            Self::Fix(_) | Self::BreakGlass(_) => false,
        }
    }

    /// Draws it over everything; whether it is to be closed.
    pub fn show(&mut self, ctx: &Context, cx: &mut ViewContext<'_>, verdicts: &Verdicts) -> bool {
        let screen = ctx.content_rect();
        let width = match self {
            Self::Accept(_) | Self::Thresholds(_) => 480.0,
            Self::BreakGlass(_) => 560.0,
            Self::Fix(_) => 760.0,
        };
        // What a worker is about to change is waited for.
        let waits = matches!(self, Self::Fix(fix) if fix.is_applying());
        let modal = Modal::new(Id::unique("review dialog"))
            .frame(Frame::window(&ctx.global_style()).inner_margin(theme::SPACE_6))
            .backdrop_color(theme::palette(ctx).backdrop)
            .show(ctx, |ui| {
                ui.set_width((screen.width() - 64.0).min(width));
                // In a small window, or with large text, lists give way first.
                let room = screen.height() - 2.0 * (theme::SPACE_6 + theme::SPACE_4);
                match self {
                    Self::Accept(accept) => scrolled(ui, room, |ui| accept.ui(ui, cx, verdicts)),
                    Self::Thresholds(edit) => scrolled(ui, room, |ui| edit.ui(ui, cx, verdicts)),
                    Self::BreakGlass(list) => list.ui(ui, cx, verdicts, room),
                    Self::Fix(fix) => fix.ui(ui, cx, room),
                }
            });
        let closes = modal.should_close() && !waits;
        match modal.inner {
            Some(Answer::Close) => true,
            Some(Answer::Run(command, assent)) => {
                cx.outbox.run_because(Origin::View, command, assent);
                false
            }
            Some(Answer::Ask(request)) => {
                cx.outbox.ask(request);
                false
            }
            None => closes,
        }
    }
}

fn scrolled(
    ui: &mut Ui,
    room: f32,
    content: impl FnOnce(&mut Ui) -> Option<Answer>,
) -> Option<Answer> {
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .show(ui, content)
        .inner
}

/// The title of a question.
pub fn heading(ui: &mut Ui, glyph: &str, title: &str) {
    ui.horizontal(|ui| {
        let p = theme::palette(ui);
        let glyph = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        silent(ui.label(glyph.color(p.accent_text)));
        ui.add(Label::new(theme::subtitle(title)).truncate())
            .on_hover_text(title);
    });
    ui.add_space(theme::SPACE_1);
}

/// Go, which may be refused, and Cancel; what was pressed.
pub fn buttons(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    go: &str,
    ready: Result<(), &str>,
) -> Option<bool> {
    ui.add_space(theme::SPACE_3);
    ui.horizontal(|ui| {
        let pressed = ui
            .add_enabled_ui(ready.is_ok(), |ui| button::primary(ui, go))
            .inner;
        if let Err(why) = ready {
            ui.ctx()
                .accesskit_node_builder(pressed.id, |node| node.set_description(why));
            pressed.clone().on_disabled_hover_text(why);
        }
        if pressed.clicked() {
            return Some(true);
        }
        let cancel = button::standard(ui, t!(cx.texts, "cancel"));
        cancel.clicked().then_some(false)
    })
    .inner
}

/// Gives a field the keyboard unless its question was `met` before.
pub fn meet(met: &mut bool, field: &Response) {
    if !std::mem::replace(met, true) {
        field.request_focus();
    }
}
