//! The questions of this view: a new group or unit, another name, whether to delete, whom to
//! add, which roles to give.
//!
//! A question stays until what it asks for is done: where a rule asks for a reason, or says no,
//! nothing that was typed or chosen is lost.

use egui::{Context, Id, Key, Label, Modal, TextEdit, Ui};
use uuid::Uuid;

use super::add_people::AddPeople;
use super::give_roles::GiveRoles;
use super::rows::{Overview, Subject, Tab};
use super::verdicts::{self, Verdict, Verdicts};
use crate::domain::apply::Impossible;
use crate::domain::command::Command;
use crate::domain::group::MemberSet;
use crate::domain::role::{AdministrativeUnitId, GroupId};
use crate::domain::tenant::Tenant;
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;
use crate::ui::widgets::check_box::check_box_labelled;
use crate::ui::widgets::focus::silent;

/// How many roles a refusal lists.
const LISTED: usize = 6;

/// A question that is open.
pub struct Dialog {
    what: What,
    /// Whether it asked for its Command, and waits to see it done.
    asked: bool,
    /// Whether its first field was given the keyboard.
    pub(super) met: bool,
}

enum What {
    Create(Create),
    Rename { subject: Subject, name: String },
    Delete(Subject),
    AddPeople(AddPeople),
    GiveRoles(GiveRoles),
}

/// Something new.
struct Create {
    subject: Subject,
    name: String,
    /// Role-assignable, or restricted.
    marked: bool,
    /// Whether people are to be added next.
    then_add: bool,
}

/// What comes after a question.
pub enum After {
    /// Nothing.
    Nothing,
    /// What was made is shown; with a set of people, they are asked for next.
    Show(Subject, Option<MemberSet>),
}

/// What was answered.
pub enum Answer {
    /// Close it.
    Cancel,
    /// Run this.
    Run(Command),
}

impl Dialog {
    /// Asks for something new.
    pub fn create(tab: Tab) -> Self {
        let id = Uuid::new_v4();
        Self::new(What::Create(Create {
            subject: match tab {
                Tab::Groups => Subject::Group(GroupId(id)),
                Tab::Units => Subject::Unit(AdministrativeUnitId(id)),
            },
            name: String::new(),
            marked: false,
            then_add: false,
        }))
    }

    /// Asks for another name.
    pub fn rename(subject: Subject, tenant: &Tenant) -> Self {
        let name = subject.name(tenant).unwrap_or_default().to_owned();
        Self::new(What::Rename { subject, name })
    }

    /// Asks whether to delete.
    pub fn delete(subject: Subject) -> Self {
        Self::new(What::Delete(subject))
    }

    /// Asks whom to add.
    pub fn add_people(set: MemberSet) -> Self {
        Self::new(What::AddPeople(AddPeople::new(set)))
    }

    /// Asks which roles to give.
    pub fn give_roles(group: GroupId, cx: &ViewContext<'_>) -> Self {
        Self::new(What::GiveRoles(GiveRoles::new(group, cx.session)))
    }

    fn new(what: What) -> Self {
        Self {
            what,
            asked: false,
            met: false,
        }
    }

    /// Whether what was asked for is done, and what comes after it.
    pub fn done(&self, tenant: &Tenant) -> Option<After> {
        if !self.asked {
            return None;
        }
        let (done, after) = match &self.what {
            What::Create(new) => {
                let set = match new.subject {
                    Subject::Group(id) => MemberSet::Members(id),
                    Subject::Unit(id) => MemberSet::Unit(id),
                };
                let after = After::Show(new.subject, new.then_add.then_some(set));
                (new.subject.name(tenant).is_some(), after)
            }
            What::Rename { subject, name } => {
                let now = subject.name(tenant);
                (now.is_none_or(|now| now == name.trim()), After::Nothing)
            }
            What::Delete(subject) => (subject.name(tenant).is_none(), After::Nothing),
            What::AddPeople(add) => (add.is_done(tenant), After::Nothing),
            What::GiveRoles(give) => (give.is_done(tenant), After::Nothing),
        };
        done.then_some(after)
    }

    /// Draws it over everything; whether it is to be closed.
    pub fn show(
        &mut self,
        ctx: &Context,
        cx: &mut ViewContext<'_>,
        overview: &Overview,
        verdicts: &Verdicts,
    ) -> bool {
        let screen = ctx.content_rect();
        let width = (screen.width() - 64.0).min(match self.what {
            What::AddPeople(_) | What::GiveRoles(_) => 560.0,
            _ => 480.0,
        });
        let modal = Modal::new(Id::unique("groups dialog"))
            .frame(egui::Frame::window(&ctx.global_style()).inner_margin(theme::SPACE_6))
            .backdrop_color(theme::palette(ctx).backdrop)
            .show(ctx, |ui| {
                ui.set_width(width);
                // In a small window, or with large text, lists give way first.
                let room = screen.height() - 2.0 * (theme::SPACE_6 + theme::SPACE_4);
                self.content(ui, cx, overview, verdicts, room)
            });
        let closes = modal.should_close();
        match modal.inner {
            Some(Answer::Cancel) => true,
            Some(Answer::Run(command)) => {
                self.asked = true;
                cx.outbox.run(Origin::View, command);
                false
            }
            None => closes,
        }
    }

