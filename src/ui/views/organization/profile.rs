//! The organisation's own data: its name, where it was bought, directory synchronisation, how
//! long deleted people are kept, and whether it is a certified partner.

use std::sync::Arc;

use egui::{Label, Rect, Ui, pos2};

use super::judge::{Judge, Judgement, Locks};
use super::parts::{self, Footer, Pressed};
use super::rows::{Delegates, Made};
use crate::domain::command::Command;
use crate::domain::organization::{Organization, PurchaseChannel};
use crate::domain::rule::Rule;
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::panes::{self, Pane};
use crate::ui::theme;
use crate::ui::user_index::Kind;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::check_box::{SIZE, check_box_labelled};
use crate::ui::widgets::field::{Field, field};
use crate::ui::widgets::radio_card::radio_card;
use crate::ui::widgets::why;

/// The widest a form is: longer lines are hard to read.
const WIDEST: f32 = 680.0;

/// The rule that is told where the seller is typed.
const SELLER: Rule = Rule::BillingNeedsMicrosoftPurchase;
/// The least width of two choices side by side.
const SIDE_BY_SIDE: f32 = 560.0;

/// The form.
#[derive(Default)]
pub struct Profile {
    draft: Option<Draft>,
    /// Why, where someone says so unasked.
    why: why::State,
    /// Whether it was asked to be saved.
    saving: bool,
    judge: Judge<Draft>,
    delegates: Made<Delegates>,
}

/// What is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Draft {
    /// What is there, when last looked at.
    base: Values,
    now: Values,
}

/// The fields, as they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Values {
    name: String,
    from_partner: bool,
    seller: String,
    directory_sync: bool,
    days: String,
    certified_partner: bool,
}

impl Values {
    fn of(organization: &Organization) -> Self {
        let seller = match &organization.purchased_from {
            PurchaseChannel::Microsoft => None,
            PurchaseChannel::Partner { name } => Some(name.to_string()),
        };
        Self {
            name: organization.name.to_string(),
            from_partner: seller.is_some(),
            seller: seller.unwrap_or_default(),
            directory_sync: organization.directory_sync,
            days: organization.deleted_user_days.to_string(),
            certified_partner: organization.certified_partner,
        }
    }

    fn days(&self) -> Option<u16> {
        self.days.trim().parse().ok().filter(|days| *days > 0)
    }

    /// The organisation with these values; days that can't be read stay what they are.
    fn put_into(&self, organization: &Organization) -> Organization {
        Organization {
            name: self.name.trim().into(),
            purchased_from: if self.from_partner {
                PurchaseChannel::Partner {
                    name: self.seller.trim().into(),
                }
            } else {
                PurchaseChannel::Microsoft
            },
            directory_sync: self.directory_sync,
            certified_partner: self.certified_partner,
            deleted_user_days: self.days().unwrap_or(organization.deleted_user_days),
            ..organization.clone()
        }
    }
}

impl Draft {
    fn of(organization: &Organization) -> Self {
        let now = Values::of(organization);
        Self {
            base: now.clone(),
            now,
        }
    }

    /// Takes over what changed elsewhere, but for the fields that are being edited.
    fn follow(&mut self, organization: &Organization) {
        let there = Values::of(organization);
        if self.base == there {
            return;
        }
        let (base, now) = (&self.base, &mut self.now);
        let text = |mine: &mut String, base: &String, there: &String| {
            if mine == base {
                mine.clone_from(there);
            }
        };
        text(&mut now.name, &base.name, &there.name);
        text(&mut now.seller, &base.seller, &there.seller);
        text(&mut now.days, &base.days, &there.days);
        let flag = |mine: &mut bool, base: bool, there: bool| {
            if *mine == base {
                *mine = there;
            }
        };
        flag(&mut now.from_partner, base.from_partner, there.from_partner);
        flag(
            &mut now.directory_sync,
            base.directory_sync,
            there.directory_sync,
        );
        let (was, is) = (base.certified_partner, there.certified_partner);
        flag(&mut now.certified_partner, was, is);
        self.base = there;
    }

    /// Whether saving it would change something, or something can't be read.
    fn is_changed(&self) -> bool {
        let of = |values: &Values| Values {
            name: values.name.trim().to_owned(),
            seller: if values.from_partner {
                values.seller.trim().to_owned()
            } else {
                String::new()
            },
            days: values.days.trim().to_owned(),
            ..values.clone()
        };
        of(&self.now) != of(&self.base)
    }
}

