//! The actions of a role: grouped by what they are about, in words and as written.
//!
//! [`items`] and [`lines`] are pure; the rest draws the lines that are visible.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{RichText, Ui, pos2};

use super::namespaces;
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD, ROW_BUTTON};
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

const ROW: f32 = theme::ROW_HEIGHT;
const MARK: f32 = 14.0;
/// How far actions stand in from the head of their group.
const INDENT: f32 = 24.0;

/// An action of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The namespace it belongs to.
    pub namespace: Box<str>,
    /// What it lets one do.
    pub words: String,
    /// As the directory writes it.
    pub text: Box<str>,
    /// Whether it is labelled privileged.
    pub privileged: bool,
    folded: String,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a namespace.
    Group {
        /// Which.
        namespace: Box<str>,
        /// What it is called.
        name: String,
        /// How many of its actions are left.
        count: usize,
        /// How many of those are privileged.
        privileged: usize,
        /// Whether they are shown.
        open: bool,
    },
    /// The action at this place.
    Action(usize),
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur.
    pub text: String,
    /// Only what is labelled privileged.
    pub privileged: bool,
    /// The namespaces whose actions are shown; with a search, those whose are not.
    pub turned: BTreeSet<Box<str>>,
}

/// What a role can do, in the order of its namespaces' names; none where that is unknown.
pub fn items(
    catalogue: &RoleCatalogue,
    language: Language,
    role: RoleTemplateId,
) -> Option<Vec<Item>> {
    let edition = catalogue.edition(Edition::Current);
    let actions = catalogue.actions(role)?;
    let mut items: Vec<_> = actions
        .iter()
        .filter_map(|action| edition.entry(action))
        .map(|entry| {
            let text = entry.action.as_str();
            let words = &entry.description;
            Item {
                namespace: entry.action.namespace().into(),
                words: words.get(language).to_owned(),
                text: text.into(),
                privileged: entry.privileged == Some(true),
                folded: fold(&format!("{text} {} {}", words.en, words.nl)),
            }
        })
        .collect();
    items.sort_by_cached_key(|item| {
        let name = fold(&namespaces::name(&item.namespace, language));
        (name, item.namespace.clone(), item.text.clone())
    });
    Some(items)
}

/// What is shown of `items`.
pub fn lines(items: &[Item], language: Language, query: &Query) -> Vec<Line> {
    let asked = fold(&query.text);
    let words: Vec<_> = asked.split_whitespace().collect();
    let searched = !words.is_empty() || query.privileged;
    let passes = |item: &Item| {
        (!query.privileged || item.privileged)
            && words.iter().all(|word| item.folded.contains(word))
    };
    let kept: Vec<_> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| passes(item))
        .collect();
    let mut lines = Vec::new();
    for group in kept.chunk_by(|(_, one), (_, other)| one.namespace == other.namespace) {
        let Some((_, first)) = group.first() else {
            continue;
        };
        let open = searched != query.turned.contains(&first.namespace);
        lines.push(Line::Group {
            namespace: first.namespace.clone(),
            name: namespaces::name(&first.namespace, language),
            count: group.len(),
            privileged: group.iter().filter(|(_, item)| item.privileged).count(),
            open,
        });
        if open {
            lines.extend(group.iter().map(|(place, _)| Line::Action(*place)));
        }
    }
    lines
}

/// What the items depend on.
type Key = (u64, RoleTemplateId, Language);

/// What is shown of the actions of the open role.
#[derive(Default)]
pub struct Actions {
    query: Query,
    list: ListState,
    known: Option<(Key, Option<Arc<[Item]>>)>,
    lines: Option<(Query, Arc<[Line]>)>,
}

impl Actions {
    /// Shows the privileged ones only.
    pub fn privileged_only(&mut self) {
        self.query = Query {
            privileged: true,
            ..Query::default()
        };
    }

