//! Which roles a group holds, in one scope and one kind: chosen with the picker of the role
//! editor.
//!
//! What is held elsewhere stays as it is. Whether a role may be given is asked about a group of
//! the same roles and nobody in it; see [`NOBODYS`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::dialog::{Answer, Pressed, buttons, heading};
use super::rows::Subject;
use super::slot::Slot;
use super::verdicts::NOBODYS;
use crate::domain::command::Command;
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::office365::Office365Role;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::session::Session;
use crate::t;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::icon;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::views::role_editor::picker::{self, Input, classic, offered};
use crate::ui::views::role_editor::picker_view::{PickerState, picker};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::check_box::check_box_labelled;
use crate::ui::widgets::chip::{Tone, chip};

/// The height of the picker where there is room.
const PICKER: f32 = 360.0;
/// What stands around it.
const AROUND: f32 = 290.0;
/// It is never lower than this.
const LEAST: f32 = 120.0;

/// The roles chosen so far.
pub struct GiveRoles {
    group: GroupId,
    slot: Slot,
    chosen: BTreeSet<RoleTemplateId>,
    picker: PickerState,
    judged: Option<(Question, Arc<Judged>)>,
    listed: Option<(ListKey, Arc<Vec<picker::Group>>)>,
}

/// What the rules are asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    revision: u64,
    minute: i64,
    scope: DirectoryScope,
    kind: AssignmentKind,
    chosen: BTreeSet<RoleTemplateId>,
}

/// What they say.
struct Judged {
    verdicts: BTreeMap<RoleTemplateId, Vec<Reason>>,
    refused: Vec<Reason>,
    asks: Vec<Reason>,
}

/// What the rows of the picker depend on.
type ListKey = (Question, Language, String);

impl GiveRoles {
    /// Begins with what `group` holds over the whole organisation.
    pub fn new(group: GroupId, session: &Session) -> Self {
        let mut new = Self {
            group,
            slot: Slot::default(),
            chosen: BTreeSet::new(),
            picker: PickerState::default(),
            judged: None,
            listed: None,
        };
        new.chosen = new.held(session);
        new
    }

    /// Whether the group holds what was chosen.
    pub fn is_done(&self, tenant: &Tenant) -> bool {
        let held = tenant.assignments().of(Principal::Group(self.group));
        let here = held.iter().filter(|held| self.is_here(held));
        here.map(|held| held.role).collect::<BTreeSet<_>>() == self.chosen
    }

    fn is_here(&self, held: &RoleAssignment) -> bool {
        held.scope == self.slot.scope && held.kind == self.slot.kind
    }

    /// The roles held in this scope and kind, unless they are over.
    fn held(&self, session: &Session) -> BTreeSet<RoleTemplateId> {
        let assignments = session.tenant().assignments();
        let held = assignments.of(Principal::Group(self.group)).iter();
        let now = session.now();
        held.filter(|held| self.is_here(held) && !held.is_expired(now))
            .map(|held| held.role)
            .collect()
    }

    /// What the group would hold with these roles here, as if `principal` were the group.
    fn after(
        &self,
        session: &Session,
        principal: Principal,
        roles: &BTreeSet<RoleTemplateId>,
    ) -> BTreeSet<RoleAssignment> {
        let assignments = session.tenant().assignments();
        let held = assignments.of(Principal::Group(self.group)).iter();
        let now = session.now();
        // One that is over gives way to one that is given now.
        let stays = |held: &&RoleAssignment| {
            !self.is_here(held) || (roles.contains(&held.role) && !held.is_expired(now))
        };
        let kept: Vec<_> = held.filter(stays).copied().collect();
        let is_kept = |role| {
            let mut here = kept.iter().filter(|held| self.is_here(held));
            here.any(|held| held.role == role)
        };
        let given: Vec<_> = roles
            .iter()
            .filter(|role| !is_kept(**role))
            .map(|role| RoleAssignment {
                scope: self.slot.scope,
                kind: self.slot.kind,
                ..RoleAssignment::permanent(principal, *role)
            })
            .collect();
        let kept = kept.into_iter();
        kept.map(|held| RoleAssignment { principal, ..held })
            .chain(given)
            .collect()
    }

    fn command(&self, session: &Session) -> Command {
        let principal = Principal::Group(self.group);
        Command::SetAssignments {
            principal,
            assignments: self.after(session, principal, &self.chosen),
        }
    }

    fn question(&self, session: &Session) -> Question {
        Question {
            revision: session.tenant().revision(),
            minute: session.now().0.div_euclid(60),
            scope: self.slot.scope,
            kind: self.slot.kind,
            chosen: self.chosen.clone(),
        }
    }

