//! Short notices about what finished elsewhere: shown for a while, listed after that.

use std::time::Duration;

use egui::accesskit::Live;
use egui::{Align2, Area, Id, Label, Order, Ui, vec2};

use crate::i18n::Texts;

use super::theme::{self, icon};
use super::widgets::button;
use super::widgets::focus::silent;

/// How long a notice stands, in seconds.
const STANDS: f64 = 6.0;
/// The widest a notice gets.
const WIDEST: f32 = 480.0;
/// How many are kept for the list.
const KEPT: usize = 20;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something finished well.
    Good,
    /// Something deserves a look.
    Warning,
    /// Something failed.
    Danger,
}

struct Notice {
    tone: Tone,
    text: String,
    until: f64,
}

/// The latest notices, newest last.
#[derive(Default)]
pub struct Notices {
    notices: Vec<Notice>,
}

impl Notices {
    /// Tells something.
    pub fn tell(&mut self, ctx: &egui::Context, tone: Tone, text: impl Into<String>) {
        let now = ctx.input(|input| input.time);
        self.notices.push(Notice {
            tone,
            text: text.into(),
            until: now + STANDS,
        });
        let excess = self.notices.len().saturating_sub(KEPT);
        self.notices.drain(..excess);
    }

    /// Whether any was told.
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty()
    }

    /// Shows those whose time is not over.
    pub fn show(&mut self, ctx: &egui::Context, texts: &Texts) {
        let now = ctx.input(|input| input.time);
        let Some(last) = self.notices.iter().map(|it| it.until).reduce(f64::max) else {
            return;
        };
        if last <= now {
            return;
        }
        ctx.request_repaint_after(Duration::from_secs_f64((last - now).clamp(0.05, STANDS)));
        Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .accessible_name(texts.dynamic("notices"))
            .anchor(Align2::RIGHT_BOTTOM, vec2(-theme::SPACE_4, -44.0))
            .show(ctx, |ui| {
                for notice in self.notices.iter_mut().filter(|it| it.until > now) {
                    let p = theme::palette(ui);
                    egui::Frame::popup(ui.style())
                        .fill(p.surface)
                        .show(ui, |ui| {
                            if framed_line(ui, texts, notice) {
                                notice.until = now;
                            }
                        });
                }
            });
    }

    /// Lists all that are kept, newest first.
    pub fn list(&self, ui: &mut Ui) {
        for notice in self.notices.iter().rev() {
            ui.horizontal_top(|ui| {
                show_mark(ui, notice.tone);
                ui.add(Label::new(notice.text.as_str()).wrap());
            });
        }
    }
}

/// A notice with its button; whether that was clicked. A long text takes several lines.
fn framed_line(ui: &mut Ui, texts: &Texts, notice: &Notice) -> bool {
    let close = theme::CONTROL_HEIGHT + 2.0 * theme::SPACE_2;
    let most = WIDEST.min(ui.ctx().content_rect().width() - 2.0 * theme::SPACE_8);
    let room = most - close - theme::ICON_SIZE - theme::SPACE_2;
    ui.horizontal(|ui| {
        show_mark(ui, notice.tone);
        ui.scope(|ui| {
            ui.set_max_width(room);
            let text = ui.add(Label::new(notice.text.as_str()).wrap());
            ui.ctx().accesskit_node_builder(text.id, |node| {
                node.set_live(Live::Polite);
            });
        });
        button::icon_button(ui, icon::DISMISS, &texts.dynamic("close")).clicked()
    })
    .inner
}

fn show_mark(ui: &mut Ui, tone: Tone) {
    let p = theme::palette(ui);
    let (glyph, colour) = match tone {
        Tone::Good => (icon::CHECK_CIRCLE_FILLED, p.good),
        Tone::Warning => (icon::WARNING_FILLED, p.warning),
        Tone::Danger => (icon::ERROR_FILLED, p.danger),
    };
    silent(ui.label(theme::icon_text(glyph).color(colour)));
}
