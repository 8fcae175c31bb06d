//! What the commands that ask something need to know.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::ListFormat;
use crate::domain::operation::Operation;

/// What `who-can` needs to know.
#[derive(Args)]
pub struct WhoCanOptions {
    /// The tenant file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What is asked about.
    #[command(flatten)]
    pub what: What,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// One thing to be able to do.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct What {
    /// A resource action.
    #[arg(long, value_name = "A")]
    pub action: Option<String>,
    /// A permission, by key or name.
    #[arg(long, value_name = "P")]
    pub permission: Option<String>,
    /// A task, by what it says.
    #[arg(long, value_name = "T")]
    pub task: Option<String>,
}

/// What `can` needs to know.
#[derive(Args)]
pub struct CanOptions {
    /// The tenant file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Who would do it.
    #[arg(long = "as", value_name = "UPN")]
    pub account: String,
    /// What they would do.
    #[arg(value_name = "OPERATION", value_parser = operation())]
    pub operation: Operation,
    /// To whom or what.
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,
    /// Which role.
    #[arg(long, value_name = "R")]
    pub role: Option<String>,
    /// Over which administrative unit.
    #[arg(long, value_name = "UNIT")]
    pub scope: Option<String>,
    /// Into or out of which group or administrative unit.
    #[arg(long = "in", value_name = "NAME")]
    pub set: Option<String>,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// What `effective` needs to know.
#[derive(Args)]
pub struct EffectiveOptions {
    /// The tenant file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Whom it is about.
    #[arg(value_name = "UPN")]
    pub account: String,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// What `least` needs to know.
#[derive(Args)]
pub struct LeastOptions {
    /// What someone needs to be able to do.
    #[command(flatten)]
    pub needs: Needs,
    /// How many sets to tell of.
    #[arg(long, value_name = "N", default_value = "5")]
    pub most: usize,
    /// How to report.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// Things to be able to do, any number of each.
#[derive(Args)]
#[group(required = true, multiple = true)]
pub struct Needs {
    /// Tasks, by what they say.
    #[arg(long, value_name = "T", num_args = 1..)]
    pub task: Vec<String>,
    /// Permissions, by key or name.
    #[arg(long, value_name = "P", num_args = 1..)]
    pub permission: Vec<String>,
    /// Resource actions.
    #[arg(long, value_name = "A", num_args = 1..)]
    pub action: Vec<String>,
}

fn operation() -> impl TypedValueParser<Value = Operation> {
    let keys = Operation::ALL.map(Operation::key);
    PossibleValuesParser::new(keys)
        .try_map(|key| Operation::from_key(&key).ok_or("there is no such operation"))
}
