//! The role editor: what the details panel shows of a person, in the order of the article.
//!
//! Owns what is being changed about one person until Save. It changes nothing itself: Save puts
//! one Command into the outbox, the app runs it and tells [`State::on_outcome`] what came of it.
//! Whether something may be is asked from the session; the answers are kept in `judgement` until
//! the tenant, the actor or the fields change.
//!
//! [`ui`] draws its own margins and footer: give it the whole panel, without a margin.

use std::sync::Arc;

use egui::{Key, Modifiers, Rect, ScrollArea, Ui, UiBuilder};

use crate::domain::apply::{Applied, Impossible, Refusal};
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::user::UserId;
use crate::session::{ExecuteError, Session};
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::why;

pub mod baseline;
pub mod copy_roles;
pub mod draft;
pub mod entry;
pub mod judgement;
pub mod matching;
pub mod moment;
pub mod more;
pub mod notice;
pub mod picker;
pub mod picker_view;
pub mod role_sets;
pub mod summary;
pub mod through_groups;
pub mod words;

mod contact_view;
mod delegation_view;
mod derived_view;
mod field;
mod footer;
mod header;
mod more_view;
pub(super) mod role_details;
mod scope_view;
mod sections;
mod summary_view;

use baseline::Baseline;
use copy_roles::CopyState;
use draft::Draft;
use footer::Pressed;
use judgement::{Judgement, Key as JudgementKey, judge, listed};
use more_view::MoreState;
use picker::{Group, Input};
use picker_view::PickerState;
use role_sets::RoleSetsState;
use words::Words;

/// A mark before a line of text.
const MARK: f32 = 14.0;
/// A button in a line of text.
const LINE_BUTTON: f32 = 24.0;

/// What is being changed about one person.
#[derive(Debug)]
pub struct State {
    baseline: Baseline,
    draft: Draft,
    picker: PickerState,
    more: MoreState,
    copying: CopyState,
    sets: RoleSetsState,
    /// What is said of roles that came from another person or from a set.
    taken_from: Option<String>,
    /// What changes is to be scrolled to.
    show_summary: bool,
    /// Why, where someone says so unasked.
    why: why::State,
    outcome: Outcome,
    /// The tenant changed in what was being edited.
    conflict: bool,
    /// What was refused is to be scrolled to.
    reveal: bool,
    judged: Option<(JudgementKey, Arc<Judgement>)>,
    listed: Option<(ListKey, Arc<Vec<Group>>)>,
}

/// What the rows of the picker depend on: the answers they show, the language, the search.
type ListKey = (Arc<Judgement>, Language, String);

/// What came of the latest Save.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing was saved since the fields changed.
    Open,
    /// It is saved.
    Saved,
    /// It is not.
    Trouble(Trouble),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Trouble {
    /// Rules refuse it.
    Refused(Vec<Reason>),
    /// The reason that was asked for was not given.
    NotConfirmed,
    /// It can't be done.
    Failed(Impossible),
}

impl State {
    /// Opens the editor on a person.
    pub fn open(user: UserId, session: &Session) -> Self {
        let baseline = Baseline::of(session, user);
        Self {
            draft: baseline.draft(),
            baseline,
            picker: PickerState::default(),
            more: MoreState::default(),
            copying: CopyState::default(),
            sets: RoleSetsState::default(),
            taken_from: None,
            show_summary: false,
            why: why::State::default(),
            outcome: Outcome::Open,
            conflict: false,
            reveal: false,
            judged: None,
            listed: None,
        }
    }

    /// Who is being edited.
    pub fn user(&self) -> UserId {
        self.baseline.user
    }

    /// Whether something would be lost by closing.
    pub fn is_changed(&self) -> bool {
        self.baseline.changes(&self.draft)
    }

    /// Takes in what came of what the editor asked for.
    pub fn on_outcome(&mut self, session: &Session, outcome: &Result<Applied, ExecuteError>) {
        self.outcome = match outcome {
            Ok(_) => {
                self.discard(session);
                Outcome::Saved
            }
            Err(ExecuteError::Refused(Refusal::Policy(decision))) => {
                self.reveal = true;
                Outcome::Trouble(Trouble::Refused(decision.refusals().to_vec()))
            }
            Err(ExecuteError::Refused(Refusal::NeedsReason(_))) => {
                Outcome::Trouble(Trouble::NotConfirmed)
            }
            Err(ExecuteError::Refused(Refusal::Impossible(impossible))) => {
                Outcome::Trouble(Trouble::Failed(impossible.clone()))
            }
            Err(ExecuteError::NotSignedIn | ExecuteError::NothingToDo) => Outcome::Open,
        };
    }

