//! Sign in: choose the account to act as, by typing a part of its name.
//!
//! Blocked accounts are shown, so that nobody searches in vain, and can't be chosen.

use egui::{Align, Layout, Sense, TextStyle, Ui, vec2};

use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::domain::user::{SignIn, UserId};
use crate::domain::user_table::Row;
use crate::session::Session;
use crate::t;

use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::UserIndex;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::focus::{follow, silent};
use crate::ui::widgets::search_box::search_box;

/// How many accounts are listed; more are found by typing.
const LISTED: usize = 40;

/// The height of a name and what stands below it.
const NAMES_HEIGHT: f32 = 40.0;

/// What was typed.
#[derive(Default)]
pub struct State {
    text: String,
    was_shown: bool,
}

/// An account as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// Whose it is.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The user principal name.
    pub upn: String,
    /// The roles in force, with whether each is privileged.
    pub roles: Vec<(String, bool)>,
    /// Whether it can't be chosen.
    pub blocked: bool,
}

/// The accounts that answer `text`: global administrators first while nothing is typed.
pub fn rows(
    session: &Session,
    index: &UserIndex,
    text: &str,
    language: Language,
) -> Vec<AccountRow> {
    let tenant = session.tenant();
    let found: Vec<Row> = if text.trim().is_empty() {
        administrators_first(session)
    } else {
        index.find(text, LISTED)
    };
    found
        .into_iter()
        .filter_map(|row| tenant.users().get(row))
        .map(|user| AccountRow {
            id: user.id,
            name: user.profile.display_name.to_string(),
            upn: user.upn.to_string(),
            roles: role_names(session, user.id, language),
            blocked: user.sign_in == SignIn::Blocked,
        })
        .collect()
}

fn administrators_first(session: &Session) -> Vec<Row> {
    let tenant = session.tenant();
    let users = tenant.users();
    let global = tenant
        .lasting_global_administrators()
        .filter_map(|id| users.row(id));
    let holders = tenant
        .assignments()
        .principals()
        .filter_map(|principal| match principal {
            crate::domain::role::Principal::User(id) => users.row(id),
            crate::domain::role::Principal::Group(_) => None,
        });
    let everybody = (0..).map(Row).take(users.len());
    let mut rows: Vec<Row> = Vec::with_capacity(LISTED);
    for row in global.chain(holders).chain(everybody) {
        if rows.len() >= LISTED {
            break;
        }
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

fn role_names(session: &Session, user: UserId, language: Language) -> Vec<(String, bool)> {
    let mut ids: Vec<RoleTemplateId> = session
        .tenant()
        .roles_in_force(user, session.now())
        .map(|(role, _)| role)
        .collect();
    ids.sort_unstable_by_key(|id| (*id != RoleTemplateId::GLOBAL_ADMINISTRATOR, *id));
    ids.dedup();
    ids.into_iter()
        .map(|id| match session.catalogue().role(id) {
            Some(role) => (role.name.get(language).to_owned(), role.privileged),
            None => (id.to_string(), false),
        })
        .collect()
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let width = ui.available_width().min(720.0);
    let side = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal_top(|ui| {
        ui.add_space(side);
        ui.allocate_ui_with_layout(
            vec2(width, ui.available_height()),
            Layout::top_down(Align::Min),
            |ui| content(ui, cx, state),
        );
    });
}

fn content(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.add_space(theme::SPACE_6);
    ui.label(theme::title(t!(cx.texts, "sign-in-title")));
    ui.label(theme::secondary(ui, t!(cx.texts, "sign-in-text")));
    ui.add_space(theme::SPACE_3);
    let hint = t!(cx.texts, "sign-in-hint");
    ui.spacing_mut().text_edit_width = ui.available_width();
    let field = search_box(ui, &mut state.text, &hint, "sign in");
    if !state.was_shown {
        field.request_focus();
        state.was_shown = true;
    }
    let rows = rows(cx.session, cx.index, &state.text, cx.texts.language());
    let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.add_space(theme::SPACE_2);
    if rows.is_empty() {
        ui.add_space(theme::SPACE_6);
        ui.label(theme::subtitle(t!(cx.texts, "sign-in-nobody")));
        ui.label(theme::secondary(ui, t!(cx.texts, "sign-in-nobody-text")));
    }
    if enter && let Some(first) = rows.iter().find(|row| !row.blocked) {
        cx.outbox.ui(UiCommand::SignInAs(first.id));
    }
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            for row in &rows {
                if account(ui, cx, row).clicked() && !row.blocked {
                    cx.outbox.ui(UiCommand::SignInAs(row.id));
                }
            }
            if rows.len() == LISTED {
                ui.label(theme::caption(ui, t!(cx.texts, "sign-in-more")));
            }
        });
}