    /// Gives the list the keyboard.
    pub fn want_keyboard(&mut self) {
        self.list.want_keyboard();
    }

    fn follow(&mut self, cx: &ViewContext<'_>, role: RoleTemplateId) -> Option<Arc<[Item]>> {
        let language = cx.texts.language();
        let key = (cx.session.tenant().revision(), role, language);
        match &self.known {
            Some((known, items)) if *known == key => items.clone(),
            _ => {
                let items: Option<Arc<[Item]>> =
                    items(cx.session.catalogue(), language, role).map(Into::into);
                self.known = Some((key, items.clone()));
                self.lines = None;
                items
            }
        }
    }

    fn shown(&mut self, language: Language, items: &[Item]) -> Arc<[Line]> {
        match &self.lines {
            Some((query, lines)) if *query == self.query => Arc::clone(lines),
            _ => {
                let lines: Arc<[Line]> = lines(items, language, &self.query).into();
                self.lines = Some((self.query.clone(), Arc::clone(&lines)));
                lines
            }
        }
    }
}

/// Draws the actions of `role` in what is left of `ui`.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, role: RoleTemplateId, state: &mut Actions) {
    let texts = cx.texts;
    let Some(items) = state.follow(cx, role) else {
        notice::boxed(ui, Notice::Warning, |ui| {
            ui.label(theme::medium(t!(texts, "matrix-column-unknown")));
            ui.label(t!(texts, "roles-actions-unknown"));
        });
        return;
    };
    if items.is_empty() {
        ui.add_space(theme::SPACE_4);
        ui.vertical_centered(|ui| {
            ui.label(theme::subtitle(t!(texts, "roles-no-actions")));
            ui.label(theme::secondary(ui, t!(texts, "roles-no-actions-hint")));
        });
        return;
    }
    toolbar(ui, cx, &items, state);
    let shown = state.shown(texts.language(), &items);
    if shown.is_empty() {
        ui.add_space(theme::SPACE_4);
        ui.vertical_centered(|ui| {
            ui.label(theme::subtitle(t!(texts, "matrix-nothing")));
            if button::standard(ui, t!(texts, "search-clear")).clicked() {
                state.query = Query::default();
            }
        });
        return;
    }
    list(ui, cx, role, &items, &shown, state);
}

fn toolbar(ui: &mut Ui, cx: &ViewContext<'_>, items: &[Item], state: &mut Actions) {
    let texts = cx.texts;
    ui.spacing_mut().text_edit_width = ui.available_width() - theme::SPACE_2;
    let hint = t!(texts, "matrix-find-action");
    let field = search_box(ui, &mut state.query.text, &hint, "actions of a role");
    if field.changed() {
        state.query.turned.clear();
        state.list.restart();
    }
    if super::toolbar::into_list(ui, &field) {
        state.list.want_keyboard();
    }
    ui.horizontal(|ui| {
        let count = items.iter().filter(|item| item.privileged).count();
        let name = t!(texts, "matrix-privileged-actions");
        let count_text = number(texts, count);
        let chip = filter_chip_counted(ui, &name, &count_text, state.query.privileged);
        if chip.clicked() {
            state.query.privileged = !state.query.privileged;
            state.query.turned.clear();
            state.list.restart();
        }
    });
}

