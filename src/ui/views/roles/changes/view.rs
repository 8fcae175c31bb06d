//! Draws what changed between the source article and the list of today.

use std::sync::{Arc, OnceLock};

use egui::{Align, Label, Layout, Rect, RichText, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Change, Kind, changes, counts, shown, table};
use crate::domain::catalogue::Edition;
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::exchange::csv;
use crate::i18n::number;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_counted;
use crate::ui::widgets::search_box::search_box;

const ROW: f32 = theme::ROW_HEIGHT;
const INSET: f32 = 4.0;
/// The least width of what kind of change it is.
const KIND: f32 = 210.0;
/// The share of the role in what is left.
const ROLE_SHARE: f32 = 0.42;

/// What is looked for, in which language.
type Asked = (Option<Kind>, String, Language);

/// What is asked of the changes.
#[derive(Default)]
pub struct State {
    kind: Option<Kind>,
    text: String,
    changes: OnceLock<Arc<[Change]>>,
    shown: Option<(Asked, Arc<[usize]>)>,
    list: ListState,
}

impl State {
    fn places(&mut self, language: Language, changes: &[Change]) -> Arc<[usize]> {
        let asked = (self.kind, self.text.clone(), language);
        match &self.shown {
            Some((known, places)) if *known == asked => Arc::clone(places),
            _ => {
                let places: Arc<[usize]> = shown(changes, language, self.kind, &self.text).into();
                self.shown = Some((asked, Arc::clone(&places)));
                self.list.restart();
                places
            }
        }
    }
}

/// Draws it in what is left of `ui`; a role that is to be opened.
pub fn ui(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut State,
    tab: egui::Id,
) -> Option<RoleTemplateId> {
    let area = ui.max_rect();
    let catalogue = cx.session.catalogue();
    let all = state.changes.get_or_init(|| changes(catalogue).into());
    let all = Arc::clone(all);
    editions(ui, cx);
    filters(ui, cx, state, &all);
    let places = state.places(cx.texts.language(), &all);
    if places.is_empty() {
        panes::mark(ui, Pane::View, area, tab);
        ui.add_space(theme::SPACE_8);
        ui.vertical_centered(|ui| {
            ui.label(theme::subtitle(t!(cx.texts, "matrix-nothing")));
            ui.label(theme::secondary(ui, t!(cx.texts, "roles-changes-none")));
            ui.add_space(theme::SPACE_2);
            if button::standard(ui, t!(cx.texts, "clear-filters")).clicked() {
                state.kind = None;
                state.text.clear();
            }
        });
        return None;
    }
    let id = ui.scope_id().with("catalogue changes");
    panes::mark(ui, Pane::View, area, id);
    list(ui, cx, state, &all, &places, id)
}

/// How large both lists are.
fn editions(ui: &mut Ui, cx: &ViewContext<'_>) {
    let size = |edition| {
        let edition = cx.session.catalogue().edition(edition);
        (edition.roles().len(), edition.actions().len())
    };
    let (before, after) = (size(Edition::Seed), size(Edition::Current));
    let text = t!(
        cx.texts,
        "roles-changes-editions",
        roles = before.0,
        actions = before.1,
        newroles = after.0,
        newactions = after.1
    );
    ui.add(Label::new(theme::secondary(ui, text)).wrap());
}

fn filters(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, all: &[Change]) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        ui.spacing_mut().text_edit_width = 280.0;
        let hint = t!(texts, "roles-changes-search");
        let field = search_box(ui, &mut state.text, &hint, "catalogue changes");
        if crate::ui::views::roles::toolbar::into_list(ui, &field) {
            state.list.want_keyboard();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let export = t!(texts, "command-export");
            if button::command_button(ui, icon::EXPORT, &export, Ok(())).clicked() {
                let places = state.places(texts.language(), all);
                cx.outbox.ui(UiCommand::Export {
                    name: "role-catalogue-changes.csv".to_owned(),
                    text: csv::to_string(&table(all, texts.language(), &places)),
                });
            }
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SPACE_2, theme::SPACE_1);
        let count = number(texts, all.len());
        let any = t!(texts, "all");
        if filter_chip_counted(ui, &any, &count, state.kind.is_none()).clicked() {
            state.kind = None;
        }
        for (kind, count) in Kind::ALL.into_iter().zip(counts(all)) {
            let name = kind_name(cx, kind);
            let chosen = state.kind == Some(kind);
            if filter_chip_counted(ui, &name, &number(texts, count), chosen).clicked() {
                state.kind = (!chosen).then_some(kind);
            }
        }
    });
}

fn kind_name(cx: &ViewContext<'_>, kind: Kind) -> String {
    cx.texts.dynamic(&format!("roles-change-{}", kind.key()))
}

