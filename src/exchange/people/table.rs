//! A table of people: headings and records, each with the line it begins on.
//!
//! Columns of passwords are known by their headings and dropped cell by cell, before anything is
//! kept. What can't be read as a table is refused as a whole, with the line; a record with too
//! many or too few cells is refused by itself, later.

use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::exchange::csv;

use super::decode;
use super::mapping::{self, Field, Format, Mapping};
use super::scan::{After, Scanner};
use super::words;

/// The longest cell, in bytes: what Excel takes in characters.
pub const CELL_MAX: usize = 32_767;
/// The most columns.
pub const COLUMNS_MAX: usize = 256;
/// The most records.
pub const RECORDS_MAX: usize = 1_000_000;

/// What parts the cells of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`, as spreadsheets write where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Why bytes are not a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, where it is one.
    pub column: Option<usize>,
    /// What is wrong. Never what stands in the cell, which may be a password.
    pub problem: TableProblem,
}

/// What is wrong with bytes that should be a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableProblem {
    /// There is nothing in it.
    Empty,
    /// There are headings, and nobody below them.
    NoRecords,
    /// Neither UTF-8 nor marked UTF-16.
    NotUnicode,
    /// A NUL, which no text has: another sort of file.
    Nul,
    /// A quotation mark in the middle of a cell that does not begin with one.
    QuoteInside,
    /// Text after the quotation mark that closes a cell.
    TextAfterQuote,
    /// A quotation mark that is opened on this line and closed nowhere.
    QuoteNotClosed(u32),
    /// A cell is longer than any that is meant.
    CellTooLong,
    /// More columns than any such table has.
    TooManyColumns,
    /// More records than are read at once.
    TooManyRecords,
}

impl TableError {
    pub(super) const fn at(line: u32, problem: TableProblem) -> Self {
        Self {
            line,
            column: None,
            problem,
        }
    }

    /// The error as a sentence without capital and full stop, the place in front.
    pub fn explain(&self, language: Language) -> String {
        words::table_error(self, language)
    }
}

/// Headings and records.
#[derive(Clone, Debug)]
pub struct PeopleTable {
    separator: Separator,
    version: Option<Box<str>>,
    headings: Vec<Box<str>>,
    format: Format,
    mapping: Mapping,
    /// All cells one after the other, and where each ends.
    text: String,
    ends: Vec<u32>,
    records: Vec<Record>,
    dropped: Vec<usize>,
    passwords: usize,
    examples: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Record {
    line: u32,
    /// How many cells it has, where that is not one for each heading.
    ragged: Option<u32>,
}

impl PeopleTable {
    /// Reads a table.
    pub fn read(bytes: Vec<u8>) -> Result<Self, TableError> {
        let text = decode::text(bytes)?;
        let outcome = Self::of_text(&text);
        decode::wipe(text);
        outcome
    }

    fn of_text(text: &str) -> Result<Self, TableError> {
        let (said, rest) = said_separator(text);
        let separator = said.unwrap_or_else(|| most_used(heading_line(rest)));
        let mut scanner = Scanner::new(rest, separator);
        scanner.line += u32::from(said.is_some());
        let mut cells = Vec::new();
        let mut version = None;
        loop {
            if scanner.is_done() {
                return Err(TableError::at(scanner.line, TableProblem::Empty));
            }
            read_record(&mut scanner, &mut cells, &[])?;
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let first = cells.first().map_or("", |cell| cell.trim());
            if version.is_none() && is_version(first) {
                version = Some(first.into());
                continue;
            }
            break;
        }
        while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        let headings: Vec<Box<str>> = cells.iter().map(|it| it.trim().into()).collect();
        let (format, mapping) = mapping::recognise(&headings);
        let dropped = (0..).zip(&headings).filter(|(_, it)| is_password(it));
        let mut table = Self {
            separator,
            version,
            format,
            mapping,
            text: String::new(),
            ends: Vec::new(),
            records: Vec::new(),
            dropped: dropped.map(|(column, _)| column).collect(),
            passwords: 0,
            examples: Vec::new(),
            headings,
        };
        while !scanner.is_done() {
            let line = scanner.line;
            let passwords = read_record(&mut scanner, &mut cells, &table.dropped)?;
            table.take(line, &cells, passwords)?;
        }
        if table.records.is_empty() {
            return Err(TableError::at(scanner.line, TableProblem::NoRecords));
        }
        Ok(table)
    }

