//! Whom and what a finding concerns: its people, its roles, its groups, each in a list of which
//! only the visible rows exist.

use egui::{Rect, Ui, pos2, vec2};

use super::rows::{RoleName, Row};
use crate::domain::review::Finding;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};

/// Which of them are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The people.
    #[default]
    People,
    /// The roles.
    Roles,
    /// The groups.
    Groups,
}

/// What is listed, and how far each list is scrolled.
#[derive(Debug, Default)]
pub struct Concerned {
    part: Part,
    people: ListState,
    roles: ListState,
    groups: ListState,
}

/// Draws them in what is left of `ui`.
pub fn concerned(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    finding: &Finding,
    row: &Row,
    state: &mut Concerned,
) {
    let texts = cx.texts;
    let parts = [
        (Part::People, t!(texts, "review-people"), row.people),
        (Part::Roles, t!(texts, "user-roles"), row.roles.len()),
        (Part::Groups, t!(texts, "review-groups"), row.groups.len()),
    ];
    let there = || parts.iter().filter(|(.., count)| *count > 0);
    let Some((first, ..)) = there().next() else {
        ui.label(theme::secondary(ui, t!(texts, "review-nobody")));
        return;
    };
    if !there().any(|(part, ..)| *part == state.part) {
        state.part = *first;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        for (part, name, count) in there() {
            let name = format!("{name} {}", number(texts, *count));
            if paint::tab(ui, &name, state.part == *part).clicked() {
                state.part = *part;
            }
        }
    });
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    match state.part {
        Part::People => people(ui, cx, finding, area, &mut state.people),
        Part::Roles => roles(ui, cx, &row.roles, area, &mut state.roles),
        Part::Groups => groups(ui, cx, row, area, &mut state.groups),
    }
}

fn people(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    finding: &Finding,
    area: Rect,
    state: &mut ListState,
) {
    let name = t!(cx.texts, "review-people-list");
    let spec = Spec {
        id: ui.scope_id().with("people concerned"),
        name: &name,
        area,
        count: finding.people.len(),
        row_height: theme::ROW_HEIGHT,
    };
    let mut visible = state.begin(ui, &spec);
    let tenant = cx.session.tenant();
    for place in visible.range.clone() {
        let Some(id) = finding.people.get(place) else {
            continue;
        };
        let user = tenant.user(*id);
        let face = Face {
            selected: false,
            open: false,
            spoken: user.map_or_else(
                || t!(cx.texts, "editor-gone"),
                |user| format!("{}, {}", user.profile.display_name, user.upn),
            ),
        };
        let (rect, row) = state.row(&mut visible, place, *id, &face);
        let cell = rect.shrink2(vec2(PAD, 0.0));
        if let Some(user) = user {
            paint::person(&mut visible.ui, row, cell, user);
        } else {
            let gone = theme::secondary(&visible.ui, face.spoken.as_str());
            let at = cell.left_center();
            paint::line(&visible.ui, row.with("gone"), at, cell.width(), gone, "");
        }
    }
    if let Some(Used::Open(place)) = visible.used
        && let Some(id) = finding.people.get(place)
        && tenant.user(*id).is_some()
    {
        cx.outbox.ui(UiCommand::ShowUser(*id));
    }
}

fn roles(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    roles: &[RoleName],
    area: Rect,
    state: &mut ListState,
) {
    let privileged = t!(cx.texts, "privileged");
    let name = t!(cx.texts, "review-roles-list");
    let lines = roles.iter().map(|role| Line {
        name: &role.name,
        glyph: if role.privileged {
            icon::PRIVILEGED
        } else {
            icon::ROLES
        },
        word: role.privileged.then_some(privileged.as_str()),
    });
    let lines: Vec<_> = lines.collect();
    if let Some(place) = list(ui, &name, &lines, area, state)
        && let Some(role) = roles.get(place)
    {
        cx.outbox.ui(UiCommand::ShowRole(role.id));
    }
}

fn groups(ui: &mut Ui, cx: &mut ViewContext<'_>, row: &Row, area: Rect, state: &mut ListState) {
    let name = t!(cx.texts, "review-groups-list");
    let lines = row.groups.iter().map(|(_, name)| Line {
        name,
        glyph: icon::GROUP,
        word: None,
    });
    let lines: Vec<_> = lines.collect();
    if let Some(place) = list(ui, &name, &lines, area, state)
        && let Some((group, _)) = row.groups.get(place)
    {
        cx.outbox.ui(UiCommand::ShowGroup(*group));
    }
}

/// A role or a group.
struct Line<'a> {
    name: &'a str,
    glyph: &'a str,
    /// What is said behind its name.
    word: Option<&'a str>,
}

/// Draws lines; the place of the one that is to be opened.
fn list(
    ui: &mut Ui,
    name: &str,
    lines: &[Line<'_>],
    area: Rect,
    state: &mut ListState,
) -> Option<usize> {
    let spec = Spec {
        id: ui.scope_id().with(name),
        name,
        area,
        count: lines.len(),
        row_height: theme::ROW_HEIGHT_COMPACT,
    };
    let mut visible = state.begin(ui, &spec);
    for place in visible.range.clone() {
        let Some(shown) = lines.get(place) else {
            continue;
        };
        let face = Face {
            selected: false,
            open: false,
            spoken: match shown.word {
                Some(word) => format!("{}, {word}", shown.name),
                None => shown.name.to_owned(),
            },
        };
        let (rect, id) = state.row(&mut visible, place, place, &face);
        let ui = &visible.ui;
        let p = theme::palette(ui);
        let ink = if shown.word.is_some() {
            p.privileged
        } else {
            p.accent_text
        };
        let left = rect.left() + PAD;
        let at = pos2(left, rect.center().y);
        paint::glyph(ui, at, shown.glyph, theme::ICON_SIZE, ink);
        let mut right = rect.right() - PAD;
        if let Some(word) = shown.word {
            let word = theme::caption(ui, word);
            let width = paint::width(ui, word.clone());
            right -= width;
            let at = pos2(right, rect.center().y);
            paint::line(ui, id.with("word"), at, width + 1.0, word, "");
            right -= PAD;
        }
        let at = at + vec2(theme::ICON_SIZE + theme::SPACE_2, 0.0);
        let text = egui::RichText::new(shown.name).color(p.text);
        paint::line(ui, id.with("name"), at, right - at.x, text, shown.name);
    }
    match visible.used? {
        Used::Open(place) => Some(place),
        Used::Toggle(_) | Used::Remove(_) => None,
    }
}
