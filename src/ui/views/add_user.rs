//! Add a user: a form for someone new, judged while it is filled in.
//!
//! Owns what was typed until the account is there. It changes nothing itself: *Add* puts one
//! Command into the outbox, and the form knows that it was carried out once the tenant has the
//! new id. A form that was begun is kept while another view is looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Key, Modifiers, Rect, ScrollArea, Ui, UiBuilder, pos2};

use crate::domain::language::Language;
use crate::domain::user::UserId;
use crate::session::Session;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::why;

use super::role_editor::notice::{self, Tone};
use super::role_editor::picker::{self, Group, Input};
use super::role_editor::picker_view::PickerState;
use super::role_editor::words::Words;

pub mod draft;
pub mod judgement;

mod access;
mod account;
mod footer;
mod given;

use draft::Draft;
use footer::Pressed;
use judgement::{Judgement, Key as JudgementKey, Place, judge};

/// From this width on the form has two columns.
const TWO_COLUMNS: f32 = 800.0;
/// The widest that a column is good to read.
const COLUMN: f32 = 620.0;
const GAP: f32 = theme::SPACE_4;

/// What was typed and chosen, and what was worked out about it.
#[derive(Debug, Default)]
pub struct State {
    /// The id that the account will have, once the form was begun.
    id: Option<UserId>,
    draft: Draft,
    picker: PickerState,
    /// Why, where someone says so unasked.
    why: why::State,
    /// What is done once the account is there.
    then: Option<Then>,
    /// Who was added just before.
    added: Option<String>,
    /// Whether the first field was given the keyboard.
    focused: bool,
    judged: Option<(JudgementKey, Arc<Judgement>)>,
    listed: Option<(Listed, Arc<Vec<Group>>)>,
}

/// What the rows of the picker depend on: the answers they show, the language, the search.
type Listed = (Arc<Judgement>, Language, String);

/// What is done once the account is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// Show the person's details.
    Show,
    /// Begin the next form.
    Another,
}

impl State {
    /// What is in the fields.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    fn judgement(&mut self, session: &Session, id: UserId) -> Arc<Judgement> {
        let key = JudgementKey::of(session, &self.draft, id);
        if let Some((known, judgement)) = &self.judged
            && *known == key
        {
            return Arc::clone(judgement);
        }
        let judgement = Arc::new(judge(session, &self.draft, id));
        self.judged = Some((key, Arc::clone(&judgement)));
        judgement
    }

    fn groups(&mut self, words: Words<'_>, judgement: &Arc<Judgement>) -> Arc<Vec<Group>> {
        let (language, query) = (words.language(), &self.picker.query);
        if let Some(((known, spoken, sought), groups)) = &self.listed
            && Arc::ptr_eq(known, judgement)
            && *spoken == language
            && sought == query
        {
            return Arc::clone(groups);
        }
        let input = Input {
            language,
            query,
            chosen: &self.draft.roles,
            held: &BTreeSet::new(),
            verdicts: &judgement.verdicts,
        };
        let groups = Arc::new(picker::rows(words.catalogue(), &input));
        let key = (Arc::clone(judgement), language, query.clone());
        self.listed = Some((key, Arc::clone(&groups)));
        groups
    }

    /// Goes on once the account that was asked for is there.
    fn go_on(&mut self, cx: &mut ViewContext<'_>) {
        let Some((id, then)) = self.id.zip(self.then) else {
            return;
        };
        let Some(user) = cx.session.tenant().user(id) else {
            return;
        };
        *self = Self::default();
        match then {
            Then::Show => cx.outbox.ui(UiCommand::ShowUser(id)),
            Then::Another => self.added = Some(user.profile.display_name.to_string()),
        }
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    state.go_on(cx);
    let id = *state.id.get_or_insert_with(|| UserId(uuid::Uuid::new_v4()));
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let judgement = state.judgement(cx.session, id);
    let blockers = footer::blockers(words, &judgement, &state.draft);
    let asked_over = ui.memory(|memory| memory.top_modal_layer().is_some());
    let by_key =
        !asked_over && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let before = state.draft.clone();

    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let (content, foot) = whole.split_top_bottom_at_y(whole.bottom() - footer::height(&state.why));
    within(ui, content, |ui| {
        ui.label(theme::title(t!(cx.texts, "view-add-user")));
        ui.add_space(theme::SPACE_2);
        ScrollArea::vertical()
            .id_salt("add-user")
            .auto_shrink(false)
            .show(ui, |ui| form(ui, words, &judgement, state));
    });
    let pressed = within(ui, foot, |ui| {
        footer::footer(ui, words, &blockers, &mut state.why)
    });

    state.draft.follow();
    if state.draft != before {
        // The answers are of the fields as they were: adding waits for the next frame.
        state.added = None;
        ui.ctx().request_repaint();
        return;
    }
    let then = match pressed {
        Some(Pressed::Add) => Some(Then::Show),
        Some(Pressed::AddAnother) => Some(Then::Another),
        Some(Pressed::Cancel) => {
            *state = State::default();
            cx.outbox.ui(UiCommand::ShowActiveUsers);
            return;
        }
        None => by_key.then_some(Then::Show),
    };
    if let (Some(_), Some(command), true) = (then, &judgement.asked.command, blockers.is_empty()) {
        state.then = then;
        let assent = state.why.assent();
        cx.outbox.run_because(Origin::View, command.clone(), assent);
    }
}

