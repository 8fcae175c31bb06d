//! The subscriptions: what was bought, how many seats of it are used, what it includes.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Rect, Ui, pos2};
use uuid::Uuid;

use super::judge::{Judge, Judgement, Locks};
use super::parts::{self, Cell, Column, Footer, Form, List, Places, Pressed};
use super::rows::{self, Made, SubscriptionRow};
use super::sheet::{self, Draft as _, Open, Sheet};
use crate::domain::command::Command;
use crate::domain::organization::{Service, Subscription, SubscriptionId};
use crate::domain::tenant::Tenant;
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Filters, Query};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;
use crate::ui::widgets::check_box::check_box_labelled;
use crate::ui::widgets::field::{Field, field};

/// How many roles are named before the rest is counted.
const NAMED: usize = 6;
/// The most digits of a number of seats.
const DIGITS: usize = 7;

/// The list, the forms, and what the gate said.
#[derive(Default)]
pub struct Subscriptions {
    sheet: Sheet<Draft>,
    judge: Judge<Change>,
    rows: Made<Vec<SubscriptionRow>>,
}

/// A subscription, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    id: SubscriptionId,
    /// What is there, when last looked at; nothing for a new one.
    base: Option<Values>,
    now: Values,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Values {
    name: String,
    seats: String,
    services: BTreeSet<Service>,
}

impl Values {
    fn of(sold: &Subscription) -> Self {
        Self {
            name: sold.name.to_string(),
            seats: sold.seats.to_string(),
            services: sold.services.iter().copied().collect(),
        }
    }
}

impl sheet::Draft for Draft {
    type Key = SubscriptionId;

    fn key(&self) -> Option<SubscriptionId> {
        Some(self.id)
    }

    fn is_changed(&self) -> bool {
        let of = |values: &Values| Values {
            name: values.name.trim().to_owned(),
            seats: values.seats.trim().to_owned(),
            services: values.services.clone(),
        };
        of(&self.now) != self.base.as_ref().map(of).unwrap_or_default()
    }
}

impl Draft {
    fn new() -> Self {
        Self {
            id: SubscriptionId(Uuid::new_v4()),
            base: None,
            now: Values::default(),
        }
    }

    fn of(sold: &Subscription) -> Self {
        Self {
            id: sold.id,
            base: Some(Values::of(sold)),
            now: Values::of(sold),
        }
    }

    /// Takes over what changed elsewhere, but for the fields that are being edited.
    fn follow(&mut self, tenant: &Tenant) {
        let (Some(base), Some(there)) = (&mut self.base, tenant.subscription(self.id)) else {
            return;
        };
        let there = Values::of(there);
        if *base == there {
            return;
        }
        let now = &mut self.now;
        if now.name == base.name {
            now.name.clone_from(&there.name);
        }
        if now.seats == base.seats {
            now.seats.clone_from(&there.seats);
        }
        if now.services == base.services {
            now.services.clone_from(&there.services);
        }
        *base = there;
    }

    /// What was typed, once the seats can be read and there is a name.
    fn read(&self) -> Option<Subscription> {
        let name = self.now.name.trim();
        let seats = self.now.seats.trim().parse().ok()?;
        (!name.is_empty()).then(|| Subscription {
            id: self.id,
            name: name.into(),
            seats,
            services: self.now.services.iter().copied().collect(),
        })
    }
}

/// What can be done to the subscriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Put(Subscription),
    Remove(SubscriptionId),
}

impl Change {
    /// The Command, the order of the subscriptions kept.
    fn command(&self, tenant: &Tenant) -> Command {
        let mut all = tenant.subscriptions().to_vec();
        match self {
            Self::Put(sold) => match all.iter_mut().find(|other| other.id == sold.id) {
                Some(other) => other.clone_from(sold),
                None => all.push(sold.clone()),
            },
            Self::Remove(id) => all.retain(|sold| sold.id != *id),
        }
        Command::SetSubscriptions(all)
    }
}

impl Subscriptions {
    /// Takes in that the tenant may have changed.
    pub fn follow(&mut self, tenant: &Tenant) {
        let exists = |id: &SubscriptionId| tenant.subscription(*id).is_some();
        self.sheet.follow(exists, |draft| draft.follow(tenant));
    }

    /// Whether something typed is not saved.
    pub fn is_unsaved(&self, tenant: &Tenant) -> bool {
        self.sheet.has_unsaved(|id| tenant.subscription(*id).is_some())
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
        let tenant = cx.session.tenant();
        self.judge.of(cx, change, |change| change.command(tenant))
    }
}

