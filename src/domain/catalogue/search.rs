//! The text by which a role is found, folded once when the catalogue is built.
//!
//! Owns what goes into it and how it is folded; matching and ranking is the screen's affair.

use super::entra::EntraRoles;
use crate::domain::fold::fold_into;
use crate::domain::role::RoleDefinition;

/// What a role is found by. Both texts are folded as [`crate::domain::fold`] does, their parts parted by a
/// line break, so that no match runs from one part into the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleSearchText {
    /// The names in both languages, the aliases and the template id.
    pub names: Box<str>,
    /// The description, the notes, and the actions with their descriptions.
    pub abilities: Box<str>,
}

/// The folded line of each action of an edition, in the order of their numbers.
pub(super) fn action_lines(edition: &EntraRoles) -> Vec<String> {
    edition
        .actions()
        .iter()
        .map(|entry| {
            let mut line = String::new();
            let words = &entry.description;
            for text in [entry.action.as_str(), &words.en, &words.nl] {
                push(&mut line, text);
            }
            line
        })
        .collect()
}

/// The search text of a role, whose actions are the numbers of `action_lines`.
pub(super) fn of_role(role: &RoleDefinition, action_lines: &[String]) -> RoleSearchText {
    let mut names = String::new();
    push(&mut names, &role.name.en);
    push(&mut names, &role.name.nl);
    for alias in &role.aliases {
        push(&mut names, alias);
    }
    push(&mut names, &role.id.to_string());

    let mut abilities = String::new();
    push(&mut abilities, &role.description.en);
    push(&mut abilities, &role.description.nl);
    for note in &role.notes {
        push(&mut abilities, &note.text.en);
        push(&mut abilities, &note.text.nl);
        if let Some(service) = &note.service {
            push(&mut abilities, service);
        }
    }
    for action in role.actions.set().iter().flat_map(|set| set.iter()) {
        if let Some(line) = action_lines.get(usize::from(action.0)) {
            abilities.push_str(line);
        }
    }
    RoleSearchText {
        names: names.into(),
        abilities: abilities.into(),
    }
}

fn push(folded: &mut String, text: &str) {
    fold_into(folded, text);
    folded.push('\n');
}
