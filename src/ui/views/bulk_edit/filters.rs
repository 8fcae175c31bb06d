//! Above the results: the chips with the counts, the search box, the export, and what refuses.

use egui::{Align, Layout, Ui, vec2};

use super::report::{Report, Shown, Why};
use super::{State, export};
use crate::domain::rule::Rule;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{filter_chip_counted, filter_chip_width};
use crate::ui::widgets::search_box::search_box;

/// The least width of the search box beside the chips.
const LEAST_SEARCH: f32 = 200.0;

/// The chips with the counts, the search box, and the export.
pub fn tools(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    report: &Report,
    submitted: bool,
    exporting: bool,
) {
    let chips = faces(cx.texts, report, submitted);
    let gap = ui.spacing().item_spacing.x;
    let width = |(_, name, count): &Face| filter_chip_width(ui, name, count) + gap;
    let needed: f32 = chips.iter().map(width).sum();
    let export = button::command_width(ui, &t!(cx.texts, "bulk-export"));
    if needed + LEAST_SEARCH + gap + export <= ui.available_width() {
        ui.horizontal(|ui| {
            filters(ui, state, &chips);
            let rest = Layout::right_to_left(Align::Center);
            ui.with_layout(rest, |ui| {
                search_and_export(ui, cx, state, report, submitted, exporting);
            });
        });
    } else {
        ui.horizontal_wrapped(|ui| filters(ui, state, &chips));
        let size = vec2(ui.available_width(), theme::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            search_and_export(ui, cx, state, report, submitted, exporting);
        });
    }
}

/// A chip: what it shows, its words and its count.
type Face = (Shown, String, String);

fn faces(texts: &Texts, report: &Report, submitted: bool) -> Vec<Face> {
    let worth = |shown: &Shown| *shown != Shown::Warned || report.tally.warned > 0;
    let face = |shown: Shown| {
        let name = match shown {
            Shown::All => t!(texts, "all"),
            Shown::Changed if submitted => t!(texts, "bulk-changed"),
            Shown::Changed => t!(texts, "bulk-will-change"),
            Shown::Unchanged => t!(texts, "bulk-unchanged"),
            Shown::Refused => t!(texts, "bulk-refused"),
            Shown::Warned => t!(texts, "bulk-warned"),
        };
        (shown, name, number(texts, report.tally.count(shown)))
    };
    Shown::ALL.into_iter().filter(worth).map(face).collect()
}

fn filters(ui: &mut Ui, state: &mut State, chips: &[Face]) {
    let filter = &mut state.list.filter;
    for (shown, name, count) in chips {
        if filter_chip_counted(ui, name, count, filter.shown == *shown).clicked() {
            filter.shown = *shown;
            filter.why = None;
        }
    }
}

fn search_and_export(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    report: &Report,
    submitted: bool,
    exporting: bool,
) {
    let texts = cx.texts;
    let enabled = if exporting {
        Err(t!(texts, "user-exporting"))
    } else {
        Ok(())
    };
    let name = t!(texts, "bulk-export");
    if button::command_button(ui, icon::EXPORT, &name, enabled).clicked() {
        let places = state.list.shown(cx, report);
        let begun = export::begin(ui.ctx(), cx, report, submitted, places);
        state.export = Some(begun);
    }
    ui.spacing_mut().text_edit_width = 260.0;
    let hint = t!(texts, "bulk-search");
    search_box(ui, &mut state.list.filter.text, &hint, "search results");
}

/// What refuses, with how often: each shows only those.
pub fn whys(ui: &mut Ui, texts: &Texts, state: &mut State, report: &Report) {
    if report.tally.whys.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::caption(ui, t!(texts, "bulk-refused-by")));
        for (why, count) in &report.tally.whys {
            let (name, tip) = match why {
                Why::Rule(Rule::DenyByDefault) => {
                    let sentence = Rule::DenyByDefault.sentence(texts.language());
                    (t!(texts, "bulk-no-permission"), sentence.to_owned())
                }
                Why::Rule(rule) => {
                    let sentence = rule.sentence(texts.language());
                    (rule.label(), sentence.to_owned())
                }
                Why::Impossible => (t!(texts, "bulk-impossible"), String::new()),
            };
            let filter = &mut state.list.filter;
            let selected = filter.why == Some(*why);
            let chip = filter_chip_counted(ui, &name, &number(texts, *count), selected);
            ui.ctx()
                .accesskit_node_builder(chip.id, |node| node.set_description(tip.as_str()));
            if chip.clicked() {
                filter.why = (!selected).then_some(*why);
                filter.shown = if selected { Shown::All } else { Shown::Refused };
            }
            if !tip.is_empty() {
                chip.on_hover_text(tip);
            }
        }
    });
}
