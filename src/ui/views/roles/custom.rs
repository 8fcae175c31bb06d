//! Making, changing and cloning a role of the tenant's own, and deleting one.
//!
//! The question stays until what it asks for is done: where a rule asks for a reason, or says no,
//! nothing that was chosen is lost.

pub mod draft;
mod picker;

use egui::{Context, Frame, Id, Key, Modal, ScrollArea, Ui};

use self::draft::Draft;
use self::picker::Picker;
use super::verdicts::verdict;
use crate::domain::apply::{DESCRIPTION_MAX, Impossible};
use crate::domain::command::Command;
use crate::domain::custom_role::CustomRole;
use crate::domain::office365::Grant;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::i18n::number;
use crate::t;
use crate::ui::dialogs::Question;
use crate::ui::outbox::{Origin, Request};
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::dialog::{Pressed, buttons, heading};
use crate::ui::views::groups::verdicts::Verdict;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::field::{Field, field};
use crate::ui::widgets::focus::silent;

/// How wide the question is, where there is room.
const WIDTH: f32 = 720.0;
/// How many privileged actions are told by name.
const TOLD: usize = 3;
/// What stands around the list of actions takes this much, until it was drawn.
const AROUND: f32 = 500.0;
/// The list is this high at least.
const LEAST: f32 = 2.0 * theme::ROW_HEIGHT;

/// A role that is being made or changed.
pub struct Custom {
    draft: Draft,
    /// What it was when it was opened.
    first: Draft,
    what: What,
    picker: Picker,
    judged: Option<(u64, Draft, Verdict)>,
    /// Whether it asked for its Command, and waits to see it done.
    asked: bool,
    /// Whether its first field was given the keyboard.
    met: bool,
    /// Whether it was told that leaving loses what was filled in.
    warned: bool,
    /// How much stands around the list of actions.
    around: f32,
}

/// What is done to the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Make,
    Change,
}

impl Custom {
    /// A new role that allows nothing yet.
    pub fn new(cx: &ViewContext<'_>) -> Self {
        Self::of(cx, Draft::new(), What::Make)
    }

    /// A new role that allows what another does; none where nobody knows what that is.
    pub fn clone_of(cx: &ViewContext<'_>, role: RoleTemplateId) -> Option<Self> {
        let catalogue = cx.session.catalogue();
        let name = |name: &str| t!(cx.texts, "custom-copy-of", name = name);
        let draft = Draft::clone_of(
            catalogue,
            cx.session.tenant(),
            role,
            cx.texts.language(),
            &name,
        )?;
        Some(Self::of(cx, draft, What::Make))
    }

    /// A role of the tenant's own, to be changed.
    pub fn change(cx: &ViewContext<'_>, role: RoleTemplateId) -> Option<Self> {
        let role = cx.session.tenant().custom_roles().get(&role)?;
        Some(Self::of(cx, Draft::of(role), What::Change))
    }

    fn of(cx: &ViewContext<'_>, draft: Draft, what: What) -> Self {
        Self {
            picker: Picker::new(cx.session.catalogue(), &draft, cx.texts.language()),
            first: draft.clone(),
            draft,
            what,
            judged: None,
            asked: false,
            met: false,
            warned: false,
            around: AROUND,
        }
    }

    /// The role that was made or changed, once it is.
    pub fn done(&self, tenant: &Tenant) -> Option<RoleTemplateId> {
        let role = self.draft.role();
        let done = self.asked && tenant.custom_roles().get(&role.id) == Some(&role);
        done.then_some(role.id)
    }

