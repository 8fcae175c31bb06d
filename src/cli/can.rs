//! `mandate can`: may someone do something, by which rules, and what would let them.

use serde::Serialize;

mod question;

use std::fmt::Write as _;

use super::args::{CanOptions, ListFormat};
use super::failure::Failure;
use super::subject::Subject;
use super::words::{Words, harmless};
use super::{Exit, Surroundings};
use crate::domain::apply::{Assent, Impossible, Refusal, apply};
use crate::domain::command::Command;
use crate::domain::decision::{Decision, Reason};
use crate::domain::delegation::decide;
use crate::domain::effective::{Allowing, least_changes};
use crate::domain::role::{DirectoryScope, RoleTemplateId};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::UserId;
use crate::exchange::{Cell, Table, csv};
use crate::i18n::Texts;
use crate::i18n::rule_text::{RuleText, rule_texts};
use crate::t;

/// How many changes that would allow it are told.
const MOST: usize = 3;

/// The answer, and how to end.
pub fn run(options: &CanOptions, surroundings: &Surroundings) -> Result<(String, Exit), Failure> {
    let language = surroundings.language;
    let subject = Subject::open(&options.file, surroundings)?;
    let actor = subject.person(&options.account)?;
    let asked = question::asked(&subject, options, language)?;
    let (context, tenant) = (subject.context(), &subject.tenant);
    let decision = decide(&context, tenant, actor.id, &asked.command);
    let impossible = impossible(&subject, actor.id, &asked.command, &decision);
    let changes = if decision.is_allowed() {
        Vec::new()
    } else {
        least_changes(&context, tenant, actor.id, &asked.command, MOST)
    };
    let words = Words::new(language, context.catalogue, tenant, context.now);
    let told = Told {
        words: &words,
        actor: actor.upn.as_str(),
        about: &asked.about,
        decision: &decision,
        impossible: impossible.map(|why| why_not(&words.texts, &why)),
        changes: &changes,
    };
    let text = match options.format {
        ListFormat::Csv => csv::to_string(&told.table()),
        ListFormat::Json => {
            let answer = AnswerJson {
                actor: told.actor,
                operation: options.operation.key(),
                target: asked.target.as_deref(),
                verdict: told.verdict(),
                reasons: told.table(),
            };
            // Texts and lists of texts can always be written as JSON.
            serde_json::to_string_pretty(&answer).unwrap_or_default() + "\n"
        }
        ListFormat::Text => harmless(&told.text()),
    };
    let exit = if told.is_allowed() {
        Exit::Clean
    } else {
        Exit::Refused
    };
    Ok((text, exit))
}

/// Why it can't be done although no rule refuses it, found by doing it on a copy.
fn impossible(
    subject: &Subject,
    actor: UserId,
    command: &Command,
    decision: &Decision,
) -> Option<Impossible> {
    if !decision.is_allowed() {
        return None;
    }
    let mut copy = subject.tenant.clone();
    // Whether a reason would be asked for is told apart.
    let assent = Assent::because("?");
    match apply(&subject.context(), &mut copy, actor, command, &assent) {
        Err(Refusal::Impossible(why)) => Some(why),
        Ok(_) | Err(Refusal::Policy(_) | Refusal::NeedsReason(_)) => None,
    }
}

/// What can't be done, in words. The values that are tried are sound, so that little is left.
fn why_not(texts: &Texts, why: &Impossible) -> String {
    match why {
        Impossible::OwnAccount => t!(texts, "impossible-own-account"),
        Impossible::KeptNoLonger(days) => t!(texts, "impossible-kept-no-longer", count = *days),
        Impossible::HoldsRoles(name) => {
            t!(texts, "impossible-holds-roles", name = name.to_string())
        }
        Impossible::NoSeats {
            subscription,
            seats,
        } => t!(
            texts,
            "impossible-no-seats",
            name = subscription.to_string(),
            count = *seats
        ),
        other => t!(texts, "impossible-other", text = other.to_string()),
    }
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    actor: &'a str,
    operation: &'static str,
    target: Option<&'a str>,
    verdict: &'static str,
    reasons: Table,
}

struct Told<'a> {
    words: &'a Words<'a>,
    actor: &'a str,
    about: &'a str,
    decision: &'a Decision,
    impossible: Option<String>,
    changes: &'a [Allowing],
}

