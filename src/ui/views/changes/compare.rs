//! The tab that compares: with the saved file, its backup or another file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Align, Layout, Rect, Ui, pos2, vec2};

use super::differences::{Prepared, Query, Row};
use super::empty::empty;
use super::later::Later;
use super::list::{Listing, Look, list};
use super::paint::{Change, differs_in_privilege, line};
use crate::domain::diff::{Diff, Section};
use crate::exchange::{changes, csv};
use crate::i18n::change_words::{Parts, difference_parts, history_parts, section_name};
use crate::i18n::number;
use crate::storage::{OpenError, Problem, atomic};
use crate::t;
use crate::ui::item_words::capital;
use crate::ui::jobs::Work;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

/// From how many differences on a worker prepares them.
const MUCH: usize = 2_000;
/// From how many bytes on a worker searches them.
const MUCH_TEXT: usize = 4 << 20;

/// What was compared, what is asked of it, and what was worked out.
#[derive(Default)]
pub struct State {
    /// The file, and what differs from it.
    compared: Option<(PathBuf, Result<Arc<Diff>, OpenError>)>,
    prepared: Later<Arc<Prepared>>,
    /// The language it was prepared in.
    prepared_in: Option<crate::domain::language::Language>,
    query: Query,
    answer: Later<(Query, Vec<Row>)>,
    listing: Listing,
    export: Later<String>,
}

impl State {
    /// Takes in what differs from the file.
    pub fn on_compared(&mut self, path: &Path, outcome: Result<Box<Diff>, OpenError>) {
        let cancelled = |error: &OpenError| error.problem == Problem::Cancelled;
        if outcome.as_ref().is_err_and(cancelled) {
            return;
        }
        let outcome = outcome.map(|diff| Arc::new(*diff));
        if let Some((_, Ok(old))) = self.compared.replace((path.to_path_buf(), outcome)) {
            std::thread::spawn(move || drop(old));
        }
        self.prepared.clear();
        self.prepared_in = None;
        self.answer.clear();
        self.query = Query::default();
        self.listing.restart();
    }

    fn follow(&mut self, ctx: &egui::Context, cx: &ViewContext<'_>) {
        let Some((_, Ok(diff))) = &self.compared else {
            return;
        };
        let language = cx.texts.language();
        let mut moved = false;
        if self.prepared_in != Some(language) {
            self.prepared_in = Some(language);
            let (diff, catalogue) = (Arc::clone(diff), Arc::clone(cx.session.catalogue()));
            let much = diff.count() > MUCH;
            self.prepared.begin(ctx, much, move || {
                Arc::new(Prepared::of(diff, &catalogue, language))
            });
            moved = true;
        }
        moved |= self.prepared.poll();
        let asked = self.answer.get().map(|(query, _)| query);
        let other = asked != Some(&self.query);
        if (moved || (other && !self.answer.is_waiting()))
            && let Some(prepared) = self.prepared.get().cloned()
        {
            if other {
                self.listing.restart();
            }
            let query = self.query.clone();
            let much = prepared.size() > MUCH_TEXT;
            self.answer.begin(ctx, much, move || {
                let rows = prepared.rows(&query);
                (query, rows)
            });
        }
        if self.answer.poll() {
            ctx.request_repaint();
        }
    }

