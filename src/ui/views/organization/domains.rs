//! The domains: which there are, which are verified, which is the default, who is on them.
//!
//! What is done to a domain is done at once; only the name of a new one is typed first.

use std::sync::Arc;

use egui::Ui;

use super::domain_form::{details, new};
use super::judge::{Judge, Judgement, Locks};
use super::parts::{self, Places};
use super::rows::{self, DomainRow, Made};
use super::sheet::{Open, Sheet};
use super::table::{self, Cell, Column, List};
use crate::domain::command::Command;
use crate::domain::organization::Domain;
use crate::domain::tenant::Tenant;
use crate::domain::upn::DomainName;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip, chip_width};

/// The list, the form, and what the gate said.
#[derive(Default)]
pub struct Domains {
    pub(super) sheet: Sheet<Draft>,
    judge: Judge<Change>,
    rows: Made<Vec<DomainRow>>,
}

/// A new domain, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub(super) name: String,
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
pub(super) enum Change {
    Add(DomainName),
    Verify(DomainName),
    MakeDefault(DomainName),
    Remove(DomainName),
}

impl Change {
    /// The Command, the order of the domains kept.
    pub(super) fn command(&self, tenant: &Tenant) -> Command {
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

    pub(super) fn judge(&mut self, cx: &ViewContext<'_>, change: Change) -> Arc<Judgement> {
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
    let spoken = |place: usize| {
        rows.get(place)
            .map_or_else(String::new, |row| spoken(texts, row))
    };
    let opened = table::list(ui, &mut state.sheet.list, &list, spoken, |ui, place, at| {
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

pub(super) fn verified(texts: &Texts, verified: bool) -> (&'static str, String) {
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
                .map(|text| chip_width(ui, text, None) + theme::SPACE_1)
                .sum();
            let left = centre + egui::vec2(large + 10.0, 0.0);
            let width = at.area.right() - left.x - for_marks - theme::SPACE_1;
            let end = paint::line(ui, at.id, left, width, words, name);
            let beside = Cell {
                area: at.area.with_min_x(end + theme::SPACE_2),
                ..*at
            };
            table::in_cell(ui, &beside, |ui| {
                for text in marks {
                    chip(ui, &text, Tone::Neutral, None);
                }
            });
        }
        1 => {
            let (glyph, text) = verified(texts, row.verified);
            let ink = if row.verified { p.good } else { p.warning };
            table::marked(ui, at, glyph, ink, &text);
        }
        _ => {
            let text = theme::secondary(ui, number(texts, row.people));
            paint::line(ui, at.id, at.area.left_center(), at.area.width(), text, "");
        }
    }
}

pub(super) fn marks(texts: &Texts, row: &DomainRow) -> Vec<String> {
    let mut marks = Vec::new();
    if row.default {
        marks.push(t!(texts, "org-domain-default"));
    }
    if row.initial {
        marks.push(t!(texts, "org-domain-initial"));
    }
    marks
}