impl Profile {
    /// Takes in that the tenant may have changed.
    pub fn follow(&mut self, organization: &Organization) {
        if let Some(draft) = &mut self.draft {
            draft.follow(organization);
        }
        if self.saving && !self.is_unsaved() {
            self.saving = false;
            self.why.clear();
        }
    }

    /// Whether something typed is not saved.
    pub fn is_unsaved(&self) -> bool {
        self.draft.as_ref().is_some_and(Draft::is_changed)
    }
}

/// What is wrong with what was typed, a field each.
struct Wrong {
    name: Option<String>,
    seller: Option<String>,
    days: Option<String>,
}

/// Draws the form. `Some` when the customers are to be shown.
pub fn profile(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut Profile,
    locks: &Locks,
) -> Option<Asked> {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    parts::card(ui, whole);
    let organization = cx.session.tenant().organization();
    let draft = state.draft.get_or_insert_with(|| Draft::of(organization));
    let changed = draft.is_changed();
    let judgement = changed.then(|| {
        let command = |draft: &Draft| {
            let after = draft.now.put_into(organization);
            Command::EditOrganization(Box::new(after))
        };
        state.judge.of(cx, draft.clone(), command)
    });
    let gives_up = draft.base.certified_partner && !draft.now.certified_partner;
    let delegates = gives_up.then(|| {
        let (tenant, index) = (cx.session.tenant(), cx.index);
        state.delegates.now(tenant, index, Delegates::of).len()
    });
    let wrong = wrong(cx, &draft.now);
    let split = whole.bottom() - parts::footer_height(&state.why);
    let inside = Rect::from_min_max(
        whole.left_top() + egui::vec2(theme::SPACE_4, theme::SPACE_3),
        pos2(whole.right() - theme::SPACE_1, split),
    );
    let width = (inside.width() - theme::SPACE_4).min(WIDEST);
    let (entered, asked) = parts::within(ui, "profile", inside, |ui| {
        parts::scrolled(ui, width, |ui| {
            fields(
                ui,
                cx,
                &mut draft.now,
                locks,
                &wrong,
                (&judgement, delegates),
            )
        })
    });
    let low = Rect::from_min_max(pos2(whole.left(), split), whole.max);
    let ready = ready(cx, locks, changed, &wrong, judgement.as_deref());
    let pressed = parts::within(ui, "foot", low, |ui| {
        let footer = Footer {
            save: &t!(cx.texts, "save"),
            discard: &t!(cx.texts, "dialog-edits-discard"),
            changed,
            leaves: changed,
            ready,
            entered,
        };
        parts::footer(ui, cx.texts, &footer, &mut state.why)
    });
    match pressed {
        Pressed::Save => {
            let after = draft.now.put_into(organization);
            let command = Command::EditOrganization(Box::new(after));
            state.saving = true;
            cx.outbox
                .run_because(Origin::View, command, state.why.assent());
        }
        Pressed::Discard => {
            state.draft = None;
            state.why.clear();
        }
        Pressed::Nothing => {}
    }
    asked
}

/// What was asked for besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To see the customers, and who may administer them.
    Customers,
}

fn ready(
    cx: &ViewContext<'_>,
    locks: &Locks,
    changed: bool,
    wrong: &Wrong,
    judgement: Option<&Judgement>,
) -> Result<(), String> {
    if let (Some(why), Some(_)) = (&locks.profile, &locks.sync) {
        return Err(why.clone());
    }
    let wrong = [&wrong.name, &wrong.seller, &wrong.days];
    if let Some(wrong) = wrong.into_iter().flatten().next() {
        return Err(wrong.clone());
    }
    match judgement {
        Some(judgement) => judgement.verdict.clone(),
        None if changed => Ok(()),
        None => Err(t!(cx.texts, "editor-nothing-changed")),
    }
}

fn wrong(cx: &ViewContext<'_>, now: &Values) -> Wrong {
    let texts = cx.texts;
    let nameless = now.name.trim().is_empty();
    let sellerless = now.from_partner && now.seller.trim().is_empty();
    Wrong {
        name: nameless.then(|| t!(texts, "dialog-new-no-organisation")),
        seller: sellerless.then(|| t!(texts, "org-seller-missing")),
        days: now.days().is_none().then(|| t!(texts, "org-days-wrong")),
    }
}