    fn judged(&mut self, session: &Session) -> Arc<Judged> {
        let question = self.question(session);
        if let Some((known, judged)) = &self.judged
            && *known == question
        {
            return Arc::clone(judged);
        }
        let principal = Principal::Group(NOBODYS);
        let ask = |roles: &BTreeSet<RoleTemplateId>| {
            let command = Command::SetAssignments {
                principal,
                assignments: self.after(session, principal, roles),
            };
            session.decide(&command).unwrap_or_default()
        };
        // What it holds already was confirmed when it was given.
        let before = ask(&self.held(session));
        let decision = ask(&self.chosen);
        let fresh = |all: &[Reason], known: &[Reason]| -> Vec<Reason> {
            let fresh = all.iter().filter(|reason| !known.contains(reason));
            fresh.cloned().collect()
        };
        let candidates = offered(session.catalogue(), &self.chosen);
        let candidates = candidates.into_iter().map(|role| role.id);
        let candidates = classic().map(Office365Role::template_id).chain(candidates);
        let verdicts = candidates
            .chain([RoleTemplateId::GLOBAL_ADMINISTRATOR])
            .filter(|role| !self.chosen.contains(role))
            .filter_map(|role| {
                let mut roles = self.chosen.clone();
                roles.insert(role);
                let refused = fresh(ask(&roles).refusals(), decision.refusals());
                (!refused.is_empty()).then_some((role, refused))
            })
            .collect();
        let judged = Arc::new(Judged {
            verdicts,
            refused: fresh(decision.refusals(), before.refusals()),
            asks: fresh(decision.confirmations(), before.confirmations()),
        });
        self.judged = Some((question, Arc::clone(&judged)));
        judged
    }

    fn groups(&mut self, words: Words<'_>, judged: &Judged) -> Arc<Vec<picker::Group>> {
        let question = self.question(words.session);
        let key = (question, words.language(), self.picker.query.clone());
        if let Some((known, groups)) = &self.listed
            && *known == key
        {
            return Arc::clone(groups);
        }
        let held = self.held(words.session);
        let input = Input {
            language: words.language(),
            query: &self.picker.query,
            chosen: &self.chosen,
            held: &held,
            verdicts: &judged.verdicts,
        };
        let groups = Arc::new(picker::rows(words.catalogue(), &input));
        self.listed = Some((key, Arc::clone(&groups)));
        groups
    }

    /// Draws it, `room` high at most.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, room: f32) -> Option<Answer> {
        let texts = cx.texts;
        let session = cx.session;
        let words = Words { texts, session };
        let name = Subject::Group(self.group).name(session.tenant())?;
        heading(ui, icon::ROLES, &t!(texts, "group-roles-of", name = name));
        if self.slot.ui(ui, cx) {
            self.chosen = self.held(session);
        }
        let judged = self.judged(session);
        let groups = self.groups(words, &judged);
        let mut clicked = self.global(ui, words, &judged);
        ui.scope(|ui| {
            let height = (room - AROUND).clamp(LEAST, PICKER);
            ScrollArea::vertical()
                .id_salt("roles to give")
                .auto_shrink([false, false])
                .max_height(height)
                .min_scrolled_height(height)
                .content_margin(egui::Margin {
                    right: 12,
                    ..egui::Margin::ZERO
                })
                .show(ui, |ui| {
                    clicked = picker(ui, words, &groups, &mut self.picker, false).or(clicked);
                });
        });
        if let Some(role) = clicked {
            if !self.chosen.remove(&role) {
                self.chosen.insert(role);
            }
            ui.ctx().request_repaint();
        }
        let rules = |reasons| rule_texts(texts.language(), session.catalogue(), reasons);
        if !judged.refused.is_empty() {
            notice::rules(ui, Notice::Refused, None, &rules(&judged.refused));
        } else if !judged.asks.is_empty() {
            let asks = t!(texts, "editor-asks-reason");
            let short = |rule: RuleText| RuleText {
                instead: "",
                ..rule
            };
            let asked: Vec<_> = rules(&judged.asks).into_iter().map(short).collect();
            notice::rules(ui, Notice::Info, Some(&asks), &asked);
        }
        let ready = if self.chosen == self.held(session) {
            Err(t!(texts, "editor-nothing-changed"))
        } else if judged.refused.is_empty() {
            Ok(())
        } else {
            let why: Vec<_> = rules(&judged.refused).iter().map(RuleText::line).collect();
            Err(why.join("\n"))
        };
        let go = if judged.asks.is_empty() {
            t!(texts, "save")
        } else {
            t!(texts, "editor-save-asking")
        };
        match buttons(ui, cx, &go, &ready) {
            Pressed::Cancel => Some(Answer::Cancel),
            Pressed::Go => Some(Answer::Run(self.command(session))),
            Pressed::Nothing => None,
        }
    }

    /// Global administrator, which has a card of its own in the role editor and so no row in the
    /// picker; whether it was clicked.
    fn global(&self, ui: &mut Ui, words: Words<'_>, judged: &Judged) -> Option<RoleTemplateId> {
        let role = RoleTemplateId::GLOBAL_ADMINISTRATOR;
        let why = judged.verdicts.get(&role);
        let why: Vec<_> = words
            .reasons(why.into_iter().flatten())
            .iter()
            .map(RuleText::line)
            .collect();
        ui.horizontal(|ui| {
            let checked = self.chosen.contains(&role);
            let name = words.picked_role(role);
            let clicked = check_box_labelled(ui, checked, name, why.is_empty())
                .on_disabled_hover_text(why.join("\n"))
                .clicked();
            let word = t!(words.texts, "privileged");
            chip(ui, &word, Tone::Privileged, Some(icon::PRIVILEGED));
            clicked.then_some(role)
        })
        .inner
    }
}
