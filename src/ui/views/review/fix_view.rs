//! Draws what is planned for a finding, and what became of it.

use egui::{Color32, Key, Label, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::dialog::{Answer, buttons, heading};
use super::fix::Fix;
use super::fix_rows::{Line, Mark, count, line, mark_word};
use crate::i18n::number;
use crate::session::ExecuteError;
use crate::t;
use crate::ui::many::NotRun;
use crate::ui::refusal;
use crate::ui::rule_text::rule_texts;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, Spec, Used, Visible};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::check_box::{SIZE, check_box_at, check_box_labelled};
use crate::ui::widgets::field::{Field, field};
use crate::ui::widgets::why::{REASON_MAX, TICKET_MAX};

/// A row tells whom a change is about, what it is, and what the rules remark on it.
const ROW: f32 = 60.0;
/// The height of the list where there is room.
const LIST: f32 = 6.0 * ROW;
/// What stands around the list.
const AROUND: f32 = 290.0;
/// What rules ask for takes this much of the list.
const ASKED: f32 = 88.0;
const RULES: f32 = ASKED - 28.0;
/// The list is never lower than this.
const LEAST: f32 = 2.0 * ROW;
const OUTCOME: f32 = 150.0;
const LINE: f32 = 17.0;

impl Fix {
    /// Draws it, `room` high at most.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut ViewContext<'_>, room: f32) -> Option<Answer> {
        if let Some(request) = self.follow(cx) {
            cx.outbox.ask(request);
        }
        let texts = cx.texts;
        heading(ui, icon::SHIELD_CHECK, &t!(texts, "review-fix-title"));
        ui.add(Label::new(theme::medium(self.message.as_str())).wrap());
        let asked = self.judged(cx).map(|known| known.asked.clone());
        let asked = asked.unwrap_or_default();
        let for_asked = if asked.is_empty() { 0.0 } else { ASKED };
        let height = (room - AROUND - for_asked).clamp(LEAST, LIST);
        if self.outcome.is_some() {
            self.result(ui, cx);
            self.lines(ui, cx, height.min(rows_height(count(self))));
            ui.add_space(theme::SPACE_3);
            let close = button::primary(ui, t!(texts, "close"));
            if !std::mem::replace(&mut self.met, true) {
                close.request_focus();
            }
            return close.clicked().then_some(Answer::Close);
        }
        let intro = t!(texts, "review-fix-intro", count = self.commands.len());
        ui.add(Label::new(theme::secondary(ui, intro)).wrap());
        self.all(ui, cx);
        self.lines(ui, cx, height.min(rows_height(count(self))));
        self.trouble(ui, cx);
        if !asked.is_empty() {
            let rules = rule_texts(texts.language(), cx.session.catalogue(), &asked);
            notice::boxed(ui, Notice::Warning, |ui| {
                ScrollArea::vertical().max_height(RULES).show(ui, |ui| {
                    for rule in rules {
                        let label = rule.label.unwrap_or_default();
                        let line = format!("{label}  {}", rule.sentence);
                        ui.add(Label::new(line).wrap());
                    }
                });
            });
        }
        let entered = self.said(ui, cx, !asked.is_empty());
        self.footer(ui, cx, !asked.is_empty(), entered)
    }

    /// The reason, which some rules ask for, and the ticket; whether Enter was pressed in one.
    fn said(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, required: bool) -> bool {
        let texts = cx.texts;
        let hint = if required {
            t!(texts, "dialog-reason-needed")
        } else {
            t!(texts, "dialog-reason-hint")
        };
        let name = if required {
            t!(texts, "dialog-reason")
        } else {
            t!(texts, "bulk-reason-optional")
        };
        let room = ui.available_width() - theme::SPACE_3;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SPACE_3;
            let mut one = |width: f32, text: &mut String, look: Field<'_>| {
                ui.vertical(|ui| {
                    ui.set_max_width(width);
                    field(ui, ("fix", look.label), text, look)
                })
                .inner
            };
            let reason = Field {
                label: &name,
                hint: &hint,
                limit: REASON_MAX,
                ..Field::default()
            };
            let reason = one(room * 0.68, &mut self.reason, reason);
            let ticket = Field {
                label: &t!(texts, "dialog-ticket"),
                hint: &t!(texts, "dialog-ticket-hint"),
                limit: TICKET_MAX,
                ..Field::default()
            };
            let ticket = one(room * 0.32, &mut self.ticket, ticket);
            let left = reason.lost_focus() || ticket.lost_focus();
            left && ui.input(|input| input.key_pressed(Key::Enter))
        })
        .inner
    }

    fn footer(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        required: bool,
        entered: bool,
    ) -> Option<Answer> {
        let texts = cx.texts;
        let will = self.judged(cx).map_or(0, |known| known.changed);
        let why_not = if self.is_applying() {
            Some(t!(texts, "review-fix-working"))
        } else if self.is_asking() {
            Some(t!(texts, "review-fix-rehearsing"))
        } else if will == 0 {
            Some(t!(texts, "review-fix-nothing"))
        } else if required && self.reason.trim().is_empty() {
            Some(t!(texts, "dialog-reason-needed"))
        } else {
            None
        };
        let ready = why_not.as_deref().map_or(Ok(()), Err);
        let go = if self.is_applying() {
            t!(texts, "review-fix-working")
        } else {
            t!(texts, "review-fix-go", count = will)
        };
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        match buttons(ui, cx, &go, ready) {
            Some(false) if !self.is_applying() => Some(Answer::Close),
            Some(true) => Some(Answer::Ask(self.carry_out())),
            _ => ((entered || by_key) && ready.is_ok()).then(|| Answer::Ask(self.carry_out())),
        }
    }

    /// The box that chooses all of them, and how many are refused.
    fn all(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let texts = cx.texts;
        ui.horizontal(|ui| {
            let all = self.chosen.len() == self.commands.len();
            let name = format!(
                "{} {}",
                t!(texts, "review-fix-all"),
                number(texts, self.commands.len())
            );
            let enabled = !self.is_applying();
            if check_box_labelled(ui, all, name, enabled).clicked() {
                self.choose_all(!all);
                ui.ctx().request_repaint();
            }
            let refused = self.judged(cx).map_or(0, |known| known.refused);
            if refused > 0 {
                let words = t!(texts, "review-fix-refused", count = refused);
                let ink = theme::palette(ui).danger;
                ui.label(egui::RichText::new(words).small().color(ink));
            }
        });
    }

    fn result(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(outcome) = &self.outcome else { return };
        let (changed, refused) = outcome.counts();
        let tone = if refused > 0 {
            Notice::Warning
        } else {
            Notice::Info
        };
        notice::boxed(ui, tone, |ui| {
            ui.label(t!(cx.texts, "review-fix-result", count = changed));
            if refused > 0 {
                ui.label(t!(cx.texts, "review-fix-refused", count = refused));
            }
        });
        ui.add_space(theme::SPACE_1);
    }

    /// Why there is no answer.
    fn trouble(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some((why, _)) = &self.trouble else {
            return;
        };
        let texts = cx.texts;
        let words = match why {
            NotRun::Cancelled => t!(texts, "notice-cancelled"),
            NotRun::Outrun => t!(texts, "notice-outrun"),
            NotRun::Failed => t!(texts, "notice-failed-changing"),
            NotRun::Refused(error) => {
                let error: &ExecuteError = error;
                refusal::explain(texts, cx.session.catalogue(), error)
            }
        };
        let mut again = false;
        notice::boxed(ui, Notice::Refused, |ui| {
            ui.label(words);
            again = button::standard(ui, t!(texts, "try-again")).clicked();
        });
        if again {
            self.retry();
            ui.ctx().request_repaint();
        }
    }

    fn lines(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, height: f32) {
        let texts = cx.texts;
        let p = theme::palette(ui);
        let (card, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let outline = Stroke::new(1.0, p.line);
        ui.painter()
            .rect(card, theme::RADIUS, p.surface, outline, StrokeKind::Inside);
        let name = t!(texts, "review-fix-list");
        let spec = Spec {
            id: ui.scope_id().with("changes that mend"),
            name: &name,
            area: card.shrink(1.0),
            count: count(self),
            row_height: ROW,
        };
        let done = self.outcome.is_some();
        let free = !done && !self.is_applying();
        let mut visible = self.list.begin(ui, &spec);
        let mut toggled = None;
        for at in visible.range.clone() {
            let Some(line) = line(cx, self, at) else {
                continue;
            };
            let word = mark_word(texts, line.mark);
            let parts = [&line.about, &line.what, &word, &line.remark];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            let spoken = parts.map(String::as_str).collect::<Vec<_>>().join(", ");
            let face = Face {
                selected: !done && self.chosen.contains(&line.place),
                open: false,
                spoken,
            };
            let (rect, id) = self.list.row(&mut visible, at, line.place, &face);
            let left = if done {
                rect.left() + PAD
            } else {
                let square = Rect::from_min_size(rect.min, vec2(SIZE + 2.0 * PAD, ROW));
                let change = format!("{}, {}", line.about, line.what);
                let label = t!(texts, "review-fix-choose", change = change);
                let ui = &mut visible.ui;
                let check = ui
                    .scope(|ui| {
                        if !free {
                            ui.disable();
                        }
                        let checked = Some(face.selected);
                        check_box_at(ui, square, id.with("check"), Sense::CLICK, checked, &label)
                    })
                    .inner;
                if check.clicked() {
                    toggled = Some(line.place);
                }
                square.right() + PAD
            };
            cells(&visible, rect.with_min_x(left), id, &line, &word);
        }
        if let Some(Used::Open(place) | Used::Toggle(place)) = visible.used {
            toggled = toggled.or(Some(place));
        }
        if let Some(place) = toggled.filter(|_| free) {
            self.toggle(place);
            ui.ctx().request_repaint();
        }
    }
}

