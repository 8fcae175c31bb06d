//! What comes with the roles of a person: roles in services, and what is arranged elsewhere.

use egui::Ui;

use super::judgement::Judgement;
use super::notice::{self, Tone};
use super::role_details::marked;
use super::words::Words;
use crate::domain::effective::DerivedRole;
use crate::domain::rule::Rule;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};

/// Draws it; nothing where nothing comes.
pub fn derived(ui: &mut Ui, words: Words<'_>, judgement: &Judgement) {
    let summary = &judgement.summary;
    if summary.derived.is_empty() && summary.held_notes.is_empty() {
        return;
    }
    ui.add_space(theme::SPACE_2);
    ui.label(theme::semibold(t!(words.texts, "editor-derived")));
    ui.label(theme::caption(ui, t!(words.texts, "editor-derived-intro")));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        for role in &summary.derived {
            line(ui, words, role, true);
        }
    });
    notes(ui, words, &summary.held_notes);
}

/// A role in a service, the admin role it comes with, and the rule that says so.
pub fn line(ui: &mut Ui, words: Words<'_>, derived: &DerivedRole, with_origin: bool) {
    let name = derived.name.get(words.language());
    let rule = derived.rule.label();
    let origin = words.catalogue().office365_role(derived.from);
    let from = match origin.filter(|_| with_origin) {
        Some(origin) => format!("{}, {rule}", origin.name.get(words.language())),
        None => rule,
    };
    let text = format!("{}: {name} ({from})", derived.service);
    let ink = theme::palette(ui).text_secondary;
    let meaning = derived.rule.sentence(words.language());
    marked(ui, icon::LINK, ink, &text, meaning);
}

/// Rules that are said where they help.
pub fn notes(ui: &mut Ui, words: Words<'_>, rules: &[Rule]) {
    let rules: Vec<_> = rules
        .iter()
        .map(|rule| RuleText::new(words.language(), *rule, &[]))
        .collect();
    if !rules.is_empty() {
        notice::rules(ui, Tone::Info, None, &rules);
    }
}
