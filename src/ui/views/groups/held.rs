//! The roles that a group holds, and those that are held over a unit: each assignment with its
//! kind, its scope and its times, and the button that revokes it.

use egui::{Rect, RichText, Ui, pos2};

use super::listing::{Face, ListState, Spec, Used};
use super::paint::{self, PAD, ROW_BUTTON};
use super::rows::{Overview, Subject, Tab};
use crate::domain::command::Command;
use crate::domain::role::{AssignmentKind, DirectoryScope, Principal, RoleAssignment};
use crate::domain::user::UserId;
use crate::i18n::date;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::rows::{Standing, standing};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;

/// The height of an assignment: the role, and what is to be said of it.
const ROW: f32 = 52.0;
const MARK: f32 = 14.0;

/// An assignment as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRow {
    /// The assignment.
    pub held: RoleAssignment,
    /// The role.
    pub role: String,
    /// Whether it is privileged.
    pub privileged: bool,
    /// How it stands.
    pub standing: Standing,
    /// Who holds it, where that is not said by the heading.
    pub holder: Option<String>,
    /// Its kind, its scope and its times.
    pub about: String,
}

/// What comes of a click.
pub enum Asked {
    /// Roles are to be given.
    Give,
    /// Another group is to be shown.
    Show(Subject),
}

/// Assignments as they are listed under `subject`.
pub fn rows(words: Words<'_>, subject: Subject, held: &[RoleAssignment]) -> Vec<HeldRow> {
    let (texts, now) = (words.texts, words.session.now());
    let tenant = words.session.tenant();
    let row = |held: &RoleAssignment| {
        let standing = standing(held, now);
        let mut about = vec![match held.kind {
            AssignmentKind::Active => t!(texts, "group-kind-active"),
            AssignmentKind::Eligible => t!(texts, "group-kind-eligible"),
        }];
        if let Some(start) = held.start {
            about.push(t!(texts, "role-from-date", date = date(texts, start)));
        }
        about.push(match held.end {
            Some(end) if standing == Standing::Expired => {
                t!(texts, "group-expired-on", date = date(texts, end))
            }
            Some(end) => t!(texts, "role-until-date", date = date(texts, end)),
            None => t!(texts, "group-no-end"),
        });
        // A long name of a unit is what may be cut off.
        if subject.tab() == Tab::Groups {
            about.push(match held.scope {
                DirectoryScope::Tenant => t!(texts, "group-scope-tenant"),
                DirectoryScope::AdministrativeUnit(id) => {
                    let unit = Subject::Unit(id).name(tenant);
                    let unit = unit.map_or_else(|| id.0.to_string(), str::to_owned);
                    t!(texts, "role-within-unit", unit = unit)
                }
            });
        }
        let holder = match (subject, held.principal) {
            (Subject::Group(_), _) => None,
            (Subject::Unit(_), Principal::User(id)) => {
                let user = tenant.user(id);
                Some(user.map_or_else(
                    || id.0.to_string(),
                    |user| user.profile.display_name.to_string(),
                ))
            }
            (Subject::Unit(_), Principal::Group(id)) => {
                let name = Subject::Group(id).name(tenant);
                Some(name.map_or_else(|| id.0.to_string(), str::to_owned))
            }
        };
        HeldRow {
            held: *held,
            role: words.role(held.role),
            privileged: words.is_privileged(held.role),
            standing,
            holder,
            about: about.join(" · "),
        }
    };
    held.iter().map(row).collect()
}

/// Draws the roles of `subject` in what is left of `ui`.
pub fn held(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    overview: &Overview,
    subject: Subject,
    allowed: &Result<(), String>,
    state: &mut ListState,
) -> Option<Asked> {
    let session = cx.session;
    let held = subject.roles(session.tenant(), overview);
    let give = t!(cx.texts, "group-give-roles");
    let mut asked = None;
    if held.is_empty() {
        return nothing(ui, cx, subject, &give, allowed);
    }
    if matches!(subject, Subject::Group(_)) {
        let button = button::command_button(ui, icon::ROLES, &give, allowed.clone());
        if button.clicked() {
            asked = Some(Asked::Give);
        }
    }
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let name = t!(cx.texts, "user-roles");
    let spec = Spec {
        id: ui.scope_id().with(("roles", subject)),
        name: &name,
        area,
        count: held.len(),
        row_height: ROW,
    };
    let words = Words {
        texts: cx.texts,
        session,
    };
    let mut visible = state.begin(ui, &spec);
    let range = visible.range.clone();
    let listed = rows(words, subject, held.get(range.clone()).unwrap_or_default());
    let mut revoked = None;
    for (place, row) in range.zip(&listed) {
        let face = Face {
            selected: false,
            open: false,
            spoken: spoken(words, row),
        };
        let (rect, id) = state.row(&mut visible, place, row.held, &face);
        cells(&visible.ui, words, id, rect, row);
        // Who may not is told once, above the list.
        if allowed.is_ok() {
            let id = id.with("revoke");
            let text = revoking(words, row);
            if paint::row_button(&visible.ui, id, rect, icon::DISMISS, &text).clicked() {
                revoked = Some(place);
            }
        }
    }
    match (revoked, visible.used) {
        (Some(place), _) | (None, Some(Used::Remove(place))) if allowed.is_ok() => {
            if let Some(held) = held.get(place) {
                cx.outbox.run(Origin::View, Command::RevokeRole(*held));
            }
        }
        (None, Some(Used::Open(place))) => match held.get(place).map(|held| held.principal) {
            Some(Principal::Group(id)) if subject != Subject::Group(id) => {
                asked = Some(Asked::Show(Subject::Group(id)));
            }
            Some(Principal::User(id)) => show(cx, id),
            Some(Principal::Group(_)) | None => {}
        },
        _ => {}
    }
    asked
}

