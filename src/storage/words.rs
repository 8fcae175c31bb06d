//! The sentences about tenant files, in English and Dutch, side by side.
//!
//! Owns the wording and how a value from a file is made safe to show. Decides nothing.

mod values;

use std::fmt::Write as _;

use crate::domain::language::Language;

use super::error::{OpenError, Problem, SaveError};
use super::format::NEWEST_VERSION;

/// How much of a value from a file is shown, in characters.
const SHOWN: usize = 80;

/// A sentence in English and in Dutch.
type Pair = (String, String);

/// An [`OpenError`] with its place in front.
pub(super) fn open_error(error: &OpenError, language: Language) -> String {
    let (line_word, field_word) = match language {
        Language::English => ("line", "field"),
        Language::Dutch => ("regel", "veld"),
    };
    let place = match (error.line, &error.field) {
        (Some(line), Some(field)) => format!("{line_word} {line}, {field_word} {}: ", shown(field)),
        (Some(line), None) => format!("{line_word} {line}: "),
        (None, _) => String::new(),
    };
    place + &pick(problem(&error.problem), language)
}

/// A [`SaveError`].
pub(super) fn save_error(error: &SaveError, language: Language) -> String {
    let sentence = match error {
        SaveError::ChangedOnDisk => pair(
            "the file was changed by something else since it was opened",
            "het bestand is sinds het openen door iets anders gewijzigd",
        ),
        SaveError::Exists => pair(
            "there is a file of that name already",
            "er is al een bestand met die naam",
        ),
        SaveError::Directory => pair(
            "there is a folder of that name",
            "er is al een map met die naam",
        ),
        SaveError::NotAFile => pair(
            "that name belongs to a device or a pipe, not to a file",
            "die naam is van een apparaat of een pipe, niet van een bestand",
        ),
        SaveError::ReadOnlyFile => pair("the file is read-only", "het bestand is alleen-lezen"),
        SaveError::NoFolder => pair("the folder does not exist", "de map bestaat niet"),
        SaveError::NoName => pair(
            "the path does not name a file",
            "het pad noemt geen bestand",
        ),
        SaveError::LinkLoop => pair(
            "the symbolic link leads back to itself",
            "de symbolische koppeling verwijst naar zichzelf",
        ),
        SaveError::NoPermission => pair(
            "writing in this folder is not allowed",
            "schrijven in deze map is niet toegestaan",
        ),
        SaveError::ReadOnlyDisk => pair("the disk is read-only", "de schijf is alleen-lezen"),
        SaveError::DiskFull => pair("the disk is full", "de schijf is vol"),
        SaveError::Backup(why) => (
            format!("the previous file could not be kept as a backup, so nothing was saved: {why}"),
            format!(
                "van het vorige bestand kon geen reservekopie worden bewaard, dus er is niets opgeslagen: {why}"
            ),
        ),
        SaveError::RecordTooLong => pair(
            "a text in the tenant is longer than a tenant file can hold",
            "een tekst in de tenant is langer dan in een tenantbestand past",
        ),
        SaveError::Time(seconds) => (
            format!("the moment `{seconds}` seconds after 1970 can't be written as a date"),
            format!("het moment `{seconds}` seconden na 1970 is niet als datum te schrijven"),
        ),
        SaveError::Io(why) => (
            format!("the file can't be written: {why}"),
            format!("het bestand kan niet worden geschreven: {why}"),
        ),
        SaveError::Cancelled => pair("saving was cancelled", "het opslaan is afgebroken"),
    };
    pick(sentence, language)
}

