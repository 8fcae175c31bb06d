//! `mandate matrix` and `mandate roles`: the catalogues, printed.

use super::args::{Catalogue, ListFormat, ListOptions};
use super::failure::Failure;
use crate::catalogue;
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::language::Language;
use crate::exchange::{Table, csv, json, matrix, roles, text};

/// The text of a permission matrix.
pub fn matrix(options: &ListOptions, language: Language) -> Result<String, Failure> {
    let known = shared(language)?;
    Ok(match (options.format, edition(options.catalogue)) {
        (ListFormat::Text, None) => text::office365_matrix(known, language),
        (ListFormat::Text, Some(edition)) => text::entra_matrix(known, edition, language),
        (format, None) => written(&matrix::office365(known), format),
        (format, Some(edition)) => written(&matrix::entra(known, edition), format),
    })
}

/// The text of a list of roles.
pub fn roles(options: &ListOptions, language: Language) -> Result<String, Failure> {
    let known = shared(language)?;
    Ok(match (options.format, edition(options.catalogue)) {
        (ListFormat::Text, None) => text::office365_roles(known, language),
        (ListFormat::Text, Some(edition)) => text::entra_roles(known, edition, language),
        (format, None) => written(&roles::office365(known), format),
        (format, Some(edition)) => written(&roles::entra(known, edition), format),
    })
}

/// The one catalogue of the program.
pub fn shared(language: Language) -> Result<&'static RoleCatalogue, Failure> {
    catalogue::shared().map(AsRef::as_ref).map_err(|error| {
        Failure::new(
            language,
            format!("the role catalogue can't be used: {error}"),
            format!("de rollencatalogus is onbruikbaar: {error}"),
        )
    })
}

const fn edition(catalogue: Catalogue) -> Option<Edition> {
    match catalogue {
        Catalogue::Office365 => None,
        Catalogue::Entra => Some(Edition::Current),
        Catalogue::EntraSeed => Some(Edition::Seed),
    }
}

fn written(table: &Table, format: ListFormat) -> String {
    match format {
        ListFormat::Csv => csv::to_string(table),
        ListFormat::Json | ListFormat::Text => json::to_string(table),
    }
}
