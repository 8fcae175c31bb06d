//! What someone needs to be able to do, as it is typed: a permission, an action or a task.

use super::args::{Needs, What};
use super::failure::Failure;
use super::find::{Entry, Found, find, near};
use crate::domain::catalogue::{Edition, RoleCatalogue, TaskId};
use crate::domain::effective::Need;
use crate::domain::language::Language;
use crate::domain::resource_action::ResourceAction;

/// The one thing that is asked about.
pub fn one(what: &What, catalogue: &RoleCatalogue, language: Language) -> Result<Need, Failure> {
    let reader = Reader {
        catalogue,
        language,
    };
    match (&what.action, &what.permission, &what.task) {
        (Some(text), ..) => reader.action(text),
        (_, Some(text), _) => reader.permission(text),
        (.., text) => reader.task(text.as_deref().unwrap_or_default()),
    }
}

/// Everything that is asked for, each once: tasks, permissions, actions.
pub fn all(
    needs: &Needs,
    catalogue: &RoleCatalogue,
    language: Language,
) -> Result<Vec<Need>, Failure> {
    let reader = Reader {
        catalogue,
        language,
    };
    let tasks = needs.task.iter().map(|text| reader.task(text));
    let permissions = needs.permission.iter();
    let permissions = permissions.map(|text| reader.permission(text));
    let actions = needs.action.iter().map(|text| reader.action(text));
    let mut all = Vec::new();
    for need in tasks.chain(permissions).chain(actions) {
        let need = need?;
        if !all.contains(&need) {
            all.push(need);
        }
    }
    Ok(all)
}

/// What a need is called.
pub fn name(need: &Need, catalogue: &RoleCatalogue, language: Language) -> String {
    match need {
        Need::Permission(permission) => {
            let entry = catalogue.office365_permission(*permission);
            entry.map_or(permission.key(), |entry| entry.name.get(language))
        }
        .to_owned(),
        Need::Action(action) => action.as_str().to_owned(),
        Need::Task(id) => catalogue.task(*id).map_or_else(String::new, |task| {
            let (area, task) = (task.area_name.get(language), task.task.get(language));
            format!("{area}: {task}")
        }),
    }
}

struct Reader<'c> {
    catalogue: &'c RoleCatalogue,
    language: Language,
}

impl Reader<'_> {
    fn permission(&self, text: &str) -> Result<Need, Failure> {
        let listed = self.catalogue.office365_permissions().iter();
        let entries: Vec<_> = listed
            .map(|entry| Entry {
                value: entry.permission,
                label: entry.permission.key().to_owned(),
                names: vec![
                    entry.permission.key().to_owned(),
                    entry.name.en.to_string(),
                    entry.name.nl.to_string(),
                ],
            })
            .collect();
        let found = find(text, &entries);
        let words = ["not a permission", "geen machtiging"];
        let failure = match chosen(text, &found, self.language, words) {
            Ok(permission) => return Ok(Need::Permission(permission)),
            Err(failure) => failure,
        };
        Err(match found {
            Found::Nothing(like) if like.is_empty() => {
                let all: Vec<_> = entries.iter().map(|entry| entry.label.as_str()).collect();
                let all = all.join("`, `");
                failure.hint(
                    format!("give one of `{all}`"),
                    format!("geef een van `{all}`"),
                )
            }
            _ => failure,
        })
    }

    fn task(&self, text: &str) -> Result<Need, Failure> {
        let numbered = (0_u16..).zip(self.catalogue.tasks());
        let entries: Vec<_> = numbered
            .map(|(number, task)| {
                let whole = |language| {
                    let (area, task) = (task.area_name.get(language), task.task.get(language));
                    format!("{area}/{task}")
                };
                let mut names = vec![task.task.en.to_string(), task.task.nl.to_string()];
                names.extend(Language::ALL.map(whole));
                names.push(format!("{}/{}", task.area, task.task.en));
                Entry {
                    value: TaskId(number),
                    label: whole(self.language),
                    names,
                }
            })
            .collect();
        let found = find(text, &entries);
        let words = ["not a task", "geen taak"];
        let failure = match chosen(text, &found, self.language, words) {
            Ok(task) => return Ok(Need::Task(task)),
            Err(failure) => failure,
        };
        Err(match found {
            Found::Nothing(like) if like.is_empty() => failure.hint(
                "name a task of Microsoft's list of least privileged roles, or a part of one",
                "noem een taak uit Microsofts lijst van rollen met minimale bevoegdheden, of een deel ervan",
            ),
            _ => failure,
        })
    }

    /// An action in any capitals; `*` stands for all of its place. An action that no list has is
    /// taken for a slip of the pen, although whoever may do everything could do it too.
    fn action(&self, text: &str) -> Result<Need, Failure> {
        let edition = self.catalogue.edition(Edition::Current);
        let listed = || edition.actions().iter().map(|entry| entry.action.as_str());
        let spelt = spelt_out(text.trim());
        let known = listed().find(|known| known.eq_ignore_ascii_case(&spelt));
        let general = || {
            let plain = without_subtype(&spelt);
            is_wild(&spelt) || listed().any(|known| known.eq_ignore_ascii_case(&plain))
        };
        let need = (known.is_some() || general())
            .then(|| ResourceAction::parse(known.unwrap_or(&spelt)).ok())
            .flatten()
            .map(Need::Action)
            .filter(|need| !need.served_by(self.catalogue).is_empty());
        need.ok_or_else(|| {
            let failure = Failure::new(
                self.language,
                format!("no role has the action `{text}`"),
                format!("geen rol heeft de actie `{text}`"),
            );
            let like = near(&spelt, listed());
            if like.is_empty() {
                failure.hint(
                    "give an action such as microsoft.directory/users/password/update",
                    "geef een actie zoals microsoft.directory/users/password/update",
                )
            } else {
                meant(failure, &like)
            }
        })
    }
}

