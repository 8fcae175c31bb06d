//! Choosing people: found by typing, several at once, each with what is to be said about them.
//!
//! Knows nothing about what they are chosen for; whoever asks tells which of them can be.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Key, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::listing::{Face, ListState, Spec, Used};
use super::paint::{self, PAD};
use super::people::rows;
use crate::domain::user::{User, UserId};
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::rule_text::RuleText;
use crate::ui::theme;
use crate::ui::user_index::Query;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::check_box::{SIZE, check_box_at};
use crate::ui::widgets::search_box::search_box;

const ROW: f32 = theme::ROW_HEIGHT;
/// The height of the list where there is room.
const LIST: f32 = 8.0 * ROW;
/// What stands around the list.
const AROUND: f32 = 200.0;
/// What rules ask and warn about takes this much at most.
pub const REMARKS: f32 = 176.0;
/// How many of those chosen are named.
const NAMED: usize = 20;
/// The list is never lower than this.
const LEAST: f32 = 2.0 * ROW;

/// The people looked for and chosen.
#[derive(Debug, Default)]
pub struct ChoosePeople {
    text: String,
    chosen: BTreeSet<UserId>,
    answer: Option<(u64, String, Arc<[u32]>)>,
    list: ListState,
}

/// What is to be said about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// They can be chosen.
    Free,
    /// They have it already, in a word.
    Taken(String),
    /// They can't be chosen: in a word, and why.
    Refused(String, String),
}

impl ChoosePeople {
    /// Those who are chosen.
    pub fn chosen(&self) -> &BTreeSet<UserId> {
        &self.chosen
    }