    fn content(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        overview: &Overview,
        verdicts: &Verdicts,
        room: f32,
    ) -> Option<Answer> {
        let Self { what, met, .. } = self;
        let scrolled = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui) -> Option<Answer>| {
            egui::ScrollArea::vertical()
                .max_height(room)
                .min_scrolled_height(room)
                .auto_shrink([false, true])
                .show(ui, |ui| content(ui))
                .inner
        };
        match what {
            What::Create(new) => scrolled(ui, &mut |ui| create(ui, cx, verdicts, new, met)),
            What::Rename { subject, name } => {
                scrolled(ui, &mut |ui| rename(ui, cx, *subject, name, met))
            }
            What::Delete(subject) => scrolled(ui, &mut |ui| delete(ui, cx, overview, *subject)),
            What::AddPeople(add) => scrolled(ui, &mut |ui| add.ui(ui, cx, room, met)),
            What::GiveRoles(give) => scrolled(ui, &mut |ui| give.ui(ui, cx, room)),
        }
    }
}

/// The title of a question.
pub fn heading(ui: &mut Ui, glyph: &str, text: &str) {
    let p = theme::palette(ui);
    ui.horizontal_top(|ui| {
        let ink = if glyph == icon::DELETE {
            p.danger
        } else {
            p.accent_text
        };
        let mark = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        silent(ui.label(mark.color(ink)));
        ui.add(Label::new(theme::subtitle(text)).wrap());
    });
    ui.add_space(theme::SPACE_1);
}

/// The button that does it, and that leaves it. Disabled, the first says why.
pub fn buttons(ui: &mut Ui, cx: &ViewContext<'_>, go: &str, ready: &Verdict) -> Pressed {
    let mut pressed = Pressed::Nothing;
    ui.add_space(theme::SPACE_3);
    ui.horizontal_wrapped(|ui| {
        let button = ui
            .add_enabled_ui(ready.is_ok(), |ui| button::primary(ui, go))
            .inner;
        let button = told(ui, button, ready);
        if button.clicked() {
            pressed = Pressed::Go;
        }
        if button::standard(ui, t!(cx.texts, "cancel")).clicked() {
            pressed = Pressed::Cancel;
        }
    });
    pressed
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Nothing.
    Nothing,
    /// Do it.
    Go,
    /// Leave it.
    Cancel,
}

fn told(ui: &Ui, response: egui::Response, ready: &Verdict) -> egui::Response {
    let Err(why) = ready else { return response };
    if !why.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(why.as_str());
        });
        return response.on_disabled_hover_text(why);
    }
    response
}

