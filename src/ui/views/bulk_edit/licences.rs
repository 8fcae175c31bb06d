//! The third step: what becomes of the licences.

use egui::{Label, Ui};

use super::draft::LicencesDraft;
use super::{State, heading};
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::check_box::{SIZE, check_box_labelled};
use crate::ui::widgets::focus::silent;
use crate::ui::widgets::radio_card::radio_card;

/// Draws the step.
pub fn licences(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    heading(
        ui,
        t!(texts, "bulk-step-licences"),
        t!(texts, "bulk-licences-about"),
    );
    for (choice, title, about) in [
        (
            LicencesDraft::Leave,
            t!(texts, "bulk-licences-leave"),
            t!(texts, "bulk-licences-leave-about"),
        ),
        (
            LicencesDraft::Add,
            t!(texts, "bulk-licences-add"),
            t!(texts, "bulk-licences-add-about"),
        ),
        (
            LicencesDraft::Replace,
            t!(texts, "bulk-licences-replace"),
            t!(texts, "bulk-licences-replace-about"),
        ),
        (
            LicencesDraft::Remove,
            t!(texts, "bulk-licences-remove"),
            t!(texts, "bulk-licences-remove-about"),
        ),
    ] {
        let chosen = state.draft.licences == choice;
        let card = radio_card(ui, chosen, &title, &about, true);
        if choice == LicencesDraft::Leave {
            panes::mark(ui, Pane::View, ui.clip_rect(), card.id);
            if std::mem::take(&mut state.wants_focus) {
                card.request_focus();
            }
        }
        if card.clicked() {
            state.draft.licences = choice;
        }
    }
    if state.draft.licences == LicencesDraft::Leave {
        return;
    }
    ui.add_space(theme::SPACE_2);
    ui.label(theme::medium(t!(texts, "bulk-licences-which")));
    let tenant = cx.session.tenant();
    if tenant.subscriptions().is_empty() {
        notice::boxed(ui, Tone::Info, |ui| {
            ui.label(t!(texts, "bulk-licences-none"));
        });
    }
    let gives = matches!(
        state.draft.licences,
        LicencesDraft::Add | LicencesDraft::Replace
    );
    for sold in tenant.subscriptions() {
        ui.spacing_mut().item_spacing.y = 0.0;
        let chosen = state.draft.chosen_licences.contains(&sold.id);
        if check_box_labelled(ui, chosen, &*sold.name, true).clicked() {
            if chosen {
                state.draft.chosen_licences.remove(&sold.id);
            } else {
                state.draft.chosen_licences.insert(sold.id);
            }
        }
        let used = tenant.seats_used(sold.id);
        let free = sold.seats.saturating_sub(used);
        let seats = t!(texts, "bulk-seats", used = used, count = sold.seats);
        under(ui, None, &seats);
        if gives && chosen && (free as usize) < state.people.len() {
            let few = t!(texts, "bulk-seats-few", count = free);
            under(ui, Some(icon::WARNING), &few);
        }
        ui.add_space(theme::SPACE_2);
    }
}

/// A line under the text of a check box.
fn under(ui: &mut Ui, glyph: Option<&str>, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.add_space(SIZE + theme::SPACE_2);
        let p = theme::palette(ui);
        let mut words = theme::caption(ui, text);
        if let Some(glyph) = glyph {
            silent(ui.label(theme::icon_text(glyph).size(14.0).color(p.warning)));
            words = words.color(p.warning);
        }
        ui.add(Label::new(words).wrap());
    });
}
