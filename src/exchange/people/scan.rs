//! Text to cells, strictly: what is quoted wrongly is refused, not guessed at.

use super::table::{Separator, TableProblem};

/// What follows a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// Another cell of the record.
    Cell,
    /// The next record.
    Record,
    /// Nothing.
    End,
}

/// Reads cells one after the other and counts lines.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The line that is read, from 1.
    pub line: u32,
    separator: u8,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, separator: Separator) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            separator: separator.byte(),
        }
    }

    /// Whether everything was read.
    pub(super) fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Reads a cell into `cell`.
    pub(super) fn cell(&mut self, cell: &mut String) -> Result<After, TableProblem> {
        let begin = self.at;
        loop {
            match self.peek() {
                None => break,
                Some(byte) if byte == self.separator || is_break(byte) => break,
                Some(b'"') => {
                    // Spaces before a quotation mark are there for the eye.
                    if !self.slice(begin).trim().is_empty() {
                        return Err(TableProblem::QuoteInside);
                    }
                    return self.quoted(cell);
                }
                Some(0) => return Err(TableProblem::Nul),
                Some(_) => self.at += 1,
            }
        }
        cell.push_str(self.slice(begin));
        Ok(self.after())
    }

    /// Reads the rest of a cell that begins with a quotation mark.
    fn quoted(&mut self, cell: &mut String) -> Result<After, TableProblem> {
        let opened = self.line;
        self.at += 1;
        let mut begin = self.at;
        loop {
            match self.peek() {
                None => return Err(TableProblem::QuoteNotClosed(opened)),
                Some(0) => return Err(TableProblem::Nul),
                Some(b'"') => {
                    cell.push_str(self.slice(begin));
                    self.at += 1;
                    if self.peek() != Some(b'"') {
                        break;
                    }
                    begin = self.at;
                    self.at += 1;
                }
                Some(byte) if is_break(byte) => self.skip_break(),
                Some(_) => self.at += 1,
            }
        }
        while self.separator != b'\t' && self.peek() == Some(b'\t') || self.peek() == Some(b' ') {
            self.at += 1;
        }
        match self.peek() {
            None => {}
            Some(byte) if byte == self.separator || is_break(byte) => {}
            Some(_) => return Err(TableProblem::TextAfterQuote),
        }
        Ok(self.after())
    }

    fn after(&mut self) -> After {
        match self.peek() {
            None => After::End,
            Some(byte) if byte == self.separator => {
                self.at += 1;
                After::Cell
            }
            Some(_) => {
                self.skip_break();
                if self.is_done() {
                    After::End
                } else {
                    After::Record
                }
            }
        }
    }

    /// A line break is CR LF, LF, or CR alone.
    fn skip_break(&mut self) {
        if self.peek() == Some(b'\r') {
            self.at += 1;
            if self.peek() == Some(b'\n') {
                self.at += 1;
            }
        } else {
            self.at += 1;
        }
        self.line = self.line.saturating_add(1);
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn slice(&self, begin: usize) -> &'a str {
        self.text.get(begin..self.at).unwrap_or_default()
    }
}

const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
