//! The details of an entry: who, when and why, and everything that changed.

use std::fmt::Write as _;

use egui::{Align, Frame, Label, Layout, Ui};

use super::list::{Listing, Look, list};
use super::paint::{Change, is_privileged, way_of};
use super::rows::actor;
use crate::domain::audit::AuditEntry;
use crate::domain::diff::{Names, TenantNames};
use crate::i18n::change_words::item_parts;
use crate::i18n::{exact_time, relative_time};
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};

/// How much of a hash is shown; the whole is copied.
const HASH: usize = 16;

/// Draws the details in the space of `ui`; whether they are to be closed.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    names: &TenantNames<'_>,
    entry: &AuditEntry,
    mark: Option<String>,
    items: &mut Listing,
) -> bool {
    let texts = cx.texts;
    let p = theme::palette(ui);
    let mut closes = false;
    let frame = Frame::new()
        .fill(p.card)
        .stroke(egui::Stroke::new(1.0, p.line))
        .corner_radius(theme::RADIUS_CARD)
        .inner_margin(theme::SPACE_3);
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        ui.horizontal(|ui| {
            let title = t!(texts, "changes-entry", number = entry.number);
            ui.label(theme::subtitle(title));
            if let Some(mark) = mark {
                chip(ui, &mark, Tone::Neutral, Some(icon::UNDO));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = t!(texts, "editor-close-panel");
                closes = button::icon_button(ui, icon::DISMISS, &name).clicked();
            });
        });
        who(ui, cx, names, entry);
        told(
            ui,
            &t!(texts, "dialog-reason"),
            entry.reason.as_deref(),
            || t!(texts, "changes-no-reason"),
        );
        if let Some(ticket) = &entry.ticket {
            told(ui, &t!(texts, "changes-ticket"), Some(ticket), String::new);
        }
        hash(ui, cx, entry);
        ui.add_space(theme::SPACE_2);
        let count = t!(texts, "changes-items", count = entry.items.len());
        ui.label(theme::semibold(count.as_str()));
        let id = ui.scope_id().with("items");
        panes::mark(ui, Pane::Details, ui.clip_rect(), id);
        let look = Look {
            id,
            name: &count,
            count: entry.items.len(),
            row: theme::ROW_HEIGHT,
            chosen: None,
            choosable: false,
        };
        let catalogue = cx.session.catalogue();
        list(ui, items, look, |ui, place, rect| {
            let Some(item) = entry.items.get(place) else {
                return String::new();
            };
            let parts = item_parts(texts, catalogue, names, item);
            let change = Change {
                id: id.with(place),
                way: way_of(item),
                privileged: is_privileged(catalogue, item),
                about: &parts.about,
                what: &parts.what,
            };
            change.paint(ui, rect);
            let privileged = change.privileged;
            let line = parts.line(texts);
            if privileged {
                format!("{line}, {}", t!(texts, "privileged"))
            } else {
                line
            }
        });
    });
    closes
}

fn who(ui: &mut Ui, cx: &ViewContext<'_>, names: &TenantNames<'_>, entry: &AuditEntry) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        let name = actor(names, entry);
        avatar(ui, &name, theme::AVATAR_SIZE);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(theme::medium(name)).truncate());
            let upn = names.upn(entry.actor).unwrap_or_default();
            ui.add(Label::new(theme::caption(ui, upn)).truncate());
        });
    });
    let when = relative_time(texts, cx.session.now(), entry.at);
    let exact = exact_time(texts, entry.at);
    let words = theme::secondary(ui, format!("{when} · {exact}"));
    ui.add(Label::new(words).truncate());
}

/// A line with its name before it; `nothing` stands where there is nothing to say.
fn told(ui: &mut Ui, name: &str, text: Option<&str>, nothing: impl FnOnce() -> String) {
    ui.add_space(theme::SPACE_1);
    ui.label(theme::caption(ui, name));
    match text {
        // A reason can be a thousand characters long: the changes keep their room.
        Some(text) => {
            let scroll = egui::ScrollArea::vertical().max_height(88.0);
            scroll
                .id_salt(name)
                .auto_shrink([false, true])
                .show(ui, |ui| ui.add(Label::new(text).wrap()));
        }
        None => {
            ui.label(theme::secondary(ui, nothing()));
        }
    }
}

fn hash(ui: &mut Ui, cx: &ViewContext<'_>, entry: &AuditEntry) {
    let texts = cx.texts;
    ui.add_space(theme::SPACE_1);
    ui.horizontal(|ui| match entry.hash {
        Some(hash) => {
            let mut whole = String::new();
            for byte in hash.0 {
                let _ = write!(whole, "{byte:02x}");
            }
            let short: String = whole.chars().take(HASH).chain(['…']).collect();
            let words = t!(texts, "changes-hash", hash = short);
            ui.label(theme::caption(ui, words)).on_hover_text(&whole);
            let name = t!(texts, "changes-copy-hash");
            if button::icon_button(ui, icon::COPY, &name).clicked() {
                ui.ctx().copy_text(whole);
            }
        }
        None => {
            ui.label(theme::caption(ui, t!(texts, "changes-no-hash")));
        }
    });
}
