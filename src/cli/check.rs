//! `mandate check`: opens a tenant file and reports what deserves attention.
//!
//! Opening checks the file's invariants, [`chain`] the history; [`crate::domain::review`] finds
//! the rest.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::args::{CheckOptions, ReportFormat};
use super::failure::{Failure, choose};
use super::{Exit, Surroundings, print};
use crate::domain::audit::AuditEntry;
use crate::domain::audit::chain::{self, ChainBreak};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::delegation::Context;
use crate::domain::language::Language;
use crate::domain::review::{Finding, Severity, review};
use crate::domain::rule::Rule;
use crate::domain::tenant::Tenant;
use crate::storage::{self, Opened, Problem, Progress};

/// The report on a file, and how to end.
pub fn run(options: &CheckOptions, surroundings: &Surroundings) -> Result<(String, Exit), Failure> {
    let language = surroundings.language;
    let catalogue = print::shared(language)?;
    let opened = open(&options.file, catalogue, language)?;
    let context = Context {
        catalogue,
        now: surroundings.now,
    };
    let mut findings = review(&context, &opened.tenant);
    if opened.changed_outside {
        findings.push(Finding::changed_outside());
        // Before the other warnings, after the errors: it puts the rest in its light.
        findings.sort_by_key(|finding| (finding.severity(), finding.rule().is_some()));
    }
    let history = History::of(opened.tenant.audit());
    if let Some(broken) = history.broken {
        findings.insert(0, Finding::history_broken(broken));
    }
    let exit = if findings.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    };
    let report = Report {
        tenant: &opened.tenant,
        catalogue,
        findings: &findings,
        history,
        language,
    };
    let text = match options.format {
        ReportFormat::Text => report.text(),
        ReportFormat::Json => report.json(&options.file.to_string_lossy()),
    };
    Ok((text, exit))
}

/// Opens a tenant file.
pub fn open(file: &Path, catalogue: &RoleCatalogue, language: Language) -> Result<Opened, Failure> {
    let known = |role| catalogue.role(role).is_some();
    storage::open(file, &known, &Progress::new()).map_err(|error| {
        let path = file.display();
        let failure = Failure::new(
            language,
            format!(
                "`{path}` can't be opened: {}",
                error.explain(Language::English)
            ),
            format!(
                "`{path}` kan niet worden geopend: {}",
                error.explain(Language::Dutch)
            ),
        );
        match error.problem {
            Problem::NewerVersion(_) => failure.hint(
                "a newer Mandate can read it",
                "een nieuwere Mandate kan het lezen",
            ),
            _ => failure,
        }
    })
}

/// Whether a history holds together.
struct History {
    entries: usize,
    /// How many stand at its beginning that were written before there was a chain.
    unchained: usize,
    broken: Option<ChainBreak>,
}

impl History {
    fn of(entries: &[AuditEntry]) -> Self {
        let chained = entries.iter().position(|entry| entry.hash.is_some());
        Self {
            entries: entries.len(),
            unchained: chained.unwrap_or(entries.len()),
            broken: chain::verify(entries).err(),
        }
    }

    /// What is worth knowing about it, and no finding.
    fn remark(&self, language: Language) -> Option<String> {
        let Self {
            entries, unchained, ..
        } = self;
        (*unchained > 0).then(|| {
            choose(
                language,
                format!(
                    "note: {unchained} of {entries} entries of the history were written before it was chained"
                ),
                format!(
                    "opmerking: {unchained} van {entries} items van de geschiedenis zijn van voordat die een keten was"
                ),
            )
        })
    }
}

/// How many people a finding names in a text; JSON names all.
const NAMED: usize = 20;

struct Report<'a> {
    tenant: &'a Tenant,
    catalogue: &'a RoleCatalogue,
    findings: &'a [Finding],
    history: History,
    language: Language,
}

impl Report<'_> {
    fn text(&self) -> String {
        let language = self.language;
        let mut text = String::new();
        for finding in self.findings {
            let severity = severity(finding.severity(), language);
            let rule = finding.rule().map(|rule| format!(" {}", rule.label()));
            let message = finding.message(self.catalogue);
            let _ = writeln!(
                text,
                "{severity}{}: {}",
                rule.unwrap_or_default(),
                message.get(language)
            );
            let people = self.people(finding);
            for name in people.iter().take(NAMED) {
                let _ = writeln!(text, "  {name}");
            }
            if people.len() > NAMED {
                let more = people.len() - NAMED;
                let [en, nl] = [format!("and {more} more"), format!("en nog {more}")];
                let _ = writeln!(text, "  {}", choose(language, en, nl));
            }
        }
        if let Some(remark) = self.history.remark(language) {
            let _ = writeln!(text, "{remark}");
        }
        let count = self.findings.len();
        let [en, nl] = match count {
            0 => ["no findings".to_owned(), "geen bevindingen".to_owned()],
            1 => ["1 finding".to_owned(), "1 bevinding".to_owned()],
            _ => [format!("{count} findings"), format!("{count} bevindingen")],
        };
        let _ = writeln!(text, "{}", choose(language, en, nl));
        text
    }

    fn json(&self, file: &str) -> String {
        let findings = self.findings.iter().map(|finding| FindingJson {
            rule: finding.rule().map(Rule::label),
            severity: finding.severity().key(),
            message: finding
                .message(self.catalogue)
                .get(self.language)
                .to_owned(),
            people: self.people(finding),
            roles: finding.roles.iter().map(ToString::to_string).collect(),
        });
        let report = ReportJson {
            file,
            findings: findings.collect(),
            history: HistoryJson {
                entries: self.history.entries,
                unchained: self.history.unchained,
                broken_at: self.history.broken.map(|at| at.number),
            },
        };
        // Texts and lists of texts can always be written as JSON.
        let json = serde_json::to_string_pretty(&report).unwrap_or_default();
        json + "\n"
    }

    fn people(&self, finding: &Finding) -> Vec<&str> {
        let people = finding.people.iter();
        people
            .filter_map(|id| self.tenant.user(*id))
            .map(|user| user.upn.as_str())
            .collect()
    }
}

#[derive(Serialize)]
struct ReportJson<'a> {
    file: &'a str,
    findings: Vec<FindingJson<'a>>,
    history: HistoryJson,
}

#[derive(Serialize)]
struct HistoryJson {
    entries: usize,
    unchained: usize,
    broken_at: Option<u32>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: Option<String>,
    severity: &'static str,
    message: String,
    people: Vec<&'a str>,
    roles: Vec<String>,
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => choose(language, "error", "fout"),
        Severity::Warning => choose(language, "warning", "waarschuwing"),
        Severity::Info => choose(language, "info", "info"),
    }
}
