//! Who holds privileged roles: the worst first.

use egui::{Ui, UiBuilder, vec2};

use super::cards::people;
use super::draw;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::{User, UserId};
use crate::domain::user_table::Row;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::Kind;
use crate::ui::view_context::ViewContext;
use crate::ui::views::active_users::marks;
use crate::ui::views::active_users::rows::{RoleMark, Standing, roles};
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::focus::silent;

/// The height of a person's row.
const ROW: f32 = 31.0;
/// The diameter of the initials.
const AVATAR: f32 = 24.0;
/// The least width in which the ways stand beside the roles.
const BESIDE: f32 = 500.0;
/// How many people are kept: more than fit the tallest screen.
pub const KEPT: usize = 60;

/// A person with a privileged role in force, as the index knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Their row in the tenant's table.
    pub row: u32,
    /// Whether they are a Global Administrator of the whole tenant.
    pub global: bool,
}

/// The people to show first: Global Administrators, then by how many privileged roles they hold;
/// of equals in the order given.
pub fn worst(
    tenant: &Tenant,
    catalogue: &RoleCatalogue,
    now: Timestamp,
    holders: &[Holder],
) -> Vec<UserId> {
    let mut people: Vec<_> = holders
        .iter()
        .filter_map(|holder| {
            let user = tenant.users().get(Row(holder.row))?;
            let count = privileged_in_force(tenant, catalogue, now, user.id);
            Some((!holder.global, usize::MAX - count, user.id))
        })
        .collect();
    people.sort_by_key(|(other, less, _)| (*other, *less));
    people.truncate(KEPT);
    people.into_iter().map(|(.., id)| id).collect()
}

/// How many privileged roles are in force for a person.
fn privileged_in_force(
    tenant: &Tenant,
    catalogue: &RoleCatalogue,
    now: Timestamp,
    user: UserId,
) -> usize {
    let held = tenant.roles_in_force(user, now);
    let mut roles: Vec<RoleTemplateId> = held.map(|(role, _)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    let privileged = |role: &&RoleTemplateId| {
        let role = catalogue.role(**role);
        role.is_some_and(|role| role.privileged)
    };
    roles.iter().filter(privileged).count()
}

/// The privileged roles of a person that count or may come to count, and how they are held.
pub fn privileged_roles<'a>(cx: &ViewContext<'a>, user: &User) -> Vec<RoleMark<'a>> {
    let session = cx.session;
    let language = cx.texts.language();
    let (tenant, catalogue) = (session.tenant(), session.catalogue());
    let mut marks = roles(tenant, catalogue, language, session.now(), user);
    marks.retain(|mark| mark.privileged && mark.standing != Standing::Expired);
    marks
}

/// By which ways the roles that are in force are held, in words.
pub fn how(texts: &Texts, marks: &[RoleMark<'_>]) -> String {
    let in_force = marks.iter().flat_map(|mark| &mark.ways);
    let in_force = in_force.filter(|way| way.standing == Standing::InForce);
    let (mut directly, mut by_group, mut in_unit) = (false, false, false);
    for way in in_force {
        directly |= way.group.is_none();
        by_group |= way.group.is_some();
        in_unit |= way.unit.is_some();
    }
    let eligible = marks.iter().any(|mark| mark.standing == Standing::Eligible);
    let parts = [
        (directly, "overview-how-direct"),
        (by_group, "overview-how-group"),
        (in_unit, "overview-how-unit"),
        (eligible, "overview-how-eligible"),
    ];
    let told = parts.iter().filter(|(so, _)| *so);
    let told: Vec<_> = told.map(|(_, key)| texts.dynamic(key)).collect();
    told.join(" · ")
}

/// Draws the list; `total` people hold privileged roles.
pub fn list(ui: &mut Ui, cx: &mut ViewContext<'_>, people_shown: &[UserId], total: usize) {
    let texts = cx.texts;
    if people_shown.is_empty() {
        draw::nothing(ui, icon::SHIELD, &t!(texts, "overview-privileged-none"));
        return;
    }
    let height = ui.available_height();
    let mut fitting = draw::rows_in(height, ROW);
    if fitting < total {
        fitting = draw::rows_in(height - draw::FOOT, ROW).max(1);
    }
    let tenant = cx.session.tenant();
    let mut shown = 0;
    for id in people_shown.iter().take(fitting) {
        let Some(user) = tenant.user(*id) else {
            continue;
        };
        shown += 1;
        if person(ui, cx, user).clicked() {
            cx.outbox.ui(UiCommand::ShowUser(*id));
        }
    }
    let rest = total.saturating_sub(shown);
    if rest > 0 {
        let text = t!(texts, "overview-more-people", count = number(texts, rest));
        if draw::foot(ui, &text).clicked() {
            cx.outbox.ui(people(&[Kind::Privileged]));
        }
    }
}

fn person(ui: &mut Ui, cx: &ViewContext<'_>, user: &User) -> egui::Response {
    let texts = cx.texts;
    let name = &*user.profile.display_name;
    let roles = privileged_roles(cx, user);
    let how = how(texts, &roles);
    let spoken: Vec<_> = roles.iter().map(|mark| marks::label(texts, mark)).collect();
    let about = format!("{} · {how}", spoken.join(", "));
    let at = ui.next_widget_position();
    let rect = egui::Rect::from_min_size(at, vec2(ui.available_width(), ROW));
    let response = draw::link(ui, rect, name, &about, draw::Ground::Row, |_, _| false);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let inside = rect.shrink2(vec2(theme::SPACE_2, 0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inside).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        avatar(ui, name, AVATAR);
        let wide = inside.width() >= BESIDE;
        let room = (inside.width() - AVATAR) * if wide { 0.3 } else { 0.4 };
        ui.allocate_ui_with_layout(vec2(room, ROW), layout, |ui| {
            ui.set_min_width(room);
            silent(ui.add(egui::Label::new(name).truncate()));
        });
        let beside = if wide { inside.width() * 0.2 } else { 0.0 };
        let room = ui.available_width() - beside;
        ui.allocate_ui_with_layout(vec2(room, ROW), layout, |ui| {
            ui.set_min_width(room);
            marks::chips(ui, texts, &roles);
        });
        if wide {
            let how = theme::caption(ui, how.as_str());
            silent(ui.add(egui::Label::new(how).truncate()));
        }
    });
    response
}