/// Draws this part.
pub fn subscriptions(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut Subscriptions,
    locks: &Locks,
) {
    let make = |tenant: &Tenant, _: &_| rows::subscriptions(tenant);
    let rows = state.rows.now(cx.session.tenant(), cx.index, make);
    let Places { list, form } = parts::places(ui, state.is_open());
    if let Some(place) = form {
        parts::within(ui, "form", place, |ui| details(ui, cx, state, locks, &rows));
    }
    if let Some(place) = list {
        parts::within(ui, "list", place, |ui| listed(ui, cx, state, locks, &rows));
    }
}

fn listed(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut Subscriptions,
    locks: &Locks,
    rows: &[SubscriptionRow],
) {
    let texts = cx.texts;
    let enabled = locks.subscriptions.clone().map_or(Ok(()), Err);
    let text = t!(texts, "org-subscription-add");
    if button::command_button(ui, icon::ADD, &text, enabled.clone()).clicked() {
        state.sheet.show(Open::New);
    }
    if rows.is_empty() {
        let title = t!(texts, "org-subscription-none");
        parts::nothing(ui, icon::RECEIPT, &title, &t!(texts, "org-subscription-none-hint"));
        return;
    }
    let column = |name: String, least, share| Column { name, least, share };
    let columns = [
        column(t!(texts, "org-subscription"), 190.0, 2.0),
        column(t!(texts, "org-seats"), 200.0, 1.0),
        column(t!(texts, "org-services"), 180.0, 3.0),
    ];
    let open = state.sheet.item();
    let open = open.and_then(|id| rows.iter().position(|row| row.id == *id));
    let list = List {
        name: &t!(texts, "org-subscriptions"),
        columns: &columns,
        count: rows.len(),
        open,
    };
    let sheet = &mut state.sheet;
    let mut scrolled = std::mem::take(&mut sheet.list);
    let spoken = |place: usize| {
        let told = rows.get(place).map(|row| {
            let open = Open::Item(row.id);
            spoken(texts, row, sheet.is_unsaved(&open))
        });
        told.unwrap_or_default()
    };
    let opened = parts::list(ui, &mut scrolled, &list, spoken, |ui, place, at| {
        if let Some(row) = rows.get(place) {
            let unsaved = sheet.is_unsaved(&Open::Item(row.id));
            cell(ui, texts, row, unsaved, at);
        }
    });
    sheet.list = scrolled;
    if let Some(row) = opened.and_then(|place| rows.get(place)) {
        sheet.show(Open::Item(row.id));
        ui.ctx().request_repaint();
    }
}

fn spoken(texts: &Texts, row: &SubscriptionRow, unsaved: bool) -> String {
    let mut parts = vec![row.name.to_string(), seats(texts, row)];
    if row.services.is_empty() {
        parts.push(t!(texts, "org-no-services"));
    }
    parts.extend(row.services.iter().map(|service| service.name().to_owned()));
    if unsaved {
        parts.push(t!(texts, "org-unsaved"));
    }
    parts.join(", ")
}

fn services(texts: &Texts, row: &SubscriptionRow) -> String {
    let names: Vec<_> = row.services.iter().map(|service| service.name()).collect();
    if names.is_empty() {
        t!(texts, "org-no-services")
    } else {
        names.join(", ")
    }
}

/// How many seats are used, and how many are left or lacking.
fn seats(texts: &Texts, row: &SubscriptionRow) -> String {
    let used = t!(texts, "org-seats-used", used = row.used, count = row.seats);
    let rest = if row.over() > 0 {
        t!(texts, "org-seats-over", count = row.over())
    } else {
        t!(texts, "org-seats-left", count = row.left())
    };
    format!("{used} · {rest}")
}

fn cell(ui: &mut Ui, texts: &Texts, row: &SubscriptionRow, unsaved: bool, at: &Cell) {
    match at.column {
        0 => parts::named(ui, texts, at, icon::RECEIPT, &row.name, unsaved),
        1 => {
            let area = at.area.shrink2(egui::vec2(0.0, 8.0));
            let words = seats(texts, row);
            let p = theme::palette(ui);
            let ink = if row.over() > 0 { p.danger } else { p.text };
            let text = egui::RichText::new(words.as_str()).small().color(ink);
            let top = area.left_top() + egui::vec2(0.0, 7.0);
            paint::line(ui, at.id, top, area.width(), text, &words);
            bar(ui, area.with_min_y(area.bottom() - 6.0), row);
        }
        _ => {
            let words = services(texts, row);
            let text = theme::secondary(ui, words.as_str());
            paint::line(ui, at.id, at.area.left_center(), at.area.width(), text, &words);
        }
    }
}

