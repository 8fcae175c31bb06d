//! Who holds the open role, by the way they do, and the button that takes it away.

use std::sync::Arc;

use egui::{Rect, Ui, pos2};

use super::holders::{Line, Section, lines};
use super::verdicts::Verdicts;
use super::words;
use crate::domain::apply::Assent;
use crate::domain::command::Command;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::i18n::{date, number};
use crate::t;
use crate::ui::dialogs::Question;
use crate::ui::outbox::{Origin, Request};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used, Visible};
use crate::ui::views::groups::paint::{self, PAD, ROW_BUTTON};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::avatar::avatar;

/// The height of an assignment: who, and how.
const ROW: f32 = 44.0;
/// How far members stand in from their group.
const INDENT: f32 = 28.0;

/// What is shown of the holders of the open role.
#[derive(Default)]
pub struct People {
    list: ListState,
    known: Option<(Key, Arc<[Line]>)>,
}

/// What the lines depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    minute: i64,
    role: RoleTemplateId,
}

impl People {
    fn follow(&mut self, cx: &ViewContext<'_>, role: RoleTemplateId) -> Arc<[Line]> {
        let tenant = cx.session.tenant();
        let now = cx.session.now();
        let key = Key {
            revision: tenant.revision(),
            minute: now.0.div_euclid(60),
            role,
        };
        match &self.known {
            Some((known, lines)) if *known == key => Arc::clone(lines),
            _ => {
                let lines: Arc<[Line]> = lines(tenant, role, now).into();
                self.known = Some((key, Arc::clone(&lines)));
                lines
            }
        }
    }
}

/// Draws who holds `role` in what is left of `ui`.
pub fn ui(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    role: RoleTemplateId,
    verdicts: &mut Verdicts,
    state: &mut People,
) {
    let texts = cx.texts;
    let shown = state.follow(cx, role);
    if shown.is_empty() {
        ui.add_space(theme::SPACE_6);
        ui.vertical_centered(|ui| {
            ui.label(theme::subtitle(t!(texts, "roles-nobody")));
            ui.label(theme::secondary(ui, t!(texts, "roles-nobody-hint")));
        });
        return;
    }
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let name = t!(texts, "roles-people-list");
    let spec = Spec {
        id: ui.scope_id().with(("holders", role)),
        name: &name,
        area,
        count: shown.len(),
        row_height: ROW,
    };
    let mut visible = state.list.begin(ui, &spec);
    let range = visible.range.clone();
    let mut revoked = None;
    for (place, line) in range
        .clone()
        .zip(shown.get(range).unwrap_or_default().iter())
    {
        match line {
            Line::Section(section, count) => {
                head(cx, &mut visible, state, place, *section, *count);
            }
            Line::Held(held) => {
                let allowed = verdicts.revoke(cx, held);
                if assignment(cx, &mut visible, state, place, held, &allowed) {
                    revoked = Some(*held);
                }
            }
            Line::Member(group, user) => {
                let Some(user) = cx.session.tenant().user(*user) else {
                    continue;
                };
                let face = Face {
                    selected: false,
                    open: false,
                    spoken: format!("{}, {}", user.profile.display_name, user.upn),
                };
                let key = ("member", place, group, user.id);
                let (rect, id) = state.list.row(&mut visible, place, key, &face);
                let cell = Rect::from_min_max(
                    pos2(rect.left() + PAD + INDENT, rect.top()),
                    pos2(rect.right() - PAD, rect.bottom()),
                );
                paint::person(&mut visible.ui, id, cell, user);
            }
        }
    }
    let line = |place: usize| shown.get(place).copied();
    match visible.used {
        Some(Used::Open(place)) if revoked.is_none() => match line(place) {
            Some(Line::Held(held)) => match held.principal {
                Principal::User(user) => cx.outbox.ui(UiCommand::ShowUser(user)),
                Principal::Group(group) => cx.outbox.ui(UiCommand::ShowGroup(group)),
            },
            Some(Line::Member(_, user)) => cx.outbox.ui(UiCommand::ShowUser(user)),
            Some(Line::Section(..)) | None => {}
        },
        Some(Used::Remove(place)) => {
            if let Some(Line::Held(held)) = line(place)
                && verdicts.revoke(cx, &held).is_ok()
            {
                revoked = Some(held);
            }
        }
        _ => {}
    }
    if let Some(held) = revoked {
        ask(cx, &held);
    }
}

fn head(
    cx: &ViewContext<'_>,
    visible: &mut Visible,
    state: &mut People,
    place: usize,
    section: Section,
    count: usize,
) {
    let name = words::section(cx.texts, section);
    let count = number(cx.texts, count);
    let face = Face {
        selected: false,
        open: false,
        spoken: format!("{name} {count}"),
    };
    let (rect, id) = state.list.row(visible, place, ("section", section), &face);
    let ui = &visible.ui;
    let at = pos2(rect.left() + PAD, rect.bottom() - 16.0);
    let text = theme::semibold(name.as_str()).color(theme::palette(ui).text);
    let room = rect.width() - 2.0 * PAD - 40.0;
    let end = paint::line(ui, id.with("name"), at, room, text, &name);
    let at = pos2(end + theme::SPACE_2, at.y);
    let text = theme::secondary(ui, count);
    paint::line(ui, id.with("count"), at, 40.0, text, "");
}