impl Told<'_> {
    fn is_allowed(&self) -> bool {
        self.decision.is_allowed() && self.impossible.is_none()
    }

    fn verdict(&self) -> &'static str {
        if self.is_allowed() {
            "allowed"
        } else {
            "refused"
        }
    }

    fn text(&self) -> String {
        let words = self.words;
        let verdict = if self.is_allowed() {
            words.choose("allowed", "toegestaan")
        } else {
            words.choose("refused", "geweigerd")
        };
        let mut text = String::new();
        let _ = writeln!(text, "{verdict}: {}: {}", self.actor, self.about);
        for rule in self.rules(self.decision.refusals()) {
            let _ = writeln!(text, "  {}", rule.line());
        }
        if let Some(why) = &self.impossible {
            let _ = writeln!(text, "  {why}");
        }
        let apart = [
            (
                words.choose("asks for a reason", "vraagt om een reden"),
                self.decision.confirmations(),
            ),
            (
                words.choose("to be known", "goed om te weten"),
                self.decision.warnings(),
            ),
        ];
        for (heading, reasons) in apart {
            for rule in self.rules(reasons) {
                let _ = writeln!(text, "  {heading}: {}", rule.line());
            }
        }
        if self.decision.is_allowed() {
            return text;
        }
        if self.changes.is_empty() {
            let no = words.choose(
                "no role would make it allowed",
                "met geen enkele rol zou het zijn toegestaan",
            );
            let _ = writeln!(text, "{no}");
            return text;
        }
        let after = words.choose("would be allowed after", "zou zijn toegestaan na");
        let _ = writeln!(text, "{after}");
        for change in self.changes {
            let _ = writeln!(text, "  {}", self.change(change));
        }
        text
    }

    fn rules(&self, reasons: &[Reason]) -> Vec<RuleText> {
        let words = self.words;
        rule_texts(words.language(), words.catalogue, reasons)
    }

    fn change(&self, change: &Allowing) -> String {
        let words = self.words;
        match change {
            Allowing::TakeUp(held) => {
                let (role, how) = (
                    words.role(held.role),
                    words.how(held, HeldThrough::Directly),
                );
                words.choose(
                    format!("taking up {role}{how}"),
                    format!("activeren van {role}{how}"),
                )
            }
            Allowing::Assign { role, scope } => {
                let (role, actor) = (words.role(*role), self.actor);
                let over = match self.unit(*scope) {
                    Some(unit) => format!(" ({})", t!(words.texts, "editor-in-unit", unit = unit)),
                    None => String::new(),
                };
                words.choose(
                    format!("assigning {role}{over} to {actor}"),
                    format!("toewijzen van {role}{over} aan {actor}"),
                )
            }
        }
    }

    fn unit(&self, scope: DirectoryScope) -> Option<String> {
        let DirectoryScope::AdministrativeUnit(id) = scope else {
            return None;
        };
        let unit = self.words.tenant.administrative_units().get(&id);
        Some(unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string()))
    }

    /// A line a reason and a line a change that would allow it; one at least.
    fn table(&self) -> Table {
        let header = [
            "verdict",
            "kind",
            "rule",
            "text",
            "instead",
            "role",
            "template_id",
            "scope",
        ];
        let absent = || [Cell::Absent, Cell::Absent, Cell::Absent];
        let row = |kind: Cell, rule: [Cell; 3], change: [Cell; 3]| {
            let begin = [Cell::text(self.verdict()), kind].into_iter();
            begin.chain(rule).chain(change).collect::<Vec<_>>()
        };
        let reasons = [
            ("refusal", self.decision.refusals()),
            ("confirmation", self.decision.confirmations()),
            ("warning", self.decision.warnings()),
        ];
        let mut rows = Vec::new();
        for (kind, reasons) in reasons {
            for rule in self.rules(reasons) {
                let cells = [
                    rule.label.map_or(Cell::Absent, Cell::Text),
                    Cell::Text(rule.sentence),
                    Cell::text(rule.instead),
                ];
                rows.push(row(Cell::text(kind), cells, absent()));
            }
        }
        if let Some(why) = &self.impossible {
            let cells = [Cell::Absent, Cell::text(why.as_str()), Cell::Absent];
            rows.push(row(Cell::text("impossible"), cells, absent()));
        }
        for change in self.changes {
            let (kind, role, scope) = match change {
                Allowing::TakeUp(held) => ("take_up", held.role, held.scope),
                Allowing::Assign { role, scope } => ("assign", *role, *scope),
            };
            let change = self.of_change(role, scope);
            rows.push(row(Cell::text(kind), absent(), change));
        }
        if rows.is_empty() {
            rows.push(row(Cell::Absent, absent(), absent()));
        }
        Table {
            header: header.map(str::to_owned).to_vec(),
            rows,
        }
    }

    fn of_change(&self, id: RoleTemplateId, scope: DirectoryScope) -> [Cell; 3] {
        let names = self.words.catalogue.names(id);
        let name = names.map(|names| Cell::text(&*names.en));
        [
            name.unwrap_or(Cell::Absent),
            Cell::Text(id.to_string()),
            Cell::Text(self.unit(scope).unwrap_or_else(|| "/".to_owned())),
        ]
    }
}
