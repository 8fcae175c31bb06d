//! Role rows, notes, categories and aliases -> role definitions and editions.
//!
//! Numbers the actions of an edition in the order of their text and describes each once.

use std::collections::HashMap;

use super::{resource_action, role_id};
use crate::catalogue::CatalogueError;
use crate::catalogue::describe::ActionWords;
use crate::catalogue::file::{
    AliasRow, CategoryRow, CategoryWord, NoteKind, NoteRow, Retired, RoleNotes, RoleRow,
    StatusWord, Table,
};
use crate::catalogue::sources::{self, Source};
use crate::domain::catalogue::{ActionEntry, EntraRoles};
use crate::domain::language::LocalText;
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::{
    ActionSource, RoleActions, RoleCategory, RoleDefinition, RoleNote, RoleNoteKind, RoleStatus,
    RoleTemplateId,
};

/// What is said about roles outside their lists, whichever edition they stand in.
pub struct AboutRoles {
    notes: HashMap<RoleTemplateId, Vec<RoleNote>>,
    categories: HashMap<RoleTemplateId, RoleCategory>,
    aliases: HashMap<RoleTemplateId, Vec<Box<str>>>,
}

impl AboutRoles {
    /// Reads notes, categories and aliases; the seed's rows carry the aliases of the sources.
    pub fn read(seed: &[RoleRow]) -> Result<Self, CatalogueError> {
        let mut about = Self {
            notes: HashMap::new(),
            categories: HashMap::new(),
            aliases: HashMap::new(),
        };
        for row in sources::NOTES.parse::<Vec<RoleNotes>>()? {
            let notes = row.notes.into_iter().map(note).collect::<Result<_, _>>()?;
            about
                .notes
                .insert(role_id(sources::NOTES, row.role)?, notes);
        }
        for CategoryRow(word, roles) in sources::CATEGORIES.parse::<Vec<CategoryRow>>()? {
            for (id, _) in roles {
                let role = role_id(sources::CATEGORIES, id)?;
                if about.categories.insert(role, category(word)).is_some() {
                    return Err(sources::CATEGORIES.bad_value(id, "in one category only"));
                }
            }
        }
        for row in seed {
            let role = role_id(sources::ENTRA_SEED, row.id)?;
            for alias in &row.aliases {
                about.add_alias(role, alias);
            }
        }
        for row in sources::ALIASES.parse::<Vec<AliasRow>>()? {
            let role = role_id(sources::ALIASES, row.role)?;
            for alias in &row.aliases {
                about.add_alias(role, alias);
            }
        }
        Ok(about)
    }

    /// Notes another name of a role, unless it is known already, in whatever case.
    pub fn add_alias(&mut self, role: RoleTemplateId, alias: &str) {
        let aliases = self.aliases.entry(role).or_default();
        let lower = alias.to_lowercase();
        if !aliases.iter().any(|known| known.to_lowercase() == lower) {
            aliases.push(alias.into());
        }
    }

    fn definition(
        &self,
        id: RoleTemplateId,
        name: LocalText,
        status: StatusWord,
    ) -> Result<RoleDefinition, CatalogueError> {
        let category = self.categories.get(&id).copied();
        let notes = self.notes.get(&id).cloned().unwrap_or_default();
        let description = description(&notes)
            .ok_or_else(|| sources::NOTES.missing("note of the kind `For`", &id))?;
        let mut aliases = self.aliases.get(&id).cloned().unwrap_or_default();
        aliases.retain(|alias| {
            // The classic view writes the same names in sentence case.
            let alias = alias.to_lowercase();
            alias != name.en.to_lowercase() && alias != name.nl.to_lowercase()
        });
        Ok(RoleDefinition {
            id,
            name,
            description,
            aliases,
            category: category.ok_or_else(|| sources::CATEGORIES.missing("category", &id))?,
            privileged: false,
            status: match status {
                StatusWord::Active => RoleStatus::Active,
                StatusWord::Deprecated => RoleStatus::Deprecated,
                StatusWord::NotForUse => RoleStatus::NotForUse,
                StatusWord::ServiceAssigned => RoleStatus::ServiceAssigned,
            },
            hidden_in_portal: true,
            actions: RoleActions::Unknown,
            notes,
        })
    }
}

/// The descriptions of actions, each worked out once for both editions.
pub struct Dictionary {
    words: ActionWords,
    known: HashMap<&'static str, LocalText>,
}

impl Dictionary {
    /// Reads the words that descriptions are made of.
    pub fn read() -> Result<Self, CatalogueError> {
        let words = ActionWords::parse(sources::ACTION_WORDS.text)
            .map_err(|error| sources::ACTION_WORDS.syntax(&error))?;
        let known = HashMap::new();
        Ok(Self { words, known })
    }

