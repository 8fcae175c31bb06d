//! Where one record ends and the next begins, in any RON text.
//!
//! Knows quotes, comments and brackets, and nothing of what is in a record. Never recurses, and
//! looks at every byte once.

use std::ops::Range;

/// Why a text can't be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// A quote, a comment or a bracket opened at this offset is not closed.
    CutOff(usize),
    /// The closing bracket of the list is missing.
    NoEnd,
    /// No comma between the record that begins here and the next.
    NoComma(usize),
    /// Something at this offset can't be the beginning of a record.
    NotARecord(usize),
    /// Something stands at this offset, after the closing bracket.
    TextAfterEnd(usize),
}

/// Splits the rest of a list, from the end of its header to the end of the text.
pub fn records_after(text: &str, header: usize) -> Result<Vec<Range<usize>>, SplitError> {
    let mut records = Vec::new();
    let mut at = skip_blank(text, header)?;
    match byte(text, at) {
        Some(b',') => at = skip_blank(text, at + 1)?,
        Some(b']') | None => {}
        Some(_) => return Err(SplitError::NoComma(header)),
    }
    loop {
        match byte(text, at) {
            None => return Err(SplitError::NoEnd),
            Some(b']') => break,
            Some(_) => {}
        }
        let end = value_end(text, at)?;
        records.push(at..end);
        let next = skip_blank(text, end)?;
        at = match byte(text, next) {
            Some(b',') => skip_blank(text, next + 1)?,
            Some(b']') => next,
            None => return Err(SplitError::NoEnd),
            Some(_) => return Err(SplitError::NoComma(at)),
        };
    }
    let after = skip_blank(text, at + 1)?;
    if after < text.len() {
        return Err(SplitError::TextAfterEnd(after));
    }
    Ok(records)
}

/// The end of the record that begins at `start`: after the bracket that closes its first one.
pub fn value_end(text: &str, start: usize) -> Result<usize, SplitError> {
    let mut at = start;
    let mut depth = 0usize;
    while let Some(next) = byte(text, at) {
        match next {
            b'(' | b'[' | b'{' => {
                depth += 1;
                at += 1;
            }
            b')' | b']' | b'}' => {
                at += 1;
                match depth {
                    // A bracket that closes the list instead: no record began here.
                    0 => return Err(SplitError::NotARecord(start)),
                    1 => return Ok(at),
                    _ => depth -= 1,
                }
            }
            b'"' => at = string_end(text, at).ok_or(SplitError::CutOff(start))?,
            b'\'' => at = char_end(text, at).ok_or(SplitError::CutOff(start))?,
            b'/' => {
                let past = comment_end(text, at).ok_or(SplitError::CutOff(start))?;
                at = past.max(at + 1);
            }
            b',' if depth == 0 => return Err(SplitError::NotARecord(start)),
            b'r' if !within_word(text, at) => {
                at = match raw_string_end(text, at) {
                    Raw::No => at + 1,
                    Raw::End(end) => end,
                    Raw::Open => return Err(SplitError::CutOff(start)),
                }
            }
            _ => at += 1,
        }
    }
    if depth == 0 {
        return Err(SplitError::NotARecord(start));
    }
    Err(SplitError::CutOff(start))
}

/// The first offset from `at` on that is neither blank nor in a comment.
pub fn skip_blank(text: &str, mut at: usize) -> Result<usize, SplitError> {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        at += rest.len() - rest.trim_start_matches(is_blank).len();
        if byte(text, at) != Some(b'/') {
            return Ok(at);
        }
        let end = comment_end(text, at).ok_or(SplitError::CutOff(at))?;
        if end == at {
            return Ok(at);
        }
        at = end;
    }
}

/// What RON skips between words.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

/// Whether the byte at `at` continues a word, so that an `r` there begins no raw string.
fn within_word(text: &str, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| byte(text, before))
        .is_some_and(|before| before.is_ascii_alphanumeric() || before == b'_' || before >= 0x80)
}

/// The offset after a text in quotes that begins at `at`.
fn string_end(text: &str, mut at: usize) -> Option<usize> {
    at += 1;
    loop {
        let rest = text.as_bytes().get(at..)?;
        let found = memchr::memchr2(b'"', b'\\', rest)?;
        at += found;
        if byte(text, at)? == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// The offset after a character in single quotes that begins at `at`.
fn char_end(text: &str, at: usize) -> Option<usize> {
    let mut chars = text.get(at + 1..)?.char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        chars.next()?;
    }
    chars
        .find(|(_, c)| *c == '\'')
        .map(|(found, _)| at + 1 + found + 1)
}

/// The offset after the comment that begins at `at`; `at` itself if none does. `None` if it does
/// not end.
fn comment_end(text: &str, at: usize) -> Option<usize> {
    match byte(text, at + 1) {
        Some(b'/') => {
            let rest = text.as_bytes().get(at..)?;
            Some(memchr::memchr(b'\n', rest).map_or(text.len(), |found| at + found + 1))
        }
        Some(b'*') => {
            let (mut at, mut depth) = (at + 2, 1usize);
            while depth > 0 {
                at += memchr::memchr2(b'/', b'*', text.as_bytes().get(at..)?)?;
                match (byte(text, at)?, byte(text, at + 1)?) {
                    (b'/', b'*') => {
                        depth += 1;
                        at += 2;
                    }
                    (b'*', b'/') => {
                        depth -= 1;
                        at += 2;
                    }
                    _ => at += 1,
                }
            }
            Some(at)
        }
        _ => Some(at),
    }
}

enum Raw {
    No,
    End(usize),
    Open,
}

/// A raw string, `r"…"` or `r#"…"#`, that may begin at `at`.
fn raw_string_end(text: &str, at: usize) -> Raw {
    let rest = text.get(at + 1..).unwrap_or_default();
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if byte(text, at + 1 + hashes) != Some(b'"') {
        return Raw::No;
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    let from = at + 2 + hashes;
    match text.get(from..).and_then(|body| body.find(&closing)) {
        Some(found) => Raw::End(from + found + closing.len()),
        None => Raw::Open,
    }
}
