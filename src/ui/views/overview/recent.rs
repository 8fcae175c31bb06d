//! What changed last: who did what, and when.

use std::sync::Arc;

use egui::{RichText, Ui, pos2, vec2};

use super::draw;
use crate::domain::audit::AuditEntry;
use crate::domain::diff::{KnownNames, TenantNames};
use crate::i18n::Texts;
use crate::i18n::{exact_time, relative_time};
use crate::session::Session;
use crate::t;
use crate::ui::item_words::capital;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::changes::facts::undone;
use crate::ui::views::changes::rows::{EntryRow, rows as entry_rows};

/// The height of an entry's row.
const ROW: f32 = 39.0;
/// How many entries are kept: more than fit the tallest screen.
const KEPT: usize = 40;

/// The latest entries, the newest first.
pub fn rows(texts: &Texts, session: &Session, gone: &KnownNames) -> Arc<[EntryRow]> {
    let tenant = session.tenant();
    let names = TenantNames { tenant, gone };
    let history = tenant.audit();
    let latest = history
        .get(history.len().saturating_sub(KEPT)..)
        .unwrap_or(history);
    // Only what came later undoes an entry.
    let undone = undone(latest);
    let newest: Vec<&AuditEntry> = latest.iter().rev().collect();
    entry_rows(texts, session.catalogue(), &names, &undone, &newest).into()
}

/// Draws as many entries as have room, of `all` there are.
pub fn list(ui: &mut Ui, cx: &mut ViewContext<'_>, rows: &[EntryRow], all: usize) {
    let texts = cx.texts;
    if rows.is_empty() {
        draw::nothing(ui, icon::CHANGES, &t!(texts, "overview-recent-none"));
        return;
    }
    let height = ui.available_height();
    let mut fitting = draw::rows_in(height, ROW);
    if fitting < all {
        fitting = draw::rows_in(height - draw::FOOT, ROW).max(1);
    }
    let mut asked = false;
    for entry in rows.iter().take(fitting) {
        asked |= row(ui, cx, entry).clicked();
    }
    if all > fitting {
        asked |= draw::foot(ui, &t!(texts, "overview-all-changes", count = all)).clicked();
    }
    if asked {
        cx.outbox.ui(UiCommand::ShowChanges);
    }
}

fn row(ui: &mut Ui, cx: &ViewContext<'_>, entry: &EntryRow) -> egui::Response {
    let texts = cx.texts;
    let what = capital(&entry.what);
    let mut told = vec![
        entry.actor.clone(),
        relative_time(texts, cx.session.now(), entry.at),
    ];
    told.extend(entry.mark.clone());
    let below = told.join(" · ");
    let exact = exact_time(texts, entry.at);
    let response = draw::row(ui, ROW, &what, &below, |ui, rect| {
        let p = theme::palette(ui);
        let inside = rect.shrink2(vec2(theme::SPACE_2, 0.0));
        let (glyph, ink) = if entry.privileged {
            (icon::PRIVILEGED, p.privileged)
        } else {
            (icon::CHANGES, p.text_secondary)
        };
        let left = inside.left() + theme::ICON_SIZE + theme::SPACE_2;
        let y = inside.center().y;
        draw::glyph(ui, pos2(inside.left(), y), glyph, ink);
        let text = RichText::new(what.as_str()).color(p.text);
        draw::line(ui, pos2(left, y - 8.0), inside.right() - left, text);
        let small = RichText::new(below.as_str())
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary);
        draw::line(ui, pos2(left, y + 9.0), inside.right() - left, small);
        false
    });
    let mut hover = format!("{what}\n{exact}");
    if !entry.why.is_empty() {
        hover = format!("{hover}\n{}", capital(&entry.why));
    }
    response.on_hover_text(hover)
}
