//! The details of a finding: what it is, why it matters, what its rule says, whom it concerns,
//! and what can be done about it.

use egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Stroke, StrokeKind, Ui};

use super::concerned::{Concerned, concerned};
use super::paint;
use super::rows::Row;
use super::verdicts::Verdicts;
use crate::domain::review::Finding;
use crate::i18n::{date, exact_time};
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;

/// What the lists of people, roles and groups keep of the height at least.
const LISTS: f32 = 3.0 * theme::ROW_HEIGHT + theme::CONTROL_HEIGHT;

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clicked {
    /// Close the details.
    Close,
    /// Mend it.
    Fix,
    /// Accept it.
    Accept,
    /// Accept it no longer.
    Stop,
    /// The people as a file.
    Export,
}

/// What is shown of a finding.
pub struct Shown<'a> {
    /// It.
    pub finding: &'a Finding,
    /// In words.
    pub row: &'a Row,
    /// What the rules say.
    pub verdicts: &'a Verdicts,
    /// Whether there are Commands that mend it.
    pub mends: bool,
    /// Whether its people are being written.
    pub exporting: bool,
}

/// Draws the details into the whole of `ui`.
pub fn details(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    shown: &Shown<'_>,
    state: &mut Concerned,
) -> Option<Clicked> {
    let p = theme::palette(ui);
    let area = ui.max_rect();
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        area,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    Frame::new()
        .inner_margin(Margin {
            left: 16,
            right: 16,
            top: 12,
            bottom: 8,
        })
        .show(ui, |ui| {
            let head = head(ui, cx, shown, area);
            let room = (ui.available_height() - LISTS).max(120.0);
            let told = ScrollArea::vertical()
                .id_salt("about the finding")
                .max_height(room)
                .show(ui, |ui| about(ui, cx, shown))
                .inner;
            let exported = heading(ui, cx, shown);
            concerned(ui, cx, shown.finding, shown.row, state);
            head.or(told).or(exported)
        })
        .inner
}

/// How much it matters, its rule, and the button that closes.
fn head(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>, area: egui::Rect) -> Option<Clicked> {
    let mut clicked = None;
    ui.horizontal(|ui| {
        paint::severity_chip(ui, cx.texts, shown.row.severity);
        if let Some(label) = shown.row.rule_label() {
            ui.label(theme::secondary(ui, label));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = t!(cx.texts, "editor-close-panel");
            let close = button::icon_button(ui, icon::DISMISS, &name);
            panes::mark(ui, Pane::Details, area, close.id);
            if close.clicked() {
                clicked = Some(Clicked::Close);
            }
        });
    });
    clicked
}

fn about(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) -> Option<Clicked> {
    let texts = cx.texts;
    let language = texts.language();
    let message = theme::subtitle(shown.row.message.as_str());
    ui.add(Label::new(message).wrap());
    let clicked = buttons(ui, cx, shown);
    if let Some(accepted) = &shown.row.accepted {
        notice::boxed(ui, Notice::Info, |ui| {
            let until = date(texts, accepted.until);
            let until = t!(texts, "review-accepted-until", date = until);
            let days = paint::days(texts, shown.row).unwrap_or_default();
            ui.label(theme::medium(format!("{until} · {days}")))
                .on_hover_text(exact_time(texts, accepted.until));
            ui.label(accepted.reason.as_str());
        });
    } else {
        lapsed(ui, cx, shown);
    }
    section(ui, &t!(texts, "review-why"));
    let why = shown.finding.why();
    ui.add(Label::new(RichText::new(why.get(language))).wrap());
    if let Some(rule) = shown.row.rule.filter(|rule| rule.number() > 0) {
        section(ui, &t!(texts, "review-rule-says"));
        let rule = RuleText::new(language, rule, &[]);
        let label = rule.label.unwrap_or_default();
        let words = format!("{label}  {}", rule.sentence);
        ui.add(Label::new(words).wrap());
    }
    ui.add_space(theme::SPACE_1);
    clicked
}

/// What can be done about it.
fn buttons(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) -> Option<Clicked> {
    let texts = cx.texts;
    let verdicts = shown.verdicts;
    let mut clicked = None;
    let accepted = shown.row.accepted.is_some();
    let acceptable = shown.finding.kind.code().can_be_accepted();
    let (word, verdict, does) = if accepted {
        let word = t!(texts, "review-accept-stop");
        (word, &verdicts.stop, Clicked::Stop)
    } else {
        let word = t!(texts, "review-accept");
        (word, &verdicts.accept, Clicked::Accept)
    };
    let mut refused: Vec<&str> = Vec::new();
    ui.horizontal_wrapped(|ui| {
        if shown.mends {
            let go = ui
                .add_enabled_ui(verdicts.fix.is_ok(), |ui| {
                    button::primary(ui, t!(texts, "review-fix"))
                })
                .inner;
            if told(ui, &go, verdicts.fix.as_ref()) {
                clicked = Some(Clicked::Fix);
            }
            refused.extend(verdicts.fix.as_ref().err().map(String::as_str));
        }
        if acceptable {
            let go = ui
                .add_enabled_ui(verdict.is_ok(), |ui| button::standard(ui, word))
                .inner;
            if told(ui, &go, verdict.as_ref()) {
                clicked = Some(does);
            }
            refused.extend(verdict.as_ref().err().map(String::as_str));
        }
    });
    refused.dedup();
    for why in refused {
        notice::boxed(ui, Notice::Locked, |ui| {
            ui.label(why);
        });
    }
    let row = shown.row;
    let about = row.people + row.roles.len() + row.groups.len() > 0;
    if !shown.mends && !accepted && about {
        ui.label(theme::caption(ui, t!(texts, "review-fix-none")));
    }
    if !acceptable {
        ui.label(theme::caption(ui, t!(texts, "review-accept-not")));
    }
    clicked
}

/// Says why a button can't be used, where it can't; whether it was clicked.
fn told(ui: &Ui, button: &egui::Response, verdict: Result<&(), &String>) -> bool {
    if let Err(why) = verdict {
        ui.ctx()
            .accesskit_node_builder(button.id, |node| node.set_description(why.as_str()));
        button.clone().on_disabled_hover_text(why);
    }
    button.clicked()
}

/// That it was accepted before, for others or until a day that is over.
fn lapsed(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) {
    let settings = cx.session.tenant().review_settings();
    let Some(before) = settings.accepted.get(&shown.row.key) else {
        return;
    };
    let (until, count) = (date(cx.texts, before.until), before.people.len());
    let words = if before.until > cx.session.now() {
        t!(
            cx.texts,
            "review-accept-others",
            date = until,
            count = count
        )
    } else {
        t!(cx.texts, "review-accept-over", date = until)
    };
    notice::boxed(ui, Notice::Warning, |ui| {
        ui.label(words);
        ui.label(theme::secondary(ui, &*before.reason));
    });
}

/// The way to have the people as a file.
fn heading(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) -> Option<Clicked> {
    if shown.row.people == 0 {
        return None;
    }
    ui.separator();
    let text = t!(cx.texts, "review-export-people");
    let enabled = if shown.exporting {
        Err(text.clone())
    } else {
        Ok(())
    };
    let export = button::command_button(ui, icon::EXPORT, &text, enabled);
    export.clicked().then_some(Clicked::Export)
}

fn section(ui: &mut Ui, name: &str) {
    ui.add_space(theme::SPACE_2);
    ui.label(theme::semibold(name));
}
