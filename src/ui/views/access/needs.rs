//! What can be asked about: the permissions, the tasks and the actions, found by their words in
//! either language, and an action as it was typed.

use crate::domain::catalogue::{Edition, RoleCatalogue, TaskId};
use crate::domain::effective::Need;
use crate::domain::fold::fold;
use crate::domain::office365::Office365Permission;
use crate::domain::resource_action::ResourceAction;

/// What the list of needs is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A heading.
    Heading(Heading),
    /// Something to choose.
    Need(Need),
}

/// A heading of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    /// The action that was typed.
    Typed,
    /// The fifteen permissions.
    Permissions,
    /// The tasks of an area: its first task.
    Area(TaskId),
    /// The actions of a namespace.
    Namespace(Box<str>),
}

/// Everything that can be asked about, prepared for searching.
pub struct Needs {
    entries: Vec<Entry>,
}

struct Entry {
    heading: Heading,
    need: Need,
    /// Folded, in both languages.
    text: String,
}

impl Needs {
    /// Prepares what `catalogue` has.
    pub fn of(catalogue: &RoleCatalogue) -> Self {
        let mut entries = Vec::new();
        for permission in Office365Permission::ALL {
            let name = catalogue.office365_permission(permission);
            let name = name.map(|entry| format!("{}\n{}", entry.name.en, entry.name.nl));
            let text = fold(&format!(
                "{}\n{}",
                permission.key(),
                name.unwrap_or_default()
            ));
            entries.push(Entry {
                heading: Heading::Permissions,
                need: Need::Permission(permission),
                text,
            });
        }
        let mut area = (String::new(), TaskId(0));
        for (number, task) in (0u16..).zip(catalogue.tasks()) {
            let id = TaskId(number);
            if *task.area != *area.0 {
                area = (task.area.to_string(), id);
            }
            let names = [&task.area_name, &task.task];
            let names = names.map(|name| format!("{}\n{}", name.en, name.nl));
            entries.push(Entry {
                heading: Heading::Area(area.1),
                need: Need::Task(id),
                text: fold(&names.join("\n")),
            });
        }
        for entry in catalogue.edition(Edition::Current).actions() {
            let words = &entry.description;
            let text = format!("{}\n{}\n{}", entry.action, words.en, words.nl);
            entries.push(Entry {
                heading: Heading::Namespace(entry.action.namespace().into()),
                need: Need::Action(entry.action.clone()),
                text: fold(&text),
            });
        }
        Self { entries }
    }

    /// What answers `typed`, under headings; everything while nothing is typed.
    pub fn find(&self, typed: &str) -> Vec<Choice> {
        let words = Terms::new(typed);
        let mut found = Vec::new();
        if let Some(action) = self.typed(typed) {
            found.push(Choice::Heading(Heading::Typed));
            found.push(Choice::Need(Need::Action(action)));
        }
        let mut last = None;
        for entry in &self.entries {
            if !words.all_in(&entry.text) {
                continue;
            }
            if last != Some(&entry.heading) {
                found.push(Choice::Heading(entry.heading.clone()));
                last = Some(&entry.heading);
            }
            found.push(Choice::Need(entry.need.clone()));
        }
        found
    }

    /// The action that was typed, when it reads as one and is not in the list as it stands.
    fn typed(&self, typed: &str) -> Option<ResourceAction> {
        let action = ResourceAction::parse(typed.trim()).ok()?;
        let listed = |entry: &Entry| match &entry.need {
            Need::Action(other) => other.as_str().eq_ignore_ascii_case(action.as_str()),
            Need::Permission(_) | Need::Task(_) => false,
        };
        (!self.entries.iter().any(listed)).then_some(action)
    }
}

/// Words that must all occur.
pub struct Terms(Vec<String>);

impl Terms {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        Self(folded.split_whitespace().map(stem).collect())
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all of them occur in a folded text.
    pub fn all_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }
}

/// The word without the ending of a plural, in either language: `passwords` finds `password`.
fn stem(word: &str) -> String {
    let stem = word.strip_suffix('s').or_else(|| word.strip_suffix("en"));
    match stem {
        Some(stem) if stem.len() >= 4 && !word.contains('/') => stem.to_owned(),
        _ => word.to_owned(),
    }
}
