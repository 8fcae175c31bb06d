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
use crate::exchange::changes::moment;
use crate::i18n::{Texts, date};
use crate::storage::{self, Opened, Problem, Progress};

/// The report on a file, and how to end.
pub fn run(options: &CheckOptions, surroundings: &Surroundings) -> Result<(String, Exit), Failure> {
    let language = surroundings.language;
    let known = print::shared(language)?;
    let opened = open(&options.file, known, language)?;
    let catalogue = &*known.for_tenant(&opened.tenant);
    let context = Context {
        catalogue,
        now: surroundings.now,
    };
    let mut findings = review(&context, &opened.tenant);
    if opened.changed_outside {
        // Before the other warnings, after the errors: it puts the rest in its light.
        let worse = |finding: &Finding| finding.is_open() && finding.severity() < Severity::Warning;
        let at = findings.partition_point(worse);
        findings.insert(at, Finding::changed_outside());
    }
    let history = History::of(opened.tenant.audit());
    if let Some(broken) = history.broken {
        findings.insert(0, Finding::history_broken(broken));
    }
    // What was accepted is told, and fails nothing.
    let open = findings.iter().any(Finding::is_open);
    let exit = if open { Exit::Findings } else { Exit::Clean };
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
        ReportFormat::Sarif => sarif(&report, &options.file),
    };
    Ok((text, exit))
}

/// The findings for a service that collects them. A file too large to be read twice tells no lines.
fn sarif(report: &Report<'_>, file: &Path) -> String {
    let bytes = storage::read_table(file, &Progress::new());
    let report = super::sarif::Report {
        file: &file.to_string_lossy(),
        bytes: &bytes.unwrap_or_default(),
        tenant: report.tenant,
        catalogue: report.catalogue,
        findings: report.findings,
        language: report.language,
    };
    report.text()
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
        let (open, accepted): (Vec<_>, Vec<_>) =
            self.findings.iter().partition(|finding| finding.is_open());
        for finding in &open {
            let severity = severity(finding.severity(), language);
            let rule = finding.rule().map(|rule| format!(" {}", rule.label()));
            let message = finding.message(self.catalogue);
            let _ = writeln!(
                text,
                "{severity}{}: {}",
                rule.unwrap_or_default(),
                on_one_line(message.get(language))
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
        for finding in &accepted {
            let _ = writeln!(text, "{}", self.accepted(finding));
        }
        let count = open.len();
        let [en, nl] = match count {
            0 => ["no findings".to_owned(), "geen bevindingen".to_owned()],
            1 => ["1 finding".to_owned(), "1 bevinding".to_owned()],
            _ => [format!("{count} findings"), format!("{count} bevindingen")],
        };
        let _ = writeln!(text, "{}", choose(language, en, nl));
        text
    }

    /// That a finding is accepted, why and until when.
    fn accepted(&self, finding: &Finding) -> String {
        let language = self.language;
        let message = finding.message(self.catalogue);
        let message = on_one_line(message.get(language));
        let Some(accepted) = &finding.accepted else {
            return message;
        };
        let until = date(&Texts::new(language).in_utc(), accepted.until);
        let reason = on_one_line(&accepted.reason);
        choose(
            language,
            format!("accepted until {until}: {message} ({reason})"),
            format!("geaccepteerd tot {until}: {message} ({reason})"),
        )
    }

    fn json(&self, file: &str) -> String {
        let findings = self.findings.iter().map(|finding| FindingJson {
            key: finding.key().to_text(),
            rule: finding.rule().map(Rule::label),
            severity: finding.severity().key(),
            message: finding
                .message(self.catalogue)
                .get(self.language)
                .to_owned(),
            why: finding.why().get(self.language).to_owned(),
            people: self.people(finding),
            roles: finding.roles.iter().map(ToString::to_string).collect(),
            groups: self.groups(finding),
            accepted: finding.accepted.as_ref().map(|accepted| AcceptedJson {
                reason: &accepted.reason,
                until: moment(accepted.until),
            }),
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

    fn groups(&self, finding: &Finding) -> Vec<&str> {
        let groups = finding.groups.iter();
        groups
            .filter_map(|id| self.tenant.groups().get(id))
            .map(|group| &*group.name)
            .collect()
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
    key: String,
    rule: Option<String>,
    severity: &'static str,
    message: String,
    why: String,
    people: Vec<&'a str>,
    roles: Vec<String>,
    groups: Vec<&'a str>,
    accepted: Option<AcceptedJson<'a>>,
}

#[derive(Serialize)]
struct AcceptedJson<'a> {
    reason: &'a str,
    until: String,
}

/// A text that can neither steer the terminal nor look like a line of its own: names of groups and
/// roles come from the file.
fn on_one_line(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => choose(language, "error", "fout"),
        Severity::Warning => choose(language, "warning", "waarschuwing"),
        Severity::Info => choose(language, "info", "info"),
    }
}
