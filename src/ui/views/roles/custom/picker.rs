//! The list that a role's actions are chosen from: all that some role of today has, and those
//! that an imported role names besides.

use std::rc::Rc;

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::super::namespaces;
use super::super::toolbar::into_list;
use super::draft::Draft;
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::resource_action::ResourceAction;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::widgets::check_box::{SIZE, check_box_at};
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

/// The height of a row: the words, and under them the action as it is written.
const ROW: f32 = theme::ROW_HEIGHT;
/// The mark of a privileged action.
const MARK: f32 = 14.0;

/// The list, and what is looked for in it.
pub(super) struct Picker {
    all: Rc<[Row]>,
    query: String,
    chosen_only: bool,
    privileged_only: bool,
    shown: Option<(Asked, Rc<[usize]>)>,
    list: ListState,
}

/// An action that can be chosen.
struct Row {
    action: ResourceAction,
    words: String,
    service: String,
    privileged: bool,
    folded: String,
}

/// What the shown rows depend on; those chosen count only while they alone are shown.
type Asked = (String, bool, bool, usize);

impl Picker {
    pub(super) fn new(catalogue: &RoleCatalogue, draft: &Draft, language: Language) -> Self {
        let edition = catalogue.edition(Edition::Current);
        let listed = edition.actions().iter().map(|entry| {
            let words = &entry.description;
            let text = entry.action.as_str();
            Row {
                words: words.get(language).to_owned(),
                service: namespaces::name(entry.action.namespace(), language),
                privileged: entry.makes_privileged(),
                folded: fold(&format!("{text} {} {}", words.en, words.nl)),
                action: entry.action.clone(),
            }
        });
        let unlisted = (draft.actions.iter())
            .filter(|action| edition.action(action.as_str()).is_none())
            .map(|action| Row {
                words: action.as_str().to_owned(),
                service: namespaces::name(action.namespace(), language),
                privileged: false,
                folded: fold(action.as_str()),
                action: action.clone(),
            });
        let mut all: Vec<_> = listed.chain(unlisted).collect();
        all.sort_by_cached_key(|row| (fold(&row.service), row.action.clone()));
        Self {
            all: all.into(),
            query: String::new(),
            // Who changes a role wants to see first what it allows.
            chosen_only: !draft.actions.is_empty(),
            privileged_only: false,
            shown: None,
            list: ListState::default(),
        }
    }

    fn shown(&mut self, draft: &Draft) -> Rc<[usize]> {
        let chosen = if self.chosen_only {
            draft.actions.len()
        } else {
            0
        };
        let asked = (
            self.query.clone(),
            self.chosen_only,
            self.privileged_only,
            chosen,
        );
        // While those chosen are shown, one that is taken out stays in sight until something
        // else is asked, so that it can be put back.
        if let Some((known, shown)) = &self.shown
            && (known.0 == asked.0 && known.1 == asked.1 && known.2 == asked.2)
            && (known.3 >= asked.3)
        {
            return Rc::clone(shown);
        }
        self.list.restart();
        let folded = fold(&self.query);
        let words: Vec<_> = folded.split_whitespace().collect();
        let shown: Rc<[usize]> = (self.all.iter().enumerate())
            .filter(|(_, row)| !self.chosen_only || draft.actions.contains(&row.action))
            .filter(|(_, row)| !self.privileged_only || row.privileged)
            .filter(|(_, row)| words.iter().all(|word| row.folded.contains(word)))
            .map(|(place, _)| place)
            .collect();
        self.shown = Some((asked, Rc::clone(&shown)));
        shown
    }