/// How much of the seats is used. The words beside it say the same.
fn bar(ui: &Ui, area: Rect, row: &SubscriptionRow) {
    let p = theme::palette(ui);
    let radius = area.height() / 2.0;
    ui.painter().rect_filled(area, radius, p.neutral_soft);
    let part = if row.seats == 0 {
        if row.used == 0 { 0.0 } else { 1.0 }
    } else {
        (f64::from(row.used) / f64::from(row.seats)).min(1.0)
    };
    #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
    let width = (part * f64::from(area.width())) as f32;
    let ink = match (row.over(), row.left()) {
        (0, 0) => p.warning,
        (0, _) => p.accent,
        _ => p.danger,
    };
    let filled = Rect::from_min_max(area.min, pos2(area.left() + width, area.bottom()));
    ui.painter().rect_filled(filled, radius, ink);
}

fn details(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut Subscriptions,
    locks: &Locks,
    rows: &[SubscriptionRow],
) {
    let (texts, tenant) = (cx.texts, cx.session.tenant());
    let takes_field = state.sheet.takes_field();
    let sold = state.sheet.item().and_then(|id| tenant.subscription(*id));
    let fresh = || sold.map_or_else(Draft::new, Draft::of);
    let Some(mut typed) = state.sheet.draft(fresh).cloned() else {
        return;
    };
    let row = sold.and_then(|sold| rows.iter().find(|row| row.id == sold.id));
    let changed = typed.is_changed();
    let (seats_typed, wrong) = (!typed.now.seats.trim().is_empty(), wrong(texts, &typed));
    let read = typed.read().filter(|_| changed);
    let judgement = read.clone().map(|sold| state.judge(cx, Change::Put(sold)));
    let removal = sold.map(|sold| state.judge(cx, Change::Remove(sold.id)));
    let title = sold.map(|sold| sold.name.to_string());
    let title = title.unwrap_or_else(|| t!(texts, "org-subscription-new"));
    let is_locked = locks.subscriptions.is_some();
    let ready = match (&judgement, &locks.subscriptions) {
        (_, Some(why)) => Err(why.clone()),
        (Some(judgement), None) => judgement.verdict.clone(),
        (None, None) if !changed => Err(t!(texts, "editor-nothing-changed")),
        (None, None) if typed.now.name.trim().is_empty() => Err(t!(texts, "impossible-no-name")),
        (None, None) => Err(t!(texts, "org-seats-wrong")),
    };
    let look = Form {
        title: &title,
        glyph: icon::RECEIPT,
        footer: true,
    };
    let (mut removes, mut pressed) = (false, Pressed::Nothing);
    let body = |ui: &mut Ui| {
        parts::locked(ui, texts, locks.subscriptions.as_ref());
        if let Some(row) = row {
            usage(ui, cx, row);
        }
        let nameless = sold.is_some() && typed.now.name.trim().is_empty();
        let nameless = nameless.then(|| t!(texts, "impossible-no-name"));
        let entry = Field {
            label: &t!(texts, "org-subscription-name"),
            errors: nameless.as_slice(),
            locked: is_locked,
            limit: PROFILE_TEXT_MAX,
            ..Field::default()
        };
        let name = field(ui, "subscription name", &mut typed.now.name, entry);
        if takes_field {
            name.request_focus();
        }
        let errors = wrong.as_ref().filter(|_| seats_typed || sold.is_some());
        let entry = Field {
            label: &t!(texts, "org-seats"),
            errors: errors.map_or(&[], std::slice::from_ref),
            locked: is_locked,
            limit: DIGITS,
            ..Field::default()
        };
        let seats = field(ui, "seats", &mut typed.now.seats, entry);
        included(ui, texts, &mut typed.now, is_locked);
        if let Some(judgement) = &judgement {
            judgement.notices(ui, texts);
            losing(ui, cx, judgement);
        }
        if let Some(removal) = &removal {
            ui.add_space(theme::SPACE_2);
            let text = t!(texts, "org-subscription-remove");
            removes = parts::remove_button(ui, &text, &removal.verdict);
            if !is_locked {
                why_not_removed(ui, removal);
            }
        }
        parts::entered(ui, &name) || parts::entered(ui, &seats)
    };
    let foot = |ui: &mut Ui, entered| {
        let footer = Footer {
            save: &if sold.is_some() {
                t!(texts, "save")
            } else {
                t!(texts, "org-subscription-add")
            },
            discard: &if sold.is_some() {
                t!(texts, "dialog-edits-discard")
            } else {
                t!(texts, "cancel")
            },
            changed,
            leaves: changed || sold.is_none(),
            ready,
            entered,
        };
        pressed = parts::footer(ui, texts, footer);
    };
    let closes = parts::form(ui, texts, &look, body, foot);
    if let Some(draft) = state.sheet.draft(fresh) {
        *draft = typed;
    }
    match (pressed, read) {
        (Pressed::Save, Some(sold)) => {
            state.sheet.ask();
            cx.outbox.run(Origin::View, Change::Put(sold).command(tenant));
        }
        (Pressed::Discard, _) => state.sheet.discard(),
        _ if closes => state.sheet.close(),
        _ => {}
    }
    if let (true, Some(sold), Some(removal)) = (removes, sold, removal) {
        remove(cx, sold, &removal);
    }
}