    /// Takes in that the tenant changed: by undo, redo, or an edit elsewhere. What was not being
    /// edited follows; where both changed the same thing, a person is asked to reload.
    pub fn tenant_changed(&mut self, session: &Session) {
        let now = Baseline::of(session, self.baseline.user);
        if now == self.baseline {
            return;
        }
        let (before, after) = (self.baseline.draft(), now.draft());
        let was = &self.baseline;
        if was.held != now.held {
            if !was.roles_change(&self.draft) {
                self.draft.take_roles(&after);
                self.more = MoreState::default();
            } else if now.roles_change(&self.draft) {
                self.conflict = true;
            }
        }
        if before.email != after.email {
            if !was.email_changes(&self.draft) {
                self.draft.email.clone_from(&after.email);
            } else if now.email_changes(&self.draft) {
                self.conflict = true;
            }
        }
        if before.phone != after.phone {
            if !was.phone_changes(&self.draft) {
                self.draft.phone.clone_from(&after.phone);
            } else if now.phone_changes(&self.draft) {
                self.conflict = true;
            }
        }
        if was.delegation != now.delegation {
            if self.draft.delegation == was.delegation {
                self.draft.delegation = now.delegation;
            } else if self.draft.delegation != now.delegation {
                self.conflict = true;
            }
        }
        // There are two answers only: whoever chose the other one has what they chose.
        if self.draft.product_mail == was.product_mail {
            self.draft.product_mail = now.product_mail;
        }
        self.baseline = now;
        self.outcome = Outcome::Open;
    }

    /// Forgets what was changed.
    pub fn discard(&mut self, session: &Session) {
        self.baseline = Baseline::of(session, self.baseline.user);
        self.draft = self.baseline.draft();
        self.more = MoreState::default();
        self.taken_from = None;
        self.why.clear();
        self.conflict = false;
    }

    /// What the policy says now; asked anew only when something changed.
    fn judgement(&mut self, session: &Session) -> Arc<Judgement> {
        let key = JudgementKey::of(session, &self.baseline, &self.draft);
        if let Some((known, judgement)) = &self.judged
            && *known == key
        {
            return Arc::clone(judgement);
        }
        let judgement = Arc::new(judge(session, &self.baseline, &self.draft));
        self.judged = Some((key, Arc::clone(&judgement)));
        judgement
    }

    /// The rows of the picker; built anew only when something changed.
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
            chosen: &self.draft.roles(words.session.now()),
            held: &listed(&self.baseline, &self.draft),
            verdicts: &judgement.verdicts,
        };
        let mut groups = picker::rows(words.catalogue(), &input);
        for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
            row.ways = more::ways_of(words, &self.baseline, &self.draft, row.id);
        }
        let groups = Arc::new(groups);
        let key = (Arc::clone(judgement), language, query.clone());
        self.listed = Some((key, Arc::clone(&groups)));
        groups
    }
}

/// Draws the editor into the whole of `ui`.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let whole = ui.available_rect_before_wrap();
    let Some(user) = cx.session.tenant().user(state.user()) else {
        gone(ui, words);
        return;
    };
    let judgement = state.judgement(cx.session);
    state.conflict &= state.is_changed();
    let blockers = footer::blockers(words, &judgement, state.conflict);
    // What asks for the reason takes the same key.
    let asked_over = ui.memory(|memory| memory.top_modal_layer().is_some());
    let save_by_key =
        !asked_over && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let before = state.draft.clone();

    let split = whole.bottom() - footer::height(&state.why);
    let (content, foot) = whole.split_top_bottom_at_y(split);
    within(ui, content, |ui| {
        ScrollArea::vertical()
            .id_salt("role-editor")
            .auto_shrink(false)
            .content_margin(egui::Margin::symmetric(20, 16))
            .show(ui, |ui| {
                sections::sections(ui, cx, user, &judgement, state);
            });
    });
    let pressed = within(ui, foot, |ui| {
        let State { outcome, why, .. } = &mut *state;
        footer::footer(ui, words, &judgement, &blockers, outcome, why, cx.outbox)
    });

    state.reveal = false;
    // What changes is judged before it is drawn: the next frame has it.
    state.show_summary &= state.draft != before;
    if state.draft != before {
        // The answers are of the fields as they were: a Save waits for the next frame.
        state.outcome = Outcome::Open;
        ui.ctx().request_repaint();
        return;
    }
    let saves = save_by_key || pressed == Some(Pressed::Save);
    if saves && blockers.is_empty() {
        if let Some(command) = &judgement.asked.command {
            state.outcome = Outcome::Open;
            let (origin, assent) = (Origin::RoleEditor, state.why.assent());
            cx.outbox.run_because(origin, command.clone(), assent);
        }
    } else if pressed == Some(Pressed::Cancel) {
        state.discard(cx.session);
        cx.outbox.ui(UiCommand::CloseDetails);
    } else if pressed == Some(Pressed::Close) {
        cx.outbox.ui(UiCommand::CloseDetails);
    }
}

fn within<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content)
        .inner
}

fn gone(ui: &mut Ui, words: Words<'_>) {
    ui.add_space(theme::SPACE_8);
    ui.vertical_centered(|ui| {
        ui.label(theme::secondary(ui, t!(words.texts, "editor-gone")));
    });
}
