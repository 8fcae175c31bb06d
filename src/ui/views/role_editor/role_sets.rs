//! Role sets: roles under a name, to be given together.
//!
//! A menu that any role picker can have: it lists the sets and tells whose roles were chosen. It
//! saves what is chosen as a set and deletes sets by asking for the Commands; whether that may be
//! is the policy's to say.

use std::collections::BTreeSet;

use egui::{
    Button, Frame, Key, Popup, PopupCloseBehavior, Response, ScrollArea, TextEdit, Ui, vec2,
};

use super::field::remark;
use crate::domain::command::Command;
use crate::domain::role::RoleTemplateId;
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::focus::follow;

const WIDTH: f32 = 320.0;
const HEIGHT: f32 = 240.0;

/// What was typed, and what is about to be deleted.
#[derive(Clone, Debug, Default)]
pub struct RoleSetsState {
    name: String,
    deleting: Option<Box<str>>,
}

/// A button with the sets behind it. `chosen` is what would be saved as a set; where `locked`,
/// no set can be chosen. Tells the roles of the set that was chosen.
pub fn role_sets(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut RoleSetsState,
    chosen: &BTreeSet<RoleTemplateId>,
    locked: bool,
) -> Option<BTreeSet<RoleTemplateId>> {
    let text = t!(cx.texts, "sets-title");
    let response = button::command_button(ui, icon::APPS, &text, Ok(()));
    menu(&response, cx, state, chosen, locked)
}

/// The same below a button of the caller's.
pub fn menu(
    response: &Response,
    cx: &mut ViewContext<'_>,
    state: &mut RoleSetsState,
    chosen: &BTreeSet<RoleTemplateId>,
    locked: bool,
) -> Option<BTreeSet<RoleTemplateId>> {
    let mut applied = None;
    // Not a menu: a field is typed in.
    let shown = Popup::from_toggle_button_response(response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            Frame::new().inner_margin(theme::SPACE_2).show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = theme::SPACE_1;
                ui.label(theme::semibold(t!(cx.texts, "sets-title")));
                let refusal = refusal(cx);
                applied = list(ui, cx, state, locked, refusal.is_none());
                ui.separator();
                save(ui, cx, state, chosen, refusal.as_deref());
            });
            if applied.is_some() {
                ui.close();
            }
        });
    if shown.is_none() {
        *state = RoleSetsState::default();
    }
    applied
}

/// Why this actor keeps no sets; none when they may.
fn refusal(cx: &ViewContext<'_>) -> Option<String> {
    let command = Command::SetRoleSet {
        name: "?".into(),
        roles: Some(BTreeSet::new()),
    };
    let Some(decision) = cx.session.decide(&command) else {
        return Some(t!(cx.texts, "not-signed-in"));
    };
    let catalogue = cx.session.catalogue();
    let rules = rule_texts(cx.texts.language(), catalogue, decision.refusals());
    let lines: Vec<_> = rules.iter().map(RuleText::line).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

fn list(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut RoleSetsState,
    locked: bool,
    may_delete: bool,
) -> Option<BTreeSet<RoleTemplateId>> {
    let sets = cx.session.tenant().role_sets();
    if sets.is_empty() {
        ui.label(theme::secondary(ui, t!(cx.texts, "sets-none")));
        return None;
    }
    ui.label(theme::caption(ui, t!(cx.texts, "sets-intro")));
    let mut applied = None;
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (name, roles) in sets {
            ui.push_id(name, |ui| {
                if state.deleting.as_deref() == Some(&**name) {
                    confirm(ui, cx, state, name);
                } else if set(ui, cx, state, (name, roles), locked, may_delete) {
                    applied = Some(roles.clone());
                }
            });
        }
    });
    applied
}

