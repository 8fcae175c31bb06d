//! The subscriptions: what was bought, how many seats of it are used, what it includes.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Rect, Ui, pos2};
use uuid::Uuid;

use super::judge::{Judge, Judgement, Locks};
use super::parts::{self, Places};
use super::rows::{self, Made, SubscriptionRow};
use super::sheet::{self, Open, Sheet};
use super::subscription_form::form as details;
use super::table::{self, Cell, Column, List, Nothing};
use crate::domain::command::Command;
use crate::domain::organization::{Service, Subscription, SubscriptionId};
use crate::domain::tenant::Tenant;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::widgets::button;

/// The list, the forms, and what the gate said.
#[derive(Default)]
pub struct Subscriptions {
    pub(super) sheet: Sheet<Draft>,
    judge: Judge<Change>,
    rows: Made<Vec<SubscriptionRow>>,
}

/// A subscription, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    id: SubscriptionId,
    /// What is there, when last looked at; nothing for a new one.
    base: Option<Values>,
    pub(super) now: Values,
}

/// The fields, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) name: String,
    pub(super) seats: String,
    pub(super) services: BTreeSet<Service>,
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
    pub(super) fn new() -> Self {
        Self {
            id: SubscriptionId(Uuid::new_v4()),
            base: None,
            now: Values::default(),
        }
    }

    pub(super) fn of(sold: &Subscription) -> Self {
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
    pub(super) fn read(&self) -> Option<Subscription> {
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
pub(super) enum Change {
    Put(Subscription),
    Remove(SubscriptionId),
}

impl Change {
    /// The Command, the order of the subscriptions kept.
    pub(super) fn command(&self, tenant: &Tenant) -> Command {
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
        self.sheet
            .has_unsaved(|id| tenant.subscription(*id).is_some())
    }

    /// Whether a form is open.
    pub fn is_open(&self) -> bool {
        self.sheet.open().is_some()
    }

    /// Closes the form; what was typed stays.
    pub fn close(&mut self) {
        self.sheet.close();
    }

    pub(super) fn judge(&mut self, cx: &ViewContext<'_>, change: Change) -> Arc<Judgement> {
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
    if rows.is_empty() {
        let nothing = Nothing {
            glyph: icon::RECEIPT,
            title: &t!(texts, "org-subscription-none"),
            hint: &t!(texts, "org-subscription-none-hint"),
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
        column(t!(texts, "org-subscription"), 190.0, 2.0),
        column(t!(texts, "org-seats"), 200.0, 1.0),
        column(t!(texts, "org-services"), 260.0, 3.0),
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
    let opened = table::list(ui, &mut scrolled, &list, spoken, |ui, place, at| {
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
pub(super) fn seats(texts: &Texts, row: &SubscriptionRow) -> String {
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
        0 => table::named(ui, texts, at, icon::RECEIPT, &row.name, unsaved),
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
            paint::line(
                ui,
                at.id,
                at.area.left_center(),
                at.area.width(),
                text,
                &words,
            );
        }
    }
}

/// How much of the seats is used. The words beside it say the same.
pub(super) fn bar(ui: &Ui, area: Rect, row: &SubscriptionRow) {
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
