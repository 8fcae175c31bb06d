//! `mandate diff`: what differs between two tenant files.

use std::fmt::Write as _;

use serde::Serialize;

use super::args::{DiffOptions, ListFormat};
use super::check::open;
use super::failure::{Failure, choose};
use super::{Exit, Surroundings, print};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::{Diff, Section, Way};
use crate::domain::language::Language;
use crate::exchange::{Table, changes, csv};
use crate::i18n::Texts;
use crate::i18n::change_words::{Parts, difference_parts, history_parts, section_name};

/// The report on two files, and how to end.
pub fn run(options: &DiffOptions, surroundings: &Surroundings) -> Result<(String, Exit), Failure> {
    let language = surroundings.language;
    let catalogue = print::shared(language)?;
    let before = open(&options.before, catalogue, language)?;
    let after = open(&options.after, catalogue, language)?;
    let diff = Diff::between(&before.tenant, &after.tenant);
    let exit = if diff.is_same() {
        Exit::Clean
    } else {
        Exit::Findings
    };
    let table = || changes::differences(catalogue, &diff, |_| true);
    let report = match options.format {
        ListFormat::Text => text(catalogue, language, &diff),
        ListFormat::Csv => csv::to_string(&table()),
        ListFormat::Json => {
            let report = ReportJson {
                before: &options.before.to_string_lossy(),
                after: &options.after.to_string_lossy(),
                same: diff.is_same(),
                differences: table(),
            };
            // Texts and lists of texts can always be written as JSON.
            serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
        }
    };
    Ok((report, exit))
}

#[derive(Serialize)]
struct ReportJson<'a> {
    before: &'a str,
    after: &'a str,
    same: bool,
    differences: Table,
}

/// For people: a section each, a line each.
fn text(catalogue: &RoleCatalogue, language: Language, diff: &Diff) -> String {
    let texts = Texts::new(language).in_utc();
    let mut text = String::new();
    let mut section = None;
    let mut line = |text: &mut String, of: Section, way: Way, parts: Parts| {
        if section != Some(of) {
            section = Some(of);
            let _ = writeln!(text, "{}", section_name(&texts, of));
        }
        let mark = match way {
            Way::Came => '+',
            Way::Went => '-',
            Way::Changed => '~',
        };
        let words = if of == Section::History {
            parts.what
        } else {
            parts.line(&texts)
        };
        // What came from a file can't steer the terminal.
        let words = words.replace(char::is_control, "\u{fffd}");
        let _ = writeln!(text, "  {mark} {words}");
    };
    for difference in &diff.differences {
        let parts = difference_parts(&texts, catalogue, &diff.names, difference);
        line(&mut text, difference.section(), difference.way(), parts);
    }
    if let Some((way, parts)) = history_parts(&texts, diff) {
        line(&mut text, Section::History, way, parts);
    }
    let count = diff.count();
    let [en, nl] = match count {
        0 => ["no differences".to_owned(), "geen verschillen".to_owned()],
        1 => ["1 difference".to_owned(), "1 verschil".to_owned()],
        _ => [
            format!("{count} differences"),
            format!("{count} verschillen"),
        ],
    };
    let _ = writeln!(text, "{}", choose(language, en, nl));
    text
}
