//! Findings, and the people of one, as CSV: made on a worker, since it can be a hundred thousand
//! names.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::rows::{Row, rows, severity_word};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::review::Finding;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::exchange::{Cell, Table, csv};
use crate::i18n::{Texts, date};
use crate::t;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;

/// What is being written.
pub struct Export {
    name: String,
    text: Receiver<String>,
}

impl Export {
    /// Begins to write these findings, of all that were found.
    pub fn findings(ctx: &egui::Context, cx: &ViewContext<'_>, places: Vec<usize>) -> Option<Self> {
        let all = Arc::clone(cx.findings.all()?);
        let now = cx.session.now();
        let name = t!(cx.texts, "review-export-file");
        Some(Self::begin(
            ctx,
            cx,
            name,
            move |texts, catalogue, tenant| findings(texts, catalogue, tenant, now, &all, &places),
        ))
    }

    /// Begins to write the people of the finding at this place.
    pub fn people(ctx: &egui::Context, cx: &ViewContext<'_>, place: usize) -> Option<Self> {
        let all = Arc::clone(cx.findings.all()?);
        let name = t!(cx.texts, "review-export-people-file");
        Some(Self::begin(ctx, cx, name, move |texts, _, tenant| {
            all.get(place)
                .map(|finding| people(texts, tenant, finding))
                .unwrap_or_default()
        }))
    }

    fn begin(
        ctx: &egui::Context,
        cx: &ViewContext<'_>,
        name: String,
        write: impl FnOnce(&Texts, &RoleCatalogue, &Tenant) -> String + Send + 'static,
    ) -> Self {
        let (sender, text) = channel();
        let texts = Texts::new(cx.texts.language()).in_utc();
        let catalogue = Arc::clone(cx.session.catalogue());
        let (tenant, ctx) = (cx.session.tenant().clone(), ctx.clone());
        std::thread::spawn(move || {
            // Nobody listens any more when the tenant was closed meanwhile.
            let _ = sender.send(write(&texts, &catalogue, &tenant));
            ctx.request_repaint();
        });
        Self { name, text }
    }
}

/// Whether something is being written; what is finished is handed on.
pub fn under_way(cx: &mut ViewContext<'_>, export: &mut Option<Export>) -> bool {
    let Some(running) = export else {
        return false;
    };
    match running.text.try_recv() {
        Ok(text) => {
            let name = format!("{}.csv", running.name);
            cx.outbox.ui(UiCommand::Export { name, text });
            *export = None;
            false
        }
        Err(TryRecvError::Empty) => true,
        Err(TryRecvError::Disconnected) => {
            *export = None;
            false
        }
    }
}

/// The findings at these places, a line each.
pub fn findings(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    now: Timestamp,
    all: &[Finding],
    places: &[usize],
) -> String {
    let header = vec![
        t!(texts, "review-column-severity"),
        t!(texts, "review-rule"),
        t!(texts, "review-column-key"),
        t!(texts, "review-column-finding"),
        t!(texts, "review-why"),
        t!(texts, "review-column-people"),
        t!(texts, "review-people"),
        t!(texts, "user-roles"),
        t!(texts, "review-groups"),
        t!(texts, "review-column-reason"),
        t!(texts, "review-column-until"),
    ];
    let rows = rows(texts, catalogue, tenant, now, all);
    let chosen = places.iter().filter_map(|place| rows.get(*place));
    let lines = chosen.filter_map(|row| Some(line(texts, tenant, row, all.get(row.place)?)));
    let table = Table {
        header,
        rows: lines.collect(),
    };
    csv::to_string(&table)
}

fn line(texts: &Texts, tenant: &Tenant, row: &Row, finding: &Finding) -> Vec<Cell> {
    let people = finding.people.iter();
    let people: Vec<_> = people
        .filter_map(|id| tenant.user(*id))
        .map(|user| user.upn.as_str())
        .collect();
    let roles: Vec<_> = row.roles.iter().map(|role| role.name.as_str()).collect();
    let groups: Vec<_> = row.groups.iter().map(|(_, name)| name.as_str()).collect();
    let accepted = row.accepted.as_ref();
    let reason = accepted.map_or("", |it| it.reason.as_str());
    let until = accepted.map(|it| date(texts, it.until));
    let why = finding.why();
    vec![
        Cell::text(severity_word(texts, row.severity)),
        Cell::text(row.rule_label().unwrap_or_default()),
        Cell::text(row.key.to_text()),
        Cell::text(row.message.as_str()),
        Cell::text(why.get(texts.language())),
        Cell::Number(row.people),
        Cell::text(people.join("; ")),
        Cell::text(roles.join("; ")),
        Cell::text(groups.join("; ")),
        Cell::text(reason),
        Cell::text(until.unwrap_or_default()),
    ]
}

/// The people of a finding, a line each.
pub fn people(texts: &Texts, tenant: &Tenant, finding: &Finding) -> String {
    let header = vec![t!(texts, "user-name"), t!(texts, "user-upn")];
    let people = finding.people.iter();
    let people = people.filter_map(|id| tenant.user(*id));
    let rows = people.map(|user| {
        let name = Cell::text(&*user.profile.display_name);
        vec![name, Cell::text(user.upn.as_str())]
    });
    let table = Table {
        header,
        rows: rows.collect(),
    };
    csv::to_string(&table)
}