    /// Draws the search box. It is given the keyboard unless it was `met` before.
    pub fn search(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, met: &mut bool) {
        ui.spacing_mut().text_edit_width = ui.available_width();
        let hint = t!(cx.texts, "user-search");
        let field = search_box(ui, &mut self.text, &hint, "people to add");
        if !std::mem::replace(met, true) {
            field.request_focus();
        }
        let into_list = ui.input(|input| {
            let plain = input.modifiers == Modifiers::NONE;
            plain && (input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::Enter))
        });
        if into_list && (field.has_focus() || field.lost_focus()) {
            self.list.want_keyboard();
        }
    }

    /// How many are chosen, and who.
    pub fn names(&self, cx: &ViewContext<'_>) -> String {
        let count = t!(cx.texts, "count-selected", count = self.chosen.len());
        let names = self.chosen.iter().take(NAMED).filter_map(|id| {
            let user = cx.session.tenant().user(*id)?;
            Some(&*user.profile.display_name)
        });
        let names: Vec<_> = names.collect();
        if names.is_empty() {
            count
        } else {
            format!("{count} · {}", names.join(", "))
        }
    }

    fn found(&mut self, cx: &ViewContext<'_>) -> Arc<[u32]> {
        let stamp = cx.index.stamp();
        if let Some((known, text, rows)) = &self.answer
            && *known == stamp
            && *text == self.text
        {
            return Arc::clone(rows);
        }
        self.list.restart();
        let query = Query {
            text: self.text.clone(),
            ..Query::default()
        };
        let rows = cx.index.query(&query);
        self.answer = Some((stamp, self.text.clone(), Arc::clone(&rows)));
        rows
    }

    /// Draws the list, `room` high at most with what stands around it; `offer` tells about each
    /// visible person.
    pub fn list(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        room: f32,
        offer: &mut dyn FnMut(&User) -> Offer,
    ) {
        let texts = cx.texts;
        let p = theme::palette(ui);
        let shown = self.found(cx);
        let height = (room - AROUND).clamp(LEAST, LIST);
        let (card, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let outline = Stroke::new(1.0, p.line);
        ui.painter()
            .rect(card, theme::RADIUS, p.surface, outline, StrokeKind::Inside);
        if shown.is_empty() {
            let words = theme::secondary(ui, t!(texts, "user-none-found"));
            let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(card.shrink(PAD)));
            inside.label(words);
            return;
        }
        let name = t!(texts, "user-list");
        let spec = Spec {
            id: ui.scope_id().with("people to add"),
            name: &name,
            area: card.shrink(1.0),
            count: shown.len(),
            row_height: ROW,
        };
        let tenant = cx.session.tenant();
        let mut visible = self.list.begin(ui, &spec);
        let range = visible.range.clone();
        let people = rows(tenant, shown.get(range.clone()).unwrap_or_default());
        for (place, user) in range.zip(&people) {
            let offered = offer(user);
            let chosen = self.chosen.contains(&user.id);
            let name = &*user.profile.display_name;
            let (word, why) = match &offered {
                Offer::Free => ("", None),
                Offer::Taken(word) => (word.as_str(), None),
                Offer::Refused(word, why) => (word.as_str(), Some(why.as_str())),
            };
            let said = if word.is_empty() {
                String::new()
            } else {
                format!(", {word}")
            };
            let face = Face {
                selected: chosen,
                open: false,
                spoken: format!("{name}, {}{said}", user.upn),
            };
            let (rect, id) = self.list.row(&mut visible, place, user.id, &face);
            let ui = &mut visible.ui;
            let square = Rect::from_min_size(rect.min, vec2(SIZE + 3.0 * PAD, ROW));
            let label = t!(texts, "user-select", name = name);
            let check = ui
                .scope(|ui| {
                    if offered != Offer::Free && !chosen {
                        ui.disable();
                    }
                    let id = id.with("check");
                    let checked = chosen || matches!(offered, Offer::Taken(_));
                    check_box_at(ui, square, id, Sense::CLICK, Some(checked), &label)
                })
                .inner;
            if check.clicked() {
                visible.used = Some(Used::Toggle(place));
            }
            let ui = &mut visible.ui;
            let mut right = rect.right() - PAD;
            if !word.is_empty() {
                let text = theme::caption(ui, word);
                let width = paint::width(ui, text.clone());
                right -= width;
                let at = pos2(right, rect.center().y);
                paint::line(ui, id.with("said"), at, width + 1.0, text, "");
                if let Some(why) = why {
                    let place = Rect::from_min_size(pos2(right, rect.top()), vec2(width, ROW));
                    let place = ui.interact(place, id.with("why"), Sense::hover());
                    place.on_hover_text(why);
                }
                right -= PAD;
            }
            let cell =
                Rect::from_min_max(pos2(square.right(), rect.top()), pos2(right, rect.bottom()));
            paint::person(ui, id, cell, user);
        }
        if let Some(Used::Open(place) | Used::Toggle(place)) = visible.used
            && let Some(user) = shown
                .get(place)
                .and_then(|row| tenant.users().get(Row(*row)))
            && (self.chosen.contains(&user.id) || offer(user) == Offer::Free)
        {
            if !self.chosen.remove(&user.id) {
                self.chosen.insert(user.id);
            }
            // What the rules say of it stands above.
            ui.ctx().request_repaint();
        }
    }
}

/// What the rules ask and warn about.
pub fn told(ui: &mut Ui, cx: &ViewContext<'_>, asks: &[RuleText], warns: &[RuleText]) {
    let title = t!(cx.texts, "editor-asks-reason");
    ScrollArea::vertical()
        .id_salt("remarks")
        .max_height(REMARKS - theme::SPACE_2)
        .show(ui, |ui| {
            for (tone, title, rules) in [
                (Notice::Info, Some(title.as_str()), asks),
                (Notice::Warning, None, warns),
            ] {
                if !rules.is_empty() {
                    notice::rules(ui, tone, title, &shortened(rules));
                }
            }
        });
}

/// Rules by their sentence: what is allowed instead is for who is refused.
fn shortened(rules: &[RuleText]) -> Vec<RuleText> {
    let short = |rule: &RuleText| RuleText {
        instead: "",
        ..rule.clone()
    };
    rules.iter().map(short).collect()
}