fn show(cx: &mut ViewContext<'_>, user: UserId) {
    cx.outbox.ui(UiCommand::ShowUser(user));
}

fn revoking(words: Words<'_>, row: &HeldRow) -> String {
    let (texts, role) = (words.texts, row.role.as_str());
    match &row.holder {
        None => t!(texts, "group-revoke", role = role),
        Some(holder) => t!(
            texts,
            "group-revoke-from",
            role = role,
            name = holder.as_str()
        ),
    }
}

fn spoken(words: Words<'_>, row: &HeldRow) -> String {
    let mut parts = vec![row.role.clone()];
    if row.privileged {
        parts.push(t!(words.texts, "privileged"));
    }
    parts.extend(row.holder.clone());
    parts.push(row.about.clone());
    parts.join(", ")
}

fn cells(ui: &Ui, words: Words<'_>, id: egui::Id, rect: Rect, row: &HeldRow) {
    let p = theme::palette(ui);
    let left = rect.left() + PAD;
    let right = rect.right() - ROW_BUTTON - PAD;
    let first = rect.top() + 17.0;
    let second = first + 19.0;
    let in_force = row.standing == Standing::InForce;
    let (glyph, ink) = match (in_force, row.privileged) {
        (false, _) => (icon::CLOCK, p.text_secondary),
        (true, true) => (icon::PRIVILEGED, p.privileged),
        (true, false) => (icon::ROLES, p.text_secondary),
    };
    paint::glyph(ui, pos2(left, first), glyph, theme::ICON_SIZE, ink);
    let text = left + theme::ICON_SIZE + theme::SPACE_2;
    let word = t!(words.texts, "privileged");
    let word = RichText::new(word)
        .size(theme::SIZE_SMALL)
        .color(p.privileged);
    let for_word = if row.privileged {
        MARK + 3.0 + paint::width(ui, word.clone()) + theme::SPACE_2
    } else {
        0.0
    };
    let ink = if row.standing == Standing::Expired {
        p.text_secondary
    } else {
        p.text
    };
    let shown = theme::medium(row.role.as_str()).color(ink);
    let room = right - text - for_word;
    let end = paint::line(
        ui,
        id.with("role"),
        pos2(text, first),
        room,
        shown,
        &row.role,
    );
    if row.privileged {
        let at = end + theme::SPACE_2;
        paint::glyph(ui, pos2(at, first), icon::PRIVILEGED, MARK, p.privileged);
        let at = pos2(at + MARK + 3.0, first);
        paint::line(ui, id.with("privileged"), at, for_word, word, "");
    }
    let at = pos2(text, second);
    let whole = match &row.holder {
        Some(holder) => format!("{holder} · {}", row.about),
        None => row.about.clone(),
    };
    let about = theme::caption(ui, whole.as_str());
    paint::line(ui, id.with("about"), at, right - text, about, &whole);
}

fn nothing(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    subject: Subject,
    give: &str,
    allowed: &Result<(), String>,
) -> Option<Asked> {
    let texts = cx.texts;
    let assignable = match subject {
        Subject::Group(id) => {
            let group = cx.session.tenant().groups().get(&id);
            group.is_some_and(|group| group.role_assignable)
        }
        Subject::Unit(_) => false,
    };
    let (title, hint) = match subject {
        Subject::Group(_) if assignable => (
            t!(texts, "group-no-roles"),
            t!(texts, "group-no-roles-hint"),
        ),
        Subject::Group(_) => (t!(texts, "group-no-roles"), t!(texts, "group-never-roles")),
        Subject::Unit(_) => (
            t!(texts, "group-unit-no-roles"),
            t!(texts, "group-unit-no-roles-hint"),
        ),
    };
    ui.add_space(theme::SPACE_6);
    ui.vertical_centered(|ui| {
        ui.label(theme::subtitle(title));
        ui.label(theme::secondary(ui, hint));
        ui.add_space(theme::SPACE_2);
        let gives =
            assignable && button::command_button(ui, icon::ROLES, give, allowed.clone()).clicked();
        gives.then_some(Asked::Give)
    })
    .inner
}
