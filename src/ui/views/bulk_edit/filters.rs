//! Above the results: the chips with the counts, the search box, the export, and what refuses.

use egui::{Align, Layout, Ui};

use super::report::{Report, Shown, Why};
use super::{State, export};
use crate::domain::rule::Rule;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

/// The chips with the counts, the search box, and the export.
pub fn tools(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    report: &Report,
    submitted: bool,
    exporting: bool,
) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        for shown in Shown::ALL {
            let count = report.tally.count(shown);
            if shown == Shown::Warned && count == 0 {
                continue;
            }
            let name = match shown {
                Shown::All => t!(texts, "all"),
                Shown::Changed if submitted => t!(texts, "bulk-changed"),
                Shown::Changed => t!(texts, "bulk-will-change"),
                Shown::Unchanged => t!(texts, "bulk-unchanged"),
                Shown::Refused => t!(texts, "bulk-refused"),
                Shown::Warned => t!(texts, "bulk-warned"),
            };
            let filter = &mut state.list.filter;
            let selected = filter.shown == shown;
            let chip = filter_chip_counted(ui, &name, &number(texts, count), selected);
            if chip.clicked() {
                filter.shown = shown;
                filter.why = None;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
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
        });
    });
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
