//! The accounts kept for emergencies: which they are, and registering others by typing a name.

use std::sync::Arc;

use egui::{Key, Label, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::dialog::{Answer, heading, meet};
use super::verdicts::Verdicts;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::domain::tenant::Tenant;
use crate::domain::user::{User, UserId};
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::user_index::Query;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD, ROW_BUTTON};
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::search_box::search_box;

const ROW: f32 = theme::ROW_HEIGHT;
/// The height of the list where there is room.
const LIST: f32 = 7.0 * ROW;
/// What stands around the list.
const AROUND: f32 = 270.0;
/// The list is never lower than this.
const LEAST: f32 = 2.0 * ROW;

/// What is looked for.
#[derive(Default)]
pub struct BreakGlass {
    text: String,
    answer: Option<(u64, String, Arc<[u32]>)>,
    list: ListState,
    met: bool,
}

impl BreakGlass {
    /// The people that the search finds.
    fn found(&mut self, cx: &ViewContext<'_>) -> Arc<[u32]> {
        let stamp = cx.index.stamp();
        if let Some((known, text, rows)) = &self.answer
            && *known == stamp
            && *text == self.text
        {
            return Arc::clone(rows);
        }
        if self
            .answer
            .as_ref()
            .is_none_or(|(_, text, _)| *text != self.text)
        {
            self.list.restart();
        }
        let rows = cx.index.query(&Query {
            text: self.text.clone(),
            ..Query::default()
        });
        self.answer = Some((stamp, self.text.clone(), Arc::clone(&rows)));
        rows
    }

    /// Draws them, `room` high at most.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        verdicts: &Verdicts,
        room: f32,
    ) -> Option<Answer> {
        let texts = cx.texts;
        heading(ui, icon::KEY, &t!(texts, "review-break-glass-title"));
        let intro = theme::secondary(ui, t!(texts, "review-break-glass-about"));
        ui.add(Label::new(intro).wrap());
        let may = verdicts.break_glass.is_ok();
        if let Err(why) = &verdicts.break_glass {
            notice::boxed(ui, Notice::Locked, |ui| {
                ui.label(why.as_str());
            });
        }
        if may {
            ui.spacing_mut().text_edit_width = ui.available_width();
            let hint = t!(texts, "review-break-glass-search");
            let field = search_box(ui, &mut self.text, &hint, "break glass");
            meet(&mut self.met, &field);
            let into_list = ui.input(|input| {
                let plain = input.modifiers == Modifiers::NONE;
                plain && (input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::Enter))
            });
            if into_list && (field.has_focus() || field.lost_focus()) {
                self.list.want_keyboard();
            }
        }
        ui.add_space(theme::SPACE_1);
        let searching = !self.text.trim().is_empty();
        let name = if searching {
            t!(texts, "review-break-glass-found")
        } else {
            t!(texts, "review-break-glass-list")
        };
        ui.label(theme::semibold(name.as_str()));
        let height = (room - AROUND).clamp(LEAST, LIST);
        let answer = self.list(ui, cx, &name, searching, may, height);
        ui.add_space(theme::SPACE_3);
        let close = button::standard(ui, t!(texts, "close"));
        if close.clicked() {
            return Some(Answer::Close);
        }
        answer
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        name: &str,
        searching: bool,
        may: bool,
        height: f32,
    ) -> Option<Answer> {
        let texts = cx.texts;
        let tenant = cx.session.tenant();
        let registered = &tenant.review_settings().break_glass;
        let found = searching.then(|| self.found(cx));
        let count = found.as_ref().map_or(registered.len(), |rows| rows.len());
        let (card, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let p = theme::palette(ui);
        let outline = Stroke::new(1.0, p.line);
        ui.painter()
            .rect(card, theme::RADIUS, p.surface, outline, StrokeKind::Inside);
        if count == 0 {
            let words = if searching {
                t!(texts, "user-none-found")
            } else {
                t!(texts, "review-break-glass-none")
            };
            let words = theme::secondary(ui, words);
            let mut inside = ui.new_child(UiBuilder::new().max_rect(card.shrink(theme::SPACE_3)));
            inside.add(Label::new(words).wrap());
            return None;
        }
        let spec = Spec {
            id: ui.scope_id().with("break glass accounts"),
            name,
            area: card.shrink(1.0),
            count,
            row_height: ROW,
        };
        let mut visible = self.list.begin(ui, &spec);
        let range = visible.range.clone();
        let ids: Vec<UserId> = match &found {
            Some(rows) => people(tenant, rows.get(range.clone()).unwrap_or_default()),
            None => registered
                .iter()
                .skip(range.start)
                .take(range.len())
                .copied()
                .collect(),
        };
        let mut toggled = None;
        for (place, id) in range.clone().zip(&ids) {
            let is = registered.contains(id);
            let user = tenant.user(*id);
            if row(
                ui,
                cx,
                &mut visible,
                &mut self.list,
                (place, *id, user),
                (is, may),
            ) {
                toggled = Some(*id);
            }
        }
        if let Some(Used::Open(place) | Used::Toggle(place)) = visible.used
            && searching
        {
            toggled = toggled.or_else(|| {
                let rows = found.as_ref()?.get(place..=place)?;
                people(tenant, rows).first().copied()
            });
        }
        if let Some(Used::Remove(place)) = visible.used
            && !searching
        {
            toggled = registered.iter().nth(place).copied();
        }
        let user = toggled.filter(|_| may)?;
        let command = Command::SetBreakGlass {
            user,
            registered: !registered.contains(&user),
        };
        Some(Answer::Run(command, Assent::default()))
    }
}

