//! The verdicts as CSV: made on a worker, since it can be a hundred thousand lines.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::report::Report;
use super::rows::{Row, mark_word, rows, words};
use crate::domain::catalogue::RoleCatalogue;
use crate::exchange::{Cell, Table, csv, people};
use crate::i18n::Texts;
use crate::t;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;

/// How many rows are put together at a time.
const PORTION: usize = 4_096;

/// An export that is under way: the name of its file, and the text that arrives.
pub struct Under {
    name: String,
    text: Receiver<String>,
}

/// Begins to write these records of the report.
pub fn verdicts(
    ctx: &egui::Context,
    cx: &ViewContext<'_>,
    report: &Report,
    submitted: bool,
    records: Arc<[u32]>,
) -> Under {
    let name = t!(cx.texts, "import-export-file");
    begin(ctx, cx, report, &name, move |texts, catalogue, report| {
        text(texts, catalogue, report, submitted, &records)
    })
}

/// Begins to write the refused rows as a file to correct and bring in again.
pub fn refused(ctx: &egui::Context, cx: &ViewContext<'_>, report: &Report) -> Under {
    let name = t!(cx.texts, "import-refused-file");
    begin(ctx, cx, report, &name, corrections)
}

fn begin(
    ctx: &egui::Context,
    cx: &ViewContext<'_>,
    report: &Report,
    name: &str,
    write: impl FnOnce(&Texts, &RoleCatalogue, &Report) -> String + Send + 'static,
) -> Under {
    let (sender, text) = channel();
    let texts = Texts::new(cx.texts.language());
    let catalogue = Arc::clone(cx.session.catalogue());
    let (report, ctx) = (report.clone(), ctx.clone());
    std::thread::spawn(move || {
        // Nobody listens any more when the wizard was closed meanwhile.
        let _ = sender.send(write(&texts, &catalogue, &report));
        ctx.request_repaint();
    });
    let name = format!("{name}.csv");
    Under { name, text }
}

/// Whether an export is under way; one that is finished is handed on.
pub fn is_under_way(cx: &mut ViewContext<'_>, export: &mut Option<Under>) -> bool {
    let Some(under) = export else {
        return false;
    };
    match under.text.try_recv() {
        Ok(text) => {
            let name = std::mem::take(&mut under.name);
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

/// The refused rows as a file to correct and bring in again.
pub fn corrections(texts: &Texts, catalogue: &RoleCatalogue, report: &Report) -> String {
    let rows = report.people.rows.iter().enumerate();
    let of_refused = rows.filter(|(_, row)| report.is_refused(row));
    let of_refused = of_refused.map(|(record, row)| {
        let errors = report.errors(row);
        let lines = errors.iter().map(|error| {
            let place = error.place(texts.language());
            format!("{place}: {}", words(texts, catalogue, error))
        });
        (record, lines.collect::<Vec<_>>().join("; "))
    });
    people::refused::table(&report.table, of_refused)
}

/// These records of the report, a line each.
pub fn text(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    report: &Report,
    submitted: bool,
    records: &[u32],
) -> String {
    let mut table = Table {
        header: vec![
            t!(texts, "import-line"),
            t!(texts, "user-name"),
            t!(texts, "user-upn"),
            t!(texts, "user-roles"),
            t!(texts, "import-verdict"),
            t!(texts, "import-why"),
        ],
        rows: Vec::with_capacity(records.len()),
    };
    for portion in records.chunks(PORTION) {
        let rows = rows(texts, catalogue, report, portion);
        let lines = rows.iter().map(|row| line(texts, row, submitted));
        table.rows.extend(lines);
    }
    csv::to_string(&table)
}

fn line(texts: &Texts, row: &Row, submitted: bool) -> Vec<Cell> {
    let roles: Vec<_> = row.roles.iter().map(|role| role.name.as_str()).collect();
    vec![
        Cell::Number(row.line as usize),
        Cell::text(&*row.name),
        Cell::text(&*row.user_name),
        Cell::text(roles.join("; ")),
        Cell::text(mark_word(texts, row.mark, submitted)),
        Cell::text(row.whole().replace('\n', "; ")),
    ]
}
