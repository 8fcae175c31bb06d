//! The embedded files of `roles/`: their text, and how a fault in them is located.
//!
//! Knows names and lines, not what the files mean.

use ron::error::SpannedError;
use serde::Deserialize;

use super::CatalogueError;

/// An embedded file.
#[derive(Clone, Copy)]
pub struct Source {
    /// Its name in `roles/`.
    pub name: &'static str,
    /// What it holds.
    pub text: &'static str,
}

macro_rules! source {
    ($name:literal) => {
        Source {
            name: $name,
            text: include_str!(concat!("../../roles/", $name)),
        }
    };
}

pub const ENTRA_CURRENT: Source = source!("entra-current.ron");
pub const ENTRA_SEED: Source = source!("entra-seed.ron");
pub const RETIRED: Source = source!("retired.ron");
pub const NOTES: Source = source!("notes.ron");
pub const CATEGORIES: Source = source!("categories.ron");
pub const ALIASES: Source = source!("aliases.ron");
pub const OFFICE365: Source = source!("office365.ron");
pub const OFFICE365_TEXTS: Source = source!("office365-texts.ron");
pub const PERMISSION_ACTIONS: Source = source!("permission-actions.ron");
pub const RESET: Source = source!("reset.ron");
pub const TASKS: Source = source!("tasks.ron");
pub const TASK_TEXTS: Source = source!("task-texts.ron");
pub const ACTION_WORDS: Source = source!("action-words.ron");

impl Source {
    /// Reads the file as a `T`.
    pub fn parse<T: Deserialize<'static>>(self) -> Result<T, CatalogueError> {
        ron::from_str(self.text).map_err(|error| self.syntax(&error))
    }

    /// The error for a file that is not of its shape.
    pub fn syntax(self, error: &SpannedError) -> CatalogueError {
        CatalogueError::Syntax {
            file: self.name,
            line: error.span.start.line,
            message: error.code.to_string(),
        }
    }

    /// The error for a value of this file that is not what was `expected`.
    pub fn bad_value(self, value: &str, expected: &'static str) -> CatalogueError {
        let quoted = quoted(value);
        let line = self.text.lines().position(|line| line.contains(&quoted));
        CatalogueError::Value {
            file: self.name,
            line: line.map_or(1, |index| index + 1),
            value: value.to_owned(),
            expected,
        }
    }

    /// Whether the file has `value` as a text of its own.
    pub fn holds(self, value: &str) -> bool {
        self.text.contains(&quoted(value))
    }

    /// The error for something this file should have had.
    pub fn missing(self, what: &'static str, of: &impl ToString) -> CatalogueError {
        CatalogueError::Missing {
            file: self.name,
            what,
            of: of.to_string(),
        }
    }
}

fn quoted(value: &str) -> String {
    format!("\"{value}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: Source = Source {
        name: "sample.ron",
        text: "[\n(\"a\", 1),\n(\"b\", two),\n]\n",
    };

    #[test]
    fn errors_name_file_and_line() {
        let Err(error) = SOURCE.parse::<Vec<(&str, u8)>>() else {
            panic!("`two` is not a number");
        };
        let text = error.to_string();
        assert!(text.starts_with("roles/sample.ron, line 3: "), "{text}");
        assert_eq!(
            SOURCE.bad_value("b", "a letter we know").to_string(),
            "roles/sample.ron, line 3: `b` is not a letter we know"
        );
        assert_eq!(
            SOURCE.missing("number", &"c").to_string(),
            "roles/sample.ron has no number for `c`"
        );
    }
}