/// Draws an assignment; whether it is to be revoked.
fn assignment(
    cx: &ViewContext<'_>,
    visible: &mut Visible,
    state: &mut People,
    place: usize,
    held: &RoleAssignment,
    allowed: &Result<(), String>,
) -> bool {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let (name, second) = holder(words, held);
    let about = way(words, held);
    let face = Face {
        selected: false,
        open: false,
        spoken: format!("{name}, {second}, {about}"),
    };
    let (rect, id) = state.list.row(visible, place, *held, &face);
    let ui = &mut visible.ui;
    let p = theme::palette(ui);
    let left = rect.left() + PAD;
    let right = rect.right() - ROW_BUTTON - PAD;
    let y = rect.center().y;
    let side = theme::AVATAR_SIZE;
    match held.principal {
        Principal::User(_) => {
            let centre = pos2(left + side / 2.0, y);
            let circle = Rect::from_center_size(centre, egui::vec2(side, side));
            let salt = (id, "avatar");
            let mut place = ui.new_child(egui::UiBuilder::new().max_rect(circle).id_salt(salt));
            avatar(&mut place, &name, side);
        }
        Principal::Group(_) => {
            let at = pos2(left + 4.0, y);
            paint::glyph(ui, at, icon::GROUP, theme::ICON_SIZE_LARGE, p.accent_text);
        }
    }
    let text = left + side + 10.0;
    let room = right - text;
    let shown = theme::medium(name.as_str()).color(p.text);
    paint::line(ui, id.with("name"), pos2(text, y - 8.0), room, shown, &name);
    let whole = if about.is_empty() {
        second
    } else {
        format!("{about} · {second}")
    };
    let caption = theme::caption(ui, whole.as_str());
    let at = pos2(text, y + 9.0);
    paint::line(ui, id.with("about"), at, room, caption, &whole);
    // Who may not is told once, above the list.
    if allowed.is_err() {
        return false;
    }
    let revoke = t!(cx.texts, "roles-revoke-from", name = name);
    paint::row_button(ui, id.with("revoke"), rect, icon::DISMISS, &revoke).clicked()
}

/// The name of a holder, and the user name of a person or the size of a group.
fn holder(words: Words<'_>, held: &RoleAssignment) -> (String, String) {
    let tenant = words.session.tenant();
    match held.principal {
        Principal::User(id) => tenant.user(id).map_or_else(
            || (id.0.to_string(), String::new()),
            |user| (user.profile.display_name.to_string(), user.upn.to_string()),
        ),
        Principal::Group(id) => tenant.groups().get(&id).map_or_else(
            || (id.0.to_string(), String::new()),
            |group| {
                let count = group.members.len();
                let members = t!(words.texts, "group-count-members", count = count);
                (group.name.to_string(), members)
            },
        ),
    }
}

/// What is out of the ordinary about an assignment: its kind, its unit, its times.
fn way(words: Words<'_>, held: &RoleAssignment) -> String {
    let texts = words.texts;
    let now = words.session.now();
    let mut parts = Vec::new();
    if held.kind == AssignmentKind::Eligible {
        parts.push(t!(texts, "group-kind-eligible"));
    }
    if let Some(start) = held.start.filter(|start| *start > now) {
        parts.push(t!(texts, "role-from-date", date = date(texts, start)));
    }
    if let Some(end) = held.end {
        let day = date(texts, end);
        parts.push(if held.is_expired(now) {
            t!(texts, "group-expired-on", date = day)
        } else {
            t!(texts, "role-until-date", date = day)
        });
    }
    if let DirectoryScope::AdministrativeUnit(id) = held.scope {
        parts.push(t!(texts, "role-within-unit", unit = words.unit(id)));
    }
    parts.join(" · ")
}

/// Asks before a role is taken.
fn ask(cx: &mut ViewContext<'_>, held: &RoleAssignment) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let (name, _) = holder(words, held);
    let role = words.role(held.role);
    let text = match held.principal {
        Principal::User(_) => t!(texts, "roles-revoke-text"),
        Principal::Group(_) => t!(texts, "roles-revoke-group-text"),
    };
    cx.outbox.ui(UiCommand::Ask(Box::new(Question {
        title: t!(texts, "roles-revoke-title", role = role, name = name),
        names: Vec::new(),
        count: 0,
        text,
        go: t!(texts, "roles-revoke"),
        request: Request::Run {
            origin: Origin::View,
            command: Command::RevokeRole(*held),
            assent: Assent::default(),
        },
    })));
}