    /// Draws it over everything; whether it is to be closed.
    pub fn show(&mut self, ctx: &Context, cx: &mut ViewContext<'_>) -> bool {
        let screen = ctx.content_rect();
        let width = WIDTH.min(screen.width() - 64.0);
        let modal = Modal::new(Id::unique("custom role"))
            .frame(Frame::window(&ctx.global_style()).inner_margin(theme::SPACE_6))
            .backdrop_color(theme::palette(ctx).backdrop)
            .show(ctx, |ui| {
                ui.set_width(width);
                let room = screen.height() - 2.0 * (theme::SPACE_6 + theme::SPACE_4);
                ScrollArea::vertical()
                    .max_height(room)
                    .min_scrolled_height(room)
                    .auto_shrink([false, true])
                    .show(ui, |ui| self.content(ui, cx, room))
                    .inner
            });
        let closes = modal.should_close();
        match modal.inner {
            Pressed::Cancel => true,
            Pressed::Go => {
                self.asked = true;
                cx.outbox.run(Origin::View, set(self.draft.role()));
                false
            }
            // What was filled in is not lost by one key or a click beside it.
            Pressed::Nothing if closes && self.draft != self.first => {
                ctx.request_repaint();
                std::mem::replace(&mut self.warned, true)
            }
            Pressed::Nothing => closes,
        }
    }

    fn content(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, room: f32) -> Pressed {
        let texts = cx.texts;
        let top = ui.cursor().top();
        let title = match self.what {
            What::Make => t!(texts, "custom-new-title"),
            What::Change => {
                let known = cx.session.tenant().custom_roles().get(&self.draft.id());
                let name = known.map_or("", |role| &role.name);
                t!(texts, "custom-change-title", name = name)
            }
        };
        heading(ui, icon::ROLES, &title);
        let name = t!(texts, "user-name");
        let response = field(
            ui,
            "custom role name",
            &mut self.draft.name,
            Field {
                label: &name,
                limit: PROFILE_TEXT_MAX,
                ..Field::default()
            },
        );
        if !self.met {
            response.request_focus();
            self.met = true;
        }
        let description = t!(texts, "custom-description");
        field(
            ui,
            "custom role description",
            &mut self.draft.description,
            Field {
                label: &description,
                limit: DESCRIPTION_MAX,
                ..Field::default()
            },
        );
        ui.add_space(theme::SPACE_1);
        // In a small window the list gives way first, so that the buttons stay in sight.
        let list = (room - self.around).max(LEAST);
        self.picker.ui(ui, cx, &mut self.draft, list);
        ui.scope(|ui| {
            // Lines of text, none as high as a button.
            ui.spacing_mut().interact_size.y = 0.0;
            self.summary(ui, cx);
        });
        let ready = self.ready(cx);
        if let Err(why) = &ready
            && !why.is_empty()
            && !self.draft.is_begun()
        {
            // Nothing is wrong yet with what nobody filled in.
            ui.label(theme::caption(ui, why.as_str()));
        } else if let Err(why) = &ready
            && !why.is_empty()
        {
            notice::boxed(ui, Notice::Refused, |ui| {
                ui.label(why.as_str());
            });
        }
        if self.warned && self.draft != self.first {
            notice::boxed(ui, Notice::Warning, |ui| {
                ui.label(t!(texts, "custom-unsaved"));
            });
        }
        let pressed = buttons(ui, cx, &t!(texts, "save"), &ready);
        let around = ui.min_rect().bottom() - top - list;
        if (around - self.around).abs() > 0.5 {
            self.around = around;
            ui.ctx().request_repaint();
        }
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        if pressed == Pressed::Nothing && by_key && ready.is_ok() {
            return Pressed::Go;
        }
        pressed
    }

