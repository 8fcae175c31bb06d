//! Whom to give a role: found by typing, several at once, with what the rules say about each.
//!
//! The question stays until what it asks for is done: where a rule asks for a reason, or says no,
//! nobody who was chosen is lost.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Context, Id, Key, Label, Modal, Ui};

use super::verdicts::verdict;
use crate::domain::command::Command;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::{User, UserId};
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::choose_people::{ChoosePeople, Offer, REMARKS, told};
use crate::ui::views::groups::dialog::{Answer, Pressed, buttons, heading};
use crate::ui::views::groups::slot::Slot;
use crate::ui::views::role_editor::words::Words;

/// The choice of kind and scope takes this much.
const SLOT: f32 = 44.0;

/// The people looked for and chosen.
pub struct Assign {
    role: RoleTemplateId,
    people: ChoosePeople,
    slot: Slot,
    judged: Option<(Question, Judged)>,
    each: Option<(Stamp, BTreeMap<UserId, Offer>)>,
    /// Whether it asked for its Command, and waits to see it done.
    asked: bool,
    met: bool,
}

/// What a verdict about one person depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    revision: u64,
    minute: i64,
    scope: DirectoryScope,
    kind: AssignmentKind,
}

/// What the rules are asked about.
type Question = (Stamp, BTreeSet<UserId>);

/// What they say.
#[derive(Clone, Default)]
struct Judged {
    refused: Option<String>,
    asks: Vec<RuleText>,
    warns: Vec<RuleText>,
}

impl Assign {
    /// Nobody is chosen yet.
    pub fn new(role: RoleTemplateId) -> Self {
        Self {
            role,
            people: ChoosePeople::default(),
            slot: Slot::default(),
            judged: None,
            each: None,
            asked: false,
            met: false,
        }
    }

    /// Whether it asked, and everybody chosen holds the role as was asked.
    pub fn is_done(&self, tenant: &Tenant, now: Timestamp) -> bool {
        let holds = |user: &UserId| {
            let held = tenant.assignments().find(&self.given(*user));
            held.is_some_and(|held| !held.is_expired(now))
        };
        self.asked && self.people.chosen().iter().all(holds)
    }

    fn given(&self, user: UserId) -> RoleAssignment {
        RoleAssignment {
            scope: self.slot.scope,
            kind: self.slot.kind,
            ..RoleAssignment::permanent(Principal::User(user), self.role)
        }
    }

    /// Gives the role to one person; one that is over gives way.
    fn giving(&self, tenant: &Tenant, now: Timestamp, user: UserId) -> Vec<Command> {
        let given = self.given(user);
        let over = tenant.assignments().find(&given);
        let over = over.filter(|held| held.is_expired(now));
        over.map(|held| Command::RevokeRole(*held))
            .into_iter()
            .chain([Command::AssignRole(given)])
            .collect()
    }

    fn command(&self, cx: &ViewContext<'_>) -> Command {
        let (tenant, now) = (cx.session.tenant(), cx.session.now());
        let chosen = self.people.chosen().iter();
        let commands = chosen.flat_map(|user| self.giving(tenant, now, *user));
        one_or_all(commands.collect())
    }

    fn stamp(&self, cx: &ViewContext<'_>) -> Stamp {
        Stamp {
            revision: cx.session.tenant().revision(),
            minute: cx.session.now().0.div_euclid(60),
            scope: self.slot.scope,
            kind: self.slot.kind,
        }
    }

    fn judged(&mut self, cx: &ViewContext<'_>) -> Judged {
        let question = (self.stamp(cx), self.people.chosen().clone());
        if let Some((known, judged)) = &self.judged
            && *known == question
        {
            return judged.clone();
        }
        let judged = if self.people.chosen().is_empty() {
            Judged::default()
        } else {
            let decision = cx.session.decide(&self.command(cx));
            let words = |reasons| rule_texts(cx.texts.language(), cx.session.catalogue(), reasons);
            let refused = verdict(cx, decision.clone()).err();
            let decision = decision.unwrap_or_default();
            Judged {
                refused,
                asks: words(decision.confirmations()),
                warns: words(decision.warnings()),
            }
        };
        self.judged = Some((question, judged.clone()));
        judged
    }