fn account(ui: &mut Ui, cx: &ViewContext<'_>, row: &AccountRow) -> egui::Response {
    let size = vec2(ui.available_width() - theme::SPACE_3, 56.0);
    let sense = if row.blocked {
        Sense::hover()
    } else {
        Sense::click()
    };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let p = theme::palette(ui);
    let fill = if response.hovered() && !row.blocked {
        p.hover
    } else {
        p.surface
    };
    ui.painter().rect(
        rect,
        theme::RADIUS_CARD,
        fill,
        egui::Stroke::new(1.0, p.line),
        egui::StrokeKind::Inside,
    );
    follow(&response);
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(1.0), theme::RADIUS_CARD);
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(theme::SPACE_3, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    avatar(&mut inside, &row.name, 32.0);
    let names = (inside.available_width() * 0.5).max(180.0);
    inside.allocate_ui_with_layout(
        vec2(names, NAMES_HEIGHT),
        Layout::top_down(Align::Min),
        |ui| {
            ui.set_width(names);
            ui.spacing_mut().item_spacing.y = 1.0;
            let lines =
                ui.text_style_height(&TextStyle::Body) + ui.text_style_height(&TextStyle::Small);
            ui.add_space(((NAMES_HEIGHT - lines) / 2.0).max(0.0).floor());
            let name = theme::medium(row.name.as_str());
            silent(ui.add(egui::Label::new(name).truncate()));
            let upn = theme::caption(ui, row.upn.as_str());
            silent(ui.add(egui::Label::new(upn).truncate()));
        },
    );
    inside.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if row.blocked {
            let blocked = t!(cx.texts, "sign-in-blocked");
            silent(chip(ui, &blocked, Tone::Warning, Some(icon::BLOCK)));
            return;
        }
        if row.roles.is_empty() {
            silent(ui.label(theme::caption(ui, t!(cx.texts, "user-no-roles"))));
        }
        let more = row.roles.len().saturating_sub(1);
        if more > 0 {
            let others: Vec<_> = row
                .roles
                .iter()
                .skip(1)
                .map(|(name, _)| name.as_str())
                .collect();
            let text = t!(cx.texts, "count-more", count = more);
            silent(chip(ui, &text, Tone::Neutral, None)).on_hover_text(others.join("\n"));
        }
        if let Some((name, privileged)) = row.roles.first() {
            let (tone, glyph) = if *privileged {
                (Tone::Privileged, Some(icon::PRIVILEGED))
            } else {
                (Tone::Accent, None)
            };
            silent(chip(ui, name, tone, glyph));
        }
    });
    response.widget_info(|| {
        let label = format!("{}, {}", row.name, row.upn);
        egui::WidgetInfo::labeled(egui::Role::Button, !row.blocked, label)
    });
    let about = spoken(cx, row);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(about));
    if row.blocked {
        response.on_hover_text(t!(cx.texts, "sign-in-blocked-why"))
    } else {
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

/// What a screen reader says of an account beside its name.
fn spoken(cx: &ViewContext<'_>, row: &AccountRow) -> String {
    if row.blocked {
        return t!(cx.texts, "sign-in-blocked-why");
    }
    if row.roles.is_empty() {
        return t!(cx.texts, "user-no-roles");
    }
    let names: Vec<_> = row.roles.iter().map(|(name, _)| name.as_str()).collect();
    names.join(", ")
}