    /// What the role amounts to.
    fn summary(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let texts = cx.texts;
        let catalogue = cx.session.catalogue();
        let sum = self.draft.sum(catalogue);
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::medium(t!(
                texts,
                "custom-chosen",
                count = sum.actions.len()
            )));
            if sum.unlisted > 0 {
                let count = sum.unlisted;
                ui.label(theme::caption(
                    ui,
                    t!(texts, "custom-unlisted", count = count),
                ));
            }
        });
        if !sum.privileged.is_empty() {
            let p = theme::palette(ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                silent(ui.label(theme::icon_text(icon::PRIVILEGED).color(p.privileged)));
                let told = sum.privileged.get(..TOLD).unwrap_or(&sum.privileged);
                let more = sum.privileged.len() - told.len();
                let mut because = told.join(", ");
                if more > 0 {
                    because = format!("{because}, {}", t!(texts, "editor-more", count = more));
                }
                ui.label(t!(texts, "custom-privileged", actions = because));
            });
        }
        let permissions: Vec<_> = (catalogue.office365_permissions().iter())
            .zip(catalogue.grants_of_actions(&sum.actions))
            .filter(|(_, grant)| *grant != Grant::No)
            .map(|(entry, _)| entry.name.get(texts.language()))
            .collect();
        let text = if permissions.is_empty() {
            t!(texts, "custom-no-permissions")
        } else {
            let count = number(texts, permissions.len());
            let listed = permissions.join(", ");
            t!(
                texts,
                "custom-permissions",
                count = count,
                permissions = listed
            )
        };
        ui.label(theme::caption(ui, text));
        ui.label(theme::caption(ui, t!(texts, "custom-entra-limits")));
    }

    /// Whether it can be saved, or why not; asked anew when it or the tenant changed.
    fn ready(&mut self, cx: &ViewContext<'_>) -> Verdict {
        let texts = cx.texts;
        let tenant = cx.session.tenant();
        let role = self.draft.role();
        if let Some(why) = impossible(tenant, &role) {
            return Err(refusal::impossible(texts, &why));
        }
        if tenant.custom_roles().get(&role.id) == Some(&role) {
            return Err(t!(texts, "editor-nothing-changed"));
        }
        let revision = tenant.revision();
        if let Some((known, draft, verdict)) = &self.judged
            && *known == revision
            && *draft == self.draft
        {
            return verdict.clone();
        }
        let answer = verdict(cx, cx.session.decide(&set(role)));
        self.judged = Some((revision, self.draft.clone(), answer.clone()));
        answer
    }
}

/// What can be seen to be impossible before it is asked for.
fn impossible(tenant: &Tenant, role: &CustomRole) -> Option<Impossible> {
    let taken = |other: &&CustomRole| {
        other.id != role.id && other.name.to_lowercase() == role.name.to_lowercase()
    };
    if role.name.is_empty() {
        Some(Impossible::NoName)
    } else if role.actions.is_empty() {
        Some(Impossible::NoActions)
    } else {
        let other = tenant.custom_roles().values().find(taken)?;
        Some(Impossible::NameTaken(other.name.clone()))
    }
}

fn set(role: CustomRole) -> Command {
    Command::SetCustomRole {
        id: role.id,
        role: Some(Box::new(role)),
    }
}

/// Asks whether to delete a role of the tenant's own.
pub fn delete(cx: &mut ViewContext<'_>, role: RoleTemplateId) {
    let texts = cx.texts;
    let Some(known) = cx.session.tenant().custom_roles().get(&role) else {
        return;
    };
    let command = Command::SetCustomRole {
        id: role,
        role: None,
    };
    cx.outbox.ui(UiCommand::Ask(Box::new(Question {
        title: t!(texts, "custom-delete-title", name = &*known.name),
        names: Vec::new(),
        count: 0,
        text: t!(texts, "custom-delete-text"),
        go: t!(texts, "delete"),
        request: Request::Run {
            origin: Origin::View,
            command,
            assent: crate::domain::apply::Assent::default(),
        },
    })));
}

/// Whether roles of the tenant's own may be made and changed, by the account one acts as.
pub fn may_change(cx: &ViewContext<'_>) -> Verdict {
    let probe = CustomRole {
        name: "?".into(),
        ..Draft::new().role()
    };
    verdict(cx, cx.session.decide(&set(probe)))
}
