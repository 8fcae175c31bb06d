//! The organisation: its own data, domains, subscriptions, partners and customers.
//!
//! Owns which part is shown, and what was typed there and not saved: it stays while other parts
//! and other views are shown, until the tenant is closed. Every change is a Command in the
//! outbox; what the gate would say of it is asked from a copy and kept in `judge`.

mod customers;
mod delegates;
mod domain_form;
mod domains;
mod judge;
mod partners;
mod parts;
mod profile;
pub mod rows;
mod sheet;
mod subscription_form;
mod subscriptions;
mod table;

use egui::{Key, Modifiers, Popup, Ui};

use self::customers::{Customers, customers};
use self::domains::{Domains, domains};
use self::judge::Locks;
use self::partners::{Partners, partners};
use self::profile::{Asked, Profile, profile};
use self::subscriptions::{Subscriptions, subscriptions};
use crate::domain::tenant::Tenant;
use crate::i18n::number;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::tab::tab;

/// The parts of this view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The organisation's own data.
    #[default]
    Profile,
    /// The domains.
    Domains,
    /// The subscriptions.
    Subscriptions,
    /// The partners.
    Partners,
    /// The customers of a certified partner.
    Customers,
}

impl Tab {
    /// Each, in their order.
    pub const ALL: [Self; 5] = [
        Self::Profile,
        Self::Domains,
        Self::Subscriptions,
        Self::Partners,
        Self::Customers,
    ];
}

/// What is shown, and what was typed and not saved.
#[derive(Default)]
pub struct State {
    tab: Tab,
    profile: Profile,
    domains: Domains,
    subscriptions: Subscriptions,
    partners: Partners,
    customers: Customers,
    locks: Option<Locks>,
    /// Whether a text field had the keyboard at the end of the latest frame.
    typing: bool,
}

impl State {
    /// Shows a part.
    pub fn show(&mut self, tab: Tab) {
        self.tab = tab;
    }

    /// Whether something that was typed in this part is not saved.
    pub fn is_unsaved(&self, tenant: &Tenant, tab: Tab) -> bool {
        match tab {
            Tab::Profile => self.profile.is_unsaved(),
            Tab::Domains => self.domains.is_unsaved(),
            Tab::Subscriptions => self.subscriptions.is_unsaved(tenant),
            Tab::Partners => self.partners.is_unsaved(tenant.organization()),
            Tab::Customers => self.customers.is_unsaved(tenant.organization()),
        }
    }

    /// Takes in that the tenant may have changed.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let tenant = cx.session.tenant();
        self.profile.follow(tenant.organization());
        self.domains.follow(tenant);
        self.subscriptions.follow(tenant);
        self.partners.follow(tenant.organization());
        self.customers.follow(tenant.organization());
        if self.tab == Tab::Customers && !serves(cx) {
            self.tab = Tab::Profile;
        }
    }

    fn is_open(&self) -> bool {
        match self.tab {
            Tab::Profile => false,
            Tab::Domains => self.domains.is_open(),
            Tab::Subscriptions => self.subscriptions.is_open(),
            Tab::Partners => self.partners.is_open(),
            Tab::Customers => self.customers.is_open(),
        }
    }

    /// Escape closes the form beside a list, once it has nothing nearer to close.
    fn close_by_key(&mut self, ui: &Ui) {
        let closes = self.is_open()
            && !self.typing
            && ui.memory(|memory| memory.top_modal_layer().is_none())
            && !Popup::is_any_open(ui.ctx())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if !closes {
            return;
        }
        match self.tab {
            Tab::Profile => {}
            Tab::Domains => self.domains.close(),
            Tab::Subscriptions => self.subscriptions.close(),
            Tab::Partners => self.partners.close(),
            Tab::Customers => self.customers.close(),
        }
    }
}

/// Whether there are customers to show: a certified partner has them, and an import may have left
/// some with others.
fn serves(cx: &ViewContext<'_>) -> bool {
    let organization = cx.session.tenant().organization();
    organization.certified_partner || !organization.customers.is_empty()
}

/// Draws the view.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    ui.spacing_mut().item_spacing.y = theme::SPACE_2;
    state.follow(cx);
    state.close_by_key(ui);
    let locks = Locks::now(cx, &mut state.locks);
    title(ui, cx);
    let first = tabs(ui, cx, state);
    panes::mark(ui, Pane::View, ui.clip_rect(), first);
    // What a part keeps about its scrolling is its own.
    ui.push_id(state.tab as u8, |ui| match state.tab {
        Tab::Profile => {
            if profile(ui, cx, &mut state.profile, &locks) == Some(Asked::Customers) {
                state.tab = Tab::Customers;
            }
        }
        Tab::Domains => domains(ui, cx, &mut state.domains, &locks),
        Tab::Subscriptions => subscriptions(ui, cx, &mut state.subscriptions, &locks),
        Tab::Partners => partners(ui, cx, &mut state.partners, &locks),
        Tab::Customers => customers(ui, cx, &mut state.customers, &locks),
    });
    state.typing = ui.ctx().text_edit_focused();
}

fn title(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(cx.texts, "view-organisation")));
        ui.add_space(theme::SPACE_1);
        let name = &*cx.session.tenant().organization().name;
        let label = egui::Label::new(theme::secondary(ui, name)).truncate();
        ui.add(label);
    });
}

/// Draws the tabs. Returns what has the keyboard where there is nothing else.
fn tabs(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) -> egui::Id {
    let texts = cx.texts;
    let tenant = cx.session.tenant();
    let organization = tenant.organization();
    let mut first = ui.scope_id();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        for shown in Tab::ALL {
            if shown == Tab::Customers && !serves(cx) {
                continue;
            }
            let (name, count) = match shown {
                Tab::Profile => (t!(texts, "org-profile"), None),
                Tab::Domains => (t!(texts, "org-domains"), Some(tenant.domains().len())),
                Tab::Subscriptions => {
                    let count = tenant.subscriptions().len();
                    (t!(texts, "org-subscriptions"), Some(count))
                }
                Tab::Partners => (t!(texts, "org-partners"), Some(organization.partners.len())),
                Tab::Customers => {
                    let count = organization.customers.len();
                    (t!(texts, "org-customers"), Some(count))
                }
            };
            let name = match count {
                Some(count) => format!("{name} {}", number(texts, count)),
                None => name,
            };
            let unsaved = state.is_unsaved(cx.session.tenant(), shown);
            let face = if unsaved {
                format!("{name} •")
            } else {
                name.clone()
            };
            let mut response = tab(ui, &face, state.tab == shown);
            if state.tab == shown {
                first = response.id;
            }
            if unsaved {
                let told = t!(texts, "org-unsaved");
                let spoken = format!("{name}, {told}");
                response = response.accessible_name(spoken).on_hover_text(told);
            }
            if response.clicked() && state.tab != shown {
                state.tab = shown;
                ui.ctx().request_repaint();
            }
        }
    });
    first
}
