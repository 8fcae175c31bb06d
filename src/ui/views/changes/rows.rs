//! The rows of the history: what each says, without pixels.

use std::collections::BTreeMap;

use super::paint::is_privileged;
use crate::domain::audit::{AuditEntry, AuditOrigin};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::Names;
use crate::domain::time::Timestamp;
use crate::i18n::Texts;
use crate::i18n::change_words::item_words;
use crate::t;

/// How many things of an entry are looked at for a privileged role: it may have any number.
const FIRST: usize = 16;

/// An entry as a row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Its number.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What: the first thing, and how many more.
    pub what: String,
    /// Whether it is about a privileged role, as far as the first few things tell.
    pub privileged: bool,
    /// The reason and the ticket, where there are any.
    pub why: String,
    /// Whether it undoes, redoes or was undone, in words.
    pub mark: Option<String>,
}

/// The rows of some entries.
pub fn rows(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    undone: &BTreeMap<u32, u32>,
    entries: &[&AuditEntry],
) -> Vec<EntryRow> {
    let rows = entries.iter().map(|entry| EntryRow {
        number: entry.number,
        at: entry.at,
        actor: actor(names, entry),
        what: what(texts, catalogue, names, entry),
        privileged: (entry.items.iter().take(FIRST)).any(|item| is_privileged(catalogue, item)),
        why: why(entry),
        mark: mark(texts, undone, entry),
    });
    rows.collect()
}

/// Who did it.
pub fn actor(names: &dyn Names, entry: &AuditEntry) -> String {
    match names.user(entry.actor) {
        Some(name) => name.to_owned(),
        None => entry.actor.0.to_string(),
    }
}

/// The first thing that changed, and how many more.
pub fn what(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    entry: &AuditEntry,
) -> String {
    let Some(first) = entry.items.first() else {
        return t!(texts, "nothing-to-do");
    };
    let first = item_words(texts, catalogue, names, first);
    match entry.items.len().saturating_sub(1) {
        0 => first,
        more => t!(texts, "changes-and-more", first = first, count = more),
    }
}

fn why(entry: &AuditEntry) -> String {
    let told = [entry.reason.as_deref(), entry.ticket.as_deref()];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    told.join(" · ")
}

/// Whether an entry undoes or redoes another, or was undone.
pub fn mark(texts: &Texts, undone: &BTreeMap<u32, u32>, entry: &AuditEntry) -> Option<String> {
    let own = match entry.origin {
        AuditOrigin::Direct => None,
        AuditOrigin::Undo(of) => Some(t!(texts, "changes-undo-of", number = of)),
        AuditOrigin::Redo(of) => Some(t!(texts, "changes-redo-of", number = of)),
    };
    own.or_else(|| {
        let by = undone.get(&entry.number)?;
        Some(t!(texts, "changes-undone-by", number = *by))
    })
}