fn within<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content)
        .inner
}

fn form(ui: &mut Ui, words: Words<'_>, judgement: &Arc<Judgement>, state: &mut State) {
    // The scroll bar keeps clear of the cards.
    let room = ui.available_width() - theme::SPACE_3;
    let two = room >= TWO_COLUMNS;
    let width = if two {
        ((room - GAP) / 2.0).min(COLUMN)
    } else {
        room.min(COLUMN)
    };
    ui.scope(|ui| {
        ui.set_max_width(if two { 2.0 * width + GAP } else { width });
        if let Some(name) = &state.added {
            notice::boxed(ui, Tone::Info, |ui| {
                ui.label(t!(words.texts, "add-done", name = name.as_str()));
            });
        }
        let refused = words.reasons(judgement.refusals(Place::Form));
        if !refused.is_empty() {
            notice::rules(ui, Tone::Locked, None, &refused);
        }
    });
    let top = ui.cursor().min;
    let mut bottom = top.y;
    let mut column = |ui: &mut Ui, number: u8, content: &mut dyn FnMut(&mut Ui)| {
        let beside = f32::from(number) * (width + GAP);
        let corner = if two {
            pos2(top.x + beside, top.y)
        } else {
            pos2(top.x, bottom)
        };
        let rect = Rect::from_min_size(corner, egui::vec2(width, f32::INFINITY));
        let drawn = ui.scope_builder(
            UiBuilder::new().max_rect(rect).id_salt(("column", number)),
            |ui| {
                ui.set_width(width);
                content(ui);
            },
        );
        bottom = bottom.max(drawn.response.rect.bottom() + GAP);
    };
    column(ui, 0, &mut |ui| {
        account::account(ui, words, judgement, state);
        // In sight of the roles, whose list is long.
        if two {
            access::summary(ui, words, judgement);
        }
    });
    column(ui, 1, &mut |ui| {
        access::access(ui, words, judgement, state);
        if !two {
            access::summary(ui, words, judgement);
        }
    });
    ui.advance_cursor_after_rect(Rect::from_min_max(top, pos2(top.x + width, bottom)));
}

/// A part of the form under a title of its own.
fn section(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    egui::Frame::new()
        .fill(p.surface)
        .stroke(egui::Stroke::new(1.0, p.line))
        .corner_radius(theme::RADIUS_CARD)
        .inner_margin(egui::Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme::subtitle(title));
            content(ui);
        });
    ui.add_space(theme::SPACE_2);
}
