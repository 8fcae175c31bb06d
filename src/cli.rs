//! The command line: what the arguments ask for, done and reported on the handles passed in.
//!
//! Writes results to `out` and troubles to `err`, in English or Dutch. It opens no window: that
//! someone wants one is its answer, and the program's to carry out.

mod args;
mod can;
mod check;
mod diff;
mod effective;
mod failure;
mod find;
mod help;
mod import;
mod least;
mod needs;
mod print;
mod sample;
mod sarif;
mod subject;
mod who_can;
mod words;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use self::args::{Command, Wish};
use self::failure::Failure;
use crate::domain::language::Language;
use crate::domain::time::Timestamp;
use crate::session::system_clock;

/// What the command line takes from the machine it runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The language of the texts, unless an argument says otherwise.
    pub language: Language,
    /// The moment.
    pub now: Timestamp,
}

impl Surroundings {
    /// Those of this process: its clock, and the language that `LC_ALL`, `LC_MESSAGES` or `LANG`
    /// names.
    pub fn of_this_process() -> Self {
        Self {
            language: language_of(|name| std::env::var(name).ok()),
            now: system_clock(),
        }
    }
}

/// The language that the first of `LC_ALL`, `LC_MESSAGES` and `LANG` with a value names; English
/// where that is not Dutch.
pub fn language_of(variable: impl Fn(&str) -> Option<String>) -> Language {
    let chosen = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    let tag = chosen.split(['_', '.', '-', '@']).next();
    if tag.is_some_and(|tag| tag.eq_ignore_ascii_case(Language::Dutch.tag())) {
        Language::Dutch
    } else {
        Language::English
    }
}

/// What became of the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; the program ends.
    Exit(Exit),
    /// A window is wanted.
    Window(Window),
}

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, and nothing was found.
    Clean = 0,
    /// Done, and something was found.
    Findings = 1,
    /// Not done: a file can't be read, or the arguments make no sense.
    Failure = 2,
    /// Asked whether something may be done, and it may not.
    Refused = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What the window is to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    /// The start view.
    Start,
    /// The built-in sample tenant.
    Sample,
    /// This file.
    File(PathBuf),
}

/// Does what `args`, without the program's name, ask for.
pub fn run<A: Into<OsString> + Clone>(
    args: impl IntoIterator<Item = A>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let language = args::language(&args).unwrap_or(surroundings.language);
    let surroundings = &Surroundings {
        language,
        ..*surroundings
    };
    let done = args::parse(args, language).and_then(|wish| match wish {
        Wish::Print(text) => tell(out, &text, language).map(|()| Outcome::Exit(Exit::Clean)),
        Wish::Window(window) => Ok(Outcome::Window(window)),
        Wish::Run(command) => carry_out(&command, surroundings, out).map(Outcome::Exit),
    });
    done.unwrap_or_else(|failure| {
        // Where nobody can be told, the exit code still says it.
        let _ = err.write_all(failure.text().as_bytes());
        Outcome::Exit(Exit::Failure)
    })
}

fn carry_out(
    command: &Command,
    surroundings: &Surroundings,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let language = surroundings.language;
    let clean = |text| (text, Exit::Clean);
    let (text, exit) = match command {
        Command::Can(options) => can::run(options, surroundings)?,
        Command::Check(options) => check::run(options, surroundings)?,
        Command::Diff(options) => diff::run(options, surroundings)?,
        Command::Effective(options) => clean(effective::run(options, surroundings)?),
        Command::Import(options) => import::run(options, surroundings)?,
        Command::Least(options) => least::run(options, surroundings)?,
        Command::Matrix(options) => clean(print::matrix(options, language)?),
        Command::Roles(options) => clean(print::roles(options, language)?),
        Command::Sample(options) => clean(sample::run(options, language)?),
        Command::WhoCan(options) => clean(who_can::run(options, surroundings)?),
    };
    tell(out, &text, language)?;
    Ok(exit)
}

/// Writes a result. Whoever closed the pipe has read enough: that is no trouble.
fn tell(out: &mut dyn Write, text: &str, language: Language) -> Result<(), Failure> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let [en, nl] = [
                "the result can't be written",
                "het resultaat kan niet worden geschreven",
            ];
            Err(Failure::new(
                language,
                format!("{en}: {error}"),
                format!("{nl}: {error}"),
            ))
        }
        _ => Ok(()),
    }
}
