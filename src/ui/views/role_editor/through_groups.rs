//! The roles that a person holds as a member of a role-assignable group.
//!
//! Shown with the group's name and not taken away here: that is done where the group is.

use egui::{Label, Layout, Ui};

use super::MARK;
use super::words::{Standing, Words, capitalised};
use crate::domain::role::RoleAssignment;
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::user::UserId;
use crate::t;
use crate::ui::outbox::Outbox;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip, chip_width};

/// What reaches a person through groups, with the group it comes through.
pub fn rows(tenant: &Tenant, user: UserId) -> Vec<(HeldThrough, RoleAssignment)> {
    let reaching = tenant.reaching(user);
    let through = reaching.filter(|(through, _)| *through != HeldThrough::Directly);
    through.map(|(through, held)| (through, *held)).collect()
}

/// Draws them; nothing where there are none.
pub fn through_groups(ui: &mut Ui, words: Words<'_>, user: UserId, outbox: &mut Outbox) {
    let rows = rows(words.session.tenant(), user);
    if rows.is_empty() {
        return;
    }
    let texts = words.texts;
    ui.add_space(theme::SPACE_2);
    ui.label(theme::semibold(t!(texts, "editor-by-groups")));
    ui.label(theme::caption(ui, t!(texts, "editor-by-groups-intro")));
    for (through, held) in rows {
        row(ui, words, through, &held);
    }
    let show = t!(texts, "editor-show-groups");
    if button::command_button(ui, icon::GROUP, &show, Ok(())).clicked() {
        outbox.ui(UiCommand::ShowGroups);
    }
}

fn row(ui: &mut Ui, words: Words<'_>, through: HeldThrough, held: &RoleAssignment) {
    let mark = match words.standing(held) {
        Standing::Active if words.is_privileged(held.role) => {
            let text = t!(words.texts, "privileged");
            Some((text, Tone::Privileged, icon::PRIVILEGED))
        }
        Standing::Active => None,
        other => Some((words.standing_word(other), Tone::Neutral, icon::CLOCK)),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.label(theme::caption(ui, icon::GROUP).size(MARK));
        let beside = mark.as_ref().map_or(0.0, |(text, _, glyph)| {
            chip_width(ui, text, Some(glyph)) + theme::SPACE_1
        });
        let room = ui.available_width() - beside;
        let below = Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(room, 0.0), below, |ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(words.picked_role(held.role)).wrap());
            let qualities = capitalised(&words.qualities(through, held));
            ui.add(Label::new(theme::caption(ui, qualities)).wrap());
        });
        if let Some((text, tone, glyph)) = &mark {
            chip(ui, text, *tone, Some(glyph));
        }
    });
}
