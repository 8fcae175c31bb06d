//! What the RON reader has against a record, in our words: with a field, without type names.

use ron::error::{Error, SpannedError};

use crate::storage::error::{Expected, Problem};

use super::Fault;

/// The fault in `record`, which begins at `start` in the file.
pub fn fault(record: &str, start: usize, error: SpannedError) -> Fault {
    let position = error.span.end;
    let at = offset(record, position.line, position.col);
    let problem = match error.code {
        Error::Eof
        | Error::ExpectedStringEnd
        | Error::UnclosedBlockComment
        | Error::UnclosedLineComment => return Fault::new(start, Problem::CutOff),
        Error::ExpectedString => Problem::Expected(Expected::Text),
        Error::ExpectedBoolean => Problem::Expected(Expected::YesNo),
        Error::ExpectedInteger
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => Problem::Expected(Expected::Number),
        Error::ExpectedArray => Problem::Expected(Expected::List),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            Problem::Expected(Expected::Fields)
        }
        Error::ExpectedIdentifier => Problem::Expected(Expected::Word),
        Error::ExceededRecursionLimit => Problem::TooDeep,
        // The field is named by the sentence itself.
        Error::MissingStructField { field, .. } => {
            return Fault::new(start, Problem::MissingField(field.into()));
        }
        Error::DuplicateStructField { field, .. } => {
            return Fault::new(start + at, Problem::RepeatedField(field.into()));
        }
        Error::NoSuchStructField { found, .. } => {
            return Fault::new(start + at, Problem::UnknownField(found.into()));
        }
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => match field_before(record, at) {
            None => return Fault::new(start, Problem::UnknownRecord(found.into())),
            Some(_) => Problem::UnknownWord {
                found: found.into(),
                allowed: expected,
            },
        },
        _ => Problem::Syntax(column(record, at)),
    };
    match field_before(record, at) {
        Some(field) => Fault::field(start + at, field, problem),
        None => Fault::new(start + at, problem),
    }
}

/// Where a field of the record stands in it: at its beginning if it can't be found.
pub fn place_of(record: &str, field: &str) -> usize {
    fields(record)
        .find(|(_, name)| *name == field)
        .map_or(0, |(at, _)| at)
}

/// The field of the record itself, not of a value in it, that `at` belongs to.
fn field_before(record: &str, at: usize) -> Option<&str> {
    fields(record)
        .take_while(|(begin, _)| *begin < at)
        .last()
        .map(|(_, name)| name)
}

/// The names before a colon directly within the record's parentheses, with their offsets.
/// Quotes are skipped; in a record broken beyond that, the names found are the best there are.
fn fields(record: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut chars = record.char_indices();
    let (mut depth, mut word) = (0usize, None::<usize>);
    std::iter::from_fn(move || {
        while let Some((at, c)) = chars.next() {
            let is_word = c.is_alphanumeric() || c == '_';
            if is_word {
                word.get_or_insert(at);
                continue;
            }
            let ended = word.take_if(|_| !c.is_whitespace());
            match c {
                ':' if depth == 1 => {
                    if let Some(begin) = ended {
                        let name = record.get(begin..at).unwrap_or_default();
                        return Some((begin, name.trim_end()));
                    }
                }
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                '"' => {
                    while let Some((_, c)) = chars.next() {
                        match c {
                            '"' => break,
                            '\\' => {
                                chars.next();
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        None
    })
}

/// The byte offset of a line and column, both from 1.
fn offset(record: &str, line: usize, column: usize) -> usize {
    let begin: usize = record
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = record.get(begin..).unwrap_or_default();
    begin
        + rest
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(rest.len(), |(at, _)| at)
}

/// The column of an offset on its line, from 1.
fn column(record: &str, at: usize) -> usize {
    let before = record.get(..at).unwrap_or(record);
    before.chars().rev().take_while(|c| *c != '\n').count() + 1
}
