//! May A do X to B: who, what and to whom on the left; the answer on the right, with its rules.

use std::sync::Arc;

use egui::{
    Align, Label, Layout, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::kept::{Kept, Moment};
use super::look::person_name;
use super::may_lists::Lists;
use super::people::People;
use super::person::context;
use super::verdict::{Verdict, ask};
use super::{columns, list, may_answer, nothing, within};
use crate::domain::operation::{Operation, Part, Question as About, Unaskable};
use crate::domain::user::UserId;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::views::role_editor::words::{Words, capitalised};
use crate::ui::widgets::focus::follow;

/// The height of what is chosen.
const SLOT: f32 = 40.0;

/// What is chosen from the list at the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slot {
    /// Who does it.
    Actor,
    /// What is done.
    #[default]
    Operation,
    /// What it is about.
    Part(Part),
}

/// Who, what and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who; the account one acts as, unless another is chosen.
    pub actor: UserId,
    /// What.
    pub operation: Operation,
    /// About whom and what.
    pub about: About,
}

/// What is chosen, and the answer.
pub struct State {
    actor: Option<UserId>,
    operation: Option<Operation>,
    about: About,
    slot: Slot,
    actors: People,
    people: People,
    others: Lists,
    answer: Kept<(Moment, Asked), Verdict>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            actor: None,
            operation: None,
            about: About::default(),
            slot: Slot::default(),
            // Whoever holds no role may next to nothing.
            actors: People::administrators(),
            people: People::default(),
            others: Lists::default(),
            answer: Kept::default(),
        }
    }
}

impl State {
    /// What is asked, once it is known who does what.
    pub fn asked(&self, cx: &ViewContext<'_>) -> Option<Asked> {
        Some(Asked {
            actor: self.actor(cx)?,
            operation: self.operation?,
            about: relevant(self.operation?, &self.about),
        })
    }

    fn actor(&self, cx: &ViewContext<'_>) -> Option<UserId> {
        let tenant = cx.session.tenant();
        let chosen = self.actor.filter(|user| tenant.user(*user).is_some());
        chosen.or_else(|| cx.session.actor().map(|user| user.id))
    }

    /// Goes to what is still to be chosen.
    fn go_on(&mut self) {
        let Some(operation) = self.operation else {
            return;
        };
        let missing = operation.parts().iter().find(|part| match part {
            Part::Person | Part::Principal | Part::DeletedPerson => self.about.person.is_none(),
            Part::Role | Part::CustomRole => self.about.role.is_none(),
            Part::Group => self.about.group.is_none(),
            Part::Unit => self.about.unit.is_none(),
        });
        if let Some(part) = missing {
            self.go_to(Slot::Part(*part));
        }
    }

    fn go_to(&mut self, slot: Slot) {
        if self.slot != slot {
            self.slot = slot;
            self.others.restart();
        }
    }
}

/// What is chosen, without what another operation was about.
fn relevant(operation: Operation, about: &About) -> About {
    let mut of = About::default();
    for part in operation.parts() {
        match part {
            Part::Person | Part::Principal | Part::DeletedPerson => of.person = about.person,
            Part::Role | Part::CustomRole => of.role = about.role,
            Part::Group => of.group = about.group,
            Part::Unit => of.unit = about.unit,
        }
    }
    of
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let (left, right) = columns(ui);
    let mut form = within(ui, "form", left);
    choose(&mut form, cx, state);
    let mut ui = within(ui, "answer", right);
    let ui = &mut ui;
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let Some(asked) = state.asked(cx) else {
        let (title, hint) = (
            t!(cx.texts, "access-may-none"),
            t!(cx.texts, "access-may-none-hint"),
        );
        nothing(ui, icon::QUESTION_CIRCLE, &title, &hint);
        return;
    };
    let key = (Moment::of(cx), asked);
    let verdict = Arc::clone(&state.answer.get(key, || {
        let tenant = cx.session.tenant();
        ask(
            &context(words),
            tenant,
            asked.actor,
            asked.operation,
            &asked.about,
        )
    }));
    match &*verdict {
        Verdict::None(Unaskable::Missing(part) | Unaskable::Unknown(part)) => {
            let title = missing(words, *part);
            let hint = t!(cx.texts, "access-may-choose-hint");
            nothing(ui, icon::QUESTION_CIRCLE, &title, &hint);
        }
        Verdict::None(Unaskable::AlreadySo) => {
            let title = t!(cx.texts, "access-may-already");
            let hint = t!(cx.texts, "access-may-already-hint");
            nothing(ui, icon::INFO, &title, &hint);
        }
        Verdict::None(why) => {
            let title = capitalised(why.message().get(words.language()));
            let hint = t!(cx.texts, "access-may-already-hint");
            nothing(ui, icon::INFO, &title, &hint);
        }
        Verdict::Decided(decided) => {
            let inside = list::card(ui).shrink2(vec2(theme::SPACE_4, theme::SPACE_3));
            // The bar stands in the margin of the card, beside what it scrolls.
            let inside = inside.with_max_x(inside.right() + theme::SPACE_3);
            let mut inside = within(ui, "decided", inside);
            ScrollArea::vertical()
                .auto_shrink(false)
                .show(&mut inside, |ui| {
                    ui.set_max_width(ui.available_width() - theme::SPACE_3);
                    may_answer::ui(ui, cx, &asked, decided);
                });
        }
    }
}

fn missing(words: Words<'_>, part: Part) -> String {
    match part {
        Part::Person | Part::Principal | Part::DeletedPerson => {
            t!(words.texts, "access-may-choose-person")
        }
        Part::Role | Part::CustomRole => t!(words.texts, "access-may-choose-role"),
        Part::Group => t!(words.texts, "access-may-choose-group"),
        Part::Unit => t!(words.texts, "access-may-choose-unit"),
    }
}