    /// Takes in a record.
    fn take(&mut self, line: u32, cells: &[String], passwords: usize) -> Result<(), TableError> {
        if passwords == 0 && cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if self.is_example(cells) {
            self.examples.push(line);
            return Ok(());
        }
        if self.records.len() == RECORDS_MAX {
            return Err(TableError::at(line, TableProblem::TooManyRecords));
        }
        let width = self.headings.len();
        let beyond = cells.iter().skip(width);
        let is_ragged = cells.len() < width || beyond.clone().any(|cell| !cell.trim().is_empty());
        let ragged = is_ragged.then(|| u32::try_from(cells.len()).unwrap_or(u32::MAX));
        // In a record that is shifted, a password may stand in any column.
        let kept = !is_ragged || self.dropped.is_empty();
        for column in 0..width {
            if let Some(cell) = cells.get(column).filter(|_| kept) {
                self.text.push_str(csv::restore(cell.trim()));
            }
            self.ends
                .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
        self.passwords += passwords;
        self.records.push(Record { line, ragged });
        Ok(())
    }

    /// Whether this is the record that a template begins with to show how it is filled in.
    fn is_example(&self, cells: &[String]) -> bool {
        let shows = matches!(self.format, Format::Ours | Format::EntraBulkCreate);
        let name = self.mapping.column(Field::DisplayName).filter(|_| shows);
        let name = name.and_then(|column| cells.get(column));
        name.is_some_and(|name| {
            let name = fold(name.trim());
            let word = name.split(':').next().map(str::trim_end);
            name.contains(':') && word.is_some_and(|word| EXAMPLE_WORDS.contains(&word))
        })
    }

    /// What parts the cells.
    pub fn separator(&self) -> Separator {
        self.separator
    }

    /// The row that stands before the headings and names the version of the template.
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// The headings.
    pub fn headings(&self) -> &[Box<str>] {
        &self.headings
    }

    /// Which template this is.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the headings say of the columns.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none; a table that was read has some.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The line on which a record begins, from 1.
    pub fn line(&self, record: usize) -> u32 {
        self.records.get(record).map_or(0, |record| record.line)
    }

    /// How many cells a record has, where that is not one for each heading.
    pub fn ragged(&self, record: usize) -> Option<u32> {
        self.records.get(record)?.ragged
    }

    /// A cell, trimmed; nothing where there is none or it was dropped.
    pub fn cell(&self, record: usize, column: usize) -> &str {
        if column >= self.headings.len() {
            return "";
        }
        let place = record * self.headings.len() + column;
        let Some(end) = self.ends.get(place) else {
            return "";
        };
        let before = place.checked_sub(1).and_then(|it| self.ends.get(it));
        let begin = before.copied().unwrap_or(0);
        let range = begin as usize..*end as usize;
        self.text.get(range).unwrap_or_default()
    }

    /// Whether a column was dropped because it holds passwords.
    pub fn is_dropped(&self, column: usize) -> bool {
        self.dropped.contains(&column)
    }

    /// How many passwords were dropped.
    pub fn passwords(&self) -> usize {
        self.passwords
    }

    /// The lines of the examples that were left out.
    pub fn examples(&self) -> &[u32] {
        &self.examples
    }
}

/// Reads a record into `cells`, without what stands in the `dropped` columns. Returns how many of
/// those held something.
fn read_record(
    scanner: &mut Scanner<'_>,
    cells: &mut Vec<String>,
    dropped: &[usize],
) -> Result<usize, TableError> {
    cells.clear();
    let mut passwords = 0;
    loop {
        let line = scanner.line;
        let error = |problem| {
            let opened = match problem {
                TableProblem::QuoteNotClosed(opened) => opened,
                _ => line,
            };
            TableError {
                line: opened,
                column: Some(cells.len() + 1),
                problem,
            }
        };
        if cells.len() == COLUMNS_MAX {
            return Err(error(TableProblem::TooManyColumns));
        }
        let mut cell = String::new();
        let after = scanner.cell(&mut cell);
        let after = after.map_err(error)?;
        if cell.len() > CELL_MAX {
            return Err(error(TableProblem::CellTooLong));
        }
        if dropped.contains(&cells.len()) {
            passwords += usize::from(!cell.trim().is_empty());
            decode::wipe(std::mem::take(&mut cell));
        }
        cells.push(cell);
        if after != After::Cell {
            return Ok(passwords);
        }
    }
}

/// The words that an example's name begins with, folded.
const EXAMPLE_WORDS: [&str; 6] = [
    "example",
    "voorbeeld",
    "beispiel",
    "exemple",
    "ejemplo",
    "esempio",
];

/// What a heading of passwords has in it, folded.
const PASSWORD_WORDS: [&str; 12] = [
    "password",
    "passwd",
    "passwort",
    "kennwort",
    "wachtwoord",
    "mot de passe",
    "motdepasse",
    "contrasena",
    "parola d'ordine",
    "senha",
    "pwd",
    "losenord",
];

fn is_password(heading: &str) -> bool {
    let heading = fold(heading);
    PASSWORD_WORDS.iter().any(|word| heading.contains(word))
}

fn is_version(cell: &str) -> bool {
    let cell = cell.to_ascii_lowercase();
    cell.strip_prefix("version:")
        .is_some_and(|rest| !rest.contains(['[', '@']))
}

/// The separator that a first line `sep=;` names, and the text after it.
fn said_separator(text: &str) -> (Option<Separator>, &str) {
    let Some(rest) = text.strip_prefix("sep=") else {
        return (None, text);
    };
    let said = Separator::ALL
        .into_iter()
        .find(|it| rest.as_bytes().first() == Some(&it.byte()));
    let Some(rest) = said.and_then(|_| rest.get(1..)) else {
        return (None, text);
    };
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    match rest.strip_prefix('\n') {
        Some(rest) => (said, rest),
        None => (None, text),
    }
}

/// The first line that says something beside the version of a template.
fn heading_line(text: &str) -> &str {
    let mut lines = text.split(['\n', '\r']);
    let says = |line: &&str| {
        let line = line.trim_matches(|c: char| c.is_whitespace() || ",;".contains(c));
        !line.is_empty() && !is_version(line.trim_matches('"'))
    };
    lines.find(says).unwrap_or_default()
}

/// The separator that stands in a line most often, outside quotation marks.
fn most_used(line: &str) -> Separator {
    let mut counts = [0_usize; 3];
    let mut quoted = false;
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        for (count, separator) in counts.iter_mut().zip(Separator::ALL) {
            *count += usize::from(!quoted && byte == separator.byte());
        }
    }
    let pairs = counts.into_iter().zip(Separator::ALL).rev();
    let most = pairs.max_by_key(|(count, _)| *count);
    most.filter(|(count, _)| *count > 0)
        .map_or(Separator::default(), |(_, separator)| separator)
}
