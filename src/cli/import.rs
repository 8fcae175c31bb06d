//! `mandate import`: brings people with their roles into a tenant file.
//!
//! What may be done is done, what may not is told with line, column and rule; the same gate
//! judges as in the window. A table whose headings no template has is left to the window, where
//! its columns can be chosen.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use super::args::{ImportFormat, ImportOptions};
use super::check::open;
use super::failure::{Failure, choose};
use super::{Exit, Surroundings};
use crate::catalogue;
use crate::domain::apply::{Assent, Verdict};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::Language;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;
use crate::exchange::people::mapping::Format;
use crate::exchange::people::row::{People, PersonRow, RowError, people};
use crate::exchange::people::table::PeopleTable;
use crate::exchange::people::values;
use crate::exchange::{Cell, Table, csv};
use crate::session::{Session, SignInError, system_clock};
use crate::storage::{self, Fingerprint, OnConflict, OpenError, Progress};

/// Brings them in, and tells of each.
pub fn run(
    options: &ImportOptions,
    surroundings: &Surroundings,
) -> Result<(String, Exit), Failure> {
    let language = surroundings.language;
    let catalogue = catalogue::shared().map_err(|error| {
        let error = error.to_string();
        Failure::new(language, error.clone(), error)
    })?;
    let opened = open(&options.file, catalogue, language)?;
    let fingerprint = opened.fingerprint;
    let mut session = Session::opened(opened.tenant, Arc::clone(catalogue), system_clock);
    sign_in(&mut session, &options.account, language)?;
    let table = table(&options.people, language)?;
    let code = country_code(options.country_code.as_deref(), language)?;
    let found = people(
        &table,
        table.mapping(),
        code.as_deref(),
        session.tenant(),
        catalogue,
        &mut || UserId(Uuid::new_v4()),
        &mut |_| true,
    );
    let found = found.unwrap_or_default();
    let verdicts = verdicts(&mut session, &found, options);
    if session.is_dirty() && !options.dry_run {
        save(&session, &options.file, &fingerprint, language)?;
    }
    let report = Report {
        table: &table,
        people: &found,
        verdicts: &verdicts,
        catalogue,
        language,
        dry_run: options.dry_run,
    };
    let refused = found.rows.iter().any(|row| report.is_refused(row));
    let exit = if refused { Exit::Findings } else { Exit::Clean };
    let text = match options.format {
        ImportFormat::Text => report.text(),
        ImportFormat::Csv => csv::to_string(&report.csv()),
    };
    Ok((text, exit))
}

fn sign_in(session: &mut Session, account: &str, language: Language) -> Result<(), Failure> {
    let user = session.tenant().users().by_upn(account);
    let id = user.map(|user| user.id);
    let outcome = id.map_or(Err(SignInError::Unknown), |id| session.sign_in(id));
    outcome.map_err(|error| {
        let [en, nl] = match error {
            SignInError::Unknown => ["there is no such account", "er is geen zo'n account"],
            SignInError::Blocked => [
                "sign-in is blocked for this account",
                "aanmelden is voor dit account geblokkeerd",
            ],
        };
        Failure::new(
            language,
            format!("`{account}`: {en}"),
            format!("`{account}`: {nl}"),
        )
    })
}

fn table(path: &Path, language: Language) -> Result<PeopleTable, Failure> {
    let failure = |en: String, nl: String| {
        Failure::new(
            language,
            format!("`{}` can't be read: {en}", path.display()),
            format!("`{}` kan niet worden gelezen: {nl}", path.display()),
        )
    };
    let bytes = storage::read_table(path, &Progress::new()).map_err(|error: OpenError| {
        failure(
            error.explain(Language::English),
            error.explain(Language::Dutch),
        )
    })?;
    let table = PeopleTable::read(bytes).map_err(|error| {
        failure(
            error.explain(Language::English),
            error.explain(Language::Dutch),
        )
    })?;
    if matches!(table.format(), Format::Unknown { .. }) {
        return Err(failure(
            "the headings are of no template that is known".to_owned(),
            "de kopteksten zijn van geen bekend sjabloon".to_owned(),
        )
        .hint(
            "choose its columns in the window, or use the headings of the template that is saved there",
            "kies de kolommen in het venster, of gebruik de kopteksten van het sjabloon dat daar wordt opgeslagen",
        ));
    }
    Ok(table)
}

fn country_code(typed: Option<&str>, language: Language) -> Result<Option<Box<str>>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    let code = values::country_code(typed);
    code.map(Some).ok_or_else(|| {
        Failure::new(
            language,
            format!("`{typed}` is not a country code"),
            format!("`{typed}` is geen landnummer"),
        )
        .hint(
            "give + and one to three digits, such as +31",
            "geef + en één tot drie cijfers, zoals +31",
        )
    })
}