/// What was found, or why it was not: nothing is called so, or several are.
pub fn chosen<T: Copy>(
    text: &str,
    found: &Found<T>,
    language: Language,
    [en, nl]: [&str; 2],
) -> Result<T, Failure> {
    match found {
        Found::One(value) => Ok(*value),
        Found::Several(labels, more) => {
            let failure = Failure::new(
                language,
                format!("`{text}` can be more than one thing"),
                format!("`{text}` kan meer dan één ding zijn"),
            );
            let labels = labels.join("`, `");
            let rest = |words: &str| match more {
                0 => String::new(),
                more => format!(" {words} {more}"),
            };
            Err(failure.hint(
                format!("give one of `{labels}`{}", rest("and")),
                format!("geef een van `{labels}`{}", rest("en nog")),
            ))
        }
        Found::Nothing(like) => {
            let failure = Failure::new(
                language,
                format!("`{text}` is {en}"),
                format!("`{text}` is {nl}"),
            );
            Err(if like.is_empty() {
                failure
            } else {
                meant(failure, like)
            })
        }
    }
}

fn meant(failure: Failure, like: &[String]) -> Failure {
    let like = like.join("`, `");
    failure.hint(
        format!("did you mean `{like}`?"),
        format!("bedoelde u `{like}`?"),
    )
}

/// `*` as the word for all of its place: entities, properties or tasks.
fn spelt_out(text: &str) -> String {
    let parts: Vec<_> = text.split('/').collect();
    let last = parts.len().saturating_sub(1);
    let spelt = parts
        .iter()
        .enumerate()
        .map(|(at, part)| match (*part, at) {
            ("*", 1) if at < last => "allEntities",
            ("*", at) if at == last => "allTasks",
            ("*", _) => "allProperties",
            (part, _) => part,
        });
    spelt.collect::<Vec<_>>().join("/")
}

/// Whether an action speaks of all of some place.
fn is_wild(action: &str) -> bool {
    let all = ["allEntities", "allProperties", "allTasks"];
    let mut parts = action.split('/');
    parts.any(|part| all.iter().any(|all| all.eq_ignore_ascii_case(part)))
}

/// The action on every subtype of its entity: of `groups.security`, that on `groups`.
fn without_subtype(action: &str) -> String {
    let parts = action.split('/').enumerate().map(|(at, part)| match at {
        1 => part.split('.').next().unwrap_or_default(),
        _ => part,
    });
    parts.collect::<Vec<_>>().join("/")
}
