//! The two languages a text of ours comes in, and a text in both.
//!
//! Owns the pair, not the choice: which language a person reads is the screen's affair.

/// A language Mandate speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English, and the language of every text that has no other.
    #[default]
    English,
    /// Dutch.
    Dutch,
}

impl Language {
    /// Both languages, in the order a person chooses from.
    pub const ALL: [Self; 2] = [Self::English, Self::Dutch];

    /// The BCP 47 tag: `en` or `nl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }
}

/// One text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText {
    /// The English text.
    pub en: Box<str>,
    /// The Dutch text.
    pub nl: Box<str>,
}

impl LocalText {
    /// Pairs an English with a Dutch text.
    pub fn new(en: impl Into<Box<str>>, nl: impl Into<Box<str>>) -> Self {
        Self {
            en: en.into(),
            nl: nl.into(),
        }
    }

    /// The text in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Dutch => &self.nl,
        }
    }
}