#[expect(
    clippy::too_many_lines,
    reason = "a table of sentences, one for each case"
)]
fn problem(problem: &Problem) -> Pair {
    match problem {
        Problem::NotFound => pair("there is no such file", "dit bestand bestaat niet"),
        Problem::Directory => pair(
            "this is a folder, not a file",
            "dit is een map, geen bestand",
        ),
        Problem::NotAFile => pair(
            "this is a device or a pipe, not a file",
            "dit is een apparaat of een pipe, geen bestand",
        ),
        Problem::NoPermission => pair(
            "reading this file is not allowed",
            "het lezen van dit bestand is niet toegestaan",
        ),
        Problem::TooLarge => pair(
            "the file is larger than 4 GiB",
            "het bestand is groter dan 4 GiB",
        ),
        Problem::OutOfMemory => pair(
            "there is not enough memory to read the file",
            "er is te weinig geheugen om het bestand te lezen",
        ),
        Problem::Io(why) => (
            format!("the file can't be read: {why}"),
            format!("het bestand kan niet worden gelezen: {why}"),
        ),
        Problem::Cancelled => pair("opening was cancelled", "het openen is afgebroken"),
        Problem::Empty => pair("the file is empty", "het bestand is leeg"),
        Problem::NotUtf8(offset) => (
            format!("the file is not UTF-8 text: the byte at offset {offset} does not belong"),
            format!("het bestand is geen UTF-8-tekst: de byte op positie {offset} hoort er niet"),
        ),
        Problem::Nul(offset) => (
            format!("the file is not text: there is a NUL byte at offset {offset}"),
            format!("het bestand is geen tekst: op positie {offset} staat een NUL-byte"),
        ),
        Problem::NotATenantFile => pair(
            "this is not a tenant file: it does not begin with `[` and a `Mandate` record",
            "dit is geen tenantbestand: het begint niet met `[` en een `Mandate`-record",
        ),
        Problem::UnknownVersion(found) => (
            format!("format version `{found}` does not exist"),
            format!("formaatversie `{found}` bestaat niet"),
        ),
        Problem::NewerVersion(found) => (
            format!(
                "the file has format version `{found}`, made by a newer Mandate: this one reads up to {NEWEST_VERSION}"
            ),
            format!(
                "het bestand heeft formaatversie `{found}`, van een nieuwere Mandate: deze leest tot en met {NEWEST_VERSION}"
            ),
        ),
        Problem::RecordTooLong => pair(
            "the record is longer than 16 MiB",
            "het record is langer dan 16 MiB",
        ),
        Problem::CutOff => pair(
            "the record is cut off: a quote or a bracket is not closed",
            "het record is afgekapt: een aanhalingsteken of haakje is niet gesloten",
        ),
        Problem::NoEnd => pair(
            "the file is cut off: its closing `]` is missing",
            "het bestand is afgekapt: de afsluitende `]` ontbreekt",
        ),
        Problem::TextAfterEnd => pair(
            "there is text after the closing `]`",
            "er staat tekst na de afsluitende `]`",
        ),
        Problem::NotARecord => pair(
            "this is not a record: expected a name and fields in `(` and `)`",
            "dit is geen record: verwacht werden een naam en velden tussen `(` en `)`",
        ),
        Problem::NoComma => pair(
            "there is no comma after the record",
            "na het record ontbreekt een komma",
        ),
        Problem::Syntax(column) => (
            format!("the text from column {column} on makes no sense here"),
            format!("de tekst vanaf kolom {column} klopt hier niet"),
        ),
        Problem::TooDeep => pair(
            "the values are nested too deeply",
            "de waarden zijn te diep genest",
        ),
        Problem::UnknownRecord(found) => (
            format!("{} is not a kind of record", shown(found)),
            format!("{} is geen soort record", shown(found)),
        ),
        Problem::UnknownField(found) => (
            format!("the record has no field {}", shown(found)),
            format!("het record heeft geen veld {}", shown(found)),
        ),
        Problem::MissingField(field) => (
            format!("the field {} is missing", shown(field)),
            format!("het veld {} ontbreekt", shown(field)),
        ),
        Problem::RepeatedField(field) => (
            format!("the field {} occurs twice", shown(field)),
            format!("het veld {} komt twee keer voor", shown(field)),
        ),
        Problem::UnknownWord { found, allowed } => (
            format!(
                "{} is not allowed here: expected {}",
                shown(found),
                listed(allowed, "or")
            ),
            format!(
                "{} mag hier niet: verwacht werd {}",
                shown(found),
                listed(allowed, "of")
            ),
        ),
        Problem::UndoAndRedo => pair(
            "an entry either undid another or did it again, not both",
            "een regel maakte een andere ongedaan of voerde die opnieuw uit, niet allebei",
        ),
        Problem::NoEntry(number) => (
            format!("the history has no entry {number}"),
            format!("de geschiedenis heeft geen regel {number}"),
        ),
        Problem::SecondHeader => pair(
            "there is a second `Mandate` record",
            "er is een tweede `Mandate`-record",
        ),
        Problem::NoOrganization => pair(
            "there is no `Organization` record",
            "er is geen `Organization`-record",
        ),
        Problem::SecondOrganization => pair(
            "there is a second `Organization` record",
            "er is een tweede `Organization`-record",
        ),
        Problem::DuplicatePartner(name) => (
            format!("the partner {} occurs twice", shown(name)),
            format!("de partner {} komt twee keer voor", shown(name)),
        ),
        Problem::DuplicateCustomer(name) => (
            format!("the customer {} occurs twice", shown(name)),
            format!("de klant {} komt twee keer voor", shown(name)),
        ),
        Problem::SecondReview => pair(
            "there is a second `Review` record",
            "er is een tweede `Review`-record",
        ),
        Problem::ResourceAction(error) => values::resource_action(error),
        Problem::Finding(found) => (
            format!("{} is not the key of a finding", shown(found)),
            format!("{} is geen sleutel van een bevinding", shown(found)),
        ),
        Problem::AcceptedTwice(found) => (
            format!("the finding {} is accepted twice", shown(found)),
            format!("de bevinding {} is twee keer geaccepteerd", shown(found)),
        ),
        Problem::Thresholds => pair(
            "the thresholds contradict each other: each must be at least the one before it, and no more than 65535",
            "de drempels spreken elkaar tegen: elk moet minstens het vorige zijn, en hooguit 65535",
        ),
        Problem::Expected(expected) => values::expected(*expected),
        Problem::Id(found) => (
            format!("{} is not an id", shown(found)),
            format!("{} is geen id", shown(found)),
        ),
        Problem::Time(found) => (
            format!(
                "{} is not a moment such as `2026-01-31T12:00:00Z`",
                shown(found)
            ),
            format!(
                "{} is geen tijdstip zoals `2026-01-31T12:00:00Z`",
                shown(found)
            ),
        ),
        Problem::Hash(found) => (
            format!("{} is not a hash: expected 64 hex digits", shown(found)),
            format!(
                "{} is geen hash: verwacht werden 64 hexadecimale cijfers",
                shown(found)
            ),
        ),
        Problem::Days(found) => (
            format!("`{found}` days are too many: at most {}", u16::MAX),
            format!("`{found}` dagen is te veel: hooguit {}", u16::MAX),
        ),
        Problem::Scope(found) => (
            format!(
                "{} is not a scope: expected `/` or `/administrativeUnits/` and an id",
                shown(found)
            ),
            format!(
                "{} is geen bereik: verwacht werd `/` of `/administrativeUnits/` en een id",
                shown(found)
            ),
        ),
        Problem::Upn(error) => values::upn(error),
        Problem::Email(found) => (
            format!("{} is not an e-mail address", shown(found)),
            format!("{} is geen e-mailadres", shown(found)),
        ),
        Problem::UnknownRole(id) => (
            format!("there is no role with the id `{id}`"),
            format!("er is geen rol met de id `{id}`"),
        ),
        Problem::Invariant(error) => values::invariant(error),
    }
}

/// A value from a file, safe to show: in backticks, not long, without control characters.
fn shown(value: &str) -> String {
    let mut text = String::from("`");
    let mut rest = value.chars();
    for c in rest.by_ref().take(SHOWN) {
        // Besides controls, marks that turn the direction of the text around them.
        if c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            let _ = write!(text, "{}", c.escape_unicode());
        } else {
            text.push(c);
        }
    }
    if rest.next().is_some() {
        text.push('…');
    }
    text.push('`');
    text
}

/// `a`, `b` or `c`.
fn listed(words: &[&str], or: &str) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 && index + 1 == words.len() {
            let _ = write!(text, " {or} ");
        } else if index > 0 {
            text.push_str(", ");
        }
        let _ = write!(text, "`{word}`");
    }
    text
}

fn pair(english: &str, dutch: &str) -> Pair {
    (english.into(), dutch.into())
}

fn pick((english, dutch): Pair, language: Language) -> String {
    match language {
        Language::English => english,
        Language::Dutch => dutch,
    }
}
