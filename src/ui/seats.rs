//! The subscriptions of a tenant as check boxes, each with the seats that are left and the
//! services it includes.

use std::collections::BTreeSet;

use egui::{Label, Ui};

use crate::domain::organization::{Service, SubscriptionId};
use crate::domain::tenant::Tenant;
use crate::i18n::Texts;
use crate::t;

use super::theme;
use super::widgets::check_box::{SIZE, check_box_labelled};

/// A subscription that seats can be had of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Which.
    pub id: SubscriptionId,
    /// The product's name.
    pub name: Box<str>,
    /// How many seats nobody has.
    pub left: u32,
    /// How many seats there are.
    pub seats: u32,
    /// What it includes.
    pub services: Vec<Service>,
    /// Whether the person has a seat now, which stays theirs to keep.
    pub held: bool,
}

impl Seat {
    /// Whether the person can have a seat.
    pub fn is_free(&self) -> bool {
        self.held || self.left > 0
    }
}

/// The subscriptions, for a person who has seats of `held`.
pub fn rows(tenant: &Tenant, held: &BTreeSet<SubscriptionId>) -> Vec<Seat> {
    let sold = tenant.subscriptions().iter();
    sold.map(|sold| Seat {
        id: sold.id,
        name: sold.name.clone(),
        left: sold.seats.saturating_sub(tenant.seats_used(sold.id)),
        seats: sold.seats,
        services: sold.services.clone(),
        held: held.contains(&sold.id),
    })
    .collect()
}

/// Draws them; returns the one whose box was clicked.
pub fn list(
    ui: &mut Ui,
    texts: &Texts,
    rows: &[Seat],
    chosen: &BTreeSet<SubscriptionId>,
    enabled: bool,
) -> Option<SubscriptionId> {
    let mut clicked = None;
    for row in rows {
        let checked = chosen.contains(&row.id);
        let usable = enabled && (checked || row.is_free());
        let told = left(texts, row);
        ui.push_id(row.id.0, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let response = check_box_labelled(ui, checked, &*row.name, usable);
            let services: Vec<_> = row.services.iter().map(|it| it.name()).collect();
            let mut about = told;
            if !services.is_empty() {
                about = format!("{about} · {}", services.join(", "));
            }
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(about.as_str());
            });
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(SIZE + theme::SPACE_2);
                ui.add(Label::new(theme::caption(ui, about)).wrap());
            });
            if response.clicked() {
                clicked = Some(row.id);
            }
        });
    }
    clicked
}

fn left(texts: &Texts, row: &Seat) -> String {
    if row.left == 0 {
        return t!(texts, "licences-no-seat", seats = row.seats);
    }
    t!(texts, "licences-left", count = row.left, seats = row.seats)
}
