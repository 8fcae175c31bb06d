//! Whom to add to a set of people: found by typing, several at once.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Key, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::dialog::{Answer, Pressed, buttons, heading};
use super::listing::{Face, ListState, Spec, Used};
use super::paint::{self, PAD};
use super::people::rows;
use super::rows::Subject;
use super::verdicts::judge;
use crate::domain::command::Command;
use crate::domain::group::MemberSet;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::{self, icon};
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
const REMARKS: f32 = 176.0;
/// How many of those chosen are named.
const NAMED: usize = 20;
/// The list is never lower than this.
const LEAST: f32 = 2.0 * ROW;

/// The people looked for and chosen.
pub struct AddPeople {
    set: MemberSet,
    text: String,
    chosen: BTreeSet<UserId>,
    answer: Option<(u64, String, Arc<[u32]>)>,
    list: ListState,
    judged: Option<(Question, Judged)>,
}

/// What the rules are asked about.
type Question = (u64, BTreeSet<UserId>);

/// What they say.
#[derive(Clone, Default)]
struct Judged {
    refused: Option<String>,
    asks: Vec<RuleText>,
    warns: Vec<RuleText>,
}

impl AddPeople {
    /// Nobody is chosen yet.
    pub fn new(set: MemberSet) -> Self {
        Self {
            set,
            text: String::new(),
            chosen: BTreeSet::new(),
            answer: None,
            list: ListState::default(),
            judged: None,
        }
    }

    /// Whether everybody chosen is in.
    pub fn is_done(&self, tenant: &Tenant) -> bool {
        let people = tenant.member_set(self.set);
        people.is_none_or(|people| self.chosen.is_subset(people))
    }

    fn command(&self) -> Command {
        let mut commands: Vec<_> = self
            .chosen
            .iter()
            .map(|user| Command::SetMembership {
                set: self.set,
                user: *user,
                included: true,
            })
            .collect();
        if commands.len() == 1 {
            commands.remove(0)
        } else {
            Command::Batch(commands)
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

    fn judged(&mut self, cx: &ViewContext<'_>) -> Judged {
        let question = (cx.session.tenant().revision(), self.chosen.clone());
        if let Some((known, judged)) = &self.judged
            && *known == question
        {
            return judged.clone();
        }
        let command = self.command();
        let decision = cx.session.decide(&command).unwrap_or_default();
        let words = |reasons| rule_texts(cx.texts.language(), cx.session.catalogue(), reasons);
        let judged = Judged {
            refused: judge(cx, &command).err(),
            asks: words(decision.confirmations()),
            warns: words(decision.warnings()),
        };
        self.judged = Some((question, judged.clone()));
        judged
    }

    /// Draws it, `room` high at most.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        room: f32,
        met: &mut bool,
    ) -> Option<Answer> {
        let texts = cx.texts;
        let name = match self.set {
            MemberSet::Members(id) | MemberSet::Owners(id) => Subject::Group(id),
            MemberSet::Unit(id) => Subject::Unit(id),
        };
        let name = name.name(cx.session.tenant())?;
        let title = match self.set {
            MemberSet::Owners(_) => t!(texts, "group-add-owners-to", name = name),
            MemberSet::Members(_) | MemberSet::Unit(_) => {
                t!(texts, "group-add-members-to", name = name)
            }
        };
        heading(ui, icon::PERSON_ADD, &title);
        ui.spacing_mut().text_edit_width = ui.available_width();
        let hint = t!(texts, "user-search");
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
        let judged = self.judged(cx);
        let remarks =
            !self.chosen.is_empty() && (!judged.asks.is_empty() || !judged.warns.is_empty());
        let for_remarks = if remarks { REMARKS } else { 0.0 };
        self.list_ui(ui, cx, room - for_remarks);
        let chosen = self.chosen.len();
        ui.add_space(theme::SPACE_1);
        let names = theme::caption(ui, self.names(cx));
        ui.add(egui::Label::new(names).truncate());
        if remarks {
            told(ui, cx, &judged);
        }
        let ready = if chosen == 0 {
            Err(t!(texts, "group-choose-people"))
        } else {
            judged.refused.map_or(Ok(()), Err)
        };
        let go = if judged.asks.is_empty() || chosen == 0 {
            t!(texts, "add")
        } else {
            t!(texts, "group-add-asking")
        };
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        match buttons(ui, cx, &go, &ready) {
            Pressed::Cancel => Some(Answer::Cancel),
            Pressed::Go => Some(Answer::Run(self.command())),
            Pressed::Nothing => (by_key && ready.is_ok()).then(|| Answer::Run(self.command())),
        }
    }

    /// How many are chosen, and who.
    fn names(&self, cx: &ViewContext<'_>) -> String {
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

    fn list_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, room: f32) {
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
        let inside = tenant.member_set(self.set);
        let mut visible = self.list.begin(ui, &spec);
        let range = visible.range.clone();
        let people = rows(tenant, shown.get(range.clone()).unwrap_or_default());
        for (place, user) in range.zip(&people) {
            let is_in = inside.is_some_and(|inside| inside.contains(&user.id));
            let chosen = self.chosen.contains(&user.id);
            let name = &*user.profile.display_name;
            let already = if is_in {
                format!(", {}", t!(texts, "group-already-in"))
            } else {
                String::new()
            };
            let face = Face {
                selected: chosen,
                open: false,
                spoken: format!("{name}, {}{already}", user.upn),
            };
            let (rect, id) = self.list.row(&mut visible, place, user.id, &face);
            let ui = &mut visible.ui;
            let square = Rect::from_min_size(rect.min, vec2(SIZE + 3.0 * PAD, ROW));
            let label = t!(texts, "user-select", name = name);
            let check = ui
                .scope(|ui| {
                    if is_in {
                        ui.disable();
                    }
                    let id = id.with("check");
                    check_box_at(ui, square, id, Sense::CLICK, Some(is_in || chosen), &label)
                })
                .inner;
            if check.clicked() {
                visible.used = Some(Used::Toggle(place));
            }
            let ui = &mut visible.ui;
            let word = theme::caption(ui, t!(texts, "group-already-in"));
            let mut right = rect.right() - PAD;
            if is_in {
                let width = paint::width(ui, word.clone());
                right -= width;
                let at = pos2(right, rect.center().y);
                paint::line(ui, id.with("in"), at, width + 1.0, word, "");
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
            && inside.is_none_or(|inside| !inside.contains(&user.id))
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
fn told(ui: &mut Ui, cx: &ViewContext<'_>, judged: &Judged) {
    let asks = t!(cx.texts, "editor-asks-reason");
    ScrollArea::vertical()
        .id_salt("remarks")
        .max_height(REMARKS - theme::SPACE_2)
        .show(ui, |ui| {
            for (tone, title, rules) in [
                (Notice::Info, Some(asks.as_str()), &judged.asks),
                (Notice::Warning, None, &judged.warns),
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
