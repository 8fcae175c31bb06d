//! The tenant file as text: its versions, its header, its hash.
//!
//! Reads bytes into a tenant and writes a snapshot as bytes; which file they belong to is not
//! known here. A version's records and their meaning are the version's own: see [`v1`].
//!
//! ```text
//! [
//! Mandate(format: 1, sha256: "<of every byte after this line>"),
//! Organization(name: "Contoso", purchased_from: Microsoft),
//! …one record a line, in a stable order…
//! ]
//! ```

mod blocks;
mod lines;
mod ron_error;
mod split;
pub mod v1;

use std::borrow::Cow;
use std::thread;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::{Tenant, TenantSnapshot};

use super::error::{OpenError, Problem, SaveError};
use super::progress::Progress;
use split::SplitError;
use v1::value::{Text, hex};
use v1::{HeaderV1, RecordV1};

/// The version that is written.
pub const NEWEST_VERSION: u64 = 1;
/// The longest record, in bytes. What is longer was not written by Mandate.
pub const RECORD_MAX: usize = 16 << 20;

/// Tells whether a role is known, so that a misspelt id is found when the file is opened.
pub type KnownRoles<'a> = &'a (dyn Fn(RoleTemplateId) -> bool + Sync);

/// What a file holds.
#[derive(Debug)]
pub struct Parsed {
    /// The tenant.
    pub tenant: Tenant,
    /// Whether the bytes are other than Mandate wrote.
    pub changed_outside: bool,
    /// Identifies the bytes.
    pub(super) digest: [u8; 32],
}

/// What a file is to hold, in pieces that belong together in this order.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) head: String,
    pub(super) pieces: Vec<String>,
    pub(super) digest: [u8; 32],
}

impl Document {
    /// The pieces, the header first.
    pub(super) fn slices(&self) -> Vec<&[u8]> {
        std::iter::once(&self.head)
            .chain(&self.pieces)
            .map(String::as_bytes)
            .collect()
    }
}

/// Where a text goes wrong; its line is counted only when it is known to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    at: usize,
    field: Option<Box<str>>,
    problem: Problem,
}

/// The beginning of a file: its version, and where its records begin.
struct Header {
    format: u64,
    end: usize,
}

/// Reads a tenant file.
pub fn parse(
    bytes: &[u8],
    known_roles: KnownRoles<'_>,
    progress: &Progress,
) -> Result<Parsed, OpenError> {
    let text = text_of(bytes)?;
    let fault = |fault: Fault| fault.on_line(text);
    let header = header(text).map_err(fault)?;
    match header.format {
        1 => {}
        newer if newer > NEWEST_VERSION => {
            return Err(at_line(text, header.end, Problem::NewerVersion(newer)));
        }
        never => return Err(at_line(text, header.end, Problem::UnknownVersion(never))),
    }
    let split = head_end(bytes);
    let (head, rest) = bytes.split_at(split);
    // Hashing takes a tenth of the time that reading does, and needs nothing from it.
    thread::scope(|scope| {
        let hash = thread::Builder::new()
            .spawn_scoped(scope, || sha256(rest))
            .ok();
        let parts = lines::read(text, header.end, progress, v1::assemble::Parts::read)?;
        let tenant = v1::assemble::tenant(text, parts, known_roles, progress)?;
        let hash = hash
            .and_then(|thread| thread.join().ok())
            .unwrap_or_else(|| sha256(rest));
        let canonical = head_of(&hash);
        Ok(Parsed {
            tenant,
            changed_outside: head.strip_prefix(BOM).unwrap_or(head) != canonical.as_bytes(),
            digest: identity(head, &hash),
        })
    })
}

/// Writes a tenant file.
pub(super) fn compose(
    snapshot: &TenantSnapshot,
    progress: &Progress,
) -> Result<Document, SaveError> {
    let pieces = v1::compose::pieces(snapshot, progress)?;
    let mut hash = Sha256::new();
    for piece in &pieces {
        hash.update(piece);
    }
    let hash = hash.finalize().into();
    let head = head_of(&hash);
    let digest = identity(head.as_bytes(), &hash);
    Ok(Document {
        head,
        pieces,
        digest,
    })
}

/// Identifies the bytes of any file, as [`Parsed`] and [`Document`] do for a tenant file.
pub(super) fn digest(bytes: &[u8]) -> [u8; 32] {
    let (head, rest) = bytes.split_at(head_end(bytes));
    identity(head, &sha256(rest))
}