    /// Writes what is shown as CSV; it is offered for saving once it is there.
    fn begin_export(&mut self, ctx: &egui::Context, cx: &ViewContext<'_>) {
        let Some(prepared) = self.prepared.get().cloned() else {
            return;
        };
        let catalogue = Arc::clone(cx.session.catalogue());
        let shown = self.answer.get().map(|(_, rows)| rows.clone());
        let much = prepared.diff.count() > MUCH;
        self.export.begin(ctx, much, move || {
            let rows = shown.into_iter().flatten();
            let places: std::collections::HashSet<usize> = rows
                .filter_map(|row| match row {
                    Row::Difference(at) => Some(at),
                    Row::Heading(..) => None,
                })
                .collect();
            let table = changes::differences(&catalogue, &prepared.diff, |at| places.contains(&at));
            csv::to_string(&table)
        });
        ctx.request_repaint();
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    state.follow(ui.ctx(), cx);
    state.export.poll();
    if let Some(text) = state.export.take() {
        let name = format!("{}.csv", t!(cx.texts, "compare-export-file"));
        cx.outbox.ui(UiCommand::Export { name, text });
    }
    choices(ui, cx);
    let texts = cx.texts;
    if cx.work.is_some_and(|(work, _)| work == Work::Comparing) {
        empty(
            ui,
            icon::COMPARE,
            &t!(texts, "status-comparing"),
            "",
            |_| (),
        );
        return;
    }
    let Some((path, outcome)) = &state.compared else {
        let [title, hint] = [
            t!(texts, "compare-nothing"),
            t!(texts, "compare-nothing-hint"),
        ];
        empty(ui, icon::COMPARE, &title, &hint, |_| ());
        return;
    };
    let (path, file) = (path.clone(), file_name(path));
    match outcome {
        Err(error) => {
            let title = t!(texts, "error-open", file = file);
            let why = capital(&error.explain(texts.language()));
            empty(ui, icon::ERROR, &title, &why, |ui| {
                if button::standard(ui, t!(texts, "try-again")).clicked() {
                    cx.outbox.ui(UiCommand::CompareWith(path));
                }
            });
        }
        Ok(diff) => {
            let diff = Arc::clone(diff);
            if diff.revision != cx.session.tenant().revision() {
                stale(ui, cx, path);
            }
            if diff.is_same() {
                let [title, hint] = [
                    t!(texts, "compare-same"),
                    t!(texts, "compare-same-text", file = file),
                ];
                empty(ui, icon::CHECK_CIRCLE, &title, &hint, |_| ());
            } else {
                differences(ui, cx, state, &diff, &file);
            }
        }
    }
}

/// What to compare with.
fn choices(ui: &mut Ui, cx: &mut ViewContext<'_>) {
    let texts = cx.texts;
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::secondary(ui, t!(texts, "compare-with")));
        let busy = cx.work.is_some_and(|(work, _)| work == Work::Comparing);
        let enabled = || match cx.file {
            _ if busy => Err(t!(texts, "status-comparing")),
            None => Err(t!(texts, "status-new-file")),
            Some(_) => Ok(()),
        };
        let saved = t!(texts, "compare-saved");
        if button::command_button(ui, icon::SAVE, &saved, enabled()).clicked()
            && let Some(file) = cx.file
        {
            cx.outbox.ui(UiCommand::CompareWith(file.to_path_buf()));
        }
        let backup = t!(texts, "compare-backup");
        if button::command_button(ui, icon::CLOCK, &backup, enabled()).clicked()
            && let Some(file) = cx.file
        {
            // The backup stands beside the file itself, wherever a link to it stands.
            let file = atomic::target(file).unwrap_or_else(|_| file.to_path_buf());
            let backup = atomic::backup_path(&file);
            cx.outbox.ui(UiCommand::CompareWith(backup));
        }
        let other = t!(texts, "compare-other");
        let free = if busy {
            Err(t!(texts, "status-comparing"))
        } else {
            Ok(())
        };
        if button::command_button(ui, icon::FOLDER_OPEN, &other, free).clicked() {
            cx.outbox.ui(UiCommand::ChooseCompare);
        }
    });
}

fn stale(ui: &mut Ui, cx: &mut ViewContext<'_>, path: PathBuf) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        let p = theme::palette(ui);
        let mark = theme::icon_text(icon::INFO).color(p.accent_text);
        crate::ui::widgets::focus::silent(ui.label(mark));
        ui.label(t!(texts, "compare-stale"));
        let again = t!(texts, "compare-again");
        if button::command_button(ui, icon::REFRESH, &again, Ok(())).clicked() {
            cx.outbox.ui(UiCommand::CompareWith(path));
        }
    });
}

