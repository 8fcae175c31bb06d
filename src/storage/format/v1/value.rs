//! The values in a record: text that borrows from the file, ids, moments and hashes.
//!
//! An id, a moment or a hash that is none is kept as the text it was, so that the error can show it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use uuid::Uuid;

use crate::domain::time::Timestamp;

/// A text, borrowed from the file where it has no escapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

/// An id, or the text that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Id<'a> {
    /// An id.
    Known(Uuid),
    /// Something else.
    Other(Text<'a>),
}

/// A moment, or the text that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment<'a> {
    /// A moment.
    Known(Timestamp),
    /// Something else.
    Other(Text<'a>),
}

impl<'a> From<Text<'a>> for Id<'a> {
    fn from(text: Text<'a>) -> Self {
        // Only the form with hyphens: the length tells it from the others that are accepted.
        match Uuid::try_parse(text.as_str()) {
            Ok(id) if text.as_str().len() == 36 => Self::Known(id),
            _ => Self::Other(text),
        }
    }
}

impl<'a> From<Text<'a>> for Moment<'a> {
    fn from(text: Text<'a>) -> Self {
        match text.as_str().parse::<jiff::Timestamp>() {
            Ok(moment) => Self::Known(Timestamp(moment.as_second())),
            Err(_) => Self::Other(text),
        }
    }
}

/// A SHA-256, or the text that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sha256<'a> {
    /// A hash.
    Known([u8; 32]),
    /// Something else.
    Other(Text<'a>),
}

impl<'a> From<Text<'a>> for Sha256<'a> {
    fn from(text: Text<'a>) -> Self {
        match bytes(text.as_str()) {
            Some(bytes) => Self::Known(bytes),
            None => Self::Other(text),
        }
    }
}

/// Bytes as hex digits, in lower case.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)])
        .collect()
}

/// The bytes that 64 hex digits stand for, in either case.
fn bytes(hex: &str) -> Option<[u8; 32]> {
    if hex.len() != 64 {
        return None;
    }
    let digit = |digit: u8| u8::try_from(char::from(digit).to_digit(16)?).ok();
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        let &[high, low] = pair else {
            return None;
        };
        *byte = digit(high)? << 4 | digit(low)?;
    }
    Some(bytes)
}

/// Writes a moment as RFC 3339, where the years a date can have allow it.
pub fn rfc3339(moment: Timestamp) -> Option<String> {
    jiff::Timestamp::from_second(moment.0)
        .ok()
        .map(|moment| moment.to_string())
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(TextVisitor)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Text::deserialize(from).map(Self::from)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Moment<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Text::deserialize(from).map(Self::from)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Sha256<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Text::deserialize(from).map(Self::from)
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl Serialize for Id<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(id) => {
                to.serialize_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
            }
            Self::Other(text) => text.serialize(to),
        }
    }
}

impl Serialize for Moment<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(moment) => match rfc3339(*moment) {
                Some(text) => to.serialize_str(&text),
                None => Err(serde::ser::Error::custom("a moment outside the calendar")),
            },
            Self::Other(text) => text.serialize(to),
        }
    }
}

impl Serialize for Sha256<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(bytes) => to.serialize_str(&hex(bytes)),
            Self::Other(text) => text.serialize(to),
        }
    }
}