/// What became, or would become, of each Command.
fn verdicts(session: &mut Session, found: &People, options: &ImportOptions) -> Vec<Verdict> {
    let nothing = || crate::domain::command::Command::Batch(Vec::new());
    let command = |_: &Tenant, number: usize| {
        let command = found.commands.get(number);
        command.cloned().unwrap_or_else(nothing)
    };
    let count = found.commands.len();
    // Someone is signed in, and nobody stops it.
    if options.dry_run {
        let told = session.rehearse_each(count, &command, &mut |_| true);
        return told
            .ok()
            .flatten()
            .map(|it| it.verdicts)
            .unwrap_or_default();
    }
    let assent = Assent {
        reason: options.reason.as_deref().map(Into::into),
        ticket: options.ticket.as_deref().map(Into::into),
        ..Assent::default()
    };
    let done = session.execute_each(count, &command, &assent, &mut |_| true);
    done.ok()
        .flatten()
        .map(|it| it.verdicts)
        .unwrap_or_default()
}

fn save(
    session: &Session,
    path: &Path,
    fingerprint: &Fingerprint,
    language: Language,
) -> Result<(), Failure> {
    let (snapshot, progress) = (session.tenant().snapshot(), Progress::new());
    let conflict = OnConflict::Refuse;
    let saved = storage::save(&snapshot, path, Some(fingerprint), conflict, &progress);
    saved.map(|_| ()).map_err(|error| {
        let path = path.display();
        Failure::new(
            language,
            format!(
                "`{path}` can't be written, so no one was added: {}",
                error.explain(Language::English)
            ),
            format!(
                "`{path}` kan niet worden geschreven, dus er is niemand toegevoegd: {}",
                error.explain(Language::Dutch)
            ),
        )
    })
}

struct Report<'a> {
    table: &'a PeopleTable,
    people: &'a People,
    verdicts: &'a [Verdict],
    catalogue: &'a RoleCatalogue,
    language: Language,
    dry_run: bool,
}

impl Report<'_> {
    fn errors(&self, row: &PersonRow) -> Vec<RowError> {
        match &row.outcome {
            Err(errors) => errors.clone(),
            Ok(number) => match self.verdicts.get(*number as usize) {
                Some(Verdict::Refused(refusal)) => {
                    row.refused(refusal, self.table, self.table.mapping())
                }
                _ => Vec::new(),
            },
        }
    }

    fn is_refused(&self, row: &PersonRow) -> bool {
        match &row.outcome {
            Err(_) => true,
            Ok(number) => self
                .verdicts
                .get(*number as usize)
                .is_none_or(Verdict::is_refused),
        }
    }

    /// For people: what was refused, then the counts.
    fn text(&self) -> String {
        let language = self.language;
        let mut text = String::new();
        let (mut added, mut refused) = (0_usize, 0_usize);
        for row in &self.people.rows {
            if !self.is_refused(row) {
                added += 1;
                continue;
            }
            refused += 1;
            for error in self.errors(row) {
                let words = error.explain(language, self.catalogue);
                // What came from a file can't steer the terminal.
                let words = words.replace(char::is_control, "\u{fffd}");
                let _ = writeln!(text, "{words}");
            }
        }
        let passwords = self.table.passwords();
        if passwords > 0 {
            let words = choose(
                language,
                "initial passwords dropped",
                "initiële wachtwoorden weggelaten",
            );
            let _ = writeln!(text, "{passwords} {words}");
        }
        let words = if self.dry_run {
            choose(language, "would be added", "zouden worden toegevoegd")
        } else {
            choose(language, "added", "toegevoegd")
        };
        let not = choose(language, "refused", "geweigerd");
        let _ = writeln!(text, "{added} {words}, {refused} {not}");
        text
    }

    /// For programs: everybody, by keys.
    fn csv(&self) -> Table {
        let header = ["line", "user_name", "verdict", "column", "rule", "why"];
        let mut rows = Vec::new();
        for row in &self.people.rows {
            let begin = |verdict: &str| {
                vec![
                    Cell::Number(row.line as usize),
                    Cell::text(&*row.user_name),
                    Cell::text(verdict),
                ]
            };
            if !self.is_refused(row) {
                let mut cells = begin("added");
                cells.extend([Cell::Absent, Cell::Absent, Cell::Absent]);
                rows.push(cells);
                continue;
            }
            for error in self.errors(row) {
                let mut cells = begin("refused");
                let column = error.column.as_deref().map_or(Cell::Absent, Cell::text);
                let rule = error
                    .rule
                    .map_or(Cell::Absent, |rule| Cell::text(rule.label()));
                let why = error.problem.explain(self.language, self.catalogue);
                cells.extend([column, rule, Cell::text(why)]);
                rows.push(cells);
            }
        }
        Table {
            header: header.map(str::to_owned).to_vec(),
            rows,
        }
    }
}
