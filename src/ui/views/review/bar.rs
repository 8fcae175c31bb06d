//! What stands above the list of findings: title, search, what can be done, filters.

use egui::{Align, Key, Layout, Modifiers, Popup, Ui};

use super::rows::{Counts, Query, Tab, severity_word};
use crate::domain::review::Severity;
use crate::domain::rule::Rule;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::findings::Status;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint as pieces;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{filter_chip_counted, filter_chip_menu};
use crate::ui::widgets::search_box::search_box;

/// The least width of the search box beside which the title is told.
const SEARCH: f32 = 260.0;

/// What was asked for above the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The accounts kept for emergencies.
    BreakGlass,
    /// What is too few and too many.
    Thresholds,
    /// The findings as a file.
    Export,
    /// The list is to have the keyboard.
    List,
}

/// Title and search box.
pub fn top(ui: &mut Ui, cx: &ViewContext<'_>, query: &mut Query) -> Option<Asked> {
    let texts = cx.texts;
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-review")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().text_edit_width = SEARCH;
            let into_list = ui.input(|input| {
                let plain = input.modifiers == Modifiers::NONE;
                plain && (input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::Enter))
            });
            let hint = t!(texts, "review-search");
            let field = search_box(ui, &mut query.text, &hint, "search findings");
            if into_list && (field.has_focus() || field.lost_focus()) {
                asked = Some(Asked::List);
            }
        });
    });
    asked
}

/// The commands, and whether what is shown is up to date.
pub fn commands(ui: &mut Ui, cx: &ViewContext<'_>, exporting: bool) -> Option<Asked> {
    let texts = cx.texts;
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let words = t!(texts, "review-break-glass");
        if button::command_button(ui, icon::KEY, &words, Ok(())).clicked() {
            asked = Some(Asked::BreakGlass);
        }
        let words = t!(texts, "review-thresholds");
        if button::command_button(ui, icon::SETTINGS, &words, Ok(())).clicked() {
            asked = Some(Asked::Thresholds);
        }
        let words = t!(texts, "review-export");
        let enabled = if exporting || cx.findings.all().is_none() {
            Err(words.clone())
        } else {
            Ok(())
        };
        if button::command_button(ui, icon::EXPORT, &words, enabled).clicked() {
            asked = Some(Asked::Export);
        }
        status(ui, cx);
    });
    asked
}

/// That newer findings are on their way, or are not to be had.
fn status(ui: &mut Ui, cx: &ViewContext<'_>) {
    let p = theme::palette(ui);
    let (glyph, ink, words) = match cx.findings.status() {
        Status::Renewing => (
            icon::SYNC,
            p.text_secondary,
            t!(cx.texts, "review-renewing"),
        ),
        Status::Failed => (
            icon::WARNING_FILLED,
            p.warning,
            t!(cx.texts, "review-failed"),
        ),
        Status::Ready | Status::Gathering => return,
    };
    ui.add_space(theme::SPACE_2);
    ui.label(theme::icon_text(glyph).color(ink));
    let told = ui.label(theme::caption(ui, words));
    ui.ctx().accesskit_node_builder(told.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// Both lists to choose from. Returns what has the keyboard where there is no list.
pub fn tabs(ui: &mut Ui, texts: &Texts, counts: &Counts, query: &mut Query) -> egui::Id {
    let mut first = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        for (tab, name) in [
            (Tab::Open, t!(texts, "review-open")),
            (Tab::Accepted, t!(texts, "review-accepted")),
        ] {
            let name = format!("{name} {}", number(texts, counts.all(tab)));
            let response = pieces::tab(ui, &name, query.tab == tab);
            if query.tab == tab {
                first = Some(response.id);
            }
            if response.clicked() && query.tab != tab {
                *query = Query {
                    tab,
                    text: std::mem::take(&mut query.text),
                    ..Query::default()
                };
                ui.ctx().request_repaint();
            }
        }
    });
    first.unwrap_or_else(|| ui.scope_id())
}

