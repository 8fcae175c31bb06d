//! Deleted users: who can still be restored, until when, and with which roles.
//!
//! Owns what is looked for and who is checked. The list is gathered when the tenant changes; a
//! frame draws only the rows in sight.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align, Layout, Ui};

use crate::domain::user::UserId;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::search_box::search_box;

use super::active_users::scroll::Scroll;
use super::role_editor::notice::{self, Tone};

mod commands;
mod list;
pub mod rows;

use commands::Verdicts;
use rows::Listing;

/// What is looked for, who is checked, and what was worked out.
#[derive(Default)]
pub struct State {
    query: String,
    /// Who is checked.
    checked: BTreeSet<UserId>,
    /// Another number for every state of what is checked.
    changed: u64,
    listing: Option<(u64, Listing)>,
    shown: Option<(u64, String, Arc<[UserId]>)>,
    /// How many of those shown are checked, and what it was counted of.
    among: Option<(u64, Arc<[UserId]>, usize)>,
    verdicts: Option<Verdicts>,
    scroll: Scroll,
    /// The place of the row with the keyboard.
    cursor: usize,
    /// Whether it got there by the keyboard, which then shows it.
    by_keyboard: bool,
    /// The place from which a range is checked.
    anchor: Option<usize>,
}

impl State {
    /// Who is checked.
    pub fn checked(&self) -> &BTreeSet<UserId> {
        &self.checked
    }

    /// Checks these people, or no longer.
    fn check_all(&mut self, people: &[UserId], checked: bool) {
        if checked {
            self.checked.extend(people);
        } else {
            for id in people {
                self.checked.remove(id);
            }
        }
        self.changed += 1;
    }

    /// Checks nobody.
    fn clear(&mut self) {
        self.checked.clear();
        self.anchor = None;
        self.changed += 1;
    }

    /// How many of those shown are checked; counted anew when either changed.
    fn among(&mut self, shown: &Arc<[UserId]>) -> usize {
        if let Some((changed, known, count)) = &self.among
            && *changed == self.changed
            && Arc::ptr_eq(known, shown)
        {
            return *count;
        }
        let count = shown.iter().filter(|id| self.checked.contains(id)).count();
        self.among = Some((self.changed, Arc::clone(shown), count));
        count
    }

    /// Checks the person in `place` of `shown`, or no longer; with `range` all from the previous
    /// click on.
    fn toggle(&mut self, shown: &[UserId], place: usize, range: bool) {
        let Some(id) = shown.get(place) else { return };
        let checked = !self.checked.contains(id);
        let from = self.anchor.filter(|_| range).unwrap_or(place);
        let places = from.min(place)..=from.max(place);
        self.check_all(shown.get(places).unwrap_or_default(), checked);
        self.anchor = Some(place);
    }

    /// Who is shown; gathered anew when the tenant or the question changed.
    fn follow(&mut self, cx: &ViewContext<'_>) -> (Arc<[UserId]>, usize) {
        let tenant = cx.session.tenant();
        let revision = tenant.revision();
        let listing = match self.listing.take() {
            Some((known, listing)) if known == revision => listing,
            _ => {
                let count = self.checked.len();
                self.checked
                    .retain(|id| tenant.deleted_users().contains_key(id));
                self.changed += u64::from(count != self.checked.len());
                self.shown = None;
                Listing::of(tenant)
            }
        };
        let count = listing.len();
        let shown = match self.shown.take() {
            Some((known, query, shown)) if known == revision && query == self.query => shown,
            _ => {
                self.anchor = None;
                listing.find(&self.query)
            }
        };
        self.listing = Some((revision, listing));
        self.shown = Some((revision, self.query.clone(), Arc::clone(&shown)));
        (shown, count)
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    let (shown, count) = state.follow(cx);
    let list_id = list::list_id(ui);
    title(ui, cx, state, (shown.len(), count), list_id);
    let days = cx.session.tenant().organization().deleted_user_days;
    ui.label(theme::secondary(
        ui,
        t!(cx.texts, "deleted-about", count = days),
    ));
    if count == 0 {
        nobody(ui, cx, state, false);
        return;
    }
    commands::bar(ui, cx, state);
    if !state.checked.is_empty()
        && let Some(why) = state.verdicts.as_ref().and_then(Verdicts::why_not)
    {
        notice::boxed(ui, Tone::Refused, |ui| {
            ui.label(why);
        });
    }
    let (shown, _) = state.follow(cx);
    if shown.is_empty() {
        nobody(ui, cx, state, true);
        return;
    }
    panes::mark(ui, Pane::View, ui.clip_rect(), list_id);
    list::list(ui, cx, list_id, state, &shown);
}

/// The title, how many people there are, and the search box.
fn title(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    (shown, count): (usize, usize),
    list_id: egui::Id,
) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-deleted-users")));
        ui.add_space(theme::SPACE_1);
        let words = if shown == count {
            t!(texts, "count-users", count = count)
        } else {
            t!(texts, "user-shown", shown = shown, count = count)
        };
        if count == 0 {
            return;
        }
        ui.label(theme::secondary(ui, words));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().text_edit_width = 340.0;
            let hint = t!(texts, "sign-in-hint");
            let down = ui.input(|input| {
                input.key_pressed(egui::Key::ArrowDown) || input.key_pressed(egui::Key::Enter)
            });
            let response = search_box(ui, &mut state.query, &hint, "search deleted");
            if down && (response.has_focus() || response.lost_focus()) {
                ui.memory_mut(|memory| memory.request_focus(list_id));
            }
        });
    });
}

/// What stands in place of a list without people.
fn nobody(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, sought: bool) {
    let texts = cx.texts;
    let (glyph, title, hint) = if sought {
        (
            icon::PERSON_SEARCH,
            t!(texts, "user-none-found"),
            t!(texts, "deleted-none-found-hint"),
        )
    } else {
        (
            icon::PERSON_DELETE,
            t!(texts, "deleted-none"),
            t!(texts, "deleted-none-hint"),
        )
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let ink = theme::palette(ui).text_secondary;
        let mark = theme::icon_text(glyph).size(theme::ICON_SIZE_EMPTY);
        ui.label(mark.line_height(None).color(ink));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(title));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, hint));
        });
        ui.add_space(theme::SPACE_3);
        if sought {
            if button::standard(ui, t!(texts, "search-clear")).clicked() {
                state.query.clear();
            }
        } else {
            let go = button::standard(ui, t!(texts, "deleted-go"));
            panes::mark(ui, Pane::View, ui.clip_rect(), go.id);
            if go.clicked() {
                cx.outbox.ui(UiCommand::ShowActiveUsers);
            }
        }
    });
}
