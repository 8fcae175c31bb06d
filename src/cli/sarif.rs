//! Findings as SARIF 2.1.0, which code-scanning services collect.
//!
//! Each sort of finding is a rule; a finding is a result at the line of the first person it
//! concerns, the others stand beside. What was accepted is suppressed and keeps its reason.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::Language;
use crate::domain::review::{Finding, Severity};
use crate::domain::tenant::Tenant;
use crate::domain::user::{User, UserId};

/// How many people stand beside a result.
const BESIDE: usize = 100;
/// What a line of a tenant file begins with that holds a person; their id follows.
const PERSON: &str = "User(id: \"";

/// What there is to report.
pub struct Report<'a> {
    /// The file, as it was named.
    pub file: &'a str,
    /// Its bytes, where people can be looked up; empty otherwise.
    pub bytes: &'a [u8],
    /// What it holds.
    pub tenant: &'a Tenant,
    /// The roles.
    pub catalogue: &'a RoleCatalogue,
    /// What was found.
    pub findings: &'a [Finding],
    /// The language of the messages.
    pub language: Language,
}

impl Report<'_> {
    /// The report as a text.
    pub fn text(&self) -> String {
        let lines = self.lines();
        let results: Vec<_> = (self.findings.iter().enumerate())
            .map(|(at, finding)| {
                let others = self.findings.get(..at).unwrap_or_default();
                self.result(finding, others, &lines)
            })
            .collect();
        let report = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {
                    "driver": {
                        "name": "Mandate",
                        "semanticVersion": env!("CARGO_PKG_VERSION"),
                        "language": self.language.tag(),
                        "rules": self.rules(),
                    },
                },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        });
        // Texts and lists of texts can always be written as JSON.
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    }

    /// The sorts of findings that occur, each once, in their order.
    fn rules(&self) -> Vec<Value> {
        let mut ids = Vec::new();
        let mut rules = Vec::new();
        for finding in self.findings {
            let id = finding.kind.code().key();
            if ids.contains(&id) {
                continue;
            }
            ids.push(id);
            let short = match finding.rule() {
                Some(rule) => format!("{}: {}", rule.label(), rule.sentence(self.language)),
                None => (finding.message(self.catalogue))
                    .get(self.language)
                    .to_owned(),
            };
            let why = finding.why();
            let why = json!({ "text": why.get(self.language) });
            rules.push(json!({
                "id": id,
                "shortDescription": { "text": short },
                "fullDescription": why,
                "help": why,
                "defaultConfiguration": { "level": level(finding.severity()) },
            }));
        }
        rules
    }

    fn result(
        &self,
        finding: &Finding,
        others: &[Finding],
        lines: &HashMap<UserId, usize>,
    ) -> Value {
        let message = finding.message(self.catalogue);
        let id = finding.kind.code().key();
        let people: Vec<&User> = finding
            .people
            .iter()
            .filter_map(|id| self.tenant.user(*id))
            .collect();
        let first = people.first().map(|user| user.id);
        let beside = people.iter().skip(1).take(BESIDE).map(|user| {
            let mut location = self.location(Some(user.id), lines);
            if let Some(fields) = location.as_object_mut() {
                let text = json!({ "text": user.upn.as_str() });
                fields.insert("message".to_owned(), text);
            }
            location
        });
        let beside: Vec<_> = beside.collect();
        let mut result = json!({
            "ruleId": id,
            "level": level(finding.severity()),
            "message": { "text": Self::told(message.get(self.language), &people) },
            "locations": [self.location(first, lines)],
            "partialFingerprints": { "mandate/v1": fingerprint(finding, others) },
        });
        if let Some(fields) = result.as_object_mut() {
            if !beside.is_empty() {
                fields.insert("relatedLocations".to_owned(), beside.into());
            }
            if let Some(accepted) = &finding.accepted {
                let suppression = json!([{
                    "kind": "external",
                    "status": "accepted",
                    "justification": accepted.reason,
                }]);
                fields.insert("suppressions".to_owned(), suppression);
            }
        }
        result
    }

    /// The message with who it is about, where that is one person.
    fn told(message: &str, people: &[&User]) -> String {
        match people {
            [user] => format!("{message}: {}", user.upn.as_str()),
            _ => message.to_owned(),
        }
    }

    fn location(&self, person: Option<UserId>, lines: &HashMap<UserId, usize>) -> Value {
        let artifact = json!({ "uri": uri(self.file) });
        let line = person.and_then(|id| lines.get(&id));
        let place = match line {
            Some(line) => json!({
                "artifactLocation": artifact,
                "region": { "startLine": line },
            }),
            None => json!({ "artifactLocation": artifact }),
        };
        json!({ "physicalLocation": place })
    }

    /// The lines of the people concerned, counted from 1.
    fn lines(&self) -> HashMap<UserId, usize> {
        let mut wanted = HashMap::new();
        for id in self.findings.iter().flat_map(|finding| &finding.people) {
            wanted.insert(id.0.to_string(), *id);
        }
        let mut lines = HashMap::with_capacity(wanted.len());
        for (number, line) in (1..).zip(self.bytes.split(|byte| *byte == b'\n')) {
            let Some(rest) = line.strip_prefix(PERSON.as_bytes()) else {
                continue;
            };
            let id = rest.split(|byte| *byte == b'"').next();
            let id = id.and_then(|id| std::str::from_utf8(id).ok());
            if let Some(user) = id.and_then(|id| wanted.get(id)) {
                lines.insert(*user, number);
            }
        }
        lines
    }
}

/// What a finding is known by from one report to the next, whomever it concerns. Of one that is
/// accepted for some and open for others, the second says so.
fn fingerprint(finding: &Finding, others: &[Finding]) -> String {
    let key = finding.key();
    let mut text = key.to_text();
    if others.iter().any(|other| other.key() == key) {
        text.push_str("/accepted");
    }
    text
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative or an absolute URI reference.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = String::new();
    let drive = path.get(1..3) == Some(":/");
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if drive {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) || (drive && byte == b':') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uris() {
        for (path, expected) in [
            ("a b/tenant.ron", "a%20b/tenant.ron"),
            ("/tmp/é.ron", "file:///tmp/%C3%A9.ron"),
            ("C:\\x\\y.ron", "file:///C:/x/y.ron"),
            ("a:b#c.ron", "a%3Ab%23c.ron"),
        ] {
            assert_eq!(uri(path), expected, "{path}");
        }
    }
}
