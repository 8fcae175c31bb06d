//! Draws what a draft would change, and what the policy adds to it.

use egui::accesskit::Live;
use egui::{Align2, CollapsingHeader, Color32, Label, Response, Ui};

use super::MARK;
use super::judgement::Judgement;
use super::notice::{self, Tone};
use super::role_details::marked;
use super::summary::Summary;
use super::words::Words;
use crate::domain::catalogue::Edition;
use crate::domain::effective::DerivedRole;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::ActionId;
use crate::domain::role::{RoleAssignment, RoleTemplateId};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::ProductMail;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::chip;

/// How many actions are listed by name.
const LISTED: usize = 20;

/// Where the text of a marked line begins.
const INDENT: f32 = 20.0;

/// Whether a list is of what comes or of what goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Gained,
    Lost,
}

/// Draws it; nothing when nothing changes.
pub fn summary(ui: &mut Ui, words: Words<'_>, judgement: &Judgement) {
    if judgement.asked.command.is_none() {
        return;
    }
    let texts = words.texts;
    let summary = &judgement.summary;
    ui.label(theme::subtitle(t!(texts, "editor-summary")));
    ui.spacing_mut().item_spacing.y = 6.0;
    for held in &summary.given {
        role(ui, words, held, Side::Gained);
    }
    for held in &summary.taken {
        role(ui, words, held, Side::Lost);
    }
    contact(ui, words, judgement);
    others(ui, words, summary);
    let notes: Vec<_> = summary
        .notes
        .iter()
        .map(|rule| RuleText::new(words.language(), *rule, &[]))
        .collect();
    let boxes = [
        (Tone::Info, None, notes),
        (
            Tone::Warning,
            Some(t!(texts, "editor-mind")),
            words.reasons(judgement.decision.warnings()),
        ),
        (
            Tone::Info,
            Some(t!(texts, "editor-asks-reason")),
            words.reasons(judgement.decision.confirmations()),
        ),
    ];
    for (tone, title, rules) in boxes {
        if !rules.is_empty() {
            let response = notice::rules(ui, tone, title.as_deref(), &rules);
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
        }
    }
    side(ui, words, summary, Side::Gained);
    side(ui, words, summary, Side::Lost);
}

fn role(ui: &mut Ui, words: Words<'_>, held: &RoleAssignment, side: Side) {
    let texts = words.texts;
    let (glyph, ink) = face(ui, side);
    let meaning = match side {
        Side::Gained => t!(texts, "editor-assigned"),
        Side::Lost => t!(texts, "editor-revoked"),
    };
    let mut text = format!("{meaning}: {}", words.picked_role(held.role));
    let qualities = words.qualities(HeldThrough::Directly, held);
    if !qualities.is_empty() {
        text = format!("{text} · {qualities}");
    }
    marked(ui, glyph, ink, &text, &meaning);
    if side == Side::Lost {
        return;
    }
    if let Some(less) = words.gives_less(held) {
        below(ui, less);
    }
    if words.is_privileged(held.role) {
        ui.horizontal(|ui| {
            ui.add_space(INDENT - theme::SPACE_2);
            let text = t!(texts, "privileged");
            chip::chip(ui, &text, chip::Tone::Privileged, Some(icon::PRIVILEGED));
        });
    }
}

/// A quiet line under a marked one.
fn below(ui: &mut Ui, text: String) {
    ui.horizontal_top(|ui| {
        ui.add_space(INDENT - theme::SPACE_2);
        ui.add(Label::new(theme::caption(ui, text)).wrap());
    });
}

/// What is neither a role nor a way to reach someone.
fn others(ui: &mut Ui, words: Words<'_>, summary: &Summary) {
    let texts = words.texts;
    let ink = theme::palette(ui).accent_text;
    if let Some((from, to)) = summary.delegation {
        let label = t!(texts, "delegated-title");
        let text = format!("{label}: {} → {}", words.level(from), words.level(to));
        marked(ui, icon::EDIT, ink, &text, &label);
    }
    if let Some(product_mail) = summary.product_mail {
        let text = match product_mail {
            ProductMail::Accepted => t!(texts, "editor-product-mail-comes"),
            ProductMail::Declined => t!(texts, "editor-no-product-mail"),
        };
        marked(ui, icon::EDIT, ink, &text, &t!(texts, "editor-contact"));
    }
}

fn contact(ui: &mut Ui, words: Words<'_>, judgement: &Judgement) {
    for (name, before, after) in &judgement.contact_changes {
        let label = words.texts.dynamic(name);
        let none = || t!(words.texts, "none");
        let (from, to) = (
            before.clone().unwrap_or_else(none),
            after.clone().unwrap_or_else(none),
        );
        let ink = theme::palette(ui).accent_text;
        let text = format!("{label}: {from} → {to}");
        marked(ui, icon::EDIT, ink, &text, &label);
    }
}

