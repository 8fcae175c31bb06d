//! The results as CSV: made on a worker, since it can be a hundred thousand lines.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::State;
use super::report::Report;
use super::rows::{Row, mark_word, rows};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::tenant::Tenant;
use crate::exchange::{Cell, Table, csv};
use crate::i18n::Texts;
use crate::t;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;

/// How many rows are put together at a time.
const PORTION: usize = 4_096;

/// Begins to write these places of the report; the text arrives later.
pub fn begin(
    ctx: &egui::Context,
    cx: &ViewContext<'_>,
    report: &Report,
    submitted: bool,
    places: Arc<[u32]>,
) -> Receiver<String> {
    let (sender, receiver) = channel();
    let texts = Texts::new(cx.texts.language()).in_utc();
    let catalogue = Arc::clone(cx.session.catalogue());
    let (tenant, report, ctx) = (cx.session.tenant().clone(), report.clone(), ctx.clone());
    std::thread::spawn(move || {
        let text = text(&texts, &catalogue, &tenant, &report, submitted, &places);
        // Nobody listens any more when the wizard was closed meanwhile.
        let _ = sender.send(text);
        ctx.request_repaint();
    });
    receiver
}

/// Whether an export is under way; one that is finished is handed on.
pub fn under_way(cx: &mut ViewContext<'_>, state: &mut State) -> bool {
    let Some(export) = &state.export else {
        return false;
    };
    match export.try_recv() {
        Ok(text) => {
            let name = format!("{}.csv", t!(cx.texts, "bulk-export-file"));
            cx.outbox.ui(UiCommand::Export { name, text });
            state.export = None;
            false
        }
        Err(TryRecvError::Empty) => true,
        Err(TryRecvError::Disconnected) => {
            state.export = None;
            false
        }
    }
}

/// These places of the report, a line each.
pub fn text(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    tenant: &Tenant,
    report: &Report,
    submitted: bool,
    places: &[u32],
) -> String {
    let header = vec![
        t!(texts, "user-name"),
        t!(texts, "user-upn"),
        t!(texts, "bulk-column-outcome"),
        t!(texts, "bulk-column-rules"),
        t!(texts, "bulk-column-what"),
    ];
    let mut table = Table {
        header,
        rows: Vec::with_capacity(places.len()),
    };
    for portion in places.chunks(PORTION) {
        let rows = rows(texts, catalogue, tenant, report, portion);
        let lines = rows.iter().map(|row| line(texts, row, submitted));
        table.rows.extend(lines);
    }
    csv::to_string(&table)
}

fn line(texts: &Texts, row: &Row, submitted: bool) -> Vec<Cell> {
    vec![
        Cell::text(&*row.name),
        Cell::text(&*row.upn),
        Cell::text(mark_word(texts, row.mark, submitted)),
        Cell::text(row.rules.join(" ")),
        Cell::text(row.whole().replace('\n', "; ")),
    ]
}
