//! What the choices give someone who had nothing, and what the policy adds to that.

use egui::{Color32, Label, Ui};

use super::judgement::Judgement;
use crate::domain::office365::{Grant, Office365Permission};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::chip::{self, chip};

/// A mark before a line of text.
const MARK: f32 = 14.0;
/// Where the text of a marked line begins.
const INDENT: f32 = MARK + 6.0;

/// Draws it.
pub fn given(ui: &mut Ui, words: Words<'_>, judgement: &Judgement) {
    let texts = words.texts;
    let given = &judgement.given;
    ui.spacing_mut().item_spacing.y = 6.0;
    for (title, tone, reasons) in [
        (
            t!(texts, "editor-mind"),
            Tone::Warning,
            judgement.decision.warnings(),
        ),
        (
            t!(texts, "editor-asks-reason"),
            Tone::Info,
            judgement.decision.confirmations(),
        ),
    ] {
        let rules = words.reasons(reasons);
        if !rules.is_empty() {
            notice::rules(ui, tone, Some(&title), &rules);
        }
    }
    if given.roles.is_empty() {
        let nothing = theme::secondary(ui, t!(texts, "add-gives-nothing"));
        ui.add(Label::new(nothing).wrap());
        return;
    }
    let (good, accent) = (theme::palette(ui).good, theme::palette(ui).accent_text);
    for role in &given.roles {
        marked(ui, icon::ROLES, accent, &words.picked_role(*role));
        if words.is_privileged(*role) {
            ui.horizontal(|ui| {
                ui.add_space(INDENT - theme::SPACE_2);
                let text = t!(texts, "privileged");
                chip(ui, &text, chip::Tone::Privileged, Some(icon::PRIVILEGED));
            });
        }
    }
    for (permission, _, to) in &given.difference.gained {
        let name = permission_name(words, *permission);
        let text = match to {
            Grant::Yes => name,
            _ => format!("{name} ({})", words.grant(*to)),
        };
        marked(ui, icon::CHECK, good, &text);
    }
    let actions = given.difference.actions_gained.len();
    if actions > 0 {
        marked(
            ui,
            icon::CODE,
            good,
            &t!(texts, "editor-actions", count = actions),
        );
    }
    for role in &given.unknown {
        let text = format!("{}: {}", words.role(*role), t!(texts, "editor-actions-gap"));
        let warning = theme::palette(ui).warning;
        marked(ui, icon::QUESTION_CIRCLE, warning, &text);
    }
    for service in &given.services {
        let name = service.name.get(words.language());
        let text = format!("{}: {name} ({})", service.service, service.rule.label());
        marked(ui, icon::LINK, good, &text);
    }
}

fn permission_name(words: Words<'_>, permission: Office365Permission) -> String {
    let entry = words.catalogue().office365_permission(permission);
    entry.map_or_else(String::new, |entry| {
        entry.name.get(words.language()).to_owned()
    })
}

fn marked(ui: &mut Ui, glyph: &str, ink: Color32, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = INDENT - MARK;
        let mark = ui.label(theme::icon_text(glyph).size(MARK).color(ink));
        crate::ui::widgets::focus::silent(mark);
        ui.add(Label::new(text).wrap());
    });
}
