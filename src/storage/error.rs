//! What can go wrong with a tenant file, as data; the sentences are in `words`.
//!
//! Every case keeps what it is about, so that a person reads it in either language and a test
//! compares it. Nothing here shows anything.

use std::fmt;
use std::io;

use crate::domain::language::Language;
use crate::domain::resource_action::ResourceActionError;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::upn::UpnError;

use super::progress::Cancelled;
use super::words;

/// Why a tenant file can't be opened, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    /// What is wrong.
    pub problem: Problem,
    /// The line it is on, from 1, where it is on one.
    pub line: Option<usize>,
    /// The field it is in, as the file calls it, where it is in one.
    pub field: Option<Box<str>>,
}

/// What is wrong with a tenant file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such file.
    NotFound,
    /// It is a directory.
    Directory,
    /// It is a device, a pipe or the like.
    NotAFile,
    /// Reading is not allowed.
    NoPermission,
    /// It is larger than can be read.
    TooLarge,
    /// There is not enough memory to read it.
    OutOfMemory,
    /// The system says something else.
    Io(Box<str>),
    /// Someone asked to stop.
    Cancelled,

    /// There is nothing in it.
    Empty,
    /// The bytes are not UTF-8, from this offset on.
    NotUtf8(usize),
    /// There is a NUL byte at this offset.
    Nul(usize),
    /// It does not begin with the header of a tenant file.
    NotATenantFile,
    /// A format version that never was.
    UnknownVersion(u64),
    /// A format version of a later Mandate.
    NewerVersion(u64),
    /// A record is longer than any that Mandate writes.
    RecordTooLong,
    /// A record does not end.
    CutOff,
    /// The closing bracket of the list is missing.
    NoEnd,
    /// Something stands after the closing bracket.
    TextAfterEnd,
    /// Something that can't be a record.
    NotARecord,
    /// No comma after a record.
    NoComma,
    /// Not RON as Mandate writes it, at this column.
    Syntax(usize),
    /// Values within values, deeper than any that Mandate writes.
    TooDeep,
    /// Another sort of value belongs here.
    Expected(Expected),
    /// A record of an unknown kind.
    UnknownRecord(Box<str>),
    /// A field that the record does not have.
    UnknownField(Box<str>),
    /// A field that the record must have.
    MissingField(Box<str>),
    /// A field that occurs twice.
    RepeatedField(Box<str>),
    /// A word that is not among those allowed.
    UnknownWord {
        /// The word.
        found: Box<str>,
        /// The words allowed.
        allowed: &'static [&'static str],
    },

    /// Not an id.
    Id(Box<str>),
    /// Not a moment in time.
    Time(Box<str>),
    /// Not the hash of an entry of the history.
    Hash(Box<str>),
    /// More days than a deleted person can be kept.
    Days(u32),
    /// Not a directory scope.
    Scope(Box<str>),
    /// Not a user principal name or domain name.
    Upn(UpnError),
    /// Not an e-mail address.
    Email(Box<str>),
    /// A role that no catalogue knows.
    UnknownRole(RoleTemplateId),
    /// An entry of the history that undid one and did one again.
    UndoAndRedo,
    /// More changes of an entry of the history that is not there.
    NoEntry(u32),
    /// A second header.
    SecondHeader,
    /// No organisation.
    NoOrganization,
    /// A second organisation.
    SecondOrganization,
    /// A partner that occurs twice.
    DuplicatePartner(Box<str>),
    /// A customer that occurs twice.
    DuplicateCustomer(Box<str>),
    /// A second record of what the review goes by.
    SecondReview,
    /// Not a resource action.
    ResourceAction(ResourceActionError),
    /// Not the key of a finding.
    Finding(Box<str>),
    /// A finding that is accepted twice.
    AcceptedTwice(Box<str>),
    /// Thresholds of the review that contradict each other.
    Thresholds,
    /// The records do not make a tenant.
    Invariant(InvariantError),
}

/// A sort of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text in quotes.
    Text,
    /// `true` or `false`.
    YesNo,
    /// A whole number that is not negative, within bounds.
    Number,
    /// A list in brackets.
    List,
    /// Named values in parentheses.
    Fields,
    /// A word without quotes.
    Word,
}

impl OpenError {
    /// What went wrong, in a sentence of `language`, with the place in front.
    pub fn explain(&self, language: Language) -> String {
        words::open_error(self, language)
    }

    /// Something about the file as a whole.
    pub(super) const fn whole(problem: Problem) -> Self {
        Self {
            problem,
            line: None,
            field: None,
        }
    }

    /// Something about a line.
    pub(super) const fn line(line: usize, problem: Problem) -> Self {
        Self {
            problem,
            line: Some(line),
            field: None,
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.explain(Language::English))
    }
}

impl std::error::Error for OpenError {}

impl From<Cancelled> for OpenError {
    fn from(_: Cancelled) -> Self {
        Self::whole(Problem::Cancelled)
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::whole(match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::NotFound,
            io::ErrorKind::PermissionDenied => Problem::NoPermission,
            io::ErrorKind::IsADirectory => Problem::Directory,
            io::ErrorKind::OutOfMemory => Problem::OutOfMemory,
            _ => Problem::Io(error.to_string().into()),
        })
    }
}

/// Why a tenant file can't be saved. Whatever it is, what was there is still
/// there, under its own name or as the backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The file on disk is not the one that was opened or last saved.
    ChangedOnDisk,
    /// There is a file already.
    Exists,
    /// There is a directory of that name.
    Directory,
    /// There is a device, a pipe or the like of that name.
    NotAFile,
    /// The file may not be written.
    ReadOnlyFile,
    /// The folder is not there.
    NoFolder,
    /// The path names no file.
    NoName,
    /// Symbolic links that lead nowhere but to each other.
    LinkLoop,
    /// Writing in the folder is not allowed.
    NoPermission,
    /// The disk can't be written.
    ReadOnlyDisk,
    /// The disk is full.
    DiskFull,
    /// The previous file could not be kept as a backup.
    Backup(Box<str>),
    /// A record would be longer than can be read again.
    RecordTooLong,
    /// A moment that lies outside the years a file can hold, in seconds since 1970.
    Time(i64),
    /// The system says something else.
    Io(Box<str>),
    /// Someone asked to stop.
    Cancelled,
}

impl SaveError {
    /// What went wrong, in a sentence of `language`.
    pub fn explain(&self, language: Language) -> String {
        words::save_error(self, language)
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.explain(Language::English))
    }
}

impl std::error::Error for SaveError {}

impl From<Cancelled> for SaveError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::IsADirectory => Self::Directory,
            _ => Self::Io(error.to_string().into()),
        }
    }
}
