//! The form of a subscription: product, seats, services, and the roles that need those.

use egui::Ui;

use super::judge::{Judgement, Locks};
use super::parts::{self, Form, ItemFooter, Pressed};
use super::rows::{self, SubscriptionRow};
use super::sheet::Draft as _;
use super::subscriptions::{Change, Draft, Subscriptions, Values, bar, seats};
use crate::domain::organization::{Service, Subscription};
use crate::domain::role::RoleTemplateId;
use crate::domain::rule::Rule;
use crate::domain::user::PROFILE_TEXT_MAX;
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Filters, Query};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::check_box::check_box_labelled;
use crate::ui::widgets::field::{Field, field};
use crate::ui::widgets::focus::silent;

/// How many roles are named before the rest is counted.
const NAMED: usize = 6;
/// The rule that is told with the roles it concerns.
const SERVICE: Rule = Rule::WorkloadRoleNeedsService;
/// The most digits of a number of seats.
const DIGITS: usize = 7;

/// Draws the form of what is open, in the whole of `ui`.
pub fn form(
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
        footer: Some(parts::footer_height(state.sheet.why())),
    };
    let (mut removes, mut pressed) = (false, Pressed::Nothing);
    let body = |ui: &mut Ui| {
        parts::locked(ui, texts, locks.subscriptions.as_ref());
        if let Some(row) = row {
            usage(ui, cx, row);
        }
        let there = sold.is_some();
        let entered = fields(ui, texts, &mut typed.now, there, is_locked, takes_field);
        included(ui, texts, &mut typed.now, is_locked);
        if let Some(judgement) = &judgement {
            judgement.notices_of(ui, texts, |rule| rule != SERVICE);
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
        entered
    };
    let why = state.sheet.why();
    let foot = |ui: &mut Ui, entered| {
        let item = ItemFooter {
            add: &t!(texts, "org-subscription-add"),
            is_new: sold.is_none(),
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
    match (pressed, read) {
        (Pressed::Save, Some(sold)) => {
            let (command, assent) = (
                Change::Put(sold).command(tenant),
                state.sheet.why().assent(),
            );
            state.sheet.ask();
            cx.outbox.run_because(Origin::View, command, assent);
        }
        (Pressed::Discard, _) => state.sheet.discard(),
        _ if closes => state.sheet.close(),
        _ => {}
    }
    if let (true, Some(sold), Some(removal)) = (removes, sold, removal) {
        remove(cx, sold, &removal);
    }
}

/// Product and seats; whether Enter was pressed in one of them. What is missing is told of a
/// subscription that is there.
fn fields(
    ui: &mut Ui,
    texts: &Texts,
    now: &mut Values,
    there: bool,
    locked: bool,
    takes_field: bool,
) -> bool {
    let nameless = there && now.name.trim().is_empty();
    let nameless = nameless.then(|| t!(texts, "impossible-no-name"));
    let entry = Field {
        label: &t!(texts, "org-subscription-name"),
        errors: nameless.as_slice(),
        locked,
        limit: PROFILE_TEXT_MAX,
        ..Field::default()
    };
    let name = field(ui, "subscription name", &mut now.name, entry);
    if takes_field {
        name.request_focus();
    }
    let typed = now.seats.trim();
    let wrong = (there || !typed.is_empty()) && typed.parse::<u32>().is_err();
    let wrong = wrong.then(|| t!(texts, "org-seats-wrong"));
    let entry = Field {
        label: &t!(texts, "org-seats"),
        errors: wrong.as_slice(),
        locked,
        limit: DIGITS,
        ..Field::default()
    };
    let seats = field(ui, "seats", &mut now.seats, entry);
    parts::entered(ui, &name) || parts::entered(ui, &seats)
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
                silent(ui.label(mark));
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

/// The services that go, and the roles that are held for them (R9).
fn losing(ui: &mut Ui, cx: &ViewContext<'_>, judgement: &Judgement) {
    let Some(rule) = judgement.warning(SERVICE) else {
        return;
    };
    let texts = cx.texts;
    notice::boxed(ui, Notice::Warning, |ui| {
        ui.label(theme::medium(t!(texts, "editor-mind")));
        ui.label(rule.line());
        ui.label(t!(texts, "org-roles-without-service"));
        for line in roles_lines(cx, judgement) {
            ui.label(theme::medium(line));
        }
    });
}

/// The roles that are held for services that go, each with how often it is held.
fn roles_lines(cx: &ViewContext<'_>, judgement: &Judgement) -> Vec<String> {
    let lost = rows::losing(cx.session.tenant(), &judgement.warnings);
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let line = |(role, count): &(RoleTemplateId, usize)| {
        t!(
            cx.texts,
            "org-role-held",
            role = words.role(*role),
            count = *count
        )
    };
    let mut lines: Vec<_> = lost.iter().take(NAMED).map(line).collect();
    let more = lost.len().saturating_sub(NAMED);
    if more > 0 {
        lines.push(t!(cx.texts, "editor-more", count = more));
    }
    lines
}

fn why_not_removed(ui: &mut Ui, removal: &Judgement) {
    // What is only unwise is told when it is asked for.
    if let Err(why) = &removal.verdict {
        ui.add(egui::Label::new(theme::secondary(ui, why.as_str())).wrap());
    }
}

fn remove(cx: &mut ViewContext<'_>, sold: &Subscription, removal: &Judgement) {
    let (texts, tenant) = (cx.texts, cx.session.tenant());
    let mut text = t!(texts, "org-subscription-remove-about");
    if let Some(rule) = removal.warning(SERVICE) {
        let title = t!(texts, "org-roles-without-service");
        let roles = roles_lines(cx, removal).join(", ");
        text = format!("{text}\n\n{}\n{title} {roles}.", rule.line());
    }
    let name = sold.name.to_string();
    let title = t!(texts, "org-remove-title", name = name);
    let command = Change::Remove(sold.id).command(tenant);
    parts::ask_to_remove(cx, title, text, command);
}
