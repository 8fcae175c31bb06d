//! Why a command was not carried out, and what to do about it.

use std::fmt::Write as _;

use crate::domain::language::Language;

/// A trouble in one language: lower case, no full stop, with a hint apart where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    language: Language,
    message: String,
    hint: Option<String>,
}

impl Failure {
    /// A trouble.
    pub fn new(language: Language, en: impl Into<String>, nl: impl Into<String>) -> Self {
        Self {
            language,
            message: choose(language, en.into(), nl.into()),
            hint: None,
        }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, en: impl Into<String>, nl: impl Into<String>) -> Self {
        self.hint = Some(choose(self.language, en.into(), nl.into()));
        self
    }

    /// As it is printed. What came from a file name or an argument can't steer the terminal.
    pub fn text(&self) -> String {
        let error = choose(self.language, "error", "fout");
        let mut text = format!(
            "{error}: {}\n",
            self.message.replace(char::is_control, "\u{fffd}")
        );
        if let Some(hint) = &self.hint {
            let word = choose(self.language, "hint", "tip");
            let _ = writeln!(
                text,
                "{word}: {}",
                hint.replace(char::is_control, "\u{fffd}")
            );
        }
        text
    }
}

/// One of two, by language.
pub fn choose<T>(language: Language, en: T, nl: T) -> T {
    match language {
        Language::English => en,
        Language::Dutch => nl,
    }
}
