//! The sections of the panel, in the order of the article.

use std::sync::Arc;

use egui::{Rect, Ui, Vec2};

use super::draft::Kind;
use super::judgement::{Judgement, Place, place};
use super::notice::{self, Tone};
use super::words::Words;
use super::{
    Outcome, State, Trouble, contact_view, copy_roles, delegation_view, derived_view, header,
    more_view, picker_view, role_sets, summary_view, through_groups,
};
use crate::domain::decision::Reason;
use crate::domain::role::Principal;
use crate::domain::user::{User, UserId};
use crate::t;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::radio_card::radio_card;

/// Draws them all.
pub fn sections(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    user: &User,
    judgement: &Arc<Judgement>,
    state: &mut State,
) {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    header::header(ui, words, user, cx.outbox);
    if state.conflict {
        ui.add_space(theme::SPACE_2);
        notice::boxed(ui, Tone::Warning, |ui| {
            ui.label(t!(words.texts, "editor-changed-meanwhile"));
            if button::standard(ui, t!(words.texts, "editor-reload")).clicked() {
                state.discard(words.session);
            }
        });
    }
    let refused = match &state.outcome {
        Outcome::Trouble(Trouble::Refused(reasons)) => reasons.clone(),
        _ => Vec::new(),
    };
    ui.add_space(theme::SPACE_3);
    roles(ui, cx, judgement, &refused, state);
    if delegation_view::is_offered(words, &state.baseline) {
        ui.add_space(theme::SPACE_4);
        delegation_view::delegation(ui, words, judgement, &refused, &mut state.draft);
    }
    ui.add_space(theme::SPACE_4);
    contact_view::contact(ui, words, judgement, &refused, &mut state.draft);
    ui.add_space(theme::SPACE_4);
    let top = Rect::from_min_size(ui.cursor().min, Vec2::splat(theme::CONTROL_HEIGHT));
    summary_view::summary(ui, words, judgement);
    if state.show_summary {
        ui.scroll_to_rect(top, Some(egui::Align::Min));
    }
}

fn roles(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    judgement: &Arc<Judgement>,
    refused: &[Reason],
    state: &mut State,
) {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let texts = words.texts;
    ui.label(theme::subtitle(t!(texts, "editor-manage-roles")));
    ui.label(theme::caption(ui, t!(texts, "editor-manage-roles-intro")));
    let locked = !judgement.roles_locked.is_empty() || words.session.actor().is_none();
    if !judgement.roles_locked.is_empty() {
        notice::rules(
            ui,
            Tone::Locked,
            None,
            &words.reasons(&judgement.roles_locked),
        );
    }
    sources(ui, cx, judgement, state, locked);
    if let Some(from) = &state.taken_from {
        notice::boxed(ui, Tone::Info, |ui| {
            ui.label(from.as_str());
        });
    }
    cards(ui, words, judgement, state, locked);
    if state.draft.kind == Kind::Customized {
        ui.add_space(theme::SPACE_1);
        let groups = state.groups(words, judgement);
        let clicked = picker_view::picker(ui, words, &groups, &mut state.picker, locked);
        if let Some(role) = clicked {
            state.draft.toggle(role, words.session.now());
        }
    }
    let State {
        baseline,
        draft,
        more,
        ..
    } = state;
    more_view::more_options(ui, words, baseline, draft, more, locked);
    let live = judgement.decision.refusals().iter().chain(refused);
    let here = live.filter(|reason| place(reason.rule) == Place::Roles);
    let rules = rule_texts(words.language(), words.catalogue(), here);
    if !rules.is_empty() {
        let title = t!(texts, "editor-not-allowed");
        let response = notice::rules(ui, Tone::Refused, Some(&title), &rules);
        if state.reveal {
            response.scroll_to_me(None);
        }
    }
    through_groups::through_groups(ui, words, state.baseline.user, cx.outbox);
    derived_view::derived(ui, words, judgement);
}

/// Where roles can come from, other than one by one: another person, a set under a name.
fn sources(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    judgement: &Judgement,
    state: &mut State,
    locked: bool,
) {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let texts = words.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let copy = t!(texts, "editor-copy-roles");
        let why = words.reasons(&judgement.roles_locked);
        let why: Vec<_> = why.iter().map(RuleText::line).collect();
        let enabled = if locked { Err(why.join("\n")) } else { Ok(()) };
        let button = button::command_button(ui, icon::COPY, &copy, enabled);
        let user = state.baseline.user;
        let chosen = copy_roles::popup(&button, words, cx.index, &mut state.copying, user);
        if let Some(from) = chosen {
            copy_from(words, state, from);
        }
        let now = words.session.now();
        let chosen = state.draft.chosen(now);
        if let Some(roles) = role_sets::role_sets(ui, cx, &mut state.sets, &chosen, locked) {
            state.draft.apply_set(&roles);
            state.taken_from = Some(t!(texts, "editor-set-applied"));
            state.show_summary = true;
        }
    });
}

fn copy_from(words: Words<'_>, state: &mut State, from: UserId) {
    let (tenant, now) = (words.session.tenant(), words.session.now());
    let held = tenant.assignments().of(Principal::User(from));
    let State {
        draft, baseline, ..
    } = state;
    draft.copy(held, &baseline.held, now);
    let name = tenant
        .user(from)
        .map(|it| it.profile.display_name.to_string());
    let name = name.unwrap_or_default();
    state.taken_from = Some(t!(words.texts, "editor-copied", name = name));
    state.show_summary = true;
}

fn cards(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, state: &mut State, locked: bool) {
    let texts = words.texts;
    for (kind, refusals) in Kind::ALL.into_iter().zip(&judgement.cards) {
        let (title, about) = match kind {
            Kind::User => (t!(texts, "role-kind-user"), t!(texts, "editor-user-about")),
            Kind::Global => (
                t!(texts, "role-kind-global"),
                t!(texts, "editor-global-about"),
            ),
            Kind::Customized => (
                t!(texts, "role-kind-customized"),
                t!(texts, "editor-customized-about"),
            ),
        };
        let selected = state.draft.kind == kind;
        let why: Vec<_> = words.reasons(refusals).iter().map(RuleText::line).collect();
        let about = if why.is_empty() || selected {
            about
        } else {
            why.join(" ")
        };
        let enabled = !locked && (selected || why.is_empty());
        if radio_card(ui, selected, &title, &about, enabled).clicked() {
            state.draft.kind = kind;
        }
    }
}
