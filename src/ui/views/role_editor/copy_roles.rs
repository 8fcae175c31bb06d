//! Copies roles from another person: a search that ends in a choice.
//!
//! Only says from whom; what that makes of the draft, and the difference, is the editor's.

use egui::{Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::words::Words;
use crate::domain::role::{Principal, RoleAssignment};
use crate::domain::user::UserId;
use crate::domain::user_table::Row;
use crate::t;
use crate::ui::theme;
use crate::ui::user_index::UserIndex;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::focus::{follow, silent};
use crate::ui::widgets::search_box::search_box;

/// How many people are listed; more are found by typing.
const LISTED: usize = 30;
const WIDTH: f32 = 340.0;
const HEIGHT: f32 = 320.0;
const ROW: f32 = 46.0;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct CopyState {
    text: String,
    was_open: bool,
}

/// Someone whose roles can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The user principal name.
    pub upn: String,
    /// The roles that would be copied, each once, by name.
    pub roles: Vec<String>,
}

/// Who answers `text`, `except` one: whoever holds a role while nothing is typed.
pub fn rows(words: Words<'_>, index: &UserIndex, text: &str, except: UserId) -> Vec<PersonRow> {
    let tenant = words.session.tenant();
    let users = tenant.users();
    let found: Vec<Row> = if text.trim().is_empty() {
        let holders = tenant.assignments().principals();
        let people = holders.filter_map(|principal| match principal {
            Principal::User(id) => users.row(id),
            Principal::Group(_) => None,
        });
        people.take(LISTED + 1).collect()
    } else {
        index.find(text, LISTED + 1)
    };
    let people = found.into_iter().filter_map(|row| users.get(row));
    let others = people.filter(|user| user.id != except).take(LISTED);
    others
        .map(|user| PersonRow {
            id: user.id,
            name: user.profile.display_name.to_string(),
            upn: user.upn.to_string(),
            roles: role_names(words, copied(words, user.id)),
        })
        .collect()
}

/// What would be copied of someone: what they hold directly and is not over.
fn copied(words: Words<'_>, user: UserId) -> impl Iterator<Item = &RoleAssignment> {
    let now = words.session.now();
    let held = words
        .session
        .tenant()
        .assignments()
        .of(Principal::User(user));
    held.iter().filter(move |held| !held.is_expired(now))
}

fn role_names<'a>(words: Words<'_>, held: impl Iterator<Item = &'a RoleAssignment>) -> Vec<String> {
    let mut names: Vec<_> = held.map(|held| words.role(held.role)).collect();
    names.sort();
    names.dedup();
    names
}

/// The search below `button`; who was chosen.
pub fn popup(
    button: &egui::Response,
    words: Words<'_>,
    index: &UserIndex,
    state: &mut CopyState,
    except: UserId,
) -> Option<UserId> {
    let mut chosen = None;
    // Not a menu: a field is typed in.
    let shown = Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            ui.spacing_mut().text_edit_width = WIDTH;
            let hint = t!(words.texts, "editor-copy-search");
            let field = search_box(ui, &mut state.text, &hint, "copy search");
            if !state.was_open {
                field.request_focus();
            }
            let rows = rows(words, index, &state.text, except);
            if rows.is_empty() {
                let text = t!(words.texts, "editor-copy-nobody");
                ui.label(theme::secondary(ui, text));
            }
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let enter = enter && !state.text.trim().is_empty();
            chosen = rows.first().filter(|_| enter).map(|row| row.id);
            ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for row in &rows {
                    if person(ui, words, row).clicked() {
                        chosen = Some(row.id);
                    }
                }
                if rows.len() == LISTED {
                    ui.label(theme::caption(ui, t!(words.texts, "sign-in-more")));
                }
            });
            if chosen.is_some() {
                ui.close();
            }
        });
    state.was_open = shown.is_some();
    if chosen.is_some() {
        *state = CopyState::default();
    }
    chosen
}

fn person(ui: &mut Ui, words: Words<'_>, row: &PersonRow) -> egui::Response {
    let p = theme::palette(ui);
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let roles = if row.roles.is_empty() {
        t!(words.texts, "user-no-roles")
    } else {
        row.roles.join(", ")
    };
    response.widget_info(|| {
        let name = t!(words.texts, "editor-copy-from", name = row.name.clone());
        WidgetInfo::labeled(Role::Button, true, format!("{name}, {}", row.upn))
    });
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(roles.as_str()));
    follow(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, p.hover);
    }
    let inside = rect.shrink2(vec2(theme::SPACE_2, theme::SPACE_1));
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(inside)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    avatar(&mut line, &row.name, theme::AVATAR_SIZE);
    line.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = theme::medium(row.name.as_str());
        silent(ui.add(egui::Label::new(name).truncate()));
        silent(ui.add(egui::Label::new(theme::caption(ui, roles.as_str())).truncate()));
    });
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
    }
    response.on_hover_text(format!("{}\n{roles}", row.upn))
}