    /// Draws what is looked for, and the list `height` high.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, draft: &mut Draft, height: f32) {
        let texts = cx.texts;
        ui.label(theme::medium(t!(texts, "roles-actions")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().text_edit_width = 340.0_f32.min(ui.available_width());
            let hint = t!(texts, "custom-search-actions");
            let field = search_box(ui, &mut self.query, &hint, "search custom role actions");
            if into_list(ui, &field) {
                self.list.want_keyboard();
            }
            let chosen = number(texts, draft.actions.len());
            let name = t!(texts, "custom-chosen-only");
            if filter_chip_counted(ui, &name, &chosen, self.chosen_only).clicked() {
                self.chosen_only = !self.chosen_only;
            }
            let privileged = self.all.iter().filter(|row| row.privileged).count();
            let privileged = number(texts, privileged);
            let name = t!(texts, "privileged");
            if filter_chip_counted(ui, &name, &privileged, self.privileged_only).clicked() {
                self.privileged_only = !self.privileged_only;
            }
        });
        let shown = self.shown(draft);
        let p = theme::palette(ui);
        let (card, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let outline = Stroke::new(1.0, p.line);
        ui.painter()
            .rect(card, theme::RADIUS, p.surface, outline, StrokeKind::Inside);
        if shown.is_empty() {
            let words = if self.chosen_only && self.query.is_empty() {
                t!(texts, "custom-none-chosen")
            } else {
                t!(texts, "custom-none-found")
            };
            let mut inside = ui.new_child(UiBuilder::new().max_rect(card.shrink(PAD)));
            inside.label(theme::secondary(ui, words));
            return;
        }
        self.rows(ui, cx, draft, card.shrink(1.0), &shown);
    }

    fn rows(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        draft: &mut Draft,
        area: Rect,
        shown: &[usize],
    ) {
        let name = t!(cx.texts, "custom-actions-list");
        let spec = Spec {
            id: ui.scope_id().with("custom role actions"),
            name: &name,
            area,
            count: shown.len(),
            row_height: ROW,
        };
        let mut visible = self.list.begin(ui, &spec);
        for place in visible.range.clone() {
            let found = shown.get(place).and_then(|place| self.all.get(*place));
            let Some(row) = found else { break };
            let chosen = draft.actions.contains(&row.action);
            let privileged = t!(cx.texts, "privileged");
            let name = if row.privileged {
                format!("{}, {privileged}", row.words)
            } else {
                row.words.clone()
            };
            let face = Face {
                selected: chosen,
                open: false,
                spoken: format!("{name}, {}", row.action.as_str()),
            };
            let (rect, id) = self
                .list
                .row(&mut visible, place, row.action.as_str(), &face);
            let ui = &mut visible.ui;
            let square = Rect::from_min_size(rect.min, vec2(SIZE + 2.0 * PAD, ROW));
            let check = check_box_at(
                ui,
                square,
                id.with("check"),
                Sense::CLICK,
                Some(chosen),
                &name,
            );
            cells(ui, id, rect.with_min_x(square.right()), row, &privileged);
            if check.clicked() {
                visible.used = Some(Used::Toggle(place));
            }
        }
        if let Some(Used::Open(place) | Used::Toggle(place)) = visible.used
            && let Some(row) = shown.get(place).and_then(|place| self.all.get(*place))
        {
            if !draft.actions.remove(&row.action) {
                draft.actions.insert(row.action.clone());
            }
            // The number beside the filter stands above.
            ui.ctx().request_repaint();
        }
    }
}

/// What a row tells: the words with the mark of a privileged action, and how it is written.
fn cells(ui: &mut Ui, id: egui::Id, cell: Rect, row: &Row, privileged: &str) {
    let p = theme::palette(ui);
    let at = pos2(cell.left(), cell.center().y - 8.0);
    let word = egui::RichText::new(privileged)
        .size(theme::SIZE_SMALL)
        .color(p.privileged);
    let for_word = if row.privileged {
        MARK + 3.0 + paint::width(ui, word.clone()) + theme::SPACE_2
    } else {
        0.0
    };
    let room = cell.width() - PAD;
    let text = theme::medium(row.words.as_str()).color(p.text);
    let end = paint::line(ui, id.with("words"), at, room - for_word, text, &row.words);
    if row.privileged {
        let at = pos2(end + theme::SPACE_2, at.y);
        paint::glyph(ui, at, icon::PRIVILEGED, MARK, p.privileged);
        let at = at + vec2(MARK + 3.0, 0.0);
        paint::line(ui, id.with("privileged"), at, for_word, word, "");
    }
    let written = format!("{} · {}", row.service, row.action.as_str());
    let at = pos2(cell.left(), cell.center().y + 9.0);
    let caption = theme::caption(ui, written.as_str());
    paint::line(ui, id.with("action"), at, room, caption, &written);
}
