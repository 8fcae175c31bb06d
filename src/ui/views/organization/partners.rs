//! The partners the organisation works with, and which of them administer this tenant.

use std::sync::Arc;

use egui::Ui;

use super::judge::{Judge, Judgement, Locks};
use super::parts::{self, Form, ItemFooter, Places, Pressed};
use super::profile::option;
use super::sheet::{self, Draft as _, Open, Sheet};
use super::table::{self, Cell, Column, List, Nothing};
use crate::domain::command::Command;
use crate::domain::organization::{Organization, Partner};
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Field, field};

/// The list, the forms, and what the gate said.
#[derive(Default)]
pub struct Partners {
    sheet: Sheet<Draft>,
    judge: Judge<Change>,
}

/// A partner, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What is there, when last looked at; nothing for a new one.
    base: Option<Partner>,
    name: String,
    administers: bool,
}

impl sheet::Draft for Draft {
    type Key = String;

    fn key(&self) -> Option<String> {
        let name = self.name.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn is_changed(&self) -> bool {
        let name = self.name.trim();
        match &self.base {
            Some(base) => *base.name != *name || base.administers != self.administers,
            None => !name.is_empty() || self.administers,
        }
    }
}

impl Draft {
    fn of(partner: Option<&Partner>) -> Self {
        Self {
            base: partner.cloned(),
            name: partner.map_or_else(String::new, |partner| partner.name.to_string()),
            administers: partner.is_some_and(|partner| partner.administers),
        }
    }

    /// Takes over what changed elsewhere, unless it is being edited.
    fn follow(&mut self, organization: &Organization) {
        let Some(base) = &mut self.base else { return };
        let there = organization.partners.iter().find(|it| it.name == base.name);
        if let Some(there) = there.filter(|there| **there != *base) {
            if self.administers == base.administers {
                self.administers = there.administers;
            }
            *base = there.clone();
        }
    }

    /// The change that puts what was typed in the place of what is there.
    fn change(&self) -> Option<Change> {
        let partner = Partner {
            name: self.key()?.into(),
            administers: self.administers,
        };
        let before = self.base.as_ref().map(|base| base.name.clone());
        Some(Change::Put(before, partner))
    }
}

/// What can be done to the partners.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    /// In the place of the one of this name, or behind all others.
    Put(Option<Box<str>>, Partner),
    Remove(Box<str>),
}

impl Change {
    fn command(&self, now: &Organization) -> Command {
        let mut after = now.clone();
        let all = &mut after.partners;
        match self {
            Self::Put(before, partner) => {
                let old = all.iter_mut().find(|it| Some(&it.name) == before.as_ref());
                match old {
                    Some(old) => old.clone_from(partner),
                    None => all.push(partner.clone()),
                }
            }
            Self::Remove(name) => all.retain(|partner| partner.name != *name),
        }
        Command::EditOrganization(Box::new(after))
    }
}

impl Partners {
    /// Takes in that the tenant may have changed.
    pub fn follow(&mut self, now: &Organization) {
        let exists = |name: &String| now.partners.iter().any(|it| *it.name == **name);
        self.sheet.follow(exists, |draft| draft.follow(now));
    }

    /// Whether something typed is not saved.
    pub fn is_unsaved(&self, now: &Organization) -> bool {
        let exists = |name: &String| now.partners.iter().any(|it| *it.name == **name);
        self.sheet.has_unsaved(exists)
    }

    /// Whether a form is open.
    pub fn is_open(&self) -> bool {
        self.sheet.open().is_some()
    }

    /// Closes the form; what was typed stays.
    pub fn close(&mut self) {
        self.sheet.close();
    }

    fn judge(&mut self, cx: &ViewContext<'_>, change: Change) -> Arc<Judgement> {
        let now = cx.session.tenant().organization();
        self.judge.of(cx, change, |change| change.command(now))
    }
}

/// Draws this part.
pub fn partners(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Partners, locks: &Locks) {
    let Places { list, form } = parts::places(ui, state.is_open());
    if let Some(place) = form {
        parts::within(ui, "form", place, |ui| details(ui, cx, state, locks));
    }
    if let Some(place) = list {
        parts::within(ui, "list", place, |ui| listed(ui, cx, state, locks));
    }
}

fn listed(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut Partners, locks: &Locks) {
    let texts = cx.texts;
    let rows = &cx.session.tenant().organization().partners;
    let enabled = locks.profile.clone().map_or(Ok(()), Err);
    let text = t!(texts, "org-partner-add");
    if rows.is_empty() {
        let nothing = Nothing {
            glyph: icon::PARTNER,
            title: &t!(texts, "org-partner-none"),
            hint: &t!(texts, "org-partner-none-hint"),
            add: &text,
        };
        if table::nothing(ui, &nothing, enabled) {
            state.sheet.show(Open::New);
        }
        return;
    }
    if button::command_button(ui, icon::ADD, &text, enabled).clicked() {
        state.sheet.show(Open::New);
    }
    let column = |name: String, least, share| Column { name, least, share };
    let columns = [
        column(t!(texts, "org-partner"), 220.0, 3.0),
        column(t!(texts, "org-administers"), 170.0, 1.0),
    ];
    let open = state.sheet.item();
    let open = open.and_then(|name| rows.iter().position(|row| *row.name == **name));
    let list = List {
        name: &t!(texts, "org-partners"),
        columns: &columns,
        count: rows.len(),
        open,
    };
    let sheet = &mut state.sheet;
    let mut scrolled = std::mem::take(&mut sheet.list);
    let unsaved = |row: &Partner| sheet.is_unsaved(&Open::Item(row.name.to_string()));
    let spoken = |place: usize| {
        let told = rows.get(place).map(|row| spoken(texts, row, unsaved(row)));
        told.unwrap_or_default()
    };
    let opened = table::list(ui, &mut scrolled, &list, spoken, |ui, place, at| {
        if let Some(row) = rows.get(place) {
            cell(ui, texts, row, unsaved(row), at);
        }
    });
    sheet.list = scrolled;
    if let Some(row) = opened.and_then(|place| rows.get(place)) {
        sheet.show(Open::Item(row.name.to_string()));
        ui.ctx().request_repaint();
    }
}

