//! What can be done to a domain, and the form of a new one.

use egui::{Label, Ui};

use super::domains::{Change, Domains, Draft, marks, verified};
use super::judge::{Locks, Verdict};
use super::parts::{self, Form, ItemFooter, Pressed};
use super::rows::DomainRow;
use super::sheet::Draft as _;
use crate::domain::apply::Impossible;
use crate::domain::upn::{DOMAIN_MAX, DomainName, UpnError};
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Filters, Query};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::field::{Field, field};
use crate::ui::widgets::focus::silent;

/// A domain, and what can be done to it.
pub fn details(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut Domains,
    locks: &Locks,
    row: &DomainRow,
) {
    let texts = cx.texts;
    let form = Form {
        title: row.name.as_str(),
        glyph: icon::GLOBE,
        footer: None,
    };
    let body = |ui: &mut Ui| {
        parts::locked(ui, texts, locks.domains.as_ref());
        facts(ui, cx, row);
        if !row.verified {
            verify(ui, cx, state, row);
        } else if !row.default {
            make_default(ui, cx, state, row);
        }
        remove(ui, cx, state, locks, row);
    };
    if parts::form(ui, texts, &form, body, |_, ()| ()) {
        state.sheet.close();
    }
}

fn facts(ui: &mut Ui, cx: &mut ViewContext<'_>, row: &DomainRow) {
    let texts = cx.texts;
    parts::fact(ui, &t!(texts, "org-domain-state"), |ui| {
        let p = theme::palette(ui);
        let (glyph, text) = verified(texts, row.verified);
        let ink = if row.verified { p.good } else { p.warning };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SPACE_1;
            silent(ui.label(theme::icon_text(glyph).color(ink)));
            ui.label(text);
            for text in marks(texts, row) {
                chip(ui, &text, Tone::Neutral, None);
            }
        });
    });
    parts::fact(ui, &t!(texts, "org-domain-people"), |ui| {
        ui.label(t!(texts, "count-users", count = row.people));
        if row.people > 0 && ui.link(t!(texts, "org-show-people")).clicked() {
            let query = Query {
                filters: Filters {
                    domain: Some(row.name.as_str().into()),
                    ..Filters::default()
                },
                ..Query::default()
            };
            cx.outbox.ui(UiCommand::ShowPeople(Box::new(query)));
        }
    });
    if row.default {
        about(ui, t!(texts, "org-domain-default-about"));
    }
}

fn about(ui: &mut Ui, text: String) {
    ui.add(Label::new(theme::secondary(ui, text)).wrap());
}

fn verify(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Domains, row: &DomainRow) {
    notice::boxed(ui, Notice::Info, |ui| {
        ui.label(t!(cx.texts, "org-domain-verify-about"));
    });
    let change = Change::Verify(row.name.clone());
    let verdict = state.judge(cx, change.clone()).verdict.clone();
    let text = t!(cx.texts, "org-domain-verify");
    if act(ui, &text, true, &verdict) {
        cx.outbox
            .run(Origin::View, change.command(cx.session.tenant()));
    }
}

fn make_default(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Domains, row: &DomainRow) {
    let change = Change::MakeDefault(row.name.clone());
    let verdict = state.judge(cx, change.clone()).verdict.clone();
    about(ui, t!(cx.texts, "org-domain-make-default-about"));
    let text = t!(cx.texts, "org-domain-make-default");
    if act(ui, &text, false, &verdict) {
        cx.outbox
            .run(Origin::View, change.command(cx.session.tenant()));
    }
}

fn act(ui: &mut Ui, text: &str, primary: bool, verdict: &Verdict) -> bool {
    let response = ui
        .add_enabled_ui(verdict.is_ok(), |ui| {
            if primary {
                button::primary(ui, text)
            } else {
                button::standard(ui, text)
            }
        })
        .inner;
    let Err(why) = verdict else {
        return response.clicked();
    };
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(why.as_str()));
    response.on_disabled_hover_text(why);
    false
}