/// A set and the button that deletes it; whether the set was chosen.
fn set(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut RoleSetsState,
    (name, roles): (&str, &BTreeSet<RoleTemplateId>),
    locked: bool,
    may_delete: bool,
) -> bool {
    let count = t!(cx.texts, "sets-roles", count = roles.len());
    ui.horizontal(|ui| {
        let width = ui.available_width() - theme::CONTROL_HEIGHT - ui.spacing().item_spacing.x;
        let face = Button::new(name)
            .truncate()
            .frame_when_inactive(false)
            .right_text(theme::caption(ui, &count))
            .min_size(vec2(width, theme::CONTROL_HEIGHT));
        let names: Vec<_> = roles.iter().map(|role| role_name(cx, *role)).collect();
        let tip = format!("{name}\n{}", names.join("\n"));
        let label = t!(cx.texts, "sets-apply", name = name);
        let chosen = ui
            .scope(|ui| {
                ui.set_max_width(width);
                ui.add_enabled(!locked, face)
            })
            .inner
            .accessible_name(format!("{label}, {count}"))
            .on_hover_text(tip);
        follow(&chosen);
        let delete = t!(cx.texts, "sets-delete", name = name);
        let button = |ui: &mut Ui| button::icon_button(ui, icon::DELETE, &delete);
        if ui.add_enabled_ui(may_delete, button).inner.clicked() {
            state.deleting = Some(name.into());
        }
        chosen.clicked()
    })
    .inner
}

fn confirm(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut RoleSetsState, name: &str) {
    let question = t!(cx.texts, "sets-delete-question", name = name);
    ui.add(egui::Label::new(question).wrap());
    ui.horizontal(|ui| {
        if button::standard(ui, t!(cx.texts, "sets-delete-yes")).clicked() {
            let command = Command::SetRoleSet {
                name: name.into(),
                roles: None,
            };
            cx.outbox.run(Origin::View, command);
            state.deleting = None;
        }
        if button::standard(ui, t!(cx.texts, "cancel")).clicked() {
            state.deleting = None;
        }
    });
}

/// A name for what is chosen, and the button that keeps it.
fn save(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut RoleSetsState,
    chosen: &BTreeSet<RoleTemplateId>,
    refusal: Option<&str>,
) {
    let texts = cx.texts;
    let label = ui.label(theme::medium(t!(texts, "sets-save-chosen")));
    let name = state.name.trim().to_owned();
    let enabled = refusal.is_none() && !chosen.is_empty();
    let ready = enabled && !name.is_empty();
    let mut asked = false;
    ui.add_enabled_ui(enabled, |ui| {
        ui.horizontal(|ui| {
            let text = t!(texts, "save");
            let beside = button_width(ui, &text) + ui.spacing().item_spacing.x;
            let field = ui
                .add(
                    TextEdit::singleline(&mut state.name)
                        .char_limit(PROFILE_TEXT_MAX)
                        .hint_text(theme::secondary(ui, t!(texts, "sets-name-hint")))
                        .margin(egui::Margin::symmetric(10, 7))
                        .desired_width(ui.available_width() - beside - 20.0),
                )
                .labelled_by(label.id);
            follow(&field);
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let save = ui
                .add_enabled_ui(ready, |ui| button::standard(ui, text))
                .inner;
            let save = save.accessible_name(t!(texts, "sets-save"));
            asked = ready && (save.clicked() || enter);
        });
    });
    if let Some(refusal) = refusal {
        remark(ui, icon::LOCK, refusal);
    } else if chosen.is_empty() {
        remark(ui, icon::INFO, &t!(texts, "sets-nothing-chosen"));
    } else if cx.session.tenant().role_sets().contains_key(name.as_str()) {
        let text = t!(texts, "sets-replaces", name = name.as_str());
        remark(ui, icon::WARNING, &text);
    } else {
        let count = t!(texts, "sets-roles", count = chosen.len());
        remark(ui, icon::INFO, &count);
    }
    if asked {
        state.name.clear();
        let command = Command::SetRoleSet {
            name: name.into(),
            roles: Some(chosen.clone()),
        };
        cx.outbox.run(Origin::View, command);
    }
}

fn role_name(cx: &ViewContext<'_>, role: RoleTemplateId) -> String {
    let names = cx.session.catalogue().names(role);
    names.map_or_else(
        || role.to_string(),
        |name| name.get(cx.texts.language()).to_owned(),
    )
}

fn button_width(ui: &Ui, text: &str) -> f32 {
    let words = egui::WidgetText::from(theme::medium(text)).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Button,
    );
    words.size().x + 2.0 * ui.spacing().button_padding.x
}
