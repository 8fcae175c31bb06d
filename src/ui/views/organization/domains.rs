//! The domains: which there are, which are verified, which is the default, who is on them.
//!
//! What is done to a domain is done at once; only the name of a new one is typed first.

use std::sync::Arc;

use egui::{Label, Ui};

use super::judge::{Judge, Judgement, Locks, Verdict};
use super::parts::{self, Cell, Column, Footer, Form, List, Places, Pressed};
use super::rows::{self, DomainRow, Made};
use super::sheet::{Draft as _, Open, Sheet};
use crate::domain::apply::Impossible;
use crate::domain::command::Command;
use crate::domain::organization::Domain;
use crate::domain::tenant::Tenant;
use crate::domain::upn::{DOMAIN_MAX, DomainName, UpnError};
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::outbox::Origin;
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Filters, Query};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::field::{Field, field};

/// The list, the form, and what the gate said.
#[derive(Default)]
pub struct Domains {
    sheet: Sheet<Draft>,
    judge: Judge<Change>,
    rows: Made<Vec<DomainRow>>,
}

/// A new domain, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    name: String,
}

impl super::sheet::Draft for Draft {
    type Key = DomainName;

    fn key(&self) -> Option<DomainName> {
        DomainName::parse(&self.name).ok()
    }

    fn is_changed(&self) -> bool {
        !self.name.trim().is_empty()
    }
}

/// What can be done to the domains.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Add(DomainName),
    Verify(DomainName),
    MakeDefault(DomainName),
    Remove(DomainName),
}

impl Change {
    /// The Command, the order of the domains kept.
    fn command(&self, tenant: &Tenant) -> Command {
        let mut domains = tenant.domains().to_vec();
        match self {
            Self::Add(name) => domains.push(Domain {
                name: name.clone(),
                verified: false,
                default: false,
            }),
            Self::Verify(name) => {
                let found = domains.iter_mut().filter(|domain| domain.name == *name);
                found.for_each(|domain| domain.verified = true);
            }
            Self::MakeDefault(name) => {
                for domain in &mut domains {
                    domain.default = domain.name == *name;
                }
            }
            Self::Remove(name) => domains.retain(|domain| domain.name != *name),
        }
        Command::SetDomains(domains)
    }
}

impl Domains {
    /// Takes in that the tenant may have changed.
    pub fn follow(&mut self, tenant: &Tenant) {
        let exists = |name: &DomainName| tenant.has_domain(name.as_str(), false);
        self.sheet.follow(exists, |_| ());
    }

