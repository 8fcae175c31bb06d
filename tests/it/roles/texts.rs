//! The texts: everything has a name and a description in both languages, every role a category.

use std::collections::BTreeSet;

use mandate::domain::catalogue::Edition;
use mandate::domain::language::LocalText;
use mandate::domain::role::{RoleCategory, RoleDefinition, RoleNoteKind};
use serde::Deserialize;

use super::new_texts::{self, NewRole};
use super::{catalogue, folder, id};

/// Names that Microsoft's Dutch article leaves in English, and product names.
const SAME_IN_DUTCH: [&str; 6] = [
    "Insights Business Leader",
    "Microsoft Hardware Warranty Administrator",
    "Teams Communications Support Engineer",
    "Teams Communications Support Specialist",
    "User",
    "Viva Goals Administrator",
];

fn all_roles() -> impl Iterator<Item = &'static RoleDefinition> {
    let catalogue = catalogue();
    let current = catalogue.edition(Edition::Current).roles().iter();
    let seed = catalogue.edition(Edition::Seed).roles().iter();
    current.chain(seed).chain(catalogue.retired())
}

fn is_clean(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains("  ")
}

fn assert_both(text: &LocalText, of: &str) {
    assert!(is_clean(&text.en), "{of}: `{}`", text.en);
    assert!(is_clean(&text.nl), "{of}: `{}`", text.nl);
}

#[test]
fn every_role_has_both_names_and_descriptions() {
    for role in all_roles() {
        let name = &role.name.en;
        assert_both(&role.name, name);
        assert_both(&role.description, name);
        assert_ne!(role.description.en, role.description.nl, "{name}");
        let same = role.name.en == role.name.nl;
        assert!(
            !same || SAME_IN_DUTCH.contains(&&**name) || name.contains("B2C"),
            "{name}"
        );
        assert!(
            !role
                .aliases
                .iter()
                .any(|alias| *alias == role.name.en || *alias == role.name.nl)
        );
        let unique: BTreeSet<_> = role.aliases.iter().collect();
        assert_eq!(
            unique.len(),
            role.aliases.len(),
            "{name} has an alias twice"
        );
        for note in &role.notes {
            assert_both(&note.text, name);
            let is_see = note.kind == RoleNoteKind::See;
            assert_eq!(note.related.is_some(), is_see, "{name}: {}", note.text.en);
            if let Some(related) = note.related {
                assert!(catalogue().role(related).is_some(), "{name} names nobody");
            }
        }
    }
}

#[test]
fn every_action_is_described() {
    for edition in [Edition::Seed, Edition::Current] {
        for entry in catalogue().edition(edition).actions() {
            let action = entry.action.as_str();
            assert_both(&entry.description, action);
            for text in [&entry.description.en, &entry.description.nl] {
                assert_ne!(&**text, action);
            }
            assert_ne!(entry.description.en, entry.description.nl, "{action}");
        }
    }
}

#[test]
fn the_classic_view_is_named_and_described() {
    for entry in catalogue().office365_roles() {
        assert_both(&entry.name, entry.role.key());
        assert_both(&entry.description, entry.role.key());
        assert_ne!(entry.description.en, entry.description.nl);
        for (service, name) in &entry.service_roles {
            assert!(is_clean(service));
            assert_both(name, service);
        }
    }
    for entry in catalogue().office365_permissions() {
        assert_both(&entry.name, entry.permission.key());
        assert_ne!(entry.name.en, entry.name.nl);
    }
}

#[test]
fn classic_names_are_aliases() {
    let table = [
        (
            "729827e3-9c14-49f7-bb1b-9608f156bbb8",
            "Wachtwoordbeheerder",
        ),
        (
            "729827e3-9c14-49f7-bb1b-9608f156bbb8",
            "Password Administrator",
        ),
        (
            "f023fd81-a637-4b56-95fd-791ac0226033",
            "Service Administrator",
        ),
        (
            "fe930be7-5e62-47db-91af-98c3a49a38b1",
            "User management administrator",
        ),
        ("62e90394-69f5-4237-9190-012177145e10", "Globale beheerder"),
        (
            "62e90394-69f5-4237-9190-012177145e10",
            "Company Administrator",
        ),
        (
            "75941009-915a-4869-abe7-691bff18279e",
            "Lync Service Administrator",
        ),
        (
            "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8",
            "Partnerondersteuning voor laag 2",
        ),
    ];
    for (role, alias) in table {
        let definition = catalogue().role(id(role)).expect("listed");
        let aliases = &definition.aliases;
        assert!(
            aliases.iter().any(|known| **known == *alias),
            "{alias}: {aliases:?}"
        );
    }
}

