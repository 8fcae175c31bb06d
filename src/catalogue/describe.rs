//! What a resource action lets one do, in words.
//!
//! Owns the grammar; the words stand in `roles/action-words.ron`. A description is composed:
//! the longest known end of the action is its verb, the longest known beginning its entity,
//! and each part between them a property of what comes before it. It knows no action by
//! itself, judges none, and never fails: a word it does not have is taken apart at its
//! capitals.

use std::collections::HashMap;
use std::iter::successors;

use serde::Deserialize;

use crate::domain::language::{Language, LocalText};
use crate::domain::resource_action::ResourceAction;

/// The directory: the one namespace whose entities need no "in …" after them.
const HOME: &str = "microsoft.directory";

/// Where a template takes what it speaks of.
const HOLE: &str = "{}";

/// The vocabulary that descriptions are composed from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionWords {
    services: Phrases,
    entities: Phrases,
    properties: Phrases,
    verbs: Phrases,
    overrides: Phrases,
}

impl ActionWords {
    /// Reads a vocabulary.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }

    /// What `action` lets one do: one phrase in sentence case, without a full stop.
    pub fn describe(&self, action: &ResourceAction) -> LocalText {
        if let Some(phrase) = self.overrides.get(action.as_str()) {
            return LocalText::new(phrase.en.clone(), phrase.nl.clone());
        }
        let reading = self.read(action);
        LocalText::new(
            reading.compose(Language::English),
            reading.compose(Language::Dutch),
        )
    }

    /// What a namespace is called, as it reads after "in"; `None` where the vocabulary lacks it.
    pub fn service(&self, namespace: &str) -> Option<LocalText> {
        let phrase = self.services.get(namespace)?;
        Some(LocalText::new(phrase.en.clone(), phrase.nl.clone()))
    }

    /// The parts of `action` that the vocabulary lacks, in the order they stand.
    pub fn unknown_words(&self, action: &ResourceAction) -> Vec<String> {
        if self.overrides.contains_key(action.as_str()) {
            return Vec::new();
        }
        let reading = self.read(action);
        [Some(reading.service), reading.entity, reading.subtype]
            .into_iter()
            .flatten()
            .chain(reading.properties)
            .chain([reading.verb])
            .filter_map(|word| match word {
                Word::Known(_) => None,
                Word::Unknown(identifier) => Some(identifier.to_owned()),
            })
            .collect()
    }

    fn read<'a>(&'a self, action: &'a ResourceAction) -> Reading<'a> {
        let (namespace, path) = action.as_str().split_once('/').unwrap_or_default();
        let (before_verb, verb) = self.read_verb(path);
        let entity = self.read_entity(action.as_str(), namespace, before_verb);
        Reading {
            at_home: namespace == HOME,
            service: word(&self.services, namespace),
            entity: entity.word,
            subtype: entity.subtype,
            properties: entity
                .rest
                .split('/')
                .filter(|part| !part.is_empty())
                .map(|part| word(&self.properties, part))
                .collect(),
            verb,
        }
    }

    /// Splits off the longest known end of `path`, else its last part.
    fn read_verb<'a>(&'a self, path: &'a str) -> (&'a str, Word<'a>) {
        let known = successors(Some(path), |tail| tail.split_once('/').map(|cut| cut.1))
            .find_map(|tail| Some((tail, self.verbs.get(tail)?)));
        if let Some((tail, phrase)) = known {
            let before = path.strip_suffix(tail).unwrap_or_default();
            return (before.trim_end_matches('/'), Word::Known(phrase));
        }
        let (before, verb) = path.rsplit_once('/').unwrap_or(("", path));
        (before, Word::Unknown(verb))
    }

    /// Splits off the longest known beginning of `path`, else its first part. An entity that
    /// means something of its own in one namespace is listed with that namespace.
    fn read_entity<'a>(&'a self, action: &str, namespace: &str, path: &'a str) -> Entity<'a> {
        let known = successors(Some(path), |head| head.rsplit_once('/').map(|cut| cut.0)).find_map(
            |head| {
                let qualified = action.get(..namespace.len() + 1 + head.len())?;
                let own = self.entities.get(qualified);
                Some((head, own.or_else(|| self.entities.get(head))?))
            },
        );
        if let Some((head, phrase)) = known {
            return Entity {
                word: Some(Word::Known(phrase)),
                subtype: None,
                rest: path.strip_prefix(head).unwrap_or_default(),
            };
        }
        let (head, rest) = path.split_once('/').unwrap_or((path, ""));
        let (base, subtype) = match head.split_once('.') {
            Some((base, subtype)) => (base, Some(word(&self.entities, subtype))),
            None => (head, None),
        };
        Entity {
            word: (!base.is_empty()).then(|| word(&self.entities, base)),
            subtype,
            rest,
        }
    }
}