fn list(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut State,
    all: &[Change],
    places: &[usize],
    id: egui::Id,
) -> Option<RoleTemplateId> {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let name = t!(cx.texts, "roles-changes-list");
    let inner = card.shrink2(vec2(INSET, 1.0));
    let spec = Spec {
        id,
        name: &name,
        area: inner.with_max_x(card.right() - 1.0),
        count: places.len(),
        row_height: ROW,
    };
    let mut visible = state.list.begin(ui, &spec);
    let range = visible.range.clone();
    let shown = places.get(range.clone()).unwrap_or_default();
    for (place, at) in range.zip(shown) {
        let Some(change) = all.get(*at) else { continue };
        let face = Face {
            selected: false,
            open: false,
            spoken: spoken(cx, change),
        };
        let (rect, id) = state.list.row(&mut visible, place, *at, &face);
        row(&visible.ui, cx, id, rect, change);
    }
    match visible.used {
        Some(Used::Open(place)) => {
            let change = places.get(place).and_then(|at| all.get(*at))?;
            Some(change.role)
        }
        _ => None,
    }
}

const fn glyph(kind: Kind) -> &'static str {
    match kind {
        Kind::RoleNewlyPrivileged | Kind::ActionNewlyPrivileged => icon::PRIVILEGED,
        Kind::RoleNoLongerPrivileged => icon::SHIELD,
        Kind::RoleAdded | Kind::ActionAdded => icon::ADD,
        Kind::RoleRemoved | Kind::ActionRemoved => icon::SUBTRACT,
        Kind::RoleRenamed => icon::TAG,
    }
}

fn row(ui: &Ui, cx: &ViewContext<'_>, id: egui::Id, rect: Rect, change: &Change) {
    let p = theme::palette(ui);
    let language = cx.texts.language();
    let y = rect.center().y;
    let ink = match change.kind {
        Kind::RoleNewlyPrivileged | Kind::ActionNewlyPrivileged => p.privileged,
        Kind::RoleAdded | Kind::ActionAdded => p.good,
        Kind::RoleRemoved | Kind::ActionRemoved => p.danger,
        Kind::RoleNoLongerPrivileged | Kind::RoleRenamed => p.text_secondary,
    };
    let left = rect.left() + PAD;
    let size = theme::ICON_SIZE;
    paint::glyph(ui, pos2(left, y), glyph(change.kind), size, ink);
    let beside = left + size + theme::SPACE_2;
    let kind = kind_name(cx, change.kind);
    let shown = RichText::new(kind.as_str()).color(p.text_secondary);
    let room = KIND - size - theme::SPACE_2 - 2.0 * PAD;
    paint::line(ui, id.with("kind"), pos2(beside, y), room, shown, &kind);

    let width = (rect.width() - KIND - PAD) * ROLE_SHARE;
    let mut left = rect.left() + KIND;
    let end = left + width - PAD;
    if change.privileged {
        paint::glyph(ui, pos2(left, y), icon::PRIVILEGED, 14.0, p.privileged);
    }
    left += 14.0 + theme::SPACE_1;
    let name = change.name.get(language);
    let shown = theme::medium(name).color(p.text);
    paint::line(ui, id.with("role"), pos2(left, y), end - left, shown, name);

    let left = rect.left() + KIND + width;
    let room = rect.right() - PAD - left;
    let Some((text, words)) = &change.what else {
        let about = change.about.get(language);
        let shown = theme::secondary(ui, about);
        paint::line(ui, id.with("about"), pos2(left, y), room, shown, about);
        return;
    };
    let words = words.get(language);
    if change.kind == Kind::RoleRenamed {
        let was = t!(cx.texts, "roles-change-was", name = words);
        let shown = theme::secondary(ui, was.as_str());
        paint::line(ui, id.with("was"), pos2(left, y), room, shown, &was);
        return;
    }
    let mut first = left;
    if change.privileged_action {
        let at = pos2(first, y - 8.0);
        paint::glyph(ui, at, icon::PRIVILEGED, 14.0, p.privileged);
        first += 14.0 + theme::SPACE_1;
    }
    let shown = RichText::new(words).color(p.text);
    let at = pos2(first, y - 8.0);
    paint::line(
        ui,
        id.with("words"),
        at,
        room - (first - left),
        shown,
        words,
    );
    let shown = theme::caption(ui, &**text);
    paint::line(ui, id.with("text"), pos2(left, y + 9.0), room, shown, text);
}

/// What a screen reader says of a row.
fn spoken(cx: &ViewContext<'_>, change: &Change) -> String {
    let language = cx.texts.language();
    let mut parts = vec![
        kind_name(cx, change.kind),
        change.name.get(language).to_owned(),
    ];
    if let Some((text, words)) = &change.what {
        parts.push(words.get(language).to_owned());
        if change.kind != Kind::RoleRenamed {
            parts.push(text.to_string());
        }
    }
    if change.privileged_action {
        parts.push(t!(cx.texts, "privileged"));
    }
    parts.join(", ")
}
