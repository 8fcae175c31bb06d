//! Matrices and role lists as plain text, for a terminal, in either language.
//!
//! For reading only: its shape may change, so scripts use CSV or JSON.

use std::fmt::Write as _;

use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::language::{Language, LocalText};
use crate::domain::office365::{Grant, Limit, Office365Role};
use crate::domain::resource_action::ActionId;
use crate::domain::role::{RoleDefinition, RoleStatus};

/// The classic matrix with its limits explained below.
pub fn office365_matrix(catalogue: &RoleCatalogue, language: Language) -> String {
    let mut limits = Vec::new();
    let mut rows = vec![
        [String::new()]
            .into_iter()
            .chain(Office365Role::ALL.map(|role| role.key().replace('_', " ")))
            .collect(),
    ];
    for entry in catalogue.office365_permissions() {
        let mut row = vec![entry.name.get(language).to_owned()];
        for grant in entry.grants {
            row.push(match grant {
                Grant::Yes => pick(language, "yes", "ja").to_owned(),
                Grant::No => "-".to_owned(),
                Grant::Limited(limit) => {
                    let known = limits.iter().position(|other| *other == limit);
                    let number = known.unwrap_or_else(|| {
                        limits.push(limit);
                        limits.len() - 1
                    });
                    format!("({})", number + 1)
                }
            });
        }
        rows.push(row);
    }
    let mut text = grid(&rows);
    text.push('\n');
    for (number, limit) in (1..).zip(limits) {
        let words = limit_words(limit);
        let _ = writeln!(text, "({number}) {}", words.get(language));
    }
    text
}

/// Every action with what it means and the roles that have it.
pub fn entra_matrix(catalogue: &RoleCatalogue, edition: Edition, language: Language) -> String {
    let edition = catalogue.edition(edition);
    let names = |has: &dyn Fn(&RoleDefinition) -> bool| {
        let roles = edition.roles().iter().filter(|role| has(role));
        let names: Vec<_> = roles.map(|role| role.name.get(language)).collect();
        names.join(", ")
    };
    let mut text = String::new();
    for (id, entry) in (0..).map(ActionId).zip(edition.actions()) {
        let has = |role: &RoleDefinition| role.actions.set().is_some_and(|set| set.contains(id));
        let _ = writeln!(
            text,
            "{}\n  {}\n  {}\n",
            entry.action,
            entry.description.get(language),
            names(&has)
        );
    }
    let unknown = names(&|role| role.actions.set().is_none());
    if !unknown.is_empty() {
        let words = pick(language, "Actions unknown", "Acties onbekend");
        let _ = writeln!(text, "{words}\n  {unknown}");
    }
    text
}

/// The roles of an edition.
pub fn entra_roles(catalogue: &RoleCatalogue, edition: Edition, language: Language) -> String {
    let roles = catalogue.edition(edition).roles().iter();
    roles_grid(roles.map(|role| (role, &role.name)), language)
}

/// The eight Office 365 roles.
pub fn office365_roles(catalogue: &RoleCatalogue, language: Language) -> String {
    let current = catalogue.edition(Edition::Current);
    let roles = catalogue.office365_roles().iter().filter_map(|entry| {
        let definition = current.get(entry.role.template_id())?;
        Some((definition, &entry.name))
    });
    roles_grid(roles, language)
}

fn roles_grid<'a>(
    roles: impl Iterator<Item = (&'a RoleDefinition, &'a LocalText)>,
    language: Language,
) -> String {
    let header = match language {
        Language::English => ["role", "template id", "privileged", "actions", "status"],
        Language::Dutch => ["rol", "sjabloon-id", "bevoorrecht", "acties", "status"],
    };
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for (role, name) in roles {
        let privileged = pick(language, "yes", "ja");
        let actions = role.actions.set().map_or_else(
            || pick(language, "unknown", "onbekend").to_owned(),
            |set| set.len().to_string(),
        );
        rows.push(vec![
            name.get(language).to_owned(),
            role.id.to_string(),
            if role.privileged { privileged } else { "-" }.to_owned(),
            actions,
            status_words(role.status).get(language).to_owned(),
        ]);
    }
    grid(&rows)
}

/// Lines in which each column is as wide as its widest cell.
fn grid(rows: &[Vec<String>]) -> String {
    let mut widths = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, &width) in row.iter().zip(&widths) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

fn status_words(status: RoleStatus) -> LocalText {
    match status {
        RoleStatus::Active => LocalText::new("in use", "in gebruik"),
        RoleStatus::Deprecated => LocalText::new("deprecated", "afgeschaft"),
        RoleStatus::NotForUse => LocalText::new("not for use", "niet voor gebruik"),
        RoleStatus::ServiceAssigned => {
            LocalText::new("assigned by the service", "toegewezen door de service")
        }
    }
}

/// What a limited grant stops at, in words.
pub fn limit_words(limit: Limit) -> LocalText {
    match limit {
        Limit::ViewOnly => LocalText::new("view only", "alleen bekijken"),
        Limit::NonAdminsOnly => LocalText::new(
            "only for people without an admin role",
            "alleen voor mensen zonder beheerdersrol",
        ),
        Limit::NoGlobalDeleteNoAdminCreate => LocalText::new(
            "except deleting global administrators and creating administrators",
            "behalve globale beheerders verwijderen en beheerders maken",
        ),
    }
}

fn pick(language: Language, en: &'static str, nl: &'static str) -> &'static str {
    match language {
        Language::English => en,
        Language::Dutch => nl,
    }
}
