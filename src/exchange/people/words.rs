//! The sentences about tables of people, in English and Dutch, side by side.
//!
//! Owns the wording and how a value from a file is made safe to show. Decides nothing.

use std::fmt::Write as _;

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::contact::PhoneError;
use crate::domain::language::Language;
use crate::domain::rule::Rule;
use crate::domain::upn::UpnError;

use super::names::Unclear;
use super::row::{RowError, RowProblem};
use super::table::{CELL_MAX, COLUMNS_MAX, RECORDS_MAX, TableError, TableProblem};
use super::values;

/// How much of a value from a file is shown, in characters.
const SHOWN: usize = 60;

/// A sentence in English and in Dutch.
type Pair = (String, String);

fn pair(en: impl Into<String>, nl: impl Into<String>) -> Pair {
    (en.into(), nl.into())
}

fn pick(pair: Pair, language: Language) -> String {
    match language {
        Language::English => pair.0,
        Language::Dutch => pair.1,
    }
}

/// A [`TableError`] with its place in front.
pub(super) fn table_error(error: &TableError, language: Language) -> String {
    let (line, column) = (error.line, error.column);
    let place = match column {
        Some(column) => pair(
            format!("line {line}, column {column}: "),
            format!("regel {line}, kolom {column}: "),
        ),
        None => pair(format!("line {line}: "), format!("regel {line}: ")),
    };
    let problem = match &error.problem {
        TableProblem::Empty => pair("there is nothing in this file", "dit bestand is leeg"),
        TableProblem::NoRecords => pair(
            "there are headings and no people below them",
            "er zijn kopteksten en geen personen eronder",
        ),
        TableProblem::NotUnicode => pair(
            "this is not Unicode text: save the file as CSV UTF-8",
            "dit is geen Unicode-tekst: sla het bestand op als CSV UTF-8",
        ),
        TableProblem::Nul => pair(
            "there is a NUL here, which no text has: save the file as CSV UTF-8",
            "hier staat een NUL, die geen tekst heeft: sla het bestand op als CSV UTF-8",
        ),
        TableProblem::QuoteInside => pair(
            "a quotation mark stands in a cell that does not begin with one: put the cell between quotation marks and write the mark twice",
            "er staat een aanhalingsteken in een cel die er niet mee begint: zet de cel tussen aanhalingstekens en schrijf het teken dubbel",
        ),
        TableProblem::TextAfterQuote => pair(
            "text follows the quotation mark that closes the cell: write a quotation mark inside a cell twice",
            "er volgt tekst op het aanhalingsteken dat de cel sluit: schrijf een aanhalingsteken in een cel dubbel",
        ),
        TableProblem::QuoteNotClosed(_) => pair(
            "the quotation mark that opens this cell is never closed",
            "het aanhalingsteken dat deze cel opent, wordt nergens gesloten",
        ),
        TableProblem::CellTooLong => pair(
            format!("this cell is longer than {CELL_MAX} bytes"),
            format!("deze cel is langer dan {CELL_MAX} bytes"),
        ),
        TableProblem::TooManyColumns => pair(
            format!("there are more than {COLUMNS_MAX} columns"),
            format!("er zijn meer dan {COLUMNS_MAX} kolommen"),
        ),
        TableProblem::TooManyRecords => pair(
            format!("there are more than {RECORDS_MAX} people: split the file"),
            format!("er zijn meer dan {RECORDS_MAX} personen: splits het bestand"),
        ),
    };
    pick(place, language) + &pick(problem, language)
}

/// Line, column and rule of a [`RowError`].
pub(super) fn place(error: &RowError, language: Language) -> String {
    let line = match language {
        Language::English => format!("line {}", error.line),
        Language::Dutch => format!("regel {}", error.line),
    };
    match cell(error, language).as_str() {
        "" => line,
        cell => format!("{line}, {cell}"),
    }
}

/// Column and rule of a [`RowError`], where it has them.
pub(super) fn cell(error: &RowError, language: Language) -> String {
    let column = error.column.as_ref().map(|column| {
        let word = pick(pair("column", "kolom"), language);
        format!("{word} {}", shown(column))
    });
    let rule = error.rule.map(Rule::label);
    let parts: Vec<_> = column.into_iter().chain(rule).collect();
    parts.join(", ")
}