/// The filters: how much a finding matters, and its rule.
pub fn filters(ui: &mut Ui, texts: &Texts, counts: &Counts, query: &mut Query) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        let all = number(texts, counts.all(query.tab));
        let name = t!(texts, "review-all");
        if filter_chip_counted(ui, &name, &all, query.severity.is_none()).clicked() {
            query.severity = None;
        }
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            let count = number(texts, counts.severity(severity));
            let name = severity_word(texts, severity);
            let chosen = query.severity == Some(severity);
            if filter_chip_counted(ui, &name, &count, chosen).clicked() {
                query.severity = (!chosen).then_some(severity);
            }
        }
        rule(ui, texts, counts, query);
        if query.filters() {
            let clear = t!(texts, "review-clear");
            let clear = button::command_button(ui, icon::DISMISS, &clear, Ok(()));
            if clear.clicked() {
                query.clear();
            }
        }
    });
}

fn rule(ui: &mut Ui, texts: &Texts, counts: &Counts, query: &mut Query) {
    let name = match query.rule {
        None => t!(texts, "review-rule"),
        Some(rule) => format!("{}: {}", t!(texts, "review-rule"), rule_name(texts, rule)),
    };
    let menu = filter_chip_menu(ui, &name, query.rule.is_some());
    Popup::menu(&menu).show(|ui| {
        ui.set_min_width(280.0);
        let all = t!(texts, "review-rule-all");
        if button::menu_button(ui, icon::FILTER, &all, Ok(())).clicked() {
            query.rule = None;
        }
        for (rule, count) in &counts.rules {
            let mut words = format!("{} ({})", rule_name(texts, *rule), number(texts, *count));
            if let Some(rule) = rule {
                words = format!("{words}  {}", rule.sentence(texts.language()));
            }
            let glyph = if query.rule == Some(*rule) {
                icon::CHECK
            } else {
                icon::FLAG
            };
            if button::menu_button(ui, glyph, &words, Ok(())).clicked() {
                query.rule = Some(*rule);
            }
        }
    });
}

fn rule_name(texts: &Texts, rule: Option<Rule>) -> String {
    match rule {
        Some(rule) => rule.label(),
        None => t!(texts, "review-rule-none"),
    }
}

/// What stands in place of an empty list.
pub fn nothing(ui: &mut Ui, cx: &ViewContext<'_>, counts: &Counts, query: &mut Query) {
    let texts = cx.texts;
    let known = cx.findings.all().is_some();
    let filtered = counts.all(query.tab) > 0;
    let p = theme::palette(ui);
    let (glyph, ink, title, hint) = match (known, filtered, query.tab) {
        (false, ..) => {
            let words = match cx.findings.status() {
                Status::Failed => t!(texts, "review-failed"),
                _ => t!(texts, "review-gathering"),
            };
            (icon::SYNC, p.text_secondary, words, String::new())
        }
        (true, true, _) => (
            icon::SEARCH,
            p.text_secondary,
            t!(texts, "review-none-found"),
            t!(texts, "review-none-found-hint"),
        ),
        (true, false, Tab::Open) => (
            icon::SHIELD_CHECK_FILLED,
            p.good,
            t!(texts, "review-none"),
            t!(texts, "review-none-hint"),
        ),
        (true, false, Tab::Accepted) => (
            icon::CLOCK,
            p.text_secondary,
            t!(texts, "review-none-accepted"),
            t!(texts, "review-none-accepted-hint"),
        ),
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        ui.label(
            theme::icon_text(glyph)
                .size(theme::ICON_SIZE_EMPTY)
                .line_height(None)
                .color(ink),
        );
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(440.0);
            ui.label(theme::secondary(ui, hint));
        });
        ui.add_space(theme::SPACE_3);
        if known && filtered {
            if button::standard(ui, t!(texts, "review-clear")).clicked() {
                query.clear();
            }
        } else if known
            && query.tab == Tab::Accepted
            && counts.open > 0
            && button::standard(ui, t!(texts, "review-show-open")).clicked()
        {
            *query = Query::default();
        }
    });
}
