//! What stands in the rows: the line, the person, their roles, the verdict, and why.

use super::report::Report;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::role::RoleTemplateId;
use crate::domain::user::DelegatedAdministration;
use crate::exchange::people::row::{PersonRow, RowError, RowProblem};
use crate::i18n::Texts;
use crate::t;
use crate::ui::refusal;
use crate::ui::rule_text::{RuleText, rule_texts};

/// What a verdict is, at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They are added.
    Added,
    /// They are added, and a rule calls it unwise.
    Warned,
    /// They are refused.
    Refused,
}

/// A role in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleName {
    /// Its name.
    pub name: String,
    /// Whether it is privileged.
    pub privileged: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number of the record.
    pub record: u32,
    /// The line it begins on.
    pub line: u32,
    /// The display name, or what stands for it.
    pub name: String,
    /// The user name.
    pub user_name: String,
    /// The roles, the privileged first, and the level of delegated administration.
    pub roles: Vec<RoleName>,
    /// The verdict at a glance.
    pub mark: Mark,
    /// Why: column and rule, and in words; one each.
    pub why: Vec<(String, String)>,
}

impl Row {
    /// Why, a line each.
    pub fn whole(&self) -> String {
        let lines = self.why.iter().map(|(place, words)| {
            if place.is_empty() {
                words.clone()
            } else {
                format!("{place}: {words}")
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The rows of these records.
pub fn rows(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    report: &Report,
    records: &[u32],
) -> Vec<Row> {
    let each = records.iter();
    each.filter_map(|record| row(texts, catalogue, report, *record))
        .collect()
}

fn row(texts: &Texts, catalogue: &RoleCatalogue, report: &Report, record: u32) -> Option<Row> {
    let person = report.row(record as usize)?;
    let language = texts.language();
    let errors = report.errors(person);
    let warnings = report.warnings(person);
    let (mark, why) = if report.is_refused(person) {
        let why = errors.iter().map(|error| {
            let place = capital(&error.cell(language));
            (place, words(texts, catalogue, error))
        });
        (Mark::Refused, why.collect())
    } else {
        let rules = rule_texts(language, catalogue, warnings);
        let why = rules.into_iter().map(|rule: RuleText| {
            let words = format!("{} {}", rule.sentence, rule.instead);
            (rule.label.unwrap_or_default(), words.trim_end().to_owned())
        });
        let mark = if warnings.is_empty() {
            Mark::Added
        } else {
            Mark::Warned
        };
        (mark, why.collect())
    };
    Some(Row {
        record,
        line: person.line,
        name: match person.name.trim() {
            "" => t!(texts, "import-no-name"),
            name => one_line(name),
        },
        user_name: one_line(&person.user_name),
        roles: roles(texts, catalogue, person),
        mark,
        why,
    })
}

/// What is wrong, in words.
pub fn words(texts: &Texts, catalogue: &RoleCatalogue, error: &RowError) -> String {
    match &error.problem {
        RowProblem::Impossible(why) => refusal::impossible(texts, why),
        problem => capital(&problem.explain(texts.language(), catalogue)),
    }
}

/// The word of a verdict: what would be, or what became.
pub fn mark_word(texts: &Texts, mark: Mark, submitted: bool) -> String {
    match (mark, submitted) {
        (Mark::Added | Mark::Warned, false) => t!(texts, "import-will-be-added"),
        (Mark::Added | Mark::Warned, true) => t!(texts, "import-added"),
        (Mark::Refused, _) => t!(texts, "import-refused"),
    }
}

fn roles(texts: &Texts, catalogue: &RoleCatalogue, person: &PersonRow) -> Vec<RoleName> {
    let name = |id: &RoleTemplateId| {
        let role = catalogue.role(*id);
        RoleName {
            name: role.map_or_else(
                || id.to_string(),
                |role| role.name.get(texts.language()).to_owned(),
            ),
            privileged: role.is_some_and(|role| role.privileged),
        }
    };
    let mut roles: Vec<_> = person.roles.iter().map(name).collect();
    let level = match person.delegated {
        DelegatedAdministration::None => None,
        DelegatedAdministration::Limited => Some(t!(texts, "import-delegated-limited")),
        DelegatedAdministration::Full => Some(t!(texts, "import-delegated-full")),
    };
    roles.extend(level.map(|name| RoleName {
        name,
        privileged: true,
    }));
    roles.sort_by(|one, other| {
        let key = |role: &RoleName| (!role.privileged, role.name.clone());
        key(one).cmp(&key(other))
    });
    roles
}

/// A text from a file without what turns or breaks the line it stands on.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|letter| {
            let turns = matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
            if letter.is_control() || turns {
                '?'
            } else {
                letter
            }
        })
        .collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