fn administers(texts: &Texts, row: &Partner) -> String {
    if row.administers {
        t!(texts, "org-administers-yes")
    } else {
        t!(texts, "org-administers-no")
    }
}

fn spoken(texts: &Texts, row: &Partner, unsaved: bool) -> String {
    let mut parts = vec![row.name.to_string(), administers(texts, row)];
    if unsaved {
        parts.push(t!(texts, "org-unsaved"));
    }
    parts.join(", ")
}

fn cell(ui: &mut Ui, texts: &Texts, row: &Partner, unsaved: bool, at: &Cell) {
    let p = theme::palette(ui);
    if at.column == 0 {
        table::named(ui, texts, at, icon::PARTNER, &row.name, unsaved);
        return;
    }
    let (glyph, ink) = if row.administers {
        (icon::SHIELD_CHECK, p.accent_text)
    } else {
        (icon::SUBTRACT_CIRCLE, p.text_secondary)
    };
    table::marked(ui, at, glyph, ink, &administers(texts, row));
}

fn details(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Partners, locks: &Locks) {
    let (texts, now) = (cx.texts, cx.session.tenant().organization());
    let takes_field = state.sheet.takes_field();
    let partner = state.sheet.item();
    let partner = partner.and_then(|name| now.partners.iter().find(|it| *it.name == **name));
    let fresh = || Draft::of(partner);
    let Some(mut typed) = state.sheet.draft(fresh).cloned() else {
        return;
    };
    let changed = typed.is_changed();
    let change = typed.change().filter(|_| changed);
    let judgement = change.clone().map(|change| state.judge(cx, change));
    let is_locked = locks.profile.is_some();
    let ready = match (&judgement, &locks.profile) {
        (_, Some(why)) => Err(why.clone()),
        (Some(judgement), None) => judgement.verdict.clone(),
        (None, None) if changed => Err(t!(texts, "impossible-no-name")),
        (None, None) => Err(t!(texts, "editor-nothing-changed")),
    };
    let title = partner.map(|partner| partner.name.to_string());
    let title = title.unwrap_or_else(|| t!(texts, "org-partner-new"));
    let look = Form {
        title: &title,
        glyph: icon::PARTNER,
        footer: Some(parts::footer_height(state.sheet.why())),
    };
    let (mut removes, mut pressed) = (false, Pressed::Nothing);
    let body = |ui: &mut Ui| {
        parts::locked(ui, texts, locks.profile.as_ref());
        let nameless = partner.is_some() && typed.key().is_none();
        let nameless = nameless.then(|| t!(texts, "impossible-no-name"));
        let entry = Field {
            label: &t!(texts, "org-partner-name"),
            errors: nameless.as_slice(),
            locked: is_locked,
            limit: PROFILE_TEXT_MAX,
            ..Field::default()
        };
        let name = field(ui, "partner name", &mut typed.name, entry);
        if takes_field {
            name.request_focus();
        }
        let label = t!(texts, "org-administers");
        let about = t!(texts, "org-administers-about");
        option(ui, &label, &about, &mut typed.administers, !is_locked);
        if let Some(judgement) = &judgement {
            judgement.notices(ui, texts);
        }
        if partner.is_some() {
            ui.add_space(theme::SPACE_2);
            let verdict = locks.profile.clone().map_or(Ok(()), Err);
            let text = t!(texts, "org-partner-remove");
            removes = parts::remove_button(ui, &text, &verdict);
        }
        parts::entered(ui, &name)
    };
    let why = state.sheet.why();
    let foot = |ui: &mut Ui, entered| {
        let item = ItemFooter {
            add: &t!(texts, "org-partner-add"),
            is_new: partner.is_none(),
            changed,
            ready,
            entered,
        };
        pressed = parts::item_footer(ui, texts, item, why);
    };
    let closes = parts::form(ui, texts, &look, body, foot);
    if let Some(draft) = state.sheet.draft(fresh) {
        *draft = typed;
    }
    match (pressed, change) {
        (Pressed::Save, Some(change)) => {
            let (command, assent) = (change.command(now), state.sheet.why().assent());
            state.sheet.ask();
            cx.outbox.run_because(Origin::View, command, assent);
        }
        (Pressed::Discard, _) => state.sheet.discard(),
        _ if closes => state.sheet.close(),
        _ => {}
    }
    if let Some(partner) = partner.filter(|_| removes) {
        let name = partner.name.to_string();
        let title = t!(texts, "org-remove-title", name = name);
        let text = t!(texts, "org-partner-remove-about");
        let command = Change::Remove(partner.name.clone()).command(now);
        parts::ask_to_remove(cx, title, text, command);
    }
}