/// A [`RowProblem`].
pub(super) fn row_problem(
    problem: &RowProblem,
    language: Language,
    catalogue: &RoleCatalogue,
) -> String {
    let words = match problem {
        RowProblem::Ragged { cells, headings } => pair(
            format!("the row has {cells} cells and the headings have {headings}"),
            format!("de rij heeft {cells} cellen en de kopteksten hebben er {headings}"),
        ),
        RowProblem::Missing => pair("this is required", "dit is vereist"),
        RowProblem::Hidden(letter) => {
            let code = u32::from(*letter);
            pair(
                format!(
                    "there is an invisible character (U+{code:04X}) that hides how the text reads"
                ),
                format!(
                    "er staat een onzichtbaar teken (U+{code:04X}) dat verbergt hoe de tekst luidt"
                ),
            )
        }
        RowProblem::TooLong => pair("at most 256 characters", "hoogstens 256 tekens"),
        RowProblem::UserName(error) => user_name(error),
        RowProblem::Domain(domain) => quoted(
            domain,
            "is not a verified domain of this tenant",
            "is geen geverifieerd domein van deze tenant",
        ),
        RowProblem::Twice(line) => pair(
            format!("the same user name stands on line {line}"),
            format!("dezelfde gebruikersnaam staat op regel {line}"),
        ),
        RowProblem::Email(text) => quoted(text, "is not an e-mail address", "is geen e-mailadres"),
        RowProblem::Phone(PhoneError::NoCountryCode(text)) => quoted(
            text,
            "has no country code: write + and the code, such as +31 6 12345678, or choose a code for numbers without one",
            "heeft geen landnummer: schrijf + en het nummer, zoals +31 6 12345678, of kies een landnummer voor nummers zonder",
        ),
        RowProblem::Phone(PhoneError::Invalid(text)) => quoted(
            text,
            "is not a phone number of that country",
            "is geen telefoonnummer van dat land",
        ),
        RowProblem::Country(text) => quoted(
            text,
            "is not a country of two letters, such as NL",
            "is geen land van twee letters, zoals NL",
        ),
        RowProblem::YesOrNo(text) => {
            quoted(text, "is neither Yes nor No", "is geen Ja en geen Nee")
        }
        RowProblem::Level(text) => quoted(
            text,
            "is neither None, Limited nor Full",
            "is geen Geen, Beperkt of Volledig",
        ),
        RowProblem::Role(Unclear::Unknown(text)) => quoted(
            text,
            "is not a role: write its name or its template id, with ; between several",
            "is geen rol: schrijf de naam of de sjabloon-id, met ; tussen meerdere",
        ),
        RowProblem::Role(Unclear::Ambiguous(text, roles)) => {
            let each = |language| {
                let names = roles.iter().map(|role| {
                    let name = catalogue.names(*role).map(|it| it.get(language));
                    format!("{} ({role})", name.unwrap_or_default())
                });
                names.collect::<Vec<_>>().join(", ")
            };
            let (en, nl) = (each(Language::English), each(Language::Dutch));
            quoted(
                text,
                &format!("may mean several roles: write the template id of one of {en}"),
                &format!("kan meerdere rollen betekenen: schrijf de sjabloon-id van een van {nl}"),
            )
        }
        RowProblem::Licence(Unclear::Unknown(text)) => quoted(
            text,
            "is not a subscription of this tenant",
            "is geen abonnement van deze tenant",
        ),
        RowProblem::Licence(Unclear::Ambiguous(text, _)) => quoted(
            text,
            "is the name of several subscriptions: write the id of one",
            "is de naam van meerdere abonnementen: schrijf de id van een ervan",
        ),
        RowProblem::Refused(reason) => {
            let words = |language| {
                let sentence = reason.explain(language, catalogue);
                let instead = reason.rule.instead(language);
                let whole = format!("{} {instead}", safe(&sentence));
                whole.trim_end().to_owned()
            };
            (words(Language::English), words(Language::Dutch))
        }
        RowProblem::Impossible(why) => {
            let why = safe(&why.to_string());
            pair(why.clone(), why)
        }
    };
    pick(words, language)
}

fn user_name(error: &UpnError) -> Pair {
    match error {
        UpnError::Shape(text) => quoted(
            text,
            "is not a user name: write name@domain",
            "is geen gebruikersnaam: schrijf naam@domein",
        ),
        UpnError::Character(text) => quoted(
            text,
            "has a character that a user name can't have: allowed are A-Z a-z 0-9 ' . - _ ! # ^ ~",
            "heeft een teken dat niet in een gebruikersnaam kan: toegestaan zijn A-Z a-z 0-9 ' . - _ ! # ^ ~",
        ),
        UpnError::LocalTooLong(text) => quoted(
            text,
            "is too long: at most 64 characters before the @",
            "is te lang: hoogstens 64 tekens voor de @",
        ),
        UpnError::DomainTooLong(text) => quoted(
            text,
            "is too long: at most 48 characters in the domain",
            "is te lang: hoogstens 48 tekens in het domein",
        ),
        UpnError::Domain(text) => quoted(text, "is not a domain name", "is geen domeinnaam"),
    }
}

fn quoted(text: &str, en: &str, nl: &str) -> Pair {
    let text = shown(text);
    (format!("`{text}` {en}"), format!("`{text}` {nl}"))
}

/// A value from a file, cut to what is worth showing.
fn shown(text: &str) -> String {
    let safe = safe(text);
    match safe.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", safe.get(..end).unwrap_or_default()),
        None => safe,
    }
}

/// A text in which no character hides how it reads.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if values::hidden(letter.encode_utf8(&mut [0; 4])).is_some() {
            let _ = write!(safe, "<U+{:04X}>", u32::from(letter));
        } else {
            safe.push(letter);
        }
    }
    safe
}