    fn entry(&mut self, source: Source, text: &'static str) -> Result<ActionEntry, CatalogueError> {
        let action = resource_action(source, text)?;
        let description = self
            .known
            .entry(text)
            .or_insert_with(|| self.words.describe(&action))
            .clone();
        Ok(ActionEntry {
            action,
            description,
            privileged: None,
        })
    }
}

/// An edition from the rows of its file.
pub fn edition(
    source: Source,
    rows: Vec<RoleRow<'static>>,
    about: &AboutRoles,
    dictionary: &mut Dictionary,
) -> Result<EntraRoles, CatalogueError> {
    let mut texts: Vec<_> = rows
        .iter()
        .flat_map(|row| row.table.rows())
        .map(|action| action.parts().0)
        .collect();
    texts.sort_unstable();
    texts.dedup();
    let mut actions = texts
        .iter()
        .map(|text| dictionary.entry(source, text))
        .collect::<Result<Vec<_>, _>>()?;
    let numbers: HashMap<_, _> = texts.into_iter().zip((0..).map(ActionId)).collect();

    let mut roles = Vec::with_capacity(rows.len());
    for row in rows {
        let id = role_id(source, row.id)?;
        let mut set = ActionSet::default();
        for action in row.table.rows() {
            let (text, label) = action.parts();
            let Some(number) = numbers.get(text) else {
                continue;
            };
            set.insert(*number);
            if let Some(entry) = actions.get_mut(usize::from(number.0)) {
                // `Some(true)` outranks `Some(false)` outranks `None`: one label is enough.
                entry.privileged = entry.privileged.max(label);
            }
        }
        let actions = match row.table {
            Table::Unknown => RoleActions::Unknown,
            Table::Seed(_) => RoleActions::Known {
                set,
                source: ActionSource::Seed,
            },
            Table::Docs(date, _) => RoleActions::Known {
                set,
                source: ActionSource::Docs {
                    date: (!date.is_empty()).then(|| date.into()),
                },
            },
        };
        roles.push(RoleDefinition {
            privileged: row.privileged,
            hidden_in_portal: row.hidden,
            actions,
            ..about.definition(id, LocalText::new(row.en, row.nl), row.status)?
        });
    }
    EntraRoles::new(actions, roles).map_err(|defect| CatalogueError::Edition {
        file: source.name,
        defect,
    })
}

/// The retired roles, and the names of those without an id.
pub fn retired(
    about: &AboutRoles,
) -> Result<(Vec<RoleDefinition>, Vec<LocalText>), CatalogueError> {
    let file: Retired = sources::RETIRED.parse()?;
    let mut roles = Vec::with_capacity(file.roles.len());
    for row in file.roles {
        let id = role_id(sources::RETIRED, row.id)?;
        roles.push(about.definition(id, LocalText::new(row.en, row.nl), row.status)?);
    }
    let names = file.without_id.into_iter();
    let names = names.map(|(en, nl)| LocalText::new(en, nl)).collect();
    Ok((roles, names))
}

fn description(notes: &[RoleNote]) -> Option<LocalText> {
    let texts = || {
        notes
            .iter()
            .filter(|note| note.kind == RoleNoteKind::For)
            .map(|note| &note.text)
    };
    texts().next()?;
    let join = |part: fn(&LocalText) -> &str| texts().map(part).collect::<Vec<_>>().join("; ");
    Some(LocalText::new(join(|text| &text.en), join(|text| &text.nl)))
}

fn note(row: NoteRow) -> Result<RoleNote, CatalogueError> {
    let related = (!row.related.is_empty())
        .then(|| role_id(sources::NOTES, row.related))
        .transpose()?;
    Ok(RoleNote {
        kind: match row.kind {
            NoteKind::For => RoleNoteKind::For,
            NoteKind::Can => RoleNoteKind::Can,
            NoteKind::Cannot => RoleNoteKind::Cannot,
            NoteKind::Risk => RoleNoteKind::Risk,
            NoteKind::Automatic => RoleNoteKind::Automatic,
            NoteKind::DoNotUse => RoleNoteKind::DoNotUse,
            NoteKind::Scope => RoleNoteKind::Scope,
            NoteKind::Rename => RoleNoteKind::Rename,
            NoteKind::See => RoleNoteKind::See,
        },
        service: (!row.service.is_empty()).then(|| row.service.into()),
        related,
        text: LocalText::new(row.en, row.nl),
    })
}

const fn category(word: CategoryWord) -> RoleCategory {
    match word {
        CategoryWord::Global => RoleCategory::Global,
        CategoryWord::Identity => RoleCategory::Identity,
        CategoryWord::SecurityAndCompliance => RoleCategory::SecurityAndCompliance,
        CategoryWord::Collaboration => RoleCategory::Collaboration,
        CategoryWord::Devices => RoleCategory::Devices,
        CategoryWord::BillingAndSupport => RoleCategory::BillingAndSupport,
        CategoryWord::DataAndAi => RoleCategory::DataAndAi,
        CategoryWord::Other => RoleCategory::Other,
    }
}
