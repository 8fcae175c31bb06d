//! The arguments: their shape, and what they ask for.
//!
//! The words of the help stand in [`super::help`] in both languages; here stand the names.

mod questions;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use self::questions::{CanOptions, EffectiveOptions, LeastOptions, Needs, What, WhoCanOptions};
use super::failure::Failure;
use super::{Window, help};
use crate::domain::language::Language;

/// What the arguments ask for.
pub enum Wish {
    /// A text: the help or the version.
    Print(String),
    /// The window.
    Window(Window),
    /// A command.
    Run(Command),
}

#[derive(Parser)]
#[command(
    name = "mandate",
    version,
    no_binary_name = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
struct Arguments {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long)]
    sample: bool,
    #[arg(long, global = true, value_name = "en|nl", display_order = 900)]
    language: Option<Tongue>,
    #[arg(long, short = 'V', action = ArgAction::Version, display_order = 901)]
    version: Option<bool>,
    #[arg(long, short, global = true, action = ArgAction::Help, display_order = 902)]
    help: Option<bool>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Asks whether someone may do something.
    Can(CanOptions),
    /// Reviews a tenant file.
    Check(CheckOptions),
    /// Compares two tenant files.
    Diff(DiffOptions),
    /// Tells what someone can do.
    Effective(EffectiveOptions),
    /// Brings people into a tenant file.
    Import(ImportOptions),
    /// Finds the least roles that do something.
    Least(LeastOptions),
    /// Prints a permission matrix.
    Matrix(ListOptions),
    /// Prints a role list.
    Roles(ListOptions),
    /// Writes a made-up tenant.
    Sample(SampleOptions),
    /// Tells who can do something.
    WhoCan(WhoCanOptions),
}

/// What `check` needs to know.
#[derive(Args)]
pub struct CheckOptions {
    /// The tenant file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ReportFormat,
}

/// What `diff` needs to know.
#[derive(Args)]
pub struct DiffOptions {
    /// The tenant file before.
    #[arg(value_name = "A")]
    pub before: PathBuf,
    /// The tenant file after.
    #[arg(value_name = "B")]
    pub after: PathBuf,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// What `import` needs to know.
#[derive(Args)]
pub struct ImportOptions {
    /// The tenant file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The people.
    #[arg(value_name = "PEOPLE")]
    pub people: PathBuf,
    /// The account to act as.
    #[arg(long = "as", value_name = "UPN")]
    pub account: String,
    /// Whether to tell only what would happen.
    #[arg(long)]
    pub dry_run: bool,
    /// Why; privileged roles ask for it.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// The ticket it is done for.
    #[arg(long, value_name = "TEXT")]
    pub ticket: Option<String>,
    /// The country code for numbers without one.
    #[arg(long, value_name = "CODE")]
    pub country_code: Option<String>,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ImportFormat,
}

/// What `matrix` and `roles` need to know.
#[derive(Args)]
pub struct ListOptions {
    /// Which roles.
    #[arg(long, value_name = "CATALOGUE", default_value = "office365")]
    pub catalogue: Catalogue,
    /// How to print.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// What `sample` needs to know.
#[derive(Args)]
pub struct SampleOptions {
    /// How many people to draw; the sample organisation when absent.
    #[arg(long, value_name = "N")]
    pub users: Option<usize>,
    /// What to draw them from.
    #[arg(long, value_name = "S", requires = "users", default_value = "1")]
    pub seed: u64,
    /// The file to write.
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Whether a file of that name may be replaced.
    #[arg(long)]
    pub force: bool,
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For programs that collect findings of all sorts.
    Sarif,
}

/// The forms in which an import tells of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// For people.
    Text,
    /// For programs.
    Csv,
}

/// The forms of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// For people.
    Text,
}

/// The lists of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Catalogue {
    /// The eight Office 365 roles.
    Office365,
    /// Today's Entra roles.
    Entra,
    /// The Entra roles of the seed article.
    EntraSeed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Tongue {
    En,
    Nl,
}

/// The language that the arguments ask for, read before anything else so that a complaint about
/// the arguments is in it already.
pub fn language(args: &[OsString]) -> Option<Language> {
    let mut asked = None;
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        let tag = match arg.strip_prefix("--language") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('='),
            None if arg == "--" => break,
            None => None,
        };
        let named = |tag| Language::ALL.into_iter().find(|known| known.tag() == tag);
        asked = tag.and_then(named).or(asked);
    }
    asked
}

/// Reads the arguments.
pub fn parse(args: Vec<OsString>, language: Language) -> Result<Wish, Failure> {
    let command = help::in_words(Arguments::command(), language);
    let parsed = command
        .try_get_matches_from(args)
        .and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => {
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Wish::Print(
                    help::finish(error.render().to_string(), language),
                )),
                _ => Err(complaint(&error, language)),
            };
        }
    };
    match arguments {
        Arguments {
            command: Some(command),
            file: None,
            sample: false,
            ..
        } => Ok(Wish::Run(command)),
        Arguments {
            command: None,
            file: None,
            sample,
            ..
        } => Ok(Wish::Window(if sample {
            Window::Sample
        } else {
            Window::Start
        })),
        Arguments {
            command: None,
            file: Some(file),
            sample: false,
            ..
        } => Ok(Wish::Window(Window::File(file))),
        _ => Err(Failure::new(
            language,
            "a file, `--sample` and a command exclude each other",
            "een bestand, `--sample` en een opdracht sluiten elkaar uit",
        )
        .hint(
            "a file with the name of a command is given as `./check`",
            "een bestand met de naam van een opdracht geeft u op als `./check`",
        )),
    }
}

/// What is wrong with the arguments.
fn complaint(error: &clap::Error, language: Language) -> Failure {
    let about = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("`, `"),
        _ => String::new(),
    };
    let (argument, value) = (
        about(ContextKind::InvalidArg),
        about(ContextKind::InvalidValue),
    );
    let failure = |en: String, nl: String| Failure::new(language, en, nl);
    let failure = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => failure(
            format!("there is no option `{argument}`"),
            format!("er is geen optie `{argument}`"),
        ),
        ErrorKind::UnknownArgument => failure(
            format!("`{argument}` is one argument too many"),
            format!("`{argument}` is een argument te veel"),
        ),
        ErrorKind::InvalidValue if value.is_empty() => failure(
            format!("`{argument}` needs a value"),
            format!("`{argument}` heeft een waarde nodig"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => failure(
            format!("`{value}` is not a value of `{argument}`"),
            format!("`{value}` is geen waarde van `{argument}`"),
        ),
        ErrorKind::MissingRequiredArgument => failure(
            format!("missing: `{argument}`"),
            format!("er ontbreekt: `{argument}`"),
        ),
        ErrorKind::ArgumentConflict => failure(
            format!("`{argument}` is given twice, or excludes something else given"),
            format!("`{argument}` staat er twee keer, of sluit iets anders uit"),
        ),
        _ => failure(
            "these arguments make no sense".to_owned(),
            "deze argumenten hebben geen betekenis".to_owned(),
        ),
    };
    let valid = about(ContextKind::ValidValue);
    let suggested = about(ContextKind::SuggestedArg);
    if !suggested.is_empty() {
        failure.hint(
            format!("did you mean `{suggested}`?"),
            format!("bedoelde u `{suggested}`?"),
        )
    } else if valid.is_empty() {
        failure.hint(
            "`mandate --help` tells what can be given",
            "`mandate --help` zegt wat u kunt opgeven",
        )
    } else {
        failure.hint(
            format!("choose from `{valid}`"),
            format!("kies uit `{valid}`"),
        )
    }
}
