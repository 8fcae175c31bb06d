//! Who is being edited: name, user name, what is particular, and the roles held now.

use egui::{Label, Ui, vec2};

use super::LINE_BUTTON;
use super::words::Words;
use crate::domain::role::RoleAssignment;
use crate::domain::tenant::HeldThrough;
use crate::domain::user::{SignIn, User, UserKind, UserSource};
use crate::t;
use crate::ui::outbox::Outbox;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::focus::follow;

/// Draws it.
pub fn header(ui: &mut Ui, words: Words<'_>, user: &User, outbox: &mut Outbox) {
    let area = ui.clip_rect();
    ui.horizontal(|ui| {
        avatar(ui, &user.profile.display_name, theme::AVATAR_SIZE_LARGE);
        ui.add_space(theme::SPACE_1);
        let room = ui.available_width() - 3.0 * (theme::CONTROL_HEIGHT + theme::SPACE_2);
        ui.allocate_ui(vec2(room, theme::AVATAR_SIZE_LARGE), |ui| {
            ui.set_width(room);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(theme::SPACE_1);
                let name = theme::title(&*user.profile.display_name).size(18.0);
                ui.add(Label::new(name).truncate());
                user_name(ui, words, user);
            });
        });
        for edit in [
            UiCommand::EditProfile(user.id),
            UiCommand::EditLicences(user.id),
        ] {
            if button::icon_button(ui, edit.icon(), &edit.text(words.texts)).clicked() {
                outbox.ui(edit);
            }
        }
        let close = t!(words.texts, "editor-close-panel");
        let close = button::icon_button(ui, icon::DISMISS, &close);
        panes::mark(ui, Pane::Details, area, close.id);
        if close.clicked() {
            outbox.ui(UiCommand::CloseDetails);
        }
    });
    badges(ui, words, user);
    roles_now(ui, words, user);
}

fn user_name(ui: &mut Ui, words: Words<'_>, user: &User) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        ui.spacing_mut().interact_size.y = LINE_BUTTON;
        let upn = user.upn.as_str();
        let text = theme::caption(ui, upn);
        let room = ui.available_width() - LINE_BUTTON - theme::SPACE_1;
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(Label::new(text).truncate());
        });
        let name = t!(words.texts, "editor-copy-upn");
        if small_icon(ui, icon::COPY, &name).clicked() {
            ui.ctx().copy_text(upn.to_owned());
        }
    });
}

/// A subtle button with a small icon, for the line of a text.
pub fn small_icon(ui: &mut Ui, glyph: &str, name: &str) -> egui::Response {
    ui.scope(|ui| {
        theme::make_subtle(ui);
        ui.spacing_mut().button_padding = vec2(theme::SPACE_1, 0.0);
        let ink = theme::palette(ui).text_secondary;
        let glyph = theme::icon_text(glyph).color(ink);
        let button = ui.add(egui::Button::new(glyph).min_size(vec2(LINE_BUTTON, LINE_BUTTON)));
        follow(&button);
        button
    })
    .inner
    .accessible_name(name)
    .on_hover_text(name)
}

fn badges(ui: &mut Ui, words: Words<'_>, user: &User) {
    let texts = words.texts;
    let mut badges = Vec::new();
    if user.kind == UserKind::Guest {
        badges.push((t!(texts, "user-guest"), Tone::Neutral, icon::GUEST));
    }
    if user.source == UserSource::DirectorySynchronised {
        let text = t!(texts, "user-synced");
        badges.push((text, Tone::Neutral, icon::DIRECTORY_SYNC));
    }
    if user.sign_in == SignIn::Blocked {
        let text = t!(texts, "sign-in-blocked");
        badges.push((text, Tone::Danger, icon::PERSON_BLOCKED));
    }
    if user.must_change_password {
        let text = t!(texts, "editor-must-change-password");
        badges.push((text, Tone::Warning, icon::KEY_RESET));
    }
    if badges.is_empty() {
        return;
    }
    flow(ui, |ui| {
        for (text, tone, glyph) in &badges {
            chip(ui, text, *tone, Some(glyph));
        }
    });
}

/// Chips beside and under each other.
fn flow(ui: &mut Ui, chips: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SPACE_1, theme::SPACE_1);
        ui.spacing_mut().interact_size.y = theme::CHIP_HEIGHT;
        ui.horizontal_wrapped(chips);
    });
}

fn roles_now(ui: &mut Ui, words: Words<'_>, user: &User) {
    let tenant = words.session.tenant();
    let mut held: Vec<_> = tenant.reaching(user.id).collect();
    // What is plainly held comes first; the order is otherwise that of the tenant.
    held.sort_by_key(|(through, held)| {
        let direct = *through == HeldThrough::Directly;
        !(direct && held.is_permanent_tenant_wide())
    });
    flow(ui, |ui| {
        let label = t!(words.texts, "editor-roles-now");
        ui.label(theme::caption(ui, label));
        ui.add_space(theme::SPACE_1);
        if held.is_empty() {
            ui.label(theme::caption(ui, t!(words.texts, "editor-no-roles")));
        }
        for (through, assignment) in held {
            role_chip(ui, words, through, assignment);
        }
    });
}

/// A role that is held, with what is out of the ordinary about it. What is not in force has the
/// tone of nothing and a clock.
fn role_chip(ui: &mut Ui, words: Words<'_>, through: HeldThrough, held: &RoleAssignment) {
    let name = words.role(held.role);
    let qualities = words.qualities(through, held);
    let text = if qualities.is_empty() {
        name
    } else {
        format!("{name} · {qualities}")
    };
    let privileged = words.is_privileged(held.role);
    let (tone, glyph) = match (held.is_in_force(words.session.now()), privileged) {
        (false, _) => (Tone::Neutral, Some(icon::CLOCK)),
        (true, true) => (Tone::Privileged, Some(icon::PRIVILEGED)),
        (true, false) => (Tone::Accent, None),
    };
    let tip = if privileged {
        format!("{text} · {}", t!(words.texts, "privileged"))
    } else {
        text.clone()
    };
    chip(ui, &text, tone, glyph).on_hover_text(tip);
}
