//! What the matrix is asked: which one, searched for what, filtered and folded how.
//!
//! Owns the question and how its words are compared; the answer is [`super`]'s.

use std::collections::BTreeSet;

use super::{Item, Mark};
use crate::domain::catalogue::Edition;
use crate::domain::fold::fold;
use crate::domain::language::{Language, LocalText};
use crate::domain::role::{RoleDefinition, RoleTemplateId};

/// Template ids are searched from this length on: a shorter word is meant as a word, and `ad`
/// or `face` would be found in most ids.
const ID_PART: usize = 8;

/// Which matrix is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Fifteen permissions, eight roles.
    #[default]
    Office365,
    /// Every resource action and every role of an edition.
    Entra(Edition),
}

/// What was asked for by searching, filtering and folding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a filter of its own, switched on and off alone"
)]
pub struct Filters {
    /// Words that a row has, in its key or its description in either language.
    pub actions: String,
    /// Words that a column has, in a name of the role in either language.
    pub roles: String,
    /// The last part of the action.
    pub verb: Option<Box<str>>,
    /// Only actions that are labelled privileged.
    pub privileged_actions: bool,
    /// Only privileged roles.
    pub privileged_roles: bool,
    /// Only rows in which the shown roles are not all alike.
    pub differing: bool,
    /// Only rows that some shown role may do.
    pub granted: bool,
    /// Only the roles of the selected person.
    pub held_only: bool,
    /// The namespaces that are folded.
    pub folded: BTreeSet<Box<str>>,
}

impl Filters {
    /// Whether anything is left out; folding leaves nothing out.
    pub fn is_active(&self) -> bool {
        let searching = !self.actions.trim().is_empty() || !self.roles.trim().is_empty();
        searching
            || self.verb.is_some()
            || self.privileged_actions
            || self.privileged_roles
            || self.differing
            || self.granted
            || self.held_only
    }

    /// Shows everything again; what is folded stays so.
    pub fn clear(&mut self) {
        *self = Self {
            folded: std::mem::take(&mut self.folded),
            ..Self::default()
        };
    }
}

/// Everything the rows depend on beside the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which matrix.
    pub tab: Tab,
    /// The language of names and descriptions, and so the order of the columns.
    pub language: Language,
    /// What was asked for.
    pub filters: Filters,
    /// The roles of the selected person; none where nobody is selected.
    pub held: Option<Vec<RoleTemplateId>>,
}

impl Filters {
    /// The filters that look at the marks of a row.
    pub(super) fn let_pass(&self, item: &Item) -> bool {
        let granted = || {
            item.marks
                .iter()
                .any(|mark| matches!(mark, Mark::Yes | Mark::Limited(_)))
        };
        let differing = || {
            // What is unknown may be alike or not: it decides nothing.
            let mut known = item.marks.iter().filter(|mark| **mark != Mark::Unknown);
            let first = known.next();
            known.any(|mark| Some(mark) != first)
        };
        (!self.granted || granted()) && (!self.differing || differing())
    }
}

impl Query {
    /// Whether the selected person holds `role`.
    pub(super) fn holds(&self, role: RoleTemplateId) -> bool {
        self.held.as_ref().is_some_and(|held| held.contains(&role))
    }

    /// Whether `role` is left when only held ones are wanted.
    pub(super) fn shows_role(&self, role: RoleTemplateId) -> bool {
        !self.filters.held_only || self.held.is_none() || self.holds(role)
    }
}

/// The words of a search, folded.
pub(super) struct Words(Vec<String>);

impl Words {
    /// The words of what was typed.
    pub(super) fn new(search: &str) -> Self {
        Self(fold(search).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether each word stands in one of `texts`.
    pub(super) fn are_in(&self, texts: &[&str]) -> bool {
        self.0.is_empty() || {
            let texts: Vec<_> = texts.iter().map(|text| fold(text)).collect();
            self.0
                .iter()
                .all(|word| texts.iter().any(|text| text.contains(word)))
        }
    }

    /// Whether each word stands in a name of `role`.
    pub(super) fn name_role(&self, role: &RoleDefinition) -> bool {
        let LocalText { en, nl } = &role.name;
        let mut names: Vec<&str> = vec![en, nl];
        names.extend(role.aliases.iter().map(|alias| &**alias));
        self.are_in(&names)
            || match self.0.as_slice() {
                [word] if word.len() >= ID_PART => role.id.to_string().contains(word),
                _ => false,
            }
    }
}
