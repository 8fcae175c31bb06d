//! The second step: roles, of which one is chosen only after Yes (R19), and delegated
//! administration where the tenant is a certified partner's (R18).

use egui::Ui;

use super::draft::RolesDraft;
use super::{State, heading};
use crate::domain::user::DelegatedAdministration;
use crate::i18n::Texts;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::views::role_editor::picker_view;
use crate::ui::views::role_editor::role_sets::role_sets;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::radio_card::radio_card;

/// Draws the step.
pub fn settings(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    heading(ui, t!(texts, "user-roles"), t!(texts, "bulk-roles-about"));
    let judged = state.roles.judged(cx.session, &state.people);
    let locked = !judged.locked.is_empty();
    let words = Words {
        texts,
        session: cx.session,
    };
    if locked {
        let rules = words.reasons(&judged.locked);
        notice::rules(ui, Tone::Locked, None, &rules);
    }
    for (choice, title, about) in [
        (
            RolesDraft::Leave,
            t!(texts, "bulk-roles-leave"),
            t!(texts, "bulk-roles-leave-about"),
        ),
        (
            RolesDraft::Assign,
            t!(texts, "bulk-roles-assign"),
            t!(texts, "bulk-roles-assign-about"),
        ),
        (
            RolesDraft::Revoke,
            t!(texts, "bulk-roles-revoke"),
            t!(texts, "bulk-roles-revoke-about"),
        ),
    ] {
        let chosen = state.draft.roles == choice;
        let enabled = chosen || !locked || choice == RolesDraft::Leave;
        let card = radio_card(ui, chosen, &title, &about, enabled);
        if choice == RolesDraft::Leave {
            panes::mark(ui, Pane::View, ui.clip_rect(), card.id);
            if std::mem::take(&mut state.wants_focus) {
                card.request_focus();
            }
        }
        if card.clicked() {
            state.draft.roles = choice;
        }
    }
    if state.draft.roles == RolesDraft::Assign {
        ui.add_space(theme::SPACE_1);
        let sets = &mut state.role_sets;
        if let Some(set) = role_sets(ui, cx, sets, &state.draft.chosen_roles, locked) {
            state.draft.chosen_roles = set;
        }
        let chosen = &state.draft.chosen_roles;
        let language = texts.language();
        let query = &state.picker.query;
        let groups = state
            .roles
            .groups(cx.session.catalogue(), language, query, chosen, &judged);
        let clicked = picker_view::picker(ui, words, &groups, &mut state.picker, locked);
        if let Some(role) = clicked
            && !state.draft.chosen_roles.remove(&role)
        {
            state.draft.chosen_roles.insert(role);
        }
    }
    if cx.session.tenant().organization().certified_partner {
        ui.add_space(theme::SPACE_4);
        delegation(ui, texts, &mut state.draft.delegation);
    }
}

fn delegation(ui: &mut Ui, texts: &Texts, level: &mut Option<DelegatedAdministration>) {
    heading(
        ui,
        t!(texts, "bulk-delegation"),
        t!(texts, "bulk-delegation-about"),
    );
    for (choice, title, about) in [
        (
            None,
            t!(texts, "bulk-delegation-leave"),
            t!(texts, "bulk-delegation-leave-about"),
        ),
        (
            Some(DelegatedAdministration::Full),
            t!(texts, "bulk-delegation-full"),
            t!(texts, "bulk-delegation-full-about"),
        ),
        (
            Some(DelegatedAdministration::Limited),
            t!(texts, "bulk-delegation-limited"),
            t!(texts, "bulk-delegation-limited-about"),
        ),
        (
            Some(DelegatedAdministration::None),
            t!(texts, "bulk-delegation-none"),
            t!(texts, "bulk-delegation-none-about"),
        ),
    ] {
        if radio_card(ui, *level == choice, &title, &about, true).clicked() {
            *level = choice;
        }
    }
}