    /// What is to be said about one person.
    fn offer(&self, cx: &ViewContext<'_>, user: &User) -> Offer {
        let (tenant, now) = (cx.session.tenant(), cx.session.now());
        let held = tenant.assignments().find(&self.given(user.id));
        if held.is_some_and(|held| !held.is_expired(now)) {
            return Offer::Taken(t!(cx.texts, "roles-already"));
        }
        let command = one_or_all(self.giving(tenant, now, user.id));
        match verdict(cx, cx.session.decide(&command)) {
            Ok(()) => Offer::Free,
            Err(why) => Offer::Refused(t!(cx.texts, "editor-not-allowed"), why),
        }
    }

    /// Draws it over everything; whether it is to be closed.
    pub fn show(&mut self, ctx: &Context, cx: &mut ViewContext<'_>) -> bool {
        let screen = ctx.content_rect();
        let modal = Modal::new(Id::unique("assign a role"))
            .frame(egui::Frame::window(&ctx.global_style()).inner_margin(theme::SPACE_6))
            .backdrop_color(theme::palette(ctx).backdrop)
            .show(ctx, |ui| {
                ui.set_width((screen.width() - 64.0).min(560.0));
                let room = screen.height() - 2.0 * (theme::SPACE_6 + theme::SPACE_4);
                egui::ScrollArea::vertical()
                    .max_height(room)
                    .min_scrolled_height(room)
                    .auto_shrink([false, true])
                    .show(ui, |ui| self.content(ui, cx, room))
                    .inner
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

    fn content(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, room: f32) -> Option<Answer> {
        let texts = cx.texts;
        let words = Words {
            texts,
            session: cx.session,
        };
        let name = words.role(self.role);
        let title = t!(texts, "roles-assign-title", role = name);
        heading(ui, icon::PERSON_ADD, &title);
        self.slot.ui(ui, cx);
        let mut met = self.met;
        self.people.search(ui, cx, &mut met);
        self.met = met;
        let judged = self.judged(cx);
        let chosen = self.people.chosen().len();
        let remarks = !judged.asks.is_empty() || !judged.warns.is_empty();
        let for_remarks = if remarks { REMARKS } else { 0.0 };
        self.list(ui, cx, room - for_remarks - SLOT);
        ui.add_space(theme::SPACE_1);
        let names = theme::caption(ui, self.people.names(cx));
        ui.add(Label::new(names).truncate());
        if remarks {
            told(ui, cx, &judged.asks, &judged.warns);
        }
        let ready = if chosen == 0 {
            Err(t!(texts, "group-choose-people"))
        } else {
            judged.refused.map_or(Ok(()), Err)
        };
        let go = if judged.asks.is_empty() {
            t!(texts, "roles-assign-go")
        } else {
            t!(texts, "roles-assign")
        };
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        match buttons(ui, cx, &go, &ready) {
            Pressed::Cancel => Some(Answer::Cancel),
            Pressed::Go => Some(Answer::Run(self.command(cx))),
            Pressed::Nothing => (by_key && ready.is_ok()).then(|| Answer::Run(self.command(cx))),
        }
    }

    fn list(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, room: f32) {
        let stamp = self.stamp(cx);
        let (_, mut each) = self
            .each
            .take()
            .filter(|(known, _)| *known == stamp)
            .unwrap_or((stamp, BTreeMap::new()));
        // Taken out while the list is drawn, so that verdicts can be asked of the rest.
        let mut people = std::mem::take(&mut self.people);
        let mut offer = |user: &User| {
            let known = each.entry(user.id);
            known.or_insert_with(|| self.offer(cx, user)).clone()
        };
        people.list(ui, cx, room, &mut offer);
        self.people = people;
        self.each = Some((stamp, each));
    }
}

/// One Command as it is, several as one.
fn one_or_all(mut commands: Vec<Command>) -> Command {
    if commands.len() == 1 {
        commands.remove(0)
    } else {
        Command::Batch(commands)
    }
}
