//! The rows of the role picker: which roles are offered, in which group, and how.
//!
//! Pure: built when the choice, the search or the language changes, and drawn by
//! `picker_view`. It decides nothing; the policy's verdicts are handed in.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::{Ability, Match, Query};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::decision::Reason;
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::office365::Office365Role;
use crate::domain::role::{RoleCategory, RoleDefinition, RoleNoteKind, RoleTemplateId};
use crate::ui::rule_text::{RuleText, rule_texts};

/// A heading of the picker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// The seven of the article, Global administrator having a card of its own.
    Office365,
    /// All others.
    Category(RoleCategory),
}

/// A heading with its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub key: GroupKey,
    /// How many of its roles are chosen, whether they match the search or not.
    pub chosen: usize,
    /// Its rows that match the search.
    pub rows: Vec<Row>,
}

/// A role that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub id: RoleTemplateId,
    /// Its name: the classic one under *Office 365 roles*.
    pub name: String,
    /// What is to be said about the name.
    pub name_note: Option<NameNote>,
    /// What it is for; only under *Office 365 roles*, whose names do not say enough.
    pub description: Option<String>,
    /// Whether it is privileged.
    pub privileged: bool,
    /// Whether it is chosen.
    pub checked: bool,
    /// Whether it is out of use and only listed because it is held (R20).
    pub out_of_use: bool,
    /// How it is held where that is less than for good over the whole tenant: a line each, which
    /// whoever draws the rows adds.
    pub ways: Vec<String>,
    /// Why it can't be chosen; empty when it can.
    pub refusals: Vec<RuleText>,
    /// The remark or action by which it was found, and what kind of remark.
    pub found_by: Option<(Option<RoleNoteKind>, String)>,
}

/// What is to be said about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameNote {
    /// A classic role has this name in Entra.
    InEntra(String),
    /// A role under *Office 365 roles* is called the same and is another one.
    Namesake,
}

impl Row {
    /// Whether its check box can be used, where roles may be changed at all.
    pub fn is_enabled(&self) -> bool {
        self.refusals.is_empty()
    }
}

/// What rows are built from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The language of the screen.
    pub language: Language,
    /// What is looked for.
    pub query: &'a str,
    /// The roles that are chosen.
    pub chosen: &'a BTreeSet<RoleTemplateId>,
    /// The roles that are held: listed even when they are out of use.
    pub held: &'a BTreeSet<RoleTemplateId>,
    /// Why roles that are not chosen can't be.
    pub verdicts: &'a BTreeMap<RoleTemplateId, Vec<Reason>>,
}

/// The picker's groups: *Office 365 roles* first, then the categories. A group without a row is
/// left out.
pub fn rows(catalogue: &RoleCatalogue, input: &Input<'_>) -> Vec<Group> {
    let query = Query::new(input.query);
    let mut groups = vec![office365(catalogue, input, &query)];
    let mut by_category: BTreeMap<RoleCategory, Vec<&RoleDefinition>> = BTreeMap::new();
    for role in offered(catalogue, input.held) {
        by_category.entry(role.category).or_default().push(role);
    }
    for category in RoleCategory::ALL {
        let roles = by_category.remove(&category).unwrap_or_default();
        let mut rows: Vec<_> = roles
            .iter()
            .filter_map(|role| {
                let found = query.find(catalogue, role)?;
                Some(entra_row(catalogue, role, input, &found))
            })
            .collect();
        if category == RoleCategory::Other {
            rows.extend(unknown(catalogue, input, &query));
        }
        // Who is found by name comes before who is found by an ability.
        rows.sort_by_cached_key(|row| (row.found_by.is_some(), fold(&row.name)));
        groups.push(Group {
            key: GroupKey::Category(category),
            chosen: roles
                .iter()
                .filter(|role| input.chosen.contains(&role.id))
                .count(),
            rows,
        });
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// The roles a person may be given in the picker, whoever asks: what `verdicts` are needed of.
pub fn offered<'a>(
    catalogue: &'a RoleCatalogue,
    held: &BTreeSet<RoleTemplateId>,
) -> Vec<&'a RoleDefinition> {
    let listed = catalogue.roles();
    let mut offered: Vec<_> = listed
        .filter(|role| {
            let has_card = role.id == RoleTemplateId::GLOBAL_ADMINISTRATOR;
            let assignable = role.status.is_assignable() && !has_card;
            !is_classic(role.id) && (assignable || held.contains(&role.id))
        })
        .collect();
    let listed: BTreeSet<_> = catalogue.roles().map(|role| role.id).collect();
    let elsewhere = held.iter().filter(|id| !listed.contains(id));
    offered.extend(elsewhere.filter_map(|id| catalogue.role(*id)));
    offered
}