/// What is wrong with the number of seats, if anything.
fn wrong(texts: &Texts, typed: &Draft) -> Option<String> {
    let seats = typed.now.seats.trim().parse::<u32>();
    seats.is_err().then(|| t!(texts, "org-seats-wrong"))
}

/// The seats that are used, and who uses them.
fn usage(ui: &mut Ui, cx: &mut ViewContext<'_>, row: &SubscriptionRow) {
    let texts = cx.texts;
    parts::fact(ui, &t!(texts, "org-seats-in-use"), |ui| {
        let words = seats(texts, row);
        if row.over() > 0 {
            let p = theme::palette(ui);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                let mark = theme::icon_text(icon::ERROR_FILLED).color(p.danger);
                crate::ui::widgets::focus::silent(ui.label(mark));
                ui.label(words);
            });
        } else {
            ui.label(words);
        }
        let size = egui::vec2(ui.available_width(), 6.0);
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        bar(ui, rect, row);
        if row.used > 0 && ui.link(t!(texts, "org-show-holders")).clicked() {
            let query = Query {
                filters: Filters {
                    licence: Some(row.id),
                    ..Filters::default()
                },
                ..Query::default()
            };
            cx.outbox.ui(UiCommand::ShowPeople(Box::new(query)));
        }
    });
}

/// The services it includes, to choose from.
fn included(ui: &mut Ui, texts: &Texts, now: &mut Values, is_locked: bool) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        ui.label(theme::medium(t!(texts, "org-services")));
        ui.add(egui::Label::new(theme::caption(ui, t!(texts, "org-services-about"))).wrap());
        for service in Service::ALL {
            let checked = now.services.contains(&service);
            let response = check_box_labelled(ui, checked, service.name(), !is_locked);
            if response.clicked() && !now.services.remove(&service) {
                now.services.insert(service);
            }
        }
    });
}

/// The roles that lose the service they are for.
fn losing(ui: &mut Ui, cx: &ViewContext<'_>, judgement: &Judgement) {
    let lost = rows::losing(cx.session.tenant(), &judgement.warnings);
    if lost.is_empty() {
        return;
    }
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    notice::boxed(ui, Notice::Warning, |ui| {
        ui.label(theme::medium(t!(texts, "org-roles-without-service")));
        for (role, count) in lost.iter().take(NAMED) {
            let role = words.role(*role);
            let line = t!(texts, "org-role-held", role = role, count = *count);
            ui.label(line);
        }
        let more = lost.len().saturating_sub(NAMED);
        if more > 0 {
            ui.label(t!(texts, "editor-more", count = more));
        }
    });
}

fn why_not_removed(ui: &mut Ui, removal: &Judgement) {
    // What is only unwise is told when it is asked for.
    if let Err(why) = &removal.verdict {
        ui.add(egui::Label::new(theme::secondary(ui, why.as_str())).wrap());
    }
}

fn remove(cx: &mut ViewContext<'_>, sold: &Subscription, removal: &Judgement) {
    let (texts, tenant) = (cx.texts, cx.session.tenant());
    let words = Words {
        texts,
        session: cx.session,
    };
    let mut text = t!(texts, "org-subscription-remove-about");
    let lost = rows::losing(tenant, &removal.warnings);
    if !lost.is_empty() {
        let roles: Vec<_> = lost
            .iter()
            .take(NAMED)
            .map(|(role, count)| {
                t!(texts, "org-role-held", role = words.role(*role), count = *count)
            })
            .collect();
        let mut roles = roles.join(", ");
        let more = lost.len().saturating_sub(NAMED);
        if more > 0 {
            roles = format!("{roles}, {}", t!(texts, "editor-more", count = more));
        }
        let title = t!(texts, "org-roles-without-service");
        text = format!("{text}\n\nR9: {title} {roles}.");
    }
    let name = sold.name.to_string();
    let title = t!(texts, "org-remove-title", name = name);
    let command = Change::Remove(sold.id).command(tenant);
    parts::ask_to_remove(cx, title, text, command);
}