fn remove(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    state: &mut Domains,
    locks: &Locks,
    row: &DomainRow,
) {
    let texts = cx.texts;
    let change = Change::Remove(row.name.clone());
    let judgement = state.judge(cx, change.clone());
    let reasons = match &judgement.verdict {
        Ok(()) => Vec::new(),
        Err(why) => why_it_stays(texts, locks, row, why),
    };
    let verdict = match &*reasons {
        [] => Ok(()),
        reasons => Err(reasons.join(" ")),
    };
    ui.add_space(theme::SPACE_2);
    if parts::remove_button(ui, &t!(texts, "org-domain-remove"), &verdict) {
        let command = change.command(cx.session.tenant());
        let name = row.name.as_str();
        let title = t!(texts, "org-remove-title", name = name);
        parts::ask_to_remove(cx, title, t!(texts, "org-domain-remove-about"), command);
    }
    if locks.domains.is_none() {
        for why in reasons {
            about(ui, why);
        }
    }
}

/// All that keeps a domain from being removed: the gate names the first only.
fn why_it_stays(texts: &Texts, locks: &Locks, row: &DomainRow, first: &str) -> Vec<String> {
    if locks.domains.is_some() {
        return vec![first.to_owned()];
    }
    if row.initial {
        let why = Impossible::InitialDomain(row.name.clone());
        return vec![refusal::impossible(texts, &why)];
    }
    let mut reasons = Vec::new();
    if row.people > 0 {
        let why = Impossible::DomainInUse {
            domain: row.name.clone(),
            people: row.people,
        };
        reasons.push(refusal::impossible(texts, &why));
    }
    if row.default {
        reasons.push(t!(texts, "impossible-default-domain"));
    }
    if reasons.is_empty() {
        reasons.push(first.to_owned());
    }
    reasons
}

/// The form of a new domain.
pub fn new(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Domains) {
    let texts = cx.texts;
    let takes_field = state.sheet.takes_field();
    let Some(draft) = state.sheet.draft(Draft::default) else {
        return;
    };
    let mut typed = draft.clone();
    let (name, wrong) = read(texts, &typed.name);
    let judgement = name.map(|name| state.judge(cx, Change::Add(name)));
    let form = Form {
        title: &t!(texts, "org-domain-new"),
        glyph: icon::GLOBE,
        footer: Some(parts::footer_height(state.sheet.why())),
    };
    let judged = judgement.as_ref();
    let mut pressed = Pressed::Nothing;
    let body = |ui: &mut Ui| {
        let look = Field {
            label: &t!(texts, "org-domain-name"),
            hint: &t!(texts, "org-domain-hint"),
            errors: wrong.as_slice(),
            limit: DOMAIN_MAX + 10,
            ..Field::default()
        };
        let name = field(ui, "domain", &mut typed.name, look);
        if takes_field {
            name.request_focus();
        }
        about(ui, t!(texts, "org-domain-new-about"));
        if let Some(judgement) = judged {
            judgement.notices(ui, texts);
        }
        parts::entered(ui, &name)
    };
    let ready = match (judged, &wrong) {
        (Some(judgement), _) => judgement.verdict.clone(),
        (None, Some(wrong)) => Err(wrong.clone()),
        (None, None) => Err(t!(texts, "org-domain-missing")),
    };
    let why = state.sheet.why();
    let foot = |ui: &mut Ui, entered| {
        let item = ItemFooter {
            add: &t!(texts, "org-domain-add"),
            is_new: true,
            changed: false,
            ready,
            entered,
        };
        pressed = parts::item_footer(ui, texts, item, why);
    };
    let closes = parts::form(ui, texts, &form, body, foot);
    if let Some(draft) = state.sheet.draft(Draft::default) {
        *draft = typed.clone();
    }
    match pressed {
        Pressed::Save => {
            if let Some(name) = typed.key() {
                let command = Change::Add(name).command(cx.session.tenant());
                let assent = state.sheet.why().assent();
                state.sheet.ask();
                cx.outbox.run_because(Origin::View, command, assent);
            }
        }
        Pressed::Discard => state.sheet.discard(),
        Pressed::Nothing if closes => state.sheet.close(),
        Pressed::Nothing => {}
    }
}

/// The name that was typed, or what is wrong with it; neither while nothing is.
fn read(texts: &Texts, typed: &str) -> (Option<DomainName>, Option<String>) {
    if typed.trim().is_empty() {
        return (None, None);
    }
    match DomainName::parse(typed) {
        Ok(name) => (Some(name), None),
        Err(UpnError::DomainTooLong(_)) => {
            let wrong = t!(texts, "org-domain-too-long", count = DOMAIN_MAX);
            (None, Some(wrong))
        }
        Err(_) => (None, Some(t!(texts, "org-domain-wrong"))),
    }
}
