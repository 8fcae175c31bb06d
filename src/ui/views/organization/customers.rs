//! The customers of a certified partner, and who there may administer them.

use std::sync::Arc;

use egui::Ui;

use super::delegates;
use super::judge::{Judge, Judgement, Locks};
use super::parts::{self, Form, ItemFooter, Pressed};
use super::rows::{Delegates, Made};
use super::sheet::{self, Draft as _, Open, Sheet};
use super::table::{self, Cell, Column, List, Nothing};
use crate::domain::command::Command;
use crate::domain::organization::{Customer, Organization};
use crate::domain::upn::{DOMAIN_MAX, DomainName};
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::groups::paint;
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Field, field};

/// The list, the forms, what the gate said, and who administers customers.
#[derive(Default)]
pub struct Customers {
    sheet: Sheet<Draft>,
    judge: Judge<Change>,
    delegates: Made<Delegates>,
    people: ListState,
}

/// A customer, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What is there, when last looked at; nothing for a new one.
    base: Option<Customer>,
    name: String,
    domain: String,
}

impl sheet::Draft for Draft {
    type Key = String;

    fn key(&self) -> Option<String> {
        let name = self.name.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn is_changed(&self) -> bool {
        let (name, domain) = (self.name.trim(), self.domain.trim());
        match &self.base {
            Some(base) => *base.name != *name || base.domain.as_str() != domain,
            None => !name.is_empty() || !domain.is_empty(),
        }
    }
}

impl Draft {
    fn of(customer: Option<&Customer>) -> Self {
        let text = |text: Option<String>| text.unwrap_or_default();
        Self {
            base: customer.cloned(),
            name: text(customer.map(|customer| customer.name.to_string())),
            domain: text(customer.map(|customer| customer.domain.to_string())),
        }
    }

    /// Takes over what changed elsewhere, unless it is being edited.
    fn follow(&mut self, organization: &Organization) {
        let Some(base) = &mut self.base else { return };
        let there = organization
            .customers
            .iter()
            .find(|it| it.name == base.name);
        if let Some(there) = there.filter(|there| **there != *base) {
            if self.domain == base.domain.as_str() {
                self.domain = there.domain.to_string();
            }
            *base = there.clone();
        }
    }

    /// What is wrong with the domain, if anything.
    fn wrong(&self, texts: &Texts) -> Option<String> {
        let wrong = DomainName::parse(&self.domain).is_err();
        wrong.then(|| t!(texts, "org-domain-wrong"))
    }

    /// The change that puts what was typed in the place of what is there.
    fn change(&self) -> Option<Change> {
        let customer = Customer {
            name: self.key()?.into(),
            domain: DomainName::parse(&self.domain).ok()?,
        };
        let before = self.base.as_ref().map(|base| base.name.clone());
        Some(Change::Put(before, customer))
    }
}

/// What can be done to the customers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    /// In the place of the one of this name, or behind all others.
    Put(Option<Box<str>>, Customer),
    Remove(Box<str>),
}

impl Change {
    fn command(&self, now: &Organization) -> Command {
        let mut after = now.clone();
        let all = &mut after.customers;
        match self {
            Self::Put(before, customer) => {
                let old = all.iter_mut().find(|it| Some(&it.name) == before.as_ref());
                match old {
                    Some(old) => old.clone_from(customer),
                    None => all.push(customer.clone()),
                }
            }
            Self::Remove(name) => all.retain(|customer| customer.name != *name),
        }
        Command::EditOrganization(Box::new(after))
    }
}

impl Customers {
    /// Takes in that the tenant may have changed.
    pub fn follow(&mut self, now: &Organization) {
        let exists = |name: &String| now.customers.iter().any(|it| *it.name == **name);
        self.sheet.follow(exists, |draft| draft.follow(now));
    }

