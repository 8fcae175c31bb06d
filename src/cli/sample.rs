//! `mandate sample`: writes a made-up tenant to a new file.

use super::args::SampleOptions;
use super::failure::{Failure, choose};
use crate::domain::language::Language;
use crate::sample::{self, PEOPLE_MAX, REFERENCE};
use crate::storage::{self, OnConflict, Progress, SaveError};

/// Writes the file and says so. The tenant is dated from a fixed moment, so that the same options
/// give the same file on any day.
pub fn run(options: &SampleOptions, language: Language) -> Result<String, Failure> {
    let tenant = match options.users {
        None => sample::dutch_organisation(REFERENCE),
        Some(users) => sample::generate(users, options.seed).map_err(|_| {
            Failure::new(
                language,
                format!("`{users}` is not a number of people to draw"),
                format!("`{users}` is geen aantal mensen om te trekken"),
            )
            .hint(
                format!("give a number from 1 to {PEOPLE_MAX}"),
                format!("geef een getal van 1 tot en met {PEOPLE_MAX}"),
            )
        })?,
    };
    let on_conflict = if options.force {
        OnConflict::Overwrite
    } else {
        OnConflict::Refuse
    };
    let path = &options.output;
    let progress = Progress::new();
    storage::save(&tenant.snapshot(), path, None, on_conflict, &progress).map_err(|error| {
        let failure = Failure::new(
            language,
            format!(
                "`{}` can't be written: {}",
                path.display(),
                error.explain(Language::English)
            ),
            format!(
                "`{}` kan niet worden geschreven: {}",
                path.display(),
                error.explain(Language::Dutch)
            ),
        );
        match error {
            SaveError::Exists => failure.hint(
                "give `--force` to replace it",
                "geef `--force` om het te vervangen",
            ),
            _ => failure,
        }
    })?;
    let people = tenant.users().len();
    let words = choose(language, "people", "mensen");
    Ok(format!("{}: {people} {words}\n", path.display()))
}