/// One line of `categories.ron`, read apart from the loader's own structs.
#[derive(Deserialize)]
struct Group(Category, Vec<(String, String)>);

#[derive(Clone, Copy, Debug, Deserialize)]
enum Category {
    Global,
    Identity,
    Collaboration,
    SecurityAndCompliance,
    Devices,
    BillingAndSupport,
    DataAndAi,
    Other,
}

#[test]
fn categories_name_every_role_once_and_stand_in_order() {
    let text = std::fs::read_to_string(folder().join("categories.ron")).expect("categories.ron");
    let groups: Vec<Group> = ron::from_str(&text).expect("categories.ron");
    let mut named = BTreeSet::new();
    for (Group(word, roles), category) in groups.iter().zip(RoleCategory::ALL) {
        assert_eq!(format!("{word:?}"), format!("{category:?}"));
        for (role, name) in roles {
            let definition = catalogue().role(id(role)).expect("a role of some list");
            assert_eq!(&*definition.name.en, name);
            assert_eq!(definition.category, category, "{name}");
            assert!(named.insert(definition.id), "{name} stands there twice");
        }
    }
    // The last category is the tenant's own, of which no list knows.
    assert_eq!(groups.len() + 1, RoleCategory::ALL.len());
    assert_eq!(named, all_roles().map(|role| role.id).collect());
    assert_eq!(named.len(), 139 + 7);
}

#[test]
fn new_roles_carry_their_own_texts() {
    let new = new_texts::read();
    let current = catalogue().edition(Edition::Current);
    let seed = catalogue().edition(Edition::Seed);
    let listed = current
        .roles()
        .iter()
        .filter(|role| seed.get(role.id).is_none());
    let expected: BTreeSet<_> = listed
        .chain(catalogue().retired())
        .map(|role| role.id)
        .collect();
    assert_eq!(expected, new.iter().map(|role| id(&role.id)).collect());
    for NewRole {
        id: template,
        en,
        nl,
        notes,
    } in &new
    {
        let role = catalogue().role(id(template)).expect("a role of some list");
        assert_eq!((&*role.name.en, &*role.name.nl), (en.as_str(), nl.as_str()));
        let loaded: Vec<_> = role
            .notes
            .iter()
            .map(|note| (&*note.text.en, &*note.text.nl))
            .collect();
        let written: Vec<_> = notes
            .iter()
            .map(|note| (note.en.as_str(), note.nl.as_str()))
            .collect();
        assert_eq!(loaded, written, "{en}");
    }
}

/// `task-texts.ron`, read apart from the loader's own structs.
#[derive(Deserialize)]
struct TaskTexts {
    areas: Vec<Area>,
    remarks: Vec<(String, Pair)>,
}

#[derive(Deserialize)]
struct Area {
    en: String,
    nl: String,
    tasks: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Pair {
    en: String,
    nl: String,
}

#[test]
fn task_texts_fit_the_tasks_one_to_one() {
    let text = std::fs::read_to_string(folder().join("task-texts.ron")).expect("task-texts.ron");
    let texts: TaskTexts = ron::from_str(&text).expect("task-texts.ron");
    let written: Vec<_> = texts
        .areas
        .iter()
        .flat_map(|area| area.tasks.iter().map(move |(en, nl)| (area, en, nl)))
        .map(|(area, en, nl)| [&area.en, &area.nl, en, nl].map(String::as_str))
        .collect();
    let tasks = catalogue().tasks().iter();
    let loaded: Vec<[&str; 4]> = tasks
        .map(|task| {
            [
                &*task.area_name.en,
                &*task.area_name.nl,
                &*task.task.en,
                &*task.task.nl,
            ]
        })
        .collect();
    assert_eq!(written, loaded);
    assert!(loaded.iter().flatten().all(|text| is_clean(text)));
    let remarks: BTreeSet<_> = catalogue()
        .tasks()
        .iter()
        .filter_map(|task| task.remark.as_ref())
        .map(|text| (&*text.en, &*text.nl))
        .collect();
    let known: BTreeSet<_> = texts
        .remarks
        .iter()
        .map(|(_, pair)| (pair.en.as_str(), pair.nl.as_str()))
        .collect();
    assert_eq!(remarks, known);
}