fn people(tenant: &Tenant, rows: &[u32]) -> Vec<UserId> {
    let users = rows.iter().filter_map(|row| tenant.users().get(Row(*row)));
    users.map(|user| user.id).collect()
}

/// Draws an account; whether its button was clicked.
fn row(
    ui: &Ui,
    cx: &ViewContext<'_>,
    visible: &mut crate::ui::views::groups::listing::Visible,
    list: &mut ListState,
    (place, id, user): (usize, UserId, Option<&User>),
    (is, may): (bool, bool),
) -> bool {
    let texts = cx.texts;
    let word = t!(texts, "review-break-glass-is");
    let name = user.map_or_else(
        || t!(texts, "editor-gone"),
        |user| user.profile.display_name.to_string(),
    );
    let mut spoken = match user {
        Some(user) => format!("{name}, {}", user.upn),
        None => name.clone(),
    };
    if is {
        spoken = format!("{spoken}, {word}");
    }
    let face = Face {
        selected: is,
        open: false,
        spoken,
    };
    let (rect, row) = list.row(visible, place, id, &face);
    let mut right = rect.right() - PAD;
    let mut clicked = false;
    if may {
        let (picture, text) = if is {
            (
                icon::DISMISS,
                t!(texts, "review-break-glass-remove", name = name.as_str()),
            )
        } else {
            (
                icon::ADD,
                t!(texts, "review-break-glass-add", name = name.as_str()),
            )
        };
        let button = paint::row_button(&visible.ui, row.with("toggle"), rect, picture, &text);
        clicked = button.clicked();
        right -= ROW_BUTTON;
    }
    if is {
        let text = theme::caption(ui, word.as_str());
        let width = paint::width(ui, text.clone());
        right -= width;
        let at = pos2(right, rect.center().y);
        paint::line(&visible.ui, row.with("is"), at, width + 1.0, text, "");
        right -= PAD;
    }
    let cell = Rect::from_min_max(
        pos2(rect.left() + PAD, rect.top()),
        pos2(right, rect.bottom()),
    );
    if let Some(user) = user {
        paint::person(&mut visible.ui, row, cell, user);
    } else {
        let gone = theme::secondary(ui, name.as_str());
        let at = cell.left_center();
        paint::line(&visible.ui, row.with("gone"), at, cell.width(), gone, &name);
    }
    clicked
}