type Phrases = HashMap<Box<str>, Phrase>;

/// A word or template in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    en: Box<str>,
    nl: Box<str>,
}

impl Phrase {
    fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Dutch => &self.nl,
        }
    }
}

/// A part of an action, looked up.
enum Word<'a> {
    Known(&'a Phrase),
    Unknown(&'a str),
}

impl Word<'_> {
    fn text(&self, language: Language) -> String {
        match self {
            Self::Known(phrase) => phrase.get(language).to_owned(),
            Self::Unknown(identifier) => split_words(identifier),
        }
    }
}

fn word<'a>(phrases: &'a Phrases, identifier: &'a str) -> Word<'a> {
    phrases
        .get(identifier)
        .map_or(Word::Unknown(identifier), Word::Known)
}

/// An entity found at the beginning of a path, and what follows it.
struct Entity<'a> {
    word: Option<Word<'a>>,
    subtype: Option<Word<'a>>,
    rest: &'a str,
}

/// An action taken apart.
struct Reading<'a> {
    at_home: bool,
    service: Word<'a>,
    /// Absent when the verb speaks of the service as a whole.
    entity: Option<Word<'a>>,
    subtype: Option<Word<'a>>,
    properties: Vec<Word<'a>>,
    verb: Word<'a>,
}

impl Reading<'_> {
    fn compose(&self, language: Language) -> String {
        let object = self
            .properties
            .iter()
            .fold(self.subject(language), |object, property| match property {
                Word::Known(template) => fill(template.get(language), &object),
                Word::Unknown(identifier) => {
                    let of = match language {
                        Language::English => "of",
                        Language::Dutch => "van",
                    };
                    format!("{} {of} {object}", split_words(identifier))
                }
            });
        capitalised(&match &self.verb {
            Word::Known(template) => fill(template.get(language), &object),
            Word::Unknown(identifier) => format!("{}: {object}", split_words(identifier)),
        })
    }

    /// The entity, with the service it belongs to.
    fn subject(&self, language: Language) -> String {
        let service = self.service.text(language);
        let Some(entity) = &self.entity else {
            return service;
        };
        let mut subject = entity.text(language);
        if let Some(subtype) = &self.subtype {
            subject = format!("{subject} ({})", subtype.text(language));
        }
        if subject.contains(HOLE) {
            fill(&subject, &service)
        } else if self.at_home {
            subject
        } else {
            format!("{subject} in {service}")
        }
    }
}

fn fill(template: &str, object: &str) -> String {
    template.replacen(HOLE, object, 1)
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}

/// Takes an identifier apart at its capitals and signs: `b2cUserFlow` becomes `b2c user flow`.
/// Capitals that stand together stay.
fn split_words(identifier: &str) -> String {
    let identifier = identifier.strip_prefix("microsoft.").unwrap_or(identifier);
    let mut words = String::with_capacity(identifier.len() + 8);
    let mut previous = ' ';
    let mut letters = identifier.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek();
        let starts_lower = next.is_some_and(char::is_ascii_lowercase);
        if !letter.is_ascii_alphanumeric() {
            if !words.ends_with(' ') {
                words.push(' ');
            }
        } else if letter.is_ascii_uppercase() {
            let inside_word = previous.is_ascii_lowercase() || previous.is_ascii_digit();
            if inside_word || (previous.is_ascii_uppercase() && starts_lower) {
                words.push(' ');
            }
            words.push(if starts_lower {
                letter.to_ascii_lowercase()
            } else {
                letter
            });
        } else {
            words.push(letter);
        }
        previous = letter;
    }
    words.trim().to_owned()
}