fn differences(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, diff: &Diff, file: &str) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        let words = t!(texts, "compare-result", file = file, count = diff.count());
        ui.add(egui::Label::new(theme::subtitle(words)).truncate());
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        let Some(prepared) = state.prepared.get().cloned() else {
            ui.label(theme::secondary(ui, t!(texts, "status-comparing")));
            return;
        };
        let all = number(texts, diff.count());
        let chosen = state.query.section;
        if filter_chip_counted(ui, &t!(texts, "all"), &all, chosen.is_none()).clicked() {
            state.query.section = None;
        }
        for section in Section::ALL {
            let count = prepared.count(section);
            if count == 0 {
                continue;
            }
            let (name, count) = (section_name(texts, section), number(texts, count));
            let is_chosen = chosen == Some(section);
            if filter_chip_counted(ui, &name, &count, is_chosen).clicked() {
                state.query.section = (!is_chosen).then_some(section);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = t!(texts, "command-export");
            if button::command_icon(ui, icon::EXPORT, &text, Ok(())).clicked() {
                state.begin_export(ui.ctx(), cx);
            }
            ui.spacing_mut().text_edit_width = 260.0;
            let hint = t!(texts, "compare-search");
            search_box(ui, &mut state.query.text, &hint, "search differences");
        });
    });
    state.follow(ui.ctx(), cx);
    let State {
        answer, listing, ..
    } = state;
    let Some((_, rows)) = answer.get() else {
        return;
    };
    if rows.is_empty() {
        let [title, hint] = [
            t!(texts, "compare-none-found"),
            t!(texts, "compare-none-found-hint"),
        ];
        let mut clears = false;
        empty(ui, icon::SEARCH, &title, &hint, |ui| {
            clears = button::standard(ui, t!(texts, "clear-filters")).clicked();
        });
        if clears {
            state.query = Query::default();
        }
        return;
    }
    let id = ui.scope_id().with("differences");
    panes::mark(ui, Pane::View, ui.clip_rect(), id);
    let name = t!(texts, "compare-list");
    let look = Look {
        id,
        name: &name,
        count: rows.len(),
        row: theme::ROW_HEIGHT,
        chosen: None,
        choosable: false,
    };
    list(ui, listing, look, |ui, place, rect| match rows.get(place) {
        Some(Row::Heading(section, count)) => {
            heading(ui, cx, id.with(place), rect, *section, *count)
        }
        Some(Row::Difference(at)) => difference(ui, cx, id.with(place), rect, diff, *at),
        None => String::new(),
    });
}

fn heading(
    ui: &Ui,
    cx: &ViewContext<'_>,
    id: egui::Id,
    rect: Rect,
    section: Section,
    count: usize,
) -> String {
    let p = theme::palette(ui);
    ui.painter()
        .rect_filled(rect.shrink2(vec2(0.0, 1.0)), theme::RADIUS, p.band);
    let name = section_name(cx.texts, section);
    let text = theme::semibold(name.as_str()).color(p.text);
    let at = pos2(rect.left() + theme::SPACE_2, rect.center().y);
    let end = line(ui, id, at, rect.width() - 80.0, text, None);
    let count = number(cx.texts, count);
    let at = pos2(end + theme::SPACE_2, rect.center().y);
    let quiet = theme::secondary(ui, count.as_str());
    line(ui, id.with("count"), at, 80.0, quiet, None);
    format!("{name} {count}")
}

fn difference(
    ui: &Ui,
    cx: &ViewContext<'_>,
    id: egui::Id,
    rect: Rect,
    diff: &Diff,
    at: usize,
) -> String {
    let (texts, catalogue) = (cx.texts, cx.session.catalogue());
    let told = match diff.differences.get(at) {
        Some(difference) => {
            let parts = difference_parts(texts, catalogue, &diff.names, difference);
            let privileged = differs_in_privilege(catalogue, difference);
            Some((difference.way(), privileged, parts))
        }
        None => history_parts(texts, diff).map(|(way, parts)| (way, false, parts)),
    };
    let Some((way, privileged, parts)) = told else {
        return String::new();
    };
    let Parts { about, what } = &parts;
    let change = Change {
        id,
        way,
        privileged,
        about,
        what,
    };
    change.paint(ui, rect);
    let line = parts.line(texts);
    if privileged {
        format!("{line}, {}", t!(texts, "privileged"))
    } else {
        line
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name();
    name.map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