fn side(ui: &mut Ui, words: Words<'_>, summary: &Summary, side: Side) {
    let texts = words.texts;
    let (title, permissions, actions, services) = match side {
        Side::Gained => (
            t!(texts, "role-gained"),
            &summary.difference.gained,
            &summary.actions_gained,
            &summary.services_gained,
        ),
        Side::Lost => (
            t!(texts, "role-lost"),
            &summary.difference.lost,
            &summary.actions_lost,
            &summary.services_lost,
        ),
    };
    let unknown: &[RoleTemplateId] = match side {
        Side::Gained => &summary.unknown,
        Side::Lost => &[],
    };
    if permissions.is_empty() && actions.is_empty() && services.is_empty() && unknown.is_empty() {
        return;
    }
    ui.add_space(theme::SPACE_1);
    ui.label(theme::semibold(title));
    for change in permissions {
        permission(ui, words, *change, side);
    }
    action_list(ui, words, actions, side);
    for id in unknown {
        let text = format!("{}: {}", words.role(*id), t!(texts, "editor-actions-gap"));
        let ink = theme::palette(ui).warning;
        marked(ui, icon::QUESTION_CIRCLE, ink, &text, &t!(texts, "unknown"));
    }
    service_list(ui, words, services, side);
}

fn permission(
    ui: &mut Ui,
    words: Words<'_>,
    (permission, from, to): (Office365Permission, Grant, Grant),
    side: Side,
) {
    let entry = words.catalogue().office365_permission(permission);
    let name = entry.map_or_else(String::new, |entry| {
        entry.name.get(words.language()).to_owned()
    });
    let (glyph, ink) = face(ui, side);
    let meaning = match side {
        Side::Gained => t!(words.texts, "role-gained"),
        Side::Lost => t!(words.texts, "role-lost"),
    };
    marked(ui, glyph, ink, &name, &meaning);
    // Wholly gained or wholly lost says itself; anything between is told.
    let wholly = matches!(
        (from, to),
        (Grant::No, Grant::Yes) | (Grant::Yes, Grant::No)
    );
    if !wholly {
        let text = format!("{} → {}", words.grant(from), words.grant(to));
        below(ui, text);
    }
}

fn action_list(ui: &mut Ui, words: Words<'_>, actions: &[ActionId], side: Side) {
    let texts = words.texts;
    if actions.is_empty() {
        return;
    }
    let (title, salt) = match side {
        Side::Gained => (
            t!(texts, "editor-actions-gained", count = actions.len()),
            "actions-gained",
        ),
        Side::Lost => (
            t!(texts, "editor-actions-lost", count = actions.len()),
            "actions-lost",
        ),
    };
    let edition = words.catalogue().edition(Edition::Current);
    ui.scope(|ui| {
        theme::make_subtle(ui);
        let header = CollapsingHeader::new(title).id_salt(salt).icon(chevron);
        header.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            for entry in actions
                .iter()
                .take(LISTED)
                .filter_map(|id| edition.entry(*id))
            {
                let text = entry.description.get(words.language());
                if entry.privileged == Some(true) {
                    let ink = theme::palette(ui).privileged;
                    marked(ui, icon::PRIVILEGED, ink, text, &t!(texts, "privileged"));
                } else {
                    ui.label(text);
                }
            }
            if actions.len() > LISTED {
                let more = t!(texts, "editor-more", count = actions.len() - LISTED);
                ui.label(theme::caption(ui, more));
            }
        });
    });
}

/// The chevron of something that opens.
pub fn chevron(ui: &mut Ui, openness: f32, response: &Response) {
    let glyph = if openness > 0.5 {
        icon::CHEVRON_DOWN
    } else {
        icon::CHEVRON_RIGHT
    };
    let (at, ink) = (response.rect.center(), theme::palette(ui).text_secondary);
    let font = theme::font(MARK);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, glyph, font, ink);
}

fn service_list(ui: &mut Ui, words: Words<'_>, services: &[DerivedRole], side: Side) {
    let texts = words.texts;
    if services.is_empty() {
        return;
    }
    let title = match side {
        Side::Gained => t!(texts, "editor-services-gained"),
        Side::Lost => t!(texts, "editor-services-lost"),
    };
    ui.label(theme::caption(ui, title));
    let (glyph, ink) = face(ui, side);
    for derived in services {
        let name = derived.name.get(words.language());
        let text = format!("{}: {name} ({})", derived.service, derived.rule.label());
        marked(ui, glyph, ink, &text, &derived.rule.label());
    }
}

fn face(ui: &Ui, side: Side) -> (&'static str, Color32) {
    let p = theme::palette(ui);
    match side {
        Side::Gained => (icon::ADD, p.good),
        Side::Lost => (icon::SUBTRACT, p.danger),
    }
}
