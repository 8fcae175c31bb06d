//! Finds a role by its name or by what it can do, and says which remark or action matched.
//!
//! Reads the search text that the catalogue worked out; folds nothing but the query.

use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::fold::fold;
use crate::domain::language::LocalText;
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{RoleDefinition, RoleNoteKind};

/// How a role was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match<'a> {
    /// By its name, an alias or its template id; or nothing was asked for.
    Name,
    /// By what it can do.
    Ability(Ability<'a>),
}

/// The line about a role that matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ability<'a> {
    /// The kind of remark; none for an action.
    pub kind: Option<RoleNoteKind>,
    /// The line.
    pub text: &'a LocalText,
}

/// What is looked for: every word must occur, in one line.
#[derive(Clone, Debug, Default)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        Self {
            words: fold(text)
                .split_whitespace()
                .map(|word| stem(word).to_owned())
                .collect(),
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How `role` is found, if it is.
    pub fn find<'a>(
        &self,
        catalogue: &'a RoleCatalogue,
        role: &'a RoleDefinition,
    ) -> Option<Match<'a>> {
        if self.is_empty() {
            return Some(Match::Name);
        }
        let text = catalogue.search_text(role.id)?;
        if self
            .words
            .iter()
            .all(|word| text.names.contains(word.as_str()))
        {
            return Some(Match::Name);
        }
        let matches = |line: &&str| self.words.iter().all(|word| line.contains(word.as_str()));
        text.abilities
            .lines()
            .enumerate()
            .filter(|(_, line)| matches(line))
            .filter_map(|(number, _)| ability(catalogue, role, number))
            .find(|ability| says_what_it_can_do(ability.kind))
            .map(Match::Ability)
    }
}

/// What stands in line `number` of a role's search text about its abilities.
///
/// The catalogue writes that text in this order; a test holds the two together.
pub fn ability<'a>(
    catalogue: &'a RoleCatalogue,
    role: &'a RoleDefinition,
    number: usize,
) -> Option<Ability<'a>> {
    let current = catalogue.edition(Edition::Current);
    let edition = if current.get(role.id).is_some() {
        current
    } else {
        catalogue.edition(Edition::Seed)
    };
    let about = [(Some(RoleNoteKind::For), &role.description); 2];
    let notes = role.notes.iter().flat_map(|note| {
        let lines = 2 + usize::from(note.service.is_some());
        std::iter::repeat_n((Some(note.kind), &note.text), lines)
    });
    let actions = role
        .actions
        .set()
        .into_iter()
        .flat_map(ActionSet::iter)
        .filter_map(|action| edition.entry(action))
        .flat_map(|entry| std::iter::repeat_n((None, &entry.description), 3));
    about
        .into_iter()
        .chain(notes)
        .chain(actions)
        .nth(number)
        .map(|(kind, text)| Ability { kind, text })
}

/// A remark about what a role can't do, or about another role, would mislead who looks for a
/// role that can.
const fn says_what_it_can_do(kind: Option<RoleNoteKind>) -> bool {
    match kind {
        None
        | Some(
            RoleNoteKind::For
            | RoleNoteKind::Can
            | RoleNoteKind::Risk
            | RoleNoteKind::Automatic
            | RoleNoteKind::Scope
            | RoleNoteKind::Rename,
        ) => true,
        Some(RoleNoteKind::Cannot | RoleNoteKind::DoNotUse | RoleNoteKind::See) => false,
    }
}

/// The word without the ending of a plural, in either language: `passwords` finds `password`.
fn stem(word: &str) -> &str {
    match word.strip_suffix('s').or_else(|| word.strip_suffix("en")) {
        Some(stem) if stem.len() >= 4 => stem,
        _ => word,
    }
}
