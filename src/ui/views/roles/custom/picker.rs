//! The list that a role's actions are chosen from: all that some role of today has, and those
//! that an imported role names besides.

use std::rc::Rc;

use egui::{Label, ScrollArea, Ui, vec2};

use super::draft::Draft;
use super::super::namespaces;
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::resource_action::ResourceAction;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::check_box::check_box;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

/// The height of a row: the words, and under them the action as it is written.
const ROW: f32 = 44.0;

/// The list, and what is looked for in it.
pub(super) struct Picker {
    all: Rc<[Row]>,
    query: String,
    chosen_only: bool,
    privileged_only: bool,
    shown: Option<(Asked, Rc<[usize]>)>,
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
                privileged: entry.privileged == Some(true),
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

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, draft: &mut Draft, height: f32) {
        let texts = cx.texts;
        ui.label(theme::medium(t!(texts, "roles-actions")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().text_edit_width = 340.0_f32.min(ui.available_width());
            let hint = t!(texts, "custom-search-actions");
            search_box(ui, &mut self.query, &hint, "search custom role actions");
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
        let all = Rc::clone(&self.all);
        let p = theme::palette(ui);
        egui::Frame::new()
            .stroke(egui::Stroke::new(1.0, p.line))
            .corner_radius(theme::RADIUS)
            .inner_margin(theme::SPACE_2)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                if shown.is_empty() {
                    ui.set_height(height);
                    ui.centered_and_justified(|ui| {
                        let key = if self.chosen_only && self.query.is_empty() {
                            t!(texts, "custom-none-chosen")
                        } else {
                            t!(texts, "custom-none-found")
                        };
                        ui.label(theme::secondary(ui, key));
                    });
                    return;
                }
                ScrollArea::vertical()
                    .id_salt("custom role actions")
                    .max_height(height)
                    .min_scrolled_height(height)
                    .auto_shrink([false, false])
                    .show_rows(ui, ROW, shown.len(), |ui, places| {
                        for place in shown.get(places).unwrap_or_default() {
                            if let Some(row) = all.get(*place) {
                                line(ui, cx, row, draft);
                            }
                        }
                    });
            });
    }
}

fn line(ui: &mut Ui, cx: &ViewContext<'_>, row: &Row, draft: &mut Draft) {
    let size = vec2(ui.available_width(), ROW - ui.spacing().item_spacing.y);
    ui.push_id(row.action.as_str(), |ui| {
        ui.allocate_ui(size, |ui| {
            ui.set_min_size(size);
            ui.horizontal_top(|ui| {
                let checked = draft.actions.contains(&row.action);
                let name = if row.privileged {
                    format!("{}, {}", row.words, t!(cx.texts, "privileged"))
                } else {
                    row.words.clone()
                };
                let clicked = check_box(ui, Some(checked), &name).clicked();
                if clicked && checked {
                    draft.actions.remove(&row.action);
                } else if clicked {
                    draft.actions.insert(row.action.clone());
                }
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                        if row.privileged {
                            let ink = theme::palette(ui).privileged;
                            let mark = theme::icon_text(icon::PRIVILEGED).color(ink);
                            crate::ui::widgets::focus::silent(ui.label(mark));
                        }
                        ui.add(Label::new(row.words.as_str()).truncate());
                    });
                    let text = format!("{} · {}", row.service, row.action.as_str());
                    ui.add(Label::new(theme::caption(ui, text)).truncate());
                });
            });
        });
    });
}