impl Fault {
    /// Something at this offset.
    pub(super) const fn new(at: usize, problem: Problem) -> Self {
        Self {
            at,
            field: None,
            problem,
        }
    }

    /// Something about a field of the record at this offset.
    pub(super) fn field(at: usize, field: impl Into<Box<str>>, problem: Problem) -> Self {
        Self {
            at,
            field: Some(field.into()),
            problem,
        }
    }

    fn on_line(self, text: &str) -> OpenError {
        OpenError {
            field: self.field,
            ..at_line(text, self.at, self.problem)
        }
    }
}

impl From<SplitError> for Fault {
    fn from(error: SplitError) -> Self {
        match error {
            SplitError::CutOff(at) => Self::new(at, Problem::CutOff),
            SplitError::NoEnd => Self::new(usize::MAX, Problem::NoEnd),
            SplitError::NoComma(at) => Self::new(at, Problem::NoComma),
            SplitError::NotARecord(at) => Self::new(at, Problem::NotARecord),
            SplitError::TextAfterEnd(at) => Self::new(at, Problem::TextAfterEnd),
        }
    }
}

/// The mark some editors put at the beginning of UTF-8 text.
const BOM: &[u8] = "\u{feff}".as_bytes();

fn text_of(bytes: &[u8]) -> Result<&str, OpenError> {
    let line = |offset: usize| line_of(bytes.get(..offset).unwrap_or_default());
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        OpenError::line(line(offset), Problem::NotUtf8(offset))
    })?;
    if let Some(offset) = memchr::memchr(0, bytes) {
        return Err(OpenError::line(line(offset), Problem::Nul(offset)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(OpenError::whole(Problem::Empty));
    }
    Ok(text)
}

/// Reads no more of the header than every version has, before that of this version.
fn header(text: &str) -> Result<Header, Fault> {
    #[derive(Deserialize)]
    #[serde(rename = "Mandate")]
    struct AnyVersion {
        format: u64,
    }

    let open = split::skip_blank(text, 0)?;
    let not_ours = |at| Fault::new(at, Problem::NotATenantFile);
    let after = |at: usize| text.get(at..).unwrap_or_default();
    if !after(open).starts_with('[') {
        return Err(not_ours(open));
    }
    let start = split::skip_blank(text, open + 1)?;
    let name_end = start + "Mandate".len();
    if !after(start).starts_with("Mandate") || !after(name_end).trim_start().starts_with('(') {
        return Err(not_ours(start));
    }
    let end = split::value_end(text, start)?;
    let record = text.get(start..end).unwrap_or_default();
    if record.len() > RECORD_MAX {
        return Err(Fault::new(start, Problem::RecordTooLong));
    }
    let fault = |error| ron_error::fault(record, start, error);
    let any: AnyVersion = v1::options().from_str(record).map_err(fault)?;
    if any.format == 1 {
        let _: RecordV1<'_> = v1::options().from_str(record).map_err(fault)?;
    }
    Ok(Header {
        format: any.format,
        end,
    })
}

/// The first two lines of the file with this hash of all that follows.
fn head_of(hash: &[u8; 32]) -> String {
    let header = RecordV1::Mandate(HeaderV1 {
        format: 1,
        sha256: Some(Text(Cow::Owned(hex(hash)))),
    });
    let mut head = String::from("[\n");
    // Only a moment can fail to be written, and a header has none.
    let _ = v1::write::record(&mut head, &header);
    head.push_str(",\n");
    head
}

/// The length of the first two lines, or of everything if there are fewer.
fn head_end(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes)
        .nth(1)
        .map_or(bytes.len(), |newline| newline + 1)
}

/// Identifies bytes by their first two lines and the hash of the rest, so that the rest, which
/// is nearly all of it, is hashed once for the header and not again.
fn identity(head: &[u8], rest: &[u8; 32]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(head);
    hash.update(rest);
    hash.finalize().into()
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The line of an offset; beyond the end it is that of the last text.
fn at_line(text: &str, at: usize, problem: Problem) -> OpenError {
    let before = text
        .as_bytes()
        .get(..at)
        .unwrap_or(text.trim_end().as_bytes());
    OpenError::line(line_of(before), problem)
}

fn line_of(before: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', before).count() + 1
}