fn fields(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    now: &mut Values,
    locks: &Locks,
    wrong: &Wrong,
    (judgement, delegates): (&Option<Arc<Judgement>>, Option<usize>),
) -> (bool, Option<Asked>) {
    let texts = cx.texts;
    let mut entered = false;
    let is_locked = locks.profile.is_some();
    if is_locked || locks.sync.is_some() {
        parts::locked(ui, texts, locks.profile.as_ref().or(locks.sync.as_ref()));
    }
    let look = Field {
        label: &t!(texts, "dialog-new-organisation"),
        errors: wrong.name.as_slice(),
        locked: is_locked,
        limit: PROFILE_TEXT_MAX,
        ..Field::default()
    };
    let name = field(ui, "organisation name", &mut now.name, look);
    panes::mark(ui, Pane::View, ui.clip_rect(), name.id);
    entered |= parts::entered(ui, &name);

    ui.add_space(theme::SPACE_2);
    entered |= bought(ui, cx, now, is_locked, wrong);
    if let Some(judgement) = judgement {
        judgement.notices_of(ui, texts, |rule| rule == SELLER);
    }

    ui.add_space(theme::SPACE_2);
    ui.label(theme::subtitle(t!(texts, "org-people")));
    let synced = cx.index.count(Kind::Synchronised);
    let mut about = t!(texts, "org-sync-about");
    if synced > 0 {
        about = format!("{about} {}", t!(texts, "org-sync-count", count = synced));
    }
    let label = t!(texts, "org-sync");
    let sync_locked = locks.sync.is_some();
    option(ui, &label, &about, &mut now.directory_sync, !sync_locked);
    let look = Field {
        label: &t!(texts, "org-days"),
        errors: wrong.days.as_slice(),
        remark: Some(&t!(texts, "org-days-about")),
        limit: 5,
        locked: is_locked,
        ..Field::default()
    };
    let days = ui
        .scope(|ui| {
            ui.set_max_width(320.0);
            field(ui, "days", &mut now.days, look)
        })
        .inner;
    entered |= parts::entered(ui, &days);

    ui.add_space(theme::SPACE_2);
    ui.label(theme::subtitle(t!(texts, "org-partner")));
    let (label, about) = (t!(texts, "org-certified"), t!(texts, "org-certified-about"));
    option(ui, &label, &about, &mut now.certified_partner, !is_locked);
    let mut asked = None;
    let customers = cx.session.tenant().organization().customers.len();
    if let Some(people) = delegates.filter(|people| people + customers > 0) {
        notice::boxed(ui, Notice::Info, |ui| {
            let people = t!(texts, "org-delegates-count", count = people);
            let customers = t!(texts, "org-customers-count", count = customers);
            ui.label(format!("{people} {customers}"));
            if ui.link(t!(texts, "org-show-customers")).clicked() {
                asked = Some(Asked::Customers);
            }
        });
    }
    if let Some(judgement) = judgement {
        judgement.notices_of(ui, texts, |rule| rule != SELLER);
    }
    (entered, asked)
}

/// Where the subscription was bought; whether Enter was pressed in the seller's name.
fn bought(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    now: &mut Values,
    is_locked: bool,
    wrong: &Wrong,
) -> bool {
    let texts = cx.texts;
    ui.label(theme::subtitle(t!(texts, "org-bought")));
    let mut choice = |ui: &mut Ui, from_partner: bool| {
        let (title, about) = if from_partner {
            (
                t!(texts, "org-bought-partner"),
                t!(texts, "org-bought-partner-about"),
            )
        } else {
            (
                t!(texts, "org-bought-microsoft"),
                t!(texts, "org-bought-microsoft-about"),
            )
        };
        let selected = now.from_partner == from_partner;
        let response = radio_card(ui, selected, &title, &about, selected || !is_locked);
        if response.clicked() && !is_locked {
            now.from_partner = from_partner;
        }
    };
    if ui.available_width() < SIDE_BY_SIDE {
        choice(ui, false);
        choice(ui, true);
    } else {
        ui.columns_const(|[left, right]| {
            choice(left, false);
            choice(right, true);
        });
    }
    if !now.from_partner {
        return false;
    }
    let look = Field {
        label: &t!(texts, "org-seller"),
        errors: wrong.seller.as_slice(),
        locked: is_locked,
        limit: PROFILE_TEXT_MAX,
        ..Field::default()
    };
    let seller = field(ui, "seller", &mut now.seller, look);
    parts::entered(ui, &seller)
}

/// A check box and what it means.
pub fn option(ui: &mut Ui, label: &str, about: &str, value: &mut bool, enabled: bool) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        let response = check_box_labelled(ui, *value, label, enabled);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(about));
        if response.clicked() {
            *value = !*value;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(SIZE + theme::SPACE_2);
            ui.add(Label::new(theme::caption(ui, about)).wrap());
        });
    });
}
