//! Reads the records of a file over every core, whichever way they are laid out.
//!
//! A file that Mandate wrote has one record a line: lines are found at once and read on their
//! own. A file that someone laid out anew is still RON, and is split by quotes and brackets.

use std::ops::Range;

use crate::storage::error::{OpenError, Problem};
use crate::storage::progress::{Cancelled, Progress};

use super::{Fault, RECORD_MAX, blocks, split};

/// About how many bytes are read as one piece of work.
const BLOCK: usize = 256 << 10;
/// The part of the whole work that this is.
const SPAN: (f32, f32) = (0.1, 0.7);
/// What a record's line begins with; a layout of anything else is not one record a line.
const KINDS: [&str; 20] = [
    "Mandate(",
    "Organization(",
    "Domain(",
    "Subscription(",
    "Partner(",
    "Customer(",
    "User(",
    "DeletedUser(",
    "Group(",
    "GroupMembers(",
    "AdministrativeUnit(",
    "UnitMembers(",
    "RoleSet(",
    "RoleDefinition(",
    "Review(",
    "BreakGlass(",
    "Acceptance(",
    "RoleAssignment(",
    "Audit(",
    "AuditItems(",
];

/// Why reading stopped.
enum Stop {
    Cancelled,
    Fault(Fault),
}

impl From<Cancelled> for Stop {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Reads every record from `from`, the end of the header, to the end of the text. `read` takes
/// a record and where it begins.
pub fn read<P: Default + Send>(
    text: &str,
    from: usize,
    progress: &Progress,
    read: impl Fn(&mut P, &str, usize) -> Result<(), Fault> + Sync,
) -> Result<Vec<P>, OpenError> {
    let outcome = by_lines(text, from, progress, &read).or_else(|stop| match stop {
        Stop::Cancelled => Err(Stop::Cancelled),
        Stop::Fault(on_a_line) => match by_brackets(text, from, progress, &read) {
            // Where every line is a record, a quote left open spoils one of them and no more.
            Err(Stop::Fault(_)) if is_one_a_line(text, from) => Err(Stop::Fault(on_a_line)),
            otherwise => otherwise,
        },
    });
    outcome.map_err(|stop| match stop {
        Stop::Cancelled => Cancelled.into(),
        Stop::Fault(fault) => fault.on_line(text),
    })
}

fn by_lines<P: Default + Send>(
    text: &str,
    from: usize,
    progress: &Progress,
    read: &(impl Fn(&mut P, &str, usize) -> Result<(), Fault> + Sync),
) -> Result<Vec<P>, Stop> {
    let bytes = text.as_bytes();
    let start = match text.get(from..).and_then(after_header) {
        Some(skipped) => from + skipped,
        None => return Err(Fault::new(from, Problem::NoComma).into()),
    };
    let end = match text.trim_end().strip_suffix("\n]") {
        Some(records) if records.len() + 1 >= start => records.len() + 1,
        _ => return Err(Fault::new(usize::MAX, Problem::NoEnd).into()),
    };
    let body = text.get(start..end).unwrap_or_default();
    let last = start + body.trim_end().len();

    let mut cuts = vec![start];
    let mut at = start;
    while let Some(found) = bytes
        .get(at + BLOCK..end)
        .and_then(|rest| memchr::memchr(b'\n', rest))
    {
        at += BLOCK + found + 1;
        cuts.push(at);
    }
    cuts.push(end);

    blocks::each(cuts.len() - 1, (progress, SPAN.0, SPAN.1), |block| {
        let (Some(&begin), Some(&end)) = (cuts.get(block), cuts.get(block + 1)) else {
            return Ok(P::default());
        };
        let mut parts = P::default();
        let mut at = begin;
        for line in text
            .get(begin..end)
            .unwrap_or_default()
            .split_inclusive('\n')
        {
            let trimmed = line.trim_ascii();
            let start = at + (line.len() - line.trim_ascii_start().len());
            at += line.len();
            if trimmed.is_empty() || trimmed.starts_with("//") {
                continue;
            }
            if trimmed.len() > RECORD_MAX {
                return Err(Fault::new(start, Problem::RecordTooLong).into());
            }
            let record = match trimmed.strip_suffix(',') {
                Some(record) => record,
                None if start + trimmed.len() == last => trimmed,
                None => {
                    // What the record itself has to say comes first: it may be cut off.
                    read(&mut parts, trimmed, start)?;
                    return Err(Fault::new(start, Problem::NoComma).into());
                }
            };
            read(&mut parts, record, start)?;
        }
        Ok(parts)
    })
}

fn by_brackets<P: Default + Send>(
    text: &str,
    from: usize,
    progress: &Progress,
    read: &(impl Fn(&mut P, &str, usize) -> Result<(), Fault> + Sync),
) -> Result<Vec<P>, Stop> {
    let records = split::records_after(text, from).map_err(Fault::from)?;
    let groups: Vec<&[Range<usize>]> = records.chunks(1024).collect();
    blocks::each(groups.len(), (progress, SPAN.0, SPAN.1), |group| {
        let mut parts = P::default();
        for range in groups.get(group).copied().unwrap_or_default() {
            let record = text.get(range.clone()).unwrap_or_default();
            if record.len() > RECORD_MAX {
                return Err(Fault::new(range.start, Problem::RecordTooLong).into());
            }
            read(&mut parts, record, range.start)?;
        }
        Ok(parts)
    })
}

/// How much follows the header on its own line: its comma and the line's end.
fn after_header(rest: &str) -> Option<usize> {
    let line = rest.split_inclusive('\n').next()?;
    (line.trim_ascii() == ",").then_some(line.len())
}

/// Whether every line is a record, blank, a comment or the closing bracket.
fn is_one_a_line(text: &str, from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    rest.lines().skip(1).all(|line| {
        let line = line.trim_ascii();
        line.is_empty()
            || line == "]"
            || line.starts_with("//")
            || KINDS.iter().any(|kind| line.starts_with(kind))
    })
}