/// The field of a name; whether Enter was pressed in it.
fn name_field(ui: &mut Ui, cx: &ViewContext<'_>, name: &mut String, met: &mut bool) -> bool {
    let label = ui.label(theme::medium(t!(cx.texts, "user-name")));
    let field = ui
        .add(
            TextEdit::singleline(name)
                .char_limit(PROFILE_TEXT_MAX)
                .desired_width(f32::INFINITY),
        )
        .labelled_by(label.id);
    if !*met {
        field.request_focus();
        *met = true;
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn create(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    verdicts: &Verdicts,
    new: &mut Create,
    met: &mut bool,
) -> Option<Answer> {
    let texts = cx.texts;
    let is_group = new.subject.tab() == Tab::Groups;
    let (title, glyph, word, about) = if is_group {
        (
            t!(texts, "group-new"),
            icon::GROUP,
            t!(texts, "group-may-hold-roles"),
            t!(texts, "group-may-hold-roles-about"),
        )
    } else {
        (
            t!(texts, "group-unit-new"),
            icon::ORGANISATION,
            t!(texts, "group-restricted"),
            t!(texts, "group-unit-restricted-about"),
        )
    };
    heading(ui, glyph, &title);
    let entered = name_field(ui, cx, &mut new.name, met);
    ui.add_space(theme::SPACE_1);
    let may_mark = if is_group {
        verdicts.add_role_assignable.clone()
    } else {
        Ok(())
    };
    let mark = check_box_labelled(ui, new.marked, word, may_mark.is_ok());
    if mark.clicked() {
        new.marked = !new.marked;
    }
    ui.add(Label::new(theme::caption(ui, about)).wrap());
    if let Err(why) = &may_mark {
        notice::boxed(ui, Notice::Locked, |ui| {
            ui.label(why.as_str());
        });
    }
    let ready = if new.name.trim().is_empty() {
        Err(t!(texts, "impossible-no-name"))
    } else {
        Ok(())
    };
    let mut answer = None;
    ui.add_space(theme::SPACE_3);
    ui.horizontal_wrapped(|ui| {
        let go = ui
            .add_enabled_ui(ready.is_ok(), |ui| {
                button::primary(ui, t!(texts, "dialog-new-make"))
            })
            .inner;
        if told(ui, go, &ready).clicked() || (ready.is_ok() && entered) {
            new.then_add = false;
            answer = Some(Answer::Run(command(new)));
        }
        let and_add = ui
            .add_enabled_ui(ready.is_ok(), |ui| {
                button::standard(ui, t!(texts, "group-new-and-add"))
            })
            .inner;
        if told(ui, and_add, &ready).clicked() {
            new.then_add = true;
            answer = Some(Answer::Run(command(new)));
        }
        if button::standard(ui, t!(texts, "cancel")).clicked() {
            answer = Some(Answer::Cancel);
        }
    });
    answer
}

fn command(new: &Create) -> Command {
    let name = new.name.trim();
    match new.subject {
        Subject::Group(id) => {
            Command::AddGroup(Box::new(verdicts::new_group(id, name, new.marked)))
        }
        Subject::Unit(id) => Command::AddUnit(Box::new(verdicts::new_unit(id, name, new.marked))),
    }
}

fn rename(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    subject: Subject,
    name: &mut String,
    met: &mut bool,
) -> Option<Answer> {
    let texts = cx.texts;
    let before = subject.name(cx.session.tenant())?.to_owned();
    heading(
        ui,
        icon::EDIT,
        &t!(texts, "group-rename-title", name = before.as_str()),
    );
    let entered = name_field(ui, cx, name, met);
    let wanted = name.trim();
    let ready = if wanted.is_empty() {
        Err(t!(texts, "impossible-no-name"))
    } else if wanted == before {
        Err(t!(texts, "editor-nothing-changed"))
    } else {
        Ok(())
    };
    let pressed = buttons(ui, cx, &t!(texts, "save"), &ready);
    if pressed == Pressed::Cancel {
        return Some(Answer::Cancel);
    }
    let goes = pressed == Pressed::Go || (entered && ready.is_ok());
    goes.then(|| Answer::Run(verdicts::rename(subject, wanted)))
}

fn delete(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    overview: &Overview,
    subject: Subject,
) -> Option<Answer> {
    let texts = cx.texts;
    let tenant = cx.session.tenant();
    let name = subject.name(tenant)?;
    heading(
        ui,
        icon::DELETE,
        &t!(texts, "group-delete-title", name = name),
    );
    let held = subject.roles(tenant, overview);
    let words = Words {
        texts,
        session: cx.session,
    };
    let ready = if held.is_empty() {
        let people = match subject {
            Subject::Group(id) => tenant.groups().get(&id).map(|it| it.members.len()),
            Subject::Unit(id) => {
                let unit = tenant.administrative_units().get(&id);
                unit.map(|it| it.members.len())
            }
        };
        let people = people.unwrap_or(0);
        ui.label(match subject {
            Subject::Group(_) => t!(texts, "group-delete-text", count = people),
            Subject::Unit(_) => t!(texts, "group-unit-delete-text", count = people),
        });
        Ok(())
    } else {
        let why = refusal::impossible(texts, &Impossible::HoldsRoles(name.into()));
        let listed = held.get(..LISTED).unwrap_or(held);
        let listed = super::held::rows(words, subject, listed);
        notice::boxed(ui, Notice::Refused, |ui| {
            ui.label(why.as_str());
            for row in &listed {
                let role = match &row.holder {
                    Some(holder) => format!("{} · {holder}", row.role),
                    None => row.role.clone(),
                };
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                    ui.label(theme::medium(role));
                    if row.privileged {
                        let ink = theme::palette(ui).privileged;
                        let word = t!(texts, "privileged");
                        ui.label(theme::icon_text(icon::PRIVILEGED).color(ink))
                            .accessible_name(word.as_str());
                    }
                });
                ui.label(theme::caption(ui, row.about.as_str()));
            }
            let more = held.len().saturating_sub(LISTED);
            if more > 0 {
                ui.label(t!(texts, "editor-more", count = more));
            }
        });
        Err(why)
    };
    let mut answer = None;
    ui.add_space(theme::SPACE_3);
    ui.horizontal_wrapped(|ui| {
        let go = ui
            .add_enabled_ui(ready.is_ok(), |ui| {
                if ui.is_enabled() {
                    theme::make_danger(ui);
                }
                ui.add(egui::Button::new(theme::semibold(t!(texts, "delete"))))
            })
            .inner;
        if told(ui, go, &ready).clicked() {
            answer = Some(Answer::Run(verdicts::delete(subject)));
        }
        if button::standard(ui, t!(texts, "cancel")).clicked() {
            answer = Some(Answer::Cancel);
        }
    });
    answer
}
