//! Back, Next and Submit, Cancel, and one line that says why it can't go on.

use egui::accesskit::Live;
use egui::{Label, Ui};

use super::ask::Ask;
use super::draft::Problem;
use super::flow::{self, Outcome};
use super::{State, Step, ask};
use crate::domain::rule::Rule;
use crate::i18n::Texts;
use crate::t;
use crate::ui::rule_text::RuleText;
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
        if let Outcome::Submitted(report) = &state.outcome {
            let refused = report.tally.refused;
            closing(ui, cx, state, refused);
        } else {
            let why = blocker(cx, state);
            going(ui, cx, state, why.clone());
            status(ui, cx.texts, state, why.as_deref());
        }
    });
}

/// After it was submitted.
fn closing(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, refused: usize) {
    let texts = cx.texts;
    let close = if refused == 0 {
        button::primary(ui, t!(texts, "close"))
    } else {
        let retry = button::primary(ui, t!(texts, "bulk-retry", count = refused));
        if retry.clicked() {
            flow::retry(state);
            return;
        }
        button::standard(ui, t!(texts, "close"))
    };
    if close.clicked() {
        leave(cx, state);
    }
}

/// Before it is submitted.
fn going(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, why: Option<String>) {
    let texts = cx.texts;
    let submitting = state.is_submitting();
    let back = |ui: &mut Ui| button::standard(ui, t!(texts, "back"));
    let can_go_back = state.step != Step::Details && !submitting;
    if ui.add_enabled_ui(can_go_back, back).inner.clicked() {
        if state.awaited.is_some() {
            cx.outbox.ui(UiCommand::CancelWork);
        }
        state.go_to(state.step.previous());
    }
    let last = state.step == Step::Results;
    let text = if last {
        t!(texts, "bulk-submit")
    } else {
        t!(texts, "next")
    };
    let ready = why.is_none();
    let go = ui
        .add_enabled_ui(ready, |ui| button::primary(ui, text))
        .inner;
    if let Some(why) = &why {
        ui.ctx()
            .accesskit_node_builder(go.id, |node| node.set_description(why.as_str()));
    }
    let go = go.on_disabled_hover_text(why.unwrap_or_default());
    if go.clicked() {
        if last {
            ask::submit(cx, state);
        } else {
            state.go_to(state.step.next());
        }
    }
    let cancel = |ui: &mut Ui| button::standard(ui, t!(texts, "cancel"));
    if ui.add_enabled_ui(!submitting, cancel).inner.clicked() {
        if state.draft.is_empty() {
            leave(cx, state);
        } else {
            state.ask = Some(Ask::Discard);
        }
    }
}

/// Closes the wizard and forgets what was in it.
pub fn leave(cx: &mut ViewContext<'_>, state: &mut State) {
    if state.awaited.is_some() {
        cx.outbox.ui(UiCommand::CancelWork);
    }
    state.replace(State::default());
    cx.outbox.ui(UiCommand::ShowActiveUsers);
}

/// Why it can't go on from here.
fn blocker(cx: &ViewContext<'_>, state: &State) -> Option<String> {
    let texts = cx.texts;
    let partner = cx.session.tenant().organization().certified_partner;
    if let Some(problem) = state.draft.obstacle(state.step.next(), partner) {
        return Some(in_words(texts, problem));
    }
    if state.step != Step::Results {
        return None;
    }
    if state.is_submitting() {
        return Some(t!(texts, "status-applying"));
    }
    let report = match &state.outcome {
        Outcome::Rehearsed { report, .. } if state.awaited.is_none() => report,
        Outcome::Failed { .. } if state.awaited.is_none() => {
            return Some(t!(texts, "bulk-check-failed-hint"));
        }
        _ => return Some(t!(texts, "status-rehearsing")),
    };
    if report.tally.changed == 0 {
        return Some(t!(texts, "bulk-nobody-changes"));
    }
    let unsaid = state.reason.trim().is_empty();
    let asked = !report.tally.confirmations.is_empty();
    (asked && unsaid).then(|| t!(texts, "dialog-reason-needed"))
}

fn in_words(texts: &Texts, problem: Problem) -> String {
    match problem {
        Problem::UsageLocation => t!(texts, "bulk-bad-location"),
        Problem::NoRole => {
            let rule = Rule::BulkRolesAreChosen;
            RuleText::new(texts.language(), rule, &[]).line()
        }
        Problem::NoLicence => t!(texts, "bulk-no-licence"),
        Problem::NothingAsked => t!(texts, "bulk-nothing-asked"),
    }
}

/// One line: why not, or what Submit does.
fn status(ui: &mut Ui, texts: &Texts, state: &State, why: Option<&str>) {
    let p = theme::palette(ui);
    let ready = match (&state.outcome, state.step) {
        (Outcome::Rehearsed { report, .. }, Step::Results) => {
            t!(texts, "bulk-submit-ready", count = report.tally.changed)
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
    let told = ui.add(Label::new(theme::caption(ui, text)).wrap());
    ui.ctx()
        .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
}