/// The seven of *Office 365 roles*.
pub fn classic() -> impl Iterator<Item = Office365Role> {
    Office365Role::ALL
        .into_iter()
        .filter(|role| *role != Office365Role::Global)
}

fn is_classic(id: RoleTemplateId) -> bool {
    classic().any(|role| role.template_id() == id)
}

fn office365(catalogue: &RoleCatalogue, input: &Input<'_>, query: &Query) -> Group {
    let mut rows = Vec::new();
    let mut chosen = 0;
    for role in classic() {
        let id = role.template_id();
        chosen += usize::from(input.chosen.contains(&id));
        let (Some(entry), Some(definition)) = (catalogue.office365_role(role), catalogue.role(id))
        else {
            continue;
        };
        let Some(found) = query.find(catalogue, definition) else {
            continue;
        };
        let mut row = entra_row(catalogue, definition, input, &found);
        let name = entry.name.get(input.language).to_owned();
        let entra_name = std::mem::replace(&mut row.name, name);
        // The picker says the Entra name in a line of its own.
        let description = entry.description.get(input.language);
        let description = description
            .strip_suffix(&format!("In Entra: {entra_name}."))
            .unwrap_or(description);
        row.description = Some(description.trim_end().to_owned());
        if fold(&entra_name) != fold(&row.name) {
            row.name_note = Some(NameNote::InEntra(entra_name));
        }
        rows.push(row);
    }
    rows.sort_by_key(|row| row.found_by.is_some());
    Group {
        key: GroupKey::Office365,
        chosen,
        rows,
    }
}

fn entra_row(
    catalogue: &RoleCatalogue,
    role: &RoleDefinition,
    input: &Input<'_>,
    found: &Match<'_>,
) -> Row {
    let checked = input.chosen.contains(&role.id);
    let refusals = input.verdicts.get(&role.id).filter(|_| !checked);
    Row {
        id: role.id,
        name: role.name.get(input.language).to_owned(),
        name_note: is_namesake(catalogue, role, input.language).then_some(NameNote::Namesake),
        description: None,
        privileged: role.privileged,
        checked,
        out_of_use: !role.status.is_assignable(),
        ways: Vec::new(),
        refusals: rule_texts(input.language, catalogue, refusals.into_iter().flatten()),
        found_by: match found {
            Match::Name => None,
            Match::Ability(Ability { kind, text }) => {
                Some((*kind, text.get(input.language).to_owned()))
            }
        },
    }
}

/// Today's *Password Administrator* is not the classic one, for instance.
fn is_namesake(catalogue: &RoleCatalogue, role: &RoleDefinition, language: Language) -> bool {
    let name = role.name.get(language).to_lowercase();
    !is_classic(role.id)
        && classic()
            .filter_map(|classic| catalogue.office365_role(classic))
            .any(|entry| entry.name.get(language).to_lowercase() == name)
}

/// Roles that are held and that no list has: named by their template id.
fn unknown(catalogue: &RoleCatalogue, input: &Input<'_>, query: &Query) -> Vec<Row> {
    let unlisted = |id: &&RoleTemplateId| catalogue.role(**id).is_none() && query.is_empty();
    input
        .held
        .iter()
        .filter(unlisted)
        .map(|id| Row {
            id: *id,
            name: id.to_string(),
            name_note: None,
            description: None,
            privileged: false,
            checked: input.chosen.contains(id),
            out_of_use: true,
            ways: Vec::new(),
            refusals: Vec::new(),
            found_by: None,
        })
        .collect()
}
