//! Back, Next and Submit, Cancel, and one line that says why it can't go on.

use egui::accesskit::Live;
use egui::{Label, Ui};

use super::export::{self, Under};
use super::flow::{self, Awaited, Outcome};
use super::report::Report;
use super::{State, Step, columns_step};
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::focus::silent;

/// The height of the footer.
pub const HEIGHT: f32 = 48.0;

/// Draws the footer.
pub fn footer(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.add_space(theme::SPACE_3);
    ui.horizontal(|ui| {
        if matches!(state.outcome, Outcome::Submitted(..)) {
            closing(ui, cx, state);
        } else {
            going(ui, cx, state);
        }
    });
}

/// After it was submitted.
fn closing(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    if button::primary(ui, t!(texts, "import-show-people")).clicked() {
        cx.outbox.ui(UiCommand::ShowActiveUsers);
        state.begin();
        return;
    }
    if let Outcome::Submitted(report, _) = &state.outcome
        && let Some(under) = save_refused(ui, cx, report)
    {
        state.export = Some(under);
    }
    if button::standard(ui, t!(cx.texts, "import-another")).clicked() {
        state.begin();
    }
}

/// Before it is submitted.
fn going(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    let submitting = state.is_submitting();
    let back = |ui: &mut Ui| button::standard(ui, t!(texts, "back"));
    let can_go_back = state.step != Step::File && !submitting;
    if ui.add_enabled_ui(can_go_back, back).inner.clicked() {
        let to = match state.step {
            Step::Check => Step::Columns,
            _ => Step::File,
        };
        flow::go_to(cx, state, to);
        return;
    }
    let why = blocker(texts, state);
    // The first file is chosen above; a second primary button would say two things.
    if state.step != Step::File || state.table.is_some() {
        let submits = state.step == Step::Check;
        let text = if submits {
            t!(texts, "import-submit")
        } else {
            t!(texts, "next")
        };
        let go = |ui: &mut Ui| button::primary(ui, text);
        let go = ui.add_enabled_ui(why.is_none(), go).inner;
        if let Some(why) = &why {
            ui.ctx()
                .accesskit_node_builder(go.id, |node| node.set_description(why.as_str()));
        }
        if go
            .on_disabled_hover_text(why.clone().unwrap_or_default())
            .clicked()
        {
            match state.step {
                Step::File => flow::go_to(cx, state, Step::Columns),
                Step::Columns => flow::go_to(cx, state, Step::Check),
                Step::Check | Step::Results => flow::submit(cx, state),
            }
        }
    }
    if let (Step::Check, Outcome::Rehearsed { report, .. }) = (state.step, &state.outcome)
        && state.awaited.is_none()
        && let Some(under) = save_refused(ui, cx, report)
    {
        state.export = Some(under);
    }
    let cancel = |ui: &mut Ui| button::standard(ui, t!(texts, "cancel"));
    if ui.add_enabled_ui(!submitting, cancel).inner.clicked() {
        flow::stop(cx, state);
        state.begin();
        cx.outbox.ui(UiCommand::ShowActiveUsers);
        return;
    }
    status(ui, texts, state, why.as_deref());
}

/// Offers the refused rows as a file to correct and bring in again.
fn save_refused(ui: &mut Ui, cx: &ViewContext<'_>, report: &Report) -> Option<Under> {
    if report.tally.refused == 0 {
        return None;
    }
    let texts = cx.texts;
    let text = t!(texts, "import-save-refused", count = report.tally.refused);
    let save = button::standard(ui, text);
    let save = save.on_hover_text(t!(texts, "import-save-refused-tip"));
    save.clicked()
        .then(|| export::refused(ui.ctx(), cx, report))
}

/// Why it can't go on from here.
fn blocker(texts: &Texts, state: &State) -> Option<String> {
    match state.step {
        Step::File => None,
        Step::Columns => {
            let missing: Vec<_> = state.mapping.missing().collect();
            if let Some(field) = missing.first() {
                let name = columns_step::field_name(texts, *field);
                return Some(t!(texts, "import-needs", name = name));
            }
            (!state.code_is_fine()).then(|| t!(texts, "import-bad-country-code"))
        }
        Step::Check | Step::Results => match (&state.awaited, &state.outcome) {
            (Some(Awaited::Submission(_)), _) => Some(t!(texts, "status-applying")),
            (Some(_), _) | (None, Outcome::Unknown) => Some(t!(texts, "status-rehearsing")),
            (None, Outcome::Failed { .. }) => Some(t!(texts, "import-check-failed")),
            (None, Outcome::Rehearsed { report, .. }) => unready(texts, state, report),
            (None, Outcome::Submitted(..)) => None,
        },
    }
}

fn unready(texts: &Texts, state: &State, report: &Report) -> Option<String> {
    if report.tally.added == 0 {
        return Some(t!(texts, "import-nobody-added"));
    }
    let unsaid = state.reason.trim().is_empty();
    let asked = !report.tally.confirmations.is_empty();
    (asked && unsaid).then(|| t!(texts, "dialog-reason-needed"))
}

/// One line: why not, or what Submit does.
fn status(ui: &mut Ui, texts: &Texts, state: &State, why: Option<&str>) {
    let p = theme::palette(ui);
    let ready = match (&state.outcome, state.step) {
        (Outcome::Rehearsed { report, .. }, Step::Check) => {
            let refused = report.tally.refused;
            let count = report.tally.added;
            if refused == 0 {
                t!(texts, "import-submit-ready", count = count)
            } else {
                t!(
                    texts,
                    "import-submit-some",
                    count = count,
                    refused = refused
                )
            }
        }
        _ => String::new(),
    };
    let (glyph, text) = match why {
        Some(why) => (icon::INFO, why.to_owned()),
        None => (icon::CHECK_CIRCLE, ready),
    };
    if text.is_empty() {
        return;
    }
    ui.add_space(theme::SPACE_2);
    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
    silent(ui.label(theme::icon_text(glyph).size(14.0).color(p.text_secondary)));
    let told = ui.add(Label::new(theme::caption(ui, text)).truncate());
    ui.ctx()
        .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
}
