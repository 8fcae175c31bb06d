//! The people in a group or a unit: who they are, found by typing, opened, removed.
//!
//! The answer is a list of row numbers in the order of the names, made when the tenant or the
//! search changes; people are looked up for the visible rows only, so that a group of a hundred
//! thousand scrolls like one of ten.

use std::sync::Arc;

use egui::{Rect, Ui, pos2};

use super::listing::{Face, ListState, Spec, Used};
use super::paint::{self, PAD, ROW_BUTTON};
use crate::domain::command::Command;
use crate::domain::group::MemberSet;
use crate::domain::tenant::Tenant;
use crate::domain::user::User;
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Query, RowSet, UserIndex};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::search_box::search_box;

const ROW: f32 = theme::ROW_HEIGHT;

/// What is looked for among the people of a set, and the answer.
#[derive(Debug, Default)]
pub struct People {
    text: String,
    answer: Option<Answer>,
    list: ListState,
}

#[derive(Debug)]
struct Answer {
    stamp: u64,
    set: MemberSet,
    text: String,
    rows: Arc<[u32]>,
}

impl People {
    /// Gives the list the keyboard.
    pub fn want_keyboard(&mut self) {
        self.list.want_keyboard();
    }

    fn follow(&mut self, tenant: &Tenant, index: &UserIndex, set: MemberSet) -> Arc<[u32]> {
        let known = self.answer.as_ref().filter(|known| {
            known.stamp == index.stamp() && known.set == set && known.text == self.text
        });
        if let Some(known) = known {
            return Arc::clone(&known.rows);
        }
        if self
            .answer
            .as_ref()
            .is_none_or(|known| known.text != self.text)
        {
            self.list.restart();
        }
        let rows: Arc<[u32]> = found(tenant, index, set, &self.text).into();
        self.answer = Some(Answer {
            stamp: index.stamp(),
            set,
            text: self.text.clone(),
            rows: Arc::clone(&rows),
        });
        rows
    }
}

/// The rows of the people in `set` whom `text` finds, by name.
pub fn found(tenant: &Tenant, index: &UserIndex, set: MemberSet, text: &str) -> Vec<u32> {
    let mut inside = RowSet::none(index.rows());
    for user in tenant.member_set(set).into_iter().flatten() {
        if let Some(row) = tenant.users().row(*user) {
            inside.set(row.0, true);
        }
    }
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let by_name = index.query(&query);
    by_name
        .iter()
        .copied()
        .filter(|row| inside.contains(*row))
        .collect()
}

/// The people of these rows.
pub fn rows<'a>(tenant: &'a Tenant, rows: &[u32]) -> Vec<&'a User> {
    rows.iter()
        .filter_map(|row| tenant.users().get(Row(*row)))
        .collect()
}

/// Draws the people of `set` in what is left of `ui`; whether someone is to be added.
pub fn people(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    set: MemberSet,
    allowed: &Result<(), String>,
    state: &mut People,
) -> bool {
    let texts = cx.texts;
    let tenant = cx.session.tenant();
    let count = tenant
        .member_set(set)
        .map_or(0, std::collections::BTreeSet::len);
    let add = t!(texts, "group-add-people");
    if count == 0 {
        return nobody(ui, cx, set, &add, allowed);
    }
    let mut adding = false;
    ui.horizontal(|ui| {
        let for_add = button::command_width(ui, &add) + ui.spacing().item_spacing.x;
        ui.spacing_mut().text_edit_width = ui.available_width() - for_add;
        let hint = t!(texts, "group-find-people");
        let field = search_box(ui, &mut state.text, &hint, ("people of", set));
        let into_list = ui.input(|input| {
            input.key_pressed(egui::Key::ArrowDown) || input.key_pressed(egui::Key::Enter)
        });
        if into_list && (field.has_focus() || field.lost_focus()) {
            state.list.want_keyboard();
        }
        adding = button::command_button(ui, icon::PERSON_ADD, &add, allowed.clone()).clicked();
    });
    let shown = state.follow(tenant, cx.index, set);
    if shown.is_empty() {
        ui.add_space(theme::SPACE_4);
        ui.vertical_centered(|ui| {
            ui.label(theme::subtitle(t!(texts, "user-none-found")));
            ui.label(theme::secondary(ui, t!(texts, "group-nobody-found")));
        });
        return adding;
    }
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    list(ui, cx, set, allowed, state, area, &shown);
    adding
}

fn list(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    set: MemberSet,
    allowed: &Result<(), String>,
    state: &mut People,
    area: Rect,
    shown: &[u32],
) {
    let texts = cx.texts;
    let name = match set {
        MemberSet::Owners(_) => t!(texts, "group-owners"),
        MemberSet::Members(_) | MemberSet::Unit(_) => t!(texts, "group-members"),
    };
    let spec = Spec {
        id: ui.scope_id().with(("people", set)),
        name: &name,
        area,
        count: shown.len(),
        row_height: ROW,
    };
    let mut visible = state.list.begin(ui, &spec);
    let range = visible.range.clone();
    let people = rows(
        cx.session.tenant(),
        shown.get(range.clone()).unwrap_or_default(),
    );
    let mut removed = None;
    for (place, user) in range.zip(&people) {
        let name = &user.profile.display_name;
        let face = Face {
            selected: false,
            open: false,
            spoken: format!("{name}, {}", user.upn),
        };
        let (rect, id) = state.list.row(&mut visible, place, user.id, &face);
        let cell = Rect::from_min_max(
            pos2(rect.left() + PAD, rect.top()),
            pos2(rect.right() - ROW_BUTTON - PAD, rect.bottom()),
        );
        paint::person(&mut visible.ui, id, cell, user);
        // Who may not is told once, above the list.
        if allowed.is_ok() {
            let text = t!(texts, "group-remove", name = &**name);
            let id = id.with("remove");
            if paint::row_button(&visible.ui, id, rect, icon::DISMISS, &text).clicked() {
                removed = Some(place);
            }
        }
    }
    let person = |place: usize| {
        let row = shown.get(place).map(|row| Row(*row));
        row.and_then(|row| cx.session.tenant().users().get(row))
    };
    match (removed, visible.used) {
        (Some(place), _) | (None, Some(Used::Remove(place))) if allowed.is_ok() => {
            if let Some(user) = person(place) {
                let command = Command::SetMembership {
                    set,
                    user: user.id,
                    included: false,
                };
                cx.outbox.run(Origin::View, command);
            }
        }
        (None, Some(Used::Open(place))) => {
            if let Some(user) = person(place) {
                cx.outbox.ui(UiCommand::ShowUser(user.id));
            }
        }
        _ => {}
    }
}

/// What stands in place of a list without people; whether someone is to be added.
fn nobody(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    set: MemberSet,
    add: &str,
    allowed: &Result<(), String>,
) -> bool {
    let texts = cx.texts;
    let (title, hint) = match set {
        MemberSet::Members(_) => (
            t!(texts, "group-no-members"),
            t!(texts, "group-no-members-hint"),
        ),
        MemberSet::Owners(_) => (
            t!(texts, "group-no-owners"),
            t!(texts, "group-no-owners-hint"),
        ),
        MemberSet::Unit(_) => (
            t!(texts, "group-unit-nobody"),
            t!(texts, "group-unit-nobody-hint"),
        ),
    };
    ui.add_space(theme::SPACE_6);
    ui.vertical_centered(|ui| {
        ui.label(theme::subtitle(title));
        ui.label(theme::secondary(ui, hint));
        ui.add_space(theme::SPACE_2);
        button::command_button(ui, icon::PERSON_ADD, add, allowed.clone()).clicked()
    })
    .inner
}