fn choose(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_1;
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let actor = state.actor(cx);
    let actor = actor.map_or_else(String::new, |user| person_name(words, user));
    if slot(
        ui,
        &t!(texts, "access-may-who"),
        &actor,
        state.slot == Slot::Actor,
    ) {
        state.go_to(Slot::Actor);
    }
    let operation = state
        .operation
        .map_or_else(String::new, |it| name(words, it));
    let label = t!(texts, "access-may-what");
    if slot(ui, &label, &operation, state.slot == Slot::Operation) {
        state.go_to(Slot::Operation);
    }
    for part in state.operation.map_or(&[][..], Operation::parts) {
        let (label, value) = part_words(words, *part, &state.about);
        if slot(ui, &label, &value, state.slot == Slot::Part(*part)) {
            state.go_to(Slot::Part(*part));
        }
    }
    ui.add_space(theme::SPACE_2);
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    ui.push_id(format!("{:?}", state.slot), |ui| from_list(ui, cx, state));
}

fn from_list(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    match state.slot {
        Slot::Actor => {
            let actor = state.actor(cx);
            if let Some(user) = state.actors.ui(ui, cx, actor) {
                state.actor = Some(user);
            }
        }
        Slot::Operation => {
            if let Some(operation) = state.others.operations(ui, words, state.operation) {
                let deleted = |of: Option<Operation>| {
                    of.is_some_and(|of| of.parts().contains(&Part::DeletedPerson))
                };
                if deleted(state.operation) != deleted(Some(operation)) {
                    state.about.person = None;
                }
                state.operation = Some(operation);
                state.go_on();
            }
        }
        Slot::Part(Part::Person | Part::Principal) => {
            let chosen = state.about.person;
            if let Some(user) = state.people.ui(ui, cx, chosen) {
                state.about.person = Some(user);
                state.go_on();
            }
        }
        Slot::Part(Part::DeletedPerson) => {
            if let Some(user) = state.others.deleted(ui, cx, state.about.person) {
                state.about.person = Some(user);
            }
        }
        Slot::Part(part @ (Part::Role | Part::CustomRole)) => {
            if let Some(role) =
                (state.others).roles(ui, words, state.about.role, part == Part::CustomRole)
            {
                state.about.role = Some(role);
            }
        }
        Slot::Part(Part::Group) => {
            if let Some(group) = state.others.groups(ui, cx, state.about.group) {
                state.about.group = Some(group);
            }
        }
        Slot::Part(Part::Unit) => {
            if let Some(unit) = state.others.units(ui, cx, state.about.unit) {
                state.about.unit = Some(unit);
            }
        }
    }
}

/// What an operation is called.
pub fn name(words: Words<'_>, operation: Operation) -> String {
    capitalised(operation.name().get(words.language()))
}

/// What a part is called, and what is chosen for it.
pub fn part_words(words: Words<'_>, part: Part, about: &About) -> (String, String) {
    let texts = words.texts;
    let tenant = words.session.tenant();
    match part {
        Part::Person | Part::Principal => {
            let name = about.person.map(|user| person_name(words, user));
            (t!(texts, "access-may-whom"), name.unwrap_or_default())
        }
        Part::DeletedPerson => {
            let record = about
                .person
                .and_then(|user| tenant.deleted_users().get(&user));
            let name = record.map(|record| record.user.profile.display_name.to_string());
            (t!(texts, "access-may-whom"), name.unwrap_or_default())
        }
        Part::Role | Part::CustomRole => {
            let name = about.role.map(|role| words.role(role));
            (t!(texts, "matrix-role"), name.unwrap_or_default())
        }
        Part::Group => {
            let group = about.group.and_then(|group| tenant.groups().get(&group));
            let name = group.map(|group| group.name.to_string());
            (t!(texts, "access-group"), name.unwrap_or_default())
        }
        Part::Unit => {
            let name = about.unit.map(|unit| words.unit(unit));
            (t!(texts, "access-unit"), name.unwrap_or_default())
        }
    }
}

/// Draws what is chosen, to choose again.
fn slot(ui: &mut Ui, label: &str, value: &str, active: bool) -> bool {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), SLOT), Sense::click());
    let spoken = format!("{label}: {value}");
    response
        .widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), active, spoken.as_str()));
    follow(&response);
    let (fill, line) = match (active, response.hovered()) {
        (true, _) => (p.selection, p.accent),
        (false, true) => (p.hover, p.control_line),
        (false, false) => (p.surface, p.line),
    };
    let stroke = Stroke::new(1.0, line);
    ui.painter()
        .rect(rect, theme::RADIUS, fill, stroke, StrokeKind::Inside);
    let at = rect.left() + theme::SPACE_3;
    let caption = theme::caption(ui, label);
    paint::line(
        ui,
        response.id.with("label"),
        pos2(at, rect.center().y),
        72.0,
        caption,
        label,
    );
    let at = at + 76.0;
    let text = theme::medium(value).color(p.text);
    let room = rect.right() - theme::SPACE_3 - at;
    paint::line(
        ui,
        response.id.with("value"),
        pos2(at, rect.center().y),
        room,
        text,
        value,
    );
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(1.0), theme::RADIUS);
    }
    response.clicked()
}

/// A row of words and, at its right, buttons.
pub fn head_row(ui: &mut Ui, title: &str, about: &str, buttons: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            buttons(ui);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Label::new(theme::subtitle(title)).truncate())
                    .on_hover_text(title);
                ui.add(Label::new(theme::caption(ui, about)).truncate());
            });
        });
    });
}