    /// Whether something typed is not saved.
    pub fn is_unsaved(&self) -> bool {
        self.sheet.has_unsaved(|_| false)
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
pub fn domains(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Domains, locks: &Locks) {
    let rows = state.rows.now(cx.session.tenant(), cx.index, rows::domains);
    let Places { list, form } = parts::places(ui, state.is_open());
    if let Some(place) = form {
        parts::within(ui, "form", place, |ui| match state.sheet.item().cloned() {
            Some(name) => {
                if let Some(row) = rows.iter().find(|row| row.name == name) {
                    details(ui, cx, state, locks, row);
                }
            }
            None => new(ui, cx, state),
        });
    }
    if let Some(place) = list {
        parts::within(ui, "list", place, |ui| listed(ui, cx, state, locks, &rows));
    }
}

fn listed(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    state: &mut Domains,
    locks: &Locks,
    rows: &[DomainRow],
) {
    let texts = cx.texts;
    let enabled = locks.domains.clone().map_or(Ok(()), Err);
    let add = button::command_button(ui, icon::ADD, &t!(texts, "org-domain-add"), enabled);
    if add.clicked() {
        state.sheet.show(Open::New);
    }
    let column = |name: String, least, share| Column { name, least, share };
    let columns = [
        column(t!(texts, "org-domain"), 220.0, 3.0),
        column(t!(texts, "org-domain-state"), 150.0, 1.0),
        column(t!(texts, "org-domain-people"), 90.0, 0.0),
    ];
    let open = state.sheet.item();
    let open = open.and_then(|name| rows.iter().position(|row| row.name == *name));
    let list = List {
        name: &t!(texts, "org-domains"),
        columns: &columns,
        count: rows.len(),
        open,
    };
    let spoken = |place: usize| rows.get(place).map_or_else(String::new, |row| spoken(texts, row));
    let opened = parts::list(ui, &mut state.sheet.list, &list, spoken, |ui, place, at| {
        if let Some(row) = rows.get(place) {
            cell(ui, texts, row, at);
        }
    });
    if let Some(row) = opened.and_then(|place| rows.get(place)) {
        state.sheet.show(Open::Item(row.name.clone()));
        ui.ctx().request_repaint();
    }
}

fn spoken(texts: &Texts, row: &DomainRow) -> String {
    let mut parts = vec![row.name.to_string()];
    if row.initial {
        parts.push(t!(texts, "org-domain-initial"));
    }
    if row.default {
        parts.push(t!(texts, "org-domain-default"));
    }
    parts.push(verified(texts, row.verified).1);
    parts.push(t!(texts, "count-users", count = row.people));
    parts.join(", ")
}

fn verified(texts: &Texts, verified: bool) -> (&'static str, String) {
    if verified {
        (icon::CHECK_CIRCLE, t!(texts, "org-domain-verified"))
    } else {
        (icon::WARNING, t!(texts, "org-domain-unverified"))
    }
}

fn cell(ui: &mut Ui, texts: &Texts, row: &DomainRow, at: &Cell) {
    let p = theme::palette(ui);
    match at.column {
        0 => {
            let name = row.name.as_str();
            let words = theme::medium(name).color(p.text);
            let large = theme::ICON_SIZE_LARGE;
            let centre = at.area.left_center();
            paint::glyph(ui, centre, icon::GLOBE, large, p.text_secondary);
            let marks = marks(texts, row);
            let for_marks: f32 = marks
                .iter()
                .map(|text| crate::ui::widgets::chip::chip_width(ui, text, None) + theme::SPACE_1)
                .sum();
            let left = centre + egui::vec2(large + 10.0, 0.0);
            let width = at.area.right() - left.x - for_marks - theme::SPACE_1;
            let end = paint::line(ui, at.id, left, width, words, name);
            let beside = Cell {
                area: at.area.with_min_x(end + theme::SPACE_2),
                ..*at
            };
            parts::in_cell(ui, &beside, |ui| {
                for text in marks {
                    chip(ui, &text, Tone::Neutral, None);
                }
            });
        }
        1 => {
            let (glyph, text) = verified(texts, row.verified);
            let ink = if row.verified { p.good } else { p.warning };
            parts::marked(ui, at, glyph, ink, &text);
        }
        _ => {
            let text = theme::secondary(ui, number(texts, row.people));
            paint::line(ui, at.id, at.area.left_center(), at.area.width(), text, "");
        }
    }
}

fn marks(texts: &Texts, row: &DomainRow) -> Vec<String> {
    let mut marks = Vec::new();
    if row.default {
        marks.push(t!(texts, "org-domain-default"));
    }
    if row.initial {
        marks.push(t!(texts, "org-domain-initial"));
    }
    marks
}

/// A domain, and what can be done to it.
fn details(
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
        footer: false,
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
            crate::ui::widgets::focus::silent(ui.label(theme::icon_text(glyph).color(ink)));
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
        cx.outbox.run(Origin::View, change.command(cx.session.tenant()));
    }
}

fn make_default(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Domains, row: &DomainRow) {
    let change = Change::MakeDefault(row.name.clone());
    let verdict = state.judge(cx, change.clone()).verdict.clone();
    about(ui, t!(cx.texts, "org-domain-make-default-about"));
    let text = t!(cx.texts, "org-domain-make-default");
    if act(ui, &text, false, &verdict) {
        cx.outbox.run(Origin::View, change.command(cx.session.tenant()));
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
    // That it stays at all comes before what else stands in the way.
    let initial = row.initial && locks.domains.is_none();
    let stays = initial.then(|| Impossible::InitialDomain(row.name.clone()));
    let verdict = match &stays {
        Some(why) => Err(refusal::impossible(texts, why)),
        None => judgement.verdict.clone(),
    };
    ui.add_space(theme::SPACE_2);
    if parts::remove_button(ui, &t!(texts, "org-domain-remove"), &verdict) {
        let command = change.command(cx.session.tenant());
        let name = row.name.as_str();
        let title = t!(texts, "org-remove-title", name = name);
        parts::ask_to_remove(cx, title, t!(texts, "org-domain-remove-about"), command);
    }
    if let (Err(why), None) = (&verdict, &locks.domains) {
        about(ui, why.clone());
    }
}

/// The form of a new domain.
fn new(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut Domains) {
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
        footer: true,
    };
    let judged = judgement.as_ref();
    let mut pressed = Pressed::Nothing;
    let changed = typed.is_changed();
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
    let foot = |ui: &mut Ui, entered| {
        let footer = Footer {
            save: &t!(texts, "org-domain-add"),
            discard: &t!(texts, "cancel"),
            changed,
            leaves: true,
            ready,
            entered,
        };
        pressed = parts::footer(ui, texts, footer);
    };
    let closes = parts::form(ui, texts, &form, body, foot);
    if let Some(draft) = state.sheet.draft(Draft::default) {
        *draft = typed.clone();
    }
    match pressed {
        Pressed::Save => {
            if let Some(name) = typed.key() {
                let command = Change::Add(name).command(cx.session.tenant());
                state.sheet.ask();
                cx.outbox.run(Origin::View, command);
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