fn cells(visible: &Visible, rect: Rect, id: egui::Id, line: &Line, word: &str) {
    let ui = &visible.ui;
    let p = theme::palette(ui);
    let split = rect.right() - OUTCOME;
    let (glyph, ink) = mark_face(ui, line.mark);
    let middle = rect.center().y;
    paint::glyph(ui, pos2(split, middle), glyph, theme::ICON_SIZE, ink);
    let at = pos2(split + theme::ICON_SIZE + 6.0, middle);
    let width = rect.right() - PAD - at.x;
    let word_text = theme::medium(word).size(theme::SIZE_SMALL).color(ink);
    paint::line(ui, id.with("word"), at, width, word_text, word);
    let width = split - PAD - rect.left();
    let ink = if line.mark == Mark::Left {
        p.text_secondary
    } else {
        p.text
    };
    let about = theme::medium(line.about.as_str()).color(ink);
    let what = egui::RichText::new(line.what.as_str())
        .size(theme::SIZE_SMALL)
        .color(ink);
    let remark = theme::caption(ui, line.remark.as_str());
    let lines = [
        ("about", about, &line.about),
        ("what", what, &line.what),
        ("remark", remark, &line.remark),
    ];
    let told = lines.into_iter().filter(|(.., full)| !full.is_empty());
    let told: Vec<_> = told.collect();
    let mut y = middle - LINE * (points(told.len()) - 1.0) / 2.0;
    for (salt, text, full) in told {
        let at = pos2(rect.left(), y);
        paint::line(ui, id.with(salt), at, width, text, full);
        y += LINE;
    }
}

fn mark_face(ui: &Ui, mark: Mark) -> (&'static str, Color32) {
    let p = theme::palette(ui);
    match mark {
        Mark::Will => (icon::ARROW_RIGHT, p.accent_text),
        Mark::Done => (icon::CHECK_CIRCLE_FILLED, p.good),
        Mark::Warned => (icon::WARNING_FILLED, p.warning),
        Mark::Refused => (icon::DISMISS_CIRCLE_FILLED, p.danger),
        Mark::Unchanged | Mark::Left => (icon::SUBTRACT_CIRCLE, p.text_secondary),
        Mark::Unknown => (icon::CLOCK, p.text_secondary),
    }
}

fn rows_height(rows: usize) -> f32 {
    points(rows) * ROW + 2.0
}

#[expect(clippy::cast_precision_loss, reason = "a number of rows on a screen")]
fn points(count: usize) -> f32 {
    count as f32
}
