//! `roles/` text -> [`RoleCatalogue`].
//!
//! The files are embedded, parsed once and turned into the domain's catalogue. Parsing is pure:
//! nothing is read from disk and nothing is decided. What the files hold stands in their own
//! headers; most are written by the converter in `tests/it/roles/`, the others by hand.

mod build;
pub mod describe;
mod file;
mod sources;

use std::sync::{Arc, LazyLock};

use self::describe::ActionWords;
use crate::domain::catalogue::{CatalogueDefect, EditionDefect, RoleCatalogue};
use crate::domain::language::LocalText;

/// Why the embedded files make no catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// A file is not of its shape.
    #[error("roles/{file}, line {line}: {message}")]
    Syntax {
        /// The name of the file.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        message: String,
    },
    /// A value in a file means nothing.
    #[error("roles/{file}, line {line}: `{value}` is not {expected}")]
    Value {
        /// The name of the file.
        file: &'static str,
        /// The first line that holds the value, from 1.
        line: usize,
        /// The value.
        value: String,
        /// What was expected there.
        expected: &'static str,
    },
    /// A file lacks something that another speaks of.
    #[error("roles/{file} has no {what} for `{of}`")]
    Missing {
        /// The name of the file.
        file: &'static str,
        /// What is missing.
        what: &'static str,
        /// For which value.
        of: String,
    },
    /// An edition does not hold together.
    #[error("roles/{file}: {defect}")]
    Edition {
        /// The name of the file.
        file: &'static str,
        /// What is wrong with it.
        defect: EditionDefect,
    },
    /// The files do not make a whole, and no single value is to blame.
    #[error("roles/: {0}")]
    Catalogue(CatalogueDefect),
}

/// Reads the embedded files into a new catalogue.
pub fn load() -> Result<RoleCatalogue, CatalogueError> {
    build::catalogue()
}

/// The one catalogue of the program, read at the first call.
///
/// A test loads the embedded files, so an error is a defect of the build and not of the moment.
pub fn shared() -> Result<&'static Arc<RoleCatalogue>, &'static CatalogueError> {
    static SHARED: LazyLock<Result<Arc<RoleCatalogue>, CatalogueError>> =
        LazyLock::new(|| load().map(Arc::new));
    SHARED.as_ref()
}

/// What a namespace of actions is called, as it reads after "in"; `None` where no word is known.
pub fn namespace(namespace: &str) -> Option<LocalText> {
    static WORDS: LazyLock<Option<ActionWords>> =
        LazyLock::new(|| ActionWords::parse(sources::ACTION_WORDS.text).ok());
    WORDS.as_ref()?.service(namespace)
}
