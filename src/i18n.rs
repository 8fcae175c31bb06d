//! The texts of the screen and the command line: by key, in English and Dutch.
//!
//! Owns which language is in force for one window or one run. There is no global: whoever shows
//! text holds a [`Texts`], so that both languages can be used at once. It must not decide what is
//! said; that stands in `assets/i18n`, and the names of roles stand in the catalogue.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use i18n_embed::{
    I18nAssets, LanguageLoader as _, fluent::FluentLanguageLoader, unic_langid::LanguageIdentifier,
};
use jiff::tz::TimeZone;

use crate::domain::language::Language;

pub mod change_words;
pub mod format;
pub mod rule_text;

pub use format::{date, exact_time, number, relative_time};

/// The text of a key in the language of a [`Texts`]: `t!(texts, "count-users", count = 3)`.
///
/// A key or an argument that the English file does not have does not compile. Whole numbers are
/// shown with thousands separators; give what is not a quantity, such as a year, as text.
#[macro_export]
macro_rules! t {
    ($texts:expr, $key:tt $(, $name:ident = $value:expr)* $(,)?) => {
        ::i18n_embed_fl::fl!($texts.loader(), $key $(, $name = ($value))*)
    };
}

/// Both languages, loaded, and which of them is in force.
#[derive(Debug)]
pub struct Texts {
    language: Language,
    english: FluentLanguageLoader,
    dutch: FluentLanguageLoader,
    time_zone: TimeZone,
}

impl Texts {
    /// Texts in `language`, times in the time zone of this computer.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            english: load(Language::English),
            dutch: load(Language::Dutch),
            time_zone: TimeZone::system(),
        }
    }

    /// The same, with times in UTC: for tests, pictures and reports that others compare.
    #[must_use]
    pub fn in_utc(mut self) -> Self {
        self.time_zone = TimeZone::UTC;
        self
    }

    /// The language in force.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Speaks `language` from now on.
    pub fn set_language(&mut self, language: Language) {
        self.language = language;
    }

    /// What [`t!`] reads from.
    pub fn loader(&self) -> &FluentLanguageLoader {
        match self.language {
            Language::English => &self.english,
            Language::Dutch => &self.dutch,
        }
    }

    /// The text of a key that is put together at run time, from an enum for instance.
    ///
    /// Prefer [`t!`]: here only a test can find a key that does not exist.
    pub fn dynamic(&self, key: &str) -> String {
        self.loader().get(key)
    }

    /// Is there a text of this key?
    pub fn has(&self, key: &str) -> bool {
        self.loader().has(key)
    }

    /// The time zone that times are shown in.
    pub(crate) fn time_zone(&self) -> &TimeZone {
        &self.time_zone
    }
}

const DOMAIN: &str = "mandate";
const FILES: [(&str, &[u8]); 2] = [
    (
        "en/mandate.ftl",
        include_bytes!("../assets/i18n/en/mandate.ftl"),
    ),
    (
        "nl/mandate.ftl",
        include_bytes!("../assets/i18n/nl/mandate.ftl"),
    ),
];

/// The two files, compiled in: also in a debug build, so that a changed text is a changed program.
struct Embedded;

impl I18nAssets for Embedded {
    fn get_files(&self, file_path: &str) -> Vec<Cow<'_, [u8]>> {
        let file = FILES.iter().filter(|(path, _)| *path == file_path);
        file.map(|(_, text)| Cow::Borrowed(*text)).collect()
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(FILES.iter().map(|(path, _)| (*path).to_owned()))
    }
}

fn load(language: Language) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new(DOMAIN, identifier(Language::English));
    // Both files are compiled in and a test reads them: this can fail for a programmer only, and
    // then every text shows as its key.
    let _ = loader.load_languages(
        &Embedded,
        &[identifier(language), identifier(Language::English)],
    );
    loader.set_use_isolating(false);
    loader.with_bundles_mut(|bundle| {
        bundle.set_formatter(Some(match language {
            Language::English => english_number,
            Language::Dutch => dutch_number,
        }));
    });
    loader
}

fn identifier(language: Language) -> LanguageIdentifier {
    language.tag().parse().unwrap_or_default()
}

fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    whole_number(value, Language::English)
}

fn dutch_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    whole_number(value, Language::Dutch)
}

/// A whole number with separators; `None` leaves any other value to Fluent.
fn whole_number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(format::grouped(&format!("{:.0}", number.value), language))
        }
        _ => None,
    }
}
