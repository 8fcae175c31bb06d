//! The words that several answers share: roles, how someone holds one, how far a grant goes.

use super::failure::choose;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::effective::Standing;
use crate::domain::language::Language;
use crate::domain::office365::Grant;
use crate::domain::role::{AssignmentKind, DirectoryScope, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::time::Timestamp;
use crate::exchange::access::standing;
use crate::exchange::text::limit_words;
use crate::i18n::{Texts, date};
use crate::t;

/// What answers are put in words with.
pub struct Words<'a> {
    /// The texts of the screen, in the language of the answer.
    pub texts: Texts,
    /// The names of roles.
    pub catalogue: &'a RoleCatalogue,
    /// The names of groups and units.
    pub tenant: &'a Tenant,
    /// The moment.
    pub now: Timestamp,
}

impl<'a> Words<'a> {
    /// Words in `language`.
    pub fn new(
        language: Language,
        catalogue: &'a RoleCatalogue,
        tenant: &'a Tenant,
        now: Timestamp,
    ) -> Self {
        Self {
            texts: Texts::new(language).in_utc(),
            catalogue,
            tenant,
            now,
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// One of two, by language.
    pub fn choose<T>(&self, en: T, nl: T) -> T {
        choose(self.language(), en, nl)
    }

    /// A role by its name, and whether it is privileged.
    pub fn role(&self, id: RoleTemplateId) -> String {
        role(self.catalogue, id, self.language())
    }

    /// A role by its name alone.
    pub fn role_name(&self, id: RoleTemplateId) -> String {
        let name = self.catalogue.names(id);
        name.map_or_else(
            || id.to_string(),
            |name| name.get(self.language()).to_owned(),
        )
    }

    /// What makes an assignment less than direct, active, lasting and tenant-wide, in
    /// parentheses; nothing where it is all that.
    pub fn how(&self, held: &RoleAssignment, through: HeldThrough) -> String {
        let mut parts = Vec::new();
        if let HeldThrough::Group(id) = through {
            let group = self.tenant.groups().get(&id);
            let name = group.map_or_else(|| id.0.to_string(), |group| group.name.to_string());
            parts.push(self.choose(format!("through {name}"), format!("via {name}")));
        }
        if let DirectoryScope::AdministrativeUnit(id) = held.scope {
            let unit = self.tenant.administrative_units().get(&id);
            let name = unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string());
            parts.push(t!(self.texts, "editor-in-unit", unit = name));
        }
        if held.kind == AssignmentKind::Eligible {
            parts.push(t!(self.texts, "role-eligible"));
        }
        let day = |time| date(&self.texts, time);
        if let Some(start) = held.start.filter(|start| *start > self.now) {
            parts.push(t!(self.texts, "editor-from", date = day(start)));
        }
        if standing(held, self.now) == Standing::Expired {
            parts.push(self.choose("expired", "verlopen").to_owned());
        } else if let Some(end) = held.end {
            parts.push(t!(self.texts, "editor-until", date = day(end)));
        }
        if parts.is_empty() {
            String::new()
        } else {
            format!(" ({})", parts.join(", "))
        }
    }

    /// How far a grant goes.
    pub fn grant(&self, grant: Grant) -> String {
        match grant {
            Grant::No => self.choose("no", "nee").to_owned(),
            Grant::Yes => self.choose("yes", "ja").to_owned(),
            Grant::Limited(limit) => limit_words(limit).get(self.language()).to_owned(),
        }
    }
}

/// A role by its name, and whether it is privileged.
pub fn role(catalogue: &RoleCatalogue, id: RoleTemplateId, language: Language) -> String {
    let Some(role) = catalogue.role(id) else {
        return id.to_string();
    };
    let name = role.name.get(language);
    if role.privileged {
        let privileged = choose(language, "privileged", "bevoorrecht");
        format!("{name} [{privileged}]")
    } else {
        name.to_owned()
    }
}

/// A text that can't steer the terminal, whatever came from a file. Lines stay lines.
pub fn harmless(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\n', "\u{fffd}")
}
