//! What is asked over the wizard: whether to discard it, and, for many or for Global
//! administrator, the number of people, typed.

use egui::{Context, Id, Key, Modal, TextEdit, Ui};

use super::State;
use super::flow::{self, Outcome};
use super::footer;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::focus::{follow, silent};

/// A question that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whether what was chosen may be lost.
    Discard,
    /// How many it is about.
    Number {
        /// How many will change.
        count: usize,
        /// Whether someone gains or loses Global Administrator.
        global: bool,
        /// Whether it is more than the threshold, and that.
        over: Option<u32>,
        /// What was typed so far.
        typed: String,
    },
}

/// Submits, after asking again when there are many or Global Administrator is at stake.
pub fn submit(cx: &mut ViewContext<'_>, state: &mut State) {
    let Outcome::Rehearsed { report, .. } = &state.outcome else {
        return;
    };
    let count = report.tally.changed;
    let threshold = cx.settings.bulk_threshold;
    let over = (count > threshold as usize).then_some(threshold);
    let global = report
        .edit
        .touches_global_administrator(cx.session.tenant(), &report.people);
    if over.is_none() && !global {
        flow::submit(cx, state);
        return;
    }
    state.ask = Some(Ask::Number {
        count,
        global,
        over,
        typed: String::new(),
    });
}

/// Shows the question that is open.
pub fn show(ctx: &Context, cx: &mut ViewContext<'_>, state: &mut State) {
    let Some(mut ask) = state.ask.take() else {
        return;
    };
    let texts = cx.texts;
    let frame = egui::Frame::window(&ctx.global_style()).inner_margin(theme::SPACE_6);
    let modal = Modal::new(Id::unique("bulk edit asks"))
        .frame(frame)
        .backdrop_color(theme::palette(ctx).backdrop)
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 64.0).min(440.0));
            content(ui, texts, &mut ask)
        });
    let closed = modal.should_close().then_some(false);
    match modal.inner.or(closed) {
        None => state.ask = Some(ask),
        Some(false) => {}
        Some(true) => match ask {
            Ask::Discard => footer::leave(cx, state),
            Ask::Number { .. } => flow::submit(cx, state),
        },
    }
}

fn content(ui: &mut Ui, texts: &Texts, ask: &mut Ask) -> Option<bool> {
    match ask {
        Ask::Discard => discard(ui, texts),
        Ask::Number {
            count,
            global,
            over,
            typed,
        } => {
            heading(ui, &t!(texts, "bulk-ask-title", count = *count));
            if let Some(over) = *over {
                ui.label(t!(texts, "bulk-ask-many", count = over));
            }
            if *global {
                ui.label(t!(texts, "bulk-ask-global"));
            }
            ui.add_space(theme::SPACE_2);
            let wanted = number(texts, *count);
            let label = t!(texts, "bulk-ask-type", number = wanted);
            let label = ui.label(theme::medium(label));
            let field = ui
                .add(TextEdit::singleline(typed).desired_width(160.0))
                .labelled_by(label.id);
            focus_once(ui, &field);
            let ready = says(typed, *count);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(theme::SPACE_4);
            ui.horizontal(|ui| {
                let go = |ui: &mut Ui| button::primary(ui, t!(texts, "bulk-submit"));
                let go = ui.add_enabled_ui(ready, go).inner;
                if go.clicked() || (ready && entered) {
                    return Some(true);
                }
                let cancel = button::standard(ui, t!(texts, "cancel"));
                cancel.clicked().then_some(false)
            })
            .inner
        }
    }
}

fn discard(ui: &mut Ui, texts: &Texts) -> Option<bool> {
    heading(ui, &t!(texts, "bulk-discard-title"));
    ui.label(t!(texts, "bulk-discard-text"));
    ui.add_space(theme::SPACE_4);
    ui.horizontal(|ui| {
        let keep = button::primary(ui, t!(texts, "dialog-edits-keep"));
        focus_once(ui, &keep);
        if keep.clicked() {
            return Some(false);
        }
        let discard = button::standard(ui, t!(texts, "dialog-edits-discard"));
        discard.clicked().then_some(true)
    })
    .inner
}

fn heading(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        let p = theme::palette(ui);
        let mark = theme::icon_text(icon::WARNING_FILLED).size(theme::ICON_SIZE_LARGE);
        silent(ui.label(mark.color(p.warning)));
        ui.add(egui::Label::new(theme::subtitle(text)).wrap());
    });
    ui.add_space(theme::SPACE_1);
}

/// Whether what was typed is the number, with or without separators.
fn says(typed: &str, count: usize) -> bool {
    let separator = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\'');
    let digits: String = typed.trim().chars().filter(|c| !separator(*c)).collect();
    digits.bytes().all(|digit| digit.is_ascii_digit()) && digits.parse() == Ok(count)
}

/// Gives a control the keyboard when its question appears, and leaves it alone after that.
fn focus_once(ui: &Ui, control: &egui::Response) {
    follow(control);
    let given = control.id.with("focus given");
    let frame = ui.ctx().cumulative_frame_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(given));
    ui.data_mut(|data| data.insert_temp(given, frame));
    if last.is_none_or(|last| last + 1 < frame) {
        control.request_focus();
    }
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn the_number_may_have_separators() {
        for (typed, count, expected) in [
            ("312", 312, true),
            (" 312 ", 312, true),
            ("1,234", 1_234, true),
            ("1.234", 1_234, true),
            ("31", 312, false),
            ("3120", 312, false),
            ("", 312, false),
            ("+312", 312, false),
            ("all", 312, false),
        ] {
            assert_eq!(says(typed, count), expected, "{typed}");
        }
    }
}