    /// Whether something typed is not saved.
    pub fn is_unsaved(&self, now: &Organization) -> bool {
        let exists = |name: &String| now.customers.iter().any(|it| *it.name == **name);
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

/// Draws this part: the customers, and beside them a form or else who administers them. In
/// little room who administers them stands below.
pub fn customers(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Customers, locks: &Locks) {
    let people = state
        .delegates
        .now(cx.session.tenant(), cx.index, Delegates::of);
    let whole = ui.available_rect_before_wrap();
    let beside = parts::is_beside(whole.width());
    let places = parts::places(ui, beside || state.is_open());
    let (mut list, form) = (places.list, places.form);
    let mut below = None;
    if !beside && !state.is_open() {
        let middle = whole.center().y;
        list = Some(whole.with_max_y(middle - theme::SPACE_2));
        below = Some(whole.with_min_y(middle + theme::SPACE_2));
    }
    if let Some(place) = form.filter(|_| state.is_open()) {
        parts::within(ui, "form", place, |ui| {
            details(ui, cx, state, locks, &people);
        });
    } else if let Some(place) = form.or(below) {
        parts::within(ui, "people", place, |ui| {
            delegates::delegates(ui, cx, &people, &mut state.people);
        });
    }
    if let Some(place) = list {
        parts::within(ui, "list", place, |ui| listed(ui, cx, state, locks));
    }
}

fn listed(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut Customers, locks: &Locks) {
    let texts = cx.texts;
    let rows = &cx.session.tenant().organization().customers;
    let enabled = locks.profile.clone().map_or(Ok(()), Err);
    let text = t!(texts, "org-customer-add");
    if rows.is_empty() {
        let nothing = Nothing {
            glyph: icon::BRIEFCASE,
            title: &t!(texts, "org-customer-none"),
            hint: &t!(texts, "org-customer-none-hint"),
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
        column(t!(texts, "org-customer"), 200.0, 3.0),
        column(t!(texts, "org-domain"), 170.0, 2.0),
    ];
    let open = state.sheet.item();
    let open = open.and_then(|name| rows.iter().position(|row| *row.name == **name));
    let list = List {
        name: &t!(texts, "org-customers"),
        columns: &columns,
        count: rows.len(),
        open,
    };
    let sheet = &mut state.sheet;
    let mut scrolled = std::mem::take(&mut sheet.list);
    let unsaved = |row: &Customer| sheet.is_unsaved(&Open::Item(row.name.to_string()));
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

fn spoken(texts: &Texts, row: &Customer, unsaved: bool) -> String {
    let mut parts = vec![row.name.to_string(), row.domain.to_string()];
    if unsaved {
        parts.push(t!(texts, "org-unsaved"));
    }
    parts.join(", ")
}

fn cell(ui: &mut Ui, texts: &Texts, row: &Customer, unsaved: bool, at: &Cell) {
    if at.column == 0 {
        table::named(ui, texts, at, icon::BRIEFCASE, &row.name, unsaved);
        return;
    }
    let domain = row.domain.as_str();
    let text = theme::secondary(ui, domain);
    paint::line(
        ui,
        at.id,
        at.area.left_center(),
        at.area.width(),
        text,
        domain,
    );
}

fn details(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut Customers,
    locks: &Locks,
    people: &Delegates,
) {
    let (texts, now) = (cx.texts, cx.session.tenant().organization());
    let takes_field = state.sheet.takes_field();
    let customer = state.sheet.item();
    let customer = customer.and_then(|name| now.customers.iter().find(|it| *it.name == **name));
    let fresh = || Draft::of(customer);
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
        (None, None) if !changed => Err(t!(texts, "editor-nothing-changed")),
        (None, None) if typed.key().is_none() => Err(t!(texts, "impossible-no-name")),
        (None, None) => Err(t!(texts, "org-domain-wrong")),
    };
    let title = customer.map(|customer| customer.name.to_string());
    let title = title.unwrap_or_else(|| t!(texts, "org-customer-new"));
    let look = Form {
        title: &title,
        glyph: icon::BRIEFCASE,
        footer: Some(parts::footer_height(state.sheet.why())),
    };
    let (mut removes, mut pressed) = (false, Pressed::Nothing);
    let body = |ui: &mut Ui| {
        parts::locked(ui, texts, locks.profile.as_ref());
        let there = customer.is_some();
        let entered = fields(ui, texts, &mut typed, there, is_locked, takes_field);
        if let Some(judgement) = &judgement {
            judgement.notices(ui, texts);
        }
        delegates::summary(ui, cx, people);
        if there {
            ui.add_space(theme::SPACE_2);
            let verdict = locks.profile.clone().map_or(Ok(()), Err);
            let text = t!(texts, "org-customer-remove");
            removes = parts::remove_button(ui, &text, &verdict);
        }
        entered
    };
    let why = state.sheet.why();
    let foot = |ui: &mut Ui, entered| {
        let item = ItemFooter {
            add: &t!(texts, "org-customer-add"),
            is_new: customer.is_none(),
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
    if let Some(customer) = customer.filter(|_| removes) {
        let name = customer.name.to_string();
        let title = t!(texts, "org-remove-title", name = name);
        let text = t!(texts, "org-customer-remove-about");
        let command = Change::Remove(customer.name.clone()).command(now);
        parts::ask_to_remove(cx, title, text, command);
    }
}

/// Name and domain; whether Enter was pressed in one of them. What is missing is told of a
/// customer that is there.
fn fields(
    ui: &mut Ui,
    texts: &Texts,
    typed: &mut Draft,
    there: bool,
    locked: bool,
    takes_field: bool,
) -> bool {
    let nameless = there && typed.key().is_none();
    let nameless = nameless.then(|| t!(texts, "impossible-no-name"));
    let entry = Field {
        label: &t!(texts, "org-customer-name"),
        errors: nameless.as_slice(),
        locked,
        limit: PROFILE_TEXT_MAX,
        ..Field::default()
    };
    let name = field(ui, "customer name", &mut typed.name, entry);
    if takes_field {
        name.request_focus();
    }
    let told = there || !typed.domain.trim().is_empty();
    let wrong = typed.wrong(texts).filter(|_| told);
    let entry = Field {
        label: &t!(texts, "org-customer-domain"),
        hint: &t!(texts, "org-domain-hint"),
        errors: wrong.as_slice(),
        locked,
        limit: DOMAIN_MAX + 10,
        ..Field::default()
    };
    let domain = field(ui, "customer domain", &mut typed.domain, entry);
    parts::entered(ui, &name) || parts::entered(ui, &domain)
}