fn list(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    role: RoleTemplateId,
    items: &[Item],
    shown: &[Line],
    state: &mut Actions,
) {
    let texts = cx.texts;
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let name = t!(texts, "roles-actions-list");
    let spec = Spec {
        id: ui.scope_id().with(("actions", role)),
        name: &name,
        area,
        count: shown.len(),
        row_height: ROW,
    };
    let mut visible = state.list.begin(ui, &spec);
    let range = visible.range.clone();
    for (place, line) in range
        .clone()
        .zip(shown.get(range).unwrap_or_default().iter())
    {
        match line {
            Line::Group {
                namespace,
                name,
                count,
                privileged,
                open,
            } => {
                let count = t!(texts, "matrix-actions", count = *count);
                let marked = t!(texts, "roles-privileged-count", count = *privileged);
                let about = if *privileged > 0 {
                    format!("{namespace} · {count} · {marked}")
                } else {
                    format!("{namespace} · {count}")
                };
                let face = Face {
                    selected: false,
                    open: false,
                    spoken: format!("{name}, {about}"),
                };
                let key = ("group", namespace);
                let (rect, id) = state.list.row(&mut visible, place, key, &face);
                let ui = &visible.ui;
                ui.ctx()
                    .accesskit_node_builder(id, |node| node.set_expanded(*open));
                let p = theme::palette(ui);
                let glyph = if *open {
                    icon::CHEVRON_DOWN
                } else {
                    icon::CHEVRON_RIGHT
                };
                let left = rect.left() + PAD;
                let y = rect.center().y;
                paint::glyph(ui, pos2(left, y), glyph, MARK, p.text_secondary);
                let text = left + INDENT;
                let room = rect.right() - PAD - text;
                let shown = theme::semibold(name.as_str()).color(p.text);
                paint::line(ui, id.with("name"), pos2(text, y - 8.0), room, shown, name);
                let caption = theme::caption(ui, about.as_str());
                let at = pos2(text, y + 9.0);
                paint::line(ui, id.with("about"), at, room, caption, &about);
            }
            Line::Action(at) => {
                let Some(item) = items.get(*at) else { continue };
                action(cx, &mut visible, state, place, item);
            }
        }
    }
    if let Some(Used::Open(place) | Used::Toggle(place)) = visible.used
        && let Some(Line::Group { namespace, .. }) = shown.get(place)
    {
        if !state.query.turned.remove(namespace) {
            state.query.turned.insert(namespace.clone());
        }
        ui.ctx().request_repaint();
    }
}

fn action(
    cx: &ViewContext<'_>,
    visible: &mut crate::ui::views::groups::listing::Visible,
    state: &mut Actions,
    place: usize,
    item: &Item,
) {
    let texts = cx.texts;
    let mut spoken = format!("{}, {}", item.words, item.text);
    if item.privileged {
        spoken = format!("{spoken}, {}", t!(texts, "privileged"));
    }
    let face = Face {
        selected: false,
        open: false,
        spoken,
    };
    let (rect, id) = state.list.row(visible, place, &item.text, &face);
    let ui = &visible.ui;
    let p = theme::palette(ui);
    let left = rect.left() + PAD + INDENT;
    let right = rect.right() - ROW_BUTTON - PAD;
    let y = rect.center().y;
    let word = RichText::new(t!(texts, "privileged"))
        .size(theme::SIZE_SMALL)
        .color(p.privileged);
    let for_word = if item.privileged {
        MARK + 3.0 + paint::width(ui, word.clone()) + theme::SPACE_2
    } else {
        0.0
    };
    let room = right - left - for_word;
    let text = RichText::new(item.words.as_str()).color(p.text);
    let first = pos2(left, y - 8.0);
    paint::line(ui, id.with("words"), first, room, text, &item.words);
    if item.privileged {
        let at = pos2(right - for_word + theme::SPACE_2, y - 8.0);
        paint::glyph(ui, at, icon::PRIVILEGED, MARK, p.privileged);
        let at = pos2(at.x + MARK + 3.0, at.y);
        paint::line(ui, id.with("privileged"), at, for_word, word, "");
    }
    let text = theme::caption(ui, &*item.text).monospace().size(11.0);
    let below = pos2(left, y + 9.0);
    paint::line(ui, id.with("text"), below, right - left, text, &item.text);
    let copy = format!("{} {}", t!(texts, "matrix-copy-action"), item.text);
    if paint::row_button(ui, id.with("copy"), rect, icon::COPY, &copy).clicked() {
        ui.ctx().copy_text(item.text.to_string());
    }
}
