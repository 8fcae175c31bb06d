//! Bytes to text: UTF-8 with or without a mark at its start, and the UTF-16 that Excel writes.

use super::table::{TableError, TableProblem};

/// The text of a file. The bytes are wiped, since they may hold passwords; so is the text by
/// whoever is done with it, with [`wipe`].
pub fn text(mut bytes: Vec<u8>) -> Result<String, TableError> {
    let little = bytes.starts_with(&[0xff, 0xfe]);
    if little || bytes.starts_with(&[0xfe, 0xff]) {
        let text = utf16(bytes.get(2..).unwrap_or_default(), little);
        overwrite(&mut bytes);
        return text;
    }
    if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        let line = lines_before(bytes.get(..at).unwrap_or_default());
        overwrite(&mut bytes);
        TableError::at(line, TableProblem::NotUnicode)
    })
}

/// Overwrites a text that may hold passwords before its memory is used for something else.
pub fn wipe(text: String) {
    overwrite(&mut text.into_bytes());
}

fn overwrite(bytes: &mut [u8]) {
    bytes.fill(0);
    // Without someone who looks at them, the zeros need not be written.
    std::hint::black_box(bytes);
}

fn utf16(bytes: &[u8], little: bool) -> Result<String, TableError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| {
        if little {
            u16::from_le_bytes(*pair)
        } else {
            u16::from_be_bytes(*pair)
        }
    });
    let mut text = String::with_capacity(pairs.len());
    let mut whole = rest.is_empty();
    for letter in char::decode_utf16(units) {
        if let Ok(letter) = letter {
            text.push(letter);
        } else {
            whole = false;
            break;
        }
    }
    if whole {
        return Ok(text);
    }
    let line = lines_before(text.as_bytes());
    wipe(text);
    Err(TableError::at(line, TableProblem::NotUnicode))
}

fn lines_before(bytes: &[u8]) -> u32 {
    let breaks = memchr::memchr_iter(b'\n', bytes).count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}
