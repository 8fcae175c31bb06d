//! The right of the form: licences, roles and delegated administration; and what it all gives.

use std::sync::Arc;

use egui::{Label, Ui};

use super::draft::{Access, Draft};
use super::judgement::{Judgement, Place};
use super::{State, given, section};
use crate::domain::user::DelegatedAdministration;
use crate::t;
use crate::ui::seats;
use crate::ui::theme;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::views::role_editor::picker_view;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::radio_card::radio_card;

/// Draws it.
pub fn access(ui: &mut Ui, words: Words<'_>, judgement: &Arc<Judgement>, state: &mut State) {
    let texts = words.texts;
    section(ui, &t!(texts, "user-licences"), |ui| {
        licences(ui, words, judgement, &mut state.draft);
    });
    section(ui, &t!(texts, "user-roles"), |ui| {
        ui.label(theme::caption(ui, t!(texts, "editor-manage-roles-intro")));
        roles(ui, words, judgement, state);
    });
    if words.session.tenant().organization().certified_partner {
        section(ui, &t!(texts, "item-delegation"), |ui| {
            delegation(ui, words, judgement, &mut state.draft);
        });
    }
}

/// What all of it gives.
pub fn summary(ui: &mut Ui, words: Words<'_>, judgement: &Judgement) {
    section(ui, &t!(words.texts, "add-summary"), |ui| {
        given::given(ui, words, judgement);
    });
}

fn licences(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, draft: &mut Draft) {
    let texts = words.texts;
    let refused = words.reasons(judgement.refusals(Place::Licences));
    if !refused.is_empty() {
        notice::rules(ui, Tone::Refused, None, &refused);
    }
    if judgement.seats.is_empty() {
        let nothing = theme::secondary(ui, t!(texts, "licences-none"));
        ui.add(Label::new(nothing).wrap());
    }
    let clicked = seats::list(ui, texts, &judgement.seats, &draft.licences, true);
    if let Some(seat) = clicked
        && !draft.licences.remove(&seat)
    {
        draft.licences.insert(seat);
    }
}

fn roles(ui: &mut Ui, words: Words<'_>, judgement: &Arc<Judgement>, state: &mut State) {
    let texts = words.texts;
    for access in Access::ALL {
        let (title, about) = match access {
            Access::User => (t!(texts, "role-kind-user"), t!(texts, "editor-user-about")),
            Access::Global => (
                t!(texts, "role-kind-global"),
                t!(texts, "editor-global-about"),
            ),
            Access::Customized => (
                t!(texts, "role-kind-customized"),
                t!(texts, "editor-customized-about"),
            ),
        };
        let chosen = state.draft.access == access;
        if radio_card(ui, chosen, &title, &about, true).clicked() {
            state.draft.access = access;
        }
    }
    let refused = words.reasons(judgement.refusals(Place::Roles));
    if !refused.is_empty() {
        let title = t!(texts, "editor-not-allowed");
        notice::rules(ui, Tone::Refused, Some(&title), &refused);
    }
    if state.draft.access != Access::Customized {
        return;
    }
    let groups = state.groups(words, judgement);
    let clicked = picker_view::picker(ui, words, &groups, &mut state.picker, false);
    if let Some(role) = clicked
        && !state.draft.roles.remove(&role)
    {
        state.draft.roles.insert(role);
    }
}

fn delegation(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, draft: &mut Draft) {
    let texts = words.texts;
    for level in DelegatedAdministration::ALL {
        let (title, about) = match level {
            DelegatedAdministration::None => (
                t!(texts, "bulk-delegation-none"),
                t!(texts, "add-delegation-none-about"),
            ),
            DelegatedAdministration::Limited => (
                t!(texts, "bulk-delegation-limited"),
                t!(texts, "bulk-delegation-limited-about"),
            ),
            DelegatedAdministration::Full => (
                t!(texts, "bulk-delegation-full"),
                t!(texts, "bulk-delegation-full-about"),
            ),
        };
        if radio_card(ui, draft.delegation == level, &title, &about, true).clicked() {
            draft.delegation = level;
        }
    }
    let refused = words.reasons(judgement.refusals(Place::Delegation));
    if !refused.is_empty() {
        notice::rules(ui, Tone::Refused, None, &refused);
    }
}
