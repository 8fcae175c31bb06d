//! Role chips: what someone holds, how it stands, and through what.

use egui::Ui;

use super::rows::{RoleMark, Standing, Way};
use crate::domain::user::DelegatedAdministration;
use crate::i18n::{Texts, date};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::chip::{Tone, chip, chip_width};
use crate::ui::widgets::focus::silent;

/// What a chip of "and so many more" needs at most.
const MORE: f32 = 40.0;
/// The least that a name is cut off to.
const LEAST: f32 = 56.0;

/// Draws how far someone administers customers, if they do.
pub fn delegated_chip(ui: &mut Ui, texts: &Texts, level: DelegatedAdministration) {
    if let Some(text) = delegated(texts, level) {
        let response = silent(chip(ui, &text, Tone::Privileged, Some(icon::PARTNER)));
        response.on_hover_text(t!(texts, "delegated-tip"));
    }
}

/// Draws as many roles as there is room for, and the number of the others. The row tells a
/// screen reader of them all.
pub fn chips(ui: &mut Ui, texts: &Texts, roles: &[RoleMark<'_>]) {
    let mut left = ui.available_width();
    let gap = ui.spacing().item_spacing.x;
    let mut shown = 0;
    for (place, mark) in roles.iter().enumerate() {
        let label = label(texts, mark);
        let last = place + 1 == roles.len();
        let reserved = if last { 0.0 } else { MORE + gap };
        let needed = chip_width(ui, &label, picture(mark));
        let cut_off = needed + reserved > left;
        if cut_off && (place > 0 || left - reserved < LEAST) {
            break;
        }
        let response = ui
            .scope(|ui| {
                ui.set_max_width((left - reserved).max(0.0));
                silent(chip(ui, &label, tone(mark), picture(mark)))
            })
            .inner;
        response.on_hover_ui(|ui| explain(ui, texts, mark));
        left -= needed + gap;
        shown += 1;
    }
    let rest = roles.get(shown..).unwrap_or_default();
    if !rest.is_empty() {
        let more = t!(texts, "count-more", count = rest.len());
        silent(chip(ui, &more, Tone::Neutral, None)).on_hover_ui(|ui| {
            for mark in rest {
                explain(ui, texts, mark);
            }
        });
    }
}

/// The words of the chip about customers; none for who does not administer them.
pub fn delegated(texts: &Texts, level: DelegatedAdministration) -> Option<String> {
    match level {
        DelegatedAdministration::None => None,
        DelegatedAdministration::Limited => Some(t!(texts, "delegated-chip-limited")),
        DelegatedAdministration::Full => Some(t!(texts, "delegated-chip-full")),
    }
}

/// The words of a chip: the role, and what keeps it from being simply held.
pub fn label(texts: &Texts, mark: &RoleMark<'_>) -> String {
    let mut label = mark.label();
    let mut add = |word: String| {
        label.push_str(" · ");
        label.push_str(&word);
    };
    if let Some(word) = standing(texts, mark.standing) {
        add(word);
    }
    if mark.by_group() {
        add(t!(texts, "role-of-group"));
    }
    label
}

fn explain(ui: &mut Ui, texts: &Texts, mark: &RoleMark<'_>) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_1;
    ui.horizontal(|ui| {
        ui.label(theme::semibold(mark.label()));
        if mark.privileged {
            let text = t!(texts, "privileged");
            chip(ui, &text, Tone::Privileged, Some(icon::PRIVILEGED));
        }
    });
    for way in &mark.ways {
        ui.label(theme::caption(ui, way_in_words(texts, way)));
    }
}

fn way_in_words(texts: &Texts, way: &Way<'_>) -> String {
    let mut parts = vec![match way.group {
        Some(group) => t!(texts, "role-through-group", group = group),
        None => t!(texts, "role-directly"),
    }];
    parts.extend(standing(texts, way.standing));
    if let Some(unit) = way.unit {
        parts.push(t!(texts, "role-within-unit", unit = unit));
    }
    if let Some(start) = way.start {
        parts.push(t!(texts, "role-from-date", date = date(texts, start)));
    }
    if let Some(end) = way.end {
        parts.push(t!(texts, "role-until-date", date = date(texts, end)));
    }
    parts.join(" · ")
}

fn standing(texts: &Texts, standing: Standing) -> Option<String> {
    match standing {
        Standing::InForce => None,
        Standing::Eligible => Some(t!(texts, "role-eligible")),
        Standing::Later => Some(t!(texts, "role-later")),
        Standing::Expired => Some(t!(texts, "role-expired")),
    }
}

fn tone(mark: &RoleMark<'_>) -> Tone {
    match mark.standing {
        Standing::InForce | Standing::Eligible if mark.privileged => Tone::Privileged,
        Standing::InForce => Tone::Accent,
        Standing::Eligible | Standing::Later | Standing::Expired => Tone::Neutral,
    }
}

fn picture(mark: &RoleMark<'_>) -> Option<&'static str> {
    if mark.privileged {
        Some(icon::PRIVILEGED)
    } else if mark.by_group() {
        Some(icon::GROUP)
    } else if mark.standing == Standing::InForce {
        None
    } else {
        Some(icon::CLOCK)
    }
}
